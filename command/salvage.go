package command

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/passphrase"
)

// salvaged is what is whole of a damaged file.
type salvaged struct {
	path string
	store.Salvaged
	key *passphrase.Key // where the file is encrypted
	// closed is why that could not be opened; nil where it could, or where it lies open.
	closed error
}

// salvage reads what is whole of the plan's file where an error says that it is damaged; ok is false where it says
// something else, or where nothing is whole.
func (p *program) salvage(damage error) (found salvaged, ok bool) {
	_, broken := errors.AsType[*steps.BrokenError](damage)
	_, lost := errors.AsType[*session.NotKept](damage) // of a plan that was read, memory holds more than the disk
	if p.flags.example || lost || !broken && !store.Damaged(damage) {
		return found, false
	}
	path, err := p.path()
	if err == nil {
		found.path = path
		found.Salvaged, err = store.SalvageWith(path, p.filling(path), firstPlan)
	}
	if err != nil {
		return found, false
	}
	holds := slices.ContainsFunc(found.Plans, func(plan store.SalvagedPlan) bool { return plan.Entries.Len() > 0 })
	if holds && p.willAsk(found.Wrapped()) {
		p.tellClosed(path)
	}
	if found.key, err = found.Unlock(p.unlocker(path)); err != nil {
		if holds && (isLocked(err) || store.HasCode(err, store.PassphraseWrong)) {
			found.closed = err
		}
		return found, false
	}
	for i, plan := range found.Plans {
		found.Plans[i] = upTo(replayable(plan.Entries), plan)
		ok = ok || found.Plans[i].Entries.Len() > 0
	}
	return found, ok
}

// upTo is what is whole of a plan where only these entries are: what stands in the file behind the one of which no plan can be made is whole apart.
func upTo(whole steps.Entries, plan store.SalvagedPlan) store.SalvagedPlan {
	last, filled := uint64(whole.Len()), plan.Filled
	for n := last + 2; n <= uint64(plan.Entries.Len()); n++ {
		if !slices.Contains(filled, n) {
			plan.Later++
		}
	}
	plan.Entries = whole
	plan.Filled = slices.DeleteFunc(slices.Clone(filled), func(n uint64) bool { return n > last })
	return plan
}

// mostFilling is how many backups are looked into for what is damaged in a file.
const mostFilling = 3

// filling are the newest sound backups of a file, in which what is damaged there may stand. Whether they are of its plans is told by the seals.
func (p *program) filling(path string) (copies []*store.Copy) {
	for _, b := range p.backups(path, p.beginningsIn(path)) {
		if copied, err := store.TakeCopy(b.Path); err == nil {
			copies = append(copies, copied)
		}
		if len(copies) == mostFilling {
			break
		}
	}
	return copies
}

// replayable are the entries before the first that no plan can be made of.
func replayable(entries steps.Entries) steps.Entries {
	for {
		_, err := entries.Replay(assets.Definitions())
		broken, is := errors.AsType[*steps.BrokenError](err)
		if !is {
			return entries
		}
		entries = entries.First(int(broken.Entry) - 1)
	}
}

// entries are those of each plan.
func (s salvaged) entries() map[string]steps.Entries {
	all := map[string]steps.Entries{}
	for _, plan := range s.Plans {
		all[plan.ID] = plan.Entries
	}
	return all
}

// schools names those of the plans, as far as that is whole; empty where nothing can be told.
func (s salvaged) schools() string {
	held, err := journalsOf(s.entries())
	if err != nil {
		return ""
	}
	return held.schools()
}

// inWords says of each plan how much is whole.
func (p *program) inWords(found salvaged) string {
	words := p.texts.Commands.Salvage
	switch {
	case found.closed == nil:
	case store.HasCode(found.closed, store.PassphraseWrong):
		return string(words.Wrong)
	default:
		return string(words.Closed)
	}
	var said []string
	for _, plan := range found.Plans {
		whole := p.planInWords(plan, found.Older)
		if len(found.Plans) > 1 {
			whole = words.Plan.Fill("plan", plan.ID, "whole", whole)
		}
		said = append(said, whole)
	}
	if found.Older {
		said = append(said, string(words.Older))
	}
	if found.Missing > 0 {
		said = append(said, words.Missing.For(found.Missing))
	}
	return strings.Join(said, "; ")
}

// planInWords says of a plan how much is whole; that it is all, only where its newest state could be read.
func (p *program) planInWords(plan store.SalvagedPlan, older bool) string {
	words, n := p.texts.Commands.Salvage, plan.Entries.Len()
	if n == 0 {
		return string(words.None)
	}
	date := p.texts.Date(steps.DateOf(plan.Entries.Entry(uint64(n)).At.In(p.clock().Location())))
	lost, filled, later := int(plan.Last)-n, "", ""
	if n := len(plan.Filled); n > 0 {
		filled = words.Filled.For(n)
	}
	if lost == 0 && older {
		return words.First.For(n, "date", date) + filled
	}
	if lost == 0 {
		return words.All.For(n, "date", date) + filled
	}
	if plan.Later > 0 {
		later = words.Later.For(plan.Later)
	}
	return words.Some.For(n, "date", date, "filled", filled, "lost", words.Lost.For(lost, "first", n+1, "last", plan.Last)) + later
}

