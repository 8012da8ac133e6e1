package assets

import (
	"slices"
	"strings"

	"stappenplan/steps"
)

// ChangeTexts say in words what a change did.
type ChangeTexts struct {
	Subjects map[steps.Kind]Text // what a change is about, where it is neither a task nor a member: {number} {step} {agreement} {decision} {action}
	Line     Text                // {subject}: {what}
	Added    Text                // {subject} added
	Removed  Text                // {subject} removed
	Given    Text                // {field} {value}
	Parts    map[string]Text     // by field, where Given does not read well: {value}
	Counted  map[string]Plural   // by field, where a number comes with what it counts: {value}
	Cleared  Text                // {field} taken away
	Longer   map[string]Text     // by field: what is not repeated, as a noun, where its name is none
	Edited   Text                // {fields} changed, of Longer
	And      Text                // between the last two of Longer, with its blanks

	Round        Text   // round {number} opened
	RoundAgain   Text   // round {number} opened; again: {steps}
	Confirmed    Text   // {subject} confirmed
	OwnCatalogue Plural // a catalogue of one's own
	BuiltIn      Text   // the built-in catalogue again
	Withdrawn    Text   // entry {entry} taken back
	Redone       Text   // entry {entry} done again, which was taken back
	Erased       Text   // that something was erased: {subject}, who or what it was of
	ErasedHere   Text   // the same, of what stood here

	Counts  map[steps.Kind]Plural // how many changes of one kind an entry makes
	Decided Plural                // how many tasks were decided
	// How many own tasks were added: alone, and {n} behind how many others were changed.
	TasksAdded Plural
	AlsoAdded  Text
	Alike      Plural // {what} was said of how many tasks

	LookedAt Plural // {subject}: that a task was looked at and stays as it was decided, or how many

	Differs   Text // {field}: {from} → {to}
	Empty     Text // in the place of a value that was not there
	DiffersOf Text // {subject} · {what}: the same in a line of its own
}

// Change says a change in one line of words, given the plan as it stood before it: a name the change
// itself gives comes first, then the plan's, then the id. What a person wrote at length is not repeated.
func (t *Texts) Change(c steps.Change, before steps.Plan) string { return t.change(c, before, before) }

// change is Change where another plan knows the names of those whom the change points at.
func (t *Texts) change(c steps.Change, before, named steps.Plan) string {
	w := t.Changes
	subject := t.subject(c, before, named)
	switch c.Kind {
	case steps.ChangeRemove:
		return w.Removed.Fill("subject", subject)
	case steps.ChangeConfirm:
		return w.Confirmed.Fill("subject", subject)
	case steps.ChangeWithdraw:
		return w.Withdrawn.Fill("entry", c.Entry)
	case steps.ChangeErased:
		return t.erasedChange(c)
	case steps.ChangeCatalogue:
		return t.catalogueChange(c)
	case steps.ChangeVoice:
		return t.voiceChange(c, before)
	case steps.ChangeRound:
		if n, _ := c.Number.Value(); n != before.Round.Number {
			return t.roundOpened(c)
		}
	}
	what := t.what(c, named)
	if adds(c, before) {
		subject, what = w.Added.Fill("subject", subject), t.whatAdded(c, named)
	}
	if what != "" {
		return w.Line.Fill("subject", subject, "what", what)
	}
	return subject
}

// Entry says in one line what an entry did, given the plan as it stood before it. Up to two changes are
// said in words, more are counted.
func (t *Texts) Entry(e steps.Entry, before steps.Plan) string {
	return t.entry(e, before, func(task string) steps.Decision { return before.Decisions.Of(task) })
}

// entry is Entry where what was decided about a task before is known from elsewhere.
func (t *Texts) entry(e steps.Entry, before steps.Plan, decided func(task string) steps.Decision) string {
	if len(e.Changes) == 0 {
		return string(t.Common.None)
	}
	if !slices.ContainsFunc(e.Changes, func(c steps.Change) bool { return !confirms(c, decided(c.Task)) }) {
		subject := t.subject(e.Changes[0], before, before)
		return t.Changes.LookedAt.For(len(e.Changes), "subject", subject)
	}
	if len(e.Changes) <= 2 {
		return t.lines(e.Changes, before)
	}
	if line, alike := t.alike(e.Changes, before); alike {
		return line
	}
	if sheet := t.ofSheet(e.Changes); sheet != "" {
		return t.Changes.Line.Fill("subject", sheet, "what", t.counts(e.Changes, before))
	}
	return t.counts(e.Changes, before)
}

