package lists

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stappenplan/planfile"
	"stappenplan/planfile/match"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// maxNote is how many bytes of the cells of a row are kept as its note.
const maxNote = 5000

// rows makes tasks of the rows of a table; one that only names a group begins a section, but in a table of one column, where each row
// could be that.
func (r *reader) rows(t table) (list []Row) {
	group, titles := cmp.Or(t.group, defaultGroup), planfile.TasksByName(r.plan, r.languages)
	for _, row := range t.rows {
		if section := r.sectionOf(row); section != "" && len(t.columns) > 1 && titles[planfile.Fold(row.Cells[0].Text)] == nil && !r.saysTask(row.Cells[0].Text) {
			group = section
			continue
		}
		task, merged := r.row(t, row, group)
		switch {
		case task.Title == "" && len(row.Cells) > 0:
			r.leftOut.add(WithoutTask, rowName(t.sheet, row))
			continue
		case r.isTotal(task.Title, row) && !r.choices.With[Totals]:
			r.leftOut.add(Totals, rowName(t.sheet, row))
			continue
		case merged && len(list) > 0:
			list[len(list)-1].join(task)
		default:
			list = append(list, task)
		}
		if task.noHours != "" {
			r.leftOut.add(WithoutHours, task.noHours)
		}
	}
	return list
}

// joinShared makes one task of rows with the same title in the same group that name other people, as on a sheet for each person.
func (r *reader) joinShared(rows []Row) (joined []Row) {
	first := map[string]int{}
	for _, row := range rows {
		key := planfile.Fold(row.Title) + "\n" + string(row.Group)
		i, known := first[key]
		if known && len(row.owners) > 0 && len(joined[i].owners) > 0 && !slices.Equal(row.owners, joined[i].owners) {
			r.leftOut.add(Joined, row.Sheet+"!"+strconv.Itoa(row.Number))
			joined[i].join(row)
			continue
		}
		if !known {
			first[key] = len(joined)
		}
		joined = append(joined, row)
	}
	return joined
}

// join adds what another row says of the same task.
func (t *Row) join(more Row) {
	t.owners, t.backups, t.others = append(t.owners, more.owners...), append(t.backups, more.backups...), append(t.others, more.others...)
	t.Horizon, t.Relevance, t.Priority = cmp.Or(t.Horizon, more.Horizon), cmp.Or(t.Relevance, more.Relevance), cmp.Or(t.Priority, more.Priority)
	t.Day = cmp.Or(t.Day, more.Day)
	if t.Hours != nil && more.Hours != nil {
		total := min(*t.Hours+*more.Hours, steps.MaxTaskHours)
		t.Hours = &total
	} else {
		t.Hours = cmp.Or(t.Hours, more.Hours)
	}
	t.addNote(more.Note)
}

// sectionOf returns the group that a row names in its only cell, in a few words.
func (r *reader) sectionOf(row xlsx.Row) steps.GroupID {
	const few = 5
	cells := slices.DeleteFunc(slices.Clone(row.Cells), func(c xlsx.Cell) bool { return c.Copied || c.Hidden })
	if len(cells) != 1 || len(strings.Fields(cells[0].Text)) > few || row.Cells[0].Text != cells[0].Text {
		return ""
	}
	return r.groupOf(cells[0].Text)
}

// saysTask says whether a text of several words is surely a task: a word alone, such as Netwerk, may be a section.
func (r *reader) saysTask(text string) bool {
	if len(strings.Fields(text)) < 2 {
		return false
	}
	found := r.tasks.Of(match.Title{Text: text})
	return len(found) > 0 && found[0].Certainty >= Sure
}

// cell is a cell of a row as it counts: what is struck out is no part of it, nor is what cannot be read.
func (r *reader) cell(row xlsx.Row, column Column) xlsx.Cell {
	c := row.At(column.number)
	if r.choices.With[StruckOut] {
		c.Text = cmp.Or(c.Whole, c.Text)
	}
	if c.Kind == xlsx.FormulaCell || c.Kind == xlsx.ErrorCell {
		c.Text = ""
	}
	return c
}

// row reads one row; merged says that its title is that of the row before. What a column's field cannot say of a task becomes
// part of its note, after the heading.
func (r *reader) row(t table, row xlsx.Row, group steps.GroupID) (task Row, merged bool) {
	task = Row{Sheet: t.sheet.Name, Number: row.Number, Group: group}
	var remarks, note []string
	for _, column := range t.columns {
		c := r.cell(row, column)
		if at := row.At(column.number); column.Field != Aside {
			r.count(t, at)
		}
		shown := cut(c.Shown(r.shown))
		switch {
		case column.Field == Aside || column.Field == Matrix || strings.TrimSpace(c.Text) == "":
		case column.Field == Title && c.Copied:
			merged = true
			r.readTitle(&task, c)
		case r.readCell(&task, t, column, c):
		case column.remark || column.Heading == "":
			remarks = append(remarks, shown)
		default:
			note = append(note, column.Heading+": "+shown)
		}
	}
	if t.owner != "" && len(task.owners) == 0 {
		task.owners = []string{t.owner}
	}
	r.matrixRow(&task, t.columns, row)
	task.addNote(strings.Join(append(remarks, note...), "\n"))
	return task, merged
}

