package table

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// How a table takes decisions.

// accept takes over what is proposed for tasks, as one entry. Where none of them asks anything, it confirms how those are decided that
// deserve a look.
func (s *Table) accept(f screen.Frame, tasks []*steps.Task) screen.Effect {
	if s.sheet >= division {
		return s.divideAny(f, tasks)
	}
	if confirmed := s.confirmed(f, tasks); len(confirmed) > 0 {
		return s.recorded(confirmed, "", f.Texts.Wizard.LookedAt, "")
	}
	var changes []steps.Change
	var titles []string // of what deserves a look
	decided := 0        // that only lacked where they are done
	for _, t := range tasks {
		if c, open := f.Plan.Proposal(*t, s.sheet.step()); open {
			changes = append(changes, c)
			if !s.asks(t) {
				decided++
			}
			if t.Doubtful(c) {
				titles = append(titles, screen.OneLine(f.Texts.TaskTitle(*t))+" ("+proposedValue(f, c)+")")
			}
		}
	}
	more := ""
	if len(changes) > 1 && decided > 0 {
		more = f.Texts.Wizard.OnlyWhere.For(decided)
	}
	if len(changes) > 1 && len(titles) > 0 {
		more += doubts(titles, f.Texts.Wizard)
	}
	return s.recorded(changes, s.nothingToAccept(f, tasks), f.Texts.Wizard.Accepted, more)
}

// nothingToAccept says why there is nothing to accept for tasks, and what there is to do.
func (s *Table) nothingToAccept(f screen.Frame, tasks []*steps.Task) assets.Text {
	toWeigh := func(t *steps.Task) bool { return t.Asks(steps.Tasks) && t.Suggestion == steps.ToWeigh }
	switch n := s.deserveLook(f, tasks); {
	case slices.ContainsFunc(tasks, toWeigh):
		return f.Texts.Wizard.WeighFirst
	case n > 0:
		return assets.Text(f.Texts.Wizard.SectionToLookAt.For(n))
	}
	return f.Texts.Wizard.NothingProposed
}

// confirmed are the changes that confirm how tasks are decided that deserve a look; none while one of them still asks something. Several
// at once are confirmed only where they were brought together to be looked at: or who presses twice confirms what was never seen.
func (s *Table) confirmed(f screen.Frame, tasks []*steps.Task) (changes []steps.Change) {
	together := s.choice.filter == doubtful || len(s.marked) > 0
	if len(tasks) > 1 && !together || slices.ContainsFunc(tasks, s.asks) {
		return nil
	}
	for _, t := range tasks {
		if s.deservesLook(t, &f) {
			changes = append(changes, t.Confirm())
		}
	}
	return changes
}

// deserveLook is how many of these tasks deserve a look.
func (s *Table) deserveLook(f screen.Frame, tasks []*steps.Task) (n int) {
	for _, t := range tasks {
		if s.deservesLook(t, &f) {
			n++
		}
	}
	return n
}

// accepts is what accepting does with tasks, one of two: take over what is proposed, or confirm what deserves a look; empty for nothing.
func (s *Table) accepts(f screen.Frame, tasks []*steps.Task, proposal, confirm assets.Text) assets.Text {
	proposed := func(t *steps.Task) bool {
		_, open := f.Plan.Proposal(*t, s.sheet.step())
		return open || s.sheet >= division && s.asks(t)
	}
	switch {
	case len(s.confirmed(f, tasks)) > 0:
		return confirm
	case slices.ContainsFunc(tasks, proposed):
		return proposal
	}
	return ""
}

// proposedValue says what is proposed for a task that deserves a look: that it does not apply, or that it can wait.
func proposedValue(f screen.Frame, proposal steps.Change) string {
	if relevance, _ := proposal.Relevance.Value(); relevance == steps.DoesNotApply {
		return f.Texts.Value("relevance", string(relevance))
	}
	horizon, _ := proposal.Horizon.Value()
	return f.Texts.Value("horizon", string(horizon))
}

// doubts says how many of what was accepted deserve a look, and names the first two.
func doubts(titles []string, words assets.WizardTexts) string {
	const most = 2
	which := strings.Join(titles[:min(most, len(titles))], ", ")
	if more := len(titles) - most; more > 0 {
		which += " " + words.DoubtfulMore.Fill("n", more)
	}
	return words.Doubtful.For(len(titles), "which", which)
}