// confirms says whether a change decides about a task at step 5 what was decided already, and nothing else.
func confirms(c steps.Change, decided steps.Decision) bool {
	if c.Kind != steps.ChangeTask {
		return false
	}
	given := 0
	if relevance, set := c.Relevance.Value(); set {
		if given++; relevance != decided.Relevance {
			return false
		}
	}
	if horizon, set := c.Horizon.Value(); set {
		if given++; horizon != decided.Horizon {
			return false
		}
	}
	return given > 0 && len(c.Given()) == given
}

// lines says changes one after the other, each made on the plan that the one before it left.
func (t *Texts) lines(changes []steps.Change, p steps.Plan) string {
	lines := make([]string, len(changes))
	for i, c := range changes {
		lines[i] = t.Change(c, p)
		if i+1 < len(changes) {
			p, _ = p.Apply(steps.Entry{Changes: []steps.Change{c}}) // where refused: as it was, only names are looked up
		}
	}
	return strings.Join(lines, "; ")
}

// Withdrawn says by which entry entry n was taken back, in the words for one that was undone or for one that did not fit in a merge; empty where it stands.
func Withdrawn(j *steps.Journal, n uint64, undone, kept Text) string {
	words, by := undone, j.WithdrawnBy(n)
	if by == 0 {
		return ""
	}
	if j.KeptByMerge(n) {
		words = kept
	}
	return words.Fill("n", by)
}

// Redone says of an entry that takes back an undoing what it does again; empty for every other.
func (t *Texts) Redone(j *steps.Journal, n uint64) string {
	if again := j.Redoes(n); again > 0 {
		return t.Changes.Redone.Fill("entry", again)
	}
	return ""
}

// History says every entry of a journal in words, the first entry first, with the names of that moment.
func (t *Texts) History(j *steps.Journal) []string {
	lines := make([]string, j.Len())
	plan, err := j.At(0)
	decided := map[string]steps.Decision{} // what step 5 asks
	for number, e := range j.Entries().All() {
		if lines[number-1] = t.Redone(j, number); lines[number-1] == "" {
			named := plan
			if j.KeptByMerge(number) {
				named = j.WithWhoLeft(plan)
			}
			lines[number-1] = t.entry(e, named, func(task string) steps.Decision { return decided[task] })
		}
		if j.WithdrawnBy(number) == 0 {
			decide(decided, e.Changes)
		}
		e.Changes = naming(e.Changes)
		if len(e.Changes) == 0 || j.WithdrawnBy(number) != 0 || err != nil {
			continue
		}
		if next, refused := plan.Apply(e); refused == nil {
			plan = next
		}
	}
	return lines
}

// decide notes what changes decide about tasks at step 5.
func decide(decided map[string]steps.Decision, changes []steps.Change) {
	for i := range changes {
		c := &changes[i]
		if c.Kind == steps.ChangeTask && (c.Relevance.Given() || c.Horizon.Given()) {
			of := decided[c.Task]
			if c.Relevance.Given() {
				of.Relevance, _ = c.Relevance.Value()
			}
			if c.Horizon.Given() {
				of.Horizon, _ = c.Horizon.Value()
			}
			decided[c.Task] = of
		}
	}
}

