package page

import (
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// What forms are made of: lines to read, and fields that turn what is typed into a change.

func gap() form.Field { return form.Field{Lines: []string{""}} }

// heading is a title with something at the right.
func heading(f screen.Frame, title, right string) form.Field {
	right = ansi.Truncate(right, max(0, f.Width-ansi.StringWidth(title)-2), "…")
	room := f.Width - ansi.StringWidth(right)
	return form.Field{Lines: []string{f.Look.Accent.On(screen.Fit(title, room)) + f.Look.Muted.On(right)}}
}

func paragraph(f screen.Frame, p screen.Paint, text string) form.Field {
	return form.Field{Lines: painted(p, screen.Wrap(text, f.Width))}
}

// labelled are lines with their label in the column of labels.
func labelled(f screen.Frame, label string, lines []string) form.Field {
	return form.Field{Lines: screen.Beside("  "+f.Look.Muted.On(screen.Fit(label, form.UsualLabels)), lines)}
}

func labelledText(f screen.Frame, label, text string) form.Field {
	return labelled(f, label, screen.Wrap(text, f.Width-form.UsualLabels-2))
}

func labelledList(f screen.Frame, label string, items []assets.Text) form.Field {
	var lines []string
	for _, item := range items {
		lines = append(lines, hung("• ", string(item), f.Width-form.UsualLabels-2)...)
	}
	return labelled(f, label, lines)
}

func actionField(id, label string, effect screen.Effect) form.Field {
	return form.Field{ID: id, Kind: form.Action, Label: label, Open: effect}
}

// textField is a text of several lines, lineField one of a single line; change is what keeps it.
func textField(id, label, value, hint string, change func(string) steps.Change) form.Field {
	return form.Field{ID: id, Kind: form.LongText, Label: label, Value: value, Hint: hint, Save: keeping(change)}
}

func lineField(id, label, value, hint string, change func(string) steps.Change) form.Field {
	return form.Field{ID: id, Kind: form.OneText, Label: label, Value: value, Hint: hint, Save: keeping(change)}
}

func keeping(change func(string) steps.Change) func(string) (screen.Effect, string) {
	return func(v string) (screen.Effect, string) {
		return screen.Record{Changes: []steps.Change{change(v)}, Typed: true}, ""
	}
}

// hoursField is a number of hours a week.
func hoursField(id, label string, value *steps.Decimal, f screen.Frame, most steps.Decimal, change func(steps.Field[steps.Decimal]) steps.Change) form.Field {
	fd := form.Field{ID: id, Kind: form.OneText, Label: label, Hint: string(f.Texts.Wizard.HoursHint), Replaced: true}
	if value != nil {
		fd.Value = f.Texts.Number(*value)
		fd.Shown = f.Texts.Common.Hours.Fill("n", fd.Value)
	}
	fd.Save = func(v string) (screen.Effect, string) {
		hours, ok := question.ParseHours(v, most)
		if !ok {
			return nil, f.Texts.Wizard.BadHours.Fill("most", f.Texts.Number(most))
		}
		return screen.Record{Changes: []steps.Change{change(hours)}, Typed: true}, ""
	}
	return fd
}

// dateField is the date of the next evaluation.
func dateField(id, label string, value steps.Date, f screen.Frame) form.Field {
	fd := form.Field{ID: id, Kind: form.OneText, Label: label, Hint: string(f.Texts.Wizard.DateHint), Replaced: true}
	if value != "" {
		fd.Value = question.TypedDate(value)
		fd.Shown = f.Texts.Date(value)
	}
	fd.Save = func(v string) (screen.Effect, string) {
		date, ok := question.ParseDate(v)
		if !ok {
			return nil, string(f.Texts.Wizard.BadDate)
		}
		return screen.Record{Changes: []steps.Change{{Kind: steps.ChangeEvaluation, NextEvaluation: date}}, Typed: true}, ""
	}
	return fd
}

// pickField is one of a few values of a field of the plan, or none.
func pickField[T ~string](id, label string, value T, values []T, words func(string) string, change func(steps.Field[T]) steps.Change) form.Field {
	fd := form.Field{ID: id, Kind: form.Choosing, Label: label, Value: string(value), Options: []form.Option{{Value: "", Label: "–"}}}
	for _, v := range values {
		fd.Options = append(fd.Options, form.Option{Value: string(v), Label: words(string(v))})
	}
	fd.Save = func(v string) (screen.Effect, string) {
		if v == "" {
			return screen.Record{Changes: []steps.Change{change(steps.Clear[T]())}}, ""
		}
		return screen.Record{Changes: []steps.Change{change(steps.Set(T(v)))}}, ""
	}
	return fd
}

// unknownToo lets a yes or no be unknown again.
func unknownToo(fd form.Field, clear steps.Change) form.Field {
	save := fd.Save
	fd.Options = append([]form.Option{{Value: "", Label: "–"}}, fd.Options...)
	fd.Save = func(v string) (screen.Effect, string) {
		if v == "" {
			return screen.Record{Changes: []steps.Change{clear}}, ""
		}
		return save(v)
	}
	return fd
}

// yesNoField is a yes or a no.
func yesNoField(id, label string, value *bool, f screen.Frame, change func(steps.Field[bool]) steps.Change) form.Field {
	fd := form.Field{ID: id, Kind: form.Choosing, Label: label, Options: []form.Option{
		{Value: "yes", Label: string(f.Texts.Common.Yes)}, {Value: "no", Label: string(f.Texts.Common.No)},
	}}
	if value != nil {
		fd.Value = "no"
		if *value {
			fd.Value = "yes"
		}
	}
	fd.Save = func(v string) (screen.Effect, string) {
		return screen.Record{Changes: []steps.Change{change(steps.Set(v == "yes"))}}, ""
	}
	return fd
}

func helped(fd form.Field, help string) form.Field { fd.Help = []string{help}; return fd }

// required refuses an empty value.
func required(save func(string) (screen.Effect, string), problem string) func(string) (screen.Effect, string) {
	return func(v string) (screen.Effect, string) {
		if steps.Blank(v) {
			return nil, problem
		}
		return save(v)
	}
}

// valuesOf are the words for the values of a field of the plan.
func valuesOf(f screen.Frame, field string) func(string) string {
	return func(v string) string { return f.Texts.Value(field, v) }
}