// allPresent says at step 6 that the expertise for the tasks that were not judged is there, as one entry.
func (s *Table) allPresent(f screen.Frame, tasks []*steps.Task) screen.Effect {
	var changes []steps.Change
	for _, t := range tasks {
		if s.sheet == expertise && t.Asks(steps.Expertise) {
			changes = append(changes, steps.Change{Kind: steps.ChangeTask, Task: t.ID, Expertise: steps.Set(steps.Yes)})
		}
	}
	return s.recorded(changes, f.Texts.Wizard.NothingToJudge, f.Texts.Wizard.AllPresent, "")
}

// recorded keeps changes, counts them and says what more there is to say, or says that there are none.
func (s *Table) recorded(changes []steps.Change, nothing assets.Text, said assets.Plural, more string) screen.Effect {
	if len(changes) == 0 {
		return screen.Say{Text: string(nothing)}
	}
	s.hold(changes)
	return screen.Record{Changes: changes, Then: screen.Say{Text: said.For(len(changes)) + more}}
}

// hold keeps tasks that are changed in sight, so that the next key is for the same ones.
func (s *Table) hold(changes []steps.Change) {
	s.held = map[string]bool{}
	for i := range changes {
		s.held[changes[i].Task] = true
	}
}

// change gives a column of a task its next value, or begins typing in it, here or on its page.
func (s *Table) change(c column, t steps.Task, f screen.Frame) screen.Effect {
	if c.typed() {
		s.open(t, c, f)
		return nil
	}
	if c.next == nil {
		return screen.Show(screen.Place{Kind: screen.TaskCard, ID: t.ID, At: c.row.Name})
	}
	targets := s.meant(f, &t)
	change, ok := s.nextFor(targets, t, c, f)
	if !ok {
		why := f.Texts.Wizard.NotAskedHere
		if c.row.Name == "sourcing" {
			why = f.Texts.Wizard.NothingMissing
		}
		s.wrong = string(why)
		return nil
	}
	var changes []steps.Change
	for _, one := range targets {
		if own := one.WithoutOwnBackup(change); len(own.Given()) > 0 {
			changes = append(changes, own)
		}
	}
	s.hold(changes)
	return screen.Record{Changes: changes, Then: s.saidOfMarked(changes, c, f)}
}

// nextFor is the next value of a column for some tasks: it follows from what they have, not from where the cursor is, unless that is on one
// of them.
func (s *Table) nextFor(targets []*steps.Task, t steps.Task, c column, f screen.Frame) (steps.Change, bool) {
	if !s.marked[t.ID] {
		t = *targets[0]
	}
	if s.deservesLook(&t, &f) && c.row == t.Doubted() { // what is not confirmed is chosen anew, from the first value on
		var change steps.Change
		c.row.Give(&change, f.Plan.Candidates(t, c.row)[0])
		return change, true
	}
	return c.next(t)
}

// saidOfMarked says in whole words what was changed of several marked tasks; nil where that is said otherwise.
func (s *Table) saidOfMarked(changes []steps.Change, c column, f screen.Frame) screen.Effect {
	if len(changes) < 2 || s.sheet == Matrix { // where who takes a task depends on who had it
		return nil
	}
	said, field, value := f.Texts.Wizard.MarkedChanged, "", ""
	if field, value = inWords(changes[0], c, f); value == "" {
		said = f.Texts.Wizard.MarkedCleared
	}
	return screen.Say{Text: f.Texts.Wizard.ChangedBack.Fill("what", said.Fill("n", len(changes), "field", field, "value", value))}
}

// inWords are a column and the value that a change gives it; empty where it takes that away.
func inWords(change steps.Change, c column, f screen.Frame) (field, value string) {
	if given, _ := c.row.Given(&change); given != nil {
		value = screen.OneLine(f.Texts.FieldValue(c.row.PlanField, given, f.Plan))
	}
	return assets.Capital(f.Texts.Field(c.row.Words)), value
}

