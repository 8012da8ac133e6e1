package planfile

import (
	"errors"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// ErrForeign says that a workbook does not come from this program: [ReadForeign] may make something of it.
var ErrForeign = errors.New("not a workbook of stappenplan")

// DecodeWorkbook reads a workbook of [EncodeWorkbook] that was filled in, and gives the changes that make
// the plan what it says, to be recorded as one entry. It says only the rows and columns it has; an empty
// cell in a column it has clears what stands. A row is known by its id, else by its title; one of
// neither, with a title and a group, is a new own task. Columns can be moved and their headings in the
// other language. It refuses with [Errors] that name every wrong cell, as Taken!F17, or with [ErrForeign].
func DecodeWorkbook(data []byte, plan steps.Plan, texts *assets.Texts) ([]steps.Change, error) {
	b, err := open(data)
	if err != nil {
		return nil, err
	}
	r := bookReader{
		walker: walker{reported: map[spot]bool{}}, texts: texts, languages: bothLanguages(texts), plan: plan,
		members: map[string]string{}, claimed: map[string]bool{},
	}
	taskTable, teamTable, err := r.tables(b)
	if err != nil {
		return nil, err
	}
	if taskTable == nil {
		return nil, ErrForeign
	}
	r.readTeam(teamTable)
	r.readTasks(taskTable)
	after := r.judgeCells()
	if err := r.walker.errors(); err != nil {
		return nil, err
	}
	return steps.Changes(plan, after), nil
}

// bookReader collects the changes that a workbook makes, and what is wrong with its cells.
type bookReader struct {
	walker    walker
	texts     *assets.Texts
	languages []*assets.Texts
	plan      steps.Plan
	team      []cellChange
	tasks     []cellChange
	members   map[string]string // ids by name, as fold makes it; empty where two have that name
	claimed   map[string]bool   // tasks and members that a row is about
}

// cellChange is a change with the row that makes it.
type cellChange struct {
	steps.Change
	table *table
	row   row
}

// report tells of a problem at a cell.
func (r *bookReader) report(t *table, c cell, code, value, limit string) {
	const perSheet, perRow = 10_000_000, 1000
	r.walker.problem(Problem{
		Path: t.place(c), code: code, value: value, limit: limit, order: t.order*perSheet + c.row*perRow + c.column,
	})
}

// tables finds the sheet with the tasks and the one with the team, of which there can be none.
func (r *bookReader) tables(b *book) (tasks, team *table, err error) {
	has := func(fields map[string]int, names ...string) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return fields[name] == 0 })
	}
	headings := headingsOf(r.languages, taskColumns, (*assets.Texts).TaskColumns)
	tasks, err = b.findTable(headings, func(fields map[string]int) bool {
		return has(fields, "title") && (b.ours && len(fields) > 2 || has(fields, "id"))
	})
	if err != nil || tasks == nil {
		return nil, nil, err
	}
	tasks.naming = "title"
	headings = headingsOf(r.languages, teamColumns, func(t *assets.Texts) map[string]assets.SheetColumnTexts { return t.Workbook.Team.Columns })
	team, err = b.findTable(headings, func(fields map[string]int) bool {
		return has(fields, "name", "id") || b.ours && has(fields, "name", "role")
	})
	if team != nil {
		team.naming = "name"
	}
	return tasks, team, err
}

// filled keeps the rows in which something stands that is read.
func (t *table) filled(columns []sheetColumn) (rows []row) {
	for _, row := range t.rows {
		for _, c := range columns {
			if at, has := t.at(row, c.field); has && c.kind != workedOutColumn && at.text != "" {
				rows = append(rows, row)
				break
			}
		}
	}
	return rows
}

// readTeam reads the members, of whom the tasks then can speak.
func (r *bookReader) readTeam(t *table) {
	now := labels(r.plan)
	for id, label := range now {
		r.members[fold(label)] = id
	}
	if t == nil {
		return
	}
	for _, row := range t.filled(teamColumns) {
		name, _ := t.at(row, "name")
		id, known, ok := r.memberOf(t, row, name)
		if !ok {
			continue
		}
		change := cellChange{steps.Change{Kind: steps.ChangeMember, Member: id}, t, row}
		if name.text != now[id] || !known {
			change.Name = steps.Set(name.text)
		}
		m, _ := r.plan.Member(id)
		r.fields(&change, teamColumns, func(field string) string { return rawMember(m, field) })
		r.team = append(r.team, change)
		if folded := fold(name.text); r.members[folded] == "" {
			r.members[folded] = id
		}
	}
}

// memberOf says whom a row is about, and whether that member is there already.
func (r *bookReader) memberOf(t *table, row row, name cell) (id string, known, ok bool) {
	if steps.Blank(name.text) {
		r.report(t, name, "workbook-name-missing", "", "")
		return "", false, false
	}
	given, _ := t.at(row, "id")
	switch id = given.text; {
	case id == "":
		if id = r.members[fold(name.text)]; id == "" {
			id = steps.NewMemberID(name.text, func(id string) bool {
				_, taken := r.plan.Member(id)
				return taken || r.claimed["member "+id]
			})
		}
	case !steps.ValidID(id):
		r.report(t, given, "workbook-unknown-id", id, "")
		return "", false, false
	}
	if r.claimed["member "+id] {
		r.report(t, name, "workbook-twice", name.text, "")
		return "", false, false
	}
	r.claimed["member "+id] = true
	_, known = r.plan.Member(id)
	return id, known, true
}

