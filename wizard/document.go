package wizard

import (
	"reflect"
	"slices"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/wizard/page"
	"stappenplan/wizard/screen"
)

// choices is what is chosen and is no part of the plan, such as of a document: now, before the last choices, and before those
// were taken back. A copy of it stays as it is.
type choices[T any] struct {
	chosen       T
	past, future []T // the nearest last
}

// choose sets what is chosen.
func (c *choices[T]) choose(chosen T) {
	c.past, c.future, c.chosen = append(slices.Clip(c.past), c.chosen), nil, chosen
}

// back goes to what was chosen before, and says whether there was anything.
func (c *choices[T]) back() bool { return c.step(&c.past, &c.future) }

// forth goes to what was chosen before that was taken back, likewise.
func (c *choices[T]) forth() bool { return c.step(&c.future, &c.past) }

func (c *choices[T]) step(from, to *[]T) bool {
	last := len(*from) - 1
	if last < 0 {
		return false
	}
	*to = append(slices.Clip(*to), c.chosen)
	c.chosen, *from = (*from)[last], (*from)[:last]
	return true
}

// choose sets what is chosen of a document.
func (r *root) choose(chosen screen.Document) {
	if reflect.DeepEqual(chosen, r.document.chosen) {
		return
	}
	held := r.underDrafts()
	r.document.choose(chosen)
	r.chosenN++
	r.settle(held, true)
}

// rechoose goes back to what was chosen of a document before, or forth again, and says what that changed.
func (r *root) rechoose(step func() bool, said, nothing assets.Text) {
	before := r.document.chosen
	if !step() {
		r.notice = string(nothing)
		return
	}
	r.chosenN++
	r.dropQuestions()
	r.settle(nil, false)
	r.notice = said.Fill("what", page.Changed(before, r.document.chosen, r.session.Spoken()))
}

// asked is the place on the screen, or the one below a question.
func (r *root) asked() screen.Place {
	at := len(r.stack) - 1
	for at > 0 && r.stack[at].Kind == screen.Asking {
		at--
	}
	return r.stack[at].Place
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
		r.keepRefused(msg.place, msg.Field, screen.Draft{Text: msg.Typed, Problem: r.session.Spoken().Error(msg.err), Label: string(r.session.Spoken().Wizard.Write.Logo)})
	}
	return tea.Batch(r.resume(), r.goOnDeparting())
}
