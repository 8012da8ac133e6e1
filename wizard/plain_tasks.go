package wizard

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/steps"
)

// taskQueries are those of step 5: group by group, then the school's own tasks.
func (c *conversation) taskQueries(plan steps.Plan) (list []query) {
	tasks := plan.Tasks()
	for _, group := range steps.Groups {
		inGroup := slices.DeleteFunc(slices.Clone(tasks), func(t steps.Task) bool { return t.Own || t.Group != group })
		if len(inGroup) == 0 {
			continue
		}
		list = append(list, c.groupQuery(plan, group, inGroup))
		for _, t := range inGroup {
			list = append(list, c.decisionQueries(plan, t)...)
		}
	}
	for _, t := range tasks {
		if t.Own {
			list = append(list, c.decisionQueries(plan, t)...)
		}
	}
	list = append(list, c.ownQuery(plan))
	if c.title != "" {
		list = append(list, c.ownGroupQuery(plan))
	}
	return list
}

// groupQuery opens a group: its proposals can be accepted at once, or its tasks gone through.
func (c *conversation) groupQuery(plan steps.Plan, group steps.GroupID, tasks []steps.Task) query {
	decided := steps.Count(tasks).Decided
	q := query{id: "group:" + string(group), needed: decided < len(tasks), entering: string(c.words.OneByOne)}
	q.text = c.words.Group.Fill("group", c.texts.Group(plan, group), "decided", decided, "total", len(tasks))
	for _, t := range tasks {
		q.help = append(q.help, "- "+c.texts.TaskTitle(t)+c.decided(t))
	}
	q.help = append(q.help, string(c.words.Proposals))
	changes := plan.Proposals(group)
	letter := string(c.words.Letters["group-question"]["accept"])
	if len(changes) > 0 {
		q.options = letter + " " + c.words.Accept.For(len(changes))
	}
	q.options = joined(q.options, string(c.words.Letters["group-question"]["pass"])+" "+string(c.words.NextGroup))
	q.take = func(line string) (reply, error) {
		switch {
		case line == letter && len(changes) > 0:
			return reply{changes: changes, question: nextGroup(plan, group)}, nil
		case line == string(c.words.Letters["group-question"]["pass"]):
			return reply{question: nextGroup(plan, group)}, nil
		}
		return reply{}, assets.NewFault("plain-choose", "options", q.options)
	}
	return q
}

// nextGroup is the question that opens the next group with tasks; after the last group come the own tasks.
func nextGroup(plan steps.Plan, group steps.GroupID) string {
	for _, later := range steps.Groups[slices.Index(steps.Groups, group)+1:] {
		if slices.ContainsFunc(plan.Tasks(), func(t steps.Task) bool { return !t.Own && t.Group == later }) {
			return "group:" + string(later)
		}
	}
	if len(plan.OwnTasks) > 0 {
		return "title:" + plan.OwnTasks[0]
	}
	return "own"
}

// decided says in brackets what was decided about a task.
func (c *conversation) decided(t steps.Task) string {
	if t.Relevance == "" {
		return ""
	}
	return " (" + joined(c.texts.Value("relevance", string(t.Relevance)), c.texts.Value("horizon", string(t.Horizon))) + ")"
}

// decisionQueries ask what step 5 wants to know of a task: the more the less it is decided that it does not apply.
func (c *conversation) decisionQueries(plan steps.Plan, t steps.Task) (list []query) {
	about := c.words.Task.Fill("task", c.texts.TaskTitle(t))
	if t.Own {
		list = c.ownTitleQueries(t)
	}
	for _, asked := range plan.TaskQuestions() {
		if asked == steps.AskHorizon && (t.Relevance == "" || t.Relevance == steps.DoesNotApply) || asked != steps.AskRelevance && asked != steps.AskHorizon && !t.Kept {
			continue
		}
		q := c.taskQuery(t, steps.TaskField(string(asked)))
		if t.Proposed != nil && asked == steps.AskRelevance {
			q.help = append([]string{c.texts.In(t.Proposed.Explain)}, q.help...)
		}
		list = append(list, q)
		if asked == steps.AskRelevance && t.Relevance == steps.AppliesAdapted && !t.Own {
			list = append(list, c.titleQuery(t))
		}
	}
	for i := range list {
		list[i].about = about
	}
	return list
}

