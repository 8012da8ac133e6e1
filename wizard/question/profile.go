package question

import (
	"cmp"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Profile are the questions about the school itself, which belong to no step.
func Profile(plan steps.Plan, texts *assets.Texts) []Question {
	a := asker{plan, texts}
	list := append([]Question{SchoolName(plan, texts), a.level()}, a.group()...)
	list = append(list, a.school("pupils", "pupils", "pupils"))
	return append(append(list, a.means()...), a.schoolHours(), a.archived())
}

// archived asks whether the plan is shown among those in use; one of which nothing was said is.
func (a asker) archived() Question {
	q := a.school("archived", "archived", "archived")
	q.Value, q.clears = cmp.Or(q.Value, yesNo(false)), false
	return q
}

// school asks for a field of the profile.
func (a asker) school(id, field, ask string) Question {
	return ofField(a, a.worded(id, field, a.ask(ask)), steps.Named(steps.SchoolFields, field), &a.plan.School, steps.Change{Kind: steps.ChangeSchool})
}

// SchoolName asks what the school is called.
func SchoolName(plan steps.Plan, texts *assets.Texts) Question {
	a := asker{plan, texts}
	q := a.school("school", "name", "school").named(a.texts.Wizard.SchoolName)
	q.Field, q.Hint = "school", string(a.texts.Wizard.Hints["school"])
	return q
}

func (a asker) level() Question {
	return a.school("level", "level", "level").named(assets.Text(a.texts.Field("school_level")))
}

// group asks what the school belongs to, and what that is called.
func (a asker) group() []Question {
	kind := a.school("group-kind", "group_kind", "group-kind")
	kind.read = func(typed string) ([]steps.Change, error) { return a.plan.Belong(steps.GroupKind(typed)), nil }
	if a.plan.School.GroupKind == steps.NoGroup {
		return []Question{kind}
	}
	name := a.school("group", "group", "group").named(a.texts.Wizard.GroupName)
	name.Field = "group"
	return []Question{kind, name}
}

func (a asker) schoolHours() Question {
	return a.school("hours", "hours", "school-hours").named(a.texts.Wizard.SchoolHours)
}
