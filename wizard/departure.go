package wizard

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// How the program ends: what is on its way to the disk gets there first, then what is being typed or chosen, and then
// the file is looked at once more. What is said last follows from that.

// ErrInterrupted says that a person left with Ctrl+C, and that everything answered is on disk.
var ErrInterrupted = errors.New("interrupted")

// departure is the wish to end, and how far that came.
type departure struct {
	interrupted bool // by Ctrl+C
	urgent      bool // nobody can be asked any more: the window was closed, or the system wants an end
	left        bool // what was being typed or chosen was handed over to be kept
}

type verifiedMsg struct{ err error }

// depart begins to end. Ctrl+C once more, while that waits for the disk, ends at once.
func (r *root) depart(d departure) tea.Cmd {
	switch {
	case r.departing != nil && d.interrupted:
		return r.end(r.atRisk())
	case r.departing != nil:
		r.departing.urgent = r.departing.urgent || d.urgent
	case r.trial != nil && !d.interrupted && !d.urgent:
		r.push(screen.Place{Kind: screen.Trial}) // first: is what was tried kept, or dropped?
		return nil
	default:
		r.departing = &d
	}
	return r.goOnDeparting()
}

// goOnDeparting takes the next step towards the end, after each thing that had to be waited for.
func (r *root) goOnDeparting() tea.Cmd {
	d := r.departing
	switch {
	case d == nil || r.saving != nil || r.writing:
		return nil
	case !r.ready:
		return r.end(nil)
	case r.unsaved != nil:
		return r.departUnsaved()
	case r.trial != nil:
		return r.end(r.atRisk())
	}
	waited := r.resume() // keys that came while an entry was being kept
	if r.saving != nil || r.writing || r.unsaved != nil {
		return waited
	}
	if !d.left {
		d.left = true
		kept := r.perform(r.top().Leave(r.frame()), false)
		if r.saving != nil || r.unsaved != nil {
			return tea.Batch(waited, kept)
		}
	}
	session := r.session
	return guarded(func() tea.Msg { return verifiedMsg{session.Verify()} })
}

// verified ends where all is on disk. Otherwise the plan goes to a new file, or a person who is there is asked.
func (r *root) verified(msg verifiedMsg) tea.Cmd {
	if msg.err == nil {
		if r.unsaved != nil { // asked on the page that said the plan was gone
			r.unsaved, r.status = nil, saved
		}
		if r.departing != nil {
			return r.end(nil)
		}
		return r.resume()
	}
	r.status, r.unsaved = notSaved, &unsaved{cause: msg.err, seen: r.departing == nil}
	return r.goOnDeparting()
}

// departUnsaved ends with something that is not on disk: in a hurry it is brought to a new file where that can be;
// a person who did not see yet that it is not kept sees it first.
func (r *root) departUnsaved() tea.Cmd {
	d := r.departing
	switch {
	case d.urgent && r.canRescue() && r.unsaved.rescueFailed == nil:
		return r.rescue()
	case d.urgent, r.unsaved.seen:
		return r.end(r.atRisk())
	}
	r.departing, r.waiting, r.unsaved.seen = nil, nil, true
	return nil
}

// atRisk is what would be lost by ending now; nil for nothing.
func (r *root) atRisk() error {
	switch {
	case r.unsaved != nil:
		return r.session.NotKept(r.unsaved.entry, r.unsaved.cause)
	case r.saving != nil:
		return r.session.NotKept(r.saving.entry, assets.NewFault("disk-silent"))
	case r.trial != nil && len(steps.Changes(r.trial.real.Plan(), r.session.Plan())) > 0:
		return session.TrialNotKept()
	}
	return nil
}

// end leaves the program; what is not kept goes before how it was left.
func (r *root) end(lost error) tea.Cmd {
	switch {
	case lost != nil:
		r.failure = lost
	case r.departing.interrupted:
		r.failure = ErrInterrupted
	}
	return tea.Quit
}
