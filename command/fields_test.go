package command

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/report"
	"stappenplan/report/markdown"
	"stappenplan/steps"
)

// planPart is a part of the plan whose fields stand in a table of package steps.
type planPart struct {
	section string // in the schema
	fields  []steps.PlanField
	about   steps.Change // a change of it that gives nothing yet
}

func fieldsOf[O any](fields []steps.FieldOf[O]) (list []steps.PlanField) {
	for _, f := range fields {
		list = append(list, f.PlanField)
	}
	return list
}

var partsOfThePlan = []planPart{
	{"school", fieldsOf(steps.SchoolFields), steps.Change{}},
	{"check", fieldsOf(steps.AnswerFields), steps.Change{Step: steps.Vision, By: steps.Clear[string](), At: steps.Clear[time.Time]()}},
	{"voice", fieldsOf(steps.VoiceFields), steps.Change{Step: steps.Vision, By: steps.Set("An"), Note: steps.Set("-")}},
	{"task", fieldsOf(steps.TaskFields), steps.Change{Task: "own-x"}},
	{"member", fieldsOf(steps.MemberFields), steps.Change{Member: "an"}},
	{"agreement", fieldsOf(steps.AgreementFields), steps.Change{Agreement: "backup"}},
	{"action", fieldsOf(steps.ActionFields), steps.Change{Action: "a", What: steps.Set("Doen"), State: steps.Set(steps.ActionDone)}},
	{"evaluation", fieldsOf(steps.EvaluationFields), steps.Change{}},
	{"round", fieldsOf(steps.RoundFields), steps.Change{Number: steps.Set(1)}},
}

// Fields that a format leaves out, or says in words of its own, each with the reason.
var (
	noColumn = map[string]string{
		"motivation": "it is told in confidence, and a spreadsheet goes round",
		"also":       "what others call a task serves only to read their lists",
	}
	saidOtherwise = map[string]string{
		"number": "it stands above every document", "needed": "that an agreement is not needed is a sentence",
		"repeat": "the steps that are asked again are a sentence", "present": "names are joined by a word",
	}
	untold = map[string]string{
		"edition":  "which tasks were asked about is seen in the list of them",
		"archived": "that a plan is kept out of sight says nothing about the school",
		"also":     "what others call a task serves only to read their lists",
	}
)

// sample is a value of a field, and schema what the schema says of such a field.
func sample(f steps.PlanField) (value any, schema []string) {
	switch f.Holds {
	case steps.TextValue:
		return "Zo is het afgesproken", []string{"#/$defs/text"}
	case steps.NameValue:
		return "Zonnebloem", []string{"#/$defs/name", "#/$defs/requiredName"}
	case steps.WordValue:
		return f.Values[len(f.Values)-1], []string{"enum", "#/$defs/taskGroup"}
	case steps.MemberValue:
		return "an", []string{"#/$defs/memberID"}
	case steps.WhoeverValue:
		return "Zonnebloem", []string{"#/$defs/name"}
	case steps.SubjectValue:
		return "task:own-x", []string{"pattern"}
	case steps.DateValue:
		return "2027-03-14", []string{"#/$defs/date"}
	case steps.BooleanValue:
		return false, []string{"boolean"}
	case steps.HoursValue:
		return steps.Tenths(37), []string{"#/$defs/weekHours", "number"}
	case steps.WholeValue:
		return 2, []string{"integer"}
	case steps.MomentValue:
		return time.Date(2027, 3, 14, 12, 0, 0, 0, time.UTC), []string{"#/$defs/time"}
	case steps.PeopleValue:
		return []string{"an", "Zonnebloem"}, []string{"array"}
	case steps.NamesValue:
		return []string{"wifi op school", "Zonnebloem"}, []string{"array"}
	case steps.AbilityValue:
		return []string{"task:own-x", "group:policy"}, []string{"#/$defs/abilities"}
	case steps.StepsValue:
		return []steps.StepID{steps.Tasks}, []string{"array"}
	case steps.MeansValue:
		return []steps.Means{{Source: steps.Points}}, []string{"array"}
	}
	return nil, nil
}

func made(t *testing.T, p steps.Plan, changes ...steps.Change) steps.Plan {
	t.Helper()
	p, err := p.Apply(steps.NewEntry("e", time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC), "", changes...))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestEveryFieldReachesEveryFormat gives each field of the table a value and looks for it wherever it should come, so that
// who adds a field is told each place that was forgotten.
func TestEveryFieldReachesEveryFormat(t *testing.T) {
	base := made(t, steps.NewPlan(assets.Definitions()),
		steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An Peeters")},
		steps.Change{Kind: steps.ChangeTask, Task: "own-x", Title: steps.Set("Robots"), Group: steps.Set("technical"), Note: steps.Set("-")},
		steps.Change{Kind: steps.ChangeAnswer, Step: steps.Vision, Choice: steps.Set(steps.Yes)},
		steps.Change{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(steps.No)})
	for _, part := range partsOfThePlan {
		for _, f := range part.fields {
			t.Run(part.section+" "+f.Name, func(t *testing.T) {
				t.Parallel()
				c := part.about
				c.Kind = f.Kind
				if f.Kind == steps.ChangeEvaluation {
					c.Number = steps.Field[int]{}
				}
				value, schema := sample(f)
				if f.Name == "edition" {
					value = 1 // there is no other yet
				}
				f.Give(&c, value)
				after := made(t, base, c)
				journalHas(t, f, c)
				fileHas(t, base, after)
				schemaHas(t, part.section, f, schema)
				wordsHave(t, part.section, f)
				for _, language := range assets.Languages {
					if texts := assets.Load(language); part.section == "task" || part.section == "member" || part.section == "action" {
						workbookHas(t, f, base, after, texts)
					}
				}
				if part.section == "voice" || untold[f.Name] != "" {
					noDocumentHas(t, base, after)
					return
				}
				documentHas(t, f, value, base, after)
			})
		}
	}
}

