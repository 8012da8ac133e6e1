package command

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/store"
)

// thatWentOn is a file whose plan went on in another, in another folder.
func thatWentOn(t *testing.T) (c *computer, path, later string) {
	t.Helper()
	c, folder := withState(t)
	path, later = planWithBackup(t, c), filepath.Join(folder, "stappenplan-2026-11-24.db")
	if err := os.WriteFile(later, []byte(contentOf(t, path)), 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", later, "plans", "--rename", "Vierde school")
	(&program{environment: c.environment}).wentOn(path, later)
	return c, path, later
}

// TestAFileInWhichAPlanWentOnIsACopy: it is erased and encrypted as the backups are, also once a backup took the place of the first; and it is named.
func TestAFileInWhichAPlanWentOnIsACopy(t *testing.T) {
	for name, before := range map[string]func(c *computer, path string){
		"at once": func(*computer, string) {},
		"after a backup was put back": func(c *computer, path string) {
			c.calls(t, statusDone, "", "--file", path, "restore", "--yes", store.Backups(store.BackupFolder(path))[0].Moment())
		},
	} {
		t.Run(name, func(t *testing.T) {
			c, path, later := thatWentOn(t)
			before(c, path)
			c.calls(t, statusDone, "", "--file", path, "erase", "--yes", "name:Tweede school")
			c.says(t, "Ook in het bestand waarin dit plan verderging: "+later)
			nowhere(t, filepath.Dir(later), "Tweede school")
			c.calls(t, statusDone, aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt", "--yes")
			c.says(t, "Ook in het bestand waarin dit plan verderging: "+later)
			nowhere(t, filepath.Dir(later), "Vierde school")
			c.calls(t, statusDone, aPhrase+"\n", "--file", later, "check")
		})
	}
}

// TestInWhichFileAPlanWentOnIsNotForgotten, however many others are opened after it; once that file was removed it is, when there comes another.
func TestInWhichFileAPlanWentOnIsNotForgotten(t *testing.T) {
	c, path, later := thatWentOn(t)
	for n := range mostRecent + 3 {
		c.calls(t, statusDone, "1\nja\nstop\n", "--file", filepath.Join(t.TempDir(), fmt.Sprint(n)+".db"), "--plain")
	}
	c.calls(t, statusDone, "", "--file", later, "erase", "--yes", "name:Vierde school")
	c.calls(t, statusDone, "", "--file", path, "erase", "--yes", "name:Tweede school")
	c.says(t, "Ook in het bestand waarin dit plan verderging: "+later)
	nowhere(t, filepath.Dir(later), "Tweede school")
	p := &program{environment: c.environment}
	if err := os.Remove(later); err != nil {
		t.Fatal(err)
	}
	known := p.state().Files[path].entries()
	if p.wentOn(filepath.Join(t.TempDir(), "a.db"), path); len(p.state().Files[path].copies()) > 0 || known == 0 || p.state().Files[path].entries() != known {
		t.Errorf("of a file whose copy was removed %+v is remembered", p.state().Files[path])
	}
}

// TestAFileInWhichAPlanWentOnThatIsOutOfReachIsNamed, and one that is damaged stays as it is; one that was removed is not spoken of.
func TestAFileInWhichAPlanWentOnThatIsOutOfReachIsNamed(t *testing.T) {
	for name, happens := range map[string]func(later string) error{
		"away": func(later string) error { return os.RemoveAll(filepath.Dir(later)) }, "damaged": func(later string) error { return os.Truncate(later, 12_000) }, "removed": os.Remove,
	} {
		for _, call := range [][]string{{"erase", "--yes", "name:Tweede school"}, {"encrypt", "--yes"}} {
			c, path, later := thatWentOn(t)
			if err := happens(later); err != nil {
				t.Fatal(err)
			}
			c.calls(t, statusDone, aPhrase+"\n"+aPhrase+"\n", append([]string{"--file", path}, call...)...)
			if named := strings.Contains(c.said, later); named != (name != "removed") {
				t.Errorf("%s, %s:\n%s", name, call[0], c.said)
			}
			if _, err := os.Stat(later); name == "damaged" && err != nil {
				t.Errorf("the damaged one: %v", err)
			}
		}
	}
}

// TestBackupsOfTheFileThatAPlanCameFromFollow, and that file itself is named.
func TestBackupsOfTheFileThatAPlanCameFromFollow(t *testing.T) {
	c, _ := withState(t)
	path := planWithBackup(t, c)
	if err := os.Truncate(path, 12_000); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "j\nstop\n", "--file", path, "--plain")
	fresh := filepath.Join(filepath.Dir(path), "p-2026-11-24.db")
	c.calls(t, statusDone, aPhrase+"\n"+aPhrase+"\n", "--file", fresh, "encrypt", "--yes")
	c.says(t, "Deze bestanden blijven leesbaar", path)
	nowhere(t, store.BackupFolder(path), "Tweede school", "Basisschool")
}

// TestCommandsSpeakOfTheFileInWhichAPlanWentOn, whatever became of the one that is named.
func TestCommandsSpeakOfTheFileInWhichAPlanWentOn(t *testing.T) {
	c, path, later := thatWentOn(t)
	open := `stappenplan --file "` + later + `"`
	for _, call := range []string{"status", "check"} {
		c.calls(t, statusDone, "", "--file", path, call)
		c.says(t, "Dit plan ging verder in "+later+", met 1 wijziging die hier niet is. Open dat: "+open)
	}
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	for _, call := range []string{"status", "check", "undo"} {
		c.calls(t, statusRefused, "", "--file", path, call)
		c.says(t, "je plan ging verder in "+later+". Open dat: "+open)
	}

	damaged, fresh := damagedPlan(t, c), filepath.Join(t.TempDir(), "fresh.db")
	c.calls(t, statusDone, "", "--file", damaged, "salvage", fresh)
	open = `stappenplan --file "` + fresh + `"`
	for _, call := range []string{"status", "check", "undo"} {
		c.calls(t, statusRefused, "", "--file", damaged, call)
		if c.says(t, "je plan ging verder in "+fresh+". Open dat: "+open); strings.Contains(c.wrong, "salvage NIEUW") {
			t.Errorf("%s says to salvage it again:\n%s", call, c.wrong)
		}
	}

	c.calls(t, statusDone, "", "--file", path, "restore", "--yes", store.Backups(store.BackupFolder(path))[0].Moment())
	c.calls(t, statusDone, "", "--file", path, "status") // a backup was put back: this is the file again
	if strings.Contains(c.said, "ging verder") {
		t.Errorf("it still says that it went on:\n%s", c.said)
	}
}

// TestARescuedPlanIsSpokenOfWhereItIs while the questions go on.
func TestARescuedPlanIsSpokenOfWhereItIs(t *testing.T) {
	c, path, later := thatWentOn(t)
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch), keyring: &keyring{}, flags: flags{file: path}}
	f := p.filesOf(&session.Session{Texts: p.texts, Place: path})
	f.session.Place = later
	if said := f.Command("encrypt"); said != `stappenplan --file "`+later+`" encrypt` {
		t.Errorf("it says %s", said)
	}
}

