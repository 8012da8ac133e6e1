package report_test

import (
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/markdown"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// documentFor is the Dutch Markdown of a plan's document for a purpose, with people by their roles and without notes.
func documentFor(plan steps.Plan, subject report.Subject, choose func(*report.Options)) string {
	options := optionsIn(assets.Dutch)
	options.Subject, options.Names, options.Notes = subject, report.NamesAsRoles, false
	choose(&options)
	return string(markdown.Render(report.Document(plan, options)))
}

// TestAPageNamesItsMemberOnly has two teachers of one first name, who write about each other.
func TestAPageNamesItsMemberOnly(t *testing.T) {
	t.Parallel()
	plan := planOf(t, []change{
		member("els", "Els Claes", "teacher", 2, "els en E. Wuyts beslissen samen"), member("els-2", "Els Wuyts", "teacher", 2, ""), member("tom", "Tom Aers", "director", 0, ""),
		task("wifi-management", func(c *change) { c.Owner, c.Backup = steps.Set("els"), steps.Set("els-2") }),
		task("network-management", func(c *change) { c.Owner, c.Backup = steps.Set("tom"), steps.Set("els") }),
		task("backup-restore", func(c *change) {
			c.Owner, c.Sourcing, c.Expertise = steps.Set("els"), steps.Set(steps.Outsource), steps.Set(steps.No)
		}),
	})
	for _, test := range []struct {
		id           string
		names        report.Names
		says, leaves []string
	}{
		{"els", report.NamesAsRoles, []string{"## Els Claes, leraar", "| leraar 2 ", "| directie "}, []string{"Wuyts", "Tom", "Aers", "Back-ups"}},
		{"els-2", report.NamesAsRoles, []string{"## Els Wuyts, leraar", "Er zijn nog geen taken toegewezen.", "| leraar 1 ", "Er is geen mandaat vastgelegd."}, []string{"Claes", "Tom", "Aers"}},
		{"els", report.NamesAsInitials, []string{"## Els Claes, leraar", "| E.W.", "| T.A."}, []string{"Wuyts", "Aers"}},
		{"els", report.NamesInFull, []string{"## Els Claes, leraar", "| Els Wuyts", "| Tom Aers"}, nil},
	} {
		got := documentFor(plan, report.ForMember, func(o *report.Options) { o.Member, o.Names = test.id, test.names })
		for _, text := range test.says {
			if !strings.Contains(got, text) {
				t.Errorf("%s, names as %s: nothing says %q in:\n%s", test.id, test.names, text, got)
			}
		}
		for _, text := range test.leaves {
			if strings.Contains(got, text) {
				t.Errorf("%s, names as %s: %q is said in:\n%s", test.id, test.names, text, got)
			}
		}
	}
}

// TestANoteOnAPageIsWarnedOf where the page tells it, although it calls its member otherwise than other documents do.
func TestANoteOnAPageIsWarnedOf(t *testing.T) {
	t.Parallel()
	plan := planOf(t, team(), []change{task("wifi-management", func(c *change) { c.Owner, c.Note = steps.Set("an"), steps.Set("als Bart ziek is, springt An in") })})
	for id, want := range map[string]int{"an": 1, "bart": 0, "": 1} {
		options := optionsIn(assets.Dutch)
		options.Subject, options.Member, options.Names = report.ForMembers, id, report.NamesAsRoles
		if got := report.Document(plan, options).Sensitive; len(got) != want {
			t.Errorf("%q: %v", id, got)
		}
	}
}

// TestMinutesAreOfOneMeeting records decisions on several days, in two rounds.
func TestMinutesAreOfOneMeeting(t *testing.T) {
	t.Parallel()
	record := func(id string, outcome steps.Outcome, on steps.Date, owner string) change {
		c := change{Kind: steps.ChangeResolution, Decision: id, Outcome: steps.Set(string(outcome)), Owner: steps.Set(owner)}
		if on != "" {
			c.On = steps.Set(on)
		}
		return c
	}
	next := change{Kind: steps.ChangeRound, Number: steps.Set(2)}
	own := record("own-x", steps.Amended, "", "Directie")
	own.Text = steps.Set("Robots kopen")
	for name, test := range map[string]struct {
		entries      [][]change
		says, leaves []string
	}{
		"the newest day": {
			[][]change{{record("build-vision", steps.Approved, "2026-10-01", ""), record("make-policy-plan", steps.Postponed, "2026-10-12", "Directie"), own}},
			[]string{"besliste op 12 oktober 2026:", "1. **Een ICT-beleidsplan laten opmaken.** Verdaagd."}, []string{"visie", "Robots", "Uitvoering"},
		},
		"without a day": {[][]change{{own}}, []string{"op een dag die niet genoteerd is", "1. **Robots kopen.** Aangepast. Uitvoering: Directie."}, nil},
		"a day of an earlier round": {
			[][]change{{record("build-vision", steps.Approved, "2026-10-01", "")}, {next}, {own}},
			[]string{"niet genoteerd", "Robots"}, []string{"visie"},
		},
		"only earlier": {[][]change{{record("build-vision", steps.Approved, "2026-10-01", "")}, {next}}, []string{"1 oktober 2026", "Wie dit uitvoert, is nog niet afgesproken."}, nil},
		"none":         {nil, []string{"nog geen beslissing"}, []string{"handtekening"}},
	} {
		got := documentFor(planOf(t, test.entries...), report.ForMinutes, func(*report.Options) {})
		for _, text := range test.says {
			if !strings.Contains(got, text) {
				t.Errorf("%s: nothing says %q in:\n%s", name, text, got)
			}
		}
		for _, text := range test.leaves {
			if strings.Contains(got, text) {
				t.Errorf("%s: %q is said in:\n%s", name, text, got)
			}
		}
	}
}

// TestALetterSpeaksOfTheGroupAsItIs asks what is decided and what is not.
func TestALetterSpeaksOfTheGroupAsItIs(t *testing.T) {
	t.Parallel()
	pooling := []change{answer(steps.Pooling, steps.Open, "", "")}
	joined := []change{{Kind: steps.ChangeResolution, Decision: "join-means", Outcome: steps.Set(string(steps.Approved))}}
	for kind, within := range map[steps.GroupKind]bool{steps.SchoolGroup: true, steps.SchoolCommunity: false} {
		asking := documentFor(planOf(t, []change{school(kind)}, yes(steps.Awareness, steps.Vision, steps.Policy), pooling, joined), report.ForGroup, func(*report.Options) {})
		if !strings.Contains(asking, "Hierover is nog een beslissing nodig:") || !strings.Contains(asking, "Dit is al beslist:") || strings.Contains(asking, "**Binnen") != within {
			t.Errorf("%s:\n%s", kind, asking)
		}
		if strings.Contains(asking, "voor wat binnen de scholengroep") != within {
			t.Errorf("%s is spoken of as it is not:\n%s", kind, asking)
		}
	}
	if got := documentFor(alone(t).Plan(), report.ForGroup, func(*report.Options) {}); !strings.Contains(got, "Netwerk beheren") || !strings.Contains(got, "Aanspreekpunt in de school: ICT-coördinator.") {
		t.Errorf("a task to report is missing:\n%s", got)
	}
}

func TestContentsOfOtherDocuments(t *testing.T) {
	t.Parallel()
	for subject, want := range map[report.Subject]string{
		report.ForMember: "19 taken, 1 teamlid en 5 eigen teksten", report.ForMembers: "21 taken, 3 teamleden en 13 eigen teksten",
		report.ForGroup: "0 taken, 0 teamleden en 0 eigen teksten", report.ForMinutes: "0 taken, 0 teamleden en 1 eigen tekst",
	} {
		s := reporttest.About(together(t), subject, assets.Dutch)
		if got := report.ContentsOf(s, together(t).Plan(), texts[assets.Dutch]); got != want {
			t.Errorf("%s: got %q, want %q", subject, got, want)
		}
	}
}
