// Package reading reads the text of a document back, whichever program saved it last: what a person sees on its pages, as
// plain text in the order in which the document has it. Every paragraph, item and cell is on a line of its own.
package reading

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// maxText is how much text is read of one document, packed or not.
const maxText = 10_000_000

// unescaped finds what stands for another character in Markdown: after a backslash it does not.
var unescaped = regexp.MustCompile(`\\?&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);|\\[[:punct:]]|(?m:^\s*\|[-|: ]+\|$)`)

// Markdown reads a text in Markdown. Its marks stay, as far as these are no escapes.
func Markdown(document []byte) string {
	return unescaped.ReplaceAllStringFunc(string(document), func(found string) string {
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

// unseen are the elements of a page whose text is not read: that of a picture stands beside it in words.
var unseen = map[string]bool{"head": true, "script": true, "style": true, "svg": true, "template": true, "title": true}

// Page reads a web page.
func Page(document []byte) string {
	var b strings.Builder
	hidden := 0
	for tokens := html.NewTokenizer(bytes.NewReader(document)); ; {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return b.String()
		}
		switch kind {
		case html.TextToken:
			if hidden == 0 {
				b.Write(tokens.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			tag, _ := tokens.TagName()
			name := string(tag)
			switch {
			case unseen[name] && kind == html.StartTagToken:
				hidden++
			case unseen[name] && kind == html.EndTagToken:
				hidden = max(0, hidden-1)
			case name == "body":
				hidden = 0 // whatever was left open in the head
			}
			if !inline[name] {
				b.WriteByte('\n')
			}
		}
	}
}

// ErrUnreadable says that a document has no text that can be read.
var ErrUnreadable = errors.New("no text that can be read")

// Word reads the body of a Word document, without what was struck out in it while changes were tracked.
func Word(document []byte) (string, error) {
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	file, err := archive.Open("word/document.xml")
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	defer file.Close()
	return words(io.LimitReader(file, maxText))
}

// words reads the text of WordprocessingML.
func words(from io.Reader) (string, error) {
	var b strings.Builder
	inText := false
	for tokens := xml.NewDecoder(from); ; {
		token, err := tokens.Token()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return "", fmt.Errorf("%w: %w", ErrUnreadable, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "Fallback": // says again what stands before it
				if err := tokens.Skip(); err != nil {
					return "", fmt.Errorf("%w: %w", ErrUnreadable, err)
				}
			case "t":
				inText = true
			case "tab":
				b.WriteByte(' ')
			case "br", "cr", "p", "tc":
				b.WriteByte('\n')
			case "noBreakHyphen":
				b.WriteByte('-')
			}
		case xml.EndElement:
			inText = inText && token.Name.Local != "t"
		case xml.CharData:
			if inText && utf8.Valid(token) {
				b.Write(token)
			}
		}
	}
}
