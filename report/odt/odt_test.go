package odt_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/odt"
	"stappenplan/report/reporttest"
)

// partsOf are the parts of a text, each of which must be well formed where it is XML.
func partsOf(t testing.TB, s report.Summary) map[string]string {
	t.Helper()
	content := reporttest.Written(t, odt.Render, s)
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
		if parts[f.Name] = string(text); strings.HasSuffix(f.Name, ".xml") {
			elementsOf(t, f.Name, string(text))
		}
	}
	return parts
}

// elementsOf are the names of the elements in a part, but for those that part a text; the part must be well formed.
func elementsOf(t testing.TB, name, part string) (names []string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(part))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if start, is := token.(xml.StartElement); is && !slices.Contains([]string{"s", "tab", "span", "style", "paragraph-properties"}, start.Name.Local) {
			names = append(names, start.Name.Local)
		}
	}
}

var (
	blanks  = regexp.MustCompile(`<text:(s|tab|line-break)/>`)
	heading = regexp.MustCompile(`<text:h text:style-name="Heading_20_(\d)[^"]*" text:outline-level="(\d)">(.*?)</text:h>`)
)

// saidIn is the text of a part, without its blanks.
func saidIn(part string) string {
	return reporttest.NoBlanks(reporttest.WithoutElements(blanks.ReplaceAllString(part, " "), ""))
}

func TestOpenDocumentSaysItAll(t *testing.T) {
	t.Parallel()
	for name, s := range reporttest.Documents(t, assets.Dutch) {
		content := partsOf(t, s)["content.xml"]
		said := saidIn(content)
		for _, text := range s.Texts() {
			if text := reporttest.NoBlanks(text); !strings.Contains(said, text) && !strings.Contains(content, text) && !drawn(s, text) {
				t.Errorf("%s: %q is missing", name, text)
			}
		}
		headings := make([][]string, 3)
		for _, h := range heading.FindAllStringSubmatch(content, -1) {
			level := int(h[1][0] - '1')
			if h[1] != h[2] {
				t.Errorf("%s: %q is of level %s and looks like %s", name, h[3], h[2], h[1])
			}
			headings[level] = append(headings[level], reporttest.WithoutElements(h[3], ""))
		}
		if diff := cmp.Diff(reporttest.Headings(s), headings); diff != "" {
			t.Errorf("%s: the headings (-want +got):\n%s", name, diff)
		}
	}
}

// drawn says whether a text stands in a picture of bars, whose numbers the tables that follow say too.
func drawn(s report.Summary, text string) bool {
	for _, part := range s.Parts {
		for _, section := range part.Sections {
			for _, block := range section.Blocks {
				if bars, is := block.(report.Bars); is && slices.ContainsFunc(report.TextsOf(bars), func(said string) bool { return reporttest.NoBlanks(said) == text }) {
					return true
				}
			}
		}
	}
	return false
}

