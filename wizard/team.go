package wizard

import (
	"slices"

	"stappenplan/steps"
)

// teamPage is step 7: the members with what they carry, the division of tasks and the five agreements.
func teamPage(f frame) sheet {
	w := f.texts.Wizard
	fields := []field{
		heading(f, w.StepOf.Fill("n", 7, "total", len(steps.Tree)), todo(f, steps.Team)),
		paragraph(f, f.look.strong, f.texts.Question(steps.Team, f.plan)), gap(),
		paragraph(f, f.look.accent, string(w.Members)),
	}
	if len(f.plan.Members) == 0 {
		fields = append(fields, paragraph(f, f.look.muted, string(w.NoMembers)))
	}
	for i, m := range f.plan.Members {
		fields = append(fields, memberRow(f, m, f.facts.capacity.Members[i]))
	}
	fields = append(fields, actionField("add", string(w.AddMember), show{place{newMember, ""}}), schoolCapacity(f), gap(),
		paragraph(f, f.look.accent, string(w.Division)), divisionRow(f), gap(),
		paragraph(f, f.look.accent, string(w.Agreements)))
	for _, id := range steps.AgreementIDs {
		fields = append(fields, agreementRow(f, id))
	}
	fields = append(fields, gap())
	fields = append(fields, confirmField(f, steps.Team)...)
	fields = append(fields, noteFields(f, steps.Team)...)
	if f.facts.done(steps.Team) {
		fields = append(fields, onwards(f, steps.Evaluation))
	}
	return sheet{fields: fields, commands: []command{
		{key: "+", label: w.Keys.AddMember, wish: show{place{newMember, ""}}},
		{key: "t", label: w.Keys.Division, wish: show{place{taskList, string(steps.Team)}}},
		{key: "a", label: w.Keys.Findings, wish: show{place{findingList, ""}}},
	}}
}

func memberRow(f frame, m steps.Member, c steps.MemberCapacity) field {
	fd := actionField("member:"+m.ID, fit(oneLine(m.Name), 20), show{place{memberCard, m.ID}})
	hours := string(f.texts.Wizard.NoHours)
	if m.Hours != nil {
		hours = f.texts.Wizard.PlannedOf.Fill("planned", f.texts.Number(c.Planned), "available", f.texts.Number(c.Available))
	}
	ink := f.look.bar
	if m.Hours != nil && c.Planned > c.Available {
		ink = f.look.bad
		hours = "! " + hours
	}
	fd.value = " " + ink.on(bar(c.Planned, c.Available, 10)) + " " + hours
	fd.remove = askRemoveMember(f, m, back{})
	return fd
}

func schoolCapacity(f frame) field {
	c := f.facts.capacity
	text := f.texts.Wizard.SchoolPlanned.Fill("planned", f.texts.Number(c.Planned), "available", f.texts.Number(c.Available))
	fd := actionField("capacity", fit(string(f.texts.Wizard.WholeSchool), 20), show{place{profile, ""}})
	ink := f.look.bar
	if c.Planned > c.Available {
		ink = f.look.bad
	}
	fd.value = " " + ink.on(bar(c.Planned, c.Available, 10)) + " " + text
	return fd
}

func divisionRow(f frame) field {
	carried, unowned := 0, 0
	for _, t := range f.facts.tasks {
		if t.Carried {
			carried++
			if t.Owner == "" {
				unowned++
			}
		}
	}
	fd := actionField("division", f.texts.Wizard.CarriedTasks.For(carried), show{place{taskList, string(steps.Team)}})
	if unowned > 0 {
		fd.value = "  " + f.look.warn.on("! "+f.texts.Plan.Gaps[steps.GapOwner].For(unowned))
	}
	return fd
}

func agreementRow(f frame, id steps.AgreementID) field {
	a := f.plan.Agreements[id]
	mark, text := "○", string(f.texts.Wizard.NotMade)
	if !steps.Blank(a.Text) {
		mark, text = "✓", oneLine(a.Text)
	}
	if a.NotNeeded {
		mark, text = "✓", string(f.texts.Wizard.NotNeeded)
	}
	fd := actionField("agreement:"+string(id), mark+" "+fit(string(f.texts.Plan.Agreements[id].Title), 24), show{place{agreementCard, string(id)}})
	fd.value = " " + f.look.muted.on(fit(text, max(0, f.width-30)))
	return fd
}

// memberPage is one member.
func memberPage(id string) func(frame) sheet {
	return func(f frame) sheet {
		m, ok := f.plan.Member(id)
		if !ok {
			return sheet{}
		}
		w := f.texts.Wizard
		change := func(set func(*steps.Change)) steps.Change {
			c := steps.Change{Kind: steps.ChangeMember, Member: id}
			set(&c)
			return c
		}
		words := func(v string) string { return f.texts.Value("role", v) }
		name := lineField("name", f.texts.Field("name"), m.Name, "", func(v string) steps.Change {
			return change(func(c *steps.Change) { c.Name = steps.Set(v) })
		})
		name.save = required(name.save, string(w.NameNeeded))
		return sheet{title: oneLine(m.Name), labels: 16, fields: []field{
			name,
			pickField("role", f.texts.Field("role"), m.Role, steps.MemberRoles, words, func(v steps.Field[steps.MemberRole]) steps.Change {
				return change(func(c *steps.Change) { c.Role = v })
			}),
			hoursField("hours", string(w.HoursAWeek), m.Hours, f, steps.MaxTaskHours, func(v steps.Field[steps.Decimal]) steps.Change {
				return change(func(c *steps.Change) { c.Hours = v })
			}),
			helped(textField("motivation", f.texts.Field("motivation"), m.Motivation, string(w.MotivationHint), func(v string) steps.Change {
				return change(func(c *steps.Change) { c.Motivation = textOf(v) })
			}), string(w.MotivationHelp)),
			textField("mandate", f.texts.Field("mandate"), m.Mandate, string(w.MandateHint), func(v string) steps.Change {
				return change(func(c *steps.Change) { c.Mandate = textOf(v) })
			}),
			gap(), paragraph(f, f.look.muted, ownedBy(f, id)), gap(),
			actionField("done", string(w.Ready), back{}),
			{id: "remove", kind: action, quiet: true, label: string(w.RemoveMember), open: askRemoveMember(f, m, leaveTwo{})},
		}}
	}
}

