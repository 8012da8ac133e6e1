package plain

import (
	"slices"
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// apart begins the name of a step that each answers apart first.
const apart = "apart:"

// apartAt is the step that is answered apart at a spot, and whether one is.
func (s spot) apartAt() (steps.StepID, bool) {
	id, is := strings.CutPrefix(string(s.step), apart)
	return steps.StepID(id), is
}

// goApart goes to where the present step is answered apart.
func (c *conversation) goApart() {
	if !slices.Contains(steps.VoicedSteps, c.here.step) {
		c.say(string(c.texts.Voices.NotHere))
		return
	}
	c.jump(apart + c.here.step)
}

// voiceQueries ask who answers and what; once that can be shown, what the school answers.
func (c *conversation) voiceQueries(id steps.StepID) (list []query) {
	plan := c.session.Plan()
	if _, by, chosen := strings.Cut(c.here.question, ":"); chosen {
		opened, _ := plan.Voice(id, by)
		list = c.spokenOf(question.Voice(id, plan.VoiceToShow(id, opened), plan, c.texts))
	}
	list = append(list, c.whoAnswers(id))
	if step, _ := steps.Find(id); step.Asked && plan.VoicesShown(id) {
		list = append(list, c.schoolAnswers(step))
	}
	return list
}

// whoAnswers asks whose answer is next, and tells who answered; what they answered only once that can be shown.
func (c *conversation) whoAnswers(id steps.StepID) query {
	plan, w := c.session.Plan(), c.texts.Voices
	q := query{id: "who", about: c.name(id) + ", " + string(w.Title), text: string(w.Who), help: []string{string(w.Text), string(w.WhoText)}}
	if id == steps.Evaluation {
		q.help[0] = string(w.TextInWords)
	}
	q.lines = []string{string(w.Nobody)}
	switch voices := plan.Voices[id]; {
	case plan.VoicesShown(id):
		q.lines = nil
		for _, v := range voices {
			line := "- " + v.By
			if id != steps.Evaluation {
				line += ": " + c.texts.Voice(v)
			}
			if v.Note != "" {
				line += ". " + steps.CleanName(v.Note)
			}
			q.lines = append(q.lines, line)
		}
		q.lines = append(q.lines, c.texts.VoicesTogether(id, plan))
	case len(voices) > 0:
		q.lines = []string{c.texts.VoiceGiven(voices[0], c.session.Clock().Location()), string(w.Hidden)}
	}
	q.take = func(line string) (reply, error) {
		by, err := question.VoiceOf(id, line, plan)
		if err != nil {
			return reply{}, err
		}
		return reply{question: question.Voice(id, steps.Voice{By: by}, plan, c.texts)[0].ID}, nil
	}
	q.entering = string(w.Entering)
	return q
}

// schoolAnswers asks what the school answers; an empty line takes over what all agree on.
func (c *conversation) schoolAnswers(step steps.Step) query {
	plan := c.session.Plan()
	q := c.spoken(question.Find(question.Of(step.ID, plan, c.texts), "choice"))
	take, advised := q.take, func() []string { return c.advice(step) }
	q.take = func(line string) (reply, error) {
		r, err := take(line)
		said := r.then
		r.then = func() []string { return append(said(), advised()...) }
		return r, err
	}
	if choice, agree := plan.VoicesAgree(step.ID); agree && choice != plan.Answers[step.ID].Choice {
		over := changing(steps.Change{Kind: steps.ChangeAnswer, Step: step.ID, Choice: steps.Set(choice)})
		over.then = advised
		q.enter, q.entering = &over, c.texts.Voices.Agreeing.Fill("answer", c.texts.Value("choice", string(choice)))
	}
	return q
}
