package wizard

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/steps"
)

// welcome says where one is: at a first start what happens with the answers, else where the plan stands.
func (c *conversation) welcome() {
	plan, place := c.session.Plan(), steps.CleanName(c.session.Place)
	if place == "" {
		place = string(c.words.Memory)
	}
	if plan.Begun() {
		c.say(c.words.Return.Fill("school", c.schoolName(), "round", plan.Round.Number, "file", place))
		return
	}
	for _, line := range c.words.Welcome {
		c.say(line.Fill("file", place))
	}
}

func (c *conversation) schoolName() string {
	if name := c.session.Plan().School.Name; name != "" {
		return name
	}
	return string(c.texts.Common.School)
}

// queries are the questions of the step one is at, as the plan stands.
func (c *conversation) queries() []query {
	step, ok := steps.Find(c.here.step)
	if !ok {
		return c.firstQueries()
	}
	plan := c.session.Plan()
	var list []query
	switch {
	case step.Asked:
		list = c.checkQueries(step, plan)
	case step.ID == steps.Tasks:
		list = c.taskQueries(plan)
	case step.ID == steps.Expertise:
		list = c.expertiseQueries(plan)
	case step.ID == steps.Team:
		list = c.teamQueries(plan)
	default:
		list = c.evaluationQueries(plan)
	}
	if slices.Contains(plan.Round.Again, step.ID) {
		list = append(list, c.confirmQuery(step.ID))
	}
	if _, moves := step.After(plan.State(step.ID)); !moves {
		list = append(list, c.waitingQuery(step, plan))
	}
	if len(list) == 0 {
		list = append(list, c.closing(step, string(c.words.NothingHere)))
	}
	return list
}

// firstQueries come before the first step: who is at work, and for which school.
func (c *conversation) firstQueries() []query {
	author := query{id: "author", now: c.session.Author()}
	author.text, author.help = string(c.words.Ask["author"].Question), []string{string(c.words.Ask["author"].Help)}
	author.take = func(line string) (reply, error) {
		c.session.SetAuthor(line)
		return reply{then: func() []string { return []string{string(c.words.Noted)} }}, nil
	}
	school := c.write("school", c.words.Ask["school"], c.session.Plan().School.Name, func(name steps.Field[string]) steps.Change {
		return steps.Change{Kind: steps.ChangeSchool, Name: name}
	})
	return []query{author, school}
}

// heading says which step this is, why it counts, and what to look for.
func (c *conversation) heading(step steps.Step) []string {
	plan, words := c.session.Plan(), c.texts.Plan.Steps[step.ID]
	lines := []string{c.words.Step.Fill("number", step.Number, "step", words.Rail)}
	if !plan.Reached(step.ID) {
		lines = append(lines, string(c.words.Ahead))
	}
	if !step.Asked {
		lines = append(lines, c.texts.Question(step.ID, plan))
	}
	lines = append(lines, c.words.Why.Fill("why", words.Why))
	signs := c.words.Done
	if step.Asked || step.ID == steps.Expertise {
		signs = c.words.Yes
	}
	lines = append(lines, string(signs))
	for _, sign := range c.texts.Signs(step.ID, plan) {
		lines = append(lines, "- "+string(sign))
	}
	if policy := plan.Answers[steps.Policy]; step.ID == steps.Tasks {
		lines = append(lines, c.yardstick(policy)...)
	}
	if elsewhere := c.words.AskedElsewhere[step.ID]; elsewhere != "" {
		lines = append(lines, string(elsewhere))
	}
	return append(lines, "")
}

// yardstick is what was said of the policy plan: the tasks are held against it.
func (c *conversation) yardstick(policy steps.Answer) (lines []string) {
	for _, text := range []string{policy.Note, policy.Evidence} {
		if text != "" {
			lines = append(lines, c.words.Policy.Fill("text", steps.CleanName(text)))
		}
	}
	return lines
}

