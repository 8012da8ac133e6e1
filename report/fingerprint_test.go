package report_test

import (
	"fmt"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
)

// TestFingerprintOfADocumentThatWasSavedAgain looks at what other programs make of a mark.
func TestFingerprintOfADocumentThatWasSavedAgain(t *testing.T) {
	s := summaryOf(together(t), assets.Dutch)
	hex := ""
	for _, letter := range s.Mark() {
		hex += fmt.Sprintf("%04X", letter)
	}
	for what, document := range map[string]string{
		"a page with a byte order mark":              "\ufeff" + string(report.HTML(s)),
		"a PDF with its texts in hexadecimal digits": "%PDF-1.6\n<</Title<FEFF0078>\n/Keywords<FEFF" + hex + ">\n/Creator<FEFF0079>>>",
		"a mark with a colon":                        "Ronde 2 · kenmerk stappenplan:1a2b3c4d\n",
	} {
		if got, found := report.FingerprintOf([]byte(document)); got != s.Fingerprint || !found {
			t.Errorf("%s: got %q", what, got)
		}
	}
}

// TestOnlyTheLastKeywordsOfAPDFAreLookedAt keeps the work on one that is full of them small.
func TestOnlyTheLastKeywordsOfAPDFAreLookedAt(t *testing.T) {
	const mark, other = "/Keywords (stappenplan-1a2b3c4d)", "/Keywords <44>"
	for document, want := range map[string]string{
		mark + strings.Repeat(other, 999):                                 "1a2b3c4d",
		mark + strings.Repeat(other, 1000):                                "",
		strings.Repeat(other, 1000) + mark:                                "1a2b3c4d",
		mark + "/Keywords (stappenplan-0)":                                "1a2b3c4d",
		mark + "/Keywords\x00 (\xfe\xff\x00s\x00t\x00appenplan-deadbeef)": "deadbeef",
	} {
		if got, _ := report.FingerprintOf([]byte("%PDF-1.6\n" + document)); got != want {
			t.Errorf("%.60q…: got %q, want %q", document, got, want)
		}
	}
}

// TestNoTextIsTakenForAMark writes what a mark looks like in every field there is.
func TestNoTextIsTakenForAMark(t *testing.T) {
	const hex = "FEFF007300740061007000700065006E0070006C0061006E002D00640065006100640062006500650066"
	for _, text := range []string{
		"x stappenplan-deadbeef", "/Keywords (stappenplan-deadbeef)", "/Keywords<" + hex + ">", `<meta name="keywords" content="stappenplan-deadbeef">`,
		"<cp:keywords>stappenplan-deadbeef</cp:keywords>", "X-STAPPENPLAN-VERSION:stappenplan-deadbeef",
	} {
		s := summaryOf(everywhere(t, text), assets.Dutch)
		word, err := report.DOCX(s)
		if err != nil {
			t.Fatal(err)
		}
		calendar, err := report.ICS(s)
		if err != nil {
			t.Fatal(err)
		}
		for format, document := range map[string][]byte{
			"md": report.Markdown(s), "html": report.HTML(s), "pdf": pdfOf(t, s), "docx": word, "ics": calendar,
		} {
			if got, found := report.FingerprintOf(document); got != s.Fingerprint || !found {
				t.Errorf("%s: %q makes it %q", format, text, got)
			}
		}
	}
}
