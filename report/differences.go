package report

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// differences says in a few sentences what changed since the previous round. That an answer was given again is no
// difference.
func (a *author) differences() (list List) {
	if a.previous == nil {
		return list
	}
	w := a.words.Progress
	p := steps.ProgressOf(*a.previous, a.plan, a.options.Today)
	say := func(lead assets.Text, sentences ...string) {
		if text := strings.Join(slices.DeleteFunc(sentences, steps.Blank), " "); text != "" {
			list.Items = append(list.Items, Item{Lead: string(lead), Text: text})
		}
	}
	say(w.Steps, a.answersChanged(p.Steps))
	say(w.Hours, a.hoursChanged(p))
	say(w.Team, a.membersNamed(w.Joined, p.Joined), a.membersNamed(w.Left, p.Left))
	say(w.Tasks, a.tasksChanged(p.Tasks))
	if p.FindingsBefore != p.FindingsNow {
		say(w.Findings, w.FindingsNow.Fill("now", p.FindingsNow, "before", p.FindingsBefore))
	}
	if changes := a.allDifferences(); len(changes.Items) > 0 && a.options.wants(Annex, SectionSmallDifferences) {
		list.Items = append(list.Items, Item{Text: string(w.Annex)})
	}
	return list
}

func (a *author) answersChanged(changed []steps.StepProgress) string {
	if len(changed) == 0 {
		return ""
	}
	choice := func(c steps.Choice) string {
		if c == "" {
			return string(a.words.Progress.Unanswered)
		}
		return a.texts.Value("choice", string(c))
	}
	said := each(changed, func(s steps.StepProgress) string {
		return a.words.Progress.Step.Fill("n", s.Step.Number, "step", a.stepName(s.Step.ID), "from", choice(s.Before), "to", choice(s.Now))
	})
	return assets.Capital(strings.Join(said, string(a.words.List.Titles))) + "."
}

func (a *author) hoursChanged(p steps.Progress) string {
	if p.Before.Given == p.Now.Given && p.Before.School == p.Now.School {
		return ""
	}
	return a.words.Progress.HoursNow.Fill(
		"available", a.someHours(p.Now.Given), "availableBefore", a.someHours(p.Before.Given),
		"planned", a.someHours(p.Now.School), "plannedBefore", a.someHours(p.Before.School))
}

func (a *author) membersNamed(text assets.Text, members []steps.Member) string {
	if len(members) == 0 {
		return ""
	}
	return text.Fill("members", a.joinMembers(each(members, func(m steps.Member) string { return m.Name })))
}

func (a *author) tasksChanged(p steps.TaskProgress) string {
	if p.Changed == 0 {
		return ""
	}
	w := a.words.Progress
	var how []string
	for _, part := range []struct {
		n    int
		text assets.Plural
	}{{p.Needed, w.Needed}, {p.ToGroup, w.ToGroup}, {p.Owner, w.Owner}, {p.Gone, w.Gone}} {
		if part.n > 0 {
			how = append(how, part.text.For(part.n))
		}
	}
	text := w.TasksChanged.For(p.Changed)
	if len(how) > 0 {
		text += ": " + strings.Join(how, string(a.words.List.Names))
	}
	return text + "."
}

// allDifferences are all differences one by one, of the longer texts and the details last.
func (a *author) allDifferences() List {
	return a.differing(slices.Concat(a.changed.large, a.changed.small))
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
		if c.Kind == steps.ChangeResolution || c.Decision != "" || c.Kind == steps.ChangeVoice { // told by themselves; told to nobody
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
