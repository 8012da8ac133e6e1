package spreadsheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
)

// The colours of the sheets.
const (
	accentColour = "1F5C6B"
	paperColour  = "FFFFFF"
	shadeColour  = "EEF3F4"
	lineColour   = "C9D3D6"
	inkColour    = "1C2528"
	mutedColour  = "5B6B70"
	fadedColour  = "7D898D"
)

// asText is the number format of cells whose content is never a number, whatever is typed.
const asText = 49

// asAmount shows a whole number with what each language puts between the thousands.
const asAmount = 3

// styles are the looks of cells by what they are.
type styles struct {
	title, hint, heading, label, figure, plain int
	reckoned                                   int // a number that is only read
	choice, text, number, amount, day          int // that are filled in
	group, taskTitle, workedOut, id            int // that are locked
	faded                                      int // a row that no longer matters

	quoted map[int]int // by style: the same, that keeps a text a text
}

// of is the look of a column; isNew says that the row is for something new, of which more is filled in.
func (s styles) of(c sheetColumn, isNew bool) int {
	switch {
	case c.kind == titleColumn && !isNew:
		return s.taskTitle
	case c.kind == groupColumn && !isNew:
		return s.group
	case c.kind == workedOutColumn:
		return s.workedOut
	case c.hidden():
		return s.id
	case c.kind == hoursColumn, c.kind == countColumn:
		return s.number
	case c.kind == dayColumn:
		return s.day
	case c.kind == choiceColumn, c.kind == truthColumn:
		return s.choice
	}
	return s.text
}

func (w *writer) makeStyles() {
	under := []excelize.Border{{Type: "bottom", Color: lineColour, Style: 1}}
	box := append(under, excelize.Border{Type: "right", Color: lineColour, Style: 1})
	middle := &excelize.Alignment{Vertical: "center", WrapText: true}
	oneLine := &excelize.Alignment{Vertical: "center"}
	left := &excelize.Alignment{Horizontal: "left", Vertical: "top", WrapText: true}
	right := &excelize.Alignment{Horizontal: "right", Vertical: "top", Indent: 1}
	open := &excelize.Protection{Locked: false}
	shade := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{shadeColour}}
	full := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{accentColour}}

	s := &w.styles
	s.quoted = map[int]int{}
	s.title = w.style(excelize.Style{Font: font(16, accentColour, true), Alignment: oneLine})
	s.hint = w.style(excelize.Style{Font: font(10, mutedColour, false), Alignment: oneLine})
	s.heading = w.style(excelize.Style{Font: font(10, paperColour, true), Fill: full, Border: box, Alignment: middle})
	s.label = w.style(excelize.Style{Font: font(10, inkColour, false), Fill: shade, Border: under})
	s.figure = w.style(excelize.Style{Font: font(10, inkColour, true), Fill: shade, Border: under})
	s.plain = w.style(excelize.Style{Font: font(10, inkColour, false), Border: under, Alignment: left})
	s.reckoned = w.style(excelize.Style{Font: font(10, inkColour, false), Border: under, Alignment: right})
	s.choice = w.style(excelize.Style{Font: font(10, inkColour, false), Border: box, Alignment: left, Protection: open})
	s.text = w.style(excelize.Style{Font: font(10, inkColour, false), Border: box, Alignment: left, Protection: open, NumFmt: asText})
	s.number = w.style(excelize.Style{Font: font(10, inkColour, false), Border: box, Alignment: right, Protection: open})
	s.amount = w.style(excelize.Style{Font: font(10, inkColour, false), Border: box, Alignment: right, Protection: open, NumFmt: asAmount})
	asDay := "d/m/yyyy"
	s.day = w.style(excelize.Style{Font: font(10, inkColour, false), Border: box, Alignment: left, Protection: open, CustomNumFmt: &asDay})
	s.group = w.style(excelize.Style{Font: font(9, mutedColour, false), Fill: shade, Border: box, Alignment: left})
	s.taskTitle = w.style(excelize.Style{Font: font(10, inkColour, true), Fill: shade, Border: box, Alignment: left})
	s.workedOut = w.style(excelize.Style{Font: font(10, mutedColour, false), Fill: shade, Border: box, Alignment: right})
	s.id = w.style(excelize.Style{Font: font(9, mutedColour, false), NumFmt: asText})
	faded, err := w.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: fadedColour, Strike: true}})
	w.check(err)
	s.faded = faded
}

