package planfile_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"stappenplan/assets"
	"stappenplan/assets/assetstest"
	"stappenplan/planfile"
	"stappenplan/steps"
)

// withSheets are the built-in tasks, the sheets of the program, and one more.
var withSheets = &steps.Definitions{Catalogue: builtIn.Catalogue, Sheets: append(slices.Clone(assets.Sheets()), assetstest.Garden)}

// TestSheetsRoundTrip writes and reads back anything that the sheets can say: rows in their order, drafts, references forward.
func TestSheetsRoundTrip(t *testing.T) {
	t.Parallel()
	for i := range withSheets.Sheets {
		sheet := &withSheets.Sheets[i]
		t.Run(sheet.ID, func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(r *rapid.T) {
				plan := steps.NewPlan(withSheets)
				for _, c := range append([]steps.Change{{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")}}, assetstest.SheetChanges(r, sheet, texts)...) {
					next, err := plan.Apply(steps.Entry{Changes: []steps.Change{c}})
					if err != nil {
						r.Fatalf("%s: %v", c.Cells, err)
					}
					plan = next
				}
				for format, text := range map[string][]byte{"JSON": planfile.Encode(plan), "YAML": planfile.EncodeYAML(plan)} {
					file, err := planfile.Decode(text, withSheets, nil)
					if err != nil {
						r.Fatalf("%s: %v\n%s", format, err, text)
					}
					if diff := cmp.Diff(plan, file.Plan, samePlan); diff != "" {
						r.Fatalf("%s reads back as another plan:\n%s\n%s", format, diff, text)
					}
					changes, err := file.Changes(steps.NewPlan(withSheets))
					if err != nil {
						r.Fatal(err)
					}
					got, err := steps.NewPlan(withSheets).Apply(steps.Entry{Changes: changes})
					if err != nil || !slices.Equal(planfile.Encode(got), planfile.Encode(plan)) {
						r.Fatalf("imported it is another plan: %v\n%s", err, cmp.Diff(string(planfile.Encode(plan)), string(planfile.Encode(got))))
					}
				}
			})
		})
	}
}

// TestSchemaKnowsSheets as they are written, and refuses what Decode refuses too.
func TestSchemaKnowsSheets(t *testing.T) {
	t.Parallel()
	s := schema(t)
	rapid.Check(t, func(r *rapid.T) {
		plan := steps.NewPlan(withSheets)
		for i := range assets.Sheets() {
			for _, c := range assetstest.SheetChanges(r, &assets.Sheets()[i], texts) {
				if c.Cells == nil || !strings.Contains(string(c.Cells), "member:an") {
					plan, _ = plan.Apply(steps.Entry{Changes: []steps.Change{c}})
				}
			}
		}
		if err := valid(t, s, planfile.Encode(plan)); err != nil {
			r.Fatal(err)
		}
	})
	for _, sheets := range []string{
		`{"play": {}}`, `{"improvement": {"aims": []}}`, `{"improvement": {"goals": [{"goal": "x"}]}}`, `{"improvement": {"goals": [{"id": "a", "wheel": "plan"}]}}`,
		`{"improvement": {"goals": [{"id": "a", "cycle": "turn"}]}}`, `{"improvement": {"goals": {}}}`, `{"improvement": {"settings": {"mood": "glad"}}}`,
		`{"destination": {"budget": [{"id": "a", "amounts": [1, 2, 3, 4, 5, 6, 7]}]}}`, `{"destination": {"budget": [{"id": "a", "amounts": [-1]}]}}`, `{"destination": {"ambitions": [{"id": "a", "rank": 0}]}}`,
		`{"destination": {"settings": {"budget_years": 7}}}`, `{"learning": {"design": [{"id": "no-fun"}]}}`, `{"chain": {"indicators": [{"id": "a", "value": 0.0001}]}}`,
		`{"learning": {"questions": [{"id": "q"}], "answers": [{"id": "a", "values": {"q": 6}}]}}`, `{"learning": {"activities": [{"id": "a", "when": "tomorrow"}]}}`, `{"learning": {"settings": {"steering_group": [""]}}}`,
	} {
		text := []byte(`{"format": "stappenplan/1", "sheets": ` + sheets + `}`)
		if valid(t, s, text) == nil {
			t.Errorf("the schema takes %s", text)
		}
		if _, err := planfile.Decode(text, withSheets, nil); err == nil {
			t.Errorf("Decode takes %s", text)
		}
	}
}

