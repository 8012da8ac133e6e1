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
	fields = append(fields, actionField("add", string(w.AddMember), show(place{kind: newMember})), schoolCapacity(f), gap(),
		paragraph(f, f.look.accent, string(w.Division)), divisionRow(f), gap(),
		paragraph(f, f.look.accent, string(w.Agreements)))
	for _, id := range steps.AgreementIDs {
		fields = append(fields, agreementRow(f, id))
	}
	fields = append(fields, gap())
	fields = append(fields, noteFields(f, steps.Team)...)
	return sheet{fields: fields, commands: append([]command{
		{key: "+", label: w.Keys.AddMember, wish: show(place{kind: newMember})},
		{key: "t", label: w.Keys.Division, wish: show(place{kind: taskList, id: string(steps.Team)})},
		{key: "m", label: w.Keys.Matrix, wish: show(place{kind: taskList, id: "matrix"})},
		{key: "a", label: w.Keys.Findings, wish: show(place{kind: findingList})},
	}, noteCommands(f)...)}
}

func memberRow(f frame, m steps.Member, c steps.MemberCapacity) field {
	fd := actionField("member:"+m.ID, fit(oneLine(m.Name), 20), show(place{kind: memberCard, id: m.ID}))
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
	fd.remove, fd.why = askRemoveMember(f, m, back(1)), f.plan.WhyPlanned(m.ID)
	return fd
}

func schoolCapacity(f frame) field {
	c := f.facts.capacity
	text := f.texts.Wizard.SchoolPlanned.Fill("planned", f.texts.Number(c.Planned), "available", f.texts.Number(c.Available))
	fd := actionField("capacity", fit(string(f.texts.Wizard.WholeSchool), 20), show(place{kind: meansList}))
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
	fd := actionField("division", f.texts.Wizard.CarriedTasks.For(carried), show(place{kind: taskList, id: string(steps.Team)}))
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
	fd := actionField("agreement:"+string(id), mark+" "+fit(string(f.texts.Plan.Agreements[id].Title), 24), show(place{kind: agreementCard, id: string(id)}))
	fd.value = " " + f.look.muted.on(fit(text, max(0, f.width-30)))
	return fd
}
