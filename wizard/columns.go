package wizard

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// column is one decision about tasks: how it is shown, and which value comes next.
type column struct {
	key   string
	field string      // its name in the plan file
	head  assets.Text // its name above the column
	width int         // with the blank before it
	cell  func(t steps.Task) string
	next  func(t steps.Task) (steps.Change, bool)
	typed bool // a number is typed in it
}

// columns are the decisions of a sheet in the plan's variant.
func (s *table) columns(f frame) []column {
	switch s.sheet {
	case expertise:
		return expertiseColumns(f)
	case division:
		return divisionColumns(f)
	case matrix:
		return s.matrixColumns(f)
	}
	columns := make([]column, 0, 6)
	for _, q := range f.plan.TaskQuestions() {
		columns = append(columns, questionColumn(q, f))
	}
	return columns
}

// questionColumn is a question of step 5. What is proposed and not accepted stands in brackets.
func questionColumn(q steps.TaskQuestion, f frame) column {
	w := f.texts.Wizard.Columns
	switch q {
	case steps.AskHorizon:
		return column{"t", "horizon", w.Horizon, 11, func(t steps.Task) string {
			return proposed(f, "horizon", string(t.Horizon), t, func(c steps.Change) string { v, _ := c.Horizon.Value(); return string(v) })
		}, cycle(steps.Horizons, func(t steps.Task) steps.Horizon { return t.Horizon },
			func(c *steps.Change, v steps.Field[steps.Horizon]) { c.Horizon = v }), false}
	case steps.AskLevel:
		return column{"i", "level", w.Level, 9, levelCell(f), cycle(steps.Levels, func(t steps.Task) steps.Level { return t.Decision.Level },
			func(c *steps.Change, v steps.Field[steps.Level]) { c.Level = textOf(string(valueOf(v))) }), false}
	case steps.AskRelevance:
		return column{"g", "relevance", w.Relevance, 10, func(t steps.Task) string {
			return proposed(f, "relevance", string(t.Relevance), t, func(c steps.Change) string { v, _ := c.Relevance.Value(); return string(v) })
		}, cycle(steps.Relevances, func(t steps.Task) steps.Relevance { return t.Relevance },
			func(c *steps.Change, v steps.Field[steps.Relevance]) { c.Relevance = v }), false}
	}
	row := steps.TaskField(string(q))
	head, short := map[steps.TaskQuestion]assets.Text{
		steps.AskFeedback: w.Feedback, steps.AskScale: w.Scale, steps.AskSpecialist: w.Specialist, steps.AskLocal: w.Local,
	}[q]
	if !short {
		head = assets.Text(f.texts.Field(row.Words))
	}
	key := map[steps.TaskQuestion]string{steps.AskFeedback: "m", steps.AskScale: "x", steps.AskSpecialist: "e", steps.AskLocal: "l"}[q]
	return column{key, row.Name, head, max(7, len([]rune(head))+1), tick(row), toggle(row), false}
}

// levelCell shows the level set, and the one that follows in brackets.
func levelCell(f frame) func(steps.Task) string {
	return func(t steps.Task) string {
		c, _ := f.plan.Proposal(t)
		level, usual := c.Level.Value()
		switch {
		case t.Decision.Level != "":
			return f.texts.Value("level", string(t.Decision.Level))
		case usual:
			return "(" + f.texts.Value("level", level) + ")"
		case !t.Kept:
			return ""
		}
		return "(" + f.texts.Value("suggestion", string(t.Suggestion)) + ")"
	}
}

// proposed shows a value, or what is proposed for it in brackets.
func proposed(f frame, field, value string, t steps.Task, of func(steps.Change) string) string {
	if value != "" {
		return f.texts.Value(field, value)
	}
	if c, open := f.plan.Proposal(t); open && of(c) != "" {
		return "(" + f.texts.Value(field, of(c)) + ")"
	}
	return ""
}

// expertiseColumns are the decisions of step 6.
func expertiseColumns(f frame) []column {
	w := f.texts.Wizard.Columns
	return []column{
		{"e", "expertise", w.Expertise, 11, func(t steps.Task) string {
			if t.Expertise == "" && t.Level == steps.AtGroup {
				return "(" + f.texts.Value("level", string(steps.AtGroup)) + ")"
			}
			return f.texts.Value("expertise", string(t.Expertise))
		},
			cycle(steps.YesNo, func(t steps.Task) steps.Choice { return t.Expertise },
				func(c *steps.Change, v steps.Field[steps.Choice]) { c.Expertise = v }), false},
		{"x", "strategic", w.Strategic, 8, settled(f, func(t steps.Task) bool { return t.IsStrategic }, func(d *steps.Decision) *bool { return d.Strategic }),
			flip(func(t steps.Task) bool { return t.IsStrategic }, func(c *steps.Change) *steps.Field[bool] { return &c.Strategic }), false},
		{"t", "technical", w.Technical, 8, settled(f, func(t steps.Task) bool { return t.IsTechnical }, func(d *steps.Decision) *bool { return d.Technical }),
			flip(func(t steps.Task) bool { return t.IsTechnical }, func(c *steps.Change) *steps.Field[bool] { return &c.Technical }), false},
		{"p", "sourcing", w.Sourcing, 16, sourcingCell(f), nextSourcing, false},
	}
}

