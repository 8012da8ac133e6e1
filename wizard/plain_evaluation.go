package wizard

import (
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// evaluationQueries are those of step 8, and whether to open the next round.
func (c *conversation) evaluationQueries(plan steps.Plan) []query {
	e := plan.Evaluation
	ask := func(field string) query {
		row := steps.Named(steps.EvaluationFields, field)
		return fieldQuery(c, field, c.texts.Plan.Evaluation[field], row, row.Value(&e), steps.Change{Kind: steps.ChangeEvaluation})
	}
	collaboration, composition := ask("collaboration"), ask("composition")
	collaboration.needed, composition.needed = steps.Blank(e.Collaboration), steps.Blank(e.Composition)
	list := []query{collaboration, composition, c.presentQuery(plan), c.dateQuery(plan), c.repeatQuery(plan)}
	if plan.Begun() {
		list = append(list, c.roundQuery(plan))
	}
	return list
}

// presentQuery asks who took part: names with commas between them.
func (c *conversation) presentQuery(plan steps.Plan) query {
	q := c.write("present", c.texts.Plan.Evaluation["present"], presentLine(plan), func(text steps.Field[string]) steps.Change {
		if line, ok := text.Value(); ok {
			return steps.Change{Kind: steps.ChangeEvaluation, Present: steps.Set(presentAt(plan, line))}
		}
		return steps.Change{Kind: steps.ChangeEvaluation, Present: steps.Clear[[]string]()}
	})
	q.options = string(c.words.Commas)
	return q
}

// dateQuery asks for the day of the next evaluation.
func (c *conversation) dateQuery(plan steps.Plan) query {
	words := c.texts.Plan.Evaluation["next_evaluation"]
	q := query{id: "next", text: string(words.Question), help: []string{string(words.Help)}, numbers: true}
	q.options, q.needed = string(c.words.Date), plan.Round.NextEvaluation == ""
	q.take = func(line string) (reply, error) {
		date, ok := parseDate(line)
		if !ok {
			return reply{}, assets.NewFault("plain-date", "options", q.options)
		}
		return changing(steps.Change{Kind: steps.ChangeEvaluation, NextEvaluation: date}), nil
	}
	if !q.needed {
		q.now = c.texts.Date(plan.Round.NextEvaluation)
		clear := changing(steps.Change{Kind: steps.ChangeEvaluation, NextEvaluation: steps.Clear[steps.Date]()})
		q.clear = &clear
	}
	return q
}

// repeatQuery asks which steps the next round asks again: their numbers.
func (c *conversation) repeatQuery(plan steps.Plan) query {
	words := c.texts.Plan.Evaluation["repeat"]
	q := query{id: "repeat", text: string(words.Question), help: []string{string(words.Help)}, lines: []string{string(words.Help)}, numbers: true}
	q.options = string(c.words.Numbers)
	q.take = func(line string) (reply, error) {
		list, ok := stepsNamed(line)
		if !ok {
			return reply{}, assets.NewFault("plain-steps", "options", q.options)
		}
		return changing(steps.Change{Kind: steps.ChangeEvaluation, Repeat: steps.Set(list)}), nil
	}
	var names []string
	for _, id := range plan.Evaluation.Repeat {
		names = append(names, strconv.Itoa(id.Number())+" "+c.name(id))
	}
	if q.now = strings.Join(names, ", "); q.now != "" {
		clear := changing(steps.Change{Kind: steps.ChangeEvaluation, Repeat: steps.Clear[[]steps.StepID]()})
		q.clear = &clear
	}
	return q
}

// stepsNamed reads numbers of steps 1 to 7 with blanks or commas between them.
func stepsNamed(line string) (list []steps.StepID, ok bool) {
	for _, word := range strings.Fields(strings.ReplaceAll(line, ",", " ")) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n >= len(steps.Tree) {
			return nil, false
		}
		list = append(list, steps.Tree[n-1].ID)
	}
	return list, len(list) > 0
}

// roundQuery offers a new round. Where this one is complete it closes it: it says where the summary is to be had,
// and without a new round there is nothing more to do.
func (c *conversation) roundQuery(plan steps.Plan) query {
	change := plan.NextRound(c.session.Today())
	q := c.yesNo("round", c.words.Ask["round"], nil, func(bool) steps.Change { return change })
	complete := plan.Complete()
	if complete {
		q.lines = []string{c.words.Complete.Fill("date", c.texts.Date(plan.Round.NextEvaluation)), string(c.words.Summary)}
		q.needed, q.enter, q.entering = true, &reply{over: true}, string(c.words.Stops)
	}
	take := q.take
	q.take = func(line string) (reply, error) {
		r, err := take(line)
		if c.isValue(line, yesOrNo, "no") {
			return reply{over: complete}, nil
		}
		r.then = func() []string { return []string{c.words.Opened.Fill("number", c.session.Plan().Round.Number)} }
		r.onwards = true
		return r, err
	}
	return q
}
