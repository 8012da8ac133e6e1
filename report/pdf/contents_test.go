package pdf_test

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	reader "github.com/ledongthuc/pdf"

	"stappenplan/assets"
	"stappenplan/report/reporttest"
)

// TestContentsLeadToTheirHeadings follows each link of the contents to the page and the line it leads to.
func TestContentsLeadToTheirHeadings(t *testing.T) {
	t.Parallel()
	s := reporttest.Summary(reporttest.Example(t), assets.Dutch)
	file := pdfOf(t, s)
	texts := readPDF(t, file)
	r, err := reader.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]int{}
	for n := range r.NumPage() {
		pages[r.Page(n+1).V.String()] = n
	}
	var want, got []string
	for _, part := range s.Parts[1:] {
		want = append(want, part.Title)
		for _, section := range part.Sections {
			want = append(want, section.Title)
		}
	}
	for n := range r.NumPage() {
		links := r.Page(n + 1).V.Key("Annots")
		if links.Len() > 0 && n != 1 {
			t.Errorf("there are links on page %d", n+1)
		}
		for i := range links.Len() {
			link := links.Index(i)
			title, to := link.Key("Contents").Text(), pages[link.Key("Dest").Index(0).String()]
			got = append(got, title)
			top, below := link.Key("Dest").Index(3).Float64(), 25.0
			there := slices.ContainsFunc(texts[to], func(x pdfText) bool { return x.Text == title && x.Y < top && x.Y > top-below })
			if !there {
				t.Errorf("%q leads to page %d, where it does not stand below %v", title, to+1, top)
			}
			foot := link.Key("Rect").Index(1).Float64()
			number := slices.ContainsFunc(texts[n], func(x pdfText) bool {
				return x.Text == strconv.Itoa(to+1) && math.Abs(x.Y-foot) < 6
			})
			if !number {
				t.Errorf("beside %q does not stand %d", title, to+1)
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the contents list %q, not %q", got, want)
	}
}

// TestEachLinkIsInTheStructure, with the line that it stands on.
func TestEachLinkIsInTheStructure(t *testing.T) {
	t.Parallel()
	file := pdfOf(t, reporttest.Summary(reporttest.Example(t), assets.English))
	links := 0
	var look func(n *uaNode, above string)
	look = func(n *uaNode, above string) {
		if n.tag == "Link" {
			links++
			var kinds []string
			for i := range n.value.Key("K").Len() {
				kinds = append(kinds, n.value.Key("K").Index(i).Key("Type").Name())
			}
			if fmt.Sprint(kinds) != "[ OBJR]" || !strings.HasSuffix(above, "TOC TOCI Reference") {
				t.Errorf("a link in%s holds %q", above, kinds)
			}
		}
		for _, kid := range n.kids {
			look(kid, above+" "+n.tag)
		}
	}
	look(uaTree(t, file), "")
	if links == 0 {
		t.Error("there are no links")
	}
	uaClean(t, file)
}

// TestAShortDocumentHasNoContents, as one for a board.
func TestAShortDocumentHasNoContents(t *testing.T) {
	t.Parallel()
	if file := pdfOf(t, reporttest.ExampleBoard(t, assets.Dutch)); bytes.Contains(file, []byte("/Annots")) {
		t.Error("there are links")
	}
}
