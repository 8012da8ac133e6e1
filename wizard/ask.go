package wizard

import "stappenplan/wizard/screen"

// askScreen puts a question before something is taken away; doing nothing comes first.
func askScreen(a screen.Ask) screen.Screen {
	return newForm(func(f screen.Frame) sheet {
		return sheet{fields: []field{
			gap(), paragraph(f, f.Look.Warn, a.Question), gap(),
			actionField("no", string(f.Texts.Wizard.LeaveIt), screen.Back(1)), actionField("yes", string(a.Yes), a.Wish),
		}}
	})
}
