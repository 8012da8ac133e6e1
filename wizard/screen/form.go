package screen

import (
	"github.com/charmbracelet/x/ansi"

	"stappenplan/steps"
	"stappenplan/wizard/form"
)

// ReadOnly says why nothing of the plan can be changed; empty where it can.
func (f Frame) ReadOnly() string {
	if err := f.Session.ReadOnly(); err != nil {
		return f.Texts.Error(err)
	}
	return ""
}

// Place is the place of a row among so many, in words.
func (f Frame) Place(n, total int) string {
	return f.Texts.Wizard.PlaceInList.Fill("n", n, "total", total)
}

// placeInFigures is the same in few cells.
func (f Frame) placeInFigures(n, total int) string {
	return f.Texts.Wizard.PlaceInFigures.Fill("n", n, "total", total)
}

// PlaceRoom is how many cells of a row are left for its place, among at most a hundred or so.
func (f Frame) PlaceRoom() int { return ansi.StringWidth(f.placeInFigures(99, 99)) + 1 }

// Placed ends the line of the row with the cursor, in so many cells, with its place among all: it is what a screen reader reads. Where words
// would take room from what the row says, the place stands there in figures.
func (f Frame) Placed(line string, n, total, width int) string {
	if total < 2 {
		return line
	}
	return endedWith(line, width, f.Look.Muted.On(" "+f.Place(n, total)), f.Look.Muted.On(" "+f.placeInFigures(n, total)))
}

// FormStyle is how forms are drawn and worded in a frame.
func (f Frame) FormStyle() form.Style {
	w := f.Texts.Wizard
	return form.Style{
		Pointer: f.Look.Accent.On, Label: f.Look.Muted.On, Hint: f.Look.Hint.On, Row: f.Look.Selection.Lay, Strong: f.Look.Strong.On, Chosen: f.Look.Chosen.On, Bad: f.Look.Bad.On,
		Wrap: Wrap, Fit: Fit, Clip: Clip, Clean: steps.Clean, CleanLine: steps.CleanName, Blank: steps.Blank, MostLine: steps.MaxName, MostText: steps.MaxText,
		Rule: f.Look.Muted.On("│"),
		Words: form.Words{
			TooLong:      func(limit int) string { return w.TooLong.Fill("limit", limit) },
			TooManyLines: func(limit int) string { return w.TooManyLines.Fill("limit", limit) },
			ChooseFirst:  string(w.ChooseFirst), NothingTyped: string(w.NothingTyped), NotKept: string(w.NotKeptYet),
		},
	}
}
