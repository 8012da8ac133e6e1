package report

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// team shows who is in the team, what each carries, and what each may decide.
func (a *author) team() []Block {
	if len(a.plan.Members) == 0 {
		return nil
	}
	blocks := []Block{a.memberTable()}
	if len(a.plan.Members) > drawnMembers && a.owned() {
		blocks = append(blocks, a.hours(a.plan.Members)) // the first page had no room for them
	}
	blocks = append(blocks, under(Heading(a.words.Team.Mandates), a.mandates())...)
	wishes := a.ofMembers(a.wishes)
	return append(blocks, under(Heading(a.words.Team.Wishes), wishes)...)
}

func (a *author) mandates() List {
	return a.ofMembers(func(m steps.Member) string { return m.Mandate })
}

// wishes is what a member would like to do in their own words, and then the tasks that the member knows and likes.
func (a *author) wishes(m steps.Member) string {
	var lines []string
	if !steps.Blank(m.Motivation) {
		lines = append(lines, m.Motivation)
	}
	for _, name := range []string{"knows", "prefers"} {
		f := steps.Named(steps.MemberFields, name)
		if value := f.Value(&m); value != nil {
			lines = append(lines, assets.Capital(a.texts.Field(f.Words))+": "+a.texts.FieldValue(f.PlanField, value, a.plan))
		}
	}
	return strings.Join(lines, "\n")
}

// ofMembers lists what is said of each member, of those of whom something is.
func (a *author) ofMembers(what func(steps.Member) string) (list List) {
	for _, m := range a.plan.Members {
		if text := what(m); !steps.Blank(text) {
			list.Items = append(list.Items, Item{Said: []Said{{assets.Capital(m.Name), text}}})
		}
	}
	return list
}

// agreements are the five agreements, once one of them or the team is there.
func (a *author) agreements() (list List) {
	if len(a.plan.Agreements)+len(a.plan.Members) == 0 {
		return list
	}
	for _, id := range steps.AgreementIDs {
		list.Items = append(list.Items, a.agreement(id))
	}
	return list
}

func (a *author) agreement(id steps.AgreementID) Item {
	agreement := a.plan.Agreements[id]
	title := string(a.texts.Plan.Agreements[id].Title)
	if !agreement.Settled() {
		return Item{Lead: title + ".", Text: string(a.words.Team.NotMade)}
	}
	item := Item{}
	if agreement.NotNeeded {
		item.Lead, item.Text = title+".", string(a.words.Team.NotNeeded)
		title = string(a.words.Team.Reason)
	}
	if !steps.Blank(agreement.Text) {
		item.Said = []Said{{title, agreement.Text}}
	}
	return item
}

// evaluation is what step 8 brought.
func (a *author) evaluation() (list List) {
	e := a.plan.Evaluation
	said := func(question, text string) {
		if !steps.Blank(text) {
			list.Items = append(list.Items, Item{Said: []Said{{question, text}}})
		}
	}
	chosen := func(question string, names []string) {
		if len(names) > 0 {
			list.Items = append(list.Items, Item{Lead: question, Text: a.joinNames(names)})
		}
	}
	question := func(id string) string { return string(a.texts.Plan.Evaluation[id].Question) }
	said(question("collaboration"), e.Collaboration)
	said(question("composition"), e.Composition)
	chosen(question("present"), each(e.Present, a.name))
	chosen(question("repeat"), each(e.Repeat, a.numberedStep))
	return list
}

// numberedStep is the name of a step after its number.
func (a *author) numberedStep(id steps.StepID) string {
	return a.words.Answers.Step.Fill("n", id.Number(), "step", a.stepName(id))
}
