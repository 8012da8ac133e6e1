package reporttest

import (
	"bytes"
	"html"
	"regexp"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// MarkdownPage is Markdown as another program shows it: its elements, and its text without them.
type MarkdownPage struct {
	Elements []string
	Text     string
}

var (
	element  = regexp.MustCompile(`<[^>]*>`)
	renderer = goldmark.New(goldmark.WithExtensions(extension.GFM))
)

// ReadMarkdown shows Markdown.
func ReadMarkdown(t testing.TB, markdown string) MarkdownPage {
	t.Helper()
	var b bytes.Buffer
	if err := renderer.Convert([]byte(markdown), &b); err != nil {
		t.Fatal(err)
	}
	return MarkdownPage{element.FindAllString(b.String(), -1), WithoutElements(b.String(), "")}
}

// WithoutElements is the text of a page or of a part of XML, with this in the place of its elements.
func WithoutElements(page, between string) string {
	return html.UnescapeString(element.ReplaceAllString(page, between))
}
