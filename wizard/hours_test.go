package wizard

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/assets"
	"stappenplan/assets/assetstest"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// TestTheTeamScreenHasTheHoursOfThePlan, of each member, of all together and of the school, in arbitrary plans.
func TestTheTeamScreenHasTheHoursOfThePlan(t *testing.T) {
	t.Parallel()
	small := *assets.Catalogue()
	small.Tasks = small.Tasks[:6]
	texts := assets.Load(assets.Dutch)
	rapid.Check(t, func(r *rapid.T) {
		plan := assetstest.HoursPlan(r, &small)
		kept := newSchool()
		fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", steps.Changes(steps.NewPlan(assets.Catalogue()), plan)...))
		s := kept.sit(t, 120, 60)
		s.root.perform(screen.Home(), false)
		s.root.push(screen.Place{Kind: screen.Team})
		shown, c := strings.Join(strings.Fields(s.screen()), " "), s.plan().Capacity()
		has := func(text string) {
			if !strings.Contains(shown, strings.Join(strings.Fields(text), " ")) {
				r.Errorf("%q is not on the screen:\n%s", text, s.screen())
			}
		}
		for _, m := range c.Members {
			has(screen.HoursText(texts, m.Owned(), m.Given))
		}
		if len(c.Members) > 1 {
			has(screen.HoursText(texts, c.Team.Owned(), c.Team.Given))
		}
		has(screen.HoursText(texts, c.School, c.Given))
		if c.School.Unknown > 0 {
			has(texts.Number(steps.Whole(int64(c.School.Unknown))))
		}
	})
}

// TestUnknownHoursAreDrawnAsUnknown: no number and no bar that looks like none.
func TestUnknownHoursAreDrawnAsUnknown(t *testing.T) {
	t.Parallel()
	known, unknown := steps.Tally{Count: 1, Hours: steps.Whole(4)}, steps.Tally{Count: 1, Unknown: 1}
	texts := assets.Load(assets.Dutch)
	for _, c := range []struct {
		asked, given steps.Tally
		text, bar    string
	}{
		{known, known, "4 van 4 uur", "████"},
		{known, unknown, "4 van ? uur", "    "},
		{unknown, known, "? van 4 uur", "    "},
		{steps.Tally{}, known, "0 van 4 uur", "░░░░"},
	} {
		if text, bar := screen.HoursText(texts, c.asked, c.given), screen.HoursBar(c.asked, c.given, 4); text != c.text || bar != c.bar {
			t.Errorf("%q %q, want %q %q", text, bar, c.text, c.bar)
		}
	}
}
