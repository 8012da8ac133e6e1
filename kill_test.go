package main

import (
	"bufio"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"stappenplan/steps"
)

// realProgram builds the program and gives its path.
func realProgram(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), programName)
	if runtime.GOOS == "windows" {
		path += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return path
}

func TestNothingSaidToBeKeptIsLostWhenTheProgramIsKilled(t *testing.T) {
	program := realProgram(t)
	w := &walk{newComputer(t), t, filepath.Join(t.TempDir(), "p.db")}
	for i := range 12 {
		// Notes at step 1, one more each time before the program is killed.
		notes := make([]string, 1+i%3)
		for k := range notes {
			notes[k] = fmt.Sprintf("notitie %d.%d", i, k)
		}
		w.killedAfter(program, notes)
		if got, want := w.plan().Answers[steps.Awareness].Note, notes[len(notes)-1]; got != want {
			t.Fatalf("after a kill the note is %q, want %q", got, want)
		}
		w.calls(t, statusDone, "", "--file", w.file, "check")
	}
}

// killedAfter types notes at step 1 and kills the program as soon as it says that the last one is kept.
func (w *walk) killedAfter(program string, notes []string) {
	w.t.Helper()
	command := exec.Command(program, "--plain", "--lang", "nl", "--file", w.file)
	in, err := command.StdinPipe()
	if err != nil {
		w.t.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		w.t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		w.t.Fatal(err)
	}
	said := bufio.NewReader(out)
	io.WriteString(in, "1\noverslaan\n")
	for i, note := range notes {
		if i > 0 {
			io.WriteString(in, "terug\n")
		}
		io.WriteString(in, note+"\n")
		w.hears(said, "Bewaard.")
	}
	if err := command.Process.Kill(); err != nil {
		w.t.Fatal(err)
	}
	_ = command.Wait() // killed: that is what it says
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
