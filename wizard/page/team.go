package page

import (
	"slices"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// teamPage is step 7: the members with what they carry, the division of tasks and the five agreements.
func teamPage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	fields := []field{
		heading(f, w.StepOf.Fill("n", steps.Team.Number(), "total", len(steps.Tree)), missing(f, steps.Team)),
		paragraph(f, f.Look.Strong, f.Texts.Question(steps.Team, f.Plan)), gap(),
	}
	if again := confirmField(f, steps.Team); again != nil {
		fields = append(append(fields, again...), gap())
	}
	if f.Facts.Done(steps.Team) {
		fields = append(fields, onwards(f, steps.Evaluation), gap())
	}
	fields = append(fields, paragraph(f, f.Look.Accent, string(w.Members)))
	if len(f.Plan.Members) == 0 {
		fields = append(fields, paragraph(f, f.Look.Muted, string(w.NoMembers)))
	}
	for i, m := range f.Plan.Members {
		fields = append(fields, memberRow(f, m, f.Facts.Capacity.Members[i]))
	}
	fields = append(fields, actionField("add", string(w.AddMember), screen.Show(screen.Place{Kind: screen.NewMember})), schoolCapacity(f), gap(),
		paragraph(f, f.Look.Accent, string(w.Division)), divisionRow(f), gap(),
		paragraph(f, f.Look.Accent, string(w.Agreements)))
	for _, id := range steps.AgreementIDs {
		fields = append(fields, agreementRow(f, id))
	}
	note := screen.Show(screen.Place{Kind: screen.StepNote, ID: string(steps.Team)})
	fields = append(fields, gap(), actionField("note", string(w.NoteAndEvidence), note))
	if !f.Facts.Done(steps.Team) {
		fields = append(fields, actionField("ahead", w.LookAhead.Fill("n", steps.Evaluation.Number(), "step", f.Texts.Plan.Steps[steps.Evaluation].Rail), screen.Show(screen.StepPlace(steps.Evaluation))))
	}
	onwards := screen.Effect(screen.Say{Text: string(w.NotDoneHere)})
	if f.Facts.Done(steps.Team) {
		onwards = screen.Show(screen.StepPlace(steps.Evaluation))
	}
	return sheet{Fields: fields, Commands: []command{
		{Key: "v", Label: w.Keys.Onwards, Effect: onwards},
		{Key: "+", Label: w.Keys.AddMember, Effect: screen.Show(screen.Place{Kind: screen.NewMember})},
		{Key: "!", Label: w.Keys.Findings, Effect: screen.Show(screen.Place{Kind: screen.FindingList})},
		{Key: screen.NoteKey, Label: w.Keys.StepNote, Effect: note},
	}}
}

func memberRow(f screen.Frame, m steps.Member, c steps.MemberCapacity) field {
	fd := actionField("member:"+m.ID, screen.Fit(screen.OneLine(m.Name), 20), screen.Show(screen.Place{Kind: screen.MemberCard, ID: m.ID}))
	hours := string(f.Texts.Wizard.NoHours)
	if m.Hours != nil {
		hours = f.Texts.Wizard.PlannedOf.Fill("planned", f.Texts.Number(c.Planned), "available", f.Texts.Number(c.Available))
	}
	ink := f.Look.Bar
	if slices.Contains(f.Facts.Findings, steps.Finding{ID: steps.Overload, Member: m.ID}) {
		ink = f.Look.Bad
		hours = "! " + hours
	}
	fd.Value = " " + ink.On(screen.Bar(c.Planned, c.Available, 10)) + " " + hours
	fd.Remove, fd.Why = askRemoveMember(f, m, screen.Back(1)), f.Plan.WhyPlanned(m.ID)
	return fd
}

func schoolCapacity(f screen.Frame) field {
	c := f.Facts.Capacity
	text := f.Texts.Wizard.SchoolPlanned.Fill("planned", f.Texts.Number(c.Planned), "available", f.Texts.Number(c.Available))
	fd := actionField("capacity", screen.Fit(string(f.Texts.Wizard.WholeSchool), 20), screen.Show(screen.Place{Kind: screen.MeansList}))
	fd.Why = f.Plan.WhyPlanned("")
	ink := f.Look.Bar
	if slices.Contains(f.Facts.Findings, steps.Finding{ID: steps.UnderResourced}) {
		ink = f.Look.Bad
		text = "! " + text
	}
	if !c.Known {
		text = string(f.Texts.Wizard.NoHours)
	}
	fd.Value = " " + ink.On(screen.Bar(c.Planned, c.Available, 10)) + " " + text
	return fd
}

func divisionRow(f screen.Frame) field {
	carried, unowned := 0, 0
	for _, t := range f.Facts.Tasks {
		if t.Concerns(steps.Team) {
			carried++
			if t.Asks(steps.Team) {
				unowned++
			}
		}
	}
	fd := actionField("division", f.Texts.Wizard.CarriedTasks.For(carried), screen.Show(screen.Place{Kind: screen.TaskList, ID: string(steps.Team)}))
	if unowned > 0 {
		fd.Value = "  " + f.Look.Warn.On("! "+f.Texts.Plan.Gaps[steps.GapOwner].For(unowned))
	}
	return fd
}

func agreementRow(f screen.Frame, id steps.AgreementID) field {
	a := f.Plan.Agreements[id]
	mark, text := "○", string(f.Texts.Wizard.NotMade)
	if a.Settled() {
		mark, text = "✓", screen.OneLine(a.Text)
	}
	if a.NotNeeded {
		mark, text = "✓", string(f.Texts.Wizard.NotNeeded)
	}
	fd := actionField("agreement:"+string(id), mark+" "+screen.Fit(string(f.Texts.Plan.Agreements[id].Title), 24), screen.Show(screen.Place{Kind: screen.AgreementCard, ID: string(id)}))
	fd.Value = " " + f.Look.Muted.On(screen.Fit(text, max(0, f.Width-30)))
	return fd
}