// TestSheetsAreWritten in the order of their definitions, and no more than is said.
func TestSheetsAreWritten(t *testing.T) {
	t.Parallel()
	const file = `format: stappenplan/1
round: {number: 1}
sheets:
  garden:
    settings: {beds: 0, since: 1999, board: false}
    rules: [{id: no-ball, agreed: false}]
    plants:
      - {id: mint, beside: dill, place: 2, watered_by: rain, liked: {b: 5}}
      - {id: dill, height: 0.125, costs: [0, 12], place: 1, name: Dille}
    beds: [{title: Achteraan, id: b}]
`
	plan, err := planfile.Decode([]byte(file), withSheets, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := `format: "stappenplan/1"
round:
  number: 1
sheets:
  garden:
    settings:
      board: false
      since: 1999
      beds: 0
    plants:
      - id: mint
        place: 2
        beside: dill
        watered_by: rain
        liked:
          b: 5
      - id: dill
        name: "Dille"
        costs:
          - 0
          - 12
        place: 1
        height: 0.125
    beds:
      - id: b
        title: "Achteraan"
    rules:
      - id: no-ball
        agreed: false
`
	if diff := cmp.Diff(want, string(planfile.EncodeYAML(plan.Plan))); diff != "" {
		t.Error(diff)
	}
}

// TestWrongSheets has sheets of which something is refused, and where.
func TestWrongSheets(t *testing.T) {
	t.Parallel()
	amounts := strings.Repeat("1, ", 6) + "1"
	for _, c := range []struct{ name, data, want string }{
		{"an unknown sheet", "play: {}", "sheets.play planfile-unknown-field"},
		{"an unknown table", "improvement: {aims: []}", "sheets.improvement.aims planfile-unknown-field"},
		{"an unknown column", "improvement: {goals: [{id: a}, {id: b}, {id: c, wheel: plan}]}", "sheets.improvement.goals[2].wheel planfile-unknown-field"},
		{"an unknown setting", "improvement: {settings: {mood: glad}}", "sheets.improvement.settings.mood planfile-unknown-field"},
		{"no list, no object", "improvement: {goals: {}, needs: [1], settings: []}\ngarden: []",
			"sheets.improvement.goals planfile-not-list, sheets.improvement.needs[0] planfile-not-object, sheets.improvement.settings planfile-not-object, sheets.garden planfile-not-object"},
		{"another word", "improvement: {goals: [{id: a}, {id: b}, {id: c, cycle: turn}]}", "sheets.improvement.goals[2].cycle refused-unknown-value"},
		{"another word of a set", "garden: {plants: [{id: a, months: [may, july]}]}", "sheets.garden.plants[0].months[1] refused-unknown-value"},
		{"wrong types", "garden: {plants: [{id: a, name: 1, kind: true, months: may, sown: 2026, costs: 5, place: '1', eaten: 'yes', height: tall, who: [an], friends: an, liked: []}]}",
			"name not-text, kind not-text, months not-list, sown not-text, costs not-list, place not-number, eaten not-boolean, height not-number, who not-text, friends not-list, liked not-object"},
		{"nothing where something is asked", "garden: {plants: [{id: a, kind: '', sown: '', who: '', friends: [''], beside: ''}]}",
			"kind empty, sown empty, who empty, friends[0] empty, beside empty"},
		{"no id", "garden: {beds: [{title: x}, {id: ''}, {id: Bed}]}", "sheets.garden.beds[0].id refused-required, sheets.garden.beds[1].id planfile-empty, sheets.garden.beds[2].id refused-bad-id"},
		{"a bad id of a row that names another", "garden: {plants: [{id: Mint, beside: Mint, place: 1}]}", "sheets.garden.plants[0].id refused-bad-id"},
		{"an id twice", "garden: {beds: [{id: a}, {id: b}, {id: a}], plants: [{id: a}]}", "sheets.garden.beds[2].id refused-given-twice"},
		{"another fixed line", "garden: {rules: [{id: no-fun}]}", "sheets.garden.rules[0].id refused-unknown-value"},
		{"who is not there", "garden: {plants: [{id: a, beside: b, watered_by: 'member:cas', liked: {c: 1}, who: 'member:cas', friends: [x, 'member:cas']}, {id: c, watered_by: 'task:vm'}]}",
			"sheets.garden.plants[0].beside refused-unknown-row b, sheets.garden.plants[0].watered_by refused-unknown-member, sheets.garden.plants[0].liked.c refused-unknown-row c, " +
				"sheets.garden.plants[0].who refused-unknown-member, sheets.garden.plants[0].friends[1] refused-unknown-member, sheets.garden.plants[1].watered_by refused-unknown-task"},
		{"a reference where no name will do", "consultation: {meetings: [{id: a, accountable_to: Directie}]}", "sheets.consultation.meetings[0].accountable_to refused-unknown-row Directie"},
		{"ranks", "garden: {plants: [{id: a, place: 1}, {id: b, place: 1}, {id: c, place: 4}, {id: d, place: 0}]}",
			"sheets.garden.plants[1].place planfile-rank-twice, sheets.garden.plants[2].place refused-out-of-range, sheets.garden.plants[3].place refused-out-of-range"},
		{"a reserved id", "garden: {plants: [{id: rain}, {id: director}], beds: [{id: rain}]}", "sheets.garden.plants[0].id refused-reserved-id, sheets.garden.plants[1].id refused-reserved-id"},
		{"scores of what is not there", "garden: {plants: [{id: a, liked: {b: 2, c.d: 3}}]}", "sheets.garden.plants[0].liked.b refused-unknown-row b, sheets.garden.plants[0].liked.c.d refused-unknown-row c.d"},
		{"a gap", "garden: {plants: [{id: a, place: 1}, {id: b, place: 3}]}", "sheets.garden.plants[1].place refused-out-of-range"},
		{"a rank that is not whole", "garden: {plants: [{id: a, place: 1.5}]}", "sheets.garden.plants[0].place planfile-not-whole"},
		{"too many amounts", "destination: {budget: [{id: a, amounts: [" + amounts + "]}]}\ngarden: {plants: [{id: a, costs: [1, 2, 3, 4]}]}",
			"sheets.destination.budget[0].amounts refused-too-many, sheets.garden.plants[0].costs refused-too-many"},
		{"amounts", "destination: {budget: [{id: a, amounts: [1, -1, 1000000001, 0.5, x]}]}",
			"sheets.destination.budget[0].amounts[1] refused-out-of-range, sheets.destination.budget[0].amounts[2] refused-out-of-range, " +
				"sheets.destination.budget[0].amounts[3] planfile-not-whole, sheets.destination.budget[0].amounts[4] planfile-not-number"},
		{"numbers", "chain: {indicators: [{id: a, value: 0.1234, target: -1000000001}]}",
			"sheets.chain.indicators[0].value refused-too-fine, sheets.chain.indicators[0].target refused-out-of-range"},
		{"scores", "garden: {beds: [{id: b}], plants: [{id: a, liked: {b: 6}}]}", "sheets.garden.plants[0].liked.b refused-out-of-range"},
		{"settings", "garden: {settings: {beds: 10, since: 26, open: 1/1/2027, helpers: ['member:cas']}}",
			"sheets.garden.settings.beds refused-out-of-range, sheets.garden.settings.since refused-out-of-range, sheets.garden.settings.open refused-no-date, sheets.garden.settings.helpers[0] refused-unknown-member"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := planfile.Decode([]byte("format: stappenplan/1\nsheets:\n  "+strings.ReplaceAll(c.data, "\n", "\n  ")), withSheets, nil)
			problems, _ := err.(planfile.Errors)
			var got []string
			for _, p := range problems {
				said := p.Path + " " + p.Code()
				if p.Code() == "refused-unknown-row" {
					said += " " + p.Values()["value"]
				}
				got = append(got, said)
			}
			want := strings.Split(c.want, ", ")
			for i, w := range want {
				if !strings.HasPrefix(w, "sheets.") {
					want[i] = "sheets.garden.plants[0]." + strings.Replace(w, " ", " planfile-", 1)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestActionsAboutRows: of the sheets that the file itself brings.
func TestActionsAboutRows(t *testing.T) {
	t.Parallel()
	const file = `format: stappenplan/1
actions:
  - {id: a, what: x, about: "sheet:garden/beds/b"}
  - {id: b, what: x, about: "finding:goal-without-owner:improvement/goals/g"}
sheets:
  garden: {beds: [{id: b}]}
  improvement: {goals: [{id: g, goal: Doel}]}
`
	if _, err := planfile.Decode([]byte(file), withSheets, nil); err != nil {
		t.Error(err)
	}
	_, err := planfile.Decode([]byte(strings.Replace(file, "{id: b}", "{id: c}", 1)), withSheets, nil)
	if problems, _ := err.(planfile.Errors); len(problems) != 1 || problems[0].Path != "actions[0].about" {
		t.Errorf("an action about a row that is not there: %v", err)
	}
}

// TestAFullInquiry of as many people as there can be is written and read.
func TestAFullInquiry(t *testing.T) {
	t.Parallel()
	scores := map[string]int{}
	changes := []steps.Change{}
	for n := range 20 {
		id := fmt.Sprint("q", n)
		scores[id] = 1 + n%5
		changes = append(changes, steps.RowChange("learning", "questions", id, steps.Cells{"statement": id}))
	}
	for n := range 5000 {
		changes = append(changes, steps.RowChange("learning", "answers", fmt.Sprint("a", n), steps.Cells{"respondent": fmt.Sprint(n), "moment": "before", "role": "teacher", "values": maps.Clone(scores)}))
	}
	plan, err := steps.NewPlan(withSheets).Apply(steps.Entry{Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	text := planfile.Encode(plan)
	file, err := planfile.Decode(text, withSheets, nil)
	if err != nil || len(text) > planfile.MaxBytes {
		t.Fatalf("%d bytes: %v", len(text), err)
	}
	if diff := cmp.Diff(len(file.Plan.Rows("learning", "answers")), 5000); diff != "" {
		t.Error(diff)
	}
}
