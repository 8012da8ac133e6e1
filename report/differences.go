package report

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/steps"
)

// differences says what changed since the previous round. That an answer was given again is no difference. Tasks are told one
// by one only where they are few.
func (a *author) differences() List {
	tasks, others := a.changed.tasks()
	if len(tasks) <= namedTasks {
		return a.differing(a.changed.large)
	}
	list := a.differing(others)
	titles := each(tasks, func(c steps.Change) string { return a.titles[c.Task] })
	text := a.joinTitles(titles, namedTasks) + "."
	if a.options.wants(Annex, SectionSmallDifferences) {
		text += " " + string(a.words.Tasks.ChangedHow)
	}
	list.Items = append(list.Items, Item{Lead: a.words.Tasks.Changed.For(len(tasks)), Text: text})
	return list
}

// smallDifferences are those in longer texts, in who steps in, and in the questions behind a level or an advice:
// together they are many, and a board does not decide about them; and those of tasks that are not told one by one.
func (a *author) smallDifferences() List {
	tasks, _ := a.changed.tasks()
	if len(tasks) <= namedTasks {
		return a.differing(a.changed.small)
	}
	return a.differing(slices.Concat(tasks, a.changed.small))
}

// tasks parts the large differences in those of tasks, but for tasks that are gone, and the others.
func (c changed) tasks() (tasks, others []steps.Change) {
	for _, one := range c.large {
		if one.Kind == steps.ChangeTask {
			tasks = append(tasks, one)
		} else {
			others = append(others, one)
		}
	}
	return tasks, others
}

// changed are the differences with the previous round. What was added is one large difference.
type changed struct {
	large, small []steps.Change
	words        assets.Differences
}

func (a *author) changedSince(previous *steps.Plan) (since changed) {
	if previous == nil {
		return since
	}
	since.words = a.texts.Differences(*previous, a.plan)
	for _, c := range steps.Changes(*previous, a.plan) {
		if c.Kind == steps.ChangeResolution || c.Decision != "" { // told by themselves
			continue
		}
		if _, known := previous.Member(c.Member); !known && a.people.InRoles() {
			c.Role = steps.Field[steps.MemberRole]{} // who is added is called by it
		}
		if c.Kind == steps.ChangeTask && !previous.KnowsTask(c.Task) {
			since.large = append(since.large, c)
			continue
		}
		rest, details := splitDetails(c)
		if onlyDetails := rest.Kind == steps.ChangeTask && len(rest.Given()) == 0; !onlyDetails && (rest.Kind != steps.ChangeAnswer || rest.Choice.Given()) {
			since.large = append(since.large, rest)
		}
		if len(details.Given()) > 0 {
			since.small = append(since.small, details)
		}
	}
	return since
}

// splitDetails splits a change in its details and the rest.
func splitDetails(c steps.Change) (rest, details steps.Change) {
	detail := func(g steps.Given) bool { f, _ := steps.FieldNamed(c.Kind, g.Name); return f.Detail }
	return c.Keeping(func(g steps.Given) bool { return !detail(g) }), c.Keeping(detail)
}

// differing says differences, one item for each change.
func (a *author) differing(changes []steps.Change) (list List) {
	for _, d := range a.changed.words.Of(changes) {
		item := Item{Text: sentence(d.Says)}
		if d.About != "" {
			item.Lead = withFullStop(assets.Capital(d.About))
		}
		list.Items = append(list.Items, item)
	}
	return list
}
