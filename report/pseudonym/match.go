package pseudonym

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stappenplan/assets"
)

const (
	joints     = "-‐‑'’._" // one of them can stand between two words of a name
	mostLabels = 3         // of people with one name that are all told
	noAn       = "an sich "
)

// in is a text in which everyone is called as the reader may know them.
func (p *People) Text(text string) string {
	if len(p.calls) == 0 || text == "" {
		return text
	}
	var b strings.Builder
	kept, mails := 0, strings.Contains(text, "@") // up to where the text was taken over, and whether it has an address
	for i := 0; i < len(text); {
		n := wordLength(text[i:])
		if n == 0 {
			sign, size := utf8.DecodeRuneInString(text[i:])
			if last, _ := utf8.DecodeLastRuneInString(text[:i]); sign == '@' && ofWord(last) {
				size += domainLength(text[i+size:])
			}
			i += size
			continue
		}
		if !mails && !p.mayBegin(text[i:i+n]) {
			i += n
			continue
		}
		m := p.findAt(text, i)
		if m.length == 0 {
			i += n
			continue
		}
		label := m.label
		if !inAddress(text, i, i+m.length) && !p.determined(text[:i]) {
			label = p.InSentence(label)
		}
		if m.whose {
			label = whose(label)
		}
		if begins(text[:i]) {
			label = assets.Capital(label)
		}
		b.WriteString(text[kept:i] + label)
		kept = i + m.length
		ending, n := afterLabel(label, text[i:kept], text[:i], text[kept:])
		b.WriteString(ending)
		kept += n
		i = kept
	}
	if kept == 0 {
		return text
	}
	b.WriteString(text[kept:])
	return b.String()
}

// mention is a place in a text where somebody is called; of length 0 where nobody is.
type match struct {
	label  string
	length int
	whose  bool // with an s, for what is theirs
}

// mayBegin says whether somebody may be called from this word on: most words are passed over by their first letters.
func (p *People) mayBegin(word string) bool {
	var letters [64]byte
	spelled := appendKey(letters[:0], word)
	return len(spelled) < shortestName || p.starts[[shortestName]byte(spelled)]
}

// find is who is called at a place in a text, and how long that is: the whole of an e-mail address before its sign,
// a name with the title before it, or the name.
func (p *People) findAt(text string, i int) match {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	if n := mailLength(text[i:]); n > 0 {
		return p.mailed(text[i:i+n], strings.ContainsRune(inLogin, before))
	}
	if addressed := addressLength(text[i:]); addressed > 0 {
		if m := p.matchAt(text[i+addressed:], true, false); m.length > 0 {
			m.length += addressed
			return m
		}
	}
	return p.matchAt(text[i:], before == '@', tied(text[:i]) || isMonth(text, i))
}

// mailed is who an account is of, as a whole or from its beginning; of the rest of one only a full name tells.
func (p *People) mailed(account string, rest bool) match {
	if !rest {
		letters := strings.TrimRight(key(account), "0123456789")
		if label := p.labelOf(p.calls[letters], anySpelling); label != "" {
			return match{label: label, length: len(account)}
		}
	}
	m := p.matchAt(account, false, false)
	if !strings.ContainsAny(account[:m.length], inLogin) {
		return match{}
	}
	return m
}

// written is how the words at the beginning of a text are written.
type matched struct {
	words    int
	letters  int  // of the key
	capitals bool // every word that tells has one
	telling  bool // there is such a word
	login    bool // points or lines stand between the words, and no blank
	comma    bool
	opened   bool // by a bracket
	tied     bool // to a word that is no part of the name
}

