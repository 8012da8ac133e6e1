package report

import (
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// SheetPage is a page of a sheet alone, such as what the ICT team does for whom, or an inquiry to fill in by hand. It is in the
// reader's language, unless it is always in another.
func SheetPage(plan steps.Plan, options Options, s *steps.Sheet, page *steps.SheetPage) Summary {
	if page.Language != "" {
		options.Texts = assets.Load(assets.Language(page.Language))
	}
	a := newAuthor(plan, options)
	words, table := a.texts.Sheets[s.ID].Pages[page.ID], s.Table(page.Table)
	p := sheetPart{a, s, table, steps.SheetPart{Table: table.ID}, a.plan.CompleteRows(s.ID, table.ID)}
	section := Section{ID: SectionID(table.ID), Title: string(a.texts.Sheets[s.ID].Tables[table.ID].Title)}
	switch answers, scores := s.AnswersTo(table.ID); {
	case len(p.rows) == 0:
	case scores != nil:
		section.Blocks = append([]Block{Paragraph(words.Intro)}, p.form(answers, scores)...)
	default:
		section.Blocks = []Block{Paragraph(words.Intro), p.told()}
	}
	title := a.plan.School.Name
	if title == "" {
		title = string(words.Title)
	}
	summary := a.document(title, []Part{{SheetsPage, string(words.Title), []Section{section}}})
	summary.Facts, summary.Days = nil, nil
	return summary
}

// form is an inquiry to fill in by hand: what its answers are told apart by, what the scores say, and the questions with a box
// for each score.
func (p sheetPart) form(answers *steps.Table, scores *steps.Column) (blocks []Block) {
	for i := range answers.Columns {
		w := p.texts.ColumnWords(p.sheet.ID, answers.ID, answers.Columns[i].ID)
		switch c := &answers.Columns[i]; c.Type {
		case steps.LineColumn:
			blocks = append(blocks, Room{string(w.Label), 1})
		case steps.ChoiceColumn:
			boxes := each(c.Choices, func(choice string) string { return tickBox + string(w.Choices[choice]) })
			blocks = append(blocks, Paragraph(string(w.Label)+": "+strings.Join(boxes, "  ")))
		}
	}
	var scale []string
	for i, says := range p.texts.SheetCommon.Scale {
		scale = append(scale, strconv.Itoa(i+1)+" "+string(says))
	}
	table := Table{Columns: []Column{{Title: string(p.texts.ColumnWords(p.sheet.ID, p.table.ID, p.table.Name()).Label)}}}
	for n := range scores.Most {
		table.Columns = append(table.Columns, Column{Title: strconv.Itoa(n + 1)})
	}
	for i, r := range p.rows {
		row := []string{strconv.Itoa(i+1) + ". " + p.name(r) + p.forWhom(r)}
		for range scores.Most {
			row = append(row, strings.TrimSpace(tickBox))
		}
		table.Rows = append(table.Rows, row)
	}
	return append(blocks, Paragraph(strings.Join(scale, factsApart)), table)
}

// forWhom says for whom a question is, where that is not everybody.
func (p sheetPart) forWhom(r steps.Row) string {
	for i := range p.table.Columns {
		if c := &p.table.Columns[i]; c.Type == steps.SetColumn && len(r.Cells.Texts(c.ID)) > 0 {
			return " (" + p.cell(r, c) + ")"
		}
	}
	return ""
}
