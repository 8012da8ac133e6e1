package page

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/planfile/importing"
	"stappenplan/planfile/lists"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// A file that comes into the plan: which it is, and what its columns are.

// importFilePage asks which file comes into the plan.
func importFilePage(f screen.Frame) sheet {
	w := f.Texts.Importing
	path := field{Field: form.Field{
		ID: "file", Kind: form.Line, Label: string(w.File), Hint: string(w.FileHint), ReadOnly: f.ReadOnly(),
	}}
	path.Save = func(typed string) (screen.Effect, string) {
		return screen.ReadImport{Path: f.Files.Path(typed), Field: path.ID, Typed: typed}, ""
	}
	fields := []field{gap(), paragraph(f, f.Look.Strong, string(w.What)), gap(), path, gap(), paragraph(f, f.Look.Muted, string(w.Later))}
	if f.Import.Name != "" {
		fields = append(fields, gap(), actionField("resume", w.Resume.Fill("file", importOf(f)), screen.Show(screen.FirstOf(f.Import))))
	}
	return sheet{Title: string(w.Title), Fields: fields}
}

// importOf is the file of an import as its pages call it.
func importOf(f screen.Frame) string { return screen.OneLine(filepath.Base(f.Import.Name)) }

// importColumnsPage says which sheets and columns were read and as what, what of the list is taken over only by consent, and what was
// left out.
func importColumnsPage(f screen.Frame) sheet {
	i, w := f.Import, f.Texts.Importing
	fields := []field{paragraph(f, f.Look.Strong, strings.Join(i.Sheets(), " ")+" "+w.Rows.For(len(i.List.Rows))),
		actionField("next", string(w.ToTasks), screen.Show(screen.Place{Kind: screen.ImportTasks}))}
	if !i.Known() {
		fields = []field{paragraph(f, f.Look.Strong, strings.Join(i.Sheets(), " ")), paragraph(f, f.Look.Warn, string(w.Unknown+" "+w.UnknownKeys))}
	}
	fields = append(fields, gap(), columnHeads(f))
	for _, c := range i.Columns() {
		fields = append(fields, columnRow(f, c))
	}
	if offers := i.Offers(); len(offers) > 0 {
		fields = append(fields, gap(), paragraph(f, f.Look.Muted, string(w.OffersTitle)))
		for _, o := range offers {
			label := w.Offers[string(o.Kind)].For(len(o.Lines), "horizon", f.Texts.Value("horizon", "short"))
			agreed := i.Agreed(o.Kind)
			fields = append(fields, tick("offer:"+string(o.Kind), label, agreed, func() (importing.Import, error) { return i.Agree(o.Kind, !agreed) }))
		}
	}
	if left := leftOut(f); len(left) > 0 {
		fields = append(append(fields, gap(), paragraph(f, f.Look.Muted, string(w.LeftTitle))), left...)
	}
	return sheet{Title: w.ColumnsTitle.Fill("file", importOf(f)), Fields: fields}
}

// tick is something of an import that Enter takes in, or no longer.
func tick(id, label string, on bool, made func() (importing.Import, error)) field {
	sign := "[ ] "
	if on {
		sign = "[x] "
	}
	return actionField(id, sign+label, screen.Decide{Make: made})
}

// columnWidths are those of the letter and heading, the samples and what a column is taken for, with the blank behind each: the samples have what
// the others leave of the room.
func columnWidths(f screen.Frame) (heading, samples, taken int) {
	h := f.Texts.Importing.Heads
	heading, taken, evidence := ansi.StringWidth(string(h.Column)), ansi.StringWidth(string(h.Field)), ansi.StringWidth(string(h.Evidence))
	for _, c := range f.Import.Columns() {
		heading = max(heading, ansi.StringWidth(headingOf(f, c)))
		taken = max(taken, ansi.StringWidth(shortField(f, c)))
		evidence = max(evidence, ansi.StringWidth(f.Import.Evidence(c))+ansi.StringWidth("✓ "))
	}
	room := f.Width - 2 - f.PlaceRoom()
	heading = min(heading+1, room*2/5)
	return heading, max(8, room-heading-taken-1-evidence), taken + 1
}

// headingOf is the letter of a column and its heading.
func headingOf(f screen.Frame, c lists.Column) string {
	return c.Letter + "  " + screen.OneLine(f.Import.Heading(c))
}

func columnHeads(f screen.Frame) field {
	h := f.Texts.Importing.Heads
	heading, samples, taken := columnWidths(f)
	return read(f.Look.Muted.On("  " + screen.Fit(string(h.Column), heading) + screen.Fit(string(h.Samples), samples) + screen.Fit(string(h.Field), taken) + string(h.Evidence)))
}

// columnRow is a column with what it is taken for; Enter says otherwise.
func columnRow(f screen.Frame, c lists.Column) field {
	heading, samples, taken := columnWidths(f)
	label := screen.Fit(headingOf(f, c), heading-1) + " " + screen.Fit(screen.OneLine(strings.Join(c.Samples, " · ")), samples-1) + " "
	row := actionField("column:"+c.Letter, label, screen.Show(screen.Place{Kind: screen.ImportColumn, ID: c.Letter}))
	sign, paint := "✓ ", f.Look.Good
	switch {
	case c.Field == lists.Note || c.Field == lists.Aside:
		sign, paint = "· ", f.Look.Muted
	case c.Evidence < lists.Exact:
		sign, paint = "? ", f.Look.Warn
	}
	row.Value = screen.Fit(shortField(f, c), taken-1) + " " + paint.On(sign+f.Import.Evidence(c))
	return row
}

