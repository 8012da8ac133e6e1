package command

import (
	"bytes"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/store"
	"stappenplan/store/storetest"
	"stappenplan/wizard/screen"
)

// planWithBackup makes a file with three entries and a backup of the first two, and gives its path.
func planWithBackup(t *testing.T, c *computer) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "--by", "An", "import", written(t, "one.json", onePlan))
	for _, name := range []string{"Tweede school", "Derde school"} {
		c.calls(t, statusDone, "", "--file", path, "--by", "An", "plans", "--rename", name)
	}
	hasBackups(t, path, "0002")
	return path
}

// A file that is damaged, empty or gone is offered the newest backup first, which then goes on.
func TestTheNewestBackupIsOffered(t *testing.T) {
	for name, happens := range map[string]func(path string){
		"is beschadigd":                 func(path string) { os.Truncate(path, 12_000) },
		"is leeg":                       func(path string) { os.Truncate(path, 0) },
		"is er niet meer":               func(path string) { os.Remove(path) },
		"er is niets meer van te lezen": func(path string) { os.WriteFile(path, []byte(strings.Repeat("my homework ", 3000)), 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			c := newComputer(t)
			path := planWithBackup(t, c)
			happens(path)
			c.calls(t, statusDone, "j\nstop\n", "--file", path, "--plain")
			c.says(t, name, "De nieuwste goede back-up is van 24 november 2026, 09:30: 2 wijzigingen · ronde 1", "Tweede school")
			c.calls(t, statusDone, "", "--file", path, "check")
			c.says(t, "2 wijzigingen")
		})
	}
}

func TestABackupIsNotOfferedWhereNobodyCanBeAsked(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	os.Truncate(path, 0)
	c.inTerminal = false
	c.calls(t, statusRefused, "j\n", "--file", path, "--plain")
	c.says(t, "is leeg (0 bytes)", `stappenplan --file "`+path+`" restore`)
	hasBackups(t, path, "0002")
}

// The newest backup is passed over where it is damaged itself.
func TestADamagedBackupIsPassedOver(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	folder := store.BackupFolder(path)
	if err := os.WriteFile(filepath.Join(folder, "2027-01-01T000000Z-0099.db"), []byte("half a file"), 0o600); err != nil {
		t.Fatal(err)
	}
	os.Truncate(path, 0)
	c.calls(t, statusDone, "j\nstop\n", "--file", path, "--plain")
	c.says(t, "2 wijzigingen · ronde 1", "Tweede school")
}

func TestGoingBackLineByLine(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	c.calls(t, statusDone, "hulp\nback-up\nterugzetten\n2\nj\nstop\n", "--file", path, "--plain")
	c.says(t, "‘terugzetten’ sluit af en toont de back-ups", "Alles wat er nu is, staat in de back-up", "1. 24 november 2026, 09:30: 3 wijzigingen",
		"Deze wijziging gaat verloren, van An (1):", "Tweede school, ronde 1")
	c.calls(t, statusDone, "terugzetten\n\nstop\n", "--file", path, "--plain")
	if n := strings.Count(c.said, "Tweede school, ronde 1"); n != 2 {
		t.Errorf("after no choice it does not go on:\n%s", c.said)
	}
	c.calls(t, statusDone, "back-up\nstop\n", "--example", "--plain")
	if strings.Contains(c.said, "staat in de back-up") {
		t.Errorf("the example was backed up:\n%s", c.said)
	}
}

