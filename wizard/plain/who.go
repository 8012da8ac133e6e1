package plain

import (
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// who stands for who does what, which is the matrix of tasks and people of the screens.
const who steps.StepID = "who"

// The questions of whose tasks are said: of a member, or of nobody.
const (
	whose   = "of:"
	nobodys = whose
)

// whoQueries say how much each member carries, and of the one who is chosen the tasks, to give one of them to somebody else.
func (c *conversation) whoQueries(plan steps.Plan) []query {
	member, chosen := strings.CutPrefix(c.here.question, whose)
	if chosen {
		return []query{c.whichTaskOf(member, plan)}
	}
	w, capacity := c.words, plan.Capacity()
	var leads []reply
	var lines []string
	line := func(question, text string) {
		leads = append(leads, reply{question: question})
		lines = append(lines, strconv.Itoa(len(leads))+"  "+text)
	}
	for i, m := range plan.Members {
		owned, backed := tasksOf(plan, m.ID)
		of := capacity.Members[i]
		text := w.Carries.For(len(owned), "member", steps.CleanName(m.Name), "planned", c.texts.HoursOf(of.Owned()), "available", c.texts.HoursOf(of.Given))
		if len(owned) == 0 {
			text = w.CarriesNone.Fill("member", steps.CleanName(m.Name), "available", c.texts.HoursOf(of.Given))
		}
		if len(backed) > 0 {
			text += ", " + w.StepsIn.For(len(backed))
		}
		line(whose+m.ID, text)
	}
	if n := len(plan.Undivided()); n > 0 {
		line(nobodys, w.Unowned.For(n))
	}
	q := c.choosing("who", w.Ask["who"], leads, nil)
	if len(leads) == 0 {
		q.text = string(c.texts.Wizard.NoMembers)
	}
	q.lines, q.enter, q.entering = lines, &reply{leads: c.back}, string(w.GoBack)
	return []query{q}
}

// tasksOf are the tasks at hand that a member owns, and those for which the member steps in.
func tasksOf(plan steps.Plan, member string) (owned, backed []steps.Task) {
	for _, t := range plan.Tasks() {
		switch {
		case !t.Lists(steps.Team):
		case t.Owner == member:
			owned = append(owned, t)
		case t.Backup == member && member != "":
			backed = append(backed, t)
		}
	}
	return owned, backed
}

// whichTaskOf says the tasks of a member, or those of nobody, each with its hours; a number leads to who owns it or who steps in.
func (c *conversation) whichTaskOf(member string, plan steps.Plan) query {
	owned, backed := tasksOf(plan, member)
	var leads []reply
	var lines []string
	say := func(field string, other assets.Text, tasks []steps.Task, who func(steps.Task) string) {
		for _, t := range tasks {
			leads = append(leads, reply{leads: func() { c.jumpTo(spot{steps.Team, field + ":" + t.ID}) }})
			text := steps.CleanName(c.texts.TaskTitle(t))
			if t.Hours != nil {
				text += ", " + c.texts.Common.Hours.Fill("n", c.texts.Number(*t.Hours))
			}
			if id := who(t); id != "" {
				text += ", " + strings.ToLower(string(other)) + " " + steps.CleanName(c.texts.MemberName(plan, id))
			}
			lines = append(lines, strconv.Itoa(len(leads))+"  "+text)
		}
	}
	columns := c.texts.Division.Columns
	say("owner", columns["backup"], owned, func(t steps.Task) string { return t.Backup })
	if len(backed) > 0 {
		lines = append(lines, assets.Capital(c.words.StepsIn.For(len(backed)))+":")
	}
	say("backup", columns["owner"], backed, func(t steps.Task) string { return t.Owner })
	q := c.choosing(whose+member, c.words.Ask["who-task"], leads, nil)
	if len(leads) == 0 {
		q.text = c.texts.Division.NothingAway.Fill("member", steps.CleanName(c.texts.MemberName(plan, member)))
	}
	q.about = steps.CleanName(c.texts.MemberName(plan, member))
	q.lines, q.enter, q.entering = lines, &reply{question: "who"}, string(c.words.GoBack)
	return q
}
