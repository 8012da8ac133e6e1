package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"

	"stappenplan/report"
)

// maxProperties is how large the properties of a document may be.
const maxProperties = 1 << 20

var markInKeywords = regexp.MustCompile(`<cp:keywords[^>]*>` + report.MarkPattern + `</cp:keywords>`)

// Fingerprint finds what the mark of a Word document says behind its first word, and says whether the document is one, or
// another package of that kind.
func Fingerprint(document []byte) (fingerprint string, isPackage bool) {
	if !bytes.HasPrefix(document, []byte("PK")) {
		return "", false
	}
	return report.FindMark(readProperties(document), markInKeywords), true
}

// readProperties reads the core properties of a document; nothing where it has none.
func readProperties(document []byte) []byte {
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		return nil
	}
	file, err := archive.Open("docProps/core.xml")
	if err != nil {
		return nil
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxProperties))
	if err != nil {
		return nil
	}
	return text
}
