package command

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// earlier is a file that an earlier build made, and the plan "plan" in it as that build exported it. Both are called for
// the commit that it was built from; beside that plan the file holds one called "buurschool".
type earlier struct {
	name     string
	format   string
	database []byte
	exported []byte
}

// earlierFormats are those of the files that are not of format 1.
var earlierFormats = map[string]string{"8fc174a": "2", "07f5dfe": "3", "b322de3": "4", "7196d2a": "5"}

// earlierBuilds gives those in testdata/earlier.
func earlierBuilds(t *testing.T) (all []earlier) {
	t.Helper()
	packed, err := filepath.Glob(filepath.Join("testdata", "earlier", "*.db.gz"))
	if err != nil || len(packed) == 0 {
		t.Fatalf("no files of earlier builds: %v", err)
	}
	for _, path := range packed {
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		unpacked, err := gzip.NewReader(file)
		if err != nil {
			t.Fatal(err)
		}
		database, err := io.ReadAll(unpacked)
		if err != nil {
			t.Fatal(err)
		}
		exported, err := os.ReadFile(strings.TrimSuffix(path, ".db.gz") + ".json")
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".db.gz")
		all = append(all, earlier{name, cmp.Or(earlierFormats[name], "1"), database, exported})
	}
	return all
}

// file puts the database in a folder of its own, as p.db.
func (e earlier) file(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "p.db")
	if err := os.WriteFile(path, e.database, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// exportOf gives a plan of a file as it is now.
func (c *computer) exportOf(t *testing.T, path, plan string) string {
	t.Helper()
	c.calls(t, statusDone, "", "--file", path, "--plan", plan, "export", "--format", "json")
	return c.said
}

// TestFilesOfEarlierBuilds hold what they held, are left as they are by whoever only looks, and are brought to the newest
// format by the first change, with a copy beside them.
func TestFilesOfEarlierBuilds(t *testing.T) {
	const said = "is aangepast aan deze versie van stappenplan. Zoals het was, staat het in "
	for _, build := range earlierBuilds(t) {
		t.Run(build.name, func(t *testing.T) {
			c, path := newComputer(t), build.file(t)
			beside := "p.v" + build.format + ".db"
			copied := filepath.Join(filepath.Dir(path), beside)
			now, neighbour := c.exportOf(t, path, "plan"), c.exportOf(t, path, "buurschool")
			if !holds(t, []byte(now), build.exported) {
				t.Errorf("what that build exported is not in what is exported now:\n%s", now)
			}
			for _, look := range []string{"status", "history", "export --format md", "import --dry-run " + written(t, "one.json", onePlan), "--plain"} {
				c.calls(t, statusDone, "stop\n", slices.Concat([]string{"--file", path, "--plan", "plan"}, strings.Fields(look))...)
			}
			c.calls(t, statusDone, "", "--file", path, "check")
			if content, err := os.ReadFile(path); err != nil || !bytes.Equal(content, build.database) {
				t.Errorf("looking changed the file: %v", err)
			}
			if names := namesBeside(t, path); !slices.Equal(names, []string{"p.db"}) {
				t.Errorf("there are %v", names)
			}

			changed := strings.Replace(now, `"name": "Atheneum `+build.name+`"`, `"name": "Atheneum Kade"`, 1)
			c.calls(t, statusDone, "", "--file", path, "--plan", "plan", "import", "--yes", written(t, "changed.json", changed))
			c.says(t, "Ingelezen. Ongedaan", path+" "+said+copied)
			if got := c.exportOf(t, path, "plan"); changed == now || got != changed || c.exportOf(t, path, "buurschool") != neighbour {
				t.Errorf("after the change the plan is\n%s", got)
			}
			if content, err := os.ReadFile(copied); err != nil || !bytes.Equal(content, build.database) {
				t.Errorf("the copy is not the file as it was: %v", err)
			}
			if c.exportOf(t, copied, "plan") != now {
				t.Errorf("the copy holds\n%s", c.said)
			}

			c.calls(t, statusDone, "", "--file", path, "--plan", "plan", "undo")
			if strings.Contains(c.said, said) {
				t.Errorf("it says again:\n%s", c.said)
			}
			if names := namesBeside(t, path); !slices.Equal(names, []string{"p.backups", "p.db", beside}) || c.exportOf(t, path, "plan") != now {
				t.Errorf("there are %v, and undone the plan is\n%s", names, c.said)
			}
			c.calls(t, statusDone, "", "--file", path, "check")
		})
	}
}

// TestTheQuestionsTellOfTheCopy when they are over, in the language of the person.
func TestTheQuestionsTellOfTheCopy(t *testing.T) {
	c, path := newComputer(t), earlierBuilds(t)[0].file(t)
	c.calls(t, statusDone, "y\n\n\nstop\n", "--file", path, "--plan", "buurschool", "--plain", "--lang", "en")
	c.says(t, path+" was brought to this version of stappenplan. As it was, it is in "+filepath.Join(filepath.Dir(path), "p.v1.db"))
}

// holds says whether everything in one plan file is in another, which may have fields more.
func holds(t *testing.T, all, part []byte) bool {
	t.Helper()
	var in, of any
	if err := json.Unmarshal(all, &in); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(part, &of); err != nil {
		t.Fatal(err)
	}
	return holdsValue(in, of)
}

func holdsValue(all, part any) bool {
	switch part := part.(type) {
	case map[string]any:
		in, same := all.(map[string]any)
		for key := range part {
			same = same && holdsValue(in[key], part[key])
		}
		return same
	case []any:
		in, same := all.([]any)
		return same && slices.EqualFunc(in, part, holdsValue)
	}
	return all == part
}

// namesBeside are those of the files in the folder of a file.
func namesBeside(t *testing.T, path string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
