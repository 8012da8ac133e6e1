package steps_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// voice is what somebody answers at a step, before the school does.
func voice(step steps.StepID, by string, choice steps.Choice, note string) change {
	c := change{Kind: steps.ChangeVoice, Step: step, By: steps.Set(by), Note: steps.Set(note)}
	if choice != "" {
		c.Choice = steps.Set(choice)
	}
	return c
}

// TestVoices: one at a step for each name, seen from two on, and gone once nothing is said in it.
func TestVoices(t *testing.T) {
	p := planOf(t, voice(steps.Vision, " An Peeters ", steps.No, "werkgroep gestart"))
	equal(t, "begun", p.Begun(), true)
	equal(t, "shown, of one", p.VoicesShown(steps.Vision), false)
	equal(t, "the first", p.Voices[steps.Vision][0].By, "An Peeters")
	equal(t, "when", p.Voices[steps.Vision][0].At.IsZero(), false)
	equal(t, "the school", p.Answers[steps.Vision], steps.Answer{})

	p = after(t, p, voice(steps.Vision, "Bart", steps.Yes, ""), voice(steps.Evaluation, "Bart", "", "meer overleg"))
	equal(t, "shown, of two", p.VoicesShown(steps.Vision), true)
	_, agreed := p.VoicesAgree(steps.Vision)
	equal(t, "agreed", agreed, false)
	p = after(t, p, voice(steps.Vision, "An Peeters", steps.Yes, "werkgroep gestart"))
	equal(t, "voices", len(p.Voices[steps.Vision]), 2)
	choice, agreed := p.VoicesAgree(steps.Vision)
	equal(t, "agreed", agreed, true)
	equal(t, "on", choice, steps.Yes)
	_, agreed = p.VoicesAgree(steps.Evaluation)
	equal(t, "agreed on words", agreed, false)
	equal(t, "to choose, the agreed first", p.AfterVoices(steps.Vision), []steps.Choice{steps.Yes, steps.No, steps.Open})

	bart, _ := p.Voice(steps.Vision, "Bart")
	p = after(t, p, bart.TakenBack(steps.Vision), voice(steps.Evaluation, "Bart", "", " "))
	_, there := p.Voice(steps.Vision, "Bart")
	equal(t, "taken back", there, false)
	equal(t, "steps with voices", len(p.Voices), 1)
}

// TestALoneVoiceIsNotTold to whoever opens its card again, save what is answered there; with a second one all is.
func TestALoneVoiceIsNotTold(t *testing.T) {
	p := planOf(t, voice(steps.Vision, "An", steps.No, "werkgroep begon"))
	opened, _ := p.Voice(steps.Vision, "An")
	shown := p.VoiceToShow(steps.Vision, opened)
	equal(t, "opened", []string{shown.By, string(shown.Choice), shown.Note}, []string{"An", "", ""})
	p = after(t, p, voice(steps.Vision, "An", steps.Yes, "werkgroep begon"))
	shown = p.VoiceToShow(steps.Vision, opened)
	equal(t, "answered there", []string{string(shown.Choice), shown.Note}, []string{"yes", ""})
	p = after(t, p, voice(steps.Vision, "Bart", steps.Yes, ""))
	shown = p.VoiceToShow(steps.Vision, opened)
	equal(t, "of two", []string{string(shown.Choice), shown.Note}, []string{"yes", "werkgroep begon"})
}

func TestVoicesRefused(t *testing.T) {
	crowd := steps.NewPlan(definitions)
	for i := range 100 {
		crowd = after(t, crowd, voice(steps.Vision, fmt.Sprint("naam ", i), steps.Yes, ""))
	}
	for _, test := range []struct {
		of   steps.Plan
		c    change
		want steps.Refusal
	}{
		{steps.NewPlan(definitions), voice("zoo", "An", steps.Yes, ""), steps.Refusal{Reason: "unknown-step", Field: "step", Value: "zoo"}},
		{steps.NewPlan(definitions), voice(steps.Team, "An", "", "x"), steps.Refusal{Reason: "unknown-value", Field: "step", Value: "team", Limit: "awareness, vision, policy, pooling, evaluation"}},
		{steps.NewPlan(definitions), voice(steps.Vision, " ", steps.Yes, ""), steps.Refusal{Reason: "required", Field: "by"}},
		{steps.NewPlan(definitions), change{Kind: steps.ChangeVoice, Step: steps.Vision, Choice: steps.Set(steps.Yes)}, steps.Refusal{Reason: "required", Field: "by"}},
		{steps.NewPlan(definitions), voice(steps.Vision, "An", "perhaps", ""), steps.Refusal{Reason: "unknown-value", Field: "choice", Value: "perhaps", Limit: "yes, no, open"}},
		{steps.NewPlan(definitions), voice(steps.Evaluation, "An", steps.Yes, ""), steps.Refusal{Reason: "derived", Field: "choice", Value: "evaluation"}},
		{crowd, voice(steps.Vision, "nog iemand", steps.Yes, ""), steps.Refusal{Reason: "too-many", Field: "by", Value: "101", Limit: "100"}},
	} {
		equal(t, "refused", test.of.Check(test.c), error(steps.Refusals{test.want}))
	}
	equal(t, "of the crowd", crowd.Check(voice(steps.Vision, "naam 1", steps.No, "")), nil)
}

