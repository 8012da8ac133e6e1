package steps

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Action is something that is to be done, by whom and by when. Advice, a finding, a decision of the board, a task or a step
// can become one.
type Action struct {
	ID   string
	What string
	// About is what it came from: "step:ID", "task:ID", "member:ID", "advice:ID", "decision:ID", or "finding:ID" with
	// perhaps a ":" and the task or member behind it. It is empty for nothing, and once what it named is gone.
	About   string
	Owner   string // [MemberPrefix] and a member's id, or a role, a body, a name; empty where nobody does it yet
	Due     Date
	State   ActionState // never empty
	Outcome string
	Opened  Date
	Closed  Date // only where it is not open
}

// ActionState is how far an action is in the cycle of improvement.
type ActionState string

// The states. An action is open in the first four.
const (
	ActionPlan    ActionState = "plan"
	ActionDo      ActionState = "do"
	ActionCheck   ActionState = "check"
	ActionAct     ActionState = "act"
	ActionDone    ActionState = "done"
	ActionDropped ActionState = "dropped"
)

// ActionStates lists them in the order of the cycle.
var ActionStates = []ActionState{ActionPlan, ActionDo, ActionCheck, ActionAct, ActionDone, ActionDropped}

// Open says whether an action in this state is still to be done.
func (s ActionState) Open() bool { return s != ActionDone && s != ActionDropped }

// Open says whether it is still to be done.
func (a Action) Open() bool { return a.State.Open() }

// Overdue says whether it is still to be done while its day is past.
func (a Action) Overdue(today Date) bool { return a.Open() && a.Due != "" && a.Due < today }

const maxActions = 5000

// Action is the action with an id, and whether there is one.
func (p Plan) Action(id string) (Action, bool) {
	for _, a := range p.Actions {
		if a.ID == id {
			return a, true
		}
	}
	return Action{}, false
}

// OpenActions are those that are still to be done, the one that is due first before the others: what is overdue comes first,
// and what has no day last.
func (p Plan) OpenActions() (open []Action) {
	for _, a := range p.Actions {
		if a.Open() {
			open = append(open, a)
		}
	}
	slices.SortStableFunc(open, func(a, b Action) int { return strings.Compare(a.Due.orLast(), b.Due.orLast()) })
	return open
}

// ClosedActions are those that were done or dropped, the newest first.
func (p Plan) ClosedActions() (closed []Action) {
	for _, a := range slices.Backward(p.Actions) {
		if !a.Open() {
			closed = append(closed, a)
		}
	}
	slices.SortStableFunc(closed, func(a, b Action) int { return cmp.Compare(b.Closed, a.Closed) })
	return closed
}

func (d Date) orLast() string { return cmp.Or(string(d), "9999-99-99") }

// ActionCount says how many actions are still to be done.
type ActionCount struct {
	Open    int      `json:"open"`
	Overdue int      `json:"overdue"`
	Next    []string `json:"next"` // the ids of the first few, those that are overdue first
}

// nextActions is how many actions are told where there is room for a few.
const nextActions = 3

// CountActions counts the actions that are still to be done on a day.
func (p Plan) CountActions(today Date) ActionCount {
	open := p.OpenActions()
	n := ActionCount{Open: len(open), Next: []string{}}
	for i, a := range open {
		if a.Overdue(today) {
			n.Overdue++
		}
		if i < nextActions {
			n.Next = append(n.Next, a.ID)
		}
	}
	return n
}

// LastPaper is the day of the newest decisions of the board, when it had its last paper; empty where none were taken on a known day.
func (p Plan) LastPaper(today Date) (on Date) {
	for _, r := range p.Resolutions {
		if r.Outcome != "" && r.On <= today {
			on = max(on, r.On)
		}
	}
	return on
}

// DoneActions are those that were done since the last paper for the board: from the day of its newest decisions on, else in
// the present round; and those that were done on a day that is not known.
func (p Plan) DoneActions(today Date) (done []Action) {
	since := max(p.Round.Opened, p.LastPaper(today))
	for _, a := range p.ClosedActions() {
		if a.State == ActionDone && (a.Closed == "" || a.Closed >= since) {
			done = append(done, a)
		}
	}
	return done
}

// NewActionID makes the id of an action that is to be added, none of those that are reserved.
func (p Plan) NewActionID(what string, reserved ...func(id string) bool) string {
	return newID("", CleanName(what), "action", func(id string) bool {
		_, taken := p.Action(id)
		return taken || slices.ContainsFunc(reserved, func(is func(string) bool) bool { return is(id) })
	})
}

// Make is the change that adds the action.
func (a Action) Make() Change {
	c := Change{Kind: ChangeAction, Action: a.ID}
	setDiffering(ActionFields, &c, &Action{}, &a)
	return c
}

// Move is the change that brings an action to a state on a day: it is closed that day, or open again.
func (a Action) Move(to ActionState, today Date) Change {
	c := Change{Kind: ChangeAction, Action: a.ID, State: Set(to)}
	if !to.Open() && a.Closed == "" {
		c.Closed = Set(today)
	}
	return c
}

func (p *Plan) checkAction(c *Change, r *refusals) {
	if !ValidID(c.Action) {
		r.add("bad-id", "action", c.Action)
	}
	if _, known := p.Action(c.Action); known {
		return
	}
	if !c.What.Given() {
		r.add("required", "what", "")
	}
	if len(p.Actions) >= maxActions {
		r.addLimit("too-many", "action", itoa(len(p.Actions)+1), itoa(maxActions))
	}
}

// checkClosed refuses the day on which an action was closed where it is open.
func checkClosed(p *Plan, c *Change, r *refusals) {
	a, _ := p.Action(c.Action)
	state := a.State
	if c.State.Given() {
		state = c.State.value()
	}
	if day, closes := c.Closed.Value(); closes && cmp.Or(state, ActionPlan).Open() {
		r.add("closed-while-open", "closed", string(day))
	}
}

// applyAction changes an action or adds one. One that is open again was not closed.
func (p *Plan) applyAction(c *Change) {
	i := slices.IndexFunc(p.Actions, func(a Action) bool { return a.ID == c.Action })
	if i < 0 {
		i = len(p.Actions)
		p.Actions = append(p.Actions, Action{ID: c.Action})
	}
	a := &p.Actions[i]
	putAll(ActionFields, c, a)
	if a.State = cmp.Or(a.State, ActionPlan); a.Open() {
		a.Closed = ""
	}
}

// months is the day a number of months later; the last of the month where that has fewer days.
func (d Date) months(n int) Date {
	day, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return ""
	}
	first := time.Date(day.Year(), day.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return DateOf(first.AddDate(0, 0, min(day.Day(), last)-1))
}

// monthsUntil is how many whole months go by from a day to another; 0 where one of them is no day.
func (d Date) monthsUntil(other Date) int {
	from, err := time.Parse(time.DateOnly, string(d))
	to, wrong := time.Parse(time.DateOnly, string(other))
	if err != nil || wrong != nil {
		return 0
	}
	n := 12*(to.Year()-from.Year()) + int(to.Month()-from.Month())
	if d.months(n) > other {
		n--
	}
	return n
}
