package steps

import "slices"

// Since says how what stands at a step is to what stood there when the last round ended.
type Since string

// The ways it can be.
const (
	SinceNew     Since = "new"     // the step was not answered then
	SinceChanged Since = "changed" // something is different
	SinceSame    Since = "same"
)

// Since tells of each step from 1 to 7 that is answered how it is to the plan as the last round ended. Who answered, and when,
// is no difference. Step 8 is asked anew in each round.
func (p Plan) Since(before Plan) map[StepID]Since {
	changed, since := map[StepID]bool{}, map[StepID]Since{}
	for _, d := range differences(before, p) {
		changed[d.step()] = true
	}
	for _, s := range Tree {
		switch {
		case s.ID == Evaluation || p.State(s.ID) == "":
		case before.State(s.ID) == "":
			since[s.ID] = SinceNew
		case changed[s.ID]:
			since[s.ID] = SinceChanged
		default:
			since[s.ID] = SinceSame
		}
	}
	return since
}

// Reaffirm is the change that lets hold in this round what the last one ended with at a step. There is none where the step
// is not asked again, was not answered then, or no longer allows that answer.
func (p Plan) Reaffirm(before Plan, id StepID) (c Change, ok bool) {
	for _, again := range p.Round.Again {
		if again == id {
			return Change{Kind: ChangeConfirm, Step: id}, true
		}
	}
	step, _ := Find(id)
	choice := before.Answers[id].Choice
	if !step.Asked || !slices.Contains(p.Choices(id), choice) || p.Answers[id].Choice != "" {
		return Change{}, false
	}
	return Change{Kind: ChangeAnswer, Step: id, Choice: Set(choice)}, true
}

// SamePeople is the change that lets those take part in this evaluation who took part in the last one, but for members who left
// since. There are none where nobody took part then, or where it is told already who does now.
func (p Plan) SamePeople(before Plan) (c Change, still []string) {
	if len(p.Evaluation.Present) > 0 {
		return Change{}, nil
	}
	for _, id := range before.Evaluation.Present {
		_, was := before.Member(id)
		if _, is := p.Member(id); is || !was {
			still = append(still, id)
		}
	}
	return Change{Kind: ChangeEvaluation, Present: Set(still)}, still
}

// CountExpertise counts the tasks that are kept, and those of them for which expertise is present.
func CountExpertise(tasks []Task) (present, kept int) {
	for i := range tasks {
		if tasks[i].Kept {
			kept++
			if tasks[i].Expertise == Yes {
				present++
			}
		}
	}
	return present, kept
}
