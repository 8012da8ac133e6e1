package page

import (
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// sheetsPage lists the deepening sheets with what stands on them, and what they are for.
func sheetsPage(f screen.Frame) sheet {
	w := f.Texts.SheetCommon
	fields := []field{paragraph(f, f.Look.Strong, string(w.Talk)), paragraph(f, f.Look.Muted, string(w.Optional)), gap()}
	var list []*steps.Sheet
	for i := range f.Plan.Definitions().Sheets {
		list = append(list, &f.Plan.Definitions().Sheets[i])
	}
	title := sheetTitle(f, list)
	for _, s := range list {
		numbers := make([]string, len(s.Steps))
		for i, id := range s.Steps {
			numbers[i] = strconv.Itoa(id.Number())
		}
		about := string(f.Texts.Sheets[s.ID].Purpose) + " (" + strings.ReplaceAll(w.Minutes.For(s.Minutes), " ", "\u00a0") + ")" // on one line
		fields = append(fields, sheetRow(f, s, title, w.AtSteps.Fill("steps", strings.Join(numbers, ", "))), read(painted(f.Look.Muted, hung("    ", about, f.Width))...))
	}
	return sheet{Title: string(w.Sheets), Fields: fields}
}

// sheetTitle is the room for the titles of sheets in a list: that of the longest.
func sheetTitle(f screen.Frame, list []*steps.Sheet) (width int) {
	for _, s := range list {
		width = max(width, ansi.StringWidth(string(f.Texts.Sheets[s.ID].Title)))
	}
	return width
}

// sheetRow is a sheet, behind so much room for its title: beside which steps it stands, where that is wanted, how many rows it has, and
// how much stands out, which comes before the rows where there is no room for both.
func sheetRow(f screen.Frame, s *steps.Sheet, title int, at ...string) field {
	w := f.Texts.SheetCommon
	fd := actionField("sheet:"+s.ID, screen.Fit(string(f.Texts.Sheets[s.ID].Title), title), screen.Show(screen.Place{Kind: screen.SheetCard, ID: s.ID}))
	apart := between
	if len(at) > 0 { // a phrase of its own, that leaves no room for a sign
		apart = " "
	}
	rows, room := string(w.Unfilled), max(0, f.Width-title-2-ansi.StringWidth(apart)-f.PlaceRoom())
	if n := f.Plan.CountRows(s.ID); n > 0 {
		rows = w.Rows.For(n)
	}
	said := strings.Join(slices.Concat(at, []string{rows}), " · ")
	if n := len(f.Plan.SheetFindings(s.ID, f.Today)); n > 0 {
		found := "! " + f.Texts.Wizard.FindingCount.For(n)
		for _, parts := range [][]string{{found}, {rows, found}} {
			if more := strings.Join(slices.Concat(at, parts), " · "); ansi.StringWidth(more) <= room {
				said = more
			}
		}
	}
	fd.Value = f.Look.Muted.On(apart + screen.Fit(said, room))
	return fd
}

// sheetsBeside are the rows that lead to the sheets beside a step; nothing where there are none.
func sheetsBeside(f screen.Frame, id steps.StepID) (fields []field) {
	list := f.Plan.Definitions().Beside(id)
	title := sheetTitle(f, list)
	for _, s := range list {
		if fields == nil {
			fields = append(fields, gap(), paragraph(f, f.Look.Accent, string(f.Texts.SheetCommon.Sheets)), paragraph(f, f.Look.Muted, string(f.Texts.SheetCommon.Optional)))
		}
		fields = append(fields, sheetRow(f, s, title))
	}
	return fields
}

// sheetPage is a sheet: what it is for while it is empty, its tables, what stands out and what could be done.
func sheetPage(f screen.Frame, id string) sheet {
	s := f.Plan.Definitions().Sheet(id)
	if s == nil {
		return sheet{}
	}
	w, words := f.Texts.SheetCommon, f.Texts.Sheets[id]
	time := strings.TrimSpace(w.Minutes.For(s.Minutes) + ". " + string(words.MoreTime))
	fields := []field{
		labelledText(f, string(w.For), string(words.Purpose)), labelledText(f, string(w.With), string(words.With)+" · "+time), gap(),
	}
	for i := range s.Tables {
		t := &s.Tables[i]
		fd := actionField(t.ID, screen.Fit(string(words.Tables[t.ID].Title), 26), screen.Show(screen.Place{Kind: screen.SheetTable, ID: s.ID + "/" + t.ID}))
		fd.Value = " " + f.Look.Muted.On(screen.Fit(f.Texts.TableState(f.Plan, s.ID, t), max(0, f.Width-29-f.PlaceRoom())))
		fields = append(fields, fd)
	}
	if f.Plan.CountRows(id) > 0 {
		fields = append(fields, gap(), actionField("picture", string(w.Picture), screen.Show(screen.Place{Kind: screen.SheetPicture, ID: id})))
	}
	for _, page := range s.Pages {
		if len(f.Plan.CompleteRows(id, page.Table)) > 0 {
			d := f.Chosen
			d.Subject = report.Subject(page.ID)
			fields = append(fields, actionField("page:"+page.ID, w.MakePage.Fill("page", words.Pages[page.ID].Title),
				screen.Both{First: screen.Choose{Document: d}, Second: screen.Show(screen.Place{Kind: screen.SaveAs})}))
		}
	}
	fields = append(fields, actionField("settings", string(w.Heading), screen.Show(screen.Place{Kind: screen.SheetSettings, ID: id})))
	fields = append(fields, sheetConcerns(f, s)...)
	fields = append(fields, gap(), labelledText(f, string(w.Source), string(words.Source)))
	return sheet{Title: string(words.Title), Fields: fields}
}

// sheetConcerns are what stands out on a sheet, each with what can be done, and what the sheet proposes to do.
func sheetConcerns(f screen.Frame, s *steps.Sheet) (fields []field) {
	w := f.Texts.SheetCommon
	if found := f.Plan.SheetFindings(s.ID, f.Today); len(found) > 0 {
		fields = append(fields, gap(), paragraph(f, f.Look.Accent, string(w.Findings)))
		for _, one := range found {
			text, advice := f.Texts.SheetFinding(f.Plan, one)
			sign := "! "
			if one.Hint {
				sign = "· "
			}
			to := screen.Place{Kind: screen.SheetTable, ID: s.ID + "/" + one.Table, At: one.Row}
			if _, there := f.Plan.Row(s.ID, one.Table, one.Row); there {
				to = screen.Place{Kind: screen.RowCard, ID: steps.RowPath(s.ID, one.Table, one.Row)}
			}
			fd := actionField(one.About(), sign+text, screen.Show(to))
			fd.Commands = []command{makesAction(f, one.About())}
			fields = append(fields, fd, read(painted(f.Look.Muted, hung("    ", advice, f.Width))...))
		}
	}
	if proposals := f.Plan.SheetProposals(s.ID, f.Today); len(proposals) > 0 {
		fields = append(fields, gap(), paragraph(f, f.Look.Accent, string(w.Proposed)))
		for _, p := range proposals {
			fields = append(fields, proposalRow(f, p.About()))
		}
	}
	return fields
}

// sheetSettingsPage is what is asked about a sheet itself.
func sheetSettingsPage(f screen.Frame, id string) sheet {
	if f.Plan.Definitions().Sheet(id) == nil {
		return sheet{}
	}
	fields := append(askedOf(f, question.Settings(id, f.Plan, f.Texts)), gap(), actionField("done", string(f.Texts.Wizard.Ready), screen.Back(1)))
	return sheet{Title: string(f.Texts.Sheets[id].Title) + " · " + string(f.Texts.SheetCommon.Heading), Fields: fields, Labels: 16}
}

// tablePath takes the id of a place of a table apart.
func tablePath(f screen.Frame, id string) (s *steps.Sheet, t *steps.Table, row string) {
	parts := append(strings.SplitN(id, "/", 3), "", "")
	s = f.Plan.Definitions().Sheet(parts[0])
	return s, s.Table(parts[1]), parts[2]
}

// sheetTablePage is a table of a sheet: its rows, and what is offered to add.
func sheetTablePage(f screen.Frame, id string) sheet {
	s, t, _ := tablePath(f, id)
	if t == nil {
		return sheet{}
	}
	w, words := f.Texts.SheetCommon, f.Texts.Sheets[s.ID].Tables[t.ID]
	rows := f.Plan.Rows(s.ID, t.ID)
	if rank := t.RankColumn(); rank != "" {
		rows = steps.Ranked(rows, rank)
	}
	columns := newRowColumns(f, s, t)
	add := screen.Show(screen.Place{Kind: screen.NewRow, ID: id})
	made := sheet{Title: string(f.Texts.Sheets[s.ID].Title) + " · " + string(words.Title)}
	if len(rows) == 0 {
		text := words.Empty
		if text == "" {
			text = w.Empty
		}
		made.Fields = append(made.Fields, paragraph(f, screen.Paint{}, string(text)))
	} else {
		made.Fields = append(made.Fields, columns.heading(f))
	}
	for _, r := range rows {
		made.Fields = append(made.Fields, columns.row(f, r))
	}
	if len(t.Fixed) > 0 {
		return made
	}
	made.Fields = append(made.Fields, gap(), actionField("add", string(w.Add), add))
	made.Commands = []command{{Key: "+", Label: w.Add, Effect: add}}
	if t.Private && len(rows) > 0 {
		made.Fields = append(made.Fields, muted(actionField("remove-all", string(w.RemoveAll), askRemoveRows(f, s, t, rows))))
	}
	made.Fields = append(made.Fields, offeredRows(f, s, t)...)
	return made
}

// offeredRows are the rows that the definition offers and that are not there yet.
func offeredRows(f screen.Frame, s *steps.Sheet, t *steps.Table) (fields []field) {
	for _, change := range question.OfferedRows(s.ID, t.ID, f.Today, f.Plan, f.Texts) {
		if fields == nil {
			title := string(f.Texts.SheetCommon.Offered)
			if t.PresetsOurs {
				title += " (" + string(f.Texts.SheetCommon.Ours) + ")"
			}
			fields = append(fields, gap(), paragraph(f, f.Look.Accent, title))
		}
		text := f.Plan.Definitions().CellsGiven(change).Text(t.Preset)
		fields = append(fields, actionField("offer "+change.Row, "+ "+screen.Fit(text, f.Width-4-f.PlaceRoom()), screen.Record{Changes: []steps.Change{change}}))
	}
	return fields
}

// askRemoveRows asks before all rows of a table go together.
func askRemoveRows(f screen.Frame, s *steps.Sheet, t *steps.Table, rows []steps.Row) screen.Effect {
	w := f.Texts.SheetCommon
	changes := make([]steps.Change, len(rows))
	for i, r := range rows {
		changes[i] = steps.Change{Kind: steps.ChangeRemove, Sheet: s.ID, Table: t.ID, Row: r.ID}
	}
	return screen.Ask{Question: w.RemoveAllAsk.For(len(rows)), Yes: w.RemoveYes, Effect: screen.Record{Changes: changes, Then: screen.Back(1)}}
}

// askRemoveRow names what is cleared with a row before the row goes.
func askRemoveRow(f screen.Frame, s *steps.Sheet, t *steps.Table, id string, references map[string][]string, then screen.Effect) screen.Effect {
	return screen.Ask{Question: question.AskRemoveRow(s.ID, t.ID, id, references, f.Plan, f.Texts), Yes: f.Texts.SheetCommon.RemoveYes,
		Effect: screen.Record{Changes: []steps.Change{{Kind: steps.ChangeRemove, Sheet: s.ID, Table: t.ID, Row: id}}, Then: then}}
}

// newRowPage adds a row; the rest of it is asked on its own screen.
func newRowPage(f screen.Frame, id string) sheet {
	s, t, _ := tablePath(f, id)
	if t == nil {
		return sheet{}
	}
	what := asked(f, question.NewRow(s.ID, t.ID, f.Today, f.Plan, f.Texts))
	keep := what.Save
	what.Save = func(v string) (screen.Effect, string) {
		effect, problem := keep(v)
		record, is := effect.(screen.Record)
		if !is {
			return effect, problem
		}
		path := steps.RowPath(s.ID, t.ID, record.Changes[0].Row)
		return screen.Then(effect, screen.Replace(screen.Place{Kind: screen.RowCard, ID: path, At: t.Columns[min(1, len(t.Columns)-1)].ID})), problem
	}
	title := f.Texts.SheetCommon.New.Fill("table", f.Texts.Sheets[s.ID].Tables[t.ID].Title)
	return sheet{Title: title, Fields: []field{gap(), what}, Labels: 16}
}

// rowPage is one row: a field for each of its columns.
func rowPage(f screen.Frame, path string) sheet {
	s, t, id := tablePath(f, path)
	if t == nil {
		return sheet{}
	}
	r, there := f.Plan.Row(s.ID, t.ID, id)
	if !there && len(t.Fixed) == 0 {
		return sheet{}
	}
	name := f.Texts.RowName(f.Plan, s.ID, t.ID, id)
	made := sheet{Title: screen.OneLine(name), Labels: 16}
	if draft := f.Texts.Lacking(s.ID, t, r); draft != "" {
		made.Fields = append(made.Fields, paragraph(f, f.Look.Warn, assets.Capital(draft)), gap())
	} else if len(t.Fixed) > 0 {
		made.Fields = append(made.Fields, paragraph(f, f.Look.Strong, name), gap())
	}
	for _, q := range question.Row(s.ID, t.ID, id, f.Plan, f.Texts) {
		made.Fields = append(made.Fields, asked(f, q))
		for _, note := range q.Notes {
			made.Fields = append(made.Fields, paragraph(f, f.Look.Warn, "! "+note))
		}
	}
	made.Fields = append(made.Fields, gap())
	for _, past := range r.Past {
		for i := range t.Columns {
			if value, said := past.Cells[t.Columns[i].ID]; said {
				c := &t.Columns[i]
				label := f.Texts.Wizard.Round.Fill("n", past.Round) + " · " + string(f.Texts.ColumnWords(s.ID, t.ID, c.ID).Heading())
				made.Fields = append(made.Fields, paragraph(f, f.Look.Muted, label+": "+f.Texts.Cell(f.Plan, s.ID, t.ID, c, value)))
			}
		}
	}
	about := steps.About(steps.AboutRow, path)
	if len(t.Fixed) == 0 && !t.Private {
		made.Fields = append(made.Fields, makeActionField(f, about))
		made.Commands = []command{makesAction(f, about)}
	}
	made.Fields = append(made.Fields, actionField("done", string(f.Texts.Wizard.Ready), screen.Back(1)))
	if len(t.Fixed) == 0 {
		made.Fields = append(made.Fields, muted(actionField(screen.RemoveRow, string(f.Texts.SheetCommon.Remove), askRemoveRow(f, s, t, id, f.Plan.References(s.ID, t.ID), screen.Back(2)))))
	}
	return made
}

// firstCell is the field with which a row opens: the first in which nothing is typed.
func firstCell(f screen.Frame, path string) string {
	for _, fd := range rowPage(f, path).Fields {
		if fd.ID != "" && fd.Kind != form.Lines && !fd.Kind.Typed() {
			return fd.ID
		}
	}
	return ""
}
