package question

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// cellAsker makes the questions about a row of a sheet, or about its settings, of which table is nil.
type cellAsker struct {
	asker
	sheet *steps.Sheet
	table *steps.Table
	row   steps.Row
	// change makes the change that gives cells.
	change func(steps.Cells) steps.Change
}

// Row are the questions about a row of a table of a sheet: one for each column, of amounts one for each year.
func Row(sheet, table, row string, plan steps.Plan, texts *assets.Texts) (list []Question) {
	s := plan.Definitions().Sheet(sheet)
	r, _ := plan.Row(sheet, table, row)
	a := cellAsker{asker{plan, texts}, s, s.Table(table), r, func(cells steps.Cells) steps.Change {
		return steps.RowChange(sheet, table, row, cells)
	}}
	reversed := a.table.Reversed(r)
	for i := range a.table.Columns {
		c := &a.table.Columns[i]
		asked := a.of(c)
		if slices.Contains(reversed, c) {
			asked[0].Notes = append(asked[0].Notes, texts.Reversed(sheet, a.table, r, c))
		}
		list = append(list, asked...)
	}
	return list
}

// Settings are the questions about a sheet itself.
func Settings(sheet string, plan steps.Plan, texts *assets.Texts) (list []Question) {
	s := plan.Definitions().Sheet(sheet)
	a := cellAsker{asker{plan, texts}, s, nil, steps.Row{Cells: plan.Sheets[sheet].Settings}, func(cells steps.Cells) steps.Change {
		return steps.SettingsChange(sheet, cells)
	}}
	columns := s.AllSettings()
	for i := range columns {
		list = append(list, a.of(&columns[i])...)
	}
	return list
}

// NewRow asks for what a new row of a table begins with: what tells it apart from the others.
func NewRow(sheet, table string, today steps.Date, plan steps.Plan, texts *assets.Texts) Question {
	s := plan.Definitions().Sheet(sheet)
	a := cellAsker{asker{plan, texts}, s, s.Table(table), steps.Row{}, nil}
	column := a.table.Column(a.table.Name())
	q := a.worded(column)
	q.ID, q.Field, q.About = "new:"+sheet+"/"+table, "row", About{}
	q.read = func(typed string) ([]steps.Change, error) {
		cells := newCells(a.table, today)
		cells[column.ID] = typed
		return []steps.Change{steps.RowChange(sheet, table, plan.NewRowID(sheet, table, typed), cells)}, nil
	}
	q = q.required("row-empty")
	read := q.read
	q.read = func(typed string) ([]steps.Change, error) {
		if steps.Slug(typed) == "" { // a sign that was meant as a key
			return nil, assets.NewFault("row-empty")
		}
		return read(typed)
	}
	return q
}

// worded is the question of a column with its words.
func (a cellAsker) worded(c *steps.Column) Question {
	table := ""
	if a.table != nil {
		table = a.table.ID
	}
	w := a.texts.ColumnWords(a.sheet.ID, table, c.ID)
	path := steps.RowPath(a.sheet.ID, table, a.row.ID)
	q := Question{ID: path + "/" + c.ID, Field: c.ID, Label: string(w.Heading()), Text: string(w.Label), About: About{Row: path}, clears: true}
	if w.Help != "" {
		q.Help = []string{string(w.Help)}
	}
	if c.Ours {
		q.Help = append(q.Help, assets.Capital(string(a.texts.SheetCommon.Ours))+".")
	}
	_, filled := a.row.Cells[c.ID]
	switch counted := a.counted(c); {
	case c.Required && !filled:
		q.Hint, q.Needed = string(a.texts.SheetCommon.Needed), true
	case !filled && counted != nil:
		q.Hint = a.texts.SheetCommon.CountsAs.Fill("value", a.texts.Cell(a.plan, a.sheet.ID, table, c, counted))
	}
	return q
}

// counted is what a cell counts as where nothing is said.
func (a cellAsker) counted(c *steps.Column) any {
	if a.table == nil {
		return a.plan.Setting(a.sheet.ID, c.ID)
	}
	return a.plan.Counted(a.table, a.row, c.ID)
}

