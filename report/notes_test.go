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

// noted are notes and evidence of [reporttest.Together], by what they are of.
var noted = map[string]string{
	"a step": "besproken op het team", "the evidence of a step": "verslag 12 september", "a task": "prioriteit 2 van het beleidsplan", "a decision": "twee uur in plaats van vier",
}

// kept are texts of it that are no notes.
var kept = []string{"beslist zelf tot 500 euro", "elke laatste vrijdag", "loopt vlot"}

// TestNotesOnlyWhenAsked reads documents of all parts, and of each.
func TestNotesOnlyWhenAsked(t *testing.T) {
	t.Parallel()
	j := together(t)
	for _, sections := range append([][]string{nil, {report.Everything}, {"annex"}}, each(report.SectionChoices())...) {
		without := strings.Join(report.Summarize(j.Plan(), chosen(j, assets.Dutch, func(o *report.Options) { o.Sections, o.Notes = sections, false })).Texts(), "\n")
		for of, text := range noted {
			if strings.Contains(without, text) {
				t.Errorf("%v: the note of %s is told unasked", sections, of)
			}
		}
		if sections != nil {
			continue
		}
		with := strings.Join(report.Summarize(j.Plan(), chosen(j, assets.Dutch, func(o *report.Options) {})).Texts(), "\n")
		for of, text := range noted {
			if !strings.Contains(with, text) {
				t.Errorf("the note of %s that was asked for is missing", of)
			}
		}
		for _, text := range kept {
			if !strings.Contains(without, text) {
				t.Errorf("%q is no note, and is missing", text)
			}
		}
	}
}

// each puts every item in a list of its own.
func each(items []string) (lists [][]string) {
	for _, item := range items {
		lists = append(lists, []string{item})
	}
	return lists
}

// TestWhatIsOnlyNotedIsNotTold has answers, tasks and decisions of which all there is is a note.
func TestWhatIsOnlyNotedIsNotTold(t *testing.T) {
	t.Parallel()
	plan := planOf(t, []change{
		{Kind: steps.ChangeAnswer, Step: steps.Vision, Note: steps.Set("geheim"), By: steps.Clear[string]()},
		{Kind: steps.ChangeTask, Task: "wifi-management", Note: steps.Set("geheim")},
		{Kind: steps.ChangeResolution, Decision: "build-vision", Note: steps.Set("geheim")},
	})
	got := summaryWith(plan, func(o *report.Options) { o.Notes, o.Sections = false, []string{"task-answers", "resolutions"} })
	if strings.Contains(got, "geheim") || strings.Contains(got, "###") && !strings.Contains(got, "In de gekozen delen is nog niets ingevuld.") {
		t.Errorf("what is only noted is told:\n%s", got)
	}
}

// TestANoteOfHealthIsWarnedOf writes of colleagues in ways that should and should not be passed on.
func TestANoteOfHealthIsWarnedOf(t *testing.T) {
	t.Parallel()
	for text, warned := range map[string]bool{
		"Bart is ziek":                                            true,
		"b.claes: zwangerschapsverlof tot mei":                    true,
		"ELS DE SMET heeft een burn-out":                          true,
		"Claes is langdurig afwezig":                              true,
		"Bart had a burnout":                                      true,
		"An is on parental leave":                                 true,
		"de technisch ICT-coördinator neemt ouderschapsverlof op": true,
		"An, na haar operatie":                                    true,
		"vervanging bij ziekte regelen":                           false,
		"Bart geeft muziek en installeert het operatiesysteem":    false,
		"Bart kan niet, de leerlingen zijn ziek":                  true,
		"An volgt de afwezigheden van leerlingen op":              false,
		"Bart will leave the old server":                          false,
		"":                                                        false,
	} {
		for place, c := range map[string]change{
			"Stap 2: Gedragen visie": answer(steps.Vision, steps.Yes, text, ""),
			"Stap 1: Bewustzijn":     answer(steps.Awareness, steps.Yes, "", text),
			"Robots":                 reporttest.OwnTask("own-robots", "Robots", steps.PedagogicalTasks, func(c *change) { c.Note = steps.Set(text) }),
			"Tijd voor een visie":    {Kind: steps.ChangeResolution, Decision: "own-x", Text: steps.Set("Tijd voor een visie"), Note: steps.Set(text)},
		} {
			plan := planOf(t, team(), []change{c})
			for _, names := range report.NamesChoices {
				options := optionsIn(assets.Dutch)
				options.Names = names
				s := report.Summarize(plan, options)
				if line := strings.Join(s.Caution(texts[assets.Dutch]), "\n"); (line != "") != warned || warned && !strings.Contains(line, "‘"+place+"’") {
					t.Errorf("%s, names as %s: of %q is said %q", place, names, text, line)
				}
				if warned && strings.Contains(string(markdown.Render(s)), "gezondheid") {
					t.Errorf("the document itself warns")
				}
				options.Notes = false
				if s := report.Summarize(plan, options); s.Sensitive != nil {
					t.Errorf("%s: warned of a note that is not told", place)
				}
				options.Notes, options.Sections = true, []string{"team"}
				if s := report.Summarize(plan, options); s.Sensitive != nil {
					t.Errorf("%s: warned of a note in a part that is left out", place)
				}
			}
		}
	}
}

// TestManyPlacesAreOneLine counts the rest.
func TestManyPlacesAreOneLine(t *testing.T) {
	t.Parallel()
	changes := team()
	for _, task := range catalogue.Tasks[:9] {
		changes = append(changes, reporttest.Task(task.ID, func(c *change) { c.Note = steps.Set("Bart is ziek") }))
	}
	s := report.Summarize(planOf(t, changes), optionsIn(assets.English))
	if line := strings.Join(s.Caution(texts[assets.English]), "\n"); len(s.Sensitive) != 9 || !strings.Contains(line, "and 5 more") || strings.Contains(line, "\n") {
		t.Errorf("%d places: %s", len(s.Sensitive), line)
	}
}
