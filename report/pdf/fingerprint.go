package pdf

import (
	"bytes"
	"encoding/hex"
	"slices"

	"stappenplan/lazyregexp"
	"stappenplan/report"
)

// What is looked at of the keywords in a PDF. Each time that one is saved it may get new ones, after those of before.
const (
	maxKeywords       = 1000 // of the last
	maxKeywordsLength = 300  // bytes: a mark takes some 210 in the widest way to write it
)

var markInKeywords = lazyregexp.New(`/Keywords ?\(` + report.MarkPattern + `\)`)

// Fingerprint finds what the mark of a PDF says behind its first word, and says whether the document is a PDF.
func Fingerprint(document []byte) (fingerprint string, isPDF bool) {
	if !bytes.HasPrefix(document, []byte("%PDF-")) {
		return "", false
	}
	for range maxKeywords {
		at := bytes.LastIndex(document, []byte("/Keywords"))
		if at < 0 {
			break
		}
		keywords := document[at:min(at+maxKeywordsLength, len(document))]
		if fingerprint = report.FindMark(narrow(keywords), markInKeywords()); fingerprint != "" {
			break
		}
		document = document[:at]
	}
	return fingerprint, true
}

// keywordsInDigits are keywords in hexadecimal digits, as LibreOffice writes them.
var keywordsInDigits = lazyregexp.New(`/Keywords ?<([0-9A-Fa-f]+)>`)

// narrow makes plain letters of those in UTF-16, or in the digits of that.
func narrow(keywords []byte) []byte {
	keywords = keywordsInDigits().ReplaceAllFunc(keywords, func(digits []byte) []byte {
		text, err := hex.DecodeString(string(keywordsInDigits().FindSubmatch(digits)[1]))
		if err != nil {
			return digits
		}
		return slices.Concat([]byte("/Keywords("), text, []byte(")"))
	})
	keywords = bytes.ReplaceAll(keywords, []byte("\xfe\xff"), nil)
	return bytes.ReplaceAll(keywords, []byte{0}, nil)
}
