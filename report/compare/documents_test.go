//go:build documents

package compare_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/compare"
	"stappenplan/report/docx"
	"stappenplan/report/html"
	"stappenplan/report/mark"
	"stappenplan/report/reading"
	"stappenplan/report/reporttest"
)

// resaves are what other programs make of documents.
var resaves = []struct {
	name, from, to string
	render         func(report.Summary) ([]byte, error)
	read           func([]byte) (string, error)
	save           func(t *testing.T, folder string, files []string)
}{
	{"Word, saved by LibreOffice", "docx", "docx", docx.Render, reading.Word, office("docx")},
	{"Word, printed by LibreOffice", "docx", "pdf", docx.Render, reading.PDF, office("pdf")},
	{"a page, printed by Chromium", "html", "pdf", func(s report.Summary) ([]byte, error) { return html.Render(s), nil }, reading.PDF, chromium},
}

// office lets LibreOffice write files in another format, in the folder "again".
func office(to string) func(t *testing.T, folder string, files []string) {
	return func(t *testing.T, folder string, files []string) {
		profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(folder, "profile"))
		reporttest.Run(t, "soffice", append([]string{profile, "--headless", "--convert-to", to, "--outdir", filepath.Join(folder, "again")}, files...)...)
	}
}

// chromium prints pages, with a head and a foot of its own on each sheet.
func chromium(t *testing.T, folder string, files []string) {
	if err := os.MkdirAll(filepath.Join(folder, "again"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".html") + ".pdf"
		said, err := exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf="+filepath.Join(folder, "again", name), file).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
	}
}

// savedAgain are the texts of summaries that another program made a document of.
func savedAgain(t *testing.T, at int, summaries map[string]report.Summary) map[string]string {
	t.Helper()
	saved, folder, texts := resaves[at], t.TempDir(), map[string]string{}
	var files []string
	for name, s := range summaries {
		file := filepath.Join(folder, strings.ReplaceAll(name, " ", "-")+"."+saved.from)
		if err := os.WriteFile(file, reporttest.Written(t, saved.render, s), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	saved.save(t, folder, files)
	for name := range summaries {
		content, err := os.ReadFile(filepath.Join(folder, "again", strings.ReplaceAll(name, " ", "-")+"."+saved.to))
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = read(t, saved.read, content)
	}
	return texts
}

// TestNothingIsToldOfWhatOtherProgramsSaved, and what was changed before they did is.
func TestNothingIsToldOfWhatOtherProgramsSaved(t *testing.T) {
	all := map[string]report.Summary{}
	for name, s := range reporttest.Documents(t, assets.Dutch) {
		if name != "blank" {
			all[name] = s
		}
	}
	all["in English"] = reporttest.Summary(reporttest.Together(t), assets.English)
	for _, h := range reporttest.HostileTexts(t) {
		if slices.Contains([]string{"long-word", "rtl-arabic", "combining-first", "zalgo", "emoji-zwj"}, h.ID) {
			all[h.ID] = reporttest.Summary(reporttest.Everywhere(t, h.Text+string(h.Base64)), assets.Dutch)
		}
	}
	for i := range reporttest.ShortOrLong(8, 60) {
		all[fmt.Sprint("arbitrary ", i)] = rapid.Custom(arbitrary).Example(i)
	}
	all["on paper"] = reporttest.ExampleBoard(t, assets.Dutch)
	changed := map[string]report.Summary{"other": reporttest.ExampleBoard(t, assets.Dutch)}
	next := len(changed["other"].Parts[0].Sections) - 1
	changed["other"].Parts[0].Sections[next].Blocks[0] = report.Paragraph("De school evalueert opnieuw op 27 mei 2027.")
	for at, saved := range resaves {
		for name, text := range savedAgain(t, at, all) {
			none(t, saved.name+": "+name, all[name], text)
			if saved.to == "pdf" && mark.InText(text) != all[name].Fingerprint {
				t.Errorf("%s: %s has the mark %q", saved.name, name, mark.InText(text))
			}
		}
		found := compare.Compare(all["on paper"], savedAgain(t, at, changed)["other"])
		if len(found) != 1 || found[0].Stands != "27 mei 2027" || found[0].Plan != "26 mei 2027" {
			t.Errorf("%s: found %v", saved.name, found)
		}
	}
}