// naming keeps the changes after which something is said or called otherwise; making only those spares most of
// the time of a long history.
func naming(changes []steps.Change) (kept []steps.Change) {
	for _, c := range changes {
		switch c.Kind {
		case steps.ChangeMember, steps.ChangeRemove, steps.ChangeRound, steps.ChangeCatalogue, steps.ChangeVoice:
			kept = append(kept, c)
		case steps.ChangeTask:
			if c.Title.Given() {
				c.Owner, c.Backup = steps.Field[string]{}, steps.Field[string]{}
				kept = append(kept, c)
			}
		case steps.ChangeResolution:
			if c.Text.Given() {
				c.Owner = steps.Field[string]{}
				kept = append(kept, c)
			}
		case steps.ChangeRow: // rows are named by others
			kept = append(kept, c)
		case steps.ChangeAction:
			if c.What.Given() {
				kept = append(kept, steps.Change{Kind: c.Kind, Action: c.Action, What: c.What})
			}
		}
	}
	return kept
}

// alike is the line of an entry that decides the same of every task.
func (t *Texts) alike(changes []steps.Change, before steps.Plan) (string, bool) {
	first := t.what(changes[0], before)
	for _, c := range changes {
		if c.Kind != steps.ChangeTask || adds(c, before) || t.what(c, before) != first {
			return "", false
		}
	}
	return t.Changes.Alike.For(len(changes), "what", first), true
}

// counts sums up many changes, each kind once, in the order of their first.
func (t *Texts) counts(changes []steps.Change, before steps.Plan) string {
	first := changes[0].Kind
	if !slices.ContainsFunc(changes, func(c steps.Change) bool { return c.Kind != first }) {
		return t.count(first, changes, before) // hundreds of changes, such as an import, are not copied
	}
	var kinds []steps.Kind
	byKind := map[steps.Kind][]steps.Change{}
	for _, c := range changes {
		if byKind[c.Kind] == nil {
			kinds = append(kinds, c.Kind)
		}
		byKind[c.Kind] = append(byKind[c.Kind], c)
	}
	var said strings.Builder
	for i, kind := range kinds {
		said.WriteString(t.count(kind, byKind[kind], before))
		switch {
		case i == len(kinds)-1:
		case kind == steps.ChangeRound: // which ends with a list
			said.WriteString("; ")
		default:
			said.WriteString(", ")
		}
	}
	return said.String()
}

// count sums up changes of one kind.
func (t *Texts) count(kind steps.Kind, changes []steps.Change, before steps.Plan) string {
	text, counted := t.Changes.Counts[kind]
	if kind == steps.ChangeVoice {
		text, counted = t.Voices.Counted, true
	}
	if !counted {
		return t.lines(changes, before)
	}
	undecided := func(c steps.Change) bool { return !c.Relevance.Given() && !c.Horizon.Given() }
	own := func(c steps.Change) bool { return strings.HasPrefix(c.Task, steps.OwnTaskPrefix) && adds(c, before) }
	switch {
	case kind != steps.ChangeTask:
	case slices.ContainsFunc(changes, own):
		known := slices.DeleteFunc(slices.Clone(changes), own)
		switch {
		case len(known) == 0:
			return t.Changes.TasksAdded.For(len(changes))
		case !slices.ContainsFunc(known, undecided):
			text = t.Changes.Decided
		}
		return text.For(len(known)) + ", " + t.Changes.AlsoAdded.Fill("n", len(changes)-len(known))
	case !slices.ContainsFunc(changes, undecided):
		return t.Changes.Decided.For(len(changes))
	default:
		if fields := t.fieldNames(changes, before); len(fields) <= 3 {
			return t.Changes.Alike.For(len(changes), "what", strings.Join(fields, ", "))
		}
	}
	return text.For(len(changes))
}

func (t *Texts) roundOpened(c steps.Change) string {
	number, _ := c.Number.Value()
	again, _ := c.Repeat.Value()
	if len(again) == 0 {
		return t.Changes.Round.Fill("number", number)
	}
	return t.Changes.RoundAgain.Fill("number", number, "steps", listed(t, again, t.StepName))
}

func (t *Texts) catalogueChange(c steps.Change) string {
	if own, ok := c.Catalogue.Value(); ok {
		return t.Changes.OwnCatalogue.For(len(own.Tasks))
	}
	return string(t.Changes.BuiltIn)
}

