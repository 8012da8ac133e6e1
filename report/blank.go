package report

import (
	"stappenplan/assets"
	"stappenplan/steps"
)

// Blank is the step plan to fill in by hand, before or at a meeting: the eight checks with what counts as yes,
// and the tasks of a catalogue.
func Blank(texts *assets.Texts, catalogue *steps.Catalogue) Summary {
	b := blankForm{texts, texts.Report.Blank, steps.NewPlan(catalogue)}
	parts := texts.Report.Parts
	return Summary{
		Language: texts.Language,
		Title:    string(b.words.Title),
		Facts:    []string{string(b.words.Intro)},
		Parts:    []Part{{Checks, string(parts.Checks), b.checks()}, {TaskList, string(parts.List), b.list()}},
		Foot:     string(b.words.Title),
		Colophon: string(texts.Report.Colophon),
	}
}

// blankForm writes the document to fill in.
type blankForm struct {
	texts *assets.Texts
	words assets.ReportBlankTexts
	plan  steps.Plan
}

// checks are the eight steps, one section each.
func (b blankForm) checks() (sections []Section) {
	for _, step := range steps.Tree {
		title := b.texts.Report.Answers.Step.Fill("n", step.Number, "step", b.texts.StepName(step.ID))
		sections = append(sections, Section{SectionID(step.ID), title, b.check(step)})
	}
	sections[0].Blocks = append([]Block{Paragraph(b.words.Intros.Checks)}, sections[0].Blocks...)
	return sections
}

func (b blankForm) check(step steps.Step) []Block {
	lead, answers := b.words.Done, []string{b.texts.Value("choice", string(steps.Done)), string(b.texts.Plan.Standing.ToDo)}
	if step.Asked {
		lead, answers = b.words.Yes, nil
		for _, choice := range steps.Choices {
			answers = append(answers, b.texts.Value("choice", string(choice)))
		}
	}
	var signs List
	for _, sign := range b.texts.Signs(step.ID, b.plan) {
		signs.Items = append(signs.Items, Item{Text: string(sign)})
	}
	return []Block{
		Paragraph(b.texts.Question(step.ID, b.plan)), Paragraph(lead), signs,
		emptyTable(append(answers, string(b.words.Notes)), []string{""}),
	}
}

// list are the tasks of the catalogue, one section a group.
func (b blankForm) list() (sections []Section) {
	var columns []string
	for _, field := range []string{"task", "relevance", "horizon", "expertise", "owner", "hours"} {
		columns = append(columns, b.texts.Field(field))
	}
	for _, group := range steps.Groups {
		var titles []string
		for _, t := range b.plan.Tasks() {
			if t.Group == group {
				titles = append(titles, b.texts.TaskTitle(t))
			}
		}
		if len(titles) > 0 {
			sections = append(sections, Section{SectionID(group), b.texts.Group(b.plan, group), []Block{emptyTable(columns, titles)}})
		}
	}
	if len(sections) > 0 {
		sections[0].Blocks = append([]Block{Paragraph(b.words.Intros.List)}, sections[0].Blocks...)
	}
	return sections
}

// emptyTable is a table with nothing in it but the first column.
func emptyTable(columns, first []string) Table {
	var table Table
	for _, title := range columns {
		table.Columns = append(table.Columns, Column{Title: capital(title)})
	}
	for _, text := range first {
		row := make([]string, len(columns))
		row[0] = text
		table.Rows = append(table.Rows, row)
	}
	return table
}
