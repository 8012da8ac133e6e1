package reporttest

import (
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
)

// Options are the options of a document with the differences between a journal's rounds.
func Options(j *steps.Journal, language assets.Language, choose func(*report.Options)) report.Options {
	options := OptionsIn(language)
	if previous, ok := j.Previous(); ok {
		options.Previous = &previous
	}
	options.Rounds, _ = j.RoundLines(options.Today)
	if last := j.Len(); last > 0 {
		options.Origin, options.LastEntry = j.Entry(1).ID, last
	}
	choose(&options)
	return options
}

// Summary is a journal's summary, with the differences between its rounds.
func Summary(j *steps.Journal, language assets.Language) report.Summary {
	return report.Summarize(j.Plan(), Options(j, language, func(*report.Options) {}))
}

// Headings are the titles of the parts of a summary, those of its sections, and the headings within these.
func Headings(s report.Summary) (levels [][]string) {
	levels = make([][]string, 3)
	for _, part := range s.Parts {
		levels[0] = append(levels[0], part.Title)
		for _, section := range part.Sections {
			levels[1] = append(levels[1], section.Title)
			for _, block := range section.Blocks {
				if heading, ok := block.(report.Heading); ok {
					levels[2] = append(levels[2], string(heading))
				}
			}
		}
	}
	return levels
}

// Documents are summaries of every kind.
func Documents(t testing.TB, language assets.Language) map[string]report.Summary {
	example := Example(t)
	return map[string]report.Summary{
		"not begun": Summary(JournalOf(t), language),
		"stopped":   Summary(Stopped(t), language),
		"alone":     Summary(Alone(t), language),
		"together":  Summary(Together(t), language),
		"example":   Summary(example, language),
		"own tasks": Summary(WithOwnTasks(t, 300), language),
		"blank":     report.Blank(Texts[language], assets.Definitions()),
		"policy":    report.PolicyPlan(example.Plan(), OptionsIn(language)),
		"member":    About(example, report.ForMember, language),
		"members":   About(Together(t), report.ForMembers, language),
		"group":     About(example, report.ForGroup, language),
		"minutes":   About(Together(t), report.ForMinutes, language),
		"successor": About(Together(t), report.ForSuccessor, language),
	}
}

// About is a journal's document for a purpose; one for a member is for An.
func About(j *steps.Journal, subject report.Subject, language assets.Language) report.Summary {
	return report.Document(j.Plan(), Options(j, language, func(o *report.Options) {
		o.Names, o.Subject = report.NamesAsRoles, subject
		if subject == report.ForMember {
			o.Member = "an"
		}
	}))
}

// ExampleBoard is the example school as a board gets it.
func ExampleBoard(t testing.TB, language assets.Language) report.Summary {
	return Board(Example(t), language, func(*report.Options) {})
}

// Board is a plan as a board gets it.
func Board(j *steps.Journal, language assets.Language, choose func(*report.Options)) report.Summary {
	return report.Summarize(j.Plan(), Options(j, language, func(o *report.Options) {
		o.Sections, o.Notes = []string{string(report.Brief), string(report.Detail)}, false
		choose(o)
	}))
}

// OptionsIn are options in a language, with a fixed day and fingerprint, people by their names, and what they noted.
func OptionsIn(language assets.Language) report.Options {
	return report.Options{
		Texts: Texts[language], Today: "2026-11-24", LastChange: "2026-11-24", Fingerprint: "1a2b3c4d", Names: report.NamesInFull, Notes: true,
	}
}

// Written is a document in a format.
func Written(t testing.TB, render func(report.Summary) ([]byte, error), s report.Summary) []byte {
	t.Helper()
	content, err := render(s)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// EveryBlock is a summary with every kind of block.
func EveryBlock() report.Summary {
	walk := report.Walk{Columns: [3]string{"", "Stap", "Stand"}, Steps: []report.WalkStep{
		{Number: 1, Name: "Bewustzijn", State: "ja", InFull: "ja", Mark: report.MarkDone}, {Number: 2, Name: "Gedragen visie", State: "nee", InFull: "nee", Mark: report.MarkNo, Here: true},
		{Number: 3, Name: "Plan", State: "nog te bespreken", InFull: "nog te bespreken", Mark: report.MarkOpen}, {Number: 4, Name: "Uren", State: "al iets ingevuld", InFull: "al iets ingevuld", Mark: report.MarkAhead},
		{Number: 5, Name: "Team", State: "nog niet aan de beurt", InFull: "nog niet aan de beurt", Mark: report.MarkWaiting},
	}}
	amount := func(whole int64, text string) report.Amount {
		return report.Amount{Value: steps.Whole(whole), Known: true, Text: text}
	}
	hours := report.Hours{Columns: [3]string{"Wie", "Gevraagd", "Beschikbaar"}, Lines: []report.HoursLine{
		{Label: "De school", Asked: amount(30, "30"), Available: amount(20, "20")}, {Label: "An", Asked: amount(10, "10"), Available: report.Amount{Text: "–"}},
	}}
	bars := report.Bars{Legend: []string{"nu", "later"}, Lines: []report.BarsLine{{Label: "Technisch", Counts: []int{4, 2}}, {Label: "Beleid", Counts: []int{0, 1}}}}
	list := report.List{Items: []report.Item{
		{Lead: "Eerst.", Text: "Dit."}, {Said: []report.Said{{Label: "Wie mag wat?", Text: "alles"}, {Label: "Notitie", Text: "een\n\n  twee"}}},
	}}
	steady := report.List{Numbered: true, Items: []report.Item{{Text: "Een & <ander>"}}}
	wide := report.Table{
		Columns: []report.Column{{Title: "Taak"}, {Title: "Termijn"}, {Title: "Trekker"}, {Title: "Uren", Number: true}},
		Rows:    [][]string{{"Wifi", "nu nodig", "An", "2"}},
	}
	form := report.Table{
		Columns: []report.Column{{Title: "Taak"}, {Title: "Termijn"}, {Title: "Trekker", Room: 16}, {Title: "Uren", Room: 5}},
		Rows:    [][]string{{"Wifi", "□ nu □ later", "", ""}},
	}
	return report.Summary{
		Language: assets.Dutch, Title: "Een plan", Facts: []string{"Ronde 1", "30 leerlingen"},
		Logo: report.Logo{Data: []byte("picture"), Type: "png", Width: 40, Height: 20}, Fingerprint: "1a2b3c4d",
		Parts: []report.Part{
			{ID: report.Brief, Title: "In het kort", Sections: []report.Section{{ID: report.SectionStanding, Title: "Stand", Blocks: []report.Block{report.Paragraph("Zo staat het."), walk, hours, bars}}}},
			{ID: report.Detail, Title: "Toelichting", Sections: []report.Section{{ID: report.SectionTasks, Title: "Taken", Blocks: []report.Block{
				report.Heading("Technisch"), wide, list, steady, report.Said{Label: "Notitie", Text: "kort"}, form, report.Room{Label: "Notitie", Lines: 2},
			}}}},
		},
		Foot: "Ronde 1 · kenmerk stappenplan-1a2b3c4d", Colophon: "Gemaakt met Stappenplan.",
	}
}

// NoBlanks is a text without its blanks, which are lost where a line breaks.
func NoBlanks(text string) string { return strings.Join(strings.Fields(text), "") }
