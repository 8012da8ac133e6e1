package wizard

import (
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// memberPage is one member.
func memberPage(id string) func(frame) sheet {
	return func(f frame) sheet {
		m, ok := f.plan.Member(id)
		if !ok {
			return sheet{}
		}
		w := f.texts.Wizard
		change := func(set func(*steps.Change)) steps.Change {
			c := steps.Change{Kind: steps.ChangeMember, Member: id}
			set(&c)
			return c
		}
		words := func(v string) string { return f.texts.Value("role", v) }
		name := lineField("name", f.texts.Field("name"), m.Name, "", func(v string) steps.Change {
			return change(func(c *steps.Change) { c.Name = steps.Set(v) })
		})
		name.save = required(name.save, string(w.NameNeeded))
		return sheet{title: oneLine(m.Name), labels: 16, fields: []field{
			name,
			pickField("role", f.texts.Field("role"), m.Role, steps.MemberRoles, words, func(v steps.Field[steps.MemberRole]) steps.Change {
				return change(func(c *steps.Change) { c.Role = v })
			}),
			hoursField("hours", string(w.HoursAWeek), m.Hours, f, steps.MaxTaskHours, func(v steps.Field[steps.Decimal]) steps.Change {
				return change(func(c *steps.Change) { c.Hours = v })
			}),
			helped(textField("motivation", f.texts.Field("motivation"), m.Motivation, string(w.MotivationHint), func(v string) steps.Change {
				return change(func(c *steps.Change) { c.Motivation = question.TextOf(v) })
			}), string(w.MotivationHelp)),
			textField("mandate", f.texts.Field("mandate"), m.Mandate, string(w.MandateHint), func(v string) steps.Change {
				return change(func(c *steps.Change) { c.Mandate = question.TextOf(v) })
			}),
			gap(), paragraph(f, f.look.muted, ownedBy(f, id)), gap(),
			shareField(f, id),
			actionField("done", string(w.Ready), back(1)),
			{id: "remove", kind: action, quiet: true, label: string(w.RemoveMember), open: askRemoveMember(f, m, back(2))},
		}}
	}
}

// askRemoveMember names what goes with a member before the member goes.
func askRemoveMember(f frame, m steps.Member, then effect) effect {
	return ask{
		question: question.AskRemoveMember(f.texts, f.facts.tasks, m), yes: f.texts.Wizard.RemoveYes,
		wish: record{changes: []steps.Change{{Kind: steps.ChangeRemove, Member: m.ID}}, then: then},
	}
}

// shareField shares what is left of a member's hours over the tasks without hours, where there is something to share.
func shareField(f frame, id string) field {
	changes := f.plan.ShareHours(id)
	if len(changes) == 0 {
		return field{}
	}
	return actionField("share", f.texts.Wizard.ShareHours.For(len(changes)), record{changes: changes, then: say{f.texts.Wizard.Shared.For(len(changes))}})
}

// ownedBy counts what a member carries.
func ownedBy(f frame, id string) string {
	n := 0
	for _, t := range f.facts.tasks {
		if t.Owner == id && t.Kept {
			n++
		}
	}
	return f.texts.Wizard.OwnsTasks.For(n)
}

// newMemberPage adds a member by name; the rest is asked on the member's own screen.
func newMemberPage(f frame) sheet {
	w := f.texts.Wizard
	name := lineField("name", f.texts.Field("name"), "", string(w.MemberHint), nil)
	name.save = required(func(v string) (effect, string) {
		id := f.plan.NewMemberID(v)
		return record{
			changes: []steps.Change{{Kind: steps.ChangeMember, Member: id, Name: steps.Set(v)}},
			then:    replace(place{kind: memberCard, id: id}), typed: true,
		}, ""
	}, string(w.NameNeeded))
	return sheet{title: string(w.NewMemberTitle), fields: []field{paragraph(f, f.look.muted, string(w.NewMemberText)), gap(), name}}
}