// open begins to type in the cell of a task: what was refused there before stands in it again.
func (s *Table) open(t steps.Task, c column, f screen.Frame) {
	value := c.cell(t)
	s.cell = t.ID
	s.typed = form.NewLineEditor(value, "", c.width-2, f.FormStyle())
	s.typed.ReadOnly(f.ReadOnly())
	if draft, refused := f.Drafts[c.cellID(t)]; refused {
		s.typed.Retype(draft.Text)
	} else {
		s.typed.Select()
	}
}

// cellID is the id of the cell of a task in which text is typed, among what is not kept.
func (c column) cellID(t steps.Task) string { return c.row.Name + ":" + t.ID }

// Holds gives what stands in the cell of a task, and says whether the task is listed where that is asked.
func (s *Table) Holds(cell string, f screen.Frame) (value string, there bool) {
	name, id, _ := strings.Cut(cell, ":")
	c := columnOf(steps.TaskField(name), &f)
	t, known := f.Plan.Task(id)
	return c.cell(t), known && t.Lists(c.row.Step)
}

// meant are the tasks that a key is for: those that are marked, else others.
func (s *Table) meant(f screen.Frame, others ...*steps.Task) []*steps.Task {
	if marked := s.markedHere(f); len(marked) > 0 {
		return marked
	}
	return others
}

func (s *Table) mark(t steps.Task) {
	if s.marked[t.ID] {
		delete(s.marked, t.ID)
	} else {
		s.marked[t.ID] = true
	}
	s.at++
}

// updateTyping is a key while hours or a search are typed.
func (s *Table) updateTyping(msg tea.Msg, f screen.Frame, rows []tableRow) screen.Effect {
	if pressed, ok := msg.(tea.KeyPressMsg); ok {
		switch name := pressed.String(); name {
		case "enter", "down", "up", "tab", "esc":
			return s.finishTyping(name, f, rows)
		}
	}
	s.wrong = ""
	took := screen.Took(s.typed.Take(msg))
	if s.search {
		s.choice.words = s.typed.Value()
		s.toBestFound(f)
	}
	return took
}

// finishTyping closes what is typed in. Hours that cannot be are not left with Enter; left otherwise they are remembered.
func (s *Table) finishTyping(name string, f screen.Frame, rows []tableRow) screen.Effect {
	if s.search {
		task := s.task(f)
		if s.typed, s.search = nil, false; name == "esc" { // stay on what was found, among all
			s.choice.words = ""
			s.find(task, f)
		}
		return nil
	}
	c, value := s.columns(f)[s.column], s.typed.Value()
	task, there := f.Plan.Task(s.cell) // whatever row it is on by now
	if !there {
		s.typed, s.wrong = nil, ""
		return nil
	}
	var targets []*steps.Task
	if s.typed.Typed() {
		targets = s.meant(f, &task)
	}
	var changes []steps.Change
	others := false // more than the cell that was typed in changes
	for _, t := range targets {
		given, err := question.Find(question.Task(*t, f.Plan, f.Texts), c.row.Words).Answer(value, f.Today)
		if err != nil {
			return s.refuse(f.Texts.Error(err), name, c, task, f)
		}
		if len(f.Texts.Differences(f.Plan, f.Plan).Of(given)) > 0 {
			changes, others = append(changes, given...), others || t.ID != s.cell
		}
	}
	delete(f.Drafts, c.cellID(task))
	s.typed, s.wrong = nil, ""
	s.next(name, rows)
	if len(changes) == 0 {
		return nil
	}
	s.hold(changes)
	said := s.saidOfMarked(changes, c, f)
	if others && said == nil {
		said = screen.Say{Text: f.Texts.Wizard.ChangedBack.Fill("what", f.Texts.Entry(steps.Entry{Changes: changes}, f.Plan))}
	}
	return screen.Record{Changes: changes, Typed: true, Then: said}
}

// refuse says what is wrong with the hours that are typed, and remembers them where they are left all the same.
func (s *Table) refuse(problem, name string, c column, t steps.Task, f screen.Frame) screen.Effect {
	if s.wrong = problem; name == "enter" || name == "down" {
		return nil
	}
	f.Drafts[c.cellID(t)] = screen.Draft{Text: s.typed.Value(), Problem: problem, Label: joined(f.Texts.TaskTitle(t), assets.Capital(f.Texts.Field(c.row.Words)))}
	s.typed = nil
	return nil
}

