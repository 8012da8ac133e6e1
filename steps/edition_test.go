package steps_test

import (
	"slices"
	"testing"

	"stappenplan/steps"
)

// editionTwo is the catalogue of the tests with a task that a second edition added.
func editionTwo() *steps.Definitions {
	later := *catalogue
	later.Edition = 2
	later.Tasks = slices.Insert(slices.Clone(catalogue.Tasks), 1,
		steps.CatalogueTask{ID: "ai", Group: steps.PolicyTasks, Title: words("AI-beleid"), Core: steps.PolicyCoreTask, Since: 2})
	return &steps.Definitions{Catalogue: &later, Sheets: definitions.Sheets}
}

// editionOne is the same catalogue before.
func editionOne() *steps.Definitions {
	first := *catalogue
	first.Edition = 1
	return &steps.Definitions{Catalogue: &first, Sheets: definitions.Sheets}
}

// recorded is the plan after changes that a program with these definitions records, each as an entry.
func recorded(t *testing.T, p steps.Plan, entries ...[]change) steps.Plan {
	t.Helper()
	for _, changes := range entries {
		next, err := p.Apply(p.Dated(entry(changes...)))
		if err != nil {
			t.Fatal(err)
		}
		p = next
	}
	return p
}

// TestNoFinishedPlanOpensAgain: a task of a later edition is offered, and counts when it is taken or from the next round on.
func TestNoFinishedPlanOpensAgain(t *testing.T) {
	decided := func(ids ...string) (list []change) {
		for _, id := range ids {
			list = append(list, change{Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.DoesNotApply)})
		}
		return list
	}
	all := decided("wifi", "coaching", "privacy", "purchases")
	undecided := func(p steps.Plan) (n int) {
		for _, task := range p.Tasks() {
			if task.Asks(steps.Tasks) {
				n++
			}
		}
		return n
	}
	ids := func(tasks []steps.Task) (ids []string) {
		for _, task := range tasks {
			ids = append(ids, task.ID)
		}
		return ids
	}
	const first = "made by the first edition"
	for name, made := range map[string]steps.Plan{
		first:                                recorded(t, steps.NewPlan(editionOne()), all),
		"made before editions were recorded": planOf(t, all...),
	} {
		journal, err := steps.Replay(editionTwo(), []steps.Entry{entry(steps.Changes(steps.NewPlan(definitions), made)...)})
		if err != nil {
			t.Fatal(err)
		}
		p := journal.Plan()
		if len(p.Tasks()) != 4 || undecided(p) != 0 || !slices.Equal(ids(p.Offered()), []string{"ai"}) {
			t.Errorf("%s: the overview has %v, %d undecided, and offers %v", name, ids(p.Tasks()), undecided(p), ids(p.Offered()))
		}
		if shown := ids(p.Overview(steps.Tasks)); shown[len(shown)-1] != "ai" || len(p.Overview(steps.Team)) != 4 {
			t.Errorf("%s: step 5 shows %v", name, shown)
		}
		taken := after(t, p, decided("ai")...)
		if got := ids(taken.Tasks()); len(got) != 5 || got[1] != "ai" || len(taken.Offered()) != 0 {
			t.Errorf("%s: taken, the overview has %v", name, got)
		}
		next := recorded(t, p, p.NextRound("2027-09-01", "Na zes maanden", "Na twaalf maanden"))
		if len(next.Tasks()) != 5 || undecided(next) != 1 || next.Edition() != 2 {
			t.Errorf("%s: the next round is of edition %d and has %v", name, next.Edition(), ids(next.Tasks()))
		}
		if made.Edition() != 1 || (name == first) != (made.Round.Edition != nil) {
			t.Errorf("%s: it is of edition %d", name, made.Edition())
		}
	}
	fresh := recorded(t, steps.NewPlan(editionTwo()), all)
	if len(fresh.Tasks()) != 5 || fresh.Edition() != 2 {
		t.Errorf("a new plan is of edition %d and has %v", fresh.Edition(), ids(fresh.Tasks()))
	}
	again := recorded(t, fresh, decided("ai"))
	if got := steps.Changes(fresh, again); len(got) != 1 {
		t.Errorf("a plan that has begun says its edition again: %+v", got)
	}
}

// TestACatalogueOfOnesOwnHasNoEditions: all that is in it counts.
func TestACatalogueOfOnesOwnHasNoEditions(t *testing.T) {
	p := after(t, planOf(t), change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(*editionTwo().Catalogue)})
	if len(p.Tasks()) != 5 || p.Offered() != nil {
		t.Errorf("it has %d tasks", len(p.Tasks()))
	}
}

// TestAnEditionThatIsNotThereYet is refused by name.
func TestAnEditionThatIsNotThereYet(t *testing.T) {
	p := steps.NewPlan(editionOne())
	err := p.Check(change{Kind: steps.ChangeRound, Number: steps.Set(1), Edition: steps.Set(2)})
	if r, ok := err.(steps.Refusals); !ok || r[0].Reason != "newer-edition" || r[0].Field != "edition" {
		t.Errorf("refused: %v", err)
	}
}
