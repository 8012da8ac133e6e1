package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/store/storetest"
)

func modeOf(t *testing.T, path string) os.FileMode {
	t.Helper()
	info, err := os.Lstat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode()
}

func TestAnOutputFollowsLinks(t *testing.T) {
	c, folder := newComputer(t), t.TempDir()
	elsewhere := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	link := func(name, target string) string {
		if err := os.Symlink(target, at(name)); err != nil {
			t.Fatal(err)
		}
		return at(name)
	}
	board := filepath.Join(elsewhere, "board.md")
	if err := os.WriteFile(board, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(at("inner"), 0o700); err != nil {
		t.Fatal(err)
	}
	link("there", elsewhere)
	for name, l := range map[string]struct{ link, target string }{
		"absolute":       {link("a.md", board), board},
		"a chain":        {link("b.md", "a.md"), board},
		"up from a link": {link("c.md", "there/../"+filepath.Base(elsewhere)+"/board.md"), board},
		"dangling":       {link("d.md", "inner/new.md"), at("inner/new.md")},
	} {
		c.calls(t, statusDone, "", "--example", "export", "--output", l.link, "--yes")
		if modeOf(t, l.link)&os.ModeSymlink == 0 || !strings.HasPrefix(contentOf(t, l.target), "# ") {
			t.Errorf("%s: the link is %v, its target %.20q", name, modeOf(t, l.link), contentOf(t, l.target))
		}
		if err := os.WriteFile(l.target, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	plan := database(t, at("plan.db"))
	for words, path := range map[string]string{
		"naar zichzelf leidt":        link("loop.md", "loop.md"),
		"nooit overschreven":         link("plan.md", plan),
		"geen gewoon bestand":        link("folder.md", "inner"),
		"bestaat niet":               link("nowhere.md", "gone/board.md"),
		"is een bestand van stappen": link("other.md", database(t, filepath.Join(elsewhere, "other"))),
	} {
		c.calls(t, statusRefused, "", "--file", plan, "export", "--output", path, "--yes")
		c.says(t, words)
		if strings.Count(c.wrong, "\n") != 1 || modeOf(t, path)&os.ModeSymlink == 0 {
			t.Errorf("%s: %v, %s", path, modeOf(t, path), c.wrong)
		}
	}
	noPartsIn(t, folder)
	noPartsIn(t, elsewhere)
}

func TestAReplacedFileKeepsItsMode(t *testing.T) {
	c, folder := newComputer(t), t.TempDir()
	path := filepath.Join(folder, "board.md")
	c.calls(t, statusDone, "", "--example", "export", "--output", path)
	if mode := modeOf(t, path); mode != 0o600 {
		t.Errorf("a new file has %v", mode)
	}
	for _, mode := range []os.FileMode{0o644, 0o660, 0o400} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		c.calls(t, statusDone, "", "--example", "export", "--output", path, "--yes")
		if got := modeOf(t, path); got != mode {
			t.Errorf("%v became %v", mode, got)
		}
	}
}

// TestAnImportThatDoesNotFitLeavesNoFile has room for a plan in which nothing is filled in.
func TestAnImportThatDoesNotFitLeavesNoFile(t *testing.T) {
	if storetest.InChild(t) {
		return
	}
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	large := written(t, "plan.yaml", "format: stappenplan/1\nanswers: {vision: {note: "+strings.Repeat("tekst ", 15_000)+"}}")
	storetest.WithFilesUpTo(t, 50_000, func() { c.calls(t, statusRefused, "", "--file", path, "import", large) })
	c.says(t, "de schijf is vol")
	if names, _ := os.ReadDir(filepath.Dir(path)); len(names) != 0 {
		t.Errorf("there is left %v", names)
	}
	c.calls(t, statusDone, "", "--file", path, "import", large)
	c.calls(t, statusDone, "", "--file", path, "check")
}

func TestAFailedOutputLeavesNothingBehind(t *testing.T) {
	if storetest.InChild(t) {
		return
	}
	c, folder := newComputer(t), t.TempDir()
	path := filepath.Join(folder, "board.md")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	fails := func(words, path string) {
		t.Helper()
		c.calls(t, statusRefused, "", "--example", "export", "--output", path, "--yes")
		c.says(t, words)
		if strings.Count(c.wrong, "\n") != 1 {
			t.Errorf("says %q", c.wrong)
		}
	}
	fails("op deze plek kan dat niet", "/proc/board.md")
	fails("de naam of het pad is te lang", filepath.Join(folder, strings.Repeat("x", 300)+".md"))
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	storetest.AsOwner(t, func() { fails("je hebt er de rechten niet voor", path) })
	if err := os.Chmod(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o200); err != nil { // what cannot be looked at is not replaced
		t.Fatal(err)
	}
	storetest.AsOwner(t, func() { fails("je hebt er de rechten niet voor", path) })
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	storetest.WithFilesUpTo(t, 1000, func() { fails("de schijf is vol", path) })
	if contentOf(t, path) != "old" {
		t.Error("the file changed")
	}
	noPartsIn(t, folder)
}
