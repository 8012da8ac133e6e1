package wizard

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
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

// newDocument is a document of which nothing was chosen yet.
func newDocument(formats []string) Document {
	d := Document{Formats: formats[:min(1, len(formats))]}
	d.Names, d.Sections = report.NamesAsRoles, extents[usualExtent].sections
	return d
}

// extent is the key of the words for how much is wanted.
func (d Document) extent() string {
	for _, e := range extents {
		if slices.Equal(e.sections, d.Sections) {
			return e.word
		}
	}
	return ""
}

// documentPage asks what is written, in which forms and where, and how people are called in it.
func documentPage(f frame) sheet {
	w, d := f.texts.Wizard.Write, f.chosen
	fields := []field{chosenFrom(string(w.Subject), "subject", subjectWord(d.Subject), w.Subjects, []string{"plan", "policy-plan", "blank"}, func(v string) effect {
		d.Subject = report.Subject(strings.TrimPrefix(v, "plan"))
		return choose{d}
	})}
	fields = append(fields, formFields(f)...)
	if d.Subject != report.AboutBlank {
		var names []string
		for _, n := range report.NamesChoices {
			names = append(names, string(n))
		}
		people := chosenFrom(string(w.People), "names", string(d.Names), w.Names, names, func(v string) effect {
			d.Names = report.Names(v)
			return choose{d}
		})
		people.help = []string{string(w.PeopleHelp)}
		fields = append(fields, people)
	}
	if d.Subject == report.AboutPlan {
		fields = append(fields, chosenFrom(string(w.Extent), "extent", d.extent(), w.Extents, []string{"brief", "detail", "all"}, func(v string) effect {
			for _, e := range extents {
				if e.word == v {
					d.Sections = e.sections
				}
			}
			return choose{d}
		}))
	}
	fields = append(fields, languageField(f), logoField(f), folderField(f))
	if d.Subject == report.AboutPlan {
		fields = append(fields, actionField("decisions", f.texts.Wizard.Decisions.Count.For(len(decisionsOf(f))), show(place{kind: decisions})))
	}
	var wish effect = say{string(w.NoForm)}
	if len(d.Formats) > 0 {
		wish = f.export(d.Formats)
	}
	fields = append(fields, actionField("preview", string(w.Preview), show(place{kind: preview})), gap(),
		actionField("write", w.Write.For(len(d.Formats)), wish), actionField("others", string(w.Others), show(place{kind: otherFiles})))
	if d.Subject != report.AboutBlank {
		fields = append(fields, gap(), paragraph(f, f.look.muted, string(w.Warnings[string(d.Names)])))
	}
	return sheet{title: string(w.Title), labels: 10, fields: fields, commands: []command{{key: "w", label: f.texts.Wizard.Keys.Write, wish: wish}}}
}

// chosenFrom is a choice between words that are found by their keys, these in order.
func chosenFrom(label, id, value string, words map[string]assets.Text, keys []string, keep func(string) effect) field {
	fd := field{id: id, kind: choosing, label: label, value: value, save: func(v string) (effect, string) { return keep(v), "" }}
	for _, key := range keys {
		fd.options = append(fd.options, option{key, string(words[key])})
	}
	return fd
}

// formFields let the forms be ticked, one a row.
func formFields(f frame) (fields []field) {
	w, d := f.texts.Wizard.Write, f.chosen
	for i, format := range f.options.Documents {
		fd := field{id: "form:" + format, kind: ticking, value: "", options: []option{{format, string(w.Formats[format])}}}
		if i == 0 {
			fd.label = string(w.Form)
		}
		if slices.Contains(d.Formats, format) {
			fd.value = format
		}
		fd.save = func(ticked string) (effect, string) {
			wanted := func(other string) bool {
				return other == format && ticked != "" || other != format && slices.Contains(d.Formats, other)
			}
			chosen := d
			chosen.Formats = nil
			for _, other := range f.options.Documents {
				if wanted(other) {
					chosen.Formats = append(chosen.Formats, other)
				}
			}
			return choose{chosen}, ""
		}
		fields = append(fields, fd)
	}
	return fields
}

func languageField(f frame) field {
	d, spoken := f.chosen, f.texts.Language
	if d.Texts != nil {
		spoken = d.Texts.Language
	}
	fd := field{id: "language", kind: choosing, label: string(f.texts.Wizard.Write.Language), value: string(spoken)}
	for _, language := range assets.Languages {
		fd.options = append(fd.options, option{string(language), string(f.texts.Wizard.Write.Languages[language])})
	}
	fd.save = func(v string) (effect, string) {
		d.Texts = assets.Load(assets.Language(v))
		return choose{d}, ""
	}
	return fd
}

