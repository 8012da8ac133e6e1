package report

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"stappenplan/assets"
	"stappenplan/steps"
)

// each is what is said of each of some items.
func each[T, U any](items []T, say func(T) U) []U {
	texts := make([]U, len(items))
	for i, item := range items {
		texts[i] = say(item)
	}
	return texts
}

// taskTitles are the titles of tasks.
func (a *author) taskTitles(ids []string) []string {
	return each(ids, func(id string) string { return a.titles[id] })
}

// name is the name of the member with an id; an id that no member has is returned as it is.
func (a *author) name(id string) string {
	if m, ok := a.plan.Member(id); ok {
		return m.Name
	}
	return id
}

// joinTitles is one line of titles: the first, none too long for a sentence, and a count of the rest, or all in full where most
// is 0. Titles hold commas and ands of their own.
func (a *author) joinTitles(titles []string, most int) string {
	if most > 0 {
		titles = each(titles, inSentence)
	}
	if cutShort(len(titles), most) {
		titles = append(slices.Clone(titles[:most]), a.words.List.More.For(len(titles)-most))
	}
	return strings.Join(titles, string(a.words.List.Titles))
}

// longestTitle is how many letters of a title a sentence has room for; the tables have all of it.
const longestTitle = 60

// inSentence is the beginning of a title, up to the end of a word where there is one.
func inSentence(title string) string {
	letters := []rune(title)
	if len(letters) <= longestTitle {
		return title
	}
	begin := string(letters[:longestTitle-1])
	if at := strings.LastIndexFunc(begin, unicode.IsSpace); at > len(begin)/2 {
		begin = begin[:at]
	}
	return begin + "…"
}

// cutShort says whether a line leaves out some of this many titles. A single one more than it names is named rather
// than counted.
func cutShort(titles, most int) bool { return most > 0 && titles > most+1 }

// joinNames is one line of short names.
func (a *author) joinNames(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], string(a.words.List.Names)) + string(a.words.List.And) + names[last]
}

// joinMembers is joinNames of members; many are counted.
func (a *author) joinMembers(names []string) string {
	if cutShort(len(names), namedTasks) {
		return a.words.Contents.Members.For(len(names))
	}
	return a.joinNames(names)
}

// column is the name of a field as the title of a column.
func (a *author) column(field string) string { return assets.Capital(a.texts.Field(field)) }

// columns are those of fields, of which the hours are numbers.
func (a *author) columns(fields ...string) (columns []Column) {
	for _, field := range fields {
		columns = append(columns, Column{Title: a.column(field), Number: field == "hours"})
	}
	return columns
}

// under is a list below its heading or sentence, or nothing where it is empty.
func under(heading Block, list List) []Block {
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{heading, list}
}

// withFullStop ends a line with a full stop; one that ends with an initial has it, and a question its own mark.
func withFullStop(line string) string {
	if strings.HasSuffix(line, "?") || strings.HasSuffix(line, "!") {
		return line
	}
	return strings.TrimSuffix(line, ".") + "."
}

// number is a number of hours, or the sign for nothing where it is not known.
func (a *author) number(hours *steps.Decimal) string {
	if hours == nil {
		return string(a.texts.Common.None)
	}
	return a.texts.Number(*hours)
}

// orNone is a text, or the sign for nothing.
func (a *author) orNone(text string) string { return cmp.Or(text, string(a.texts.Common.None)) }

// OneLine is a text with blanks in the place of its line ends.
func OneLine(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// Breakable says whether a line may end at a blank: not at one that keeps words together.
func Breakable(letter rune) bool {
	return unicode.IsSpace(letter) && letter != '\u00a0' && letter != '\u202f'
}
