package page

import (
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// Ask puts a question before something is taken away; doing nothing comes first.
func Ask(a screen.Ask) screen.Screen {
	return form.New(func(f screen.Frame) form.Sheet {
		return form.Sheet{Fields: []form.Field{
			gap(), paragraph(f, f.Look.Warn, a.Question), gap(),
			actionField("no", string(f.Texts.Wizard.LeaveIt), screen.Back(1)), actionField("yes", string(a.Yes), a.Effect),
		}}
	})
}
