package pseudonym

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"stappenplan/steps"
)

// Spelling labels of who is to be erased, whatever the dictionary calls others.
const (
	theirs   = "theirs"
	somebody = "somebody"
)

// Erase finds in texts the spellings of one person's names: those in full become a mark, and so do parts that stand alone where
// alsoAlone says so; else they stay and are told. What can be one of the others too is such a part.
func Erase(names, others []string, mark string, alsoAlone bool) steps.Hide {
	p := People{spellings: map[string][]spelling{}, small: map[string]bool{}}
	var literal []string
	for _, name := range names {
		p.addName(name, theirs, false)
		if whole := foldWords(name); len(whole) > 1 {
			literal = append(literal, regexp.QuoteMeta(name))
		} else if len(whole) == 1 { // all of the name there is
			p.add(spelling{theirs, true, false}, whole)
		}
	}
	for _, name := range others {
		p.addName(name, somebody, false)
		literal = append(literal, regexp.QuoteMeta(name))
	}
	p.sort()
	asTyped := regexp.MustCompile(strings.Join(literal, "|"))
	return func(text string) (string, []string) {
		hidden, alone := p.erase(text, mark, alsoAlone)
		if len(literal) > 0 { // also within a word, but for "An Peeters" of "Mia-An Peeters"
			hidden = asTyped.ReplaceAllStringFunc(hidden, func(name string) string {
				if slices.Contains(others, name) {
					return name
				}
				return mark
			})
		}
		return hidden, alone
	}
}

func (p *People) erase(text, mark string, alsoAlone bool) (hidden string, alone []string) {
	var b strings.Builder
	copied := 0
	words := split(text)
	for i, w := range words {
		if w.from < copied {
			continue
		}
		m := p.find(text, words[i:])
		if m.end == 0 || m.label == somebody {
			copied = p.passed(&b, text, copied, m)
			continue
		}
		from, to := w.from, m.end
		for _, title := range words[i:] { // what stands before a name says nothing by itself
			if title.to >= to || !titles[title.key] {
				from = title.from
				break
			}
		}
		if m.whose {
			to--
		}
		if !alsoAlone && !p.inFull(text[from:to]) {
			alone = append(alone, text[from:to])
			copied = p.passed(&b, text, copied, m)
			continue
		}
		b.WriteString(text[copied:from] + mark)
		if copied = to; strings.Contains(text[from:to], "(") && strings.HasPrefix(text[to:], ")") {
			copied++
		}
	}
	return b.String() + text[copied:], alone
}

// passed writes a text up to the end of a name that stays, and gives that.
func (p *People) passed(b *strings.Builder, text string, copied int, m match) int {
	end := max(copied, m.end)
	b.WriteString(text[copied:end])
	return end
}

// inFull says whether what stands in a text is a spelling of the name in full, and of nobody else.
func (p *People) inFull(text string) bool {
	key := strings.Join(foldWords(text), "")
	if before, after, turned := strings.Cut(text, ","); turned {
		key = strings.Join(slices.Concat(foldWords(before), []string{","}, foldWords(after)), "")
	}
	list := p.spellings[key]
	return slices.ContainsFunc(list, func(s spelling) bool { return s.label == theirs && s.isWhole && utf8.RuneCountInString(key) > 1 }) &&
		!slices.ContainsFunc(list, func(s spelling) bool { return s.label == somebody })
}
