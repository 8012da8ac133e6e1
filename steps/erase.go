package steps

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"
)

// Erasure says what is to be erased of a plan, for good: a person, or what was answered on a sheet. Everything else a journal
// only adds to; this one makes another journal of it.
type Erasure struct {
	Names []string // in full, all of one person, who need never have been in the team
	Sheet string   // or the id of a sheet

	Mark    string // what stands in the place of a name; between brackets, so that nobody takes it for one
	Spelled Spelled
}

// Spelled finds the ways in which names are written, in full, in a text, and puts a mark there; others are the names of those who stay.
type Spelled func(mark string, names, others []string) Hide

// Hide gives a text with the mark in the place of every name, and the parts of names that stand alone in it and stay.
type Hide func(text string) (hidden string, alone []string)

// Erased is a journal after an [Erasure].
type Erased struct {
	Entries Entries       // with the numbers and the ids that they had
	IDs     []string      // that took the place of those of the person, one for each time that they were in the team
	Names   []string      // of the person, all that are known
	Changed []ErasedEntry // in order; empty where there was nothing to erase
	Alone   []LoneName
}

// ErasedEntry names the fields of an entry from which something was erased, without what it was.
type ErasedEntry struct {
	Entry  string   `json:"entry"` // its id
	Fields []string `json:"fields"`
}

// ErasedRecord is what a journal keeps of an erasure, so that the same is done to older copies of it.
type ErasedRecord struct {
	Mark    string        `json:"mark,omitempty"`
	Entries []ErasedEntry `json:"entries"`
}

// LoneName is a text in which a part of the name stands alone: it may be of somebody else.
type LoneName struct {
	Entry uint64
	Text  string
	Names []string // as they stand there
}

// What is to be erased, in one word: a prefix, and an id, a name or that of a sheet.
const (
	ErasedMember = "member:"
	ErasedName   = "name:"
	ErasedPlan   = "plan:"
	ErasedSheet  = "answers:"
)

// ErasedPrefix begins the ids of members who were erased.
const ErasedPrefix = "erased-"

// WasErased says whether an id is that of a member who was erased.
func WasErased(id string) bool { return strings.HasPrefix(id, ErasedPrefix) }

// ErrStillNamed says that a name stands where nothing can be erased, such as in the id of a task of one's own catalogue.
var ErrStillNamed = errors.New("the name still stands")

// Record is the change that keeps that this was erased.
func (e Erased) Record(x Erasure) Change {
	c := Change{Kind: ChangeErased, Sheet: x.Sheet, Erased: Set(ErasedRecord{x.Mark, e.Changed})}
	if len(e.IDs) > 0 {
		c.Member = e.IDs[0]
	}
	return c
}

// NamesOf are all names that a person had in a journal who is found by an id or a name; none for an id that nobody has or had.
func (j *Journal) NamesOf(id, name string) []string {
	people := j.People()
	if n := lastOf(people, id); n >= 0 { // of several the last
		name = people[n].Name
	} else if s, given := j.idsOfMerges(people)[id]; given {
		name = people[slices.IndexFunc(people, func(p Person) bool { return p.stay() == s })].Name
	}
	if name == "" {
		return nil
	}
	names, _, _ := j.named([]string{name})
	return names
}

// named are all names of who is called so, when which id stood for them, and the names of the others.
func (j *Journal) named(called []string) (names []string, stays []stay, others []string) {
	if len(called) == 0 {
		return nil, nil, nil
	}
	people := j.People()
	for _, name := range called {
		name = CleanName(name)
		names, stays = append(names, name), append(stays, calledAmong(people, name).stays...)
	}
	for _, p := range people {
		if slices.Contains(stays, p.stay()) {
			names = append(names, p.names()...)
		} else {
			others = append(others, p.names()...)
		}
	}
	return unique(names), unique(stays), unique(others)
}

// Erase gives a journal of these entries from which something is erased. Ours are those of the same plan, from which it was
// erased already, or none: an entry that is also there is taken from there. A person or sheet that is not there is nothing to
// erase. The new entries can be replayed, or the error says why not.
func (e Entries) Erase(d *Definitions, x Erasure, ours Entries) (Erased, error) {
	j, err := e.Replay(d)
	if err != nil {
		return Erased{}, err
	}
	done := Erased{Entries: e}
	w := newErasing(j, x, ours)
	done.Names = w.names
	lines := make([]keptEntry, 0, e.Len())
	for n, entry := range e.All() {
		line, fields, err := w.entry(n, entry)
		if err != nil {
			return Erased{}, err
		}
		if fields == nil {
			line = e.list[n-1]
		} else {
			done.Changed = append(done.Changed, ErasedEntry{entry.ID, fields})
		}
		lines = append(lines, line)
	}
	if done.Alone = w.alone; len(done.Changed) == 0 {
		return done, nil
	}
	done.Entries, done.IDs = Entries{lines}, w.gone
	_, err = done.Entries.Replay(d)
	return done, err
}

// Erasures are the records of what was erased from a journal, each with the number of its entry.
func (e Entries) Erasures() map[uint64]Change {
	found := map[uint64]Change{}
	word := []byte(`"` + ChangeErased + `"`)
	for n := range uint64(e.Len()) {
		if !e.list[n].has(word) {
			continue
		}
		for _, c := range e.Entry(n + 1).Changes {
			if c.Kind == ChangeErased && c.Erased.Given() {
				found[n+1] = c
			}
		}
	}
	return found
}

// HoldsErasures says whether any entry says that something was erased.
func (e Entries) HoldsErasures() bool {
	word := []byte(`"` + ChangeErased + `"`)
	for _, kept := range e.list {
		if line, err := kept.encoded(); err == nil && bytes.Contains(line, word) {
			return true
		}
	}
	return false
}

// WithErasures are these entries and the records of what was erased from ours, where they are of the same plan and lack them.
func (e Entries) WithErasures(ours Entries) Entries {
	if e.Len() == 0 || ours.Len() == 0 || e.Entry(1).ID != ours.Entry(1).ID {
		return e
	}
	own, records := e.byID(), ours.Erasures()
	e = e.First(e.Len())
	for _, n := range slices.Sorted(maps.Keys(records)) {
		if line, err := ours.Encoded(n); err == nil && own[ours.Entry(n).ID] == 0 {
			e = e.With(line)
		}
	}
	return e
}

// typed are the texts of a change that a person typed, the names among them.
func (c Change) typed() (texts []string) {
	for _, g := range c.Given() {
		switch v := g.Value.(type) {
		case string:
			texts = append(texts, v)
		case []string:
			texts = append(texts, v...)
		}
	}
	return texts
}

// byID are the numbers of entries by their ids.
func (e Entries) byID() map[string]uint64 {
	numbers := make(map[string]uint64, e.Len())
	for n, entry := range e.All() {
		numbers[entry.ID] = n
	}
	return numbers
}
