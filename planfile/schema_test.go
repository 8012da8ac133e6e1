package planfile_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"stappenplan/planfile"
	"stappenplan/steps"
)

const schemaFile = "../assets/plan.schema.json"

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	compiled, err := compiler.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func valid(t *testing.T, s *jsonschema.Schema, text []byte) error {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(value)
}

// TestSchemaKnowsPlans holds every plan of the corpus, as it is written, against the schema.
func TestSchemaKnowsPlans(t *testing.T) {
	t.Parallel()
	s := schema(t)
	for name, data := range corpus(t) {
		if err := valid(t, s, planfile.Encode(decode(t, data).Plan)); err != nil {
			t.Errorf("%s as it is exported: %v", name, err)
		}
		if data[0] == '{' {
			if err := valid(t, s, data); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// TestSchemaRefuses has files that the schema and Decode both refuse.
func TestSchemaRefuses(t *testing.T) {
	t.Parallel()
	s := schema(t)
	for _, text := range []string{
		`{}`, `[]`, `{"format": "stappenplan/2"}`,
		`{"format": "stappenplan/1", "klas": 1}`,
		`{"format": "stappenplan/1", "school": null}`,
		`{"format": "stappenplan/1", "school": {"level": "hoger"}}`,
		`{"format": "stappenplan/1", "school": {"hours": 4.555}}`,
		`{"format": "stappenplan/1", "school": {"pupils": 4.5}}`,
		`{"format": "stappenplan/1", "school": {"means": [{"amount": 1}]}}`,
		`{"format": "stappenplan/1", "school": {"means": [{"source": "points", "pooled": 101}]}}`,
		`{"format": "stappenplan/1", "round": {"number": 0}}`,
		`{"format": "stappenplan/1", "round": {"opened": "2026-02-29"}}`,
		`{"format": "stappenplan/1", "round": {"again": ["vision"]}}`,
		`{"format": "stappenplan/1", "answers": {"tasks": {"choice": "yes"}}}`,
		`{"format": "stappenplan/1", "answers": {"vision": {"at": "2026-01-01T24:00:00Z"}}}`,
		`{"format": "stappenplan/1", "tasks": [{"relevance": "yes"}]}`,
		`{"format": "stappenplan/1", "tasks": [{"id": "own-x", "title": "X"}]}`,
		`{"format": "stappenplan/1", "tasks": [{"id": "own-x", "title": " ", "group": "policy"}]}`,
		`{"format": "stappenplan/1", "tasks": [{"id": "wifi-management", "group": "policy"}]}`,
		`{"format": "stappenplan/1", "tasks": [{"id": "wifi-management", "owner": ""}]}`,
		`{"format": "stappenplan/1", "members": [{"id": "A", "name": "A"}]}`,
		`{"format": "stappenplan/1", "members": [{"id": "a-", "name": "A"}]}`,
		`{"format": "stappenplan/1", "members": [{"id": "a"}]}`,
		`{"format": "stappenplan/1", "agreements": {"backup": {"needed": "no"}}}`,
		`{"format": "stappenplan/1", "decisions": [{"outcome": "approved"}]}`,
		`{"format": "stappenplan/1", "decisions": [{"id": "buy-robots"}]}`,
		`{"format": "stappenplan/1", "decisions": [{"id": "release-hours:wifi-management"}]}`,
		`{"format": "stappenplan/1", "decisions": [{"id": "own-robots"}]}`,
		`{"format": "stappenplan/1", "decisions": [{"id": "release-hours", "outcome": "yes"}]}`,
		`{"format": "stappenplan/1", "decisions": [{"id": "release-hours", "round": 0}]}`,
		`{"format": "stappenplan/1", "actions": [{"what": "x"}]}`,
		`{"format": "stappenplan/1", "actions": [{"id": "x"}]}`,
		`{"format": "stappenplan/1", "actions": [{"id": "x", "what": " "}]}`,
		`{"format": "stappenplan/1", "actions": [{"id": "X", "what": "x"}]}`,
		`{"format": "stappenplan/1", "actions": [{"id": "x", "what": "x", "state": "open"}]}`,
		`{"format": "stappenplan/1", "actions": [{"id": "x", "what": "x", "closed": "2026-12-02"}]}`,
		`{"format": "stappenplan/1", "actions": [{"id": "x", "what": "x", "state": "act", "closed": "2026-12-02"}]}`,
		`{"format": "stappenplan/1", "actions": [{"id": "x", "what": "x", "about": "sheet:improvement"}]}`,
		`{"format": "stappenplan/1", "actions": [{"id": "x", "what": "x", "about": "step:nine"}]}`,
		`{"format": "stappenplan/1", "actions": [{"id": "x", "what": "x", "done": true}]}`,
		`{"format": "stappenplan/1", "voices": {"team": []}}`,
		`{"format": "stappenplan/1", "voices": {"vision": [{"choice": "yes"}]}}`,
		`{"format": "stappenplan/1", "voices": {"vision": [{"by": " "}]}}`,
		`{"format": "stappenplan/1", "voices": {"vision": [{"by": "An", "choice": "maybe"}]}}`,
		`{"format": "stappenplan/1", "voices": {"vision": [{"by": "An", "evidence": "x"}]}}`,
		`{"format": "stappenplan/1", "voices": {"evaluation": [{"by": "An", "choice": "yes"}]}}`,
		`{"format": "stappenplan/1", "evaluation": {"repeat": ["evaluation"]}}`,
		`{"format": "stappenplan/1", "catalogue": {"version": 2, "tasks": []}}`,
	} {
		if valid(t, s, []byte(text)) == nil {
			t.Errorf("the schema takes %s", text)
		}
		if refusals(t, text) == nil {
			t.Errorf("Decode takes %s", text)
		}
	}
}

// TestSchemaListsTheSameValues compares every list of fixed values with that of the code.
func TestSchemaListsTheSameValues(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	at := func(path ...string) (node map[string]any) {
		node = root
		for _, key := range path {
			node = node[key].(map[string]any)
		}
		return node
	}
	of := func(path ...string) any { return at(append([]string{"$defs"}, path...)...)["enum"] }
	var all []steps.StepID
	for _, step := range steps.Tree {
		all = append(all, step.ID)
	}
	same := func(name string, schema, code any) {
		t.Helper()
		want, _ := json.Marshal(code)
		got, _ := json.Marshal(schema)
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-code +schema):\n%s", name, diff)
		}
	}
	same("school.level", of("school", "properties", "level"), steps.SchoolLevels)
	same("school.group_kind", of("school", "properties", "group_kind"), steps.GroupKinds)
	same("means.source", of("means", "properties", "source"), steps.MeansSources)
	same("choice", of("check", "properties", "choice"), steps.Choices)
	same("relevance", of("task", "properties", "relevance"), steps.Relevances)
	same("horizon", of("task", "properties", "horizon"), steps.Horizons)
	same("level", of("task", "properties", "level"), steps.Levels)
	same("expertise", of("task", "properties", "expertise"), steps.YesNo)
	same("sourcing", of("task", "properties", "sourcing"), steps.Sourcings)
	same("group", of("taskGroup"), steps.Groups)
	same("state", of("action", "properties", "state"), steps.ActionStates)
	same("role", of("member", "properties", "role"), steps.MemberRoles)
	same("suggested level", of("catalogueTask", "properties", "suggested_level"), steps.SuggestedLevels)
	timing := at("$defs", "timing")["oneOf"].([]any)
	same("suggested horizon", timing[0].(map[string]any)["enum"], steps.TimingValues)
	for _, kind := range steps.TimingKeys() {
		byKind := timing[1].(map[string]any)["properties"].(map[string]any)
		same("suggested horizon of "+kind, byKind[kind].(map[string]any)["enum"], steps.TimingValues)
	}
	same("again", of("round", "properties", "again", "items"), all[4:7])
	same("repeat", of("evaluation", "properties", "repeat", "items"), all[:7])
	same("format", at("properties", "format")["const"], planfile.Format)
	answers := at("properties", "answers", "properties")
	for _, step := range all {
		want := "#/$defs/remark"
		if s, _ := steps.Find(step); s.Asked {
			want = "#/$defs/check"
		}
		same("answers."+string(step), answers[string(step)].(map[string]any)["$ref"], want)
	}
	same("answers", len(answers), len(all))
	voices := at("properties", "voices", "properties")
	for _, step := range steps.VoicedSteps {
		want := map[bool]string{true: "#/$defs/remarkVoices", false: "#/$defs/voices"}[step == steps.Evaluation]
		same("voices."+string(step), voices[string(step)].(map[string]any)["$ref"], want)
	}
	same("voices", len(voices), len(steps.VoicedSteps))
	agreements := at("properties", "agreements", "properties")
	for _, id := range steps.AgreementIDs {
		if agreements[string(id)] == nil {
			t.Errorf("the schema lacks agreement %s", id)
		}
	}
	same("agreements", len(agreements), len(steps.AgreementIDs))
}
