package page

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

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
	var fields []field
	for _, choice := range d.Choices(f.Plan, f.Texts) {
		fields = append(fields, documentField(choice))
		switch {
		case choice.ID == "subject":
			fields = append(fields, formatsField(f))
		case choice.ID == "notes" && d.Notes:
			fields = append(fields, cautions(f, f.Files.Preview(f.Session, d))...)
		}
	}
	fields = append(fields, logoField(f), folderField(f))
	if d.Subject == report.AboutPlan {
		fields = append(fields, actionField("decisions", decisionsAsked(f, f.Plan.BoardDecisions(f.Today)), screen.Show(screen.Place{Kind: screen.Decisions})))
	}
	var effect screen.Effect = screen.Say{Text: string(w.NoForm)}
	if len(d.Formats) > 0 {
		effect = exportOf(f, d.Formats)
	}
	fields = append(fields, actionField("preview", string(w.Preview), screen.Show(screen.Place{Kind: screen.Preview})))
	if warning := d.Warning(f.Texts); warning != "" { // read before the file is made
		fields = append(fields, paragraph(f, f.Look.Muted, warning))
	} else {
		fields = append(fields, gap())
	}
	fields = append(fields, actionField("write", w.Write.For(len(d.Formats)), effect), actionField("others", string(w.Others), screen.Show(screen.Place{Kind: screen.OtherFiles})))
	return sheet{Title: string(w.Title), Labels: 10, Fields: fields}
}

// documentField is a choice of a document.
func documentField(c screen.DocumentChoice) field {
	fd := field{Field: form.Field{ID: c.ID, Kind: form.Choice, Label: c.Label, Value: c.Value, Options: c.Options}}
	if c.Help != "" {
		fd.Help = []string{c.Help}
	}
	fd.Save = func(v string) (screen.Effect, string) { return screen.Choose{Document: c.With(v)}, "" }
	return fd
}

// cautions warn of what to mind before a document is written.
func cautions(f screen.Frame, s report.Summary) (fields []field) {
	for _, line := range s.Caution(f.Texts) {
		fields = append(fields, paragraph(f, f.Look.Warn, "! "+line))
	}
	return fields
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
