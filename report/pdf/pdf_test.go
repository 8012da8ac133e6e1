package pdf_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/pdf"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// pdfOf is a summary as a PDF.
func pdfOf(t testing.TB, s report.Summary) []byte {
	t.Helper()
	return reporttest.Written(t, pdf.Render, s)
}

func TestPDFOfTheExampleIsAtMostFourPages(t *testing.T) {
	t.Parallel()
	for _, language := range assets.Languages {
		for _, names := range report.NamesChoices {
			content := pdfOf(t, reporttest.Board(reporttest.Example(t), language, func(o *report.Options) { o.Names = names }))
			if !bytes.HasPrefix(content, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(content), []byte("%%EOF")) {
				t.Fatalf("%s: this is no whole PDF", language)
			}
			if n := len(readPDF(t, content)); n == 0 || n > 4 {
				t.Errorf("%s, %s: %d pages", language, names, n)
			}
		}
	}
}

// TestPDFFirstPageStandsAlone finds the first part whole on the first page, and the next one on the second.
func TestPDFFirstPageStandsAlone(t *testing.T) {
	t.Parallel()
	var many []reporttest.Change
	for i := range 14 {
		many = append(many, reporttest.Member(fmt.Sprint("lid-", i), fmt.Sprint("Collega ", i), "teacher", int64(i), ""))
	}
	journals := map[string]*steps.Journal{"example": reporttest.Example(t), "together": reporttest.Together(t), "large team": reporttest.JournalOf(t, reporttest.Team(), many, reporttest.Decided())}
	for name, j := range journals {
		s := reporttest.Board(j, assets.Dutch, func(o *report.Options) { o.Names = report.NamesInFull })
		pages := readPDF(t, pdfOf(t, s))
		first := aboveFoot(pages[0])
		for _, section := range s.Parts[0].Sections {
			if !strings.Contains(first, reporttest.NoBlanks(section.Title)) {
				t.Errorf("%s: %q is not on the first page", name, section.Title)
			}
		}
		if !strings.HasPrefix(aboveFoot(pages[1]), reporttest.NoBlanks(s.Parts[1].Title)) {
			t.Errorf("%s: the second page begins with %.40q", name, aboveFoot(pages[1]))
		}
	}
}

// TestPDFDocuments looks at documents of every kind.
func TestPDFDocuments(t *testing.T) {
	t.Parallel()
	all := reporttest.Documents(t, assets.Dutch)
	all["on paper"], all["in English"] = reporttest.ExampleBoard(t, assets.Dutch), reporttest.ExampleBoard(t, assets.English)
	for name, s := range all {
		t.Run(name, func(t *testing.T) {
			content := pdfOf(t, s)
			pages := readPDF(t, content)
			saysEverything(t, s, pages)
			if s.Language == assets.Dutch {
				pagesHoldTogether(t, s, pages)
			}
			if (reporttest.Long || name == "example") && !bytes.Equal(content, pdfOf(t, s)) {
				t.Error("twice the same is not the same")
			}
		})
	}
}

func saysEverything(t *testing.T, s report.Summary, pages [][]pdfText) {
	t.Helper()
	var text strings.Builder
	for _, page := range pages {
		text.WriteString(aboveFoot(page))
	}
	for _, said := range append(onPages(s), s.Title, s.Colophon) {
		if !strings.Contains(text.String(), reporttest.NoBlanks(said)) {
			t.Errorf("%q is not on a page", said)
		}
	}
}

// pagesHoldTogether looks at how every page ends and begins: numbered, no heading alone at its foot, nothing beside the
// page, and a table that goes on has its head again.
func pagesHoldTogether(t *testing.T, s report.Summary, pages [][]pdfText) {
	t.Helper()
	headings := slices.Concat(reporttest.Headings(s)...)
	for n, page := range pages {
		number := reporttest.Texts[assets.Dutch].Document.PageOf.Fill("n", n+1, "total", len(pages))
		if !slices.ContainsFunc(page, func(one pdfText) bool { return one.Y < footTop && one.Text == number }) {
			t.Errorf("page %d has no number", n+1)
		}
		above := slices.DeleteFunc(page, func(one pdfText) bool { return one.Y < footTop })
		if last := above[len(above)-1].Text; slices.Contains(headings, last) {
			t.Errorf("%q stands alone at the foot of page %d", last, n+1)
		}
		for _, one := range above {
			if one.X < 40 || one.X > 560 || one.Y < 45 || one.Y > 810 {
				t.Errorf("%q stands at %v, %v", one.Text, one.X, one.Y)
			}
		}
		if task := reporttest.Texts[assets.Dutch].Field("task"); strings.HasPrefix(aboveFoot(above), "Eigentaak") {
			t.Errorf("page %d goes on with tasks without the head %q", n+1, task)
		}
	}
}

