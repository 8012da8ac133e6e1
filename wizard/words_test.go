package wizard

import (
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/wizard/screen"
)

// TestEveryWordOfTheScreensIsRead fails for words that no code reads any more.
func TestEveryWordOfTheScreensIsRead(t *testing.T) {
	t.Parallel()
	var code strings.Builder
	must(t, fs.WalkDir(os.DirFS("."), ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		code.Write(source)
		return err
	}))
	read := map[string]bool{}
	for _, name := range regexp.MustCompile(`\.[A-Z]\w*`).FindAllString(code.String(), -1) {
		read[name[1:]] = true
	}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[assets.WizardTexts]()) {
		if !read[field.Name] {
			t.Errorf("no code reads %s", field.Name)
		}
	}
}

// TestMotivationSaysWhereItGoes looks for the privacy line at what a member would like to take up.
func TestMotivationSaysWhereItGoes(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 120, 36)
	s.root.push(screen.Place{Kind: screen.MemberCard, ID: s.plan().Members[0].ID})
	s.press("@motivation").sees("Het komt in geen verslag", "planbestand")
}
