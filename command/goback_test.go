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
	"slices"
	"strings"
	"testing"
	"time"

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

// A file that is damaged, empty or gone is offered the newest backup, which then goes on.
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
			typed := "j\nstop\n"
			if name == "is beschadigd" { // more of it is whole, which is offered first
				typed = "n\n" + typed
			}
			c.calls(t, statusDone, typed, "--file", path, "--plain")
			lacks := "Kwam er daarna nog iets, dan staat dat er niet in."
			if name == "is beschadigd" {
				lacks = "Wat daarna kwam, staat er niet in: 1 wijziging."
			}
			c.says(t, name, "De nieuwste goede back-up is van 24 november 2026, 09:30: 2 wijzigingen · ronde 1", lacks, "Tweede school")
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

// TestWhatABackupLacksIsSaid where it is remembered how far the plan went.
func TestWhatABackupLacksIsSaid(t *testing.T) {
	c, _ := withState(t)
	path := planWithBackup(t, c)
	c.calls(t, statusDone, "stop\n", "--file", path, "--plain")
	for _, happens := range []func() error{func() error { return os.Truncate(path, 0) }, func() error { return os.Remove(path) }} {
		if err := happens(); err != nil {
			t.Fatal(err)
		}
		c.call("", "--file", path, "--plain")
		c.says(t, "Wat daarna kwam, staat er niet in: 1 wijziging.")
	}
}

// TestWhatCommandsChangedIsLackedToo by a backup, where the questions know the file.
func TestWhatCommandsChangedIsLackedToo(t *testing.T) {
	for name, call := range map[string][]string{"a change": {"plans", "--rename", "De Eik"}, "a plan": {"plans", "--add", "De Eik"}, "an erasure": {"erase", "name:Derde school", "--yes"}} {
		t.Run(name, func(t *testing.T) {
			c, _ := withState(t)
			path := planWithBackup(t, c)
			c.calls(t, statusDone, "stop\n", "--file", path, "--plan", "plan", "--plain")
			c.calls(t, statusDone, "", append([]string{"--file", path}, call...)...)
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			c.call("", "--file", path, "--plain")
			lacks := "Wat daarna kwam, staat er niet in: 1 wijziging."
			if call[0] == "erase" { // which makes no backup first
				lacks = "Wat daarna kwam, staat er niet in: 2 wijzigingen."
			}
			c.says(t, lacks)
		})
	}
}

