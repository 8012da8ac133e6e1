package assets

import "stappenplan/steps"

// ReasonTexts are the words that say why something is in a plan.
type ReasonTexts struct {
	Line      Text                     // what is known of one task, member or step: {subject} {facts}
	Facts     map[steps.FactField]Text // {value}
	Nothing   map[steps.FactField]Text `optional:"true"` // nothing was filled in, where Unsaid does not read well
	Unsaid    Text                     // {field}
	Available Text                     // hours that a member or the school has: {value}
	Proposed  Text                     // the value is the catalogue's: {fact}
	Rules     map[steps.RuleID]Text
	Since     Text // the step from which on the rule counts: {number} {step}
	Origins   map[steps.Origin]Text
}

// Why says a reason in plain words: the answers it rests on, one line for each task, member or step, then
// the rule, then where the rule comes from. There are no lines for something that is not there.
func (t *Texts) Why(r steps.Reason, p steps.Plan) (lines []string) {
	if r.Rule == "" {
		return nil
	}
	words := t.Explain
	for rest := r.Facts; len(rest) > 0; {
		same := sameSubject(rest)
		facts := listed(t, rest[:same], func(f steps.Fact) string { return t.fact(f, p) })
		lines = append(lines, words.Line.Fill("subject", t.factSubject(rest[0], p), "facts", facts))
		rest = rest[same:]
	}
	lines = append(lines, string(words.Rules[r.Rule]))
	if r.Since != "" {
		lines = append(lines, words.Since.Fill("number", r.Since.Number(), "step", t.StepName(r.Since)))
	}
	return append(lines, string(words.Origins[steps.Rules[r.Rule]]))
}

// sameSubject is how many facts at the beginning of a list are about the same.
func sameSubject(facts []steps.Fact) int {
	for i, f := range facts {
		if first := facts[0]; f.Task != first.Task || f.Member != first.Member || f.Step != first.Step {
			return i
		}
	}
	return len(facts)
}

// factSubject is what a fact is about.
func (t *Texts) factSubject(f steps.Fact, p steps.Plan) string {
	switch {
	case f.Task != "":
		return t.TaskName(p, f.Task)
	case f.Member != "":
		return t.MemberName(p, f.Member)
	case f.Step != "":
		return t.Changes.Subjects[steps.ChangeAnswer].Fill("number", f.Step.Number(), "step", t.StepName(f.Step))
	case p.School.Name != "":
		return p.School.Name
	}
	return string(t.Common.School)
}

// fact says one answer or number: "needed now", "owner An Peeters", "no hours yet".
func (t *Texts) fact(f steps.Fact, p steps.Plan) string {
	if f.Value == "" {
		if text, own := t.Explain.Nothing[f.Field]; own {
			return string(text)
		}
		return t.Explain.Unsaid.Fill("field", t.Field(string(f.Field)))
	}
	said := t.Explain.Facts[f.Field].Fill("value", t.factValue(f, p))
	if f.Field == steps.FactHours && f.Task == "" { // of a member or the school
		said = t.Explain.Available.Fill("value", t.factValue(f, p))
	}
	if f.Proposed {
		said = t.Explain.Proposed.Fill("fact", said)
	}
	return said
}

func (t *Texts) factValue(f steps.Fact, p steps.Plan) string {
	switch f.Field {
	case steps.FactHours, steps.FactPlanned:
		if hours, err := steps.ParseDecimal(f.Value); err == nil {
			return t.Number(hours)
		}
	case steps.FactScale, steps.FactSpecialist, steps.FactLocal, steps.FactStrategic, steps.FactTechnical:
		return t.truth(string(f.Field), f.Value == "true")
	case steps.FactOwner, steps.FactBackup:
		return t.MemberName(p, f.Value)
	case steps.FactTaskGroup:
		return t.Group(p, steps.GroupID(f.Value))
	case steps.FactNextEvaluation:
		return t.Date(steps.Date(f.Value))
	}
	return steps.CleanName(t.Value(string(f.Field), f.Value))
}
