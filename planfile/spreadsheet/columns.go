package spreadsheet

import (
	"fmt"
	"slices"
	"strings"
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
	steps.PlanField // none of what the spreadsheet works out, nor of an id
	field           string
	kind            columnKind
	values          []string // the raw values of a choice
	width           float64
	wordOf          func(t *assets.Texts, raw string) string // of a table of a deepening sheet: what a value is called
	source          string                                   // likewise: the cells with what it can name, as a formula has them
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
	abilityColumn
	whoeverColumn
	dayColumn
	countColumn     // a number of a deepening sheet
	wordsColumn     // of a deepening sheet: whom and what it names, one or several
	subjectColumn   // hidden: what an action is about, as the plan file has it
	workedOutColumn // by the spreadsheet, or only told: never read
	idColumn
)

// The widths of the columns with longer texts, in letters.
const (
	titleWidth   = 42
	noteWidth    = 52
	mandateWidth = 40
)

// taskColumns are all columns of the tasks, in their order.
var taskColumns = columnsOf(steps.TaskFields,
	sized{"group", 21}, sized{"title", titleWidth}, sized{"relevance", 12}, sized{"horizon", 12}, sized{"feedback", 10},
	sized{"scale", 15}, sized{"specialist", 11}, sized{"local", 11}, sized{"level", 10}, sized{"expertise", 12},
	sized{"strategic", 12}, sized{"technical", 11}, sized{"sourcing", 14}, sized{"owner", 19}, sized{"backup", 19},
	sized{"hours", 10}, sized{"note", noteWidth}, sized{"class", 24}, sized{"id", 26})

// teamColumns are those of the members.
var teamColumns = columnsOf(steps.MemberFields,
	sized{"name", 28}, sized{"role", 26}, sized{"hours", 13}, sized{"planned", 16}, sized{"planned_group", 16}, sized{"left", 16}, sized{"mandate", mandateWidth},
	sized{"knows", mandateWidth}, sized{"prefers", mandateWidth},
	sized{"id", 20})

// leftOut are fields that have no column, each with the reason.
var leftOut = map[string]string{
	"motivation": "it is told in confidence, and a spreadsheet goes round",
	"also":       "it serves only to recognise tasks in lists of others",
}

// sized is a column with its width in letters.
type sized struct {
	field string
	width float64
}

// columnsOf are columns in an order of their own. A field of the table that is not among them comes behind the one
// that it follows in the table.
func columnsOf[O any](table []steps.FieldOf[O], order ...sized) (columns []sheetColumn) {
	for i, f := range table {
		if named := func(s sized) bool { return s.field == f.Name }; leftOut[f.Name] == "" && !slices.ContainsFunc(order, named) {
			before := slices.IndexFunc(order, func(s sized) bool { return s.field == table[i-1].Name })
			order = slices.Insert(order, before+1, sized{f.Name, 14})
		}
	}
	for _, s := range order {
		c := sheetColumn{field: s.field, kind: workedOutColumn, width: s.width}
		if s.field == "id" {
			c.kind = idColumn
		}
		for _, f := range table {
			if f.Name == s.field {
				c.PlanField, c.kind, c.values = f.PlanField, columnKindOf(f.PlanField), f.Values
				if c.kind == truthColumn {
					c.values = []string{"true", "false"}
				}
			}
		}
		columns = append(columns, c)
	}
	return columns
}

func columnKindOf(f steps.PlanField) columnKind {
	switch {
	case f.Holds == steps.WordValue && f.Name == "group":
		return groupColumn
	case f.Kind == steps.ChangeTask && f.Name == "title", f.Kind == steps.ChangeMember && f.Name == "name":
		return titleColumn
	case f.Holds == steps.WordValue:
		return choiceColumn
	}
	return map[steps.ValueKind]columnKind{
		steps.BooleanValue: truthColumn, steps.MemberValue: memberColumn, steps.HoursValue: hoursColumn,
		steps.WhoeverValue: whoeverColumn, steps.DateValue: dayColumn, steps.SubjectValue: subjectColumn,
		steps.AbilityValue: abilityColumn,
	}[f.Holds]
}

// hidden says that the column is for the program, not for people.
func (c sheetColumn) hidden() bool { return c.kind == idColumn || c.kind == subjectColumn }

// set gives a change the raw value of a column.
func (c sheetColumn) set(change *steps.Change, raw string) {
	var value any
	switch hours, err := steps.ParseDecimal(raw); {
	case raw == "", c.kind == hoursColumn && err != nil:
	case c.kind == hoursColumn:
		value = hours
	case c.kind == abilityColumn:
		value = strings.Split(raw, rawSeparator)
	case c.kind == truthColumn:
		value = raw == "true"
	default:
		value = raw
	}
	c.Give(change, value)
}

// rawSeparator stands between the raw values of a list.
const rawSeparator = ","

// rawTask is the raw value that a field of a task has.
func rawTask(t steps.Task, field string) string {
	switch field {
	case "group":
		return string(t.Group)
	case "id":
		return t.ID
	}
	return rawValue(steps.TaskFields, *t.Decision, field)
}

// rawMember is the same of a member.
func rawMember(m steps.Member, field string) string {
	if field == "id" {
		return m.ID
	}
	return rawValue(steps.MemberFields, m, field)
}

func rawValue[O any](table []steps.FieldOf[O], of O, field string) string {
	for _, f := range table {
		if f.Name != field {
			continue
		}
		value := f.Value(&of)
		if list, is := value.([]string); is {
			return strings.Join(list, rawSeparator)
		}
		if value != nil {
			return fmt.Sprint(value)
		}
	}
	return ""
}

// word is how a raw value of a closed list is called; any other is a word itself.
func (c sheetColumn) word(t *assets.Texts, plan steps.Plan, raw string) string {
	switch {
	case raw == "", c.kind != groupColumn && len(c.values) == 0:
		return raw
	case c.wordOf != nil:
		return c.wordOf(t, raw)
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

// askedColumns are the columns that a plan shows: of step 5 those of its variant.
func askedColumns(plan steps.Plan) (columns []sheetColumn) {
	for _, c := range taskColumns {
		named := func(f *steps.FieldOf[steps.Decision]) bool { return f.Name == c.Name }
		if c.Step != steps.Tasks || slices.ContainsFunc(plan.TaskFieldsAt(steps.Tasks), named) {
			columns = append(columns, c)
		}
	}
	return columns
}

// shownOfTeam are the columns of the members that a plan shows: hours at the group only where it knows a group.
func shownOfTeam(plan steps.Plan) []sheetColumn {
	return slices.DeleteFunc(slices.Clone(teamColumns), func(c sheetColumn) bool {
		return c.field == "planned_group" && plan.Variant() != steps.GroupVariant
	})
}

// maxCell is how many UTF-16 units a cell can hold.
const maxCell = 32_767

// cutToCell cuts a text to what a cell can hold, the … after it included.
func cutToCell(text string) string {
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > maxCell {
			_, last := utf8.DecodeLastRuneInString(text[:i])
			return text[:i-last] + "…"
		}
	}
	return text
}
