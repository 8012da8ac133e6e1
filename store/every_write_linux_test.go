package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

// TestEveryWrite is the table of all writes of this room: what is said, what is kept and what trying again does when one
// succeeds, when it fails, and when it is said to fail but happened all the same.
func TestEveryWrite(t *testing.T) {
	_, entries := made(t, 3)
	next := storetest.Entry(4, "een antwoord")
	imported := steps.Entry{ID: "import", At: next.At, By: "An Peeters"}
	for i := range 70 {
		imported.Changes = append(imported.Changes, steps.Change{Kind: steps.ChangeTask, Task: fmt.Sprintf("task-%d", i), Note: steps.Set("uit een bestand")})
	}
	undone := steps.Entry{ID: "undo", At: next.At, Changes: []steps.Change{{Kind: steps.ChangeWithdraw, Entry: 3}}}
	merged := []steps.Entry{storetest.Entry(5, "van het andere bestand"), storetest.Entry(6, strings.Repeat("x", 9000)), imported}
	adds := func(entries ...steps.Entry) func(string) error {
		return func(path string) error {
			s, err := store.Open(path)
			if err != nil {
				return err
			}
			defer s.Close()
			return s.Append("plan", 3, entries...)
		}
	}
	makes := func(plans map[string][]steps.Entry) func(string) error {
		return func(path string) error {
			s, err := store.CreateWith(path, storetest.Kept(plans))
			if err != nil {
				return err
			}
			return s.Close()
		}
	}
	noSync := storetest.Failing{Call: unix.SYS_FDATASYNC, From: 1, Error: syscall.EIO}          // nothing comes on the disk
	lastSync := storetest.Failing{Call: unix.SYS_FDATASYNC, From: 2, Error: syscall.EIO}        // the header came there, and it is not sure
	linked := storetest.Failing{Call: unix.SYS_LINKAT, From: 1, Error: syscall.EIO, Done: true} // a network drive lost its answer
	for _, write := range []struct {
		name          string
		do            func(path string) error
		before, after map[string][]steps.Entry // nil: no file
		fails, saidSo storetest.Failing
		failed        string // the code of the error
		unsure        string // that of one that happened all the same; empty: it is found out, and no error
		again         string // that of doing again what was done
	}{
		{"creation", makes(nil), nil, plans(), noSync, linked, store.WriteFailed, "", store.FileExists},
		{"rescue", makes(plans(entries)), nil, plans(entries), noSync, linked, store.WriteFailed, "", store.FileExists},
		{"entry", adds(next), plans(entries), plans(append(entries[:3:3], next)), noSync, lastSync, store.WriteFailed, store.WriteFailed, ""},
		{"import", adds(imported), plans(entries), plans(append(entries[:3:3], imported)), noSync, lastSync, store.WriteFailed, store.WriteFailed, ""},
		{"merge", adds(merged...), plans(entries), plans(slices.Concat(entries, merged)), noSync, lastSync, store.WriteFailed, store.WriteFailed, ""},
		{"undo", adds(undone), plans(entries), plans(append(entries[:3:3], undone)), noSync, lastSync, store.WriteFailed, store.WriteFailed, ""},
	} {
		begin := func(t *testing.T) (path string) {
			path = filepath.Join(t.TempDir(), "f.db")
			if write.before != nil {
				says(t, "before", makes(write.before)(path), "")
			}
			return path
		}
		t.Run(write.name+" succeeds", func(t *testing.T) {
			path := begin(t)
			says(t, "the write", write.do(path), "")
			keeps(t, path, write.after)
			says(t, "again", write.do(path), write.again)
			keeps(t, path, write.after)
		})
		t.Run(write.name+" fails", func(t *testing.T) {
			path := begin(t)
			for range 2 {
				write.fails.During(t, func() { says(t, "the write", write.do(path), write.failed) })
				keeps(t, path, write.before)
			}
			says(t, "again", write.do(path), "")
			keeps(t, path, write.after)
		})
		t.Run(write.name+" fails but happened", func(t *testing.T) {
			path := begin(t)
			write.saidSo.During(t, func() { says(t, "the write", write.do(path), write.unsure) })
			keeps(t, path, write.after)
			says(t, "again", write.do(path), write.again)
			keeps(t, path, write.after)
		})
	}
}

// plans are those of a file with the one plan "plan", or with none.
func plans(entries ...[]steps.Entry) map[string][]steps.Entry {
	all := map[string][]steps.Entry{}
	for _, e := range entries {
		all["plan"] = e
	}
	return all
}

// keeps fails the test unless the file is sound, holds this and has nothing beside it.
func keeps(t *testing.T, path string, want map[string][]steps.Entry) {
	t.Helper()
	files := 1
	if want == nil {
		files = 0
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != files {
		t.Errorf("there are files %v", left)
	}
	if want == nil {
		return
	}
	s := must(store.Check(path))(t)
	if ids, err := s.Plans(); err != nil || len(ids) != len(want) {
		t.Errorf("plans %v, %v", ids, err)
	}
	for id, entries := range want {
		storetest.Holds(t, s, id, entries)
	}
}
