package importing

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/planfile/lists"
	"stappenplan/planfile/match"
)

// Becomes is what a row of a list becomes: a task of the plan, an own task where none is named, or nothing.
type Becomes struct {
	Task    string
	LeftOut bool
}

// rowID is by what a row is known when the list is read again.
type rowID struct {
	sheet  string
	number int
	title  string
}

func idOf(r lists.Row) rowID { return rowID{r.Sheet, r.Number, r.Title} }

// Decide says what a row becomes. What a person chose counts before what was found; the error is that a person chose the task for
// another row before.
func (i Import) Decide(r lists.Row, becomes Becomes) (Import, error) {
	if other, is := i.chosenFor(becomes); is && idOf(other) != idOf(r) {
		return i, assets.NewFault("import-task-chosen", "row", i.Place(other), "title", other.Title, "task", i.Texts.TaskName(i.Plan, becomes.Task))
	}
	decided := map[rowID]Becomes{idOf(r): becomes}
	for row, before := range i.decided {
		if row != idOf(r) {
			decided[row] = before
		}
	}
	i.decided = decided
	return i, nil
}

// chosenFor is the row for which a person chose a task.
func (i Import) chosenFor(becomes Becomes) (r lists.Row, is bool) {
	for _, r := range i.List.Rows {
		if chosen, decided := i.decided[idOf(r)]; decided && becomes.Task != "" && chosen == becomes {
			return r, true
		}
	}
	return r, false
}

// Decided says whether a person said what a row becomes.
func (i Import) Decided(r lists.Row) bool {
	_, decided := i.decided[idOf(r)]
	return decided
}

// Proposed is what is proposed that a row becomes: the likeliest task, where that is likely enough, else an own one.
func Proposed(r lists.Row) Becomes {
	if len(r.Matches) > 0 && r.Matches[0].Certainty >= match.Likely {
		return Becomes{Task: r.Matches[0].Task}
	}
	return Becomes{}
}

// Outcome is what each row of a list becomes, in their order. A task is that of one row: of the one that a person chose it for, else of
// the one that it was sure of, else of the first that it is proposed for. The others become own tasks.
func (i Import) Outcome() []Becomes {
	outcome, taken := make([]Becomes, len(i.List.Rows)), map[string]bool{}
	take := func(at int, becomes Becomes) {
		if becomes.Task != "" && taken[becomes.Task] {
			becomes.Task = ""
		}
		taken[becomes.Task], outcome[at] = true, becomes
	}
	var found []int
	for at, r := range i.List.Rows {
		if chosen, decided := i.decided[idOf(r)]; decided {
			take(at, chosen)
		} else {
			found = append(found, at)
		}
	}
	for _, at := range found {
		if r := i.List.Rows[at]; r.Sure() {
			take(at, Becomes{Task: r.Task})
		}
	}
	for _, at := range found {
		if r := i.List.Rows[at]; i.asked && !r.Sure() {
			take(at, Proposed(r))
		}
	}
	return outcome
}

// Holder is the row of which a task is, other than the one at a place, where the rows become this.
func Holder(outcome []Becomes, at int, task string) (other int, is bool) {
	for other, becomes := range outcome {
		if other != at && becomes.Task == task && task != "" && !becomes.LeftOut {
			return other, true
		}
	}
	return 0, false
}

// Doubtful are the rows that may be a task of the plan, in the order of the list, by their places in it, also those whose task a person
// chose for another row; Sure those that are, and Own those that look like none.
func (i Import) Doubtful() []int {
	return i.which(func(r lists.Row) bool { return r.Unsure() || i.lost(r) })
}

// Sure are the rows that were taken for a task without doubt: see Doubtful.
func (i Import) Sure() []int {
	return i.which(func(r lists.Row) bool { return r.Sure() && !i.lost(r) })
}

// Own are the rows that look like no task of the plan: see Doubtful.
func (i Import) Own() []int {
	return i.which(func(r lists.Row) bool { return !r.Sure() && !r.Unsure() })
}

// lost says whether a person chose the task that a row was sure to be for another.
func (i Import) lost(r lists.Row) bool {
	if !r.Sure() {
		return false
	}
	other, is := i.chosenFor(Becomes{Task: r.Task})
	return is && idOf(other) != idOf(r)
}

func (i Import) which(is func(lists.Row) bool) (places []int) {
	for at, r := range i.List.Rows {
		if is(r) {
			places = append(places, at)
		}
	}
	return places
}

// NextDoubt is the first row from a place on, and then from the first, that may be a task of the plan and of which nobody said whether
// it is; there is none left where is is false. Rows of which all that they may be is surely another row are passed over, unless all
// doubts are asked for.
func (i Import) NextDoubt(from int, all bool) (at int, is bool) {
	doubtful := i.Doubtful()
	split, _ := slices.BinarySearch(doubtful, from)
	for _, at := range slices.Concat(doubtful[split:], doubtful[:split]) {
		if r := i.List.Rows[at]; !i.Decided(r) && (all || !i.Surpassed(r)) {
			return at, true
		}
	}
	return 0, false
}

// Surpassed says whether all that a doubtful row may be is surely another row, so that an own task is what is left.
func (i Import) Surpassed(r lists.Row) bool {
	return r.Unsure() && !slices.ContainsFunc(r.Matches, func(m match.Match) bool {
		return !slices.ContainsFunc(i.List.Rows, func(other lists.Row) bool { return other.Sure() && other.Task == m.Task })
	})
}
