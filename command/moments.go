package command

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stappenplan/steps"
	"stappenplan/store"
)

// moment is a backup, and what it holds.
type moment struct {
	store.Backup
	size   int64
	holds  contents
	wrong  error       // why it cannot be put back; nil where it can
	other  bool        // it holds none of the plans of the file
	named  bool        // the schools in it are said: it may be another's
	copied *store.Copy // what it holds, where that is under a passphrase
}

// momentOf reads a backup.
func (p *program) momentOf(b store.Backup) moment {
	m := moment{Backup: b}
	if info, err := os.Stat(b.Path); err == nil {
		m.size = info.Size()
	}
	kept, err := p.readOnly(b.Path)
	if err == nil {
		m.holds, err = contentsOf(kept)
	}
	if m.wrong = err; err == nil {
		m.Entries = m.holds.entries() // of one that was damaged its name does not tell
	}
	return m
}

// backups are those of a file, the newest first: beside it and on this computer. Of two of the same moment the one beside it comes
// first. What bears a moment that is still to come is no newest, and comes last.
func (p *program) backups(path string, plans []string) []store.Backup {
	all := store.Backups(store.BackupFolder(path))
	for _, folder := range p.foundElsewhere(plans) {
		all = append(all, store.Backups(folder)...)
	}
	if len(plans) == 0 { // nothing can be read of the file: it may be any that was at its place
		for _, folder := range p.foldersElsewhere() {
			if strings.HasPrefix(filepath.Base(folder), p.nameElsewhere(path)) {
				all = append(all, store.Backups(folder)...)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b store.Backup) int {
		return cmp.Or(lastly(a.Ahead(p.clock()), b.Ahead(p.clock())), strings.Compare(b.Moment(), a.Moment()))
	})
	return all
}

// lastly sorts what is so behind what is not.
func lastly(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// moments are the backups of a file with what they hold, each moment once: the copy that is sound, where there are two. Those of another
// plan, which stood in the place of the file, come last.
func (p *program) moments(path string) (all []moment) {
	own := p.plansOf(path)
	for _, b := range p.backups(path, own.all()) {
		m, n := p.momentOf(b), len(all)
		held := beginnings(m.holds.plans())
		m.other, m.named = own.none(m), own.open == nil
		again := n > 0 && all[n-1].Moment() == b.Moment()
		switch {
		case !again, m.wrong == nil && all[n-1].wrong == nil && !share(held, beginnings(all[n-1].holds.plans())):
			all = append(all, m)
		case all[n-1].wrong != nil:
			all[n-1] = m
		}
	}
	slices.SortStableFunc(all, func(a, b moment) int { return lastly(a.other, b.other) })
	return all
}

// ownPlans are the plans of a file, as others are compared with them.
type ownPlans struct {
	open   []string // by the ids of their first entries; nil where nothing can be read of the file, or its passphrase is not given
	closed []string // by what the first entries became, where they are encrypted
}

func (o ownPlans) all() []string { return slices.Concat(o.open, o.closed) }

// none says whether a backup surely holds none of them.
func (o ownPlans) none(m moment) bool {
	return m.wrong == nil && o.open != nil && !share(beginnings(m.holds.plans()), o.open)
}

// plansOf are the plans of a file, whole or in part; its backups have the same passphrase.
func (p *program) plansOf(path string) (own ownPlans) {
	if now, err := p.present(path); err == nil {
		own.open = beginnings(now.plans())
	}
	own.closed = slices.DeleteFunc(p.beginningsIn(path), func(first string) bool { return slices.Contains(own.open, first) })
	return own
}

// newestSound is the newest backup of a file that can be put back. Where there is none because a passphrase was not given, locked says so.
func (p *program) newestSound(path string) (found moment, ok bool, locked error) {
	own := p.plansOf(path)
	all := p.backups(path, own.all())
	if own.all() == nil {
		all = p.surely(path, all)
	}
	for _, b := range all {
		if b.Entries == 0 { // a damaged file that was kept
			continue
		}
		m := p.momentOf(b)
		if m.wrong == nil && (own.all() == nil || share(append(p.beginningsIn(b.Path), beginnings(m.holds.plans())...), own.all())) {
			m.named = true
			return m, true, nil
		}
		if err := context.Cause(p.context); err != nil { // it was ended instead
			return found, false, err
		}
		if isLocked(m.wrong) {
			locked = m.wrong
		}
	}
	return found, false, locked
}

// isLocked says whether an error is that the passphrase of a file was not given, or was another.
func isLocked(err error) bool {
	return store.HasCode(err, store.FileEncrypted) || store.HasCode(err, store.PassphraseWrong)
}

// surely are those backups which are of a file of which nothing can be read, as far as its place tells: all of them where they are of one
// plan, and else those beside it. On this computer may be those of another stick, or of another network drive, that was at its place.
func (p *program) surely(path string, backups []store.Backup) []store.Backup {
	var one []string
	alone := p.drive(filepath.Dir(path)) == store.OwnDrive
	for _, b := range backups {
		held := p.beginningsIn(b.Path)
		if one == nil {
			one = held
		}
		alone = alone && (len(held) == 0 || share(held, one))
	}
	if alone {
		return backups
	}
	return slices.DeleteFunc(backups, func(b store.Backup) bool { return filepath.Dir(b.Path) != store.BackupFolder(path) })
}

// momentMeant is the backup that a person means: by the beginning of its name, or as a file anywhere.
func (p *program) momentMeant(path, meant string) (moment, error) {
	if meant == "" {
		return moment{}, usage("word-missing", "command", "restore", "word", string(p.texts.Commands.Calls["restore"].Use))
	}
	var found []moment
	for _, m := range p.moments(path) {
		if strings.TrimSuffix(meant, ".db") == m.Moment() || absolute(meant) == absolute(m.Path) {
			return m, p.unsound(m)
		}
		if strings.HasPrefix(m.Moment(), meant) && (len(found) == 0 || found[0].other == m.other) { // those of another plan come last
			found = append(found, m)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], p.unsound(found[0])
	case len(found) > 1:
		var names []string
		for _, m := range found {
			names = append(names, m.Moment())
		}
		return moment{}, usage("several-moments", "value", meant, "moments", strings.Join(names, ", "))
	}
	info, err := os.Stat(meant)
	if err != nil {
		return moment{}, refuse("unknown-moment", "value", steps.Quote(meant), "command", p.againWith("restore"))
	}
	m := moment{Backup: store.Backup{Path: meant, At: info.ModTime()}, size: info.Size()}
	if !store.IsUnderPassphrase(meant) {
		m = p.momentOf(m.Backup)
	} else if m, err = p.decrypted(m); err != nil {
		return moment{}, err
	}
	if m.wrong == nil && len(m.holds) == 0 {
		return moment{}, refuse("nothing-to-restore", "file", meant)
	}
	m.other = p.plansOf(path).none(m)
	m.Entries = m.holds.entries()
	return m, p.unsound(m)
}

// decrypted is a moment that is under a passphrase, which is asked.
func (p *program) decrypted(m moment) (moment, error) {
	err := p.withPhrase(m.Path, p.asksPassphrase(), func(phrase string) (err error) {
		m.copied, err = store.TakeCopyUnder(m.Path, phrase)
		return err
	})
	if err == nil {
		inside := m.copied.Store() // of an encrypted plan
		if _, err = store.Unlock(inside, p.unlocker(m.Path)); err == nil {
			m.holds, err = contentsOf(inside)
		}
	}
	if store.Damaged(err) || errors.As(err, new(*steps.BrokenError)) {
		m.wrong, err = err, nil
	}
	return m, err
}

// unsound refuses a backup that cannot be put back: the fault is one of that file, and not of the plan's.
func (p *program) unsound(m moment) error {
	if m.wrong == nil {
		return nil
	}
	if isLocked(m.wrong) {
		return m.wrong
	}
	return refuse("backup-unsound", "file", m.Path, "why", p.reason(m.wrong))
}

// present is what stands in a file now: all of it, or what is whole of it where it is damaged; nothing where nothing stands.
func (p *program) present(path string) (contents, error) {
	kept, err := p.readOnly(path)
	if err == nil {
		var all contents
		if all, err = contentsOf(kept); err == nil {
			return all, nil
		}
	}
	if store.HasCode(err, store.FileMissing) || store.HasCode(err, store.FileEmpty) {
		return contents{}, nil
	}
	if found, ok := p.salvage(err); ok {
		return contentsOf(store.NewMemoryOf(found.entries()))
	}
	if store.Damaged(err) {
		return contents{}, nil
	}
	return nil, err
}

// whenOf is the moment of a backup on the clock of this place.
func (p *program) whenOf(m moment) string {
	at := m.At.In(p.clock().Location())
	return p.texts.Backups.When.Fill("date", p.texts.Date(steps.DateOf(at)), "time", at.Format("15:04"))
}

// holdsInWords says what a backup holds.
func (p *program) holdsInWords(m moment) string {
	words := p.texts.Backups
	parts := []string{p.texts.Commands.Check.Count.For(m.Entries)}
	switch {
	case isLocked(m.wrong):
		parts = append(parts, string(p.texts.Encryption.Closed))
	case store.HasCode(m.wrong, store.FileNewer):
		parts = []string{string(words.Newer)}
	case m.wrong != nil:
		parts = []string{string(words.Unsound)}
	default:
		parts = append(parts, p.texts.Wizard.Round.Fill("n", m.holds.round(p.flags.plan)))
	}
	switch schools := m.holds.schools(); {
	case m.other:
		parts = append(parts, words.OtherPlan.Fill("schools", schools))
	case m.wrong == nil && (m.named || len(m.holds) > 1):
		parts = append(parts, schools)
	}
	if m.Ahead(p.clock()) {
		parts = append(parts, string(words.Ahead))
	}
	if m.Reason != store.OfSession {
		parts = append(parts, string(words.Reasons[string(m.Reason)]))
	}
	return strings.Join(parts, " · ")
}

// momentStatus is a backup as scripts read it.
type momentStatus struct {
	Moment  string `json:"moment"`
	File    string `json:"file"`
	At      string `json:"at"`
	Entries int    `json:"entries"`
	Round   int    `json:"round"`
	Size    int64  `json:"size"`
	Reason  string `json:"reason"`
	Sound   bool   `json:"sound"`
	Other   bool   `json:"other,omitempty"` // of another plan
}

// listMoments lists the moments that can be put back.
func (p *program) listMoments(path string, asJSON bool) error {
	moments, list := p.moments(path), []momentStatus{}
	var lines []string
	for _, m := range moments {
		reason := cmp.Or(string(m.Reason), "session")
		list = append(list, momentStatus{m.Moment(), absolute(m.Path), m.At.Format("2006-01-02T15:04:05Z"), m.Entries, m.holds.round(p.flags.plan), m.size, reason, m.wrong == nil, m.other})
		lines = append(lines, m.Moment()+"  "+p.whenOf(m)+"  "+p.holdsInWords(m)+" · "+p.texts.Backups.Size.Fill("n", (m.size+999)/1000))
	}
	if asJSON {
		text, err := inJSON(list)
		if err == nil {
			_, err = io.WriteString(p.out, text+"\n")
		}
		return err
	}
	words := p.texts.Backups
	if len(lines) == 0 {
		if _, unsound := store.OpenReadOnly(path); store.Damaged(unsound) { // no backup can be made of it
			return p.withWhole(unsound)
		}
		p.tell(p.out, words.Nothing.Fill("file", steps.CleanName(path), "folder", steps.CleanName(store.BackupFolder(path)), "command", p.againWith("backup")))
		p.tellUnfinished(path)
		return nil
	}
	if at := slices.IndexFunc(moments, func(m moment) bool { return m.wrong == nil && !m.other }); at >= 0 {
		lines = append(lines, words.How.Fill("command", p.againWith("restore "+moments[at].Moment())))
	}
	p.tell(p.out, strings.Join(lines, "\n"))
	p.tellUnfinished(path)
	return nil
}
