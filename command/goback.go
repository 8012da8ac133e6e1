package command

import (
	"cmp"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strconv"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// How the questions go back to a backup: one that a person chose, or the newest sound one where the file is damaged, empty or gone.

// Protect makes the backup of the session, if there is something to make one of.
func (f *files) Protect() {
	if f.protected != nil {
		f.protected.Backup(store.OfSession)
	}
}

// ProtectImport makes one before something is brought into the plan from a file.
func (f *files) ProtectImport() { _ = f.speaking().backUpBefore(store.BeforeImport) } // what is wrong is told when the file is closed

// BackUp makes a backup because a person asks for it, and gives its path.
func (f *files) BackUp() (string, error) { return f.speaking().backUpNow(f.session.Place) }

// Backups are those of the file, the newest first.
func (f *files) Backups() (list []screen.Backup) {
	p := f.speaking()
	for _, m := range p.moments(f.session.Place) {
		list = append(list, screen.Backup{File: m.Path, When: p.whenOf(m), Holds: p.holdsInWords(m), Sound: m.wrong == nil})
	}
	return list
}

// Restoring works out what putting a backup back would do.
func (f *files) Restoring(b screen.Backup) screen.Restoring {
	p := f.speaking()
	m, err := p.momentMeant(f.session.Place, b.File)
	r := screen.Restoring{Backup: b}
	if err == nil {
		place := p.placeFor(f.session.Place)
		r.Keeps = place == f.session.Place
		r.Says, r.Changes, err = p.restorePreview(f.session.Place, place, m)
	}
	if err != nil {
		r.Says = []string{p.reason(err)}
	}
	return r
}

// goBack puts the backup in place that a person chose on the screens, or chooses now. That it went wrong is said, and the questions go on
// with the file as it was.
func (p *program) goBack(to screen.Elsewhere) error {
	path, err := p.path()
	if err != nil {
		return err
	}
	if to.Backups {
		return p.goBackByLine(path)
	}
	place := p.placeFor(path)
	keeps := place == path && stands(path)
	m, err := p.momentMeant(path, to.Restore)
	var said []string
	if err == nil {
		said, err = p.restoreTo(path, place, m)
	}
	switch {
	case err != nil:
		p.notice = p.reason(err)
	case keeps:
		p.notice = string(p.texts.Backups.Again)
	default:
		p.notice = said[0]
	}
	return nil
}

// goBackByLine lists the backups, and asks which to put back; none is an answer too.
func (p *program) goBackByLine(path string) error {
	words, moments := p.texts.Backups, p.moments(path)
	for i, m := range moments {
		p.tell(p.out, strconv.Itoa(i+1)+". "+p.whenOf(m)+": "+p.holdsInWords(m))
	}
	if len(moments) == 0 {
		p.tell(p.out, string(words.NoneYet))
		return nil
	}
	p.prompt(words.Which.For(len(moments)))
	line, err := p.in.ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	n, err := strconv.Atoi(steps.CleanName(line))
	if err != nil || n < 1 || n > len(moments) {
		return nil
	}
	m := moments[n-1]
	err = cmp.Or(p.unsound(m), p.restore(path, m, false))
	if err != nil && !errors.As(err, new(stopped)) {
		p.tell(p.out, p.reason(err))
		return nil
	}
	return err
}

// offerLost asks, where no file stands any more, what to do: to go on in the newer file that is known, to put the newest backup back, or to
// begin anew. Where the backups are encrypted and the passphrase is not given, nothing begins; nor where nobody can be asked. Of backups
// that may be those of another file it only says that they are there.
func (p *program) offerLost() error {
	path, err := p.path()
	if p.flags.example || err != nil || stands(path) {
		return nil
	}
	if !p.terminal() {
		return p.gone(path)
	}
	if goOn, err := p.offerNewer(path); err != nil || goOn {
		return err
	}
	p.tellClosed(path)
	switch _, sound, locked := p.newestSound(path); {
	case sound:
		_, err = p.offerNewest(path, p.texts.Backups.OfferGone, "")
		return err
	case locked != nil && !isLocked(locked): // the call is to end
		return locked
	case locked != nil:
		return refuse("gone-locked", "path", path, "command", p.again())
	}
	p.tellOfOthers(path)
	return p.askToBegin(path)
}

// gone refuses a file that does not stand any more, with what is known of it; nil where nothing is.
func (p *program) gone(path string) error {
	if err := p.wentOnInstead(path); err != nil {
		return err
	}
	if len(p.ownBackups(path)) > 0 {
		return refuse("gone-backups", "path", path, "command", p.againWith("restore"))
	}
	if n := p.state().Files[absolute(path)].entries(); n > 0 {
		return refuse("gone-known", "path", path, "n", strconv.Itoa(n))
	}
	if folder := p.missingFolder(path); folder != "" && p.flags.plain {
		return refuse("gone-folder", "folder", folder)
	}
	return nil
}

// ownBackups are the backups that are surely of a file that does not stand any more.
func (p *program) ownBackups(path string) []store.Backup {
	all := slices.DeleteFunc(p.backups(path, nil), func(b store.Backup) bool { return b.Entries == 0 }) // a damaged file that was kept
	return p.surely(path, all)
}

// missingFolder is the folder that a file was named in, where that is not there; else empty. The usual one is made.
func (p *program) missingFolder(path string) string {
	if folder := filepath.Dir(path); p.flags.file != "" && !stands(folder) {
		return folder
	}
	return ""
}

// offerNewer asks whether to go on in the file in which the plan went on. It says whether to.
func (p *program) offerNewer(path string) (bool, error) {
	newer := p.newerThan(path)
	if newer == "" || !p.terminal() {
		return false, nil
	}
	yes, err := p.decide(p.texts.Backups.OfferNewer.Fill("path", steps.CleanName(path), "newer", steps.CleanName(newer)))
	if yes {
		p.flags.file = newer
	}
	return yes, err
}

// askToBegin asks whether to begin anew where a file was known to be, or where its folder is not there.
func (p *program) askToBegin(path string) error {
	words, question := p.texts.Backups, ""
	if n := p.state().Files[absolute(path)].entries(); n > 0 {
		question = words.BeginAnew.For(n, "path", steps.CleanName(path))
	} else if folder := p.missingFolder(path); folder != "" {
		question = words.MakeFolder.Fill("folder", steps.CleanName(folder))
	}
	if question == "" {
		return nil
	}
	yes, err := p.decide(question)
	if err == nil && !yes {
		err = stopped{statusRefused}
	}
	return err
}

// tellClosed tells, before it is asked for a passphrase, that a file is damaged, empty or gone, and that what is left of it is encrypted. It does so once.
func (p *program) tellClosed(path string) {
	_, wrong := store.OpenReadOnly(path)
	code := ""
	switch {
	case store.HasCode(wrong, store.FileMissing):
		code = store.FileMissing
	case store.HasCode(wrong, store.FileEmpty):
		code = store.FileEmpty
	case store.Damaged(wrong):
		code = "damaged"
	}
	if code == "" || p.flags.phrases != "" || !p.asksPassphrase() {
		return
	}
	plans := p.beginningsIn(path)
	backups := p.backups(path, plans)
	if plans == nil {
		backups = p.ownBackups(path)
	}
	when, closed := p.closedBackup(backups)
	if code == "damaged" {
		found, err := store.Salvage(path, firstPlan)
		switch asks := err == nil && p.willAsk(found.Wrapped()); {
		case asks && !closed:
			code, closed = "alone", true
		case !asks:
			code = "backup"
		}
	}
	if closed && p.toldClosed != path {
		p.toldClosed = path
		p.tell(p.asksAt(), p.texts.Backups.Closed[code].Fill("path", steps.CleanName(path), "when", when))
	}
}

// closedBackup says whether the passphrase of the newest of these backups will be asked, and of when that is.
func (p *program) closedBackup(backups []store.Backup) (when string, closed bool) {
	for _, b := range backups {
		if copied, err := store.TakeCopy(b.Path); err == nil && b.Entries > 0 {
			return p.whenOf(moment{Backup: b}), p.willAsk(copied.Wrapped())
		}
	}
	return "", false
}

// tellOfOthers says that there are backups that were made at the place of a file, and may be those of another.
func (p *program) tellOfOthers(path string) {
	for _, m := range p.moments(path) {
		if m.wrong != nil {
			continue
		}
		p.notice = p.texts.Backups.There.Fill("schools", m.holds.schools(), "how", p.how(p.texts.Backups.RestoreWords[0]))
		if p.flags.plain {
			p.tell(p.out, p.notice)
		}
		return
	}
}

// unusable says whether an error is that the file is damaged or empty.
func (p *program) unusable(err error) bool {
	_, broken := errors.AsType[*steps.BrokenError](err)
	_, lost := errors.AsType[*session.NotKept](err) // of a plan that was read, memory holds more than the disk
	return !p.flags.example && !lost && (broken || store.HasCode(err, store.FileEmpty) || store.Damaged(err))
}

// offerInstead asks, where an error says that the file is damaged or empty, whether to go on in the newer file that is known. It says
// whether to; else the error stays.
func (p *program) offerInstead(damage error) (goOn bool, err error) {
	path, err := p.path()
	if err != nil || !p.unusable(damage) {
		return false, damage
	}
	if goOn, err = p.offerNewer(path); !goOn {
		err = cmp.Or(err, damage)
	}
	return goOn, err
}

// offerBackup asks, where an error says that the file is damaged or empty, whether to put the newest sound backup back. It says
// whether that was done; where the answer is no, or there is none, or nobody can be asked, the error stays.
func (p *program) offerBackup(damage error) (goOn bool, err error) {
	words, empty := p.texts.Backups, store.HasCode(damage, store.FileEmpty)
	if !p.unusable(damage) {
		return false, damage
	}
	path, err := p.path()
	if err != nil {
		return false, damage
	}
	offer, whole := words.OfferEmpty, ""
	if !empty {
		offer, whole = words.OfferDamaged, string(words.NothingWhole)
		if found, ok := p.salvage(damage); ok {
			whole = p.inWords(found)
		}
	}
	goOn, err = p.offerNewest(path, offer, whole)
	if !goOn {
		err = cmp.Or(err, damage)
	}
	return goOn, err
}

// lacks says how much came after a backup in a file that cannot be read any more, as far as that file or what is remembered of it tells.
func (p *program) lacks(path string, m moment) string {
	words, last := p.texts.Backups, p.state().Files[absolute(path)].entries()
	if found, err := store.Salvage(path, firstPlan); err == nil {
		told := 0
		for _, plan := range found.Plans {
			told += int(plan.Last)
		}
		last = max(last, told)
	}
	switch more := last - m.Entries; {
	case last == 0:
		return " " + string(words.LacksSome)
	case more > 0:
		return " " + words.Lacks.For(more)
	}
	return ""
}

// withoutBackups is an error; one that says that the plan's file is empty or damaged advises no backup where there is none.
func (p *program) withoutBackups(err error) error {
	path, unknown := p.path()
	says := map[string]string{store.FileEmpty: "empty-alone", store.FileDamaged: "damaged-alone", store.FileCut: "damaged-alone", store.EntryDamaged: "damaged-alone"}
	fault, is := errors.AsType[*store.Error](err)
	if unknown != nil || !is || says[fault.Code()] == "" || fault.Values()["path"] != path || len(p.backups(path, nil)) > 0 {
		return err
	}
	return refuse(says[fault.Code()], "path", path)
}

// offerNewest asks whether to put the newest sound backup of a file back, and does it. It says whether it did.
func (p *program) offerNewest(path string, offer assets.Text, whole string) (bool, error) {
	if !p.terminal() {
		return false, nil
	}
	m, ok, _ := p.newestSound(path)
	if !ok {
		return false, nil
	}
	to := p.placeFor(path)
	if store.Writable(to) != nil { // nowhere can it come
		return false, nil
	}
	becomes := p.putElsewhere(path, to)
	if becomes == "" && whole != "" { // there is something to keep
		becomes = string(p.texts.Backups.KeptDamaged)
	}
	if becomes != "" {
		becomes = "\n" + becomes
	}
	yes, err := p.decide(offer.Fill("path", steps.CleanName(path), "when", p.whenOf(m), "holds", p.holdsInWords(m), "lacks", p.lacks(path, m), "whole", whole, "becomes", becomes))
	if err != nil || !yes {
		return false, err
	}
	said, err := p.restoreTo(path, to, m)
	if err != nil {
		return false, err
	}
	for _, line := range said {
		p.tell(p.out, line)
	}
	p.notice = p.texts.Backups.WasBack.Fill("when", p.whenOf(m))
	return true, nil
}
