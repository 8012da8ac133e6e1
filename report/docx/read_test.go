package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

// element is an element of XML.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []element  `xml:",any"`
	Text     string     `xml:",chardata"`
}

// All are the elements with this name, in their order.
func (n element) All(name string) (found []element) {
	for _, child := range n.Children {
		if child.XMLName.Local == name {
			found = append(found, child)
		}
		found = append(found, child.All(name)...)
	}
	return found
}

// Attr is the value of an attribute; empty where there is none.
func (n element) Attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Says is the text of an element as a person reads it.
func (n element) Says() string {
	switch n.XMLName.Local {
	case "t":
		return n.Text
	case "br":
		return "\n"
	case "tab":
		if n.Attr("pos") == "" {
			return "\t"
		}
	}
	var b strings.Builder
	for _, child := range n.Children {
		b.WriteString(child.Says())
	}
	return b.String()
}

// SaysAloud is the text with what is said of the pictures.
func (n element) SaysAloud() string {
	text := n.Says()
	for _, picture := range n.All("docPr") {
		text += "\n" + picture.Attr("descr")
	}
	return text
}

// Style is the style of a paragraph.
func (n element) Style() string {
	for _, s := range n.All("pStyle") {
		return s.Attr("val")
	}
	return ""
}

// wordFile is a Word document as another reader sees it.
type wordFile struct {
	Parts map[string][]byte
	Body  element
}

// readWord reads a document.
func readWord(t testing.TB, content []byte) wordFile {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	file := wordFile{Parts: map[string][]byte{}}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if file.Parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	file.Body = file.Part(t, "word/document.xml")
	return file
}

// Part is a part of XML, which must be well formed.
func (f wordFile) Part(t testing.TB, name string) (n element) {
	t.Helper()
	if err := xml.Unmarshal(f.Parts[name], &n); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

// Styled are the texts of the paragraphs in a style.
func (f wordFile) Styled(style string) (texts []string) {
	for _, p := range f.Body.All("p") {
		if p.Style() == style {
			texts = append(texts, p.Says())
		}
	}
	return texts
}

// Elements are the names of all elements, but for those that part a text.
func (n element) Elements() (names []string) {
	for _, child := range n.Children {
		switch child.XMLName.Local {
		case "r", "rPr", "rStyle", "rtl", "t", "tab", "bidi":
		default:
			names = append(names, child.XMLName.Local)
		}
		names = append(names, child.Elements()...)
	}
	return names
}
