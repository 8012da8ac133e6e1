package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"stappenplan/assets"
)

// alphabet writes texts in the letters that the font of the PDF has. It remembers whether any were missing.
type alphabet struct {
	font    *metrics
	words   assets.DocumentTexts
	similar map[rune]string
	missing bool
}

func newAlphabet(font *metrics, texts *assets.Texts) *alphabet {
	yes, no := string(texts.Common.Yes), string(texts.Common.No)
	return &alphabet{font: font, words: texts.Document, similar: map[rune]string{
		'✓': yes, '✔': yes, '☑': yes, '✅': yes, '✗': no, '✘': no, '☒': no, '❌': no,
		'☐': "[ ]", '★': "*", '☆': "*", '⭐': "*", '➜': "→", '➔': "→", '⇒': "→", '▸': "►", '▶': "►", '✦': "•",
		'\t': "    ", '\u2028': "\n", '\u2029': "\n",
	}}
}

// substitute replaces every letter of a text that the font lacks: by what is like it, or by a word in
// brackets that counts how many letters in a row are missing. Nothing disappears without a word.
func (a *alphabet) substitute(text string) string {
	text = norm.NFC.String(text)
	if strings.IndexFunc(text, a.unwritable) < 0 {
		return text
	}
	var b strings.Builder
	missing := 0
	tell := func() {
		if missing > 0 {
			b.WriteString(a.words.MissingLetters.For(missing))
			a.missing, missing = true, 0
		}
	}
	for _, r := range text {
		switch instead, ok := a.instead(r); {
		case !ok:
			missing++
		case instead != "":
			tell()
			b.WriteString(instead)
		}
	}
	tell()
	return b.String()
}

// instead is what is written for a letter: nothing where it has no shape.
func (a *alphabet) instead(r rune) (string, bool) {
	if text, ok := a.similar[r]; ok {
		return text, true
	}
	switch {
	case !a.unwritable(r):
		return string(r), true
	case shapeless(r):
		return "", true
	}
	for _, form := range []norm.Form{norm.NFKC, norm.NFKD} {
		if text := form.String(string(r)); strings.IndexFunc(text, a.unwritable) < 0 {
			return text, true
		}
	}
	return "", false
}

// unwritable says whether a letter cannot be written as it is. Letters that are written from the right need
// more than a font.
func (a *alphabet) unwritable(r rune) bool {
	if r == '\n' {
		return false
	}
	return r > 0xFFFF || unicode.Is(unicode.Hebrew, r) || !a.font.has(r)
}

// shapeless says whether a character shows nothing by itself.
func shapeless(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}