// TestAFileWithoutBackupsIsNotSaidToHaveAny: it says what can be done instead.
func TestAFileWithoutBackupsIsNotSaidToHaveAny(t *testing.T) {
	c := newComputer(t)
	for content, says := range map[string]string{"": "is leeg (0 bytes), en er is geen back-up van", strings.Repeat("x", 5000): ""} {
		path := filepath.Join(t.TempDir(), "p.db")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, call := range []string{"status", "undo", "--plain"} {
			c.calls(t, statusRefused, "", "--file", path, call)
			c.says(t, says)
			if said := c.said + c.wrong; strings.Contains(said, "restore") {
				t.Errorf("%s says\n%s", call, said)
			}
		}
	}
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
	c.calls(t, statusDone, "terugzetten\n\nstop\n", "--file", path, "--plain")
	c.says(t, "Typ 1, of niets om verder te gaan:")
	c.calls(t, statusDone, "hulp alles\nback-up\nterugzetten\n2\nj\nstop\n", "--file", path, "--plain")
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
	if err := errors.Join(os.Remove(path), p.goBack(screen.Elsewhere{Restore: list[1].File})); err != nil || p.notice != path+" staat weer zoals op 24 november 2026, 09:30." {
		t.Errorf("where nothing stood it says %q, %v", p.notice, err)
	}
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
		kept := path
		if fresh := filepath.Join(filepath.Dir(path), "p-2026-11-24.db"); stands(fresh) { // as much of it was whole
			kept, sound = path+".kept", 0
			os.Rename(fresh, kept)
		}
		c.calls(t, statusDone, "", "--file", kept, "check")
		want := "4 wijzigingen" // the j is then the answer to a question
		ends[fmt.Sprintf("offered %t", offered)]++
		switch {
		case sound == 0: // which says how many that are
			want = "wijzigingen"
			ends["salvaged"]++
		case offered:
			want = fmt.Sprint(sound, " wijzigingen")
			ends["of "+want]++
		}
		if !strings.Contains(c.said, want) {
			t.Fatalf("damage %d: offered %t, and then %s", i, offered, c.said)
		}
	}
	if t.Log(tries, ends); ends["offered true"] == 0 || ends["salvaged"] == 0 {
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

// The file of an encrypted plan is gone: that is said before its passphrase is asked, and without that nothing begins in its place.
func TestAnEncryptedPlanThatIsGone(t *testing.T) {
	for _, typed := range []string{"\n", "\n\n\n", "mis\nmis\nmis\n", ""} {
		c := newComputer(t)
		path := encryptedPlan(t, c)
		os.Remove(path)
		c.calls(t, statusRefused, typed, "--file", path, "--plain")
		c.says(t, path+" is er niet meer. De nieuwste back-up, van 24 november 2026, 09:30, is versleuteld")
		if _, err := os.Lstat(path); err == nil {
			t.Fatalf("after %q something new begins", typed)
		}
		c.calls(t, statusDone, aPhrase+"\nj\nstop\n", "--file", path, "--plain")
		if gone, asked := strings.Index(c.said, "is er niet meer"), strings.Index(c.said, "Wachtwoord van"); gone < 0 || gone > asked {
			t.Errorf("it says\n%s", c.said)
		}
		c.says(t, "De back-up terugzetten?", "Eerste school")
	}
}

// The end of input is no answer: nothing is made or put back.
func TestNoAnswerToAnOfferChangesNothing(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	os.Remove(path)
	c.calls(t, statusRefused, "", "--file", path, "--plain")
	c.says(t, "De back-up terugzetten?", "Gestopt. Er is niets gewijzigd.")
	c.inTerminal = false
	c.calls(t, statusRefused, "An\nschool\nstop\n", "--file", path, "--plain")
	c.says(t, "is er niet meer, maar er zijn back-ups")
	if _, err := os.Lstat(path); err == nil {
		t.Error("a new plan began")
	}
}

// Where as much of a damaged file is whole as its backup holds, going on with that is offered first, and the backup after it.
func TestWhatKeepsMostIsOfferedFirst(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content[5*4096] ^= 0xff // where no entry is
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "j\nstop\n", "--file", path, "--plain")
	c.says(t, "alle 3 wijzigingen konden toch gelezen worden", "De nieuwste goede back-up is van 24 november 2026, 09:30: 2 wijzigingen", "p-2026-11-24.db is gemaakt", "Derde school")
	if strings.Contains(c.said, "De back-up terugzetten?") {
		t.Errorf("the backup is offered too:\n%s", c.said)
	}
	c.calls(t, statusDone, "n\nj\nstop\n", "--file", path, "--plain")
	c.says(t, "daarin verdergaan?", "De back-up terugzetten?", "Tweede school")
}

