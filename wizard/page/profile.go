package page

import (
	"stappenplan/assets"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// authorField says who is answering: it stands in the journal beside each answer.
func authorField(f screen.Frame) field {
	return field{
		Field: form.Field{ID: "author", Kind: form.Line, Label: string(f.Texts.Wizard.YourName), Value: f.Session.Author(), Hint: string(f.Texts.Wizard.YourNameHint), ReadOnly: f.ReadOnly()},
		Save:  func(v string) (screen.Effect, string) { return screen.Signed{Author: v}, "" },
	}
}

// languageFields are rows with which everything is shown in another language, each in that language too.
func languageFields(f screen.Frame) (fields []field) {
	for _, language := range assets.Languages {
		if language != f.Texts.Language {
			fields = append(fields, muted(actionField("language:"+string(language), f.Texts.Wizard.InLanguage.Fill("language", f.Texts.Wizard.Languages[string(language)]), screen.Speak{Language: language})))
		}
	}
	return fields
}

// profilePage is the school's profile and who is answering.
func profilePage(f screen.Frame) sheet {
	w := f.Texts.Wizard
	fields := []field{paragraph(f, f.Look.Muted, string(w.ProfileText)), gap(), authorField(f)}
	return sheet{Title: string(w.ProfileTitle), Labels: 16, Fields: append(fields,
		append(profileFields(f, "school", "school_level", "group_kind", "group", "pupils", "hours"),
			append([]field{actionField("means", string(w.ToMeans), screen.Show(screen.Place{Kind: screen.MeansList})), gap()}, append(profileFields(f, "archived"), languageFields(f)...)...)...)...)}
}

// profileFields are these fields of the school's profile, in their usual order.
func profileFields(f screen.Frame, names ...string) []field {
	return askedOf(f, question.Profile(f.Plan, f.Texts), names...)
}
