package report

import (
	"archive/zip"
	"bytes"
	"encoding/hex"
	"io"
	"regexp"
	"slices"
)

// markPrefix stands before a fingerprint, so that it can be told from other texts. LibreOffice makes two keywords of one
// with a colon.
const markPrefix = "stappenplan-"

// maxProperties is how large the properties of a document may be.
const maxProperties = 1 << 20

// What is looked at of the keywords in a PDF. Each time that one is saved it may get new ones, after those of before.
const (
	maxKeywords       = 1000 // of the last
	maxKeywordsLength = 200  // bytes: a mark takes 96 in the widest way to write it
)

// marks are where the formats keep their mark. None of these places can be written by a text in the plan:
// each format escapes what such a text would need for it. Documents of before have a colon in their mark.
var (
	markInPDF      = regexp.MustCompile(`/Keywords ?\(stappenplan[-:]([0-9a-f]{8})\)`)
	markInHTML     = regexp.MustCompile(`<meta name="[a-z-]+" content="stappenplan[-:]([0-9a-f]{8})"`)
	markInCalendar = regexp.MustCompile(`(?m)^X-STAPPENPLAN-[A-Z]+:stappenplan[-:]([0-9a-f]{8})\r?$`)
	markInWord     = regexp.MustCompile(`<cp:keywords[^>]*>stappenplan[-:]([0-9a-f]{8})</cp:keywords>`)
	markInText     = regexp.MustCompile(`(?m)^.* stappenplan[-:]([0-9a-f]{8})\r?$`) // the foot: of several the last
)

// FingerprintOf finds the fingerprint of the plan that a document was made of, in each of the formats.
func FingerprintOf(document []byte) (fingerprint string, found bool) {
	document = bytes.TrimPrefix(document, []byte("\ufeff"))
	switch {
	case bytes.HasPrefix(document, []byte("%PDF-")):
		return markInKeywords(document)
	case bytes.HasPrefix(document, []byte("PK")):
		return markIn(markInWord, properties(document))
	case IsCalendar(document):
		return markIn(markInCalendar, document)
	case bytes.HasPrefix(bytes.ToLower(document[:min(len(document), 15)]), []byte("<!doctype html>")):
		return markIn(markInHTML, document)
	}
	return markIn(markInText, document)
}

// IsCalendar says whether a document holds days and no text that a person words.
func IsCalendar(document []byte) bool { return bytes.HasPrefix(document, []byte("BEGIN:VCALENDAR")) }

// markInKeywords finds the last mark among the keywords of a PDF.
func markInKeywords(document []byte) (fingerprint string, found bool) {
	for range maxKeywords {
		at := bytes.LastIndex(document, []byte("/Keywords"))
		if at < 0 {
			break
		}
		keywords := document[at:min(at+maxKeywordsLength, len(document))]
		if fingerprint, found = markIn(markInPDF, narrow(keywords)); found {
			break
		}
		document = document[:at]
	}
	return fingerprint, found
}

// inDigits are keywords that a PDF writes in hexadecimal digits, as LibreOffice does.
var inDigits = regexp.MustCompile(`/Keywords ?<([0-9A-Fa-f]+)>`)

// narrow makes plain letters of those that a PDF writes in UTF-16, or in the digits of that.
func narrow(keywords []byte) []byte {
	keywords = inDigits.ReplaceAllFunc(keywords, func(digits []byte) []byte {
		text, err := hex.DecodeString(string(inDigits.FindSubmatch(digits)[1]))
		if err != nil {
			return digits
		}
		return slices.Concat([]byte("/Keywords("), text, []byte(")"))
	})
	keywords = bytes.ReplaceAll(keywords, []byte("\xfe\xff"), nil)
	return bytes.ReplaceAll(keywords, []byte{0}, nil)
}

func markIn(place *regexp.Regexp, text []byte) (string, bool) {
	all := place.FindAllSubmatch(text, -1)
	if all == nil {
		return "", false
	}
	return string(all[len(all)-1][1]), true
}

// properties are the core properties of a Word document; nothing where it has none.
func properties(document []byte) []byte {
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
