package wizard

import (
	"stappenplan/wizard/page"
	"stappenplan/wizard/screen"
)

// In a very wide window the first page of the document for the school board stands beside the plan, as it is now: what an answer does to it is read
// at once. Where a document is chosen it is that one. It is only read.

// withPaper is the width of the window from which it is there, besidePaper what the screen keeps before it grows, and leastPaper and mostPaper how
// wide it is.
const withPaper, besidePaper, leastPaper, mostPaper = 160, 144, 40, 66

// betweenPaper is the room for the rule beside it.
const betweenPaper = 3

// boardPaper is that page as it was laid out last.
type boardPaper struct {
	lines   []string
	madeFor screen.Moment
	chosen  bool // it is the document that is being chosen
}

// paperWidth is how wide it is beside a place; 0 where it is not shown.
func (r *root) paperWidth(p screen.Place) int {
	if !r.ready || r.width < withPaper || r.unsaved != nil || !r.begun() || !p.OfPlan() && p.Kind != screen.SaveAs {
		return 0
	}
	return min(max(leastPaper, r.width-besidePaper), mostPaper)
}

// besideBody lays it beside the rows of the page.
func (r *root) besideBody(rows []string) []string {
	width := r.paperWidth(r.place())
	if width == 0 {
		return rows
	}
	f := r.frame()
	f.Width = width
	if now, chosen := f.Moment(), r.place().Kind == screen.SaveAs; r.paper.madeFor != now || r.paper.chosen != chosen {
		r.paper = boardPaper{page.Paper(f, chosen), now, chosen}
	}
	return f.Panes(rows, r.width-width-betweenPaper-1, r.paper.lines)
}
