package page

import (
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// eraseListPage lists who and what can be erased for good, who left longest ago first.
func eraseListPage(f screen.Frame) sheet {
	w := f.Texts.Erase
	fields := []field{paragraph(f, f.Look.Muted, string(w.Hint))}
	add := func(title assets.Text, list []screen.Erasable) {
		if len(list) == 0 {
			return
		}
		fields = append(fields, gap(), heading(f, string(title), ""))
		for _, e := range list {
			row := actionField(e.What, screen.Fit(screen.OneLine(e.Name), min(erasableWidth, f.Width/2)), screen.ShowErasing{What: e.What})
			row.Value = " " + f.Look.Muted.On(e.Since)
			fields = append(fields, row)
		}
	}
	add(w.Gone, f.Erasables.Gone)
	add(w.Present, f.Erasables.Present)
	add(w.WithAnswers, f.Erasables.Sheets)
	return sheet{Title: string(w.Title), Fields: append(fields, gap(), actionField("other", string(w.SomebodyElse), screen.Show(screen.Place{Kind: screen.EraseName})))}
}

// eraseNamePage asks for the name of somebody who was never in the team, or is called otherwise.
func eraseNamePage(f screen.Frame) sheet {
	w := f.Texts.Erase
	other := field{Field: form.Field{ID: "name", Kind: form.Line}}
	other.Save = func(typed string) (screen.Effect, string) {
		if steps.Blank(typed) {
			return nil, ""
		}
		return screen.Then(screen.Back(1), screen.ShowErasing{What: steps.ErasedName + steps.CleanName(typed)}), ""
	}
	return sheet{Title: string(w.SomebodyElse), Labels: 1, Fields: []field{paragraph(f, f.Look.Muted, string(w.NameHint)), gap(), other}}
}

// erasableWidth holds most names, and leaves room for how long somebody is gone.
const erasableWidth = 23

// erasePage says what erasing something would do, and asks.
func erasePage(f screen.Frame) sheet {
	w, e := f.Texts.Erase, f.Erasing
	fields := []field{gap()}
	for _, line := range e.Says {
		paint := screen.Paint{}
		if strings.HasPrefix(line, " ") { // one of a list
			paint = f.Look.Muted
		}
		fields = append(fields, paragraph(f, paint, line))
	}
	if len(e.Alone) > 0 {
		fields = append(fields, gap(), paragraph(f, screen.Paint{}, w.Alone.For(len(e.Alone))+" "+string(w.TickAlone)), aloneField(f))
	}
	fields = append(fields, gap())
	if !e.Changes() {
		return sheet{Title: string(w.Title), Fields: append(fields, actionField("back", string(f.Texts.Wizard.Back), screen.Back(1)))}
	}
	return sheet{Title: string(w.Title), Labels: ansi.StringWidth(string(w.TickedToo)) + 2, Fields: append(fields, paragraph(f, f.Look.Warn, string(w.Never)), gap(),
		sure(screen.Ask{Yes: w.ForGood, Effect: screen.Elsewhere{Erase: &e}}, f))}
}

// aloneField lets be ticked where a part of the name goes too.
func aloneField(f screen.Frame) field {
	e, fd := f.Erasing, field{Field: form.Field{ID: "alone", Kind: form.Ticks, Label: string(f.Texts.Erase.TickedToo)}}
	var ticked []string
	for i, alone := range e.Alone {
		at := strconv.Itoa(i)
		fd.Options = append(fd.Options, form.Option{Value: at, Label: ansi.Truncate(screen.OneLine(alone.Shown), max(8, f.Width-tickWidth), "…")})
		if slices.Contains(e.In, alone.Text) {
			ticked = append(ticked, at)
		}
	}
	fd.Value = strings.Join(ticked, ",")
	fd.Save = func(ticked string) (screen.Effect, string) {
		var in []string
		for i, alone := range e.Alone {
			if slices.Contains(strings.Split(ticked, ","), strconv.Itoa(i)) {
				in = append(in, alone.Text)
			}
		}
		return screen.TickAlone{In: in}, ""
	}
	return fd
}

// tickWidth is what stands before what can be ticked.
const tickWidth = 20

// eraseField leads to erasing somebody for good.
func eraseField(f screen.Frame, id string) field {
	if !f.Kept() {
		return read()
	}
	return muted(actionField("erase", string(f.Texts.Erase.ForGood), screen.ShowErasing{What: steps.ErasedMember + id}))
}
