package wizard

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/wizard/screen"
)

// Erasing for good is looked at beside the screens; doing it is leaving for the file without what was erased.

type (
	erasablesMsg struct{ list screen.Erasables }
	erasingMsg   struct{ erasing screen.Erasing }
)

// listErasable reads who and what can be erased, and then lists them.
func (r *root) listErasable() tea.Cmd {
	if !r.mayRewrite() {
		return nil
	}
	r.reading = true
	return guarded(func() tea.Msg { return erasablesMsg{r.options.Files.Erasables()} })
}

// mayRewrite says whether the file can be made anew now, and tells why not.
func (r *root) mayRewrite() bool {
	switch {
	case r.trial != nil:
		r.notice = string(r.session.Spoken().Backups.NotNow)
	case r.session.ReadOnly() != nil:
		r.notice = r.session.Spoken().Error(r.session.ReadOnly())
	default:
		return true
	}
	return false
}

func (r *root) erasables(msg erasablesMsg) tea.Cmd {
	r.reading, r.canErase = false, msg.list
	if r.departing == nil {
		r.push(screen.Place{Kind: screen.EraseList})
	}
	return tea.Batch(r.resume(), r.goOnDeparting())
}

// showErasing works out what erasing something would do, and then asks.
func (r *root) showErasing(what string) tea.Cmd {
	if !r.mayRewrite() {
		return nil
	}
	r.reading = true
	return guarded(func() tea.Msg { return erasingMsg{r.options.Files.Erasing(what)} })
}

func (r *root) erasing(msg erasingMsg) tea.Cmd {
	r.reading, r.toErase = false, msg.erasing
	if r.departing == nil {
		r.push(screen.Place{Kind: screen.EraseCard, ID: msg.erasing.What})
	}
	return tea.Batch(r.resume(), r.goOnDeparting())
}

// tickAlone remembers where a part of the name goes too.
func (r *root) tickAlone(in []string) {
	r.toErase.In = in
	r.chosenN++ // so that the form is made anew
}
