package plain

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// The questions that offer a division and ask to keep it.
const (
	divisionQuestion = "division"
	keepQuestion     = "division-keep"
)

// proposal is the division that is being talked about.
type proposal struct {
	steps.DivisionRequest
	hours bool // estimated hours are kept too
}

// divisionQueries offer a division of the tasks before each of them is asked about, and once one is proposed ask to keep it.
func (c *conversation) divisionQueries(plan steps.Plan) []query {
	owns := func(m steps.Member) bool { return len(plan.Owned(m.ID)) > 0 }
	switch {
	case c.here.question == keepQuestion:
		return []query{c.offerDivision(plan), c.keepDivision(plan)}
	case len(plan.Undivided()) > 0 || slices.ContainsFunc(plan.Members, owns):
		return []query{c.offerDivision(plan)}
	}
	return nil
}

// offerDivision asks which division is wanted, or who is away.
func (c *conversation) offerDivision(plan steps.Plan) query {
	words, open := c.texts.Division.Plain, len(plan.Undivided())
	q := query{id: divisionQuestion, closed: true, text: words.Ask.For(open), options: string(words.Options), help: []string{string(words.Help)}, numbers: true}
	if open == 0 {
		q.text, q.options = string(words.AskAway), string(words.AwayOptions)
	}
	q.take = func(line string) (reply, error) {
		r := steps.DivisionRequest{Favour: steps.LeastOverload, Owners: map[string]string{}, Backups: map[string]string{}}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(steps.Favours) && open > 0 {
			r.Favour = steps.Favours[n-1]
		} else if member, ok := steps.FindMember(plan.Members, line); ok {
			c.divideWithout(member, plan)
			return reply{question: keepQuestion}, nil
		} else {
			return reply{}, assets.NewFault("divide-choose", "options", q.options)
		}
		c.divide = proposal{DivisionRequest: r}
		return reply{question: keepQuestion}, nil
	}
	return q
}

// divideWithout proposes who takes over while a member is away.
func (c *conversation) divideWithout(member string, plan steps.Plan) {
	r := steps.DivisionRequest{Favour: steps.LeastOverload, Owners: map[string]string{}, Backups: map[string]string{}, Away: member}
	r.StandIns, r.AtGroup = assets.StandIns(plan, member)
	c.divide = proposal{DivisionRequest: r}
}

// keepDivision reads a division out, and takes what of it is kept or changed.
func (c *conversation) keepDivision(plan steps.Plan) query {
	d, words := plan.Divide(c.divide.DivisionRequest), c.texts.Division
	ids, lines := c.divisionLines(d, plan)
	q := query{id: keepQuestion, closed: true, lines: lines, help: append([]string{string(words.Plain.KeepHelp)}, c.texts.DivisionWeights(d)...), numbers: true}
	if len(ids) == 0 {
		q.take = func(string) (reply, error) { return reply{}, nil }
		return q
	}
	ask := string(words.Plain.Keep)
	if d.Away != "" {
		ask = words.AwayAsk.Fill("member", c.texts.MemberName(plan, d.Away))
	}
	q.text, q.last = ask, true
	letters := c.lettersOfDivision(d, plan)
	q.options = joined(append([]string{string(words.Plain.KeepOptions)}, offers(letters)...)...)
	q.take = func(line string) (reply, error) {
		yesNo := c.words.Letters["yes_no"]
		switch {
		case strings.EqualFold(line, string(yesNo["no"])), strings.EqualFold(line, string(c.texts.Common.No)):
			return reply{then: func() []string { return []string{string(words.Plain.NotKept)} }}, nil
		case strings.EqualFold(line, string(yesNo["yes"])), strings.EqualFold(line, string(c.texts.Common.Yes)):
			return c.keeping(d, plan, func(string) bool { return true }), nil
		}
		for _, one := range letters {
			if strings.EqualFold(line, string(one.letter)) {
				return one.take(), nil
			}
		}
		return c.partOfDivision(d, plan, ids, line, q.options)
	}
	return q
}

// lettered is what a letter does with a proposal.
type lettered struct {
	letter, offer assets.Text
	take          func() reply
}

func offers(list []lettered) (said []string) {
	for _, one := range list {
		said = append(said, string(one.offer))
	}
	return said
}

// lettersOfDivision are those that take estimated hours over or not, and ask the board or the group for what nobody takes. The
// proposal is asked about again after them.
func (c *conversation) lettersOfDivision(d steps.Division, plan steps.Plan) (list []lettered) {
	words := c.texts.Division.Plain
	if slices.ContainsFunc(d.Rows, func(row steps.Divided) bool { return row.Estimated }) {
		offer := words.KeepHours
		if c.divide.hours {
			offer = words.LeaveHours
		}
		list = append(list, lettered{words.Letters["hours"], offer, func() reply {
			c.divide.hours = !c.divide.hours
			return reply{question: keepQuestion}
		}})
	}
	if ask, asked := d.ToBoard(plan, c.texts.DivisionToBoard(d, plan)); !asked && c.texts.DivisionAsks(d) != "" {
		list = append(list, lettered{words.Letters["board"], words.AskLeft, func() reply {
			return reply{changes: []steps.Change{ask}, question: keepQuestion}
		}})
	}
	if bring := d.ToGroup(plan); len(bring) > 0 {
		list = append(list, lettered{words.Letters["group"], words.BringLeft, func() reply {
			return reply{changes: bring, question: keepQuestion}
		}})
	}
	return list
}

