package spreadsheet

import (
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"stappenplan/assets"
	"stappenplan/steps"
)

// markName is the defined name by which a workbook of this program is known, also where its columns are
// moved and some are gone.
const markName = "stappenplan"

// sheetColumn is one field of a task or a member as a column of a sheet. Its raw values are those of the plan
// file, empty where nothing is filled in.
type sheetColumn struct {
	field  string
	kind   columnKind
	values []string // the raw values of a choice
	width  float64
	set    func(c *steps.Change, raw string)
}

type columnKind uint8

const (
	textColumn columnKind = iota
	titleColumn
	groupColumn
	choiceColumn
	truthColumn
	memberColumn
	hoursColumn
	workedOutColumn // by the spreadsheet: never read
	idColumn
)

// The widths of the columns with longer texts, in letters.
const (
	titleWidth   = 42
	noteWidth    = 52
	mandateWidth = 40
)

// taskColumns are all columns of the tasks, in their order.
var taskColumns = []sheetColumn{
	{"group", groupColumn, rawValues(steps.Groups), 21, func(c *steps.Change, v string) { setText(&c.Group, v) }},
	{"title", titleColumn, nil, titleWidth, func(c *steps.Change, v string) { setText(&c.Title, v) }},
	{"relevance", choiceColumn, rawValues(steps.Relevances), 12, func(c *steps.Change, v string) { setText(&c.Relevance, v) }},
	{"horizon", choiceColumn, rawValues(steps.Horizons), 12, func(c *steps.Change, v string) { setText(&c.Horizon, v) }},
	{"feedback", truthColumn, truths, 10, func(c *steps.Change, v string) { setTruth(&c.Feedback, v) }},
	{"scale", truthColumn, truths, 15, func(c *steps.Change, v string) { setTruth(&c.Scale, v) }},
	{"specialist", truthColumn, truths, 11, func(c *steps.Change, v string) { setTruth(&c.Specialist, v) }},
	{"local", truthColumn, truths, 11, func(c *steps.Change, v string) { setTruth(&c.Local, v) }},
	{"level", choiceColumn, rawValues(steps.Levels), 10, func(c *steps.Change, v string) { setText(&c.Level, v) }},
	{"expertise", choiceColumn, rawValues(steps.YesNo), 12, func(c *steps.Change, v string) { setText(&c.Expertise, v) }},
	{"strategic", truthColumn, truths, 12, func(c *steps.Change, v string) { setTruth(&c.Strategic, v) }},
	{"technical", truthColumn, truths, 11, func(c *steps.Change, v string) { setTruth(&c.Technical, v) }},
	{"sourcing", choiceColumn, rawValues(steps.Sourcings), 14, func(c *steps.Change, v string) { setText(&c.Sourcing, v) }},
	{"owner", memberColumn, nil, 19, func(c *steps.Change, v string) { setText(&c.Owner, v) }},
	{"backup", memberColumn, nil, 19, func(c *steps.Change, v string) { setText(&c.Backup, v) }},
	{"hours", hoursColumn, nil, 10, func(c *steps.Change, v string) { setHours(&c.Hours, v) }},
	{"note", textColumn, nil, noteWidth, func(c *steps.Change, v string) { setText(&c.Note, v) }},
	{"counted", workedOutColumn, nil, 9, nil},
	{"id", idColumn, nil, 26, nil},
}

// teamColumns are those of the members. What someone likes to take on is not among them: it is told in
// confidence, and a spreadsheet goes round.
var teamColumns = []sheetColumn{
	{"name", titleColumn, nil, 28, func(c *steps.Change, v string) { setText(&c.Name, v) }},
	{"role", choiceColumn, rawValues(steps.MemberRoles), 26, func(c *steps.Change, v string) { setText(&c.Role, v) }},
	{"hours", hoursColumn, nil, 13, func(c *steps.Change, v string) { setHours(&c.Hours, v) }},
	{"planned", workedOutColumn, nil, 11, nil},
	{"left", workedOutColumn, nil, 11, nil},
	{"mandate", textColumn, nil, mandateWidth, func(c *steps.Change, v string) { setText(&c.Mandate, v) }},
	{"id", idColumn, nil, 20, nil},
}

