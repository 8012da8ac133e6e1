package lists

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/lazyregexp"
	"stappenplan/planfile/match"
	"stappenplan/steps"
)

// Sure is the certainty, in percent, from which on a title is taken for a task of the plan without asking.
const Sure = match.Sure

// matchRows says which task each row is. No two rows are the same task: it is the likelier one, and of the other it is a doubt.
func matchRows(tasks *match.Tasks, rows []Row) {
	order := make([]int, len(rows))
	for i, row := range rows {
		order[i], rows[i].Matches = i, matchesOf(tasks, row)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rows[b].best(), rows[a].best()) })
	taken := map[string]bool{}
	for _, i := range order {
		row := &rows[i]
		if row.Certainty = row.best(); row.Certainty >= Sure && !taken[row.Matches[0].Task] {
			row.Task = row.Matches[0].Task
			taken[row.Task] = true
		}
	}
}

// groupRows says of each row in which group the task is that it looks like most, where it does somewhat.
func groupRows(plan steps.Plan, rows []Row) {
	const somewhat = 35 // percent
	for i := range rows {
		if row := &rows[i]; row.best() >= somewhat {
			if task, known := plan.Task(row.Matches[0].Task); known {
				row.like = task.Group
			}
		}
	}
}

var (
	betweenTasks = lazyregexp.New(`[\n;,•]|\s(?:[+&/]|en|and)\s`)
	anAside      = lazyregexp.New(`\([^()]*\)`)
)

// matchesOf are the tasks that a row may be. A title that names several is sure to be none of them, unless it is the name of one.
func matchesOf(tasks *match.Tasks, row Row) []match.Match {
	const most = 9
	found := tasks.Of(match.Title{Text: row.Title, Explanation: row.Note})
	if len(found) == 0 || found[0].Certainty < Sure || found[0].Certainty == match.Named {
		return found
	}
	var several []match.Match
	for _, piece := range betweenTasks().Split(anAside().ReplaceAllString(row.cell, ""), most) {
		of := tasks.Of(match.Title{Text: steps.CleanName(piece)})
		if len(of) > 0 && of[0].Certainty >= Sure && !slices.ContainsFunc(several, func(m match.Match) bool { return m.Task == of[0].Task }) {
			several = append(several, of[0])
		}
	}
	if len(several) < 2 {
		return found
	}
	for i := range several {
		several[i].Certainty = Sure - 1
	}
	return several
}

// best is the certainty of the likeliest match.
func (r Row) best() int {
	if len(r.Matches) == 0 {
		return 0
	}
	return r.Matches[0].Certainty
}

// Find returns the tasks of a plan whose title holds what was typed, at most nine.
func Find(typed string, plan steps.Plan, texts *assets.Texts) (found []match.Match) {
	const most = 9
	for _, task := range plan.Tasks() {
		title := plain(texts.TaskTitle(task))
		missing := func(word string) bool { return !strings.Contains(title, word) }
		if words := strings.Fields(plain(typed)); len(words) > 0 && len(found) < most && !slices.ContainsFunc(words, missing) {
			found = append(found, match.Match{Task: task.ID})
		}
	}
	return found
}
