package plain

import (
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// sheets stands for the deepening sheets, which belong to no step alone.
const sheets steps.StepID = "sheets"

// within begins the name of the question of which table of a sheet, or of which row of a table, something is said.
const within = "in:"

// sheetQueries ask for a sheet, then for one of its tables, then for a row, and all about that row; then for a row again.
func (c *conversation) sheetQueries() []query {
	plan := c.session.Plan()
	path, inside := strings.CutPrefix(strings.TrimPrefix(c.here.question, sure), within)
	parts := append(strings.Split(path, "/"), "", "", "")
	sheet := plan.Definitions().Sheet(parts[0])
	if sheet == nil {
		return []query{c.whichSheet()}
	}
	table := sheet.Table(parts[1])
	switch {
	case !inside && table == nil:
		return append(c.spokenOf(question.Settings(sheet.ID, plan, c.texts)), c.whichTable(sheet))
	case table == nil:
		return []query{c.whichTable(sheet)}
	case inside:
		return c.whichRow(sheet, table)
	}
	return append(c.rowQueries(sheet, table, parts[2]), c.whichRow(sheet, table)...)
}

// choosing is a question that is answered with the number of a line, or else by other.
func (c *conversation) choosing(id string, words assets.HelpTexts, leads []reply, other func(line string) (reply, error)) query {
	q := query{id: id, text: string(words.Question), help: []string{string(words.Help)}, numbers: true, closed: other == nil, entering: string(c.words.GoOn)}
	q.take = func(line string) (reply, error) {
		n, err := strconv.Atoi(line)
		switch {
		case err != nil && other != nil:
			return other(line)
		case err != nil || n < 1 || n > len(leads):
			return reply{}, c.among(len(leads), "")
		}
		return leads[n-1], nil
	}
	return q
}

func (c *conversation) whichSheet() query {
	plan, w := c.session.Plan(), c.texts.SheetCommon
	var lines []string
	var leads []reply
	for i, s := range plan.Definitions().Sheets {
		state := string(w.Unfilled)
		if n := plan.CountRows(s.ID); n > 0 {
			state = w.Rows.For(n)
		}
		lines = append(lines, strconv.Itoa(i+1)+"  "+string(c.texts.Sheets[s.ID].Title)+" · "+state)
		leads = append(leads, reply{question: within + s.ID})
	}
	q := c.choosing("which", w.Which, leads, nil)
	q.lines = lines
	return q
}

// whichTable lists the tables of a sheet by number, what it is for and what stands out; the last number is the sheet itself.
func (c *conversation) whichTable(s *steps.Sheet) query {
	plan, w, words := c.session.Plan(), c.texts.SheetCommon, c.texts.Sheets[s.ID]
	lines := []string{string(words.Title), string(words.Purpose), string(w.With) + ": " + string(words.With) + " · " + w.Minutes.For(s.Minutes)}
	var leads []reply
	for i, t := range s.Tables {
		lines = append(lines, strconv.Itoa(i+1)+"  "+string(words.Tables[t.ID].Title)+" · "+c.texts.TableState(plan, s.ID, &s.Tables[i]))
		leads = append(leads, reply{question: within + s.ID + "/" + t.ID})
	}
	lines = append(lines, strconv.Itoa(len(s.Tables)+1)+"  "+string(w.Heading))
	leads = append(leads, reply{question: question.Settings(s.ID, plan, c.texts)[0].ID})
	for i, f := range plan.SheetFindings(s.ID, c.session.Today()) {
		if i == 0 {
			lines = append(lines, string(w.Findings)+":")
		}
		text, advice := c.texts.SheetFinding(plan, f)
		lines = append(lines, "- "+text+" "+advice)
	}
	q := c.choosing(within+s.ID, w.WhichTable, leads, nil)
	q.lines, q.enter = lines, &reply{question: "which"}
	return q
}

// whichRow lists the rows of a table by number, and those that are offered; a sentence in place of a number is a new row.
func (c *conversation) whichRow(s *steps.Sheet, t *steps.Table) []query {
	plan, today, w := c.session.Plan(), c.session.Today(), c.texts.SheetCommon
	var lines []string
	var leads []reply
	line := func(text string) { lines = append(lines, strconv.Itoa(len(leads))+"  "+text) }
	first := func(row string) string {
		return question.Row(s.ID, t.ID, row, plan, c.texts)[0].ID
	}
	rows := plan.Rows(s.ID, t.ID)
	for _, r := range rows {
		leads = append(leads, reply{question: first(r.ID)})
		line(c.rowLine(s, t, r))
	}
	for i, change := range question.OfferedRows(s.ID, t.ID, today, plan, c.texts) {
		if i == 0 {
			lines = append(lines, string(w.Offered)+":")
		}
		leads = append(leads, reply{changes: []steps.Change{change}, question: steps.RowPath(s.ID, t.ID, change.Row) + "/" + t.Columns[min(1, len(t.Columns)-1)].ID})
		line(plan.Definitions().CellsGiven(change).Text(t.Preset))
	}
	add := func(typed string) (reply, error) {
		changes, err := question.NewRow(s.ID, t.ID, today, plan, c.texts).Answer(typed, today)
		if err != nil {
			return reply{}, err
		}
		return reply{changes: changes, question: steps.RowPath(s.ID, t.ID, changes[0].Row) + "/" + t.Columns[min(1, len(t.Columns)-1)].ID}, nil
	}
	if len(t.Fixed) > 0 {
		add = nil
	}
	q := c.choosing(within+s.ID+"/"+t.ID, w.WhichRow, leads, add)
	q.about, q.lines, q.enter = string(c.texts.Sheets[s.ID].Title)+" · "+string(c.texts.Sheets[s.ID].Tables[t.ID].Title), lines, &reply{question: within + s.ID}
	if !t.Private || len(rows) == 0 {
		return []query{q}
	}
	var all []steps.Change
	for _, r := range rows {
		all = append(all, steps.Change{Kind: steps.ChangeRemove, Sheet: s.ID, Table: t.ID, Row: r.ID})
	}
	return c.removing(q, w.Removing.Fill("word", c.words.Words.Clear[0], "row", w.RemoveAll), w.RemoveAllAsk.For(len(rows)), all...)
}

// rowLine says a row in one line, with what it lacks.
func (c *conversation) rowLine(s *steps.Sheet, t *steps.Table, r steps.Row) string {
	plan := c.session.Plan()
	parts := []string{c.texts.RowName(plan, s.ID, t.ID, r.ID)}
	const shown = 3
	listed := t.Listed()
	for _, column := range listed[:min(shown, len(listed))] {
		if value, said := r.Cells[column.ID]; said {
			parts = append(parts, steps.CleanName(c.texts.Cell(plan, s.ID, t.ID, column, value)))
		}
	}
	if lacking := c.texts.Lacking(s.ID, t, r); lacking != "" {
		parts = append(parts, lacking)
	}
	return strings.Join(parts, " · ")
}

// rowQueries ask all about a row; what takes the first answer away takes the row away.
func (c *conversation) rowQueries(s *steps.Sheet, t *steps.Table, row string) (list []query) {
	plan := c.session.Plan()
	for i, asked := range question.Row(s.ID, t.ID, row, plan, c.texts) {
		q := c.spoken(asked)
		if i == 0 && len(t.Fixed) == 0 {
			how := c.texts.SheetCommon.Removing.Fill("word", c.words.Words.Clear[0], "row", c.texts.SheetCommon.Remove)
			list = append(list, c.removing(q, how, question.AskRemoveRow(s.ID, t.ID, row, plan.References(s.ID, t.ID), plan, c.texts),
				steps.Change{Kind: steps.ChangeRemove, Sheet: s.ID, Table: t.ID, Row: row})...)
			continue
		}
		list = append(list, q)
	}
	return list
}
