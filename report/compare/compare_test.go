package compare_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/assets"
	"stappenplan/assets/assetstest"
	"stappenplan/report"
	"stappenplan/report/compare"
	"stappenplan/report/docx"
	"stappenplan/report/html"
	"stappenplan/report/markdown"
	"stappenplan/report/odt"
	"stappenplan/report/pdf"
	"stappenplan/report/pptx"
	"stappenplan/report/reading"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// formats write a summary, and read the text of it back.
var formats = map[string]func(t testing.TB, s report.Summary) string{
	"md":   func(_ testing.TB, s report.Summary) string { return reading.Markdown(markdown.Render(s)) },
	"html": func(_ testing.TB, s report.Summary) string { return reading.Page(html.Render(s)) },
	"docx": func(t testing.TB, s report.Summary) string {
		return read(t, reading.Word, reporttest.Written(t, docx.Render, s))
	},
	"odt": func(t testing.TB, s report.Summary) string {
		return read(t, reading.OpenDocument, reporttest.Written(t, odt.Render, s))
	},
	"pdf": func(t testing.TB, s report.Summary) string {
		return read(t, reading.PDF, reporttest.Written(t, pdf.Render, s))
	},
}

func read(t testing.TB, as func([]byte) (string, error), document []byte) string {
	t.Helper()
	text, err := as(document)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// none fails for each difference that is found where there is none.
func none(t rapid.TB, name string, s report.Summary, text string) {
	t.Helper()
	for _, d := range compare.Compare(s, text) {
		t.Errorf("%s: under %q stands %q, not %q", name, d.Heading, d.Stands, d.Plan)
	}
}

// onSlides are slides of a summary read back, and what of the summary they say.
func onSlides(t testing.TB, s report.Summary) (report.Summary, string) {
	t.Helper()
	return pptx.Shown(s), read(t, reading.Slides, reporttest.Written(t, pptx.Render, s))
}

// TestSlidesAreCompared with what they say: nothing is told of them as they were made, and what was changed is.
func TestSlidesAreCompared(t *testing.T) {
	t.Parallel()
	for name, s := range reporttest.Boards(t, assets.Dutch) {
		shown, text := onSlides(t, s)
		none(t, name, shown, text)
	}
	rapid.Check(t, func(r *rapid.T) {
		shown, text := onSlides(t, arbitrary(r))
		none(r, "slides", shown, text)
	})
	s, text := onSlides(t, reporttest.ExampleBoard(t, assets.Dutch))
	for _, change := range []struct{ from, to, stands, plan string }{
		{"26 mei 2027", "26 juni 2027", "26 juni 2027", "26 mei 2027"},
		{"Uitbesteden: Cyber", "Zelf doen: Cyber", "Zelf doen: Cyberincidenten aanpakken", "Uitbesteden: Cyberincidenten aanpakken"},
		{"39", "41", "41", "39"},
	} {
		if !strings.Contains(text, change.from) {
			t.Fatalf("no slide says %q: %s", change.from, text)
		}
		d := one(t, change.to, s, strings.Replace(text, change.from, change.to, 1))
		if !strings.HasPrefix(d.Stands, change.stands) || !strings.HasPrefix(d.Plan, change.plan) {
			t.Errorf("%v", d)
		}
	}
}

func TestNothingIsToldOfADocumentAsItWasMade(t *testing.T) {
	t.Parallel()
	for _, language := range assets.Languages {
		for name, s := range reporttest.Documents(t, language) {
			if name == "blank" { // has no mark
				continue
			}
			for format, text := range formats {
				none(t, name+" in "+format, s, text(t, s))
			}
		}
	}
	for _, h := range reporttest.HostileKinds(t) {
		s := reporttest.Summary(reporttest.Everywhere(t, h.Text+string(h.Base64)), assets.Dutch)
		for format, text := range formats {
			none(t, h.ID+" in "+format, s, text(t, s))
		}
	}
}

// TestNothingIsToldOfArbitraryPlans makes documents of arbitrary plans in any format.
func TestNothingIsToldOfArbitraryPlans(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		s, format := arbitrary(r), anyFormat(r)
		none(r, format, s, formats[format](t, s))
	})
}

