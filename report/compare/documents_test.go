//go:build documents

package compare_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/compare"
	"stappenplan/report/docx"
	"stappenplan/report/html"
	"stappenplan/report/mark"
	"stappenplan/report/odt"
	"stappenplan/report/pdf"
	"stappenplan/report/pptx"
	"stappenplan/report/reading"
	"stappenplan/report/reporttest"
)

// resave is what another program makes of documents.
type resave struct {
	name, from, to string
	render         func(report.Summary) ([]byte, error)
	read           func([]byte) (string, error)
	mark           func([]byte) (string, bool) // nil where it stands in the text only
	furnished      bool                        // with heads, feet or contents that no document of ours has in its text
	long           bool                        // only in the long run
}

var resaves = []resave{
	{name: "Word, saved by LibreOffice", from: "docx", to: "docx", render: docx.Render, read: reading.Word, mark: docx.Fingerprint},
	{name: "Word, printed by LibreOffice", from: "docx", to: "pdf", render: docx.Render, read: reading.PDF, mark: pdf.Fingerprint},
	{name: "OpenDocument, saved by LibreOffice", from: "odt", to: "odt", render: odt.Render, read: reading.OpenDocument, mark: odt.Fingerprint},
	{name: "slides, saved by LibreOffice", from: "pptx", to: "pptx", render: pptx.Render, read: reading.Slides, mark: pptx.Fingerprint},
	{name: "a page, saved by LibreOffice", from: "html", to: "html", render: page, read: readPage, mark: html.Fingerprint, furnished: true},
	{name: "a page, printed by Chromium", from: "html", to: "pdf", render: page, read: reading.PDF, furnished: true},
	{name: "Word, saved as OpenDocument", from: "docx", to: "odt", render: docx.Render, read: reading.OpenDocument, mark: odt.Fingerprint, long: true},
	{name: "OpenDocument, printed by LibreOffice", from: "odt", to: "pdf", render: odt.Render, read: reading.PDF, mark: pdf.Fingerprint, long: true},
	{name: "OpenDocument, saved as Word", from: "odt", to: "docx", render: odt.Render, read: reading.Word, mark: docx.Fingerprint, long: true},
	{name: "slides, printed by LibreOffice", from: "pptx", to: "pdf", render: pptx.Render, read: reading.PDF, mark: pdf.Fingerprint, long: true},
}

func page(s report.Summary) ([]byte, error) { return html.Render(s), nil }

func readPage(document []byte) (string, error) { return reading.Page(document), nil }

// saveAgain lets other programs write all files of an ending in another format, in the folder "from-to": one start of a
// program for all of them.
func saveAgain(t *testing.T, folder, from, to string, files []string) {
	t.Helper()
	again := filepath.Join(folder, from+"-"+to)
	if err := os.MkdirAll(again, 0o700); err != nil {
		t.Fatal(err)
	}
	if from == "html" && to == "pdf" {
		modules := os.Getenv("NODE_MODULES_ROOT")
		if modules == "" {
			t.Fatal("NODE_MODULES_ROOT names no folder with puppeteer-core; .ci/run makes one")
		}
		chromium, err := exec.LookPath("chromium")
		if err != nil {
			t.Fatal(err)
		}
		reporttest.Run(t, "node", append([]string{"testdata/print.mjs", modules, chromium, again}, files...)...)
		return
	}
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(folder, "profile"))
	reporttest.Run(t, "soffice", append([]string{profile, "--headless", "--convert-to", to, "--outdir", again}, files...)...)
}