// A file that was filled in here and is gone is not begun anew without asking, nor is its folder made.
func TestAPlanThatIsGoneIsNotBegunInSilence(t *testing.T) {
	c := newComputer(t)
	c.stateFolder = t.TempDir()
	stick := filepath.Join(t.TempDir(), "stick")
	os.Mkdir(stick, 0o700)
	path := filepath.Join(stick, "p.db")
	c.calls(t, statusDone, "An\nDe Linde\nstop\n", "--file", path, "--plain")
	os.RemoveAll(stick)
	for _, typed := range []string{"n\n", ""} {
		c.calls(t, statusRefused, typed, "--file", path, "--plain")
		c.says(t, path+" is er niet, en er stond", "Een nieuw plan beginnen? [j/n]")
	}
	c.calls(t, statusRefused, "", "--file", path, "status")
	c.says(t, path+" is er niet, en er stonden wijzigingen in")
	other := filepath.Join(filepath.Dir(stick), "other", "p.db")
	c.calls(t, statusRefused, "n\n", "--file", other, "--plain")
	c.says(t, "De map "+filepath.Dir(other)+" is er niet.")
	c.inTerminal = false
	c.calls(t, statusRefused, "An\n", "--file", path, "--plain")
	c.says(t, path+" is er niet, en er stonden wijzigingen in")
	if stands(stick) || stands(filepath.Dir(other)) {
		t.Error("a folder was made")
	}
	c.inTerminal = true
	c.calls(t, statusDone, "j\nstop\n", "--file", path, "--plain")
}

// Commands say of a file that is gone that there are backups.
func TestCommandsSayThatThereAreBackups(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	os.Remove(path)
	for _, command := range []string{"status", "export", "history", "undo", "check"} {
		c.calls(t, statusRefused, "", "--file", path, command)
		c.says(t, path+" is er niet meer, maar er zijn back-ups", "restore")
	}
	c.calls(t, statusDone, "", "--file", path, "restore")
}

// A plan that was rescued into a new file is found there from its old place, before a backup is offered.
func TestTheFileInWhichAPlanWentOnIsOffered(t *testing.T) {
	c := newComputer(t)
	c.stateFolder = t.TempDir()
	path, newer := planWithBackup(t, c), filepath.Join(t.TempDir(), "newer.db")
	c.calls(t, statusDone, "", "--file", newer, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "stop\n", "--file", path, "--plain")
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch), flags: flags{file: path}}
	work := p.sessionOn(store.NewMemory(), firstPlan)
	work.Place = path
	f := p.filesOf(work)
	held, err := store.Read(newer, nil)
	if err := errors.Join(err, os.Remove(newer)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := f.Rescue(newer, firstPlan, held[firstPlan]); err != nil {
		t.Fatal(err)
	}
	if later, _ := p.wentOnFrom(path); !slices.Contains(later, newer) {
		t.Error("while the questions go on it is not known yet: what is erased would stay there")
	}
	if work.Place = newer; f.close() != nil {
		t.Fatal("it does not close")
	}
	for _, happens := range []func(){func() { os.Truncate(path, 0) }, func() { os.Remove(path) }} {
		happens()
		c.calls(t, statusDone, "j\nstop\n", "--file", path, "--plain")
		c.says(t, "je plan ging verder in "+newer, "Eerste school")
		c.calls(t, statusRefused, "n\n", "--file", path, "--plain")
		c.says(t, "De back-up terugzetten?")
	}
	c.calls(t, statusRefused, "", "--file", path, "status")
	c.says(t, "je plan ging verder in "+newer)
}

// After something was put back, brought over or erased, it is not said that nothing changed.
func TestWhatWasPutBackIsAChange(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	for _, typed := range []string{"terugzetten\n2\nj\nstop\n", "voorgoed wissen\nAn\nj\nstop\n"} {
		c.calls(t, statusDone, typed, "--file", path, "--plain")
		if c.says(t, "Gestopt."); strings.Contains(c.said, "Er is niets gewijzigd") {
			t.Errorf("it says\n%s", c.said)
		}
	}
	os.Remove(path)
	c.calls(t, statusDone, "j\nstop\n", "--file", path, "--plain")
	if strings.Contains(c.said, "Er is niets gewijzigd") {
		t.Errorf("it says\n%s", c.said)
	}
}

