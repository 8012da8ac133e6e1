package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

// writesACopy are the calls with which a copy is written, and these in a short test.
func writesACopy(more ...int) map[int]int {
	calls := map[int]int{unix.SYS_WRITE: 1, unix.SYS_LINKAT: 1}
	if storetest.Long {
		calls = map[int]int{unix.SYS_OPENAT: 3, unix.SYS_WRITE: 1, unix.SYS_FSYNC: 2, unix.SYS_LINKAT: 1, unix.SYS_UNLINKAT: 1}
	}
	for _, call := range more {
		calls[call] = 1
	}
	return calls
}

// TestKilledWhileKeeping ends the program at every call that a session with a backup makes until its first entry is said to be kept
// and the backup is written: nothing is lost, what is there of a backup is whole, and nothing stays that is not.
func TestKilledWhileKeeping(t *testing.T) {
	next := storetest.Entry(4, "een antwoord")
	session := func(path string) error {
		s, err := store.Open(path)
		if err != nil {
			return err
		}
		defer s.Close()
		copied, err := store.TakeCopy(path) // what Protect does beside, done in one thread, where the calls are counted
		if err != nil {
			return err
		}
		_, err = copied.Keep(store.BackupFolder(path), store.OfSession, day)
		return errors.Join(err, s.Append("plan", 3, next))
	}
	var entries, all []steps.Entry
	killedWork{
		calls: writesACopy(unix.SYS_MKDIRAT),
		begin: func(t *testing.T) (path string) {
			path, entries = made(t, 3)
			all = append(entries[:3:3], next)
			return path
		},
		do: session,
		ended: func(t *testing.T, path string) {
			storetest.Holds(t, must(store.Check(path))(t), "plan", entries) // the calls are all of the backup, which comes first
			for _, b := range store.Backups(store.BackupFolder(path)) {
				storetest.Holds(t, must(store.Check(b.Path))(t), "plan", entries)
			}
			says(t, "another session", session(path), "")
			store.Sweep(path, time.Now().Add(25*time.Hour))
			onlyBackups(t, path, 1)
			storetest.Holds(t, must(store.Check(path))(t), "plan", all)
		},
		done: func(t *testing.T, path string) { storetest.Holds(t, must(store.Check(path))(t), "plan", all) },
	}.run(t)
}

// TestKilledWhileRestoring ends the program at every call that restoring makes: the file is the one that stood there or the backup,
// and what stood there is in one of both places.
func TestKilledWhileRestoring(t *testing.T) {
	var backup, present []steps.Entry
	restore := func(path string) error {
		backups := store.Backups(store.BackupFolder(path))
		from, err := store.TakeCopy(backups[len(backups)-1].Path)
		if err != nil {
			return err
		}
		_, err = store.Restore(path, from, store.BackupFolder(path), day)
		return err
	}
	ends := map[int]int{}
	killedWork{
		calls: writesACopy(unix.SYS_RENAMEAT),
		begin: func(t *testing.T) (path string) {
			path, backup = made(t, 3)
			backedUp(t, path, store.OfSession, day.AddDate(0, 0, -1))
			s := must(store.Open(path))(t)
			present = append(backup[:3:3], addedTo(t, s, 3))
			s.Close()
			return path
		},
		do: restore,
		ended: func(t *testing.T, path string) {
			checked := must(store.Check(path))(t)
			got, _ := checked.Load("plan")
			want := map[int][]steps.Entry{3: backup, 4: present}[got.Len()]
			storetest.Holds(t, checked, "plan", want)
			kept := store.Backups(store.BackupFolder(path))[0]
			if got.Len() == 3 {
				storetest.Holds(t, must(store.Check(kept.Path))(t), "plan", present)
			}
			ends[got.Len()]++
			says(t, "again", restore(path), "")
			storetest.Holds(t, must(store.Check(path))(t), "plan", backup)
			store.Sweep(path, time.Now().Add(25*time.Hour))
			onlyBackups(t, path, 2)
		},
		done: func(t *testing.T, path string) { storetest.Holds(t, must(store.Check(path))(t), "plan", backup) },
	}.run(t)
	if t.Log(ends); os.Getenv(killed) == "" && len(ends) != 2 {
		t.Errorf("it ended %v", ends)
	}
}

// onlyBackups fails the test unless the file, the folder and at least so many sound backups in it are all there is.
func onlyBackups(t *testing.T, path string, atLeast int) {
	t.Helper()
	folder := store.BackupFolder(path)
	besides(t, path, filepath.Base(folder), filepath.Base(path))
	found := store.Backups(folder)
	if len(found) < atLeast || len(namesIn(t, folder)) != len(found) {
		t.Errorf("there are %v, of them backups %v", namesIn(t, folder), found)
	}
	for _, b := range found {
		must(store.Check(b.Path))(t)
	}
}

