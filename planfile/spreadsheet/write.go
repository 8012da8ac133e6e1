package spreadsheet

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// Encode writes the task overview as a spreadsheet (.xlsx) that can be filled in and read back:
// a sheet with the tasks, one with the team and its hours, one with the actions, one with where the hours go, one that explains,
// and one for each table of the deepening sheets that has rows. The same plan always gives the same bytes.
func Encode(plan steps.Plan, texts *assets.Texts) ([]byte, error) {
	w := newWriter(plan, texts)
	defer w.Close()
	w.taskLayout, w.teamLayout, w.actionLayout = newTaskLayout(plan, w.words), newTeamLayout(plan, w.words), newActionLayout(plan, w.words)
	w.layRowTables()
	w.sheets()
	w.makeStyles()
	w.tasks()
	w.team()
	w.actions()
	w.hours()
	w.explain()
	for _, t := range w.rowTables {
		w.rowTable(t)
	}
	w.finish()
	return w.bytes()
}

func newWriter(plan steps.Plan, texts *assets.Texts) writer {
	texts = texts.For(plan.School.Level)
	return writer{
		File: excelize.NewFile(), plan: plan, texts: texts, words: texts.Workbook, names: planfile.MemberNames(plan),
		abilities: assets.NewAbilityNames(plan, texts), cellNames: newCellNames(plan, texts),
	}
}

// bytes are those of the workbook that was written.
func (w *writer) bytes() ([]byte, error) {
	if w.err != nil {
		return nil, fmt.Errorf("write workbook: %w", w.err)
	}
	var b bytes.Buffer
	if err := w.Write(&b); err != nil {
		return nil, fmt.Errorf("write workbook: %w", err)
	}
	return b.Bytes(), nil
}

// writer writes a workbook; after the first error the rest does not count.
type writer struct {
	*excelize.File
	plan      steps.Plan
	texts     *assets.Texts
	words     assets.WorkbookTexts
	names     map[string]string
	abilities assets.AbilityNames
	cellNames cellNames
	styles    styles
	sheet     string // that is being written
	err       error

	taskLayout, teamLayout, actionLayout layout
	rowTables                            []rowTable
}

func (w *writer) check(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) sheets() {
	names := w.words.Sheets
	w.check(w.SetSheetName("Sheet1", string(names.Tasks)))
	added := []string{string(names.Team), string(names.Actions), string(names.Hours), string(names.Explain)}
	for _, t := range w.rowTables {
		added = append(added, t.layout.sheet)
	}
	for _, name := range added {
		_, err := w.NewSheet(name)
		w.check(err)
	}
}

// text writes a text that never becomes anything else: no number, no formula, also when it is edited.
func (w *writer) text(column, row int, text string, style int) {
	at := xlsx.CellName(column, row)
	w.check(w.SetCellStyle(w.sheet, at, at, w.quoted(style, text)))
	if text = cutToCell(text); text == "" {
		return
	}
	before := w.shared()
	w.check(w.SetCellStr(w.sheet, at, text))
	if after := w.shared(); after > before && strings.Contains(text, "_x") {
		w.SharedStrings.SI[after-1].T.Val = xlsx.Escaped(text) // excelize overlooks _x0041_x0042_
	}
}

func (w *writer) shared() int {
	if w.SharedStrings == nil {
		return 0
	}
	return len(w.SharedStrings.SI)
}

// quoted is a style that keeps a text a text where a spreadsheet might take it for something else.
func (w *writer) quoted(style int, text string) int {
	first, _ := utf8.DecodeRuneInString(text)
	if text == "" || unicode.IsLetter(first) && !slices.Contains([]string{"TRUE", "FALSE", "WAAR", "ONWAAR"}, strings.ToUpper(text)) {
		return style
	}
	return w.styles.quoted[style]
}

// number writes hours; unknown ones are an empty cell.
func (w *writer) number(column, row int, raw string, style int) {
	at := xlsx.CellName(column, row)
	w.check(w.SetCellStyle(w.sheet, at, at, style))
	if hours, err := strconv.ParseFloat(raw, 64); err == nil {
		w.check(w.SetCellFloat(w.sheet, at, hours, -1, 64))
	}
}

// formula writes what the spreadsheet works out.
func (w *writer) formula(column, row int, formula string, style int) {
	at := xlsx.CellName(column, row)
	w.check(w.SetCellStyle(w.sheet, at, at, style))
	w.check(w.SetCellFormula(w.sheet, at, formula))
}

