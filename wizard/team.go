package wizard

import (
	"slices"

	"stappenplan/steps"
)

// teamPage is step 7: the members with what they carry, the division of tasks and the five agreements.
func teamPage(f frame) sheet {
	w := f.texts.Wizard
	fields := []field{
		heading(f, w.StepOf.Fill("n", steps.Team.Number(), "total", len(steps.Tree)), todo(f, steps.Team)),
		paragraph(f, f.look.strong, f.texts.Question(steps.Team, f.plan)), gap(),
	}
	if again := confirmField(f, steps.Team); again != nil {
		fields = append(append(fields, again...), gap())
	}
	if f.facts.done(steps.Team) {
		fields = append(fields, onwards(f, steps.Evaluation), gap())
	}
	fields = append(fields, paragraph(f, f.look.accent, string(w.Members)))
	if len(f.plan.Members) == 0 {
		fields = append(fields, paragraph(f, f.look.muted, string(w.NoMembers)))
	}
	for i, m := range f.plan.Members {
		fields = append(fields, memberRow(f, m, f.facts.capacity.Members[i]))
	}
	fields = append(fields, actionField("add", string(w.AddMember), show{place{kind: newMember}}), schoolCapacity(f), gap(),
		paragraph(f, f.look.accent, string(w.Division)), divisionRow(f), gap(),
		paragraph(f, f.look.accent, string(w.Agreements)))
	for _, id := range steps.AgreementIDs {
		fields = append(fields, agreementRow(f, id))
	}
	fields = append(fields, gap())
	fields = append(fields, noteFields(f, steps.Team)...)
	return sheet{fields: fields, commands: append([]command{
		{key: "+", label: w.Keys.AddMember, wish: show{place{kind: newMember}}},
		{key: "t", label: w.Keys.Division, wish: show{place{kind: taskList, id: string(steps.Team)}}},
		{key: "m", label: w.Keys.Matrix, wish: show{place{kind: taskList, id: "matrix"}}},
		{key: "a", label: w.Keys.Findings, wish: show{place{kind: findingList}}},
	}, noteCommands(f)...)}
}

func memberRow(f frame, m steps.Member, c steps.MemberCapacity) field {
	fd := actionField("member:"+m.ID, fit(oneLine(m.Name), 20), show{place{kind: memberCard, id: m.ID}})
	hours := string(f.texts.Wizard.NoHours)
	if m.Hours != nil {
		hours = f.texts.Wizard.PlannedOf.Fill("planned", f.texts.Number(c.Planned), "available", f.texts.Number(c.Available))
	}
	ink := f.look.bar
	if slices.Contains(f.facts.findings, steps.Finding{ID: steps.Overload, Member: m.ID}) {
		ink = f.look.bad
		hours = "! " + hours
	}
	fd.value = " " + ink.on(bar(c.Planned, c.Available, 10)) + " " + hours
	fd.remove, fd.why = askRemoveMember(f, m, back{}), f.plan.WhyPlanned(m.ID)
	return fd
}

func schoolCapacity(f frame) field {
	c := f.facts.capacity
	text := f.texts.Wizard.SchoolPlanned.Fill("planned", f.texts.Number(c.Planned), "available", f.texts.Number(c.Available))
	fd := actionField("capacity", fit(string(f.texts.Wizard.WholeSchool), 20), show{place{kind: meansList}})
	fd.why = f.plan.WhyPlanned("")
	ink := f.look.bar
	if slices.Contains(f.facts.findings, steps.Finding{ID: steps.UnderResourced}) {
		ink = f.look.bad
		text = "! " + text
	}
	if !c.Known {
		text = string(f.texts.Wizard.NoHours)
	}
	fd.value = " " + ink.on(bar(c.Planned, c.Available, 10)) + " " + text
	return fd
}

func divisionRow(f frame) field {
	carried, unowned := 0, 0
	for _, t := range f.facts.tasks {
		if t.Carried {
			carried++
			if t.Asks(steps.Team) {
				unowned++
			}
		}
	}
	fd := actionField("division", f.texts.Wizard.CarriedTasks.For(carried), show{place{kind: taskList, id: string(steps.Team)}})
	if unowned > 0 {
		fd.value = "  " + f.look.warn.on("! "+f.texts.Plan.Gaps[steps.GapOwner].For(unowned))
	}
	return fd
}

func agreementRow(f frame, id steps.AgreementID) field {
	a := f.plan.Agreements[id]
	mark, text := "○", string(f.texts.Wizard.NotMade)
	if a.Settled() {
		mark, text = "✓", oneLine(a.Text)
	}
	if a.NotNeeded {
		mark, text = "✓", string(f.texts.Wizard.NotNeeded)
	}
	fd := actionField("agreement:"+string(id), mark+" "+fit(string(f.texts.Plan.Agreements[id].Title), 24), show{place{kind: agreementCard, id: string(id)}})
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
		of := func(name string) field {
			row := steps.Named(steps.MemberFields, name)
			return planField(f, row, row.Value(&m), steps.Change{Kind: steps.ChangeMember, Member: id})
		}
		name, motivation, mandate := of("name"), helped(of("motivation"), string(w.MotivationHelp)), of("mandate")
		motivation.hint, mandate.hint = string(w.MotivationHint), string(w.MandateHint)
		name.save = required(name.save, string(w.NameNeeded))
		return sheet{title: oneLine(m.Name), labels: 16, fields: []field{
			name, of("role"), of("hours"), motivation, mandate,
			gap(), paragraph(f, f.look.muted, ownedBy(f, id)), gap(),
			shareField(f, id),
			actionField("done", string(w.Ready), back{}),
			{id: "remove", kind: action, quiet: true, label: string(w.RemoveMember), open: askRemoveMember(f, m, leaveTwo{})},
		}}
	}
}

// askRemoveMember names what goes with a member before the member goes.
func askRemoveMember(f frame, m steps.Member, then effect) effect {
	return ask{
		question: memberGoes(f.texts, f.facts.tasks, m), yes: f.texts.Wizard.RemoveYes,
		wish: record{changes: []steps.Change{{Kind: steps.ChangeRemove, Member: m.ID}}, then: then},
	}
}

// shareField shares what is left of a member's hours over the tasks without hours, where there is something to share.
func shareField(f frame, id string) field {
	changes := f.plan.ShareHours(id)
	if len(changes) == 0 {
		return field{}
	}
	return actionField("share", f.texts.Wizard.ShareHours.For(len(changes)), record{changes: changes, then: say{f.texts.Wizard.Shared.For(len(changes))}})
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
			then:    replace{place{kind: memberCard, id: id}}, typed: true,
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
		if !f.plan.Agreements[next].Settled() {
			return replace{place{kind: agreementCard, id: string(next)}}
		}
	}
	return back{}
}
