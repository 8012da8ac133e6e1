package page

import (
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// firstStartPage says where the file is, that nothing leaves this computer, and how to back it up.
func firstStartPage(f screen.Frame) form.Sheet {
	w := f.Texts.Wizard
	where := f.Session.Place
	if where == "" {
		where = string(w.InMemory)
	}
	return form.Sheet{Title: string(w.FirstTitle), Fields: []form.Field{
		gap(), paragraph(f, f.Look.Strong, string(w.FirstWhat)),
		gap(), labelledText(f, string(w.FirstFile), where),
		gap(), labelledText(f, string(w.FirstPrivate), string(w.FirstPrivateText)),
		gap(), labelledText(f, string(w.FirstBackup), string(w.FirstBackupText)),
		gap(), labelledText(f, string(w.FirstTime), string(w.FirstTimeText)),
		gap(), actionField("start", string(w.Begin), screen.Back(1)),
	}}
}

// welcomePage asks the school's name and who is answering, and no more.
func welcomePage(f screen.Frame) form.Sheet {
	w := f.Texts.Wizard
	return form.Sheet{Title: string(w.WelcomeTitle), Labels: 16, Fields: []form.Field{
		gap(), paragraph(f, f.Look.Strong, string(w.WelcomeText)), gap(),
		authorField(f), unasked(profileFields(f, "school")[0]),
		gap(), paragraph(f, f.Look.Muted, string(w.WelcomeLater)),
		gap(), actionField("begin", string(w.BeginFirst), screen.Replace(screen.StepPlace(steps.Awareness))),
	}}
}
