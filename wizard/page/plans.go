package page

import (
	"cmp"
	"strconv"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// plansPage lists the files that are known with the plans in them, and what else can be opened.
func plansPage(f screen.Frame) sheet {
	w := f.Texts.Wizard.Plans
	var fields []field
	if f.Known.Notice != "" {
		fields = append(fields, paragraph(f, f.Look.Warn, f.Known.Notice), gap())
	}
	archived, inUse := 0, 0
	for i, file := range f.Known.Files {
		fields = append(fields, paragraph(f, f.Look.Muted, screen.OneLine(file.Path)))
		rows := planRows(f, i, false)
		archived, inUse = archived+len(file.Plans)-len(rows), inUse+len(rows)
		fields = append(fields, rows...)
		switch {
		case file.Gone:
			fields = append(fields, paragraph(f, f.Look.Warn, "  "+string(w.Gone)))
		case file.Problem != "":
			fields = append(fields, paragraph(f, f.Look.Warn, "  "+file.Problem),
				actionField("try-"+strconv.Itoa(i), string(w.OpenAnyway), screen.Elsewhere{File: file.Path}))
		default:
			fields = append(fields, muted(actionField("new-"+strconv.Itoa(i), string(w.New), screen.Show(screen.Place{Kind: screen.NewPlan, ID: file.Path}))))
		}
		fields = append(fields, gap())
	}
	if f.Known.Begin != "" {
		fields = append(fields, actionField("begin", string(w.Begin), screen.Elsewhere{File: f.Known.Begin}))
	}
	if inUse > 1 {
		fields = append(fields, actionField("schools", string(w.SideBySide), screen.Show(screen.Place{Kind: screen.Schools})))
	}
	if archived > 0 {
		fields = append(fields, actionField("archived", w.Archived.For(archived), screen.Show(screen.Place{Kind: screen.ArchivedPlans})))
	}
	fields = append(fields, actionField("other", string(w.Other), screen.Show(screen.Place{Kind: screen.OtherPlan})),
		gap(), paragraph(f, f.Look.Muted, string(w.Hint)))
	return sheet{Title: string(w.Title), Fields: fields, Commands: []command{{Key: "q", Label: f.Texts.Wizard.Keys.Quit, Effect: screen.Quit{}}}}
}

// archivedPage lists the plans that are kept out of sight; opened, they can be taken back into use.
func archivedPage(f screen.Frame) sheet {
	w := f.Texts.Wizard.Plans
	fields := []field{paragraph(f, f.Look.Muted, string(w.ArchivedText)), gap()}
	for i, file := range f.Known.Files {
		if rows := planRows(f, i, true); len(rows) > 0 {
			fields = append(append(append(fields, paragraph(f, f.Look.Muted, screen.OneLine(file.Path))), rows...), gap())
		}
	}
	return sheet{Title: string(w.ArchivedTitle), Fields: fields}
}

// planRows are the plans of a file that are archived or not, each with where it stands.
func planRows(f screen.Frame, file int, archived bool) (rows []field) {
	const name = 40
	known := f.Known.Files[file]
	for _, plan := range known.Plans {
		if plan.Archived() != archived {
			continue
		}
		called := cmp.Or(screen.OneLine(plan.School.Name), string(f.Texts.Common.School))
		row := actionField(planRow(known.Path, plan.ID), screen.Fit(called, min(name, f.Width/2)), screen.Elsewhere{File: known.Path, Plan: plan.ID})
		stands := f.Texts.Wizard.Round.Fill("n", plan.Round.Number) + " · " + report.SchoolStands(plan.Plan, f.Texts)
		row.Value = " " + f.Look.Muted.On(stands)
		rows = append(rows, row)
	}
	return rows
}

// planRow is the id of the row of a plan.
func planRow(file, plan string) string { return file + "#" + plan }

// firstPlan is the row with which the list of plans begins: the plan that one came from.
func firstPlan(f screen.Frame) string {
	for _, file := range f.Known.Files {
		for _, plan := range file.Plans {
			if file.Path == f.Known.File && (plan.ID == f.Known.Plan || f.Known.Plan == "") && !plan.Archived() {
				return planRow(file.Path, plan.ID)
			}
		}
	}
	return ""
}

// newPlanPage begins a plan for a school in a file that has others.
func newPlanPage(f screen.Frame, file string) sheet {
	w := f.Texts.Wizard
	name := field{Field: form.Field{ID: "school", Kind: form.Line, Label: string(w.SchoolName), Hint: string(w.Hints["school"])}}
	name.Enter = func(typed string) (screen.Effect, string) {
		if steps.Blank(typed) {
			return nil, f.Texts.Error(assets.NewFault("plan-without-name"))
		}
		return screen.Elsewhere{File: file, School: typed}, ""
	}
	return sheet{Title: string(w.Plans.NewTitle), Labels: 16, Fields: []field{
		paragraph(f, f.Look.Muted, w.Plans.NewText.Fill("file", screen.OneLine(file))), gap(), name,
	}}
}

// otherPlanPage opens a file that is not known yet.
func otherPlanPage(f screen.Frame) sheet {
	w := f.Texts.Wizard.Plans
	path := field{Field: form.Field{ID: "file", Kind: form.Line, Label: string(w.File), Hint: string(w.FileHint)}}
	path.Enter = func(typed string) (screen.Effect, string) {
		if there, _ := f.Files.InTheWay([]string{typed}); len(there) == 0 {
			return nil, f.Texts.Error(assets.NewFault("plan-file-missing", "file", steps.Quote(typed)))
		}
		return screen.Elsewhere{File: typed}, ""
	}
	return sheet{Title: string(w.Other), Fields: []field{paragraph(f, f.Look.Muted, string(w.OtherText)), gap(), path}}
}

// schoolsLines set the plans in use side by side.
func schoolsLines(f screen.Frame) (string, []string, []command) {
	var schools []report.School
	for _, file := range f.Known.Files {
		switch {
		case file.Gone:
			schools = append(schools, report.School{File: file.Path, Unread: string(f.Texts.Wizard.Plans.Gone)})
		case file.Problem != "":
			schools = append(schools, report.School{File: file.Path, Unread: file.Problem})
		}
		for _, plan := range file.Plans {
			if !plan.Archived() {
				schools = append(schools, report.School{File: file.Path, ID: plan.ID, Several: len(file.Plans) > 1, Plan: plan.Plan})
			}
		}
	}
	return string(f.Texts.Schools.Title), documentLines(f, report.Schools(schools, f.Session.Texts, f.Today)), nil
}