func anyFormat(r *rapid.T) string {
	return rapid.SampledFrom(slices.Sorted(maps.Keys(formats))).Draw(r, "format")
}

// arbitrary is the summary of an arbitrary plan, with options that are too.
func arbitrary(r *rapid.T) report.Summary {
	options := reporttest.OptionsIn(rapid.SampledFrom(assets.Languages).Draw(r, "language"))
	options.Names = rapid.SampledFrom(report.NamesChoices).Draw(r, "names")
	options.Sections = rapid.SliceOfN(rapid.SampledFrom(report.SectionChoices()), 0, 3).Draw(r, "sections")
	return report.Summarize(assetstest.HoursPlan(r, assets.Definitions()), options)
}

func one(t *testing.T, label string, s report.Summary, text string) compare.Difference {
	t.Helper()
	found := compare.Compare(s, text)
	if len(found) != 1 {
		t.Errorf("found %v in %s", found, label)
		return compare.Difference{}
	}
	return found[0]
}

// TestAFigureOfAnotherPlanIsTold reads a document of a school with other figures as if it were of the first.
func TestAFigureOfAnotherPlanIsTold(t *testing.T) {
	t.Parallel()
	school := func(pupils int, hours int64) report.Summary {
		changes := reporttest.School(steps.NoGroup)
		changes.Pupils, changes.Hours = steps.Set(pupils), steps.Set(steps.Tenths(hours))
		return reporttest.Summary(reporttest.JournalOf(t, []reporttest.Change{changes}, reporttest.Yes(steps.Awareness)), assets.Dutch)
	}
	ours := school(830, 342)
	for format, text := range formats {
		found := compare.Compare(ours, text(t, school(803, 342)))
		want := []compare.Difference{{Heading: ours.Title, Stands: "803", Plan: "830"}, {Heading: "Gegevens van de school", Stands: "803", Plan: "830"}}
		if !slices.Equal(found, want) {
			t.Errorf("%s: %v", format, found)
		}
		found = compare.Compare(ours, text(t, school(830, 352)))
		if len(found) == 0 {
			t.Errorf("%s: other hours are not found", format)
		}
		for _, d := range found {
			if d.Stands != "35,2" || d.Plan != "34,2" {
				t.Errorf("%s: %v", format, d)
			}
		}
	}
}

