package command

import (
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/store"
)

// TestWhatIsNotFinishedIsSaid by commands that only look, with what to do.
func TestWhatIsNotFinishedIsSaid(t *testing.T) {
	for says, begun := range map[string]intended{
		"Het wissen dat hier begonnen is, is niet af":                   {erasure: erasure{Names: []string{"Zoë Xantippe"}, Mark: "[gewist]"}},
		"Het versleutelen dat hier begonnen is, is niet af":             {sealing: sealing{Encrypt: true}},
		"Het weghalen van de versleuteling dat hier begonnen is":        {sealing: sealing{Decrypt: true}},
		"Het wijzigen van het wachtwoord dat hier begonnen is, is niet": {sealing: sealing{Encrypt: true, From: "another"}},
	} {
		c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
		zoeIn(t, c, path)
		for _, call := range []string{"status", "check", "restore"} {
			c.calls(t, statusDone, "", "--file", path, call)
			if strings.Contains(c.said, "begonnen is") {
				t.Errorf("%s says that something is to be done:\n%s", call, c.said)
			}
		}
		if err := store.Intend(path, *begun.intent()); err != nil {
			t.Fatal(err)
		}
		moment := store.Backups(store.BackupFolder(path))[0].Moment()
		for _, call := range [][]string{{"status"}, {"check"}, {"restore"}, {"restore", moment}} {
			c.call("n\n", append([]string{"--file", path}, call...)...)
			if c.says(t, says, `Afwerken: stappenplan --file "`+path+`" `); strings.Count(c.said, says) != 1 || strings.Contains(c.said, "Xantippe") && call[0] == "check" {
				t.Errorf("%v:\n%s", call, c.said)
			}
		}
		if toBeDone(t, path) == nil {
			t.Error("looking finished it")
		}
	}
}
