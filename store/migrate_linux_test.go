package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

// TestKilledWhileMigrating ends the program at every call to the system that migrating makes, before that is done and
// after: the file is as it was, or of the new format with the entry in it and the copy beside it. Then another goes on.
func TestKilledWhileMigrating(t *testing.T) {
	next := storetest.Entry(4, strings.Repeat("een lang verslag ", 2_000)) // for which the file has to grow
	migrate := func(path string) error {
		s, err := store.Open(path)
		if err != nil {
			return err
		}
		return errors.Join(s.Append("plan", 3, next), s.Close())
	}
	var before []byte
	var entries, all []steps.Entry
	ends := map[string]int{}
	killedWork{
		calls: map[int]int{
			unix.SYS_OPENAT: 2, unix.SYS_WRITE: 1, unix.SYS_FSYNC: 2, unix.SYS_LINKAT: 1, unix.SYS_UNLINKAT: 1,
			unix.SYS_FTRUNCATE: 1, unix.SYS_PWRITE64: 2, unix.SYS_FDATASYNC: 2,
		},
		begin: func(t *testing.T) (path string) {
			path, entries = older(t, 3)
			before, all = bytesOf(t, path), append(entries[:3:3], next)
			return path
		},
		do: migrate,
		ended: func(t *testing.T, path string) {
			format, want := formatOf(t, path), entries
			if format == store.Format {
				want = all
			}
			isOf(t, path, format, want)
			content, err := os.ReadFile(filepath.Join(filepath.Dir(path), "f.v1.db"))
			if (err == nil || format == store.Format) && !bytes.Equal(before, content) {
				t.Error("the copy is not the file as it was")
			}
			ends[fmt.Sprintf("format %s, a copy: %v", format, err == nil)]++
			says(t, "another", migrate(path), "")
			isOf(t, path, store.Format, all)
			store.Sweep(path, time.Now().Add(25*time.Hour))
			besides(t, path, "f.db", "f.v1.db")
		},
		done: func(t *testing.T, path string) { isOf(t, path, store.Format, all) },
	}.run(t)
	if t.Log(ends); os.Getenv(killed) == "" && len(ends) != 3 {
		t.Errorf("it ended %v", ends)
	}
}

// TestTheCopyCannotBeMade is the table of why, and what is said: nothing is kept, nothing is left, and it works later.
func TestTheCopyCannotBeMade(t *testing.T) {
	if storetest.InChild(t) {
		return
	}
	withCall := func(call uint32) func(string, func()) {
		return func(_ string, do func()) { storetest.Failing{Call: call, From: 1, Error: syscall.EIO}.During(t, do) }
	}
	for name, c := range map[string]struct {
		while func(folder string, do func())
		cause string
	}{
		"no file can be made": {func(folder string, do func()) {
			if err := os.Chmod(folder, 0o500); err != nil {
				t.Fatal(err)
			}
			defer os.Chmod(folder, 0o700)
			storetest.AsOwner(t, do)
		}, store.CauseForbidden},
		"the disk is full":  {func(_ string, do func()) { storetest.WithFilesUpTo(t, 5000, do) }, store.CauseFull},
		"it is not written": {withCall(unix.SYS_WRITE), "disk"},
		"it is not synced":  {withCall(unix.SYS_FSYNC), "disk"},
	} {
		t.Run(name, func(t *testing.T) {
			path, entries := older(t, 3)
			before := bytesOf(t, path)
			s := must(store.Open(path))(t)
			for range 2 {
				c.while(filepath.Dir(path), func() {
					err := s.Append("plan", 3, storetest.Entry(4, "x"))
					e, said := errors.AsType[*store.Error](err)
					if !said || e.Code() != store.CopyFailed || e.Values()["path"] != path ||
						e.Values()["folder"] != filepath.Dir(path) || e.Values()["cause"] != c.cause {
						t.Errorf("append: %v", err)
					}
				})
				storetest.Holds(t, s, "plan", entries)
				if !bytes.Equal(before, bytesOf(t, path)) || store.CopyOfOlder(s) != "" {
					t.Error("the file changed")
				}
				besides(t, path, "f.db")
			}
			entries = append(entries, addedTo(t, s, 3))
			s.Close()
			isOf(t, path, store.Format, entries)
			besides(t, path, "f.db", "f.v1.db")
		})
	}
}

