package plain

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
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
	c.say(c.otherLanguages()...)
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
	if id, is := c.here.apartAt(); is {
		return c.voiceQueries(id)
	}
	switch {
	case c.here.step == profile:
		return c.profileQueries()
	case c.here.step == decisions:
		return c.decisionQueries()
	case c.here.step == actions:
		return c.actionQueries()
	case c.here.step == sheets:
		return c.sheetQueries()
	case c.here.step == past:
		return c.pastQueries()
	case c.here.step == findings:
		return []query{c.findingQuery()}
	case c.here.step == finding:
		return []query{c.findQuery(c.here.question)}
	case c.here.step == trial:
		return []query{c.trialQuery()}
	case c.here.step == lookingBack:
		return []query{c.lookBackQuery()}
	case c.here.step == who:
		return c.whoQueries(c.session.Plan())
	case c.here.step == documents:
		return []query{c.documentQuery()}
	case c.here.step == merging:
		return []query{c.mergeQuery()}
	case c.here.step == comparison:
		return c.comparisonQueries()
	case !ok:
		return c.firstQueries()
	}
	plan := c.session.Plan()
	var list []query
	switch step.ID {
	case steps.Tasks:
		list = c.taskQueries(plan)
	case steps.Expertise:
		list = c.expertiseQueries(plan)
	case steps.Team:
		list = c.teamQueries(plan)
	case steps.Evaluation:
		list = c.evaluationQueries(plan)
	default:
		list = c.spokenOf(c.questions(step.ID))
		if step.Asked {
			c.followChoice(list, step)
		}
	}
	if slices.Contains(plan.Round.Again, step.ID) {
		list = append(list, c.confirmQuery(step.ID, list[0].id))
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
	return []query{author, c.spoken(question.SchoolName(c.session.Plan(), c.texts))}
}

// profileQueries ask about the school itself; more means can be added.
func (c *conversation) profileQueries() []query {
	plan := c.session.Plan()
	list := c.spokenOf(question.Profile(plan, c.texts))
	source := c.spoken(question.NewMeans(plan, c.texts))
	take := source.take
	source.take = func(line string) (reply, error) {
		r, err := take(line)
		r.question = question.MeansID(len(plan.School.Means), "amount")
		return r, err
	}
	return slices.Insert(list, len(list)-1, source) // before the hours, which follow from them
}

// decisionQueries ask of which decision something is noted, and all about the one that was chosen; then of which again.
func (c *conversation) decisionQueries() []query {
	plan, today := c.session.Plan(), steps.DateOf(c.session.Clock())
	which := []query{c.whichDecision(plan.BoardDecisionsToRecord(today))}
	_, chosen, _ := strings.Cut(c.here.question, ":")
	d, known := plan.BoardDecision(chosen, today)
	if !known {
		return which
	}
	return append(c.spokenOf(question.Decision(d, today, plan, c.texts)), which...)
}

// whichDecision lists the decisions by number; a sentence in place of a number is one of the school's own.
func (c *conversation) whichDecision(list []steps.BoardDecision) query {
	plan, words, today := c.session.Plan(), c.words.Ask["decision-which"], steps.DateOf(c.session.Clock())
	q := query{
		id: "decision", text: string(words.Question), help: []string{string(words.Help)}, numbers: true, entering: string(c.words.GoOn),
	}
	if len(list) == 0 {
		q.text = string(c.words.Ask["decision"].Question)
	}
	about := func(id string) string { return "outcome:" + id }
	for i, d := range list {
		recorded := plan.Recorded(d, today)
		line := c.texts.DecisionOf(plan, d) + " · " + c.texts.DecisionState(recorded)
		if recorded.Outcome == "" {
			line = c.texts.HeldOver(line, d.Kind.From(), plan)
		}
		q.lines = append(q.lines, strconv.Itoa(i+1)+"  "+line)
	}
	q.take = func(line string) (reply, error) {
		n, err := strconv.Atoi(line)
		if err != nil {
			changes, err := question.NewDecision(plan, c.texts).Answer(line, today)
			if err != nil {
				return reply{}, err
			}
			return reply{changes: changes, question: about(changes[0].Decision)}, nil
		}
		if n < 1 || n > len(list) {
			return reply{}, c.among(len(list), "")
		}
		return reply{question: about(list[n-1].ID())}, nil
	}
	return q
}

