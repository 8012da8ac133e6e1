package steps

import (
	"iter"
	"maps"
	"slices"
	"strings"
)

// Follow erases from an older copy of a plan what was erased from ours: entries that both have are taken from ours, and from the
// others goes what stood where now a mark stands. A copy of another plan, and one that holds nothing that was erased, comes back
// as it is; the records of what was erased are not among its entries.
func (ours Entries) Follow(d *Definitions, copied Entries, spelled Spelled) (Entries, error) {
	if !ours.SameBeginning(copied) {
		return copied, nil
	}
	for _, x := range ours.erasuresFor(copied, spelled) {
		done, err := copied.Erase(d, x, ours)
		if err != nil {
			return Entries{}, err
		}
		copied = done.Entries
	}
	return copied, nil
}

// Agreed are two copies of a plan, from each of which is erased what was erased from the other.
type Agreed struct {
	Ours, Theirs Entries
	People       []string // the names of members who were erased from theirs, and still stood in ours
	Sheets       []string // of which the answers were
	Changed      int      // entries of ours that are others now
	Erases       bool     // theirs holds records that ours lacks

	names map[string]bool // all of theirs, as they are compared
}

// Names says whether a text is the name of somebody who was erased from theirs and still stood in ours.
func (a Agreed) Names(text string) bool { return a.names[folded(text)] }

// Agree erases from each of two copies of a plan what was erased from the other. The records themselves are not exchanged.
func (ours Entries) Agree(d *Definitions, theirs Entries, spelled Spelled) (a Agreed, err error) {
	a.Ours, a.Theirs = ours, theirs
	if !ours.SameBeginning(theirs) {
		return a, nil
	}
	fresh := theirs.recordsNotIn(ours)
	if len(fresh) > 0 {
		a.Erases = true
		a.names = map[string]bool{}
		for _, name := range theirs.allErasedNames(ours) {
			a.names[folded(name)] = true
		}
		j, err := ours.Replay(d)
		if err != nil {
			return a, err
		}
		for _, p := range j.People() {
			a.People = append(a.People, slices.DeleteFunc(p.names(), func(name string) bool { return !a.Names(name) })...)
		}
		a.People = unique(a.People)
		for _, c := range fresh {
			if c.Sheet != "" {
				a.Sheets = append(a.Sheets, c.Sheet)
			}
		}
		if a.Ours, err = theirs.erasedFrom(d, ours, spelled); err != nil {
			return a, err
		}
		for n := range uint64(ours.Len()) {
			before, _ := ours.Encoded(n + 1)
			if after, _ := a.Ours.Encoded(n + 1); string(before) != string(after) {
				a.Changed++
			}
		}
	}
	a.Theirs, err = a.Ours.Follow(d, theirs, spelled)
	return a, err
}

// erasedFrom erases from ours what was erased from theirs. Where nothing else was erased from ours, what both have becomes as it is
// in theirs; else it keeps the marks that it has.
func (theirs Entries) erasedFrom(d *Definitions, ours Entries, spelled Spelled) (Entries, error) {
	if len(ours.recordsNotIn(theirs)) == 0 {
		return theirs.Follow(d, ours, spelled)
	}
	texts := theirs.textsIn(ours)
	for _, x := range theirs.erasuresFor(ours, func(mark string, names, others []string) Hide {
		hide := spelled(mark, names, others)
		return func(text string) (string, []string) {
			if hidden, known := texts[text]; known {
				return hidden, nil
			}
			return hide(text)
		}
	}) {
		done, err := ours.Erase(d, x, Entries{})
		if err != nil {
			return Entries{}, err
		}
		ours = done.Entries
	}
	return ours, nil
}

// SameBeginning says whether two are copies of one plan: their first entry is the same.
func (e Entries) SameBeginning(other Entries) bool {
	return e.Len() > 0 && other.Len() > 0 && e.Entry(1).ID == other.Entry(1).ID
}

// recordsNotIn are the records of what was erased that another copy lacks, in order.
func (e Entries) recordsNotIn(other Entries) (records []Change) {
	all, known := e.Erasures(), other.byID()
	for _, n := range slices.Sorted(maps.Keys(all)) {
		if known[e.Entry(n).ID] == 0 {
			records = append(records, all[n])
		}
	}
	return records
}

