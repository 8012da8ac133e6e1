package docx_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/docx"
	"stappenplan/report/reporttest"
)

// wordOf is a summary as Word reads it.
func wordOf(t testing.TB, s report.Summary) wordFile {
	t.Helper()
	return readWord(t, reporttest.Written(t, docx.Render, s))
}

// TestWordDocuments looks at documents of every kind.
func TestWordDocuments(t *testing.T) {
	t.Parallel()
	for _, language := range assets.Languages {
		for name, s := range reporttest.Documents(t, language) {
			if language != assets.Dutch && name == "own tasks" && !reporttest.Long {
				continue
			}
			t.Run(name+" "+string(language), func(t *testing.T) {
				file := wordOf(t, s)
				saysEverything(t, s, file)
				if language == assets.Dutch {
					hasRealHeadings(t, s, file)
					repeatsHeadsOfTables(t, file)
					isWhole(t, file)
				}
			})
		}
	}
}

func saysEverything(t *testing.T, s report.Summary, file wordFile) {
	t.Helper()
	body := file.Body.SaysAloud()
	for _, text := range s.Texts() {
		if !strings.Contains(body, text) {
			t.Errorf("%q is missing", text)
		}
	}
}

func hasRealHeadings(t *testing.T, s report.Summary, file wordFile) {
	t.Helper()
	want := map[string][]string{"Title": {s.Title}}
	for level, headings := range reporttest.Headings(s) {
		want["Heading"+strconv.Itoa(level+1)] = headings
	}
	for style, want := range want {
		if diff := cmp.Diff(want, file.Styled(style)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", style, diff)
		}
	}
	styles := file.Part(t, "word/styles.xml")
	for _, p := range file.Body.All("p") {
		if !slices.ContainsFunc(styles.All("style"), func(s element) bool { return s.Attr("styleId") == p.Style() }) {
			t.Fatalf("the style %q is not there", p.Style())
		}
	}
}

func repeatsHeadsOfTables(t *testing.T, file wordFile) {
	t.Helper()
	for _, table := range file.Body.All("tbl") {
		rows := table.All("tr")
		for i, row := range rows {
			if head := len(row.All("tblHeader")) > 0; head != (i == 0) || len(row.All("cantSplit")) == 0 {
				t.Errorf("row %d of %d repeats: %v; %q", i, len(rows), head, row.Says())
			}
			if len(row.All("tc")) != len(table.All("gridCol")) {
				t.Errorf("row %d has %d cells", i, len(row.All("tc")))
			}
		}
	}
}

func TestWordListsCountFromOne(t *testing.T) {
	t.Parallel()
	s := report.Summary{Language: assets.Dutch, Parts: []report.Part{{Sections: []report.Section{{Blocks: []report.Block{
		report.List{Numbered: true, Items: []report.Item{{Lead: "een"}, {Text: "twee"}}},
		report.List{Items: []report.Item{{Text: "los"}}},
		report.List{Numbered: true, Items: []report.Item{{Said: []report.Said{{Label: "Naam", Text: "weer een\nnog een"}}}}},
	}}}}}}
	file := wordOf(t, s)
	var numbers []string
	for _, p := range file.Body.All("p") {
		if p.Style() == "ListNumber" {
			numbers = append(numbers, p.All("numId")[0].Attr("val"))
		}
	}
	if len(numbers) != 3 || numbers[0] != numbers[1] || numbers[0] == numbers[2] {
		t.Fatalf("the numberings of the items: %v", numbers)
	}
	starts := map[string]string{}
	for _, n := range file.Part(t, "word/numbering.xml").All("num") {
		for _, start := range n.All("startOverride") {
			starts[n.Attr("numId")] = start.Attr("val")
		}
	}
	if starts[numbers[0]] != "1" || starts[numbers[2]] != "1" {
		t.Errorf("the numberings begin at %v", starts)
	}
	if got := file.Styled("Quote"); !slices.Equal(got, []string{"weer een\nnog een"}) {
		t.Errorf("the quotation: %q", got)
	}
}

