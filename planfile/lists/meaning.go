package lists

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// maxMeaning is how long a text can be, in bytes, of which a meaning is looked for.
const maxMeaning = 100

// index returns the index of the first of some words that fits, in the first language that has one, or -1.
func (r *reader) index(words func(assets.ListTexts) []assets.Text, fits func(word string) bool) int {
	for _, t := range r.languages {
		for i, word := range words(t.Workbook.List) {
			if fits(string(word)) {
				return i
			}
		}
	}
	return -1
}

// isIn returns a function that says whether a text contains a word, or several in a row.
func isIn(text string) func(word string) bool {
	text = plain(text)
	return func(word string) bool {
		word = plain(word)
		return word != noWords && strings.Contains(text, word)
	}
}

// noWords is what plain makes of a text without letters or digits.
const noWords = "  "

// plain is a text in small letters without accents, its words apart by single blanks, with a blank around.
func plain(text string) string { return " " + strings.ReplaceAll(steps.Slug(text), "-", " ") + " " }

// groupOf returns the group that a text names, empty where it names none or several.
func (r *reader) groupOf(text string) (found steps.GroupID) {
	if len(text) > steps.MaxName {
		return ""
	}
	is := isIn(text)
	for _, group := range steps.Groups {
		named := r.index(func(w assets.ListTexts) []assets.Text { return w.Groups[group] }, is) >= 0
		for _, t := range r.languages {
			named = named || is(t.Group(r.plan, group))
		}
		if named && found != "" {
			return ""
		}
		if named {
			found = group
		}
	}
	return found
}

// horizonOf returns when a task is needed, empty where that is not clear or two things are said.
func (r *reader) horizonOf(c xlsx.Cell) steps.Horizon {
	if c.Kind != xlsx.TextCell || len(c.Text) > maxMeaning {
		return ""
	}
	is := isIn(c.Text)
	says := func(horizon steps.Horizon) bool {
		return r.index(func(w assets.ListTexts) []assets.Text { return w.Horizons[horizon] }, is) >= 0
	}
	negated := r.index(func(w assets.ListTexts) []assets.Text { return w.Not }, is) >= 0
	short, long, dropped := says(steps.Short), says(steps.Long), says(steps.Dropped)
	switch {
	case short && long:
		return ""
	case short && negated:
		return steps.Long // not urgent
	case dropped && !short && !long:
		return steps.Dropped
	case negated || dropped:
		return ""
	case short:
		return steps.Short
	case long:
		return steps.Long
	}
	return ""
}

// relevanceOf returns whether a task applies, empty where that is not clear.
func (r *reader) relevanceOf(c xlsx.Cell) steps.Relevance {
	if c.Kind == xlsx.BooleanCell {
		return map[string]steps.Relevance{"1": steps.Applies, "0": steps.DoesNotApply}[c.Text]
	}
	if len(c.Text) > maxMeaning {
		return ""
	}
	folded, text := planfile.Fold(c.Text), plain(c.Text)
	same := func(word string) bool {
		return folded == planfile.Fold(word) || text != noWords && text == plain(word)
	}
	for _, relevance := range steps.Relevances {
		if r.index(func(w assets.ListTexts) []assets.Text { return w.Relevances[relevance] }, same) >= 0 {
			return relevance
		}
	}
	return ""
}

// hoursOf returns the hours in a cell, nil where they cannot be those of a task.
func hoursOf(c xlsx.Cell) *steps.Decimal {
	number, _ := c.Number()
	value, err := steps.ParseDecimal(number)
	if err != nil || value < 0 || value > steps.MaxTaskHours || value%steps.Hundredths(1) != 0 {
		return nil
	}
	return &value
}

// nameSeparators are what people write between two names.
var nameSeparators = strings.NewReplacer(",", "\n", ";", "\n", "/", "\n", "+", "\n", "&", "\n", " en ", "\n", " and ", "\n")

// namesIn takes the first name in a text for the owner and the second for the backup. It is not complete where there are
// more, or where one of them is too long for a name.
func (r *reader) namesIn(text string) (owner, backup string, complete bool) {
	var names []string
	for name := range strings.SplitSeq(nameSeparators.Replace(cut(text)), "\n") {
		if name = steps.CleanName(name); name != "" && !r.isNobody(name) {
			names = append(names, name)
		}
	}
	for i, name := range names {
		switch {
		case len(name) > maxMeaning:
			return owner, backup, false
		case i == 0:
			owner = name
		case i == 1:
			backup = name
		}
	}
	return owner, backup, len(names) <= 2
}

// isNobody says whether a text, such as a question mark, means that there is nobody.
func (r *reader) isNobody(name string) bool {
	name = planfile.Fold(name)
	same := func(word string) bool { return name == planfile.Fold(word) }
	return r.index(func(w assets.ListTexts) []assets.Text { return w.Nobody }, same) >= 0
}