// TestWhatIsEditedByHand edits the text of a document of the example school.
func TestWhatIsEditedByHand(t *testing.T) {
	t.Parallel()
	s := reporttest.ExampleBoard(t, assets.Dutch)
	for format, text := range formats {
		text := text(t, s)
		edited := func(from, to string) string {
			t.Helper()
			if !strings.Contains(text, from) {
				t.Fatalf("%s has no %q", format, from)
			}
			return strings.Replace(text, from, to, 1)
		}
		for _, prose := range [][2]string{
			{"De school staat bij", "Onze school staat vandaag bij"},
			{"37,8 uur: 1,2 uur te weinig", "37.80 uur: 1,2 uur te weinig"},
			{"37,8 uur: 1,2 uur te weinig", "37,\n8 uur: 1,2 uur te weinig"}, // in a narrow column
			{"op 26 mei 2027", "op 26/05/2027"},
			{"op 26 mei 2027", "op 26 mei"},
			{"school vragen 39 uur", "school vragen ³⁹ uur"},
			{"De school evalueert opnieuw op", "De 3 directeurs van de 2 scholen evalueren opnieuw op"},
			{"De taken op school vragen", "Wat op school gebeurt, vraagt"},
		} {
			none(t, format, s, edited(prose[0], prose[1]))
		}
		for _, change := range []struct{ from, to, stands, plan, heading string }{
			{"school vragen 39 uur", "school vragen 41 uur", "41", "39", "Uren"},
			{"op 26 mei 2027", "op 26 juni 2027", "26 juni 2027", "26 mei 2027", "Volgende evaluatie"},
			{"1,2 uur te weinig", "2 uur te weinig", "2", "1,2", "Uren"},
			{"1,2 uur te weinig", "12 uur te weinig", "12", "1,2", "Uren"},
			{"op 26 mei 2027", "op 26 juni", "26 juni", "26 mei 2027", "Volgende evaluatie"},
			{"school vragen 39 uur", "school vragen ٤١ uur", "41", "39", "Uren"}, // in digits that look otherwise
			{"school vragen 39 uur", "school vragen 4\u200b1 uur", "41", "39", "Uren"},
		} {
			if d := one(t, format+": "+change.to, s, edited(change.from, change.to)); d.Stands != change.stands || d.Plan != change.plan || d.Heading != change.heading {
				t.Errorf("%s: %v", format, d)
			}
		}
		for _, change := range [][2]string{
			{"Uitbesteden: Cyberincidenten aanpakken.", "Zelf doen: Cyberincidenten aanpakken."},
			{"1,2 uur per week extra vrijmaken", "12 uur per week extra vrijmaken"},
			{"De mandaten in het ICT-team bevestigen (", "De mandaten in het ICT-team afschaffen ("},
		} {
			if d := one(t, format+": "+change[1], s, edited(change[0], change[1])); !d.Decision || !strings.Contains(d.Stands, strings.Fields(change[1])[0]) || d.Heading != "Gevraagde beslissingen" {
				t.Errorf("%s: %v", format, d)
			}
		}
	}
}

// TestAFigureBeforeAHeadingOfTheSameWordIsTold changes the last figure of a section whose last word is that of the next heading,
// which a format writes as the name of a table too.
func TestAFigureBeforeAHeadingOfTheSameWordIsTold(t *testing.T) {
	t.Parallel()
	section := func(title, text string) report.Section {
		return report.Section{Title: title, Blocks: []report.Block{report.Paragraph(text)}}
	}
	s := report.Summary{Language: assets.Dutch, Title: "Naar een ICT-team", Parts: []report.Part{{Title: "Takenoverzicht", Sections: []report.Section{
		section("Technische taken", "Nog te beslissen: 15 taken."), section("Didactische taken", "Nog te beslissen: 15 taken."),
	}}}}
	read := "Naar een ICT-team Takenoverzicht Technische taken Nog te beslissen: 6 taken. Didactische taken Didactische taken Nog te beslissen: 15 taken."
	if d := one(t, "the text", s, read); d.Stands != "6" || d.Plan != "15" || d.Heading != "Technische taken" {
		t.Errorf("found %v", d)
	}
}

// TestAFigureAboveAFootIsTold changes the last figure of a page into another, where the foot has the first one as the number of pages.
func TestAFigureAboveAFootIsTold(t *testing.T) {
	t.Parallel()
	table := report.Table{Columns: []report.Column{{Title: "Teamlid"}, {Title: "Trekt"}}, Rows: [][]string{{"An", "2"}, {"Bert", "3"}}}
	s := report.Summary{Language: assets.Dutch, Title: "Naar een ICT-team", School: "De Linde 2", Foot: "Ronde 1 · stand van 24 november 2026", Parts: []report.Part{
		{Title: "Toelichting", Sections: []report.Section{{Title: "Het team", Blocks: []report.Block{table}}}}, {Title: "Bijlage"},
	}}
	for _, foot := range []string{"Ronde 1 · stand van 24 november 2026 pagina 1 van 3", "De Linde 2 · Ronde 1 · stand van 24 november 2026 pagina 2 van 3", "De Linde … · Ronde 1 · stand van 24 november 2026 pagina 2 van 3"} {
		read := "Naar een ICT-team Toelichting Het team Teamlid Trekt An 2 Bert 1 " + foot + " Bijlage " + foot
		if d := one(t, foot, s, read); d.Stands != "1" || d.Plan != "3" || d.Heading != "Het team: Bert" {
			t.Errorf("%s: found %v", foot, d)
		}
	}
}

