package steps

import (
	"iter"
	"slices"
)

// Undo is the change that takes back the newest entry that stands and is no withdrawal itself, with the number of that
// entry; 0 where there is none.
func (j *Journal) Undo() (c Change, undone uint64) {
	for undone = range j.undoable() {
		break
	}
	return Change{Kind: ChangeWithdraw, Entry: undone}, undone
}

// Redo is the change that takes back the last undo, with the number of the entry that then stands again; 0 where there
// is none, or where something else was done after it; what a merge took back as it could not stand is nobody's undo.
func (j *Journal) Redo() (c Change, redone uint64) {
	for n, target := range j.undos() {
		return Change{Kind: ChangeWithdraw, Entry: n}, target
	}
	return Change{}, 0
}

// Undoable are the numbers of the entries that stand and are no withdrawal, the newest first: those that undo takes back, one
// after the other.
func (j *Journal) Undoable() []uint64 { return slices.Collect(j.undoable()) }

// undoable gives these numbers. What was erased does not come back: entries that only say so are passed over, and so are those that a merge made.
func (j *Journal) undoable() iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for n := j.Len(); n > 0; n-- {
			if j.withdrawnBy[n-1] == 0 && j.takenBack[n-1] == 0 && !j.heads[n-1].erased && !j.heads[n-1].merge && !yield(n) {
				return
			}
		}
	}
}

// Redoable are the numbers of the entries that redo brings again, one after the other.
func (j *Journal) Redoable() (numbers []uint64) {
	for _, target := range j.undos() {
		numbers = append(numbers, target)
	}
	return numbers
}

// undos are the undos that stand since anything else was done, the last one first: the number of each, and what it took back.
// What an undo took back counts as done again for those before it, since they are redone later.
func (j *Journal) undos() iter.Seq2[uint64, uint64] {
	return func(yield func(uint64, uint64) bool) {
		done := uint64(0) // the newest entry that is done again by then
		for n := j.Len(); n > done; n-- {
			target, stands := j.takenBack[n-1], j.withdrawnBy[n-1] == 0
			switch {
			case !stands || target != 0 && j.takenBack[target-1] != 0:
				continue
			case target == 0 || j.heads[n-1].merge || !yield(n, target):
				return
			}
			done = max(done, target)
		}
	}
}
