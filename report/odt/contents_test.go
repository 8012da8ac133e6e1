package odt_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report/reporttest"
)

var (
	linkTo = regexp.MustCompile(`<text:a xlink:type="simple" xlink:href="#([^"]+)">(.*?)</text:a>`)
	named  = regexp.MustCompile(`<text:bookmark text:name="([^"]+)"/>(.*?)</text:h>`)
)

// TestOpenDocumentContentsLeadToTheirHeadings, where a document has an annex.
func TestOpenDocumentContentsLeadToTheirHeadings(t *testing.T) {
	t.Parallel()
	s := reporttest.Summary(reporttest.Example(t), assets.Dutch)
	content := partsOf(t, s)["content.xml"]
	headings := map[string]string{}
	for _, found := range named.FindAllStringSubmatch(content, -1) {
		headings[found[1]] = found[2]
	}
	var want, got []string
	for _, part := range s.Parts[1:] {
		want = append(want, part.Title)
		for _, section := range part.Sections {
			want = append(want, section.Title)
		}
	}
	for _, found := range linkTo.FindAllStringSubmatch(content, -1) {
		if got = append(got, found[2]); headings[found[1]] != found[2] {
			t.Errorf("%q leads to %q", found[2], headings[found[1]])
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the contents list %q, not %q", got, want)
	}
	if short := partsOf(t, reporttest.ExampleBoard(t, assets.Dutch))["content.xml"]; strings.Contains(short, "text:table-of-content") {
		t.Error("a document for a board has contents")
	}
}

// TestOpenDocumentHasTheSchoolOnEachPage, or the title where that has no name.
func TestOpenDocumentHasTheSchoolOnEachPage(t *testing.T) {
	t.Parallel()
	s := reporttest.ExampleBoard(t, assets.Dutch)
	for _, want := range []string{s.School, s.Title} {
		if styles := partsOf(t, s)["styles.xml"]; !strings.Contains(styles, `<style:header><text:p text:style-name="Header">`+want+`</text:p></style:header>`) {
			t.Errorf("the pages are not headed %q", want)
		}
		s.School = ""
	}
}