// What the screens show of backups, and what comes of choosing one.
func TestGoingBackOnTheScreens(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	var out bytes.Buffer
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch), out: &out, flags: flags{file: path}}
	work := p.sessionOn(store.NewMemory(), firstPlan)
	work.Place = path
	f := p.filesOf(work)
	made, err := f.BackUp()
	if err != nil || !strings.HasSuffix(made, "-0003-asked.db") {
		t.Errorf("made %s, %v", made, err)
	}
	list := f.Backups()
	if len(list) != 2 || !list[0].Sound || list[1].Holds != "2 wijzigingen · ronde 1" || list[1].When != "24 november 2026, 09:30" {
		t.Fatalf("the screens list %+v", list)
	}
	if same := f.Restoring(list[0]); same.Changes {
		t.Errorf("putting back what is there would change %+v", same)
	}
	if r := f.Restoring(list[1]); !r.Changes || !strings.Contains(strings.Join(r.Says, "\n"), "School: naam Derde school") {
		t.Errorf("putting back says %+v", r)
	}
	if err := p.goBack(screen.Elsewhere{Restore: list[1].File}); err != nil || !strings.HasPrefix(p.notice, "Teruggezet.") {
		t.Errorf("it says %q, %v", p.notice, err)
	}
	c.calls(t, statusDone, "", "--file", path, "status")
	c.says(t, "Tweede school")
	if err := p.goBack(screen.Elsewhere{Restore: "nowhere.db"}); err != nil || !strings.Contains(p.notice, "Er is geen back-up") {
		t.Errorf("it says %q, %v", p.notice, err)
	}
}

var tried = flag.Int("damages", 0, "how many random damages to a file are tried; 0: as many as seconds allow")

// Whatever happens to a file, and to its newest backup: where it does not open any more, the newest backup that is sound is offered, and
// put back it is whole.
func TestOfRandomDamageTheNewestBackupIsOffered(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	c.calls(t, statusDone, "", "--file", path, "backup")
	folder, whole := store.BackupFolder(path), bytesOf(t, path)
	backups := map[string][]byte{}
	for _, b := range store.Backups(folder) {
		backups[b.Path] = bytesOf(t, b.Path)
	}
	newest := store.Backups(folder)[0]
	r := rand.New(rand.NewPCG(2026, *seed+18))
	ends := map[string]int{}
	tries := cmp.Or(*tried, 30)
	if *tried == 0 && storetest.Long {
		tries = 1000
	}
	for i := range tries {
		err := errors.Join(os.WriteFile(path, damagedAnew(whole, i, r), 0o600), os.RemoveAll(folder), os.Mkdir(folder, 0o700))
		for name, content := range backups {
			if name == newest.Path && r.IntN(2) == 0 {
				content = damagedAnew(content, r.IntN(2), r)
			}
			err = errors.Join(err, os.WriteFile(name, content, 0o600))
		}
		if err != nil {
			t.Fatal(err)
		}
		sound := 2 // entries in the newest backup that is sound
		if _, err := store.Check(newest.Path); err == nil {
			sound = newest.Entries
		}
		status := c.call("j\nstop\n", "--file", path, "--plain")
		offered := strings.Contains(c.said, "De nieuwste goede back-up is van")
		if status != statusDone {
			t.Fatalf("damage %d: status %d\n%s%s", i, status, c.said, c.wrong)
		}
		c.calls(t, statusDone, "", "--file", path, "check")
		want := "4 wijzigingen" // the j is then the answer to a question
		ends[fmt.Sprintf("offered %t", offered)]++
		if offered {
			want = fmt.Sprint(sound, " wijzigingen")
			ends["of "+want]++
		}
		if !strings.Contains(c.said, want) {
			t.Fatalf("damage %d: offered %t, and then %s", i, offered, c.said)
		}
	}
	if t.Log(tries, ends); len(ends) != 4 {
		t.Errorf("it ended %v", ends)
	}
}

// damagedAnew is a content after something happened to it, each kind in its turn.
func damagedAnew(content []byte, kind int, r *rand.Rand) []byte {
	const page = 4096
	b := bytes.Clone(content)
	at := r.IntN(len(b)/page) * page
	switch kind % 6 {
	case 0:
		return b[:r.IntN(len(b))]
	case 1:
		clear(b[r.IntN(len(b)):])
	case 2:
		for range 1 + r.IntN(8) {
			b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		}
	case 3:
		b[at+r.IntN(80)] ^= 1 << r.IntN(8)
	case 4:
		clear(b[at : at+page])
	default:
		copy(b[at:at+page], b[r.IntN(len(b)/page)*page:])
	}
	return b
}
