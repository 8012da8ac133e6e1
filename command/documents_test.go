package command

import (
	"archive/zip"
	"bytes"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"stappenplan/report"
	"stappenplan/report/reporttest"
)

func TestALogoIsPutInTheDocument(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 4, 4))); err != nil {
		t.Fatal(err)
	}
	logo := written(t, "logo.png", picture.String())
	c := newComputer(t)
	c.calls(t, statusDone, "", "--example", "export", "--format", "html", "--logo", logo)
	c.says(t, "data:image/png;base64,")
	c.calls(t, statusRefused, "", "--example", "export", "--format", "html", "--logo", written(t, "logo.gif", "GIF89a"))
	c.says(t, "logo.gif is geen PNG of JPEG")
	c.calls(t, statusRefused, "", "--example", "export", "--format", "html", "--logo", written(t, "logo.png", strings.Repeat("x", report.MaxLogoBytes+1)))
	c.says(t, "logo.png is te groot: hoogstens 2 MB")
}

func TestDecisionsThatAreNoTextAreRefused(t *testing.T) {
	c := newComputer(t)
	for _, content := range []string{"a\x00b", "caf\xe9"} {
		c.calls(t, statusRefused, "", "--example", "export", "--decisions", written(t, "decisions.txt", content))
		c.says(t, "is geen gewone tekst")
	}
	c.calls(t, statusDone, "", "--example", "export", "--decisions", written(t, "decisions.txt", "\ufeffEén\r\nTwee\x1b[2J\r\n"))
	c.says(t, "1. **Eén**\n2. **Twee**\n")
	c.calls(t, statusDone, "", "--example", "export", "--decisions", written(t, "none.txt", ""))
	c.says(t, "vraagt nu geen beslissing")
}

// TestDecisionsLoseTheMarksOfTheirList reads a list as people write one in a letter.
func TestDecisionsLoseTheMarksOfTheirList(t *testing.T) {
	c := newComputer(t)
	list := "1. Mevrouw Maes vrijmaken\n2) Een budget\n- Katrien\n  * Met ster\n•\tMet bol\n– Met streep\n-5 uur\n10.5 uur\n2 uur\n3.\n-\n"
	c.calls(t, statusDone, "", "--example", "export", "--names", "full", "--decisions", written(t, "decisions.txt", list))
	c.says(t, "1. **Mevrouw Maes vrijmaken**\n2. **Een budget**\n3. **Katrien**\n4. **Met ster**\n5. **Met bol**\n6. **Met streep**\n"+
		"7. **\\-5 uur**\n8. **10.5 uur**\n9. **2 uur**\n\n")
}

// TestACheckTellsTheDays changes a plan two days after a document was made of it.
func TestACheckTellsTheDays(t *testing.T) {
	c := newComputer(t)
	document := filepath.Join(t.TempDir(), "board.html")
	c.calls(t, statusDone, "", "import", written(t, "plan.json", `{"format": "stappenplan/1", "school": {"name": "Testschool"}}`))
	c.calls(t, statusDone, "", "export", "--output", document)
	c.clock = func() time.Time { return time.Date(2026, 11, 26, 9, 30, 0, 0, time.UTC) }
	c.calls(t, statusDone, "", "import", "--yes", written(t, "plan.json", `{"format": "stappenplan/1", "school": {"name": "Klaver"}}`))
	c.calls(t, statusRefused, "", "check", "--report", document)
	c.says(t, "Het toont het plan van 24 november 2026; daarna is dat nog gewijzigd, het laatst op 26 november 2026.")
}

// TestEveryDocumentIsMadeOfEveryPlan makes each format and each subject of plans that have little or much in them, and
// finds the plan's mark back.
func TestEveryDocumentIsMadeOfEveryPlan(t *testing.T) {
	many := strings.Builder{}
	for i := range reporttest.ShortOrLong(60, 300) {
		if i > 0 {
			many.WriteByte(',')
		}
		many.WriteString(`{"id": "own-` + strings.Repeat("x", i%7) + "t" + strings.Repeat("y", i/7) + `", "title": "Eigen taak", "group": "policy", "relevance": "yes", "horizon": "short"}`)
	}
	plans := map[string]string{
		"begun":   `{"format": "stappenplan/1", "school": {"name": "Testschool"}, "round": {"next_evaluation": "2027-05-15"}}`,
		"stopped": `{"format": "stappenplan/1", "answers": {"awareness": {"choice": "yes"}, "vision": {"choice": "yes"}, "policy": {"choice": "no", "note": "werkgroep"}}}`,
		"many":    `{"format": "stappenplan/1", "tasks": [` + many.String() + `]}`,
	}
	for name, plan := range plans {
		t.Run(name, func(t *testing.T) {
			c := newComputer(t)
			c.calls(t, statusDone, "", "import", "--yes", written(t, "plan.json", plan))
			for format := range documents {
				for _, flags := range [][]string{nil, {"--sections", "all"}, {"--sections", "feedback"}, {"--blank"}, {"--for", "policy-plan"}, {"--for", "members"}, {"--for", "group"}, {"--for", "minutes"}} {
					if !slices.Contains(pages, format) && (len(flags) > 0 || name != "begun") {
						continue // no other has a day
					}
					path := filepath.Join(t.TempDir(), "document")
					c.calls(t, statusDone, "", append([]string{"export", "--format", format, "--output", path}, flags...)...)
					again := filepath.Join(t.TempDir(), "again")
					c.calls(t, statusDone, "", append([]string{"export", "--format", format, "--output", again}, flags...)...)
					if a, b := contentOf(t, path), contentOf(t, again); len(a) == 0 || a != b {
						t.Errorf("%s %v: %d bytes, again %d", format, flags, len(a), len(b))
					}
					if flags == nil || flags[0] != "--blank" {
						c.calls(t, statusDone, "", "check", "--report", path)
					}
				}
			}
		})
	}
}

