package wizard

import (
	"strings"
	"testing"

	"stappenplan/assets"
)

// TestTheLanguageIsChangedInside from the palette and from the profile, at once, with what is tried, and remembered; the plan says nothing
// of it.
func TestTheLanguageIsChangedInside(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	entries, kept := s.root.session.Journal().Len(), s.root.options.Files.(*disk)
	s.press("#", "ctrl+k", "language", "enter").sees("Everything is in English now", "3 ICT policy plan")
	if kept.spoken != assets.English || s.root.session.Journal().Len() != entries {
		t.Errorf("remembered %q, %d entries", kept.spoken, s.root.session.Journal().Len())
	}
	s.press("#5").sees("Does this task").press("#", "s", "@language:nl", "enter").sees("Alles staat nu in het Nederlands", "Taal: English")
	s.press("#", "ctrl+k", "wat als", "enter").press("@begin", "enter", "ctrl+k", "taal", "enter").sees("trying: nothing kept")
	if s.root.trial == nil || s.root.trial.real.Texts.Language != assets.English {
		t.Error("the plan as it is speaks another language than what is tried")
	}
}

// TestTheFirstScreenSpeaksAnotherLanguage, before anything is asked.
func TestTheFirstScreenSpeaksAnotherLanguage(t *testing.T) {
	t.Parallel()
	s := newSchool().sit(t, 80, 24).press("@language:en", "enter").sees("▸ Language: Nederlands", "Begin with step 1").misses("↓ more")
	if !strings.Contains(s.press("enter").screen(), "Begin met stap 1") {
		t.Errorf("back in Dutch:\n%s", s.screen())
	}
}
