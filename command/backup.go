package command

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
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

// elsewhere is the folder on this computer for backups of a file whose plans began with these entries: the one with backups of such a
// plan, or a new one. Two sticks that are used at one path are so kept apart, and a stick finds its own at another path. It is empty
// where the computer has none.
func (p *program) elsewhere(path string, plans []string) string {
	if p.dataFolder == "" {
		return ""
	}
	if found := p.foundElsewhere(plans); found != nil {
		return found[0]
	}
	name := p.nameElsewhere(path)
	for n := 1; ; n++ {
		folder := filepath.Join(p.allElsewhere(), name)
		if n > 1 {
			folder += "-" + strconv.Itoa(n)
		}
		if len(p.newestPlans(folder)) == 0 {
			return folder
		}
	}
}

// allElsewhere is where the folders for backups on this computer are.
func (p *program) allElsewhere() string { return filepath.Join(p.dataFolder, folderName, backupsName) }

// nameElsewhere is how a new folder there is called: for the file, and its place.
func (p *program) nameElsewhere(path string) string {
	place := sha256.Sum256([]byte(absolute(path))) // files in different places have the same name
	name, _, _ := strings.Cut(filepath.Base(path), ".")
	return fmt.Sprintf("%s-%x", strings.ToValidUTF8(name[:min(len(name), 100)], ""), place[:4])
}

// foldersElsewhere are the folders with backups that are on this computer.
func (p *program) foldersElsewhere() (folders []string) {
	if p.dataFolder == "" {
		return nil
	}
	entries, _ := os.ReadDir(p.allElsewhere())
	for _, e := range entries {
		if e.IsDir() {
			folders = append(folders, filepath.Join(p.allElsewhere(), e.Name()))
		}
	}
	return folders
}

// isBackup says whether a path is that of a backup, beside its file or on this computer.
func (p *program) isBackup(path string) bool {
	return store.IsBackup(path) || slices.Contains(p.foldersElsewhere(), filepath.Dir(path))
}

// foundElsewhere are those of them with backups of one of these plans.
func (p *program) foundElsewhere(plans []string) (found []string) {
	for _, folder := range p.foldersElsewhere() {
		if share(p.newestPlans(folder), plans) {
			found = append(found, folder)
		}
	}
	return found
}

// ownCopies are the files that hold what a file holds or held: of its plans, or of these, which are not in it any more. What was left over where
// copies of other files are too is one of them only where it shows such a plan, and so is what was made of a file of which it is remembered that
// they went on from it, or in it.
func (p *program) ownCopies(path string, plans ...string) []string {
	plans = append(p.beginningsIn(path), plans...)
	folders := append([]string{store.BackupFolder(path)}, p.foundElsewhere(plans)...) // whatever was agreed to
	later, earlier := p.wentOnFrom(path)
	related := slices.Concat(later, earlier)
	for _, file := range related {
		if folder := store.BackupFolder(file); share(p.newestPlans(folder), plans) {
			folders = append(folders, folder)
		}
	}
	copies := slices.DeleteFunc(store.CopiesMade(path, folders...), func(file string) bool {
		return store.MayBeAnothers(path, file) && !share(p.beginningsIn(file), plans)
	})
	copies = append(copies, p.laterCopies(path, plans)...)
	for _, file := range related {
		for _, made := range store.CopiesMade(file) {
			if !slices.Contains(copies, made) && share(p.beginningsIn(made), plans) {
				copies = append(copies, made)
			}
		}
	}
	return slices.DeleteFunc(copies, func(file string) bool { return absolute(file) == absolute(path) })
}

// newestPlans are the plans in the newest backup in a folder that holds any.
func (p *program) newestPlans(folder string) []string {
	for _, b := range store.Backups(folder) {
		if plans := p.beginningsIn(b.Path); len(plans) > 0 {
			return plans
		}
	}
	return nil
}

