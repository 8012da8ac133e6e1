package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/vt"
	"github.com/charmbracelet/x/xpty"

	"stappenplan/steps"
)

// terminal is the real program in a real terminal of 80 by 24.
type terminal struct {
	t       *testing.T
	pty     *xpty.UnixPty
	leader  *exec.Cmd
	stays   io.Closer // as long as this is open, the leader does
	program *os.Process
	mutex   sync.Mutex
	changed *sync.Cond
	screen  *vt.Emulator
	raw     strings.Builder
	closed  bool
}

// patience is how long a text may take to come on a busy machine before the test gives up.
const patience = 30 * time.Second

// start starts the program on a file.
func start(t *testing.T, program, file string, variables ...string) *terminal {
	t.Helper()
	return startCall(t, program, []string{"--file", file}, variables...)
}

// startCall starts the program with these arguments.
func startCall(t *testing.T, program string, args []string, variables ...string) *terminal {
	t.Helper()
	pty, err := xpty.NewUnixPty(80, 24)
	if err != nil {
		t.Fatal(err)
	}
	controlled := pty.Control(func(fd uintptr) { err = syscall.SetNonblock(int(fd), true) }) // or closing it waits for who reads
	if err := errors.Join(controlled, err); err != nil {
		t.Fatal(err)
	}
	term := &terminal{t: t, pty: pty, screen: vt.NewEmulator(80, 24)}
	term.changed = sync.NewCond(&term.mutex)
	term.leader, term.stays, term.program = led(t, pty, append([]string{program}, args...), variables)
	pty.Slave().Close() // so that reading ends with the program
	go term.watch()
	// What the terminal answers to the program's questions.
	go func() {
		buffer := make([]byte, 256)
		for {
			n, err := term.screen.Read(buffer)
			if err != nil {
				return
			}
			_, _ = pty.Write(buffer[:n])
		}
	}()
	t.Cleanup(func() {
		_ = term.program.Kill()
		term.stays.Close()
		pty.Close()
	})
	return term
}

// watch draws what the program writes, until it ends.
func (term *terminal) watch() {
	buffer := make([]byte, 32*1024)
	for {
		n, err := term.pty.Read(buffer)
		term.mutex.Lock()
		_, _ = term.screen.Write(buffer[:n])
		term.raw.Write(buffer[:n])
		term.closed = err != nil
		term.changed.Broadcast()
		closed := term.closed
		term.mutex.Unlock()
		if closed {
			return
		}
	}
}

// sees waits until all texts stand on the screen.
func (term *terminal) sees(texts ...string) *terminal {
	term.t.Helper()
	term.until(func() bool {
		screen := term.screen.String()
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	}, strings.Join(texts, ", "))
	return term
}

func (term *terminal) until(there func() bool, what string) {
	term.t.Helper()
	deadline := time.Now().Add(patience)
	expired := time.AfterFunc(patience+time.Second, term.changed.Broadcast) // past the deadline, or nothing looks any more
	defer expired.Stop()
	term.mutex.Lock()
	defer term.mutex.Unlock()
	for !there() {
		if term.closed || time.Now().After(deadline) {
			term.t.Fatalf("%s: not on the screen:\n%s", what, term.screen.String())
		}
		term.changed.Wait()
	}
}

// keys are what a terminal sends for the keys that are no letters.
var keys = map[string]string{
	"enter": "\r", "tab": "\t", "backspace": "\x7f", "esc": "\x1b", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "ctrl+c": "\x03", "ctrl+s": "\x13", "ctrl+k": "\x0b", "ctrl+z": "\x1a", "ctrl+y": "\x19", "home": "\x1b[H", "end": "\x1b[F",
}

