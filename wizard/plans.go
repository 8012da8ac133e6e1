package wizard

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/wizard/screen"
)

// chooseAmong shows the plans that are known, where no plan is open.
func (r *root) chooseAmong(known screen.Known) tea.Cmd {
	r.known, r.ready = known, true
	r.refresh()
	r.push(screen.Place{Kind: screen.Plans})
	return r.resume()
}

// topLevel says how to leave where Esc leads no higher.
func (r *root) topLevel() assets.Text {
	w := r.session.Spoken().Wizard
	switch {
	case r.options.Choose:
		return w.Plans.TopLevel
	case r.options.Plans:
		return w.TopLevel
	}
	return w.TopLevelAlone
}
