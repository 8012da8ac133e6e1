package page

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// wideTeam is the width from which the agreements stand beside the members.
const wideTeam = 130

// teamPage is step 7: the members with what they carry, the division of tasks and the five agreements.
func teamPage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	left, right := f, f
	wide := f.Width >= wideTeam
	if wide {
		right.Width = f.Width * 2 / 5
		left.Width = f.Width - right.Width - form.BetweenColumns
	} else {
		left.Width = min(f.Width, screen.Readable)
		right.Width = left.Width
	}
	fields := []field{
		heading(left, w.StepOf.Fill("n", steps.Team.Number(), "total", len(steps.Tree)), missing(f, steps.Team)),
		paragraph(left, f.Look.Strong, f.Texts.Question(steps.Team, f.Plan)), gap(),
	}
	var then []field // how it was
	switch again := confirmField(left, steps.Team); {
	case again != nil:
		if then = before(left, steps.Team); f.Height > smallest {
			fields, then = append(fields, then...), nil
		}
		fields = append(append(fields, again...), gap())
	case f.Facts.Done(steps.Team):
		fields = append(fields, read(f.Path()), onwards(left, steps.Evaluation), gap())
	case f.Facts.IsRepeat: // who confirmed looks here for the way on
		fields = append(fields, stillWaits(left), gap())
	}
	fields = append(fields, memberRows(left)...)
	if len(then) > 0 { // the people and their sums come first where there is little room
		fields = append(append(fields, gap()), then...)
	}
	fields = append(fields, gap(), paragraph(left, f.Look.Accent, string(w.Division)), divisionRow(left), divisionProposal(left))
	note := screen.Show(screen.Place{Kind: screen.StepNote, ID: string(steps.Team)})
	more := []field{gap(), paragraph(right, f.Look.Accent, string(w.Agreements))}
	for _, id := range steps.AgreementIDs {
		row, text := agreementRow(right, id)
		if wide { // there is room to read it
			row.Value = ""
			more = append(more, row, read(painted(f.Look.Muted, hung("    ", text, right.Width))...))
			continue
		}
		more = append(more, row)
	}
	more = append(append(more, sheetsBeside(right, steps.Team)...), gap(), actionField("note", string(w.NoteAndEvidence), note))
	onwards := screen.Effect(screen.Show(screen.StepPlace(steps.Evaluation)))
	if !f.Facts.Done(steps.Team) {
		more = append(more, actionField("ahead", w.LookAhead.Fill("n", steps.Evaluation.Number(), "step", f.Texts.Plan.Steps[steps.Evaluation].Rail), onwards))
		onwards = screen.Say{Text: string(w.NotDoneHere)}
	}
	s := sheet{Fields: append(fields, more...), Commands: []command{
		{Key: "v", Label: w.Keys.Onwards, Effect: onwards},
		{Key: "+", Label: w.Keys.AddMember, Effect: screen.Show(screen.Place{Kind: screen.NewMember})},
		{Key: screen.DivideKey, Label: f.Texts.Division.Divide, Effect: screen.Show(screen.Place{Kind: screen.Division})},
		{Key: "!", Label: w.Keys.Findings, Effect: screen.Show(screen.Place{Kind: screen.FindingList})},
		{Key: screen.NoteKey, Label: w.Keys.StepNote, Effect: note},
	}}
	if !wide {
		return s
	}
	for i := len(fields); i < len(s.Fields); i++ {
		s.Fields[i].Beside = true
	}
	s.Beside = right.Width
	return s
}

// stillWaits says all that the step lacks.
func stillWaits(f screen.Frame) field {
	var gaps []string
	for _, missing := range f.Facts.Missing[steps.Team] {
		gaps = append(gaps, f.Texts.Plan.Gaps[missing.ID].For(missing.N))
	}
	return read(painted(f.Look.Warn, hung("! ", strings.Join(gaps, " · "), f.Width))...)
}