// checkQueries are those of a step that is answered with yes, no or to be discussed.
func (c *conversation) checkQueries(step steps.Step, plan steps.Plan) (list []query) {
	answer := plan.Answers[step.ID]
	if step.ID == steps.Pooling {
		list = c.schoolQueries(plan)
	}
	choices := plan.Choices(step.ID)
	choice := c.pick("choice", c.texts.Question(step.ID, plan), "choice", namesOf(choices), string(answer.Choice), func(value string) reply {
		if len(choices) == 1 && value == string(answer.Choice) {
			return reply{} // the only answer there is, and given already
		}
		r := changing(steps.Change{Kind: steps.ChangeAnswer, Step: step.ID, Choice: steps.Set(steps.Choice(value))})
		r.then = func() []string { return c.advice(step) }
		return r
	})
	words := c.texts.Plan.Steps[step.ID]
	choice.help = []string{c.words.Wrong.Fill("wrong", words.Wrong), c.words.Evidence.Fill("evidence", words.Evidence)}
	_, moves := step.After(answer.Choice)
	choice.needed = !moves
	ask := func(field string) query {
		row := steps.Named(steps.AnswerFields, field)
		return fieldQuery(c, field, c.words.Ask[field], row, row.Value(&answer), steps.Change{Kind: steps.ChangeAnswer, Step: step.ID})
	}
	note, evidence := ask("note"), ask("evidence")
	evidence.lines = []string{c.words.Evidence.Fill("evidence", words.Evidence)}
	return append(list, choice, note, evidence)
}

// advice is what to do first after a no at a step, also where the path has not come there.
func (c *conversation) advice(step steps.Step) (lines []string) {
	plan := c.session.Plan()
	if plan.Answers[step.ID].Choice != steps.No || len(step.Advice) == 0 {
		return nil
	}
	lines = []string{string(c.words.NotBad)}
	for _, advice := range step.Advice {
		said := c.texts.AdviceLines(advice.ID, plan)
		lines = append(lines, c.words.Advice.Fill("role", c.texts.Plan.Roles[advice.Role], "advice", said.What))
		if said.Help != "" {
			lines = append(lines, said.Help)
		}
		lines = append(lines, c.words.FirstAction.Fill("action", said.First))
		if said.Know != "" {
			lines = append(lines, c.words.Know.Fill("fact", said.Know+" "+said.Also))
		}
	}
	return lines
}

// schoolQueries ask what step 4 and the advice depend on: the level of education, and what the school belongs to.
func (c *conversation) schoolQueries(plan steps.Plan) []query {
	school := plan.School
	ask := func(field string) query {
		row := steps.Named(steps.SchoolFields, field)
		return fieldQuery(c, field, c.words.Ask[field], row, row.Value(&school), steps.Change{Kind: steps.ChangeSchool})
	}
	level := ask("level")
	kind := c.pick("group-kind", string(c.words.Ask["group-kind"].Question), "group_kind", namesOf(steps.GroupKinds), string(school.GroupKind), func(value string) reply {
		return changing(plan.Belong(steps.GroupKind(value))...)
	})
	kind.help = []string{string(c.words.Ask["group-kind"].Help)}
	level.needed = school.Level == "" && plan.Answers[steps.Pooling].Choice == ""
	if school.GroupKind == steps.NoGroup {
		return []query{level, kind}
	}
	return []query{level, kind, ask("group")}
}

// confirmQuery asks whether a repeated step stands as it is.
func (c *conversation) confirmQuery(step steps.StepID) query {
	q := c.yesNo("confirm", c.words.Ask["confirm"], nil, func(bool) steps.Change {
		return steps.Change{Kind: steps.ChangeConfirm, Step: step}
	})
	take := q.take
	q.take = func(line string) (reply, error) {
		if c.isValue(line, yesOrNo, "no") {
			return reply{question: c.queries()[0].id}, nil
		}
		return take(line)
	}
	q.needed = true
	return q
}

// waitingQuery closes a step that is not done: it says what is missing, and offers to look ahead.
func (c *conversation) waitingQuery(step steps.Step, plan steps.Plan) query {
	q := c.closing(step, c.words.Waiting.Fill("step", c.name(step.ID)))
	for _, line := range c.texts.GapLines(plan.Gaps(step.ID)) {
		q.lines = append(q.lines, "- "+line)
	}
	return q
}

// closing is a question that only asks to go on.
func (c *conversation) closing(step steps.Step, text string) query {
	onwards := step.Following()
	if onwards == "" {
		onwards = c.standing()
	}
	q := query{id: "closing", text: text}
	q.entering = c.words.Onwards.Fill("number", onwards.Number(), "step", c.name(onwards))
	q.take = func(string) (reply, error) { return reply{}, assets.NewFault("plain-onwards", "options", q.entering) }
	return q
}
