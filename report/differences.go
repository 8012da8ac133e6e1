package report

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// differences says what changed since the previous round. That an answer was given again is no difference.
func (a *author) differences() []Block { return a.differing(a.changed.large) }

// smallDifferences are those in longer texts, in who steps in, and in the questions behind a level or an advice:
// together they are many, and a board does not decide about them.
func (a *author) smallDifferences() []Block { return a.differing(a.changed.small) }

// changed are the differences with the previous round. What was added is one large difference.
type changed struct {
	large, small []steps.Change
	words        assets.Differences
}

func (a *author) changedSince(previous *steps.Plan) (changed changed) {
	if previous == nil {
		return changed
	}
	changed.words = a.texts.Differences(*previous, a.plan)
	for _, c := range steps.Changes(*previous, a.plan) {
		if _, known := previous.Member(c.Member); !known && a.people.inRoles() {
			c.Role = steps.Field[steps.MemberRole]{} // who is added is called by it
		}
		if c.Kind == steps.ChangeTask && !previous.KnowsTask(c.Task) {
			changed.large = append(changed.large, c)
			continue
		}
		rest, details := parted(c)
		if rest.Kind != steps.ChangeAnswer || rest.Choice.Given() {
			changed.large = append(changed.large, rest)
		}
		changed.small = append(changed.small, details)
	}
	return changed
}

// parted takes the details out of a change.
func parted(c steps.Change) (rest, details steps.Change) {
	details = steps.Change{Kind: c.Kind, Step: c.Step, Task: c.Task, Agreement: c.Agreement}
	switch c.Kind {
	case steps.ChangeTask, steps.ChangeAnswer, steps.ChangeAgreement:
	default:
		return c, steps.Change{}
	}
	details.Text, c.Text = c.Text, details.Text
	details.Backup, c.Backup = c.Backup, details.Backup
	details.Note, c.Note = c.Note, details.Note
	details.Evidence, c.Evidence = c.Evidence, details.Evidence
	details.Scale, c.Scale = c.Scale, details.Scale
	details.Specialist, c.Specialist = c.Specialist, details.Specialist
	details.Local, c.Local = c.Local, details.Local
	details.Strategic, c.Strategic = c.Strategic, details.Strategic
	details.Technical, c.Technical = c.Technical, details.Technical
	return c, details
}

// differing says differences field by field, one item for what they are about.
func (a *author) differing(changes []steps.Change) []Block {
	if len(changes) == 0 {
		return nil
	}
	const between = " · " // as in the texts
	var list List
	for _, line := range a.changed.words.Lines(changes) {
		subject, rest, parted := strings.Cut(line, between)
		last := len(list.Items) - 1
		switch {
		case !parted:
			list.Items = append(list.Items, Item{Text: capital(line)})
		case last >= 0 && list.Items[last].Lead == stopped(capital(subject)):
			list.Items[last].Text += between + rest
		default:
			list.Items = append(list.Items, Item{Lead: stopped(capital(subject)), Text: capital(rest)})
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{list}
}