// allSummaries are those that other programs save here, by a name that a file can have: every kind of document, texts that
// programs write in ways of their own, and arbitrary plans.
func allSummaries(t *testing.T) map[string]report.Summary {
	all := map[string]report.Summary{}
	for name, s := range reporttest.Documents(t, assets.Dutch) {
		if name != "blank" { // has no mark
			all[strings.ReplaceAll(name, " ", "-")] = s
		}
	}
	all["in-English"] = reporttest.Summary(reporttest.Together(t), assets.English)
	for _, h := range reporttest.HostileTexts(t) {
		if long() || slices.Contains([]string{"long-word", "rtl-arabic", "combining-first", "zalgo", "emoji-zwj"}, h.ID) {
			all[h.ID] = reporttest.Summary(reporttest.Everywhere(t, h.Text+string(h.Base64)), assets.Dutch)
		}
	}
	for i := range arbitraryPlans(t) {
		all[fmt.Sprint("arbitrary-", i)] = rapid.Custom(arbitrary).Example(i)
	}
	all["board"] = reporttest.ExampleBoard(t, assets.Dutch)
	return all
}

// long says whether all programs save all documents.
func long() bool { return reporttest.Long || os.Getenv("PLANS") != "" }

// arbitraryPlans is how many of them are saved: a few, or as many as PLANS says.
func arbitraryPlans(t *testing.T) int {
	said := os.Getenv("PLANS")
	if said == "" {
		return reporttest.ShortOrLong(4, 40)
	}
	n, err := strconv.Atoi(said)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestNothingIsToldOfWhatOtherProgramsSaved, and what was changed before they did is.
func TestNothingIsToldOfWhatOtherProgramsSaved(t *testing.T) {
	all, folder := allSummaries(t), t.TempDir()
	// The same board's document with one figure otherwise, and without it.
	const day = "De school evalueert opnieuw op 26 mei 2027."
	edits := map[string]string{"changed": strings.Replace(day, "26", "27", 1), "left-out": strings.Replace(day, "26 mei 2027", "", 1)}
	for name, instead := range edits {
		all[name] = reporttest.ExampleBoard(t, assets.Dutch)
		sections := all[name].Parts[0].Sections
		if last := &sections[len(sections)-1].Blocks[0]; *last == report.Paragraph(day) {
			*last = report.Paragraph(instead)
		} else {
			t.Fatalf("the last section says %v", *last)
		}
	}
	written := map[string][]string{}
	for _, saved := range resaves {
		if saved.long && !long() {
			continue
		}
		if written[saved.from] == nil {
			for name, s := range all {
				file := filepath.Join(folder, name+"."+saved.from)
				if err := os.WriteFile(file, reporttest.Written(t, saved.render, s), 0o600); err != nil {
					t.Fatal(err)
				}
				written[saved.from] = append(written[saved.from], file)
			}
		}
		saveAgain(t, folder, saved.from, saved.to, written[saved.from])
		for name, s := range all {
			content, err := os.ReadFile(filepath.Join(folder, saved.from+"-"+saved.to, name+"."+saved.to))
			if err != nil {
				t.Fatal(err)
			}
			text, label := read(t, saved.read, content), saved.name+": "+name
			saved.hasMark(t, label, s.Fingerprint, content, text)
			said := s
			if edits[name] != "" {
				said = all["board"]
			}
			if saved.from == "pptx" {
				said = pptx.Shown(said)
			}
			want := []compare.Difference{{Heading: "Volgende evaluatie", Stands: "27 mei 2027", Plan: "26 mei 2027"}}
			switch found := compare.Compare(said, text); {
			case edits[name] == "" || name == "left-out" && saved.furnished:
				none(t, label, said, text)
			case name == "left-out":
				if want[0].Stands = ""; !slices.Equal(found, want) {
					t.Errorf("%s: found %v", label, found)
				}
			case !slices.Equal(found, want):
				t.Errorf("%s: found %v", label, found)
			}
		}
	}
}

// hasMark finds the mark where a document of this kind keeps it, and in the text of one on paper.
func (r resave) hasMark(t *testing.T, label, want string, content []byte, text string) {
	t.Helper()
	if r.mark != nil {
		if got, is := r.mark(content); got != want || !is {
			t.Errorf("%s: the fingerprint found back is %q", label, got)
		}
	}
	if got := mark.InText(text); r.to == "pdf" && got != want {
		t.Errorf("%s: has the mark %q in its text", label, got)
	}
}
