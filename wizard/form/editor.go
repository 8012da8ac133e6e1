package form

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// Editor is where text is typed: one line, or several. It has the terminal's real cursor and no timer.
type Editor struct {
	style Style
	hint  string // stands in the place of an empty text
	line  *textinput.Model
	area  *textarea.Model
	limit int
	// readOnly is why nothing can be typed; empty where it can.
	readOnly string
	// before is the value when typing began, as the editor holds it: one that cannot be typed (a tab, a line end in one
	// line) counts as a change only when the person changed something.
	before string
	// unpasted is the text before the paste that came last, and refusal why that was not taken: it may come in parts.
	unpasted string
	refusal  string
	// secret says that the text is neither shown nor cleaned.
	secret bool
	// selected says that the whole text is selected: what is typed takes its place.
	selected bool
	past     []string // the text before each change that can be taken back
	future   []string // those that were
	grows    bool     // the last change added a letter to a word
}

// Pasted is a text that came at once: marked by the terminal, or as keys that came faster than a hand.
type Pasted struct {
	Text string
	More bool // the rest of the paste before it
}

const (
	// leastHeight and mostHeight are how many lines of a long text are seen while typing.
	leastHeight, mostHeight = 2, 6
	// mostLines is how many lines bubbles' textarea holds; it drops what is more.
	mostLines = 10_000
	// tabInArea is what it makes of a tab.
	tabInArea = "    "
)

// NewLineEditor begins to type in a text of one line, of so many cells.
func NewLineEditor(value, hint string, width int, style Style) *Editor {
	in := textinput.New()
	in.Prompt = ""
	in.SetVirtualCursor(false)
	in.SetWidth(max(1, width-1))
	in.SetValue(value)
	in.CursorEnd()
	in.Focus()
	in.KeyMap = textinput.KeyMap{
		CharacterForward: bind("right"), CharacterBackward: bind("left"), WordForward: bind("alt+right", "ctrl+right"), WordBackward: bind("alt+left", "ctrl+left"),
		DeleteWordBackward: bind("alt+backspace", "ctrl+backspace", "ctrl+w"), DeleteBeforeCursor: bind("ctrl+u"), DeleteWordForward: bind("alt+delete", "ctrl+delete"),
		DeleteCharacterBackward: bind("backspace"), DeleteCharacterForward: bind("delete"), LineStart: bind("home"), LineEnd: bind("end"), Paste: bind("ctrl+v"),
	}
	e := &Editor{style: style, hint: hint, line: &in, limit: style.MostLine}
	e.before, e.unpasted = e.Value(), e.text()
	return e
}

// newSecretEditor is one whose text is not shown.
func newSecretEditor(value, hint string, width int, style Style) *Editor {
	e := NewLineEditor(value, hint, width, style)
	e.secret, e.line.EchoMode = true, textinput.EchoPassword
	e.before = e.Value()
	return e
}

func newAreaEditor(value, hint string, width int, style Style) *Editor {
	area := textarea.New()
	area.Prompt = ""
	area.ShowLineNumbers = false
	area.MaxHeight = 0
	area.SetVirtualCursor(false)
	styles := area.Styles()
	styles.Focused.CursorLine = styles.Focused.Base
	styles.Focused.EndOfBuffer = styles.Focused.Base
	area.SetStyles(styles)
	area.EndOfBufferCharacter = ' '
	area.KeyMap = textarea.KeyMap{
		CharacterForward: bind("right"), CharacterBackward: bind("left"), WordForward: bind("alt+right", "ctrl+right"), WordBackward: bind("alt+left", "ctrl+left"),
		DeleteWordBackward: bind("alt+backspace", "ctrl+backspace", "ctrl+w"), DeleteBeforeCursor: bind("ctrl+u"), DeleteWordForward: bind("alt+delete", "ctrl+delete"),
		DeleteCharacterBackward: bind("backspace"), DeleteCharacterForward: bind("delete"), LineStart: bind("home"), LineEnd: bind("end"), Paste: bind("ctrl+v"),
		LineNext: bind("down"), LinePrevious: bind("up"), InputBegin: bind("ctrl+home"), InputEnd: bind("ctrl+end"),
		InsertNewline: bind("ctrl+j", "alt+enter", "shift+enter"),
	}
	area.SetWidth(max(2, width))
	area.SetHeight(mostHeight)
	area.SetValue(value)
	area.MoveToEnd()
	area.Focus()
	e := &Editor{style: style, hint: hint, area: &area, limit: style.MostText}
	e.before, e.unpasted = e.Value(), e.text()
	return e
}