// TestWordHostileTexts writes each hostile text in every field there is: it is shown to the letter, and the
// document has the elements it would have with a harmless text.
func TestWordHostileTexts(t *testing.T) {
	t.Parallel()
	for _, h := range reporttest.HostileKinds(t) {
		t.Run(h.ID, func(t *testing.T) {
			text := h.Text + string(h.Base64)
			file := wordOf(t, withoutDrawings(reporttest.Summary(reporttest.Everywhere(t, text), assets.Dutch)))
			want := wordOf(t, withoutDrawings(reporttest.Summary(reporttest.Everywhere(t, reporttest.Harmless(text)), assets.Dutch)))
			if diff := cmp.Diff(want.Body.Elements(), file.Body.Elements()); diff != "" {
				t.Errorf("the text has elements of its own (-harmless +hostile):\n%s", diff)
			}
			body := file.Body.Says()
			for _, line := range append(reporttest.Lines(text), reporttest.NameOf(text)) {
				if !strings.Contains(body, strings.Map(legal, line)) {
					t.Errorf("%q is not shown to the letter", line)
				}
			}
			for name, part := range file.Parts {
				if strings.HasSuffix(name, ".xml") {
					wellFormed(t, name, part)
				}
			}
		})
	}
}

// withoutDrawings leaves out the large drawings, which take long and hold no texts of their own.
func withoutDrawings(s report.Summary) report.Summary {
	for _, part := range s.Parts {
		for i := range part.Sections {
			part.Sections[i].Blocks = slices.DeleteFunc(part.Sections[i].Blocks, func(b report.Block) bool {
				switch b.(type) {
				case report.Walk, report.Bars:
					return true
				}
				return false
			})
		}
	}
	return s
}

// legal leaves out what XML cannot hold.
func legal(r rune) rune {
	if r == 0xfffe || r == 0xffff {
		return -1
	}
	return r
}

