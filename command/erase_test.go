package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

// nowhere fails the test where a text is in a file under a folder, in its name or in its bytes, as UTF-8 or as UTF-16.
func nowhere(t *testing.T, folder string, texts ...string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		content = append(content, entry.Name()...)
		for _, text := range texts {
			var little, big []byte
			for _, unit := range utf16.Encode([]rune(text)) {
				little, big = append(little, byte(unit), byte(unit>>8)), append(big, byte(unit>>8), byte(unit))
			}
			for _, form := range [][]byte{[]byte(text), little, big, []byte(strings.ToLower(text)), []byte(steps.Slug(text))} {
				if bytes.Contains(content, form) {
					t.Errorf("%q is in %s", form, path)
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// zoeIn is the example school in a file, with a past: somebody was in the team under another name, is named in texts and ids, left
// pages free, and is in every kind of copy.
func zoeIn(t *testing.T, c *computer, path string) {
	t.Helper()
	entries := assets.Example()
	all := store.Plans{"plan": steps.EntriesOf(entries)}
	s, err := store.CreateWith(path, all)
	if err != nil {
		t.Fatal(err)
	}
	last := uint64(len(entries))
	add := func(by string, changes ...steps.Change) {
		t.Helper()
		last++
		if err := s.Append("plan", last-1, steps.NewEntry(c.newID(), c.clock(), by, changes...)); err != nil {
			t.Fatal(err)
		}
	}
	add("", steps.Change{Kind: steps.ChangeMember, Member: "zoe", Name: steps.Set("Zoë Quintus"), Motivation: steps.Set("graag en veel")})
	add("Zoë Quintus", steps.Change{Kind: steps.ChangeMember, Member: "zoe", Name: steps.Set("Zoë Xantippe")},
		steps.Change{Kind: steps.ChangeAction, Action: "bel-zoe-quintus", What: steps.Set("Bel zoe quintus, of zquintus@school.be"), Owner: steps.Set("member:zoe")})
	for i := range 6 {
		add("Zoë Xantippe", steps.Change{Kind: steps.ChangeAnswer, Step: steps.Vision, Note: steps.Set(strings.Repeat("Z. Quintus zei: ", 40+i))})
	}
	add("Zoë Xantippe", steps.Change{Kind: steps.ChangeRemove, Member: "zoe"})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", path, "backup")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{strings.TrimSuffix(filepath.Base(path), ".db") + ".v3.db", ".stappenplan-1.copy", ".stappenplan-2.new"} {
		if err := os.WriteFile(filepath.Join(filepath.Dir(path), name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, half := range map[string][]byte{
		"2026-01-01T000000Z-0009.db": content[:len(content)/2],
		".stappenplan-3.copy":        content[:len(content)/2], // a backup that was being written
		".stappenplan-4.copy":        content[len(content)/2:],
		".stappenplan-5.part":        []byte("half a document about Zoë Quintus"),
	} {
		if err := os.WriteFile(filepath.Join(store.BackupFolder(path), name), half, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestErasedIsInNoByteOfTheFolder(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	zoeIn(t, c, path)
	elsewhere := filepath.Join(t.TempDir(), "old.db")
	c.calls(t, statusDone, "", "--file", path, "backup", elsewhere)
	before, _ := os.ReadFile(elsewhere)

	c.inTerminal = false
	c.calls(t, statusRefused, "", "--file", path, "erase", "member:zoe")
	c.says(t, "Dit wordt gewist: Zoë Xantippe.", "Ook gekend als: Zoë Quintus", "Atheneum Klaverdam: 9 wijzigingen", "4 back-ups en kopieën", "4 beschadigde kopieën", "Voeg --yes toe")
	c.calls(t, statusDone, "", "--file", path, "--by", "Bart Claes", "erase", "member:zoe", "--yes")
	gone := []string{"Zoë Quintus", "Zoë Xantippe", "Z. Quintus", "zquintus", "graag en veel"}
	nowhere(t, filepath.Dir(path), gone...)
	c.calls(t, statusDone, "", "--file", path, "check")
	c.calls(t, statusDone, "", "--file", path, "history")
	c.says(t, "Bart Claes  ronde 2  Gegevens gewist: [gewist] 1")
	c.calls(t, statusDone, "", "--file", path, "erase", "name:Zoë Quintus", "--yes")
	c.says(t, "Er is nergens iets te wissen")

	c.calls(t, statusDone, "", "--file", path, "plans", "--rename", "Nieuwe naam")
	c.calls(t, statusDone, "", "--file", path, "restore", elsewhere, "--yes")
	nowhere(t, filepath.Dir(path), gone...)
	c.calls(t, statusDone, "", "--file", path, "history")
	c.says(t, "Gegevens gewist: [gewist] 1")
	if after, _ := os.ReadFile(elsewhere); !bytes.Equal(before, after) {
		t.Error("a copy that stands elsewhere changed")
	}
}

// addTo adds an entry to a file, by and about the person who is erased.
func addTo(t *testing.T, c *computer, path, id string) {
	t.Helper()
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := s.Load("plan")
	if err == nil {
		err = s.Append("plan", uint64(entries.Len()), steps.NewEntry(id, c.clock(), "Zoë Xantippe",
			steps.Change{Kind: steps.ChangeAnswer, Step: steps.Awareness, Note: steps.Set("Zoë Xantippe regelt de stick")}))
	}
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
}

// What the other laptop added about somebody who was erased here comes without the name, and its copy stays as it is.
func TestMergingFollowsWhatWasErased(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	zoeIn(t, c, path)
	other := filepath.Join(t.TempDir(), "other.db")
	c.calls(t, statusDone, "", "--file", path, "backup", other)
	addTo(t, c, other, "theirs")
	before, _ := os.ReadFile(other)
	c.calls(t, statusDone, "", "--file", path, "erase", "name:Zoë Xantippe", "--yes")
	c.calls(t, statusDone, "", "--file", path, "merge", other, "--keep", "theirs", "--yes")
	if said := c.exportOf(t, path, "plan"); !strings.Contains(said, "[gewist] regelt de stick") {
		t.Error(said)
	}
	nowhere(t, filepath.Dir(path), "Zoë Quintus", "Zoë Xantippe")
	if after, _ := os.ReadFile(other); !bytes.Equal(before, after) {
		t.Error("the other's copy changed")
	}
}

// Two laptops: who was erased on the other goes from ours too, from its backups and left-overs, when the two are merged; it is said and
// asked before, and nothing of the other's copy changes.
func TestAnErasureComesWithAMerge(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	zoeIn(t, c, path)
	other := filepath.Join(t.TempDir(), "other.db")
	c.calls(t, statusDone, "", "--file", path, "backup", other)
	c.calls(t, statusDone, "", "--file", path, "--by", "Zoë Xantippe", "import", "--yes", written(t, "two.json", `{"format": "stappenplan/1", "school": {"name": "Atheneum Klaverdam"},
		"answers": {"awareness": {"choice": "yes", "note": "Zoë Xantippe regelt de stick met Bart Claes"}}}`))
	c.calls(t, statusDone, "", "--file", other, "--by", "An Peeters", "erase", "name:Zoë Xantippe", "--yes")
	before, gone := contentOf(t, other), []string{"Zoë Quintus", "Zoë Xantippe", "Z. Quintus", "zquintus", "graag en veel"}

	c.calls(t, statusDone, "n\n", "--file", path, "merge", other)
	c.says(t, "Daar werd gewist: Zoë Quintus, Zoë Xantippe.", "Dat wordt hier ook gewist", "Het kan niet ongedaan", "Samenvoegen? [j/n]")
	if said := c.exportOf(t, path, "plan"); !strings.Contains(said, "Zoë Xantippe regelt") {
		t.Errorf("a no erased something:\n%s", said)
	}
	c.calls(t, statusDone, "", "--file", path, "merge", other, "--json")
	c.says(t, `"merged": false`, `"erased": 10`)
	c.calls(t, statusDone, "j\n", "--file", path, "merge", other)
	c.says(t, "Samengevoegd: 1 wijziging erbij.", "Wat daar gewist was, is hier ook gewist")
	nowhere(t, filepath.Dir(path), gone...)
	c.calls(t, statusDone, "", "--file", path, "check")
	if said := c.exportOf(t, path, "plan"); !strings.Contains(said, "[gewist] regelt de stick met Bart Claes") {
		t.Error(said)
	}
	c.calls(t, statusDone, "", "--file", path, "history")
	c.says(t, "An Peeters  ronde 2  Gegevens gewist: [gewist] 1")
	if contentOf(t, other) != before {
		t.Error("the other's copy changed")
	}
	c.calls(t, statusDone, "", "--file", path, "restore")
	c.says(t, "voor het samenvoegen")
	c.calls(t, statusDone, "", "--file", path, "merge", other, "--yes")
	c.says(t, "staat niets wat hier niet is")
	c.calls(t, statusDone, "", "--file", other, "merge", path, "--yes", "--keep", "theirs")
	nowhere(t, filepath.Dir(other), gone...)
}

// It goes on where it stopped, also where the copy that it came from is gone by then.
func TestAMergeThatErasesIsInterrupted(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	zoeIn(t, c, path)
	other := filepath.Join(t.TempDir(), "other.db")
	c.calls(t, statusDone, "", "--file", path, "backup", other)
	c.calls(t, statusDone, "", "--file", other, "erase", "name:Zoë Xantippe", "--yes")
	content := contentOf(t, other) // as ours is when it was rewritten, and its copies were not
	if err := errors.Join(os.WriteFile(path, []byte(content), 0o600), os.Remove(other), store.Intend(path, store.Intent{What: []byte(`{"follow":true,"mark":""}`)})); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", path, "plans", "--rename", "Nieuwe naam")
	c.says(t, "Het wissen dat begonnen was, is nu af: wat in een andere kopie gewist was")
	nowhere(t, filepath.Dir(path), "Zoë Quintus", "Zoë Xantippe")
}

// A conflict copy that a sync program put beside the file is merged between two runs of the questions: the same goes then.
func TestAnErasureComesWithACopyBeside(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	zoeIn(t, c, path)
	other := filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "backup", other)
	c.calls(t, statusDone, "", "--file", other, "erase", "name:Zoë Xantippe", "--yes")
	beside := filepath.Join(filepath.Dir(path), "p-LAPTOP-4F2K.db")
	if err := os.Rename(other, beside); err != nil {
		t.Fatal(err)
	}
	c.stateFolder = t.TempDir()
	c.calls(t, statusDone, "samenvoegen\nj\n\nstop\n", "--file", path, "--plain", "--by", "Zoë Xantippe")
	if other := assets.Load(assets.Dutch).Merge.Beside.Other; strings.Contains(c.said, string(other)) {
		t.Errorf("the file is taken for another one after it was erased from:\n%s", c.said)
	}
	c.says(t, "Daar werd gewist: Zoë Quintus, Zoë Xantippe.", "Samengevoegd: 1 wijziging erbij.")
	nowhere(t, filepath.Dir(path), "Zoë Quintus", "Zoë Xantippe", "zquintus")
	c.calls(t, statusDone, "", "--file", path, "check")
}

// What was begun when the program was ended is done by whoever changes something next.
func TestErasingThatWasInterrupted(t *testing.T) {
	for name, happened := range map[string]func(p *program, path string, x erasure) error{
		"before anything": func(*program, string, erasure) error { return nil },
		"after the file": func(p *program, path string, x erasure) error {
			return store.Rewrite(path, nil, func(plans store.Plans) (store.Plans, error) { return p.without(plans, x) }, nil)
		},
		"before the ending": func(p *program, path string, x erasure) error { return p.carryOut(path, intended{erasure: x}) },
	} {
		t.Run(name, func(t *testing.T) {
			c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
			zoeIn(t, c, path)
			x := erasure{Names: []string{"Zoë Xantippe", "Zoë Quintus"}, Mark: "[gewist]"}
			p := &program{environment: c.environment, texts: assets.Load(assets.Dutch)}
			if err := happened(p, path, x); err != nil {
				t.Fatal(err)
			}
			if err := store.Intend(path, *intended{erasure: x}.intent()); err != nil {
				t.Fatal(err)
			}
			c.calls(t, statusDone, "", "--file", path, "plans", "--rename", "Nieuwe naam")
			c.says(t, "Het wissen dat begonnen was, is nu af: Zoë Xantippe")
			nowhere(t, filepath.Dir(path), "Zoë Quintus", "Zoë Xantippe")
			c.calls(t, statusDone, "", "--file", path, "check")
		})
	}
}

func TestErasingAPlanAndASheet(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	zoeIn(t, c, path)
	c.calls(t, statusDone, "", "--file", path, "plans", "--add", "Buurschool")
	c.calls(t, statusUsage, "", "--file", path, "erase", "answers:improvement", "--yes")
	c.calls(t, statusDone, "", "--file", path, "--plan", "plan", "erase", "answers:improvement", "--yes")
	c.says(t, "het werkblad Verbetercyclus van plan plan")
	exported := c.exportOf(t, path, "plan")
	if strings.Contains(exported, `"improvement"`) || !strings.Contains(exported, `"sheets"`) {
		t.Error("the sheet is still there, or the others are not")
	}
	c.calls(t, statusDone, "", "--file", path, "erase", "plan:plan", "--yes")
	nowhere(t, filepath.Dir(path), "Zoë Quintus", "Klaverdam")
	c.calls(t, statusDone, "", "--file", path, "plans")
	c.says(t, "Buurschool")
	c.calls(t, statusDone, "", "--file", path, "check")
}

// A part of the name that stands alone is shown, and goes only where that is agreed to.
func TestANameThatStandsAlone(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", `{"format": "stappenplan/1",
		"answers": {"vision": {"choice": "no", "note": "Yusuf vraagt het. Yusuf Demir volgt het op."}}, "members": [{"id": "yusuf", "name": "Yusuf Demir"}]}`))
	c.calls(t, statusDone, "", "--file", path, "erase", "member:yusuf", "--yes")
	c.says(t, "deel van de naam alleen", "1  Yusuf vraagt het.")
	if said := c.exportOf(t, path, "plan"); !strings.Contains(said, "Yusuf vraagt het. [gewist] volgt het op.") {
		t.Error(said)
	}
	c.calls(t, statusDone, "", "--file", path, "erase", "name:Yusuf Demir", "--first-names", "--yes")
	if said := c.exportOf(t, path, "plan"); !strings.Contains(said, "[gewist] vraagt het. [gewist] volgt het op.") {
		t.Error(said)
	}
	nowhere(t, filepath.Dir(path), "Yusuf", "Demir")
}

func TestWhatIsNotErased(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusRefused, "", "--file", path, "erase", "member:an", "--yes")
	zoeIn(t, c, path)
	for _, call := range []struct {
		status int
		what   string
		says   string
	}{
		{statusUsage, "an", "zegt niet wat er weg moet"}, {statusUsage, "member:", "zegt niet wat er weg moet"},
		{statusRefused, "member:niemand", "erase --years 0"}, {statusRefused, "plan:other", "other"}, {statusRefused, "answers:nothing", "geen werkblad"},
		{statusDone, "name:Niemand Ooit", "Er is nergens iets te wissen van Niemand Ooit"},
	} {
		c.calls(t, call.status, "", "--file", path, "erase", call.what, "--yes")
		c.says(t, call.says)
	}
	c.calls(t, statusRefused, "", "--example", "erase", "member:an", "--yes")
	open, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusRefused, "", "--file", path, "erase", "member:zoe", "--yes")
	c.says(t, "is al open")
	open.Close()
	c.calls(t, statusDone, "", "--file", path, "erase", "--years", "0")
	c.says(t, "Zoë Xantippe  weg sinds", `erase "name:Zoë Xantippe"`)
}

// A kill at any moment leaves the file as it was or as it is to be, and what was begun is finished by the next start.
func TestErasingIsFinishedAfterAKill(t *testing.T) {
	made := filepath.Join(t.TempDir(), "p.db")
	zoeIn(t, newComputer(t), made)
	random, program := rand.New(rand.NewPCG(*seed, 0)), installedHere(t)
	w := work{name: "erasing", args: []string{"erase", "name:Zoë Xantippe", "--yes"}, said: "Gewist uit"}
	tally, usual := map[string]int{}, time.Duration(0)
	for i := range *kills + 1 {
		folder, ctx, end := t.TempDir(), t.Context(), func() {}
		if err := os.CopyFS(folder, os.DirFS(filepath.Dir(made))); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, "p.db")
		before := newComputer(t).exportOf(t, path, "plan")
		if i > 0 {
			ctx, end = context.WithTimeout(ctx, time.Duration((0.2+random.Float64())*float64(usual)))
		}
		begin := time.Now()
		said := w.do(ctx, program, folder, 0, math.MaxInt)
		end()
		if i == 0 {
			usual = time.Since(begin)
		}
		c, begun := newComputer(t), toBeDone(t, path) != nil
		tally[fmt.Sprintf("said %d, begun %v", said, begun)]++
		c.calls(t, statusDone, "", "--file", path, "check")
		c.calls(t, statusDone, "", "--file", path, "plans", "--rename", "Atheneum Klaverdam")
		c.calls(t, statusDone, "", "--file", path, "check")
		if begun || said > 0 {
			nowhere(t, folder, "Zoë Quintus", "Zoë Xantippe")
		} else if now := c.exportOf(t, path, "plan"); now != before && strings.Contains(now, "Quintus") {
			t.Errorf("it is neither as before nor erased:\n%s", now)
		}
	}
	t.Logf("seed %d, usually %v: %v", *seed, usual, tally)
}

// TestALeftOverOfAnotherSchoolStays, whose first plan has the same id: also of a check that goes on elsewhere, whole or not.
func TestALeftOverOfAnotherSchoolStays(t *testing.T) {
	c, folder, temporary := newComputer(t), t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Setenv("TMP", temporary)
	path, other := filepath.Join(folder, "p.db"), filepath.Join(t.TempDir(), "q.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", other, "import", written(t, "another.json", anotherPlan))
	content := bytesOf(t, other)
	left := map[string][]byte{
		filepath.Join(folder, ".stappenplan-123.new"):      content,
		filepath.Join(temporary, "stappenplan-check-1.db"): content,
		filepath.Join(temporary, "stappenplan-check-2.db"): content[:len(content)/2],
		filepath.Join(folder, ".stappenplan-4.copy"):       content[:len(content)/2],
	}
	for name, before := range left {
		if err := os.WriteFile(name, before, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c.calls(t, statusDone, "", "--file", path, "erase", "--yes", "plan:plan")
	for name, before := range left {
		if now, err := os.ReadFile(name); err != nil || !bytes.Equal(now, before) {
			t.Errorf("%s of another school is changed: %v", name, err)
		}
	}
}

// A plan that was erased whole does not come back: not by putting back a copy that stood elsewhere, and not by a merge. What the file keeps
// of it names nobody, and goes on with what is put back.
func TestAnErasedPlanStaysAway(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	zoeIn(t, c, path)
	elsewhere := t.TempDir()
	alone, both := filepath.Join(elsewhere, "alone.db"), filepath.Join(elsewhere, "both.db")
	c.calls(t, statusDone, "", "--file", path, "backup", alone)
	c.calls(t, statusDone, "", "--file", path, "plans", "--add", "Buurschool")
	c.calls(t, statusDone, "", "--file", path, "backup", both)
	c.calls(t, statusDone, "", "--file", path, "erase", "plan:plan", "--yes")
	before := contentOf(t, path)

	c.calls(t, statusDone, "", "--file", path, "restore", alone, "--yes")
	c.says(t, "Gewist, en het komt niet terug: Atheneum Klaverdam.", "Verder staat er niets in die back-up")
	c.calls(t, statusRefused, "", "--file", path, "merge", alone, "--yes", "--keep", "theirs")
	c.says(t, "is hier gewist, en komt niet terug")
	c.calls(t, statusDone, "", "--file", path, "merge", both, "--yes", "--keep", "theirs")
	if strings.Contains(c.said, "ook een plan dat hier niet is") {
		t.Errorf("the plan that was erased is missed:\n%s", c.said)
	}
	if contentOf(t, path) != before {
		t.Error("the file changed")
	}
	c.calls(t, statusDone, "", "--file", path, "plans", "--rename", "Nieuwe naam")
	c.calls(t, statusDone, "", "--file", path, "restore", both, "--yes")
	c.says(t, "Gewist, en het komt niet terug: Atheneum Klaverdam.")
	c.calls(t, statusDone, "", "--file", path, "restore", alone, "--yes")
	c.says(t, "Verder staat er niets in die back-up")
	nowhere(t, filepath.Dir(path), "Zoë Quintus", "Klaverdam")
	c.calls(t, statusDone, "", "--file", path, "check")
	c.calls(t, statusDone, "", "--file", both, "--plan", "buurschool", "merge", path, "--yes", "--keep", "theirs")
	c.says(t, "Daar is het plan plan gewist, dat hier nog staat", "erase plan:plan")
}

// Two laptops. Whatever comes after an erasure, in whatever order (the other's copy merged, with what was said there since; an old copy or a
// backup put back; undo; more answers), the name is in no byte of the first laptop's folder, and nothing of the other's changes.
func TestWhoeverWasErasedStaysErased(t *testing.T) {
	random := rand.New(rand.NewPCG(*seed, 1))
	for range 3 {
		c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
		zoeIn(t, c, path)
		elsewhere := t.TempDir()
		other, old := filepath.Join(elsewhere, "other.db"), filepath.Join(elsewhere, "old.db")
		for _, to := range []string{other, old} {
			c.calls(t, statusDone, "", "--file", path, "backup", to)
		}
		addTo(t, c, other, "theirs")
		before := map[string]string{other: contentOf(t, other), old: contentOf(t, old)}
		c.calls(t, statusDone, "", "--file", path, "erase", "name:Zoë Xantippe", "--yes")
		steps := map[string]func(){
			"merge":   func() { c.calls(t, statusDone, "", "--file", path, "merge", other, "--yes", "--keep", "theirs") },
			"restore": func() { c.calls(t, statusDone, "", "--file", path, "restore", old, "--yes") },
			"backup": func() {
				backups := store.Backups(store.BackupFolder(path))
				c.calls(t, statusDone, "", "--file", path, "restore", backups[random.IntN(len(backups))].Moment(), "--yes")
			},
			"undo": func() { c.calls(t, statusDone, "", "--file", path, "undo") },
			"answer": func() {
				c.calls(t, statusDone, "", "--file", path, "plans", "--rename", fmt.Sprintf("School %d", random.IntN(100)))
			},
		}
		order := append(sortedKeys(steps), "merge", "backup")
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for did, name := range order {
			steps[name]()
			nowhere(t, filepath.Dir(path), "Zoë Quintus", "Zoë Xantippe", "Z. Quintus", "zquintus")
			if t.Failed() {
				t.Fatalf("after %v", order[:did+1])
			}
		}
		c.calls(t, statusDone, "", "--file", path, "check")
		for file, content := range before {
			if contentOf(t, file) != content {
				t.Errorf("%s changed after %v", file, order)
			}
		}
		t.Logf("seed %d: %v", *seed, order)
	}
}