func bind(names ...string) key.Binding { return key.NewBinding(key.WithKeys(names...)) }

// ReadOnly makes that nothing is typed, and says why.
func (e *Editor) ReadOnly(why string) { e.readOnly = why }

// SetWidth gives the editor another width.
func (e *Editor) SetWidth(width int) {
	if e.line != nil {
		e.line.SetWidth(max(1, width-1))
	} else {
		e.area.SetWidth(max(2, width))
	}
}

// Changed says whether the person changed the text.
func (e *Editor) Changed() bool { return e.Value() != e.before }

// Typed says whether the person typed something that can be taken back, be it the text that is kept.
func (e *Editor) Typed() bool { return len(e.past) > 0 }

// Value is the text as it is kept: clean, and a single line where the editor has one.
func (e *Editor) Value() string {
	if e.secret {
		return e.text()
	}
	if e.line != nil {
		return e.style.CleanLine(e.text())
	}
	return e.style.Clean(e.text())
}

// text is what stands in the field.
func (e *Editor) text() string {
	if e.line != nil {
		return e.line.Value()
	}
	return e.area.Value()
}

// Take takes a key, a paste or what the bubble sent itself: whole, or not at all. Ctrl+z takes back what was typed last, and
// ctrl+y brings it again. The problem is why nothing was taken.
func (e *Editor) Take(msg tea.Msg) (cmd tea.Cmd, problem string) {
	switch msg := msg.(type) {
	case Pasted:
		return e.paste(msg.Text, msg.More)
	case tea.KeyPressMsg:
		again, ok := map[string]func() bool{"ctrl+z": e.Undo, "ctrl+y": e.Redo}[msg.String()]
		switch {
		case ok && !again():
			return nil, e.style.Words.NothingTyped
		case ok:
			return nil, ""
		}
	}
	return e.update(msg)
}

func (e *Editor) update(msg tea.Msg) (cmd tea.Cmd, problem string) {
	pressed, isKey := msg.(tea.KeyPressMsg)
	if e.selected && isKey && e.readOnly == "" && !e.replaces(pressed) {
		return nil, ""
	}
	before := e.text()
	switch {
	case isKey && pressed.Text != "" && e.style.Clean(pressed.Text) != pressed.Text:
		return nil, ""
	case isKey && pressed.Text != "":
		cmd, problem = e.insert(pressed.Text)
	case isKey && e.area != nil && key.Matches(pressed, e.area.KeyMap.InsertNewline):
		cmd, problem = e.insert("\n")
	default:
		if cmd = e.hand(msg); e.secret && !isKey && e.text() != before { // of the clipboard a line end has become a blank
			e.set(strings.TrimRight(e.text(), " "))
		}
		if e.length() > e.limit {
			e.set(before)
			problem = e.style.Words.TooLong(e.limit)
		}
	}
	if e.text() != before && e.readOnly != "" {
		e.set(before)
		return nil, e.readOnly
	}
	e.remember(before, pressed.Text != "" && pressed.Text != " ")
	return cmd, problem
}

// replaces ends that the whole text is selected, and says whether the key goes on to the text: a letter and Delete take its
// place, an arrow and Backspace only end it, and then do what they do. A blank shows nothing, and takes the place of nothing.
func (e *Editor) replaces(pressed tea.KeyPressMsg) bool {
	if pressed.Text != "" && e.style.Blank(pressed.Text) {
		return false
	}
	e.selected = false
	switch name := pressed.String(); {
	case pressed.Text != "":
		before := e.text()
		e.set("")
		e.remember(before, false)
	case name == "delete":
		before := e.text()
		e.set("")
		e.remember(before, false)
		return false
	}
	return true
}

