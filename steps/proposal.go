package steps

// Proposal is the change that would settle what is still open about a task in step 5, from the catalogue's
// view, also the level of a task decided before step 4 was a yes: it applies, a core task is needed now and any other later, and in the group variant it is done where
// such a task usually is. It is this program's proposal, not the Kenniscentrum's, and no answer until a
// person accepts it. ok is false when nothing is open.
func (p Plan) Proposal(t Task) (c Change, ok bool) {
	if t.Relevance == DoesNotApply || t.Horizon == Dropped && t.Decided {
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
