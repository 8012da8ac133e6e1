package page

import (
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// What forms are made of: lines to read, and fields that turn what is typed into a change.

// read are lines that are only read.
func read(lines ...string) field { return field{Field: form.Field{Lines: lines}} }

func gap() field { return read("") }

// heading is a title with something at the right.
func heading(f screen.Frame, title, right string) field {
	right = ansi.Truncate(right, max(0, f.Width-ansi.StringWidth(title)-2), "…")
	room := f.Width - ansi.StringWidth(right)
	return read(f.Look.Accent.On(screen.Fit(title, room)) + f.Look.Muted.On(right))
}

func paragraph(f screen.Frame, p screen.Paint, text string) field {
	return read(painted(p, screen.Wrap(text, min(f.Width, screen.Readable)))...)
}

// asking is the question that a screen is about: a band over the whole width, with air around it where there is room.
func asking(f screen.Frame, text string) field {
	lines := []string{}
	for _, line := range screen.Wrap(text, min(f.Width, screen.Readable)-4) {
		lines = append(lines, "  "+f.Look.Strong.On(line))
	}
	if f.Height >= airyHeight {
		lines = append(append([]string{""}, lines...), "")
	}
	for i := range lines {
		lines[i] = f.Look.Raised.Lay(lines[i], f.Width)
	}
	return read(lines...)
}

// airyHeight is the height from which there is room for air around a question.
const airyHeight = 26

// labelled are lines with their label in the column of labels.
func labelled(f screen.Frame, label string, lines []string) field {
	return read(screen.Beside("  "+f.Look.Muted.On(screen.Fit(label, usualLabels)), lines)...)
}

func labelledText(f screen.Frame, label, text string) field {
	return labelled(f, label, screen.Wrap(text, min(f.Width, screen.Readable)-usualLabels-2))
}

func labelledList(f screen.Frame, label string, items []assets.Text) field {
	var lines []string
	for _, item := range items {
		lines = append(lines, hung("• ", string(item), f.Width-usualLabels-2)...)
	}
	return labelled(f, label, lines)
}

func actionField(id, label string, effect screen.Effect) field {
	return field{Field: form.Field{ID: id, Kind: form.Action, Label: label}, Open: effect}
}

// muted is an action that is less wanted than the others.
func muted(fd field) field { fd.Muted = true; return fd }
