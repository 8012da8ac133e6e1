//go:build documents

package html_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"stappenplan/assets"
	"stappenplan/report/html"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// TestPagesInABrowser opens pages in Chromium: nothing is said on its console, nothing is asked of a network,
// nothing sticks out on paper width or a phone, and axe finds nothing in the way of any reader, in light or dark.
// It asks for Chromium and Node, and for puppeteer-core and axe-core in the folder that NODE_MODULES_ROOT names.
func TestPagesInABrowser(t *testing.T) {
	journals := map[string]*steps.Journal{
		"not-begun": reporttest.JournalOf(t), "stopped": reporttest.Stopped(t), "together": reporttest.Together(t), "example": reporttest.Example(t),
		"own-tasks": reporttest.WithOwnTasks(t, 300),
	}
	for _, h := range reporttest.HostileTexts(t) {
		if slices.Contains([]string{"long-word", "rtl-arabic", "markup-script", "emoji-zwj"}, h.ID) {
			journals[h.ID] = reporttest.Everywhere(t, h.Text+string(h.Base64))
		}
	}
	modules := os.Getenv("NODE_MODULES_ROOT")
	if modules == "" {
		t.Fatal("NODE_MODULES_ROOT names no folder with puppeteer-core and axe-core; .ci/run makes one")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal(err)
	}
	arguments, folder := []string{"testdata/page.mjs", modules, chromium}, t.TempDir()
	inBoth := []string{"together", "example"} // in the others only words differ
	for name, journal := range journals {
		for _, language := range assets.Languages {
			if language != assets.Dutch && !slices.Contains(inBoth, name) {
				continue
			}
			file := filepath.Join(folder, name+"-"+string(language)+".html")
			if err := os.WriteFile(file, html.Render(reporttest.Summary(journal, language)), 0o600); err != nil {
				t.Fatal(err)
			}
			arguments = append(arguments, file)
		}
	}
	said, err := exec.Command("node", arguments...).CombinedOutput()
	if err != nil || len(said) > 0 {
		t.Errorf("%v\n%s", err, said)
	}
}
