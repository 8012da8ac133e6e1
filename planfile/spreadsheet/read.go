package spreadsheet

import (
	"errors"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// ErrNotOurs says that a workbook does not come from this program: package lists may make something of it.
var ErrNotOurs = errors.New("not a workbook of stappenplan")

// Decode reads a workbook of [Encode] that was filled in, and gives the changes that make
// the plan what it says, to be recorded as one entry. It says only the rows and columns it has; an empty
// cell in a column it has clears the field. A row is known by its id, else by its title; one of
// neither, with a title and a group, is a new own task. Columns can be moved and their headings in the
// other language. It refuses with [planfile.Errors] that name every wrong cell, as Taken!F17, or with [ErrNotOurs].
func Decode(b *xlsx.Book, plan steps.Plan, texts *assets.Texts) ([]steps.Change, error) {
	texts = texts.For(plan.School.Level)
	r := reader{
		texts: texts, languages: planfile.Languages(texts), plan: plan, members: planfile.MembersByName(plan), claimed: map[string]bool{},
	}
	taskTable, teamTable, actionTable, err := r.tables(b)
	if err != nil {
		return nil, err
	}
	if taskTable == nil {
		return nil, ErrNotOurs
	}
	r.readTeam(teamTable)
	r.readTasks(taskTable)
	after := r.readAbilities(r.checked(r.checked(r.plan, r.team), r.tasks))
	r.readActions(actionTable, after)
	after = r.checked(after, r.actions)
	if err := r.problems.Err(); err != nil {
		return nil, err
	}
	return steps.Changes(plan, after), nil
}

// reader collects the changes that a workbook makes, and what is wrong with its cells.
type reader struct {
	problems  planfile.Problems
	texts     *assets.Texts
	languages []*assets.Texts
	plan      steps.Plan
	team      []cellChange
	tasks     []cellChange
	actions   []cellChange
	abilities assets.AbilityNames
	members   map[string]string // ids by name, as planfile.Fold makes it
	claimed   map[string]bool   // tasks, members and actions that a row is about
}

// cellChange is a change with the row that makes it.
type cellChange struct {
	steps.Change
	table *table
	row   xlsx.Row
}

// report reports a problem at a cell.
func (r *reader) report(t *table, c xlsx.Cell, code, value, limit string) {
	r.problems.Add(planfile.NewProblem(t.place(c), t.position(c), code, value, limit))
}

// tables finds the sheet with the tasks, and those with the team and the actions, of which there can be none.
func (r *reader) tables(b *xlsx.Book) (tasks, team, actions *table, err error) {
	ours := slices.Contains(b.Names, markName)
	headings := r.headings(taskColumns, (*assets.Texts).TaskColumns)
	tasks, err = findTable(b, headings, "title", func(columns map[string]int) bool {
		return columns["title"] > 0 && (columns["id"] > 0 || ours && len(columns) > 2)
	})
	if err != nil || tasks == nil {
		return nil, nil, nil, err
	}
	headings = r.headings(teamColumns, func(t *assets.Texts) map[string]assets.SheetColumnTexts { return t.Workbook.Team.Columns })
	team, err = findTable(b, headings, "name", func(columns map[string]int) bool {
		return columns["name"] > 0 && (columns["id"] > 0 || ours && columns["role"] > 0)
	})
	if err != nil {
		return nil, nil, nil, err
	}
	headings = r.headings(actionColumns, func(t *assets.Texts) map[string]assets.SheetColumnTexts { return t.Workbook.Actions.Columns })
	actions, err = findTable(b, headings, "what", func(columns map[string]int) bool {
		return columns["what"] > 0 && (columns["id"] > 0 || ours && columns["state"] > 0)
	})
	return tasks, team, actions, err
}

// headings are the fields by the headings of their columns in every language, as planfile.Fold makes them.
func (r *reader) headings(columns []sheetColumn, of func(*assets.Texts) map[string]assets.SheetColumnTexts) map[string]string {
	fields := map[string]string{}
	for _, t := range r.languages {
		words := of(t)
		for _, c := range columns {
			for _, heading := range slices.Concat(t.Workbook.Earlier.Headings[c.field], []assets.Text{words[c.field].Heading}) {
				fields[planfile.Fold(string(heading))] = c.field
			}
		}
	}
	return fields
}

// readTeam reads the members, of whom the tasks then can speak.
func (r *reader) readTeam(t *table) {
	if t == nil {
		return
	}
	now := planfile.MemberNames(r.plan)
	for _, row := range t.filled(teamColumns) {
		name := t.at(row, "name")
		id, known, ok := r.memberOf(t, row, name)
		if !ok {
			continue
		}
		change := cellChange{steps.Change{Kind: steps.ChangeMember, Member: id}, t, row}
		if name.Text != now[id] || !known {
			change.Name = steps.Set(name.Text)
		}
		m, _ := r.plan.Member(id)
		r.fields(&change, teamColumns, func(field string) string { return rawMember(m, field) })
		r.team = append(r.team, change)
		if folded := planfile.Fold(name.Text); r.members[folded] == "" {
			r.members[folded] = id
		}
	}
}

// readAbilities reads what the members know and like, of which the tasks are there by now.
func (r *reader) readAbilities(plan steps.Plan) steps.Plan {
	if r.problems.Found() {
		return plan
	}
	r.abilities = assets.NewAbilityNames(plan, r.languages...)
	abilities := slices.DeleteFunc(slices.Clone(teamColumns), func(c sheetColumn) bool { return c.kind != abilityColumn })
	var list []cellChange
	for _, c := range r.team {
		of := cellChange{steps.Change{Kind: steps.ChangeMember, Member: c.Member}, c.table, c.row}
		m, _ := plan.Member(c.Member)
		r.fields(&of, abilities, func(field string) string { return rawMember(m, field) })
		list = append(list, of)
	}
	return r.checked(plan, list)
}

// memberOf says whom a row is about, and whether that member is there already.
func (r *reader) memberOf(t *table, row xlsx.Row, name xlsx.Cell) (id string, known, ok bool) {
	if name.Text == "" {
		r.report(t, name, "workbook-name-missing", "", "")
		return "", false, false
	}
	given := t.at(row, "id")
	switch id = given.Text; {
	case id == "":
		if id = r.members[planfile.Fold(name.Text)]; id == "" {
			id = steps.NewMemberID(name.Text, func(id string) bool {
				_, taken := r.plan.Member(id)
				return taken || r.claimed["member "+id]
			})
		}
	case !steps.ValidID(id):
		r.report(t, given, "workbook-unknown-id", id, "")
		return "", false, false
	}
	if r.claimed["member "+id] {
		r.report(t, name, "workbook-twice", name.Text, "")
		return "", false, false
	}
	r.claimed["member "+id] = true
	_, known = r.plan.Member(id)
	return id, known, true
}

// readTasks reads the tasks; those with an id first, since they know what they are about.
func (r *reader) readTasks(t *table) {
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
	id := steps.NewTaskID(title.Text, func(id string) bool { return r.plan.KnowsTask(id) || r.claimed[id] })
	titles[planfile.Fold(title.Text)] = []string{id}
	return id, true
}

// title adapts the wording of a task, gives an own one its name, or says nothing where it is as it was.
func (r *reader) title(c *cellChange, task steps.Task, known bool, title xlsx.Cell) {
	names := planfile.TaskNames(task, r.languages)
	switch {
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

// checked makes changes of which none rests on another.
func (r *reader) checked(plan steps.Plan, changes []cellChange) steps.Plan {
	var entry steps.Entry
	for _, c := range changes {
		entry.Changes = append(entry.Changes, c.Change)
		if err := plan.Check(c.Change); err != nil {
			r.refused(c, err.(steps.Refusals))
		}
	}
	if r.problems.Found() {
		return plan
	}
	after, err := plan.Apply(entry)
	if err != nil { // only together: too many own tasks
		r.refused(changes[len(changes)-1], err.(steps.Refusals))
	}
	return after
}

// refused reports what steps says of one row.
func (r *reader) refused(c cellChange, refusals steps.Refusals) {
	for _, refusal := range refusals {
		if refusal.Reason == "unknown-member" { // one whose own row was refused: what is meant is known
			continue
		}
		field := refusal.Field[strings.LastIndexByte(refusal.Field, '.')+1:]
		if c.table.columns[field] == 0 {
			field = c.table.naming
		}
		at := c.table.at(c.row, field)
		r.problems.Add(planfile.Refusal(c.table.place(at), c.table.position(at), refusal, at.Text))
	}
}
