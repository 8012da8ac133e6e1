package steps_test

import (
	"testing"

	"stappenplan/steps"
)

func TestProposalsDecideWhatIsOpenAndNothingElse(t *testing.T) {
	p := planOf(t, change{Kind: steps.ChangeTask, Task: "privacy", Relevance: steps.Set(steps.DoesNotApply)})
	for _, group := range steps.Groups {
		p = after(t, p, p.Proposals(group)...)
	}
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
	for _, group := range steps.Groups {
		if again := p.Proposals(group); len(again) > 0 {
			t.Errorf("a decided group %s gets %d proposals", group, len(again))
		}
	}
}

func TestProposalsNameALevelOnlyTogether(t *testing.T) {
	list := *catalogue
	list.Tasks = append([]steps.CatalogueTask{}, catalogue.Tasks...)
	list.Tasks[0].SuggestedLevel = "group"
	list.Tasks[3].SuggestedLevel = "either"
	for choice, want := range map[choice]string{steps.Yes: "group", steps.No: ""} {
		p := after(t, steps.NewPlan(&list), answer(steps.Pooling, choice))
		if got, _ := p.Proposals(steps.TechnicalTasks)[0].Level.Value(); got != want {
			t.Errorf("pooling %s: level %q, want %q", choice, got, want)
		}
		if got := p.Proposals(steps.AdministrativeTasks)[0].Level; got.Given() {
			t.Errorf("pooling %s: a task for either level is given one", choice)
		}
	}
}
