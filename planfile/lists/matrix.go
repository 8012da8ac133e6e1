package lists

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// mark is what stands in the cells of a person in a matrix.
type mark int

const (
	letters mark = iota + 1 // R, A, C, I, S
	ticks                   // x
	amounts                 // hours
)

// part is what somebody has to do with a task, by its letter in a matrix.
type part = byte

const (
	responsible part = 'R'
	accountable part = 'A'
)

// partsIn are the letters in a cell of a matrix, as R/A; none where it holds anything else.
func partsIn(c xlsx.Cell) (parts []part) {
	if c.Kind != xlsx.TextCell || len(c.Text) > 12 {
		return nil
	}
	for _, letter := range strings.ToUpper(c.Text) {
		switch {
		case strings.ContainsRune("RACIS", letter):
			parts = append(parts, part(letter))
		case !strings.ContainsRune(" /,+&-()", letter):
			return nil
		}
	}
	return parts
}

// isTick says whether a cell holds a mark.
func (r *reader) isTick(c xlsx.Cell) bool {
	return c.Kind == xlsx.TextCell && r.words.ticks.are(c.Text)
}

// isAmount says whether a cell holds hours.
func isAmount(c xlsx.Cell) bool { return hoursOf(c, "") != nil }

// countCells is for how many cells something holds.
func countCells(cells []xlsx.Cell, holds func(xlsx.Cell) bool) (n int) {
	for _, c := range cells {
		if holds(c) {
			n++
		}
	}
	return n
}

// findMatrix takes columns for people where the cells of several hold the letters of a matrix, marks or hours, and no heading
// says otherwise; a row of hours among the letters undoes none. Marks and hours also stand under other headings: these must look like names, and are certain only where a
// name or a role is known.
func (r *reader) findMatrix(t *table) {
	kinds := []struct {
		mark  mark
		holds func(xlsx.Cell) bool
	}{
		{letters, func(c xlsx.Cell) bool { return partsIn(c) != nil }},
		{ticks, r.isTick},
		{amounts, isAmount},
	}
	for _, kind := range kinds {
		var found []*Column
		known, held, amounting := false, 0, 0
		for i := range t.columns {
			c := &t.columns[i]
			cells := cellsOf(*t, c.number)
			holding, besides := countCells(cells, kind.holds), 0
			if kind.mark == letters && c.Evidence <= Cells {
				besides = countCells(cells, isAmount)
			}
			all := holding > 0 && holding+besides == len(cells)
			free := c.Evidence <= Cells && c.value == "" || kind.mark == letters && c.Evidence < Told && c.Field != Title
			if all && free && c.Heading != "" && (kind.mark == letters || r.isName(c.Heading)) {
				found = append(found, c)
				held, amounting = held+holding, amounting+besides
				known = known || r.isKnown(c.Heading)
			}
		}
		if len(found) < 2 || amounting >= held || kind.mark != letters && !known && t.has(Owner) {
			continue
		}
		for _, c := range found {
			c.Field, c.Evidence, c.mark = Matrix, Cells, kind.mark
			if kind.mark == letters || known {
				c.Evidence = Exact
			}
		}
		return
	}
	for i := range t.columns {
		if c := &t.columns[i]; c.Field == Matrix {
			c.mark = ticks
			if cells := cellsOf(*t, c.number); most(cells, kinds[0].holds) {
				c.mark = letters
			} else if most(cells, kinds[2].holds) {
				c.mark = amounts
			}
		}
	}
}

// involved is somebody in a row of a matrix.
type involved struct {
	name  string
	parts []part
	hours steps.Decimal
}

// matrixRow reads the cells of people in a row. Who is responsible carries the task, and the second one steps in; with nobody
// responsible it is who is accountable. What the others have to do with it goes with the note.
func (r *reader) matrixRow(t *Row, columns []Column, row xlsx.Row) {
	var people []involved
	for _, column := range columns {
		c := r.cell(row, column)
		if column.Field != Matrix || c.Text == "" {
			continue
		}
		who := involved{name: column.Heading, parts: partsIn(c)}
		hours := hoursOf(c, "")
		switch {
		case r.isNobody(column.Heading):
			t.addNote(column.Heading + ": " + c.Shown(r.shown))
			continue
		case column.mark == letters && who.parts != nil:
		case column.mark == ticks && r.isTick(c):
			who.parts = []part{responsible}
		case column.mark == amounts && hours != nil:
			if *hours == 0 {
				continue
			}
			who.parts, who.hours = []part{responsible}, *hours
		default:
			t.addNote(column.Heading + ": " + c.Shown(r.shown))
			continue
		}
		people = append(people, who)
	}
	has := func(p part) func(involved) bool {
		return func(i involved) bool { return slices.Contains(i.parts, p) }
	}
	slices.SortStableFunc(people, func(a, b involved) int { return cmp.Compare(b.hours, a.hours) })
	carries := responsible
	if !slices.ContainsFunc(people, has(responsible)) {
		carries = accountable
	}
	var total steps.Decimal
	for _, who := range people {
		total += who.hours
		if has(carries)(who) {
			t.owners = append(t.owners, who.name)
		}
		for _, p := range who.parts {
			if p != responsible && !(p == carries || p == accountable && has(responsible)(who)) {
				t.others = append(t.others, other{who.name, string(r.words.parts[p])})
			}
		}
	}
	if total > 0 && t.Hours == nil && total <= steps.MaxTaskHours {
		t.Hours = &total
	}
	if len(people) > 1 && total > 0 {
		for _, who := range people {
			t.others = append(t.others, other{who.name, r.number(who.hours)})
		}
	}
}
