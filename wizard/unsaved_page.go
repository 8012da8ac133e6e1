package wizard

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/steps"
)

// unsavedPage says that an entry could not be kept, and what can be done about it, and keeps it on the screen. An entry
// without changes stands for the whole plan.
func unsavedPage(entry steps.Entry, cause, rescueFailed error, canRescue bool, f frame) page {
	w := f.texts.Wizard
	lines := []string{"", f.look.bad.on("! " + string(w.UnsavedTitle)), ""}
	lines = append(lines, wrap(f.texts.Error(cause), f.width)...)
	if rescueFailed != nil {
		lines = append(lines, wrap(f.texts.Error(rescueFailed), f.width)...)
	}
	if canRescue {
		lines = append(lines, wrap(string(w.RescueHint), f.width)...)
	}
	if len(entry.Changes) == 0 {
		return page{title: string(w.UnsavedTitle), lines: lines, cursor: &tea.Position{}, bare: true}
	}
	lines = append(lines, "", f.look.muted.on(string(w.UnsavedWhat)))
	lines = append(lines, wrap(f.texts.Entry(entry, f.plan), f.width)...)
	for _, c := range entry.Changes {
		for _, text := range typedTexts(c) {
			lines = append(lines, wrap(text, f.width)...)
		}
	}
	if len(lines) > f.height {
		lines = append(lines[:f.height-1:f.height-1], "…")
	}
	return page{title: string(w.UnsavedTitle), lines: lines, cursor: &tea.Position{}, bare: true}
}

// typedTexts are the texts a person typed into a change.
func typedTexts(c steps.Change) (texts []string) {
	for _, field := range []steps.Field[string]{c.Note, c.Evidence, c.Text, c.Motivation, c.Mandate, c.Collaboration, c.Composition} {
		if v, ok := field.Value(); ok {
			texts = append(texts, v)
		}
	}
	return texts
}
