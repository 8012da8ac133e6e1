package wizard

import (
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// firstStartPage says where the file is, that nothing leaves this computer, and how to back it up.
func firstStartPage(f frame) sheet {
	w := f.texts.Wizard
	where := f.session.Place
	if where == "" {
		where = string(w.InMemory)
	}
	return sheet{title: string(w.FirstTitle), fields: []field{
		gap(), paragraph(f, f.look.strong, string(w.FirstWhat)),
		gap(), labelledText(f, string(w.FirstFile), where),
		gap(), labelledText(f, string(w.FirstPrivate), string(w.FirstPrivateText)),
		gap(), labelledText(f, string(w.FirstBackup), string(w.FirstBackupText)),
		gap(), labelledText(f, string(w.FirstTime), string(w.FirstTimeText)),
		gap(), actionField("start", string(w.Begin), back(1)),
	}}
}

// welcomePage asks the school's name and who is answering, and no more.
func welcomePage(f frame) sheet {
	w := f.texts.Wizard
	school := lineField("name", f.texts.Field("school"), f.plan.School.Name, string(w.SchoolHint), func(v string) steps.Change {
		return steps.Change{Kind: steps.ChangeSchool, Name: question.TextOf(v)}
	})
	school.label = string(w.SchoolName)
	return sheet{title: string(w.WelcomeTitle), labels: 16, fields: []field{
		gap(), paragraph(f, f.look.strong, string(w.WelcomeText)), gap(),
		authorField(f), school,
		gap(), paragraph(f, f.look.muted, string(w.WelcomeLater)),
		gap(), actionField("begin", string(w.BeginFirst), replace(stepPlace(steps.Awareness))),
	}}
}