// TestTheEntryFailsAfterTheCopy, as often as it is tried: there is one copy, and the file is as it was or has it all.
func TestTheEntryFailsAfterTheCopy(t *testing.T) {
	next := storetest.Entry(4, "een antwoord")
	for name, c := range map[string]struct {
		fails storetest.Failing
		first string // the format that is found afterwards
	}{
		"nothing comes on the disk":      {storetest.Failing{Call: unix.SYS_FDATASYNC, From: 1, Error: syscall.EIO}, "1"},
		"it came there, and is not sure": {storetest.Failing{Call: unix.SYS_FDATASYNC, From: 2, Error: syscall.EIO}, store.Format},
	} {
		t.Run(name, func(t *testing.T) {
			path, entries := older(t, 3)
			all := append(entries[:3:3], next)
			for range 3 {
				s := must(store.Open(path))(t)
				c.fails.During(t, func() { says(t, "append", s.Append("plan", 3, next), store.WriteFailed) })
				if got := store.CopyOfOlder(s); got != "" {
					t.Errorf("it says that the file was migrated: %q", got)
				}
				s.Close()
				isOf(t, path, c.first, map[string][]steps.Entry{"1": entries, store.Format: all}[c.first])
				besides(t, path, "f.db", "f.v1.db")
			}
			s := must(store.Open(path))(t)
			says(t, "append", s.Append("plan", 3, next), "")
			s.Close()
			isOf(t, path, store.Format, all)
			isOf(t, filepath.Join(filepath.Dir(path), "f.v1.db"), "1", entries)
			besides(t, path, "f.db", "f.v1.db")
		})
	}
}

func TestTheCopyHasTheModeOfTheFile(t *testing.T) {
	for _, mode := range []os.FileMode{0o600, 0o640, 0o666} {
		path, _ := older(t, 1)
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		s := must(store.Open(path))(t)
		addedTo(t, s, 1)
		if info, err := os.Stat(store.CopyOfOlder(s)); err != nil || info.Mode() != mode {
			t.Errorf("the copy of %v is %v, %v", mode, info.Mode(), err)
		}
		s.Close()
	}
}

// What was written into the open file from outside is not taken for what is there to copy.
func TestOverwrittenBeforeMigrating(t *testing.T) {
	path, _ := older(t, 3)
	s := must(store.Open(path))(t)
	content := bytesOf(t, path)
	clear(content[2*pageSize:])
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	says(t, "append", s.Append("plan", 3, storetest.Entry(4, "x")), store.FileOverwritten)
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	besides(t, path, "f.db")
}

// A plan may be opened by a link: the copy stands where the person looks, and the link stays one.
func TestMigratingThroughALink(t *testing.T) {
	path, entries := older(t, 3)
	link := filepath.Join(t.TempDir(), "plan.db")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	s := must(store.Open(link))(t)
	entries = append(entries, addedTo(t, s, 3))
	s.Close()
	isOf(t, path, store.Format, entries)
	besides(t, link, "plan.db", "plan.v1.db")
	isOf(t, filepath.Join(filepath.Dir(link), "plan.v1.db"), "1", entries[:3])

	left := filepath.Join(filepath.Dir(link), ".stappenplan-1.copy") // what a link leads to is no left-over, whatever its name
	if err := errors.Join(os.Rename(path, left), os.Remove(link), os.Symlink(left, link)); err != nil {
		t.Fatal(err)
	}
	store.Sweep(link, time.Now().Add(25*time.Hour))
	isOf(t, left, store.Format, entries)
}
