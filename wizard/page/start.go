package page

import (
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// firstStartPage says where the file is, that nothing leaves this computer, and how to back it up.
func firstStartPage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	where := f.Session.Place
	if where == "" {
		where = string(w.InMemory)
	}
	return sheet{Title: string(w.FirstTitle), Fields: []field{
		gap(), paragraph(f, f.Look.Strong, string(w.FirstWhat)), paragraph(f, f.Look.Muted, string(w.FirstSource)),
		gap(), labelledText(f, string(w.FirstFile), where),
		gap(), labelledText(f, string(w.FirstPrivate), string(w.FirstPrivateText)),
		gap(), labelledText(f, string(w.FirstBackup), string(w.FirstBackupText)),
		gap(), labelledText(f, string(w.FirstTime), string(w.FirstTimeText)),
		gap(), actionField("start", string(w.Begin), screen.Show(screen.Place{Kind: screen.Welcome})),
	}}
}

// welcomePage asks the school's name and who is answering, and no more.
func welcomePage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	return sheet{Title: string(w.WelcomeTitle), Labels: 16, Fields: []field{
		gap(), paragraph(f, f.Look.Strong, string(w.WelcomeText)), gap(),
		authorField(f), unasked(profileFields(f, "school")[0]),
		gap(), paragraph(f, f.Look.Muted, string(w.WelcomeLater)),
		gap(), actionField("begin", string(w.BeginFirst), screen.Show(screen.StepPlace(steps.Awareness))),
	}}
}
