package wizard

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// What forms are made of: lines to read, and fields that turn what is typed into a change.

func gap() field { return field{lines: []string{""}} }

// heading is a title with something at the right.
func heading(f frame, title, right string) field {
	right = ansi.Truncate(right, max(0, f.width-ansi.StringWidth(title)-2), "…")
	room := f.width - ansi.StringWidth(right)
	return field{lines: []string{f.look.accent.on(fit(title, room)) + f.look.muted.on(right)}}
}

func paragraph(f frame, p paint, text string) field {
	lines := wrap(text, f.width)
	for i := range lines {
		lines[i] = p.on(lines[i])
	}
	return field{lines: lines}
}

// labelledText is a text with its label in the column of labels.
func labelledText(f frame, label, text string) field {
	return field{lines: beside(f, label, wrap(text, f.width-usualLabels-2))}
}

// labelledList is a list with its label in the column of labels.
func labelledList(f frame, label string, items []assets.Text) field {
	var lines []string
	for _, item := range items {
		for i, l := range wrap(string(item), f.width-usualLabels-4) {
			if i == 0 {
				l = "• " + l
			} else {
				l = "  " + l
			}
			lines = append(lines, l)
		}
	}
	return field{lines: beside(f, label, lines)}
}

func beside(f frame, label string, lines []string) []string {
	for i := range lines {
		if i == 0 {
			lines[i] = "  " + f.look.muted.on(fit(label, usualLabels)) + lines[i]
		} else {
			lines[i] = strings.Repeat(" ", usualLabels+2) + lines[i]
		}
	}
	return lines
}

func actionField(id, label string, wish effect) field {
	return field{id: id, kind: action, label: label, open: wish}
}

// textField is a text of several lines, lineField one of a single line; change is what keeps it.
func textField(id, label, value, hint string, change func(string) steps.Change) field {
	return field{id: id, kind: longText, label: label, value: value, hint: hint, save: keeping(change)}
}

func lineField(id, label, value, hint string, change func(string) steps.Change) field {
	return field{id: id, kind: oneText, label: label, value: value, hint: hint, save: keeping(change)}
}

func keeping(change func(string) steps.Change) func(string) (effect, string) {
	return func(v string) (effect, string) {
		return record{changes: []steps.Change{change(v)}, typed: true}, ""
	}
}

// hoursField is a number of hours a week.
func hoursField(id, label string, value *steps.Decimal, f frame, most steps.Decimal, change func(steps.Field[steps.Decimal]) steps.Change) field {
	fd := field{id: id, kind: oneText, label: label, hint: string(f.texts.Wizard.HoursHint), replaced: true}
	if value != nil {
		fd.value = f.texts.Number(*value)
		fd.shown = f.texts.Common.Hours.Fill("n", fd.value)
	}
	fd.save = func(v string) (effect, string) {
		hours, ok := question.ParseHours(v, most)
		if !ok {
			return nil, f.texts.Wizard.BadHours.Fill("most", f.texts.Number(most))
		}
		return record{changes: []steps.Change{change(hours)}, typed: true}, ""
	}
	return fd
}

// dateField is the date of the next evaluation.
func dateField(id, label string, value steps.Date, f frame) field {
	fd := field{id: id, kind: oneText, label: label, hint: string(f.texts.Wizard.DateHint), replaced: true}
	if value != "" {
		fd.value = question.TypedDate(value)
		fd.shown = f.texts.Date(value)
	}
	fd.save = func(v string) (effect, string) {
		date, ok := question.ParseDate(v)
		if !ok {
			return nil, string(f.texts.Wizard.BadDate)
		}
		return record{changes: []steps.Change{{Kind: steps.ChangeEvaluation, NextEvaluation: date}}, typed: true}, ""
	}
	return fd
}

// pickField is one of a few values of a field of the plan, or none.
func pickField[T ~string](id, label string, value T, values []T, words func(string) string, change func(steps.Field[T]) steps.Change) field {
	fd := field{id: id, kind: choosing, label: label, value: string(value), options: []option{{"", "–"}}}
	for _, v := range values {
		fd.options = append(fd.options, option{string(v), words(string(v))})
	}
	fd.save = func(v string) (effect, string) {
		if v == "" {
			return record{changes: []steps.Change{change(steps.Clear[T]())}}, ""
		}
		return record{changes: []steps.Change{change(steps.Set(T(v)))}}, ""
	}
	return fd
}

// unknownToo lets a yes or no be unknown again.
func unknownToo(fd field, clear steps.Change) field {
	save := fd.save
	fd.options = append([]option{{"", "–"}}, fd.options...)
	fd.save = func(v string) (effect, string) {
		if v == "" {
			return record{changes: []steps.Change{clear}}, ""
		}
		return save(v)
	}
	return fd
}

// yesNoField is a yes or a no.
func yesNoField(id, label string, value *bool, f frame, change func(steps.Field[bool]) steps.Change) field {
	fd := field{id: id, kind: choosing, label: label, options: []option{
		{"yes", string(f.texts.Common.Yes)}, {"no", string(f.texts.Common.No)},
	}}
	if value != nil {
		fd.value = "no"
		if *value {
			fd.value = "yes"
		}
	}
	fd.save = func(v string) (effect, string) {
		return record{changes: []steps.Change{change(steps.Set(v == "yes"))}}, ""
	}
	return fd
}

func helped(fd field, help string) field { fd.help = []string{help}; return fd }

// required refuses an empty value.
func required(save func(string) (effect, string), problem string) func(string) (effect, string) {
	return func(v string) (effect, string) {
		if steps.Blank(v) {
			return nil, problem
		}
		return save(v)
	}
}
