package planfile_test

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/steps"
)

const catalogueSchemaFile = "../assets/catalogue.schema.json"

// small is a catalogue of one's own in YAML.
const small = `
version: 1
tasks:
  - {id: robots, group: pedagogical, title: {nl: Robots}, core: none}
  - {id: wifi-management, group: technical, title: {nl: Wifi}, core: technical, suggested_level: group}
`

// ownCatalogue is the catalogue in small.
func ownCatalogue(t testing.TB) steps.Catalogue {
	t.Helper()
	c, err := planfile.DecodeCatalogue([]byte(small))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestTheBuiltInCatalogueIsOne: read as one's own, in YAML and in JSON, it is the same.
func TestTheBuiltInCatalogueIsOne(t *testing.T) {
	t.Parallel()
	source, err := os.ReadFile("../assets/catalogue.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(assets.Catalogue())
	if err != nil {
		t.Fatal(err)
	}
	for format, data := range map[string][]byte{"YAML": source, "JSON": text} {
		c, err := planfile.DecodeCatalogue(data)
		if err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		if diff := cmp.Diff(*assets.Catalogue(), c); diff != "" {
			t.Errorf("%s reads as another catalogue:\n%s", format, diff)
		}
	}
	if err := valid(t, catalogueSchema(t), text); err != nil {
		t.Error(err)
	}
}

func catalogueSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	compiled, err := jsonschema.NewCompiler().Compile(catalogueSchemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// wrongCatalogue is what is said of a catalogue that is refused, and whether a schema can see it too.
type wrongCatalogue struct {
	data, said string
	schema     bool
}

func wrongCatalogues() map[string]wrongCatalogue {
	task := func(fields string) string {
		return `{"version": 1, "tasks": [{"id": "a", "group": "policy", "title": {"nl": "A"}, "core": "none"` + fields + `}]}`
	}
	return map[string]wrongCatalogue{
		"no object":            {`[]`, " planfile-no-catalogue", true},
		"no version":           {`{"tasks": [{"id": "a", "group": "policy", "title": {"nl": "A"}, "core": "none"}]}`, "version refused-required", true},
		"another version":      {`{"version": 2, "tasks": [{"id": "a", "group": "policy", "title": {"nl": "A"}, "core": "none"}]}`, "version refused-unknown-value", true},
		"no tasks":             {`{"version": 1}`, "tasks refused-required", true},
		"an empty list":        {`{"version": 1, "tasks": []}`, "tasks refused-required", true},
		"a plan":               {`{"format": "stappenplan/1"}`, " planfile-no-catalogue", true},
		"an unknown field":     {task(`, "hours": 2`), "tasks[0].hours planfile-unknown-field", true},
		"an unknown kernel":    {strings.Replace(task(""), "none", "soft", 1), "tasks[0].core refused-unknown-value", true},
		"an unknown group":     {strings.Replace(task(""), "policy", "sports", 1), "tasks[0].group refused-unknown-value", true},
		"an own task":          {strings.Replace(task(""), `"a"`, `"own-a"`, 1), "tasks[0].id refused-bad-id", true},
		"a capital":            {strings.Replace(task(""), `"a"`, `"A"`, 1), "tasks[0].id refused-bad-id", true},
		"no id":                {`{"version": 1, "tasks": [{"group": "policy", "title": {"nl": "A"}, "core": "none"}]}`, "tasks[0].id refused-required", true},
		"a level unheard of":   {task(`, "suggested_level": "moon"`), "tasks[0].suggested_level refused-unknown-value", true},
		"a horizon unheard of": {task(`, "suggested_horizon": "soon"`), "tasks[0].suggested_horizon refused-unknown-value", true},
		"a horizon per year":   {task(`, "suggested_horizon": {"year-1": "short"}`), "tasks[0].suggested_horizon.year-1 planfile-unknown-field", true},
		"a number of horizons": {task(`, "suggested_horizon": 2`), "tasks[0].suggested_horizon planfile-not-text", true},
		"a text for a boolean": {task(`, "technical": "yes"`), "tasks[0].technical planfile-not-boolean", true},
		"null":                 {task(`, "source": null`), "tasks[0].source planfile-null", true},
		"a French title":       {strings.Replace(task(""), `"nl"`, `"fr"`, 1), "tasks[0].title refused-required", true},
		"a blank title":        {strings.Replace(task(""), `"A"`, `" "`, 1), "tasks[0].title refused-required", false},
		"a key twice":          {task(`, "core": "none"`), "tasks[0].core planfile-key-twice", false},
		"an id twice": {
			`{"version": 1, "tasks": [{"id": "a", "group": "policy", "title": {"nl": "A"}, "core": "none"},
			  {"id": "a", "group": "policy", "title": {"nl": "B"}, "core": "none"}]}`, "tasks[1].id refused-given-twice", false,
		},
		"an alias":   {"version: 1\ntasks: &t []\nprofiles: *t\n", "tasks planfile-alias", false},
		"nothing":    {"", " planfile-blank", false},
		"cut off":    {`{"version": 1,`, " planfile-syntax", false},
		"a workbook": {"PK\x03\x04", " planfile-spreadsheet", false},
	}
}

func TestWrongCatalogues(t *testing.T) {
	t.Parallel()
	schema := catalogueSchema(t)
	for name, c := range wrongCatalogues() {
		_, err := planfile.DecodeCatalogue([]byte(c.data))
		problems, ok := err.(planfile.Errors)
		if !ok {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := problems[0].Path + " " + problems[0].Code(); got != c.said {
			t.Errorf("%s: %s, want %s (%v)", name, got, c.said, problems)
		}
		if c.schema && valid(t, schema, []byte(c.data)) == nil {
			t.Errorf("%s: the schema takes it", name)
		}
		for _, language := range assets.Languages {
			if words := assets.Load(language); strings.Contains(words.Error(problems[0]), words.Errors["unexpected"].Fill("cause", "")[:8]) {
				t.Errorf("%s has no words: %s", name, words.Error(problems[0]))
			}
		}
	}
}

// TestBothSchemasSayTheSame: a catalogue beside a plan and one in a plan have the same shape.
func TestBothSchemasSayTheSame(t *testing.T) {
	t.Parallel()
	read := func(file string) (root map[string]any) {
		data, err := os.ReadFile(file)
		if err == nil {
			err = json.Unmarshal(data, &root)
		}
		if err != nil {
			t.Fatal(err)
		}
		return root
	}
	plan, own := read(schemaFile)["$defs"].(map[string]any), read(catalogueSchemaFile)
	for name, def := range own["$defs"].(map[string]any) {
		if diff := cmp.Diff(plan[name], def); diff != "" {
			t.Errorf("%s (-plan +catalogue):\n%s", name, diff)
		}
	}
	for _, key := range []string{"type", "required", "additionalProperties", "properties"} {
		if diff := cmp.Diff(plan["catalogue"].(map[string]any)[key], own[key]); diff != "" {
			t.Errorf("%s (-plan +catalogue):\n%s", key, diff)
		}
	}
}

// TestPlanBesideACatalogue: the tasks of a plan file are those of the catalogue beside it.
func TestPlanBesideACatalogue(t *testing.T) {
	t.Parallel()
	own := ownCatalogue(t)
	const plan = `{"format": "stappenplan/1", "round": {"number": 3}, "tasks": [{"id": "robots", "relevance": "yes"}]}`
	if refusals(t, plan) == nil {
		t.Error("the built-in catalogue has no robots")
	}
	file, err := planfile.Decode([]byte(plan), builtIn, &own)
	if err != nil {
		t.Fatal(err)
	}
	if !file.Plan.OwnCatalogue || !reflect.DeepEqual(*file.Plan.Catalogue, own) || file.Plan.Round.Number != 3 {
		t.Errorf("the plan is %+v", file.Plan)
	}
	for data, said := range map[string]string{
		`{"format": "stappenplan/1", "tasks": [{"id": "helpdesk-first-line"}]}`: "tasks[0].id: refused-unknown-task",
		string(planfile.Encode(file.Plan)):                                      "catalogue: planfile-catalogue-twice",
		`[]`:                                                                    "planfile-no-plan",
	} {
		if _, err := planfile.Decode([]byte(data), builtIn, &own); err == nil || !strings.Contains(err.Error(), said) {
			t.Errorf("%s: %v, want %s", data, err, said)
		}
	}
}
