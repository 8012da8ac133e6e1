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
			sure(a, f),
		}}
	})
}

// sure is the choice between no and yes.
func sure(a screen.Ask, f screen.Frame) field {
	w, letters := f.Texts.Wizard, f.Texts.Plain.Letters["yes_no"]
	fd := field{Field: form.Field{ID: "sure", Kind: form.Choice, Decisive: true, Value: "no"}, Then: screen.Both{First: screen.Back(1), Second: screen.Say{Text: string(w.LeftAsItWas)}}}
	if a.Harmless {
		fd.Value = "yes"
	}
	fd.Options = []form.Option{{Value: "no", Label: string(w.LeaveIt), Letter: string(letters["no"])}, {Value: "yes", Label: string(a.Yes), Letter: string(letters["yes"])}}
	fd.Choose = map[string]screen.Effect{"yes": a.Effect}
	return fd
}
