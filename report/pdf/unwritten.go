package pdf

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"stappenplan/assets"
	"stappenplan/report"
)

// longestUnwritten is how many letters of a name are told.
const longestUnwritten = 40

// Unwritten are the names and other words of a summary with letters that no font of a PDF has, each once: words that follow
// each other are one name. A PDF tells how many letters are missing there; other formats have them.
func Unwritten(s report.Summary) (names []string, err error) {
	font, err := newMetrics()
	if err != nil {
		return nil, err
	}
	letters := newAlphabet(font, assets.Load(s.Language))
	for _, text := range append([]string{s.School}, s.Texts()...) {
		for _, name := range letters.unwritten(text) {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names, nil
}

// unwritten are the words of a text with letters that are missing.
func (a *alphabet) unwritten(text string) (names []string) {
	if strings.IndexFunc(text, a.unwritable) < 0 {
		return nil
	}
	follows := false
	for word := range strings.FieldsSeq(norm.NFC.String(text)) {
		lacks := strings.IndexFunc(word, func(r rune) bool { _, is := a.instead(r); return !is }) >= 0
		word = strings.TrimRight(word, ".,:;!?)")
		switch {
		case lacks && follows:
			names[len(names)-1] += " " + word
		case lacks:
			names = append(names, strings.TrimLeft(word, "("))
		}
		follows = lacks
	}
	for i, name := range names {
		if letters := []rune(name); len(letters) > longestUnwritten {
			names[i] = string(letters[:longestUnwritten]) + "…"
		}
	}
	return names
}