// readTasks reads the tasks; those with an id first, since they know what they are about.
func (r *bookReader) readTasks(t *table) {
	titles := r.titles()
	rows := t.filled(taskColumns)
	hasID := func(row row) bool { c, _ := t.at(row, "id"); return c.text != "" }
	for _, row := range rows {
		if hasID(row) {
			r.readTask(t, row, titles)
		}
	}
	for _, row := range rows {
		if !hasID(row) {
			r.readTask(t, row, titles)
		}
	}
}

// titles are the tasks by how they are called, in any language.
func (r *bookReader) titles() map[string][]string {
	titles := map[string][]string{}
	for _, task := range r.plan.Tasks() {
		for _, name := range r.names(task) {
			if folded := fold(name); !slices.Contains(titles[folded], task.ID) {
				titles[folded] = append(titles[folded], task.ID)
			}
		}
	}
	return titles
}

// names are how a task is called: its adapted wording, and the catalogue's in each language.
func (r *bookReader) names(task steps.Task) (names []string) {
	if task.Title != "" {
		names = append(names, task.Title)
	}
	if task.Proposed != nil {
		for _, t := range r.languages {
			names = append(names, steps.CleanName(t.In(task.Proposed.Title)))
		}
	}
	return names
}

func (r *bookReader) readTask(t *table, row row, titles map[string][]string) {
	title, _ := t.at(row, "title")
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
	r.tasks = append(r.tasks, change)
}

// taskOf says which task a row is about: one of the plan, or one that it adds.
func (r *bookReader) taskOf(t *table, row row, title cell, titles map[string][]string) (string, bool) {
	given, _ := t.at(row, "id")
	switch id := given.text; {
	case id == "":
	case r.claimed[id]:
		r.report(t, title, "workbook-twice", title.text, "")
		return "", false
	case r.plan.KnowsTask(id), steps.ValidID(id) && strings.HasPrefix(id, steps.OwnTaskPrefix):
		return id, true
	default:
		r.report(t, given, "workbook-unknown-task", id, "")
		return "", false
	}
	if steps.Blank(title.text) {
		r.report(t, title, "workbook-title-missing", "", "")
		return "", false
	}
	same := titles[fold(title.text)]
	for _, id := range same {
		if !r.claimed[id] {
			return id, true
		}
	}
	if len(same) > 0 {
		r.report(t, title, "workbook-twice", title.text, "")
		return "", false
	}
	id := steps.NewTaskID(title.text, func(id string) bool { return r.plan.KnowsTask(id) || r.claimed[id] })
	titles[fold(title.text)] = []string{id}
	return id, true
}

// title adapts the wording of a task, gives an own one its name, or says nothing where it is as it was.
func (r *bookReader) title(c *cellChange, task steps.Task, known bool, title cell) {
	switch {
	case !known:
		c.Title = steps.Set(title.text)
	case steps.Blank(title.text) && task.Own:
		r.report(c.table, title, "workbook-title-missing", "", "")
	case steps.Blank(title.text):
		c.Title = steps.Clear[string]()
	case task.Own:
		c.Title = steps.Set(title.text)
	case task.Title == "" && slices.Contains(r.names(task), title.text):
	case task.Title != "" && slices.Contains(r.names(task)[1:], title.text):
		c.Title = steps.Clear[string]()
	default:
		c.Title = steps.Set(title.text)
	}
}

// group gives an own task its group; that of a task of the catalogue cannot change.
func (r *bookReader) group(c *cellChange, task steps.Task, known bool) {
	column := taskColumns[0]
	at, has := c.table.at(c.row, "group")
	choices := strings.Join(column.choices(r.texts, r.plan), ", ")
	raw, ok := r.choice(column, at)
	switch {
	case at.text == "" && (!known || task.Own && has):
		r.report(c.table, at, "workbook-group-missing", "", choices)
	case at.text == "":
	case !ok:
		r.report(c.table, at, "workbook-unknown-value", at.text, choices)
	case !known || task.Own:
		c.Group = steps.Set(raw)
	case raw != string(task.Group):
		r.report(c.table, at, "workbook-group-fixed", at.text, r.texts.Group(r.plan, task.Group))
	}
}

// judgeCells makes the plan with all changes, and reports what steps refuses.
func (r *bookReader) judgeCells() steps.Plan {
	base := r.checked(r.plan, r.team)
	return r.checked(base, r.tasks)
}

// checked makes changes of which none rests on another.
func (r *bookReader) checked(plan steps.Plan, changes []cellChange) steps.Plan {
	var entry steps.Entry
	for _, c := range changes {
		entry.Changes = append(entry.Changes, c.Change)
		if err := plan.Check(c.Change); err != nil {
			r.refused(c, err.(steps.Refusals))
		}
	}
	if len(r.walker.problems) > 0 {
		return plan
	}
	after, err := plan.Apply(entry)
	if err != nil { // only together: too many own tasks
		r.refused(changes[len(changes)-1], err.(steps.Refusals))
	}
	return after
}

// refused reports what steps says of one row.
func (r *bookReader) refused(c cellChange, refusals steps.Refusals) {
	for _, refusal := range refusals {
		if refusal.Reason == "unknown-member" { // one whose own row was refused: what is meant is known
			continue
		}
		field := refusal.Field[strings.LastIndexByte(refusal.Field, '.')+1:]
		if _, has := c.table.columns[field]; !has {
			field = c.table.naming
		}
		at, _ := c.table.at(c.row, field)
		code, value := refusal.Code(), refusal.Value
		if refusal.Reason == "too-long" {
			code, value = "planfile-too-long", at.text
		}
		r.report(c.table, at, code, value, refusal.Limit)
	}
}
