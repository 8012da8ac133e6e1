package page

import (
	"stappenplan/assets"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// sealPage says what encrypting the file, decrypting it or changing its passphrase would do, has a passphrase chosen where it needs one, and asks.
func sealPage(f screen.Frame) sheet {
	w, s := f.Texts.Encryption, f.Sealing
	fields := []field{gap()}
	for _, line := range s.Says {
		fields = append(fields, paragraph(f, screen.Paint{}, line))
	}
	fields = append(fields, gap())
	title := string(w.Titles[string(s.What)])
	if !s.Changes {
		return sheet{Title: title, Fields: append(append(fields, sealFields(f)...), actionField("back", string(f.Texts.Wizard.Back), screen.Back(1)))}
	}
	to := sure(screen.Ask{Yes: w.Do[string(s.What)], Effect: screen.Elsewhere{Seal: &s}}, f)
	if s.Chooses {
		fields = append(fields, paragraph(f, f.Look.Warn, string(w.Final)), gap())
	}
	if s.Asks {
		fields = append(fields, presentField(f))
	}
	if s.Chooses {
		fields = append(fields, phraseField(f), againField(f))
	}
	if s.Asks || s.Chooses {
		fields = append(fields, gap())
	}
	if why := unfit(f); why != "" {
		to.Choose["yes"] = screen.Say{Text: why}
		if why == string(w.NotAlike) { // which of the two is wrong cannot be seen
			to.Choose["yes"] = screen.Both{First: screen.TypePhrase{Present: s.Present}, Second: screen.Say{Text: why}}
		}
	}
	return sheet{Title: title, Labels: phraseLabels, Fields: append(fields, to)}
}

// phraseLabels is the width of the labels of the fields.
const phraseLabels = 16

// presentField takes the passphrase that there is.
func presentField(f screen.Frame) field {
	fd := secretField("present", f.Texts.Encryption.LabelNow, f.Sealing.Present)
	fd.Save = func(typed string) (screen.Effect, string) {
		return screen.TypePhrase{Present: typed, Phrase: f.Sealing.Phrase, Again: f.Sealing.Again}, ""
	}
	return fd
}

// phraseField takes a new passphrase, and says how strong it is as it is typed.
func phraseField(f screen.Frame) field {
	w := f.Texts.Encryption
	fd := secretField("phrase", w.Label, f.Sealing.Phrase)
	fd.Tells = func(typed string) string {
		if typed == "" {
			return string(w.Advice)
		}
		said, _ := f.Files.Strength(typed)
		return said
	}
	fd.Save = func(typed string) (screen.Effect, string) {
		return screen.TypePhrase{Present: f.Sealing.Present, Phrase: typed, Again: f.Sealing.Again}, ""
	}
	return fd
}

// againField takes it once more.
func againField(f screen.Frame) field {
	w := f.Texts.Encryption
	fd := secretField("again", w.LabelAgain, f.Sealing.Again)
	fd.Tells = func(typed string) string {
		switch typed {
		case "":
			return ""
		case f.Sealing.Phrase:
			return string(w.Alike)
		}
		return string(w.NotAlike)
	}
	fd.Save = func(typed string) (screen.Effect, string) {
		return screen.TypePhrase{Present: f.Sealing.Present, Phrase: f.Sealing.Phrase, Again: typed}, ""
	}
	return fd
}

// secretField is one whose text is never shown, nor kept as a draft.
func secretField(id string, label assets.Text, typed string) field {
	return field{Field: form.Field{ID: id, Kind: form.Line, Label: string(label), Value: typed, Secret: true}}
}

// unfit says why the passphrases cannot be taken as they were typed; empty where they can.
func unfit(f screen.Frame) string {
	if f.Sealing.Asks && f.Sealing.Present == "" {
		return string(f.Texts.Encryption.NowMissing)
	}
	if !f.Sealing.Chooses {
		return ""
	}
	said, enough := f.Files.Strength(f.Sealing.Phrase)
	switch {
	case !enough:
		return said
	case f.Sealing.Phrase != f.Sealing.Again:
		return string(f.Texts.Encryption.NotAlike)
	}
	return ""
}

// sealFields lead to what can be done with the encryption of the file.
func sealFields(f screen.Frame) (fields []field) {
	for _, s := range screen.Seals(f.Files.Encrypted()) {
		fields = append(fields, actionField(string(s), string(f.Texts.Encryption.Titles[string(s)]), screen.ShowSealing{What: s}))
	}
	return fields
}
