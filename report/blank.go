package report

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Blank is the step plan to fill in by hand, before or at a meeting: the eight checks with what counts as yes,
// and the tasks of the catalogue.
func Blank(texts *assets.Texts, definitions *steps.Definitions) Summary {
	b := blankForm{texts, texts.Report.Blank, steps.NewPlan(definitions)}
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

// What is filled in by hand: a box to tick, lines to write on, and how many letters of a name or of hours.
const (
	tickBox        = "□\u00a0"
	linesOfNotes   = 2
	roomForName    = 16
	roomForHours   = 5
	roomForMandate = 40
	linesOfTeam    = 5
)

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
	return append([]Section{{SectionSchool, string(b.words.Meeting), []Block{
		Room{string(b.words.School), 1}, Room{string(b.words.Date), 1}, Room{string(b.words.Present), 1},
	}}}, sections...)
}

func (b blankForm) check(step steps.Step) []Block {
	inWords := func(choice steps.Choice) string { return b.texts.Value("choice", string(choice)) }
	lead, answers := b.words.Done, []string{inWords(steps.Done), string(b.texts.Plan.Standing.ToDo)}
	if step.Asked {
		lead = b.words.Yes
		answers = each(steps.Choices, inWords)
	}
	if step.ID == steps.Expertise { // its signs are those of one task
		lead, answers = b.words.PerTask, each(steps.YesNo, inWords)
	}
	var signs List
	for _, sign := range b.texts.Signs(step.ID, b.plan) {
		signs.Items = append(signs.Items, Item{Text: string(sign)})
	}
	blocks := []Block{
		Paragraph(b.texts.Question(step.ID, b.plan)), Paragraph(lead), signs,
		Paragraph(tickBox + strings.Join(answers, " · "+tickBox)), Room{string(b.words.Notes), linesOfNotes},
	}
	if step.ID == steps.Team {
		blocks = append(blocks, b.team()...)
	}
	return blocks
}

// team has room for the members, and for the agreements.
func (b blankForm) team() []Block {
	var table Table
	for _, field := range []string{"member", "role", "hours", "mandate"} {
		table.Columns = append(table.Columns, Column{Title: assets.Capital(b.texts.Field(field)), Room: roomForName})
	}
	table.Columns[2].Room, table.Columns[3].Room = roomForHours, roomForMandate
	for range linesOfTeam {
		table.Rows = append(table.Rows, make([]string, len(table.Columns)))
	}
	blocks := []Block{table}
	for _, id := range steps.AgreementIDs {
		blocks = append(blocks, Room{string(b.texts.Plan.Agreements[id].Title), 1})
	}
	return blocks
}

// list are the tasks of the catalogue, one section a group.
func (b blankForm) list() (sections []Section) {
	for _, group := range steps.Groups {
		table := b.columns()
		for _, t := range b.plan.Tasks() {
			if t.Group == group {
				table.Rows = append(table.Rows, []string{
					b.texts.TaskTitle(t), choices(b, "relevance", steps.Relevances), choices(b, "horizon", steps.Horizons),
					choices(b, "expertise", steps.YesNo), "", "",
				})
			}
		}
		if len(table.Rows) > 0 {
			sections = append(sections, Section{taskListOf(group), b.texts.Group(b.plan, group), []Block{table}})
		}
	}
	if len(sections) > 0 {
		sections[0].Blocks = append([]Block{Paragraph(b.words.Intros.List)}, sections[0].Blocks...)
	}
	return sections
}

// taskListOf names the section of a group of tasks; a step is called policy too.
func taskListOf(group steps.GroupID) SectionID {
	return SectionID(string(TaskList) + "-" + string(group))
}

func (b blankForm) columns() (table Table) {
	for _, field := range []string{"task", "relevance", "horizon", "expertise", "owner", "hours"} {
		table.Columns = append(table.Columns, Column{Title: assets.Capital(b.texts.Field(field))})
	}
	table.Columns[4].Room, table.Columns[5].Room = roomForName, roomForHours
	return table
}

// choices are the values of a field in short, to tick one of, on a line that does not break.
func choices[T ~string](b blankForm, field string, values []T) string {
	toTick := func(value T) string { return tickBox + string(b.words.Choices[field][string(value)]) }
	return strings.Join(each(values, toTick), "\u00a0\u00a0")
}