// TestNotesInEveryFormat finds notes in a document that was asked to tell them, and in no other.
func TestNotesInEveryFormat(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "plan.json", `{"format": "stappenplan/1", "answers": {"vision": {"choice": "yes", "note": "eenstudiedag", "evidence": "eenverslag"}},
		"tasks": [{"id": "wifi-management", "relevance": "yes", "note": "elkemaandag"}],
		"decisions": [{"id": "build-vision", "outcome": "approved", "on": "2026-10-11", "note": "zonderuren"}, {"id": "set-evaluation", "outcome": "postponed", "on": "2026-10-11", "note": "tekort"}]}`))
	notes := []string{"eenstudiedag", "eenverslag", "elkemaandag", "zonderuren", "tekort"}
	for _, format := range pages {
		for _, sections := range [][]string{nil, {"--sections", "all"}, {"--sections", "annex,outcomes,weighing"}} {
			for _, asked := range []bool{false, true} {
				path := filepath.Join(t.TempDir(), "document")
				flags := append([]string{"export", "--format", format, "--output", path}, sections...)
				if asked {
					flags = append(flags, "--notes")
				}
				c.calls(t, statusDone, "", flags...)
				text := unpacked(t, contentOf(t, path))
				if format == "pdf" {
					text = saidOnPages(t, c, flags[5:])
				}
				for _, note := range notes {
					if strings.Contains(text, note) != asked {
						t.Errorf("%v: whether it tells %q is %t", flags[1:], note, !asked)
					}
				}
			}
		}
	}
}

// saidOnPages are the texts of a summary as pdf is given it: the letters in its file are numbers of shapes.
func saidOnPages(t *testing.T, c *computer, flags []string) string {
	t.Helper()
	held := documents["pdf"]
	defer func() { documents["pdf"] = held }()
	var said []string
	documents["pdf"] = document{usual: held.usual, render: func(s report.Summary) ([]byte, error) {
		said = s.Texts()
		return nil, nil
	}}
	c.calls(t, statusDone, "", append([]string{"export", "--format", "pdf", "--output", filepath.Join(t.TempDir(), "pages")}, flags...)...)
	return strings.Join(said, "\n")
}

func contentOf(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestNoBinaryOnATerminal(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusUsage, "", "--example", "export", "--format", "xlsx")
	c.says(t, "geen tekst voor het scherm", "--output")
	c.outTerminal = false
	c.calls(t, statusDone, "", "--example", "export", "--format", "xlsx")
}

// TestNoNameIsInADocumentOfTheExample looks for the people of the example school in every format that can be read as text.
func TestNoNameIsInADocumentOfTheExample(t *testing.T) {
	names := []string{"Bart", "Claes", "Katrien", "Maes", "Yusuf", "Demir", "Peeters"}
	c := newComputer(t)
	for format := range documents {
		if format == "pdf" {
			continue // its letters are numbers of shapes
		}
		for _, flags := range [][]string{{"--sections", "all", "--notes"}, {"--for", "policy-plan"}, {"--for", "group"}, {"--for", "minutes", "--notes"}, {"--names", "initials", "--motivation", "--notes"}} {
			if !slices.Contains(pages, format) {
				flags = nil
			}
			path := filepath.Join(t.TempDir(), "document")
			c.calls(t, statusDone, "", append([]string{"--example", "export", "--format", format, "--output", path}, flags...)...)
			text := unpacked(t, contentOf(t, path))
			for _, name := range names {
				if i := strings.Index(text, name); i >= 0 {
					t.Errorf("%s %v: %s", format, flags, text[max(0, i-60):i+20])
				}
			}
		}
	}
}

// unpacked is everything in an archive, or what is no archive as it is.
func unpacked(t *testing.T, content string) string {
	t.Helper()
	archive, err := zip.NewReader(strings.NewReader(content), int64(len(content)))
	if err != nil {
		return content
	}
	var all strings.Builder
	for _, file := range archive.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}