// press presses keys by name, or letters; a text is pasted, for its letters would come faster than a hand.
func (term *terminal) press(names ...string) *terminal {
	term.t.Helper()
	for _, name := range names {
		sent, named := keys[name]
		switch {
		case !named && utf8.RuneCountInString(name) > 1:
			sent = marked(name) + keys["end"] // a key that ends the paste: what comes right behind would belong to it
		case !named:
			sent = name
		}
		if _, err := term.pty.Write([]byte(sent)); err != nil {
			term.t.Fatal(err)
		}
	}
	return term
}

// leaves goes to the overview and stops there.
func (term *terminal) leaves() {
	term.t.Helper()
	term.press("ctrl+k").sees("── Zoeken").press("overzicht").sees("▸ Overzicht").press("enter").sees("── Overzicht").press("q").ends()
}

// written is all that the program wrote until now.
func (term *terminal) written() string {
	term.mutex.Lock()
	defer term.mutex.Unlock()
	return term.raw.String()
}

// ends waits until the program is gone and all that it wrote is read, and gives its exit status.
func (term *terminal) ends() int {
	term.t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	term.until(func() bool { return term.closed }, "the end")
	term.stays.Close()
	_ = xpty.WaitProcess(ctx, term.leader)
	return term.leader.ProcessState.ExitCode()
}

// restored says whether the terminal was left as it was: the usual screen, its cursor shown.
func (term *terminal) restored() bool {
	raw := term.written()
	return strings.LastIndex(raw, "\x1b[?1049l") > strings.LastIndex(raw, "\x1b[?1049h") &&
		strings.LastIndex(raw, "\x1b[?25h") >= strings.LastIndex(raw, "\x1b[?25l")
}

func TestEightStepsInARealTerminal(t *testing.T) {
	program, file := realProgram(t), filepath.Join(t.TempDir(), "p.db")
	term := start(t, program, file).sees("Welkom").press("enter").sees("Je naam").press("An Peeters", "enter").sees("An Peeters")
	term.press("De Linde", "enter").sees("▸ Naar stap 1", "bewaard ✓").press("enter").sees("Stap 1 van 8")
	term.press("down").sees("ctrl+j").press("besproken op de directieraad", "enter").sees("bewaard ✓", "▸ Bewijs").press("up", "up").sees("▸ ○ Ja (j)")
	term.press("right", "enter").sees("▸ Verder naar stap 2").press("esc").sees("▸ ● Ja (j)").press("esc").sees("Overzicht").press("q")
	if status := term.ends(); status != 0 {
		t.Fatalf("q ends with %d", status)
	}

	for _, step := range []string{"2", "3"} {
		term = start(t, program, file).sees("Stap "+step+" van 8").press("right", "enter").sees("▸ Verder naar stap").press("ctrl+c")
		if status := term.ends(); status != statusStopped || !term.restored() || !strings.Contains(term.written(), "Verdergaan") {
			t.Fatalf("Ctrl+C ends with %d:\n%s", status, term.written())
		}
	}
	term = start(t, program, file).sees("Stap 4 van 8").press("right", "right", "right", "enter").sees("Geen groep (telt als nee)", "▸ ● Geen groep")
	term.press("enter").sees("Je werkt verder als school").leaves()

	term = start(t, program, file).sees("Stap 5 van 8", "0 van 77").press("A").sees("voor 14 taken").press(">").sees("14 van 77").press("A").sees("28 van 77")
	for _, done := range []string{"41 van 77", "58 van 77", "61 van 77", "77 van 77"} {
		term.press(">", "left", "A").sees(done)
	}
	term.leaves()

	term = start(t, program, file).sees("Stap 6 van 8", "0 van 76").press("E").sees("27 van 76")
	for _, done := range []string{"44 van 76", "60 van 76", "76 van 76"} {
		term.press(">", "left", "E").sees(done)
	}
	term.press("home", "down", "e").sees("ontbreekt", "1 zonder oplossing").press("p").sees("uitbesteden", "76 van 76").leaves()

	fillTeam(start(t, program, file).sees("Nog niemand"))
	term = start(t, program, file).sees("Stap 8 van 8", "▸ Begin").press("enter").sees("ctrl+j").press("loopt goed", "enter").sees("loopt goed", "bewaard ✓")
	term.press("blijft zo", "enter").sees("blijft zo", "▸ Evalueerden mee")
	term.press("enter").sees("▸ Evalueer").press("15/5/2027", "enter").sees("15 mei 2027", "8 van 8 stappen").press("esc").sees("Overzicht", "Alle acht stappen zijn gezet").leaves()

	completed(t, program, file)
}

