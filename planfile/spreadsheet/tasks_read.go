package spreadsheet

import (
	"slices"
	"strings"

	"stappenplan/planfile"
	"stappenplan/planfile/match"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// readTasks reads the tasks; those with an id first, since they know what they are about.
func (r *reader) readTasks(t *table) {
	if t == nil {
		return
	}
	titles := planfile.TasksByName(r.plan, r.languages)
	rows := t.filled(taskColumns)
	for _, withID := range []bool{true, false} {
		for _, row := range rows {
			if (t.at(row, "id").Text != "") == withID {
				r.readTask(t, row, titles)
			}
		}
	}
}

func (r *reader) readTask(t *table, row xlsx.Row, titles map[string][]string) {
	title := t.at(row, "title")
	id, ok := r.taskOf(t, row, title, titles)
	if !ok {
		return
	}
	r.claimed[id] = true
	task, known := r.plan.Task(id)
	change := cellChange{steps.Change{Kind: steps.ChangeTask, Task: id}, t, row}
	r.title(&change, task, known, title)
	r.group(&change, task, known)
	r.fields(&change, taskColumns, func(field string) string { return rawTask(task, field) })
	r.standsIn(&change)
	r.tasks = append(r.tasks, change)
}

// taskOf says which task a row is about: one of the plan, or one that it adds.
func (r *reader) taskOf(t *table, row xlsx.Row, title xlsx.Cell, titles map[string][]string) (string, bool) {
	given := t.at(row, "id")
	switch id := given.Text; {
	case id == "":
	case r.claimed[id]:
		r.report(t, title, "workbook-twice", title.Text, "")
		return "", false
	case r.plan.KnowsTask(id), steps.ValidID(id) && strings.HasPrefix(id, steps.OwnTaskPrefix):
		return id, true
	default:
		r.report(t, given, "workbook-unknown-task", id, "")
		return "", false
	}
	if title.Text == "" {
		r.report(t, title, "workbook-title-missing", "", "")
		return "", false
	}
	same := titles[planfile.Fold(title.Text)]
	for _, id := range same {
		if !r.claimed[id] {
			return id, true
		}
	}
	if len(same) > 0 {
		r.report(t, title, "workbook-twice", title.Text, "")
		return "", false
	}
	if id := r.recognised(t, title); id != "" {
		return id, true
	}
	id := steps.NewTaskID(title.Text, func(id string) bool { return r.plan.KnowsTask(id) || r.claimed[id] })
	titles[planfile.Fold(title.Text)] = []string{id}
	return id, true
}

// recognised returns the task that a title which is no name of one must be, or that a person says it is; nothing for a new one.
func (r *reader) recognised(t *table, title xlsx.Cell) string {
	if r.titles == nil {
		r.titles = match.New(r.plan, r.languages)
	}
	var choices []Choice
	proposed := ""
	for _, m := range r.titles.Of(match.Title{Text: title.Text}) {
		switch {
		case r.claimed[m.Task]:
		case m.Certainty >= match.Sure:
			return m.Task
		default:
			if len(choices) == 0 && m.Certainty >= match.Likely {
				proposed = m.Task
			}
			choices = append(choices, Choice{m.Task, r.texts.TaskName(r.plan, m.Task)})
		}
	}
	if len(choices) == 0 {
		return ""
	}
	id, _ := r.settled(WhichTask, t, title, choices, proposed)
	if id != "" && r.claimed[id] { // by a row that was read since
		return ""
	}
	if id != "" {
		r.confirmed = append(r.confirmed, confirmation{id, title.Text})
	}
	return id
}

// title adapts the wording of a task, gives an own one its name, or says nothing where it is as it was. That by which a task
// without an id was recognised is not its wording here.
func (r *reader) title(c *cellChange, task steps.Task, known bool, title xlsx.Cell) {
	names := planfile.TaskNames(task, r.languages)
	same := func(name string) bool { return planfile.Fold(name) == planfile.Fold(title.Text) }
	switch {
	case !c.table.has("title"), known && c.table.at(c.row, "id").Text == "" && !slices.ContainsFunc(names, same):
	case task.Own && title.Text == "":
		r.report(c.table, title, "workbook-title-missing", "", "")
	case !known || task.Own:
		c.Title = steps.Set(title.Text)
	case task.Title == "" && slices.Contains(names, title.Text):
	case title.Text == "" || slices.Contains(names[1:], title.Text):
		c.Title = steps.Clear[string]()
	default:
		c.Title = steps.Set(title.Text)
	}
}

// group gives an own task its group; that of a task of the catalogue cannot change.
func (r *reader) group(c *cellChange, task steps.Task, known bool) {
	column := taskColumns[0]
	at := c.table.at(c.row, "group")
	choices := strings.Join(column.choices(r.texts, r.plan), ", ")
	raw, ok := r.choice(column, at)
	switch {
	case at.Text == "" && (!known || task.Own && c.table.columns["group"] > 0):
		r.report(c.table, at, "workbook-group-missing", "", choices)
	case at.Text == "":
	case !ok:
		r.report(c.table, at, "workbook-unknown-value", at.Text, choices)
	case !known || task.Own:
		c.Group = steps.Set(raw)
	case raw != string(task.Group):
		r.report(c.table, at, "workbook-group-fixed", at.Text, r.texts.Group(r.plan, task.Group))
	}
}

// standsIn takes the second of two people in the cell of who owns a task for who stands in, where that cell is empty.
func (r *reader) standsIn(c *cellChange) {
	owner, backup := c.table.at(c.row, "owner"), c.table.at(c.row, "backup")
	people := r.peopleIn(owner)
	if len(people) != 2 {
		return
	}
	id, ok := r.member(c.table, people[1])
	switch {
	case !ok:
	case backup.Text == "":
		c.Backup = steps.Set(id)
	case r.people.Of(backup.Text) != id:
		c.Owner = steps.Field[string]{}
		r.report(c.table, owner, "workbook-many-people", owner.Text, "")
	}
}

// member is the id of the member that a cell names; what is wrong with it is reported.
func (r *reader) member(t *table, c xlsx.Cell) (id string, ok bool) {
	if id, ok = r.whoever(t, c); ok && id == "" {
		r.report(t, c, "workbook-unknown-member", c.Text, string(r.texts.Workbook.Sheets.Team))
	}
	return id, id != ""
}
