package command

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"stappenplan/assets"
)

// ofOthers are flags of other programs that the documentation names.
var ofOthers = []string{"--toc", "--self-contained"}

// What people read of the command line is what the program has: each flag stands in the README, in help and in the manual, and none is named
// that it does not take.
func TestTheDocumentationNamesTheFlagsThatThereAre(t *testing.T) {
	c := newComputer(t)
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch)}
	has := map[string][]string{} // by which commands
	root := p.commands()
	for _, command := range append(root.Commands(), root) {
		if command.Hidden {
			continue
		}
		command.InitDefaultHelpFlag()
		note := func(f *pflag.Flag) { has["--"+f.Name] = append(has["--"+f.Name], command.Name()) }
		command.Flags().VisitAll(note)
		command.PersistentFlags().VisitAll(note)
	}
	c.calls(t, statusDone, "", "manual")
	manual := strings.ReplaceAll(c.said, `\-`, "-")
	readme := textOf(t, filepath.Join("..", "README.md"))
	for _, flag := range slices.Sorted(maps.Keys(has)) {
		help := []string{"help", has[flag][0]}
		if has[flag][0] == programName {
			help = help[:1]
		}
		c.calls(t, statusDone, "", help...)
		for place, text := range map[string]string{"the README": readme, "the manual": manual, "help " + has[flag][0]: c.said} {
			if !regexp.MustCompile(regexp.QuoteMeta(flag) + `\b`).MatchString(text) {
				t.Errorf("%s does not stand in %s", flag, place)
			}
		}
	}
	pages, err := filepath.Glob(filepath.Join("..", "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	guide, err := filepath.Glob(filepath.Join("..", "docs", "guide", "*", "*.md"))
	if err != nil || len(guide) < 20 {
		t.Fatalf("%d pages, %v", len(guide), err)
	}
	for _, page := range append(append(pages, guide...), filepath.Join("..", "README.md")) {
		for _, flag := range regexp.MustCompile(`--[a-z][a-z-]*[a-z]`).FindAllString(textOf(t, page), -1) {
			if has[flag] == nil && !slices.Contains(ofOthers, flag) {
				t.Errorf("%s names %s, which the program does not take", page, flag)
			}
		}
	}
}

func textOf(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
