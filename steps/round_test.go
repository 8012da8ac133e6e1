package steps_test

import (
	"slices"
	"testing"

	"stappenplan/steps"
)

// TestRoundCopies: everything is copied but step 8.
func TestRoundCopies(t *testing.T) {
	first := planOf(t, append(finished(steps.No),
		change{Kind: steps.ChangeEvaluation, Present: steps.Set([]string{"an"}), Repeat: steps.Set([]steps.StepID{steps.Team})},
		change{Kind: steps.ChangeAnswer, Step: steps.Evaluation, Note: steps.Set("goed jaar")})...)
	second := after(t, first, newRound(2))

	want := first
	want.Round = steps.Round{Number: 2, Opened: "2027-09-01"}
	want.Evaluation = steps.EvaluationAnswers{}
	want.Answers = map[steps.StepID]steps.Answer{}
	for _, id := range checks {
		want.Answers[id] = first.Answers[id]
	}
	if diff := samePlan(want, second); diff != "" {
		t.Errorf("a new round (- wanted, + got):\n%s", diff)
	}
	equal(t, "current", second.Current(), steps.Evaluation)
}

// TestRepeatedCheck loses its choice; its note and evidence stay.
func TestRepeatedCheck(t *testing.T) {
	note := change{
		Kind: steps.ChangeAnswer, Step: steps.Vision, Note: steps.Set("gedragen"), Evidence: steps.Set("visie.pdf"),
	}
	p := planOf(t, append(finished(steps.No), note, newRound(2, steps.Vision, steps.Pooling))...)
	equal(t, "choice", p.Answers[steps.Vision].Choice, unanswered)
	equal(t, "note", p.Answers[steps.Vision].Note, "gedragen")
	equal(t, "evidence", p.Answers[steps.Vision].Evidence, "visie.pdf")
	equal(t, "current", p.Current(), steps.Vision)
	_, said := p.Answers[steps.Pooling]
	equal(t, "nothing left at a check without a note", said, false)
	equal(t, "others stay answered", p.Answers[steps.Policy].Choice, steps.Yes)
	equal(t, "nothing to confirm", p.Round.Again, nil)
}

// TestRepeatedStep keeps everything and waits for a person.
func TestRepeatedStep(t *testing.T) {
	p := planOf(t, append(finished(steps.No), newRound(2, steps.Team, steps.Tasks, steps.Expertise))...)
	equal(t, "again, in the tree's order", p.Round.Again, []steps.StepID{steps.Tasks, steps.Expertise, steps.Team})
	for _, id := range p.Round.Again {
		equal(t, "current", p.Current(), id)
		equal(t, "gaps", p.Gaps(id), []steps.Gap{{ID: steps.GapConfirm}})
		equal(t, "state", p.State(id), unanswered)
		p = after(t, p, change{Kind: steps.ChangeConfirm, Step: id})
	}
	equal(t, "current", p.Current(), steps.Evaluation)
	equal(t, "again", p.Round.Again, nil)
}

// TestRoundOpensEarly: nothing has to be complete.
func TestRoundOpensEarly(t *testing.T) {
	p := planOf(t, answer(steps.Awareness, steps.No), newRound(2))
	equal(t, "number", p.Round.Number, 2)
	equal(t, "current", p.Current(), steps.Awareness)
	p = after(t, p, newRound(3, steps.Awareness))
	equal(t, "number", p.Round.Number, 3)
	equal(t, "asked again", p.State(steps.Awareness), unanswered)
}

// TestRoundAdjusted: the present number changes the date and the steps to confirm, and empties nothing.
func TestRoundAdjusted(t *testing.T) {
	p := planOf(t, append(finished(steps.No), change{
		Kind: steps.ChangeRound, Number: steps.Set(1), Opened: steps.Set(today), Again: steps.Set([]steps.StepID{steps.Team, steps.Tasks}),
	})...)
	equal(t, "opened", p.Round.Opened, today)
	equal(t, "again", p.Round.Again, []steps.StepID{steps.Tasks, steps.Team})
	equal(t, "next evaluation", p.Round.NextEvaluation, "2027-05-15")
	equal(t, "evaluation", p.Evaluation.Collaboration, "vlot")
}

// TestEmptyPlanTakesAnyRound: an import may begin in round 4, and that opens nothing.
func TestEmptyPlanTakesAnyRound(t *testing.T) {
	p := planOf(t, newRound(4), answer(steps.Awareness, steps.Yes))
	equal(t, "number", p.Round.Number, 4)
	if _, err := p.Apply(entry(newRound(6))); err == nil {
		t.Error("round 6 opened after round 4")
	}
}

// TestRounds: to which round each entry belongs, and the plan as the round before left it.
func TestRounds(t *testing.T) {
	j := journalOf(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.No), newRound(2, steps.Vision), answer(steps.Vision, steps.Yes), newRound(3))
	equal(t, "rounds", j.Rounds(), []int{1, 1, 2, 2, 3})
	before, ok := j.Previous()
	equal(t, "there is a round before", ok, true)
	equal(t, "its number", before.Round.Number, 2)
	equal(t, "its answer", before.State(steps.Vision), steps.Yes)

	mustApply(t, j, withdrawal(5))
	equal(t, "rounds after the undo", j.Rounds(), []int{1, 1, 2, 2, 2, 2})
	before, _ = j.Previous()
	equal(t, "the round before, after the undo", before.State(steps.Vision), steps.No)
}

// TestNoPreviousRound: a first round has none, also where it has number 4.
func TestNoPreviousRound(t *testing.T) {
	_, ok := journalOf(t).Previous()
	equal(t, "empty journal", ok, false)
	_, ok = journalOf(t, answer(steps.Awareness, steps.Yes)).Previous()
	equal(t, "first round", ok, false)
	j := journalOf(t, newRound(4), answer(steps.Awareness, steps.Yes))
	_, ok = j.Previous()
	equal(t, "begun in round 4", ok, false)
	equal(t, "rounds", j.Rounds(), []int{4, 4})
}

func TestARepeatedStepThatWasNotConfirmedStillWaitsInTheNextRound(t *testing.T) {
	p := planOf(t, answer(steps.Awareness, steps.Yes),
		change{Kind: steps.ChangeRound, Number: steps.Set(2), Repeat: steps.Set([]steps.StepID{steps.Team})},
		change{Kind: steps.ChangeRound, Number: steps.Set(3), Repeat: steps.Set([]steps.StepID{steps.Tasks, steps.Awareness})})
	if want := []steps.StepID{steps.Tasks, steps.Team}; !slices.Equal(p.Round.Again, want) {
		t.Errorf("again: %v, want %v", p.Round.Again, want)
	}
	if got := p.State(steps.Awareness); got != "" {
		t.Errorf("a repeated check still says %q", got)
	}
}
