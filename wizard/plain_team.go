package wizard

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// teamQueries are those of step 7: the hours there are, the people, who does what, and the agreements.
func (c *conversation) teamQueries(plan steps.Plan) []query {
	list := []query{c.hours("hours", c.words.Ask["school-hours"], plan.School.Hours, steps.MaxSchoolHours, func(hours steps.Field[steps.Decimal]) steps.Change {
		return steps.Change{Kind: steps.ChangeSchool, Hours: hours}
	})}
	tasks := plan.Tasks()
	for _, m := range plan.Members {
		list = append(list, c.memberQueries(m, tasks)...)
	}
	list = append(list, c.newMemberQuery(plan))
	for _, t := range tasks {
		if t.Carried && len(plan.Members) > 0 {
			list = append(list, c.carrierQueries(plan, t)...)
		}
	}
	for _, id := range steps.AgreementIDs {
		list = append(list, c.agreementQueries(id, plan.Agreements[id])...)
	}
	return list
}

// memberQueries ask about one member: name, role, hours, mandate, what the person likes to take up.
func (c *conversation) memberQueries(m steps.Member, tasks []steps.Task) []query {
	ask := func(id, words, field string) query {
		row := steps.Named(steps.MemberFields, field)
		return fieldQuery(c, id+":"+m.ID, c.words.Ask[words], row, row.Value(&m), steps.Change{Kind: steps.ChangeMember, Member: m.ID})
	}
	name, role, hours := ask("name", "member-name", "name"), ask("role", "role", "role"), ask("member-hours", "member-hours", "hours")
	mandate, motivation := ask("mandate", "mandate", "mandate"), ask("motivation", "motivation", "motivation")
	role.help, hours.needed = nil, m.Hours == nil
	list := c.removing(name, c.words.Removing.Fill("word", c.words.Words.Clear[0]), memberGoes(c.texts, tasks, m),
		steps.Change{Kind: steps.ChangeRemove, Member: m.ID})
	list = append(list, role, hours, mandate, motivation)
	for i := range list {
		list[i].about = c.words.Member.Fill("member", m.Name)
	}
	return list
}

// newMemberQuery asks for someone more in the team.
func (c *conversation) newMemberQuery(plan steps.Plan) query {
	words := c.words.Ask["member"]
	q := query{id: "member", text: string(words.Question), help: []string{string(words.Help)}, needed: len(plan.Members) < 2}
	q.take = func(line string) (reply, error) {
		id := plan.NewMemberID(line)
		r := changing(steps.Change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(line)})
		r.question = "role:" + id
		return r, nil
	}
	return q
}

// carrierQueries ask who carries a task, who steps in, and how many hours it takes.
func (c *conversation) carrierQueries(plan steps.Plan, t steps.Task) []query {
	owner := c.carrierQuery(plan, plan.Members, "owner:"+t.ID, "owner", t.Owner, func(id steps.Field[string]) steps.Change {
		return steps.Change{Kind: steps.ChangeTask, Task: t.ID, Owner: id}
	})
	backups := plan.Backups(t)
	backup := c.carrierQuery(plan, backups, "backup:"+t.ID, "backup", t.Backup, func(id steps.Field[string]) steps.Change {
		return steps.Change{Kind: steps.ChangeTask, Task: t.ID, Backup: id}
	})
	row := steps.TaskField("hours")
	hours := fieldQuery(c, "task-hours:"+t.ID, c.words.Ask["task-hours"], row, row.Value(&t.Decision), steps.Change{Kind: steps.ChangeTask, Task: t.ID})
	owner.needed = t.Asks(steps.Team)
	list := []query{owner}
	if len(backups) > 0 || t.Backup != "" {
		list = append(list, backup)
	}
	list = append(list, hours)
	for i := range list {
		list[i].about = c.words.Task.Fill("task", c.texts.TaskTitle(t))
	}
	return list
}

// carrierQuery asks for one of these members, by name or id.
func (c *conversation) carrierQuery(plan steps.Plan, members []steps.Member, id, ask, now string, change func(steps.Field[string]) steps.Change) query {
	var names []string
	for _, m := range members {
		names = append(names, m.Name)
	}
	if now != "" {
		now = c.texts.MemberName(plan, now)
	}
	q := c.write(id, c.words.Ask[ask], now, change)
	q.options = strings.Join(names, ", ")
	q.take = func(line string) (reply, error) {
		member, ok := memberMeant(members, line)
		if !ok {
			return reply{}, assets.NewFault("plain-choose", "options", q.options)
		}
		return changing(change(steps.Set(member))), nil
	}
	return q
}

// memberMeant is the member with this id, name, or first name that no other of them has.
func memberMeant(members []steps.Member, typed string) (id string, ok bool) {
	var firstNames []string
	for _, m := range members {
		if strings.EqualFold(typed, m.ID) || strings.EqualFold(typed, m.Name) {
			return m.ID, true
		}
		if first, _, _ := strings.Cut(m.Name, " "); strings.EqualFold(typed, first) {
			firstNames = append(firstNames, m.ID)
		}
	}
	if len(firstNames) == 1 {
		return firstNames[0], true
	}
	return "", false
}

// agreementQueries ask for one of the five agreements, and where it is not needed for the reason.
func (c *conversation) agreementQueries(id steps.AgreementID, a steps.Agreement) []query {
	words, notNeeded := c.texts.Plan.Agreements[id], c.words.Words.NotNeeded
	change := steps.Change{Kind: steps.ChangeAgreement, Agreement: id}
	text := steps.Named(steps.AgreementFields, "text")
	q := fieldQuery(c, "agreement:"+string(id), c.words.Ask["agreement"], text, a.Text, change)
	write := q.take
	q.take = func(line string) (reply, error) {
		if slices.ContainsFunc(notNeeded, func(w assets.Text) bool { return strings.EqualFold(line, string(w)) }) {
			with := change
			with.Needed = steps.Set(false)
			return changing(with), nil
		}
		r, err := write(line)
		if a.NotNeeded && err == nil {
			r.changes[0].Needed = steps.Set(true)
		}
		return r, err
	}
	q.about, q.needed = string(words.Title), !a.Settled()
	for _, sign := range words.Signs {
		q.lines = append(q.lines, "- "+string(sign))
	}
	q.help = append(q.help, string(words.Example))
	q.options = c.words.NotHere.Fill("word", notNeeded[0])
	if !a.NotNeeded {
		return []query{q}
	}
	q.now = joined(c.texts.Value("needed", "false"), steps.CleanName(a.Text))
	why := fieldQuery(c, "agreement-why:"+string(id), c.words.Ask["not-needed"], text, a.Text, change)
	why.about = string(words.Title)
	return []query{q, why}
}
