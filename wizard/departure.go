package wizard

import (
	"errors"
	"time"

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
	interrupted bool   // by Ctrl+C
	urgent      bool   // nobody can be asked any more: the window was closed, or the system wants an end
	left        bool   // what was being typed or chosen was handed over to be kept
	refused     string // what was typed and its field refuses
	since       time.Time
	next        *screen.Elsewhere // where the person goes from here; nil for nowhere
}

// patience is how long the disk is waited for before Ctrl+C once more, or a second signal, ends all the same.
const patience = time.Second

type verifiedMsg struct{ err error }

// busy says that something is on its way to or from the disk, and keys wait.
func (r *root) busy() bool {
	return r.saving != nil || r.writing || r.reading || r.editing || r.verifying
}

// depart begins to end. Asked once more, while that waits for the disk, it ends after a moment of patience.
func (r *root) depart(d departure) tea.Cmd {
	now := r.session.Clock()
	switch before := r.departing; {
	case before != nil:
		before.interrupted, before.urgent = before.interrupted || d.interrupted, before.urgent || d.urgent
		if r.busy() && now.Sub(before.since) > patience {
			return r.end(r.atRisk())
		}
	case r.trial != nil && !r.inPast() && !d.interrupted && !d.urgent:
		r.push(screen.Place{Kind: screen.Trial}) // first: is what was tried kept, or dropped?
		return nil
	default:
		d.since = now
		r.departing = &d
	}
	return r.goOnDeparting()
}

// goOnDeparting takes the next step towards the end, after each thing that had to be waited for.
func (r *root) goOnDeparting() tea.Cmd {
	d := r.departing
	switch {
	case d == nil || r.busy():
		return nil
	case !r.ready:
		return r.end(nil)
	case r.unsaved != nil:
		return r.departUnsaved()
	}
	waited := r.resume() // keys that came while an entry was being kept
	if r.busy() || r.unsaved != nil {
		return waited
	}
	var kept tea.Cmd
	if !d.left {
		d.left = true
		kept = r.perform(r.top().Leave(r.frame()), false)
		if r.busy() || r.unsaved != nil {
			return tea.Batch(waited, kept)
		}
	}
	// What its field refuses: the person is told, and asks again.
	if d.refused = r.drafted(ofPlan); d.refused != "" && !d.urgent && r.warned != d.refused {
		r.departing, r.warned = nil, d.refused
		r.notice = r.session.Spoken().Wizard.DraftsAtRisk.Fill("text", d.refused)
		return tea.Batch(waited, kept)
	}
	return tea.Batch(waited, kept, r.verify())
}

// verify looks at the file of the plan; keys wait meanwhile.
func (r *root) verify() tea.Cmd {
	r.verifying = true
	look := r.real().Verification()
	return guarded(func() tea.Msg { return verifiedMsg{look()} })
}

// real is the session that is kept, also while something is tried.
func (r *root) real() *session.Session {
	if r.trial != nil {
		return r.trial.real
	}
	return r.session
}

// verified ends where all is on disk. Otherwise the plan goes to a new file, or a person who is there is asked.
func (r *root) verified(msg verifiedMsg) tea.Cmd {
	r.verifying = false
	if msg.err == nil {
		if r.unsaved != nil { // asked on the page that said the plan was gone
			r.unsaved, r.status = nil, saved
		}
		if r.departing != nil {
			return r.end(r.atRisk())
		}
		return r.resume()
	}
	if r.unsaved != nil {
		r.notice = string(r.session.Spoken().Wizard.StillNotSaved)
	}
	r.status, r.unsaved = notSaved, &unsaved{cause: msg.err, seen: r.departing == nil}
	return r.goOnDeparting()
}

// departUnsaved ends with something that is not on disk: in a hurry it is brought to a new file where that can be;
// a person sees first that it is not kept, and is asked once more.
func (r *root) departUnsaved() tea.Cmd {
	d := r.departing
	switch {
	case d.urgent && r.canRescue() && r.unsaved.rescueFailed == nil:
		return r.rescue()
	case d.urgent, r.unsaved.asked:
		return r.end(r.atRisk())
	case r.unsaved.seen:
		r.notice = string(r.session.Spoken().Wizard.StopUnsaved)
	}
	r.departing, r.waiting, r.unsaved.seen, r.unsaved.asked = nil, nil, true, true
	return nil
}

// atRisk is what would be lost by ending now; nil for nothing.
func (r *root) atRisk() error {
	var lost []error
	switch {
	case r.unsaved != nil:
		lost = append(lost, r.real().NotKept(r.unsaved.entry, r.unsaved.cause))
	case r.saving != nil:
		lost = append(lost, r.real().NotKept(r.saving.entry, assets.NewFault("disk-silent")))
	case r.verifying:
		lost = append(lost, r.real().NotKept(steps.Entry{}, assets.NewFault("disk-silent")))
	}
	if r.departing.refused != "" {
		lost = append(lost, session.TypedNotKept(r.departing.refused))
	}
	if r.trial != nil && !r.inPast() && len(r.trial.real.Journal().Tried(r.session.Journal())) > 0 {
		lost = append(lost, session.TrialNotKept())
	}
	return errors.Join(lost...)
}

// end leaves the program; what is not kept goes before how it was left.
func (r *root) end(lost error) tea.Cmd {
	switch {
	case lost != nil:
		r.failure = lost
	case r.departing.interrupted:
		r.failure = ErrInterrupted
	default:
		r.next = r.departing.next
	}
	return tea.Quit
}