func wellFormed(t *testing.T, name string, part []byte) {
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

func TestWordWritesFromTheRight(t *testing.T) {
	t.Parallel()
	s := report.Summary{Language: assets.Dutch, Title: "مدرسة 24 ساعة", Facts: []string{"School مدرسة 24 ساعة in Gent (א)"}}
	var fromRight []string
	paragraphs := wordOf(t, s).Body.All("p")
	for _, p := range paragraphs {
		for _, run := range p.All("r") {
			if len(run.All("rtl")) > 0 {
				fromRight = append(fromRight, run.Says())
			}
		}
	}
	if want := []string{"مدرسة 24 ساعة", "مدرسة 24 ساعة", "א"}; !slices.Equal(fromRight, want) {
		t.Errorf("from the right: %q, want %q", fromRight, want)
	}
	if len(paragraphs[0].All("bidi")) != 1 || len(paragraphs[1].All("bidi")) != 0 {
		t.Error("a paragraph begins at the side of its first letter")
	}
}

func TestWordProperties(t *testing.T) {
	t.Parallel()
	s := reporttest.Summary(reporttest.Example(t), assets.English)
	file := wordOf(t, s)
	core := file.Part(t, "docProps/core.xml")
	for name, want := range map[string]string{
		"title": s.Title, "creator": s.School, "keywords": s.Mark(), "language": "en-GB",
		"created": "2026-11-24T00:00:00Z", "modified": "2026-11-24T00:00:00Z",
	} {
		if got := core.All(name); len(got) != 1 || got[0].Text != want {
			t.Errorf("%s: %v, want %q", name, got, want)
		}
	}
	content, err := docx.Render(s)
	if mark, found := docx.Fingerprint(content); err != nil || mark != s.Fingerprint || !found {
		t.Errorf("the fingerprint found back is %q", mark)
	}
	if got := file.Part(t, "word/styles.xml").All("lang")[0].Attr("val"); got != "en-GB" {
		t.Errorf("spelled as %s", got)
	}
	foot := file.Part(t, "word/footer.xml")
	if got := foot.Says(); got != s.Foot+"\tpage 1 of 1" {
		t.Errorf("the foot says %q", got)
	}
	fields := foot.All("fldSimple")
	if len(fields) != 2 || fields[0].Attr("instr") != "PAGE" || fields[1].Attr("instr") != "NUMPAGES" {
		t.Errorf("the fields of the foot: %v", fields)
	}
}

// isWhole finds every part that another part names.
func isWhole(t *testing.T, file wordFile) {
	t.Helper()
	for _, relations := range []string{"_rels/.rels", "word/_rels/document.xml.rels"} {
		folder := path.Dir(path.Dir(relations))
		for _, r := range file.Part(t, relations).All("Relationship") {
			if _, ok := file.Parts[path.Join(folder, r.Attr("Target"))]; !ok {
				t.Errorf("%s names %s, which is not there", relations, r.Attr("Target"))
			}
		}
	}
	for _, o := range file.Part(t, "[Content_Types].xml").All("Override") {
		if _, ok := file.Parts[strings.TrimPrefix(o.Attr("PartName"), "/")]; !ok {
			t.Errorf("%s is not there", o.Attr("PartName"))
		}
	}
}

func TestWordPicturesAreDescribed(t *testing.T) {
	t.Parallel()
	s := reporttest.Summary(reporttest.Example(t), assets.Dutch)
	s.Logo = report.Logo{Data: []byte("a picture"), Type: "jpeg", Width: 400, Height: 50}
	file := wordOf(t, s)
	pictures := file.Body.All("inline")
	if len(pictures) < 4 {
		t.Fatalf("%d pictures", len(pictures))
	}
	for i, picture := range pictures {
		if about := picture.All("docPr")[0]; about.Attr("descr") == "" || about.Attr("id") != picture.All("cNvPr")[0].Attr("id") {
			t.Errorf("picture %d is described as %v", i, about.Attrs)
		}
	}
	first := file.Body.All("p")[0]
	size := first.All("extent")
	if len(size) != 1 || size[0].Attr("cx") != "2159000" || size[0].Attr("cy") != "269875" {
		t.Errorf("the logo is not first, or has no shape of its own: %v", size)
	}
	for name, data := range file.Parts {
		if strings.HasSuffix(name, ".png") {
			if _, err := png.Decode(bytes.NewReader(data)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if string(file.Parts["word/media/picture1.jpeg"]) != "a picture" {
		t.Error("the logo is not in the file")
	}
}

func TestWordSameSummarySameBytes(t *testing.T) {
	t.Parallel()
	first, err := docx.Render(reporttest.Summary(reporttest.Together(t), assets.Dutch))
	for range 5 {
		again, err2 := docx.Render(reporttest.Summary(reporttest.Together(t), assets.Dutch))
		if err != nil || err2 != nil || !bytes.Equal(first, again) {
			t.Fatal("the same summary gave other bytes")
		}
	}
}

func TestWordNamesNobody(t *testing.T) {
	t.Parallel()
	reporttest.NamesNobody(t, func(s report.Summary) string {
		var text strings.Builder
		for name, part := range wordOf(t, s).Parts {
			if !strings.HasPrefix(name, "word/media/") {
				text.WriteString(reporttest.WithoutElements(string(part), " "))
			}
		}
		return text.String()
	})
}

// TestWordHasItsNotice where there is one.
func TestWordHasItsNotice(t *testing.T) {
	t.Parallel()
	s := reporttest.ExampleBoard(t, assets.Dutch)
	s.Notice = "Dit plan is niet heel."
	if !slices.Contains(wordOf(t, s).Styled("Normal"), s.Notice) {
		t.Error("the notice is not there")
	}
}

func BenchmarkWordExample(b *testing.B) {
	benchmarkWord(b, reporttest.Summary(reporttest.Example(b), assets.Dutch))
}
func BenchmarkWordManyTasks(b *testing.B) {
	benchmarkWord(b, reporttest.Summary(reporttest.WithOwnTasks(b, 500), assets.Dutch))
}

func benchmarkWord(b *testing.B, s report.Summary) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := docx.Render(s); err != nil {
			b.Fatal(err)
		}
	}
}