var truths = []string{"true", "false"}

func rawValues[T ~string](list []T) []string {
	texts := make([]string, len(list))
	for i, v := range list {
		texts[i] = string(v)
	}
	return texts
}

func setText[T ~string](f *steps.Field[T], raw string) {
	if *f = steps.Set(T(raw)); raw == "" {
		*f = steps.Clear[T]()
	}
}

func setTruth(f *steps.Field[bool], raw string) {
	if *f = steps.Set(raw == "true"); raw == "" {
		*f = steps.Clear[bool]()
	}
}

func setHours(f *steps.Field[steps.Decimal], raw string) {
	*f = steps.Clear[steps.Decimal]()
	if v, err := steps.ParseDecimal(raw); err == nil {
		*f = steps.Set(v)
	}
}

// rawTask is the raw value of a field of a task as it stands.
func rawTask(t steps.Task, field string) string {
	switch d := t.Decision; field {
	case "group":
		return string(t.Group)
	case "title":
		return d.Title
	case "relevance":
		return string(d.Relevance)
	case "horizon":
		return string(d.Horizon)
	case "feedback":
		return rawTruth(d.Feedback)
	case "scale":
		return rawTruth(d.Scale)
	case "specialist":
		return rawTruth(d.Specialist)
	case "local":
		return rawTruth(d.Local)
	case "level":
		return string(d.Level)
	case "expertise":
		return string(d.Expertise)
	case "strategic":
		return rawTruth(d.Strategic)
	case "technical":
		return rawTruth(d.Technical)
	case "sourcing":
		return string(d.Sourcing)
	case "owner":
		return d.Owner
	case "backup":
		return d.Backup
	case "hours":
		return rawHours(d.Hours)
	case "note":
		return d.Note
	}
	return t.ID
}

// rawMember is the same of a member.
func rawMember(m steps.Member, field string) string {
	switch field {
	case "name":
		return m.Name
	case "role":
		return string(m.Role)
	case "hours":
		return rawHours(m.Hours)
	case "mandate":
		return m.Mandate
	}
	return m.ID
}

func rawTruth(v *bool) string {
	switch {
	case v == nil:
		return ""
	case *v:
		return "true"
	}
	return "false"
}

func rawHours(v *steps.Decimal) string {
	if v == nil {
		return ""
	}
	return v.String()
}

// word is how a raw value of a closed list is called.
func (c sheetColumn) word(t *assets.Texts, plan steps.Plan, raw string) string {
	switch {
	case raw == "":
		return ""
	case c.kind == groupColumn:
		return t.Group(plan, steps.GroupID(raw))
	case c.kind == truthColumn && raw == "true":
		return string(t.Common.Yes)
	case c.kind == truthColumn:
		return string(t.Common.No)
	}
	return t.Value(c.field, raw)
}

// choices are the words of a closed list in their order.
func (c sheetColumn) choices(t *assets.Texts, plan steps.Plan) []string {
	list := make([]string, len(c.values))
	for i, raw := range c.values {
		list[i] = c.word(t, plan, raw)
	}
	return list
}

// asked are the columns that a plan shows: of step 5 those of its variant.
func asked(plan steps.Plan) (columns []sheetColumn) {
	all := []steps.TaskQuestion{
		steps.AskRelevance, steps.AskHorizon, steps.AskFeedback, steps.AskScale, steps.AskSpecialist, steps.AskLocal, steps.AskLevel,
	}
	for _, c := range taskColumns {
		question := steps.TaskQuestion(c.field)
		if !slices.Contains(all, question) || slices.Contains(plan.TaskQuestions(), question) {
			columns = append(columns, c)
		}
	}
	return columns
}

// maxCell is how many UTF-16 units a cell can hold.
const maxCell = 32_767

// fitting is a text as a cell can hold it: a longer one is cut, with room for the … after it.
func fitting(text string) string {
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > maxCell {
			_, last := utf8.DecodeLastRuneInString(text[:i])
			return text[:i-last] + "…"
		}
	}
	return text
}