// TestVoicesOfARound: those of the steps that are asked again go, and so do those of step 8.
func TestVoicesOfARound(t *testing.T) {
	p := planOf(t, append(finished(steps.No), voice(steps.Vision, "An", steps.No, ""), voice(steps.Policy, "An", steps.Yes, ""), voice(steps.Evaluation, "An", "", "goed"))...)
	next := after(t, p, newRound(2, steps.Vision))
	equal(t, "voices", next.Voices, map[steps.StepID][]steps.Voice{steps.Policy: p.Voices[steps.Policy]})
	equal(t, "those before", len(p.Voices), 3)
}

// TestARoundChangesNothingElse but the round, the steps that are asked again, the evaluation, the voices at those steps, and
// what sheets ask anew.
func TestARoundChangesNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := extend(t, steps.NewPlan(definitions), allKinds, 25)
		again := stepLists(someSteps[:7]).Draw(t, "again")
		next, err := p.Apply(entry(newRound(p.Round.Number+1, again...)))
		if err != nil || !p.Begun() {
			return
		}
		want := p.Copy()
		want.Round, want.Evaluation = next.Round, steps.EvaluationAnswers{}
		for i := range want.Resolutions { // what was decided is of the round that ended
			want.Resolutions[i].Round = next.Resolutions[i].Round
		}
		delete(want.Answers, steps.Evaluation)
		delete(want.Voices, steps.Evaluation)
		want.Sheets = askedAnew(p.Sheets, p.Round.Number)
		for _, id := range again {
			delete(want.Voices, id)
			delete(want.Answers, id)
			if a, kept := next.Answers[id]; kept {
				want.Answers[id] = a
			}
			if a := next.Answers[id]; a.Choice != "" || a.Note != p.Answers[id].Note {
				t.Fatalf("%s, asked again: %+v", id, a)
			}
		}
		if diff := samePlan(want, next); diff != "" {
			t.Fatalf("a new round (- wanted, + got):\n%s", diff)
		}
	})
}

// askedAnew are the sheets without the answers and the values of the round that ended, which the rows remember.
func askedAnew(sheets map[string]steps.SheetContent, ended int) map[string]steps.SheetContent {
	content, is := sheets[sampleSheet.ID]
	if !is {
		return nil
	}
	content.Tables = maps.Clone(content.Tables)
	delete(content.Tables, "answers")
	goals := slices.Clone(content.Tables["goals"])
	for i, g := range goals {
		if value, said := g.Cells["value"]; said {
			goals[i].Cells = maps.Clone(g.Cells)
			delete(goals[i].Cells, "value")
			goals[i].Past = append(slices.Clone(g.Past), steps.PastCells{Round: ended, Cells: steps.Cells{"value": value}})
		}
	}
	if len(goals) > 0 {
		content.Tables["goals"] = goals
	}
	if len(content.Settings)+len(content.Tables) == 0 {
		return nil
	}
	return map[string]steps.SheetContent{sampleSheet.ID: content}
}

// TestAVoiceChangesOnlyItself: no answer of the school, and no other voice.
func TestAVoiceChangesOnlyItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := extend(t, steps.NewPlan(definitions), allKinds, 25)
		c := changeOf[steps.ChangeVoice](t)
		c.Kind = steps.ChangeVoice
		by, _ := c.By.Value()
		by = steps.CleanName(by)
		next, err := p.Apply(entry(c))
		if err != nil {
			return
		}
		want := p.Copy()
		want.Voices = map[steps.StepID][]steps.Voice{}
		given, there := next.Voice(c.Step, by)
		for id, list := range p.Voices {
			for _, v := range list {
				switch {
				case id != c.Step || v.By != by:
					want.Voices[id] = append(want.Voices[id], v)
				case there:
					want.Voices[id] = append(want.Voices[id], given)
				}
			}
		}
		if _, known := p.Voice(c.Step, by); there && !known {
			want.Voices[c.Step] = append(want.Voices[c.Step], given)
		}
		if len(want.Voices)+len(p.Voices) == 0 {
			want.Voices = p.Voices
		}
		if diff := samePlan(want, next); diff != "" {
			t.Fatalf("a voice (- wanted, + got):\n%s", diff)
		}
		if there && given.Choice == "" && given.Note == "" {
			t.Fatalf("it says nothing: %+v", given)
		}
		if moment, given := c.At.Value(); there && given {
			v, _ := next.Voice(c.Step, by)
			equal(t, "when", v.At.Equal(moment.UTC().Truncate(time.Second)) || v.At.Equal(moment), true)
		}
	})
}

// TestWhoIsRenamedKeepsTheirVoice, and has one.
func TestWhoIsRenamedKeepsTheirVoice(t *testing.T) {
	named := func(name string) change { return change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set(name)} }
	before := planOf(t, named("An Peeters"), change{Kind: steps.ChangeVoice, Step: steps.Vision, By: steps.Set("An Peeters"), Choice: steps.Set(steps.No)})
	p := after(t, before, named("An Janssens"))
	if v := p.Voices[steps.Vision]; len(v) != 1 || v[0].By != "An Janssens" || v[0].Choice != steps.No {
		t.Errorf("%+v", v)
	}
	if v := before.Voices[steps.Vision]; v[0].By != "An Peeters" {
		t.Errorf("before: %+v", v)
	}
}
