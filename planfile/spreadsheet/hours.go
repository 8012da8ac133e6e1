package spreadsheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"stappenplan/assets"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// What the spreadsheet works out of the hours: the same as [steps.Capacity], in formulas.

// schoolClasses are the classes of the tasks at school.
var schoolClasses = []steps.HoursClass{steps.ClassNow, steps.ClassLater, steps.ClassSomeDay}

// className is how a class is called, as a text in a formula.
func (w *writer) className(class steps.HoursClass) string {
	return literal(string(w.texts.Common.HoursClasses[class]))
}

// unknown stands where no hours are filled in, as a text in a formula.
func (w *writer) unknown() string { return literal(string(w.texts.Common.Unknown)) }

// together says whether the plan knows tasks at the group.
func (w *writer) together() bool { return w.taskLayout.column("level") > 0 }

// classFormula names where the hours of a task go, as steps.Task.HoursClass says.
func (w *writer) classFormula(row int) string {
	at := func(field string) string { return "$" + xlsx.CellName(w.taskLayout.column(field), row) }
	is := func(field, raw string) string { return at(field) + "=" + literal(w.texts.Value(field, raw)) }
	empty := func(field string) string { return "LEN(" + at(field) + ")=0" } // as every program takes an empty cell
	type choice struct {
		when  string
		class steps.HoursClass
	}
	choices := []choice{
		{empty("relevance"), steps.ClassUndecided},
		{is("relevance", "no"), steps.ClassNotHere},
		{is("horizon", "dropped"), steps.ClassDropped},
		{is("sourcing", "outsource"), steps.ClassOutsource},
	}
	if w.together() {
		yes := literal(string(w.texts.Common.Yes))
		atGroup := fmt.Sprintf(`OR(%s,AND(%s,%s<>%[4]s,OR(%[5]s=%[4]s,%[6]s=%[4]s)))`,
			is("level", "group"), empty("level"), at("local"), yes, at("scale"), at("specialist"))
		choices = append(choices,
			choice{"AND(" + atGroup + "," + empty("owner") + ")", steps.ClassGroup}, choice{atGroup, steps.ClassGroupOurs})
	}
	choices = append(choices, choice{is("horizon", "short"), steps.ClassNow}, choice{is("horizon", "long"), steps.ClassLater})
	formula := w.className(steps.ClassSomeDay)
	for _, c := range slices.Backward(choices) {
		formula = "IF(" + c.when + "," + w.className(c.class) + "," + formula + ")"
	}
	return "IF(" + empty("title") + `,"",` + formula + ")"
}

// ownedFormula adds up the hours of the tasks of these classes that a member owns, as assets.Texts.Quantity words them: where some of
// these tasks have no hours it is at least so much, and where none has, it is unknown.
func (w *writer) ownedFormula(name string, classes ...steps.HoursClass) string {
	hours, owner, class := w.taskLayout.rangeOf("hours"), w.taskLayout.rangeOf("owner"), w.taskLayout.rangeOf("class")
	var sums, tasks, known []string
	for _, c := range classes {
		where := fmt.Sprintf("%s,%s,%s,%s", owner, criterion(name), class, w.className(c))
		sums = append(sums, "SUMIFS("+hours+","+where+")")
		tasks = append(tasks, "COUNTIFS("+where+")")
		known = append(known, "COUNTIFS("+where+","+hours+`,">=0")`)
	}
	sum, some := exact(strings.Join(sums, "+")), strings.Join(known, "+")
	return fmt.Sprintf(`IF(%s="","",IF(%s=%s,%s,IF(%[3]s=0,%[5]s,%[6]s)))`,
		name, strings.Join(tasks, "+"), some, sum, w.unknown(), bounded(w.texts.Common.AtLeast, sum))
}

// bounded is a number with the words that say how much of it is known, as a text in a formula.
func bounded(words assets.Text, number string) string {
	before, after := around(words)
	parts := []string{literal(before), number}
	if after != "" {
		parts = append(parts, literal(after))
	}
	return "CONCATENATE(" + strings.Join(parts, ",") + ")"
}

// around is what stands before and after the number in the words that say how much of it is known.
func around(words assets.Text) (before, after string) {
	const number = "\x00"
	before, after, _ = strings.Cut(words.Fill("n", number), number)
	return before, after
}

// criterion is what a cell says as a criterion of equality: in it a name such as "An*" or ">5" would be a pattern.
func criterion(cell string) string {
	for _, sign := range []string{"~", "*", "?"} {
		cell = fmt.Sprintf(`SUBSTITUTE(%s,"%s","~%[2]s")`, cell, sign)
	}
	return `"="&` + cell
}

// leftFormula takes hours from hours, where both are known.
func (w *writer) leftFormula(available, planned string) string {
	return fmt.Sprintf("IF(COUNT(%s,%s)<2,%s,%s)", available, planned, w.unknown(), exact(available+"-"+planned))
}

// memberLeftFormula takes the hours that are planned for a member, which can be at least so many, from those that the member has.
func (w *writer) memberLeftFormula(available, planned string) string {
	number := planned
	before, after := around(w.texts.Common.AtLeast)
	for _, word := range []string{before, after} {
		if word != "" {
			number = fmt.Sprintf(`SUBSTITUTE(%s,%s,"")`, number, literal(word))
		}
	}
	most := bounded(w.texts.Common.AtMost, exact(available+"-VALUE("+number+")"))
	return fmt.Sprintf("IF(OR(COUNT(%s)=0,%s=%s),%[3]s,IF(ISNUMBER(%[2]s),%[4]s,%[5]s))", available, planned, w.unknown(), exact(available+"-"+planned), most)
}