// TestADamagedFileThatAPlanCameFromIsNamedOnce, and that nothing can be erased there.
func TestADamagedFileThatAPlanCameFromIsNamedOnce(t *testing.T) {
	c, _ := withState(t)
	path := damagedPlan(t, c)
	t.Chdir(filepath.Dir(path))
	c.calls(t, statusDone, "", "--file", "p.db", "salvage", "fresh.db")
	c.calls(t, statusDone, "", "--file", "fresh.db", "erase", "--yes", "name:Eerste school")
	if c.says(t, "zijn beschadigd, en daar kan niets in gewist worden"); strings.Count(c.said, "p.db") != 1 || strings.Contains(c.said, "wis het daar ook") {
		t.Errorf("it says\n%s", c.said)
	}
}

// TestATextThatWasKeptIsNamed: it may hold what is erased or encrypted.
func TestATextThatWasKeptIsNamed(t *testing.T) {
	for _, call := range [][]string{{"erase", "--yes", "name:Tweede school"}, {"encrypt", "--yes"}} {
		c := newComputer(t)
		path := planWithBackup(t, c)
		kept, other := filepath.Join(filepath.Dir(path), "p-tekst-2026-11-24.txt"), filepath.Join(filepath.Dir(path), "p-tekst.txt")
		if err := errors.Join(os.WriteFile(kept, []byte("Tweede school"), 0o600), os.WriteFile(other, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
		c.calls(t, statusDone, aPhrase+"\n"+aPhrase+"\n", append([]string{"--file", path}, call...)...)
		c.says(t, kept)
		if strings.Contains(c.said, other) {
			t.Errorf("it names what it did not make:\n%s", c.said)
		}
	}
}
