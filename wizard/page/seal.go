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
	var do screen.Effect = screen.Elsewhere{Seal: &s}
	if s.Asks {
		do = screen.SealProven{}
	}
	to := sure(screen.Ask{Yes: w.Do[string(s.What)], Effect: do}, f)
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
	if again, why := unfit(f); why != "" {
		to.Choose["yes"] = screen.Both{First: again, Second: screen.Say{Text: why}}
	}
	return sheet{Title: title, Labels: phraseLabels, Fields: append(fields, to), Unkept: true}
}

// The fields in which a passphrase is typed; [PresentPhrase] takes the one that there is.
const (
	PresentPhrase = "present"
	newPhrase     = "phrase"
)

// phraseLabels is the width of the labels of the fields.
const phraseLabels = 16

// presentField takes the passphrase that there is.
func presentField(f screen.Frame) field {
	fd := secretField(PresentPhrase, f.Texts.Encryption.LabelNow, f.Sealing.Present)
	fd.Save = func(typed string) (screen.Effect, string) {
		return screen.TypePhrase{Present: typed, Phrase: f.Sealing.Phrase, Again: f.Sealing.Again}, ""
	}
	return fd
}

// phraseField takes a new passphrase, and says how strong it is as it is typed.
func phraseField(f screen.Frame) field {
	w := f.Texts.Encryption
	fd := secretField(newPhrase, w.Label, f.Sealing.Phrase)
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

// unfit says why the passphrases cannot be taken as they were typed, empty where they can, and has that field asked again.
func unfit(f screen.Frame) (again screen.TypePhrase, why string) {
	s, w := f.Sealing, f.Texts.Encryption
	again = screen.TypePhrase{Present: s.Present, Phrase: s.Phrase, Again: s.Again, Field: newPhrase}
	if s.Asks && s.Present == "" {
		again.Field = PresentPhrase
		return again, string(w.NowMissing)
	}
	if !s.Chooses {
		return again, ""
	}
	said, enough := f.Files.Strength(s.Phrase)
	switch {
	case !enough:
		return again, said
	case s.Phrase != s.Again: // which of the two is wrong cannot be seen
		again.Phrase, again.Again = "", ""
		return again, string(w.NotAlike)
	case s.Asks && s.Phrase == s.Present:
		again.Phrase, again.Again = "", ""
		return again, f.Texts.Sentence("passphrase-same", nil)
	}
	return again, ""
}

// sealFields lead to what can be done with the encryption of the file.
func sealFields(f screen.Frame) (fields []field) {
	for _, s := range screen.Seals(f.Files.Encrypted()) {
		fields = append(fields, actionField(string(s), string(f.Texts.Encryption.Titles[string(s)]), screen.ShowSealing{What: s}))
	}
	return fields
}
