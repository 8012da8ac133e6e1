package plain

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// past stands for what happened to the plan, which belongs to no step.
const past steps.StepID = "history"

// The beginnings of the names of the questions about an entry, and about those before one.
const (
	aboutEntry    = "entry:"
	beforeAnEntry = "before:"
)

const (
	entriesAtOnce = 10 // of the history, in one list
	backAtMost    = 20 // answers that can be put back from one entry: an import may hold hundreds
)

// told are the lines of a list of entries, which take a replay: those before one that a search meets, in a journal of so many.
type told struct {
	before, last uint64
	search       steps.Search
	lines        []string
}

// historyOf goes to what happened to what a question is about: a task, a member or a step.
func (c *conversation) historyOf(q query) {
	search := steps.Search{Task: q.subject.Task, Person: q.subject.Member}
	if _, is := steps.Find(c.here.step); is && search.Any() {
		search.Step = c.here.step
	}
	c.jump(past)
	c.search = search
}

// searched says to what the history is narrowed down; empty where it is of all.
func (c *conversation) searched() string {
	plan, what := c.session.Plan(), ""
	switch {
	case c.search.Any():
		return ""
	case c.search.Task != "":
		what = c.texts.TaskName(plan, c.search.Task)
	case c.search.Person != "":
		what = c.session.Journal().Called(c.search.Person)
	default:
		what = c.texts.StepName(c.search.Step)
	}
	return c.texts.Past.TitleAbout.Fill("what", steps.CleanName(what))
}

// entriesBefore are the newest entries before one that the search meets, the oldest first, and the number before which older ones are; 0 for none.
func (c *conversation) entriesBefore(before uint64) (numbers []uint64, older uint64) {
	numbers = slices.DeleteFunc(c.session.Journal().Find(c.search), func(n uint64) bool { return n >= before })
	if more := len(numbers) - entriesAtOnce; more > 0 {
		numbers = numbers[more:]
		older = numbers[0]
	}
	return numbers, older
}

// pastQueries ask which entry is meant, the newest first, and what is done with the one that was chosen.
func (c *conversation) pastQueries() []query {
	last := c.session.Journal().Len()
	if number, about := strings.CutPrefix(c.here.question, aboutEntry); about {
		if n, err := strconv.ParseUint(number, 10, 64); err == nil && n > 0 && n <= last {
			return []query{c.entryQuery(n), c.whichEntry(last + 1)}
		}
	}
	before := last + 1
	if number, older := strings.CutPrefix(c.here.question, beforeAnEntry); older {
		if n, err := strconv.ParseUint(number, 10, 64); err == nil && n > 0 && n <= last {
			before = n
		}
	}
	return []query{c.whichEntry(before)}
}

// whichEntry lists the entries before one, the newest first; Enter goes on to older ones.
func (c *conversation) whichEntry(before uint64) query {
	journal, words := c.session.Journal(), c.words.Ask["history-which"]
	q := query{
		id: beforeAnEntry + strconv.FormatUint(before, 10), about: c.searched(), text: string(words.Question), help: []string{string(words.Help)},
		lines: c.entryLines(before), numbers: true, closed: true, entering: string(c.words.GoOn),
	}
	if !c.search.Any() {
		q.enter, q.entering = &reply{leads: c.back}, string(c.words.GoBack)
	}
	if len(q.lines) == 0 {
		q.text = string(c.texts.Wizard.NoHistory)
	}
	if _, older := c.entriesBefore(before); older > 0 {
		q.enter, q.entering = &reply{question: beforeAnEntry + strconv.FormatUint(older, 10)}, string(c.words.Older)
	}
	q.take = func(line string) (reply, error) {
		n, err := strconv.ParseUint(line, 10, 64)
		if err != nil || n == 0 || n > journal.Len() {
			return reply{}, c.among(int(journal.Len()), "")
		}
		return reply{question: aboutEntry + strconv.FormatUint(n, 10)}, nil
	}
	return q
}

