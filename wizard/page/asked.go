package page

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// asked is a question as a field of a form. While the cursor is on it the question stands under it in full.
func asked(f screen.Frame, q question.Question) field {
	fd := field{Field: form.Field{
		ID: q.Field, Kind: form.Line, Label: q.Label, Value: q.Value, Shown: q.Shown, Hint: q.Hint, Help: []string{q.Text}, ReadOnly: f.ReadOnly(),
	}}
	if q.About.Row != "" && q.Text == q.Label {
		fd.Help = nil
	}
	if (q.About.Member != "" || q.About.Agreement != "" || q.About.Row != "") && q.Kind != question.Abilities { // which are ticked here
		fd.Help = append(fd.Help, q.Help...)
	}
	if q.Before != "" && q.Field != "choice" { // that of a check stands above it
		fd.Help = append(fd.Help, f.Texts.Wizard.LastRound["answer"].Fill("answer", q.Before))
	}
	switch q.Kind {
	case question.Text:
		fd.Kind = form.Text
	case question.Choice:
		fd.Kind, fd.Shown = form.Choice, ""
		for _, o := range q.Options {
			fd.Options = append(fd.Options, form.Option{Value: o.Value, Label: assets.Capital(o.Label)})
		}
		if q.Clears() {
			fd.Options = append(fd.Options, form.Option{Label: string(f.Texts.Wizard.EmptyChoice)})
		}
		withLetters(fd.Options, f)
	case question.Steps:
		fd.Kind, fd.Shown, fd.Value = form.Ticks, "", strings.ReplaceAll(q.Value, " ", ",")
		for i, o := range q.Options {
			fd.Options = append(fd.Options, form.Option{Value: strconv.Itoa(i + 1), Label: o.Label})
		}
	case question.Abilities, question.Several:
		fd.Kind, fd.Value = form.Ticks, strings.Join(q.Ticked, ",")
		for _, o := range q.Options {
			fd.Options = append(fd.Options, form.Option{Value: o.Value, Label: screen.OneLine(o.Label)})
		}
	case question.Hours, question.Date:
		fd.Selected = true
	}
	fd.Save = func(typed string) (screen.Effect, string) {
		if q.Kind == question.Abilities {
			typed = strings.ReplaceAll(typed, ",", ";")
		}
		changes, err := q.Answer(typed, f.Today)
		if err != nil {
			return nil, f.Texts.Error(err)
		}
		return screen.Record{Changes: changes, Typed: q.Kind != question.Choice}, ""
	}
	return fd
}

// withLetters gives the answers yes, no and to be discussed the letters that choose them, where they are called that and there
// are no others.
func withLetters(options []form.Option, f screen.Frame) {
	letters := f.Texts.Plain.Letters["choice"]
	if slices.ContainsFunc(options, func(o form.Option) bool {
		return o.Value != "" && (letters[o.Value] == "" || o.Label != assets.Capital(f.Texts.Value("choice", o.Value)))
	}) {
		return
	}
	for i := range options {
		options[i].Letter = string(letters[options[i].Value])
	}
}

// askedOf are questions as fields: those about the given fields of the plan, or all where none is given.
func askedOf(f screen.Frame, list []question.Question, only ...string) (fields []field) {
	for _, q := range list {
		if len(only) == 0 || slices.Contains(only, q.Field) {
			fields = append(fields, asked(f, q))
		}
	}
	return fields
}

// unasked is a field whose question stands above it already.
func unasked(fd field, help ...string) field { fd.Help = help; return fd }
