package question

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Decision are the questions about a decision of the board: how it is worded, what the board decided and when, and who carries
// it out. One that the board takes for each of several tasks is answered for all of them at once. An outcome is of today
// unless a day is given, and keeps the ground on which it was asked. A decision that is asked anew is answered anew: nothing
// of the earlier answer is kept but its words.
func Decision(d steps.BoardDecision, today steps.Date, plan steps.Plan, texts *assets.Texts) (list []Question) {
	a := asker{plan, texts}
	ids := d.IDs()
	now, anew := a.recorded(ids), plan.AsksAnew(ids[0], today)
	if anew {
		now = steps.Resolution{ID: ids[0]}
	}
	for i := range steps.ResolutionFields {
		row := &steps.ResolutionFields[i]
		if row.Name == "ground" || row.Name == "round" || row.Name == "on" && now.Outcome == "" {
			continue // kept with the outcome
		}
		of, about := &now, ids
		if row.Name == "text" {
			worded, _ := plan.Resolution(d.TextID())
			of, about = &worded, []string{d.TextID()}
		}
		q := ofField(a, a.worded(row.Words, row.Words, a.ask("decision-"+row.Name)), row, of, steps.Change{Kind: steps.ChangeResolution})
		q.ID += ":" + d.TextID()
		q.About.Decision = ids[0]
		if row.Name == "text" && d.Kind == steps.OwnDecision {
			q = q.required("decision-empty")
		}
		one := q.read
		q.read = func(typed string) ([]steps.Change, error) {
			changes, err := one(typed)
			if err != nil {
				return nil, err
			}
			return each(about, func(id string) steps.Change {
				c := changes[0]
				if c.Decision = id; c.Outcome.Given() {
					a.decided(&c, d.Ground, today)
				}
				if anew && row.Name != "text" {
					clearRest(&c)
				}
				return c
			}), nil
		}
		q.Needed = row.Name == "outcome" && now.Outcome == ""
		list = append(list, q)
	}
	return list
}

// decided adds to an outcome the day and the ground; where it is taken away these go too.
func (a asker) decided(c *steps.Change, ground string, today steps.Date) {
	r, _ := a.plan.Resolution(c.Decision)
	if _, given := c.Outcome.Value(); !given {
		c.On, c.Ground = steps.Clear[steps.Date](), steps.Clear[string]()
		return
	}
	c.On = steps.Set(today)
	if r.Outcome != "" && r.On != "" && !slices.Contains(a.plan.AskedDecisions(today), r.ID) { // corrected, not decided now
		c.On = steps.Field[steps.Date]{}
	}
	if c.Ground = steps.Clear[string](); ground != "" {
		c.Ground = steps.Set(ground)
	}
}

// clearRest clears what a change to a decision does not give, but for its words.
func clearRest(c *steps.Change) {
	for i := range steps.ResolutionFields {
		row := &steps.ResolutionFields[i]
		if _, given := row.Given(c); !given && row.Name != "text" && row.Name != "round" {
			row.Give(c, nil)
		}
	}
}

// recorded is what is recorded of decisions alike; nothing where that is not the same of all.
func (a asker) recorded(ids []string) steps.Resolution {
	first, _ := a.plan.Resolution(ids[0])
	for _, id := range ids[1:] {
		r, _ := a.plan.Resolution(id)
		r.ID, r.Ground, r.Round = first.ID, first.Ground, first.Round
		if r != first {
			return steps.Resolution{}
		}
	}
	return first
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
	if id, is := FindMember(a.plan.Members, strings.TrimSpace(typed)); is {
		return steps.MemberPrefix + id
	}
	return typed
}

func each[T, U any](list []T, become func(T) U) []U {
	became := make([]U, 0, len(list))
	for v := range slices.Values(list) {
		became = append(became, become(v))
	}
	return became
}
