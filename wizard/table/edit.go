package table

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// How a table takes decisions.

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
