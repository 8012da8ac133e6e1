package steps

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// thing is something that people make and name by an id of its own: an own task, a member, a decision of the school's own, an
// action, a row of a sheet.
type thing struct {
	kind             Kind
	sheet, table, id string
}

// thingOf is what a change is about, where that is such a thing.
func thingOf(c Change) (t thing, is bool) {
	about := c.unremoved()
	switch about.Kind {
	case ChangeTask:
		return thing{kind: ChangeTask, id: c.Task}, isOwn(c.Task)
	case ChangeMember:
		return thing{kind: ChangeMember, id: c.Member}, true
	case ChangeResolution:
		return thing{kind: ChangeResolution, id: c.Decision}, isOwn(c.Decision)
	case ChangeAction:
		return thing{kind: ChangeAction, id: c.Action}, true
	case ChangeRow:
		return thing{ChangeRow, c.Sheet, c.Table, c.Row}, true
	}
	return thing{}, false
}

// renaming gives things of one journal the ids that they have in another.
type renaming map[thing]string

// learnOne takes over how the same change calls things in the other journal.
func (r renaming) learnOne(c, other Change) {
	from, is := thingOf(c)
	if to, too := thingOf(other); is && too && from.kind == to.kind {
		if delete(r, from); from.id != to.id {
			r[from] = to.id
		}
	}
}

func (r renaming) id(kind Kind, sheet, table, id string) string {
	if to, renamed := r[thing{kind, sheet, table, id}]; renamed {
		return to
	}
	return id
}

func (r renaming) task(id string) string   { return r.id(ChangeTask, "", "", id) }
func (r renaming) member(id string) string { return r.id(ChangeMember, "", "", id) }

func (r renaming) decision(id string) string {
	if kind, task, about := strings.Cut(id, ":"); about {
		return kind + ":" + r.task(task)
	}
	return r.id(ChangeResolution, "", "", id)
}

// whoever is a member, a task that somebody can do, or a text that names neither.
func (r renaming) whoever(text string) string {
	if id, is := strings.CutPrefix(text, MemberPrefix); is {
		return MemberPrefix + r.member(id)
	}
	if id, is := strings.CutPrefix(text, TaskPrefix); is {
		return TaskPrefix + r.task(id)
	}
	return text
}

// path is that of a row, with what may follow it.
func (r renaming) path(path string) string {
	path, rule, ruled := strings.Cut(path, ":")
	sheet, table, row := cutPath(path)
	path = RowPath(sheet, table, r.id(ChangeRow, sheet, table, row))
	if ruled {
		path += ":" + rule
	}
	return path
}

// subject is what an action is about.
func (r renaming) subject(about string) string {
	kind, id, _ := strings.Cut(about, ":")
	switch SubjectKind(kind) {
	case AboutTask, AboutMember:
		return r.whoever(about)
	case AboutDecision:
		return About(AboutDecision, r.decision(id))
	case AboutRow:
		return About(AboutRow, r.path(id))
	case AboutFinding:
		found, of, is := strings.Cut(id, ":")
		switch {
		case !is:
			return about
		case strings.Contains(of, "/"):
			of = r.path(of)
		case FindingID(found).ofMember():
			of = r.member(of)
		default:
			of = r.task(of)
		}
		return About(AboutFinding, found+":"+of)
	}
	return about
}

// entry is an entry with the ids of the other journal.
func (r renaming) entry(d *Definitions, e Entry) Entry {
	e.Changes = slices.Clone(e.Changes)
	for i := range e.Changes {
		e.Changes[i] = r.change(d, e.Changes[i])
	}
	return e
}

// apart is the renaming that gives no two things of a plan one id: who has that id already keeps it, and the other one keeps its own.
func (r renaming) apart(p Plan) renaming {
	if len(r) == 0 {
		return r
	}
	own, used := maps.Clone(r), map[thing]bool{}
	var things []thing
	for _, c := range Changes(NewPlan(p.definitions), p) {
		if t, is := thingOf(c); is && !slices.Contains(things, t) {
			things = append(things, t)
		}
	}
	for _, renamed := range []bool{false, true} {
		for _, t := range things {
			to := t
			if to.id = own.id(t.kind, t.sheet, t.table, t.id); (to != t) != renamed {
				continue
			}
			if used[to] {
				delete(own, t)
				to = t
			}
			for n := 2; used[to]; n++ {
				end := "-" + itoa(n)
				to.id = t.id[:min(len(t.id), MaxID-len(end))] + end
				own[t] = to.id
			}
			used[to] = true
		}
	}
	return own
}

// plan is a plan with the ids of the other journal.
func (r renaming) plan(p Plan) Plan {
	if len(r) == 0 {
		return p
	}
	empty := NewPlan(p.definitions)
	named, s := empty.Copy().Indexed(), &scratch{}
	for _, c := range Changes(empty, p) {
		c = r.change(p.definitions, c)
		named.apply(&c, Entry{}, s)
	}
	named.rowPlaces = nil
	return named.Frozen()
}

// change is a change with the ids of the other journal.
func (r renaming) change(d *Definitions, c Change) Change {
	if len(r) == 0 {
		return c
	}
	c.Task, c.Member, c.Decision = r.task(c.Task), r.member(c.Member), r.decision(c.Decision)
	c.Action, c.Row = r.id(ChangeAction, "", "", c.Action), r.id(ChangeRow, c.Sheet, c.Table, c.Row)
	for _, f := range fieldsOf[c.Kind] {
		value, _ := f.Given(&c)
		switch v := value.(type) {
		case string:
			switch f.Holds {
			case MemberValue:
				f.Give(&c, r.member(v))
			case WhoeverValue:
				f.Give(&c, r.whoever(v))
			case SubjectValue:
				f.Give(&c, r.subject(v))
			}
		case []string:
			switch f.Holds {
			case PeopleValue:
				f.Give(&c, mapped(v, r.member))
			case AbilityValue:
				f.Give(&c, mapped(v, r.whoever))
			}
		}
	}
	if c.givesCells() {
		c.Cells = r.cells(d, &c)
	}
	return c
}

func mapped(list []string, become func(string) string) []string {
	list = slices.Clone(list)
	for i := range list {
		list[i] = become(list[i])
	}
	return list
}

// cells are those of a change. What no column knows stays as it was written.
func (r renaming) cells(d *Definitions, c *Change) json.RawMessage {
	columns, known := d.columnsOf(c)
	if !known {
		return c.Cells
	}
	_, values := c.raw()
	changed := false
	for _, given := range c.cells(columns) {
		if !given.ok || given.value == nil {
			continue
		}
		next := given.value
		row := func(id string) string { return r.id(ChangeRow, c.Sheet, given.column.Table, id) }
		switch v := given.value.(type) {
		case string:
			switch given.column.Type {
			case MemberColumn:
				next = r.whoever(v)
			case UnionColumn:
				next = row(r.whoever(v))
			case RefColumn:
				next = row(v)
			}
		case []string:
			if given.column.Type == MembersColumn {
				next = mapped(v, r.whoever)
			}
		case map[string]int:
			scores := make(map[string]int, len(v))
			for id, n := range v {
				scores[row(id)] = n
			}
			next = scores
		}
		if !(Given{Value: next}).Same(Given{Value: given.value}) {
			values[given.name], _ = toJSON(next)
			changed = true
		}
	}
	if !changed {
		return c.Cells
	}
	cells, _ := toJSON(values)
	return cells
}
