package question

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Voice are the questions that somebody answers apart at a step: which choice, and why; at step 8 only in words. What they
// answered before is told as far as it can be shown.
func Voice(step steps.StepID, voice steps.Voice, plan steps.Plan, texts *assets.Texts) (list []Question) {
	a := asker{plan, texts}
	change := steps.Change{Kind: steps.ChangeVoice, Step: step, By: steps.Set(voice.By)}
	ask := texts.Voices.Ask
	if step != steps.Evaluation {
		choice := ofField(a, a.worded("voice", "choice", ask["choice"]), steps.Named(steps.VoiceFields, "choice"), &voice, change).named(texts.Wizard.YourAnswer)
		choice.Options = slices.DeleteFunc(choice.Options, func(o Option) bool { return !slices.Contains(plan.Choices(step), steps.Choice(o.Value)) })
		choice.Notes = []string{texts.Question(step, plan)}
		list = append(list, choice.always())
	}
	words := ask["note"]
	if step == steps.Evaluation {
		words = ask["words"]
	}
	note := ofField(a, a.worded("voice-note", "note", words), steps.Named(steps.VoiceFields, "note"), &voice, change).named(texts.Wizard.Note)
	note.Hint = string(texts.Wizard.Hints["note"])
	list = append(list, note)
	for i := range list {
		list[i].ID += ":" + voice.By
	}
	return list
}

// VoiceOf is who answers by the name that is typed: somebody of the team or who answered already as they are called
// there, else as it is typed.
func VoiceOf(step steps.StepID, typed string, plan steps.Plan) (by string, err error) {
	if steps.Blank(typed) {
		return "", assets.NewFault("name-needed")
	}
	by = strings.TrimSpace(steps.CleanName(typed))
	if id, is := steps.FindMember(plan.Members, by); is {
		m, _ := plan.Member(id)
		by = m.Name
	}
	for _, v := range plan.Voices[step] {
		if strings.EqualFold(v.By, by) {
			by = v.By
		}
	}
	return by, plan.Check(steps.Change{Kind: steps.ChangeVoice, Step: step, By: steps.Set(by)})
}
