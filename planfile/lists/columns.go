package lists

import (
	"cmp"
	"slices"
	"strconv"

	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// Field is what a column is taken for.
type Field string

// The fields of columns.
const (
	Title     Field = "title"
	Owner     Field = "owner" // and, after the first name, who steps in
	Backup    Field = "backup"
	Horizon   Field = "horizon"
	Priority  Field = "priority" // from which a term can be proposed
	Group     Field = "group"
	Relevance Field = "relevance"
	Hours     Field = "hours"
	Available Field = "available" // hours of the owner
	Matrix    Field = "person"    // of a matrix: what its heading has to do with the task
	Note      Field = "note"
	Aside     Field = "-" // nothing
)

// Fields are those that a column can be taken for, in the order in which they are told.
var Fields = []Field{Title, Owner, Backup, Horizon, Priority, Group, Relevance, Hours, Available, Matrix, Note, Aside}

// fieldOrder is in which order fields are looked for among the words of a heading: "wie doet deze taak" is about who.
var fieldOrder = []Field{Relevance, Available, Backup, Priority, Horizon, Owner, Hours, Group, Title, Note, Aside}

// Evidence is how a column is known to be what it is taken for, and so how sure that is.
type Evidence int

// The kinds of evidence, from none to certainty.
const (
	Unknown Evidence = iota // it goes with the note
	Cells                   // what stands in it
	Words                   // of its heading
	Exact                   // its heading, or a known layout
	Told                    // a person
)

// Column is a column and what it is taken for.
type Column struct {
	Letter, Heading string
	Field           Field
	Evidence        Evidence
	Unit            Unit     // of its hours
	Negated         bool     // what it says is the other way round: does not apply
	Samples         []string // of its first cells that differ, as they are shown

	number int
	remark bool   // it needs no heading in the note
	scale  int    // of its priorities, the last number of it; 0 where its numbers are none
	rank   int    // of the word by which it was known, among those for the same field
	mark   mark   // of a Matrix
	value  string // that a mark in it stands for, where each value has a column of its own
}

// heading is what the heading of a column says.
type heading struct {
	field    Field
	evidence Evidence
	rank     int
}

// fieldOf returns what a heading is about, and how that is known.
func (r *reader) fieldOf(text string) (Field, Evidence) {
	h := r.headingOf(text)
	return h.field, h.evidence
}

// headingOf looks for a heading among those that are known exactly, and then by its words: not where one of them rules that out.
func (r *reader) headingOf(text string) (h heading) {
	if text == "" || len(text) > steps.MaxName {
		return heading{}
	}
	if h, known := r.headings[text]; known {
		return h
	}
	defer func() { r.headings[text] = h }()
	if h = r.exactly(text); h.evidence == Exact {
		return h
	}
	negated, said := r.words.negations.within(text), plain(text)
	for _, field := range fieldOrder {
		rank, found := r.words.headings[field].placeWithin(said)
		if found && field != Aside && !(negated && field != Relevance) && !r.words.excluded[field].within(text) {
			return heading{field, Words, rank}
		}
	}
	return heading{}
}

// exactly looks for a heading among those that are known exactly.
func (r *reader) exactly(text string) heading {
	said := plain(text)
	for _, field := range fieldOrder {
		if rank, found := r.words.headings[field].places[said]; found {
			return heading{field, Exact, rank}
		}
	}
	return heading{}
}

// maxSample is how many rows are looked at to find out what a column holds.
const maxSample = 300

// understand finds out what the columns of a table are.
func (r *reader) understand(t *table) {
	planner := r.isPlanner(*t)
	for _, h := range t.headings {
		c := Column{Letter: xlsx.ColumnName(h.column), Heading: steps.Quote(h.label), Field: Note, number: h.column}
		told, chosen := r.choices.Columns[c.Letter]
		if h.hidden && !chosen {
			r.leftOut.add(HiddenColumns, c.Letter+" "+h.label)
			continue
		}
		r.recognise(&c, h, planner)
		if chosen {
			r.take(&c, told)
		}
		t.columns = append(t.columns, c)
	}
	t.columns = append(t.columns, r.unnamed(*t)...)
	for i := range t.columns {
		r.weigh(&t.columns[i], cellsOf(*t, t.columns[i].number))
	}
	r.findMatrix(t)
	r.settle(t)
	r.findNames(t)
	for _, c := range t.columns {
		if c.Field == Aside {
			r.leftOut.add(AsideColumns, c.Letter+" "+c.Heading)
		}
	}
}

// take makes of a column what somebody says that it is. What its heading says the other way round stays so, and so does the unit
// that it names, unless another one is said.
func (r *reader) take(c *Column, told Meaning) {
	c.Field, c.Evidence = told.Field, Told
	c.Negated = told.Field == Relevance && (c.Negated || told.Negated)
	switch {
	case told.Field != Hours || told.Weekly:
		c.Unit = ""
	case told.Unit != "":
		c.Unit = told.Unit
	case c.Unit == "":
		c.Unit = r.unitOf(c.Heading)
	}
}

// isPlanner knows the list that Microsoft Planner writes.
func (r *reader) isPlanner(t table) bool {
	known := 0
	for _, h := range t.headings {
		if r.words.planner.are(h.label) {
			known++
		}
	}
	return known > 2
}

// recognise reads the heading of a column.
func (r *reader) recognise(c *Column, h headingCell, planner bool) {
	best := heading{}
	for _, text := range h.texts {
		if found := r.headingOf(text); found.evidence > best.evidence {
			best = found
		}
	}
	if planner && !(best.evidence == Exact && (best.field == Title || best.field == Group)) && r.words.planner.are(h.label) {
		best = heading{Aside, Exact, 0}
	}
	if best.evidence == Unknown {
		return
	}
	c.Field, c.Evidence, c.rank = best.field, best.evidence, best.rank
	c.remark = c.Field == Note
	all := h.texts[len(h.texts)-1] + " " + h.label
	if c.Field == Hours {
		c.Unit = r.unitOf(all)
	}
	c.Negated = c.Field == Relevance && r.words.negations.within(all)
}

// unnamed are the columns without a heading that hold something in rows with a task.
func (r *reader) unnamed(t table) (columns []Column) {
	count := map[int]int{}
	for _, row := range t.rows {
		for _, c := range row.Cells {
			count[c.Column]++
		}
	}
	for _, h := range t.headings {
		delete(count, h.column)
	}
	for number := range count {
		c := Column{Letter: xlsx.ColumnName(number), Field: Aside, number: number}
		if number == t.titleColumn {
			c.Field, c.Evidence = Title, Cells
		}
		if told, chosen := r.choices.Columns[c.Letter]; chosen {
			r.take(&c, told)
		}
		columns = append(columns, c)
	}
	slices.SortFunc(columns, func(a, b Column) int { return cmp.Compare(a.number, b.number) })
	return columns
}

// cellsOf are the cells of a column that hold something, of the first rows.
func cellsOf(t table, number int) (cells []xlsx.Cell) {
	for _, row := range t.rows[:min(len(t.rows), maxSample)] {
		if c := row.At(number); c.Text != "" && c.Kind != xlsx.FormulaCell && c.Kind != xlsx.ErrorCell {
			cells = append(cells, c)
		}
	}
	return cells
}

// most says whether something holds for most of some cells.
func most(cells []xlsx.Cell, holds func(xlsx.Cell) bool) bool {
	const share = 0.6
	n := 0
	for _, c := range cells {
		if holds(c) {
			n++
		}
	}
	return n > 0 && float64(n) >= share*float64(len(cells))
}

// weigh holds what a heading says against what stands below it, and takes samples.
func (r *reader) weigh(c *Column, cells []xlsx.Cell) {
	for _, cell := range cells {
		text := sample(cell, r.shown)
		if len(c.Samples) < samplesShown && !slices.Contains(c.Samples, text) {
			c.Samples = append(c.Samples, text)
		}
	}
	if c.Field == Priority {
		c.scale = scaleOf(cells)
	}
	hours := func(cell xlsx.Cell) bool { return hoursOf(cell, c.Unit) != nil }
	if field, value := r.valueOf(c.Heading); value != "" && c.Evidence < Exact && len(cells) > 0 && most(cells, r.isTick) {
		c.Field, c.Evidence, c.value = field, Exact, value
	}
	switch {
	case c.Evidence == Words && c.Field == Hours && !most(cells, hours),
		c.Evidence == Words && (c.Field == Owner || c.Field == Backup) && !most(cells, r.holdsNames):
		c.Field, c.Evidence = Note, Unknown
	case c.Evidence > Unknown || len(cells) == 0 || c.Heading == "":
	case countsUp(cells):
		c.Field, c.Evidence = Aside, Cells
	case most(cells, r.holdsMembers):
		c.Field, c.Evidence = Owner, Cells
	case most(cells, func(cell xlsx.Cell) bool { return r.horizonOf(cell) != "" }):
		c.Field, c.Evidence = Horizon, Cells
	case most(cells, func(cell xlsx.Cell) bool { return r.words.isShort(cell.Text) && r.groupOf(cell.Text) != "" }):
		c.Field, c.Evidence = Group, Cells
	}
}

// valueOf is the term or the group that a heading names, where marks stand below it.
func (r *reader) valueOf(heading string) (Field, string) {
	for _, horizon := range steps.Horizons {
		if r.words.horizons[horizon].are(heading) && !r.words.negations.are(heading) {
			return Horizon, string(horizon)
		}
	}
	if r.words.isShort(heading) {
		return Group, string(r.groupOf(heading))
	}
	return "", ""
}

// countsUp says whether cells number the rows.
func countsUp(cells []xlsx.Cell) bool {
	for i, c := range cells {
		if number, ok := c.Number(); !ok || number != strconv.Itoa(i+1) {
			return false
		}
	}
	return len(cells) > 1
}

// settle leaves one column for each field that can have only one: the surest, and of those the one with the most telling word.
// The others go with the note.
func (r *reader) settle(t *table) {
	best := map[Field]*Column{}
	for i := range t.columns {
		c := &t.columns[i]
		if slices.Contains([]Field{Note, Aside, Backup, Matrix}, c.Field) || c.value != "" {
			continue
		}
		key := c.Field
		if c.Negated {
			key = "not " + key
		}
		other := best[key]
		if other == nil {
			best[key] = c
			continue
		}
		if c.Evidence > other.Evidence || c.Evidence == other.Evidence && c.rank < other.rank {
			best[key], c, other = c, other, c
		}
		c.remark = c.Field == Title
		c.Field = Note
	}
}
