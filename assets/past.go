package assets

import (
	"cmp"
	"strings"
	"time"

	"stappenplan/steps"
)

// PastTexts are the words of the screens about what was: the history, one entry of it, the plan as it was, and the moments to compare.
type PastTexts struct {
	TitleAbout   Text // {what}: a history that is narrowed down
	NothingFound Text
	Day          Text // {date} {round}

	Entry     Text // {n} {date} {time} {author}
	Did       Text
	Withdrawn Text // {n}
	Another   Text // {what} {other}: what an id meant, and means now
	DidNotFit Text // {n}: it was taken back by a merge
	Look      Text
	WithNow   Text
	WithOlder Text
	// One earlier answer is put back: as it stood after an entry, and as before it.
	After, Before Text
	PutBack       Text // {what}
	PutBackDone   Text // {what} {how}
	NothingBack   Text
	More          Plural // changes that are not listed

	Mark    Text // {moment}: in the header
	Text    Text // {moment} {author}
	ToNow   Text
	Now     Text // one looks at the plan as it is again
	InTrial Text // one decides first about what is tried

	Filter, Everything                     Text
	FilterSteps, FilterPeople, FilterTasks Text
	OfTask, OfMember                       Text

	PickFrom  Text
	PickTo    Text // {moment}
	Moments   Text // a heading
	Days      Text // a heading
	Present   Text
	RoundEnd  Text // {n} {moment}
	PickEntry Text

	// On opening, in a line each: what others did since one's own newest entry, and that the evaluation is due.
	Since   Plural // {names} {date}
	Due     Text   // {date}
	Overdue Plural
	Others  Text // after the names that are said
}

// EntryHead names an entry: its number, its day and time as a clock somewhere has them, and by whom it is.
func (t *Texts) EntryHead(n uint64, of steps.Head, in *time.Location) string {
	at := of.At.In(in)
	return t.Past.Entry.Fill("n", n, "date", t.Date(steps.DateOf(at)), "time", at.Format("15:04"), "author", cmp.Or(of.By, string(t.Common.None)))
}

// EntryLines say what an entry made of the plan before it, one line a field.
func (t *Texts) EntryLines(j *steps.Journal, n uint64, before, after steps.Plan) []string {
	e := j.Entry(n)
	if again := t.Redone(j, n); again != "" {
		return []string{again}
	}
	if lines := t.Differences(before, after).Lines(e.Changes); len(lines) > 0 {
		return lines
	}
	return []string{t.Entry(e, before)}
}

// PutBack says what putting an answer back makes of a plan: "Wifi · hours: – → 2; owner: – → An".
func (t *Texts) PutBack(back steps.Change, plan steps.Plan) string {
	put, _ := plan.Apply(steps.Entry{Changes: []steps.Change{back}})
	said := t.Differences(plan, put).Of([]steps.Change{back})
	switch {
	case len(said) == 0:
		return t.Change(back, plan)
	case said[0].About == "":
		return strings.Join(said[0].Says, "; ")
	}
	return t.Changes.DiffersOf.Fill("subject", said[0].About, "what", strings.Join(said[0].Says, "; "))
}

// AnotherSince says that nothing is put back of what entry n changed and whose id is another's by now; empty where that is nobody's. After and before
// are the plans on either side of the entry.
func (t *Texts) AnotherSince(j *steps.Journal, n uint64, after, before steps.Plan) string {
	for _, c := range j.Entry(n).Changes {
		for i, past := range []steps.Plan{after, before} {
			if j.Another(c, n-uint64(i)) {
				return t.Past.Another.Fill("what", t.About(c, past), "other", t.About(c, j.Plan()))
			}
		}
	}
	return ""
}
