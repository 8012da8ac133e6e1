package assets

import (
	"cmp"
	"strings"

	"stappenplan/steps"
)

// ActionTexts are the words of actions.
type ActionTexts struct {
	AfterSix, AfterTwelve Text   // what is done some months after a round was opened: {n}
	Count                 Plural // how many are open
	Overdue               Plural // how many of them are overdue
	Nobody, Undated       Text   // in place of who and when
	Late                  Text   // {date}: a day that is past
	// Subjects say what an action is about, and Proposed what to do about it: {name} {n} {do}.
	Subjects, Proposed map[steps.SubjectKind]Text
	FindingOf          Text // {finding} {name}: a finding of one task or member
	Sourcing           Text // {solution} {name}: what to do about a task that has one
}

// ActionName is what is to be done by the action with this id in a plan, on one line that is not long, or the id where
// there is none.
func (t *Texts) ActionName(p steps.Plan, id string) string {
	if a, known := p.Action(id); known {
		return cut(steps.CleanName(a.What))
	}
	return id
}

// ActionLine says an action in one line: what, who, when and how far it is.
func (t *Texts) ActionLine(p steps.Plan, a steps.Action, today steps.Date) string {
	parts := []string{steps.CleanName(a.What), t.ActionOwner(p, a), t.ActionDue(a, today), t.Value("state", string(a.State))}
	return strings.Join(parts, " · ")
}

// ActionOwner is who does an action.
func (t *Texts) ActionOwner(p steps.Plan, a steps.Action) string {
	return cmp.Or(t.Whoever(p, a.Owner), string(t.Plan.Actions.Nobody))
}

// ActionDue is the day by which an action is done, with a word where that is past.
func (t *Texts) ActionDue(a steps.Action, today steps.Date) string {
	w := t.Plan.Actions
	switch {
	case a.Due == "":
		return string(w.Undated)
	case a.Overdue(today):
		return w.Late.Fill("date", t.Date(a.Due))
	}
	return t.Date(a.Due)
}

// ActionCount says how many actions are open, and how many of them are overdue.
func (t *Texts) ActionCount(n steps.ActionCount) string {
	w := t.Plan.Actions
	if n.Overdue == 0 {
		return w.Count.For(n.Open)
	}
	return w.Count.For(n.Open) + ", " + w.Overdue.For(n.Overdue)
}

// Subject says what an action is about; empty for nothing.
func (t *Texts) Subject(p steps.Plan, about string) string {
	kind, id, _, _ := steps.Action{About: about}.AboutIs()
	return t.Plan.Actions.Subjects[kind].Fill("name", t.subjectName(p, about), "n", steps.StepID(id).Number())
}

// subjectName is how what an action is about is called.
func (t *Texts) subjectName(p steps.Plan, about string) string {
	kind, id, task, member := steps.Action{About: about}.AboutIs()
	sheet, table, row, onSheet := steps.Action{About: about}.AboutRow()
	of := ""
	switch {
	case onSheet && row != "":
		of = t.foundOf(p, sheet, table, row)
	case onSheet:
		of = string(t.Sheets[sheet].Tables[table].Title)
	case task != "":
		of = t.TaskName(p, task)
	case member != "":
		of = t.MemberName(p, member)
	}
	switch kind {
	case steps.AboutStep:
		return t.StepName(steps.StepID(id))
	case steps.AboutDecision:
		return t.DecisionName(p, id)
	case steps.AboutFinding:
		if onSheet {
			return t.Plan.Actions.FindingOf.Fill("finding", t.Sheets[sheet].Title, "name", of)
		}
		name := t.Plan.Findings[steps.FindingID(id)].Name
		if of == "" {
			return string(name)
		}
		return t.Plan.Actions.FindingOf.Fill("finding", name, "name", of)
	}
	return of
}

// ProposeAction is an action about something as it is proposed, ready to be added: what, who and when.
func (t *Texts) ProposeAction(p steps.Plan, about string, today steps.Date) steps.Action {
	a := p.ProposeAction(about, today)
	kind, id, task, member := a.AboutIs()
	w, name, do := t.Plan.Actions, t.subjectName(p, about), ""
	sheet, table, row, onSheet := a.AboutRow()
	switch of, _ := p.Task(task); {
	case onSheet && kind == steps.AboutFinding:
		name = t.foundOf(p, sheet, table, row)
		for _, f := range p.SheetFindings(sheet, today) {
			if f.About() == about {
				_, advice := t.SheetFinding(p, f)
				do = t.Plan.Actions.FindingOf.Fill("finding", strings.TrimSuffix(advice, "."), "name", name)
			}
		}
	case onSheet:
		if proposal, is := p.SheetProposal(about, today); is {
			a.What = t.SheetProposal(p, proposal)
		}
	case kind == steps.AboutAdvice:
		do = string(t.Plan.Advice[steps.AdviceID(id)].First)
		a.Owner = cmp.Or(a.Owner, t.Value("role", string(steps.RoleOf(steps.AdviceID(id)))))
	case kind == steps.AboutFinding:
		do = t.findingAction(p, steps.FindingID(id), task, member)
	case kind == steps.AboutTask && of.Sourcing != "":
		a.What = w.Sourcing.Fill("solution", Capital(t.Value("sourcing", string(of.Sourcing))), "name", name)
	}
	if a.What == "" {
		a.What = Capital(w.Proposed[kind].Fill("name", name, "do", do, "n", steps.StepID(id).Number()))
	}
	a.ID = p.NewActionID(a.What)
	return a
}

// findingAction is what to do about a finding: of a task or a member, or of all of its kind.
func (t *Texts) findingAction(p steps.Plan, id steps.FindingID, task, member string) string {
	words := t.Plan.Findings[id]
	switch {
	case task != "":
		return words.ActionOf.Fill("name", t.TaskName(p, task))
	case member != "":
		return words.ActionOf.Fill("name", t.MemberName(p, member))
	}
	return string(words.Action)
}

// NextRound gives the changes that open the next round of a plan on a day, see [steps.Plan.NextRound].
func (t *Texts) NextRound(p steps.Plan, today steps.Date) []steps.Change {
	w, n := t.Plan.Actions, p.Round.Number+1
	return p.NextRound(today, w.AfterSix.Fill("n", n), w.AfterTwelve.Fill("n", n))
}

// DateLeft says what a day of the next evaluation that is still to come becomes where the next round is opened; empty where there is none.
func (t *Texts) DateLeft(p steps.Plan, today steps.Date) string {
	if p.Round.NextEvaluation == "" || p.Round.NextEvaluation <= today {
		return ""
	}
	return t.Wizard.NewRoundDate.Fill("date", t.Date(p.Round.NextEvaluation), "n", p.Round.Number+1)
}
