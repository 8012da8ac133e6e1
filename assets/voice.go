package assets

import (
	"strings"
	"time"

	"stappenplan/steps"
)

// VoiceTexts are the words for a step that people first answer each apart, and then together.
type VoiceTexts struct {
	Row               Text   // leads there
	Count             Plural // how many answered
	Title             Text
	Text, TextInWords Text // what it is; at step 8, which has no choice
	Nobody            Text
	Answered          Text // {name} {date}
	AnsweredOnce      Text // {name}: the day is not known
	Hidden            Text // what the only answer is
	Add, AddMore      Text
	Who, WhoText      Text
	Card              Text // {name}
	Ready             Text
	NoChoice          Text
	Agree             Text // {answer}
	Differ            Text // {answers}, of Says and SaysNothing
	Says, SaysNothing Text // {name} {answer}
	InWords           Text // what is to be done with those of step 8
	School            Text // {answer}
	Now               Text // {answer}
	ToEvaluation      Text
	Remove, RemoveAsk Text // {name}

	Given, Changed, TakenBack Text   // what a change did: {number} {step} {name}
	Counted                   Plural // how many an entry changed

	Words    []Text // typed to go there
	NotHere  Text   // this step has none
	Command  Text   // what the word does
	Entering Text   // Enter goes on
	Agreeing Text   // Enter takes over what is agreed on: {answer}
	Ask      map[string]HelpTexts
}

// Voice is what somebody answered, in a word or two.
func (t *Texts) Voice(v steps.Voice) string {
	if v.Choice == "" {
		return string(t.Voices.NoChoice)
	}
	return t.Value("choice", string(v.Choice))
}

// VoiceGiven says that somebody answered, and on which day where one is, but not what.
func (t *Texts) VoiceGiven(v steps.Voice, here *time.Location) string {
	if v.At.IsZero() {
		return t.Voices.AnsweredOnce.Fill("name", v.By)
	}
	return t.Voices.Answered.Fill("name", v.By, "date", t.Date(steps.DateOf(v.At.In(here))))
}

// VoicesTogether says in one sentence whether those who answered a step agree, or else what they are to talk about.
func (t *Texts) VoicesTogether(step steps.StepID, p steps.Plan) string {
	w := t.Voices
	if choice, agree := p.VoicesAgree(step); agree {
		return w.Agree.Fill("answer", t.Value("choice", string(choice)))
	}
	if step == steps.Evaluation {
		return string(w.InWords)
	}
	var answers []string
	for _, v := range p.Voices[step] {
		said := w.Says
		if v.Choice == "" {
			said = w.SaysNothing
		}
		answers = append(answers, said.Fill("name", v.By, "answer", t.Voice(v)))
	}
	return w.Differ.Fill("answers", strings.Join(answers, ", "))
}

// voiceChange says who answered apart and never what: the others may not have answered yet.
func (t *Texts) voiceChange(c steps.Change, before steps.Plan) string {
	_, known := before.Voice(c.Step, c.Voiced())
	said := t.Voices.Changed
	switch {
	case !known:
		said = t.Voices.Given
	case takesBack(c):
		said = t.Voices.TakenBack
	}
	return said.Fill("number", c.Step.Number(), "step", t.StepName(c.Step), "name", c.Voiced())
}

// takesBack says whether nothing is left of somebody's answer.
func takesBack(c steps.Change) bool {
	_, chosen := c.Choice.Value()
	_, said := c.Note.Value()
	return c.Choice.Given() && c.Note.Given() && !chosen && !said
}
