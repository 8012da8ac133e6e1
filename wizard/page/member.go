package page

import (
	"slices"
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// memberPage is one member.
func memberPage(f screen.Frame, id string) sheet {
	m, ok := f.Plan.Member(id)
	if !ok {
		return sheet{}
	}
	w := f.Texts.Wizard
	list := question.Member(m, f.Plan, f.Texts)
	if then, was := f.Facts.Previous.Member(id); was && f.Facts.IsRepeat {
		list = question.Beside(list, question.Member(then, f.Facts.Previous, f.Texts))
	}
	fields := append(askedOf(f, list),
		gap(), paragraph(f, f.Look.Muted, ownedBy(f, id)), gap(),
		shareField(f, id),
		makeActionField(f, steps.About(steps.AboutMember, id)),
		motivationField(f, m), awayField(f, m),
		actionField("done", string(w.Ready), screen.Back(1)),
		actionField("history", string(f.Texts.Past.OfMember), screen.Show(screen.Place{Kind: screen.History, ID: aboutPerson + id})),
		muted(actionField(screen.RemoveRow, string(w.RemoveMember), askRemoveMember(f, m, screen.Back(2)))),
		eraseField(f, id))
	return sheet{Title: screen.OneLine(m.Name), Labels: 16, Fields: fields, Commands: []command{makesAction(f, steps.About(steps.AboutMember, id))}}
}

// askRemoveMember names what goes with a member before the member goes.
func askRemoveMember(f screen.Frame, m steps.Member, then screen.Effect) screen.Effect {
	return screen.Ask{
		Question: question.AskRemoveMember(f.Texts, f.Facts.Tasks, m), Yes: f.Texts.Wizard.RemoveYes,
		Effect: screen.Record{Changes: []steps.Change{{Kind: steps.ChangeRemove, Member: m.ID}}, Then: then},
	}
}

// shareField shares what is left of a member's hours over the tasks without hours, where there is something to share.
func shareField(f screen.Frame, id string) field {
	changes := f.Plan.ShareHours(id)
	if len(changes) == 0 {
		return read()
	}
	return actionField("share", f.Texts.Wizard.ShareHours.For(len(changes), "left", f.Texts.Quantity(f.Plan.LeftToShare(id))), screen.Record{Changes: changes, Then: screen.Say{Text: f.Texts.Wizard.Shared.For(len(changes))}})
}

// motivationField takes over as wishes the tasks that a member names in their own words, where there are any more: it asks, since
// who is against something names it too.
func motivationField(f screen.Frame, m steps.Member) field {
	var more []string
	for _, value := range f.Texts.AbilitiesIn(m.Motivation, f.Plan) {
		if !slices.Contains(m.Prefers, value) {
			more = append(more, value)
		}
	}
	if len(more) == 0 {
		return read()
	}
	names := make([]string, len(more))
	for i, value := range more {
		names[i] = screen.OneLine(f.Texts.Ability(f.Plan, value))
	}
	label := f.Texts.Division.FromMotivation.Fill("tasks", strings.Join(names, ", "))
	return actionField("from-motivation", label, screen.Record{Changes: []steps.Change{
		{Kind: steps.ChangeMember, Member: m.ID, Prefers: steps.Set(slices.Concat(m.Prefers, more))},
	}})
}

// awayField shows who would take over from a member who carries something.
func awayField(f screen.Frame, m steps.Member) field {
	if len(f.Plan.Owned(m.ID)) == 0 {
		return read()
	}
	return actionField("away", f.Texts.Division.WhatIfAway.Fill("member", screen.OneLine(m.Name)), screen.Show(screen.Place{Kind: screen.Division, ID: screen.AwayPrefix + m.ID}))
}

// ownedBy counts what a member carries.
func ownedBy(f screen.Frame, id string) string {
	n := 0
	for _, m := range f.Facts.Capacity.Members {
		if m.ID == id {
			n = m.Owned().Count
		}
	}
	return f.Texts.Wizard.OwnsTasks.For(n)
}

// newMemberPage adds a member by name; the rest is asked on the member's own screen.
func newMemberPage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	name := unasked(asked(f, question.NewMember(f.Plan, f.Texts)))
	keep := name.Save
	name.Save = func(v string) (screen.Effect, string) {
		effect, problem := keep(v)
		return screen.Then(effect, screen.Replace(screen.Place{Kind: screen.MemberCard, ID: f.Plan.NewMemberID(v)})), problem
	}
	return sheet{Title: string(w.NewMemberTitle), Fields: []field{paragraph(f, f.Look.Muted, string(w.NewMemberText)), gap(), name}}
}
