package xlsx

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// element is the beginning of an XML element, or a text in it.
type element struct {
	name       string // without its namespace; empty for a text
	attributes []xml.Attr
	text       []byte
	end        bool
}

func (e element) attribute(name string) string {
	for _, a := range e.attributes {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// number is an attribute that is a whole number, -1 where it is not.
func (e element) number(name string) int {
	text := e.attribute(name)
	if text == "" { // an error of which nobody hears takes memory, of which there can be a million
		return -1
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return -1
	}
	return n
}

// elements goes through a part until visit has seen enough.
func (b *Book) elements(part string, visit func(element) bool) error {
	file := b.parts[part]
	if file == nil {
		return Fault{Code: "workbook-broken"}
	}
	content, err := file.Open()
	if err != nil {
		return Fault{Code: "workbook-broken"}
	}
	defer content.Close()
	decoder := xml.NewDecoder(&limited{book: b, from: content})
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return faultOf(err)
		}
		more := true
		switch t := token.(type) {
		case xml.StartElement:
			more = visit(element{name: t.Name.Local, attributes: t.Attr})
		case xml.EndElement:
			more = visit(element{name: t.Name.Local, end: true})
		case xml.CharData:
			more = visit(element{text: t})
		}
		if !more {
			return nil
		}
	}
}

// richText is a text that can be formatted letter by letter. Of that only counts what is struck out.
type richText struct {
	kept  string
	whole string // with what is struck out; empty where nothing is
}

// richReader collects a text. How it is pronounced is no part of it.
type richReader struct {
	kept, whole             strings.Builder
	inText, inSound, struck bool
	inStruck                bool // some of it is
}

func (r *richReader) element(e element) {
	switch {
	case e.name == "t":
		r.inText = !e.end
	case e.name == "rPh":
		r.inSound = !e.end
	case e.name == "r" && !e.end:
		r.struck = false
	case (e.name == "strike" || e.name == "dstrike") && !e.end:
		value := e.attribute("val")
		r.struck = value == "" || isTrue(value)
	case e.name == "r":
		r.struck = false
	case e.text != nil && r.inText && !r.inSound:
		r.whole.Write(e.text)
		if !r.struck {
			r.kept.Write(e.text)
		}
		r.inStruck = r.inStruck || r.struck
	}
}

// take gives the text, and begins anew.
func (r *richReader) take(b *Book) (t richText) {
	t.kept = b.text(r.kept.String())
	if r.inStruck {
		t.whole = b.text(r.whole.String())
	}
	r.kept.Reset()
	r.whole.Reset()
	r.inStruck, r.struck = false, false
	return t
}

// readStrings reads the texts that cells share.
func (b *Book) readStrings(part string) error {
	var text richReader
	return b.elements(part, func(e element) bool {
		if e.name == "si" && e.end {
			b.strings = append(b.strings, text.take(b))
		}
		text.element(e)
		return true
	})
}

// maxStyles is how many formats, fonts or styles are read: more than any program writes.
const maxStyles = 65_000

// readStyles reads what each style shows of a number, and which strike out a cell.
func (b *Book) readStyles(part string) error {
	formats, struck := map[int]format{}, []bool{}
	inCells, inFonts := false, false
	return b.elements(part, func(e element) bool {
		switch {
		case e.name == "cellXfs":
			inCells = !e.end
		case e.name == "fonts":
			inFonts = !e.end
		case e.end:
		case e.name == "numFmt" && len(formats) < maxStyles:
			formats[e.number("numFmtId")] = newFormat(e.attribute("formatCode"))
		case e.name == "font" && inFonts && len(struck) < maxStyles:
			struck = append(struck, false)
		case e.name == "strike" && inFonts && len(struck) > 0:
			value := e.attribute("val")
			struck[len(struck)-1] = value == "" || isTrue(value)
		case e.name == "xf" && inCells && len(b.styles) < maxStyles:
			id, font := e.number("numFmtId"), e.number("fontId")
			f, own := formats[id]
			if !own {
				f = builtInFormat(id)
				formats[id] = f
			}
			b.styles = append(b.styles, style{f, font >= 0 && font < len(struck) && struck[font]})
		}
		return true
	})
}

// text is what a text in the file says.
func (b *Book) text(written string) string {
	if strings.Contains(written, "_x") {
		written = unescaped(written)
	}
	return b.clean(written)
}
