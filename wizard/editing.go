package wizard

import (
	"strings"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"stappenplan/steps"
	"stappenplan/wizard/page"
	"stappenplan/wizard/screen"
)

// editedText is a text of a field, as an editor left it.
type editedText struct {
	field heldField
	text  []byte
}

// editedMsg is the end of an editor: what it left, what it was given, when, and what went wrong.
type editedMsg struct {
	editedText
	given string
	began time.Time
	err   error
}

// atOnce is how soon an editor ends that did not wait for its window, and in which nobody can have read.
const atOnce = 2 * time.Second

// edit opens a text that is being typed in the person's own editor; keys wait meanwhile. What came back from there before and could not
// stand in the field is opened again.
func (r *root) edit(w screen.Edit) tea.Cmd {
	field := heldField{r.place(), w.Field}
	text := []byte(w.Text)
	if len(text) > 0 {
		text = append(text, '\n')
	}
	if r.unusable.text != nil && r.unusable.field == field {
		text = r.unusable.text
	}
	r.editing = true
	editing, began := r.options.Files.Edit(text), r.session.Clock()
	return tea.Exec(editing, func(err error) tea.Msg {
		return editedMsg{editedText{field, editing.Text()}, w.Text, began, err}
	})
}

// edited puts what the editor left in the field, as if it had been typed. What cannot stand there is kept for the editor.
func (r *root) edited(msg editedMsg) tea.Cmd {
	r.editing, r.unusable = false, editedText{}
	w := r.session.Spoken().Wizard.Editor
	text := strings.TrimSuffix(strings.ReplaceAll(strings.TrimPrefix(string(msg.text), "\ufeff"), "\r\n", "\n"), "\n")
	form, isForm := r.top().(*page.Form)
	problem := ""
	switch {
	case !isForm || r.place() != msg.field.Place:
		problem = string(w.Elsewhere)
	case !utf8.ValidString(text):
		problem = string(w.NotText)
	case steps.Clean(text) != steps.Clean(msg.given):
		problem = form.Replace(msg.field.id, text, r.frame())
	case msg.err != nil:
	case r.session.Clock().Sub(msg.began) < atOnce:
		r.notice = string(w.Unchanged) + " " + string(w.DoesItWait)
	default:
		r.notice = string(w.Unchanged)
	}
	switch {
	case problem != "": // also where the editor failed: this tells how to get the text back
		r.unusable = msg.editedText
		r.notice = problem + " " + string(w.Again)
	case msg.err != nil:
		r.notice = r.session.Spoken().Error(msg.err)
	}
	return tea.Batch(r.resume(), r.goOnDeparting())
}
