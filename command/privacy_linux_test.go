package command

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"

	"stappenplan/store"
)

// offlineName is a command of these tests: the program, which the system ends where it asks for a connection. UMASK is that of its files.
const offlineName = "offline"

func init() {
	programs[offlineName] = func() {
		if mask, err := strconv.ParseInt(os.Getenv("UMASK"), 8, 0); err == nil {
			syscall.Umask(int(mask))
		}
		if err := forbid(unix.SYS_SOCKET, unix.SYS_CONNECT); err != nil {
			panic(err)
		}
		os.Exit(Run(os.Args[1:]))
	}
}

// forbid has the system end this process, and what it starts, at the first of these calls.
func forbid(calls ...uint32) error {
	program := []unix.SockFilter{{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS}} // the number of the call
	for _, call := range calls {
		program = append(program, unix.SockFilter{Code: unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, K: call, Jf: 1},
			unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_KILL_PROCESS})
	}
	program = append(program, unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_ALLOW})
	filter := unix.SockFprog{Len: uint16(len(program)), Filter: &program[0]}
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return err
	}
	if _, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC, uintptr(unsafe.Pointer(&filter))); errno != 0 {
		return errno
	}
	return nil
}

// offline runs the program in a home of its own, whose files are made with a mask.
func offline(t *testing.T, home, mask string) installed {
	t.Helper()
	program, err := exec.LookPath(offlineName)
	if err != nil {
		t.Fatal(err)
	}
	return func(ctx context.Context, folder string, args ...string) *exec.Cmd {
		command := exec.CommandContext(ctx, program, args...)
		command.Dir, command.Env = folder, append(os.Environ(), variablesOf(home, mask)...)
		return command
	}
}

func variablesOf(home, mask string) []string {
	return []string{
		"HOME=" + home, "XDG_DATA_HOME=" + filepath.Join(home, "data"), "XDG_STATE_HOME=" + filepath.Join(home, "state"),
		"TMPDIR=" + filepath.Join(home, "tmp"), "UMASK=" + mask, "TERM=xterm", "TZ=UTC", "LC_ALL=C.UTF-8",
	}
}