// erasuresFor are what is to be erased from a copy: by each mark the names that stood where it stands now, and the sheets. What was
// answered on a sheet in a copy that has the record itself came later, and stays.
func (ours Entries) erasuresFor(copied Entries, spelled Spelled) (list []Erasure) {
	for _, mark := range ours.marks() {
		list = append(list, Erasure{Names: ours.erasedNames(copied, mark), Mark: mark, Spelled: spelled})
	}
	for _, c := range ours.recordsNotIn(copied) {
		if c.Sheet != "" {
			list = append(list, Erasure{Sheet: c.Sheet, Mark: c.Erased.value().Mark, Spelled: spelled})
		}
	}
	return list
}

// marks are those of what was erased, each once.
func (e Entries) marks() (marks []string) {
	for _, c := range e.Erasures() {
		if mark := c.Erased.value().Mark; mark != "" {
			marks = append(marks, mark)
		}
	}
	slices.Sort(marks)
	return slices.Compact(marks)
}

// shared are the entries that a copy has too: first theirs.
func (ours Entries) shared(copied Entries) iter.Seq2[Entry, Entry] {
	return func(yield func(theirs, own Entry) bool) {
		own := ours.byID()
		for _, theirs := range copied.All() {
			n, both := own[theirs.ID]
			if !both {
				continue
			}
			if entry := ours.Entry(n); len(entry.Changes) == len(theirs.Changes) && !yield(theirs, entry) {
				return
			}
		}
	}
}

// typedInBoth are the texts that a copy has otherwise: first theirs.
func (ours Entries) typedInBoth(copied Entries) iter.Seq2[string, string] {
	return func(yield func(theirs, own string) bool) {
		for theirs, entry := range ours.shared(copied) {
			for i := range theirs.Changes {
				a, b := theirs.Changes[i].typed(), entry.Changes[i].typed()
				for k := range min(len(a), len(b)) {
					if a[k] != b[k] && !yield(a[k], b[k]) {
						return
					}
				}
			}
		}
	}
}

// allErasedNames are the names in a copy in whose place ours has any mark.
func (ours Entries) allErasedNames(copied Entries) (names []string) {
	for _, mark := range ours.marks() {
		names = append(names, ours.erasedNames(copied, mark)...)
	}
	return unique(names)
}

// erasedNames are the names in a copy that stood where ours has a mark, or no author any more. A word that is also a part of one of
// them is none.
func (ours Entries) erasedNames(copied Entries, mark string) (names []string) {
	own := append(ours.marks(), copied.marks()...)
	for theirs, entry := range ours.shared(copied) {
		if entry.By == "" && theirs.By != "" {
			names = append(names, theirs.By)
		}
	}
	for theirs, entry := range ours.typedInBoth(copied) {
		names = append(names, replacedBy(mark, theirs, entry)...)
	}
	words := map[string]bool{}
	for _, name := range names {
		if parts := strings.Fields(name); len(parts) > 1 {
			for _, part := range parts {
				words[part] = true
			}
		}
	}
	return slices.DeleteFunc(unique(names), func(name string) bool {
		marked := func(mark string) bool { return strings.Contains(name, mark) }
		return words[name] || slices.ContainsFunc(own, marked)
	})
}

// textsIn are the texts of ours in which theirs has a mark, and what they are there; not those from which something else was erased
// here.
func (theirs Entries) textsIn(ours Entries) map[string]string {
	texts, own, marks := map[string]string{}, ours.marks(), theirs.marks()
	for text, there := range theirs.typedInBoth(ours) {
		marked := slices.ContainsFunc(own, func(mark string) bool { return strings.Contains(text, mark) })
		within := slices.ContainsFunc(marks, func(mark string) bool { return strings.Contains(there, mark) && !isMark(mark, there) })
		if !marked && within {
			texts[text] = there
		}
	}
	return texts
}

// isMark says whether a text is a mark and nothing else, but for a number.
func isMark(mark, text string) bool {
	rest, is := strings.CutPrefix(text, mark)
	return is && strings.TrimLeft(rest, " 0123456789") == ""
}

// replacedBy are the parts of a text that became a mark in another: those of more than one word, and the whole of it.
func replacedBy(mark, text, after string) (names []string) {
	if text == after || !strings.Contains(after, mark) {
		return nil
	}
	if isMark(mark, after) {
		return []string{text}
	}
	for i, part := range strings.Split(after, mark) {
		at := strings.Index(text, part)
		if at < 0 || i == 0 && at > 0 {
			return names
		}
		if part == "" && i > 0 {
			at = len(text)
		}
		if name := text[:at]; i > 0 && strings.Contains(name, " ") {
			names = append(names, name)
		}
		text = text[min(len(text), at+len(part)):]
	}
	return names
}