// memberRows are the members, each with the hours of the tasks that the member owns, and what these add up to.
func memberRows(f screen.Frame) []field {
	w, c := f.Texts.Wizard, f.Facts.Capacity
	if len(f.Plan.Members) == 0 {
		return append([]field{paragraph(f, f.Look.Accent, string(w.Members)), paragraph(f, f.Look.Muted, string(w.NoMembers)), addMember(f)}, sums(f)...)
	}
	fields := loadHeading(f)
	var all []steps.Tally
	for _, m := range c.Members {
		all = append(all, m.Owned(), m.Given)
	}
	scale := screen.HoursScale(all...)
	for i, m := range f.Plan.Members {
		fields = append(fields, memberRow(&f, m, c.Members[i], scale))
	}
	if len(f.Plan.Members) == 1 {
		fields = append(fields, paragraph(f, f.Look.Warn, "! "+f.Texts.Plan.Gaps[steps.GapMembers].For(1)))
	}
	return append(append(fields, addMember(f)), sums(f)...)
}

// loadHeading stands above the members, and says what the signs of their hours mean: below it where there is no room beside.
func loadHeading(f screen.Frame) []field {
	title, legend := string(f.Texts.Wizard.Members), string(f.Texts.Wizard.LoadLegend)
	if ansi.StringWidth(title+"  "+legend) <= f.Width {
		return []field{heading(f, title, legend)}
	}
	return []field{heading(f, title, ""), read(painted(f.Look.Muted, screen.WrapLegend(legend, f.Width))...)}
}

func addMember(f screen.Frame) field {
	return actionField("add", string(f.Texts.Wizard.AddMember), screen.Show(screen.Place{Kind: screen.NewMember}))
}

// loadWidths are the room for names before the bars, and what a bar takes at least: little where the window is small, so that the place of
// the row fits behind its hours.
func loadWidths(f screen.Frame) (name, bar int) {
	const small = 60
	if f.Width < small {
		return 15, 8
	}
	return 18, 12
}

// memberRow is a member with the hours of the tasks that the member owns, at school and at the group. The rows share the frame.
func memberRow(shared *screen.Frame, m steps.Member, c steps.MemberCapacity, scale steps.Decimal) field {
	f := *shared
	name, _ := loadWidths(f)
	fd := actionField("member:"+m.ID, screen.Fit(screen.OneLine(m.Name), name), screen.Show(screen.Place{Kind: screen.MemberCard, ID: m.ID}))
	over := slices.Contains(f.Facts.Findings, steps.Finding{ID: steps.Overload, Member: m.ID})
	fd.Value = " " + load(f, c.Owned(), c.Given, scale, over)
	fd.OpenAt = func(x int) screen.Effect {
		to := screen.Place{Kind: screen.MemberCard, ID: m.ID}
		if x > name {
			to.At = "hours"
		}
		return screen.Show(to)
	}
	fd.Remove, fd.Why = askRemoveMember(f, m, screen.Back(1)), func() steps.Reason { return shared.Plan.WhyPlanned(m.ID) }
	fd.Commands = []command{makesAction(f, steps.About(steps.AboutMember, m.ID))}
	return fd
}

// load sets hours that are asked beside those that there are, as a bar on a scale and in numbers; only the numbers where there is no room
// for both.
func load(f screen.Frame, asked, given steps.Tally, scale steps.Decimal, over bool) string {
	const numbers, most = 28, 40
	name, least := loadWidths(f)
	width := min(max(least, f.Width-name-numbers-4), most)
	text, ink := screen.HoursText(f.Texts, asked, given), screen.Paint{}
	if percent := screen.OverPercent(f.Texts, asked, given); percent != "" && width > least {
		text += " · " + percent
	}
	if over {
		text, ink = "! "+text, f.Look.Bad
	}
	if ansi.StringWidth(text) > f.Width-name-width-4 {
		return ink.On(text)
	}
	return f.Look.Load(asked, given, scale, width) + " " + ink.On(text)
}

