package form

// What was typed, taken back and brought again.

// mostUndone is how many changes can be taken back, and mostHeld the bytes they can take.
const mostUndone, mostHeld = 200, 4 << 20

// remember makes that a change can be taken back; a letter in a word goes with those before it.
func (e *Editor) remember(before string, letter bool) {
	if before == e.text() {
		return
	}
	e.future = nil
	if !letter || !e.grows {
		e.past = append(e.past, before)
	}
	e.grows = letter
	held := 0
	for i := len(e.past) - 1; i >= 0; i-- {
		if held += len(e.past[i]); held > mostHeld || len(e.past)-i > mostUndone {
			e.past = append([]string{}, e.past[i+1:]...)
			break
		}
	}
}

// Undo takes back the last change, and says whether there was one.
func (e *Editor) Undo() bool { return e.exchange(&e.past, &e.future) }

// Redo brings again what Undo took back last.
func (e *Editor) Redo() bool { return e.exchange(&e.future, &e.past) }

// Retype puts a text in the place of the one that is kept, as if it had been typed.
func (e *Editor) Retype(text string) {
	before := e.text()
	e.set(text)
	e.remember(before, false)
}

func (e *Editor) exchange(from, to *[]string) bool {
	last := len(*from) - 1
	if last < 0 {
		return false
	}
	*to = append(*to, e.text())
	e.set((*from)[last])
	*from = (*from)[:last]
	e.selected, e.grows = false, false
	return true
}
