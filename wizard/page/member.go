package page

import (
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// memberPage is one member.
func memberPage(f screen.Frame, id string) form.Sheet {
	m, ok := f.Plan.Member(id)
	if !ok {
		return form.Sheet{}
	}
	w := f.Texts.Wizard
	change := func(set func(*steps.Change)) steps.Change {
		c := steps.Change{Kind: steps.ChangeMember, Member: id}
		set(&c)
		return c
	}
	name := lineField("name", f.Texts.Field("name"), m.Name, "", func(v string) steps.Change {
		return change(func(c *steps.Change) { c.Name = steps.Set(v) })
	})
	name.Save = required(name.Save, string(w.NameNeeded))
	return form.Sheet{Title: screen.OneLine(m.Name), Labels: 16, Fields: []form.Field{
		name,
		pickField("role", f.Texts.Field("role"), m.Role, steps.MemberRoles, valuesOf(f, "role"), func(v steps.Field[steps.MemberRole]) steps.Change {
			return change(func(c *steps.Change) { c.Role = v })
		}),
		hoursField("hours", string(w.HoursAWeek), m.Hours, f, steps.MaxTaskHours, func(v steps.Field[steps.Decimal]) steps.Change {
			return change(func(c *steps.Change) { c.Hours = v })
		}),
		helped(textField("motivation", f.Texts.Field("motivation"), m.Motivation, string(w.MotivationHint), func(v string) steps.Change {
			return change(func(c *steps.Change) { c.Motivation = question.TextOf(v) })
		}), string(w.MotivationHelp)),
		textField("mandate", f.Texts.Field("mandate"), m.Mandate, string(w.MandateHint), func(v string) steps.Change {
			return change(func(c *steps.Change) { c.Mandate = question.TextOf(v) })
		}),
		gap(), paragraph(f, f.Look.Muted, ownedBy(f, id)), gap(),
		shareField(f, id),
		actionField("done", string(w.Ready), screen.Back(1)),
		{ID: "remove", Kind: form.Action, Muted: true, Label: string(w.RemoveMember), Open: askRemoveMember(f, m, screen.Back(2))},
	}}
}

// askRemoveMember names what goes with a member before the member goes.
func askRemoveMember(f screen.Frame, m steps.Member, then screen.Effect) screen.Effect {
	return screen.Ask{
		Question: question.AskRemoveMember(f.Texts, f.Facts.Tasks, m), Yes: f.Texts.Wizard.RemoveYes,
		Effect: screen.Record{Changes: []steps.Change{{Kind: steps.ChangeRemove, Member: m.ID}}, Then: then},
	}
}

// shareField shares what is left of a member's hours over the tasks without hours, where there is something to share.
func shareField(f screen.Frame, id string) form.Field {
	changes := f.Plan.ShareHours(id)
	if len(changes) == 0 {
		return form.Field{}
	}
	return actionField("share", f.Texts.Wizard.ShareHours.For(len(changes)), screen.Record{Changes: changes, Then: screen.Say{Text: f.Texts.Wizard.Shared.For(len(changes))}})
}

// ownedBy counts what a member carries.
func ownedBy(f screen.Frame, id string) string {
	n := 0
	for _, t := range f.Facts.Tasks {
		if t.Owner == id && t.Kept {
			n++
		}
	}
	return f.Texts.Wizard.OwnsTasks.For(n)
}

// newMemberPage adds a member by name; the rest is asked on the member's own screen.
func newMemberPage(f screen.Frame) form.Sheet {
	w := f.Texts.Wizard
	name := lineField("name", f.Texts.Field("name"), "", string(w.MemberHint), nil)
	name.Save = required(func(v string) (screen.Effect, string) {
		id := f.Plan.NewMemberID(v)
		return screen.Record{
			Changes: []steps.Change{{Kind: steps.ChangeMember, Member: id, Name: steps.Set(v)}},
			Then:    screen.Replace(screen.Place{Kind: screen.MemberCard, ID: id}), Typed: true,
		}, ""
	}, string(w.NameNeeded))
	return form.Sheet{Title: string(w.NewMemberTitle), Fields: []form.Field{paragraph(f, f.Look.Muted, string(w.NewMemberText)), gap(), name}}
}