// taskQuery asks for a field of a task.
func (c *conversation) taskQuery(t steps.Task, row *steps.FieldOf[steps.Decision]) (q query) {
	words, shared := c.texts.Plan.Questions[steps.TaskQuestion(row.Name)]
	if !shared {
		words = c.words.Ask[row.Name]
	}
	now := standing(t, row)
	q = fieldQuery(c, row.Name+":"+t.ID, words, row, now, steps.Change{Kind: steps.ChangeTask, Task: t.ID})
	q.about = c.words.Task.Fill("task", c.texts.TaskTitle(t))
	switch row.Name {
	case "relevance", "horizon":
		q.needed = now == nil
	case "level":
		q.lines, q.needed = []string{c.words.Suggested.Fill("value", c.texts.Value("suggestion", string(t.Suggestion)))}, t.Asks(steps.Tasks)
	case "expertise":
		q.needed = t.Asks(steps.Expertise)
	case "sourcing":
		q.lines = []string{c.texts.SourcingAdvice(t)}
	}
	return q
}

// titleQuery asks how an adapted task is called here.
func (c *conversation) titleQuery(t steps.Task) query {
	return fieldQuery(c, "title:"+t.ID, c.words.Ask["title"], steps.TaskField("title"), t.Title, steps.Change{Kind: steps.ChangeTask, Task: t.ID})
}

// ownTitleQueries ask how an own task is called; it can go altogether.
func (c *conversation) ownTitleQueries(t steps.Task) []query {
	change := steps.Change{Kind: steps.ChangeRemove, Task: t.ID}
	how := c.words.RemovingTask.Fill("word", c.words.Words.Clear[0])
	return c.removing(c.titleQuery(t), how, taskGoes(c.texts, t), change)
}

// ownQuery asks whether a task is missing from the overview.
func (c *conversation) ownQuery(plan steps.Plan) query {
	words := c.words.Ask["own"]
	return query{id: "own", text: string(words.Question), help: []string{string(words.Help)}, take: func(line string) (reply, error) {
		c.title = line
		return reply{question: "own-group"}, nil
	}}
}

// ownGroupQuery asks to which group the task belongs that was named just now, and adds it.
func (c *conversation) ownGroupQuery(plan steps.Plan) query {
	title := c.title
	id := plan.NewTaskID(title)
	q := c.pick("own-group", string(c.words.Ask["own-group"].Question), "group", namesOf(steps.Groups), "", func(group string) reply {
		r := changing(steps.Change{
			Kind: steps.ChangeTask, Task: id, Title: steps.Set(title), Group: steps.Set(group), Relevance: steps.Set(steps.Applies),
		})
		r.question = string(steps.AskHorizon) + ":" + id
		r.then = func() []string { c.title = ""; return nil }
		return r
	})
	q.about, q.help = c.words.Task.Fill("task", title), []string{string(c.words.Ask["own-group"].Help)}
	return q
}

// expertiseQueries are those of step 6: for each task kept at school whether the expertise is there, and
// where it is missing, at either level, how to solve that.
func (c *conversation) expertiseQueries(plan steps.Plan) (list []query) {
	for _, t := range plan.Tasks() {
		for i := range steps.TaskFields {
			row, asked := &steps.TaskFields[i], t.Advice != ""
			if row.Name == "expertise" {
				asked = t.Kept && t.Level == steps.AtSchool
			}
			if asked && row.Step == steps.Expertise {
				list = append(list, c.taskQuery(t, row))
			}
		}
	}
	return list
}