// fillTeam does step 7: two members, every task an owner, five agreements.
func fillTeam(term *terminal) {
	term.t.Helper()
	for _, name := range []string{"An Peeters", "Bart Claes"} {
		term.press("+").sees("voornaam en naam").press(name, "enter").sees("── "+name).press("down").sees("▸ Uren").press("12,5", "enter").sees("12,5 uur")
		term.press("esc").sees("Leden", "0 van")
	}
	term.press("end", "up", "up", "up", "up", "up", "up", "up", "up", "up").sees("▸ 40 taken").press("enter").sees("Wie trekt welke taak", "▸ ○")
	for n := range 40 { // those that are needed now, but one that is outsourced
		term.press("left", "o").sees(fmt.Sprintf("%d van 40", n+1)).press(">")
	}
	term.press("esc").sees("Afspraken").press("end", "up", "up", "up", "up", "up", "up", "up").sees("▸ ○ Kennisdeling").press("enter")
	for _, title := range []string{"Kennisdeling", "Wie springt in", "Documenteren", "Organisatie", "Samenwerken"} {
		term.sees("── "+title, "▸ Nodig").press("enter").sees("ctrl+j").press("we spreken af: "+title, "enter").sees("we spreken af: "+title, "▸ Klaar").press("enter")
	}
	term.sees("7 van 8 stappen", "v verder").leaves()
}

// completed asks the commands what the screens made.
func completed(t *testing.T, program, file string) {
	t.Helper()
	out, err := exec.Command(program, "--file", file, "status", "--json").Output()
	var status struct{ Complete bool }
	if err != nil || json.Unmarshal(out, &status) != nil || !status.Complete {
		t.Fatalf("status: %v\n%s", err, out)
	}
	summary, err := exec.Command(program, "--file", file, "--lang", "nl", "export", "--notes").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, said := range []string{"De Linde", "Teamlid 1", "Teamlid 2", "besproken op de directieraad", "loopt goed", "blijft zo", "15 mei 2027", "we spreken af: Samenwerken", "uitbesteden", "Eerstelijnshelpdesk"} {
		if !strings.Contains(string(summary), said) {
			t.Errorf("the summary does not say %q", said)
		}
	}
	if out, err := exec.Command(program, "--file", file, "check").CombinedOutput(); err != nil {
		t.Errorf("check: %v\n%s", err, out)
	}
}

func TestNothingSaidToBeSavedOnScreenIsLostWhenTheProgramIsKilled(t *testing.T) {
	w := &walk{newComputer(t), t, filepath.Join(t.TempDir(), "p.db")}
	program := realProgram(t)
	term := start(t, program, w.file).sees("Welkom").press("enter").sees("Je naam").press("An", "enter", "De Linde", "enter").sees("bewaard ✓")
	for i, choice := range []steps.Choice{steps.No, steps.Open, steps.Yes, steps.No} {
		if i > 0 {
			term = start(t, program, w.file).sees("van 8 stappen").press("esc").sees("── Overzicht").press("1")
		} else {
			term.press("enter")
		}
		term.sees("Stap 1 van 8")
		for range 3 {
			term.press("right")
		}
		for range map[steps.Choice]int{steps.Yes: 2, steps.No: 1, steps.Open: 0}[choice] {
			term.press("left")
		}
		term.press("enter").sees("je antwoordde")
		term.signals(os.Kill)
		term.ends()
		if got := w.plan().Answers[steps.Awareness].Choice; got != choice {
			t.Fatalf("after a kill the answer is %q, want %q", got, choice)
		}
	}
}

