package wizard

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"stappenplan/session"
	"stappenplan/steps"
)

// unsaved is a saving that failed; without an entry, the file with the whole plan is not there any more.
type unsaved struct {
	saving
	cause        error
	theirs       []string // what another writer made meanwhile of the same fields
	refused      bool     // by the plan: trying again has no sense
	seen         bool     // the person was told
	asked        bool     // and asked once more on wanting to stop
	rescueFailed error    // why no new file could be made either
}

// wholePlan says that the file with the whole plan is what is not there any more.
func (u *unsaved) wholePlan() bool { return len(u.entry.Changes) == 0 }

// sameFields are what other changes do to the fields that an entry gives a value.
func sameFields(own steps.Entry, others []steps.Change) (same []steps.Change) {
	about := func(c steps.Change) [8]string {
		return [...]string{string(c.Kind), string(c.Step), c.Task, c.Member, string(c.Agreement), c.Decision, c.Action, c.Voiced()}
	}
	for _, other := range others {
		for _, c := range own.Changes {
			if about(c) == about(other) {
				given := c.Given()
				same = append(same, other.Keeping(func(o steps.Given) bool {
					return (!o.Signature() || c.Voiced() != "") && slices.ContainsFunc(given, func(g steps.Given) bool { return g.Name == o.Name })
				}))
			}
		}
	}
	return same
}

// retry is a key while an entry could not be kept.
func (r *root) retry(msg tea.Msg) tea.Cmd {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch pressed.String() {
	case "enter":
		switch {
		case r.unsaved.wholePlan():
			return r.verify()
		case !r.unsaved.refused:
			return r.save(r.unsaved.saving)
		}
	case "ctrl+s":
		if r.canRescue() {
			return r.rescue()
		}
	case "ctrl+x":
		r.unsaved, r.status = nil, nothingYet
	}
	return nil
}

// canRescue says whether the whole plan can be written to another file than the one that fails.
func (r *root) canRescue() bool {
	return !r.unsaved.refused && !session.IsConflict(r.unsaved.cause)
}

func (r *root) rescue() tea.Cmd {
	r.writing = true
	write, plan, entries := r.options.Files, r.real().PlanID, r.real().Journal().Entries()
	return guarded(func() tea.Msg {
		kept, place, err := write.Rescue("", plan, entries)
		return rescuedMsg{kept, place, err}
	})
}

// rescued goes on in the new file, first with the entry that could not be kept.
func (r *root) rescued(msg rescuedMsg) tea.Cmd {
	r.writing = false
	if msg.err != nil {
		r.unsaved.rescueFailed = msg.err
		return tea.Batch(r.resume(), r.goOnDeparting())
	}
	r.real().Store, r.real().Place = msg.kept, msg.place
	said := r.session.Spoken().Wizard.Rescued.Fill("path", msg.place)
	if r.unsaved.wholePlan() {
		r.unsaved, r.status, r.notice = nil, saved, said
		return r.goOnDeparting()
	}
	r.unsaved.said = said
	return r.save(r.unsaved.saving)
}
