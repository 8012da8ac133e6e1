package question

import (
	"stappenplan/assets"
	"stappenplan/steps"
)

// team are the questions of step 7: the people, the hours of the school, who does what, and the agreements.
func (a asker) team() (list []Question) {
	for _, m := range a.plan.Members {
		list = append(list, a.member(m)...)
	}
	list = append(list, a.newMember(), a.schoolHours())
	for _, section := range Sections(steps.Team, a.plan.Tasks(), a.plan, a.texts) {
		for _, t := range section.Tasks {
			if t.Carried && len(a.plan.Members) > 0 {
				list = append(list, a.carrying(t)...)
			}
		}
	}
	for _, id := range steps.AgreementIDs {
		list = append(list, a.agreement(id)...)
	}
	return list
}

// Member are the questions about one member.
func Member(m steps.Member, plan steps.Plan, texts *assets.Texts) []Question {
	return asker{plan, texts}.member(m)
}

func (a asker) member(m steps.Member) []Question {
	change := func(set func(*steps.Change)) steps.Change {
		c := steps.Change{Kind: steps.ChangeMember, Member: m.ID}
		set(&c)
		return c
	}
	hours := a.worded("member-hours:"+m.ID, "hours", Hours, a.ask("member-hours"))
	hours.Label, hours.Needed = string(a.texts.Wizard.HoursAWeek), m.Hours == nil
	list := []Question{
		a.worded("name:"+m.ID, "name", Line, a.ask("member-name")).text(m.Name, func(v steps.Field[string]) steps.Change {
			return change(func(c *steps.Change) { c.Name = v })
		}).required("name-needed"),
		choice(a.worded("role:"+m.ID, "role", Choice, a.ask("role")), m.Role, steps.MemberRoles, a.words("role"), func(v steps.Field[steps.MemberRole]) steps.Change {
			return change(func(c *steps.Change) { c.Role = v })
		}),
		a.hours(hours, m.Hours, steps.MaxTaskHours, func(v steps.Field[steps.Decimal]) steps.Change {
			return change(func(c *steps.Change) { c.Hours = v })
		}),
		a.worded("motivation:"+m.ID, "motivation", Text, a.ask("motivation")).text(m.Motivation, func(v steps.Field[string]) steps.Change {
			return change(func(c *steps.Change) { c.Motivation = v })
		}),
		a.worded("mandate:"+m.ID, "mandate", Text, a.ask("mandate")).text(m.Mandate, func(v steps.Field[string]) steps.Change {
			return change(func(c *steps.Change) { c.Mandate = v })
		}),
	}
	for i := range list {
		list[i].About.Member = m.ID
	}
	return list
}

// NewMember asks for someone more in the team.
func NewMember(plan steps.Plan, texts *assets.Texts) Question { return asker{plan, texts}.newMember() }

// newMember asks for someone more in the team.
func (a asker) newMember() Question {
	q := a.worded("member", "name", Line, a.ask("member"))
	q.Needed = len(a.plan.Members) < 2
	q.read = func(typed string) ([]steps.Change, error) {
		return []steps.Change{{Kind: steps.ChangeMember, Member: a.plan.NewMemberID(typed), Name: steps.Set(typed)}}, nil
	}
	return q.required("name-needed")
}

// carrying asks who carries a task, who steps in, and how many hours it takes.
func (a asker) carrying(t steps.Task) []Question {
	person := func(field, value string, who []steps.Member, set func(*steps.Change, steps.Field[string])) Question {
		ids := make([]string, len(who))
		for i, m := range who {
			ids[i] = m.ID
		}
		q := a.worded(field+":"+t.ID, field, Choice, a.ask(field))
		name := func(id string) string { return steps.CleanName(a.texts.MemberName(a.plan, id)) }
		q = choice(q, value, ids, name, func(v steps.Field[string]) steps.Change {
			return changeOf(t, func(c *steps.Change) { set(c, v) })
		})
		if value != "" {
			q.Shown = name(value)
		}
		return q
	}
	hours := a.worded("task-hours:"+t.ID, "hours", Hours, a.ask("task-hours"))
	hours.Label = string(a.texts.Wizard.HoursAWeek)
	list := []Question{person("owner", t.Owner, a.plan.Members, func(c *steps.Change, v steps.Field[string]) { c.Owner = v })}
	list[0].Needed = t.Asks(steps.Team)
	if backups := a.plan.Backups(t); len(backups) > 0 || t.Backup != "" {
		list = append(list, person("backup", t.Backup, backups, func(c *steps.Change, v steps.Field[string]) { c.Backup = v }))
	}
	list = append(list, a.hours(hours, t.Hours, steps.MaxTaskHours, func(v steps.Field[steps.Decimal]) steps.Change {
		return changeOf(t, func(c *steps.Change) { c.Hours = v })
	}))
	for i := range list {
		list[i].About.Task = t.ID
	}
	return list
}

