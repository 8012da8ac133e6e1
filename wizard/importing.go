package wizard

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/planfile/importing"
	"stappenplan/wizard/screen"
)

// importMsg is a file that was read to come into the plan, or why it was not.
type importMsg struct {
	screen.ReadImport
	place screen.Place
	read  importing.Import
	err   error
}

// readImport reads a file that comes into the plan; keys wait meanwhile.
func (r *root) readImport(asked screen.ReadImport) tea.Cmd {
	r.reading = true
	files, place := r.options.Files, r.place()
	on := importing.Ground{Plan: r.session.Plan(), Texts: r.session.Spoken(), Today: r.session.Today()}
	return guarded(func() tea.Msg {
		data, err := files.ReadFile(asked.Path)
		if err != nil {
			return importMsg{asked, place, importing.Import{}, err}
		}
		read, err := importing.Begin(asked.Path, data, on)
		return importMsg{asked, place, read, err}
	})
}

// importRead shows what was understood of a file. What is wrong with it stands at the field, with what was typed; whoever went
// elsewhere meanwhile stays there.
func (r *root) importRead(msg importMsg) tea.Cmd {
	r.reading = false
	switch {
	case msg.err != nil:
		r.keepRefused(msg.place, msg.Field, screen.Draft{Text: msg.Typed, Problem: importing.Fault(msg.err, r.session.Spoken()), Label: string(r.session.Spoken().Importing.File)})
	case r.place() != msg.place:
	default:
		delete(r.drafts[msg.place], msg.Field)
		r.importing = choices[importing.Import]{chosen: msg.read}
		r.chosenN++
		r.stack = slices.DeleteFunc(r.stack, func(v view) bool { return v.OfImport() }) // those of another file
		r.navigate(screen.Show(screen.FirstOf(msg.read)))
	}
	return tea.Batch(r.resume(), r.goOnDeparting())
}

// decide makes a decision about an import, and then does what follows.
func (r *root) decide(w screen.Decide) tea.Cmd {
	decided, err := w.Make()
	if err != nil {
		r.notice = r.session.Spoken().Error(err)
		return nil
	}
	displaced := decided.Displaced(r.importing.chosen)
	r.importing.choose(decided)
	r.chosenN++
	then := r.perform(w.Then, false)
	if len(displaced) > 0 {
		r.notice = strings.Join(displaced, " ")
	}
	return then
}

// redecide goes back to what was decided before, or forth again, and says so.
func (r *root) redecide(moved bool, said assets.Text) {
	if r.notice = string(r.session.Spoken().Importing.Nothing); moved {
		r.chosenN++
		r.notice = string(said)
	}
}
