// Package session is one person at work on one plan: the plan as it stands, where it is kept, and how to record what the
// person does. It knows no screen and no document.
package session

import (
	"errors"
	"fmt"
	"time"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

// Journals is the part of a store that a session uses; every engine of package store implements it.
type Journals interface {
	// Load gives the entries of a plan, number 1 first; none for a plan that is not there.
	Load(plan string) (steps.Entries, error)
	// Append keeps more entries, all or none. Last is the number of the newest entry the writer saw; when another
	// writer was first, the error has the code store.Conflict and nothing is kept.
	Append(plan string, last uint64, entries ...steps.Entry) error
}

// Session is one person at work on one plan. The screens, the line-by-line mode and the commands all work through it. It
// is not for several goroutines at once, with two exceptions made for drawing while the disk works:
// [Session.Read] and [Session.Save] may run beside everything that only reads.
type Session struct {
	Texts       *assets.Texts // of the language it speaks: see [Session.Spoken]
	Definitions *steps.Definitions
	Store       Journals
	PlanID      string
	// Place is where the plan is kept, to show to a person; empty when it is kept in memory only.
	Place string
	// LookOnly refuses every change: another copy of the program has the file.
	LookOnly bool
	// Past refuses every change too: the plan is shown as it was.
	Past  bool
	Clock func() time.Time
	NewID func() string // a random id, another one each time

	author   string
	journal  *steps.Journal
	recorded int
}

// Beside is what stands beside the file of a plan, as far as whoever fills it in should know.
type Beside struct {
	Copies []string // the paths of other copies of the plan in which something is new
	Lines  []string // what is to be told, one sentence each
}

// Read loads and replays the plan's journal, and changes nothing: hand the result to [Session.Use].
func (s *Session) Read() (*steps.Journal, error) {
	entries, err := s.Store.Load(s.PlanID)
	if err != nil {
		return nil, fmt.Errorf("load plan %s: %w", s.PlanID, err)
	}
	journal, err := entries.Replay(s.Definitions)
	if err != nil {
		return nil, fmt.Errorf("replay plan %s: %w", s.PlanID, err)
	}
	return journal, nil
}

// InMemory says that the plan is kept in no file: it is an example.
func (s *Session) InMemory() bool { return s.Place == "" }

// Use makes a journal that was read the session's.
func (s *Session) Use(journal *steps.Journal) { s.journal = journal }

// Reload is Read and Use: after it the session knows what other writers kept meanwhile.
func (s *Session) Reload() error {
	journal, err := s.Read()
	if err != nil {
		return err
	}
	s.Use(journal)
	return nil
}

// Journal is the plan with its past; that of a plan not begun before the first Use.
func (s *Session) Journal() *steps.Journal {
	if s.journal == nil {
		s.journal, _ = steps.Replay(s.Definitions, nil) // no entries: nothing that could fail
	}
	return s.journal
}

// Plan is the plan as it stands.
func (s *Session) Plan() steps.Plan { return s.Journal().Plan() }

// Spoken are the texts as the school of the plan says them.
func (s *Session) Spoken() *assets.Texts { return s.Texts.For(s.Plan().School.Level) }

// Today is the day of the session's clock.
func (s *Session) Today() steps.Date { return steps.DateOf(s.Clock()) }

// Author returns the author of the next entries: the name that was set, else that of the newest entry.
func (s *Session) Author() string {
	if n := s.Journal().Len(); s.author == "" && n > 0 {
		return s.Journal().Head(n).By
	}
	return s.author
}

// SetAuthor sets the author of the next entries. It records nothing.
func (s *Session) SetAuthor(name string) { s.author = steps.CleanName(name) }

// Record checks changes, keeps them as one entry and makes them: [Session.Prepare], [Session.Save] and
// [Session.Applied] in a row. When it returns nil the changes are on disk. After a conflict the session
// holds what the other writer kept, and the error says so.
func (s *Session) Record(changes ...steps.Change) error {
	entry, err := s.Prepare(changes...)
	if err != nil {
		return err
	}
	if err := s.Save(entry); err != nil {
		if !IsConflict(err) {
			return err
		}
		return errors.Join(err, s.Reload())
	}
	return s.Applied(entry)
}

// ReadOnly says why nothing can be changed; nil where it can.
func (s *Session) ReadOnly() error {
	switch {
	case s.Past:
		return assets.NewFault("looking-past")
	case s.LookOnly:
		return assets.NewFault("looking-only")
	}
	return nil
}

// Prepare makes the entry that holds these changes, or says why the plan as it stands refuses them.
func (s *Session) Prepare(changes ...steps.Change) (steps.Entry, error) {
	if err := s.ReadOnly(); err != nil {
		return steps.Entry{}, err
	}
	entry := s.Plan().Dated(s.NewEntry(changes...))
	if err := s.Journal().Check(entry); err != nil {
		return steps.Entry{}, fmt.Errorf("record: %w", err)
	}
	return entry, nil
}

// Save keeps a prepared entry on disk. Until it returned nothing else may be prepared, saved or applied.
func (s *Session) Save(entry steps.Entry) error {
	if err := s.Store.Append(s.PlanID, s.Journal().Len(), entry); err != nil {
		return fmt.Errorf("save: %w", err)
	}
	return nil
}

// NewEntry makes an entry by whoever works now. It is not checked.
func (s *Session) NewEntry(changes ...steps.Change) steps.Entry {
	return steps.NewEntry(s.NewID(), s.Clock(), s.Author(), changes...)
}

// Joined are the entries that a merge brings, with what was chosen. Nothing is kept.
func (s *Session) Joined(merge *steps.Merge, chosen []steps.Change) ([]steps.Entry, error) {
	if err := s.ReadOnly(); err != nil {
		return nil, err
	}
	entries, err := merge.Entries(chosen, s.NewEntry)
	if err != nil {
		return nil, fmt.Errorf("merge: %w", err)
	}
	return entries, nil
}

// Join keeps all that a merge brings, with what was chosen, at once or not at all. The merge must be one of the session's journal.
func (s *Session) Join(merge *steps.Merge, chosen []steps.Change) error {
	entries, err := s.Joined(merge, chosen)
	if err != nil {
		return err
	}
	if err := s.Store.Append(s.PlanID, s.Journal().Len(), entries...); err != nil {
		return fmt.Errorf("merge: %w", err)
	}
	s.recorded += len(entries)
	return s.Reload()
}

// Applied makes a saved entry part of the plan.
func (s *Session) Applied(entry steps.Entry) error {
	if err := s.Journal().Apply(entry); err != nil {
		return fmt.Errorf("apply a saved entry: %w", err)
	}
	s.recorded++
	return nil
}

// Recorded is how many entries this session kept.
func (s *Session) Recorded() int { return s.recorded }

// Verify looks whether all the session knows is on disk, in the file that stands at its place: nil, or the error
// that says what is wrong with that file.
func (s *Session) Verify() error { return s.Verification()() }

// Verification is [Session.Verify] of the session as it is now, to be called beside it.
func (s *Session) Verification() func() error {
	own, store, plan, looks := s.Journal().Entries(), s.Store, s.PlanID, s.LookOnly
	return func() error {
		if looks || own.Len() == 0 {
			return nil
		}
		kept, err := store.Load(plan)
		if err != nil {
			return fmt.Errorf("verify plan %s: %w", plan, err)
		}
		if n := own.Len(); kept.Len() < n || kept.Entry(uint64(n)).ID != own.Entry(uint64(n)).ID {
			return assets.NewFault("entries-missing")
		}
		return nil
	}
}

// Undo takes back the newest entry that stands, and gives its number.
func (s *Session) Undo() (uint64, error) {
	change, undone := s.Journal().Undo()
	if undone == 0 {
		return 0, assets.NewFault("nothing-to-undo")
	}
	return undone, s.Record(change)
}

// Redo makes again what was taken back last, and gives its number.
func (s *Session) Redo() (uint64, error) {
	change, redone := s.Journal().Redo()
	if redone == 0 {
		return 0, assets.NewFault("nothing-to-redo")
	}
	return redone, s.Record(change)
}

// Said words an entry, with the names of that moment.
func (s *Session) Said(number uint64) string {
	before, err := s.Journal().At(number - 1)
	if err != nil {
		before = s.Plan()
	}
	if err != nil || s.Journal().KeptByMerge(number) {
		before = s.Journal().WithWhoLeft(before)
	}
	return s.Spoken().Entry(s.Journal().Entry(number), before)
}

// IsConflict says whether an entry was refused because another writer was first.
func IsConflict(err error) bool { return store.HasCode(err, store.Conflict) }

// isGone says whether an error tells that the file of the plan is not at its place any more.
func isGone(err error) bool {
	return store.HasCode(err, store.FileRemoved) || store.HasCode(err, store.FileReplaced)
}
