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
		plan := assetstest.HoursPlan(r, &steps.Definitions{Catalogue: &small})
		kept := newSchool()
		fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", steps.Changes(steps.NewPlan(assets.Definitions()), plan)...))
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
		{known, known, "4 van 4 uur", "███│"},
		{known, unknown, "4 van ? uur", "    "},
		{unknown, known, "? van 4 uur", "    "},
		{steps.Tally{}, known, "0 van 4 uur", "░░░│"},
	} {
		if text, bar := screen.HoursText(texts, c.asked, c.given), (screen.Look{}).Load(c.asked, c.given, steps.Whole(4), 4); text != c.text || bar != c.bar {
			t.Errorf("%q %q, want %q %q", text, bar, c.text, c.bar)
		}
	}
}

// TestAnOverloadLooksLikeOne: all bars are on one scale, the limit is marked, and what lies beyond it is as long as it is.
func TestAnOverloadLooksLikeOne(t *testing.T) {
	t.Parallel()
	hours := func(n int64) steps.Tally { return steps.Tally{Count: 1, Hours: steps.Hundredths(n)} }
	for _, c := range []struct {
		asked, given int64
		bar, percent string
	}{
		{1630, 1000, "████████████│▓▓▓▓▓▓▓▓", "163\u00a0%"}, {500, 1000, "██████░░░░░░│        ", ""}, {1000, 1000, "████████████│        ", ""},
		{1001, 1000, "████████████│▓       ", "meer dan 100\u00a0%"}, {0, 0, "│                    ", ""}, {400, 0, "│▓▓▓▓▓               ", ""},
	} {
		if bar := (screen.Look{}).Load(hours(c.asked), hours(c.given), steps.Hundredths(1630), 21); bar != c.bar {
			t.Errorf("%d of %d is drawn as %q, want %q", c.asked, c.given, bar, c.bar)
		}
		if percent := screen.OverPercent(assets.Load(assets.Dutch), hours(c.asked), hours(c.given)); percent != c.percent {
			t.Errorf("%d of %d is %q", c.asked, c.given, percent)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		asked, given, width := rapid.Int64Range(0, 9000).Draw(r, "asked"), rapid.Int64Range(0, 9000).Draw(r, "given"), rapid.IntRange(4, 50).Draw(r, "width")
		bar := (screen.Look{}).Load(hours(asked), hours(given), steps.Hundredths(max(asked, given, rapid.Int64Range(0, 9000).Draw(r, "scale"))), width)
		if n := len([]rune(bar)); n != width || strings.Contains(bar, "▓") != (asked > given) || strings.Count(bar, "│") != 1 {
			r.Errorf("%q takes %d of %d cells", bar, n, width)
		}
	})
}
