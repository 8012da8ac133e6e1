package plain

import (
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// evaluationQueries are those of step 8, and whether to open the next round.
func (c *conversation) evaluationQueries(plan steps.Plan) []query {
	list := c.spokenOf(c.questions(steps.Evaluation))
	before, repeats := c.session.Journal().Previous()
	if same, names, ok := question.SamePeople(plan, before); ok && repeats {
		present, again := &list[indexOf(list, "present")], changing(same)
		present.enter, present.entering = &again, c.words.SamePeople.Fill("names", names)
	}
	if len(plan.Checkpoints()) > 0 {
		list = append(list, c.checkpointsQuery(plan))
	}
	if plan.Begun() {
		list = append(list, c.roundQuery(plan))
	}
	return list
}

// checkpointsQuery offers to close what was planned to look back on this round and those before, since the next plans its own.
func (c *conversation) checkpointsQuery(plan steps.Plan) query {
	today := c.session.Today()
	q := c.yesNo("checkpoints", c.words.Ask["checkpoints"], changing(plan.CloseCheckpoints(today)...), reply{})
	for _, a := range plan.Checkpoints() {
		q.lines = append(q.lines, "- "+c.texts.ActionLine(plan, a, today))
	}
	return q
}

// roundQuery offers a new round. Where this one is complete it closes it: it says where the summary is to be had,
// and without a new round there is nothing more to do.
func (c *conversation) roundQuery(plan steps.Plan) query {
	complete := plan.Complete()
	open := changing(c.texts.NextRound(plan, c.session.Today())...)
	open.then = func() []string { return []string{c.words.Opened.Fill("number", c.session.Plan().Round.Number)} }
	open.onwards = true
	q := c.yesNo("round", c.words.Ask["round"], open, reply{over: complete})
	if complete {
		q.lines = []string{c.words.Complete.Fill("date", c.texts.Date(plan.Round.NextEvaluation)), string(c.words.Summary)}
		q.needed, q.enter, q.entering = true, &reply{over: true}, string(c.words.Stops)
	}
	if date := c.texts.DateLeft(plan, c.session.Today()); date != "" {
		q.lines = append(q.lines, date)
	}
	return q
}