// shortField is what a column is taken for, in a word or two.
func shortField(f screen.Frame, c lists.Column) string {
	return string(f.Texts.Importing.Short[strings.TrimSuffix(string(c.Field)+" "+string(c.Unit), " ")])
}

// leftOut are the things that were left out: those that Enter takes in, and those that are only told.
func leftOut(f screen.Frame) (fields []field) {
	i, w := f.Import, f.Texts.Importing
	taken := slices.DeleteFunc(slices.Clone(lists.Optional), func(part lists.Part) bool { return !i.Choices.With[part] })
	for _, part := range taken {
		fields = append(fields, takePart(f, part, string(w.Parts[string(part)]), false))
	}
	if len(i.Choices.Sheets) > 1 {
		for _, sheet := range i.Choices.Sheets {
			fields = append(fields, takeSheet(f, sheet, false))
		}
	}
	for _, o := range i.List.LeftOut {
		switch {
		case slices.Contains(lists.Optional, o.Part):
			fields = append(fields, takePart(f, o.Part, i.LeftOut(o), true))
		case o.Part == lists.HiddenSheets || o.Part == lists.OtherSheets:
			fields = append(fields, read(painted(f.Look.Muted, hung("    ", i.LeftOut(o), f.Width))...))
			for _, sheet := range o.Names {
				fields = append(fields, takeSheet(f, sheet, true))
			}
		case o.Part == lists.HiddenColumns:
			for _, name := range o.Names {
				letter, _, _ := strings.Cut(name, " ")
				fields = append(fields, actionField("hidden:"+letter, "[ ] "+i.LeftOut(lists.LeftOut{Part: o.Part, Names: []string{name}}),
					screen.Show(screen.Place{Kind: screen.ImportColumn, ID: letter})))
			}
		default:
			fields = append(fields, read(painted(f.Look.Muted, hung("    ", i.LeftOut(o), f.Width))...))
		}
	}
	return fields
}

func takePart(f screen.Frame, part lists.Part, label string, in bool) field {
	return tick("part:"+string(part), label, !in, func() (importing.Import, error) {
		return f.Import.Choosing(func(c *lists.Choices) { c.With[part] = in })
	})
}

func takeSheet(f screen.Frame, sheet string, in bool) field {
	return tick("sheet:"+sheet, f.Texts.Importing.Sheet.Fill("sheet", screen.OneLine(sheet)), !in, func() (importing.Import, error) {
		return f.Import.Choosing(func(c *lists.Choices) {
			if !in {
				c.Sheets = slices.DeleteFunc(c.Sheets, func(name string) bool { return name == sheet })
				return
			}
			for _, t := range f.Import.List.Tables {
				if !slices.Contains(c.Sheets, t.Sheet) {
					c.Sheets = append(c.Sheets, t.Sheet)
				}
			}
			c.Sheets = append(c.Sheets, sheet)
		})
	})
}

// meanings are what a column can be taken for, hours in each of their units.
func meanings() (all []lists.Meaning) {
	for _, field := range lists.Fields {
		all = append(all, lists.Meaning{Field: field, Weekly: field == lists.Hours})
		if field == lists.Hours {
			for _, unit := range lists.Units {
				all = append(all, lists.Meaning{Field: field, Unit: unit})
			}
		}
	}
	return all
}

// importColumnPage says what a column is taken for, and takes it for something else.
func importColumnPage(f screen.Frame, letter string) sheet {
	i, w := f.Import, f.Texts.Importing
	c := columnOf(f, letter)
	fields := []field{paragraph(f, f.Look.Muted, strings.Join(c.Samples, " · ")), paragraph(f, f.Look.Strong, string(w.ColumnWhat)), gap()}
	for _, m := range meanings() {
		label := i.Field(lists.Column{Field: m.Field})
		if m.Unit != "" {
			label = shortField(f, lists.Column{Field: m.Field, Unit: m.Unit})
		}
		sign := "○ "
		if meaningField(m) == takenFor(f, letter) {
			sign = "● "
		}
		fields = append(fields, actionField(meaningField(m), sign+assets.Capital(label), screen.Decide{
			Make: func() (importing.Import, error) {
				return i.Choosing(func(choices *lists.Choices) { choices.Columns[letter] = m })
			},
			Then: screen.Back(1),
		}))
	}
	return sheet{Title: w.ColumnTitle.Fill("letter", letter, "heading", screen.OneLine(i.Heading(c))), Fields: fields}
}

// columnOf is the column with a letter; one that was left out has nothing else.
func columnOf(f screen.Frame, letter string) lists.Column {
	columns := f.Import.Columns()
	if at := slices.IndexFunc(columns, func(c lists.Column) bool { return c.Letter == letter }); at >= 0 {
		return columns[at]
	}
	return lists.Column{Letter: letter, Field: lists.Aside}
}

func meaningField(m lists.Meaning) string { return string(m.Field) + ":" + string(m.Unit) }

// takenFor is the row of what a column is taken for now.
func takenFor(f screen.Frame, letter string) string {
	c := columnOf(f, letter)
	return meaningField(lists.Meaning{Field: cmp.Or(c.Field, lists.Note), Unit: c.Unit})
}
