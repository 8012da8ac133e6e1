package spreadsheet

import (
	"slices"
	"strings"
	"time"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// The sheet with the actions, written and read back.

// actionColumns are those of the actions. What an action is about is told in words, and kept as the plan file has it.
var actionColumns = columnsOf(steps.ActionFields,
	sized{"what", titleWidth}, sized{"owner", 22}, sized{"due", 13}, sized{"state", 14}, sized{"outcome", noteWidth}, sized{"subject", 34},
	sized{"opened", 13}, sized{"closed", 15}, sized{"about", 20}, sized{"id", 20})

func newActionLayout(plan steps.Plan, words assets.WorkbookTexts) layout {
	return layout{sheet: string(words.Sheets.Actions), mark: actionsMark, columns: actionColumns, headings: 4, filled: len(plan.Actions), empty: 20}
}

func rawAction(a steps.Action, field string) string {
	if field == "id" {
		return a.ID
	}
	return rawValue(steps.ActionFields, a, field)
}

func (w *writer) actions() {
	l, words := w.actionLayout, w.words.Actions
	w.banner(w.words.Sheets.Actions, words.Title.Fill("school", w.school()), words.Hint)
	w.headings(l, words.Columns)
	for i, a := range slices.Concat(w.plan.Actions, make([]steps.Action, l.empty)) {
		row := l.first() + i
		high := []int{1}
		for k, c := range l.columns {
			raw := rawAction(a, c.field)
			if c.field == "subject" {
				raw = w.texts.Subject(w.plan, a.About)
				w.text(k+1, row, raw, w.styles.group)
			} else {
				w.value(k+1, row, c, raw, w.styles.of(c, true))
			}
			if c.Typed() || c.field == "subject" {
				high = append(high, lines(raw, c.width))
			}
		}
		w.height(row, high...)
	}
	w.complete(l, 1)
}

// whoever is how someone is called in a cell: a member by the name that the others of the team do not have.
func whoever(raw string, names map[string]string) string {
	if id, member := strings.CutPrefix(raw, steps.MemberPrefix); member {
		return names[id]
	}
	return raw
}

// firstDay is day 0 of a spreadsheet. Programs do not agree on the days before the last of February 1900, nor go beyond the
// year 9999.
var firstDay = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// day writes a day as spreadsheets keep one; before they do so, as a text.
func (w *writer) day(column, row int, raw string, style int) {
	day, err := time.Parse(time.DateOnly, raw)
	if err != nil || day.Year() <= 1900 {
		w.text(column, row, raw, style)
		return
	}
	at := xlsx.CellName(column, row)
	w.check(w.SetCellStyle(w.sheet, at, at, style))
	w.check(w.SetCellInt(w.sheet, at, (day.Unix()-firstDay.Unix())/(24*60*60)))
}

// readActions reads the actions; those with an id first, since they know which they are. The plan is the one with what else
// the workbook says.
func (r *reader) readActions(t *table, plan steps.Plan) {
	if t == nil {
		return
	}
	rows := t.filled(actionColumns)
	for _, withID := range []bool{true, false} {
		for _, row := range rows {
			if (t.at(row, "id").Text != "") == withID {
				r.readAction(t, row, plan)
			}
		}
	}
}

func (r *reader) readAction(t *table, row xlsx.Row, plan steps.Plan) {
	id, ok := r.actionOf(t, row)
	if !ok {
		return
	}
	r.claimed["action "+id] = true
	a, _ := r.plan.Action(id)
	change := cellChange{steps.Change{Kind: steps.ChangeAction, Action: id}, t, row}
	r.fields(&change, actionColumns, func(field string) string { return rawAction(a, field) })
	closed, _ := change.Closed.Value()
	if state, given := change.State.Value(); given && state.Open() && closed == a.Closed { // opened again
		change.Closed = steps.Clear[steps.Date]()
	}
	about := steps.Change{Kind: steps.ChangeAction, Action: id, What: steps.Set("x"), Subject: change.Subject}
	if plan.Check(about) != nil { // gone since the workbook was made
		change.Subject = steps.Field[string]{}
	}
	r.actions = append(r.actions, change)
}

// actionOf says which action a row is about: by its id, by what is to be done, or one that it adds.
func (r *reader) actionOf(t *table, row xlsx.Row) (string, bool) {
	what, given := t.at(row, "what"), t.at(row, "id")
	claimed := func(id string) bool { return r.claimed["action "+id] }
	switch id := given.Text; {
	case id == "":
	case claimed(id):
		r.report(t, what, "workbook-twice", what.Text, "")
		return "", false
	case !steps.ValidID(id):
		r.report(t, given, "workbook-unknown-id", id, "")
		return "", false
	default:
		return id, true
	}
	if what.Text == "" {
		r.report(t, what, "workbook-what-missing", "", "")
		return "", false
	}
	for _, a := range r.plan.Actions {
		if !claimed(a.ID) && planfile.Fold(a.What) == planfile.Fold(what.Text) {
			return a.ID, true
		}
	}
	return r.plan.NewActionID(what.Text, claimed), true
}