func font(size float64, colour string, bold bool) *excelize.Font {
	return &excelize.Font{Family: "Calibri", Size: size, Color: colour, Bold: bold}
}

// style adds a look, and the same with the mark that keeps a text a text, which excelize cannot set itself.
func (w *writer) style(look excelize.Style) int {
	id, err := w.NewStyle(&look)
	w.check(err)
	if err != nil {
		return 0
	}
	all := w.Styles.CellXfs
	same, yes := all.Xf[id], true
	same.QuotePrefix = &yes
	all.Xf = append(all.Xf, same)
	all.Count = len(all.Xf)
	w.styles.quoted[id] = all.Count - 1
	return id
}

// greyOut strikes through what does not apply or is dropped.
func (w *writer) greyOut() {
	l := w.taskLayout
	is := func(field, raw string) string {
		return "$" + xlsx.CellName(l.column(field), l.first()) + "=" + literal(w.texts.Value(field, raw))
	}
	area := xlsx.CellName(2, l.first()) + ":" + xlsx.CellName(2, l.last())
	w.check(w.SetConditionalFormat(w.sheet, area, []excelize.ConditionalFormatOptions{{
		Type: "formula", Criteria: "OR(" + is("relevance", "no") + "," + is("horizon", "dropped") + ")", Format: &w.styles.faded,
	}}))
}

// restrict has cells take only what their column can hold, offers that as a list where it is one, and words the refusal.
func (w *writer) restrict(c sheetColumn, cells string) {
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(cells)
	words := w.words.Wrong
	message := ""
	switch c.kind {
	case choiceColumn, truthColumn, groupColumn:
		choices := c.choices(w.texts, w.plan)
		message = words.Choice.Fill("values", strings.Join(choices, ", "))
		if c.kind == groupColumn { // whose names can be anyone's own
			rule.SetSqrefDropList(w.groupRange())
		} else {
			w.check(rule.SetDropList(choices))
		}
	case countColumn:
		if len(c.values) == 0 {
			return
		}
		message = words.Choice.Fill("values", strings.Join(c.values, ", "))
		w.check(rule.SetDropList(c.values))
	case wordsColumn:
		if c.source != "" { // offered, and not the only thing that can be
			rule.SetSqrefDropList(c.source)
			w.check(w.AddDataValidation(w.sheet, rule))
		}
		return
	case memberColumn:
		message = words.Member.Fill("sheet", w.words.Sheets.Team)
		rule.SetSqrefDropList(w.teamLayout.rangeOf("name"))
	case hoursColumn:
		message = string(words.Hours)
		w.check(rule.SetRange(0, 168, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween))
	default:
		return
	}
	rule.SetError(excelize.DataValidationErrorStyleStop, string(words.Title), planfile.Shorten(message, maxMessage))
	w.check(w.AddDataValidation(w.sheet, rule))
}

// maxMessage is how many letters of a message a spreadsheet program shows.
const maxMessage = 225

// setPages lays what is filled in out on wide pages, with the headings on each. Many columns take two pages, the first of them
// on both, so that the letters can be read.
func (w *writer) setPages(columns, headings, last int) {
	const fitOnOne = 8
	size, wide, broad, long, fit, titles := 9, "landscape", 1, 0, true, "" // 9 is A4
	if columns > fitOnOne {
		broad, titles = 2, quoted(w.sheet)+"!$A:$B,"
	}
	edge, top := 0.3, 0.4
	w.check(w.SetPageLayout(w.sheet, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &wide, FitToWidth: &broad, FitToHeight: &long,
	}))
	w.check(w.SetPageMargins(w.sheet, &excelize.PageLayoutMarginsOptions{Left: &edge, Right: &edge, Top: &top, Bottom: &top}))
	w.check(w.SetSheetProps(w.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	w.check(w.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("%s!$A$1:$%s$%d", quoted(w.sheet), xlsx.ColumnName(columns), last), Scope: w.sheet,
	}))
	if headings > 0 {
		w.check(w.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: titles + fmt.Sprintf("%s!$%d:$%[2]d", quoted(w.sheet), headings), Scope: w.sheet,
		}))
	}
}

// firstGroup is the row of the first group on the sheet that explains.
func (w *writer) firstGroup() int { return 4 + len(w.words.Explain.Lines) }

// groupRange is how the cells with the names of the groups are called in a formula.
func (w *writer) groupRange() string {
	first := w.firstGroup()
	return absoluteRange(string(w.words.Sheets.Explain), 1, first, first+len(taskColumns[0].values)-1)
}

