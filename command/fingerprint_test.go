package command

import (
	"fmt"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/docx"
	"stappenplan/report/html"
	"stappenplan/report/ics"
	"stappenplan/report/mark"
	"stappenplan/report/markdown"
	"stappenplan/report/odt"
	"stappenplan/report/pdf"
	"stappenplan/report/pptx"
	"stappenplan/report/reporttest"
)

// TestFingerprintOfADocumentThatWasSavedAgain looks at what other programs make of a mark.
func TestFingerprintOfADocumentThatWasSavedAgain(t *testing.T) {
	s := reporttest.Summary(reporttest.Together(t), assets.Dutch)
	hex := ""
	for _, letter := range s.Mark() {
		hex += fmt.Sprintf("%04X", letter)
	}
	for what, document := range map[string]string{
		"a page with a byte order mark":              "\ufeff" + string(html.Render(s)),
		"a PDF with its texts in hexadecimal digits": "%PDF-1.6\n<</Title<FEFF0078>\n/Keywords<FEFF" + hex + ">\n/Creator<FEFF0079>>>",
		"a mark with a colon":                        "Ronde 2 · kenmerk stappenplan:1a2b3c4d\n",
	} {
		if got, _ := fingerprintIn([]byte(document)); got != s.Fingerprint {
			t.Errorf("%s: got %q", what, got)
		}
	}
}

// TestTheLongestMarkIsFound in each format, and as LibreOffice writes it in a PDF.
func TestTheLongestMarkIsFound(t *testing.T) {
	options := reporttest.OptionsIn(assets.Dutch)
	options.Motivation, options.Decisions, options.Sections = true, &[]string{}, report.SectionChoices()
	options.Fingerprint = mark.Code("1a2b3c4d", options)
	s := report.Summarize(reporttest.Together(t).Plan(), options)
	hex := ""
	for _, letter := range s.Mark() {
		hex += fmt.Sprintf("%04X", letter)
	}
	for format, content := range map[string][]byte{
		"md": markdown.Render(s), "html": html.Render(s), "pdf": reporttest.Written(t, pdf.Render, s),
		"docx": reporttest.Written(t, docx.Render, s), "ics": reporttest.Written(t, ics.Render, s),
		"pdf by LibreOffice": []byte("%PDF-1.6\n<</Title<FEFF0078>\n/Keywords<FEFF" + hex + ">\n/Creator<FEFF0079>>>"),
	} {
		if got, of := fingerprintIn(content); got != options.Fingerprint || !strings.HasPrefix(format, of) {
			t.Errorf("%s: got %q in %s", format, got, of)
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
		s := reporttest.Summary(reporttest.Everywhere(t, text), assets.Dutch)
		for format, document := range map[string][]byte{
			"md": markdown.Render(s), "html": html.Render(s), "pdf": reporttest.Written(t, pdf.Render, s),
			"docx": reporttest.Written(t, docx.Render, s), "odt": reporttest.Written(t, odt.Render, s), "pptx": reporttest.Written(t, pptx.Render, s), "ics": reporttest.Written(t, ics.Render, s),
		} {
			if got, of := fingerprintIn(document); got != s.Fingerprint || of != format {
				t.Errorf("%s: %q makes it %q in %s", format, text, got, of)
			}
		}
	}
}

func TestFingerprintIn(t *testing.T) {
	document := string(markdown.Render(reporttest.Summary(reporttest.Everywhere(t, "x stappenplan:deadbeef"), assets.Dutch)))
	if got, _ := fingerprintIn([]byte(document)); got != "1a2b3c4d" {
		t.Errorf("got %q", got)
	}
	wide := "%PDF-1.4 /Title (\xfe\xff/Keywords \\(stappenplan:deadbeef\\)) /Keywords (\xfe\xff"
	for _, letter := range "stappenplan:1a2b3c4d" {
		wide += "\x00" + string(letter)
	}
	if got, _ := fingerprintIn([]byte(wide + ")")); got != "1a2b3c4d" {
		t.Errorf("of a PDF: got %q", got)
	}
	for _, other := range []string{"", "PK", "PK\x03\x04", "%PDF-1.4", "BEGIN:VCALENDAR", "brief", "stappenplan:xyz"} {
		if got, _ := fingerprintIn([]byte(other)); got != "" {
			t.Errorf("%q has fingerprint %q", other, got)
		}
	}
}