// beginningsIn are the plans in a file, each by the id of its first entry: so it is known in whatever file it stands. Of a damaged file
// they are those that are whole in part. A plan that is encrypted is known by what its first entry became, which is the same in
// each copy, and by its id too where the key is known.
func (p *program) beginningsIn(path string) (first []string) {
	copied, err := store.TakeCopy(path)
	if err != nil {
		found, _ := store.Salvage(path, firstPlan)
		return beginnings(salvaged{Salvaged: found}.entries())
	}
	first = beginnings(copied.Plans())
	if copied.Encrypted() {
		open, _ := store.Read(path, p.knownKey(path))
		first = append(first, beginnings(open)...)
	}
	return first
}

func beginnings(plans store.Plans) (first []string) {
	for _, id := range sortedKeys(plans) {
		entries := plans[id]
		if entries.Len() == 0 {
			continue
		}
		begins := entries.Beginning()
		if encrypted, err := entries.Encoded(1); begins == "" && err == nil {
			begins = fmt.Sprintf("%x", sha256.Sum256(encrypted))
		}
		first = append(first, begins)
	}
	return first
}

// share says whether two files have a plan in common.
func share(plans, others []string) bool {
	return slices.ContainsFunc(plans, func(first string) bool { return slices.Contains(others, first) })
}

// protect makes that a backup comes before the first entry that is added to a file, and before the first of each later day.
func (p *program) protect(kept store.Store, path string) store.Store {
	p.consent = p.consentOf(path)
	p.protected = store.Protect(kept, path, p.clock, func(copied *store.Copy, reason store.Reason, at time.Time) error {
		_, err := copied.Keep(store.BackupFolder(path), reason, at)
		if p.consent == consented {
			if other := p.elsewhere(path, append(p.beginningsIn(path), beginnings(copied.Plans())...)); other != "" {
				_, err = copied.Keep(other, reason, at)
			}
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

// consents remembers an answer for the plans in a file, wherever that stands.
func (p *program) consents(path string, answer consent) {
	state := p.state()
	if state.Backups == nil {
		state.Backups = map[string]consent{}
	}
	changed := false
	for _, plan := range p.beginningsIn(path) {
		changed = changed || state.Backups[plan] != answer
		state.Backups[plan] = answer
	}
	if changed {
		p.keepState(state)
	}
}

// consentOf is what was answered for the plans in a file, or for these.
func (p *program) consentOf(path string, plans ...string) consent {
	answers := p.state().Backups
	if len(answers) == 0 {
		return notAsked
	}
	for _, plan := range append(p.beginningsIn(path), plans...) {
		if answer := answers[plan]; answer != notAsked {
			return answer
		}
	}
	return notAsked
}

// askElsewhere asks once whether backups of a file may be kept on this computer too, where that is better and somebody is there.
func (p *program) askElsewhere(path string) error {
	if p.protected == nil || p.statePath() == "" || p.dataFolder == "" || !p.terminal() {
		return nil
	}
	if ids, _ := p.protected.Plans(); len(ids) == 0 { // there is nothing yet to lose
		return nil
	}
	if p.consent == consented || p.consent == declined { // it may have been encrypted elsewhere since, and is then known otherwise too
		p.consents(path, p.consent)
	}
	if p.consent == consented && p.key != nil {
		if copied, err := store.TakeCopy(path); err == nil && p.foundElsewhere(beginnings(copied.Plans())) == nil {
			p.protected.Backup(store.OfSession) // by which its folder is found without the passphrase too
		}
	}
	drive := p.drive(path)
	if p.consent != toAsk && (p.consent != notAsked || drive == store.OwnDrive) {
		return nil
	}
	other := p.elsewhere(path, p.beginningsIn(path))
	yes, err := p.decide(p.texts.Backups.Elsewhere[string(drive)].Fill("file", steps.CleanName(path), "folder", steps.CleanName(other)))
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
