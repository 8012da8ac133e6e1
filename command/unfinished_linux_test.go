package command

import (
	"os"
	"syscall"
	"testing"

	"stappenplan/store"
)

// TestWhatIsUnfinishedIsNotForgotten: an encryption that could not reach a backup stays to be done when somebody erases meanwhile.
func TestWhatIsUnfinishedIsNotForgotten(t *testing.T) {
	c := newComputer(t)
	path := planWithBackup(t, c)
	held, err := os.OpenFile(store.Backups(store.BackupFolder(path))[0].Path, os.O_RDWR, 0)
	if err == nil {
		err = syscall.Flock(int(held.Fd()), syscall.LOCK_EX)
	}
	if err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusRefused, aPhrase+"\n"+aPhrase+"\n", "--file", path, "encrypt", "--yes")
	c.says(t, "deze kopieën waren niet te bereiken")
	c.calls(t, statusDone, aPhrase+"\nvoorgoed wissen\nAn\nj\nstop\n", "--file", path, "--plain")
	if got := string(store.Intended(path)); got != encrypting {
		t.Errorf("to be done is %q", got)
	}
	held.Close()
	c.calls(t, statusDone, aPhrase+"\n", "--file", path, "undo")
	if c.says(t, "Het versleutelen dat begonnen was, is nu af"); store.Intended(path) != nil || liesOpen(t, store.BackupFolder(path), "school") != nil {
		t.Error("a backup lies open")
	}
}
