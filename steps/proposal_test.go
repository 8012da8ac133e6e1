package steps_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"stappenplan/steps"
)

func proposals(p steps.Plan) (changes []change) {
	for _, t := range p.Tasks() {
		if c, open := p.Proposal(t, steps.Tasks); open {
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
		if got := p.Decisions.Of(id); !reflect.DeepEqual(got, want) {
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
		p := after(t, steps.NewPlan(&steps.Definitions{Catalogue: &list}), answer(steps.Pooling, choice))
		open := proposals(p)
		if got, _ := open[0].Level.Value(); got != want {
			t.Errorf("pooling %s: level %q, want %q", choice, got, want)
		}
		if got := open[3].Level; got.Given() {
			t.Errorf("pooling %s: a task for either level is given one", choice)
		}
	}
}

// TestWhatIsAdvisedIsProposedAtStepSix, and what a field counts as while nobody decided it.
func TestWhatIsAdvisedIsProposedAtStepSix(t *testing.T) {
	for _, test := range []struct {
		task     string
		with     []change
		proposed steps.Sourcing
		choices  string // of sourcing
		assumed  string
	}{
		{"wifi", nil, "", "", "relevance?yes horizon?short level?school strategic?false technical?true"},
		{"wifi", []change{kept("wifi", steps.Long)}, "", "", "level:school strategic?false technical?true"},
		{"wifi", []change{kept("wifi", steps.Long), levelSet(steps.AtGroup)}, "", "", "expertise=level:group strategic?false technical?true"},
		{
			"wifi", []change{kept("wifi", steps.Long), expertise("wifi", steps.No)}, steps.Outsource,
			"outsource train reassign accept recruit", "level:school strategic?false technical?true sourcing?outsource",
		},
		{
			"wifi", []change{kept("wifi", steps.Long), expertise("wifi", steps.No), sourcing("wifi", steps.Train)}, "",
			"outsource train reassign accept recruit", "level:school strategic?false technical?true",
		},
		{
			"privacy", []change{kept("privacy", steps.Long), expertise("privacy", steps.No)}, steps.Train,
			"train reassign recruit outsource accept", "level:school strategic?true technical?false sourcing?train",
		},
		{
			"purchases", []change{kept("purchases", steps.Long), expertise("purchases", steps.No)}, "",
			"recruit outsource train reassign accept", "level:school strategic?true technical?true sourcing?weigh",
		},
	} {
		p := planOf(t, append(test.with, answer(steps.Pooling, steps.Yes))...)
		now, _ := p.Task(test.task)
		name := fmt.Sprintf("%s after %d changes", test.task, len(test.with))
		proposal, open := p.Proposal(now, steps.Expertise)
		equal(t, name+": open", open, test.proposed != "")
		if open {
			equal(t, name+": proposed", proposal, sourcing(test.task, test.proposed))
		}
		_, open = p.Proposal(now, steps.Team)
		equal(t, name+": at step 7", open, false)
		equal(t, name+": choices", strings.Join(p.Candidates(now, steps.TaskField("sourcing")), " "), test.choices)
		var assumed []string
		for i := range steps.TaskFields {
			f := &steps.TaskFields[i]
			of, value, proposed := p.Assumed(now, f)
			if value == nil || f.Value(now.Decision) != nil {
				continue
			}
			field := f.Name
			if of.Name != field {
				field += "=" + of.Name
			}
			sign := ":"
			if proposed {
				sign = "?"
			}
			assumed = append(assumed, fmt.Sprint(field, sign, value))
		}
		equal(t, name+": assumed", strings.Join(assumed, " "), test.assumed)
	}
}
