package page

import (
	"path/filepath"

	"stappenplan/wizard/screen"
)

// otherFilesPage writes what is not a document: for other programs, or to work in.
func otherFilesPage(f screen.Frame) sheet {
	w := f.Texts.Wizard.Write
	fields := []field{paragraph(f, f.Look.Muted, string(w.OthersText)), gap()}
	for _, format := range f.Others {
		fields = append(fields, actionField(format, string(w.Formats[format]), exportOf(f, []string{format})))
	}
	return sheet{Title: string(w.OthersTitle), Fields: append(fields, gap(), folderField(f))}
}

// exportOf writes the plan in these formats.
func exportOf(f screen.Frame, formats []string) screen.Effect {
	var effect screen.Export
	for _, format := range formats {
		effect.Files = append(effect.Files, f.Chosen.File(format, f.Documents, f.Plan, f.Texts))
	}
	return effect
}

// writtenPage says where the files are and what is in them, and lets them be opened.
func writtenPage(f screen.Frame) sheet {
	w := f.Texts.Wizard.Write
	fields := []field{gap(), paragraph(f, f.Look.Good, string(w.Done))}
	for _, file := range f.Written {
		fields = append(fields, paragraph(f, f.Look.Strong, file.Path))
		if file.Contents != "" {
			fields = append(fields, paragraph(f, f.Look.Muted, string(w.Holds)+" "+file.Contents))
		}
		open := string(w.Open)
		if len(f.Written) > 1 {
			open += " " + filepath.Base(file.Path)
		}
		fields = append(fields, actionField("open:"+file.Path, open, screen.OpenFile{Path: file.Path}), gap())
	}
	return sheet{Title: string(w.Title), Fields: append(fields, actionField("done", string(f.Texts.Wizard.Ready), screen.Back(1)))}
}
