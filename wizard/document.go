package wizard

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
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

// extentOf is the key of the words for how much is wanted.
func extentOf(d Document) string {
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
		fields = append(fields, chosenFrom(string(w.Extent), "extent", extentOf(d), w.Extents, []string{"brief", "detail", "all"}, func(v string) effect {
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
		wish = exportOf(f, d.Formats)
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
	for i, format := range f.documents {
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
			for _, other := range f.documents {
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
		logo, err := f.files.ReadLogo(d.LogoFile)
		if err != nil {
			return nil, f.texts.Error(err)
		}
		d.Logo = logo
		return choose{d}, ""
	}
	return fd
}

func folderField(f frame) field {
	fd := lineSaved("folder", string(f.texts.Wizard.Folder), f.folder, func(v string) effect { return folder{unquoted(v)} })
	fd.replaced = true
	return fd
}

// unquoted is a path without the quotes in which it is copied.
func unquoted(path string) string { return strings.Trim(strings.TrimSpace(path), `"'`) }

// lineSaved is a line that is no part of the plan.
func lineSaved(id, label, value string, keep func(string) effect) field {
	return field{id: id, kind: oneText, label: label, value: value, calm: true, save: func(v string) (effect, string) { return keep(v), "" }}
}