func journalHas(t *testing.T, f steps.PlanField, c steps.Change) {
	if _, given := f.Given(&c); !given || !slices.ContainsFunc(c.Given(), func(g steps.Given) bool { return g.Name == f.Name }) {
		t.Errorf("steps/fields.go: the row of %s does not lead to what was given", f.Name)
	}
	line, err := steps.NewEntry("e", time.Time{}, "", c).Encode()
	if err != nil || !bytes.Contains(line, []byte(`"`+f.Name+`":`)) {
		t.Errorf("steps/fields.go: the tag of the field in Change does not say %q: %s %v", f.Name, line, err)
	}
}

func fileHas(t *testing.T, base, after steps.Plan) {
	if len(steps.Changes(base, after)) == 0 {
		t.Error("steps/fields.go: the plan is as it was: the field has no place in it")
	}
	for _, data := range [][]byte{planfile.Encode(after), planfile.EncodeYAML(after)} {
		if file, err := planfile.Decode(data, assets.Definitions(), nil); err != nil || len(steps.Changes(after, file.Plan)) > 0 {
			t.Errorf("planfile: %v: what is written reads back otherwise:\n%s", err, data)
		}
	}
}

func schemaHas(t *testing.T, section string, f steps.PlanField, kinds []string) {
	data, err := os.ReadFile("../assets/plan.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Defs map[string]struct{ Properties map[string]any } `json:"$defs"`
	}
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	said, _ := schema.Defs[section].Properties[f.Name].(map[string]any)
	is := func(kind string) bool { return said["type"] == kind || said["$ref"] == kind || said[kind] != nil }
	if !slices.ContainsFunc(kinds, is) {
		t.Errorf("assets/plan.schema.json: %s of %s is none of %v: %v", f.Name, section, kinds, said)
	}
	if values, fixed := said["enum"].([]any); fixed && len(values) != len(f.Values) {
		t.Errorf("assets/plan.schema.json: %s of %s has the values %v, not %v", f.Name, section, values, f.Values)
	}
}

func wordsHave(t *testing.T, section string, f steps.PlanField) {
	for _, language := range assets.Languages {
		texts := assets.Load(language)
		plan := texts.Plan
		if plan.Fields[f.Words] == "" {
			t.Errorf("assets/%s/plan.yaml: fields: nothing says how %s is called", language, f.Words)
		}
		for _, value := range f.Values {
			if f.Holds == steps.WordValue && plan.Values[f.Words][value] == "" {
				t.Errorf("assets/%s/plan.yaml: values: %s: nothing says how %s is called", language, f.Words, value)
			}
		}
		q, said := plan.Questions[f.Name], texts.Plain.Ask[f.Name]
		if section == "task" && (f.Step == steps.Tasks || f.Step == steps.Expertise) && q.Question+said.Question == "" {
			t.Errorf("assets/%s/plan.yaml: questions: nothing asks for %s", language, f.Name)
		}
	}
}

func workbookHas(t *testing.T, f steps.PlanField, base, after steps.Plan, texts *assets.Texts) {
	asked := f.Step != steps.Tasks || f.Variant != steps.GroupVariant
	if noColumn[f.Name] != "" || !asked {
		return
	}
	data, err := spreadsheet.Encode(after, texts)
	if err != nil {
		t.Fatal(err)
	}
	book, err := planfile.OpenWorkbook(data)
	if err != nil {
		t.Fatal(err)
	}
	read, err := spreadsheet.Decode(book, base, texts, "", nil)
	if err != nil || read.Bad != nil || len(steps.Changes(made(t, base, read.Changes...), after)) > 0 {
		t.Errorf("planfile/spreadsheet/columns.go: %s is not in the spreadsheet, or reads back otherwise: %v", f.Name, err)
	}
	if f.Kind == steps.ChangeTask && bytes.Equal(spreadsheet.EncodeCSV(after, texts), spreadsheet.EncodeCSV(base, texts)) {
		t.Errorf("planfile/spreadsheet/columns.go: %s is not in the CSV", f.Name)
	}
}

// noDocumentHas is of what is said before the school answers, which stays with those who said it, and of what no reader needs.
func noDocumentHas(t *testing.T, base, after steps.Plan) {
	document := func(p steps.Plan) []byte {
		return markdown.Render(report.Summarize(p, report.Options{Texts: assets.Load("nl"), Names: report.NamesInFull, Notes: true, Motivation: true, Previous: &base}))
	}
	if !bytes.Equal(document(base), document(after)) {
		t.Errorf("report: what stays with the school stands in a document:\n%s", document(after))
	}
}

func documentHas(t *testing.T, f steps.PlanField, value any, base, after steps.Plan) {
	for _, language := range assets.Languages {
		texts := assets.Load(language)
		document := func(p steps.Plan) string {
			return strings.ToLower(string(markdown.Render(report.Summarize(p, report.Options{Texts: texts, Names: report.NamesInFull, Notes: true, Motivation: true}))))
		}
		want := texts.FieldValue(f, value, after)
		if reflect.TypeOf(value).Kind() == reflect.Bool {
			want += ": " + texts.Field(f.Words)
		}
		shown := document(after)
		if shown == document(base) || saidOtherwise[f.Name] == "" && !strings.Contains(shown, strings.ToLower(want)) {
			t.Errorf("report: %s (%s) does not stand in the document", f.Name, want)
		}
	}
}
