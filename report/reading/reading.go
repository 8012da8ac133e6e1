// Package reading reads the text of a document back, whichever program saved it last: what a person sees on its pages, as
// plain text in the order in which the document has it. Every paragraph, item and cell is on a line of its own; where the
// document says which list an item is of, its line begins with a sign for that list, see [ItemOf].
package reading

import (
	"bytes"
	"errors"
	"hash/fnv"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"stappenplan/lazyregexp"
)

// maxText is how much text is read of one document, packed or not.
const maxText = 10_000_000

// The signs for lists: letters that mean nothing, of which many lists share one only by chance.
const (
	firstList = '\uE000'
	lists     = 0x1800
)

// ItemOf is the sign that a line begins with, of the list that its item is of; 0 for no item.
func ItemOf(line string) rune {
	for _, r := range line {
		if r >= firstList && r < firstList+lists {
			return r
		}
		if !unicode.IsSpace(r) {
			break
		}
	}
	return 0
}

// itemOf begins the line of an item: the sign for a list that these words name.
func itemOf(list ...string) string {
	sum := fnv.New32a()
	for _, word := range list {
		sum.Write([]byte(word + "\x00"))
	}
	return "\n" + string(firstList+rune(sum.Sum32()%lists))
}

// numbered finds what begins an item of a numbered list in Markdown.
var numbered = lazyregexp.New(`(?m:^\d+\. )`)

// unescaped finds what stands for another character in Markdown: after a backslash it does not.
var unescaped = lazyregexp.New(`\\?&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);|\\[[:punct:]]|(?m:^\s*\|[-|: ]+\|$)`)

// Markdown reads a text in Markdown. Its marks stay, as far as these are no escapes.
func Markdown(document []byte) string {
	signed := numbered().ReplaceAllStringFunc(string(document), func(number string) string { return strings.TrimPrefix(itemOf("ol"), "\n") + number })
	return unescaped().ReplaceAllStringFunc(signed, func(found string) string {
		switch {
		case strings.HasPrefix(found, "\\"):
			return found[1:]
		case strings.HasPrefix(found, "&"):
			return html.UnescapeString(found)
		}
		return "" // the rule below the head of a table
	})
}

// inline are the elements of a page that do not end a word.
var inline = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "bdo": true, "code": true, "em": true, "font": true, "i": true, "mark": true,
	"s": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "u": true, "wbr": true,
}

// unseen are the elements of a page whose text is not read: that of a picture stands beside it in words, that of links to its
// parts above these.
var unseen = map[string]bool{"head": true, "nav": true, "script": true, "style": true, "svg": true, "template": true, "title": true}

// alone are the elements that have no end, nor text.
var alone = map[string]bool{"br": true, "col": true, "hr": true, "img": true, "input": true, "link": true, "meta": true, "source": true, "wbr": true}

// Page reads a web page, without what is hidden on it.
func Page(document []byte) string {
	p := page{}
	for tokens := html.NewTokenizer(bytes.NewReader(document)); ; {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			return p.text.String()
		case html.TextToken:
			if p.hidden == 0 {
				p.text.Write(tokens.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			p.tag(tokens.Token())
		}
	}
}

// page is a web page as far as it was read.
type page struct {
	text   strings.Builder
	within string   // the kind of element that hides what is read; empty for none
	hidden int      // how many of that kind are open
	lists  []string // those that are open
}

func (p *page) tag(t html.Token) {
	opens := t.Type == html.StartTagToken
	switch {
	case t.Data == "body":
		p.hidden = 0 // whatever was left open in the head
	case p.hidden > 0 && t.Data == p.within && opens:
		p.hidden++
	case p.hidden > 0 && t.Data == p.within && t.Type == html.EndTagToken:
		p.hidden--
	case p.hidden == 0 && opens && (unseen[t.Data] || !alone[t.Data] && hides(t)):
		p.within, p.hidden = t.Data, 1
	case p.hidden == 0 && (t.Data == "ol" || t.Data == "ul"):
		if p.lists = append(p.lists, t.Data); !opens {
			p.lists = p.lists[:max(0, len(p.lists)-2)]
		}
	}
	switch {
	case t.Data == "li" && opens:
		p.text.WriteString(itemOf(p.lists...))
	case !inline[t.Data]:
		p.text.WriteByte('\n')
	}
}

// hides says whether an element has words that say that it is not to be seen.
func hides(t html.Token) bool {
	for _, a := range t.Attr {
		style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
		if a.Key == "hidden" || a.Key == "style" && (strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")) {
			return true
		}
	}
	return false
}

// ErrUnreadable says that a document has no text that can be read.
var ErrUnreadable = errors.New("no text that can be read")
