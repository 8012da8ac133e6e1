package assets

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"stappenplan/steps"
)

// exampleDay is a day on which the example is looked at.
const exampleDay = "2026-11-24"

// exampleJournal makes the example entry by entry, as a person would.
func exampleJournal(t *testing.T) *steps.Journal {
	t.Helper()
	j, err := steps.Replay(Definitions(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range Example() {
		if err := j.Apply(e); err != nil {
			t.Fatalf("entry %d: %v", i+1, err)
		}
	}
	return j
}

func TestExampleIsAJournal(t *testing.T) {
	entries := Example()
	seen := map[string]bool{}
	for i, e := range entries {
		if seen[e.ID] || e.ID == "" || strings.TrimSpace(e.By) == "" {
			t.Errorf("entry %d: id %q by %q", i+1, e.ID, e.By)
		}
		seen[e.ID] = true
		if i > 0 && e.At.Before(entries[i-1].At) || string(steps.DateOf(e.At)) >= exampleDay {
			t.Errorf("entry %d is at the wrong moment: %v", i+1, e.At)
		}
		wire, err := e.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := steps.DecodeEntry(wire); err != nil || !reflect.DeepEqual(back, e) {
			t.Errorf("entry %d does not survive the journal: %v", i+1, err)
		}
		if loud.Match(wire) || formal.Match(wire) {
			t.Errorf("entry %d is not calm: %s", i+1, wire)
		}
	}
	if j, err := steps.Replay(Definitions(), entries); err != nil || !reflect.DeepEqual(j.Plan(), exampleJournal(t).Plan()) {
		t.Errorf("replayed at once it is another plan: %v", err)
	}
}

func TestExampleTellsOfTwoRounds(t *testing.T) {
	j := exampleJournal(t)
	first, ok := j.Previous()
	if !ok || !first.Complete() || first.Round.Number != 1 {
		t.Fatal("the first round is not complete")
	}
	if first.Answers[steps.Pooling].Choice != steps.No || first.Variant() != steps.SchoolVariant || len(first.Feedback()) == 0 {
		t.Error("in the first round the school stands alone and tells its group what it could do better together")
	}
	var policy []steps.Choice
	for _, e := range j.Entries().All() {
		for _, c := range e.Changes {
			if choice, ok := c.Choice.Value(); ok && c.Step == steps.Policy {
				policy = append(policy, choice)
			}
		}
	}
	if !slices.Equal(policy, []steps.Choice{steps.No, steps.Yes, steps.Yes}) {
		t.Errorf("the policy plan was answered %v", policy)
	}
	p := j.Plan()
	if p.Round.Number != 2 || p.Variant() != steps.GroupVariant || p.School.Group == "" || p.Current() != steps.Team {
		t.Errorf("round %d, variant %s, group %q, at %s", p.Round.Number, p.Variant(), p.School.Group, p.Current())
	}
	if len(p.Members) != 4 || len(p.OwnTasks) != 2 || len(p.Agreements) != 5 {
		t.Errorf("%d members, %d own tasks, %d agreements", len(p.Members), len(p.OwnTasks), len(p.Agreements))
	}
	if !p.Agreements["collaboration"].NotNeeded {
		t.Error("every agreement was needed")
	}
	if n := steps.Count(p.Tasks()); n.Decided != n.Total || n.Short < 40 || n.Group == 0 || n.Dropped == 0 {
		t.Errorf("tasks: %+v", n)
	}
}

func TestExampleMakesOneThink(t *testing.T) {
	j := exampleJournal(t)
	want := []steps.Finding{
		{ID: steps.NoOwner, Task: "assistive-technology"},
		{ID: steps.NoOwner, Task: "ai-in-class"},
		{ID: steps.NoBackup, Task: "helpdesk-second-line"},
		{ID: steps.NoBackup, Task: "wifi-management"},
		{ID: steps.NoBackup, Task: "technical-documentation"},
		{ID: steps.NoBackup, Task: "digital-competence-line"},
		{ID: steps.UnderResourced},
		{ID: steps.ExpertiseUndecided, Task: "ai-policy"},
		{ID: steps.NoMandate, Member: "an"},
	}
	if got := j.Plan().Findings(exampleDay); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestFindingsAreSaidWithTheirNumbers(t *testing.T) {
	p := exampleJournal(t).Plan()
	p.Round.NextEvaluation = "2026-06-01"
	capacity := p.Capacity()
	nl, en := Load(Dutch), Load(English)
	for got, want := range map[string]string{
		nl.Finding(steps.Finding{ID: steps.Overload, Member: "bart"}, p, capacity):                           "Voor Bart Claes staat 17,5 uur per week gepland; beschikbaar is 17,5 uur.",
		nl.Finding(steps.Finding{ID: steps.SinglePillar, Member: "bart"}, p, capacity):                       "Bart Claes neemt op school 17 uur per week op, het grootste deel van het werk.",
		en.Finding(steps.Finding{ID: steps.UnderResourced}, p, capacity):                                     "The plan needs 39 hours a week; 37.8 are available.",
		nl.Finding(steps.Finding{ID: steps.NoBackup, Task: "wifi-management"}, p, capacity):                  "Niemand springt in voor Wifi beheren.",
		nl.Finding(steps.Finding{ID: steps.EvaluationOverdue}, p, capacity):                                  "De evaluatie was gepland op 1 juni 2026.",
		en.Finding(steps.Finding{ID: steps.NoOwner, Task: "own-infoavond-laptops-voor-ouders"}, p, capacity): "No owner for Infoavond laptops voor ouders.",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	for _, x := range []*Texts{nl, en} {
		for _, id := range steps.FindingIDs {
			if text := x.Finding(steps.Finding{ID: id}, p, capacity); strings.Contains(text, "{") {
				t.Errorf("not filled in: %s", text)
			}
		}
	}
}

// TestExampleFillsTheSheets, all of them, over two rounds, without drafts, with something to think about.
func TestExampleFillsTheSheets(t *testing.T) {
	j := exampleJournal(t)
	first, _ := j.Previous()
	p := j.Plan()
	found := map[string][]string{}
	for _, s := range Sheets() {
		for _, table := range s.Tables {
			complete, rows := p.CompleteRows(s.ID, table.ID), p.Rows(s.ID, table.ID)
			if len(complete) == 0 || len(complete) != len(rows) {
				t.Errorf("%s.%s: %d rows, of which %d are complete", s.ID, table.ID, len(rows), len(complete))
			}
		}
		if reflect.DeepEqual(first.Sheets[s.ID], p.Sheets[s.ID]) || len(first.Sheets[s.ID].Tables) < 3 {
			t.Errorf("%s: it says the same in both rounds, or too little in the first", s.ID)
		}
		for _, f := range p.SheetFindings(s.ID, exampleDay) {
			found[s.ID] = append(found[s.ID], f.ID+" "+f.Row)
		}
	}
	want := map[string][]string{
		"consultation": {"no-anchor werkgroep-ict"},
		"improvement":  {"checkpoint-due noden-bevragen", "checkpoint-due evalueren", "need-unanswered wetenschappen", "not-anchored vast-overleg"},
		"chain":        {"level-not-involved middenkader", "indicator-without-value zeker", "indicator-worsening storing"},
		"learning":     {"success-factor-missing documentation", "activity-overdue lesbezoek"},
	}
	if !reflect.DeepEqual(found, want) {
		t.Errorf("found %v", found)
	}
}

// TestTheExampleMeasuresWhatItsPlanSays: the share of tasks with a stand-in, in each round, is that of the sums of the team.
func TestTheExampleMeasuresWhatItsPlanSays(t *testing.T) {
	j := exampleJournal(t)
	for n := uint64(1); n <= j.Len(); n++ {
		for _, c := range j.Entry(n).Changes {
			if c.Row != "inspringen" {
				continue
			}
			p, err := j.At(n)
			if err != nil {
				t.Fatal(err)
			}
			r, _ := p.Row(c.Sheet, c.Table, c.Row)
			value, _ := r.Cells.Number("value")
			team := p.Capacity().Team
			if share := steps.Whole(int64((100*team.Backup + team.Owned().Count/2) / team.Owned().Count)); value != share {
				t.Errorf("entry %d measures %s %%; of %d tasks %d have somebody who steps in: %s %%", n, value, team.Owned().Count, team.Backup, share)
			}
		}
	}
}
