package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	bolterrors "go.etcd.io/bbolt/errors"
	"golang.org/x/sys/unix"

	"stappenplan/store"
	"stappenplan/store/storetest"
)

func TestRefusesWhatIsNotAFile(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.db")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, "/dev/null", "/dev/full", "/dev/zero"} {
		for _, open := range []func(string) (store.Store, error){store.Open, store.OpenOrCreate, store.OpenReadOnly, store.Check} {
			if _, err := open(path); !store.HasCode(err, store.FileNotRegular) {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
}

// A file that is the memory of the program itself, as large as nothing.
func TestRefusesWhatIsNoFileButLooksLikeOne(t *testing.T) {
	refuses(t, "/proc/self/mem", store.FileEmpty)
}

// opensToWrite says whether a call that opens a file asks to write it.
func opensToWrite(arguments [6]uint64) bool { return arguments[2]&unix.O_ACCMODE != unix.O_RDONLY }

// TestAPlaceThatCannotBeUsed is the table of what a network drive or a disk refuses when a file on it is opened: it can be read all
// the same, it is as it was, and no new one is left half.
func TestAPlaceThatCannotBeUsed(t *testing.T) {
	for name, c := range map[string]struct {
		fails     storetest.Failing
		open, new string // the codes
	}{
		"no locks":         {storetest.Failing{Call: unix.SYS_FLOCK, From: 1, Error: syscall.ENOLCK}, store.FolderUnlockable, store.FolderUnlockable},
		"locks unknown":    {storetest.Failing{Call: unix.SYS_FLOCK, From: 1, Error: syscall.EOPNOTSUPP}, store.FolderUnlockable, store.FolderUnlockable},
		"a disk to read":   {storetest.Failing{Call: unix.SYS_OPENAT, Only: opensToWrite, From: 1, Error: syscall.EROFS}, store.FileReadOnly, store.FolderUnwritable},
		"a disk of others": {storetest.Failing{Call: unix.SYS_OPENAT, Only: opensToWrite, From: 1, Error: syscall.EPERM}, store.FileReadOnly, store.FolderUnwritable},
	} {
		t.Run(name, func(t *testing.T) {
			path, entries := made(t, 3)
			before := bytesOf(t, path)
			fresh := filepath.Join(t.TempDir(), "new.db")
			c.fails.During(t, func() {
				_, err := store.Open(path)
				says(t, "open", err, c.open)
				_, err = store.Create(fresh)
				says(t, "create", err, c.new)
				storetest.Holds(t, must(store.OpenReadOnly(path))(t), "plan", entries)
			})
			if !bytes.Equal(before, bytesOf(t, path)) {
				t.Error("the file changed")
			}
			if left := namesIn(t, filepath.Dir(fresh)); len(left) != 0 {
				t.Errorf("there is left %v", left)
			}
		})
	}
}

// TestEveryPageThatIsNotWritten: whichever of the writes of an entry fails, and all after it, the file is as it was; it is said,
// and the same store goes on later.
func TestEveryPageThatIsNotWritten(t *testing.T) {
	for _, cause := range []syscall.Errno{syscall.EIO, syscall.ENOSPC} {
		code := map[syscall.Errno]string{syscall.EIO: store.WriteFailed, syscall.ENOSPC: store.DiskFull}[cause]
		s, path := openNew(t)
		entries := storetest.Fill(t, s, "plan", 300)
		next := storetest.Entry(301, "een antwoord")
		for from := 1; from <= 2; from++ { // the pages together, the header
			storetest.Failing{Call: unix.SYS_PWRITE64, From: from, Error: cause}.During(t, func() {
				says(t, "append", s.Append("plan", 300, next), code)
			})
			storetest.Holds(t, must(store.Check(path))(t), "plan", entries)
		}
		says(t, "again", s.Append("plan", 300, next), "")
		storetest.Holds(t, must(store.Check(path))(t), "plan", append(entries, next))
	}
}

func TestLinks(t *testing.T) {
	folder := t.TempDir()
	link := func(name, target string) string {
		path := filepath.Join(folder, name)
		if err := os.Symlink(target, path); err != nil {
			t.Fatal(err)
		}
		return path
	}
	refuses(t, link("loop.db", "loop.db"), store.FileLinkLoop)
	if e := refuses(t, link("broken.db", "nowhere.db"), store.FileLinkBroken); e.Values()["target"] != "nowhere.db" {
		t.Errorf("values %v", e.Values())
	}
	if _, err := os.Lstat(filepath.Join(folder, "nowhere.db")); err == nil {
		t.Error("what the link points to was made")
	}

	path, entries := made(t, 3)
	s := must(store.Open(link("good.db", path)))(t)
	defer s.Close()
	storetest.Holds(t, s, "plan", append(entries, addedTo(t, s, 3)))
}

// What a link leads to is no left-over, whatever its name.
func TestSweepLeavesWhatALinkLeadsTo(t *testing.T) {
	path, entries := made(t, 3)
	target, link := filepath.Join(filepath.Dir(path), ".stappenplan-1.new"), filepath.Join(filepath.Dir(path), "plan.db")
	if err := errors.Join(os.Rename(path, target), os.Symlink(target, link)); err != nil {
		t.Fatal(err)
	}
	store.Sweep(link, time.Now().Add(48*time.Hour))
	storetest.Holds(t, must(store.Check(link))(t), "plan", entries)
}

func TestPermissions(t *testing.T) {
	path, entries := made(t, 3)
	for mode, code := range map[os.FileMode]string{0o444: store.FileReadOnly, 0o000: store.FileUnreadable, 0o200: store.FileUnreadable} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		storetest.AsOwner(t, func() {
			if _, err := store.Open(path); !store.HasCode(err, code) {
				t.Errorf("open %v: %v", mode, err)
			}
			s, err := store.OpenReadOnly(path)
			if mode != 0o444 && !store.HasCode(err, store.FileUnreadable) {
				t.Errorf("read %v: %v", mode, err)
			}
			if mode == 0o444 {
				storetest.Holds(t, must(s, err)(t), "plan", entries)
			}
		})
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	path, entries := made(t, 3)
	folder := filepath.Dir(path)
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, 0o700)
	storetest.AsOwner(t, func() {
		for _, name := range []string{"new.db", "deeper/new.db"} {
			if _, err := store.OpenOrCreate(filepath.Join(folder, name)); !store.HasCode(err, store.FolderUnwritable) {
				t.Errorf("%s: %v", name, err)
			}
		}
		s := must(store.Open(path))(t)
		defer s.Close()
		storetest.Holds(t, s, "plan", append(entries, addedTo(t, s, 3)))
	})
}

// TestDamageIsToldBeforeThatAFileCannotBeWritten: there is nothing to write in it first.
func TestDamageIsToldBeforeThatAFileCannotBeWritten(t *testing.T) {
	path, _ := made(t, 3)
	content, err := os.ReadFile(path)
	if err == nil {
		err = errors.Join(os.WriteFile(path, content[:len(content)/3], 0o600), os.Chmod(path, 0o400))
	}
	if err != nil {
		t.Fatal(err)
	}
	storetest.AsOwner(t, func() {
		for name, open := range map[string]func(string) (store.Store, error){"open": store.Open, "create": store.OpenOrCreate, "begin": store.OpenOrBegin} {
			if _, err := open(path); !store.Damaged(err) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

// TestWhereCanBeWritten is told of a file, of the folder that it stands in, and of one that is to be made.
func TestWhereCanBeWritten(t *testing.T) {
	path, _ := made(t, 3)
	folder := filepath.Dir(path)
	fresh, deeper := filepath.Join(folder, "new.db"), filepath.Join(folder, "deep", "er", "new.db")
	for _, c := range []struct {
		file, folder os.FileMode
		codes        map[string]string
	}{
		{0o600, 0o700, map[string]string{path: "", fresh: "", deeper: ""}},
		{0o400, 0o700, map[string]string{path: store.FileReadOnly, fresh: "", deeper: ""}},
		{0o600, 0o500, map[string]string{path: store.FolderUnwritable, fresh: store.FolderUnwritable, deeper: store.FolderUnwritable}},
	} {
		if err := errors.Join(os.Chmod(path, c.file), os.Chmod(folder, c.folder)); err != nil {
			t.Fatal(err)
		}
		storetest.AsOwner(t, func() {
			for at, code := range c.codes {
				if err := store.Writable(at); code == "" && err != nil || code != "" && !store.HasCode(err, code) {
					t.Errorf("%s in %v, %v: %v", at, c.folder, c.file, err)
				}
			}
		})
		if err := os.Chmod(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if names, err := os.ReadDir(folder); err != nil || len(names) != 1 {
		t.Errorf("looking left %v, %v", names, err)
	}
}

func TestAPlaceThatTakesNoFiles(t *testing.T) {
	_, err := store.Create("/proc/new.db")
	var e *store.Error
	if !errors.As(err, &e) || e.Code() != store.FolderUnwritable || e.Values()["folder"] != "/proc" || e.Values()["cause"] != store.CauseUnable {
		t.Errorf("%v", err)
	}
}

func TestTakenAwayWhileOpen(t *testing.T) {
	s, path := openNew(t)
	entries := storetest.Fill(t, s, "plan", 3)
	aside := path + ".aside"
	if err := os.Rename(path, aside); err != nil {
		t.Fatal(err)
	}
	before := bytesOf(t, aside)
	for range 2 {
		if err := s.Append("plan", 3, storetest.Entry(4, "x")); !store.HasCode(err, store.FileRemoved) {
			t.Fatalf("append: %v", err)
		}
	}
	if !bytes.Equal(before, bytesOf(t, aside)) {
		t.Error("the file changed where it is now")
	}
	if err := os.Rename(aside, path); err != nil {
		t.Fatal(err)
	}
	storetest.Holds(t, s, "plan", append(entries, addedTo(t, s, 3)))
}

// A sync client writes another version beside the file and renames it into place.
func TestReplacedWhileOpen(t *testing.T) {
	s, path := openNew(t)
	storetest.Fill(t, s, "plan", 3)
	other, otherEntries := made(t, 7)
	if err := os.Rename(other, path); err != nil {
		t.Fatal(err)
	}
	before := bytesOf(t, path)
	for range 2 {
		if err := s.Append("plan", 3, storetest.Entry(4, "x")); !store.HasCode(err, store.FileReplaced) {
			t.Fatalf("append: %v", err)
		}
	}
	if !bytes.Equal(before, bytesOf(t, path)) {
		t.Error("the other file changed")
	}
	storetest.Holds(t, must(store.OpenReadOnly(path))(t), "plan", otherEntries)
}

// bbolt would crash, and its Close would hang.
func TestCutWhileOpen(t *testing.T) {
	path, _ := made(t, 60)
	s := must(store.Open(path))(t)
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Load("plan"); !store.HasCode(err, store.FileOverwritten) {
		t.Errorf("load: %v", err)
	}
	if err := s.Append("plan", 60, storetest.Entry(61, "x")); !store.HasCode(err, store.FileOverwritten) {
		t.Errorf("append: %v", err)
	}
	if _, err := s.Plans(); !store.HasCode(err, store.FileOverwritten) {
		t.Errorf("plans: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}

func TestOverwrittenWhileOpen(t *testing.T) {
	path, entries := made(t, 60)
	s := must(store.Open(path))(t)
	storetest.Holds(t, s, "plan", entries)
	content := bytesOf(t, path)
	clear(content[2*pageSize:])
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Load("plan"); !store.HasCode(err, store.FileOverwritten) {
		t.Errorf("load: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}

func TestErrorsOfTheSystemAreWorded(t *testing.T) {
	for _, c := range []struct {
		got  *store.Error
		want string
	}{
		{store.OpenFault("f", syscall.ENOLCK), store.FolderUnlockable},
		{store.OpenFault("f", syscall.EOPNOTSUPP), store.FolderUnlockable},
		{store.OpenFault("f", syscall.EROFS), store.FileReadOnly},
		{store.OpenFault("f", syscall.ENOSPC), store.DiskFull},
		{store.OpenFault("f", syscall.EIO), store.FileUnreadable},
		{store.WriteFault("f", syscall.ENOSPC), store.DiskFull},
		{store.WriteFault("f", syscall.EDQUOT), store.DiskFull},
		{store.WriteFault("f", fmt.Errorf("file resize error: %s", syscall.ENOSPC)), store.DiskFull},
		{store.WriteFault("f", bolterrors.ErrMaxSizeReached), store.FileFull},
		{store.WriteFault("f", syscall.EIO), store.WriteFailed},
		{store.CreateFault("d/f", "d", syscall.ENOSPC), store.DiskFull},
		{store.CreateFault("d/f", "d", syscall.EROFS), store.FolderUnwritable},
	} {
		if c.got.Code() != c.want || c.got.Values()["cause"] == "" {
			t.Errorf("%v is worded as %s, want %s", c.got.Unwrap(), c.got.Code(), c.want)
		}
	}
}

// TestAnOlderCopyWrittenIntoTheOpenFile, as a restore or a sync client does: nothing is kept there any more, and nothing
// that was kept is said to be somebody else's.
func TestAnOlderCopyWrittenIntoTheOpenFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f.db")
	s := must(store.Create(path))(t)
	storetest.Fill(t, s, "plan", 11)
	older := bytesOf(t, path)
	for n := 12; n <= 13; n++ {
		if err := s.Append("plan", uint64(n-1), storetest.Entry(n, "x")); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, older, 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.Append("plan", 13, storetest.Entry(14, "x")); !store.HasCode(err, store.FileOverwritten) {
			t.Errorf("append: %v", err)
		}
		if _, err := s.Load("plan"); !store.HasCode(err, store.FileOverwritten) {
			t.Errorf("load: %v", err)
		}
	}
	if !bytes.Equal(older, bytesOf(t, path)) {
		t.Error("the copy was written to")
	}
}
