package spreadsheet

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// What was typed over cells that the spreadsheet works out or that only tell: it is not read, and so it is named. What a formula
// makes is worked out here of the same cells, since these can hold what is read otherwise than a formula takes it.

// overwritten notes what was typed over. It comes before the rows are read.
func (r *reader) overwritten(b *xlsx.Book, tasks, team, actions *table) error {
	if actions != nil {
		r.typedOver(actions, actionTable, "subject", r.isSubject)
	}
	if tasks == nil {
		return nil
	}
	r.typedOver(tasks, taskTable, "class", r.isClass)
	if team == nil {
		return nil
	}
	r.hoursOfMembers(tasks, team)
	head, err := b.Head(team.sheet)
	if err != nil {
		return planfile.AsErrors(err)
	}
	for _, row := range head {
		r.schoolHours(team, row)
	}
	r.figures(team.sheet, head, func(row xlsx.Row) bool {
		return slices.ContainsFunc(r.languages, func(t *assets.Texts) bool {
			return slices.Contains([]string{string(t.Workbook.Team.Planned), string(t.Workbook.Team.Left)}, row.At(1).Text)
		})
	})
	return r.hoursSheet(b)
}

// hoursSheet notes what was typed over the figures of the sheet with the hours.
func (r *reader) hoursSheet(b *xlsx.Book) error {
	for _, sheet := range b.Sheets {
		ours := func(t *assets.Texts) bool {
			return planfile.Fold(sheet.Name) == planfile.Fold(string(t.Workbook.Sheets.Hours))
		}
		if !slices.ContainsFunc(r.languages, ours) {
			continue
		}
		head, err := b.Head(sheet)
		if err != nil {
			return planfile.AsErrors(err)
		}
		r.figures(sheet, head, func(row xlsx.Row) bool { return row.Number > hoursHeadings })
	}
	return nil
}

// figures notes, in rows with a label, what stands where a formula stood. Where a sheet has no formula at all, a program kept only what
// they came to, and nothing was typed.
func (r *reader) figures(sheet xlsx.Sheet, rows []xlsx.Row, worksOut func(xlsx.Row) bool) {
	isFormula := func(c xlsx.Cell) bool { return c.Formula }
	if !slices.ContainsFunc(rows, func(row xlsx.Row) bool { return slices.ContainsFunc(row.Cells, isFormula) }) {
		return
	}
	for _, row := range rows {
		var cells []string
		for _, c := range row.Cells {
			if worksOut(row) && c.Column > 1 && c.Text != "" && readable(c) && !c.Formula {
				cells = append(cells, c.Name())
			}
		}
		if len(cells) > 0 {
			r.unread = append(r.unread, Unread{Sheet: steps.CleanName(sheet.Name), Heading: steps.CleanName(row.At(1).Text), Cells: cells})
		}
	}
}

// typedOver notes the cells of a column that say otherwise than they would by themselves.
func (r *reader) typedOver(t *table, kind tableKind, field string, is func(t *table, row xlsx.Row, c xlsx.Cell) bool) {
	if !t.has(field) {
		return
	}
	var cells []string
	for _, row := range t.rows {
		if c := t.at(row, field); c.Text != "" && readable(c) && !is(t, row, c) {
			cells = append(cells, c.Name())
		}
	}
	if len(cells) > 0 {
		r.noteCells(t, string(kind.words(r.texts)[field].Heading), cells)
	}
}

func (r *reader) noteCells(t *table, heading string, cells []string) {
	r.unread = append(r.unread, Unread{Sheet: steps.CleanName(t.sheet.Name), Heading: heading, Cells: cells})
}

// readable says whether something stands in a cell that somebody can have typed.
func readable(c xlsx.Cell) bool { return c.Kind != xlsx.FormulaCell && c.Kind != xlsx.ErrorCell }

// isClass says whether a cell names where the hours of a task go, as the formula does in some language.
func (r *reader) isClass(t *table, row xlsx.Row, c xlsx.Cell) bool {
	for _, field := range []string{"title", "relevance", "horizon", "sourcing", "owner"} {
		if !t.has(field) {
			return true
		}
	}
	return slices.ContainsFunc(r.languages, func(texts *assets.Texts) bool { return c.Text == classIn(texts, t, row) })
}

