package pseudonym

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stappenplan/assets"
)

const (
	mostLabels     = 3         // of people with one name that are all told
	joints         = "-‐‑'’._" // one of them can stand between two words of a name
	inAccount      = "._-"     // stand in the name of an account
	longestAccount = 65
	anSich         = "an sich "
)

// word is a word of a text, from one index to another, and its key.
type word struct {
	from, to int
	key      string
}

// split finds the words of a text, but for those in the domain of an e-mail address: it names no colleague.
func split(text string) (list []word) {
	for i := 0; i < len(text); {
		if n := wordLength(text[i:]); n > 0 {
			list = append(list, word{i, i + n, key(text[i : i+n])})
			i += n
			continue
		}
		sign, size := utf8.DecodeRuneInString(text[i:])
		last, _ := utf8.DecodeLastRuneInString(text[:i])
		if i += size; sign == '@' && ofWord(last) {
			i += accountLength(text[i:])
		}
	}
	return list
}

// match is a name in a text: who is called, and at which index the name ends; 0 where nobody is.
type match struct {
	label string
	end   int
	whose bool // it has an s, for what is theirs
}

// Text returns a text in which everyone is called as the reader may know them.
func (p *People) Text(text string) string {
	if len(p.spellings) == 0 {
		return text
	}
	var b strings.Builder
	copied := 0 // the index up to which the text is written
	words := split(text)
	for i, w := range words {
		if w.from < copied {
			continue
		}
		m := p.findAt(text, words[i:])
		if m.end == 0 {
			continue
		}
		name, before, after := text[w.from:m.end], text[:w.from], text[m.end:]
		label := m.label
		if inAddress := strings.HasSuffix(before, "@") || strings.HasPrefix(after, "@"); !inAddress && !p.determined(before) {
			label = p.InSentence(label)
		}
		if m.whose {
			label = whose(label)
		}
		if beginsSentence(before) {
			label = assets.Capital(label)
		}
		ending, replaced := afterLabel(label, name, before, after)
		b.WriteString(text[copied:w.from] + label + ending)
		copied = m.end + replaced
	}
	return b.String() + text[copied:]
}

// findAt finds who is called by the first of these words of a text and those after it: the whole of an e-mail address
// before its sign, a name with the title before it, or the name.
func (p *People) findAt(text string, words []word) match {
	from := words[0].from
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	if n := mailLength(text[from:]); n > 0 {
		return p.matchAccount(text[:from+n], words, strings.ContainsRune(inAccount, before))
	}
	if titles := countTitles(text, words); titles > 0 && titles < len(words) {
		if m := p.matchAt(text, words[titles:], true, false); m.end > 0 {
			return m
		}
	}
	return p.matchAt(text, words, before == '@', isPartOfWord(text[:from]) || isMonth(text, words[0]))
}

// matchAccount finds whose the account is at the end of a text: by the whole of it, or by its beginning. The rest of an
// account tells of nobody but by a full name.
func (p *People) matchAccount(text string, words []word, isRest bool) match {
	account := text[words[0].from:]
	if label := p.labelOf(strings.TrimRight(key(account), "0123456789"), anySpelling); label != "" && !isRest {
		return match{label: label, end: len(text)}
	}
	m := p.matchAt(text, words, false, false)
	if m.end == 0 || !strings.ContainsAny(text[words[0].from:m.end], inAccount) {
		return match{}
	}
	return m
}

// candidate is how some words of a text are written.
type candidate struct {
	words, letters int
	identifying    bool // one of them can tell who is meant
	capitalized    bool // so do all that can, with a capital
	account        bool // nothing but points and lines stands between them
	comma, bracket bool // one stands between two of them
	joined         bool // to a word that is no part of the name
}

