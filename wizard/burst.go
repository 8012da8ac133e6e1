package wizard

import (
	"runtime"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Keys that come faster than a hand presses them are a paste. A terminal that does not mark what is pasted, such as
// the classic console of Windows, sends it as key presses: its letters and line ends would be commands.
//
// So a letter or Enter waits until the root hears of a message that it sent itself behind that key. A message takes
// its turn among the keys, so that all keys which are there already are looked at together, and no timer runs.

const (
	// handPace is the least time between two keys of a hand.
	handPace = 10 * time.Millisecond
	// burstKeys is how many keys in a row have to come faster than that to be a paste.
	burstKeys = 4
)

type (
	// pasted is a text that came at once: marked by the terminal, or as keys that came faster than a hand.
	pasted struct {
		text   string
		asKeys bool
		more   bool // the rest of the paste before it
	}
	// behindMsg stands behind all keys that had come when it was sent.
	behindMsg struct{ keys int }
	// bubbleMsg is what a bubble sent itself, such as what it took from the clipboard.
	bubbleMsg struct{ msg tea.Msg }
)

// heldKeys are the keys that wait until it is clear whether a hand pressed them.
type heldKeys struct {
	keys  []heldKey
	count int  // how many keys came since the program began
	sent  bool // a message behind them is on its way
	// pasteEnd is when the last paste ended: keys of no hand right behind it are its rest.
	pasteEnd time.Time
}

type heldKey struct {
	tea.KeyPressMsg
	came time.Time
}

// inText says whether a key may be a letter or a line end of a paste.
func inText(pressed tea.KeyPressMsg) bool { return pressed.Text != "" || pressed.String() == "enter" }

// waits takes what changes nothing that is seen yet: a key that may be part of a paste, and what comes between.
func (r *root) waits(msg tea.Msg) (cmd tea.Cmd, waits bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if !inText(msg) {
			return nil, false
		}
		r.held.keys = append(r.held.keys, heldKey{msg, r.session.Clock()})
		r.held.count++
		if r.held.sent {
			return nil, true
		}
		r.held.sent = true
		return r.sendBehind(), true
	case behindMsg:
		if r.held.count > msg.keys { // more came: once more
			return r.sendBehind(), true
		}
	case tea.PasteEndMsg:
		r.held.pasteEnd = r.session.Clock()
		return nil, true
	case tea.KeyReleaseMsg:
		return nil, true
	}
	return nil, false
}

// press is a key that is never part of a paste, and ends one.
func (r *root) press(pressed tea.KeyPressMsg) tea.Cmd {
	held := r.release()
	if name := pressed.String(); name != "tab" && name != "ctrl+j" { // those two stand in texts
		r.held.pasteEnd = time.Time{}
	}
	return tea.Batch(held, r.input(pressed, false))
}

// sendBehind sends the message that comes back behind the keys that are there. The terminal's reader hands over one
// key at a time and needs its turn to hand over the next.
func (r *root) sendBehind() tea.Cmd {
	keys := r.held.count
	return func() tea.Msg {
		runtime.Gosched()
		return behindMsg{keys}
	}
}

// release takes the keys that waited, in order: those faster than a hand as a paste, the others one by one.
func (r *root) release() tea.Cmd {
	keys := r.held.keys
	r.held.keys = nil
	var cmds []tea.Cmd
	for len(keys) > 0 {
		n := together(keys)
		rest := keys[0].came.Sub(r.held.pasteEnd) <= handPace
		if rest || n >= burstKeys {
			r.held.pasteEnd = keys[n-1].came
			cmds = append(cmds, r.input(pasted{pastedText(keys[:n]), true, rest}, false))
		} else {
			for _, one := range keys[:n] {
				cmds = append(cmds, r.input(one.KeyPressMsg, false))
			}
		}
		keys = keys[n:]
	}
	return tea.Batch(cmds...)
}

// together is how many keys from the first on came faster than a hand.
func together(keys []heldKey) int {
	n := 1
	for n < len(keys) && keys[n].came.Sub(keys[n-1].came) <= handPace {
		n++
	}
	return n
}

func pastedText(keys []heldKey) string {
	var text strings.Builder
	for _, one := range keys {
		if one.Text == "" {
			text.WriteByte('\n')
		} else {
			text.WriteString(one.Text)
		}
	}
	return text.String()
}

// paste puts a text into the text field that is open, and where none is, says so and does nothing. A paste that the
// terminal marked opens the field that the cursor is on.
func (r *root) paste(p pasted, unseen bool) (cmd tea.Cmd) {
	if r.unsaved == nil && (!p.asKeys || r.top().typing(r.frame())) {
		cmd = r.toScreen(p, unseen)
	}
	if r.unsaved != nil || !r.top().typing(r.frame()) {
		r.notice = string(r.session.Texts.Wizard.PastedNowhere)
	}
	return cmd
}
