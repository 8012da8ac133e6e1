package lists

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"stappenplan/lazyregexp"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// table is what stands below headings in a sheet, up to the next ones.
type table struct {
	sheet       xlsx.Sheet
	headings    []headingCell
	titleColumn int // that of the tasks, where only its cells tell that
	last        int // number of the last row of the headings
	rows        []xlsx.Row
	columns     []Column

	named        Field // what the name of the sheet says of all rows: an owner, a group, or nothing
	owner        string
	group        steps.GroupID
	surnameFirst bool // in the columns with names
	commaInside  bool // a name, not between two
}

// headingCell is the heading of a column, of one line or two.
type headingCell struct {
	column int
	label  string   // as it is told
	texts  []string // in which its field is looked for
	hidden bool
}

// candidate is a sheet with a row that may be that of headings.
type candidate struct {
	sheet       xlsx.Sheet
	headings    xlsx.Row
	score       int
	bare        bool // it has none, and the row is one of tasks
	titleColumn int  // the only column, of which the cells tell that it is that of the tasks; 0 for none
}

// tables finds the tables of a workbook: those of the sheet with the best headings, and of all sheets with the same.
func (r *reader) tables(b *xlsx.Book) (tables []table, err error) {
	if err := r.checkSheets(b); err != nil {
		return nil, err
	}
	candidates, err := r.candidates(b)
	if err != nil {
		return nil, err
	}
	if only, is, err := r.onlyColumn(b); err != nil {
		return nil, err
	} else if is {
		candidates = []candidate{only}
	}
	if len(candidates) == 0 {
		return nil, NoOverview
	}
	best := slices.MaxFunc(candidates, func(a, b candidate) int { return a.score - b.score })
	year := ""
	for _, c := range candidates {
		if c.shape() == best.shape() {
			year = max(year, yearIn(c.sheet.Name))
		}
	}
	var read []xlsx.Sheet
	for _, c := range candidates {
		if len(r.choices.Sheets) == 0 && (c.shape() != best.shape() || yearIn(c.sheet.Name) != year) {
			r.leftOut.add(OtherSheets, c.sheet.Name)
			continue
		}
		all, err := b.Below(c.sheet, 0)
		if err != nil {
			return nil, err
		}
		read = append(read, c.sheet)
		tables = append(tables, r.split(c, all)...)
	}
	if len(read) > 1 {
		r.nameTables(tables)
	}
	return tables, r.checkColumns(tables)
}

// onlyColumn is the sheet of a workbook that holds nothing else in sight, and in it one column of short texts without a heading: plainly a list of
// tasks, where nobody said what its columns are. Each of its rows is one, also the first.
func (r *reader) onlyColumn(b *xlsx.Book) (only candidate, is bool, err error) {
	if len(r.choices.Columns) > 0 {
		return candidate{}, false, nil
	}
	for _, s := range b.Sheets {
		head, err := b.Head(s)
		if err != nil {
			return candidate{}, false, err
		}
		if !r.isRead(s) || len(head) == 0 {
			continue
		}
		if is || !r.areTitles(head) {
			return candidate{}, false, nil
		}
		only, is = candidate{sheet: s, headings: head[0], score: 1, bare: true, titleColumn: head[0].Cells[0].Column}, true
	}
	return only, is, nil
}

// areTitles says whether rows hold nothing but a title each: the first is no heading of one, and they are no numbers, terms or people.
func (r *reader) areTitles(rows []xlsx.Row) bool {
	const longest = 100
	var cells []xlsx.Cell
	for _, row := range rows {
		if len(row.Cells) != 1 || row.Cells[0].Column != rows[0].Cells[0].Column || row.Cells[0].Kind != xlsx.TextCell || len([]rune(row.Cells[0].Text)) > longest {
			return false
		}
		cells = append(cells, row.Cells[0])
	}
	said := func(c xlsx.Cell) bool {
		return hoursOf(c, "") != nil || r.horizonOf(c) != "" || r.holdsMembers(c) || !strings.ContainsFunc(c.Text, unicode.IsLetter)
	}
	return len(cells) > 1 && r.exactly(cells[0].Text).evidence != Exact && !most(cells, said)
}

// isRead says whether a sheet is one of those that are chosen, or in sight where none is.
func (r *reader) isRead(s xlsx.Sheet) bool {
	if len(r.choices.Sheets) == 0 {
		return !s.Hidden
	}
	return slices.ContainsFunc(r.choices.Sheets, func(name string) bool { return planfile.Fold(name) == planfile.Fold(s.Name) })
}

// candidates are the sheets in sight, or those that are chosen, with the row that is likeliest to be that of headings.
func (r *reader) candidates(b *xlsx.Book) (list []candidate, err error) {
	for _, s := range b.Sheets {
		if !r.isRead(s) {
			if len(r.choices.Sheets) == 0 {
				r.leftOut.add(HiddenSheets, s.Name)
			}
			continue
		}
		head, err := b.Head(s)
		if err != nil {
			return nil, err
		}
		if c, found := r.bestHeadings(s, head); found {
			list = append(list, c)
		}
	}
	return list, nil
}