func TestOpenDocumentOfEveryBlock(t *testing.T) {
	t.Parallel()
	s := reporttest.EveryBlock()
	parts := partsOf(t, s)
	content := parts["content.xml"]
	for what, want := range map[string]string{
		"a numbered list":  `<text:list text:style-name="Numbers"><text:list-item><text:p text:style-name="ListItem">Een &amp; &lt;ander&gt;</text:p>`,
		"a list":           `<text:list text:style-name="Bullets"><text:list-item><text:p text:style-name="ListItem"><text:span text:style-name="Strong">Eerst.</text:span><text:s/>Dit.</text:p>`,
		"a quotation":      `<text:p text:style-name="Quote">een<text:line-break/><text:line-break/><text:s/><text:s/>twee</text:p>`,
		"a head":           `<table:table-header-rows><table:table-row table:style-name="Row"><table:table-cell table:style-name="CellHead"`,
		"a number":         `<text:p text:style-name="TableText-end">2</text:p>`,
		"a cell to fill":   `table:style-name="CellRoom"`,
		"room to write in": `<text:p text:style-name="Room-keep">Notitie: <text:tab/></text:p><text:p text:style-name="Room"><text:tab/></text:p>`,
		"a second part":    `<text:h text:style-name="Heading_20_1-page" text:outline-level="1"><text:bookmark text:name="heading3"/>Toelichting</text:h>`,
	} {
		if !strings.Contains(content, want) {
			t.Errorf("%s is not there: %s", what, want)
		}
	}
	if frames := strings.Count(content, "<draw:frame "); frames != strings.Count(content, "<svg:desc>") || frames != 5 {
		t.Errorf("%d pictures, %d descriptions", frames, strings.Count(content, "<svg:desc>"))
	}
	if parts["Pictures/picture1.png"] != "picture" {
		t.Error("the logo is not in the file")
	}
	for name, data := range parts {
		if strings.HasPrefix(name, "Pictures/") && data != "picture" {
			if _, err := png.Decode(strings.NewReader(data)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if !strings.Contains(parts["META-INF/manifest.xml"], `"`+name+`"`) && name != "mimetype" && name != "META-INF/manifest.xml" {
			t.Errorf("%s is not in the manifest", name)
		}
	}
	type other struct{ report.Paragraph }
	s.Parts[0].Sections[0].Blocks = []report.Block{other{}}
	if _, err := odt.Render(s); err == nil {
		t.Error("an unknown block is left out")
	}
}

// TestOpenDocumentStylesAreThere finds every style that is named.
func TestOpenDocumentStylesAreThere(t *testing.T) {
	t.Parallel()
	parts := partsOf(t, reporttest.EveryBlock())
	named := regexp.MustCompile(`<(?:text|table|draw):[a-z-]+ (?:[a-z:-]+="[^"]*" )*?(?:text|table|draw):style-name="([^"]*)"`)
	for _, part := range []string{"content.xml", "styles.xml"} {
		for _, style := range named.FindAllStringSubmatch(parts[part], -1) {
			if name := `style:name="` + style[1] + `"`; !strings.Contains(parts["content.xml"]+parts["styles.xml"], name) {
				t.Errorf("%s: no style is called %s", part, style[1])
			}
		}
	}
}

func TestOpenDocumentFromTheRight(t *testing.T) {
	t.Parallel()
	content := partsOf(t, report.Summary{Language: assets.Dutch, Title: "مدرسة 24 ساعة"})["content.xml"]
	if !strings.Contains(content, `<text:p text:style-name="Title-right">`) || !strings.Contains(content, `style:writing-mode="rl-tb"`) {
		t.Errorf("the title is not written from the right: %s", content)
	}
}

func TestOpenDocumentProperties(t *testing.T) {
	t.Parallel()
	s := reporttest.Summary(reporttest.Example(t), assets.English)
	parts := partsOf(t, s)
	for _, want := range []string{"<dc:title>" + s.Title + "</dc:title>", "<meta:keyword>" + s.Mark() + "</meta:keyword>", "<dc:language>en-GB</dc:language>", "<dc:date>2026-11-24T00:00:00</dc:date>"} {
		if !strings.Contains(parts["meta.xml"], want) {
			t.Errorf("%s is not among the properties: %s", want, parts["meta.xml"])
		}
	}
	if styles := parts["styles.xml"]; !strings.Contains(styles, `fo:language="en" fo:country="GB"`) || !strings.Contains(saidIn(styles), reporttest.NoBlanks(s.Foot+"page 1 of 1")) {
		t.Error("the language or the foot is not as it should be")
	}
	content := reporttest.Written(t, odt.Render, s)
	if !bytes.HasPrefix(content[30:], []byte("mimetypeapplication/vnd.oasis.opendocument.text")) {
		t.Errorf("the kind of the file is not at its place: %q", content[:90])
	}
	if mark, is := odt.Fingerprint(content); mark != s.Fingerprint || !is {
		t.Errorf("the fingerprint found back is %q", mark)
	}
	for range 3 {
		if !bytes.Equal(content, reporttest.Written(t, odt.Render, reporttest.Summary(reporttest.Example(t), assets.English))) {
			t.Fatal("the same summary gave other bytes")
		}
	}
	s.Notice = "This plan is not whole."
	if !strings.Contains(partsOf(t, s)["content.xml"], s.Notice) {
		t.Error("the notice is not there")
	}
}

// TestOpenDocumentHostileTexts writes each hostile text in every field there is: it is shown to the letter, and the document
// has the elements it would have with a harmless text.
func TestOpenDocumentHostileTexts(t *testing.T) {
	t.Parallel()
	for _, h := range reporttest.HostileKinds(t) {
		text := h.Text + string(h.Base64)
		content := partsOf(t, withoutDrawings(reporttest.Summary(reporttest.Everywhere(t, text), assets.Dutch)))["content.xml"]
		harmless := partsOf(t, withoutDrawings(reporttest.Summary(reporttest.Everywhere(t, reporttest.Harmless(text)), assets.Dutch)))["content.xml"]
		without := func(part string) []string {
			return slices.DeleteFunc(elementsOf(t, h.ID, part), func(name string) bool { return strings.HasPrefix(name, "table-column") })
		}
		if diff := cmp.Diff(without(harmless), without(content)); diff != "" {
			t.Errorf("%s: the text has elements of its own (-harmless +hostile):\n%s", h.ID, diff)
		}
		said := saidIn(content)
		for _, line := range append(reporttest.Lines(text), reporttest.NameOf(text)) {
			legal := strings.Map(func(r rune) rune {
				if r == 0xfffe || r == 0xffff {
					return -1
				}
				return r
			}, line)
			if !strings.Contains(said, reporttest.NoBlanks(legal)) {
				t.Errorf("%s: %q is not shown to the letter", h.ID, line)
			}
		}
	}
}

// withoutDrawings leaves out the large drawings, which take long and hold no texts of their own.
func withoutDrawings(s report.Summary) report.Summary {
	for _, part := range s.Parts {
		for i := range part.Sections {
			part.Sections[i].Blocks = slices.DeleteFunc(part.Sections[i].Blocks, func(b report.Block) bool {
				_, walk := b.(report.Walk)
				_, bars := b.(report.Bars)
				return walk || bars
			})
		}
	}
	return s
}

func TestOpenDocumentNamesNobody(t *testing.T) {
	t.Parallel()
	reporttest.NamesNobody(t, func(s report.Summary) string {
		var text strings.Builder
		for name, part := range partsOf(t, s) {
			if !strings.HasPrefix(name, "Pictures/") {
				text.WriteString(reporttest.WithoutElements(part, " "))
			}
		}
		return text.String()
	})
}
