package page

import (
	"stappenplan/planfile/importing"
	"stappenplan/wizard/screen"
)

// importPreviewPage says all that an import changes, and keeps it as one entry.
func importPreviewPage(f screen.Frame) sheet {
	w, words := f.Texts.Importing, f.Texts.Commands.Import
	made := sheet{Title: w.PreviewTitle.Fill("file", importOf(f))}
	now, err := f.Import.On(f.Plan)
	if err != nil {
		made.Fields = []field{paragraph(f, f.Look.Warn, f.Texts.Error(err))}
		return made
	}
	changes, err := now.Changes()
	var sections []importing.Section
	if err == nil {
		sections, err = importing.Preview(changes, f.Plan, f.Texts)
	}
	switch {
	case err != nil:
		made.Fields = []field{gap(), paragraph(f, f.Look.Warn, f.Texts.Error(err))}
		return made
	case len(changes) == 0:
		made.Fields = []field{gap(), paragraph(f, f.Look.Strong, string(words.Nothing)), gap(), actionField("take", string(f.Texts.Wizard.Ready), screen.Imported())}
		return made
	}
	made.Fields = []field{
		actionField("take", string(w.Take), screen.Record{Changes: changes, Then: afterImport(f), Import: true}), paragraph(f, f.Look.Muted, string(w.TakeUndo)), gap(),
	}
	if unread := now.WithoutHours(); unread != "" {
		made.Fields = append(made.Fields, paragraph(f, f.Look.Warn, unread), gap())
	}
	if now.Kind == importing.OurWorkbook && importing.Loses(changes) {
		made.Fields = append(made.Fields, paragraph(f, f.Look.Muted, string(f.Texts.Workbook.Clears)))
	}
	for _, s := range sections {
		lines := painted(f.Look.Strong, screen.Wrap(s.Title, f.Width))
		for _, line := range s.Lines {
			lines = append(lines, hung("  ", screen.OneLine(line), f.Width)...)
		}
		made.Fields = append(made.Fields, read(lines...), gap())
	}
	return made
}

// afterImport is where one goes with what was taken over: back to where that was begun, or with a list that names no school, to where the school
// is asked.
func afterImport(f screen.Frame) screen.Effect {
	done := screen.Decide{Make: func() (importing.Import, error) { return importing.Import{}, nil }, Then: screen.Imported()}
	if !f.Plan.Begun() && f.Import.Kind != importing.PlanFile {
		done.Then = screen.Both{First: screen.Home(), Second: screen.Show(screen.Place{Kind: screen.Welcome})}
	}
	return done
}
