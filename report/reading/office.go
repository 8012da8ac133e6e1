package reading

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Word reads the body of a Word document, without what is hidden in it and what was struck out while changes were tracked.
func Word(document []byte) (string, error) {
	return packed(document, func(archive *zip.Reader) (string, error) {
		return text(archive, "word/document.xml", wordText)
	})
}

// OpenDocument reads the body of a text of OpenDocument, without what was struck out in it while changes were tracked.
func OpenDocument(document []byte) (string, error) {
	return packed(document, func(archive *zip.Reader) (string, error) { return text(archive, "content.xml", openText) })
}

// Slides reads slides in the order in which they are shown, each with the notes below it, without those that are hidden.
func Slides(document []byte) (string, error) {
	return packed(document, func(archive *zip.Reader) (string, error) {
		const presentation = "ppt/presentation.xml"
		order, err := text(archive, presentation, slideOrder)
		if err != nil {
			return "", err
		}
		var b strings.Builder
		targets := related(archive, presentation)
		for id := range strings.FieldsSeq(order) {
			slide, err := text(archive, targets[id], slideText)
			if err != nil {
				return "", err
			}
			if b.WriteString(slide); b.Len() > maxText {
				break
			}
			for _, target := range related(archive, targets[id]) {
				if strings.TrimSpace(slide) == "" || !strings.Contains(target, "notesSlide") {
					continue
				}
				notes, err := text(archive, target, slideText)
				if err != nil {
					return "", err
				}
				b.WriteString(notes)
			}
		}
		return b.String(), nil
	})
}

// packed reads a package of parts.
func packed(document []byte, read func(*zip.Reader) (string, error)) (string, error) {
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	said, err := read(archive)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	return said, nil
}

// related are the parts that a part names, by the ids that it has for them.
func related(archive *zip.Reader, part string) map[string]string {
	targets := map[string]string{}
	file, err := archive.Open(path.Join(path.Dir(part), "_rels", path.Base(part)+".rels"))
	if err != nil {
		return targets
	}
	defer file.Close()
	var list struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if xml.NewDecoder(io.LimitReader(file, maxText)).Decode(&list) != nil {
		return targets
	}
	for _, r := range list.Relationship {
		targets[r.ID] = path.Join(path.Dir(part), r.Target)
		if strings.HasPrefix(r.Target, "/") {
			targets[r.ID] = strings.TrimPrefix(r.Target, "/")
		}
	}
	return targets
}

// dialect is where the parts of a kind of document have their text.
type dialect struct {
	within  string            // the element that text stands in; empty where all of it counts
	instead map[string]string // what elements stand for
	skipped map[string]bool   // those that are not read
	// more is done where an element begins, and where it ends.
	more func(r *reader, e xml.StartElement)
	ends func(r *reader, name string)
}

// reader is a part as far as it was read.
type reader struct {
	strings.Builder
	hidden bool     // what is read is not to be seen
	inRun  bool     // of a Word document
	level  string   // of the item
	lists  []string // of OpenDocument, those that are open
	item   string   // what begins the next paragraph of one
}

// text reads a part.
func text(archive *zip.Reader, part string, d dialect) (string, error) {
	file, err := archive.Open(part)
	if err != nil {
		return "", err
	}
	defer file.Close()
	r, counts := &reader{}, d.within == ""
	for tokens := xml.NewDecoder(io.LimitReader(file, maxText)); ; {
		token, err := tokens.Token()
		if errors.Is(err, io.EOF) {
			return r.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if d.skipped[token.Name.Local] {
				if err := tokens.Skip(); err != nil {
					return "", err
				}
				continue
			}
			counts = counts || token.Name.Local == d.within
			r.WriteString(d.instead[token.Name.Local])
			if d.more != nil {
				d.more(r, token)
			}
		case xml.EndElement:
			counts = counts && token.Name.Local != d.within
			if d.ends != nil {
				d.ends(r, token.Name.Local)
			}
		case xml.CharData:
			if counts && !r.hidden && utf8.Valid(token) {
				r.Write(token)
			}
		}
	}
}

// value is that of an attribute; empty where there is none.
func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// wordText is WordprocessingML; a fallback says again what stands before it.
var wordText = dialect{
	within:  "t",
	instead: map[string]string{"tab": " ", "br": "\n", "cr": "\n", "p": "\n", "tc": "\n", "noBreakHyphen": "-"},
	skipped: map[string]bool{"Fallback": true, "moveFrom": true, "pPrChange": true, "rPrChange": true},
	more: func(r *reader, e xml.StartElement) {
		switch said := value(e, "val"); e.Name.Local {
		case "p":
			r.inRun = false
		case "r":
			r.inRun, r.hidden = true, false
		case "vanish":
			r.hidden = r.inRun && said != "0" && said != "false" && said != "off"
		case "ilvl":
			r.level = said
		case "numId":
			if said != "0" {
				r.WriteString(itemOf(r.level, said)[1:])
			}
		}
	},
	ends: func(r *reader, name string) { r.hidden = r.hidden && name != "r" },
}

// mostBlanks is how many blanks in a row are read.
const mostBlanks = 100

// openText is the text of OpenDocument.
var openText = dialect{
	instead: map[string]string{"tab": " ", "line-break": "\n", "h": "\n"},
	skipped: map[string]bool{
		"tracked-changes": true, "annotation": true, "title": true, "desc": true, "hidden-text": true, "scripts": true, "automatic-styles": true,
	},
	more: func(r *reader, e xml.StartElement) {
		switch e.Name.Local {
		case "p":
			r.WriteString("\n" + r.item)
			r.item = ""
		case "s":
			count, _ := strconv.Atoi(value(e, "c"))
			r.WriteString(strings.Repeat(" ", min(max(1, count), mostBlanks)))
		case "list":
			r.lists = append(r.lists, value(e, "style-name"))
		case "list-item":
			r.item = itemOf(r.lists...)[1:]
		}
	},
	ends: func(r *reader, name string) {
		if name == "list" {
			r.lists = r.lists[:max(0, len(r.lists)-1)]
		}
	},
}

// slideText is PresentationML: a slide, or its notes. A field is the number of the slide.
var slideText = dialect{
	within:  "t",
	instead: map[string]string{"p": "\n", "br": "\n", "tab": " "},
	skipped: map[string]bool{"fld": true, "Fallback": true},
	more: func(r *reader, e xml.StartElement) {
		switch e.Name.Local {
		case "sld":
			r.hidden = value(e, "show") == "0" || value(e, "show") == "false"
		case "pPr":
			r.level = value(e, "lvl")
		case "buAutoNum":
			if !r.hidden {
				r.WriteString(itemOf(r.level, e.Name.Local)[1:])
			}
		}
	},
}

// slideOrder are the ids of slides in the order in which they are shown.
var slideOrder = dialect{
	within: "none",
	more: func(r *reader, e xml.StartElement) {
		if e.Name.Local == "sldId" {
			for _, a := range e.Attr {
				if a.Name.Local == "id" && a.Name.Space != "" {
					r.WriteString(a.Value + " ")
				}
			}
		}
	},
}
