package plain

import (
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
)

// adultSchool is the plan of a centre that came to step 5: of some tasks it is proposed that they do not apply, of some core tasks that they can wait.
func adultSchool(t *testing.T, more ...steps.Change) session.Journals {
	t.Helper()
	return keptPlan(t, append([]steps.Change{
		{Kind: steps.ChangeSchool, Level: steps.Set("adult")},
		answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.Yes), answer(steps.Pooling, steps.No),
	}, more...)...)
}

// unconfirmed are the tasks of a kept plan that deserve a look.
func unconfirmed(t *testing.T, kept session.Journals) map[string]bool {
	t.Helper()
	s := newSession(kept, "looking-")
	must(t, s.Reload())
	return s.Journal().Unconfirmed()
}

// acceptAll takes over all that is proposed at step 5, section by section.
var acceptAll = []string{"Technische kerntaken", "v", "Beleidstaken", "v", "Technische taken", "v", "Pedagogisch-didactische taken", "v", "Beleid en visie", "v", "Administratieve taken", "v"}

// TestWhatDeservesALookIsGoneThrough behind the sections whose proposals were taken over: each task is confirmed or decided otherwise.
func TestWhatDeservesALookIsGoneThrough(t *testing.T) {
	t.Parallel()
	kept := adultSchool(t)
	said, _ := talk(t, kept, append(acceptAll, "taken verdienen een blik.\n", "", "kan ze wachten?", "j", "Bewaard.", "stop")...)
	all, words := len(unconfirmed(t, kept))+1, assets.Load(assets.Dutch)
	says(t, said, "verdienen een blik: ", words.Plain.Look.Count.For(all))
	if strings.Count(said, "Enter gaat taak per taak") < 2 {
		t.Error(said)
	}
	said, plan := talk(t, kept, "Stap 6", "5", words.Plain.Look.Count.For(all-1)+" ‘blik’ gaat ze na.", "blik", "w slaat ze over", "?", "- ", "",
		"kan ze wachten?", "n", "Wanneer is ze nodig?", "n", "Bewaard.", "ongedaan", "Wanneer is ze nodig?", "n",
		"klopt dat?", "n", "Geldt deze taak", "g", "Wanneer is ze nodig?", "n", "klopt dat?", "stop")
	left := unconfirmed(t, kept)
	if len(left) != all-3 {
		t.Errorf("%d deserve a look, want %d:\n%s", len(left), all-3, said)
	}
	for id := range left {
		if d := plan.Decisions.Of(id); d.Relevance != steps.DoesNotApply && d.Horizon != steps.Long {
			t.Errorf("%s is changed: %+v", id, d)
		}
	}
}

// TestNothingDeservesALook where all is decided by hand: that is said, and the sections lead to whether a task is missing.
func TestNothingDeservesALook(t *testing.T) {
	t.Parallel()
	said, _ := talk(t, adultSchool(t), "Technische kerntaken", "blik", "Er is niets dat een blik verdient.", "w", "Beleidstaken", "w", "Technische taken", "w", "Pedagogisch-didactische taken", "w",
		"Beleid en visie", "w", "Administratieve taken", "w", "Ontbreekt er een taak?", "stop")
	if strings.Contains(said, "gaat ze na") {
		t.Error(said)
	}
}

// TestOneGoesFromOneOpenQuestionToTheNext, past all that is decided, and behind the last to the first again.
func TestOneGoesFromOneOpenQuestionToTheNext(t *testing.T) {
	t.Parallel()
	kept := adultSchool(t)
	s := newSession(kept, "b")
	must(t, s.Reload())
	must(t, s.Record(acceptedOf(s.Plan(), "wifi-management", "website")...))
	said, _ := talk(t, kept, "Technische kerntaken: 13 van 14 beslist.", ">", "Taak: Wifi beheren\nGeldt deze taak", ">", "Administratieve taken: 15 van 16 beslist.", "volgende",
		"Taak: Website van het centrum", ">", "taken verdienen een blik.\n", ">", "Technische kerntaken", "stop")
	if strings.Contains(said, "Netwerk beheren") {
		t.Error(said)
	}
}

// TestTheExpertiseOfAPartIsThereAtOnce, where nobody judged it yet; the solutions that are proposed for what is missing are accepted at once too.
func TestTheExpertiseOfAPartIsThereAtOnce(t *testing.T) {
	t.Parallel()
	kept := adultSchool(t)
	s := newSession(kept, "b")
	must(t, s.Reload())
	must(t, s.Record(append(acceptedOf(s.Plan()), steps.Change{Kind: steps.ChangeTask, Task: "wifi-management", Expertise: steps.Set(steps.No)})...))
	said, plan := talk(t, kept, "Technische taken: 1 van", "?", "- Wifi beheren (ontbreekt, Voorstel: ", "v", "Bewaard.", "<", "Technische taken", "a", "Bewaard.", "stop")
	task, _ := plan.Task("wifi-management")
	if task.Expertise != steps.No || task.Sourcing == "" {
		t.Errorf("wifi is %+v\n%s", task.Decision, said)
	}
	if task, _ := plan.Task("network-management"); task.Expertise != steps.Yes {
		t.Errorf("the network is %+v\n%s", task.Decision, said)
	}
}

// acceptedOf are the changes that take over what is proposed at step 5, but for some tasks.
func acceptedOf(plan steps.Plan, but ...string) (changes []steps.Change) {
	for _, task := range plan.Tasks() {
		if c, open := plan.Proposal(task, steps.Tasks); open && !slices.Contains(but, task.ID) {
			changes = append(changes, c)
		}
	}
	return changes
}
