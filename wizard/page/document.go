package page

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// subjectWord is the key of the words for a subject.
func subjectWord(s report.Subject) string { return cmp.Or(string(s), "plan") }

// extents are how much of a summary is wanted, by the key of the words for it.
var extents = []struct {
	word     string
	sections []string
}{
	{"brief", []string{string(report.Brief)}},
	{"detail", []string{string(report.Brief), string(report.Detail)}},
	{"all", []string{report.Everything}},
}

const usualExtent = 1

// NewDocument is a document of which nothing was chosen yet, in the usual folder.
func NewDocument(formats []string, folder string) screen.Document {
	d := screen.Document{Formats: formats[:min(1, len(formats))], Folder: folder}
	d.Names, d.Sections = report.NamesAsRoles, extents[usualExtent].sections
	return d
}

// extentOf is the key of the words for how much is wanted.
func extentOf(d screen.Document) string {
	for _, e := range extents {
		if slices.Equal(e.sections, d.Sections) {
			return e.word
		}
	}
	return ""
}

// Changed names what two documents differ in.
func Changed(before, after screen.Document, texts *assets.Texts) string {
	w := texts.Wizard.Write
	var parts []string
	for _, part := range []struct {
		name  assets.Text
		other bool
	}{
		{w.Subject, before.Subject != after.Subject}, {w.Form, !slices.Equal(before.Formats, after.Formats)}, {w.People, before.Names != after.Names},
		{w.Extent, !slices.Equal(before.Sections, after.Sections)}, {w.Notes, before.Notes != after.Notes}, {w.Language, before.Texts != after.Texts}, {w.Logo, before.LogoFile != after.LogoFile},
		{texts.Wizard.Folder, before.Folder != after.Folder},
	} {
		if part.other {
			parts = append(parts, string(part.name))
		}
	}
	return strings.Join(parts, ", ")
}

// documentPage asks what is written, in which forms and where, and how people are called in it.
func documentPage(f screen.Frame) sheet {
	w, d := f.Texts.Wizard.Write, f.Chosen
	fields := []field{subjectField(f), formatsField(f)}
	if d.Subject != report.AboutBlank {
		var names []string
		for _, n := range report.NamesChoices {
			names = append(names, string(n))
		}
		people := chosenFrom(string(w.People), "names", string(d.Names), w.Names, names, func(v string) screen.Effect {
			d.Names = report.Names(v)
			return screen.Choose{Document: d}
		})
		people.Help = []string{string(w.PeopleHelp)}
		fields = append(fields, people)
	}
	if d.Subject == report.AboutPlan {
		fields = append(fields, chosenFrom(string(w.Extent), "extent", extentOf(d), w.Extents, []string{"brief", "detail", "all"}, func(v string) screen.Effect {
			for _, e := range extents {
				if e.word == v {
					d.Sections = e.sections
				}
			}
			return screen.Choose{Document: d}
		}))
	}
	if tellsNotes(d) {
		if fields = append(fields, notesField(f)); d.Notes {
			fields = append(fields, cautions(f, f.Files.Preview(f.Session, d))...)
		}
	}
	fields = append(fields, languageField(f), logoField(f), folderField(f))
	if d.Subject == report.AboutPlan {
		fields = append(fields, actionField("decisions", decisionsAsked(f, f.Plan.BoardDecisions(f.Today)), screen.Show(screen.Place{Kind: screen.Decisions})))
	}
	var effect screen.Effect = screen.Say{Text: string(w.NoForm)}
	if len(d.Formats) > 0 {
		effect = exportOf(f, d.Formats)
	}
	fields = append(fields, actionField("preview", string(w.Preview), screen.Show(screen.Place{Kind: screen.Preview})))
	if d.Subject == report.AboutBlank {
		fields = append(fields, gap())
	} else { // read before the file is made
		fields = append(fields, paragraph(f, f.Look.Muted, string(w.Warnings[warningWord(d)])))
	}
	fields = append(fields, actionField("write", w.Write.For(len(d.Formats)), effect), actionField("others", string(w.Others), screen.Show(screen.Place{Kind: screen.OtherFiles})))
	return sheet{Title: string(w.Title), Labels: 10, Fields: fields}
}

// subjects are what a document can be about, in the order of the choice.
var subjects = []report.Subject{report.AboutPlan, report.ForPolicy, report.AboutBlank, report.ForMinutes, report.ForGroup, report.ForMembers, report.ForSuccessor}

// subjectField chooses what the document is about. A school without a group writes it no letter.
func subjectField(f screen.Frame) field {
	w, d := f.Texts.Wizard.Write, f.Chosen
	var words []string
	names := maps.Clone(w.Subjects)
	for _, s := range f.Plan.Definitions().Sheets {
		if page, is := f.Texts.Sheets[s.ID].Pages[string(d.Subject)]; is { // chosen at its sheet
			names[string(d.Subject)] = page.Title
			words = append(words, string(d.Subject))
		}
	}
	for _, s := range subjects {
		if s != report.ForGroup || d.Subject == s || f.Plan.School.GroupKind != steps.NoGroup {
			words = append(words, subjectWord(s))
		}
	}
	return chosenFrom(string(w.Subject), "subject", subjectWord(d.Subject), names, words, func(v string) screen.Effect {
		d.Subject = report.Subject(strings.TrimPrefix(v, subjectWord(report.AboutPlan)))
		return screen.Choose{Document: d}
	})
}

