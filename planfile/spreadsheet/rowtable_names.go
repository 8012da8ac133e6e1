package spreadsheet

import (
	"cmp"
	"slices"

	"stappenplan/planfile"
	"stappenplan/steps"
)

// What the words in a table of a deepening sheet name, and the places of its rows.

// name forgets what could be named, and takes the names from this plan.
func (r *reader) name(plan steps.Plan) {
	r.named, r.now = map[*steps.Column]map[string]string{}, nil
	for _, t := range r.languages {
		r.now = append(r.now, newCellNames(plan, t))
	}
}

// namedBy is what a column can name, by its words: rows of its table as they are called now and as they were, words of its
// choice, people, tasks. What comes first counts.
func (r *reader) namedBy(t markedTable, c *steps.Column) map[string]string {
	if known := r.named[c]; known != nil {
		return known
	}
	named := map[string]string{}
	add := func(word, raw string) {
		if word = planfile.Fold(word); word != "" && named[word] == "" {
			named[word] = raw
		}
	}
	for _, names := range slices.Concat(r.now, r.before) {
		if c.Table == "" {
			break
		}
		for _, row := range names.plan.Rows(t.sheetID, c.Table) {
			add(names.of(t.sheetID, c.Table)[row.ID], row.ID)
		}
	}
	for _, names := range r.now {
		if c.Table != "" {
			naming := names.plan.Definitions().Sheet(t.sheetID).Table(c.Table).Name()
			for _, row := range names.plan.Rows(t.sheetID, c.Table) {
				add(row.Cells.Text(naming), row.ID) // all of it, as it stands on the sheet that is chosen from
			}
		}
		for _, choice := range c.Choices {
			add(choiceWord(names.texts, t.sheetID, t.of.ID, c, choice), choice)
			add(choice, choice)
		}
	}
	if namesPeople(c) {
		for name, id := range r.members {
			add(name, steps.MemberPrefix+id)
		}
		for _, names := range r.now {
			for _, role := range steps.MemberRoles {
				add(names.texts.Value("role", string(role)), string(role))
			}
		}
	}
	if c.Task {
		for name, ids := range planfile.TasksByName(r.now[0].plan, r.languages) {
			add(name, steps.TaskPrefix+ids[0])
		}
	}
	r.named[c] = named
	return named
}

// ranks puts the rows of a table in the order that their numbers give: one that was moved up comes before the one that has that
// number, one that was moved down after it.
func (r *reader) ranks(t markedTable, rows []rowChange, plan steps.Plan) (changes []cellChange) {
	rank := t.of.RankColumn()
	if rank == "" || t.columns[rank] == 0 {
		return nil
	}
	type place struct {
		cellChange
		wanted, moved int
	}
	var places []place
	changed := false
	for _, now := range plan.Rows(t.sheetID, t.of.ID) {
		current, ranked := now.Cells.Whole(rank)
		at := place{cellChange{table: t.table}, current, 0}
		at.Row = now.ID
		if i := slices.IndexFunc(rows, func(c rowChange) bool { return c.in.table == t.table && c.Row == now.ID }); i >= 0 {
			at.row = rows[i].row
			value, ok := r.count(t.table, t.at(at.row, rank), true)
			wanted, given := value.(int)
			typed := cellChange{steps.RowChange(t.sheetID, t.of.ID, now.ID, steps.Cells{rank: value}), t.table, at.row}
			if err := plan.Check(typed.Change); err != nil {
				r.refused(typed, err.(steps.Refusals))
				ok = false
			}
			switch {
			case !ok:
			case !given && ranked:
				changes = append(changes, typed)
				continue
			case given:
				changed = changed || wanted != current
				at.wanted, ranked = wanted, true
				if at.moved = cmp.Compare(wanted, current); current == 0 {
					at.moved = -1
				}
			}
		}
		if ranked {
			places = append(places, at)
		}
	}
	if !changed {
		return changes
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(a.wanted, b.wanted), cmp.Compare(a.moved, b.moved)) })
	for n, at := range places {
		at.Change = steps.RowChange(t.sheetID, t.of.ID, at.Row, steps.Cells{rank: n + 1})
		changes = append(changes, at.cellChange)
	}
	return changes
}
