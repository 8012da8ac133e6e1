package wizard

import (
	"strings"
	"testing"

	"stappenplan/assets"
)

// Whatever there is to say above the footer is said whole in a usual window, with a path and names as long as they come.
func TestWhatThereIsToSayFitsAUsualWindow(t *testing.T) {
	t.Parallel()
	path := `C:\Users\an.peeters\OneDrive - Scholengroep De Linde\ICT\Ons stappenplan.db`
	call := `stappenplan --file "` + path + `" backup`
	for _, language := range assets.Languages {
		texts := assets.Load(language)
		s := exampleSchool(t, language).sit(t, 80, 24)
		values := map[string]string{
			"path": path, "file": path, "files": path, "folder": path, "command": call, "back": call, "cause": "full", "n": "1234", "least": "10", "value": "Eerstelijnshelpdesk", "what": "An Peeters-Vandenbroucke: hours",
			"member": "An Peeters-Vandenbroucke", "newer": path,
		}
		said := []string{}
		for code := range texts.Errors {
			said = append(said, texts.Sentence(code, values))
		}
		for _, text := range []assets.Text{
			texts.Wizard.ChangedBack, texts.Wizard.Undone, texts.Wizard.Redone, texts.Backups.Made, texts.Backups.Again, texts.Wizard.PastedNowhere, texts.Wizard.DraftLeft, texts.Wizard.NoCommand,
			texts.Encryption.Weak, texts.Encryption.Fair, texts.Encryption.Did["encrypt"], texts.Encryption.Did["decrypt"], texts.Encryption.Did["change"], texts.Wizard.Write.CannotOpen,
		} {
			said = append(said, text.Fill("what", "Cloudomgeving beheren (Microsoft, Google): springt in gewijzigd van An Peeters-Vandenbroucke naar Yusuf Demir", "file", path, "path", path, "field", "Notitie", "text", "werkgroep gestart, klaar tegen januari", "key", "x", "n", 14))
		}
		for _, notice := range said {
			s.root.notice, s.root.stale = notice, true
			if shown := strings.Join(strings.Fields(s.screen()), ""); !strings.Contains(shown, strings.Join(strings.Fields(notice), "")) {
				t.Errorf("%s: %q is not said whole:\n%s", language, notice, s.screen())
			}
		}
	}
}
