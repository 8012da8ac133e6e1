package command

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

// backupCommand makes a backup where backups are, or at a place of one's choice.
func (p *program) backupCommand() *cobra.Command {
	encrypted := false
	c := p.command("backup", 0, nil)
	c.Args = takes("backup", "", 0, 1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		path, err := p.backedUpPath()
		if err != nil {
			return err
		}
		made := ""
		switch {
		case len(args) > 0:
			made, err = p.backUpTo(path, args[0], encrypted)
		case encrypted:
			return usage("encrypt-where")
		default:
			made, err = p.backUpNow(path)
		}
		if err == nil {
			p.tell(p.out, p.texts.Backups.Made.Fill("file", steps.CleanName(made)))
		}
		return err
	}
	c.Flags().BoolVar(&encrypted, "encrypt", false, p.flag("encrypt-backup"))
	return c
}

// backedUpPath is the path of the plan's file; the example has none.
func (p *program) backedUpPath() (string, error) {
	if p.flags.example {
		return "", refuse("example-without-backups")
	}
	return p.path()
}

// copyToBackUp is a copy of a file with something in it.
func (p *program) copyToBackUp(path string) (*store.Copy, error) {
	copied, err := store.TakeCopy(path)
	if err == nil && copied.Entries() == 0 {
		err = refuse("nothing-to-back-up", "file", path)
	}
	return copied, err
}

// backUpNow keeps a backup of a file among the others, and gives its path: that of the one which holds it all already, if there is one.
func (p *program) backUpNow(path string) (string, error) {
	copied, err := p.copyToBackUp(path)
	if err != nil {
		return "", err
	}
	var kept store.Backup
	for _, folder := range p.backupFolders(path) {
		made, wrong := copied.Keep(folder, store.Asked, p.clock())
		if wrong == nil && kept.Path == "" {
			kept = made
		}
		err = cmp.Or(err, wrong)
	}
	if kept.Path == "" {
		return "", err
	}
	return kept.Path, nil
}

// backupFolders are where backups of a file go: beside it, and on this computer where that was agreed to for its plans, or for these.
func (p *program) backupFolders(path string, plans ...string) []string {
	folders := []string{store.BackupFolder(path)}
	if p.dataFolder != "" && p.consentOf(path, plans...) == consented {
		folders = append(folders, p.elsewhere(path, append(p.beginningsIn(path), plans...)))
	}
	return folders
}

// backUpTo writes a copy of a file to a place, a folder or a new file, perhaps under a passphrase, and gives its path. Nothing is replaced.
func (p *program) backUpTo(path, named string, encrypted bool) (string, error) {
	if named == "" {
		return "", usage("word-missing", "command", "backup", "word", string(p.texts.Commands.Calls["backup"].Use))
	}
	copied, err := p.copyToBackUp(path)
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(named); err == nil && info.IsDir() {
		name := filepath.Base(path)
		ending := ".db"
		if encrypted {
			ending = ".age"
		}
		named = p.newName(named, strings.TrimSuffix(name, filepath.Ext(name)), ending)
	}
	to, err := p.output(named)
	switch {
	case err != nil:
		return "", err
	case to.there != nil:
		return "", refuse("file-in-the-way", "file", named)
	}
	if !encrypted {
		err = copied.Write(to.path)
	} else if phrase, wrong := p.newPhrase(false); wrong != nil {
		return "", wrong
	} else {
		err = copied.WriteUnder(to.path, phrase, p.effort)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", refuse("write-no-folder", "file", named, "folder", filepath.Dir(to.path))
	case store.HasCode(err, store.FileExists):
		return "", refuse("file-in-the-way", "file", named)
	case err != nil:
		return "", to.refusal(err)
	}
	return named, nil
}

// restoreCommand lists the moments that can be put back, or puts one back after it was shown what is lost by that.
func (p *program) restoreCommand() *cobra.Command {
	asJSON, yes := false, false
	c := p.command("restore", 0, nil)
	c.Args = takes("restore", "", 0, 1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		path, err := p.backedUpPath()
		switch {
		case err != nil:
			return err
		case len(args) == 0 && yes:
			return wrongUsage{assets.NewFault("restore-what", "command", p.againWith("restore"))} // whole, to be copied
		case len(args) > 0:
			err = store.Claimable(path) // before anything is asked
		}
		if err != nil {
			return err
		}
		p.tellClosed(path)
		switch {
		case len(args) == 0:
			return p.listMoments(path, asJSON)
		case asJSON:
			return usage("flag-only-list", "flag", "--json", "command", "restore")
		}
		m, err := p.momentMeant(path, args[0])
		if err != nil {
			return err
		}
		return p.restore(path, m, yes)
	}
	c.Flags().BoolVar(&asJSON, "json", false, p.flag("json"))
	c.Flags().BoolVar(&yes, "yes", false, p.flag("yes"))
	return c
}