// Agreement are the questions about one of the five agreements: what it says, and whether it is needed here.
func Agreement(id steps.AgreementID, plan steps.Plan, texts *assets.Texts) []Question {
	return asker{plan, texts}.agreement(id)
}

func (a asker) agreement(id steps.AgreementID) []Question {
	agreement, words := a.plan.Agreements[id], a.texts.Plan.Agreements[id]
	ask := "agreement"
	if agreement.NotNeeded {
		ask = "not-needed"
	}
	text := a.worded("agreement:"+string(id), "text", Text, a.ask(ask))
	text.Label, text.Needed = string(a.texts.Wizard.Agreement), !agreement.Settled()
	for _, sign := range words.Signs {
		text.Notes = append(text.Notes, "- "+string(sign))
	}
	text.Help = append(text.Help, string(words.Example))
	text = text.text(agreement.Text, func(v steps.Field[string]) steps.Change {
		return steps.Change{Kind: steps.ChangeAgreement, Agreement: id, Text: v}
	})
	required := !agreement.NotNeeded
	needed := a.yesNo(a.worded("needed:"+string(id), "needed", Choice, a.ask("needed")), &required, func(v steps.Field[bool]) steps.Change {
		return steps.Change{Kind: steps.ChangeAgreement, Agreement: id, Needed: v}
	}).always()
	text.About.Agreement, needed.About.Agreement = id, id
	return []Question{text, needed}
}

// evaluation are the questions of step 8.
func (a asker) evaluation() []Question {
	e, words := a.plan.Evaluation, a.texts.Plan.Evaluation
	text := func(field, value string, set func(*steps.Change, steps.Field[string])) Question {
		q := a.worded(field, field, Text, words[field])
		q.Label, q.Needed = string(a.texts.Wizard.YourAnswer), steps.Blank(value)
		return q.text(value, func(v steps.Field[string]) steps.Change {
			c := steps.Change{Kind: steps.ChangeEvaluation}
			set(&c, v)
			return c
		})
	}
	present := a.worded("present", "present", People, words["present"])
	present.Value, present.clears = PresentLine(a.plan), true
	present.read = func(typed string) ([]steps.Change, error) {
		return []steps.Change{{Kind: steps.ChangeEvaluation, Present: steps.Set(ParsePresent(a.plan, typed))}}, nil
	}
	next := a.worded("next_evaluation", "next_evaluation", Date, words["next_evaluation"])
	next.Label, next.Needed = string(a.texts.Wizard.NextDate), a.plan.Round.NextEvaluation == ""
	return []Question{
		text("collaboration", e.Collaboration, func(c *steps.Change, v steps.Field[string]) { c.Collaboration = v }),
		text("composition", e.Composition, func(c *steps.Change, v steps.Field[string]) { c.Composition = v }),
		present,
		a.date(next, a.plan.Round.NextEvaluation, func(v steps.Field[steps.Date]) steps.Change {
			return steps.Change{Kind: steps.ChangeEvaluation, NextEvaluation: v}
		}),
		a.repeat(),
	}
}

// repeat asks which steps the next round asks again.
func (a asker) repeat() Question {
	q := a.worded("repeat", "repeat", Steps, a.texts.Plan.Evaluation["repeat"])
	q.clears = true
	for _, s := range steps.Tree[:len(steps.Tree)-1] {
		q.Options = append(q.Options, Option{string(s.ID), a.texts.Plan.Steps[s.ID].Rail.Fill()})
	}
	for i, id := range a.plan.Evaluation.Repeat {
		if i > 0 {
			q.Value, q.Shown = q.Value+" ", q.Shown+", "
		}
		number := string('0' + rune(id.Number()))
		q.Value, q.Shown = q.Value+number, q.Shown+number+" "+a.texts.StepName(id)
	}
	q.read = func(typed string) ([]steps.Change, error) {
		if steps.Blank(typed) {
			return []steps.Change{{Kind: steps.ChangeEvaluation, Repeat: steps.Clear[[]steps.StepID]()}}, nil
		}
		list, ok := ParseSteps(typed)
		if !ok {
			return nil, assets.NewFault("plain-steps", "options", string(a.texts.Plain.Numbers))
		}
		return []steps.Change{{Kind: steps.ChangeEvaluation, Repeat: steps.Set(list)}}, nil
	}
	return q
}
