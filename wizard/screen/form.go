package screen

import (
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

// FormStyle is how forms are drawn and worded in a frame.
func (f Frame) FormStyle() form.Style {
	w := f.Texts.Wizard
	return form.Style{
		Pointer: f.Look.Accent.On, Label: f.Look.Muted.On, Hint: f.Look.Hint.On, Row: f.Look.Selection.Lay, Strong: f.Look.Strong.On, Chosen: f.Look.Chosen.On, Bad: f.Look.Bad.On,
		Wrap: Wrap, Fit: Fit, Clean: steps.Clean, CleanLine: steps.CleanName, Blank: steps.Blank, MostLine: steps.MaxName, MostText: steps.MaxText,
		Rule: f.Look.Muted.On("│"),
		Words: form.Words{
			TooLong:      func(limit int) string { return w.TooLong.Fill("limit", limit) },
			TooManyLines: func(limit int) string { return w.TooManyLines.Fill("limit", limit) },
			ChooseFirst:  string(w.ChooseFirst), NothingTyped: string(w.NothingTyped), NotKept: string(w.NotKeptYet),
		},
	}
}