// explainWidths are the widths of the columns of the sheet that explains.
var explainWidths = []float64{30, 74, 54}

// explain writes how the workbook is used, the groups, and what each column is for.
func (w *writer) explain() {
	words := w.words.Explain
	w.banner(w.words.Sheets.Explain, string(words.Title), "")
	for i, width := range explainWidths {
		w.check(w.SetColWidth(w.sheet, xlsx.ColumnName(i+1), xlsx.ColumnName(i+1), width))
	}
	for i, line := range words.Lines {
		row := 2 + i
		w.check(w.MergeCell(w.sheet, xlsx.CellName(1, row), xlsx.CellName(3, row)))
		w.text(1, row, string(line), w.styles.hint)
		w.check(w.SetRowHeight(w.sheet, row, 18))
	}
	first := w.firstGroup()
	w.text(1, first-1, string(words.Groups), w.styles.heading)
	for i, name := range taskColumns[0].choices(w.texts, w.plan) {
		w.text(1, first+i, name, w.styles.plain)
	}
	row := first + len(taskColumns[0].values) + 1
	row = w.explainColumns(row, w.words.Sheets.Tasks, askedColumns(w.plan), w.texts.TaskColumns())
	row = w.explainColumns(row+1, w.words.Sheets.Team, w.teamLayout.columns, w.words.Team.Columns)
	row = w.explainColumns(row+1, w.words.Sheets.Actions, actionColumns, w.words.Actions.Columns)
	for _, t := range w.rowTables {
		row = w.explainRowTable(row+1, t)
	}
	w.check(w.ProtectSheet(w.sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true}))
	w.setPages(3, 0, row)
}

// explainColumns lists the columns of a sheet from this row on, and gives the row after them.
func (w *writer) explainColumns(row int, sheet assets.Text, columns []sheetColumn, texts map[string]assets.SheetColumnTexts) int {
	words := w.words.Explain
	for i, heading := range []string{string(sheet + ": " + words.Column), string(words.What), string(words.Choose)} {
		w.text(i+1, row, heading, w.styles.heading)
		if i == 0 && lines(heading, explainWidths[0]) > 1 {
			w.height(row, 2)
		}
	}
	for _, c := range columns {
		row++
		choose := string(words.Free)
		switch {
		case c.kind == memberColumn:
			choose = string(w.words.Sheets.Team)
		case c.kind == workedOutColumn || c.hidden():
			choose = string(w.texts.Common.None)
		case len(c.values) > 0:
			choose = strings.Join(c.choices(w.texts, w.plan), ", ")
		}
		w.text(1, row, string(texts[c.field].Heading), w.styles.plain)
		w.text(2, row, string(texts[c.field].Explain), w.styles.plain)
		w.text(3, row, choose, w.styles.plain)
		w.height(row, lines(string(texts[c.field].Explain), explainWidths[1]), lines(choose, explainWidths[2]))
	}
	return row + 1
}

// finish marks the workbook as ours and gives it its properties.
func (w *writer) finish() {
	tasks := string(w.words.Sheets.Tasks)
	w.check(w.SetDefinedName(&excelize.DefinedName{Name: markName, RefersTo: tasks + "!$A$" + fmt.Sprint(w.taskLayout.headings)}))
	w.properties(w.words.Title.Fill("school", w.school(), "round", w.plan.Round.Number))
	fresh := true
	w.check(w.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &fresh}))
	w.SetActiveSheet(slices.Index(w.GetSheetList(), tasks))
}

// properties are those of the workbook, the same at every moment.
func (w *writer) properties(title string) {
	const never = "2026-01-01T00:00:00Z"
	w.check(w.SetDocProps(&excelize.DocProperties{
		Creator: "stappenplan", LastModifiedBy: "stappenplan", Created: never, Modified: never,
		Title: title, Language: string(w.texts.Language),
	}))
	const part = "docProps/core.xml"
	if said, there := w.Pkg.Load(part); there {
		w.Pkg.Store(part, []byte(corePrefix.Replace(string(said.([]byte)))))
	}
}

// corePrefix gives the elements of the properties the prefix that Excel writes: some libraries know them by their full names only.
var corePrefix = strings.NewReplacer(
	"<coreProperties xmlns=", "<cp:coreProperties xmlns:cp=", "</coreProperties>", "</cp:coreProperties>",
	"<lastModifiedBy>", "<cp:lastModifiedBy>", "</lastModifiedBy>", "</cp:lastModifiedBy>",
)
