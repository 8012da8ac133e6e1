package command

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"stappenplan/store"
	"stappenplan/store/passphrase"
)

var (
	kills = flag.Int("kills", 4, "how many times each kind of work is killed")
	seed  = flag.Uint64("seed", 1, "from which the moments of the kills follow")
)

// realProgram is the path of the program; the tests themselves are it, when they are called by its name.
func realProgram(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath(programName)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// installed is the real program on a system: it gives the command that runs it in a folder.
type installed func(ctx context.Context, folder string, args ...string) *exec.Cmd

// installedHere is the program built for this system.
func installedHere(t *testing.T) installed {
	program, home := realProgram(t), t.TempDir()
	return func(ctx context.Context, folder string, args ...string) *exec.Cmd {
		command := exec.CommandContext(ctx, program, args...)
		command.Dir = folder
		command.Env = append(os.Environ(), "HOME="+home, "USERPROFILE="+home, "LOCALAPPDATA="+home, "XDG_DATA_HOME="+home,
			"TERM=xterm", "TZ=UTC", "LC_ALL=C.UTF-8")
		return command
	}
}

// work is what the program does in a folder, on the plan in p.db there.
type work struct {
	name  string
	files map[string][]byte // in the folder before
	args  []string
	typed []string                                                           // the lines of a conversation
	said  string                                                             // by the program, each time that something is kept
	also  func(t *testing.T, w work, folder string, said int) (later func()) // what else holds of what is left, and once somebody went on with it
}

// aloneInTemporary makes that no other program checks a file in the folder for temporary files.
func aloneInTemporary(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Setenv("TMP", temporary)
}

// everyWork is one of each kind of work that keeps something.
func everyWork(t *testing.T) []work {
	one, another := []byte(strings.Replace(onePlan, "no", "yes", 1)), []byte(anotherPlan)
	begun := planFile(t, func(w *walk) {
		w.calls(t, statusDone, "", "--file", w.file, "import", written(t, "plan.json", string(one)))
	})
	changed := planFile(t, func(w *walk) {
		for _, plan := range [][]byte{one, another} {
			w.calls(t, statusDone, "", "--file", w.file, "import", "--yes", written(t, "plan.json", string(plan)))
		}
	})
	complete := completePlan(t)
	here, there := twoLaptops(t)
	named := planFile(t, func(w *walk) { zoeIn(t, w.computer, w.file) })
	const backup = "p.backups/2026-11-20T083000Z-0001.db"
	open := map[string][]byte{"p.db": changed, backup: begun, "p.v1.db": begun, phraseFile: []byte(aPhrase + "\n")}
	closed := encrypted(t, open)
	both := maps.Clone(closed) // the passphrase, and the one that is to come in its place
	both[phraseFile] = []byte(aPhrase + "\n" + anotherPhrase + "\n")
	answers := []string{"j", "besproken met het team", "visietekst 2026", "j", "gaat in september in", "versie 3", "s", "s", "Scholengroep X", "n"}
	return []work{
		{name: "creation", files: map[string][]byte{"plan.json": one}, args: []string{"import", "plan.json"}, said: "Ingelezen"},
		{name: "import", files: map[string][]byte{"p.db": begun, "plan.json": another}, args: []string{"import", "--yes", "plan.json"}, said: "Ingelezen"},
		{name: "merge", files: map[string][]byte{"p.db": here, "there.db": there}, args: []string{"merge", "--yes", "--keep", "theirs", "there.db"}, said: "Samengevoegd"},
		{name: "undo", files: map[string][]byte{"p.db": changed}, args: []string{"undo"}, said: "Ongedaan gemaakt"},
		{name: "restore", files: map[string][]byte{"p.db": changed, "copy.db": begun}, args: []string{"restore", "--yes", "copy.db"}, said: "staat weer zoals", also: keepsWhatStoodThere},
		{name: "backup", files: map[string][]byte{"p.db": changed}, args: []string{"backup"}, said: "staat in de back-up"},
		{name: "backup elsewhere", files: map[string][]byte{"p.db": changed}, args: []string{"backup", "copy.db"}, said: "staat in de back-up"},
		{
			name: "erasing", files: map[string][]byte{"p.db": named, "p.backups/2026-11-20T083000Z-0003.db": named, "p.v1.db": named},
			args: []string{"erase", "name:Zoë Xantippe", "--yes"}, said: "Gewist uit", also: erasesAll,
		},
		{
			name: "migrating", files: map[string][]byte{"p.db": ofFormat1(t, begun), "plan.json": another},
			args: []string{"import", "--yes", "plan.json"}, said: "Ingelezen", also: hasItsCopy,
		},
		{name: "a new round", files: map[string][]byte{"p.db": complete}, args: []string{"--plain"}, typed: []string{"ja"}, said: "Ronde 2 is geopend."},
		{name: "export", files: map[string][]byte{"p.db": complete, "p.md": []byte("een ouder document")}, args: []string{"export", "--yes", "--output", "p.md"}, said: "Gemaakt"},
		{name: "encrypting", files: open, args: []string{"encrypt", "--yes"}, said: "is versleuteld", also: allAsTheFile},
		{name: "decrypting", files: closed, args: []string{"decrypt", "--yes"}, said: "is niet meer versleuteld", also: allAsTheFile},
		{name: "changing the passphrase", files: both, args: []string{"encrypt", "--change", "--yes"}, said: "hebben nu een ander wachtwoord", also: allAsTheFile},
		{name: "answering", files: map[string][]byte{"p.db": begun}, args: []string{"--plain"}, typed: answers, said: "Bewaard."},
	}
}

// keepsWhatStoodThere: of a file that was put back, what stood there is in the backups.
func keepsWhatStoodThere(t *testing.T, w work, folder string, _ int) (later func()) {
	if now, err := store.TakeCopy(filepath.Join(folder, "p.db")); err != nil || now.Entries() != 1 {
		return nil
	}
	for _, b := range store.Backups(filepath.Join(folder, "p.backups")) {
		if b.Reason == store.BeforeRestore && bytes.Equal(bytesOf(t, b.Path), w.files["p.db"]) {
			return nil
		}
	}
	t.Error("what stood there is nowhere")
	return nil
}

// erasesAll: once erasing was begun, whoever comes next finishes it, and no name is anywhere.
func erasesAll(t *testing.T, _ work, folder string, said int) (later func()) {
	if toBeDone(t, filepath.Join(folder, "p.db")) == nil && said == 0 {
		return nil
	}
	return func() { nowhere(t, folder, "Zoë Quintus", "Zoë Xantippe") }
}

// phraseFile is the file in the folder with the passphrases of an encrypted plan, one a line.
const phraseFile = "phrases.txt"

// planIn are the flags by which a call opens the plan in a folder.
func planIn(folder string) []string {
	flags, phrases := []string{"--file", filepath.Join(folder, "p.db")}, filepath.Join(folder, phraseFile)
	if _, err := os.Stat(phrases); err == nil {
		flags = append(flags, "--passphrase-file", phrases)
	}
	return flags
}

// encrypted are the files of a folder once the plan in it is encrypted.
func encrypted(t *testing.T, files map[string][]byte) map[string][]byte {
	t.Helper()
	folder, after := work{files: files}.folder(t), map[string][]byte{}
	newComputer(t).calls(t, statusDone, "", append(planIn(folder), "encrypt", "--yes")...)
	for name := range files {
		after[name] = bytesOf(t, filepath.Join(folder, name))
	}
	return after
}

// phraseOf is the passphrase of a file, of those in the folder; empty where it lies open.
func phraseOf(t *testing.T, folder, file string) (phrase string) {
	t.Helper()
	copied, err := store.TakeCopy(file)
	if err != nil {
		t.Fatal(err)
	}
	key, err := store.Unlock(copied.Store(), func(wrapped []byte) (key *passphrase.Key, err error) {
		for phrase = range strings.Lines(string(bytesOf(t, filepath.Join(folder, phraseFile)))) {
			if key, err = store.OpenKey(file, wrapped, strings.TrimSpace(phrase)); err == nil {
				return key, nil
			}
		}
		return nil, err
	})
	if err != nil {
		t.Fatal(err)
	}
	if key == nil {
		return ""
	}
	return phrase
}

// allAsTheFile: once somebody went on, what the file and every copy of it hold can be read with the same passphrase, or without any.
func allAsTheFile(t *testing.T, _ work, folder string, _ int) (later func()) {
	return func() {
		path := filepath.Join(folder, "p.db")
		phrase := phraseOf(t, folder, path)
		for _, file := range store.CopiesMade(path, store.BackupFolder(path)) {
			if now := phraseOf(t, folder, file); now != phrase {
				t.Errorf("%s is under the passphrase %q, and the file under %q", file, now, phrase)
			}
		}
		if readable := liesOpen(t, folder, `"kind"`); phrase != "" && readable != nil {
			t.Errorf("the file is encrypted, and these can be read: %v", readable)
		}
	}
}

// hasItsCopy: beside a file of the newest format stands the one of before.
func hasItsCopy(t *testing.T, w work, folder string, _ int) (later func()) {
	now, before := bytesOf(t, filepath.Join(folder, "p.db")), w.files["p.db"]
	if copied, err := os.ReadFile(filepath.Join(folder, "p.v1.db")); !bytes.Equal(copied, before) && (err == nil || !bytes.Equal(now, before)) {
		t.Errorf("there is no copy of the file as it was: %v", err)
	}
	return nil
}

// ofFormat1 is a file as one of the first format.
func ofFormat1(t *testing.T, content []byte) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "older.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := bolt.Open(path, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error { return tx.Bucket([]byte("stappenplan")).Put([]byte("format"), []byte("1")) })
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	return bytesOf(t, path)
}

