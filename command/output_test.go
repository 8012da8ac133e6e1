package command

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"stappenplan/assets"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// database makes a file with a plan, at a path of any name.
func database(t *testing.T, path string) string {
	t.Helper()
	newComputer(t).calls(t, statusDone, "", "--file", path, "import", written(t, "plan.json", onePlan))
	return path
}

// fromScreens writes a file the way the screens do, once a person agreed to replace what stands there.
func (c *computer) fromScreens(t *testing.T, plan, path string) error {
	t.Helper()
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch), flags: flags{file: plan}}
	session := p.sessionOn(example(), firstPlan)
	if err := session.Reload(); err != nil {
		t.Fatal(err)
	}
	_, err := p.filesOf(session).Export(session, screen.File{Path: path, Format: "json", Replace: true})
	return err
}

func TestNoDatabaseIsEverWrittenOver(t *testing.T) {
	c, folder := newComputer(t), t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	plan := database(t, at("plan.db"))
	open, err := store.Open(database(t, at("open.db")))
	if err != nil {
		t.Fatal(err)
	}
	defer open.Close()
	whole := contentOf(t, plan)
	copied := func(name, content string) string {
		if err := os.WriteFile(at(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return at(name)
	}
	for name, path := range map[string]string{
		"the open plan":     plan,
		"one that is open":  at("open.db"),
		"by another name":   copied("board.json", whole),
		"a damaged one":     copied("damaged.json", whole[:5000]),
		"only its header 2": copied("second.json", strings.Repeat("\x00", 4096)+whole[4096:]),
	} {
		before := contentOf(t, path)
		c.calls(t, statusRefused, "", "--file", plan, "export", "--format", "json", "--output", path, "--yes")
		c.says(t, "nooit overschreven")
		if err := c.fromScreens(t, plan, path); err == nil || !strings.Contains(assets.Load(assets.Dutch).Error(err), "nooit overschreven") {
			t.Errorf("%s: the screens say %v", name, err)
		}
		if contentOf(t, path) != before {
			t.Errorf("%s changed", name)
		}
	}
	// A plan that is still to be made has its place kept.
	c.calls(t, statusRefused, "", "--file", at("new.db"), "export", "--format", "md", "--output", at("new.db"))
	c.says(t, "nooit overschreven")
	c.calls(t, statusDone, "", "--file", plan, "check")
	noPartsIn(t, folder)
}

// noPartsIn fails the test where an unfinished file was left behind.
func noPartsIn(t *testing.T, folder string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".part") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestWhatComesToStandThereMeanwhileStays(t *testing.T) {
	c := newComputer(t)
	p := &program{environment: c.environment}
	path := filepath.Join(t.TempDir(), "board.md")
	to, err := p.output(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := to.write([]byte("ours")); err == nil || contentOf(t, path) != "theirs" {
		t.Errorf("a new file was replaced: %v", err)
	}
	to, err = p.output(path) // to which a person agrees
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	before := contentOf(t, database(t, path))
	if err := to.write([]byte("ours")); err == nil || contentOf(t, path) != before {
		t.Errorf("a database was replaced: %v", err)
	}
	noPartsIn(t, filepath.Dir(path))
}

// TestOfSeveralThatWriteANewFileOneDoes has them write at the same moment to where nothing stood when each looked.
func TestOfSeveralThatWriteANewFileOneDoes(t *testing.T) {
	p := &program{environment: newComputer(t).environment}
	folder := t.TempDir()
	for round := range 100 {
		to, err := p.output(filepath.Join(folder, strconv.Itoa(round)))
		if err != nil {
			t.Fatal(err)
		}
		const writers = 8
		var written atomic.Int32
		var all sync.WaitGroup
		for range writers {
			all.Go(func() {
				if err := to.write([]byte("ours")); err == nil {
					written.Add(1)
				} else if said := assets.Load(assets.Dutch).Error(err); !strings.Contains(said, "bestaat al") {
					t.Error(said)
				}
			})
		}
		if all.Wait(); written.Load() != 1 {
			t.Errorf("%d of %d say that they wrote it", written.Load(), writers)
		}
	}
	noPartsIn(t, folder)
}

func TestAFolderThatIsNotThereIsNamed(t *testing.T) {
	c := newComputer(t)
	for _, name := range []string{"nowhere/board.md", "nowhere/deeper/board.md"} {
		c.calls(t, statusRefused, "", "--example", "export", "--output", filepath.Join(t.TempDir(), filepath.FromSlash(name)))
		c.says(t, "nowhere", "bestaat niet.\n")
	}
	c.calls(t, statusRefused, "", "--example", "export", "--output", filepath.Join(written(t, "file", "x"), "board.md"))
	c.says(t, "een deel van het pad is geen map")
}
