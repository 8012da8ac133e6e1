package page

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// Unsaved says that an entry could not be kept, what another writer made of the same fields, and what can be done about it,
// and keeps it on the screen. An entry without changes stands for the whole plan.
func Unsaved(entry steps.Entry, theirs []string, cause, rescueFailed error, canRescue bool, f screen.Frame) screen.Page {
	w := f.Texts.Wizard
	lines := []string{"", f.Look.Bad.On("! " + string(w.UnsavedTitle)), ""}
	lines = append(lines, screen.Wrap(f.Texts.Error(cause), f.Width)...)
	if rescueFailed != nil {
		lines = append(lines, screen.Wrap(f.Texts.Error(rescueFailed), f.Width)...)
	}
	if canRescue {
		lines = append(lines, screen.Wrap(string(w.RescueHint), f.Width)...)
	}
	if len(entry.Changes) == 0 {
		return screen.Page{Title: string(w.UnsavedTitle), Lines: lines, Cursor: &tea.Position{}, RowCursor: true}
	}
	if len(theirs) > 0 {
		lines = append(append(lines, ""), painted(f.Look.Warn, screen.Wrap(string(w.UnsavedTheirs), f.Width))...)
		for _, line := range theirs {
			lines = append(lines, screen.Wrap(line, f.Width)...)
		}
	}
	lines = append(lines, "", f.Look.Muted.On(string(w.UnsavedWhat)))
	lines = append(lines, screen.Wrap(f.Texts.Entry(entry, f.Plan), f.Width)...)
	for _, c := range entry.Changes {
		for _, text := range steps.TextsGiven(c) {
			lines = append(lines, screen.Wrap(text, f.Width)...)
		}
	}
	if len(lines) > f.Height {
		lines = append(lines[:f.Height-1:f.Height-1], "…")
	}
	return screen.Page{Title: string(w.UnsavedTitle), Lines: lines, Cursor: &tea.Position{}, RowCursor: true}
}
