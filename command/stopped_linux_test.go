package command

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"stappenplan/steps"
)

// talk is the real program, asking line by line.
type talk struct {
	*walk
	command *exec.Cmd
	home    string
	in      io.WriteCloser
	out     *bufio.Reader
	wrong   strings.Builder // what it said on standard error
}

// talking has the first questions answered, and stands at the note of step 1.
func talking(t *testing.T, program string) *talk {
	t.Helper()
	w := &walk{newComputer(t), t, filepath.Join(t.TempDir(), "p.db")}
	command := exec.Command(program, "--plain", "--lang", "nl", "--file", w.file)
	home := t.TempDir()
	command.Env = append(os.Environ(), "HOME="+home, "XDG_DOCUMENTS_DIR="+home)
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if file, is := out.(*os.File); is {
		_ = file.SetReadDeadline(time.Now().Add(patience)) // a sentence that never comes does not hold the tests
	}
	c := &talk{walk: w, command: command, home: home, in: in, out: bufio.NewReader(out)}
	command.Stderr = &c.wrong
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	c.types("An", "De Linde", "ja")
	w.hears(c.out, "Bewaard.")
	w.hears(c.out, "Bewaard.")
	return c
}

func (c *talk) types(lines ...string) {
	c.t.Helper()
	for _, line := range lines {
		if _, err := io.WriteString(c.in, line+"\n"); err != nil {
			c.t.Fatal(err)
		}
	}
}

// hears reads what the program says up to these words.
func (w *walk) hears(said *bufio.Reader, words string) {
	w.t.Helper()
	for {
		line, err := said.ReadString('\n')
		if strings.Contains(line, words) {
			return
		}
		if err != nil {
			w.t.Fatalf("the program never said %q: %v", words, err)
		}
	}
}

// ends gives the exit status, and what was said at the end.
func (c *talk) ends() (status int, last string) {
	c.t.Helper()
	rest, err := io.ReadAll(c.out)
	if err != nil {
		c.t.Fatal(err)
	}
	_ = c.command.Wait() // its status is what is asked
	return c.command.ProcessState.ExitCode(), string(rest)
}

func TestStoppedLineByLineSaysWhatIsKept(t *testing.T) {
	program := realProgram(t)
	for name, stop := range map[string]struct {
		how    func(*talk) error
		status int
	}{
		"the end of input": {func(c *talk) error { return c.in.Close() }, statusDone},
		"stop":             {func(c *talk) error { c.types("stop"); return nil }, statusDone},
		"INT":              {func(c *talk) error { return c.command.Process.Signal(os.Interrupt) }, statusStopped},
		"TERM":             {func(c *talk) error { return c.command.Process.Signal(syscall.SIGTERM) }, statusDone},
		"HUP":              {func(c *talk) error { return c.command.Process.Signal(syscall.SIGHUP) }, statusDone},
		"QUIT":             {func(c *talk) error { return c.command.Process.Signal(syscall.SIGQUIT) }, statusDone},
	} {
		t.Run(name+", kept", func(t *testing.T) {
			c := talking(t, program)
			if err := stop.how(c); err != nil {
				t.Fatal(err)
			}
			status, last := c.ends()
			if status != stop.status || !strings.Contains(last, "Alles wat je antwoordde, is bewaard.") {
				t.Errorf("status %d, the last words are %q", status, last)
			}
		})
		t.Run(name+", not kept", func(t *testing.T) {
			c := talking(t, program)
			if err := os.Remove(c.file); err != nil {
				t.Fatal(err)
			}
			c.types("een lange nacht")
			c.hears(c.out, "Typ ‘bewaar’ en een bestandsnaam")
			want, said := stop.status, "Je hele plan staat in een nieuw bestand"
			if name == "stop" { // twice: the person knows
				c.types("stop")
				c.hears(c.out, "nog eens ‘stop’")
				want, said = statusRefused, ""
			}
			if err := stop.how(c); err != nil {
				t.Fatal(err)
			}
			status, last := c.ends()
			if status != want || !strings.Contains(last, said) || strings.Contains(last, "is bewaard") {
				t.Errorf("status %d, the last words are %q, %q", status, last, c.wrong.String())
			}
			if want == statusRefused && !strings.Contains(c.wrong.String(), "Dit staat nergens") {
				t.Errorf("it is not said what is lost: %q", c.wrong.String())
			}
		})
	}
}

func TestLineByLineGoesOnInANewFile(t *testing.T) {
	program, folder := realProgram(t), t.TempDir()
	for _, typed := range []string{filepath.Join(folder, "Mijn plan.db"), "~/mijn  plan.db", `~/"het $PLAN".db`} {
		c := talking(t, program)
		if err := os.Remove(c.file); err != nil {
			t.Fatal(err)
		}
		c.types("een lange nacht", "bewaar "+c.home+"/", "bewaar "+typed, "stop")
		status, last := c.ends()
		c.file = strings.Replace(typed, "~", c.home, 1)
		_, command, _ := strings.Cut(last, "Verdergaan: ")
		words, err := exec.Command("sh", "-c", "printf '%s\n' "+command).Output()
		if want := "stappenplan\n--file\n" + c.file + "\n--plain\n"; status != statusDone || err != nil || string(words) != want {
			t.Errorf("status %d, the last words are %q, to a shell %q: %v", status, last, words, err)
		}
		if a := c.plan().Answers[steps.Awareness]; a.Note != "een lange nacht" || a.Choice != steps.Yes {
			t.Errorf("in the new file: %+v", a)
		}
	}
}

// fillsDisk lets the program write nothing more, as on a full disk, or lets it write again.
func (c *talk) fillsDisk(full bool) {
	c.t.Helper()
	limit := unix.Rlimit{Cur: unix.RLIM_INFINITY, Max: unix.RLIM_INFINITY}
	if full {
		limit.Cur = 0
	}
	if err := unix.Prlimit(c.command.Process.Pid, unix.RLIMIT_FSIZE, &limit, nil); err != nil {
		c.t.Fatal(err)
	}
}

func TestLineByLineAFullDiskIsTriedAgain(t *testing.T) {
	c := talking(t, realProgram(t))
	c.fillsDisk(true)
	c.types("een lange nacht")
	c.hears(c.out, "de schijf is vol")
	c.hears(c.out, "wordt intussen niet vergeten")
	c.types("")
	c.fillsDisk(false)
	c.types("het verslag", "stop")
	if status, last := c.ends(); status != statusDone || strings.Count(last, "Bewaard.") != 1 {
		t.Errorf("status %d, %q", status, last)
	}
	if a := c.plan().Answers[steps.Awareness]; a.Note != "een lange nacht" || a.Evidence != "het verslag" {
		t.Errorf("kept: %+v", a)
	}
}

func TestLineByLineAFullDiskIsNamedAtTheEnd(t *testing.T) {
	c := talking(t, realProgram(t))
	c.fillsDisk(true)
	c.types("een lange nacht")
	c.hears(c.out, "de schijf is vol")
	_ = c.in.Close()
	status, last := c.ends()
	if status != statusRefused || strings.Contains(last, "is bewaard") || !strings.Contains(c.wrong.String(), "notitie") {
		t.Errorf("status %d, %q, %q", status, last, c.wrong.String())
	}
	if a := c.plan().Answers[steps.Awareness]; a.Note != "" || a.Choice != steps.Yes {
		t.Errorf("kept: %+v", a)
	}
}