func (r *reader) bestHeadings(s xlsx.Sheet, head []xlsx.Row) (best candidate, found bool) {
	for _, row := range head {
		score := r.score(row)
		if score > best.score {
			best, found = candidate{sheet: s, headings: row, score: score}, true
		}
		if score > 0 && r.areHeadings(row) {
			return candidate{sheet: s, headings: row, score: score}, true
		}
	}
	isWide := func(row xlsx.Row) bool { return len(row.Cells) > 1 }
	for _, row := range head {
		if !found && r.titleIsChosen() && (isWide(row) || !slices.ContainsFunc(head, isWide)) {
			return candidate{sheet: s, headings: row, score: 1, bare: r.isBare(row, head)}, true
		}
	}
	return best, found
}

// isBare says whether a row that is the first of a list whose columns are said holds a task itself: none of its cells is the heading
// of what its column is said to be, at most one is another heading, as Back-up may be a task, and where numbers stand below there is
// one in it.
func (r *reader) isBare(row xlsx.Row, head []xlsx.Row) bool {
	known := 0
	for _, c := range row.Cells {
		if c.Kind != xlsx.TextCell || hoursOf(c, "") != nil {
			continue
		}
		h := r.exactly(c.Text)
		if h.evidence == Exact {
			known++
		}
		if h.evidence == Exact && h.field == r.choices.Columns[xlsx.ColumnName(c.Column)].Field || numbersBelow(c, head) {
			return false
		}
	}
	return known < 2
}

// numbersBelow says whether all cells below one hold numbers.
func numbersBelow(cell xlsx.Cell, head []xlsx.Row) bool {
	found := false
	for _, row := range head {
		c := row.At(cell.Column)
		if row.Number <= cell.Row || c.Text == "" {
			continue
		}
		if hoursOf(c, "") == nil {
			return false
		}
		found = true
	}
	return found
}

func (r *reader) titleIsChosen() bool {
	for _, meaning := range r.choices.Columns {
		if meaning.Field == Title {
			return true
		}
	}
	return false
}

// score says how much a row looks like one of headings, 0 where it is none: one of them is that of the tasks, and there is
// another, unless the row holds nothing else or that one is exact.
func (r *reader) score(row xlsx.Row) (score int) {
	title, known := Unknown, map[Field]bool{}
	for _, c := range row.Cells {
		field, evidence := r.fieldOf(c.Text)
		if c.Hidden || c.Kind != xlsx.TextCell || known[field] && field != Note && field != Aside {
			continue
		}
		known[field] = field != ""
		switch {
		case field == Title:
			title = max(title, evidence)
			score += int(evidence)
		case field == Note || field == Aside:
			score++
		default:
			score += int(evidence)
		}
	}
	other := slices.ContainsFunc(fieldOrder, func(f Field) bool { return known[f] && f != Title && f != Note && f != Aside })
	if title == Unknown || !other && title != Exact && len(row.Cells) > 1 {
		return 0
	}
	return score
}

// shape is the same for sheets with the same headings.
func (c candidate) shape() string {
	var texts []string
	for _, cell := range c.headings.Cells {
		if !cell.Hidden {
			texts = append(texts, planfile.Fold(cell.Text))
		}
	}
	return strings.Join(texts, "\n")
}

var aYear = lazyregexp.New(`(?:19|20)\d\d`)

// yearIn is the first year in the name of a sheet, empty where there is none.
func yearIn(name string) string { return aYear().FindString(name) }

// split parts a sheet into tables: each begins at the headings that were found, or at other ones. Headings that are repeated
// part nothing.
func (r *reader) split(found candidate, all []xlsx.Row) (tables []table) {
	sheet, number := found.sheet, found.headings.Number
	if found.bare {
		tables = []table{{sheet: sheet, titleColumn: found.titleColumn}}
	}
	for i := 0; i < len(all); i++ {
		row, at := all[i], len(tables)-1
		switch {
		case row.Number < number:
		case at < 0 || r.beginsOther(tables[at], row):
			t := table{sheet: sheet, last: row.Number, headings: r.headingCells(row, xlsx.Row{})}
			if i+1 < len(all) && r.isSecondLine(row, all[i+1]) {
				i++
				t.headings, t.last = r.headingCells(row, all[i]), all[i].Number
			}
			tables = append(tables, t)
		case r.repeats(tables[at], row):
			r.leftOut.add(HeadingsAgain, rowName(sheet, row))
		case row.Hidden && !r.choices.With[HiddenRows]:
			r.leftOut.add(HiddenRows, rowName(sheet, row))
		default:
			tables[at].rows = append(tables[at].rows, row)
		}
	}
	for i := range tables {
		r.understand(&tables[i])
	}
	return tables
}

// rowName is how a row is called, as Taken!12.
func rowName(sheet xlsx.Sheet, row xlsx.Row) string {
	return sheet.Name + "!" + strconv.Itoa(row.Number)
}

