package question

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Decision are the questions about a decision of the board: what the board decided and when, who carries it out, and how it
// is worded. One that the board takes for each of several tasks is answered for all of them at once.
func Decision(d steps.BoardDecision, today steps.Date, plan steps.Plan, texts *assets.Texts) (list []Question) {
	a := asker{plan, texts}
	recorded := plan.Recorded(d, today)
	worded, _ := plan.Resolution(d.TextID())
	for _, name := range []string{"outcome", "on", "owner", "due", "note", "text"} {
		row := &steps.ResolutionFields[slices.IndexFunc(steps.ResolutionFields, func(f steps.FieldOf[steps.Resolution]) bool { return f.Name == name })]
		of := &recorded
		if name == "text" {
			of = &worded
		}
		q := ofField(a, a.worded(row.Words, row.Words, a.ask("decision-"+name)), row, of, steps.Change{Kind: steps.ChangeResolution})
		q.ID += ":" + d.ID()
		q.About.Decision = d.ID()
		if name == "text" && d.Kind == steps.OwnDecision {
			q = q.required("decision-empty")
		}
		one := q.read
		q.read = func(typed string) ([]steps.Change, error) {
			changes, err := one(typed)
			if err != nil {
				return nil, err
			}
			return plan.Record(d, changes[0], today), nil
		}
		q.Needed = name == "outcome" && recorded.Outcome == ""
		list = append(list, q)
	}
	return list
}

// NewDecision asks for a decision of the school's own.
func NewDecision(plan steps.Plan, texts *assets.Texts) Question {
	a := asker{plan, texts}
	q := a.worded("decision", "decision_text", a.ask("decision"))
	q.Field = "decision"
	q.read = func(typed string) ([]steps.Change, error) {
		return []steps.Change{{Kind: steps.ChangeResolution, Decision: a.plan.NewDecisionID(typed), Text: steps.Set(typed)}}, nil
	}
	return q.required("decision-empty")
}

// whoever reads a member by their name, or anyone else as they are typed.
func (a asker) whoever(typed string) string {
	if id, is := steps.FindMember(a.plan.Members, strings.TrimSpace(typed)); is {
		return steps.MemberPrefix + id
	}
	return typed
}
