package wizard

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
)

// speak goes on in another language, also in the plan as it is while something is tried, and has that remembered.
func (r *root) speak(language assets.Language) tea.Cmd {
	r.session.Texts = assets.Load(language)
	r.real().Texts = r.session.Texts
	r.notice = string(r.session.Spoken().Wizard.LanguageSet)
	return guarded(func() tea.Msg {
		r.options.Files.Speak(language)
		return nil
	})
}
