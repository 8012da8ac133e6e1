package page

import (
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// Ask puts a question before something is taken away; doing nothing comes first.
func Ask(a screen.Ask) screen.Screen {
	return newForm(func(f screen.Frame) sheet {
		return sheet{Fields: []field{
			gap(), paragraph(f, f.Look.Warn, a.Question), gap(),
			{Field: form.Field{ID: "sure", Kind: form.Confirm, Options: []form.Option{
				{Value: "no", Label: string(f.Texts.Wizard.LeaveIt)}, {Value: "yes", Label: string(a.Yes)},
			}}, Open: a.Effect},
		}}
	})
}
