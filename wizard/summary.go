package wizard

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/report"
)

// summaryLines is the summary of the plan, from where it is written.
func summaryLines(f frame) (string, []string, []command) {
	d := f.chosen
	d.Subject = report.AboutPlan
	return shownDocument(f, string(f.texts.Wizard.SummaryTitle), d, both{choose{d}, show(place{kind: saveAs})})
}

// previewLines is the document that was chosen, from where it was.
func previewLines(f frame) (string, []string, []command) {
	title := f.texts.Wizard.SummaryTitle
	if f.chosen.Subject != report.AboutPlan {
		title = f.texts.Wizard.Write.Subjects[subjectWord(f.chosen.Subject)]
	}
	return shownDocument(f, string(title), f.chosen, back(1))
}

// shownDocument is a document as its readers get it, and the wish to write it.
func shownDocument(f frame, title string, d Document, write effect) (string, []string, []command) {
	return title, documentLines(f, f.files.Preview(f.session, d)), []command{{key: "w", label: f.texts.Wizard.Keys.Write, wish: write}}
}

// documentLines lay a document out for the screen.
func documentLines(f frame, s report.Summary) []string {
	lines := []string{f.look.accent.on(oneLine(s.Title))}
	lines = append(lines, painted(f.look.muted, wrap(strings.Join(s.Facts, " · "), f.width))...)
	for _, part := range s.Parts {
		lines = append(lines, "", f.look.accent.on(oneLine(part.Title)))
		for _, section := range part.Sections {
			lines = append(lines, "", f.look.strong.on(oneLine(section.Title)))
			for _, block := range section.Blocks {
				lines = append(append(lines, ""), blockLines(f, block)...)
			}
		}
	}
	if s.Foot != "" {
		lines = append(append(lines, ""), painted(f.look.muted, wrap(s.Foot, f.width))...)
	}
	return lines
}

func blockLines(f frame, block report.Block) []string {
	switch b := block.(type) {
	case report.Paragraph:
		return wrap(string(b), f.width)
	case report.Heading:
		return painted(f.look.strong, wrap(string(b), f.width))
	case report.List:
		return listLines(f, b)
	case report.Said:
		return saidLines(f, b)
	case report.Room:
		label := oneLine(b.Label) + ": "
		lines := []string{label + f.look.muted.on(strings.Repeat("_", max(0, f.width-ansi.StringWidth(label))))}
		for range b.Lines - 1 {
			lines = append(lines, f.look.muted.on(strings.Repeat("_", f.width)))
		}
		return lines
	case report.Table:
		return gridLines(f, b)
	case interface{ Table() report.Table }: // a picture
		return gridLines(f, b.Table())
	}
	return nil
}

func painted(p paint, lines []string) []string {
	for i := range lines {
		lines[i] = p.on(lines[i])
	}
	return lines
}

func listLines(f frame, l report.List) (lines []string) {
	for i, item := range l.Items {
		sign := "• "
		if l.Numbered {
			sign = strconv.Itoa(i+1) + ". "
		}
		lines = append(lines, hung(sign, strings.TrimSpace(item.Lead+" "+item.Text), f.width)...)
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
	indent := ansi.StringWidth(sign)
	lines := wrap(text, width-indent)
	for i := range lines {
		if i > 0 {
			sign = strings.Repeat(" ", indent)
		}
		lines[i] = sign + lines[i]
	}
	return lines
}

func saidLines(f frame, s report.Said) []string {
	return append(painted(f.look.muted, wrap(s.Label, f.width-2)), hung("  ", s.Text, f.width-2)...)
}

const between = 2 // blanks between two columns

// gridLines draw a table; where it is wider than the screen, its widest columns take more lines.
func gridLines(f frame, t report.Table) (lines []string) {
	widths := gridWidths(t, f.width)
	row := func(cells []string, p paint) {
		var wrapped [][]string
		high := 1
		for i, cell := range cells {
			wrapped = append(wrapped, wrap(cell, widths[i]))
			high = max(high, len(wrapped[i]))
		}
		for n := range high {
			var line []string
			for i, width := range widths {
				text := ""
				if n < len(wrapped[i]) {
					text = wrapped[i][n]
				}
				if blank := strings.Repeat(" ", max(0, width-ansi.StringWidth(text))); t.Columns[i].Number {
					text = blank + text
				} else {
					text += blank
				}
				line = append(line, text)
			}
			lines = append(lines, p.on(strings.TrimRight(strings.Join(line, strings.Repeat(" ", between)), " ")))
		}
	}
	titles := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = c.Title
	}
	row(titles, f.look.muted)
	for _, cells := range t.Rows {
		row(cells, paint{})
	}
	return lines
}

// gridWidths are the widths of the columns of a table that is at most so wide. The widest give way first, down to
// their longest word, and then further.
func gridWidths(t report.Table, most int) []int {
	widths, words := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	total := between * (len(widths) - 1)
	for i, c := range t.Columns {
		texts := []string{c.Title}
		for _, cells := range t.Rows {
			texts = append(texts, cells[i])
		}
		for _, text := range texts {
			widths[i] = max(widths[i], ansi.StringWidth(text))
			for word := range strings.FieldsSeq(text) {
				words[i] = max(words[i], ansi.StringWidth(word))
			}
		}
		total += widths[i]
	}
	for _, least := range [][]int{words, make([]int, len(widths))} {
		for total > most {
			widest := -1
			for i, width := range widths {
				if width > max(1, least[i]) && (widest < 0 || width > widths[widest]) {
					widest = i
				}
			}
			if widest < 0 {
				break
			}
			widths[widest]--
			total--
		}
	}
	return widths
}