// warningWord is the key of what to mind before a document is given away.
func warningWord(d screen.Document) string {
	if d.Subject == report.ForMembers {
		return string(d.Subject)
	}
	return string(d.Names)
}

// tellsNotes says whether notes can be told in a document.
func tellsNotes(d screen.Document) bool { return slices.Contains(report.SubjectsWithNotes, d.Subject) }

// notesField lets the notes and evidence be told too.
func notesField(f screen.Frame) field {
	w, d := f.Texts.Wizard.Write, f.Chosen
	value := "without"
	if d.Notes {
		value = "with"
	}
	fd := chosenFrom(string(w.Notes), "notes", value, w.NotesChoices, []string{"without", "with"}, func(v string) screen.Effect {
		d.Notes = v == "with"
		return screen.Choose{Document: d}
	})
	if d.Subject == report.AboutPlan {
		fd.Help = []string{string(w.NotesHelp)}
	}
	return fd
}

// cautions warn of what to mind before a document is written.
func cautions(f screen.Frame, s report.Summary) (fields []field) {
	for _, line := range s.Caution(f.Texts) {
		fields = append(fields, paragraph(f, f.Look.Warn, "! "+line))
	}
	return fields
}

// chosenFrom is a choice between words that are found by their keys, these in order.
func chosenFrom(label, id, value string, words map[string]assets.Text, keys []string, keep func(string) screen.Effect) field {
	fd := field{Field: form.Field{ID: id, Kind: form.Choice, Label: label, Value: value}, Save: func(v string) (screen.Effect, string) { return keep(v), "" }}
	for _, key := range keys {
		fd.Options = append(fd.Options, form.Option{Value: key, Label: string(words[key])})
	}
	return fd
}

// formatsField lets the forms be ticked.
func formatsField(f screen.Frame) field {
	w, d := f.Texts.Wizard.Write, f.Chosen
	fd := field{Field: form.Field{ID: "formats", Kind: form.Ticks, Label: string(w.Form), Value: strings.Join(d.Formats, ",")}}
	for _, format := range f.Documents {
		fd.Options = append(fd.Options, form.Option{Value: format, Label: string(w.Formats[format])})
	}
	fd.Save = func(ticked string) (screen.Effect, string) {
		chosen := d
		chosen.Formats = slices.DeleteFunc(slices.Clone(f.Documents), func(format string) bool {
			return !slices.Contains(strings.Split(ticked, ","), format)
		})
		return screen.Choose{Document: chosen}, ""
	}
	return fd
}

func languageField(f screen.Frame) field {
	d, spoken := f.Chosen, f.Texts.Language
	if d.Texts != nil {
		spoken = d.Texts.Language
	}
	fd := field{Field: form.Field{ID: "language", Kind: form.Choice, Label: string(f.Texts.Wizard.Write.Language), Value: string(spoken)}}
	for _, language := range assets.Languages {
		fd.Options = append(fd.Options, form.Option{Value: string(language), Label: string(f.Texts.Wizard.Write.Languages[language])})
	}
	fd.Save = func(v string) (screen.Effect, string) {
		d.Texts = assets.Load(assets.Language(v))
		return screen.Choose{Document: d}, ""
	}
	return fd
}

func logoField(f screen.Frame) field {
	w, d := f.Texts.Wizard.Write, f.Chosen
	fd := field{Field: form.Field{ID: "logo", Kind: form.Line, Label: string(w.Logo), Value: d.LogoFile, Hint: string(w.LogoHint), Selected: true}}
	fd.Save = func(path string) (screen.Effect, string) {
		d.LogoFile, d.Logo = f.Files.Path(path), report.Logo{}
		if d.LogoFile == "" {
			return screen.Choose{Document: d}, ""
		}
		return screen.ReadLogo{Document: d, Field: fd.ID, Typed: path}, ""
	}
	return fd
}

func folderField(f screen.Frame) field {
	d := f.Chosen
	fd := lineSaved("folder", string(f.Texts.Wizard.Folder), d.Folder, func(v string) screen.Effect {
		d.Folder = f.Files.Path(v)
		return screen.Choose{Document: d}
	})
	fd.Selected = true
	return fd
}

// lineSaved is a line that is no part of the plan.
func lineSaved(id, label, value string, keep func(string) screen.Effect) field {
	return field{Field: form.Field{ID: id, Kind: form.Line, Label: label, Value: value}, Save: func(v string) (screen.Effect, string) { return keep(v), "" }}
}
