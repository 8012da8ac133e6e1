package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"maps"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/pdf"
	"stappenplan/report/reporttest"
)

// TestPDFKeepsToPDFUA looks at documents of every kind.
func TestPDFKeepsToPDFUA(t *testing.T) {
	t.Parallel()
	all := map[string]report.Summary{}
	for _, language := range assets.Languages {
		for name, s := range reporttest.Documents(t, language) {
			if reporttest.Long || language == assets.Dutch && name != "own tasks" || name == "policy" {
				all[fmt.Sprint(name, " in ", language)] = s
			}
		}
		for _, names := range report.NamesChoices {
			all[fmt.Sprint(language, " for a board, ", names)] = reporttest.Board(reporttest.Example(t), language, func(o *report.Options) { o.Names = names })
		}
	}
	blocks := reporttest.EveryBlock()
	blocks.Logo = someLogo(t)
	all["every block, a logo of nobody"] = blocks
	blocks.School = "GO! (Atheneum) \\ Č"
	all["every block, a logo"] = blocks
	all["a table over pages"] = tableOverPages()
	all["long texts"] = reporttest.Summary(reporttest.Everywhere(t, strings.Repeat("Werkgroep ICT. ", 300)), assets.Dutch)
	for name, s := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			uaClean(t, pdfOf(t, s))
		})
	}
}

// TestPDFOfAnyTextKeepsToPDFUA writes hostile texts everywhere.
func TestPDFOfAnyTextKeepsToPDFUA(t *testing.T) {
	t.Parallel()
	for _, h := range reporttest.HostileKinds(t) {
		t.Run(h.ID, func(t *testing.T) {
			t.Parallel()
			uaClean(t, pdfOf(t, reporttest.Summary(reporttest.Everywhere(t, h.Text+string(h.Base64)), assets.Dutch)))
		})
	}
}

func someLogo(t *testing.T) report.Logo {
	t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewNRGBA(image.Rect(0, 0, 300, 100))); err != nil {
		t.Fatal(err)
	}
	logo, err := report.NewLogo(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return logo
}

// tableOverPages has a table of several pages, and in it a row that is split.
func tableOverPages() report.Summary {
	s := reporttest.EveryBlock()
	s.Logo = report.Logo{}
	wide := report.Table{Columns: []report.Column{{}, {Title: "Taak"}, {Title: "Uren", Number: true}}}
	for i := range 120 {
		wide.Rows = append(wide.Rows, []string{fmt.Sprint(i), "Wifi beheren", ""})
	}
	wide.Rows[50][1] = strings.Repeat("lang en breed ", 500)
	s.Parts[1].Sections[0].Blocks = []report.Block{report.Heading("Technisch"), wide}
	return s
}

// TestPDFHasOneTableWhereItIsCut: its head is said once, and a row that is split is one row.
func TestPDFHasOneTableWhereItIsCut(t *testing.T) {
	t.Parallel()
	s := tableOverPages()
	file := pdfOf(t, s)
	if pages := len(readPDF(t, file)); pages < 3 {
		t.Fatalf("the table takes %d pages", pages)
	}
	var tables, heads, rows int
	var count func(n *uaNode)
	count = func(n *uaNode) {
		switch n.tag {
		case "Table":
			tables++
		case "TR":
			rows++
			if n.kids[1].tag == "TH" {
				heads++
			}
		}
		for _, kid := range n.kids {
			count(kid)
		}
	}
	count(uaTree(t, file))
	if tables != 1 || heads != 1 || rows != 121 {
		t.Errorf("%d tables with %d heads and %d rows", tables, heads, rows)
	}
}

// TestPDFHasTheHeadingsAndFiguresOfTheSummary in its structure.
func TestPDFHasTheHeadingsAndFiguresOfTheSummary(t *testing.T) {
	t.Parallel()
	s := reporttest.ExampleBoard(t, assets.English)
	want := map[string]int{"H1": 1}
	for i, titles := range reporttest.Headings(s) {
		want[fmt.Sprint("H", i+2)] = len(titles)
	}
	var pictures []string
	for _, part := range s.Parts {
		for _, section := range part.Sections {
			for _, block := range section.Blocks {
				if f, is := block.(report.Figure); is {
					pictures = append(pictures, f.Drawing().Title)
				}
			}
		}
	}
	got := map[string]int{}
	var described []string
	var count func(n *uaNode)
	count = func(n *uaNode) {
		if uaHeading.MatchString(n.tag) {
			got[n.tag]++
		}
		if n.tag == "Figure" {
			described = append(described, n.value.Key("Alt").Text())
		}
		for _, kid := range n.kids {
			count(kid)
		}
	}
	count(uaTree(t, pdfOf(t, s)))
	if !maps.Equal(got, want) {
		t.Errorf("the headings are %v, not %v", got, want)
	}
	if !slices.Equal(described, pictures) {
		t.Errorf("the figures say %q, not %q", described, pictures)
	}
}

// TestPDFRefusesWhatBreaksPDFUA instead of writing it.
func TestPDFRefusesWhatBreaksPDFUA(t *testing.T) {
	t.Parallel()
	for want, spoil := range map[string]func(s *report.Summary){
		"no title":    func(s *report.Summary) { s.Title = " " },
		"no language": func(s *report.Summary) { s.Language = "fr" },
		"a heading H4 follows one of level 2": func(s *report.Summary) {
			s.Parts[1].Sections[0].Title = ""
		},
		"more cells": func(s *report.Summary) {
			table := s.Parts[1].Sections[0].Blocks[1].(report.Table)
			table.Rows = append(table.Rows, []string{"Wifi"})
			s.Parts[1].Sections[0].Blocks[1] = table
		},
	} {
		s := reporttest.EveryBlock()
		s.Logo = report.Logo{}
		spoil(&s)
		if _, err := pdf.Render(s); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, not %q", err, want)
		}
	}
}
