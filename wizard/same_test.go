package wizard

import (
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// placeOf is where the screens ask a question of a step.
func placeOf(step steps.StepID, q question.Question) screen.Place {
	switch {
	case q.About.Task != "":
		return screen.Place{Kind: screen.TaskCard, ID: q.About.Task}
	case q.About.Member != "":
		return screen.Place{Kind: screen.MemberCard, ID: q.About.Member}
	case q.About.Agreement != "":
		return screen.Place{Kind: screen.AgreementCard, ID: string(q.About.Agreement)}
	case q.ID == "member":
		return screen.Place{Kind: screen.NewMember}
	case q.Field == "hours":
		return screen.Place{Kind: screen.MeansList}
	case q.After:
		return screen.Place{Kind: screen.Follows, ID: string(step)}
	case slices.Contains([]steps.StepID{steps.Tasks, steps.Expertise, steps.Team}, step): // whose own screen is a list
		return screen.Place{Kind: screen.StepNote, ID: string(step)}
	}
	return screen.StepPlace(step)
}

// short are the fields whose label and choices ask enough on a page.
var short = []string{"level", "sourcing", "name"}

// TestTheScreensAskWhatIsAskedLineByLine, with the same words: what question.Of tells once is asked on the screens, where
// the question stands in full while the cursor is on it.
func TestTheScreensAskWhatIsAskedLineByLine(t *testing.T) {
	t.Parallel()
	plans := map[string]*school{"example": exampleSchool(t, assets.Dutch)}
	for _, choice := range []steps.Choice{steps.Yes, steps.No} {
		kept := newSchool()
		fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Awareness, steps.Yes), answer(steps.Policy, steps.No), answer(steps.Pooling, choice),
			steps.Change{Kind: steps.ChangeTask, Task: "wifi-management", Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short), Expertise: steps.Set(steps.No)},
			steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")}))
		plans[string(choice)] = kept
	}
	for name, kept := range plans {
		s := kept.sit(t, 110, 60) // where what follows stands below
		task := ""
		for _, step := range steps.Tree {
			for _, q := range question.Of(step.ID, s.plan(), s.root.session.Spoken()) {
				if q.Kind == question.Steps || task != "" && q.About.Task != "" && q.About.Task != task {
					continue // one tick a step; and of the tasks one will do
				}
				task = q.About.Task
				s.root.perform(screen.Home(), false)
				s.root.push(placeOf(step.ID, q))
				s.press("@" + q.Field)
				if text := strings.Join(strings.Fields(q.Text), " "); !strings.Contains(s.words(0), text) && !strings.Contains(s.words(railWidth), text) && !slices.Contains(short, q.Field) {
					t.Errorf("%s, step %s: %q (%s) is not asked:\n%s", name, step.ID, q.Text, q.ID, s.screen())
				}
			}
		}
	}
}

// words are those on the screen, from a column on, as there is a rail beside some pages.
func (s *sitting) words(from int) string {
	var said []string
	for row := range strings.Lines(s.screen()) {
		cells := []rune(row)
		said = append(said, strings.Fields(string(cells[min(from, len(cells)):]))...)
	}
	return strings.Join(said, " ")
}
