package mark_test

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/mark"
)

// said are the options that a mark says, and not are those that change nothing in what is compared, or that follow from
// the plan and its journal. An option that is in neither has to be put in one of them: see package mark.
var (
	said = []string{"Notes", "Texts", "Subject", "Names", "Motivation", "Decisions", "Sections"}
	not  = []string{"Origin", "LastEntry", "Member", "Today", "LastChange", "Previous", "Rounds", "People", "Fingerprint", "WholeTo", "Logo", "Place"}
)

func TestEveryOptionIsThoughtOf(t *testing.T) {
	for field := range reflect.TypeFor[report.Options]().Fields() {
		if !slices.Contains(said, field.Name) && !slices.Contains(not, field.Name) {
			t.Errorf("no mark says %s, nor is it known that it need not", field.Name)
		}
	}
}

func TestEverySectionHasItsBit(t *testing.T) {
	for _, section := range append(report.SectionChoices(), report.PolicySectionChoices()...) {
		o := report.Options{Texts: assets.Load(assets.Dutch), Sections: []string{section}}
		if got := mark.Parse(mark.Code("1a2b3c4d", o)); got.Known != mark.InFull || !slices.Equal(got.Options.Sections, o.Sections) {
			t.Errorf("%s: %v", section, got)
		}
	}
}

// TestAMarkIsReadAsItWasWritten, also where it was typed over.
func TestAMarkIsReadAsItWasWritten(t *testing.T) {
	letters := regexp.MustCompile(`^[0-9a-z-]+$`)
	rapid.Check(t, func(t *rapid.T) {
		o := report.Options{
			Texts:      assets.Load(rapid.SampledFrom(assets.Languages).Draw(t, "language")),
			Subject:    rapid.SampledFrom([]report.Subject{report.AboutPlan, report.ForPolicy, report.ForGroup, report.ForMinutes, report.ForMembers, report.ForSuccessor}).Draw(t, "subject"),
			Names:      rapid.SampledFrom(report.NamesChoices).Draw(t, "names"),
			Motivation: rapid.Bool().Draw(t, "motivation"),
			Notes:      rapid.Bool().Draw(t, "notes"),
			Sections:   rapid.SliceOfDistinct(rapid.SampledFrom(report.SectionChoices()), rapid.ID).Draw(t, "sections"),
		}
		if rapid.Bool().Draw(t, "decisions") {
			o.Decisions = &[]string{"Iets"}
		}
		code := mark.Code("1a2b3c4d", o)
		typed := rapid.SampledFrom([]func(string) string{
			strings.ToUpper, func(s string) string { return " " + s + "\n" }, func(s string) string { return strings.ReplaceAll(s, "-", "\u2011") },
		}).Draw(t, "typed")
		again, is := mark.Typed(typed("stappenplan-" + code))
		if !letters.MatchString(code) || len(code) > 40 || !is || again != code {
			t.Fatalf("%q is read as %q", code, again)
		}
		got := mark.Parse(code)
		slices.Sort(o.Sections)
		slices.Sort(got.Options.Sections)
		if got.Known != mark.InFull || got.Fingerprint != "1a2b3c4d" || got.Options.Texts != o.Texts || got.Options.Subject != o.Subject ||
			got.Options.Names != o.Names || got.Options.Motivation != o.Motivation || (got.Options.Decisions == nil) != (o.Decisions == nil) ||
			!slices.Equal(got.Options.Sections, o.Sections) {
			t.Errorf("%s: %v is read as %v", code, o, got)
		}
	})
}

func TestWhatNoMarkCanSay(t *testing.T) {
	texts := assets.Load(assets.Dutch)
	for _, o := range []report.Options{{}, {Texts: texts, Subject: "song"}, {Texts: texts, Names: "nicknames"}, {Texts: texts, Sections: []string{"chapter"}}} {
		if got := mark.Code("1a2b3c4d", o); got != "1a2b3c4d" {
			t.Errorf("%v has the mark %s", o, got)
		}
	}
	edition := mark.Edition(assets.Dutch)
	for code, want := range map[string]mark.Known{
		"1a2b3c4d":                            mark.WithoutOptions,
		"1a2b3c4d-nl":                         mark.OtherOptions,
		"1a2b3c4d-fr-pr-" + edition:           mark.OtherOptions,
		"1a2b3c4d-nl-zr-" + edition:           mark.OtherOptions,
		"1a2b3c4d-nl-prz-" + edition:          mark.OtherOptions,
		"1a2b3c4d-nl-prs-" + edition:          mark.OtherOptions,
		"1a2b3c4d-nl-prsfffffffff-" + edition: mark.OtherOptions,
		"1a2b3c4d-nl-pr-000000":               mark.OtherEdition,
		"1a2b3c4d-nl-pr-" + edition:           mark.InFull,
	} {
		if got := mark.Parse(code); got.Known != want || got.Fingerprint != "1a2b3c4d" {
			t.Errorf("%s is %v", code, got)
		}
	}
	if mark.Edition(assets.English) == edition || mark.Edition(assets.Dutch) != edition {
		t.Error("editions are not told apart, or not the same each time")
	}
}

func TestAMarkInAText(t *testing.T) {
	const code = "1a2b3c4d-nl-prs6-7f3a9c"
	for text, want := range map[string]string{
		"":                "",
		"stappenplan-xyz": "",
		"kenmerk stappenplan-" + code + "\nGemaakt":   code,
		"stappenplan-deadbeef en stappenplan-" + code: code,
		"stappenplan-1a2b3c4d-\nnl-prs6-\n7f3a9c":     code,
		"kenmerk stappenplan:1a2b3c4d pagina":         "1a2b3c4d",
	} {
		if got := mark.InText(text); got != want {
			t.Errorf("%q has the mark %q", text, got)
		}
	}
}
