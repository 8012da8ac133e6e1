package wizard

import (
	"runtime"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"stappenplan/wizard/screen"
)

// Keys that come faster than a hand presses them are a paste. A terminal that does not mark what is pasted, such as
// the classic console of Windows, sends it as key presses: its letters and line ends would be commands.
//
// So a letter or Enter waits until the root hears of a message that it sent itself behind that key. A message takes
// its turn among the keys, so that all keys which are there already are looked at together, and no timer runs.

const (
	// handPace is the least time between two keys of a hand.
	handPace = 10 * time.Millisecond
	// pasteTail is how long after a paste what comes still belongs to it: it may come in parts.
	pasteTail = 150 * time.Millisecond
	// burstKeys is how many keys in a row have to come faster than that to be a paste.
	burstKeys = 4
	// turns is how often everything else goes before the message behind the keys. Bubble Tea takes one key at a time
	// from its reader, which on a busy computer is not at once ready with the next. It costs 0.1 ms.
	turns = 500
)

type (
	// behindMsg stands behind all keys that had come when it was sent.
	behindMsg struct{ keys int }
	// bubbleMsg is what a bubble sent itself, such as what it took from the clipboard.
	bubbleMsg struct{ msg tea.Msg }
)

// heldKeys are the keys that wait until it is clear whether a hand pressed them.
type heldKeys struct {
	keys  []tea.KeyPressMsg
	count int  // how many keys ever waited
	sent  bool // a message behind them is on its way
	// run is how many keys up to the last one followed each other faster than a hand, and last when that one came.
	run  int
	last time.Time
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
		r.hold(msg)
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
		r.held.run, r.held.last = burstKeys, r.session.Clock() // what comes right behind belongs to it
		return nil, true
	case tea.KeyReleaseMsg:
		return nil, true
	}
	return nil, false
}

// hold keeps a key. Keys that are there together are of one run, whatever the clock says: the computer was busy.
func (r *root) hold(pressed tea.KeyPressMsg) {
	held, now := &r.held, r.session.Clock()
	if len(held.keys) == 0 && !held.goesOn(now) {
		held.run = 0
	}
	held.keys = append(held.keys, pressed)
	held.count, held.run, held.last = held.count+1, held.run+1, now
}

// goesOn says whether a key that comes now belongs to the run.
func (h heldKeys) goesOn(now time.Time) bool {
	if h.run >= burstKeys {
		return now.Sub(h.last) <= pasteTail
	}
	return now.Sub(h.last) <= handPace
}

// sendBehind sends the message that comes back behind the keys that are there.
func (r *root) sendBehind() tea.Cmd {
	keys := r.held.count
	return func() tea.Msg {
		for range turns {
			runtime.Gosched()
		}
		return behindMsg{keys}
	}
}

// endBurst is a key that stands in no text, and ends a paste. In the middle of one, which no hand is fast enough for, a
// tab and a control character are part of it: the first is a blank there, the second nothing. Ctrl+C always counts.
func (r *root) endBurst(pressed tea.KeyPressMsg) tea.Cmd {
	now, name := r.session.Clock(), pressed.String()
	if r.held.run >= burstKeys && now.Sub(r.held.last) <= handPace && name != "ctrl+c" {
		more := r.held.run > len(r.held.keys)
		switch {
		case name == "tab" || name == "ctrl+j":
			r.held.last = now
			text := map[string]string{"tab": " ", "ctrl+j": "\n"}[name]
			return r.input(screen.Pasted{Text: r.heldText() + text, More: more})
		case strings.HasPrefix(name, "ctrl+"):
			r.held.last = now
			return r.release()
		}
	}
	held := r.release()
	r.held.run = 0
	return tea.Batch(held, r.input(pressed))
}

// heldText takes the text of the keys that waited.
func (r *root) heldText() string {
	text := textOfKeys(r.held.keys)
	r.held.keys = nil
	return text
}

// release takes the keys that waited: as a paste, or one by one.
func (r *root) release() tea.Cmd {
	keys, run := r.held.keys, r.held.run
	r.held.keys = nil
	if len(keys) > 0 && run >= burstKeys {
		return r.input(screen.Pasted{Text: textOfKeys(keys), More: run-len(keys) >= burstKeys})
	}
	var cmds []tea.Cmd
	for _, pressed := range keys {
		cmds = append(cmds, r.input(pressed))
	}
	return tea.Batch(cmds...)
}

func textOfKeys(keys []tea.KeyPressMsg) string {
	var text strings.Builder
	for _, pressed := range keys {
		if pressed.Text == "" {
			text.WriteByte('\n')
		} else {
			text.WriteString(pressed.Text)
		}
	}
	return text.String()
}

// paste puts a text into the text field that is open, and where none is, says so and does nothing.
func (r *root) paste(p screen.Pasted, unseen bool) tea.Cmd {
	if r.unsaved != nil || !r.typing() {
		r.notice = string(r.session.Spoken().Wizard.PastedNowhere)
		return nil
	}
	return r.toScreen(p, unseen)
}
