package screen

import (
	"cmp"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard/form"
)

// What is chosen of a document, and how its file is called: the same on the screens and line by line.

// Document is what a person chose of a document, until the program ends.
type Document struct {
	report.Options          // what it is about, how people are called, which sections, whose words, which logo
	Formats        []string // in which forms it is written
	LogoFile       string   // where the logo was read
	Folder         string   // where it is written, and other files too
}

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
func NewDocument(formats []string, folder string) Document {
	d := Document{Formats: formats[:min(1, len(formats))], Folder: folder}
	d.Names, d.Sections = report.NamesAsRoles, extents[usualExtent].sections
	return d
}

// DocumentChoice is something that is chosen of a document, from a few values.
type DocumentChoice struct {
	ID, Label, Help, Value string
	Options                []form.Option
	With                   func(value string) Document // the document with another value
}

// Said is the present value in words.
func (c DocumentChoice) Said() string {
	for _, o := range c.Options {
		if o.Value == c.Value {
			return o.Label
		}
	}
	return c.Value
}

// Choices are what is chosen of a document of a plan, as far as it has that, in the order in which it is asked.
func (d Document) Choices(plan steps.Plan, texts *assets.Texts) []DocumentChoice {
	list := []DocumentChoice{d.subjectChoice(plan, texts)}
	if d.Subject != report.AboutBlank {
		list = append(list, d.namesChoice(texts))
	}
	if d.Subject == report.AboutPlan {
		list = append(list, d.extentChoice(texts))
	}
	if d.tellsNotes() {
		list = append(list, d.notesChoice(texts))
	}
	return append(list, d.languageChoice(texts))
}

// chosenFrom is a choice between words that are found by their keys, these in order.
func chosenFrom(id string, label assets.Text, value string, words map[string]assets.Text, keys []string, with func(string) Document) DocumentChoice {
	c := DocumentChoice{ID: id, Label: string(label), Value: value, With: with}
	for _, key := range keys {
		c.Options = append(c.Options, form.Option{Value: key, Label: string(words[key])})
	}
	return c
}

// subjects are what a document can be about, by who reads it: the board, the team and the group, and first what is wanted most.
var subjects = [][]report.Subject{
	{report.AboutPlan, report.ForMinutes, report.ForPolicy}, {report.ForMembers, report.ForSuccessor, report.AboutBlank}, {report.ForGroup},
}

// SubjectWord is the key of the words for a subject.
func SubjectWord(s report.Subject) string { return cmp.Or(string(s), "plan") }

// subjectChoice chooses what the document is about. A school without a group writes it no letter.
func (d Document) subjectChoice(plan steps.Plan, texts *assets.Texts) DocumentChoice {
	w := texts.Wizard.Write
	var words []string
	names := maps.Clone(w.Subjects)
	for _, s := range plan.Definitions().Sheets {
		if page, is := texts.Sheets[s.ID].Pages[string(d.Subject)]; is { // chosen at its sheet
			names[string(d.Subject)] = page.Title
			words = append(words, string(d.Subject))
		}
	}
	var begin []string
	for _, readers := range subjects {
		begin = append(begin, SubjectWord(readers[0]))
		for _, s := range readers {
			if s != report.ForGroup || d.Subject == s || plan.School.GroupKind != steps.NoGroup {
				words = append(words, SubjectWord(s))
			}
		}
	}
	c := chosenFrom("subject", w.Subject, SubjectWord(d.Subject), names, words, func(v string) Document {
		d.Subject = report.Subject(strings.TrimPrefix(v, SubjectWord(report.AboutPlan)))
		return d
	})
	for i := range c.Options {
		c.Options[i].Begins = slices.Contains(begin, c.Options[i].Value)
	}
	return c
}

func (d Document) namesChoice(texts *assets.Texts) DocumentChoice {
	w := texts.Wizard.Write
	var names []string
	for _, n := range report.NamesChoices {
		names = append(names, string(n))
	}
	c := chosenFrom("names", w.People, string(d.Names), w.Names, names, func(v string) Document {
		d.Names = report.Names(v)
		return d
	})
	c.Help = string(w.PeopleHelp)
	return c
}

