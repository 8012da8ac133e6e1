package command

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"stappenplan/steps"
)

// signals sends one to the program.
func (term *terminal) signals(signal os.Signal) {
	term.t.Helper()
	if err := term.program.Signal(signal); err != nil {
		term.t.Fatal(err)
	}
}

// noting has half a note typed at step 1.
func noting(t *testing.T, program, file string) *terminal {
	t.Helper()
	term := start(t, program, file).sees("Welkom").press("enter").sees("Je naam").press("An", "enter", "De Linde", "enter").sees("bewaard ✓")
	return term.press("enter").sees("Stap 1 van 8").press("down").sees("ctrl+j").press("half geschreven").sees("half geschreven")
}

func TestSignalsKeepWhatIsBeingTyped(t *testing.T) {
	program := realProgram(t)
	for signal, status := range map[os.Signal]int{syscall.SIGHUP: statusDone, syscall.SIGTERM: statusDone, syscall.SIGQUIT: statusDone, syscall.SIGINT: statusStopped} {
		file := filepath.Join(t.TempDir(), "p.db")
		term := noting(t, program, file)
		term.signals(signal)
		if got := term.ends(); got != status || !term.restored() {
			t.Errorf("%v: status %d, terminal restored %v\n%s", signal, got, term.restored(), term.written())
		}
		if got := (&walk{newComputer(t), t, file}).plan().Answers[steps.Awareness].Note; got != "half geschreven" {
			t.Errorf("%v: the note is %q", signal, got)
		}
		if !strings.Contains(term.written(), "Alles wat je antwoordde, is bewaard.") {
			t.Errorf("%v: it is not said that all is kept", signal)
		}
	}
}

// TestASuspendedProgramGivesTheTerminalBack stops it from outside, and lets it go on.
func TestASuspendedProgramGivesTheTerminalBack(t *testing.T) {
	program, file := realProgram(t), filepath.Join(t.TempDir(), "p.db")
	term := noting(t, program, file)
	term.signals(syscall.SIGTSTP)
	stopped := func() bool { return processState(t, term.program.Pid) == "T" }
	for deadline := time.Now().Add(patience); !stopped(); {
		if time.Now().After(deadline) {
			t.Fatal("the program did not stop")
		}
	}
	term.until(func() bool {
		raw := term.raw.String()
		return strings.LastIndex(raw, "\x1b[?1049l") > strings.LastIndex(raw, "\x1b[?1049h")
	}, "the usual screen")
	term.signals(syscall.SIGCONT)
	term.until(func() bool {
		raw := term.raw.String()
		return strings.LastIndex(raw, "\x1b[?1049h") > strings.LastIndex(raw, "\x1b[?1049l")
	}, "the screens again")
	term.sees("half geschreven").press(" en verder", "enter").sees("bewaard ✓", "half geschreven en verder").press("ctrl+c")
	if status := term.ends(); status != statusStopped || !term.restored() {
		t.Errorf("status %d, terminal restored %v", status, term.restored())
	}
}

// processState is the letter with which the system says what a process does.
func processState(t *testing.T, process int) string {
	t.Helper()
	content, err := os.ReadFile("/proc/" + strconv.Itoa(process) + "/stat")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(content), ") ")
	return after[:1]
}

func TestWhatIsNotOnDiskIsSaidOnEveryWayOut(t *testing.T) {
	program := realProgram(t)
	for name, spoil := range map[string]func(file string) error{
		"removed":  os.Remove,
		"moved":    func(file string) error { return os.Rename(file, file+".elders") },
		"replaced": func(file string) error { return exec.Command("cp", "--remove-destination", os.Args[0], file).Run() },
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "p.db")
			term := noting(t, program, file)
			if err := spoil(file); err != nil {
				t.Fatal(err)
			}
			term.press("enter").sees("Niet bewaard").press("ctrl+c").sees("Nog eens ctrl+c").press("ctrl+c")
			if status := term.ends(); status != statusRefused || !term.restored() {
				t.Errorf("status %d, terminal restored %v", status, term.restored())
			}
			_, last, _ := strings.Cut(term.written(), "\x1b[?1049l")
			if !strings.Contains(strings.ReplaceAll(last, "\r\n", " "), "Dit staat nergens") || strings.Contains(last, "is bewaard") {
				t.Errorf("the last words are %q", last)
			}
		})
	}
}

// TestAWindowThatIsGoneKeepsWhatIsBeingTyped closes the terminal itself, which then says so to whoever is in it.
func TestAWindowThatIsGoneKeepsWhatIsBeingTyped(t *testing.T) {
	file := filepath.Join(t.TempDir(), "p.db")
	term := noting(t, realProgram(t), file)
	if err := term.pty.Master().Close(); err != nil {
		t.Fatal(err)
	}
	if status := term.ends(); status != statusDone {
		t.Errorf("status %d", status)
	}
	if got := (&walk{newComputer(t), t, file}).plan().Answers[steps.Awareness].Note; got != "half geschreven" {
		t.Errorf("the note is %q", got)
	}
}
