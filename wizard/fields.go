package wizard

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
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
		hours, ok := parseHours(v, most)
		if !ok {
			return nil, f.texts.Wizard.BadHours.Fill("most", f.texts.Number(most))
		}
		return record{changes: []steps.Change{change(hours)}, typed: true}, ""
	}
	return fd
}

// parseHours reads hours as people type them: with a comma or a point, or as 4u30; an empty text takes them away.
func parseHours(text string, most steps.Decimal) (steps.Field[steps.Decimal], bool) {
	text = strings.ReplaceAll(strings.ToLower(strings.ReplaceAll(text, " ", "")), ",", ".")
	if text == "" {
		return steps.Clear[steps.Decimal](), true
	}
	whole, minutes, clock := strings.Cut(strings.NewReplacer("h", ":", "u", ":").Replace(text), ":")
	v, err := steps.ParseDecimal(whole)
	if m, bad := strconv.Atoi(minutes); clock && minutes != "" {
		if bad != nil || m < 0 || m > 59 || m%6 != 0 || v%steps.Whole(1) != 0 {
			return steps.Field[steps.Decimal]{}, false
		}
		v += steps.Tenths(int64(m / 6))
	}
	return steps.Set(v), err == nil && v >= 0 && v <= most && v%steps.Tenths(1) == 0
}

// dateField is the date of the next evaluation.
func dateField(id, label string, value steps.Date, f frame) field {
	fd := field{id: id, kind: oneText, label: label, hint: string(f.texts.Wizard.DateHint), replaced: true}
	if value != "" {
		fd.value = typedDate(value)
		fd.shown = f.texts.Date(value)
	}
	fd.save = func(v string) (effect, string) {
		date, ok := parseDate(v)
		if !ok {
			return nil, string(f.texts.Wizard.BadDate)
		}
		return record{changes: []steps.Change{{Kind: steps.ChangeEvaluation, NextEvaluation: date}}, typed: true}, ""
	}
	return fd
}

func typedDate(d steps.Date) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return t.Format("2/1/2006")
}

// parseDate reads a day as people type it: 15/5/2027, 15-5-27, 15.5.2027, 15 mei 2027, 15 mrt 2027, Mar 15, 2027
// or 2027-05-15. A month is named in any language: who has chosen one may still think in another.
func parseDate(text string) (steps.Field[steps.Date], bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" {
		return steps.Clear[steps.Date](), true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("-/., ", r) })
	for i, part := range parts {
		if month := assets.Month(part); month != 0 {
			parts[i] = strconv.Itoa(month)
			if i == 0 && len(parts) > 1 {
				parts[0], parts[1] = parts[1], parts[0] // the day comes first, as in what follows
			}
			break
		}
	}
	for _, layout := range []string{"2/1/2006", "2006/1/2", "2/1/06"} {
		if t, err := time.Parse(layout, strings.Join(parts, "/")); err == nil {
			return steps.Set(steps.DateOf(t)), true
		}
	}
	return steps.Field[steps.Date]{}, false
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

// textOf is a text for a change: an empty one is taken away.
func textOf(v string) steps.Field[string] {
	if steps.Blank(v) {
		return steps.Clear[string]()
	}
	return steps.Set(v)
}

// valueOf is what a field is set to, or nothing.
func valueOf[T any](f steps.Field[T]) T { v, _ := f.Value(); return v }

func helped(fd field, help string) field { fd.help = []string{help}; return fd }