// classIn is what the formula of [writer.classFormula] makes of a row.
func classIn(texts *assets.Texts, t *table, row xlsx.Row) string {
	empty := func(field string) bool { return t.at(row, field).Text == "" }
	word := func(field string, word assets.Text) bool {
		return strings.EqualFold(t.at(row, field).Text, string(word))
	}
	is := func(field, raw string) bool { return word(field, assets.Text(texts.Value(field, raw))) }
	yes := func(field string) bool { return word(field, texts.Common.Yes) }
	atGroup := t.has("level") && (is("level", "group") || empty("level") && !yes("local") && (yes("scale") || yes("specialist")))
	class := steps.ClassSomeDay
	switch {
	case empty("title"):
		return ""
	case empty("relevance"):
		class = steps.ClassUndecided
	case is("relevance", "no"):
		class = steps.ClassNotHere
	case is("horizon", "dropped"):
		class = steps.ClassDropped
	case is("sourcing", "outsource"):
		class = steps.ClassOutsource
	case atGroup && empty("owner"):
		class = steps.ClassGroup
	case atGroup:
		class = steps.ClassGroupOurs
	case is("horizon", "short"):
		class = steps.ClassNow
	case is("horizon", "long"):
		class = steps.ClassLater
	}
	return string(texts.Common.HoursClasses[class])
}

// isSubject says whether a cell tells what an action comes from. Of an action that the plan does not have, only that which
// comes from nothing is known.
func (r *reader) isSubject(t *table, row xlsx.Row, c xlsx.Cell) bool {
	a, known := r.plan.Action(t.at(row, "id").Text)
	if !known {
		return t.at(row, "about").Text != ""
	}
	return slices.ContainsFunc(r.languages, func(texts *assets.Texts) bool { return c.Text == cutToCell(texts.Subject(r.plan, a.About)) })
}

// hoursOfMembers notes what was typed over the hours that are planned for members, and over those that are left.
func (r *reader) hoursOfMembers(tasks, team *table) {
	if !tasks.has("owner") || !tasks.has("hours") || !tasks.has("class") || !team.has("name") {
		return
	}
	all, group := r.owned(tasks, append(slices.Clone(schoolClasses), steps.ClassGroupOurs)...), r.owned(tasks, steps.ClassGroupOurs)
	of := func(owned map[string]ownedHours, row xlsx.Row) ownedHours {
		return owned[strings.ToLower(team.at(row, "name").Text)]
	}
	r.typedOver(team, teamTable, "planned", func(_ *table, row xlsx.Row, c xlsx.Cell) bool { return r.isOwned(c, of(all, row)) })
	r.typedOver(team, teamTable, "planned_group", func(_ *table, row xlsx.Row, c xlsx.Cell) bool { return r.isOwned(c, of(group, row)) })
	r.typedOver(team, teamTable, "left", func(_ *table, row xlsx.Row, c xlsx.Cell) bool {
		available, planned, taken := team.at(row, "hours"), team.at(row, "planned"), of(all, row)
		hours, known := taken.sum, taken.known()
		if readable(planned) {
			hours, known = r.quantityIn(planned)
		}
		given, is := hoursIn(available)
		return taken.inexact || !plainHours(available) || r.figure(c, given-hours, known && is)
	})
}

// ownedHours are the hours of the tasks that somebody owns.
type ownedHours struct {
	sum           steps.Decimal
	tasks, filled int
	inexact       bool // a formula takes other hours from a cell than is read there
}

func (o ownedHours) known() bool { return o.tasks == 0 || o.filled > 0 }

func (r *reader) isOwned(c xlsx.Cell, owned ownedHours) bool {
	return owned.inexact || r.figure(c, owned.sum, owned.known())
}

