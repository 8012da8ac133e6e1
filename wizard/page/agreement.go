package page

import (
	"slices"

	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// agreementPage is one of the five agreements, with what a good one says.
func agreementPage(f screen.Frame, id steps.AgreementID) form.Sheet {
	w := f.Texts.Wizard
	words, a := f.Texts.Plan.Agreements[id], f.Plan.Agreements[id]
	needed := !a.NotNeeded
	return form.Sheet{Title: string(words.Title), Fields: []form.Field{
		labelledList(f, string(w.GoodOne), words.Signs), gap(),
		labelledText(f, string(w.Example), string(words.Example)), gap(),
		textField("text", string(w.Agreement), a.Text, string(w.AgreementHint), func(v string) steps.Change {
			return steps.Change{Kind: steps.ChangeAgreement, Agreement: id, Text: question.TextOf(v)}
		}),
		helped(yesNoField("needed", f.Texts.Field("needed"), &needed, f, func(v steps.Field[bool]) steps.Change {
			return steps.Change{Kind: steps.ChangeAgreement, Agreement: id, Needed: v}
		}), string(w.NeededHelp)),
		gap(), actionField("done", string(w.Ready), nextAgreement(f, id)),
	}}
}

// nextAgreement goes on to the next agreement that is not made, else back to the team.
func nextAgreement(f screen.Frame, id steps.AgreementID) screen.Effect {
	at := slices.Index(steps.AgreementIDs, id)
	for _, next := range steps.AgreementIDs[at+1:] {
		if !f.Plan.Agreements[next].Settled() {
			return screen.Replace(screen.Place{Kind: screen.AgreementCard, ID: string(next)})
		}
	}
	return screen.Back(1)
}
