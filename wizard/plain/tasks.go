package plain

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// taskQueries are those of step 5: section by section, then what deserves a look, and then whether a task is missing.
func (c *conversation) taskQueries(plan steps.Plan) (list []query) {
	asked, unconfirmed := c.questions(steps.Tasks), c.session.Journal().Unconfirmed()
	list = c.sectionQueries(steps.Tasks, asked, plan, c.afterSections)
	if len(list) > 0 {
		list[0].lines = c.toLookAt(unconfirmed)
	}
	list = append(list, c.lookQueries(unconfirmed, asked, plan)...)
	list = append(list, c.ownQuery())
	if c.title != "" {
		list = append(list, c.ownGroupQuery(plan))
	}
	for _, q := range asked {
		if q.About == (question.About{}) {
			list = append(list, c.spoken(q))
		}
	}
	return list
}

// expertiseQueries are those of step 6: section by section, and then what is noted.
func (c *conversation) expertiseQueries(plan steps.Plan) (list []query) {
	asked := c.questions(steps.Expertise)
	list = c.sectionQueries(steps.Expertise, asked, plan, func() string { return "note" })
	for _, q := range asked {
		if q.About.Task == "" {
			list = append(list, c.spoken(q))
		}
	}
	return list
}

// sectionQueries are what a step asks of the tasks, section by section, each opened with what can be said of all its tasks at once. Behind them comes
// the question that last names.
func (c *conversation) sectionQueries(step steps.StepID, asked []question.Question, plan steps.Plan, last func() string) (list []query) {
	onwards := func() { c.jumpTo(spot{step, last()}) }
	for _, section := range slices.Backward(question.Sections(step, plan, c.texts, nil)) {
		var of []query
		for _, q := range asked {
			if slices.ContainsFunc(section.Tasks, func(t *steps.Task) bool { return t.ID == q.About.Task }) {
				of = append(of, c.taskQuery(q, plan)...)
			}
		}
		if head, counts := c.sectionQuery(step, plan, section, onwards); counts {
			if open := slices.IndexFunc(of, func(q query) bool { return q.needed }); open > 0 {
				head.enter, head.entering = &reply{question: of[open].id}, string(c.words.FirstOpen)
			}
			of = slices.Insert(of, 0, head)
			onwards = func() { c.jumpTo(spot{step, head.id}) }
		}
		list = append(of, list...)
	}
	return list
}

// taskQuery asks one thing about a task; an own task can go altogether where its title is asked.
func (c *conversation) taskQuery(asked question.Question, plan steps.Plan) []query {
	q := c.spoken(asked)
	if t, _ := plan.Task(asked.About.Task); t.Own && asked.Field == "title" {
		how := c.words.RemovingTask.Fill("word", c.words.Words.Clear[0])
		return c.removing(q, how, question.AskRemoveTask(c.texts, t), steps.Change{Kind: steps.ChangeRemove, Task: t.ID})
	}
	return []query{q}
}

// offer is what can be said of all tasks of a section at once, by a letter.
type offer struct {
	letter, text string
	changes      []steps.Change
}

// offersOf are what can be said at once of tasks: that what is proposed is accepted, and at step 6 that the expertise is there where nobody judged that.
func (c *conversation) offersOf(step steps.StepID, tasks []*steps.Task, plan steps.Plan) (list []offer) {
	var accepted, present []steps.Change
	for _, t := range tasks {
		if change, open := plan.Proposal(*t, step); open {
			accepted = append(accepted, change)
		}
		if step == steps.Expertise && t.Asks(step) {
			present = append(present, steps.Change{Kind: steps.ChangeTask, Task: t.ID, Expertise: steps.Set(steps.Yes)})
		}
	}
	letters := c.words.Letters["group-question"]
	if len(present) > 0 {
		list = append(list, offer{string(letters["present"]), c.words.AllPresent.For(len(present)), present})
	}
	if len(accepted) > 0 {
		list = append(list, offer{string(letters["accept"]), c.words.Accept.For(len(accepted)), accepted})
	}
	return list
}