// planField asks for one field of the plan, as what it holds wants to be asked.
func planField[O any](f frame, row *steps.FieldOf[O], now any, change steps.Change) field {
	label, give := f.texts.Field(row.Words), func(value any) steps.Change {
		with := change
		row.Give(&with, value)
		return with
	}
	text, _ := now.(string)
	switch row.Holds {
	case steps.WordValue, steps.MemberValue:
		return pickField(row.Name, label, text, row.Values, func(v string) string { return f.texts.Value(row.Words, v) },
			func(v steps.Field[string]) steps.Change { return give(orNil(v)) })
	case steps.BooleanValue:
		return yesNoField(row.Name, label, orUnknown[bool](now), f, func(v steps.Field[bool]) steps.Change { return give(orNil(v)) })
	case steps.HoursValue:
		return hoursField(row.Name, string(f.texts.Wizard.HoursAWeek), orUnknown[steps.Decimal](now), f, row.Most,
			func(v steps.Field[steps.Decimal]) steps.Change { return give(orNil(v)) })
	case steps.TextValue:
		return textField(row.Name, label, text, "", func(v string) steps.Change { return give(orNil(textOf(v))) })
	}
	return lineField(row.Name, label, text, "", func(v string) steps.Change { return give(orNil(textOf(v))) })
}

// orNil is what a field is set to, as the table of fields takes it.
func orNil[T any](f steps.Field[T]) any {
	if v, ok := f.Value(); ok {
		return v
	}
	return nil
}

// orUnknown is a value of the table of fields that may be unknown.
func orUnknown[T any](value any) *T {
	if v, ok := value.(T); ok {
		return &v
	}
	return nil
}

// required refuses an empty value.
func required(save func(string) (effect, string), problem string) func(string) (effect, string) {
	return func(v string) (effect, string) {
		if steps.Blank(v) {
			return nil, problem
		}
		return save(v)
	}
}

// noteFields are a step's note and evidence.
func noteFields(f frame, id steps.StepID) []field {
	w, a := f.texts.Wizard, f.plan.Answers[id]
	return []field{
		textField("note", string(w.Note), a.Note, string(w.NoteHint), func(v string) steps.Change {
			return steps.Change{Kind: steps.ChangeAnswer, Step: id, Note: textOf(v)}
		}),
		lineField("evidence", string(w.Evidence), a.Evidence, string(f.texts.Plan.Steps[id].Evidence), func(v string) steps.Change {
			return steps.Change{Kind: steps.ChangeAnswer, Step: id, Evidence: textOf(v)}
		}),
	}
}

// stepNotePage is the note and the evidence of a step whose own screen is a table.
func stepNotePage(id steps.StepID) func(frame) sheet {
	return func(f frame) sheet {
		fields := append(noteFields(f, id), gap(), actionField("done", string(f.texts.Wizard.Ready), back{}))
		return sheet{title: f.texts.StepName(id), fields: fields}
	}
}

// noteCommands lead to the note and the evidence from anywhere on the screen of a step.
func noteCommands(f frame) []command {
	w := f.texts.Wizard.Keys
	return []command{{key: "n", label: w.Note, edit: "note"}, {key: "b", label: w.Evidence, edit: "evidence"}}
}

// onwards goes on to a step once this one is done.
func onwards(f frame, id steps.StepID) field {
	return actionField("next", f.texts.Wizard.GoOn.Fill("n", id.Number(), "step", f.texts.Plan.Steps[id].Rail), replace{stepPlace(id)})
}

// confirmField lets a repeated step stand as it is.
func confirmField(f frame, id steps.StepID) []field {
	if !slices.Contains(f.plan.Round.Again, id) {
		return nil
	}
	return []field{
		paragraph(f, f.look.warn, string(f.texts.Wizard.AskedAgain)),
		actionField("confirm", string(f.texts.Wizard.Confirm), record{changes: []steps.Change{{Kind: steps.ChangeConfirm, Step: id}}}),
	}
}

// askPage is the question before something is taken away.
func askPage(a ask) func(frame) sheet {
	return func(f frame) sheet {
		return sheet{fields: []field{
			gap(), paragraph(f, f.look.warn, a.question), gap(),
			actionField("no", string(f.texts.Wizard.LeaveIt), back{}), actionField("yes", string(a.yes), a.wish),
		}}
	}
}