// twoLaptops gives two files in which one plan was filled in further.
func twoLaptops(t *testing.T) (here, there []byte) {
	t.Helper()
	c := newComputer(t)
	path := func(name string) string { return filepath.Join(t.TempDir(), name) }
	one, other := path("here.db"), path("there.db")
	c.calls(t, statusDone, "", "--file", one, "import", written(t, "plan.json", onePlan))
	content, err := os.ReadFile(one)
	if err == nil {
		err = os.WriteFile(other, content, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "--file", one, "import", "--yes", written(t, "here.json", strings.Replace(onePlan, "Eerste", "Derde", 1)))
	c.calls(t, statusDone, "", "--file", other, "import", "--yes", written(t, "there.json", anotherPlan))
	return bytesOf(t, one), bytesOf(t, other)
}

// planFile gives the file of a plan that was filled in like this.
func planFile(t *testing.T, fill func(*walk)) []byte {
	t.Helper()
	w := &walk{newComputer(t), t, filepath.Join(t.TempDir(), "p.db")}
	fill(w)
	return bytesOf(t, w.file)
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// folder is a new one in which the work can begin.
func (w work) folder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for name, content := range w.files {
		path := filepath.Join(folder, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, content, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// witness hears what a program says, and interrupts once it heard some words a number of times.
type witness struct {
	heard     bytes.Buffer
	words     string
	times     int
	interrupt func()
}

// Write hears.
func (w *witness) Write(b []byte) (int, error) {
	n, err := w.heard.Write(b)
	if w.count() >= w.times {
		w.interrupt()
	}
	return n, err
}

func (w *witness) count() int { return strings.Count(w.heard.String(), w.words) }

// do does the work with the first lines of the conversation. The program is killed when the context ends, and
// as soon as it said this many times that something is kept. How many times it did say so, is given.
func (w work) do(ctx context.Context, program installed, folder string, lines, times int) (said int) {
	ctx, kill := context.WithCancel(ctx)
	defer kill()
	hears := &witness{words: w.said, times: times, interrupt: kill}
	command := w.command(ctx, program, folder, lines)
	command.Stdout, command.Stderr = hears, hears
	_ = command.Run() // how it ended is seen in the folder
	return hears.count()
}

// command is the program that does the work with the first lines of the conversation.
func (w work) command(ctx context.Context, program installed, folder string, lines int) *exec.Cmd {
	flags := []string{"--file", "p.db", "--lang", "nl"}
	if w.files[phraseFile] != nil {
		flags = append(flags, "--passphrase-file", phraseFile)
	}
	command := program(ctx, folder, append(flags, w.args...)...)
	command.Stdin = strings.NewReader(strings.Join(w.typed[:min(lines, len(w.typed))], "\n") + "\n")
	return command
}

// things is how many things the work keeps, one after the other.
func (w work) things() int { return max(1, len(w.typed)) }

// outcomes are what may be found in the folder: what was there before, and what is there after each thing that
// is kept. It also gives how long the whole work takes.
func (w work) outcomes(t *testing.T, program installed) (outcomes []string, usual time.Duration) {
	t.Helper()
	outcomes = []string{found(t, w.folder(t))}
	for n := 1; n <= w.things(); n++ {
		folder, begin := w.folder(t), time.Now()
		if said := w.do(t.Context(), program, folder, n, math.MaxInt); said != n {
			t.Fatalf("%s: %d things are said to be kept, want %d", w.name, said, n)
		}
		outcomes, usual = append(outcomes, found(t, folder)), time.Since(begin)
	}
	return outcomes, usual
}

// moments are those in a plan file that differ from run to run.
var moments = regexp.MustCompile(`"(at|opened)": "[^"]*"`)

// found is the plan and the document in a folder, and the copies that were asked for.
func found(t *testing.T, folder string) string {
	t.Helper()
	c := newComputer(t)
	c.calls(t, statusDone, "", append(planIn(folder), "export", "--format", "json")...)
	document, err := os.ReadFile(filepath.Join(folder, "p.md"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	copies := []string{filepath.Join(folder, "copy.db")}
	for _, b := range store.Backups(filepath.Join(folder, "p.backups")) {
		if b.Reason == store.Asked {
			copies = append(copies, b.Path)
		}
	}
	all := moments.ReplaceAllString(c.said, "") + string(document)
	if file := filepath.Join(folder, "p.db"); stands(file) {
		all += phraseOf(t, folder, file)
	}
	for _, path := range copies {
		if _, err := os.Lstat(path); err == nil {
			copied, err := store.TakeCopy(path)
			if err != nil {
				t.Errorf("a copy: %v", err)
				continue
			}
			all += fmt.Sprintf("a copy of %d entries\n", copied.Entries())
		}
	}
	return moments.ReplaceAllString(all, "")
}

// TestNothingSaidToBeKeptIsLostWhenTheProgramIsKilled kills each kind of work at any moment of it, and as soon as it
// says that something is kept.
func TestNothingSaidToBeKeptIsLostWhenTheProgramIsKilled(t *testing.T) {
	aloneInTemporary(t)
	survivesKills(t, installedHere(t))
}

func survivesKills(t *testing.T, program installed) {
	for _, w := range everyWork(t) {
		t.Run(w.name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(*seed, 0))
			outcomes, usual := w.outcomes(t, program)
			tally := map[string]int{}
			for i := range *kills {
				ctx, end, times := t.Context(), func() {}, 1+random.IntN(w.things())
				if i%2 == 0 { // at any moment, mostly late: programs begin by starting
					moment := time.Duration(1.1 * math.Sqrt(random.Float64()) * float64(usual))
					ctx, end = context.WithTimeout(ctx, moment)
					times = math.MaxInt
				}
				folder := w.folder(t)
				said := w.do(ctx, program, folder, len(w.typed), times)
				end()
				w.survives(t, folder, outcomes, said, tally)
			}
			t.Logf("seed %d, usually %v: %d kills, %v", *seed, usual, *kills, tally)
		})
	}
}

// survives looks at what a kill left: at least what was said to be kept, nothing half, a sound file, and beside it
// only unfinished files under our names. The next start goes on with it, and then the plan has one name.
func (w work) survives(t *testing.T, folder string, outcomes []string, said int, tally map[string]int) {
	t.Helper()
	switch kept := slices.Index(outcomes, found(t, folder)); {
	case kept < 0:
		t.Errorf("what is kept is neither as before nor as after:\n%s", found(t, folder))
	case kept < said:
		t.Errorf("%d things are kept, and %d were said to be", kept, said)
	case kept > said:
		tally["more kept than said"]++
		fallthrough
	default:
		tally[fmt.Sprintf("%d kept", kept)]++
	}
	c, opens := newComputer(t), planIn(folder)
	if stands(filepath.Join(folder, "p.db")) {
		c.calls(t, statusDone, "", append(opens, "check")...)
	} else {
		tally["no file made"]++
	}
	var later func()
	if w.also != nil {
		later = w.also(t, w, folder, said)
	}
	for _, other := range w.left(t, folder) {
		tally["left "+filepath.Ext(other.Name())]++
	}
	c.clock = func() time.Time { return time.Now().Add(25 * time.Hour) } // what is young may be in use
	c.calls(t, statusDone, "", append(opens, "import", "--yes", written(t, "next.json", onePlan))...)
	wrong := c.wrong
	c.calls(t, statusDone, "", append(opens, "check")...)
	for _, other := range w.left(t, folder) {
		plans, err := store.Read(filepath.Join(folder, other.Name()), nil)
		if filepath.Ext(other.Name()) != ".new" || err != nil || len(plans) == 0 {
			t.Errorf("%s is left after the next start, which said\n%s", other.Name(), wrong)
		}
		tally["a whole plan without its name stays"]++ // it may be all there is of one that was being brought to safety
	}
	if later != nil {
		later()
	}
}

// unfinished are the names under which files are made and written before they get their own.
var unfinished = regexp.MustCompile(`^\.stappenplan-(\d+\.(new|part|copy)|p\.db\.unfinished(\.part)?)$`)

// left are the files in a folder that the work neither began with nor was to make.
func (w work) left(t *testing.T, folder string) (left []os.FileInfo) {
	t.Helper()
	others, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, other := range others {
		switch {
		case other.Name() == "p.db" || w.files[other.Name()] != nil || slices.Contains(w.args, other.Name()):
			continue
		case other.Name() == "p.v1.db":
			if _, err := store.Check(filepath.Join(folder, other.Name())); err != nil {
				t.Errorf("the copy of the older file: %v", err)
			}
			continue
		case other.IsDir() && other.Name() == "p.backups":
			wholeBackups(t, filepath.Join(folder, other.Name()))
			continue
		}
		if !unfinished.MatchString(other.Name()) {
			t.Errorf("a file %s is left", other.Name())
		}
		info, err := other.Info()
		if err != nil {
			t.Fatal(err)
		}
		left = append(left, info)
	}
	return left
}

// wholeBackups fails the test unless all backups in a folder are sound, and what else is there is unfinished.
func wholeBackups(t *testing.T, folder string) {
	t.Helper()
	backups := store.Backups(folder)
	for _, b := range backups {
		if _, err := store.Check(b.Path); err != nil {
			t.Errorf("a backup: %v", err)
		}
	}
	others, err := filepath.Glob(filepath.Join(folder, ".stappenplan-*.copy"))
	all, errAll := os.ReadDir(folder)
	if errors.Join(err, errAll) != nil || len(all) != len(backups)+len(others) {
		t.Errorf("among the backups there are %v", all)
	}
}
