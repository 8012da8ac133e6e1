package plain

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// The questions that offer a division and ask to keep it.
const (
	divisionQuestion = "division"
	keepQuestion     = "division-keep"
)

// divisionQueries offer a division of the tasks before each of them is asked about, and once one is proposed ask to keep it.
func (c *conversation) divisionQueries(plan steps.Plan) []query {
	if c.here.question == keepQuestion {
		return []query{c.offerDivision(plan), c.keepDivision(plan)}
	}
	if len(plan.Undivided()) == 0 {
		return nil
	}
	return []query{c.offerDivision(plan)}
}

// offerDivision asks which division is wanted, or who is away.
func (c *conversation) offerDivision(plan steps.Plan) query {
	words := c.texts.Division.Plain
	q := query{id: divisionQuestion, text: words.Ask.For(len(plan.Undivided())), options: string(words.Options), help: []string{string(words.Help)}, numbers: true}
	q.take = func(line string) (reply, error) {
		r := steps.DivisionRequest{Favour: steps.LeastOverload, Owners: map[string]string{}}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(steps.Favours) {
			r.Favour = steps.Favours[n-1]
		} else if member, ok := question.FindMember(plan.Members, line); ok {
			r.Away = member
		} else {
			return reply{}, assets.NewFault("divide-choose", "options", q.options)
		}
		c.divide = r
		return reply{question: keepQuestion}, nil
	}
	return q
}

// keepDivision reads a division out, and takes what of it is kept or changed.
func (c *conversation) keepDivision(plan steps.Plan) query {
	d, words := plan.Divide(c.divide), c.texts.Division
	q := query{
		id: keepQuestion, lines: c.divisionLines(d, plan), options: string(words.Plain.KeepOptions),
		help: append([]string{string(words.Plain.KeepHelp)}, c.texts.DivisionWeights(d)...), numbers: true,
	}
	q.lines = append(q.lines, string(words.Plain.Keep))
	q.take = func(line string) (reply, error) {
		letters := c.words.Letters["yes_no"]
		switch {
		case strings.EqualFold(line, string(letters["no"])), strings.EqualFold(line, string(c.texts.Common.No)):
			return reply{then: func() []string { return []string{string(words.Plain.NotKept)} }}, nil
		case strings.EqualFold(line, string(letters["yes"])), strings.EqualFold(line, string(c.texts.Common.Yes)):
			return changing(d.Changes(plan, func(string) bool { return true }, false)...), nil
		}
		return c.partOfDivision(d, plan, line, q.options)
	}
	return q
}

// divisionLines are the division with a number before each task.
func (c *conversation) divisionLines(d steps.Division, plan steps.Plan) []string {
	words := c.texts.Division
	lines := []string{string(words.Intro)}
	if d.Away != "" {
		lines = append(c.texts.DivisionAway(d, plan), lines...)
	}
	lines = append(lines, string(words.Favours[d.Favour])+": "+c.texts.DivisionCostLine(d))
	for i, row := range d.Rows {
		lines = append(lines, strconv.Itoa(i+1)+"  "+c.texts.DivisionLine(row, plan)+" · "+c.texts.DivisionHours(row.Hours, row.Estimated))
	}
	for i, left := range d.Left {
		lines = append(lines, strconv.Itoa(len(d.Rows)+i+1)+"  "+words.LeftLine.Fill("task", c.texts.TaskName(plan, left.Task), "why", words.Nobody+", "+assets.Text(c.texts.DivisionLeft(left))))
	}
	return lines
}

// partOfDivision keeps the rows whose numbers were typed, or gives one of them to somebody else.
func (c *conversation) partOfDivision(d steps.Division, plan steps.Plan, line, options string) (reply, error) {
	wrong := assets.NewFault("divide-choose", "options", options)
	ids := append(taskIDs(d), d.LeftIDs()...)
	first, rest, _ := strings.Cut(line, " ")
	n, err := strconv.Atoi(first)
	if err != nil || n < 1 || n > len(ids) {
		return reply{}, wrong
	}
	rest = strings.TrimSpace(rest)
	member, known := question.FindMember(plan.Members, rest)
	if known || strings.EqualFold(rest, string(c.texts.Division.Nobody)) {
		c.divide.Owners[ids[n-1]] = member
		return reply{question: keepQuestion}, nil
	}
	wanted := map[string]bool{}
	for number := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == ' ' || r == ',' }) {
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > len(d.Rows) {
			return reply{}, wrong
		}
		wanted[d.Rows[n-1].Task] = true
	}
	return changing(d.Changes(plan, func(task string) bool { return wanted[task] }, false)...), nil
}

func taskIDs(d steps.Division) []string {
	ids := make([]string, 0, len(d.Rows)+len(d.Left))
	for _, row := range d.Rows {
		ids = append(ids, row.Task)
	}
	return slices.Clip(ids)
}
