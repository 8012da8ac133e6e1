package wizard

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/wizard/screen"
)

// Backups of the file are made and read beside the screens; putting one back is leaving for the file as it was then.

type (
	backedUpMsg struct {
		path string
		err  error
	}
	backupsMsg   struct{ list []screen.Backup }
	restoringMsg struct{ backup screen.Restoring }
)

// protect makes a backup of the file beside the screens, once the plan is read: it keeps no key waiting, and what comes of it is told when
// the program ends.
func (r *root) protect() tea.Cmd {
	if !r.ready || r.session.LookOnly {
		return nil
	}
	return guarded(func() tea.Msg {
		r.options.Files.Protect()
		return nil
	})
}

// makeBackup makes a backup because a person asks for it.
func (r *root) makeBackup() tea.Cmd {
	r.reading = true
	return guarded(func() tea.Msg {
		path, err := r.options.Files.BackUp()
		return backedUpMsg{path, err}
	})
}

func (r *root) backedUp(msg backedUpMsg) tea.Cmd {
	r.reading = false
	if msg.err != nil {
		r.notice = r.session.Spoken().Error(msg.err)
		return tea.Batch(r.resume(), r.goOnDeparting())
	}
	said := r.session.Spoken().Backups.Made.Fill("file", screen.OneLine(msg.path))
	if r.place().Kind != screen.BackupList {
		r.notice = said
		return tea.Batch(r.resume(), r.goOnDeparting())
	}
	r.notice = said
	return r.listBackups() // of which there is one more
}

// listBackups reads what the backups of the file hold, and then lists them.
func (r *root) listBackups() tea.Cmd {
	if r.trial != nil {
		r.notice = string(r.session.Spoken().Backups.NotNow)
		return nil
	}
	r.reading = true
	return guarded(func() tea.Msg { return backupsMsg{r.options.Files.Backups()} })
}

func (r *root) listed(msg backupsMsg) tea.Cmd {
	r.reading, r.backups = false, msg.list
	if r.departing == nil {
		r.push(screen.Place{Kind: screen.BackupList})
	}
	return tea.Batch(r.resume(), r.goOnDeparting())
}

// showBackup works out what putting a backup back would do, and then asks.
func (r *root) showBackup(b screen.Backup) tea.Cmd {
	r.reading = true
	return guarded(func() tea.Msg { return restoringMsg{r.options.Files.Restoring(b)} })
}

func (r *root) restoring(msg restoringMsg) tea.Cmd {
	r.reading, r.chosenBackup = false, msg.backup
	if r.departing == nil {
		r.push(screen.Place{Kind: screen.BackupCard})
	}
	return tea.Batch(r.resume(), r.goOnDeparting())
}