// damageCodes name the sentences that say that a file is damaged and what can be done: usually, where it cannot be written, and where there
// is no backup of it.
type damageCodes struct{ usual, elsewhere, withoutBackup string }

var (
	damaged       = damageCodes{"damaged", "damaged-elsewhere", "damaged-without-backup"}
	damagedInPart = damageCodes{"damaged-in-part", "damaged-in-part-elsewhere", "damaged-in-part-without-backup"}
)

// refuses words what is wrong with a damaged file and how much of it is whole. Where it cannot be written, a place for that is named.
func (p *program) refuses(found salvaged, codes damageCodes) error {
	code, to, cause := codes.usual, string(p.texts.Commands.Calls["salvage"].Use), ""
	if unwritable := store.Writable(found.path); unwritable != nil {
		code, cause = codes.elsewhere, causeOf(unwritable)
		if place := p.placeOfOwn(found.path); place != "" {
			to = p.quoted(place)
		}
	}
	if len(p.backups(found.path, p.beginningsIn(found.path))) == 0 {
		code = codes.withoutBackup
	}
	return refuse(code, "path", found.path, "whole", p.inWords(found), "restore", p.againWith("restore"), "command", p.againWith("salvage "+to), "cause", cause)
}

// placeFor is where a file is made anew: at its own path or, where that cannot be written, among what people keep. Where that cannot be written
// either, it is its own path.
func (p *program) placeFor(path string) string {
	if store.Writable(path) == nil {
		return path
	}
	return cmp.Or(p.placeOfOwn(path), path)
}

// placeOfOwn is a new file for what is whole of another, among what people keep; empty where none can be made there.
func (p *program) placeOfOwn(path string) string {
	for _, folder := range p.foldersOfOwn() {
		if fresh := p.newNameFor(path, folder); store.Writable(fresh) == nil {
			return fresh
		}
	}
	return ""
}

// newNameFor is a name in a folder for a new file that comes in the place of another.
func (p *program) newNameFor(path, folder string) string {
	name := filepath.Base(path)
	return p.newName(folder, strings.TrimSuffix(name, filepath.Ext(name)), ".db")
}

// causeOf is why the system refused what an error of the store is about.
func causeOf(err error) string {
	fault, _ := errors.AsType[*store.Error](err)
	return fault.Values()["cause"]
}

// withWhole is an error; one that says of the plan's file that it is damaged or empty says where the plan went on, or how much of it is whole.
func (p *program) withWhole(err error) error {
	fault, is := errors.AsType[*store.Error](err)
	if path, unknown := p.path(); unknown == nil && p.unusable(err) && (!is || fault.Values()["path"] == path) {
		if instead := p.wentOnInstead(path); instead != nil {
			return instead
		}
	}
	if found, ok := p.salvage(p.damageBehind(err)); ok || found.closed != nil {
		return p.refuses(found, damaged)
	}
	return err
}

// damageBehind is an error; of one that says that nothing can be written where the plan's file is, the damage to that file, if there is any: it is
// told first.
func (p *program) damageBehind(err error) error {
	path, unknown := p.path()
	if unknown != nil || p.flags.example || !store.HasCode(err, store.FileReadOnly) && !store.HasCode(err, store.FolderUnwritable) {
		return err
	}
	if _, wrong := store.OpenReadOnly(path); store.Damaged(wrong) {
		return wrong
	}
	return err
}

// openWhole gives what is whole of a damaged file, to be shown; or the error, where there is nothing.
func (p *program) openWhole(damage error) (store.Store, error) {
	found, ok := p.salvage(damage)
	if !ok {
		return nil, damage
	}
	p.inPart = &found
	return store.NewMemoryOf(found.entries()), nil
}

// load reads the plan of a session; for who only shows it, what is whole of it will do.
func (p *program) load(session *session.Session, purpose purpose) error {
	err := session.Reload()
	if err != nil && purpose == toShow {
		if session.Store, err = p.openWhole(err); err != nil {
			return err
		}
		err = session.Reload()
	}
	if err == nil && p.inPart != nil && session.Journal().Len() == 0 { // it is not a plan that was not begun
		return p.refuses(*p.inPart, damaged)
	}
	return err
}