// TestNoBackupCanBeMade is the table of why, and what is said: the entry is kept all the same, restoring does nothing, and nothing is
// left.
func TestNoBackupCanBeMade(t *testing.T) {
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
		"the folder cannot be written": {func(folder string, do func()) {
			if err := os.Chmod(folder, 0o500); err != nil {
				t.Fatal(err)
			}
			defer os.Chmod(folder, 0o700)
			storetest.AsOwner(t, do)
		}, store.CauseForbidden},
		"a file has its name": {func(folder string, do func()) {
			backups := store.BackupFolder(filepath.Join(folder, "stappenplan.db"))
			os.WriteFile(backups, nil, 0o600)
			defer os.Remove(backups)
			do()
		}, "not-folder"},
		"the disk is full":  {func(_ string, do func()) { storetest.WithFilesUpTo(t, 5000, do) }, store.CauseFull},
		"it is not written": {withCall(unix.SYS_WRITE), "disk"},
		"it is not synced":  {withCall(unix.SYS_FSYNC), "disk"},
	} {
		t.Run(name, func(t *testing.T) {
			path, entries := made(t, 3)
			before := bytesOf(t, path)
			other, _ := made(t, 1)
			from, err := store.TakeCopy(other)
			if err != nil {
				t.Fatal(err)
			}
			c.while(filepath.Dir(path), func() {
				copied, err := store.TakeCopy(path)
				if err != nil {
					t.Error(err)
					return
				}
				_, keep := copied.Keep(store.BackupFolder(path), store.OfSession, day)
				_, restore := store.Restore(path, from, store.BackupFolder(path), day)
				for _, err := range []error{keep, restore} {
					var e *store.Error
					if !errors.As(err, &e) || e.Code() != store.BackupFailed || e.Values()["cause"] != c.cause || e.Values()["path"] != path {
						t.Errorf("it says %v", err)
					}
				}
			})
			if !bytes.Equal(before, bytesOf(t, path)) {
				t.Error("the file changed")
			}
			besides(t, path, "stappenplan.db")
			backedUp(t, path, store.OfSession, day)
			storetest.Holds(t, must(store.Check(path))(t), "plan", entries)
		})
	}
}

// A copy that cannot be put in its place leaves the file, and the backup of it.
func TestTheBackupIsNotPutBack(t *testing.T) {
	path, _ := made(t, 3)
	before := bytesOf(t, path)
	other, _ := made(t, 1)
	from, err := store.TakeCopy(other)
	if err != nil {
		t.Fatal(err)
	}
	storetest.Failing{Call: unix.SYS_RENAMEAT, From: 1, Error: syscall.EIO}.During(t, func() {
		_, err := store.Restore(path, from, store.BackupFolder(path), day)
		says(t, "restore", err, store.WriteFailed)
	})
	if !bytes.Equal(before, bytesOf(t, path)) {
		t.Error("the file changed")
	}
	onlyBackups(t, path, 1)
}

// A plan may be opened by a link: the link stays one, and what it leads to is what is put back.
func TestRestoringThroughALink(t *testing.T) {
	path, entries := made(t, 3)
	b := backedUp(t, path, store.OfSession, day)
	link := filepath.Join(t.TempDir(), "plan.db")
	if err := errors.Join(os.Symlink(path, link), os.Truncate(path, 9000), os.Chmod(path, 0o640)); err != nil {
		t.Fatal(err)
	}
	from, err := store.TakeCopy(b.Path)
	if err == nil {
		_, err = store.Restore(link, from, store.BackupFolder(link), day)
	}
	if err != nil {
		t.Fatal(err)
	}
	storetest.Holds(t, must(store.Check(path))(t), "plan", entries)
	besides(t, link, "plan.backups", "plan.db")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info.Mode(), err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode() != 0o640 {
		t.Errorf("the file is %v, %v", info.Mode(), err)
	}
}

// TestAFolderThatWasThereStays, empty or not, where no backup can be made in it.
func TestAFolderThatWasThereStays(t *testing.T) {
	path, _ := made(t, 3)
	folder := store.BackupFolder(path)
	if err := os.Mkdir(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	copied, err := store.TakeCopy(path)
	if err != nil {
		t.Fatal(err)
	}
	storetest.AsOwner(t, func() { _, err = copied.Keep(folder, store.OfSession, day) })
	says(t, "keeping", err, store.BackupFailed)
	besides(t, path, "stappenplan.backups", "stappenplan.db")
}