// homeOf makes a home with an empty folder for temporary files.
func homeOf(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	if err := os.Mkdir(filepath.Join(home, "tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	return home
}

// ofTheOwner fails the test unless all that was made below a folder is its owner's alone.
func ofTheOwner(t *testing.T, folder string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == folder {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is %v", path, info.Mode())
		}
		if !entry.IsDir() {
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestWhatIsMadeIsTheOwnersAlone, whatever the mask: the plan, its backups and documents; nothing comes in the folder for temporary files,
// and no connection is made.
func TestWhatIsMadeIsTheOwnersAlone(t *testing.T) {
	reads := [][]string{{"check"}, {"status"}, {"history"}, {"overview", "p.db"}, {"backup"}, {"restore"}, {"erase"}}
	for _, format := range []string{"md", "html", "pdf", "docx", "odt", "pptx", "xlsx", "csv", "json", "yaml", "ics"} {
		reads = append(reads, []string{"export", "--output", "new." + format})
	}
	for _, mask := range []string{"000", "077"} {
		home := homeOf(t)
		program := offline(t, home, mask)
		for _, w := range everyWork(t) {
			folder := w.folder(t)
			if said := w.do(t.Context(), program, folder, w.things(), 1<<30); said != w.things() {
				t.Errorf("%s: %d things are said to be kept", w.name, said)
			}
			calls := [][]string{{"check"}}
			if w.name == "export" {
				calls = reads
			}
			for _, args := range calls {
				command := program(t.Context(), folder, append([]string{"--file", "p.db"}, args...)...)
				if said, err := command.CombinedOutput(); err != nil {
					t.Errorf("%v: %v\n%s", args, err, said)
				}
			}
			ofTheOwner(t, folder)
		}
		ofTheOwner(t, home)
		if names := namesBeside(t, filepath.Join(home, "tmp", "x")); len(names) > 0 {
			t.Errorf("among the temporary files there are %v", names)
		}
	}
}

// TestMigratingAndErasingMakeTheOwnersFiles too, and a copy of an older format stays as private as the file was.
func TestMigratingAndErasingMakeTheOwnersFiles(t *testing.T) {
	for _, e := range earlierBuilds(t) {
		path, home := e.file(t), homeOf(t)
		if err := os.Chmod(path, 0o600); err != nil {
			t.Fatal(err)
		}
		program := offline(t, home, "000")
		for _, args := range [][]string{{"--plan", "plan", "undo"}, {"erase", "--yes", "plan:buurschool"}} {
			if said, err := program(t.Context(), filepath.Dir(path), append([]string{"--file", path}, args...)...).CombinedOutput(); err != nil {
				t.Errorf("%v: %v\n%s", args, err, said)
			}
		}
		ofTheOwner(t, filepath.Dir(path))
		ofTheOwner(t, home)
	}
}

// operating are the sequences that speak to the terminal itself: its title, its clipboard, the folder it is in.
var operating = regexp.MustCompile(`\x1b\]([0-9]+)[^\x07\x1b]*`)

// TestTheScreensTellNobody: the title of the window and what the program remembers name no school and no person, the clipboard is left
// alone, nothing comes in the folder for temporary files, and no connection is made.
func TestTheScreensTellNobody(t *testing.T) {
	program, err := exec.LookPath(offlineName)
	if err != nil {
		t.Fatal(err)
	}
	home := homeOf(t)
	term, w := asked(t, program, variablesOf(home, "000")...)
	term.press("j").sees("je antwoordde: ja")
	term.leaves()
	said := operating.FindAllStringSubmatch(term.written(), -1)
	if !slices.ContainsFunc(said, func(s []string) bool { return s[1] == "2" && strings.Contains(s[0], "Stappenplan") }) {
		t.Errorf("the window has no title: %q", said)
	}
	for _, s := range said {
		if s[1] == "52" || strings.Contains(s[0], "Linde") || strings.Contains(s[0], "An") {
			t.Errorf("the terminal is told %q", s[0])
		}
	}
	for _, file := range append(ofTheOwner(t, home), ofTheOwner(t, filepath.Dir(w.file))...) {
		if file == w.file || store.IsBackup(file) {
			continue
		}
		if strings.Contains(contentOf(t, file), "Linde") || strings.HasPrefix(file, filepath.Join(home, "tmp")) {
			t.Errorf("there is %s", file)
		}
	}
}

// TestAFileThatOthersCanReadIsToldOnce.
func TestAFileThatOthersCanReadIsToldOnce(t *testing.T) {
	c := newComputer(t)
	c.stateFolder = t.TempDir()
	folder, err := os.MkdirTemp("/tmp", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	file := filepath.Join(folder, "plan.db")
	c.calls(t, statusDone, "", "--file", file, "import", written(t, "plan.json", onePlan))
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	const told = "Op deze computer kunnen anderen dit lezen: verplaats het."
	if c.calls(t, statusDone, "n\nstop\n", "--file", file, "--plain"); strings.Contains(c.said, told) {
		t.Errorf("of the owner's own it says\n%s", c.said)
	}
	if err := os.Chmod(file, 0o644); err != nil {
		t.Fatal(err)
	}
	for i := range 2 {
		c.calls(t, statusDone, "stop\n", "--file", file, "--plain")
		if strings.Contains(c.said, told) != (i == 0) {
			t.Errorf("time %d:\n%s", i+1, c.said)
		}
	}
}

// TestAConnectionEndsTheProgram, or the tests above would show nothing.
func TestAConnectionEndsTheProgram(t *testing.T) {
	if os.Getenv("UMASK") == "connect" {
		if err := forbid(unix.SYS_SOCKET); err != nil {
			t.Fatal(err)
		}
		_, _ = unix.Socket(unix.AF_INET, unix.SOCK_STREAM, 0)
		return
	}
	command := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	command.Env = append(os.Environ(), "UMASK=connect")
	var exit *exec.ExitError
	if err := command.Run(); !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != unix.SIGSYS {
		t.Errorf("it ended with %v", err)
	}
}