// count notes what of a cell is left out.
func (r *reader) count(t table, c xlsx.Cell) {
	name := t.sheet.Name + "!" + c.Name()
	switch {
	case c.Kind == xlsx.FormulaCell || c.Kind == xlsx.ErrorCell:
		r.leftOut.add(WithoutReading, name)
	case c.Whole != "" && !r.choices.With[StruckOut]:
		r.leftOut.add(StruckOut, name)
	}
}

// addNote adds lines to the note, which is cut where it grows too long.
func (t *Row) addNote(lines string) { t.Note = cut(strings.Trim(t.Note+"\n"+lines, "\n")) }

// cut shortens a text to what a note may hold.
func cut(text string) string {
	if len(text) > maxNote {
		return strings.ToValidUTF8(text[:maxNote], "") + "…"
	}
	return text
}

func (r *reader) readTitle(t *Row, c xlsx.Cell) (complete bool) {
	whole := steps.CleanName(c.Text)
	t.cell, t.Title = cut(c.Text), planfile.Shorten(whole, steps.MaxName)
	return t.Title == whole
}

// readCell reads a cell into the field of a row, and says whether that field keeps all of the cell.
func (r *reader) readCell(task *Row, t table, column Column, c xlsx.Cell) (complete bool) {
	if column.value != "" && r.isTick(c) {
		if column.Field == Group {
			task.Group = steps.GroupID(column.value)
		} else {
			task.Horizon = steps.Horizon(column.value)
		}
		return true
	}
	switch column.Field {
	case Title:
		return r.readTitle(task, c)
	case Owner, Backup:
		names, complete := r.namesIn(c.Text, t)
		if column.Field == Owner {
			task.owners = append(task.owners, names...)
		} else {
			task.backups = append(task.backups, names...)
		}
		return complete
	case Horizon:
		task.Horizon = r.horizonOf(c)
		return task.Horizon != "" || r.readDay(task, c) || r.readPriority(task, c, 0)
	case Priority:
		if task.Horizon == "" {
			task.Horizon = r.horizonOf(c)
		}
		return task.Horizon != "" || r.readPriority(task, c, column.scale)
	case Group:
		group := r.groupOf(c.Text)
		task.Group = cmp.Or(group, task.Group)
		return group != ""
	case Relevance:
		relevance := r.relevanceOf(c, column.Negated)
		task.Relevance = cmp.Or(relevance, task.Relevance)
		return relevance != ""
	case Hours:
		return r.readHours(task, t, column, c)
	case Available:
		task.available = hoursOf(c, column.Unit)
		return task.available != nil
	}
	return false
}

// readPriority proposes a term, which is taken where that is agreed. The words go with the note until then.
func (r *reader) readPriority(task *Row, c xlsx.Cell, scale int) (complete bool) {
	priority := r.priorityOf(c, scale)
	task.Priority = cmp.Or(priority, task.Priority)
	if !r.choices.Priorities {
		return false
	}
	task.Horizon = cmp.Or(task.Horizon, priority)
	return priority != ""
}

// readDay proposes that a day in the present school year means now, and takes it where that is agreed. It stays in the note, since a
// term says less.
func (r *reader) readDay(task *Row, c xlsx.Cell) (complete bool) {
	day, is := planfile.CellDay(c)
	if !is || day.SchoolYear() != r.today.SchoolYear() {
		return false
	}
	if task.Day = day; r.choices.Days {
		task.Horizon = steps.Short
	}
	return false
}

// readHours reads hours. Those of another unit are turned into hours a week where that is agreed, and hours in a cell that is
// merged over several tasks are those of the first: what they are of the others is not known.
func (r *reader) readHours(task *Row, t table, column Column, c xlsx.Cell) (complete bool) {
	hours := hoursOf(c, column.Unit)
	switch {
	case c.Copied:
		return false
	case hours == nil && plain(c.Text) != noWords:
		task.noHours = t.sheet.Name + "!" + c.Name() + " (" + sample(c, r.shown) + ")"
		return false
	case hours == nil:
		return false
	}
	if column.Unit != "" {
		task.Converted = hours
	}
	if column.Unit != "" && !r.choices.Convert {
		r.leftOut.add(OtherUnits, t.sheet.Name+"!"+c.Name())
		return false
	}
	task.Hours = hours
	return true
}
