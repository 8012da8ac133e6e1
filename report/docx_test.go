package report_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
)

// node is an element of XML.
type node struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []node     `xml:",any"`
	Text     string     `xml:",chardata"`
}

// all are the elements with this name, in their order.
func (n node) all(name string) (found []node) {
	for _, child := range n.Children {
		if child.XMLName.Local == name {
			found = append(found, child)
		}
		found = append(found, child.all(name)...)
	}
	return found
}

func (n node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// says is the text of an element as a person reads it.
func (n node) says() string {
	switch n.XMLName.Local {
	case "t":
		return n.Text
	case "br":
		return "\n"
	case "tab":
		if n.attr("pos") == "" {
			return "\t"
		}
	}
	var b strings.Builder
	for _, child := range n.Children {
		b.WriteString(child.says())
	}
	return b.String()
}

// saysAloud is the text with what is said of the pictures.
func (n node) saysAloud() string {
	text := n.says()
	for _, picture := range n.all("docPr") {
		text += "\n" + picture.attr("descr")
	}
	return text
}

// style is the style of a paragraph.
func (n node) style() string {
	for _, s := range n.all("pStyle") {
		return s.attr("val")
	}
	return ""
}

// wordFile is a Word document as another reader sees it.
type wordFile struct {
	parts map[string][]byte
	body  node
}

func wordOf(t testing.TB, s report.Summary) wordFile {
	t.Helper()
	content, err := report.DOCX(s)
	if err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	file := wordFile{parts: map[string][]byte{}}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if file.parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	file.body = file.part(t, "word/document.xml")
	return file
}

// part is a part of XML, which must be well formed.
func (f wordFile) part(t testing.TB, name string) (n node) {
	t.Helper()
	if err := xml.Unmarshal(f.parts[name], &n); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

// styled are the texts of the paragraphs in a style.
func (f wordFile) styled(style string) (texts []string) {
	for _, p := range f.body.all("p") {
		if p.style() == style {
			texts = append(texts, p.says())
		}
	}
	return texts
}

// elements are the names of all elements, but for those that part a text.
func (n node) elements() (names []string) {
	for _, child := range n.Children {
		switch child.XMLName.Local {
		case "r", "rPr", "rStyle", "rtl", "t", "tab", "bidi":
		default:
			names = append(names, child.XMLName.Local)
		}
		names = append(names, child.elements()...)
	}
	return names
}

// summaryOf is a journal's summary, with the differences between its rounds.
func summaryOf(j *steps.Journal, language assets.Language) report.Summary {
	return report.Summarize(j.Plan(), chosen(j, language, func(*report.Options) {}))
}

// spoken are all texts of a summary that a document shows.
func spoken(s report.Summary) (texts []string) {
	texts = append(append(texts, s.Title, s.Colophon), s.Facts...)
	for _, part := range s.Parts {
		texts = append(texts, part.Title)
		for _, section := range part.Sections {
			texts = append(texts, section.Title)
			for _, block := range section.Blocks {
				texts = append(texts, spokenBlock(block)...)
			}
		}
	}
	return texts
}

func spokenBlock(block report.Block) (texts []string) {
	switch b := block.(type) {
	case report.Paragraph:
		texts = append(texts, string(b))
	case report.Heading:
		texts = append(texts, string(b))
	case report.Said:
		texts = append(texts, b.Label, b.Text)
	case report.Room:
		texts = append(texts, b.Label)
	case report.List:
		for _, it := range b.Items {
			texts = append(texts, it.Lead, it.Text)
			for _, said := range it.Said {
				texts = append(texts, said.Label, said.Text)
			}
		}
	case report.Table:
		for _, c := range b.Columns {
			texts = append(texts, c.Title)
		}
		for _, row := range b.Rows {
			texts = append(texts, row...)
		}
	case report.Walk:
		texts = append(texts, b.Columns[:]...)
		for _, s := range b.Steps {
			texts = append(texts, s.Name, s.State)
		}
	case report.Hours:
		texts = append(texts, b.Columns[:]...)
		for _, l := range b.Lines {
			texts = append(texts, l.Label, l.Asked.Text, l.Available.Text)
		}
	case report.Bars:
		texts = append(texts, b.Legend...)
		for _, l := range b.Lines {
			texts = append(texts, l.Label)
		}
	}
	return texts
}

// documents are summaries of every kind.
func documents(t testing.TB, language assets.Language) map[string]report.Summary {
	example := exampleOf(t)
	return map[string]report.Summary{
		"not begun": summaryOf(journalOf(t), language),
		"stopped":   summaryOf(stopped(t), language),
		"alone":     summaryOf(alone(t), language),
		"together":  summaryOf(together(t), language),
		"example":   summaryOf(example, language),
		"own tasks": summaryOf(withOwnTasks(t, 300), language),
		"blank":     report.Blank(texts[language], catalogue),
		"policy":    report.PolicyPlan(example.Plan(), optionsIn(language)),
	}
}

func TestWordSaysEverything(t *testing.T) {
	for _, language := range assets.Languages {
		for name, s := range documents(t, language) {
			body := wordOf(t, s).body.saysAloud()
			for _, text := range spoken(s) {
				if !strings.Contains(body, text) {
					t.Errorf("%s, %s: %q is missing", name, language, text)
				}
			}
		}
	}
}

func TestWordHasRealHeadings(t *testing.T) {
	for name, s := range documents(t, assets.Dutch) {
		var parts, sections, headings []string
		for _, part := range s.Parts {
			parts = append(parts, part.Title)
			for _, section := range part.Sections {
				sections = append(sections, section.Title)
				for _, block := range section.Blocks {
					if h, ok := block.(report.Heading); ok {
						headings = append(headings, string(h))
					}
				}
			}
		}
		file := wordOf(t, s)
		for style, want := range map[string][]string{
			"Title": {s.Title}, "Heading1": parts, "Heading2": sections, "Heading3": headings,
		} {
			if diff := cmp.Diff(want, file.styled(style)); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", name, style, diff)
			}
		}
		styles := file.part(t, "word/styles.xml")
		for _, p := range file.body.all("p") {
			if !slices.ContainsFunc(styles.all("style"), func(s node) bool { return s.attr("styleId") == p.style() }) {
				t.Fatalf("%s: the style %q is not there", name, p.style())
			}
		}
	}
}

func TestWordTablesRepeatTheirHeads(t *testing.T) {
	for name, s := range documents(t, assets.Dutch) {
		for _, table := range wordOf(t, s).body.all("tbl") {
			rows := table.all("tr")
			for i, row := range rows {
				if head := len(row.all("tblHeader")) > 0; head != (i == 0) || len(row.all("cantSplit")) == 0 {
					t.Errorf("%s: row %d of %d repeats: %v; %q", name, i, len(rows), head, row.says())
				}
				if len(row.all("tc")) != len(table.all("gridCol")) {
					t.Errorf("%s: row %d has %d cells", name, i, len(row.all("tc")))
				}
			}
		}
	}
}

func TestWordListsCountFromOne(t *testing.T) {
	s := report.Summary{Language: assets.Dutch, Parts: []report.Part{{Sections: []report.Section{{Blocks: []report.Block{
		report.List{Numbered: true, Items: []report.Item{{Lead: "een"}, {Text: "twee"}}},
		report.List{Items: []report.Item{{Text: "los"}}},
		report.List{Numbered: true, Items: []report.Item{{Said: []report.Said{{Label: "Naam", Text: "weer een\nnog een"}}}}},
	}}}}}}
	file := wordOf(t, s)
	var numbers []string
	for _, p := range file.body.all("p") {
		if p.style() == "ListNumber" {
			numbers = append(numbers, p.all("numId")[0].attr("val"))
		}
	}
	if len(numbers) != 3 || numbers[0] != numbers[1] || numbers[0] == numbers[2] {
		t.Fatalf("the numberings of the items: %v", numbers)
	}
	starts := map[string]string{}
	for _, n := range file.part(t, "word/numbering.xml").all("num") {
		for _, start := range n.all("startOverride") {
			starts[n.attr("numId")] = start.attr("val")
		}
	}
	if starts[numbers[0]] != "1" || starts[numbers[2]] != "1" {
		t.Errorf("the numberings begin at %v", starts)
	}
	if got := file.styled("Quote"); !slices.Equal(got, []string{"weer een\nnog een"}) {
		t.Errorf("the quotation: %q", got)
	}
}

// TestWordHostileTexts writes each hostile text in every field there is: it is shown to the letter, and the
// document has the elements it would have with a harmless text.
func TestWordHostileTexts(t *testing.T) {
	for _, h := range hostileTexts(t) {
		t.Run(h.ID, func(t *testing.T) {
			text := h.Text + string(h.Base64)
			file := wordOf(t, withoutDrawings(summaryOf(everywhere(t, text), assets.Dutch)))
			want := wordOf(t, withoutDrawings(summaryOf(everywhere(t, harmless(text)), assets.Dutch)))
			if diff := cmp.Diff(want.body.elements(), file.body.elements()); diff != "" {
				t.Errorf("the text has elements of its own (-harmless +hostile):\n%s", diff)
			}
			body := file.body.says()
			for _, line := range append(lines(text), nameOf(text)) {
				if !strings.Contains(body, strings.Map(legal, line)) {
					t.Errorf("%q is not shown to the letter", line)
				}
			}
			for name, part := range file.parts {
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
	s := report.Summary{Language: assets.Dutch, Title: "مدرسة 24 ساعة", Facts: []string{"School مدرسة 24 ساعة in Gent (א)"}}
	var fromRight []string
	paragraphs := wordOf(t, s).body.all("p")
	for _, p := range paragraphs {
		for _, run := range p.all("r") {
			if len(run.all("rtl")) > 0 {
				fromRight = append(fromRight, run.says())
			}
		}
	}
	if want := []string{"مدرسة 24 ساعة", "مدرسة 24 ساعة", "א"}; !slices.Equal(fromRight, want) {
		t.Errorf("from the right: %q, want %q", fromRight, want)
	}
	if len(paragraphs[0].all("bidi")) != 1 || len(paragraphs[1].all("bidi")) != 0 {
		t.Error("a paragraph begins at the side of its first letter")
	}
}

func TestWordProperties(t *testing.T) {
	s := summaryOf(exampleOf(t), assets.English)
	file := wordOf(t, s)
	core := file.part(t, "docProps/core.xml")
	for name, want := range map[string]string{
		"title": s.Title, "creator": s.School, "keywords": s.Mark(), "language": "en-GB",
		"created": "2026-11-24T00:00:00Z", "modified": "2026-11-24T00:00:00Z",
	} {
		if got := core.all(name); len(got) != 1 || got[0].Text != want {
			t.Errorf("%s: %v, want %q", name, got, want)
		}
	}
	content, err := report.DOCX(s)
	if mark, found := report.FingerprintOf(content); err != nil || mark != s.Fingerprint || !found {
		t.Errorf("the fingerprint found back is %q", mark)
	}
	if got := file.part(t, "word/styles.xml").all("lang")[0].attr("val"); got != "en-GB" {
		t.Errorf("spelled as %s", got)
	}
	foot := file.part(t, "word/footer.xml")
	if got := foot.says(); got != s.Foot+"\tpage 1 of 1" {
		t.Errorf("the foot says %q", got)
	}
	fields := foot.all("fldSimple")
	if len(fields) != 2 || fields[0].attr("instr") != "PAGE" || fields[1].attr("instr") != "NUMPAGES" {
		t.Errorf("the fields of the foot: %v", fields)
	}
}

// TestWordIsWhole finds every part that another part names.
func TestWordIsWhole(t *testing.T) {
	for name, s := range documents(t, assets.Dutch) {
		file := wordOf(t, s)
		for _, relations := range []string{"_rels/.rels", "word/_rels/document.xml.rels"} {
			folder := path.Dir(path.Dir(relations))
			for _, r := range file.part(t, relations).all("Relationship") {
				if _, ok := file.parts[path.Join(folder, r.attr("Target"))]; !ok {
					t.Errorf("%s: %s names %s, which is not there", name, relations, r.attr("Target"))
				}
			}
		}
		for _, o := range file.part(t, "[Content_Types].xml").all("Override") {
			if _, ok := file.parts[strings.TrimPrefix(o.attr("PartName"), "/")]; !ok {
				t.Errorf("%s: %s is not there", name, o.attr("PartName"))
			}
		}
	}
}

func TestWordPicturesAreDescribed(t *testing.T) {
	s := summaryOf(exampleOf(t), assets.Dutch)
	s.Logo = report.Logo{Data: []byte("a picture"), Type: "jpeg", Width: 400, Height: 50}
	file := wordOf(t, s)
	pictures := file.body.all("inline")
	if len(pictures) < 4 {
		t.Fatalf("%d pictures", len(pictures))
	}
	for i, picture := range pictures {
		if about := picture.all("docPr")[0]; about.attr("descr") == "" || about.attr("id") != picture.all("cNvPr")[0].attr("id") {
			t.Errorf("picture %d is described as %v", i, about.Attrs)
		}
	}
	first := file.body.all("p")[0]
	size := first.all("extent")
	if len(size) != 1 || size[0].attr("cx") != "2159000" || size[0].attr("cy") != "269875" {
		t.Errorf("the logo is not first, or has no shape of its own: %v", size)
	}
	for name, data := range file.parts {
		if strings.HasSuffix(name, ".png") {
			if _, err := png.Decode(bytes.NewReader(data)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if string(file.parts["word/media/picture1.jpeg"]) != "a picture" {
		t.Error("the logo is not in the file")
	}
}

func TestWordSameSummarySameBytes(t *testing.T) {
	first, err := report.DOCX(summaryOf(together(t), assets.Dutch))
	for range 5 {
		again, err2 := report.DOCX(summaryOf(together(t), assets.Dutch))
		if err != nil || err2 != nil || !bytes.Equal(first, again) {
			t.Fatal("the same summary gave other bytes")
		}
	}
}

func BenchmarkWordExample(b *testing.B) { benchmarkWord(b, summaryOf(exampleOf(b), assets.Dutch)) }
func BenchmarkWordManyTasks(b *testing.B) {
	benchmarkWord(b, summaryOf(withOwnTasks(b, 500), assets.Dutch))
}

func benchmarkWord(b *testing.B, s report.Summary) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := report.DOCX(s); err != nil {
			b.Fatal(err)
		}
	}
}
