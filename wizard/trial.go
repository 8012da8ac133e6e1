package wizard

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/planfile/importing"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// What if: the same screens on a copy of the plan that keeps nothing, until the person keeps what was tried as
// one entry or drops it.

// trial is the real work while something is tried or what was is looked at, with its document.
type trial struct {
	real     *session.Session
	document choices[screen.Document]
	imports  choices[importing.Import]
	drafts   drafts
	past     *steps.Moment // that is looked at; nil while something is tried
}

// beginTrial begins to try something on the overview, or says why that cannot be.
func (r *root) beginTrial() tea.Cmd {
	err := r.session.ReadOnly()
	if !r.inPast() {
		err = r.tryOut()
	}
	if err != nil {
		r.notice = r.session.Spoken().Error(err)
		return nil
	}
	return r.perform(screen.Home(), false)
}

// tryOut begins a trial on the plan as it stands.
func (r *root) tryOut() error {
	session, err := r.session.Trial()
	if err != nil {
		return err
	}
	r.trial, r.session = &trial{real: r.session, document: r.document, imports: r.importing, drafts: r.drafts}, session
	r.drafts = r.drafts.clone()
	return nil
}

// endTrial goes back to the real plan; what was tried is recorded as one entry, with what fields refused, or dropped.
func (r *root) endTrial(keep bool) tea.Cmd {
	if keep && r.trial.real.LookOnly {
		r.notice = r.session.Spoken().Error(assets.NewFault("looking-only"))
		return nil
	}
	tried := r.session.Journal()
	r.document = r.trial.document // what was chosen meanwhile is about what was tried
	r.importing = r.trial.imports
	r.chosenN++
	if !keep {
		r.drafts = r.trial.drafts
	}
	r.left = map[screen.Place]screen.Screen{}
	r.session, r.trial = r.trial.real, nil
	r.refresh()
	r.perform(screen.Home(), false)
	changes := r.session.Journal().Tried(tried)
	if !keep || len(changes) == 0 {
		r.notice = string(r.session.Spoken().Wizard.TrialDropped)
		return nil
	}
	return r.recordAgain(string(r.session.Spoken().Wizard.TrialKept), changes...)
}
