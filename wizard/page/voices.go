package page

import (
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// voicesField leads to where a step is answered apart first, and tells how many did.
func voicesField(f screen.Frame, id steps.StepID) field {
	fd := muted(actionField("voices", string(f.Texts.Voices.Row), screen.Show(screen.Place{Kind: screen.Voices, ID: string(id)})))
	if n := len(f.Plan.Voices[id]); n > 0 {
		fd.Value = "  " + f.Look.Muted.On(f.Texts.Voices.Count.For(n))
	}
	return fd
}

// voicesPage is a step that each answers apart. What was answered is seen once more than one did; then it says
// whether they agree, and takes the answer of the school.
func voicesPage(f screen.Frame, id steps.StepID) sheet {
	w, list, add := f.Texts.Voices, f.Plan.Voices[id], f.Texts.Voices.Add
	text := w.Text
	if id == steps.Evaluation {
		text = w.TextInWords
	}
	fields := []field{
		heading(f, f.Texts.Plan.Steps[id].Rail.Fill(), string(w.Title)),
		gap(), asking(f, f.Texts.Question(id, f.Plan)), gap(),
	}
	if len(list) > 0 {
		add = w.AddMore
	}
	more := actionField("add", string(add), screen.Show(screen.Place{Kind: screen.NewVoice, ID: string(id)}))
	if f.Plan.VoicesShown(id) {
		fields = append(append(fields, voiceRows(f, id)...), gap())
		fields = append(append(fields, together(f, id)...), gap(), more)
		return sheet{Fields: append(fields, actionField("done", string(f.Texts.Wizard.Ready), screen.Back(1)))}
	}
	fields = append(fields, paragraph(f, f.Look.Muted, string(text)), gap())
	for _, v := range list {
		fields = append(fields, paragraph(f, f.Look.Good, "✓ "+f.Texts.VoiceGiven(v, f.Session.Clock().Location())), paragraph(f, f.Look.Muted, string(w.Hidden)))
	}
	if len(list) == 0 {
		fields = append(fields, paragraph(f, f.Look.Muted, string(w.Nobody)))
	}
	return sheet{Fields: append(fields, gap(), more, actionField("done", string(f.Texts.Wizard.Ready), screen.Back(1)))}
}

// voiceRows are what everyone answered, each with why.
func voiceRows(f screen.Frame, id steps.StepID) (fields []field) {
	for _, v := range f.Plan.Voices[id] {
		fd := actionField("voice:"+v.By, screen.Fit(screen.OneLine(v.By), 24), screen.Show(screen.VoiceOf(id, v.By)))
		if id != steps.Evaluation {
			fd.Value = " " + f.Look.Strong.On(f.Texts.Voice(v))
		}
		fields = append(fields, fd)
		if v.Note != "" {
			fields = append(fields, read(screen.Beside("    ", screen.Wrap(v.Note, f.Width-4))...))
		}
	}
	return fields
}

// together says whether they agree or what to talk about, and keeps the answer of the school in one key, the likeliest first.
func together(f screen.Frame, id steps.StepID) []field {
	w := f.Texts.Voices
	ink := f.Look.Warn
	if _, agree := f.Plan.VoicesAgree(id); agree {
		ink = f.Look.Good
	}
	fields := []field{paragraph(f, ink, f.Texts.VoicesTogether(id, f.Plan))}
	if id == steps.Evaluation {
		return append(fields, gap(), actionField("evaluation", string(w.ToEvaluation), screen.Back(1)))
	}
	if now := f.Plan.Answers[id].Choice; now != "" {
		fields = append(fields, paragraph(f, f.Look.Muted, w.Now.Fill("answer", f.Texts.Value("choice", string(now)))))
	}
	fields = append(fields, gap())
	for _, choice := range f.Plan.AfterVoices(id) {
		fields = append(fields, actionField(schoolAnswer(choice), w.School.Fill("answer", f.Texts.Value("choice", string(choice))), screen.Record{
			Changes: []steps.Change{{Kind: steps.ChangeAnswer, Step: id, Choice: steps.Set(choice)}},
			Then:    screen.Replace(screen.Place{Kind: screen.Follows, ID: string(id)}),
		}))
	}
	return fields
}

// schoolAnswer is the field that makes a choice the answer of the school.
func schoolAnswer(choice steps.Choice) string { return "school:" + string(choice) }

// newVoicePage asks who answers; the rest is asked on a screen of their own.
func newVoicePage(f screen.Frame, id steps.StepID) sheet {
	w := f.Texts.Voices
	name := field{Field: form.Field{ID: "voice", Kind: form.Line, Label: f.Texts.Field("name"), Hint: string(f.Texts.Wizard.YourNameHint), ReadOnly: f.ReadOnly()}}
	name.Save = func(typed string) (screen.Effect, string) {
		by, err := question.VoiceOf(id, typed, f.Plan)
		if err != nil {
			return nil, f.Texts.Error(err)
		}
		return screen.Replace(screen.VoiceOf(id, by)), ""
	}
	return sheet{Title: string(w.Who), Fields: []field{paragraph(f, f.Look.Muted, string(w.WhoText)), gap(), name}}
}

// voicePage is what one person answers at a step. What was opened comes back once answers can be shown.
func voicePage(f screen.Frame, p screen.Place, opened steps.Voice) sheet {
	id, by := p.Voice()
	w := f.Texts.Voices
	voice, answered := f.Plan.Voice(id, by)
	fields := []field{
		heading(f, f.Texts.Plan.Steps[id].Rail.Fill(), w.Card.Fill("name", screen.OneLine(by))),
		paragraph(f, f.Look.Strong, f.Texts.Question(id, f.Plan)), gap(),
	}
	again := screen.Navigate{Leave: 2, Open: screen.Place{Kind: screen.Voices, ID: string(id)}} // begins with what is agreed now
	if step, _ := steps.Find(id); step.Asked {
		fields = append(fields, labelledList(f, string(f.Texts.Wizard.YesMeans), f.Texts.Signs(id, f.Plan)), gap())
	}
	fields = append(append(fields, askedOf(f, question.Voice(id, f.Plan.VoiceToShow(id, opened), f.Plan, f.Texts))...), gap(), actionField("done", string(w.Ready), again))
	if answered {
		remove := screen.Record{Changes: []steps.Change{voice.TakenBack(id)}, Then: screen.Back(2)}
		fields = append(fields, muted(actionField(screen.RemoveRow, string(w.Remove), screen.Ask{
			Question: w.RemoveAsk.Fill("name", by), Yes: f.Texts.Wizard.RemoveYes, Effect: remove,
		})))
	}
	return sheet{Fields: fields}
}
