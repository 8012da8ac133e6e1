package wizard

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"stappenplan/wizard/screen"
)

// The plan as it was: the same screens over the journal as it was then, which nothing can be added to.

// inPast says whether what was is looked at.
func (r *root) inPast() bool { return r.trial != nil && r.trial.past != nil }

// lookBack shows the plan as it was after an entry.
func (r *root) lookBack(entry uint64) tea.Cmd {
	if r.trial != nil && !r.inPast() {
		r.notice = string(r.session.Spoken().Past.InTrial)
		return nil
	}
	real, kept := r.real(), r.trial
	moment, _, err := real.Journal().Moment(entry)
	if err != nil {
		r.notice = r.session.Spoken().Error(err)
		return nil
	}
	session, err := real.AsAfter(entry)
	if err != nil {
		r.notice = r.session.Spoken().Error(err)
		return nil
	}
	if kept == nil {
		kept = &trial{real: real, document: r.document, imports: r.importing, drafts: r.drafts}
	}
	kept.past = &moment
	r.trial, r.session, r.drafts = kept, session, drafts{}
	return r.lookedElsewhere()
}

// lookAtNow goes back to the plan as it is, at the entry that was looked back to.
func (r *root) lookAtNow() {
	if !r.inPast() {
		return
	}
	past := r.trial.past
	r.session, r.document, r.drafts, r.trial = r.trial.real, r.trial.document, r.trial.drafts, nil
	r.chosenN++
	r.lookedElsewhere()
	r.push(screen.Place{Kind: screen.History})
	r.push(screen.Place{Kind: screen.EntryCard, ID: strconv.FormatUint(past.Entry, 10)})
	r.notice = string(r.session.Spoken().Past.Now)
}

// lookedElsewhere begins at the overview of another plan.
func (r *root) lookedElsewhere() tea.Cmd {
	r.left = map[screen.Place]screen.Screen{}
	r.refresh()
	return r.perform(screen.Home(), false)
}
