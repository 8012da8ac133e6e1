package spreadsheet

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"stappenplan/lazyregexp"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// What the cells of a row of a deepening sheet say.

// cells are those that a row says otherwise than it stands: of columns that name rows, or of the others. Ranks come later.
func (r *reader) cells(t markedTable, row xlsx.Row, now steps.Row, naming bool) steps.Cells {
	cells := steps.Cells{}
	for i := range t.of.Columns {
		c := &t.of.Columns[i]
		if c.NamesRows() != naming || c.Type == steps.RankColumn {
			continue
		}
		if value, given := r.cell(t, row, c, now.Cells[c.ID]); given && !(steps.Given{Value: value}).Same(steps.Given{Value: now.Cells[c.ID]}) {
			cells[c.ID] = value
		}
	}
	return cells
}

// cell is the value that a row has in a column, nil for none; given is false where the sheet has no such column, or what stands
// there cannot be.
func (r *reader) cell(t markedTable, row xlsx.Row, c *steps.Column, current any) (value any, given bool) {
	switch c.Type {
	case steps.AmountsColumn:
		return r.amounts(t, row, c, current)
	case steps.ScoresColumn:
		return r.scores(t, row, c, current)
	}
	if t.columns[c.ID] == 0 {
		return nil, false
	}
	at, column := t.at(row, c.ID), newRowColumn(r.plan.Definitions().Sheet(t.sheetID), t.of, c, columnWords(r.texts, t.sheetID, t.of.ID, c.ID))
	switch column.kind {
	case countColumn:
		return r.count(t.table, at, c.Type != steps.NumberColumn)
	case wordsColumn:
		return r.words(t, at, c, current)
	}
	raw, ok := r.raw(t.table, column.sheetColumn, at, rawCell(current))
	switch {
	case !ok:
		return nil, false
	case raw == "":
		return nil, true
	case column.kind == truthColumn:
		return raw == "true", true
	}
	return raw, true
}

// thousands are digits with something between each three of them, as people write amounts.
var thousands = lazyregexp.New(`^\d{1,3}([. \x{a0}\x{202f}]\d{3})+$`)

// count is the number in a cell; nil for none.
func (r *reader) count(t *table, c xlsx.Cell, whole bool) (value any, ok bool) {
	if empty, ok := r.holds(t, c); empty || !ok {
		return nil, ok
	}
	typed := c
	if c.Kind == xlsx.TextCell {
		typed.Text = strings.TrimSpace(strings.ReplaceAll(c.Text, "€", ""))
		if whole && thousands().MatchString(typed.Text) {
			typed.Text = strings.NewReplacer(".", "", " ", "", "\u00a0", "", "\u202f", "").Replace(typed.Text)
		}
	}
	raw, ok := typed.Number()
	n, err := steps.ParseDecimal(raw)
	one := steps.Whole(1)
	switch {
	case !ok, err != nil, whole && n%one != 0:
		r.report(t, c, "workbook-not-count", c.Text, "")
		return nil, false
	case whole:
		return int(n / one), true
	}
	return n, true
}

// amounts are those of the years of which the sheet has a column, the others and those of cells that cannot be as they stand.
func (r *reader) amounts(t markedTable, row xlsx.Row, c *steps.Column, current any) (value any, given bool) {
	now, _ := current.([]int)
	years := make([]any, max(len(now), cmp.Or(c.Most, steps.MaxAmounts)))
	for n := range now {
		years[n] = now[n]
	}
	for n := range years {
		if field := amountField(c, n); t.columns[field] > 0 {
			given = true
			if amount, ok := r.count(t.table, t.at(row, field), true); ok {
				years[n] = amount
			}
		}
	}
	r.withoutRefused(t, row, c, years, now)
	if amounts := r.withoutGaps(t, row, c, years, now); len(amounts) > 0 {
		return amounts, given
	}
	return nil, given
}

// withoutRefused puts amounts that are refused back as they stand.
func (r *reader) withoutRefused(t markedTable, row xlsx.Row, c *steps.Column, years []any, now []int) {
	amounts := make([]int, len(years))
	for n := range years {
		amounts[n], _ = years[n].(int)
	}
	refused := r.refusedParts(t, row, c, amounts)
	for n := range years {
		if !slices.Contains(refused, amountField(c, n)) {
			continue
		}
		if years[n] = nil; n < len(now) {
			years[n] = now[n]
		}
	}
}

