package pptx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/pptx"
	"stappenplan/report/reporttest"
)

// partsOf are the parts of slides, each of which must be well formed where it is XML.
func partsOf(t testing.TB, s report.Summary) map[string]string {
	t.Helper()
	content := reporttest.Written(t, pptx.Render, s)
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name] = string(text); strings.HasSuffix(f.Name, ".xml") || strings.HasSuffix(f.Name, ".rels") {
			wellFormed(t, f.Name, text)
		}
	}
	return parts
}

func wellFormed(t testing.TB, name string, part []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		switch _, err := d.Token(); {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// slideText is what a slide says.
type slideText struct {
	title, whole, notes string
}

var (
	titles    = regexp.MustCompile(`(?s)<p:ph type="title"/>.*?</p:sp>`)
	relations = regexp.MustCompile(`Target="([^"]*)"`)
	overrides = regexp.MustCompile(`PartName="([^"]*)"`)
)

// slidesOf are the slides of a summary.
func slidesOf(t testing.TB, s report.Summary) (slides []slideText) {
	t.Helper()
	parts := partsOf(t, s)
	for n := 1; parts["ppt/slides/slide"+strconv.Itoa(n)+".xml"] != ""; n++ {
		slide := parts["ppt/slides/slide"+strconv.Itoa(n)+".xml"]
		slides = append(slides, slideText{
			reporttest.WithoutElements(titles.FindString(slide), ""), reporttest.WithoutElements(slide, " "),
			reporttest.WithoutElements(parts["ppt/notesSlides/notesSlide"+strconv.Itoa(n)+".xml"], " "),
		})
	}
	return slides
}

func TestFiveSlidesForTheMeeting(t *testing.T) {
	t.Parallel()
	for language, want := range map[assets.Language][]string{
		assets.Dutch:   {"Waar de school staat", "Gevraagde beslissingen", "Grootste aandachtspunten", "Uren", "Volgende evaluatie"},
		assets.English: {"Where the school stands", "Decisions requested", "Main concerns", "Hours", "Next evaluation"},
	} {
		s := reporttest.ExampleBoard(t, language)
		slides := slidesOf(t, s)
		var got []string
		for i, sl := range slides {
			got = append(got, sl.title)
			if !strings.Contains(sl.whole, s.Title) || !strings.Contains(sl.whole, s.Foot) {
				t.Errorf("slide %d does not say of whom it is: %s", i+1, sl.whole)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("the slides are %q, want %q", got, want)
		}
		for i, said := range []string{"655", "1,2", "", "37,8", "2027"} {
			if language == assets.English {
				said = strings.ReplaceAll(said, ",", ".")
			}
			if !strings.Contains(slides[i].whole, said) {
				t.Errorf("%s, slide %d does not say %s: %s", language, i+1, said, slides[i].whole)
			}
		}
	}
}

// TestAllIsSaidOnASlideOrInItsNotes looks for every text of the first page.
func TestAllIsSaidOnASlideOrInItsNotes(t *testing.T) {
	t.Parallel()
	for name, s := range reporttest.Boards(t, assets.Dutch) {
		all := ""
		for i, sl := range slidesOf(t, s) {
			all += reporttest.NoBlanks(sl.whole + sl.notes)
			if sl.title == "" {
				t.Errorf("%s: slide %d has no title", name, i+1)
			}
		}
		texts := append([]string{s.Title, s.Notice}, s.Facts...)
		for _, section := range s.Parts[0].Sections {
			texts = append(texts, section.Title)
			for _, block := range section.Blocks {
				if _, drawn := block.(report.Walk); !drawn {
					texts = append(texts, report.TextsOf(block)...)
				}
			}
		}
		for _, text := range texts {
			if !strings.Contains(all, reporttest.NoBlanks(text)) && !isHead(s, text) {
				t.Errorf("%s: %q is not said", name, text)
			}
		}
	}
}

// isHead says whether a text is the title of the first column of hours, which needs none where they are drawn.
func isHead(s report.Summary, text string) bool {
	for _, section := range s.Parts[0].Sections {
		for _, block := range section.Blocks {
			if h, is := block.(report.Hours); is && h.Columns[0] == text {
				return true
			}
		}
	}
	return false
}

func TestSlidesAreWhole(t *testing.T) {
	t.Parallel()
	s := reporttest.EveryBlock()
	s.Logo.Type = "jpeg"
	for name, s := range map[string]report.Summary{"every block": s, "example": reporttest.ExampleBoard(t, assets.Dutch), "empty": {Language: assets.English, Title: "x"}} {
		parts := partsOf(t, s)
		for part, text := range parts {
			if !strings.HasSuffix(part, ".rels") {
				continue
			}
			folder := path.Dir(path.Dir(part))
			for _, target := range relations.FindAllStringSubmatch(text, -1) {
				if to := path.Join(folder, target[1]); parts[to] == "" {
					t.Errorf("%s: %s names %s, which is not there", name, part, to)
				}
			}
		}
		for _, override := range overrides.FindAllStringSubmatch(parts["[Content_Types].xml"], -1) {
			if parts[strings.TrimPrefix(override[1], "/")] == "" {
				t.Errorf("%s: %s is not there", name, override[1])
			}
		}
		for part := range parts {
			if strings.HasPrefix(part, "ppt/") && strings.HasSuffix(part, ".xml") && !strings.Contains(parts["[Content_Types].xml"], "/"+part) {
				t.Errorf("%s: nothing says of what kind %s is", name, part)
			}
		}
	}
	parts := partsOf(t, s)
	if parts["ppt/media/logo.jpeg"] != "picture" || !strings.Contains(parts["ppt/slides/slide1.xml"], `name="logo"`) || strings.Contains(parts["ppt/slides/slide2.xml"], `name="logo"`) {
		t.Error("the logo is not on the first slide")
	}
	if !strings.Contains(parts["ppt/slides/slide1.xml"], `descr="1 Bewustzijn: ja;`) {
		t.Error("the picture is not described")
	}
}

func TestSlidesSayWhatTheyAre(t *testing.T) {
	t.Parallel()
	s := reporttest.ExampleBoard(t, assets.English)
	parts := partsOf(t, s)
	for _, want := range []string{">" + s.Title + "</dc:title>", ">" + s.Mark() + "</cp:keywords>", ">en-GB</dc:language>", ">2026-11-24T00:00:00Z</dcterms:modified>"} {
		if !strings.Contains(parts["docProps/core.xml"], want) {
			t.Errorf("%s is not among the properties: %s", want, parts["docProps/core.xml"])
		}
	}
	if !strings.Contains(parts["ppt/presentation.xml"], `<p:sldSz cx="12192000" cy="6858000"/>`) || strings.Contains(parts["ppt/slides/slide1.xml"], "nl-BE") {
		t.Error("the slides are not 16:9, or not in English")
	}
	content := reporttest.Written(t, pptx.Render, s)
	if mark, is := pptx.Fingerprint(content); mark != s.Fingerprint || !is {
		t.Errorf("the fingerprint found back is %q", mark)
	}
	for range 3 {
		if !bytes.Equal(content, reporttest.Written(t, pptx.Render, reporttest.ExampleBoard(t, assets.English))) {
			t.Fatal("the same summary gave other bytes")
		}
	}
}

// TestSlidesOfHostileTexts writes each hostile text in every field there is: the parts stay well formed, and it is said to
// the letter.
func TestSlidesOfHostileTexts(t *testing.T) {
	t.Parallel()
	for _, h := range reporttest.HostileKinds(t) {
		text := h.Text + string(h.Base64)
		all := ""
		for _, sl := range slidesOf(t, reporttest.Summary(reporttest.Everywhere(t, text), assets.Dutch)) {
			all += sl.whole + sl.notes
		}
		legal := strings.Map(func(r rune) rune {
			if r == 0xfffe || r == 0xffff {
				return -1
			}
			return r
		}, reporttest.NameOf(text))
		if !strings.Contains(reporttest.NoBlanks(all), reporttest.NoBlanks(legal)) {
			t.Errorf("%s: %q is not shown to the letter", h.ID, legal)
		}
	}
}

func TestSlidesFromTheRight(t *testing.T) {
	t.Parallel()
	s := reporttest.EveryBlock()
	s.Title = "مدرسة 24 ساعة"
	s.Parts[0].Sections[0].Title, s.Parts[0].Sections[0].Blocks[0] = s.Title, report.Paragraph(s.Title)
	walk := s.Parts[0].Sections[0].Blocks[1].(report.Walk)
	walk.Steps[0].Name = "مدرسة"
	slide := partsOf(t, s)["ppt/slides/slide1.xml"]
	if got := strings.Count(slide, `rtl="1"`); got != 4 {
		t.Errorf("%d paragraphs are written from the right: %s", got, slide)
	}
}

func TestSlidesNameNobody(t *testing.T) {
	t.Parallel()
	reporttest.NamesNobody(t, func(s report.Summary) string {
		var text strings.Builder
		for _, part := range partsOf(t, s) {
			text.WriteString(reporttest.WithoutElements(part, " "))
			text.WriteString(part)
		}
		return text.String()
	})
}

func BenchmarkSlidesOfACrowd(b *testing.B) {
	s := reporttest.Board(reporttest.Crowd(b), assets.Dutch, func(*report.Options) {})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pptx.Render(s); err != nil {
			b.Fatal(err)
		}
	}
}

// TestTheBarOfWhatIsTooFewIsInTheLegend of the hours.
func TestTheBarOfWhatIsTooFewIsInTheLegend(t *testing.T) {
	t.Parallel()
	found := false
	for _, text := range partsOf(t, reporttest.ExampleBoard(t, assets.Dutch)) {
		found = found || strings.Contains(text, ">Te weinig<")
	}
	if !found {
		t.Error("no slide says what is too few")
	}
}
