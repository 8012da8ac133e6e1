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
	if plan.Begun() {
		list = append(list, c.roundQuery(plan))
	}
	return list
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
	return q
}
