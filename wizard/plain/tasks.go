package plain

import (
	"cmp"
	"slices"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// taskQueries are those of step 5: section by section, each opened with its proposals, and then whether one is missing.
func (c *conversation) taskQueries(plan steps.Plan) (list []query) {
	sections := question.Sections(steps.Tasks, plan, c.texts, nil)
	asked, unconfirmed := question.Of(steps.Tasks, plan, c.texts), c.session.Journal().Unconfirmed()
	for i, section := range sections {
		next := ""
		if i+1 < len(sections) {
			next = "group:" + sections[i+1].ID
		}
		list = append(list, c.sectionQuery(plan, section, next))
		if i == 0 {
			list[0].lines = c.toLookAt(unconfirmed)
		}
		for _, q := range asked {
			if slices.ContainsFunc(section.Tasks, func(t *steps.Task) bool { return t.ID == q.About.Task }) {
				list = append(list, c.taskQuery(q, plan)...)
			}
		}
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

// taskQuery asks one thing about a task; an own task can go altogether where its title is asked.
func (c *conversation) taskQuery(asked question.Question, plan steps.Plan) []query {
	q := c.spoken(asked)
	if t, _ := plan.Task(asked.About.Task); t.Own && asked.Field == "title" {
		how := c.words.RemovingTask.Fill("word", c.words.Words.Clear[0])
		return c.removing(q, how, question.AskRemoveTask(c.texts, t), steps.Change{Kind: steps.ChangeRemove, Task: t.ID})
	}
	return []query{q}
}

// sectionQuery opens a section: its proposals can be accepted at once, or its tasks gone through. Behind the last one comes what deserves a look.
func (c *conversation) sectionQuery(plan steps.Plan, section question.Section, next string) query {
	tasks := make([]steps.Task, len(section.Tasks))
	for i, t := range section.Tasks {
		tasks[i] = *t
	}
	decided := steps.Count(tasks).Decided
	q := query{id: "group:" + section.ID, closed: true, needed: slices.ContainsFunc(section.Tasks, func(t *steps.Task) bool { return t.Asks(steps.Tasks) }), entering: string(c.words.OneByOne)}
	q.text = c.words.Group.Fill("group", section.Title, "decided", decided, "total", len(section.Tasks))
	var changes []steps.Change
	for _, t := range tasks {
		change, open := plan.Proposal(t, steps.Tasks)
		if open {
			changes = append(changes, change)
		}
		q.help = append(q.help, "- "+c.texts.TaskTitle(t)+c.decided(t)+c.doubt(t, change))
	}
	q.help = append(q.help, string(c.words.Proposals))
	letter := string(c.words.Letters["group-question"]["accept"])
	if len(changes) > 0 {
		q.options = letter + " " + c.words.Accept.For(len(changes))
	}
	q.options = joined(q.options, string(c.words.Letters["group-question"]["pass"])+" "+string(c.words.NextGroup))
	onwards := func() { c.jumpTo(spot{steps.Tasks, cmp.Or(next, c.afterSections())}) }
	q.take = func(line string) (reply, error) {
		switch {
		case line == letter && len(changes) > 0:
			return reply{changes: changes, leads: onwards, then: func() []string { return c.doubtsAmong(changes, plan) }}, nil
		case line == string(c.words.Letters["group-question"]["pass"]):
			return reply{leads: onwards}, nil
		}
		return reply{}, assets.NewFault("plain-choose", "options", q.options)
	}
	return q
}

// decided says in brackets what was decided about a task.
func (c *conversation) decided(t steps.Task) string {
	if t.Relevance == "" {
		return ""
	}
	return " (" + joined(c.texts.Value("relevance", string(t.Relevance)), c.texts.Value("horizon", string(t.Horizon))) + ")"
}

// doubt says in brackets what is proposed for a task where that deserves a look.
func (c *conversation) doubt(t steps.Task, proposal steps.Change) string {
	if !t.Doubtful(proposal) {
		return ""
	}
	return " (" + c.words.Doubtful.Fill("value", question.Proposed(proposal, c.texts)) + ")"
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
