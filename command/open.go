package command

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
)

// purpose is what a call wants of the file.
type purpose int

const (
	toShow   purpose = iota // nothing is made or changed; a file that another copy has open will do, and what is whole of a damaged one
	toRead                  // the same, and a damaged file will not do
	toChange                // what is there is changed; nothing is made
	toImport                // a file is made where there is none, and a plan where --plan names a new one
	toFill                  // a file is made where there is none; which plan may be asked
)

const (
	firstPlan  = "plan" // the id of a file's first plan
	fileName   = "stappenplan.db"
	folderName = "stappenplan"
)

// with opens the plan that was asked for and closes it again. The session is not read yet.
func (p *program) with(purpose purpose, do func(*session.Session) error) (err error) {
	kept, place, err := p.open(purpose)
	if err != nil {
		return err
	}
	defer func() {
		p.tellOfCopy(kept, place)
		err = cmp.Or(err, kept.Close())
		p.tellOfBackup(place)
	}()
	session, err := p.session(kept, purpose)
	if err != nil {
		return err
	}
	session.LookOnly, p.work = p.lookOnly, session
	if place != "" {
		session.Place = absolute(place)
	}
	opened := session.Place
	err = do(session)
	if session.Place == opened && (purpose == toFill || session.Recorded() > 0) {
		p.seeEnd(purpose, opened, session.Journal().Entries())
	}
	return err
}

// tellOfCopy says once that a file of an older format was brought to the newest, and where it is as it was.
func (p *program) tellOfCopy(kept store.Store, place string) {
	if copied := store.CopyOfOlder(kept); copied != "" {
		p.tell(p.out, p.texts.Commands.Migrated.Fill("file", steps.CleanName(place), "copy", steps.CleanName(copied)))
	}
}

// loaded is with, the plan read.
func (p *program) loaded(purpose purpose, do func(*session.Session) error) error {
	return p.with(purpose, func(session *session.Session) error {
		if err := p.load(session, purpose); err != nil {
			return err
		}
		return cmp.Or(do(session), p.shownInPart())
	})
}

// session is the work on the plan that --plan names, or on the only one.
func (p *program) session(kept store.Store, purpose purpose) (*session.Session, error) {
	ids, err := kept.Plans()
	if err != nil {
		return nil, err
	}
	plan, err := p.choosePlan(ids, purpose, func(id string) bool {
		plan, err := loadPlan(kept, id)
		return err == nil && plan.Archived()
	})
	if err != nil {
		return nil, err
	}
	return p.sessionOn(kept, plan), nil
}

// sessionOn is the work on one plan of a store.
func (p *program) sessionOn(kept store.Store, plan string) *session.Session {
	session := &session.Session{
		Texts:       p.texts,
		Definitions: assets.Definitions(),
		Store:       kept,
		PlanID:      plan,
		Clock:       p.clock,
		NewID:       p.newID,
	}
	session.SetAuthor(p.flags.by)
	return session
}

// choosePlan gives the id of the plan that was named, or of the only one in use. The questions begin by asking
// where there are several; a command refuses.
func (p *program) choosePlan(ids []string, purpose purpose, archived func(id string) bool) (string, error) {
	named, list := p.flags.plan, strings.Join(ids, ", ")
	switch {
	case slices.Contains(ids, named):
		return named, nil
	case named != "" && purpose == toImport:
		if !steps.ValidID(named) {
			return "", usage("bad-plan-id", "plan", steps.Quote(named))
		}
		return named, nil
	case named != "" && (named != firstPlan || len(ids) > 0):
		return "", refuse("unknown-plan", "plan", steps.Quote(named), "plans", cmp.Or(list, string(p.texts.Common.None)))
	case len(ids) == 0:
		return firstPlan, nil
	case len(ids) == 1:
		return ids[0], nil
	}
	inUse := slices.DeleteFunc(slices.Clone(ids), archived)
	switch {
	case len(inUse) == 1:
		return inUse[0], nil
	case purpose == toFill:
		return "", errSeveralPlans
	}
	return "", usage("several-plans", "plans", list)
}

// openers say how a file is opened for each purpose.
var openers = map[purpose]func(path string) (store.Store, error){
	toShow: store.OpenReadOnly, toRead: store.OpenReadOnly, toChange: store.Open, toImport: store.OpenOrBegin, toFill: store.OpenOrCreate,
}

// open gives the store and the path of its file. Where that is encrypted, its passphrase is asked.
func (p *program) open(purpose purpose) (kept store.Store, path string, err error) {
	p.key = nil
	if p.flags.example {
		return example(), "", nil
	}
	if path, err = p.path(); err != nil {
		return nil, "", err
	}
	if purpose >= toChange && p.isBackup(absolute(path)) {
		wrong := refuse("backup-opened", "file", path, "command", p.againWith("restore"))
		if purpose != toFill {
			return nil, "", wrong
		}
		p.tell(p.errs, p.reason(wrong))
		p.lookOnly = true
		kept, err := store.OpenReadOnly(path)
		kept, err = p.unlocked(kept, path, err)
		return kept, path, err
	}
	if purpose >= toChange {
		if err := p.finish(path); err != nil { // it stays to be done
			p.tell(p.errs, p.reason(err))
		}
		store.Sweep(path, p.clock())
	}
	kept, err = openers[purpose](path)
	if purpose == toShow && err != nil {
		kept, err = p.openWhole(err)
	}
	if purpose <= toChange && store.HasCode(err, store.FileMissing) {
		return store.NewMemory(), path, p.gone(path)
	}
	if purpose == toFill && store.HasCode(err, store.FileLocked) {
		kept, err = p.offerToLook(path, err)
	}
	p.opens = purpose == toFill
	kept, err = p.unlocked(kept, path, err)
	p.opens = false
	if purpose >= toChange && err == nil && !p.lookOnly {
		kept = p.protect(kept, path)
	}
	return kept, path, err
}

// unlocked is a store that was opened, of which the entries can be read.
func (p *program) unlocked(kept store.Store, path string, err error) (store.Store, error) {
	if err != nil {
		return nil, err
	}
	p.keyring.askAgain() // in the questions another file may be opened
	if p.key, err = store.Unlock(kept, p.unlocker(path)); err != nil {
		_ = kept.Close() // nothing was done in it
		return nil, err
	}
	return kept, nil
}

// offerToLook asks whether to look at a file that is open elsewhere; where the answer is no, or nobody can
// be asked, the error stays.
func (p *program) offerToLook(path string, locked error) (store.Store, error) {
	if !p.terminal() {
		return nil, locked
	}
	look, err := p.confirm(p.texts.Commands.Locked.Offer.Fill("file", steps.CleanName(path)))
	if err != nil || !look {
		return nil, cmp.Or(err, locked)
	}
	p.tell(p.out, string(p.texts.Commands.Locked.Look))
	p.lookOnly = true
	return store.OpenReadOnly(path)
}

// example is the built-in example school, in memory.
func example() store.Store {
	return store.NewMemoryOf(map[string]steps.Entries{firstPlan: steps.EntriesOf(assets.Example())})
}

// path is where the plan is kept: named, beside the program, or in the user's own data folder.
func (p *program) path() (string, error) {
	if p.flags.file != "" {
		return p.flags.file, nil
	}
	if p.programFile != "" {
		beside := filepath.Join(filepath.Dir(p.programFile), fileName)
		if _, err := os.Lstat(beside); err == nil {
			return beside, nil
		}
	}
	if p.dataFolder == "" {
		return "", refuse("no-home")
	}
	return filepath.Join(p.dataFolder, folderName, fileName), nil
}
