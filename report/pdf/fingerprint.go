package pdf

import (
	"bytes"
	"encoding/hex"
	"regexp"
	"slices"

	"stappenplan/report"
)

var markInKeywords = regexp.MustCompile(`/Keywords ?\(` + report.MarkPattern + `\)`)

// Fingerprint finds the fingerprint of the plan that a PDF was made of, and says whether the document is a PDF.
func Fingerprint(document []byte) (fingerprint string, isPDF bool) {
	if !bytes.HasPrefix(document, []byte("%PDF-")) {
		return "", false
	}
	return report.FindMark(narrow(document), markInKeywords), true
}

// keywordsInDigits are keywords in hexadecimal digits, as LibreOffice writes them.
var keywordsInDigits = regexp.MustCompile(`/Keywords ?<([0-9A-Fa-f]+)>`)

// narrow makes plain letters of those in UTF-16, or in the digits of that.
func narrow(document []byte) []byte {
	document = keywordsInDigits.ReplaceAllFunc(document, func(digits []byte) []byte {
		text, err := hex.DecodeString(string(keywordsInDigits.FindSubmatch(digits)[1]))
		if err != nil {
			return digits
		}
		return slices.Concat([]byte("/Keywords("), text, []byte(")"))
	})
	document = bytes.ReplaceAll(document, []byte("\xfe\xff"), nil)
	return bytes.ReplaceAll(document, []byte{0}, nil)
}