func (w *writer) headings(l layout, texts map[string]assets.SheetColumnTexts) {
	for i, c := range l.columns {
		name := xlsx.ColumnName(i + 1)
		w.check(w.SetColWidth(w.sheet, name, name, c.width))
		w.text(i+1, l.headings, string(texts[c.field].Heading), w.styles.heading)
		if l.mark != "" {
			w.text(i+1, l.headings-1, l.mark+markSeparator+c.field, w.styles.id)
		}
		if c.hidden() {
			w.check(w.SetColVisible(w.sheet, name, false))
		}
	}
	if l.mark != "" {
		w.check(w.SetRowVisible(w.sheet, l.headings-1, false))
	}
	w.check(w.SetRowHeight(w.sheet, l.headings, 32))
}

// lines is about how many lines a text takes in a column of this width.
func lines(text string, width float64) (n int) {
	for line := range strings.SplitSeq(text, "\n") {
		n += 1 + int(float64(utf8.RuneCountInString(line))/(width*1.2))
	}
	return n
}

// height makes a row high enough for the longest of its texts, since not every program does so itself.
func (w *writer) height(row int, lines ...int) {
	const one, most = 13.5, 400.0
	w.check(w.SetRowHeight(w.sheet, row, min(most, 4+one*float64(slices.Max(lines)))))
}

// banner writes the title of a sheet, and a line under it.
func (w *writer) banner(sheet assets.Text, title string, hint assets.Text) {
	w.sheet = string(sheet)
	w.text(1, 1, title, w.styles.title)
	w.check(w.SetRowHeight(w.sheet, 1, 30))
	if hint != "" {
		w.text(1, 2, string(hint), w.styles.hint)
		w.check(w.SetRowHeight(w.sheet, 2, 20))
	}
	off := false
	w.check(w.SetSheetView(w.sheet, 0, &excelize.ViewOptions{ShowGridLines: &off}))
}

func (w *writer) school() string { return cmp.Or(w.plan.School.Name, string(w.texts.Common.School)) }

func (w *writer) tasks() {
	l := w.taskLayout
	w.banner(w.words.Sheets.Tasks, w.words.Title.Fill("school", w.school(), "round", w.plan.Round.Number), w.words.Hint)
	w.headings(l, w.texts.TaskColumns())
	for i, t := range w.plan.Tasks() {
		var high []int
		for k, c := range l.columns {
			raw := rawTask(t, c.field)
			if c.kind == titleColumn {
				raw = w.texts.TaskTitle(t)
			}
			w.value(k+1, l.first()+i, c, raw, w.styles.of(c, false))
			if c.Typed() {
				high = append(high, lines(raw, c.width))
			}
		}
		w.height(l.first()+i, high...)
	}
	for k, c := range l.columns {
		w.check(w.SetCellStyle(w.sheet, xlsx.CellName(k+1, l.first()+l.filled), xlsx.CellName(k+1, l.last()), w.styles.of(c, true)))
	}
	for row := l.first(); row <= l.last(); row++ {
		w.formula(l.column("class"), row, w.classFormula(row), w.styles.workedOut)
	}
	w.check(w.AutoFilter(w.sheet, xlsx.CellName(1, l.headings)+":"+xlsx.CellName(len(l.columns), l.last()), nil))
	w.greyOut()
	w.complete(l, 2)
}

// value writes what is filled in in a column.
func (w *writer) value(column, row int, c sheetColumn, raw string, style int) {
	switch c.kind {
	case workedOutColumn:
	case hoursColumn:
		w.number(column, row, raw, style)
	case memberColumn:
		w.text(column, row, w.names[raw], style)
	case whoeverColumn:
		w.text(column, row, whoever(raw, w.names), style)
	case dayColumn:
		w.day(column, row, raw, style)
	case abilityColumn:
		if raw != "" {
			raw = w.abilities.Write(strings.Split(raw, rawSeparator), w.texts, w.plan)
		}
		w.text(column, row, raw, style)
	default:
		w.text(column, row, c.word(w.texts, w.plan, raw), style)
	}
}