// part begins the name of the question that opens a section.
const part = "group:"

// partOf is the question that opens the section with a task at a step; empty where there is none.
func (c *conversation) partOf(task string, step steps.StepID) string {
	for _, section := range question.Sections(step, c.session.Plan(), c.texts, nil) {
		if slices.ContainsFunc(section.Tasks, func(t *steps.Task) bool { return t.ID == task }) {
			return part + section.ID
		}
	}
	return ""
}

// sectionQuery opens a section: something can be said of its tasks at once, or they are gone through. It says whether the step counts any of them.
func (c *conversation) sectionQuery(step steps.StepID, plan steps.Plan, section question.Section, onwards func()) (q query, counts bool) {
	total, open, heads := 0, 0, map[steps.StepID]assets.Text{steps.Tasks: c.words.Group, steps.Expertise: c.words.Judged}
	for _, t := range section.Tasks {
		if t.Concerns(step) {
			total++
		}
		if t.Asks(step) {
			open++
		}
	}
	q = query{id: part + section.ID, closed: true, needed: open > 0, entering: string(c.words.OneByOne)}
	q.text = heads[step].Fill("group", section.Title, "decided", total-open, "total", total)
	for _, t := range section.Tasks {
		q.help = append(q.help, "- "+c.texts.TaskTitle(*t)+c.decided(step, *t, plan))
	}
	if step == steps.Tasks {
		q.help = append(q.help, string(c.words.Proposals))
	}
	offers, pass := c.offersOf(step, section.Tasks, plan), string(c.words.Letters["group-question"]["pass"])
	for _, o := range offers {
		q.options = joined(q.options, o.letter+" "+o.text)
	}
	q.options = joined(q.options, pass+" "+string(c.words.NextGroup))
	q.take = func(line string) (reply, error) {
		if line == pass {
			return reply{leads: onwards}, nil
		}
		for _, o := range offers {
			if line == o.letter {
				return reply{changes: o.changes, leads: onwards, then: func() []string { return c.doubtsAmong(o.changes, plan) }}, nil
			}
		}
		return reply{}, assets.NewFault("plain-choose", "options", q.options)
	}
	return q, total > 0
}

// decided says in brackets what was decided about a task at a step, and what is proposed where that deserves a look or something is missing.
func (c *conversation) decided(step steps.StepID, t steps.Task, plan steps.Plan) string {
	said := joined(c.texts.Value("relevance", string(t.Relevance)), c.texts.Value("horizon", string(t.Horizon)))
	proposal, open := plan.Proposal(t, step)
	switch sourcing, _ := proposal.Sourcing.Value(); {
	case step == steps.Expertise && open:
		said = joined(c.texts.Value("expertise", string(t.Expertise)), c.words.Suggested.Fill("value", c.texts.Value("sourcing", string(sourcing))))
	case step == steps.Expertise:
		said = joined(c.texts.Value("expertise", string(t.Expertise)), c.texts.Value("sourcing", string(t.Sourcing)))
	case open && t.Doubtful(proposal):
		said = joined(said, c.words.Doubtful.Fill("value", question.Proposed(proposal, c.texts)))
	}
	if said == "" {
		return ""
	}
	return " (" + said + ")"
}

// ownQuery asks whether a task is missing from the overview.
func (c *conversation) ownQuery() query {
	words := c.words.Ask["own"]
	return query{id: "own", text: string(words.Question), help: []string{string(words.Help)}, take: func(line string) (reply, error) {
		c.title = line
		return reply{question: "own-group"}, nil
	}}
}

// ownGroupQuery asks to which group the task belongs that was named just now, and adds it.
func (c *conversation) ownGroupQuery(plan steps.Plan) query {
	title, id := c.title, plan.NewTaskID(c.title)
	q := c.spoken(question.OwnTaskGroup(title, plan, c.texts))
	q.about = c.words.Task.Fill("task", title)
	take := q.take
	q.take = func(line string) (reply, error) {
		r, err := take(line)
		r.question = "horizon:" + id
		r.then = func() []string { c.title = ""; return nil }
		return r, err
	}
	return q
}