// of are the questions of a column.
func (a cellAsker) of(c *steps.Column) []Question {
	if c.Type == steps.AmountsColumn {
		return a.amounts(c)
	}
	q := a.worded(c)
	value, said := a.row.Cells[c.ID]
	if said {
		q.Value = a.says(c, value)
	}
	read := func(typed string) (any, error) { return typed, nil }
	switch c.Type {
	case steps.LongColumn:
		q.Kind = Text
	case steps.ChoiceColumn, steps.RefColumn:
		q.Kind, q.Value, q.Options = Choice, a.row.Cells.Text(c.ID), a.options(c)
	case steps.BoolColumn:
		q.Kind, q.Options = Choice, []Option{{"yes", string(a.texts.Common.Yes)}, {"no", string(a.texts.Common.No)}}
		if q.Value = ""; said {
			q.Value = yesNo(a.row.Cells.Yes(c.ID))
		}
		read = func(typed string) (any, error) { return typed == "yes", nil }
	case steps.SetColumn:
		q.Kind, q.Options, q.Ticked = Several, a.options(c), a.row.Cells.Texts(c.ID)
		read = func(typed string) (any, error) { return q.several(typed) }
	case steps.DateColumn:
		q.Kind = Date
		if day := a.row.Cells.Text(c.ID); day != "" {
			q.Value, q.Shown = typedDate(steps.Date(day)), a.texts.Date(steps.Date(day))
		}
		read = func(typed string) (any, error) { return a.parse(typed, &steps.PlanField{Holds: steps.DateValue}) }
	case steps.YearColumn, steps.RankColumn, steps.WholeColumn:
		q.Kind = Hours
		read = func(typed string) (any, error) { return a.whole(typed) }
	case steps.NumberColumn:
		q.Kind = Hours
		read = func(typed string) (any, error) {
			n, err := parseDecimal(strings.ReplaceAll(strings.ReplaceAll(assets.BeforeUnit(typed, "%"), " ", ""), ",", "."))
			if err != nil {
				return nil, assets.NewFault("sheet-number")
			}
			return n, nil
		}
	case steps.MemberColumn, steps.UnionColumn:
		options, free := a.options(c), c.Type == steps.MemberColumn || c.Member
		q.Help = append(q.Help, a.known(options, free))
		read = func(typed string) (any, error) { return a.named(typed, options, free, c.Task), nil }
	case steps.MembersColumn:
		q.Kind = People
		options := a.options(c)
		q.Help = append(q.Help, a.known(options, true))
		read = func(typed string) (any, error) { return a.people(typed, options), nil }
	case steps.ScoresColumn:
		return []Question{a.scores(q, c)}
	}
	q.read = func(typed string) ([]steps.Change, error) { return a.give(c, typed, read) }
	return []Question{q}
}

// give makes the change that gives a column what was typed; nothing typed clears it.
func (a cellAsker) give(c *steps.Column, typed string, read func(string) (any, error)) ([]steps.Change, error) {
	if steps.Blank(typed) {
		return []steps.Change{a.change(steps.Cells{c.ID: nil})}, nil
	}
	value, err := read(strings.TrimSpace(typed))
	if err != nil {
		return nil, err
	}
	return []steps.Change{a.change(steps.Cells{c.ID: value})}, nil
}

// says is a value as it is typed.
func (a cellAsker) says(c *steps.Column, value any) string {
	if text, is := value.(string); is && (c.Type == steps.LongColumn || c.Type == steps.LineColumn) {
		return text
	}
	table := ""
	if a.table != nil {
		table = a.table.ID
	}
	return a.texts.Cell(a.plan, a.sheet.ID, table, c, value)
}

// OfferedRows are changes that add the rows which the definition of a table offers, each with the id it has there, without those that
// are there already.
func OfferedRows(sheet, table string, today steps.Date, plan steps.Plan, texts *assets.Texts) (changes []steps.Change) {
	t := plan.Definitions().Sheet(sheet).Table(table)
	there := map[string]bool{}
	for _, r := range plan.Rows(sheet, table) {
		there[r.ID], there[steps.Slug(r.Cells.Text(t.Preset))] = true, true
	}
	for _, id := range t.Presets {
		text := string(texts.Sheets[sheet].Tables[table].Presets[id])
		is := there[id] || there[steps.Slug(text)]
		for _, language := range assets.Languages { // one that somebody typed, in any language
			is = is || there[steps.Slug(string(assets.Load(language).Sheets[sheet].Tables[table].Presets[id]))]
		}
		if !is {
			cells := newCells(t, today)
			cells[t.Preset] = text
			changes = append(changes, steps.RowChange(sheet, table, id, cells))
		}
	}
	return changes
}

// newCells are those with which a row of a table begins, besides what it is called.
func newCells(t *steps.Table, today steps.Date) steps.Cells {
	cells := steps.Cells{}
	for _, c := range t.Columns {
		if c.Default == steps.TodayDefault {
			cells[c.ID] = string(today)
		}
	}
	return cells
}

// AskRemoveRow asks whether a row may go, and names the rows that point at it, of all references to rows of its table.
func AskRemoveRow(sheet, table, row string, references map[string][]string, plan steps.Plan, texts *assets.Texts) string {
	w, name := texts.SheetCommon, texts.RowName(plan, sheet, table, row)
	var rows []string
	for _, path := range references[row] {
		of := strings.SplitN(path, "/", 3)
		rows = append(rows, texts.RowName(plan, of[0], of[1], of[2]))
	}
	if len(rows) == 0 {
		return w.RemoveAsk.Fill("row", name)
	}
	return w.RemoveWith.Fill("row", name, "rows", strings.Join(rows, ", "))
}

// MoveRow moves a row up or down in the ranking of its table, of which as many rows have a rank as last says; one without a rank
// becomes the last of those. Nothing moves beyond the ends.
func MoveRow(sheet string, t *steps.Table, r steps.Row, by, last int) []steps.Change {
	rank, to := t.RankColumn(), last+1
	if now, ranked := r.Cells.Whole(rank); ranked {
		if to = min(max(1, now+by), last); to == now {
			return nil
		}
	}
	return []steps.Change{steps.RowChange(sheet, t.ID, r.ID, steps.Cells{rank: to})}
}
