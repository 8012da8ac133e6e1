package planfile

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// longestWord is how long a text can be of which a meaning is looked for.
const longestWord = 100

// horizon is when a task is needed, where the words can be understood: nothing where they say two things.
func (r *foreignReader) horizon(c xlsx.Cell) (found steps.Horizon) {
	if c.Kind != xlsx.TextCell || len(c.Text) > longestWord {
		return ""
	}
	text := plain(c.Text)
	for _, horizon := range []steps.Horizon{steps.Short, steps.Long} {
		if r.says(text, func(w assets.ForeignTexts) []assets.Text { return w.Horizons[horizon] }) {
			if found != "" {
				return ""
			}
			found = horizon
		}
	}
	turned := r.says(text, func(w assets.ForeignTexts) []assets.Text { return w.Not })
	dropped := r.says(text, func(w assets.ForeignTexts) []assets.Text { return w.Horizons[steps.Dropped] })
	switch {
	case found == steps.Short && turned:
		return steps.Long // not urgent
	case found == "" && dropped:
		return steps.Dropped
	case turned || dropped:
		return ""
	}
	return found
}

// relevance is whether a task applies, where the words can be understood.
func (r *foreignReader) relevance(c xlsx.Cell) steps.Relevance {
	if c.Kind == xlsx.BooleanCell {
		return map[string]steps.Relevance{"1": steps.Applies, "0": steps.DoesNotApply}[c.Text]
	}
	if len(c.Text) > longestWord {
		return ""
	}
	for _, relevance := range steps.Relevances {
		for _, t := range r.languages {
			for _, word := range t.Workbook.Foreign.Relevances[relevance] {
				if fold(c.Text) == fold(string(word)) || strings.TrimSpace(plain(c.Text)) != "" && plain(c.Text) == plain(string(word)) {
					return relevance
				}
			}
		}
	}
	return ""
}

// says whether one of some words stands in a plain text, in any language.
func (r *foreignReader) says(text string, of func(assets.ForeignTexts) []assets.Text) bool {
	return slices.ContainsFunc(r.languages, func(t *assets.Texts) bool {
		return slices.ContainsFunc(of(t.Workbook.Foreign), func(w assets.Text) bool { return has(text, string(w)) })
	})
}

// between is what people write between two names.
var between = strings.NewReplacer(",", "\n", ";", "\n", "/", "\n", "+", "\n", "&", "\n", " en ", "\n", " and ", "\n")

// who takes the first name for the owner and the second for who steps in; a text with more of them, or
// that is no name, is not understood whole.
func (r *foreignReader) who(t *ForeignRow, text string) bool {
	var names []string
	for name := range strings.SplitSeq(between.Replace(cut(text)), "\n") {
		if name = steps.CleanName(name); name != "" && !r.nobody(name) {
			names = append(names, name)
		}
	}
	for i, name := range names {
		switch {
		case len(name) > longestWord:
			return false
		case i == 0:
			t.Owner = name
		case i == 1:
			t.Backup = name
		}
	}
	return len(names) <= 2
}

func (r *foreignReader) nobody(name string) bool {
	return slices.ContainsFunc(r.languages, func(t *assets.Texts) bool {
		return slices.ContainsFunc(t.Workbook.Foreign.Nobody, func(w assets.Text) bool { return fold(name) == fold(string(w)) })
	})
}