func (d Document) extentChoice(texts *assets.Texts) DocumentChoice {
	w := texts.Wizard.Write
	var words []string
	for _, e := range extents {
		words = append(words, e.word)
	}
	return chosenFrom("extent", w.Extent, d.extent(), w.Extents, words, func(v string) Document {
		for _, e := range extents {
			if e.word == v {
				d.Sections = e.sections
			}
		}
		return d
	})
}

// extent is the key of how much is wanted.
func (d Document) extent() string {
	for _, e := range extents {
		if slices.Equal(e.sections, d.Sections) {
			return e.word
		}
	}
	return ""
}

// notesChoice lets the notes and evidence be told too.
func (d Document) notesChoice(texts *assets.Texts) DocumentChoice {
	w, value := texts.Wizard.Write, "without"
	if d.Notes {
		value = "with"
	}
	c := chosenFrom("notes", w.Notes, value, w.NotesChoices, []string{"without", "with"}, func(v string) Document {
		d.Notes = v == "with"
		return d
	})
	if d.Subject == report.AboutPlan {
		c.Help = string(w.NotesHelp)
	}
	return c
}

// tellsNotes says whether notes can be told in a document.
func (d Document) tellsNotes() bool { return slices.Contains(report.SubjectsWithNotes, d.Subject) }

func (d Document) languageChoice(texts *assets.Texts) DocumentChoice {
	spoken := texts.Language
	if d.Texts != nil {
		spoken = d.Texts.Language
	}
	c := DocumentChoice{ID: "language", Label: string(texts.Wizard.Write.Language), Value: string(spoken)}
	for _, language := range assets.Languages {
		c.Options = append(c.Options, form.Option{Value: string(language), Label: string(texts.Wizard.Write.Languages[language])})
	}
	c.With = func(v string) Document {
		d.Texts = assets.Load(assets.Language(v))
		return d
	}
	return c
}

// Warning says what to mind before the document is given away; empty where it says nothing of anybody.
func (d Document) Warning(texts *assets.Texts) string {
	switch d.Subject {
	case report.AboutBlank:
		return ""
	case report.ForMembers:
		return string(texts.Wizard.Write.Warnings[string(d.Subject)])
	}
	return string(texts.Wizard.Write.Warnings[string(d.Names)])
}

// slides are the format that has only the first page of a summary.
const slides = "pptx"

// File is the document in a format; documents are the formats that people read. Files of data and slides are about the plan.
// It is named after the school, the round, and what is unusual of it.
func (d Document) File(format string, documents []string, plan steps.Plan, texts *assets.Texts) File {
	read := slices.Contains(documents, format)
	if format == slides || !read {
		d.Subject = report.AboutPlan
	}
	name := steps.Slug(plan.School.Name)
	if name == "" {
		name = "stappenplan"
	}
	if len(name) > steps.MaxID {
		name = strings.Trim(name[:steps.MaxID], "-")
	}
	w := texts.Wizard.Write
	name += "-" + string(w.Round) + "-" + strconv.Itoa(plan.Round.Number)
	if read {
		for _, key := range d.unusual(format, texts.Language) {
			name += "-" + string(cmp.Or(w.Suffix[key], assets.Text(key)))
		}
	}
	if format == slides {
		d.Sections = extents[0].sections
	}
	return File{Format: format, Path: filepath.Join(d.Folder, name+"."+format), Document: d}
}

// unusual says what makes a document another than the usual one, so that the two have names of their own.
func (d Document) unusual(format string, spoken assets.Language) (keys []string) {
	switch {
	case d.Subject != report.AboutPlan:
		keys = append(keys, string(d.Subject))
	case format != slides && d.extent() != extents[usualExtent].word: // slides have no other extent to be told from
		keys = append(keys, d.extent())
	}
	if d.Subject != report.AboutBlank && d.Names != report.NamesAsRoles {
		keys = append(keys, string(d.Names))
	}
	if d.Notes && d.tellsNotes() {
		keys = append(keys, "notes")
	}
	if d.Texts != nil && d.Texts.Language != spoken {
		keys = append(keys, string(d.Texts.Language))
	}
	return keys
}
