package wizard

// askScreen puts a question before something is taken away; doing nothing comes first.
func askScreen(a ask) screen {
	return newForm(func(f frame) sheet {
		return sheet{fields: []field{
			gap(), paragraph(f, f.look.warn, a.question), gap(),
			actionField("no", string(f.texts.Wizard.LeaveIt), back(1)), actionField("yes", string(a.yes), a.wish),
		}}
	})
}
