package steps_test

import (
	"testing"

	"stappenplan/steps"
)

func proposals(p steps.Plan) (changes []change) {
	for _, t := range p.Tasks() {
		if c, open := p.Proposal(t); open {
			changes = append(changes, c)
		}
	}
	return changes
}

func TestProposalsDecideWhatIsOpenAndNothingElse(t *testing.T) {
	p := planOf(t, change{Kind: steps.ChangeTask, Task: "privacy", Relevance: steps.Set(steps.DoesNotApply)})
	p = after(t, p, proposals(p)...)
	for id, want := range map[string]steps.Decision{
		"wifi":     {Relevance: steps.Applies, Horizon: steps.Short},
		"coaching": {Relevance: steps.Applies, Horizon: steps.Long},
		"privacy":  {Relevance: steps.DoesNotApply},
	} {
		if got := p.Decisions[id]; got != want {
			t.Errorf("%s: %+v, want %+v", id, got, want)
		}
	}
	if gaps := p.Gaps(steps.Tasks); len(gaps) > 0 {
		t.Errorf("after all proposals step 5 still misses %v", gaps)
	}
	if again := proposals(p); len(again) > 0 {
		t.Errorf("decided tasks get %d proposals", len(again))
	}
}

func TestProposalsNameALevelOnlyTogether(t *testing.T) {
	list := *catalogue
	list.Tasks = append([]steps.CatalogueTask{}, catalogue.Tasks...)
	list.Tasks[0].SuggestedLevel = "group"
	list.Tasks[3].SuggestedLevel = "either"
	for choice, want := range map[choice]string{steps.Yes: "group", steps.No: ""} {
		p := after(t, steps.NewPlan(&list), answer(steps.Pooling, choice))
		open := proposals(p)
		if got, _ := open[0].Level.Value(); got != want {
			t.Errorf("pooling %s: level %q, want %q", choice, got, want)
		}
		if got := open[3].Level; got.Given() {
			t.Errorf("pooling %s: a task for either level is given one", choice)
		}
	}
}
