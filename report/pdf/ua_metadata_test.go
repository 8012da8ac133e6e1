package pdf_test

import (
	"encoding/xml"
	"io"
	"strings"

	reader "github.com/ledongthuc/pdf"
)

// The names of what a document says of itself in XMP.
const (
	uaNames     = "http://www.aiim.org/pdfua/ns/id/"
	dublinNames = "http://purl.org/dc/elements/1.1/"
)

// metadata looks at what the document says of itself: its title, and which standard it keeps to.
func (u *uaChecker) metadata() {
	stream := u.root.Key("Metadata")
	if stream.Kind() != reader.Stream || stream.Key("Type").Name() != "Metadata" || stream.Key("Subtype").Name() != "XML" {
		u.check(false, "7.1-8", "there are no metadata")
		return
	}
	space := map[string]string{} // by prefix
	values := map[string]string{}
	prefixes := map[string]string{}
	inTitle, byDefault, inLanguage := false, false, false
	var name, title string
	d := xml.NewDecoder(stream.Reader())
	d.Strict = false
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			u.check(false, "7.1-8", "the metadata cannot be read: %v", err)
			return
		}
		switch x := token.(type) {
		case xml.StartElement:
			for _, a := range x.Attr {
				if a.Name.Space == "xmlns" {
					space[a.Name.Local] = a.Value
				}
			}
			for _, a := range x.Attr {
				if space[a.Name.Space] == uaNames {
					values[a.Name.Local], prefixes[a.Name.Local] = a.Value, a.Name.Space
				}
				if a.Name.Space == "xml" && a.Name.Local == "lang" {
					byDefault, inLanguage = byDefault || a.Value == "x-default", inLanguage || a.Value != "x-default"
				}
			}
			name = ""
			switch space[x.Name.Space] {
			case uaNames:
				name = x.Name.Local
				prefixes[name] = x.Name.Space
			case dublinNames:
				inTitle = inTitle || x.Name.Local == "title"
			}
		case xml.EndElement:
			name = ""
			if x.Name.Local == "Alt" {
				u.check(!byDefault || inLanguage || u.language, "7.2-33", "the metadata are in no language")
				byDefault, inLanguage = false, false
			}
			if space[x.Name.Space] == dublinNames && x.Name.Local == "title" {
				inTitle = false
			}
		case xml.CharData:
			if name != "" {
				values[name] += strings.TrimSpace(string(x))
			}
			if inTitle {
				title += strings.TrimSpace(string(x))
			}
		}
	}
	u.check(len(prefixes) > 0, "5-1", "the metadata do not say that this is PDF/UA")
	u.check(len(prefixes) == 0 || values["part"] == "1", "5-2", "it is part %q of PDF/UA", values["part"])
	for i, name := range []string{"part", "amd", "corr"} {
		prefix, given := prefixes[name]
		u.check(!given || prefix == "pdfuaid", []string{"5-3", "5-4", "5-5"}[i], "%s has the prefix %q", name, prefix)
	}
	u.check(title != "", "7.1-9", "the metadata have no title")
}
