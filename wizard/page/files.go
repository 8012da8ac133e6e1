package page

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
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
		effect.Files = append(effect.Files, screen.File{Format: format, Path: pathFor(f, format), Document: documentIn(f, format)})
	}
	return effect
}

// slides are the format that has only the first page of a summary.
const slides = "pptx"

// documentIn is what was chosen of a document, as far as a format has it: files of data and slides are about the plan.
func documentIn(f screen.Frame, format string) screen.Document {
	document := f.Chosen
	if format == slides || !slices.Contains(f.Documents, format) {
		document.Subject = report.AboutPlan
	}
	if format == slides {
		document.Sections = []string{string(report.Brief)}
	}
	return document
}

// pathFor is where a file of a format is written: named after the school and the round, in the folder for files.
func pathFor(f screen.Frame, format string) string {
	name := steps.Slug(f.Plan.School.Name)
	if name == "" {
		name = "stappenplan"
	}
	if len(name) > steps.MaxID {
		name = strings.Trim(name[:steps.MaxID], "-")
	}
	w := f.Texts.Wizard.Write
	name += "-" + string(w.Round) + "-" + strconv.Itoa(f.Plan.Round.Number)
	if slices.Contains(f.Documents, format) {
		document := documentIn(f, format)
		if format == slides {
			document.Sections = extents[usualExtent].sections // they have no other extent to be told from
		}
		for _, key := range unusual(document, f.Texts.Language) {
			name += "-" + string(cmp.Or(w.Suffix[key], assets.Text(key)))
		}
	}
	return filepath.Join(f.Chosen.Folder, name+"."+format)
}

// unusual says what makes a document another than the usual one, so that the two have names of their own.
func unusual(d screen.Document, spoken assets.Language) (keys []string) {
	switch {
	case d.Subject != report.AboutPlan:
		keys = append(keys, string(d.Subject))
	case extentOf(d) != extents[usualExtent].word:
		keys = append(keys, extentOf(d))
	}
	if d.Subject != report.AboutBlank && d.Names != report.NamesAsRoles {
		keys = append(keys, string(d.Names))
	}
	if d.Notes && tellsNotes(d) {
		keys = append(keys, "notes")
	}
	if d.Texts != nil && d.Texts.Language != spoken {
		keys = append(keys, string(d.Texts.Language))
	}
	return keys
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
