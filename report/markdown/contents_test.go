package markdown_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report/markdown"
	"stappenplan/report/reporttest"
)

var toHeading = regexp.MustCompile(`(?m)^(?:  )?- \[(.+)\]\(#(\S+)\)$`)

// TestContentsLeadToTheirHeadings, by the names that GitHub gives these.
func TestContentsLeadToTheirHeadings(t *testing.T) {
	t.Parallel()
	s := reporttest.Summary(reporttest.Example(t), assets.Dutch)
	s.Parts[2].Sections[0].Title = "Het team" // as one in the part before it
	page := string(markdown.Render(s))
	var want, got, names []string
	for _, part := range s.Parts[1:] {
		want = append(want, part.Title)
		for _, section := range part.Sections {
			want = append(want, section.Title)
		}
	}
	for _, found := range toHeading.FindAllStringSubmatch(page, -1) {
		got, names = append(got, found[1]), append(names, found[2])
	}
	if !slices.Equal(got, want) {
		t.Errorf("the contents list %q, not %q", got, want)
	}
	for _, name := range []string{"toelichting", "het-team", "bijlage-alle-antwoorden", "het-team-1", "alle-verschillen-met-de-vorige-ronde"} {
		if !slices.Contains(names, name) {
			t.Errorf("no line leads to %q: %q", name, names)
		}
	}
	if short := string(markdown.Render(reporttest.ExampleBoard(t, assets.Dutch))); strings.Contains(short, "](#") {
		t.Error("a document for a board has contents")
	}
}