func TestPDFCarriesItsMark(t *testing.T) {
	t.Parallel()
	s := reporttest.ExampleBoard(t, assets.Dutch)
	if s.Fingerprint == "" {
		t.Fatal("the summary has no fingerprint")
	}
	if content := pdfOf(t, s); !bytes.Contains(content, utf16Of(s.Mark())) {
		t.Error("the fingerprint is not among its properties")
	}
}

// utf16Of is how a PDF writes a text in its properties.
func utf16Of(text string) []byte {
	var b bytes.Buffer
	for _, r := range text {
		b.Write([]byte{0, byte(r)})
	}
	return b.Bytes()
}

func TestPDFHasABookmarkForEachPartAndSection(t *testing.T) {
	t.Parallel()
	s := reporttest.ExampleBoard(t, assets.Dutch)
	want := len(s.Parts)
	for _, part := range s.Parts {
		want += len(part.Sections)
	}
	file := pdfOf(t, s)
	if got := len(regexp.MustCompile(`/Dest \[\d+ 0 R /XYZ`).FindAll(file, -1)); got != want {
		t.Errorf("%d bookmarks for %d parts and sections", got, want)
	}
	var counts []string
	for _, part := range s.Parts {
		counts = append(counts, fmt.Sprintf("/Count -%d>>", len(part.Sections)))
	}
	var got []string
	for _, count := range regexp.MustCompile(`/Count [-0-9]+>>`).FindAll(file, -1) {
		got = append(got, string(count))
	}
	if !slices.Equal(got, counts) {
		t.Errorf("the bookmarks of parts have %q below them, not %q", got, counts)
	}
}

func TestPDFShowsTheLogo(t *testing.T) {
	t.Parallel()
	with, without := reporttest.ExampleBoard(t, assets.Dutch), reporttest.ExampleBoard(t, assets.Dutch)
	with.Logo = someLogo(t)
	picture := []byte("/Subtype /Image")
	if !bytes.Contains(pdfOf(t, with), picture) || bytes.Contains(pdfOf(t, without), picture) {
		t.Error("a logo that was given, and only that, belongs in the document")
	}
}

// TestPDFTellsWhichLettersAreMissing writes what the font cannot: never a box, never nothing.
func TestPDFTellsWhichLettersAreMissing(t *testing.T) {
	t.Parallel()
	note := string(reporttest.Texts[assets.Dutch].Document.MissingNote)
	for text, want := range map[string]string{
		"陳小姐 komt ook": "[3 tekens] komt ook",
		"علي":          "[3 tekens]",
		"goed 👍":       "goed [1 teken]",
	} {
		read := readAll(t, pdfOf(t, reporttest.Summary(reporttest.Everywhere(t, text), assets.Dutch)))
		if !strings.Contains(read, reporttest.NoBlanks(want)) || !strings.Contains(read, reporttest.NoBlanks(note)) {
			t.Errorf("%q is not told as %q, with what that means", text, want)
		}
	}
	for text, want := range map[string]string{"✓ klaar": "ja klaar", "ﬁjn 𝐀": "ﬁjn A", "Ĳzer é ≥ →": "Ĳzer é ≥ →", "Γιώργος, Олександр": "Γιώργος, Олександр"} {
		read := readAll(t, pdfOf(t, reporttest.Summary(reporttest.Everywhere(t, text), assets.Dutch)))
		if !strings.Contains(read, reporttest.NoBlanks(want)) || strings.Contains(read, reporttest.NoBlanks(note)) {
			t.Errorf("%q is not written as %q", text, want)
		}
	}
}

