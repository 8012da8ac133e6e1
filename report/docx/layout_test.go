package docx_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report/reporttest"
)

// TestWordSetsRoomByStyles alone: no paragraph stands there empty, no two tables touch, and nothing is aligned, spaced or coloured
// by hand.
func TestWordSetsRoomByStyles(t *testing.T) {
	t.Parallel()
	for name, s := range reporttest.Documents(t, assets.Dutch) {
		file := wordOf(t, s)
		for _, byHand := range []string{"spacing", "ind", "jc", "shd", "tcBorders", "color", "sz", "b"} {
			if n := len(file.Body.All(byHand)); n > 0 {
				t.Errorf("%s: %s stands in the text %d times", name, byHand, n)
			}
		}
		if bytes.Contains(file.Parts["word/document.xml"], []byte("</w:tbl><w:tbl>")) {
			t.Errorf("%s: two tables become one", name)
		}
		for _, p := range file.Body.Children[0].Children {
			if p.XMLName.Local == "p" && strings.TrimSpace(p.Says()) == "" && len(p.All("drawing"))+len(p.All("tab")) == 0 {
				t.Errorf("%s: a paragraph %s is empty", name, p.Style())
			}
		}
	}
}

// TestWordHasTheSchoolOnEachPage, or the title where that has no name.
func TestWordHasTheSchoolOnEachPage(t *testing.T) {
	t.Parallel()
	s := reporttest.ExampleBoard(t, assets.Dutch)
	for _, want := range []string{s.School, s.Title} {
		file := wordOf(t, s)
		head := file.Part(t, "word/header.xml")
		if got := head.Says(); got != want || len(file.Body.All("headerReference")) != 1 {
			t.Errorf("the pages are headed %q, not %q", got, want)
		}
		s.School = ""
	}
}

// TestWordContentsLeadToTheirHeadings, in a field that is filled.
func TestWordContentsLeadToTheirHeadings(t *testing.T) {
	t.Parallel()
	s := reporttest.Summary(reporttest.Example(t), assets.Dutch)
	file := wordOf(t, s)
	leads := map[string]string{}
	for _, p := range file.Body.All("p") {
		for _, mark := range p.All("bookmarkStart") {
			leads[mark.Attr("name")] = p.Says()
		}
	}
	var want, got []string
	for _, part := range s.Parts[1:] {
		want = append(want, part.Title)
		for _, section := range part.Sections {
			want = append(want, section.Title)
		}
	}
	for _, link := range file.Body.All("hyperlink") {
		if got = append(got, link.Says()); leads[link.Attr("anchor")] != link.Says() {
			t.Errorf("%q leads to %q", link.Says(), leads[link.Attr("anchor")])
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the contents list %q, not %q", got, want)
	}
	var states []string
	for _, c := range file.Body.All("fldChar") {
		states = append(states, c.Attr("fldCharType"))
	}
	if !slices.Equal(states, []string{"begin", "separate", "end"}) || !strings.Contains(file.Body.All("instrText")[0].Text, `TOC \o "1-2"`) {
		t.Errorf("the field is %q", states)
	}
	if short := wordOf(t, reporttest.ExampleBoard(t, assets.Dutch)); len(short.Body.All("hyperlink")) > 0 {
		t.Error("a document for a board has contents")
	}
}