// paste takes all parts of a paste, or none.
func (e *Editor) paste(text string, more bool) (cmd tea.Cmd, problem string) {
	if e.readOnly != "" {
		return nil, e.readOnly
	}
	before, selected := e.text(), e.selected
	if !more {
		e.unpasted, e.refusal = before, ""
	}
	if text = e.style.Clean(text); e.secret { // a line end behind it is none of it
		text = strings.TrimRight(text, "\n")
	}
	if text == "" || selected && e.style.Blank(text) {
		return nil, ""
	}
	if e.selected = false; selected {
		e.set("")
	}
	if e.refusal == "" {
		cmd, e.refusal = e.insert(text)
	}
	if e.refusal != "" {
		e.set(e.unpasted)
		e.selected = selected
	}
	e.remember(before, false)
	return cmd, e.refusal
}

// Replace puts a text in the place of all that stands in the field, whole or not at all; ctrl+z takes it back.
func (e *Editor) Replace(text string) (problem string) {
	if e.readOnly != "" {
		return e.readOnly
	}
	before := e.text()
	e.set("")
	if text = e.style.Clean(text); text != "" {
		_, problem = e.insert(text)
	}
	if problem != "" {
		e.set(before)
	}
	if e.area != nil { // as much of it as there is room for
		e.area.SetHeight(e.height())
		e.area.MoveToBegin()
		e.hand(nil)
		e.area.MoveToEnd()
	}
	e.selected = false
	e.remember(before, false)
	return problem
}

// hand hands a message on to the bubble.
func (e *Editor) hand(msg tea.Msg) (cmd tea.Cmd) {
	if e.line != nil {
		*e.line, cmd = e.line.Update(msg)
	} else {
		*e.area, cmd = e.area.Update(msg)
	}
	return cmd
}

// insert puts a clean text where the cursor is.
func (e *Editor) insert(text string) (cmd tea.Cmd, problem string) {
	if e.area != nil {
		text = strings.ReplaceAll(text, "\t", tabInArea)
		if e.area.LineCount()+strings.Count(text, "\n") > mostLines {
			return nil, e.style.Words.TooManyLines(mostLines)
		}
	}
	if e.length()+utf8.RuneCountInString(text) > e.limit {
		return nil, e.style.Words.TooLong(e.limit)
	}
	return e.hand(tea.PasteMsg{Content: text}), ""
}

func (e *Editor) set(value string) {
	if e.line != nil {
		e.line.SetValue(value)
		e.line.CursorEnd()
		return
	}
	e.area.SetValue(value)
	e.area.MoveToEnd()
}

func (e *Editor) length() int { return utf8.RuneCountInString(e.text()) }

// Select selects the whole text, so that what is typed takes its place.
func (e *Editor) Select() { e.selected = e.line != nil && e.text() != "" }

// atEdge says whether up (or down) leaves the text instead of moving in it.
func (e *Editor) atEdge(up bool) bool {
	if e.area == nil {
		return true
	}
	info := e.area.LineInfo()
	if up {
		return e.area.Line() == 0 && info.RowOffset == 0
	}
	return e.area.Line() == e.area.LineCount()-1 && info.RowOffset >= info.Height-1
}

// Lines draws the text, one string a row.
func (e *Editor) Lines() []string {
	switch {
	case e.line != nil && e.selected:
		return []string{e.style.Chosen(e.line.Value())}
	case e.line != nil && e.line.Value() == "":
		return []string{e.hinted(e.line.Width())}
	case e.line != nil:
		return []string{e.line.View()}
	}
	if height := e.height(); height != e.area.Height() {
		e.area.SetHeight(height)
	}
	lines := strings.Split(e.area.View(), "\n")
	if e.area.Length() == 0 {
		lines[0] = e.hinted(e.area.Width())
	}
	return lines
}

// hinted is what stands in the place of an empty text.
func (e *Editor) hinted(width int) string {
	return e.style.hinted(e.hint, width)
}

// height is the room that a text of several lines needs; a long one is not counted at each key.
func (e *Editor) height() int {
	if text := e.text(); len(text) < mostHeight*e.area.Width() {
		return min(max(leastHeight, len(e.style.Wrap(text, e.area.Width()))), mostHeight)
	}
	return mostHeight
}

// Cursor is where the terminal's cursor stands among the lines.
func (e *Editor) Cursor() tea.Position {
	var c *tea.Cursor
	if e.line != nil {
		c = e.line.Cursor()
	} else {
		c = e.area.Cursor()
	}
	if c == nil {
		return tea.Position{}
	}
	return c.Position
}