// spareFormula says how the hours of the members differ from those of the school, as assets.Texts.HoursSpare does.
func (w *writer) spareFormula() string {
	rows := [2]int{w.teamLayout.first(), w.teamLayout.last()}
	hours, names := fmt.Sprintf("C%d:C%d", rows[0], rows[1]), fmt.Sprintf(`A%d:A%d,"?*"`, rows[0], rows[1])
	all := fmt.Sprintf(`COUNTIFS(%s)=COUNTIFS(%[1]s,%s,">=0")`, names, hours)
	sum, common, words := "SUM("+hours+")", w.texts.Common, w.words.Team
	spare, beyond := exact("C3-"+sum), exact(sum+"-C3")
	said := func(words, bound assets.Text, number string) string {
		return bounded(assets.Text(words.Fill("n", bound)), number)
	}
	of := func(least, most assets.Text) string {
		return fmt.Sprintf("IF(%s>0,%s,%s)", spare, said(words.Spare, most, spare), said(words.Beyond, least, beyond))
	}
	return fmt.Sprintf(`IF(OR(COUNT(C3)=0,COUNT(%s)=0,%s=0),"",IF(%s,%s,%s))`, hours, spare, all,
		of("{n}", "{n}"), of(common.AtLeast, common.AtMost))
}

// exact takes off what a spreadsheet's sums are beside the hundredths that hours have.
func exact(sum string) string { return "ROUND(" + sum + ",2)" }

// The rows of the sheet with the hours.
const (
	hoursHeadings  = 3
	firstHours     = hoursHeadings + 1
	hoursAtSchool  = firstHours + 3 // the sum of schoolClasses
	hoursNameWidth = 40
)

// hours writes where the hours of the tasks go: each class with its tasks, its hours, and how many have none.
func (w *writer) hours() {
	words := w.texts.Report.Hours
	w.banner(w.words.Sheets.Hours, w.words.Team.Hours.Fill("school", w.school()), "")
	w.check(w.SetColWidth(w.sheet, "A", "A", hoursNameWidth))
	w.check(w.SetColWidth(w.sheet, "B", "D", 15))
	for i, title := range []string{string(words.Where), string(words.Tasks), string(words.Hours), string(words.Without)} {
		w.text(1+i, hoursHeadings, title, w.styles.heading)
	}
	row, parts := firstHours, []int{}
	for _, class := range steps.HoursClasses {
		if (class == steps.ClassGroupOurs || class == steps.ClassGroup) && !w.together() {
			continue
		}
		w.classRow(row, class)
		parts = append(parts, row)
		row++
		switch class {
		case steps.ClassSomeDay:
			w.sumRow(row, string(words.AtSchool), w.open(), parts...)
			parts, row = []int{row}, row+1
		case steps.ClassGroup:
			w.sumRow(row, string(words.AtGroup), w.open(), parts[1:]...)
			parts, row = []int{parts[0], row}, row+1
		}
	}
	w.sumRow(row, string(words.All), "0", parts...)
	w.check(w.ProtectSheet(w.sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true}))
	w.setPages(4, hoursHeadings, row)
}

// classRow counts the tasks of a class and adds up their hours.
func (w *writer) classRow(row int, class steps.HoursClass) {
	name := string(w.texts.Common.HoursClasses[class])
	where := w.taskLayout.rangeOf("class") + "," + literal(name)
	w.text(1, row, name, w.styles.plain)
	w.formula(2, row, "COUNTIF("+where+")", w.styles.workedOut)
	w.hoursCell(row, "0", "SUMIFS("+w.taskLayout.rangeOf("hours")+","+where+")")
	w.formula(4, row, fmt.Sprintf(`B%d-COUNTIFS(%s,%s,">=0")`, row, where, w.taskLayout.rangeOf("hours")), w.styles.workedOut)
}

// open counts the tasks of which it is not decided whether they apply.
func (w *writer) open() string {
	return "COUNTIF(" + w.taskLayout.rangeOf("class") + "," + w.className(steps.ClassUndecided) + ")"
}

// sumRow adds up rows, to which so many tasks may still come.
func (w *writer) sumRow(row int, name, open string, parts ...int) {
	sum := func(column string) string {
		var cells []string
		for _, part := range parts {
			cells = append(cells, column+fmt.Sprint(part))
		}
		return "SUM(" + strings.Join(cells, ",") + ")"
	}
	w.text(1, row, name, w.styles.label)
	w.formula(2, row, sum("B"), w.styles.figure)
	w.hoursCell(row, open, sum("C"))
	w.formula(4, row, sum("D"), w.styles.figure)
}

// hoursCell is a sum of hours, unknown where no task of the row has hours, and where there is none as long as one may come.
func (w *writer) hoursCell(row int, open, sum string) {
	w.formula(3, row, fmt.Sprintf("IF(AND(D%d=B%[1]d,B%[1]d+%[2]s>0),%[3]s,%[4]s)", row, open, w.unknown(), exact(sum)), w.styles.figure)
}
