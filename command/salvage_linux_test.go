package command

import (
	"os"
	"path/filepath"
	"testing"

	"stappenplan/store/storetest"
)

// TestWhatIsWholeGoesElsewhere where nothing can be made beside the damaged file; and where nothing can be made at all, the command for it is named.
func TestWhatIsWholeGoesElsewhere(t *testing.T) {
	c := newComputer(t)
	path := damagedPlan(t, c)
	c.documents = filepath.Join(t.TempDir(), "Documenten")
	folder, fresh := filepath.Dir(path), filepath.Join(c.documents, "p-2026-11-24.db")
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, 0o700)
	storetest.AsOwner(t, func() {
		c.calls(t, statusDone, "n\nj\nj\nstop\n", "--file", path, "--plain")
		c.says(t, "In de map "+folder+" kan geen bestand gemaakt worden", "Wat heel is, kan naar een nieuw bestand: "+fresh, fresh+" is gemaakt met wat heel is")
	})
	c.calls(t, statusDone, "", "--file", fresh, "status")
	c.says(t, "Eerste school")
	c.stateFolder = t.TempDir() // of another who has it
	c.documents, c.dataFolder = "/proc/a", "/proc/b"
	storetest.AsOwner(t, func() {
		c.calls(t, statusRefused, "n\nj\nj\nj\n", "--file", path, "--plain")
		c.says(t, "In de map /proc/b", "salvage NIEUWBESTAND")
	})
}
