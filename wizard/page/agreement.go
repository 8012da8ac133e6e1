package page

import (
	"slices"

	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// agreementPage is one of the five agreements, with what a good one says.
func agreementPage(f screen.Frame, id steps.AgreementID) sheet {
	w, words := f.Texts.Wizard, f.Texts.Plan.Agreements[id]
	fields := []field{
		labelledList(f, string(w.GoodOne), words.Signs), gap(),
		labelledText(f, string(w.Example), string(words.Example)), gap(),
	}
	for _, fd := range askedOf(f, question.Agreement(id, f.Plan, f.Texts)) {
		fd.Help = slices.DeleteFunc(fd.Help, func(line string) bool { return line == string(words.Example) }) // it stands above
		fields = append(fields, fd)
	}
	return sheet{Title: string(words.Title), Fields: append(fields, gap(), nextAgreement(f, id))}
}

// nextAgreement leads on to the next agreement that is not made, which it names; else back to the team.
func nextAgreement(f screen.Frame, id steps.AgreementID) field {
	at := slices.Index(steps.AgreementIDs, id)
	for _, next := range steps.AgreementIDs[at+1:] {
		if !f.Plan.Agreements[next].Settled() {
			label := f.Texts.Wizard.ReadyNext.Fill("next", f.Texts.Plan.Agreements[next].Title)
			return actionField("done", label, screen.Replace(screen.Place{Kind: screen.AgreementCard, ID: string(next)}))
		}
	}
	return actionField("done", string(f.Texts.Wizard.Ready), screen.Back(1))
}
