package steps

// Belong are the changes for what the school belongs to. A school without a group cannot pool: that is its
// answer to step 4, recorded as no.
func (p Plan) Belong(kind GroupKind) []Change {
	changes := []Change{{Kind: ChangeSchool, GroupKind: Set(kind)}}
	if kind == "" {
		changes[0].GroupKind = Clear[GroupKind]()
	}
	if kind == NoGroup && p.Answers[Pooling].Choice != No {
		changes = append(changes, Change{Kind: ChangeAnswer, Step: Pooling, Choice: Set(No)})
	}
	return changes
}

// Choices are the answers that can be given at a check.
func (p Plan) Choices(id StepID) []Choice {
	if id == Pooling && p.School.GroupKind == NoGroup {
		return []Choice{No}
	}
	return Choices
}