// matchAt finds who is called by the first of these words of a text and those after it, by the longest spelling. If it is
// surely a name, as after a title, no word is taken for an ordinary one. A first name that is joined to what stands before
// it is another word.
func (p *People) matchAt(text string, words []word, surely, joined bool) (m match) {
	from := words[0].from
	if strings.EqualFold(text[from:min(len(text), from+len(anSich))], anSich) {
		return m
	}
	c, letters := candidate{capitalized: true, account: true}, ""
	for i, w := range words[:min(len(words), p.longest)] {
		if w.to > len(text) || i > 0 && !c.gap(text, words[i-1], w) {
			break
		}
		letters += w.key
		c.word(text, w)
		c.letters = len(letters)
		c.joined = joined || strings.HasPrefix(text[w.to:], "-") && i+1 < len(words) && words[i+1].from == w.to+1
		if label, whose := p.lookUp(letters, len(w.key), c, surely); label != "" {
			m = match{label, w.to + afterName(text, w, c.bracket), whose}
		}
		if next, _ := slices.BinarySearch(p.keys, letters); next == len(p.keys) || !strings.HasPrefix(p.keys[next], letters) {
			break
		}
	}
	return m
}

// word adds a word.
func (c *candidate) word(text string, w word) {
	c.words++
	first, size := utf8.DecodeRuneInString(text[w.from:])
	next, _ := utf8.DecodeRuneInString(text[w.to:])
	if particles[w.key] || w.from+size == w.to && strings.ContainsRune(apostrophes, next) {
		return
	}
	c.identifying = true
	c.capitalized = c.capitalized && !unicode.IsLower(first)
}

// gap adds what stands between two words, if it can stand within a name.
func (c *candidate) gap(text string, before, after word) bool {
	gap := text[before.to:after.from]
	sign, size := utf8.DecodeRuneInString(gap)
	rest := strings.TrimSpace(gap[size:]) // behind a sign
	switch {
	case strings.TrimSpace(gap) == "":
		c.account = false
		return mailLength(text[after.from:]) == 0
	case strings.TrimSpace(gap) == "(" && strings.HasSuffix(gap, "("):
		c.bracket = true
	case sign == ',' && rest == "" && len(gap) > size:
		c.comma = true
		return mailLength(text[after.from:]) == 0
	case sign == '.' && (gap == ".-" || rest == "") && utf8.RuneCountInString(text[before.from:before.to]) == 1: // an initial
		c.account = c.account && gap == "."
	case strings.ContainsRune(joints, sign) && len(gap) == size:
		c.account = c.account && strings.ContainsAny(gap, "._")
	default:
		return false
	}
	return true
}

// fits says whether what is written can be this spelling.
func (c candidate) fits(s spelling) bool {
	named := s.inSmall || c.identifying && c.capitalized || c.account && c.words > 1
	switch {
	case c.comma && !s.lastFirst, !named, s.firstName && c.words == 1 && c.joined:
		return false
	case c.words == s.words, s.short:
		return c.words == s.words
	case c.capitalized:
		return c.letters >= shortestOtherGaps
	}
	return c.letters >= shortestAccount
}

// lookUp finds who is called by these letters, so many of which are the last word, perhaps with an s for what is theirs.
func (p *People) lookUp(letters string, last int, c candidate, surely bool) (label string, whose bool) {
	fits := func(s spelling) bool { return surely || c.fits(s) }
	if label = p.labelOf(letters, fits); label != "" {
		return label, false
	}
	shortest := shortestWithS
	if c.capitalized {
		shortest = shortestWithSAndCapital
	}
	if name, hasS := strings.CutSuffix(letters, "s"); hasS && last > shortest {
		c.letters--
		return p.labelOf(name, fits), true
	}
	return "", false
}

// labelOf joins the labels of those who have a spelling that fits: two people can have one name. Who left counts where
// nobody else has it, and who are many are called members.
func (p *People) labelOf(key string, fits func(spelling) bool) string {
	var labels []string
	for _, left := range []bool{false, true} {
		for _, s := range p.spellings[key] {
			if s.left == left && fits(s) && !slices.Contains(labels, s.label) {
				labels = append(labels, s.label)
			}
			if len(labels) > mostLabels {
				return string(p.words.Member)
			}
		}
		if labels != nil {
			break
		}
	}
	return strings.Join(labels, string(p.words.Or))
}

func anySpelling(spelling) bool { return true }