// next goes on to the row below or above; with marked rows the cursor stays.
func (s *Table) next(name string, rows []tableRow) {
	switch {
	case name == "up":
		s.at = max(s.at-1, 0)
	case len(s.marked) == 0 && (name == "enter" || name == "down"):
		s.at = min(s.at+1, len(rows)-1)
	}
}

// onwards goes to the next step that waits when this one asks no more; to the overview in a complete round.
func (s *Table) onwards(f screen.Frame) screen.Effect {
	if s.sheet >= division {
		return screen.Back(1)
	}
	next := f.Plan.Onwards(s.sheet.step())
	if next == "" {
		return screen.Home()
	}
	return screen.Replace(screen.StepPlace(next))
}

func (s *Table) confirm(f screen.Frame) screen.Effect {
	if !slices.Contains(f.Plan.Round.Again, s.sheet.step()) {
		return screen.Say{Text: string(f.Texts.Wizard.NotAskedAgain)}
	}
	return screen.Record{Changes: []steps.Change{{Kind: steps.ChangeConfirm, Step: s.sheet.step()}}}
}

// bring says of the member whose column the cursor is in that they know or like the tasks, or no longer do.
func (s *Table) bring(m steps.Member, knows bool, t steps.Task, f screen.Frame) screen.Effect {
	c := steps.Change{Kind: steps.ChangeMember, Member: m.ID}
	list, field := m.Prefers, &c.Prefers
	if knows {
		list, field = m.Knows, &c.Knows
	}
	for _, one := range s.meant(f, &t) {
		list = steps.Toggled(list, steps.TaskPrefix+one.ID)
	}
	if *field = steps.Set(list); len(list) == 0 {
		*field = steps.Clear[[]string]()
	}
	return screen.Record{Changes: []steps.Change{c}}
}

// divide shows a proposal of who takes the marked tasks, or without any marked those that have no owner.
func (s *Table) divide(f screen.Frame) screen.Effect {
	return proposedFor(s.markedHere(f), func(t *steps.Task) bool { return t.Lists(steps.Team) })
}

// divideAny shows a proposal of who takes those of some tasks that have no owner.
func (s *Table) divideAny(f screen.Frame, tasks []*steps.Task) screen.Effect {
	if !slices.ContainsFunc(tasks, s.asks) {
		return screen.Say{Text: string(f.Texts.Wizard.NothingProposed)}
	}
	return proposedFor(tasks, s.asks)
}

// proposedFor shows a proposal of who takes those of some tasks that are asked about.
func proposedFor(tasks []*steps.Task, asked func(*steps.Task) bool) screen.Effect {
	var ids []string
	for _, t := range tasks {
		if asked(t) {
			ids = append(ids, t.ID)
		}
	}
	return screen.Show(screen.Place{Kind: screen.Division, ID: strings.Join(ids, ",")})
}

// newTask adds an own task in the group of the row.
func (s *Table) newTask(rows []tableRow) screen.Effect {
	group := steps.TechnicalTasks
	if len(rows) > 0 && len(rows[s.at].section.Tasks) > 0 {
		group = rows[s.at].section.Tasks[0].Group
	}
	return screen.Show(screen.Place{Kind: screen.NewTask, ID: string(group)})
}

// why explains the proposal or advice for a task.
func (s *Table) why(t steps.Task, f screen.Frame) screen.Effect {
	if s.sheet != tailoring && t.Advice != "" {
		return screen.Explain{Reasons: []steps.Reason{f.Plan.WhySourcing(t.ID)}}
	}
	for _, one := range f.Facts.Findings {
		if one.Task == t.ID {
			return screen.Explain{Reasons: []steps.Reason{f.Plan.WhyFinding(one)}}
		}
	}
	return screen.Explain{Reasons: []steps.Reason{f.Plan.WhyLevel(t.ID)}}
}

// AskRemoveTask asks before an own task goes, with all its decisions.
func AskRemoveTask(f screen.Frame, t steps.Task, then screen.Effect) screen.Effect {
	return screen.Ask{
		Question: question.AskRemoveTask(f.Texts, t), Yes: f.Texts.Wizard.RemoveYes,
		Effect: screen.Record{Changes: []steps.Change{{Kind: steps.ChangeRemove, Task: t.ID}}, Then: then},
	}
}
