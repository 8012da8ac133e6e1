package lists

import (
	"cmp"
	"slices"

	"stappenplan/planfile/match"
)

// Sure is the certainty, in percent, from which on a title is taken for a task of the plan without asking.
const Sure = match.Sure

// matchRows says which task each row is. No two rows are the same task: it is the likelier one, and the other loses that
// match.
func matchRows(tasks *match.Tasks, rows []Row) {
	order := make([]int, len(rows))
	for i, row := range rows {
		order[i], rows[i].Matches = i, tasks.Of(match.Title{Text: row.Title, Explanation: row.Note})
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rows[b].best(), rows[a].best()) })
	taken := map[string]bool{}
	for _, i := range order {
		row := &rows[i]
		row.Matches = slices.DeleteFunc(row.Matches, func(m match.Match) bool { return taken[m.Task] })
		if row.Certainty = row.best(); row.Certainty >= Sure {
			row.Task = row.Matches[0].Task
			taken[row.Task] = true
		}
	}
}

// best is the certainty of the likeliest match.
func (r Row) best() int {
	if len(r.Matches) == 0 {
		return 0
	}
	return r.Matches[0].Certainty
}
