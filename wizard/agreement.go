package wizard

import (
	"slices"

	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// agreementPage is one of the five agreements, with what a good one says.
func agreementPage(id steps.AgreementID) func(frame) sheet {
	return func(f frame) sheet {
		w := f.texts.Wizard
		words, a := f.texts.Plan.Agreements[id], f.plan.Agreements[id]
		needed := !a.NotNeeded
		return sheet{title: string(words.Title), fields: []field{
			labelledList(f, string(w.GoodOne), words.Signs), gap(),
			labelledText(f, string(w.Example), string(words.Example)), gap(),
			textField("text", string(w.Agreement), a.Text, string(w.AgreementHint), func(v string) steps.Change {
				return steps.Change{Kind: steps.ChangeAgreement, Agreement: id, Text: question.TextOf(v)}
			}),
			helped(yesNoField("needed", f.texts.Field("needed"), &needed, f, func(v steps.Field[bool]) steps.Change {
				return steps.Change{Kind: steps.ChangeAgreement, Agreement: id, Needed: v}
			}), string(w.NeededHelp)),
			gap(), actionField("done", string(w.Ready), nextAgreement(f, id)),
		}}
	}
}

// nextAgreement goes on to the next agreement that is not made, else back to the team.
func nextAgreement(f frame, id steps.AgreementID) effect {
	at := slices.Index(steps.AgreementIDs, id)
	for _, next := range steps.AgreementIDs[at+1:] {
		if !f.plan.Agreements[next].Settled() {
			return replace(place{kind: agreementCard, id: string(next)})
		}
	}
	return back(1)
}
