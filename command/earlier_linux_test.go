package command

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"stappenplan/store/storetest"
)

// TestACopyThatCannotBeMadeIsSpokenOf, by a command and by the questions, which keep the answer elsewhere when that is asked.
func TestACopyThatCannotBeMadeIsSpokenOf(t *testing.T) {
	c, build := newComputer(t), earlierBuilds(t)[0]
	path := build.file(t)
	folder := filepath.Dir(path)
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, 0o700)
	rescued := filepath.Join(t.TempDir(), "elsewhere.db")
	storetest.AsOwner(t, func() {
		c.calls(t, statusRefused, "", "--file", path, "--plan", "plan", "undo")
		c.says(t, "Niet bewaard: "+path+" is van een oudere versie van stappenplan", "kan niet gemaakt worden in de map "+folder+" (")
		c.calls(t, statusRefused, "", "--file", path, "--plan", "plan", "--lang", "en", "undo")
		c.says(t, "Not saved: "+path+" is of an older version of stappenplan", "cannot be made in the folder "+folder+" (")
		c.calls(t, statusDone, "y\nsave "+rescued+"\nstop\n", "--file", path, "--plan", "buurschool", "--plain", "--lang", "en")
		c.says(t, "Not saved: "+path, rescued)
	})
	if content, err := os.ReadFile(path); err != nil || !bytes.Equal(content, build.database) {
		t.Errorf("the file changed: %v", err)
	}
	c.calls(t, statusDone, "", "--file", rescued, "status")
}