// restore shows what is lost and what comes back, asks, and puts a backup in the place of the file.
func (p *program) restore(path string, m moment, yes bool) error {
	to := p.placeFor(path)
	preview, changes, err := p.restorePreview(path, to, m)
	if err != nil {
		return err
	}
	p.tellUnfinished(path)
	p.tell(p.out, strings.Join(preview, "\n"))
	if !changes {
		return nil
	}
	if agreed, err := p.agree(p.texts.Backups.Ask, "restore-needs-terminal", yes); err != nil || !agreed {
		return err
	}
	said, err := p.restoreTo(path, to, m)
	if err == nil {
		p.tell(p.out, strings.Join(said, "\n"))
	}
	return err
}

// restorePreview says what putting a backup of a file back would do, there or in a new file, and whether that is anything.
func (p *program) restorePreview(path, to string, m moment) (lines []string, changes bool, err error) {
	words := p.texts.Backups
	now, err := p.present(path)
	if err != nil {
		return nil, false, err
	}
	var gone []string
	if m.holds, gone, err = p.followedTo(path, now, m.holds); err != nil {
		return nil, false, err
	}
	if gone != nil {
		lines = append(lines, words.ErasedPlans.Fill("plans", strings.Join(gone, ", ")))
		if len(m.holds) == 0 {
			return append(lines, string(words.NothingLeft)), false, nil
		}
	}
	_, unsound := store.OpenReadOnly(path)
	heading := words.Loses
	if to != path {
		heading = words.NotThere
	}
	loses, gains := p.loses(now, m.holds, heading), p.gains(now, m.holds)
	if len(loses) == 0 && len(gains) == 0 && unsound == nil {
		return append(lines, string(words.Same)), false, nil
	}
	lines = append(lines, words.Back.Fill("when", p.whenOf(m), "holds", p.holdsInWords(m)))
	if elsewhere := p.putElsewhere(path, to); elsewhere != "" {
		lines = append(lines, elsewhere)
	}
	lines = append(lines, gains...)
	lacks := ""
	if store.Damaged(unsound) { // not all that it held may be known
		lacks = strings.TrimSpace(p.lacks(path, m))
	}
	switch {
	case len(loses) > 0:
		lines = append(lines, loses...)
	case lacks != "":
		lines = append(lines, lacks)
	case to == path:
		lines = append(lines, string(words.NoLoss))
	}
	return lines, true, nil
}

// putElsewhere says why a backup goes to another place than that of the file; empty where it does not.
func (p *program) putElsewhere(path, to string) string {
	if to == path {
		return ""
	}
	words, err := p.texts.Backups.PutElsewhere, store.Writable(path)
	if store.HasCode(err, store.FileReadOnly) {
		words = p.texts.Backups.PutElsewhereFile
	}
	return words.Fill("path", steps.CleanName(path), "new", steps.CleanName(to), "cause", p.texts.Cause(causeOf(err)))
}

// restoreTo puts a backup of a file in its place, or in a new one. It says so, and where what stood there is kept.
func (p *program) restoreTo(path, to string, m moment) (said []string, err error) {
	from := m.copied
	if from == nil {
		from, err = store.TakeCopy(m.Path)
	}
	keeps := false
	if err == nil { // first, so that no copy is made in the open
		from, keeps, err = p.encryptedAs(path, to, from, p.unlocker(m.Path))
	}
	if err == nil {
		from, err = p.erasedSince(path, to, from, m)
	}
	if err != nil {
		return nil, err
	}
	var kept store.Backup
	for _, folder := range p.backupFolders(to, beginnings(m.holds.plans())...) {
		if kept, err = store.Restore(to, from, folder, p.clock()); !store.HasCode(err, store.BackupFailed) {
			break
		}
	}
	if err != nil {
		return nil, err
	}
	p.unsee(to)
	p.changed = true
	if to != path {
		p.wentOn(path, to)
		p.flags.file = to
	}
	if m.holds[p.flags.plan] == nil { // the plan that was named is not in it
		p.flags.plan = ""
	}
	words := p.texts.Backups
	done := words.Done
	if to != path {
		done = words.DoneElsewhere
	}
	said = []string{done.Fill("file", steps.CleanName(to), "when", p.whenOf(m))}
	if keeps {
		said = append(said, p.texts.Encryption.Keeps.Fill("file", steps.CleanName(to)))
	}
	if _, unsound := store.OpenReadOnly(kept.Path); kept.Path != "" && store.Damaged(unsound) {
		said = append(said, words.KeptUnsound.Fill("file", steps.CleanName(kept.Path), "command", p.on(kept.Path).againWith("salvage "+string(p.texts.Commands.Calls["salvage"].Use))))
	} else if kept.Path != "" {
		said = append(said, words.KeptAs.Fill("moment", kept.Moment(), "command", p.againWith("restore "+kept.Moment())))
	}
	if to != path {
		said = append(said, p.texts.Commands.Salvage.Open.Fill("command", p.again()))
	}
	return said, nil
}
