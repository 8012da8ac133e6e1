package steps

import (
	"iter"
	"slices"
)

// Gap is something that is missing before a step is done.
type Gap struct {
	ID        GapID
	Task      string
	Member    string
	Agreement AgreementID
}

// GapID names a gap.
type GapID string

// The gaps.
const (
	GapAnswer        GapID = "answer"          // steps 1 to 4: no yes
	GapConfirm       GapID = "confirm"         // a repeated step was not confirmed
	GapUndecided     GapID = "undecided"       // step 5: a task is not decided
	GapExpertise     GapID = "expertise"       // step 6: not known whether the expertise for a task is there
	GapMembers       GapID = "members"         // step 7: fewer than two members
	GapMemberHours   GapID = "member-hours"    // step 7: a member without hours
	GapOwner         GapID = "owner"           // step 7: a carried task without an owner
	GapAgreement     GapID = "agreement"       // step 7: an agreement neither made nor found not needed
	GapCollaboration GapID = "collaboration"   // step 8: first question
	GapComposition   GapID = "composition"     // step 8: second question
	GapNext          GapID = "next-evaluation" // step 8: no date
)

// Gaps lists the gaps of a step; none when it is done. At a check that is a yes, at
// step 4 a yes or a no.
func (p Plan) Gaps(id StepID) []Gap { return slices.Collect(p.gaps(id)) }

// firstGap returns the first gap of a step, and whether there is one: a plan can have a thousand, and mostly one is enough.
func (p Plan) firstGap(id StepID) (Gap, bool) {
	for gap := range p.gaps(id) {
		return gap, true
	}
	return Gap{}, false
}

// gaps are those of a step, that of a repeated step that was not confirmed last.
func (p Plan) gaps(id StepID) iter.Seq[Gap] {
	return func(yield func(Gap) bool) {
		step, _ := Find(id)
		_, moves := step.After(p.Answers[id].Choice)
		switch {
		case id == Evaluation:
			p.evaluationGaps(yield)
			return
		case step.Asked && !moves:
			yield(Gap{ID: GapAnswer})
			return
		case id == Team && !p.teamGaps(yield), !step.Asked && !p.taskGaps(id, yield):
			return
		}
		if id == Team && !p.agreementGaps(yield) {
			return
		}
		if slices.Contains(p.Round.Again, id) {
			yield(Gap{ID: GapConfirm})
		}
	}
}

// taskGaps yields the gaps of tasks, and like those that follow says whether more are wanted.
func (p Plan) taskGaps(id StepID, yield func(Gap) bool) bool {
	missing, tasks := map[StepID]GapID{Tasks: GapUndecided, Expertise: GapExpertise, Team: GapOwner}[id], p.Tasks()
	for i := range tasks { // a task is large
		if t := &tasks[i]; t.Asks(id) && !yield(Gap{ID: missing, Task: t.ID}) {
			return false
		}
	}
	return true
}

func (p Plan) teamGaps(yield func(Gap) bool) bool {
	if len(p.Members) < 2 && !yield(Gap{ID: GapMembers}) {
		return false
	}
	for _, m := range p.Members {
		if m.Hours == nil && !yield(Gap{ID: GapMemberHours, Member: m.ID}) {
			return false
		}
	}
	return true
}

func (p Plan) agreementGaps(yield func(Gap) bool) bool {
	for _, id := range AgreementIDs {
		if !p.Agreements[id].Settled() && !yield(Gap{ID: GapAgreement, Agreement: id}) {
			return false
		}
	}
	return true
}

func (p Plan) evaluationGaps(yield func(Gap) bool) bool {
	for _, asked := range []struct {
		id      GapID
		missing bool
	}{
		{GapCollaboration, Blank(p.Evaluation.Collaboration)}, {GapComposition, Blank(p.Evaluation.Composition)},
		{GapNext, p.Round.NextEvaluation == ""},
	} {
		if asked.missing && !yield(Gap{ID: asked.id}) {
			return false
		}
	}
	return true
}

// GapCount is how many gaps of one kind there are.
type GapCount struct {
	ID GapID
	N  int
}

// CountGaps counts the gaps of a step by kind, in the order in which the kinds first come.
func (p Plan) CountGaps(id StepID) []GapCount { return countGaps(p.gaps(id)) }

// CountGaps counts gaps in the same way.
func CountGaps(gaps []Gap) []GapCount { return countGaps(slices.Values(gaps)) }

func countGaps(gaps iter.Seq[Gap]) (counts []GapCount) {
	for g := range gaps {
		i := 0
		for i < len(counts) && counts[i].ID != g.ID {
			i++
		}
		if i == len(counts) {
			counts = append(counts, GapCount{ID: g.ID})
		}
		counts[i].N++
	}
	return counts
}
