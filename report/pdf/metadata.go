package pdf

import (
	"bytes"
	"encoding/xml"
	"time"

	"stappenplan/report"
)

// metadata says in XMP what the properties of the file say, and that it keeps to PDF/UA-1.
func metadata(s report.Summary, language string, day time.Time) []byte {
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` + "\n")
	property := func(before, text, after string) {
		if text == "" {
			return
		}
		b.WriteString("<" + before + ">")
		_ = xml.EscapeText(&b, []byte(text)) // writing to memory does not fail
		b.WriteString("</" + after + ">\n")
	}
	property("pdfuaid:part", "1", "pdfuaid:part")
	property(`dc:title><rdf:Alt><rdf:li xml:lang="x-default"`, s.Title, "rdf:li></rdf:Alt></dc:title")
	property("dc:creator><rdf:Seq><rdf:li", s.School, "rdf:li></rdf:Seq></dc:creator")
	property(`dc:description><rdf:Alt><rdf:li xml:lang="x-default"`, subject(s), "rdf:li></rdf:Alt></dc:description")
	property("dc:language><rdf:Bag><rdf:li", language, "rdf:li></rdf:Bag></dc:language")
	property("pdf:Keywords", s.Mark(), "pdf:Keywords")
	property("xmp:CreatorTool", creator, "xmp:CreatorTool")
	property("xmp:CreateDate", day.Format(time.RFC3339), "xmp:CreateDate")
	property("xmp:ModifyDate", day.Format(time.RFC3339), "xmp:ModifyDate")
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}
