package page

import (
	"slices"
	"strings"

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
		fields = append(append(append(fields, before(f, steps.Team)...), again...), gap())
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
	fields = append(fields, actionField("add", string(w.AddMember), screen.Show(screen.Place{Kind: screen.NewMember})))
	fields = append(fields, sums(f)...)
	fields = append(fields, gap(),
		paragraph(f, f.Look.Accent, string(w.Division)), divisionRow(f), divisionProposal(f), gap(),
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
		{Key: screen.DivideKey, Label: f.Texts.Division.Divide, Effect: screen.Show(screen.Place{Kind: screen.Division})},
		{Key: "!", Label: w.Keys.Findings, Effect: screen.Show(screen.Place{Kind: screen.FindingList})},
		{Key: screen.NoteKey, Label: w.Keys.StepNote, Effect: note},
	}}
}

// memberRow is a member with the hours of the tasks that the member owns, at school and at the group.
func memberRow(f screen.Frame, m steps.Member, c steps.MemberCapacity) field {
	fd := actionField("member:"+m.ID, screen.Fit(screen.OneLine(m.Name), 20), screen.Show(screen.Place{Kind: screen.MemberCard, ID: m.ID}))
	over := slices.Contains(f.Facts.Findings, steps.Finding{ID: steps.Overload, Member: m.ID})
	fd.Value = " " + load(f, c.Owned(), c.Given, over)
	fd.Remove, fd.Why = askRemoveMember(f, m, screen.Back(1)), f.Plan.WhyPlanned(m.ID)
	fd.Commands = []command{makesAction(f, steps.About(steps.AboutMember, m.ID))}
	return fd
}

// load sets hours that are asked beside those that there are, as a bar and in numbers.
func load(f screen.Frame, asked, given steps.Tally, over bool) string {
	ink, sign := f.Look.Bar, ""
	if over {
		ink, sign = f.Look.Bad, "! "
	}
	return ink.On(screen.HoursBar(asked, given, 10)) + " " + sign + screen.HoursText(f.Texts, asked, given)
}

// sums are what the rows of the members add up to, beside the hours of the school, and what is to be known of these.
func sums(f screen.Frame) (fields []field) {
	c, w := f.Facts.Capacity, f.Texts.Wizard
	row := func(label, value string) {
		fields = append(fields, read("  "+screen.Fit(label, 20)+" "+value))
	}
	if len(c.Members) > 1 {
		row(string(w.TeamTogether), load(f, c.Team.Owned(), c.Team.Given, false))
	}
	if c.Unowned.Count > 0 {
		text := f.Texts.Report.Contents.Tasks.For(c.Unowned.Count) + ", " + f.Texts.Common.Hours.Fill("n", screen.Hours(f.Texts, c.Unowned))
		if c.UnownedLater > 0 {
			text += " " + w.UnownedLater.Fill("n", c.UnownedLater)
		}
		row(string(w.UnownedTasks), text)
	}
	fd := actionField("capacity", screen.Fit(string(w.WholeSchool), 20), screen.Show(screen.Place{Kind: screen.MeansList}))
	fd.Why = f.Plan.WhyPlanned("")
	fd.Value = " " + load(f, c.School, c.Given, slices.Contains(f.Facts.Findings, steps.Finding{ID: steps.UnderResourced}))
	fields = append(fields, fd)
	shown := []steps.Tally{c.School, c.Given, c.Unowned}
	for _, m := range c.Members {
		shown = append(shown, m.Owned(), m.Given)
	}
	notes := f.Texts.HoursNotes(c)
	if slices.ContainsFunc(shown, func(sum steps.Tally) bool { return !sum.Known() }) {
		notes = append(notes, string(w.HoursUnknown))
	}
	if len(notes) > 0 {
		fields = append(fields, paragraph(f, f.Look.Muted, strings.Join(notes, " ")))
	}
	return fields
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

// divisionProposal leads to a proposal of who takes the tasks that have no owner, or all of them.
func divisionProposal(f screen.Frame) field {
	words := f.Texts.Division
	label := string(words.ToDivideAll)
	if n := len(f.Plan.Undivided()); n > 0 {
		label = words.ToDivide.For(n)
	}
	if len(f.Plan.Members) == 0 {
		return read()
	}
	return actionField("divide", label+" ("+screen.DivideKey+")", screen.Show(screen.Place{Kind: screen.Division}))
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

// teamField is the field that step 7 begins with: where the step is asked again, that it stays as it is.
func teamField(f screen.Frame) string {
	if len(confirmField(f, steps.Team)) > 0 {
		return "confirm"
	}
	return "add"
}
