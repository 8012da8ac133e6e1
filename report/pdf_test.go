package report_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
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
	"stappenplan/steps"
)

// pdfOf is a summary as a PDF.
func pdfOf(t testing.TB, s report.Summary) []byte {
	t.Helper()
	content, err := report.PDF(s)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// onPaper is the example school as a board gets it.
func onPaper(t testing.TB, language assets.Language) report.Summary {
	return boardOf(exampleOf(t), language, func(*report.Options) {})
}

// boardOf is a plan as a board gets it.
func boardOf(j *steps.Journal, language assets.Language, choose func(*report.Options)) report.Summary {
	return report.Summarize(j.Plan(), chosen(j, language, func(o *report.Options) {
		o.Sections = []string{string(report.Brief), string(report.Detail)}
		choose(o)
	}))
}

func TestPDFOfTheExampleIsAtMostFourPages(t *testing.T) {
	for _, language := range assets.Languages {
		for _, names := range report.NamesChoices {
			content := pdfOf(t, boardOf(exampleOf(t), language, func(o *report.Options) { o.Names = names }))
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
	var many []change
	for i := range 14 {
		many = append(many, member(fmt.Sprint("lid-", i), fmt.Sprint("Collega ", i), "teacher", int64(i), ""))
	}
	journals := map[string]*steps.Journal{"example": exampleOf(t), "together": together(t), "large team": journalOf(t, team(), many, decided())}
	for name, j := range journals {
		s := boardOf(j, assets.Dutch, func(o *report.Options) { o.Names = report.NamesInFull })
		pages := readPDF(t, pdfOf(t, s))
		first := aboveFoot(pages[0])
		for _, section := range s.Parts[0].Sections {
			if !strings.Contains(first, noBlanks(section.Title)) {
				t.Errorf("%s: %q is not on the first page", name, section.Title)
			}
		}
		if !strings.HasPrefix(aboveFoot(pages[1]), noBlanks(s.Parts[1].Title)) {
			t.Errorf("%s: the second page begins with %.40q", name, aboveFoot(pages[1]))
		}
	}
}

func TestPDFSaysEverything(t *testing.T) {
	all := documents(t, assets.Dutch)
	all["on paper"], all["in English"] = onPaper(t, assets.Dutch), onPaper(t, assets.English)
	for name, s := range all {
		var text strings.Builder
		for _, page := range readPDF(t, pdfOf(t, s)) {
			text.WriteString(aboveFoot(page))
		}
		for _, said := range append(onPages(s), s.Title, s.Colophon) {
			if !strings.Contains(text.String(), noBlanks(said)) {
				t.Errorf("%s: %q is not on a page", name, said)
			}
		}
	}
}

// TestPDFPages looks at how every page ends and begins: numbered, no heading alone at its foot, nothing beside the
// page, and a table that goes on has its head again.
func TestPDFPages(t *testing.T) {
	all := documents(t, assets.Dutch)
	all["on paper"] = onPaper(t, assets.Dutch)
	for name, s := range all {
		headings := headingsOf(s)
		pages := readPDF(t, pdfOf(t, s))
		for n, page := range pages {
			number := texts[assets.Dutch].Document.PageOf.Fill("n", n+1, "total", len(pages))
			if !slices.ContainsFunc(page, func(one pdfText) bool { return one.y < footTop && one.text == number }) {
				t.Errorf("%s: page %d has no number", name, n+1)
			}
			above := slices.DeleteFunc(page, func(one pdfText) bool { return one.y < footTop })
			if last := above[len(above)-1].text; slices.Contains(headings, last) {
				t.Errorf("%s: %q stands alone at the foot of page %d", name, last, n+1)
			}
			for _, one := range above {
				if one.x < 40 || one.x > 560 || one.y < 45 || one.y > 810 {
					t.Errorf("%s: %q stands at %v, %v", name, one.text, one.x, one.y)
				}
			}
			if task := texts[assets.Dutch].Field("task"); strings.HasPrefix(aboveFoot(above), "Eigentaak") {
				t.Errorf("%s: page %d goes on with tasks without the head %q", name, n+1, task)
			}
		}
	}
}

func headingsOf(s report.Summary) (headings []string) {
	for _, part := range s.Parts {
		headings = append(headings, part.Title)
		for _, section := range part.Sections {
			headings = append(headings, section.Title)
			for _, block := range section.Blocks {
				if heading, ok := block.(report.Heading); ok {
					headings = append(headings, string(heading))
				}
			}
		}
	}
	return headings
}

func TestPDFSameSummarySameBytes(t *testing.T) {
	for name, s := range documents(t, assets.Dutch) {
		if !bytes.Equal(pdfOf(t, s), pdfOf(t, s)) {
			t.Errorf("%s: twice the same is not the same", name)
		}
	}
}

func TestPDFCarriesItsMark(t *testing.T) {
	s := onPaper(t, assets.Dutch)
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
	s := onPaper(t, assets.Dutch)
	want := len(s.Parts)
	for _, part := range s.Parts {
		want += len(part.Sections)
	}
	if got := len(regexp.MustCompile(`/Dest \[\d+ 0 R /XYZ`).FindAll(pdfOf(t, s), -1)); got != want {
		t.Errorf("%d bookmarks for %d parts and sections", got, want)
	}
}

func TestPDFShowsTheLogo(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewNRGBA(image.Rect(0, 0, 300, 100))); err != nil {
		t.Fatal(err)
	}
	logo, err := report.NewLogo(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	with, without := onPaper(t, assets.Dutch), onPaper(t, assets.Dutch)
	with.Logo = logo
	picture := []byte("/Subtype /Image")
	if !bytes.Contains(pdfOf(t, with), picture) || bytes.Contains(pdfOf(t, without), picture) {
		t.Error("a logo that was given, and only that, belongs in the document")
	}
}

// TestPDFTellsWhichLettersAreMissing writes what the font cannot: never a box, never nothing.
func TestPDFTellsWhichLettersAreMissing(t *testing.T) {
	note := string(texts[assets.Dutch].Document.MissingNote)
	for text, want := range map[string]string{
		"陳小姐 komt ook": "[3 tekens] komt ook",
		"علي":          "[3 tekens]",
		"goed 👍":       "goed [1 teken]",
	} {
		read := readAll(t, pdfOf(t, summaryOf(everywhere(t, text), assets.Dutch)))
		if !strings.Contains(read, noBlanks(want)) || !strings.Contains(read, noBlanks(note)) {
			t.Errorf("%q is not told as %q, with what that means", text, want)
		}
	}
	for text, want := range map[string]string{"✓ klaar": "ja klaar", "ﬁjn 𝐀": "ﬁjn A", "Ĳzer é ≥ →": "Ĳzer é ≥ →"} {
		read := readAll(t, pdfOf(t, summaryOf(everywhere(t, text), assets.Dutch)))
		if !strings.Contains(read, noBlanks(want)) || strings.Contains(read, noBlanks(note)) {
			t.Errorf("%q is not written as %q", text, want)
		}
	}
}

func readAll(t testing.TB, file []byte) (text string) {
	for _, page := range readPDF(t, file) {
		text += aboveFoot(page)
	}
	return text
}

// TestPDFTakesAnyText writes each hostile text everywhere. Every letter on a page is one that the font has, and
// every letter of the text that the font has is on a page.
func TestPDFTakesAnyText(t *testing.T) {
	font, err := sfnt.Parse(liberationsansregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	var buffer sfnt.Buffer
	unwritable := func(r rune) bool {
		glyph, err := font.GlyphIndex(&buffer, r)
		return err != nil || glyph == 0 || unicode.Is(unicode.Hebrew, r) || unicode.IsSpace(r) || !unicode.IsGraphic(r)
	}
	for _, h := range hostileTexts(t) {
		t.Run(h.ID, func(t *testing.T) {
			text := h.Text + string(h.Base64)
			read := readAll(t, pdfOf(t, summaryOf(everywhere(t, text), assets.Dutch)))
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
	for _, text := range []string{strings.Repeat("Werkgroep ICT. ", 6000), strings.Repeat("x", 90_000), strings.Repeat("regel\n", 9000)} {
		read := readAll(t, pdfOf(t, summaryOf(everywhere(t, text), assets.Dutch)))
		if want := noBlanks(text); !strings.Contains(read, want) {
			t.Errorf("%.20q… is not whole in the document", text)
		}
	}
}

// TestPDFTitleHoldsTogether: however long the name of a school, what its team is called is not torn by the end of a line.
func TestPDFTitleHoldsTogether(t *testing.T) {
	for _, language := range assets.Languages {
		for n := range 50 {
			s := summaryOf(stopped(t), language)
			name := strings.Repeat("i", n+2) + " Klaverdam"
			s.Title = texts[language].Report.TitleFor.Fill("school", name)
			for _, one := range readPDF(t, pdfOf(t, s))[0] {
				if strings.TrimSpace(one.text) == "team" {
					t.Errorf("%s: %q ends in a line with %q", language, s.Title, one.text)
				}
			}
		}
	}
}

func BenchmarkPDFExample(b *testing.B) { benchmarkPDF(b, onPaper(b, assets.Dutch)) }
func BenchmarkPDFManyTasks(b *testing.B) {
	benchmarkPDF(b, summaryOf(withOwnTasks(b, 500), assets.Dutch))
}

func benchmarkPDF(b *testing.B, s report.Summary) {
	b.ReportAllocs()
	for b.Loop() {
		pdfOf(b, s)
	}
}