// TestAPlanWhoseFileIsGoneGoesOnInANewOne takes the file away, as a pulled stick or a network drive does.
func TestAPlanWhoseFileIsGoneGoesOnInANewOne(t *testing.T) {
	program, file, home := realProgram(t), filepath.Join(t.TempDir(), "p.db"), t.TempDir()
	term := start(t, program, file, "HOME="+home).sees("Welkom").press("enter").sees("Je naam").press("An", "enter", "De Linde", "enter").sees("bewaard ✓")
	term.press("enter").sees("Stap 1 van 8")
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	term.press("right", "enter").sees("Niet bewaard", "weggehaald", "ctrl+s nieuw bestand", "Stap 1 Bewustzijn: ja")
	term.press("ctrl+s").sees("bewaard ✓", "Je hele plan staat nu in", "▸ Verder naar stap 2").press("esc").sees("Stap 1 van 8").press("down").sees("ctrl+j").press("ook dit", "enter").sees("bewaard ✓")
	term.press("ctrl+c")
	if status := term.ends(); status != statusStopped {
		t.Errorf("the exit status is %d", status)
	}
	files, err := filepath.Glob(filepath.Join(home, "Documents", "stappenplan-*.db"))
	if err != nil || len(files) != 1 {
		t.Fatalf("new files: %v, %v", files, err)
	}
	if raw := strings.ReplaceAll(term.written(), "\r\n", ""); !strings.Contains(raw, "stappenplan --file \""+files[0]) {
		t.Errorf("it is not said where the plan is:\n%s", raw)
	}
	plan := (&walk{newComputer(t), t, files[0]}).plan()
	if a := plan.Answers[steps.Awareness]; a.Choice != steps.Yes || a.Note != "ook dit" || plan.School.Name != "De Linde" {
		t.Errorf("%q, %+v", plan.School.Name, a)
	}
}

// TestAFirstAnswerIsRescuedToo: there is nothing yet but the answer that could not be kept.
func TestAFirstAnswerIsRescuedToo(t *testing.T) {
	program, file, home := realProgram(t), filepath.Join(t.TempDir(), "p.db"), t.TempDir()
	term := start(t, program, file, "HOME="+home).sees("Welkom").press("enter").sees("Je naam").press("An", "enter")
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	term.press("De Linde", "enter").sees("Niet bewaard").press("ctrl+s").sees("bewaard ✓", "Je hele plan staat nu in").press("ctrl+c").ends()
	files, _ := filepath.Glob(filepath.Join(home, "Documents", "stappenplan-*.db"))
	if len(files) != 1 || (&walk{newComputer(t), t, files[0]}).plan().School.Name != "De Linde" {
		t.Errorf("new files: %v", files)
	}
}

func TestAClosedWindowLeavesInOrder(t *testing.T) {
	program, file := realProgram(t), filepath.Join(t.TempDir(), "p.db")
	for _, signal := range []os.Signal{syscall.SIGHUP, syscall.SIGTERM} {
		term := start(t, program, file).sees("Welkom")
		term.signals(signal)
		if status := term.ends(); status != 0 || !term.restored() {
			t.Errorf("%v: status %d, terminal restored %v", signal, status, term.restored())
		}
	}
}

func TestNoColourLosesNothing(t *testing.T) {
	program := realProgram(t)
	term := start(t, program, filepath.Join(t.TempDir(), "p.db"), "NO_COLOR=1").sees("Welkom", "▸ Begin").press("ctrl+c")
	term.ends()
	if raw := term.written(); strings.Contains(raw, "\x1b[38;") || strings.Contains(raw, "\x1b[3") && strings.Contains(raw, "\x1b[31m") {
		t.Errorf("colour was written: %q", raw)
	}
}
