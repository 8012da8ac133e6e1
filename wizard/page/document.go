package page

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
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

// NewDocument is a document of which nothing was chosen yet.
func NewDocument(formats []string) screen.Document {
	d := screen.Document{Formats: formats[:min(1, len(formats))]}
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

// documentPage asks what is written, in which forms and where, and how people are called in it.
func documentPage(f screen.Frame) form.Sheet {
	w, d := f.Texts.Wizard.Write, f.Chosen
	fields := []form.Field{chosenFrom(string(w.Subject), "subject", subjectWord(d.Subject), w.Subjects, []string{"plan", "policy-plan", "blank"}, func(v string) screen.Effect {
		d.Subject = report.Subject(strings.TrimPrefix(v, "plan"))
		return screen.Choose{Document: d}
	})}
	fields = append(fields, formFields(f)...)
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
	fields = append(fields, languageField(f), logoField(f), folderField(f))
	if d.Subject == report.AboutPlan {
		fields = append(fields, actionField("decisions", f.Texts.Wizard.Decisions.Count.For(len(decisionsOf(f))), screen.Show(screen.Place{Kind: screen.Decisions})))
	}
	var effect screen.Effect = screen.Say{Text: string(w.NoForm)}
	if len(d.Formats) > 0 {
		effect = exportOf(f, d.Formats)
	}
	fields = append(fields, actionField("preview", string(w.Preview), screen.Show(screen.Place{Kind: screen.Preview})), gap(),
		actionField("write", w.Write.For(len(d.Formats)), effect), actionField("others", string(w.Others), screen.Show(screen.Place{Kind: screen.OtherFiles})))
	if d.Subject != report.AboutBlank {
		fields = append(fields, gap(), paragraph(f, f.Look.Muted, string(w.Warnings[string(d.Names)])))
	}
	return form.Sheet{Title: string(w.Title), Labels: 10, Fields: fields, Commands: []form.Command{{Key: "w", Label: f.Texts.Wizard.Keys.Write, Effect: effect}}}
}

// chosenFrom is a choice between words that are found by their keys, these in order.
func chosenFrom(label, id, value string, words map[string]assets.Text, keys []string, keep func(string) screen.Effect) form.Field {
	fd := form.Field{ID: id, Kind: form.Choosing, Label: label, Value: value, Save: func(v string) (screen.Effect, string) { return keep(v), "" }}
	for _, key := range keys {
		fd.Options = append(fd.Options, form.Option{Value: key, Label: string(words[key])})
	}
	return fd
}

// formFields let the forms be ticked, one a row.
func formFields(f screen.Frame) (fields []form.Field) {
	w, d := f.Texts.Wizard.Write, f.Chosen
	for i, format := range f.Documents {
		fd := form.Field{ID: "form:" + format, Kind: form.Ticking, Value: "", Options: []form.Option{{Value: format, Label: string(w.Formats[format])}}}
		if i == 0 {
			fd.Label = string(w.Form)
		}
		if slices.Contains(d.Formats, format) {
			fd.Value = format
		}
		fd.Save = func(ticked string) (screen.Effect, string) {
			wanted := func(other string) bool {
				return other == format && ticked != "" || other != format && slices.Contains(d.Formats, other)
			}
			chosen := d
			chosen.Formats = nil
			for _, other := range f.Documents {
				if wanted(other) {
					chosen.Formats = append(chosen.Formats, other)
				}
			}
			return screen.Choose{Document: chosen}, ""
		}
		fields = append(fields, fd)
	}
	return fields
}

func languageField(f screen.Frame) form.Field {
	d, spoken := f.Chosen, f.Texts.Language
	if d.Texts != nil {
		spoken = d.Texts.Language
	}
	fd := form.Field{ID: "language", Kind: form.Choosing, Label: string(f.Texts.Wizard.Write.Language), Value: string(spoken)}
	for _, language := range assets.Languages {
		fd.Options = append(fd.Options, form.Option{Value: string(language), Label: string(f.Texts.Wizard.Write.Languages[language])})
	}
	fd.Save = func(v string) (screen.Effect, string) {
		d.Texts = assets.Load(assets.Language(v))
		return screen.Choose{Document: d}, ""
	}
	return fd
}

func logoField(f screen.Frame) form.Field {
	w, d := f.Texts.Wizard.Write, f.Chosen
	fd := form.Field{ID: "logo", Kind: form.OneText, Label: string(w.Logo), Value: d.LogoFile, Hint: string(w.LogoHint), EnterFirst: true, Replaced: true}
	fd.Save = func(path string) (screen.Effect, string) {
		d.LogoFile, d.Logo = unquoted(path), report.Logo{}
		if d.LogoFile == "" {
			return screen.Choose{Document: d}, ""
		}
		logo, err := f.Files.ReadLogo(d.LogoFile)
		if err != nil {
			return nil, f.Texts.Error(err)
		}
		d.Logo = logo
		return screen.Choose{Document: d}, ""
	}
	return fd
}

func folderField(f screen.Frame) form.Field {
	fd := lineSaved("folder", string(f.Texts.Wizard.Folder), f.Folder, func(v string) screen.Effect { return screen.Folder{Path: unquoted(v)} })
	fd.Replaced = true
	return fd
}

// unquoted is a path without the quotes in which it is copied.
func unquoted(path string) string { return strings.Trim(strings.TrimSpace(path), `"'`) }

// lineSaved is a line that is no part of the plan.
func lineSaved(id, label, value string, keep func(string) screen.Effect) form.Field {
	return form.Field{ID: id, Kind: form.OneText, Label: label, Value: value, EnterFirst: true, Save: func(v string) (screen.Effect, string) { return keep(v), "" }}
}