// subject is what a change is about. What it adds is not in the plan before it, and a task of another catalogue has
// its title only in the plan after.
func (t *Texts) subject(c steps.Change, before, after steps.Plan) string {
	title, _ := c.Title.Value()
	name, _ := c.Name.Value()
	switch {
	case c.Task != "" && adds(c, before) && title != "":
		return steps.CleanName(title)
	case c.Task != "" && adds(c, before):
		return t.TaskName(after, c.Task)
	case c.Task != "":
		return t.TaskName(before, c.Task)
	case c.Member != "" && adds(c, before) && name != "":
		return steps.CleanName(name)
	case c.Member != "":
		return t.MemberName(before, c.Member)
	}
	number, _ := c.Number.Value()
	switch {
	case c.Row != "":
		return t.rowSubject(c, before, after)
	case c.Kind == steps.ChangeRemove && c.Action != "":
		return t.ActionName(before, c.Action)
	case c.Kind == steps.ChangeRemove:
		return t.DecisionName(before, c.Decision)
	}
	if c.Step != "" {
		number = c.Step.Number()
	}
	return t.Changes.Subjects[c.Kind].Fill("number", number, "step", t.StepName(c.Step),
		"agreement", t.Plan.Agreements[c.Agreement].Title, "decision", t.decisionSubject(c, before),
		"action", t.actionSubject(c, before), "sheet", t.Sheets[c.Sheet].Title)
}

// About is how something is called in a plan that a change is about.
func (t *Texts) About(c steps.Change, p steps.Plan) string {
	return steps.CleanName(t.subject(steps.Change{Kind: c.Kind, Task: c.Task, Member: c.Member, Action: c.Action, Decision: c.Decision}, p, p))
}

// rowSubject is how the row of a sheet is called that a change is about: one that it adds has its name in the plan after, of a
// table that is only shown summed the table alone.
func (t *Texts) rowSubject(c steps.Change, before, after steps.Plan) string {
	title := t.Sheets[c.Sheet].Tables[c.Table].Title
	table, of := before.Definitions().Sheet(c.Sheet).Table(c.Table), before
	if table == nil {
		return t.Changes.Subjects[steps.ChangeRow].Fill("table", c.Table, "row", c.Row)
	}
	if table.Private {
		return string(title)
	}
	name := ""
	if adds(c, before) {
		name = cut(steps.CleanName(before.Definitions().CellsGiven(c).Text(table.Name())))
		of = after
	}
	if name == "" {
		name = t.RowName(of, c.Sheet, c.Table, c.Row)
	}
	return t.Changes.Subjects[steps.ChangeRow].Fill("table", title, "row", name)
}

// decisionSubject is how the decision is called that a change is about; one that it adds has its words in the change.
func (t *Texts) decisionSubject(c steps.Change, before steps.Plan) string {
	if text, _ := c.Text.Value(); !steps.Blank(text) && adds(c, before) {
		return steps.CleanName(text)
	}
	return t.DecisionName(before, c.Decision)
}

// actionSubject is what is to be done by the action that a change is about; one that it adds says so in the change.
func (t *Texts) actionSubject(c steps.Change, before steps.Plan) string {
	if what, _ := c.What.Value(); !steps.Blank(what) && adds(c, before) {
		return cut(steps.CleanName(what))
	}
	return t.ActionName(before, c.Action)
}

// adds says whether a change adds a member, an own task, a decision of the school's own or an action.
func adds(c steps.Change, before steps.Plan) bool {
	switch c.Kind {
	case steps.ChangeMember:
		_, known := before.Member(c.Member)
		return !known
	case steps.ChangeTask:
		return !before.KnowsTask(c.Task)
	case steps.ChangeResolution:
		_, known := before.Resolution(c.Decision)
		return !known && strings.HasPrefix(c.Decision, steps.OwnTaskPrefix)
	case steps.ChangeAction:
		_, known := before.Action(c.Action)
		return !known
	case steps.ChangeRow:
		_, known := before.Row(c.Sheet, c.Table, c.Row)
		sheet := before.Definitions().Sheet(c.Sheet)
		return !known && sheet != nil && sheet.Table(c.Table) != nil && len(sheet.Table(c.Table).Fixed) == 0
	}
	return false
}
