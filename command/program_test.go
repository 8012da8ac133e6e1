package command

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"stappenplan/store"
	"stappenplan/store/storetest"
)

func TestMain(m *testing.M) {
	storetest.NoSleepAtTheEnd()
	testscript.Main(m, programs)
}

// programs are what the tests themselves are when they are called by another name.
var programs = map[string]func(){programName: call, "damage": damage}

// call is the program as the sessions call it: a real one, in which a passphrase is quick to try.
func call() {
	env := surroundings()
	env.effort = quick
	os.Exit(run(os.Args[1:], env, os.Stdin, os.Stdout, os.Stderr))
}

// quick is the effort of a passphrase in tests.
const quick = 4

// damage is a command of the sessions: it puts one text in the place of another of the same length, in every page of a
// file, or cuts off the last page that is in use, as its header tells.
func damage() {
	file := os.Args[1]
	content, err := os.ReadFile(file)
	if err == nil && os.Args[2] == "cut" {
		size, pages := binary.LittleEndian.Uint32(content[24:]), binary.LittleEndian.Uint64(content[56:])
		content = content[:uint64(size)*(pages-1)]
	} else if err == nil {
		content = bytes.ReplaceAll(content, []byte(os.Args[2]), []byte(os.Args[3]))
	}
	if err = errors.Join(err, os.WriteFile(file, content, 0o600)); err != nil {
		panic(err)
	}
}

// TestScripts runs the sessions in testdata/script: one a command or a promise.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("USERPROFILE", filepath.Join(env.WorkDir, "home"))
			env.Setenv("LOCALAPPDATA", filepath.Join(env.WorkDir, "home", "local"))
			env.Setenv("TERM", "xterm")
			env.Setenv("TZ", "UTC")
			env.Setenv("LONG", strings.Repeat("n", 300)+".db")
			env.Setenv("GORACE", os.Getenv("GORACE"))
			return nil
		},
	})
}

// computer is what the calls of a test run on; a test sets what matters to it.
type computer struct {
	environment
	said, wrong string // by the last call
}

// newComputer has a clock that hardly moves on from a moment in November, counted ids, a data folder and a terminal.
func newComputer(t *testing.T) *computer {
	t.Helper()
	n, looks := 0, 0
	return &computer{environment: environment{
		context:     context.Background(),
		variable:    func(name string) string { return map[string]string{"TERM": "xterm"}[name] },
		system:      "linux",
		display:     func() string { return "" },
		dataFolder:  t.TempDir(),
		inTerminal:  true,
		outTerminal: true,
		errTerminal: true,
		clock: func() time.Time { // moves on at each look, as far as a quick hand needs
			looks++
			return time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC).Add(time.Duration(looks) * 20 * time.Millisecond)
		},
		newID:      func() string { n++; return fmt.Sprintf("id-%d", n) },
		effort:     quick,
		drive:      func(string) store.Drive { return store.OwnDrive },
		build:      build{Version: "1.2.3"},
		saveMemory: func() {}, // or all other tests would collect garbage too
	}}
}

// call runs the program with this on its standard input, and gives the exit status.
func (c *computer) call(typed string, args ...string) int {
	var out, errs bytes.Buffer
	status := run(args, c.environment, strings.NewReader(typed), &out, &errs)
	c.said, c.wrong = out.String(), errs.String()
	return status
}

// calls runs the program and fails the test unless it ends with this status.
func (c *computer) calls(t *testing.T, status int, typed string, args ...string) {
	t.Helper()
	if got := c.call(typed, args...); got != status {
		t.Fatalf("%s: status %d, want %d\n%s%s", strings.Join(args, " "), got, status, c.said, c.wrong)
	}
}

// says fails the test unless the last call said this, on either output.
func (c *computer) says(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(c.said+c.wrong, text) {
			t.Errorf("nothing says %q in:\n%s%s", text, c.said, c.wrong)
		}
	}
}

// brokenPipe is an output nobody reads.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestOutputThatIsLostIsNoSuccess(t *testing.T) {
	c := newComputer(t)
	for _, args := range [][]string{{"status"}, {"help"}, {"export"}, {"--example", "history"}, {"--plain"}} {
		var errs bytes.Buffer
		status := run(args, c.environment, strings.NewReader("An\n\nj\n"), brokenPipe{}, &errs)
		if status != statusRefused || strings.Count(errs.String(), "\n") != 1 {
			t.Errorf("%v: status %d, says %q", args, status, errs.String())
		}
	}
}

func TestCtrlCStopsWithALineHowToGoOn(t *testing.T) {
	c := newComputer(t)
	stopping, stop := context.WithCancelCause(context.Background())
	c.context = stopping
	reader, writer := io.Pipe()
	go func() {
		io.WriteString(writer, "An\n")
		io.WriteString(writer, "School\n")
		stop(stopped{statusStopped})
	}()
	var out, errs bytes.Buffer
	status := run([]string{"--plain"}, c.environment, reader, &out, &errs)
	if status != statusStopped || !strings.Contains(out.String(), "Verdergaan: stappenplan --plain") {
		t.Errorf("status %d, says %q", status, out.String())
	}
}

// What is typed as a command is told short, also where it begins as a call of ours.
func TestAWordThatBeginsAsACallIsToldShort(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusUsage, "", "stappenplan "+strings.Repeat("x", 60))
	if c.says(t, "stappenplan xxx"); strings.Contains(c.wrong, strings.Repeat("x", 30)) {
		t.Errorf("it says %q", c.wrong)
	}
}
