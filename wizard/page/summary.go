package page

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/report"
	"stappenplan/wizard/screen"
)

// summaryLines is the summary of the plan, from where it is written.
func summaryLines(f screen.Frame) (string, []string, []command) {
	d := f.Chosen
	d.Subject = report.AboutPlan
	return shownDocument(f, string(f.Texts.Wizard.SummaryTitle), d, screen.Both{First: screen.Choose{Document: d}, Second: screen.Show(screen.Place{Kind: screen.SaveAs})})
}

// previewLines is the document that was chosen, from where it was.
func previewLines(f screen.Frame) (string, []string, []command) {
	title := f.Texts.Wizard.SummaryTitle
	if f.Chosen.Subject != report.AboutPlan {
		title = f.Texts.Wizard.Write.Subjects[screen.SubjectWord(f.Chosen.Subject)]
	}
	return shownDocument(f, string(title), f.Chosen, screen.Back(1))
}

// shownDocument is a document as its readers get it, and what writes it.
func shownDocument(f screen.Frame, title string, d screen.Document, write screen.Effect) (string, []string, []command) {
	return title, documentLines(f, f.Files.Preview(f.Session, d)), []command{{Key: "enter", Label: f.Texts.Wizard.Keys.Write, Effect: write}}
}

// documentLines lay a document out for the screen.
func documentLines(f screen.Frame, s report.Summary) []string {
	lines := []string{f.Look.Accent.On(screen.OneLine(s.Title))}
	lines = append(lines, painted(f.Look.Muted, screen.Wrap(strings.Join(s.Facts, " · "), f.Width))...)
	for _, line := range s.Caution(f.Texts) {
		lines = append(append(lines, ""), painted(f.Look.Warn, screen.Wrap("! "+line, f.Width))...)
	}
	for _, part := range s.Parts {
		lines = append(lines, "", f.Look.Accent.On(screen.OneLine(part.Title)))
		for _, section := range part.Sections {
			lines = append(lines, "", f.Look.Strong.On(screen.OneLine(section.Title)))
			for _, block := range section.Blocks {
				lines = append(append(lines, ""), blockLines(f, block)...)
			}
		}
	}
	if s.Foot != "" {
		lines = append(append(lines, ""), painted(f.Look.Muted, screen.Wrap(s.Foot, f.Width))...)
	}
	return lines
}

func blockLines(f screen.Frame, block report.Block) []string {
	switch b := block.(type) {
	case report.Paragraph:
		return screen.Wrap(string(b), f.Width)
	case report.Heading:
		return painted(f.Look.Strong, screen.Wrap(string(b), f.Width))
	case report.List:
		return listLines(f, b)
	case report.Said:
		return saidLines(f, b)
	case report.Room:
		label := screen.OneLine(b.Label) + ": "
		lines := []string{label + f.Look.Muted.On(strings.Repeat("_", max(0, f.Width-ansi.StringWidth(label))))}
		for range b.Lines - 1 {
			lines = append(lines, f.Look.Muted.On(strings.Repeat("_", f.Width)))
		}
		return lines
	case report.Table:
		return gridLines(f, b)
	case report.Chart:
		return append(append(chartLines(f, b), ""), gridLines(f, b.Table())...)
	case interface{ Table() report.Table }: // a picture
		return gridLines(f, b.Table())
	}
	return nil
}

func painted(p screen.Paint, lines []string) []string {
	for i := range lines {
		lines[i] = p.On(lines[i])
	}
	return lines
}

func listLines(f screen.Frame, l report.List) (lines []string) {
	for i, item := range l.Items {
		sign := "• "
		if l.Numbered {
			sign = strconv.Itoa(i+1) + ". "
		}
		lines = append(lines, hung(sign, strings.TrimSpace(item.Lead+" "+item.Text), f.Width)...)
		for _, said := range item.Said {
			for _, line := range saidLines(f, said) {
				lines = append(lines, "  "+line)
			}
		}
	}
	return lines
}

// hung is a text after a sign, its further lines below its first letter.
func hung(sign, text string, width int) []string {
	return screen.Beside(sign, screen.Wrap(text, width-ansi.StringWidth(sign)))
}

func saidLines(f screen.Frame, s report.Said) []string {
	return append(painted(f.Look.Muted, screen.Wrap(s.Label, f.Width-2)), hung("  ", s.Text, f.Width-2)...)
}

// gridLines draw a table; where words would be broken, each row as a list of what it says.
func gridLines(f screen.Frame, t report.Table) (lines []string) {
	if screen.Fits(t, f.Width) {
		titles, rows := screen.Grid(t, f.Width)
		return append(painted(f.Look.Muted, titles), rows...)
	}
	for _, cells := range t.Rows {
		lines = append(lines, painted(f.Look.Strong, screen.Wrap(cells[0], f.Width))...)
		for i, cell := range cells[1:] {
			if cell != "" {
				lines = append(lines, hung("  ", t.Columns[i+1].Title+": "+cell, f.Width)...)
			}
		}
	}
	return lines
}