// headingCells are the headings of the columns. One that stands over several columns of the second line goes with each.
func (r *reader) headingCells(first, second xlsx.Row) (cells []headingCell) {
	over := "" // the text of the first line that stands over a column
	last := 0
	for _, row := range []xlsx.Row{first, second} {
		for _, c := range row.Cells {
			last = max(last, c.Column)
		}
	}
	for column := 1; column <= last; column++ {
		top, bottom := first.At(column), second.At(column)
		if bottom.Copied {
			bottom.Text = ""
		}
		spans := bottom.Text != "" && (top.Text == "" || first.At(column+1).Text == "" && second.At(column+1).Text != "")
		if top.Text != "" || bottom.Text == "" {
			over = top.Text
		}
		c := headingCell{column: column, hidden: top.Hidden || bottom.Hidden}
		switch {
		case bottom.Text == "":
			c.label, c.texts = top.Text, []string{top.Text}
		case spans:
			c.label, c.texts = bottom.Text, []string{bottom.Text, strings.TrimSpace(over + " " + bottom.Text)}
			if r.exactly(over).field == Hours {
				c.label = over + " " + bottom.Text
			}
		default:
			c.label = top.Text + " " + bottom.Text
			c.texts = []string{bottom.Text, c.label, top.Text}
		}
		if c.label != "" {
			cells = append(cells, c)
		}
	}
	return cells
}

// isSecondLine says whether a row goes on with the headings above it: it names no task, and below some of them it says more.
func (r *reader) isSecondLine(headings, row xlsx.Row) bool {
	more := false
	for _, c := range row.Cells {
		if c.Copied {
			continue
		}
		above := headings.At(c.Column)
		field, _ := r.fieldOf(above.Text)
		if field == Title || c.Kind != xlsx.TextCell || len(c.Text) > maxMeaning {
			return false
		}
		_, evidence := r.fieldOf(c.Text)
		more = more || above.Text == "" || evidence == Exact || r.unitOf(c.Text) != "" || r.words.week.within(c.Text)
	}
	return more && row.Number == headings.Number+1
}

// repeats says whether a row has the same headings as the table.
func (r *reader) repeats(t table, row xlsx.Row) bool {
	same := 0
	for _, h := range t.headings {
		if text := row.At(h.column).Text; text != "" {
			if planfile.Fold(text) != planfile.Fold(h.label) {
				return false
			}
			same++
		}
	}
	return same > 1 || same > 0 && same == len(t.headings)
}

// beginsOther says whether a row has headings of its own.
func (r *reader) beginsOther(t table, row xlsx.Row) bool {
	return r.areHeadings(row) && !r.repeats(t, row)
}

// areHeadings says whether a row holds only texts, and two of them are exact headings, one that of the tasks.
func (r *reader) areHeadings(row xlsx.Row) bool {
	exact := map[Field]bool{}
	for _, c := range row.Cells {
		if c.Kind != xlsx.TextCell || c.Copied || len(c.Text) > maxMeaning {
			return false
		}
		if h := r.exactly(c.Text); h.evidence == Exact {
			exact[h.field] = true
		}
	}
	return exact[Title] && len(exact) > 1
}

// nameTables takes the names of several sheets of one shape for groups, or for people where no column says who: all of them, or
// none.
func (r *reader) nameTables(tables []table) {
	group, owner := true, true
	for _, t := range tables {
		group = group && r.groupOf(t.sheet.Name) != "" && !t.has(Group)
		owner = owner && r.isName(t.sheet.Name) && !t.has(Owner) && !t.has(Matrix)
	}
	for i := range tables {
		t := &tables[i]
		switch {
		case group:
			t.named, t.group = Group, r.groupOf(t.sheet.Name)
		case owner:
			t.named, t.owner = Owner, t.sheet.Name
		}
	}
}

// has says whether a table has a column for a field.
func (t table) has(field Field) bool {
	return slices.ContainsFunc(t.columns, func(c Column) bool { return c.Field == field })
}

// checkSheets refuses sheets that are chosen and are not there.
func (r *reader) checkSheets(b *xlsx.Book) error {
	var problems planfile.Problems
	var sheets []string
	for _, s := range b.Sheets {
		sheets = append(sheets, steps.CleanName(s.Name))
	}
	for i, name := range r.choices.Sheets {
		if !slices.ContainsFunc(sheets, func(s string) bool { return planfile.Fold(s) == planfile.Fold(name) }) {
			problems.Add(planfile.NewProblem("", i, "list-no-sheet", name, strings.Join(sheets, ", ")))
		}
	}
	return problems.Err()
}

// checkColumns refuses columns that are chosen and are not there.
func (r *reader) checkColumns(tables []table) error {
	var problems planfile.Problems
	for _, letter := range slices.Sorted(maps.Keys(r.choices.Columns)) {
		there := func(t table) bool {
			return slices.ContainsFunc(t.columns, func(c Column) bool { return c.Letter == letter })
		}
		if !slices.ContainsFunc(tables, there) {
			problems.Add(planfile.NewProblem(letter, 0, "list-no-column", letter, ""))
		}
	}
	return problems.Err()
}
