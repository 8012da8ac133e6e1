package steps

import "cmp"

// Proposal is the change that would settle what is still open about a task at a step; no answer until a person accepts it.
// At step 5 that is this program's proposal, not the Kenniscentrum's, from the catalogue's view, also of the level of a task
// decided before step 4 was a yes: it applies, is needed when such a task usually is, and in the group variant it is done
// where such a task usually is; or it does not apply to such a school. At step 6 it is the advice where the expertise is missing, unless that has to be
// weighed; to train somebody where that comes before recruiting.
// ok is false when nothing is open.
func (p Plan) Proposal(t Task, step StepID) (c Change, ok bool) {
	if step == Expertise && t.Unsolved() && t.Advice != Weigh {
		return Change{Kind: ChangeTask, Task: t.ID, Sourcing: Set(t.proposedSourcing())}, true
	}
	if step != Tasks || t.Relevance == DoesNotApply || t.Horizon == Dropped && t.Decided {
		return Change{}, false
	}
	c = Change{Kind: ChangeTask, Task: t.ID}
	horizon := p.proposedHorizon(t)
	if horizon == notApplicable && t.Relevance == "" && t.Horizon == "" {
		c.Relevance = Set(DoesNotApply)
		return c, true
	}
	if t.Relevance == "" {
		c.Relevance = Set(Applies)
	}
	if t.Horizon == "" {
		c.Horizon = Set(t.neededFrom(horizon))
	}
	if level := t.proposedLevel(); p.Variant() == GroupVariant && t.Decision.Level == "" && level != "" {
		c.Level = Set(string(level))
	}
	return c, c.Relevance.Given() || c.Horizon.Given() || c.Level.Given()
}

// proposedHorizon is what the catalogue proposes to the school, or nothing.
func (p Plan) proposedHorizon(t Task) string {
	if t.Proposed == nil {
		return ""
	}
	return t.Proposed.SuggestedHorizon.at(p.School)
}

// neededFrom is the horizon of a task that applies. Where the catalogue names none, a core task is needed now, any other later.
func (t Task) neededFrom(proposed string) Horizon {
	switch {
	case proposed == string(Short) || proposed == string(Long):
		return Horizon(proposed)
	case t.Core == NoCore:
		return Long
	}
	return Short
}

// Doubtful says whether what is proposed for a task at step 5 deserves a look before it is accepted: that it does not apply,
// or that one of the core tasks can wait.
func (t Task) Doubtful(proposal Change) bool {
	relevance, _ := proposal.Relevance.Value()
	horizon, _ := proposal.Horizon.Value()
	return relevance == DoesNotApply || horizon == Long && t.Core != NoCore
}

// DecidedDoubtfully says whether a task is decided at step 5 as it was proposed, and that deserves a look.
func (p Plan) DecidedDoubtfully(t Task) bool {
	if !t.Decided || t.Relevance != DoesNotApply && t.Horizon == Short { // spares most tasks the proposal
		return false
	}
	open, said := t, *t.Decision
	said.Relevance, said.Horizon = "", ""
	open.Decision = &said
	c, _ := p.Proposal(open, Tasks)
	relevance, _ := c.Relevance.Value()
	horizon, _ := c.Horizon.Value()
	return t.Doubtful(c) && (relevance == DoesNotApply && t.Relevance == DoesNotApply || t.Kept && t.Horizon == horizon)
}

// proposedLevel is where such a task usually is, until the answers suggest a level; where they point both ways, the school weighs it.
func (t Task) proposedLevel() Level {
	asked := t.Scale != nil || t.Specialist != nil || t.Local != nil
	if asked || t.Proposed == nil || t.Proposed.SuggestedLevel == "either" {
		return ""
	}
	return Level(t.Proposed.SuggestedLevel)
}

// Assumed returns what a field of a task counts as while nobody decided it, and whether that is only proposed: what is presumed, advised
// or settled by accepting the proposal. What follows from what was decided, such as the level that the answers suggest, is not.
// It is a value of the field that it returns: a task of the group has that level instead of expertise. It is nil for nothing.
func (p Plan) Assumed(t Task, f *FieldOf[Decision]) (of PlanField, value any, proposed bool) {
	c, _ := p.Proposal(t, f.Step)
	value, _ = f.Given(&c)
	switch value = cmp.Or(value, t.Presumed(f.Name)); {
	case value != nil:
	case f.Name == "level" && (t.Kept || !t.Decided && t.Suggestion == ToWeigh):
		return f.PlanField, string(t.Suggestion), false
	case f.Name == "level" && !t.Decided && p.Variant() == GroupVariant: // where nothing is proposed, it will be at school
		value = string(t.Suggestion)
	case f.Name == "expertise" && t.Level == AtGroup:
		return TaskField("level").PlanField, string(t.Level), false
	case f.Name == "sourcing" && t.Advice != "":
		value = string(t.proposedSourcing())
	}
	return f.PlanField, value, value != nil
}
