package wizard

import (
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"stappenplan/wizard/screen"
)

// How documents and other files are written: what stands in the way is asked about, then one file follows the other.

// export looks first whether something stands in the way, and asks about it.
func (r *root) export(w screen.Export) tea.Cmd {
	if r.inPast() {
		r.notice = r.session.Spoken().Error(r.session.ReadOnly())
		return nil
	}
	if r.trial != nil {
		r.notice = string(r.session.Spoken().Wizard.Write.InTrial)
		return nil
	}
	r.writing = true
	if w.Agreed {
		r.toWrite, r.written = w.Files, nil
		return r.writeNext()
	}
	var paths []string
	for _, file := range w.Files {
		paths = append(paths, file.Path)
	}
	look := r.options.Files
	return guarded(func() tea.Msg {
		files, folder := look.InTheWay(paths)
		return lookedMsg{w, files, folder}
	})
}

func (r *root) looked(msg lookedMsg) tea.Cmd {
	if r.departing != nil {
		r.writing = false
		return r.goOnDeparting()
	}
	w := r.session.Spoken().Wizard.Write
	effect := msg.effect
	effect.Agreed = true
	if len(msg.files) == 0 && msg.folder == "" {
		return r.export(effect)
	}
	r.writing = false
	asked, yes := w.FolderMissing.Fill("folder", msg.folder), w.MakeFolder
	if len(msg.files) > 0 {
		asked, yes = w.Exists.For(len(msg.files), "files", strings.Join(baseNames(msg.files), ", ")), w.Replace
	}
	effect.Files = slices.Clone(effect.Files)
	for i := range effect.Files {
		effect.Files[i].Replace = slices.Contains(msg.files, effect.Files[i].Path)
	}
	r.perform(screen.Ask{Question: asked, Yes: yes, Effect: screen.Both{First: screen.Back(1), Second: effect}, Harmless: len(msg.files) == 0}, false)
	return r.resume()
}

func baseNames(paths []string) (names []string) {
	for _, path := range paths {
		names = append(names, filepath.Base(path))
	}
	return names
}

func (r *root) writeNext() tea.Cmd {
	write, session, file := r.options.Files, r.session, r.toWrite[len(r.written)]
	return guarded(func() tea.Msg {
		written, err := write.Export(session, file)
		return writtenMsg{written, err}
	})
}

// fileWritten goes on with the next file, or shows what was written; after a fault it is said what was not.
func (r *root) fileWritten(msg writtenMsg) tea.Cmd {
	if r.departing != nil {
		r.writing, r.toWrite = false, nil
		return r.goOnDeparting()
	}
	if msg.err == nil {
		if r.written = append(r.written, msg.file); len(r.written) < len(r.toWrite) {
			return r.writeNext()
		}
	}
	r.writing, r.toWrite = false, nil
	if len(r.written) > 0 {
		r.push(screen.Place{Kind: screen.WrittenFiles, ID: r.written[0].Path})
	}
	switch left := r.drafted(inDocument); {
	case msg.err != nil:
		r.notice = r.session.Spoken().Error(msg.err)
	case left != "":
		r.notice = r.session.Spoken().Wizard.Write.DraftsLeft.Fill("text", left)
	}
	return r.resume()
}

// openFile shows a file with the computer's own program; where it has none, the path is all there is.
func (r *root) openFile(path string) tea.Cmd {
	show := r.options.Files
	return guarded(func() tea.Msg { return openedMsg{path, show.Open(path)} })
}
