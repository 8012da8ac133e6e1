package steps

// Proposals are changes that decide what is still open about the catalogue's tasks of a group, the way
// this program proposes: a task applies; a core task is needed in the short term, another in the long
// term; in the group variant it lies where the catalogue suggests. What was decided stays. They are a
// proposal only: a person accepts them.
func (p Plan) Proposals(group GroupID) (changes []Change) {
	for _, t := range p.Tasks() {
		if t.Group == group && !t.Decided && t.Proposed != nil {
			changes = append(changes, t.proposal(p.Variant()))
		}
	}
	return changes
}

func (t Task) proposal(variant Variant) Change {
	c := Change{Kind: ChangeTask, Task: t.ID}
	if t.Relevance == "" {
		c.Relevance = Set(Applies)
	}
	switch {
	case t.Horizon != "":
	case t.Core != NoCore:
		c.Horizon = Set(Short)
	default:
		c.Horizon = Set(Long)
	}
	suggested := t.Proposed.SuggestedLevel
	if variant == GroupVariant && t.Decision.Level == "" && (suggested == string(AtSchool) || suggested == string(AtGroup)) {
		c.Level = Set(suggested)
	}
	return c
}