// at is who a text begins with. The longest call counts. After a title or a sign of mail no word is an ordinary one.
// Tied says that what stands before makes another word of a first name.
func (p *People) matchAt(text string, surely, tied bool) (m match) {
	if strings.HasPrefix(strings.ToLower(text[:min(len(text), len(noAn))]), noAn) {
		return m
	}
	var letters [64]byte
	spelled := letters[:0]
	w := matched{capitals: true, login: true}
	for end := 0; w.words < p.most; {
		n := wordLength(text[end:])
		if n == 0 {
			break
		}
		word := text[end : end+n]
		from := len(spelled)
		spelled = appendKey(spelled, word)
		end += n
		w.add(word, spelled[from:], text[end:])
		w.letters = len(spelled)
		w.tied = tied || strings.HasPrefix(text[end:], "-") && wordLength(text[end+1:]) > 0
		if len(spelled) >= shortestName && !p.starts[[shortestName]byte(spelled)] {
			break
		}
		if label, whose := p.lookUp(spelled, len(spelled)-from, w, surely); label != "" {
			m = match{label, end + afterCall(word, text[end:], w.opened), whose}
		}
		gap, ok := w.between(word, text[end:])
		if !ok {
			break
		}
		end += gap
	}
	return m
}

// heard is who is called by these letters, the last so many of which are one word; perhaps with an s for what is theirs.
func (p *People) lookUp(letters []byte, last int, w matched, surely bool) (label string, whose bool) {
	fits := func(c spelling) bool { return surely || w.fits(c) }
	if label = p.labelOf(p.calls[string(letters)], fits); label != "" {
		return label, false
	}
	least := shortestOfWhom
	if w.capitals {
		least = shortestOfWhomWithCapital
	}
	if end := len(letters) - 1; last > least && letters[end] == 's' {
		w.letters--
		return p.labelOf(p.calls[string(letters[:end])], fits), true
	}
	return "", false
}

// whole is who a text is the name of, and whether there is someone.
func (p *People) whole(text string) (label string, ok bool) {
	label = p.labelOf(p.calls[key(text)], anySpelling)
	return label, label != ""
}

func anySpelling(spelling) bool { return true }

// joined are the labels of the calls that fit: two people can have one name. Who is gone counts where nobody else does.
func (p *People) labelOf(calls []spelling, fits func(spelling) bool) string {
	var labels, gone []string
	for _, c := range calls {
		if len(labels) > mostLabels {
			break
		}
		switch {
		case !fits(c), len(gone) > mostLabels && c.gone:
		case c.gone && !slices.Contains(gone, c.label):
			gone = append(gone, c.label)
		case !c.gone && !slices.Contains(labels, c.label):
			labels = append(labels, c.label)
		}
	}
	if labels == nil {
		labels = gone
	}
	if len(labels) > mostLabels {
		return string(p.words.Member)
	}
	return strings.Join(labels, string(p.words.Or))
}

// add adds a word that stands before a text.
func (w *matched) add(word string, letters []byte, after string) {
	w.words++
	first, size := utf8.DecodeRuneInString(word)
	sign, _ := utf8.DecodeRuneInString(after)
	if particles()[string(letters)] || size == len(word) && strings.ContainsRune(apostrophes, sign) {
		return
	}
	w.telling = true
	w.capitals = w.capitals && !unicode.IsLower(first)
}

// between is how long the gap before the next word is, and whether it can stand between two words of a name.
func (w *matched) between(word, text string) (length int, ok bool) {
	blanks := gapLength(text)
	sign, size := utf8.DecodeRuneInString(text[blanks:])
	more := gapLength(text[blanks+size:])
	switch {
	case blanks > 0 && sign != '(':
		w.login = false
		return blanks, mailLength(text[blanks:]) == 0
	case sign == '(':
		w.opened = true
		return blanks + size, true
	case sign == ',' && more > 0:
		w.comma = true
		return size + more, mailLength(text[size+more:]) == 0
	case sign == '.' && utf8.RuneCountInString(word) == 1: // an initial
		if strings.HasPrefix(text[size:], "-") {
			more = 1
		}
		w.login = w.login && more == 0
		return size + more, true
	case strings.ContainsRune(joints, sign) && more == 0:
		w.login = w.login && (sign == '.' || sign == '_')
		return size, true
	}
	return 0, false
}

// fits says whether what is written can be this call.
func (w matched) fits(c spelling) bool {
	named := c.how == anyCase || w.telling && w.capitals || w.login && w.words > 1
	switch {
	case w.comma && !c.back, !named, c.first && w.words == 1 && w.tied:
		return false
	case w.words == c.words, c.short:
		return w.words == c.words
	case w.capitals:
		return w.letters >= shortestOtherly
	}
	return w.letters >= shortestAsLogin
}
