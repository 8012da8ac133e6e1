package question

import (
	"stappenplan/assets"
	"stappenplan/steps"
)

// Action are the questions about an action on a day: how far it is, who does it by when, what came of it, and how it is
// worded.
func Action(action steps.Action, today steps.Date, plan steps.Plan, texts *assets.Texts) (list []Question) {
	a := asker{plan, texts}
	for _, name := range []string{"state", "owner", "due", "outcome", "closed", "what"} {
		if name == "closed" && action.Open() {
			continue
		}
		row := steps.Named(steps.ActionFields, name)
		q := ofField(a, a.worded(row.Words, row.Words, a.ask("action-"+name)), row, &action, steps.Change{Kind: steps.ChangeAction, Action: action.ID})
		q.ID += ":" + action.ID
		q.About.Action = action.ID
		switch name {
		case "state":
			q = q.always()
			q.read = func(typed string) ([]steps.Change, error) {
				return []steps.Change{action.Move(steps.ActionState(typed), today)}, nil
			}
		case "what":
			q = q.required("action-empty")
		}
		list = append(list, q)
	}
	return list
}

// NewAction asks for an action that comes from nothing in the plan.
func NewAction(today steps.Date, plan steps.Plan, texts *assets.Texts) Question {
	a := asker{plan, texts}
	q := a.worded("action", "action", a.ask("action"))
	q.read = func(typed string) ([]steps.Change, error) {
		made := plan.ProposeAction("", today)
		made.ID, made.What = plan.NewActionID(typed), typed
		return []steps.Change{made.Make()}, nil
	}
	return q.required("action-empty")
}
