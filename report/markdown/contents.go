package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"stappenplan/report"
)

// anchors names the headings of a document as GitHub and others do, so that a link can lead to one: in small letters, with hyphens in
// the place of blanks, without other signs, and with a number where one has the name of another.
type anchors map[string]int

func (a anchors) name(heading string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r), r == '-', r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, report.OneLine(heading))
	before := a[name]
	if a[name]++; before > 0 {
		return name + "-" + strconv.Itoa(before)
	}
	return name
}

// contents lists parts and their sections, as links to these.
func (m *writer) contents(s report.Summary, title string) {
	listed, names := s.Listed(), anchors{}
	first := len(s.Parts) - len(listed)
	names.name(s.Title)
	var lines []string
	for i, part := range s.Parts {
		if i == first {
			names.name(title)
		}
		add := func(indent, heading string) {
			if name := names.name(heading); i >= first {
				lines = append(lines, indent+"- ["+escapeLink(heading)+"](#"+name+")")
			}
		}
		add("", part.Title)
		for _, section := range part.Sections {
			add("  ", section.Title)
			for _, block := range section.Blocks {
				if heading, is := block.(report.Heading); is {
					names.name(string(heading))
				}
			}
		}
	}
	m.heading(2, title)
	m.paragraph(strings.Join(lines, "\n"))
}

// escapeLink escapes a text between the brackets of a link.
func escapeLink(text string) string {
	return strings.ReplaceAll(escape(report.OneLine(text)), "]", `\]`)
}