// sourcingCell shows the decision, and the advice in brackets while there is none.
func sourcingCell(f frame) func(steps.Task) string {
	return func(t steps.Task) string {
		switch {
		case t.Sourcing != "":
			return f.texts.Value("sourcing", string(t.Sourcing))
		case t.Advice != "":
			return "(" + f.texts.Value("sourcing", string(t.Advice)) + ")"
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
	return cycle(steps.Sourcings, func(t steps.Task) steps.Sourcing { return t.Sourcing },
		func(c *steps.Change, v steps.Field[steps.Sourcing]) { c.Sourcing = v })(t)
}

// divisionColumns are who does what, who steps in, and in how many hours.
func divisionColumns(f frame) []column {
	w := f.texts.Wizard.Columns
	name := func(id string) string {
		if id == "" {
			return ""
		}
		return f.texts.MemberName(f.plan, id)
	}
	person := func(key, id string, head assets.Text, of func(t steps.Task) string, field func(*steps.Change) *steps.Field[string]) column {
		return column{key, id, head, 15, func(t steps.Task) string { return name(of(t)) },
			func(t steps.Task) (steps.Change, bool) {
				who := f.plan.Members
				if id == "backup" {
					who = f.plan.Backups(t)
				}
				c, ok := cycle(memberIDs(who), of, func(c *steps.Change, v steps.Field[string]) { *field(c) = v })(t)
				if t.Backup != "" && valueOf(c.Owner) == t.Backup { // who owns it cannot step in
					c.Backup = steps.Clear[string]()
				}
				return c, ok
			}, false}
	}
	return []column{
		person("t", "owner", w.Owner, func(t steps.Task) string { return t.Owner }, func(c *steps.Change) *steps.Field[string] { return &c.Owner }),
		person("b", "backup", w.Backup, func(t steps.Task) string { return t.Backup }, func(c *steps.Change) *steps.Field[string] { return &c.Backup }),
		{"h", "hours", w.Hours, 7, func(t steps.Task) string {
			if t.Hours == nil {
				return ""
			}
			return f.texts.Number(*t.Hours)
		}, nil, true},
	}
}

// matrixColumns set each member against the tasks; where there are more than fit, those around the cursor.
func (s *table) matrixColumns(f frame) (columns []column) {
	const width = 10
	for _, m := range f.plan.Members {
		columns = append(columns, column{"", "owner", assets.Text(firstName(m.Name)), width, func(t steps.Task) string {
			switch m.ID {
			case t.Owner:
				return string(f.texts.Wizard.Columns.Owns)
			case t.Backup:
				return string(f.texts.Wizard.Columns.StepsIn)
			}
			return "·"
		}, nextShare(m.ID), false})
	}
	fit := max(1, (f.width-28)/width)
	from := max(0, min(s.column-fit+1, len(columns)-fit))
	if s.sheet == matrix && len(columns) > fit {
		return columns[from:min(from+fit, len(columns))]
	}
	return columns
}

func firstName(name string) string {
	first, _, _ := strings.Cut(oneLine(name), " ")
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

func memberIDs(members []steps.Member) (ids []string) {
	for _, m := range members {
		ids = append(ids, m.ID)
	}
	return ids
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
func settled(f frame, is func(steps.Task) bool, set func(*steps.Decision) *bool) func(steps.Task) string {
	return func(t steps.Task) string {
		text := string(f.texts.Common.No)
		if is(t) {
			text = string(f.texts.Common.Yes)
		}
		if set(&t.Decision) == nil {
			return "(" + text + ")"
		}
		return text
	}
}

func flip(is func(steps.Task) bool, field func(*steps.Change) *steps.Field[bool]) func(steps.Task) (steps.Change, bool) {
	return func(t steps.Task) (c steps.Change, ok bool) {
		*field(&c) = steps.Set(!is(t))
		return c, true
	}
}

// cycle gives the value after the present one; after the last comes none.
func cycle[T ~string](values []T, now func(steps.Task) T, give func(*steps.Change, steps.Field[T])) func(steps.Task) (steps.Change, bool) {
	return func(t steps.Task) (c steps.Change, ok bool) {
		next := steps.Clear[T]()
		found := now(t) == ""
		for _, v := range values {
			if found {
				next = steps.Set(v)
				break
			}
			found = v == now(t)
		}
		give(&c, next)
		return c, len(values) > 0
	}
}