// spokenOf are questions as they are asked here.
func (c *conversation) spokenOf(asked []question.Question) []query {
	list := make([]query, len(asked))
	for i, one := range asked {
		list[i] = c.spoken(one)
	}
	return list
}

// followChoice says after the answer to a check what follows from it. The only answer there is, given already, is not
// given again.
func (c *conversation) followChoice(list []query, step steps.Step) {
	plan := c.session.Plan()
	q := &list[indexOf(list, "choice")]
	take := q.take
	q.take = func(line string) (reply, error) {
		r, err := take(line)
		if err == nil && len(plan.Choices(step.ID)) == 1 && plan.Answers[step.ID].Choice != "" {
			return reply{}, nil
		}
		said := r.then
		r.then = func() []string { return append(said(), c.advice(step)...) }
		return r, err
	}
	before, repeats := c.session.Journal().Previous()
	if again, ok := plan.Reaffirm(before, step.ID); ok && repeats {
		still := changing(again)
		still.then = func() []string { return c.advice(step) }
		q.enter, q.entering = &still, c.words.Still.Fill("answer", c.texts.Value("choice", string(before.State(step.ID))))
	}
}

// questions are those of a step, each beside the answer that it had when the last round ended.
func (c *conversation) questions(step steps.StepID) []question.Question {
	list := question.Of(step, c.session.Plan(), c.texts)
	if before, repeats := c.session.Journal().Previous(); repeats {
		list = question.Beside(list, question.Of(step, before, c.texts))
	}
	return list
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
	if step.ID == steps.Team {
		lines = append(lines, c.texts.HoursLines(plan.Capacity())...)
	}
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
	if step.ID == steps.Pooling {
		lines = append(lines, c.words.ProfileHint.Fill("word", c.words.Words.Profile[0]))
	}
	if before, repeats := c.session.Journal().Previous(); repeats {
		lines = append(lines, question.Ended(step.ID, before, c.texts)...)
	}
	return append(lines, "")
}

// yardstick returns the note and evidence on the policy plan, against which the tasks are held.
func (c *conversation) yardstick(policy steps.Answer) (lines []string) {
	said := slices.DeleteFunc([]string{steps.CleanName(policy.Note), steps.CleanName(policy.Evidence)}, func(text string) bool { return text == "" })
	if len(said) > 0 {
		lines = append(lines, c.words.Policy.Fill("text", strings.Join(said, "; ")))
	}
	return lines
}

// advice returns the advice after a no at a step, also ahead of the path.
func (c *conversation) advice(step steps.Step) (lines []string) {
	plan := c.session.Plan()
	if plan.Answers[step.ID].Choice != steps.No || len(step.Advice) == 0 {
		return nil
	}
	lines = []string{string(c.words.NotBad)}
	for _, advice := range step.Advice {
		said := c.texts.AdviceLines(advice, plan)
		lines = append(lines, c.words.Advice.Fill("role", c.texts.Plan.Roles[advice.Role], "advice", said.Advised), said.First)
		if said.Know != "" {
			lines = append(lines, c.words.Know.Fill("fact", said.Know+" "+said.Also))
		}
	}
	return lines
}

// confirmQuery asks whether a repeated step stands as it is; a no begins with its first question.
func (c *conversation) confirmQuery(step steps.StepID, first string) query {
	q := c.yesNo("confirm", c.words.Ask["confirm"], changing(steps.Change{Kind: steps.ChangeConfirm, Step: step}), reply{question: first})
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
	onwards := c.onwards(step.ID)
	q := query{id: "closing", text: text, closed: true}
	q.entering = c.words.Onwards.Fill("number", onwards.Number(), "step", c.name(onwards))
	q.take = func(string) (reply, error) { return reply{}, assets.NewFault("plain-onwards", "options", q.entering) }
	return q
}
