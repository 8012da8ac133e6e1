package report

import (
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// inquiry is what people answered: how many did, the means before and after, and these by role where enough people answered
// to know nobody again.
func (p sheetPart) inquiry() []Block {
	w, q := p.texts.SheetCommon, p.plan.Inquiry(p.sheet.ID, p.part)
	blocks := []Block{Paragraph(w.Answered.Fill("before", q.Before, "after", q.After)), p.shifts(q)}
	if q.Groups == nil {
		return append(blocks, Paragraph(w.TooFew))
	}
	return append(blocks, Paragraph(w.ByRole), p.byRole(q))
}

// scores is the column with the scores of the answers.
func (p sheetPart) scores() *steps.Column {
	for i := range p.table.Columns {
		if p.table.Columns[i].Type == steps.ScoresColumn {
			return &p.table.Columns[i]
		}
	}
	return nil
}

// asked is the question of a row, after its number.
func (p sheetPart) asked(i int, q steps.InquiryQuestion) string {
	questions := p.sheet.Table(p.scores().Table)
	row, _ := p.plan.Row(p.sheet.ID, questions.ID, q.Row)
	return strconv.Itoa(i+1) + ". " + steps.CleanName(row.Cells.Text(questions.Name()))
}

// shifts are the means before and after, and in the table how often each score was given and how much the mean rose.
func (p sheetPart) shifts(q steps.Inquiry) Shifts {
	w, scores := p.texts.SheetCommon, p.scores()
	s := Shifts{Moments: [2]string{string(w.Before), string(w.After)}, Most: scores.Most}
	if len(w.Scale) > 0 {
		s.Lowest, s.Highest = string(w.Scale[0]), string(w.Scale[len(w.Scale)-1])
	}
	asked := p.sheet.Table(scores.Table)
	before, after := capital(w.Before), capital(w.After)
	spread := func(moment assets.Text) Column {
		return Column{Title: assets.Capital(w.Spread.Fill("moment", moment, "most", scores.Most))}
	}
	s.Told.Columns = []Column{
		{Title: string(p.texts.ColumnWords(p.sheet.ID, asked.ID, asked.Name()).Label)}, {Title: before, Number: true}, {Title: after, Number: true},
		{Title: capital(w.Shift), Number: true}, spread(w.Before), spread(w.After),
	}
	for i, question := range q.Questions {
		all := question.All
		line := ShiftsLine{p.asked(i, question), p.mean(all.Before), p.mean(all.After)}
		s.Lines = append(s.Lines, line)
		s.Told.Rows = append(s.Told.Rows, []string{line.Label, line.Before.Text, line.After.Text, p.rise(all), often(all.Before), often(all.After)})
	}
	s.Told = s.Told.filled()
	return s
}

// mean is the mean of scores.
func (p sheetPart) mean(s steps.Scores) Amount {
	mean, answered := s.Mean()
	if !answered {
		return Amount{Text: string(p.texts.Common.None)}
	}
	return known(mean, p.tenths(mean))
}

// tenths is a number with one digit behind the comma, as a mean is read.
func (p sheetPart) tenths(n steps.Decimal) string {
	text := p.texts.Number(n)
	if n%steps.Whole(1) == 0 {
		text += p.texts.Number(steps.Tenths(1))[1:2] + "0"
	}
	return text
}

// rise is how much a mean rose, with its sign.
func (p sheetPart) rise(s steps.ScoreShift) string {
	rise, known := s.Change()
	switch {
	case !known:
		return string(p.texts.Common.None)
	case rise > 0:
		return "+" + p.tenths(rise)
	case rise < 0:
		return "−" + p.tenths(-rise)
	}
	return p.tenths(rise)
}

// often is how often each score was given, from the lowest on; nothing where none was.
func often(s steps.Scores) string {
	if s.Count() == 0 {
		return ""
	}
	return strings.Join(each(s, strconv.Itoa), " · ")
}

// byRole are the means before and after of each role that can be shown.
func (p sheetPart) byRole(q steps.Inquiry) Table {
	asked := p.sheet.Table(p.scores().Table)
	table := Table{Columns: []Column{{Title: string(p.texts.ColumnWords(p.sheet.ID, asked.ID, asked.Name()).Label)}}}
	for _, group := range q.Groups {
		table.Columns = append(table.Columns, Column{Title: p.groupName(group), Number: true})
	}
	for i, question := range q.Questions {
		row := []string{p.asked(i, question)}
		for n := range q.Groups {
			cell := string(p.texts.Common.None)
			if len(question.Groups) > n && question.Groups[n].Before.Count() > 0 {
				cell = p.mean(question.Groups[n].Before).Text + " → " + p.mean(question.Groups[n].After).Text
			}
			row = append(row, cell)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// groupName is the role that figures are of; all others together have their own word.
func (p sheetPart) groupName(role string) string {
	if role == "" {
		return capital(p.texts.SheetCommon.Others)
	}
	for i := range p.table.Columns {
		if choice, is := p.texts.ColumnWords(p.sheet.ID, p.table.ID, p.table.Columns[i].ID).Choices[role]; is {
			return capital(choice)
		}
	}
	return role
}
