package wizard

import (
	"testing"
	"time"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// TestTheKeyOfTheEditorSaysWhatItIsFor where there is no editor, or no text for it.
func TestTheKeyOfTheEditorSaysWhatItIsFor(t *testing.T) {
	t.Parallel()
	s := begun(t)
	for _, editor := range []bool{false, true} {
		says := map[bool]string{false: "Stel die eerst in met EDITOR", true: "hier staat er geen"}[editor]
		s.root.options.Editor = editor
		for _, place := range []screen.Place{{Kind: screen.Overview}, {Kind: screen.TaskList, ID: string(steps.Tasks)}, screen.StepPlace(steps.Vision), screen.StepPlace(steps.Team), {Kind: screen.History}} {
			s.at(place).press("ctrl+e").sees(says)
		}
	}
	s.root.options.Editor = false
	s.at(screen.StepPlace(steps.Awareness)).press("@note", "ctrl+e").sees("Stel die eerst in met EDITOR")
}

// TestAnEditorThatChangedNothing: only one that was gone at once is asked whether it waits.
func TestAnEditorThatChangedNothing(t *testing.T) {
	t.Parallel()
	const asks = "code --wait"
	s := begun(t)
	note := heldField{screen.StepPlace(steps.Awareness), "note"}
	for passed, asked := range map[time.Duration]bool{100 * time.Millisecond: true, 5 * time.Second: false} {
		s.school.pace = passed
		s.at(note.Place)
		s.send(editedMsg{editedText: editedText{field: note}, began: s.root.session.Clock()})
		if s.sees("Niets gewijzigd."); asked {
			s.sees(asks)
		} else {
			s.misses(asks)
		}
	}
}
