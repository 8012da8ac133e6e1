package wizard

import (
	"reflect"
	"slices"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/wizard/page"
	"stappenplan/wizard/screen"
)

// document is what is chosen of a document, which is no part of the plan: now, before the last choices, and before those
// were taken back. A copy of it stays as it is.
type document struct {
	chosen       screen.Document
	past, future []screen.Document // the nearest last
}

// choose sets what is chosen of a document.
func (r *root) choose(chosen screen.Document) {
	d := &r.document
	if reflect.DeepEqual(chosen, d.chosen) {
		return
	}
	held := r.underDrafts()
	d.past, d.future, d.chosen = append(slices.Clip(d.past), d.chosen), nil, chosen
	r.chosenN++
	r.settle(held, true)
}

// rechoose goes back to what was chosen before, or forth again, and says what that changed.
func (r *root) rechoose(from, to *[]screen.Document, said, nothing assets.Text) {
	last := len(*from) - 1
	if last < 0 {
		r.notice = string(nothing)
		return
	}
	before := r.document.chosen
	*to = append(slices.Clip(*to), before)
	r.document.chosen, *from = (*from)[last], (*from)[:last]
	r.chosenN++
	r.dropQuestions()
	r.settle(nil, false)
	r.notice = said.Fill("what", page.Changed(before, r.document.chosen, r.session.Spoken()))
}

// inDocument says whether a document is chosen on the screen, or on the one below a question.
func (r *root) inDocument() bool {
	at := len(r.stack) - 1
	for at > 0 && r.stack[at].Kind == screen.Asking {
		at--
	}
	return r.stack[at].OfDocument()
}

// logoMsg is a logo that was read for a document, or why it was not.
type logoMsg struct {
	screen.ReadLogo
	place screen.Place
	err   error
}

// readLogo reads the logo of a document; keys wait meanwhile.
func (r *root) readLogo(asked screen.ReadLogo) tea.Cmd {
	r.reading = true
	files, place := r.options.Files, r.place()
	return guarded(func() tea.Msg {
		var err error
		asked.Document.Logo, err = files.ReadLogo(asked.Document.LogoFile)
		return logoMsg{asked, place, err}
	})
}

// logoRead chooses the document with its logo. What is wrong with the file stands at the field, with what was typed.
func (r *root) logoRead(msg logoMsg) tea.Cmd {
	if r.reading = false; msg.err == nil {
		r.choose(msg.Document)
	} else {
		r.drafts[msg.place][msg.Field] = screen.Draft{Text: msg.Typed, Problem: r.session.Spoken().Error(msg.err)}
		r.chosenN++ // so that the form is made anew
		if r.place() != msg.place {
			w := r.session.Spoken().Wizard
			r.notice = w.DraftLeft.Fill("field", w.Write.Logo, "text", screen.OneLine(msg.Typed))
		}
	}
	return tea.Batch(r.resume(), r.goOnDeparting())
}