// shownInPart says, once a plan was shown, that this was what is whole of a damaged file.
func (p *program) shownInPart() error {
	if p.inPart == nil {
		return nil
	}
	if newer := p.newerThan(p.inPart.path); newer != "" {
		return refuse("in-part-newer", "path", p.inPart.path, "whole", p.inWords(*p.inPart), "newer", newer, "command", p.on(newer).again())
	}
	return p.refuses(*p.inPart, damagedInPart)
}

// wholeTo is the number of the last entry that is whole where the rest of the plan is lost; else 0.
func (p *program) wholeTo(session *session.Session) uint64 {
	if p.inPart == nil {
		return 0
	}
	whole := session.Journal().Len()
	known := slices.ContainsFunc(p.inPart.Plans, func(plan store.SalvagedPlan) bool {
		return plan.ID == session.PlanID && plan.Last == whole
	})
	if known && !p.inPart.Older {
		return 0
	}
	return whole
}

// salvageCommand writes what is whole of a damaged file to a new one.
func (p *program) salvageCommand() *cobra.Command {
	return p.command("salvage", 1, func(words []string) error {
		if words[0] == "" {
			return usage("word-missing", "command", "salvage", "word", string(p.texts.Commands.Calls["salvage"].Use))
		}
		path, _, err := p.sound(p.givenKey)
		if err == nil || store.HasCode(err, store.FileEncrypted) {
			return refuse("nothing-to-salvage", "file", path, "command", p.againWith("check"))
		}
		found, ok := p.salvage(err)
		if !ok {
			return err
		}
		if err := p.bringOver(found, words[0]); err != nil {
			return p.orElsewhere(found, err)
		}
		p.wentOn(path, words[0])
		p.flags.file, p.flags.plan = words[0], ""
		p.tell(p.out, p.texts.Commands.Salvage.Open.Fill("command", p.again()))
		return nil
	})
}

// orElsewhere is an error; one that says that no file can be made where what is whole was to come, names a place where it can. Where none is known it
// says first that the file is damaged.
func (p *program) orElsewhere(found salvaged, err error) error {
	fault, _ := errors.AsType[*store.Error](err)
	if !store.HasCode(err, store.FolderUnwritable) {
		return err
	}
	place := p.placeOfOwn(found.path)
	if place == "" {
		return refuse("salvage-nowhere", "path", found.path, "whole", p.inWords(found), "folder", fault.Values()["folder"], "cause", fault.Values()["cause"],
			"command", p.againWith("salvage "+string(p.texts.Commands.Calls["salvage"].Use)))
	}
	return refuse("salvage-elsewhere", "folder", fault.Values()["folder"], "cause", fault.Values()["cause"], "command", p.againWith("salvage "+p.quoted(place)))
}

// bringOver makes a new file with what is whole, and says what that is.
func (p *program) bringOver(found salvaged, path string) error {
	kept, err := store.CreateEncrypted(path, found.key, found.entries())
	if err != nil {
		return err
	}
	if err := kept.Close(); err != nil {
		return err
	}
	p.changed = true
	words := p.texts.Commands.Salvage
	p.tell(p.out, words.Done.Fill("path", steps.CleanName(path), "whole", p.inWords(found)))
	return nil
}

// keepsMost says, where an error says that the file is damaged, whether as much of it is whole as its newest sound backup holds, or more.
func (p *program) keepsMost(damage error) bool {
	found, ok := p.salvage(damage)
	if !ok || !p.terminal() {
		return false
	}
	whole := 0
	for _, plan := range found.Plans {
		whole += plan.Entries.Len()
	}
	m, sound, _ := p.newestSound(found.path)
	return sound && whole >= m.Entries
}

// offerSalvage asks, where an error says that the file is damaged, whether to go on in a new one with what is whole: beside it or, where that cannot
// be, where people keep what they write. It says whether to; where the answer is no, or nobody can be asked, the error stays.
func (p *program) offerSalvage(damage error) (goOn bool, err error) {
	found, ok := p.salvage(damage)
	if !ok || !p.terminal() {
		return false, damage
	}
	words, backup := p.texts.Commands.Salvage, ""
	if m, sound, _ := p.newestSound(found.path); sound {
		backup = words.Backup.Fill("when", p.whenOf(m), "holds", p.holdsInWords(m)) + "\n"
	}
	for _, folder := range append([]string{filepath.Dir(found.path)}, p.foldersOfOwn()...) {
		path := p.newNameFor(found.path, folder)
		if store.Writable(path) != nil {
			continue
		}
		agreed, err := p.decide(words.Offer.Fill("path", steps.CleanName(found.path), "schools", found.schools(), "whole", p.inWords(found), "backup", backup, "new", steps.CleanName(path)))
		if err != nil || !agreed {
			return false, cmp.Or(err, damage)
		}
		if err := p.bringOver(found, path); err != nil {
			p.tell(p.out, p.reason(err))
			continue
		}
		p.wentOn(found.path, path)
		p.flags.file = path
		return true, nil
	}
	return false, damage
}