// literal is a text in a formula.
func literal(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

func (w *writer) team() {
	l, words := w.teamLayout, w.words.Team
	w.banner(w.words.Sheets.Team, words.Title.Fill("school", w.school()), words.Hint)
	w.figures()
	w.headings(l, words.Columns)
	for i, m := range slices.Concat(w.plan.Members, make([]steps.Member, l.empty)) {
		row := l.first() + i
		var high []int
		for k, c := range l.columns {
			w.memberCell(k+1, row, c, m)
			if c.Typed() || c.kind == abilityColumn {
				high = append(high, lines(rawMember(m, c.field), c.width))
			}
		}
		w.height(row, high...)
	}
	w.complete(l, 1)
}

// figures sets the hours that there are beside those that are planned.
func (w *writer) figures() {
	words := w.words.Team
	for i, label := range []assets.Text{words.Available, words.Planned, words.Left} {
		w.text(1, 3+i, string(label), w.styles.label)
		w.text(2, 3+i, "", w.styles.label)
	}
	if w.plan.School.Hours != nil {
		w.number(3, 3, w.plan.School.Hours.String(), w.styles.figure)
		w.formula(5, 3, w.spareFormula(), w.styles.hint)
	} else {
		first, last := w.teamLayout.first(), w.teamLayout.last()
		w.formula(3, 3, fmt.Sprintf("IF(COUNT(C%d:C%d)=0,%s,%s)", first, last, w.unknown(), exact(fmt.Sprintf("SUM(C%d:C%d)", first, last))), w.styles.figure)
	}
	w.formula(3, 4, fmt.Sprintf("%s!C%d", w.words.Sheets.Hours, hoursAtSchool), w.styles.figure)
	w.formula(3, 5, fmt.Sprintf(`IF(AND(LEN(D3)>0,LEN(D4)>0),%s,%s)`, w.unknown(), w.leftFormula("C3", "C4")), w.styles.figure)
	w.bounds()
}

// bounds says behind the figures whether they are all, and in a sentence why a sum may not be.
func (w *writer) bounds() {
	bare := func(text assets.Text) string { return literal(strings.TrimSpace(text.Fill("n", ""))) }
	least, most := bare(w.texts.Common.AtLeast), bare(w.texts.Common.AtMost)
	known := func(cell, when, word string) string {
		return fmt.Sprintf(`IF(AND(ISNUMBER(%s),%s),%s,"")`, cell, when, word)
	}
	if w.plan.School.Hours == nil {
		first, last := w.teamLayout.first(), w.teamLayout.last()
		named := fmt.Sprintf(`A%d:A%d,"?*"`, first, last)
		w.formula(4, 3, known("C3", fmt.Sprintf(`COUNTIFS(%s)>COUNTIFS(%[1]s,C%d:C%d,">=0")`, named, first, last), least), w.styles.plain)
	}
	w.formula(4, 4, known("C4", fmt.Sprintf("%s!D%d>0", w.words.Sheets.Hours, hoursAtSchool), least), w.styles.plain)
	w.formula(4, 5, known("C5", "LEN(D4)>0", most), w.styles.plain)
	if w.plan.School.Hours == nil {
		w.formula(4, 5, fmt.Sprintf(`IF(LEN(D3)>0,%s,%s)`, known("C5", "TRUE", least), known("C5", "LEN(D4)>0", most)), w.styles.plain)
	}
	uncounted := fmt.Sprintf("%s!D%d", w.words.Sheets.Hours, hoursAtSchool)
	if w.together() {
		uncounted += fmt.Sprintf("+%s!D%d", w.words.Sheets.Hours, hoursAtSchool+1)
	}
	w.formula(5, 4, fmt.Sprintf(`IF(%s>0,%s,"")`, uncounted, literal(string(w.texts.Report.Hours.Uncounted))), w.styles.hint)
}

func (w *writer) memberCell(column, row int, c sheetColumn, m steps.Member) {
	raw, style, name := rawMember(m, c.field), w.styles.of(c, true), xlsx.CellName(1, row)
	switch c.field {
	case "planned":
		w.formula(column, row, w.ownedFormula(name, append(slices.Clone(schoolClasses), steps.ClassGroupOurs)...), style)
	case "planned_group":
		w.formula(column, row, w.ownedFormula(name, steps.ClassGroupOurs), style)
	case "left":
		w.formula(column, row, `IF(`+name+`="","",`+w.memberLeftFormula(xlsx.CellName(3, row), xlsx.CellName(4, row))+")", style)
	case "name":
		w.text(column, row, w.names[m.ID], style)
	default:
		w.value(column, row, c, raw, style)
	}
}