func logoField(f frame) field {
	w, d := f.texts.Wizard.Write, f.chosen
	fd := field{id: "logo", kind: oneText, label: string(w.Logo), value: d.LogoFile, hint: string(w.LogoHint), calm: true, replaced: true}
	fd.save = func(path string) (effect, string) {
		d.LogoFile, d.Logo = unquoted(path), report.Logo{}
		if d.LogoFile == "" {
			return choose{d}, ""
		}
		logo, err := f.options.Files.ReadLogo(d.LogoFile)
		if err != nil {
			return nil, f.texts.Error(err)
		}
		d.Logo = logo
		return choose{d}, ""
	}
	return fd
}

func folderField(f frame) field {
	fd := lineSaved("folder", string(f.texts.Wizard.Folder), f.options.Folder, func(v string) effect { return folder{unquoted(v)} })
	fd.replaced = true
	return fd
}

// unquoted is a path without the quotes in which it is copied.
func unquoted(path string) string { return strings.Trim(strings.TrimSpace(path), `"'`) }

// lineSaved is a line that is no part of the plan.
func lineSaved(id, label, value string, keep func(string) effect) field {
	return field{id: id, kind: oneText, label: label, value: value, calm: true, save: func(v string) (effect, string) { return keep(v), "" }}
}

// otherFilesPage writes what is not a document: for other programs, or to work in.
func otherFilesPage(f frame) sheet {
	w := f.texts.Wizard.Write
	fields := []field{paragraph(f, f.look.muted, string(w.OthersText)), gap()}
	for _, format := range f.options.Others {
		fields = append(fields, actionField(format, string(w.Formats[format]), f.export([]string{format})))
	}
	return sheet{title: string(w.OthersTitle), fields: append(fields, gap(), folderField(f))}
}

// export is the wish to write the plan in these formats.
func (f frame) export(formats []string) effect {
	var wish export
	for _, format := range formats {
		document := f.chosen
		if !slices.Contains(f.options.Documents, format) { // about the plan, whatever was chosen of a document
			document.Subject = report.AboutPlan
		}
		wish.files = append(wish.files, File{Format: format, Path: f.pathFor(format), Document: document})
	}
	return wish
}

// pathFor is where a file of a format is written: named after the school and the round, in the folder for files.
func (f frame) pathFor(format string) string {
	name := steps.Slug(f.plan.School.Name)
	if name == "" {
		name = "stappenplan"
	}
	if len(name) > steps.MaxID {
		name = strings.Trim(name[:steps.MaxID], "-")
	}
	w := f.texts.Wizard.Write
	name += "-" + string(w.Round) + "-" + strconv.Itoa(f.plan.Round.Number)
	if slices.Contains(f.options.Documents, format) {
		for _, key := range f.chosen.unusual(f.texts.Language) {
			name += "-" + string(cmp.Or(w.Suffix[key], assets.Text(key)))
		}
	}
	return filepath.Join(f.options.Folder, name+"."+format)
}

// unusual says what makes a document another than the usual one, so that the two have names of their own.
func (d Document) unusual(spoken assets.Language) (keys []string) {
	switch {
	case d.Subject != report.AboutPlan:
		keys = append(keys, string(d.Subject))
	case d.extent() != extents[usualExtent].word:
		keys = append(keys, d.extent())
	}
	if d.Subject != report.AboutBlank && d.Names != report.NamesAsRoles {
		keys = append(keys, string(d.Names))
	}
	if d.Texts != nil && d.Texts.Language != spoken {
		keys = append(keys, string(d.Texts.Language))
	}
	return keys
}

// writtenPage says where the files are and what is in them, and lets them be opened.
func writtenPage(f frame) sheet {
	w := f.texts.Wizard.Write
	fields := []field{gap(), paragraph(f, f.look.good, string(w.Done))}
	for _, file := range f.written {
		fields = append(fields, paragraph(f, f.look.strong, file.Path))
		if file.Contents != "" {
			fields = append(fields, paragraph(f, f.look.muted, string(w.Holds)+" "+file.Contents))
		}
		open := string(w.Open)
		if len(f.written) > 1 {
			open += " " + filepath.Base(file.Path)
		}
		fields = append(fields, actionField("open:"+file.Path, open, openFile{file.Path}), gap())
	}
	return sheet{title: string(w.Title), fields: append(fields, actionField("done", string(f.texts.Wizard.Ready), back(1)))}
}