// TestPDFTakesAnyText writes each hostile text everywhere. Every letter on a page is one that the font has, and
// every letter of the text that the font has is on a page.
func TestPDFTakesAnyText(t *testing.T) {
	t.Parallel()
	font, err := sfnt.Parse(liberationsansregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	var buffer sfnt.Buffer
	unwritable := func(r rune) bool {
		glyph, err := font.GlyphIndex(&buffer, r)
		return err != nil || glyph == 0 || unicode.Is(unicode.Hebrew, r) || unicode.IsSpace(r) || !unicode.IsGraphic(r)
	}
	for _, h := range reporttest.HostileKinds(t) {
		t.Run(h.ID, func(t *testing.T) {
			text := h.Text + string(h.Base64)
			read := readAll(t, pdfOf(t, reporttest.Summary(reporttest.Everywhere(t, text), assets.Dutch)))
			for _, r := range read {
				if glyph, err := font.GlyphIndex(&buffer, r); err != nil || glyph == 0 {
					t.Fatalf("%q is written, and the font has no such letter", r)
				}
			}
			for _, letters := range strings.FieldsFunc(norm.NFC.String(steps.Clean(text)), unwritable) {
				if !strings.Contains(read, letters) {
					t.Errorf("%q is not on a page", letters)
				}
			}
		})
	}
}

// TestPDFBreaksLongTexts writes more than a page in every field there is.
func TestPDFBreaksLongTexts(t *testing.T) {
	t.Parallel()
	size := reporttest.ShortOrLong(1, 10)
	for _, text := range []string{strings.Repeat("Werkgroep ICT. ", 600*size), strings.Repeat("x", 9000*size), strings.Repeat("regel\n", 900*size)} {
		read := readAll(t, pdfOf(t, reporttest.Summary(reporttest.Everywhere(t, text), assets.Dutch)))
		if want := reporttest.NoBlanks(text); !strings.Contains(read, want) {
			t.Errorf("%.20q… is not whole in the document", text)
		}
	}
}

// TestPDFTitleHoldsTogether: however long the name of a school, what its team is called is not torn by the end of a line.
func TestPDFTitleHoldsTogether(t *testing.T) {
	t.Parallel()
	step := reporttest.ShortOrLong(7, 1)
	for _, language := range assets.Languages {
		for n := 0; n < 50; n += step {
			s := reporttest.Summary(reporttest.Stopped(t), language)
			name := strings.Repeat("i", n+2) + " Klaverdam"
			s.Title = reporttest.Texts[language].Report.TitleFor.Fill("school", name)
			for _, one := range readPDF(t, pdfOf(t, s))[0] {
				if strings.TrimSpace(one.Text) == "team" {
					t.Errorf("%s: %q ends in a line with %q", language, s.Title, one.Text)
				}
			}
		}
	}
}

func TestPDFNamesNobody(t *testing.T) {
	t.Parallel()
	reporttest.NamesNobody(t, func(s report.Summary) string {
		var text strings.Builder
		for _, page := range readPDF(t, pdfOf(t, s)) {
			for _, piece := range page {
				text.WriteString(piece.Text + " ")
			}
		}
		return text.String()
	})
}

// TestPDFHasItsNotice under the title, where there is one.
func TestPDFHasItsNotice(t *testing.T) {
	t.Parallel()
	s := reporttest.ExampleBoard(t, assets.Dutch)
	s.Notice = "Dit plan is niet heel."
	facts, first := reporttest.NoBlanks(strings.Join(s.Facts, " · ")), aboveFoot(readPDF(t, pdfOf(t, s))[0])
	if !strings.Contains(first, facts+reporttest.NoBlanks(s.Notice)) {
		t.Errorf("under the title is %.300q", first)
	}
}

func BenchmarkPDFExample(b *testing.B) { benchmarkPDF(b, reporttest.ExampleBoard(b, assets.Dutch)) }
func BenchmarkPDFManyTasks(b *testing.B) {
	benchmarkPDF(b, reporttest.Summary(reporttest.WithOwnTasks(b, 500), assets.Dutch))
}

func benchmarkPDF(b *testing.B, s report.Summary) {
	b.ReportAllocs()
	for b.Loop() {
		pdfOf(b, s)
	}
}

// onPages are the texts that stand on the pages: pictures say their numbers, and need no titles of columns.
func onPages(s report.Summary) (texts []string) {
	for _, part := range s.Parts {
		texts = append(texts, part.Title)
		for _, section := range part.Sections {
			texts = append(texts, section.Title)
			for _, block := range section.Blocks {
				switch b := block.(type) {
				case report.Walk:
					for _, step := range b.Steps {
						texts = append(texts, step.Name, step.State)
					}
				case report.Hours:
					for _, line := range b.Lines {
						texts = append(texts, line.Asked.Text)
					}
				case report.Bars:
					texts = append(texts, b.Legend...)
				default:
					texts = append(texts, report.TextsOf(block)...)
				}
			}
		}
	}
	return texts
}

// TestOnlyTheLastKeywordsAreLookedAt keeps the work on a document that is full of them small.
func TestOnlyTheLastKeywordsAreLookedAt(t *testing.T) {
	t.Parallel()
	const mark, other = "/Keywords (stappenplan-1a2b3c4d)", "/Keywords <44>"
	for document, want := range map[string]string{
		mark + strings.Repeat(other, 999):                                 "1a2b3c4d",
		mark + strings.Repeat(other, 1000):                                "",
		strings.Repeat(other, 1000) + mark:                                "1a2b3c4d",
		mark + "/Keywords (stappenplan-0)":                                "1a2b3c4d",
		mark + "/Keywords\x00 (\xfe\xff\x00s\x00t\x00appenplan-deadbeef)": "deadbeef",
	} {
		if got, _ := pdf.Fingerprint([]byte("%PDF-1.6\n" + document)); got != want {
			t.Errorf("%.60q…: got %q, want %q", document, got, want)
		}
	}
}
