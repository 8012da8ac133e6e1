// Package markdown writes a summary as Markdown.
package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"stappenplan/assets"
	"stappenplan/lazyregexp"
	"stappenplan/report"
)

// Render writes a summary as GitHub-flavoured Markdown that also reads well unrendered. The same
// summary gives the same bytes.
func Render(s report.Summary) []byte {
	m := &writer{}
	m.heading(1, s.Title)
	m.line(strings.Join(s.Head(), " · "))
	m.line(s.Notice)
	listed := len(s.Parts) - len(s.Listed()) // where the contents stand, if there are any
	for i, part := range s.Parts {
		if i == listed {
			m.contents(s, string(assets.Load(s.Language).Document.Contents))
		}
		m.heading(2, part.Title)
		for _, section := range part.Sections {
			m.heading(3, section.Title)
			for _, block := range section.Blocks {
				m.block(block)
			}
		}
	}
	m.paragraph("---")
	m.line(s.Foot)
	m.line(s.Colophon)
	return m.out.Bytes()
}

var markAtEnd = lazyregexp.New(`(?m)^.* ` + report.MarkPattern + `\r?$`)

// Fingerprint finds what the mark at the foot of a text says behind its first word; empty where there is none. Any
// document can be read as a text, so ask the other formats first.
func Fingerprint(document []byte) string { return report.FindMark(document, markAtEnd()) }

// writer writes blocks one after the other, with an empty line between them.
type writer struct{ out bytes.Buffer }

func (m *writer) block(block report.Block) {
	switch b := block.(type) {
	case report.Paragraph:
		m.paragraph(escape(report.OneLine(string(b))))
	case report.Heading:
		m.heading(4, string(b))
	case report.List:
		m.list(b)
	case report.Table:
		m.table(b)
	case report.Said:
		m.paragraph(said(b))
	case report.Room:
		m.room(b)
	case report.Figure:
		m.table(b.Table())
	}
}

// room writes lines that show as such, whether the text is shown as it is or by another program.
func (m *writer) room(r report.Room) {
	m.paragraph(escape(report.OneLine(r.Label)) + ":")
	for range r.Lines {
		m.paragraph(strings.Repeat("_", widestPadding))
	}
}

func (m *writer) heading(level int, text string) {
	m.paragraph(strings.Repeat("#", level) + " " + escape(report.OneLine(text)))
}

// line writes a line, unless it is empty.
func (m *writer) line(text string) {
	if text != "" {
		m.paragraph(escape(text))
	}
}

func (m *writer) paragraph(text string) {
	if m.out.Len() > 0 {
		m.out.WriteByte('\n')
	}
	m.out.WriteString(text)
	m.out.WriteByte('\n')
}

// list writes its items without empty lines between them; the further lines of an item are indented below its first.
func (m *writer) list(l report.List) {
	items := make([]string, len(l.Items))
	for i, it := range l.Items {
		marker := "- "
		if l.Numbered {
			marker = strconv.Itoa(i+1) + ". "
		}
		items[i] = marker + indented(item(it), len(marker))
	}
	m.paragraph(strings.Join(items, "\n"))
}

// item writes an item of a list without its mark.
func item(it report.Item) string {
	text := strings.TrimSpace(strong(it.Lead) + " " + escape(report.OneLine(it.Text)))
	quoted := false
	for _, s := range it.Said {
		switch {
		case quoted:
			text += "\n\n" // or it would go on in the quotation
		case text != "":
			text += lineEnd
		}
		text += said(s)
		quoted = strings.Contains(s.Text, "\n")
	}
	return text
}

func indented(text string, by int) string {
	lines := strings.Split(text, "\n")
	for i := 1; i < len(lines); i++ {
		if lines[i] != "" {
			lines[i] = strings.Repeat(" ", by) + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

// lineEnd is a line end that is kept.
const lineEnd = "  \n"

// said writes one line after its label, and several as a quotation below it that keeps the line ends.
func said(s report.Said) string {
	lines := strings.Split(s.Text, "\n")
	if len(lines) == 1 {
		return strong(s.Before()) + " " + escape(s.Text)
	}
	var b strings.Builder
	b.WriteString(strong(s.Before()))
	for i, line := range lines {
		switch {
		case empty(line):
			b.WriteString("\n>")
		case i > 0 && !empty(lines[i-1]):
			b.WriteString(lineEnd + "> " + escape(line))
		default:
			b.WriteString("\n> " + escape(line))
		}
	}
	return b.String()
}

func empty(line string) bool { return strings.Trim(line, " \t") == "" }

func strong(text string) string {
	if text = strings.TrimSpace(report.OneLine(text)); text == "" {
		return ""
	}
	return "**" + escape(text) + "**"
}

// widestPadding is how wide a column may be padded, so that one long title does not stretch a table.
const widestPadding = 48

func (m *writer) table(t report.Table) {
	width := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		width[i] = max(3, c.Room)
	}
	rows := append([][]string{t.Titles()}, t.Rows...)
	for n, row := range rows {
		rows[n] = make([]string, len(row))
		for i, cell := range row {
			rows[n][i] = escape(report.OneLine(cell))
			width[i] = max(width[i], min(widestPadding, utf8.RuneCountInString(rows[n][i])))
		}
	}
	rule := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		rule[i] = strings.Repeat("-", width[i])
		if c.Number {
			rule[i] = rule[i][1:] + ":"
		}
	}
	lines := make([]string, 0, len(rows)+1)
	for _, row := range slices.Insert(rows, 1, rule) {
		lines = append(lines, tableLine(row, t.Columns, width))
	}
	m.paragraph(strings.Join(lines, "\n"))
}

func tableLine(row []string, columns []report.Column, width []int) string {
	line := ""
	for i, cell := range row {
		padding := strings.Repeat(" ", max(0, width[i]-utf8.RuneCountInString(cell)))
		if columns[i].Number {
			line += "| " + padding + cell + " "
		} else {
			line += "| " + cell + padding + " "
		}
	}
	return line + "|"
}