// TestEveryChangedFigureIsTold changes one number or date anywhere in the document of an arbitrary plan.
func TestEveryChangedFigureIsTold(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		s, format := arbitrary(r), anyFormat(r)
		changed, was, is := otherFigure(r, s)
		if found := compare.Compare(s, formats[format](t, changed)); len(found) != 1 {
			r.Errorf("%s: %q is now %q, found %v", format, was, is, found)
		}
	})
}

var figure = regexp.MustCompile(`\d+`)

// otherFigure is a document with another number in one of its paragraphs, items or cells.
func otherFigure(r *rapid.T, s report.Summary) (changed report.Summary, was, is string) {
	var places []func(string) // put a text in the place of one that has a number
	var texts []string
	place := func(text string, put func(string)) {
		if figure.MatchString(text) {
			texts, places = append(texts, text), append(places, put)
		}
	}
	s.Parts = slices.Clone(s.Parts)
	for p := range s.Parts {
		s.Parts[p].Sections = slices.Clone(s.Parts[p].Sections)
		for i := range s.Parts[p].Sections {
			section := &s.Parts[p].Sections[i]
			section.Blocks = slices.Clone(section.Blocks)
			for b, block := range section.Blocks {
				put := func(block report.Block) { section.Blocks[b] = block }
				switch block := block.(type) {
				case report.Paragraph:
					place(string(block), func(text string) { put(report.Paragraph(text)) })
				case report.List:
					for i, item := range block.Items {
						place(item.Text, func(text string) {
							block.Items = slices.Clone(block.Items)
							block.Items[i].Text = text
							put(block)
						})
					}
				case report.Table:
					for i, row := range block.Rows {
						for k, cell := range row {
							place(cell, func(text string) {
								block.Rows = slices.Clone(block.Rows)
								block.Rows[i] = slices.Clone(row)
								block.Rows[i][k] = text
								put(block)
							})
						}
					}
				}
			}
		}
	}
	if len(places) == 0 {
		r.Skip("no figures")
	}
	at := rapid.IntRange(0, len(places)-1).Draw(r, "place")
	found := figure.FindAllStringIndex(texts[at], -1)
	one := found[rapid.IntRange(0, len(found)-1).Draw(r, "which")]
	// Part of a figure with the next beside it can be that figure, broken in a narrow column: that is not told.
	old := texts[at][one[0]:one[1]]
	other := rapid.StringMatching(`[1-9][1-9]?`).Filter(func(n string) bool { return !strings.Contains(old, n) }).Draw(r, "other")
	is = texts[at][:one[0]] + other + texts[at][one[1]:]
	places[at](is)
	return s, texts[at], is
}