// What is advised works from anywhere: it names the file.
func TestAdviceNamesTheFile(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	under := filepath.Join(t.TempDir(), "copy.age")
	c.calls(t, statusDone, aPhrase+"\n"+aPhrase+"\n", "--file", path, "backup", "--encrypt", under)
	for _, command := range []string{"merge", "import"} {
		c.calls(t, statusRefused, "", "--file", path, command, under)
		c.says(t, `stappenplan --file "`+path+`" restore "`+under+`"`)
	}
	c.calls(t, statusRefused, "", "--file", damagedPlan(t, c), "check")
	c.says(t, "is beschadigd", `(stappenplan --file "`, `" restore)`)
}

// TestAQuestionFitsTheTerminal: it breaks between words.
func TestAQuestionFitsTheTerminal(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	os.Remove(path)
	const width = 40
	c.columns = func() int { return width }
	c.calls(t, statusRefused, "", "--file", path, "--plain")
	c.says(t, "een nieuw")
	for line := range strings.Lines(c.said) {
		if line = strings.TrimSpace(line); len([]rune(line)) > width && strings.Contains(line, " ") && !strings.Contains(line, "stappenplan --file") {
			t.Errorf("%q is wider than the terminal", line)
		}
	}
}

// TestWhatWasMergedIsNotBlamedOnTheClock: it was made before what stands above it, and came later.
func TestWhatWasMergedIsNotBlamedOnTheClock(t *testing.T) {
	c := newComputer(t)
	here, there := filepath.Join(t.TempDir(), "p.db"), filepath.Join(t.TempDir(), "q.db")
	c.calls(t, statusDone, "", "--file", here, "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "", "--file", here, "backup", there)
	c.calls(t, statusDone, "", "--file", there, "--by", "Bart", "import", "--yes", written(t, "note.json", `{"format": "stappenplan/1", "school": {"name": "Eerste school"}, "answers": {"awareness": {"choice": "no", "note": "van Bart"}}}`))
	later := c.clock().AddDate(0, 0, 1)
	c.clock = func() time.Time { return later }
	c.calls(t, statusDone, "", "--file", here, "plans", "--rename", "Tweede school")
	c.calls(t, statusDone, "", "--file", here, "merge", there, "--yes", "--keep", "ours")
	c.calls(t, statusDone, "", "--file", here, "history")
	c.says(t, "eerder gemaakt en later samengevoegd")
}

// TestWhyAPassphraseIsAskedIsSaid first: of which moment the newest backup is can be told without.
func TestWhyAPassphraseIsAskedIsSaid(t *testing.T) {
	for says, happens := range map[string]func(path string) error{
		"p.db is beschadigd. De nieuwste back-up, van 24 november 2026, 09:30, is versleuteld":    func(path string) error { return os.Truncate(path, 16<<10) }, // without its key
		"p.db is leeg. De nieuwste back-up, van 24 november 2026, 09:30, is versleuteld":          func(path string) error { return os.Truncate(path, 0) },
		"wat er nog heel is, en wat er in de nieuwste back-up staat, van 24 november 2026, 09:30": damageLastEntry,
		"p.db is er niet meer. De nieuwste back-up, van 24 november 2026, 09:30, is versleuteld":  os.Remove,
		"p.db is beschadigd, en versleuteld: geef het wachtwoord om te zien wat er nog heel is.": func(path string) error {
			return errors.Join(damageLastEntry(path), os.RemoveAll(store.BackupFolder(path)))
		},
	} {
		c := newComputer(t)
		path := encryptedPlan(t, c)
		if err := happens(path); err != nil {
			t.Fatal(err)
		}
		for _, call := range [][]string{{"--plain"}, {"restore"}} {
			c.call("\n\n\n", append([]string{"--file", path}, call...)...)
			if why, asked := strings.Index(c.said+c.wrong, says), strings.Index(c.said+c.wrong, "Wachtwoord van"); asked >= 0 && (why < 0 || why > asked) {
				t.Errorf("%v asks and does not say %q:\n%s%s", call, says, c.said, c.wrong)
			}
		}
	}
}

// TestTheQuestionAtADamagedFileNamesSchoolAndMoment, whichever is offered.
func TestTheQuestionAtADamagedFileNamesSchoolAndMoment(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusRefused, "n\nn\n", "--file", damagedPlan(t, c), "--plain")
	c.says(t, "De nieuwste goede back-up is van 24 november 2026, 09:30: 2 wijzigingen · ronde 1 · Tweede school", "Nagekeken (Eerste school): wijziging 1 is heel")
}