// askRemoveMember names what goes with a member before the member goes.
func askRemoveMember(f frame, m steps.Member, then effect) effect {
	return ask{
		question: f.texts.Wizard.RemoveMemberAsk.Fill("name", m.Name, "tasks", ownedBy(f, m.ID)), yes: f.texts.Wizard.RemoveYes,
		wish: record{changes: []steps.Change{{Kind: steps.ChangeRemove, Member: m.ID}}, then: then},
	}
}

// askRemoveTask asks before an own task goes, with all its decisions.
func askRemoveTask(f frame, t steps.Task, then effect) effect {
	return ask{
		question: f.texts.Wizard.RemoveTaskAsk.Fill("task", t.Title), yes: f.texts.Wizard.RemoveYes,
		wish: record{changes: []steps.Change{{Kind: steps.ChangeRemove, Task: t.ID}}, then: then},
	}
}

func helped(fd field, help string) field { fd.help = []string{help}; return fd }

// required refuses an empty value.
func required(save func(string) (effect, string), problem string) func(string) (effect, string) {
	return func(v string) (effect, string) {
		if steps.Blank(v) {
			return nil, problem
		}
		return save(v)
	}
}

// ownedBy counts what a member carries.
func ownedBy(f frame, id string) string {
	n := 0
	for _, t := range f.facts.tasks {
		if t.Owner == id && t.Kept {
			n++
		}
	}
	return f.texts.Wizard.OwnsTasks.For(n)
}

// newMemberPage adds a member by name; the rest is asked on the member's own screen.
func newMemberPage(f frame) sheet {
	w := f.texts.Wizard
	name := lineField("name", f.texts.Field("name"), "", string(w.MemberHint), nil)
	name.save = required(func(v string) (effect, string) {
		id := f.plan.NewMemberID(v)
		return record{
			changes: []steps.Change{{Kind: steps.ChangeMember, Member: id, Name: steps.Set(v)}},
			then:    replace{place{memberCard, id}}, typed: true,
		}, ""
	}, string(w.NameNeeded))
	return sheet{title: string(w.NewMemberTitle), fields: []field{paragraph(f, f.look.muted, string(w.NewMemberText)), gap(), name}}
}

// agreementPage is one of the five agreements, with what a good one says.
func agreementPage(id steps.AgreementID) func(frame) sheet {
	return func(f frame) sheet {
		w := f.texts.Wizard
		words, a := f.texts.Plan.Agreements[id], f.plan.Agreements[id]
		needed := !a.NotNeeded
		return sheet{title: string(words.Title), fields: []field{
			labelledList(f, string(w.GoodOne), words.Signs), gap(),
			labelledText(f, string(w.Example), string(words.Example)), gap(),
			textField("text", string(w.Agreement), a.Text, string(w.AgreementHint), func(v string) steps.Change {
				return steps.Change{Kind: steps.ChangeAgreement, Agreement: id, Text: textOf(v)}
			}),
			helped(yesNoField("needed", f.texts.Field("needed"), &needed, f, func(v steps.Field[bool]) steps.Change {
				return steps.Change{Kind: steps.ChangeAgreement, Agreement: id, Needed: v}
			}), string(w.NeededHelp)),
			gap(), actionField("done", string(w.Ready), nextAgreement(f, id)),
		}}
	}
}

// nextAgreement goes on to the next agreement that is not made, else back to the team.
func nextAgreement(f frame, id steps.AgreementID) effect {
	at := slices.Index(steps.AgreementIDs, id)
	for _, next := range steps.AgreementIDs[at+1:] {
		if a := f.plan.Agreements[next]; steps.Blank(a.Text) && !a.NotNeeded {
			return replace{place{agreementCard, string(next)}}
		}
	}
	return back{}
}

// confirmField lets a repeated step stand as it is.
func confirmField(f frame, id steps.StepID) []field {
	if !slices.Contains(f.plan.Round.Again, id) {
		return nil
	}
	return []field{
		paragraph(f, f.look.warn, string(f.texts.Wizard.AskedAgain)),
		actionField("confirm", string(f.texts.Wizard.Confirm), record{changes: []steps.Change{{Kind: steps.ChangeConfirm, Step: id}}}),
	}
}

// noteFields are a step's note and evidence.
func noteFields(f frame, id steps.StepID) []field {
	w, a := f.texts.Wizard, f.plan.Answers[id]
	return []field{
		textField("note", string(w.Note), a.Note, string(w.NoteHint), func(v string) steps.Change {
			return steps.Change{Kind: steps.ChangeAnswer, Step: id, Note: textOf(v)}
		}),
		lineField("evidence", string(w.Evidence), a.Evidence, string(f.texts.Plan.Steps[id].Evidence), func(v string) steps.Change {
			return steps.Change{Kind: steps.ChangeAnswer, Step: id, Evidence: textOf(v)}
		}),
	}
}

// onwards goes on to a step once this one is done.
func onwards(f frame, id steps.StepID) field {
	return actionField("next", f.texts.Wizard.GoOn.Fill("n", id.Number(), "step", f.texts.Plan.Steps[id].Rail), replace{stepPlace(id)})
}
