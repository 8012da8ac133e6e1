package page

import (
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/wizard/form"
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
