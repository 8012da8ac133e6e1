package command

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/assets"
	"stappenplan/assets/assetstest"
	"stappenplan/report"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// TestHoursAreTheSameEverywhere, in arbitrary plans: what documents print of the hours in any format, and what status says
// as text and as JSON, is what steps reckons. The spreadsheet and the screens have the same test where they are made.
func TestHoursAreTheSameEverywhere(t *testing.T) {
	texts := assets.Load(assets.Dutch)
	rapid.Check(t, func(r *rapid.T) {
		plan := assetstest.HoursPlan(r, assets.Definitions())
		summary := report.Summarize(plan, report.Options{Texts: texts, Today: "2026-11-24", Names: report.NamesInFull})
		for format, read := range map[string]func([]byte) string{
			"md":   func(b []byte) string { return reporttest.ReadMarkdown(t, string(b)).Text },
			"html": func(b []byte) string { return reporttest.WithoutElements(string(b), "") },
			"docx": func(b []byte) string { return wordsOf(t, b, "word/document.xml") },
			"odt":  func(b []byte) string { return wordsOf(t, b, "content.xml") },
		} {
			document, err := documents[format].render(summary)
			if err != nil {
				t.Fatal(err)
			}
			text := reporttest.NoBlanks(read(document))
			for _, row := range hoursRows(summary) {
				if line := reporttest.NoBlanks(strings.Join(row, "")); !strings.Contains(text, line) {
					r.Errorf("%s has no line %v", format, row)
				}
			}
		}
		statusSays(r, plan, texts)
	})
}

// hoursRows are the rows of all tables with hours.
func hoursRows(s report.Summary) (rows [][]string) {
	for _, part := range s.Parts {
		for _, section := range part.Sections {
			for _, block := range section.Blocks {
				table, is := block.(report.Table)
				if is && (section.ID == report.SectionReckoning || section.ID == report.SectionTeam) {
					rows = append(rows, table.Rows...)
				}
			}
		}
	}
	return rows
}

// wordsOf is the text of a part of a document.
func wordsOf(t *testing.T, document []byte, part string) string {
	t.Helper()
	file, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		t.Fatal(err)
	}
	body, err := file.Open(part)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return reporttest.WithoutElements(string(content), "")
}

// statusSays checks the hours of status, as text and as JSON.
func statusSays(r *rapid.T, plan steps.Plan, texts *assets.Texts) {
	c := plan.Capacity()
	if text := strings.Join(countLines(texts, plan), "\n"); !strings.Contains(text, strings.Join(texts.HoursLines(c), "\n")) {
		r.Errorf("status says %s", text)
	}
	said, err := inJSON(statusOf(plan, "2026-11-24"))
	if err != nil {
		r.Fatal(err)
	}
	var status struct {
		Capacity struct {
			Available, Planned json.Number
			Known              bool
			Members            []struct {
				ID                 string
				Available, Planned json.Number
				PlannedGroup       json.Number `json:"planned_group"`
				Known              bool
			}
		}
	}
	if err := json.Unmarshal([]byte(said), &status); err != nil {
		r.Fatal(err)
	}
	got := status.Capacity
	if got.Available.String() != c.Given.Hours.String() || got.Known != c.Given.Known() || got.Planned.String() != c.School.Hours.String() {
		r.Errorf("status --json says %+v, want %+v", got, c)
	}
	for i, m := range got.Members {
		want := c.Members[i]
		if m.ID != want.ID || m.Available.String() != want.Given.Hours.String() || m.Known != want.Given.Known() ||
			m.Planned.String() != want.Owned().Hours.String() || m.PlannedGroup.String() != want.Group.Hours.String() {
			r.Errorf("status --json says %+v, want %+v", m, want)
		}
	}
}
