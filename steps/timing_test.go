package steps_test

import (
	"encoding/json"
	"strings"
	"testing"

	"stappenplan/steps"
)

// TestProposalsFollowTheTimingOfTheCatalogue, by level of education and for a school without a group; without a timing a core
// task is needed now and any other later.
func TestProposalsFollowTheTimingOfTheCatalogue(t *testing.T) {
	for _, test := range []struct {
		timing string
		school steps.School
		core   steps.Core
		want   string // relevance and horizon
		doubt  bool
	}{
		{``, steps.School{}, steps.TechnicalCoreTask, "yes short", false},
		{``, steps.School{}, steps.NoCore, "yes long", false},
		{`"short"`, steps.School{}, steps.NoCore, "yes short", false},
		{`"long"`, steps.School{Level: "primary"}, steps.PolicyCoreTask, "yes long", true},
		{`"none"`, steps.School{Level: "primary"}, steps.NoCore, "no", true},
		{`{"other":"long","primary":"short"}`, steps.School{Level: "primary"}, steps.NoCore, "yes short", false},
		{`{"other":"long","primary":"short"}`, steps.School{Level: "arts"}, steps.NoCore, "yes long", false},
		{`{"other":"long","primary":"short"}`, steps.School{}, steps.NoCore, "yes long", false},
		{`{"adult":"none"}`, steps.School{Level: "adult"}, steps.NoCore, "no", true},
		{`{"adult":"none"}`, steps.School{Level: "primary"}, steps.PolicyCoreTask, "yes short", false},
		{`{"no-group":"none","other":"short"}`, steps.School{GroupKind: steps.NoGroup}, steps.NoCore, "no", true},
		{`{"no-group":"none","other":"short"}`, steps.School{GroupKind: "group"}, steps.NoCore, "yes short", false},
	} {
		var timing steps.Timing
		if test.timing != "" {
			if err := json.Unmarshal([]byte(test.timing), &timing); err != nil {
				t.Fatal(err)
			}
			if back, err := json.Marshal(timing); err != nil || string(back) != test.timing {
				t.Errorf("%s is written as %s, %v", test.timing, back, err)
			}
		}
		list := *catalogue
		list.Tasks = append([]steps.CatalogueTask{}, catalogue.Tasks...)
		list.Tasks[0].Core, list.Tasks[0].SuggestedHorizon = test.core, timing
		p := steps.NewPlan(&steps.Definitions{Catalogue: &list})
		p.School = test.school
		task := p.Tasks()[0]
		c, _ := p.Proposal(task, steps.Tasks)
		relevance, _ := c.Relevance.Value()
		horizon, _ := c.Horizon.Value()
		name := test.timing + " in " + string(test.school.Level) + " " + string(test.school.GroupKind)
		equal(t, name, strings.TrimSpace(string(relevance)+" "+string(horizon)), test.want)
		equal(t, name+": doubtful", task.Doubtful(c), test.doubt)
	}
}

// TestATaskThatAPersonKeepsIsProposedAHorizon, also where the catalogue proposes that it does not apply.
func TestATaskThatAPersonKeepsIsProposedAHorizon(t *testing.T) {
	list := *catalogue
	list.Tasks = append([]steps.CatalogueTask{}, catalogue.Tasks...)
	list.Tasks[0].SuggestedHorizon = steps.Timing{steps.AnySchool: "none"}
	id := list.Tasks[0].ID
	p := after(t, steps.NewPlan(&steps.Definitions{Catalogue: &list}), change{Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.Applies)})
	c, open := p.Proposal(p.Tasks()[0], steps.Tasks)
	equal(t, "open", open, true)
	equal(t, "proposed", c, change{Kind: steps.ChangeTask, Task: id, Horizon: steps.Set(steps.Short)})
}

func TestATimingOfOnesOwnIsChecked(t *testing.T) {
	for _, timing := range []steps.Timing{{steps.AnySchool: "now"}, {"primary": "dropped"}, {"nursery": "short"}, {steps.AnySchool: "short", "adult": "none"}} {
		list := *catalogue
		list.Tasks = append([]steps.CatalogueTask{}, catalogue.Tasks...)
		list.Tasks[0].SuggestedHorizon = timing
		if err := steps.NewPlan(definitions).Check(steps.Change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(list)}); err == nil {
			t.Errorf("%v is taken", timing)
		}
	}
}