// entryLines are the entries before one in a line each, the newest first; the day and who it was are said once. They are worded from the oldest on, so that the plan is replayed once.
func (c *conversation) entryLines(before uint64) []string {
	journal, in := c.session.Journal(), c.session.Clock().Location()
	if of := (told{before: before, last: journal.Len(), search: c.search}); c.told.before != of.before || c.told.last != of.last || c.told.search != of.search {
		numbers, _ := c.entriesBefore(before)
		said := map[uint64]string{}
		for _, n := range numbers {
			said[n] = steps.CleanName(c.session.Said(n))
		}
		day, author := "", ""
		for _, n := range slices.Backward(numbers) {
			head := journal.Head(n)
			at := head.At.In(in)
			if on := c.texts.Date(steps.DateOf(at)); on != day {
				day, author = on, ""
				of.lines = append(of.lines, c.words.OnDay.Fill("date", on))
			}
			line := c.words.Entry.Fill("n", n, "time", at.Format("15:04"))
			if by := cmp.Or(head.By, string(c.texts.Common.None)); by != author {
				author = by
				line += ", " + by
			}
			line += ": " + said[n]
			if withdrawn := assets.Withdrawn(journal, n, c.texts.Past.Withdrawn, c.texts.Past.DidNotFit); withdrawn != "" {
				line += ". " + withdrawn
			}
			of.lines = append(of.lines, line)
		}
		c.told = of
	}
	return c.told.lines
}

// entryQuery tells what an entry changed, and offers by number what can be put back of it and to compare. Where the plan beside it cannot be told it says so, and asks for another entry.
func (c *conversation) entryQuery(n uint64) query {
	plan, journal, w := c.session.Plan(), c.session.Journal(), c.texts.Past
	number := strconv.FormatUint(n, 10)
	before, errBefore := journal.At(n - 1)
	after, errAfter := journal.At(n)
	unshown := cmp.Or(errAfter, errBefore)
	lines, all := []string{string(w.Did) + ":"}, []string{c.session.Said(n)}
	if unshown == nil {
		all = c.texts.EntryLines(journal, n, before, after)
	}
	for i, line := range all {
		if i == backAtMost {
			lines = append(lines, w.More.For(len(all)-i))
			break
		}
		lines = append(lines, "- "+steps.CleanName(line))
	}
	if withdrawn := assets.Withdrawn(journal, n, w.Withdrawn, w.DidNotFit); withdrawn != "" {
		lines = append(lines, withdrawn)
	}
	if unshown != nil {
		q := c.whichEntry(n)
		q.id, q.about, q.lines = aboutEntry+number, c.texts.EntryHead(n, journal.Head(n), c.session.Clock().Location()), append(lines, c.texts.Error(unshown))
		return q
	}
	var leads []reply
	offer := func(text string, r reply) {
		leads = append(leads, r)
		lines = append(lines, strconv.Itoa(len(leads))+"  "+text)
	}
	putBack := func(title assets.Text, past steps.Plan, then uint64) {
		offered := 0
		for _, back := range journal.PutBacks(n, plan, past, then) {
			if offered++; offered == 1 {
				lines = append(lines, string(title))
			}
			if offered > backAtMost {
				return
			}
			what := steps.CleanName(c.texts.PutBack(back, plan))
			offer(w.PutBack.Fill("what", what), reply{changes: []steps.Change{back}, question: aboutEntry + number, then: func() []string {
				return []string{w.PutBackDone.Fill("what", what, "how", "‘"+c.words.Words.Undo[0]+"’")}
			}})
		}
	}
	putBack(w.After, after, n)
	putBack(w.Before, before, n-1)
	switch another := c.texts.AnotherSince(journal, n, after, before); {
	case another != "":
		lines = append(lines, another)
	case len(leads) == 0:
		lines = append(lines, string(w.NothingBack))
	}
	offer(string(w.WithNow), c.compare(n, journal.Len(), aboutEntry+number))
	offer(string(w.WithOlder), c.compare(n-1, n, aboutEntry+number))
	q := c.choosing(aboutEntry+number, c.words.Ask["history-entry"], leads, nil)
	q.about, q.lines = c.texts.EntryHead(n, journal.Head(n), c.session.Clock().Location()), lines
	return q
}
