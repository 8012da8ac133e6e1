package command

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"stappenplan/store"
)

// holdBackup opens a backup of a file as another program would that has it to itself.
func holdBackup(t *testing.T, path string) *os.File {
	t.Helper()
	held, err := os.OpenFile(store.Backups(store.BackupFolder(path))[0].Path, os.O_RDWR, 0)
	if err == nil {
		err = syscall.Flock(int(held.Fd()), syscall.LOCK_EX)
	}
	if err != nil {
		t.Fatal(err)
	}
	return held
}

// TestWhatCannotBeReadStaysToBeDone: nothing that makes the file anew is begun beside it, and the questions go on.
func TestWhatCannotBeReadStaysToBeDone(t *testing.T) {
	t.Parallel()
	c := newComputer(t)
	path := planWithBackup(t, c)
	if err := os.Mkdir(filepath.Join(filepath.Dir(path), ".stappenplan-p.db.unfinished"), 0o700); err != nil {
		t.Fatal(err)
	}
	for call, status := range map[string]int{"erase": statusRefused, "erase --yes name:An": statusRefused, "encrypt": statusRefused, "decrypt": statusRefused, "undo": statusDone} {
		c.calls(t, status, "", append([]string{"--file", path}, strings.Fields(call)...)...)
		c.says(t, "is iets begonnen dat niet af is", "het is geen gewoon bestand")
	}
}

// TestWhatIsUnfinishedTellsNoText: beside a file of which a copy cannot be reached stands who is erased, and not what was written.
func TestWhatIsUnfinishedTellsNoText(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "plan.json", aloneIn))
	c.calls(t, statusDone, "", "--file", path, "backup")
	held := holdBackup(t, path)
	c.calls(t, statusRefused, strings.Repeat("j\n", 9), "--file", path, "erase", "name:Yusuf Demir")
	if got := string(toBeDone(t, path)); !strings.Contains(got, `"in":["`) || strings.Contains(got, "Vraag") {
		t.Errorf("beside the file stands %s", got)
	}
	held.Close()
	c.calls(t, statusDone, "", "--file", path, "check")
	c.calls(t, statusDone, "stop\n", "--file", path, "--plain")
	nowhere(t, filepath.Dir(path), "Yusuf")
}

// TestWhatIsUnfinishedIsNotForgotten: an encryption that could not reach a backup stays to be done when somebody erases meanwhile.
func TestWhatIsUnfinishedIsNotForgotten(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	held := holdBackup(t, path)
	c.calls(t, statusRefused, aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt", "--yes")
	c.says(t, "deze kopieën waren niet te bereiken")
	c.calls(t, statusDone, aPhrase+"\nvoorgoed wissen\nAn\nj\nstop\n", "--file", path, "--plain")
	if got := string(toBeDone(t, path)); !strings.HasSuffix(got, `"encrypt":true}`) {
		t.Errorf("to be done is %q", got)
	}
	held.Close()
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "undo")
	if c.says(t, "Het versleutelen dat begonnen was, is nu af"); toBeDone(t, path) != nil || liesOpen(t, store.BackupFolder(path), "school") != nil {
		t.Error("a backup lies open")
	}
}
