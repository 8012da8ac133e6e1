package report_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
)

// pdfOf is a summary as a PDF.
func pdfOf(t testing.TB, s report.Summary) []byte {
	t.Helper()
	content, err := report.PDF(s)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

var pdfPage = regexp.MustCompile(`/Type /Page\b[^s]`)

// onPaper is the example school as a board gets it.
func onPaper(t testing.TB, language assets.Language) report.Summary {
	j := exampleOf(t)
	return report.Summarize(j.Plan(), chosen(j, language, func(o *report.Options) {
		o.Sections = []string{string(report.Brief), string(report.Detail)}
	}))
}

func TestPDFOfTheExampleIsAtMostFourPages(t *testing.T) {
	for _, language := range assets.Languages {
		content := pdfOf(t, onPaper(t, language))
		if !bytes.HasPrefix(content, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(content), []byte("%%EOF")) {
			t.Fatalf("%s: this is no whole PDF", language)
		}
		if n := len(pdfPage.FindAll(content, -1)); n == 0 || n > 4 {
			t.Errorf("%s: %d pages", language, n)
		}
	}
}

func TestPDFSameSummarySameBytes(t *testing.T) {
	for name, s := range documents(t, assets.Dutch) {
		if !bytes.Equal(pdfOf(t, s), pdfOf(t, s)) {
			t.Errorf("%s: twice the same is not the same", name)
		}
	}
}

func TestPDFCarriesItsMark(t *testing.T) {
	s := onPaper(t, assets.Dutch)
	if s.Fingerprint == "" {
		t.Fatal("the summary has no fingerprint")
	}
	if content := pdfOf(t, s); !bytes.Contains(content, []byte("stappenplan:"+s.Fingerprint)) && !bytes.Contains(content, utf16Of("stappenplan:"+s.Fingerprint)) {
		t.Error("the fingerprint is not among its properties")
	}
}

// utf16Of is how a PDF writes a text in its properties.
func utf16Of(text string) []byte {
	var b bytes.Buffer
	for _, r := range text {
		b.Write([]byte{0, byte(r)})
	}
	return b.Bytes()
}

func TestPDFTakesAnyText(t *testing.T) {
	for _, h := range hostileTexts(t) {
		t.Run(h.ID, func(t *testing.T) {
			pdfOf(t, summaryOf(everywhere(t, h.Text+string(h.Base64)), assets.Dutch))
		})
	}
	pdfOf(t, summaryOf(everywhere(t, strings.Repeat("Werkgroep ICT. ", 6000)), assets.Dutch))
	pdfOf(t, summaryOf(everywhere(t, strings.Repeat("x", 90_000)), assets.Dutch))
}

func BenchmarkPDFExample(b *testing.B) { benchmarkPDF(b, onPaper(b, assets.Dutch)) }
func BenchmarkPDFManyTasks(b *testing.B) {
	benchmarkPDF(b, summaryOf(withOwnTasks(b, 500), assets.Dutch))
}

func benchmarkPDF(b *testing.B, s report.Summary) {
	for b.Loop() {
		pdfOf(b, s)
	}
}