// owned adds up the hours of the tasks of these classes by who owns them, as [writer.ownedFormula] does.
func (r *reader) owned(tasks *table, classes ...steps.HoursClass) map[string]ownedHours {
	owned := map[string]ownedHours{}
	for _, row := range tasks.rows {
		owner := strings.ToLower(tasks.at(row, "owner").Text)
		if owner == "" || !r.isOfClass(tasks, row, classes) {
			continue
		}
		of, c := owned[owner], tasks.at(row, "hours")
		of.tasks++
		of.inexact = of.inexact || !plainHours(c)
		if hours, is := hoursIn(c); is {
			of.sum, of.filled = of.sum+hours, of.filled+1
		}
		owned[owner] = of
	}
	return owned
}

// isOfClass says whether a task is of one of these classes, as the cell says or, where it was not worked out yet, as it will.
func (r *reader) isOfClass(tasks *table, row xlsx.Row, classes []steps.HoursClass) bool {
	said := tasks.at(row, "class")
	return slices.ContainsFunc(r.languages, func(texts *assets.Texts) bool {
		text := said.Text
		if said.Kind == xlsx.FormulaCell {
			text = classIn(texts, tasks, row)
		}
		return slices.ContainsFunc(classes, func(class steps.HoursClass) bool {
			return strings.EqualFold(text, string(texts.Common.HoursClasses[class]))
		})
	})
}

// plainHours says whether a cell is empty, or a text or number that a formula takes as it is read.
func plainHours(c xlsx.Cell) bool {
	return c.Kind == xlsx.TextCell || c.Kind == xlsx.NumberCell
}

// figure says whether a cell shows these hours, as a formula rounds them, or that they are not known.
func (r *reader) figure(c xlsx.Cell, hours steps.Decimal, known bool) bool {
	const perHour = 100
	if number, is := r.quantityIn(c); is {
		return known && max(number-hours, hours-number)*perHour <= steps.Whole(1)
	}
	return !known && r.isUnknown(c)
}

// schoolHours notes what stands beside the words for the hours of the school, where it is neither these hours nor, where they are
// not known, the sum of those of the members.
func (r *reader) schoolHours(team *table, row xlsx.Row) {
	const label, figure = 1, 3
	says := func(t *assets.Texts) bool { return row.At(label).Text == string(t.Workbook.Team.Available) }
	c := row.At(figure)
	if c.Text == "" || !readable(c) || !slices.ContainsFunc(r.languages, says) {
		return
	}
	if hours, known := r.hoursOfSchool(team); r.figure(c, hours, known) {
		return
	}
	r.noteCells(team, string(r.texts.Workbook.Team.Available), []string{c.Name()})
}

// hoursOfSchool are those that the team sheet shows, and whether they are known.
func (r *reader) hoursOfSchool(team *table) (sum steps.Decimal, known bool) {
	if r.plan.School.Hours != nil {
		return *r.plan.School.Hours, true
	}
	for _, row := range team.rows {
		if hours, is := hoursIn(team.at(row, "hours")); is {
			sum, known = sum+hours, true
		}
	}
	return sum, known
}

// isUnknown says whether a cell says that hours are not known.
func (r *reader) isUnknown(c xlsx.Cell) bool {
	return slices.ContainsFunc(r.languages, func(t *assets.Texts) bool { return c.Text == string(t.Common.Unknown) })
}

// hoursIn are the hours that a formula takes from a cell: only of one that holds a number.
func hoursIn(c xlsx.Cell) (hours steps.Decimal, is bool) {
	raw, ok := c.Number()
	hours, err := steps.ParseDecimal(raw)
	return hours, c.Kind == xlsx.NumberCell && ok && err == nil
}

// quantityIn are the hours in a cell that the spreadsheet works out: a number, or one in the words that say how much of it is known.
func (r *reader) quantityIn(c xlsx.Cell) (hours steps.Decimal, is bool) {
	for _, t := range r.languages {
		for _, words := range []assets.Text{t.Common.AtLeast, t.Common.AtMost} {
			before, after := around(words)
			text, begins := strings.CutPrefix(c.Text, before)
			text, ends := strings.CutSuffix(text, after)
			if hours, err := steps.ParseDecimal(strings.Replace(text, ",", ".", 1)); begins && ends && err == nil {
				return hours, true
			}
		}
	}
	return hoursIn(c)
}