// TestACutFileIsToldInFiguresThatAreTrueOfIt: its pages say how much there must be at least, and not how much there was.
func TestACutFileIsToldInFiguresThatAreTrueOfIt(t *testing.T) {
	c := newComputer(t)
	path := ofThree(t, c)
	if err := errors.Join(os.Truncate(path, 12<<10), os.RemoveAll(store.BackupFolder(path))); err != nil {
		t.Fatal(err)
	}
	other := ofThree(t, c)
	c.calls(t, statusRefused, "", "--file", other, "merge", path)
	c.says(t, "is afgekapt tot 12288 bytes, en dat moeten er minstens ")
}

// TestAPassphraseIsNotAskedInWordsWhereItIsNotAsked: that of the file was given, or it lies open.
func TestAPassphraseIsNotAskedInWordsWhereItIsNotAsked(t *testing.T) {
	c := newComputer(t)
	path, open := encryptedPlan(t, c), encryptedPlan(t, c)
	if err := errors.Join(damageLastEntry(path), os.WriteFile(open, []byte(contentOf(t, ofThree(t, c)))[:16<<10], 0o600)); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch), keyring: &keyring{}, out: &said, errs: &said}
	p.flags.plain = true
	if p.tellClosed(open); !strings.Contains(said.String(), "is beschadigd. De nieuwste back-up, van 24 november 2026, 09:30, is versleuteld") {
		t.Errorf("of a file that lies open it says\n%s", said.String())
	}
	p.given = []string{aPhrase}
	if _, err := p.keyAt(path, nil); err != nil {
		t.Fatal(err)
	}
	said.Reset()
	if p.tellClosed(path); said.Len() > 0 {
		t.Errorf("once it was given it says\n%s", said.String())
	}
}

// damageLastEntry changes the last entries of a file, on each page where they stand.
func damageLastEntry(path string) error {
	copied, err := store.TakeCopy(path)
	if err != nil {
		return err
	}
	content, err := os.ReadFile(path)
	for _, entries := range copied.Plans() {
		line, _ := entries.Encoded(uint64(entries.Len()))
		other := bytes.Clone(line)
		other[0] ^= 1
		content = bytes.ReplaceAll(content, line, other)
	}
	return errors.Join(err, os.WriteFile(path, content, 0o600))
}

// TestWhoHasTheIDSinceIsNotMadeAnother: what was answered of who had it before is not put back, and it is said why.
func TestWhoHasTheIDSinceIsNotMadeAnother(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	for _, members := range []string{`{"id": "an", "name": "An Peeters", "hours": 4}`, ``, `{"id": "an", "name": "An Maes"}`} {
		c.calls(t, statusDone, "", "--file", path, "import", "--yes", written(t, "plan.json", `{"format": "stappenplan/1", "school": {"name": "De Linde"}, "members": [`+members+`]}`))
	}
	for _, call := range [][]string{{"undo", "--answer", "entry:2"}, {"redo", "--answer", "entry:1"}} {
		c.calls(t, statusRefused, "", append([]string{"--file", path}, append(call, "--yes")...)...)
		c.says(t, "gaat over An Peeters, en die plaats is intussen van An Maes")
	}
	c.calls(t, statusDone, "geschiedenis\n2\n\nstop\n", "--file", path, "--plain")
	if c.says(t, "An Peeters is hier weg, en die plaats is intussen van An Maes."); strings.Contains(c.said, "Zet terug: An") {
		t.Errorf("it offers\n%s", c.said)
	}
}
