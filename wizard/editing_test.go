package wizard

import (
	"testing"
	"time"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

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