// sums are what the rows of the members add up to, how that comes to the hours of the tasks at school, and what is to be known of these.
func sums(f screen.Frame) (fields []field) {
	c, w := f.Facts.Capacity, f.Texts.Wizard
	name, _ := loadWidths(f)
	lead := func(label assets.Text) string { return "  " + screen.Fit(string(label), name) + " " }
	scale := screen.HoursScale(c.Team.Owned(), c.Team.Given, c.School, c.Given)
	if len(c.Members) > 1 {
		fields = append(fields, read(lead(w.TeamTogether)+load(f, c.Team.Owned(), c.Team.Given, scale, false)))
	}
	part := func(label assets.Text, of steps.Tally, tasks string) {
		text := f.Texts.Common.Hours.Fill("n", screen.Hours(f.Texts, of)) + " · " + tasks
		fields = append(fields, read(hung(lead(label), text, f.Width)...))
	}
	school := w.WholeSchool
	if c.Unowned.Count > 0 {
		tasks := f.Texts.Report.Contents.Tasks.For(c.Unowned.Count)
		if c.UnownedLater > 0 {
			tasks = w.UnownedLater.Fill("now", c.Unowned.Count-c.UnownedLater, "later", c.UnownedLater)
		}
		part(w.UnownedTasks, c.Unowned, tasks)
		school = w.SchoolSum
	}
	if ours := c.Team.Group; ours.Count > 0 {
		part(w.GroupTasks, ours, f.Texts.Report.Contents.Tasks.For(ours.Count))
		school = w.SchoolSum
	}
	fd := actionField("capacity", screen.Fit(string(school), name), screen.Show(screen.Place{Kind: screen.MeansList}))
	fd.Why = func() steps.Reason { return f.Plan.WhyPlanned("") }
	fd.Value = " " + load(f, c.School, c.Given, scale, slices.Contains(f.Facts.Findings, steps.Finding{ID: steps.UnderResourced}))
	fields = append(fields, fd)
	for i := range fields {
		fields[i].Stays = true
	}
	asked, given := []steps.Tally{c.School, c.Unowned}, []steps.Tally{c.Given}
	for _, m := range c.Members {
		asked, given = append(asked, m.Owned()), append(given, m.Given)
	}
	var notes []string
	if n := c.School.Unknown; n > 0 {
		notes = append(notes, f.Texts.Common.WithoutHours.For(n))
	}
	if spare := f.Texts.HoursSpare(c); spare != "" {
		notes = append(notes, spare)
	}
	unknown := func(sum steps.Tally) bool { return !sum.Known() }
	switch given := len(c.Members) > 0 && slices.ContainsFunc(given, unknown); {
	case slices.ContainsFunc(asked, unknown) && given:
		notes = append(notes, string(w.HoursUnknown["both"]))
	case slices.ContainsFunc(asked, unknown):
		notes = append(notes, string(w.HoursUnknown["tasks"]))
	case given:
		notes = append(notes, string(w.HoursUnknown["given"]))
	}
	if len(notes) > 0 {
		fields = append(fields, paragraph(f, f.Look.Muted, strings.Join(notes, " ")))
	}
	return fields
}

func divisionRow(f screen.Frame) field {
	carried, unowned, owned := 0, 0, 0
	for _, t := range f.Facts.Tasks {
		if t.Concerns(steps.Team) {
			carried++
			if t.Owner != "" {
				owned++
			} else if t.Asks(steps.Team) {
				unowned++
			}
		}
	}
	label := f.Texts.Wizard.CarriedTasks.For(carried)
	if carried > 0 && owned == carried {
		label += ", " + f.Texts.Wizard.AllOwned.For(carried)
	}
	fd := actionField("division", label, screen.Show(screen.Place{Kind: screen.TaskList, ID: string(steps.Team)}))
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

// agreementRow is an agreement, with what was agreed.
func agreementRow(f screen.Frame, id steps.AgreementID) (row field, text string) {
	a := f.Plan.Agreements[id]
	mark, text := "○", string(f.Texts.Wizard.NotMade)
	if a.Settled() {
		mark, text = "✓", screen.OneLine(a.Text)
	}
	if a.NotNeeded {
		mark, text = "✓", string(f.Texts.Wizard.NotNeeded)
	}
	row = actionField("agreement:"+string(id), mark+" "+screen.Fit(string(f.Texts.Plan.Agreements[id].Title), 24), screen.Show(screen.Place{Kind: screen.AgreementCard, ID: string(id)}))
	row.Value = " " + f.Look.Muted.On(screen.Clip(text, max(1, f.Width-30)))
	return row, text
}

// teamField is the field that step 7 begins with: where the step is asked again, that it stays as it is.
func teamField(f screen.Frame) string {
	if len(confirmField(f, steps.Team)) > 0 {
		return "confirm"
	}
	return "add"
}
