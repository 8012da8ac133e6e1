package steps

import "strings"

// Resolution is what is recorded of a decision of the board: how it is worded, what the board made of it, and who
// carries it out by when.
type Resolution struct {
	// ID is the kind of the decision, with the task it is about where there is one: outsource:wifi-management. That of a
	// decision of the school's own begins with [OwnTaskPrefix].
	ID      string
	Text    string  // takes the place of the program's words; what an own one asks
	Outcome Outcome // empty while it is not decided
	Ground  string  // the number or date that asked for it when it was decided; empty where there was none
	Round   *int    // in which it was decided; nil: the plan's present one
	On      Date    // the day on which it was
	Owner   string  // who carries it out: [MemberPrefix] and a member's id, or a role, a body, a name
	Due     Date
	Note    string
}

// MemberPrefix begins what names a member where also others can be named.
const MemberPrefix = "member:"

// Limits on what is recorded of decisions.
const (
	maxResolutions  = 5000
	maxResolutionID = 130
)

// Resolution is what is recorded of the decision with this id, and whether anything is.
func (p Plan) Resolution(id string) (Resolution, bool) {
	for _, r := range p.Resolutions {
		if r.ID == id {
			return r, true
		}
	}
	return Resolution{}, false
}

// Own says whether the school worded the decision itself.
func (r Resolution) Own() bool { return isOwn(r.ID) }

// about is the id of the task that the decision is about; empty for none.
func (r Resolution) about() string {
	_, task, _ := strings.Cut(r.ID, ":")
	return task
}

// round is the number of the round in which it was decided.
func (r Resolution) round(p Plan) int {
	if r.Round == nil {
		return p.Round.Number
	}
	return *r.Round
}

// Decision is what it is recorded of, as far as its id tells.
func (r Resolution) Decision() BoardDecision {
	if r.Own() {
		return BoardDecision{Kind: OwnDecision, Own: r.ID}
	}
	kind, task, about := strings.Cut(r.ID, ":")
	d := BoardDecision{Kind: BoardDecisionID(kind), Ground: r.Ground}
	if about {
		d.Tasks = []string{task}
	}
	return d
}

// settled says whether it was decided, and not put off.
func (r Resolution) settled() bool { return r.Outcome != "" && r.Outcome != Postponed }

// approved says whether the board wants it, perhaps otherwise than it was asked.
func (r Resolution) approved() bool { return r.Outcome == Approved || r.Outcome == Amended }

// alike says whether the same is recorded of two decisions, apart from what asked for them.
func (r Resolution) alike(o Resolution) bool {
	o.ID, o.Ground, o.Round = r.ID, r.Ground, r.Round
	return r == o
}

// emptied is a resolution of which a change takes away all that it does not give, but for the words.
func (r Resolution) emptied(c *Change) Resolution {
	for i := range ResolutionFields {
		row := &ResolutionFields[i]
		if _, given := row.Given(c); !given && row.Name != "text" {
			row.Give(c, nil)
		}
	}
	return Resolution{ID: r.ID, Text: r.Text}
}

// decided adds the day, the round and the ground to a change of the outcome, where they differ from what is recorded. An
// outcome that is corrected keeps its day and round.
func (c *Change) decided(r Resolution, taken, asked bool, ground string, today Date) {
	corrected := r.Outcome != "" && !asked
	if !taken {
		ground = ""
	}
	_, dated := c.On.Value()
	switch {
	case dated:
	case !taken && r.On != "":
		c.On = Clear[Date]()
	case taken && (r.On == "" || r.Outcome != "" && !corrected):
		c.On = Set(today)
	}
	if corrected && taken && r.Round != nil {
		c.Round = Set(*r.Round)
	}
	switch {
	case ground == r.Ground:
	case ground == "":
		c.Ground = Clear[string]()
	default:
		c.Ground = Set(ground)
	}
}

func (p *Plan) checkResolution(c *Change, r *refusals) {
	if runes(c.Decision) > maxResolutionID {
		r.addLimit("too-long", "decision", c.Decision, itoa(maxResolutionID))
		return
	}
	if _, recorded := p.Resolution(c.Decision); recorded {
		return
	}
	if len(p.Resolutions) >= maxResolutions {
		r.addLimit("too-many", "decision", itoa(len(p.Resolutions)+1), itoa(maxResolutions))
	}
	kind, task, about := strings.Cut(c.Decision, ":")
	switch {
	case isOwn(c.Decision):
		if !ValidID(c.Decision) {
			r.add("bad-id", "decision", c.Decision)
		}
		if !c.Text.Given() {
			r.add("required", "text", "")
		}
	case !p.knowsKind(BoardDecisionID(kind)) || about && !BoardDecisionID(kind).perTask():
		r.add("unknown-decision", "decision", c.Decision)
	case about && !p.KnowsTask(task):
		r.add("unknown-task", "decision", task)
	}
}

// checkResolutionText refuses to leave an own decision without words.
func checkResolutionText(_ *Plan, c *Change, r *refusals) {
	if isOwn(c.Decision) {
		r.required("text", c.Text)
	}
}

// applyResolution records something of a decision. What is decided now is of the present round, unless the change says otherwise.
func (p *Plan) applyResolution(c *Change) {
	i := 0
	for i < len(p.Resolutions) && p.Resolutions[i].ID != c.Decision {
		i++
	}
	if i == len(p.Resolutions) {
		p.Resolutions = append(p.Resolutions, Resolution{ID: c.Decision})
	}
	r := &p.Resolutions[i]
	if c.Outcome.Given() && !c.Round.Given() {
		c.Round = Clear[int]()
	}
	putAll(ResolutionFields, c, r)
	if *r == (Resolution{ID: r.ID}) {
		p.Resolutions = append(p.Resolutions[:i], p.Resolutions[i+1:]...)
	}
}

// NewDecisionID makes the id of a decision of the school's own that asks this.
func (p Plan) NewDecisionID(text string) string {
	return NewTaskID(text, func(id string) bool { _, taken := p.Resolution(id); return taken })
}