// withoutGaps are the amounts up to the last year that has one. What is missing before it stays as it stands; where nothing
// stands, the years after it cannot be told.
func (r *reader) withoutGaps(t markedTable, row xlsx.Row, c *steps.Column, years []any, now []int) (amounts []int) {
	last := len(years)
	for last > 0 && years[last-1] == nil {
		last--
	}
	for n := range last {
		amount, there := years[n].(int)
		if !there {
			r.report(t.table, t.at(row, amountField(c, n)), "workbook-amount-missing", "", "")
			if n >= len(now) {
				r.afterGap(t, row, c, years[:last], n)
				return amounts
			}
			amount = now[n]
		}
		amounts = append(amounts, amount)
	}
	return amounts
}

// afterGap names the amounts of the years after one that has none.
func (r *reader) afterGap(t markedTable, row xlsx.Row, c *steps.Column, years []any, gap int) {
	for n := gap + 1; n < len(years); n++ {
		if at := t.at(row, amountField(c, n)); years[n] != nil {
			r.report(t.table, at, "workbook-amount-after-gap", at.Text, "")
		}
	}
}

// refusedParts are the fields of amounts or scores that the plan refuses, which is reported.
func (r *reader) refusedParts(t markedTable, row xlsx.Row, c *steps.Column, value any) (fields []string) {
	typed := cellChange{giving(t.sheetID, t.of.ID, t.at(row, "id").Text, steps.Cells{c.ID: value}), t.table, row}
	refusals, _ := r.now[0].plan.Check(typed.Change).(steps.Refusals)
	for _, refusal := range refusals {
		if t.columns[refusal.Field] > 0 {
			r.refused(typed, steps.Refusals{refusal})
			fields = append(fields, refusal.Field)
		}
	}
	return fields
}

// scores are those of which the sheet has a column, the others and those of cells that cannot be as they stand.
func (r *reader) scores(t markedTable, row xlsx.Row, c *steps.Column, current any) (value any, given bool) {
	now, _ := current.(map[string]int)
	scores := maps.Clone(now)
	if scores == nil {
		scores = map[string]int{}
	}
	for field := range t.columns {
		scored, is := strings.CutPrefix(field, scoreField(c, ""))
		if !is {
			continue
		}
		given = true
		n, ok := r.count(t.table, t.at(row, field), true)
		if score, there := n.(int); there {
			scores[scored] = score
		} else if ok {
			delete(scores, scored)
		}
	}
	for _, field := range r.refusedParts(t, row, c, scores) {
		scored := strings.TrimPrefix(field, scoreField(c, ""))
		delete(scores, scored)
		if n, there := now[scored]; there {
			scores[scored] = n
		}
	}
	if len(scores) == 0 {
		return nil, given
	}
	return scores, given
}

// words is what a cell names.
func (r *reader) words(t markedTable, at xlsx.Cell, c *steps.Column, current any) (value any, ok bool) {
	if empty, ok := r.holds(t.table, at); empty || !ok {
		return nil, ok
	}
	if current != nil && slices.ContainsFunc(r.before, func(n cellNames) bool { return at.Text == cutToCell(n.said(t.sheetID, t.of.ID, c, current)) }) {
		return current, true
	}
	if !severalIn(*c) {
		raw, ok := r.word(t, at, c, at.Text)
		return raw, ok
	}
	var list []string
	for word := range strings.SplitSeq(at.Text, strings.TrimSpace(listSeparator)) {
		if word = steps.CleanName(word); word == "" {
			continue
		}
		raw, ok := r.word(t, at, c, word)
		if !ok {
			return nil, false
		}
		list = append(list, raw)
	}
	if len(list) == 0 {
		return nil, true
	}
	return list, true
}

// word is the raw value of one thing that a cell names.
func (r *reader) word(t markedTable, at xlsx.Cell, c *steps.Column, word string) (raw string, ok bool) {
	raw, ok = r.namedBy(t, c)[planfile.Fold(word)]
	switch {
	case ok:
		return raw, true
	case namesPeople(c):
		return steps.CleanName(word), true
	}
	var from []string
	for _, choice := range c.Choices {
		from = append(from, choiceWord(r.texts, t.sheetID, t.of.ID, c, choice))
	}
	if c.Table != "" {
		from = append(from, string(r.texts.Sheets[t.sheetID].Tables[c.Table].Title))
	}
	if c.Task {
		from = append(from, string(r.texts.Workbook.Sheets.Tasks))
	}
	r.report(t.table, at, "workbook-not-named", word, strings.Join(from, ", "))
	return "", false
}
