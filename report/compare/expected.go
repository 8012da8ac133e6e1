package compare

import (
	"slices"
	"strconv"

	"stappenplan/assets"
	"stappenplan/report"
)

// unit is a piece of a document as it should be: a paragraph, an item or a cell.
type unit struct {
	heading    string // what it stands under
	under      int    // the unit that is this heading
	text       string
	decision   bool // a decision that is asked, in the words that say what
	begin, end int  // its tokens
}

// expected is a document as it should be.
type expected struct {
	units  []unit
	tokens []token
	of     []int           // the unit of each token
	soft   []bool          // a token that need not be there: the number of an item
	foot   map[string]bool // the tokens at the foot of a page, and at the end
	listed map[string]bool // the tokens of the list of contents
	under  int             // the last heading
	asked  int             // the units before the end of the decisions that are asked; 0 where there are none
}

// expect reads what a document made of a plan says, in the order in which it says it. Figures that can be drawn are said as
// found in the text: a format may draw them, set them in a table, or both.
func expect(s report.Summary, found map[[2]string]bool, without []report.SectionID) *expected {
	e := &expected{}
	e.add(s.Title, s.Title)
	for _, fact := range s.Head() {
		e.add(s.Title, fact)
	}
	for _, part := range s.Parts {
		e.add(part.Title, part.Title)
		for _, section := range part.Sections {
			e.under = len(e.units)
			e.add(section.Title, section.Title)
			if !slices.Contains(without, section.ID) {
				e.section(section, found)
			}
			if section.ID == report.SectionDecisions {
				e.asked = len(e.units)
			}
		}
	}
	e.under = 0
	e.foot = map[string]bool{}
	for _, t := range tokens(plain(s.School + " " + s.Foot + " " + s.Colophon + " " + assets.Load(s.Language).Document.PageOf.Fill("n", "", "total", ""))) {
		e.foot[t.key()] = true
	}
	e.listed = map[string]bool{}
	for _, part := range s.Listed() {
		list := tokens(plain(part.Title + " " + string(assets.Load(s.Language).Document.Contents)))
		for _, section := range part.Sections {
			list = append(list, tokens(plain(section.Title))...)
		}
		for _, t := range list {
			e.listed[t.key()] = true
		}
	}
	e.add(s.Title, s.Colophon)
	return e
}

func (e *expected) section(s report.Section, found map[[2]string]bool) {
	heading := s.Title
	for _, block := range s.Blocks {
		switch b := block.(type) {
		case report.Heading:
			heading, e.under = string(b), len(e.units)
			e.add(heading, heading)
		case report.Paragraph:
			e.add(heading, string(b))
		case report.List:
			e.list(heading, b, s.ID == report.SectionDecisions && b.Numbered)
		case report.Said:
			e.said(heading, b)
		case report.Table:
			e.table(heading, b)
		case report.Walk:
			if way := (&expected{}); way.walk(heading, b).foundIn(found) >= mostlyFound {
				e.walk(heading, b)
			}
		case report.Chart:
			e.chart(heading, b, found)
		case report.Figure:
			e.figure(heading, b, found)
		}
	}
}

func (e *expected) walk(heading string, w report.Walk) *expected {
	for _, step := range w.Steps {
		e.number(heading, step.Number)
		e.add(heading, step.Name)
		e.add(heading, step.State)
	}
	return e
}

func (e *expected) list(heading string, l report.List, decisions bool) {
	for i, item := range l.Items {
		if l.Numbered {
			e.number(heading, i+1)
		}
		e.add(heading, item.Lead)
		e.units[len(e.units)-1].decision = decisions
		e.add(heading, item.Text)
		for _, said := range item.Said {
			e.said(heading, said)
		}
	}
}

func (e *expected) said(heading string, s report.Said) {
	e.add(heading, s.Label)
	e.add(heading, s.Text)
}

func (e *expected) table(heading string, t report.Table) {
	for _, title := range t.Titles() {
		e.add(heading, title)
	}
	for _, row := range t.Rows {
		of := heading
		for i, cell := range row {
			e.add(of, cell)
			if i == 0 && len(tokens(plain(cell))) > 0 {
				of = heading + ": " + cell
			}
		}
	}
}

// mostlyFound is the part of the pairs of neighbours of a figure, in percent, that a document has at least if it says the
// figure in that way.
const mostlyFound = 60

// figure adds a figure in the way that the document says it, and leaves it out where it is but a picture.
func (e *expected) figure(heading string, f report.Figure, found map[[2]string]bool) {
	table, drawn := &expected{}, drawn(heading, f)
	table.table(heading, f.Table())
	best, most := (*expected)(nil), mostlyFound
	for _, way := range []*expected{drawn, table} {
		if share := way.foundIn(found); share >= most {
			best, most = way, share
		}
	}
	if best != nil {
		e.append(best)
	}
}

// chart adds a figure that stands below its picture as a table: the words of the picture too, where the document has them as text.
// What they share with the table does not tell.
func (e *expected) chart(heading string, c report.Chart, found map[[2]string]bool) {
	table, drawn := &expected{}, drawn(heading, c)
	table.table(heading, c.Table())
	shared, n, own := neighbours(table.tokens), 0, 0
	for pair := range neighbours(drawn.tokens) {
		if !shared[pair] {
			if own++; found[pair] {
				n++
			}
		}
	}
	if 100*n >= mostlyFound*max(1, own) {
		e.append(drawn)
	}
	e.append(table)
}

// drawn is what the picture of a figure says.
func drawn(heading string, f report.Figure) *expected {
	e := &expected{}
	for _, shape := range f.Drawing().Shapes {
		if l, is := shape.(report.Label); is {
			e.add(heading, l.Text)
		}
	}
	return e
}

func (e *expected) append(more *expected) {
	for _, u := range more.units {
		e.add(u.heading, u.text)
	}
}

// foundIn is how many of the pairs of neighbours are found, in percent.
func (e *expected) foundIn(found map[[2]string]bool) int {
	n, pairs := 0, max(1, len(e.tokens)-1)
	for pair := range neighbours(e.tokens) {
		if found[pair] {
			n++
		}
	}
	return 100 * n / max(1, min(pairs, len(neighbours(e.tokens))))
}

// neighbours are the pairs of tokens that follow each other.
func neighbours(list []token) map[[2]string]bool {
	pairs := map[[2]string]bool{}
	for i := 1; i < len(list); i++ {
		pairs[[2]string{list[i-1].key(), list[i].key()}] = true
	}
	return pairs
}

// number adds the number of an item.
func (e *expected) number(heading string, n int) {
	e.add(heading, strconv.Itoa(n))
	e.soft[len(e.soft)-1] = true
}

// add adds a text under a heading.
func (e *expected) add(heading, text string) {
	text = plain(text)
	list := tokens(text)
	e.units = append(e.units, unit{heading: heading, under: e.under, text: text, begin: len(e.tokens), end: len(e.tokens) + len(list)})
	e.tokens = append(e.tokens, list...)
	for range list {
		e.of, e.soft = append(e.of, len(e.units)-1), append(e.soft, false)
	}
}
