package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stappenplan/assets"
	"stappenplan/steps"
)

// taskTitles are the titles of tasks.
func (a *author) taskTitles(ids []string) []string {
	titles := make([]string, len(ids))
	for i, id := range ids {
		titles[i] = a.titles[id]
	}
	return titles
}

// memberNames are the names of members.
func (a *author) memberNames(ids []string) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = a.name(id)
	}
	return names
}

// name is the name of a member; a name that is no id of the team stands for itself.
func (a *author) name(id string) string {
	if name, ok := a.names[id]; ok {
		return name
	}
	return id
}

// titled is one line of titles: this many and a count of the rest, or all where most is 0. Titles hold
// commas and ands of their own.
func (a *author) titled(titles []string, most int) string {
	if cutShort(len(titles), most) {
		titles = append(slices.Clone(titles[:most]), a.words.List.More.For(len(titles)-most))
	}
	return strings.Join(titles, string(a.words.List.Titles))
}

// cutShort says whether a line leaves out some of this many titles. A single one more than it names is named rather
// than counted.
func cutShort(titles, most int) bool { return most > 0 && titles > most+1 }

// listed is one line of short names.
func (a *author) listed(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], string(a.words.List.Names)) + string(a.words.List.And) + names[last]
}

// column is the name of a field as the title of a column.
func (a *author) column(field string) string { return assets.Capital(a.texts.Field(field)) }

// small writes the first letter small.
func small(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToLower(first)) + text[size:]
}

// stopped is a line that ends with a point: one that ends with initials has it.
func stopped(line string) string { return strings.TrimSuffix(line, ".") + "." }

// number is a number of hours, or the sign for nothing where it is not known.
func (a *author) number(hours *steps.Decimal) string {
	if hours == nil {
		return string(a.texts.Common.None)
	}
	return a.texts.Number(*hours)
}

// orNone is a text, or the sign for nothing.
func (a *author) orNone(text string) string {
	if text == "" {
		return string(a.texts.Common.None)
	}
	return text
}

// OneLine is a text with blanks in the place of its line ends.
func OneLine(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// Breakable says whether a line may end at a blank: not at one that keeps words together.
func Breakable(letter rune) bool {
	return unicode.IsSpace(letter) && letter != '\u00a0' && letter != '\u202f'
}
