package command

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"stappenplan/steps"
	"stappenplan/store"
)

// consent is what a person answered to whether the backups of a file may be kept on this computer too, where they cannot stand beside
// it, or the drive that both are on may be lost.
type consent string

const (
	notAsked  consent = ""
	toAsk     consent = "ask" // no backup could be made: that was said, and the next questions begin with asking
	consented consent = "yes"
	declined  consent = "no"
)

const backupsName = "backups"

// elsewhere is the folder on this computer for backups of a file; empty where the computer has none.
func (p *program) elsewhere(path string) string {
	if p.dataFolder == "" {
		return ""
	}
	name := strings.TrimSuffix(filepath.Base(store.BackupFolder(path)), "."+backupsName)
	place := sha256.Sum256([]byte(absolute(path))) // files in different places have the same name
	return filepath.Join(p.dataFolder, folderName, backupsName, fmt.Sprintf("%s-%x", name, place[:4]))
}

// protect makes that a backup comes before the first entry that is added to a file, and before the first of each later day.
func (p *program) protect(kept store.Store, path string) store.Store {
	other := p.elsewhere(path)
	p.consent = p.state().Backups[absolute(path)]
	p.protected = store.Protect(kept, path, p.clock, func(copied *store.Copy, reason store.Reason, at time.Time) error {
		_, err := copied.Keep(store.BackupFolder(path), reason, at)
		if p.consent == consented && other != "" {
			_, err = copied.Keep(other, reason, at)
		}
		return err
	})
	return p.protected
}

// backUpBefore makes a backup, and waits until it is on disk, before something is brought into the file that is open. The error says why
// there is none; it is also told when the file is closed.
func (p *program) backUpBefore(reason store.Reason) error {
	if p.protected == nil {
		return nil
	}
	p.protected.Backup(reason)
	return p.protected.Kept()
}

// tellOfBackup says once why there is no backup; who does not want it elsewhere knows.
func (p *program) tellOfBackup(path string) {
	if p.protected == nil {
		return
	}
	err := p.protected.Kept()
	p.protected = nil
	if err == nil || p.consent == declined || p.consent == toAsk {
		return
	}
	p.tell(p.errs, p.reason(err))
	if p.consent == notAsked {
		p.consents(path, toAsk)
	}
}

// consents remembers an answer.
func (p *program) consents(path string, answer consent) {
	state := p.state()
	if state.Backups == nil {
		state.Backups = map[string]consent{}
	}
	state.Backups[absolute(path)] = answer
	p.keepState(state)
}

// askElsewhere asks once whether backups of a file may be kept on this computer too, where that is better and somebody is there.
func (p *program) askElsewhere(path string) error {
	other := p.elsewhere(path)
	if p.protected == nil || p.statePath() == "" || other == "" || !p.terminal() {
		return nil
	}
	if ids, _ := p.protected.Plans(); len(ids) == 0 { // there is nothing yet to lose
		return nil
	}
	drive := p.drive(path)
	if p.consent != toAsk && (p.consent != notAsked || drive == store.OwnDrive) {
		return nil
	}
	yes, err := p.confirm(p.texts.Backups.Elsewhere[string(drive)].Fill("file", steps.CleanName(path), "folder", steps.CleanName(other)))
	if err != nil {
		return err
	}
	p.consent = declined
	if yes {
		p.consent = consented
	}
	p.consents(path, p.consent)
	return nil
}
