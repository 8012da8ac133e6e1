package report

import (
	"strconv"
	"strings"

	"stappenplan/steps"
)

// Aloud is what a section says in lines that are heard one after the other, without a layout.
func (s Section) Aloud() (lines []string) {
	for _, block := range s.Blocks {
		switch b := block.(type) {
		case Paragraph:
			lines = append(lines, string(b))
		case Heading:
			lines = append(lines, string(b)+":")
		case List:
			lines = append(lines, b.aloud()...)
		case Said:
			lines = append(lines, b.aloud())
		case Room:
			lines = append(lines, b.Label)
		case Table:
			lines = append(lines, b.aloud()...)
		case Figure:
			lines = append(lines, b.Table().aloud()...)
		}
	}
	return lines
}

func (s Said) aloud() string { return s.Before() + " " + steps.CleanName(s.Text) }

func (l List) aloud() (lines []string) {
	for i, item := range l.Items {
		sign := "- "
		if l.Numbered {
			sign = strconv.Itoa(i+1) + "  "
		}
		said := []string{strings.TrimSpace(item.Lead + " " + item.Text)}
		for _, s := range item.Said {
			said = append(said, s.aloud())
		}
		lines = append(lines, sign+strings.TrimSpace(strings.Join(said, " ")))
	}
	return lines
}

// aloud says each row in a line: its first cell, and each of the others behind the title of its column.
func (t Table) aloud() (lines []string) {
	for _, cells := range t.Rows {
		var said []string
		for i, cell := range cells {
			if title := t.Columns[i].Title; cell != "" && title != "" && i > 0 {
				cell = title + ": " + cell
			}
			if cell != "" {
				said = append(said, cell)
			}
		}
		lines = append(lines, "- "+strings.Join(said, ", "))
	}
	return lines
}
