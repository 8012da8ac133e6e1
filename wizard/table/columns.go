package table

import (
	"fmt"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// column is one decision about tasks: how it is shown, and which value comes next.
type column struct {
	key   string
	field string      // its name in the plan file
	head  assets.Text // its name above the column
	width int         // with the blank before it
	cell  func(t steps.Task) string
	next  func(t steps.Task) (steps.Change, bool) // nil where the value is typed: here, or on the page of the task
	typed bool                                    // a number is typed in it
}

// columns are the decisions of a sheet in the plan's variant.
func (s *Table) columns(f screen.Frame) []column {
	switch s.sheet {
	case expertise:
		return expertiseColumns(f)
	case division:
		return divisionColumns(f)
	case matrix:
		return matrixColumns(f)
	}
	columns := make([]column, 0, 6)
	for _, q := range f.Plan.TaskQuestions() {
		columns = append(columns, questionColumn(q, f))
	}
	return columns
}

// questionColumn is a question of step 5. What is proposed and not accepted stands in brackets.
func questionColumn(q steps.TaskQuestion, f screen.Frame) column {
	w := f.Texts.Wizard.Columns
	row := steps.TaskField(string(q))
	switch q {
	case steps.AskRelevance:
		return column{"g", row.Name, w.Relevance, 10, proposed(f, row), cycle(row, row.Values), false}
	case steps.AskHorizon:
		return column{"t", row.Name, w.Horizon, 11, proposed(f, row), cycle(row, row.Values), false}
	case steps.AskLevel:
		return column{"i", row.Name, w.Level, 9, levelCell(f), cycle(row, row.Values), false}
	}
	head, short := map[steps.TaskQuestion]assets.Text{
		steps.AskFeedback: w.Feedback, steps.AskScale: w.Scale, steps.AskSpecialist: w.Specialist, steps.AskLocal: w.Local,
	}[q]
	if !short {
		head = assets.Text(f.Texts.Field(row.Words))
	}
	key := map[steps.TaskQuestion]string{steps.AskFeedback: "m", steps.AskScale: "x", steps.AskSpecialist: "c", steps.AskLocal: "l"}[q]
	c := column{key: key, field: row.Name, head: head, width: max(7, len([]rune(head))+1)}
	switch row.Holds {
	case steps.BooleanValue:
		c.cell, c.next = tick(row), toggle(row)
	case steps.WordValue:
		c.cell, c.next = proposed(f, row), cycle(row, row.Values)
	case steps.MemberValue:
		c.cell, c.next = personCell(f, row), cycle(row, MemberIDs(f.Plan.Members))
	default:
		c.cell = written(f, row)
	}
	return c
}

// written shows a text or a number as it stands; it is typed on the page of the task.
func written(f screen.Frame, row *steps.FieldOf[steps.Decision]) func(steps.Task) string {
	return func(t steps.Task) string {
		switch value := row.Value(&t.Decision).(type) {
		case nil:
			return ""
		case steps.Decimal:
			return f.Texts.Number(value)
		default:
			return fmt.Sprint(value)
		}
	}
}

// personCell shows the name of a member.
func personCell(f screen.Frame, row *steps.FieldOf[steps.Decision]) func(steps.Task) string {
	return func(t steps.Task) string {
		if id, ok := row.Value(&t.Decision).(string); ok {
			return f.Texts.MemberName(f.Plan, id)
		}
		return ""
	}
}

// levelCell shows the level set, and the one that follows in brackets.
func levelCell(f screen.Frame) func(steps.Task) string {
	return func(t steps.Task) string {
		c, _ := f.Plan.Proposal(t)
		level, usual := c.Level.Value()
		switch {
		case t.Decision.Level != "":
			return f.Texts.Value("level", string(t.Decision.Level))
		case usual:
			return "(" + f.Texts.Value("level", level) + ")"
		case !t.Kept:
			return ""
		}
		return "(" + f.Texts.Value("suggestion", string(t.Suggestion)) + ")"
	}
}

// proposed shows a value, or what is proposed for it in brackets.
func proposed(f screen.Frame, row *steps.FieldOf[steps.Decision]) func(steps.Task) string {
	return func(t steps.Task) string {
		if value := row.Value(&t.Decision); value != nil {
			return f.Texts.Value(row.Name, value.(string))
		}
		c, open := f.Plan.Proposal(t)
		if value, is := row.Given(&c); open && is {
			return "(" + f.Texts.Value(row.Name, fmt.Sprint(value)) + ")"
		}
		return ""
	}
}

// expertiseColumns are the decisions of step 6.
func expertiseColumns(f screen.Frame) []column {
	w := f.Texts.Wizard.Columns
	missing, kind := steps.TaskField("expertise"), func(key string, row *steps.FieldOf[steps.Decision], head assets.Text, is func(steps.Task) bool) column {
		return column{key, row.Name, head, 8, settled(f, row, is), func(t steps.Task) (c steps.Change, ok bool) {
			row.Give(&c, !is(t))
			return c, true
		}, false}
	}
	return []column{
		{"e", missing.Name, w.Expertise, 11, func(t steps.Task) string {
			if t.Expertise == "" && t.Level == steps.AtGroup {
				return "(" + f.Texts.Value("level", string(steps.AtGroup)) + ")"
			}
			return f.Texts.Value(missing.Name, string(t.Expertise))
		}, cycle(missing, missing.Values), false},
		kind("", steps.TaskField("strategic"), w.Strategic, func(t steps.Task) bool { return t.IsStrategic }),
		kind("", steps.TaskField("technical"), w.Technical, func(t steps.Task) bool { return t.IsTechnical }),
		{"p", "sourcing", w.Sourcing, 16, sourcingCell(f), nextSourcing, false},
	}
}

// sourcingCell shows the decision, and the advice in brackets while there is none.
func sourcingCell(f screen.Frame) func(steps.Task) string {
	return func(t steps.Task) string {
		switch {
		case t.Sourcing != "":
			return f.Texts.Value("sourcing", string(t.Sourcing))
		case t.Advice != "":
			return "(" + f.Texts.Value("sourcing", string(t.Advice)) + ")"
		}
		return ""
	}
}

// nextSourcing begins with what is advised.
func nextSourcing(t steps.Task) (steps.Change, bool) {
	if t.Advice == "" && t.Sourcing == "" {
		return steps.Change{}, false
	}
	if t.Sourcing == "" && t.Advice != steps.Weigh {
		return steps.Change{Sourcing: steps.Set(t.Advice)}, true
	}
	row := steps.TaskField("sourcing")
	return cycle(row, row.Values)(t)
}

// divisionColumns are who does what, who steps in, and in how many hours.
func divisionColumns(f screen.Frame) []column {
	w := f.Texts.Wizard.Columns
	person := func(key, id string, head assets.Text) column {
		return column{key, id, head, 15, personCell(f, steps.TaskField(id)),
			func(t steps.Task) (steps.Change, bool) {
				who := f.Plan.Members
				if id == "backup" {
					who = f.Plan.Backups(t)
				}
				c, ok := cycle(steps.TaskField(id), MemberIDs(who))(t)
				if t.Backup != "" && question.ValueOf(c.Owner) == t.Backup { // who owns it cannot step in
					c.Backup = steps.Clear[string]()
				}
				return c, ok
			}, false}
	}
	return []column{
		person("o", "owner", w.Owner),
		person("r", "backup", w.Backup),
		{"u", "hours", w.Hours, 7, func(t steps.Task) string {
			if t.Hours == nil {
				return ""
			}
			return f.Texts.Number(*t.Hours)
		}, nil, true},
	}
}

const shareWidth = 10 // of a column of the matrix

// matrixColumns set each member against the tasks.
func matrixColumns(f screen.Frame) (columns []column) {
	for _, m := range f.Plan.Members {
		columns = append(columns, column{"", "owner", assets.Text(firstName(m.Name)), shareWidth, func(t steps.Task) string {
			switch m.ID {
			case t.Owner:
				return string(f.Texts.Wizard.Columns.Owns)
			case t.Backup:
				return string(f.Texts.Wizard.Columns.StepsIn)
			}
			return "·"
		}, nextShare(m.ID), false})
	}
	return columns
}

// window are the columns that are shown, and the place of the first among all: of more members than fit, those around
// the cursor.
func (s *Table) window(columns []column, f screen.Frame) (shown []column, from int) {
	fit := max(1, (f.Width-28)/shareWidth)
	if s.sheet != matrix || len(columns) <= fit {
		return columns, 0
	}
	from = max(0, min(s.column-fit+1, len(columns)-fit))
	return columns[from : from+fit], from
}

func firstName(name string) string {
	first, _, _ := strings.Cut(screen.OneLine(name), " ")
	return first
}

// nextShare makes a member the owner of a task, then the one who steps in, then neither.
func nextShare(member string) func(steps.Task) (steps.Change, bool) {
	return func(t steps.Task) (c steps.Change, ok bool) {
		switch member {
		case t.Owner:
			c.Owner, c.Backup = steps.Clear[string](), steps.Set(member)
		case t.Backup:
			c.Backup = steps.Clear[string]()
		default:
			c.Owner = steps.Set(member)
		}
		return c, true
	}
}

// tick shows a yes as a tick.
func tick(row *steps.FieldOf[steps.Decision]) func(steps.Task) string {
	return func(t steps.Task) string {
		switch row.Value(&t.Decision) {
		case true:
			return "✓"
		case false:
			return "–"
		}
		return ""
	}
}

// toggle turns a yes on and off.
func toggle(row *steps.FieldOf[steps.Decision]) func(steps.Task) (steps.Change, bool) {
	return func(t steps.Task) (c steps.Change, ok bool) {
		row.Give(&c, row.Value(&t.Decision) != true)
		return c, true
	}
}

// settled shows a yes or no that the catalogue proposes until the plan says otherwise.
func settled(f screen.Frame, row *steps.FieldOf[steps.Decision], is func(steps.Task) bool) func(steps.Task) string {
	return func(t steps.Task) string {
		text := string(f.Texts.Common.No)
		if is(t) {
			text = string(f.Texts.Common.Yes)
		}
		if row.Value(&t.Decision) == nil {
			return "(" + text + ")"
		}
		return text
	}
}

// cycle gives the value after the present one; after the last comes none.
func cycle(row *steps.FieldOf[steps.Decision], values []string) func(steps.Task) (steps.Change, bool) {
	return func(t steps.Task) (c steps.Change, ok bool) {
		now := row.Value(&t.Decision)
		row.Give(&c, nil)
		if next := slices.IndexFunc(values, func(v string) bool { return v == now }) + 1; (now == nil || next > 0) && next < len(values) {
			row.Give(&c, values[next])
		}
		return c, len(values) > 0
	}
}

// MemberIDs are the ids of members, in their order.
func MemberIDs(members []steps.Member) (ids []string) {
	for _, m := range members {
		ids = append(ids, m.ID)
	}
	return ids
}