// TestWhatIsMissingIsTold leaves out what a reader would miss, and what is no more than text.
func TestWhatIsMissingIsTold(t *testing.T) {
	t.Parallel()
	all, brief := reporttest.ExampleBoard(t, assets.Dutch), report.Summary{}
	brief = reporttest.Board(reporttest.Example(t), assets.Dutch, func(o *report.Options) { o.Sections = []string{string(report.Brief)} })
	edit := func(text, from, to string) string {
		t.Helper()
		lines := regexp.MustCompile(strings.Join(strings.Fields(regexp.QuoteMeta(from)), `\s+`))
		at := lines.FindStringIndex(text)
		if at == nil {
			t.Fatalf("there is no %q in %s", from, text)
		}
		return text[:at[0]] + to + text[at[1]:]
	}
	asked := "Gevraagde beslissingen"
	// Where a picture or a head of a table follows, nothing can be said.
	wordsAround := map[string][]compare.Difference{"pdf": {{Heading: "Uren", Plan: "3,5"}}}
	for format, text := range formats {
		inAll, inBrief := text(t, all), text(t, brief)
		for _, c := range []struct {
			in, from, to string
			want         []compare.Difference
		}{
			{inAll, "opnieuw op 26 mei 2027", "opnieuw op", []compare.Difference{{Heading: "Volgende evaluatie", Plan: "26 mei 2027"}}},
			{inAll, "vragen 39 uur", "vragen uur", []compare.Difference{{Heading: "Uren", Plan: "39"}}},
			{inAll, "is 37,8 uur: 1,2 uur te", "is uur: uur te", []compare.Difference{{Heading: "Uren", Plan: "37,8 · 1,2"}}},
			{inAll, "De taken op school vragen 39 uur per week.", "", nil}, // stands in the table too
			{inBrief, "Het team draagt ook nog 1 taak bij de groep (0,5 uur per week).", "", []compare.Difference{{Heading: "Uren", Plan: "0,5"}}},
			{inBrief, "(0,5 uur per week)", "", []compare.Difference{{Heading: "Uren", Plan: "0,5"}}},
			{inBrief, "Nog niet verdeeld: 4 taken (3,5 uur per week).", "", wordsAround[format]},
			{inBrief, "Het team draagt ook nog 1 taak bij de groep (0,5 uur per week).", "De groep helpt een half uur mee.", nil},
			{inBrief, "De school evalueert opnieuw op 26 mei 2027", "De school evalueert opnieuw", []compare.Difference{{Heading: "Volgende evaluatie", Plan: "26 mei 2027"}}},
			{inBrief, "Volgende evaluatie De school evalueert opnieuw op 26 mei 2027", "", nil}, // with its heading
			{inBrief, "Uitbesteden: Cyberincidenten aanpakken.", "", []compare.Difference{{Heading: asked, Plan: "Uitbesteden: Cyberincidenten aanpakken", Decision: true}}},
		} {
			if strings.HasPrefix(c.from, "Volgende") && format == "md" {
				c.from = "### Volgende evaluatie De school evalueert opnieuw op 26 mei 2027"
			}
			if found := compare.Compare(map[bool]report.Summary{true: all, false: brief}[c.in == inAll], edit(c.in, c.from, c.to)); !slices.Equal(found, c.want) {
				t.Errorf("%s, %q is now %q: %v", format, c.from, c.to, found)
			}
		}
	}
}

// TestADecisionThatWasAddedIsTold where the format says what is an item; other text in its place is not told.
func TestADecisionThatWasAddedIsTold(t *testing.T) {
	t.Parallel()
	s := reporttest.ExampleBoard(t, assets.Dutch)
	const own = "Twaalf laptops kopen voor het secretariaat."
	item := regexp.MustCompile(`(?m)^.*Uitbesteden: Cyberincidenten.*$`)
	for format, text := range formats {
		text := text(t, s)
		line := item.FindString(text)
		for place, edited := range map[string]string{
			"before": strings.Replace(text, line, strings.Split(line, "Uitbesteden")[0]+own+"\n"+line, 1),
			"behind": strings.Replace(text, line, line+"\n"+strings.Split(line, "Uitbesteden")[0]+own, 1),
		} {
			found := compare.Compare(s, edited)
			if format == "pdf" {
				if len(found) > 0 {
					t.Errorf("pdf, %s: %v", place, found)
				}
				continue
			}
			if len(found) != 1 || !found[0].Decision || found[0].Plan != "" || !strings.HasSuffix(strings.Trim(found[0].Stands, "*"), own) {
				t.Errorf("%s, %s: %v", format, place, found)
			}
		}
		none(t, format+" with a paragraph more", s, strings.Replace(text, line, line+"\n"+own, 1))
		none(t, format+" with other reasons", s, strings.Replace(text, "De expertise daarvoor ontbreekt in de school.", "Dat kan de school niet zelf, en wie het wel kan is duur, schaars en druk bezet: vraag dus eerst een offerte.", 1))
	}
}
