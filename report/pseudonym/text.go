package pseudonym

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stappenplan/assets"
)

const (
	sentenceEndMarks = ".?!\n"
	apostrophes      = "'’‘´`′＇"
	quotes           = "'‘’`"
	joints           = apostrophes + "‛.·・" // stand between two words of a name, as do hyphens and what cannot be seen
	mostTitles       = 3                    // "mevr. prof. dr."
	shortestWithS    = 3                    // to take an s: "Jans"
	shortestAccount  = 4                    // of a name and an initial: "gvos"
	yearLength       = 4
)

// match is a name in a text: who is called, and at which index the name ends; 0 where nobody is.
type match struct {
	label string
	end   int
	whose bool // it has an s, for what is theirs
}

// Text returns a text in which everyone is called as the reader may know them.
func (p *People) Text(text string) string {
	if len(p.keys) == 0 {
		return text
	}
	var b strings.Builder
	copied := 0 // the index up to which the text is written
	words := split(text)
	for i, w := range words {
		if w.from < copied {
			continue
		}
		if m := p.find(text, words[i:]); m.end > 0 {
			label, end := p.told(m, text, w.from)
			b.WriteString(text[copied:w.from] + label)
			copied = end
		}
	}
	return b.String() + text[copied:]
}

// Mentions says whether a text names anyone who is or was in the team.
func (p *People) Mentions(text string) bool {
	words := split(text)
	for i := range words {
		if m := p.find(text, words[i:]); m.end > 0 {
			return true
		}
	}
	return false
}

// find finds who is called by the first of these words of a text and those after it: a name with the titles before it, or
// the name. In an account, and after a title or an @, no word is taken for an ordinary one.
func (p *People) find(text string, words []word) match {
	for n, w := range words[:min(len(words)-1, mostTitles)] {
		article := n == 0 && w.key == "de" && words[1].key == "heer"
		if !article && !titles[w.key] || strings.Trim(text[w.to:words[n+1].from], ". \u00a0\n") != "" {
			break
		}
		if m := p.match(text, words[n+1:], true); m.end > 0 && !article {
			return m
		}
	}
	return p.match(text, words, words[0].account > 0 || strings.HasSuffix(text[:words[0].from], "@"))
}

// match finds who is called by the first of these words of a text and those after it, by the longest spelling. A word is
// believed by its capital, by a sign that joins it to the one before or after it, or because it is no ordinary one.
func (p *People) match(text string, words []word, surely bool) (m match) {
	key, before, believed := "", true, true
	for i, w := range words {
		joined := false
		if i > 0 {
			mark, isJoint, isGap := gap(text, words[i-1], w)
			if !isGap {
				break
			}
			key, joined, before = key+mark, isJoint, before && (isJoint || believed)
		}
		key += w.key
		name, hasS := strings.CutSuffix(key, "s")
		if next, _ := slices.BinarySearch(p.keys, name); next == len(p.keys) || !strings.HasPrefix(p.keys[next], name) {
			break
		}
		first, _ := utf8.DecodeRuneInString(text[w.from:])
		written := joined || !unicode.IsLower(first) || particles[w.key]
		lookUp := func(key, last string) string {
			tells := p.isTelling(last)
			named := surely || before && (written || tells)
			return p.labelOf(key, func(s spelling) bool {
				if i > 0 {
					return named || s.isWhole
				}
				return named && (!s.isWhole || surely || tells && len(key) >= shortestAccount)
			})
		}
		believed = written || p.isTelling(w.key)
		label, whose := lookUp(key, w.key), false
		if label == "" && hasS && len(w.key) > shortestWithS && !ordinary[w.key] {
			label, whose = lookUp(name, strings.TrimSuffix(w.key, "s")), true
		}
		if label != "" && (i > 0 || !w.shared && (surely || !isSomethingElse(text, words))) {
			m = match{label, w.to, whose}
		}
	}
	return m
}

// isTelling says whether a word is no ordinary one, so that it is known in small letters.
func (p *People) isTelling(word string) bool {
	return !isInitial(word) && !ordinary[word] && !particles[word] && !titles[word] && !p.small[word] && !namesNobody(word)
}