// divisionLines are the division with a number before each task, and the tasks in that order: those that change, those that
// nobody takes, and those that stay as they are.
func (c *conversation) divisionLines(d steps.Division, plan steps.Plan) (ids, lines []string) {
	words := c.texts.Division
	if d.Away != "" {
		lines = c.texts.DivisionAway(d, plan)
	}
	lines = append(lines, string(words.Intro))
	if len(d.Rows)+len(d.Left)+len(d.Stranded) == 0 {
		return nil, lines
	}
	lines = append(lines, string(words.Favours[d.Favour])+": "+c.texts.DivisionCostLine(d, plan))
	people, _ := c.texts.DivisionPeople(d, plan)
	lines = append(lines, words.People.Fill("people", strings.Join(people, "; ")))
	for _, said := range []string{c.texts.DivisionEstimates(d), c.texts.DivisionSame(d, c.divisions(plan)), c.texts.DivisionHint(plan)} {
		if said != "" {
			lines = append(lines, said)
		}
	}
	number := func(task, line string) {
		ids = append(ids, task)
		lines = append(lines, strconv.Itoa(len(ids))+"  "+line)
	}
	taken := func(rows []steps.Divided) {
		for _, row := range rows {
			number(row.Task, c.texts.DivisionLine(row, d, plan)+" · "+c.texts.DivisionHours(row.Hours, row.Estimated))
		}
	}
	changed, same := d.Changed()
	taken(changed)
	for _, left := range d.Left {
		number(left.Task, words.LeftLine.Fill("task", c.texts.TaskName(plan, left.Task), "why", words.Nobody+", "+assets.Text(c.texts.DivisionLeft(left))))
	}
	if len(same) > 0 {
		lines = append(lines, words.StaysTitle.For(len(same))+":")
	}
	taken(same)
	for i, line := range c.texts.DivisionStranded(d, plan) {
		if i == 0 {
			lines = append(lines, line)
			continue
		}
		number(d.Stranded[i-1].Task, line)
	}
	return ids, lines
}

// divisions are those of all favours.
func (c *conversation) divisions(plan steps.Plan) (list []steps.Division) {
	r := c.divide.DivisionRequest
	for _, r.Favour = range steps.Favours {
		list = append(list, plan.Divide(r))
	}
	return list
}

// partOfDivision keeps the rows whose numbers were typed, gives one of them to somebody else, or says how everyone weighs for it.
func (c *conversation) partOfDivision(d steps.Division, plan steps.Plan, ids []string, line, options string) (reply, error) {
	wrong := assets.NewFault("divide-choose", "options", options)
	first, rest, _ := strings.Cut(line, " ")
	n, err := strconv.Atoi(first)
	if err != nil || n < 1 || n > len(ids) {
		return reply{}, wrong
	}
	task, rest := ids[n-1], strings.TrimSpace(rest)
	if rest == "?" {
		return reply{leads: func() {
			c.say(c.texts.DivisionWeighing(d, plan, task))
			c.since = aside
		}}, nil
	}
	choices := c.divide.Owners
	stranded := slices.ContainsFunc(d.Stranded, func(row steps.Divided) bool { return row.Task == task })
	if stranded { // somebody else's: only who steps in changes
		choices = c.divide.Backups
	}
	if letter, name, cut := strings.Cut(rest, " "); cut && strings.EqualFold(letter, string(c.texts.Division.Plain.StepsIn)) {
		choices, rest = c.divide.Backups, strings.TrimSpace(name)
	}
	member, known := steps.FindMember(plan.Members, rest)
	if known && member != d.Away || strings.EqualFold(rest, string(c.texts.Division.Nobody)) {
		choices[task] = member
		moved := slices.DeleteFunc(plan.Divide(c.divide.DivisionRequest).MovedSince(d, plan), func(id string) bool { return id == task })
		return reply{question: keepQuestion, then: func() []string { return []string{c.texts.DivisionMoved(moved, plan)} }}, nil
	}
	wanted := map[string]bool{}
	for number := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == ' ' || r == ',' }) {
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > len(ids) || slices.Contains(d.LeftIDs(), ids[n-1]) {
			return reply{}, wrong
		}
		wanted[ids[n-1]] = true
	}
	return c.keeping(d, plan, func(task string) bool { return wanted[task] }), nil
}

// keeping keeps the rows that are wanted, and says what the plan finds since then.
func (c *conversation) keeping(d steps.Division, plan steps.Plan, wanted func(task string) bool) reply {
	r := changing(d.Changes(plan, wanted, c.divide.hours)...)
	if said := c.texts.DivisionRaised(r.changes, plan, c.session.Today()); said != "" {
		r.then = func() []string { return []string{said} }
	}
	return r
}
