package page

import (
	"slices"

	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// asked is a question as a field of a form. While the cursor is on it the question stands under it in full.
func asked(f screen.Frame, q question.Question) form.Field {
	fd := form.Field{
		ID: q.Field, Kind: form.OneText, Label: q.Label, Value: q.Value, Shown: q.Shown, Hint: q.Hint, Help: []string{q.Text},
	}
	if q.About.Member != "" || q.About.Agreement != "" {
		fd.Help = append(fd.Help, q.Help...)
	}
	switch q.Kind {
	case question.Text:
		fd.Kind = form.LongText
	case question.Choice:
		fd.Kind, fd.Shown = form.Choosing, ""
		if q.Clears() {
			fd.Options = []form.Option{{Value: "", Label: "–"}}
		}
		for _, o := range q.Options {
			fd.Options = append(fd.Options, form.Option{Value: o.Value, Label: o.Label})
		}
	case question.Hours, question.Date:
		fd.Replaced = true
	}
	fd.Save = func(typed string) (screen.Effect, string) {
		changes, err := q.Answer(typed)
		if err != nil {
			return nil, f.Texts.Error(err)
		}
		return screen.Record{Changes: changes, Typed: q.Kind != question.Choice}, ""
	}
	return fd
}

// askedOf are questions as fields: those about the given fields of the plan, or all where none is given.
func askedOf(f screen.Frame, list []question.Question, only ...string) (fields []form.Field) {
	for _, q := range list {
		if len(only) == 0 || slices.Contains(only, q.Field) {
			fields = append(fields, asked(f, q))
		}
	}
	return fields
}

// unasked is a field whose question stands above it already.
func unasked(fd form.Field, help ...string) form.Field { fd.Help = help; return fd }
