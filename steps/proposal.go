package steps

import "cmp"

// Proposal is the change that would settle what is still open about a task at a step; no answer until a person accepts it.
// At step 5 that is this program's proposal, not the Kenniscentrum's, from the catalogue's view, also of the level of a task
// decided before step 4 was a yes: it applies, a core task is needed now and any other later, and in the group variant it is
// done where such a task usually is. At step 6 it is the advice where the expertise is missing, unless that has to be weighed.
// ok is false when nothing is open.
func (p Plan) Proposal(t Task, step StepID) (c Change, ok bool) {
	if step == Expertise && t.Unsolved() && t.Advice != Weigh {
		return Change{Kind: ChangeTask, Task: t.ID, Sourcing: Set(t.Advice)}, true
	}
	if step != Tasks || t.Relevance == DoesNotApply || t.Horizon == Dropped && t.Decided {
		return Change{}, false
	}
	c = Change{Kind: ChangeTask, Task: t.ID}
	if t.Relevance == "" {
		c.Relevance = Set(Applies)
	}
	if t.Horizon == "" {
		c.Horizon = Set(t.proposedHorizon())
	}
	if level := t.proposedLevel(); p.Variant() == GroupVariant && t.Decision.Level == "" && level != "" {
		c.Level = Set(string(level))
	}
	return c, c.Relevance.Given() || c.Horizon.Given() || c.Level.Given()
}

func (t Task) proposedHorizon() Horizon {
	if t.Core == NoCore {
		return Long
	}
	return Short
}

// proposedLevel is where such a task usually is, unless the answers already suggest a level; where they
// point both ways and the catalogue does not say, the school.
func (t Task) proposedLevel() Level {
	asked := t.Scale != nil || t.Specialist != nil || t.Local != nil
	usual := Level("")
	if t.Proposed != nil && t.Proposed.SuggestedLevel != "either" {
		usual = Level(t.Proposed.SuggestedLevel)
	}
	switch {
	case t.Suggestion == ToWeigh && usual == "":
		return AtSchool
	case asked && t.Suggestion != ToWeigh:
		return ""
	}
	return usual
}

// Assumed returns what a field of a task counts as while nobody decided it: what is proposed, presumed, suggested or advised.
// It is a value of the field that it returns: a task of the group has that level instead of expertise. It is nil for nothing.
func (p Plan) Assumed(t Task, f *FieldOf[Decision]) (of PlanField, value any) {
	c, _ := p.Proposal(t, f.Step)
	value, _ = f.Given(&c)
	switch value = cmp.Or(value, t.Presumed(f.Name)); {
	case value != nil:
	case f.Name == "level" && t.Kept:
		value = string(t.Suggestion)
	case f.Name == "expertise" && t.Level == AtGroup:
		return TaskField("level").PlanField, string(t.Level)
	case f.Name == "sourcing" && t.Advice != "":
		value = string(t.Advice)
	}
	return f.PlanField, value
}