// gap looks at what stands between two words: whether that can stand within a name, whether it joins them, and the mark it
// has in the letters of a spelling.
func gap(text string, a, b word) (mark string, isJoint, isGap bool) {
	between := text[a.to:b.from]
	blank := strings.TrimLeftFunc(between, joins)
	if a.account != b.account {
		return "", false, false
	}
	switch sign := strings.TrimSpace(blank); {
	case blank == "":
		return "", true, true
	case sign == "":
		return "", false, len(blank) == len(between) || utf8.RuneCountInString(a.key) == 1 // "W. Peeters", "D' Hondt"
	case sign == "," && blank == between:
		return sign, false, true
	}
	return "", false, strings.TrimSpace(blank) == "(" && strings.HasSuffix(blank, "(")
}

// joins says whether a character stands between two words of a name without a gap.
func joins(r rune) bool {
	return strings.ContainsRune(joints, r) || unicode.In(r, unicode.Pd, unicode.Pc, unicode.Sk, unicode.Cf, unicode.Lm)
}

// isSomethingElse says whether the first of these words is no name here: a month beside a day, a year or a month, a saint.
func isSomethingElse(text string, words []word) bool {
	w := words[0]
	before, after := text[:w.from], text[w.to:]
	next := strings.TrimLeft(after, " \u00a0-")
	next = fold(next[:wordLength(next)])
	day, _ := utf8.DecodeLastRuneInString(strings.TrimRight(strings.TrimSuffix(before, "-"), " \u00a0"))
	isYear := len(next) == yearLength && strings.Trim(next, "0123456789") == ""
	inRange := strings.HasPrefix(after, "-") && months[next] || strings.HasSuffix(before, "-") && months[lastWord(before)]
	return saints[lastWord(before)] || w.key == "an" && next == "sich" || months[w.key] && (unicode.IsDigit(day) || isYear || inRange)
}

// lastWord is the word that a text ends with, with signs after it.
func lastWord(text string) string {
	text = strings.TrimRight(text[max(0, len(text)-longestAccount):], ". \u00a0-")
	return fold(text[strings.LastIndexFunc(text, func(r rune) bool { return !isOfWord(r) || hasNoGaps(r) })+1:])
}

// told is how someone is called in a text instead of by a name from an index, and the index at which the text goes on.
func (p *People) told(m match, text string, from int) (label string, end int) {
	label, end = m.label, m.end
	name, before, after := text[from:end], text[:from], text[end:]
	if !strings.HasSuffix(before, "@") && !strings.HasPrefix(after, "@") && !slices.Contains(p.words.Determiners, lastWord(before)) {
		label = p.InSentence(label)
	}
	if beginsSentence(before) {
		label = assets.Capital(label)
	}
	switch last, _ := utf8.DecodeLastRuneInString(label); {
	case m.whose && (!unicode.IsLetter(last) || strings.ContainsRune("sxz", last)): // "leraar 2's laptop"
		label += "'s"
	case m.whose:
		label += "s"
	}
	sign, size := utf8.DecodeRuneInString(after)
	rest := after[size:]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, unicode.IsSpace))
	opened, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case sign == '.' && (strings.HasSuffix(label, ".") || isInitial(lastWord(name)) && (unicode.IsLower(next) || rest != "" && strings.Contains(",;:)", rest[:1]))),
		sign == ')' && strings.Contains(name, "("):
		end += size // the point of initials, the bracket that closes
	case strings.ContainsRune(apostrophes, sign) && strings.Contains("sxzSXZ", name[len(name)-1:]) &&
		!strings.ContainsRune(quotes, opened) && wordLength(rest) == 0:
		label, end = label+string(sign)+"s", end+size // "Peeters' uren"
	}
	return label, end
}

// beginsSentence says whether a sentence begins after this. A letter with a point, as in "K." and "o.a.", ends none.
func beginsSentence(before string) bool {
	before = strings.TrimRight(before, " \t")
	ended := before == "" || strings.Contains(sentenceEndMarks, before[len(before)-1:])
	return ended && !(strings.HasSuffix(before, ".") && isInitial(lastWord(before)))
}
