package screen

import (
	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/form"
)

// FormStyle is how forms are drawn and worded in a frame.
func (f Frame) FormStyle() form.Style {
	w, readOnly := f.Texts.Wizard, ""
	if f.Session.LookOnly {
		readOnly = f.Texts.Error(assets.NewFault("looking-only"))
	}
	return form.Style{
		ReadOnly: readOnly,
		Pointer:  f.Look.Accent.On, Label: f.Look.Muted.On, Strong: f.Look.Strong.On, Chosen: f.Look.Chosen.On, Bad: f.Look.Bad.On,
		Wrap: Wrap, Fit: Fit, Clean: steps.Clean, CleanLine: steps.CleanName, MostLine: steps.MaxName, MostText: steps.MaxText,
		Words: form.Words{
			TooLong:      func(limit int) string { return w.TooLong.Fill("limit", limit) },
			TooManyLines: func(limit int) string { return w.TooManyLines.Fill("limit", limit) },
			ChooseFirst:  string(w.ChooseFirst), NothingTyped: string(w.NothingTyped), NotKept: string(w.NotKeptYet),
		},
	}
}
