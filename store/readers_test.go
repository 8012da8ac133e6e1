//go:build !windows

package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"stappenplan/store"
)

// TestWhoCanReadAFile depends on its own mode and on every folder above it.
func TestWhoCanReadAFile(t *testing.T) {
	folder, err := os.MkdirTemp("/tmp", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	path := filepath.Join(folder, "plan.db")
	for _, c := range []struct {
		folder, file os.FileMode
		others       bool
	}{{0o755, 0o644, true}, {0o711, 0o604, true}, {0o755, 0o600, false}, {0o755, 0o640, false}, {0o700, 0o644, false}, {0o750, 0o644, false}} {
		os.Remove(path)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if os.Chmod(path, c.file) != nil || os.Chmod(folder, c.folder) != nil {
			t.Fatal("no modes")
		}
		if got := store.ReadByOthers(path); got != c.others {
			t.Errorf("%v in %v: read by others %t", c.file, c.folder, got)
		}
	}
	if store.ReadByOthers(filepath.Join(folder, "none.db")) {
		t.Error("nothing is read by others")
	}
}

// TestACheckLeavesNoName where temporary files are.
func TestACheckLeavesNoName(t *testing.T) {
	path, _ := made(t, 3)
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	must(store.Check(path))(t)
	if names := namesIn(t, temporary); len(names) > 0 {
		t.Errorf("there are %v", names)
	}
}
