package form

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// Editor is the field in which text is typed: one line, or several. It is made when a field is entered, has the
// terminal's real cursor and no timer.
type Editor struct {
	line  *textinput.Model
	area  *textarea.Model
	limit int
	// before is the value when the field was entered, as the editor holds it: one that cannot be typed (a tab, a line
	// end in one line) counts as a change only when the person changed something.
	before string
	// unpasted is the text before the paste that came last, and refusal why that was not taken: it may come in parts.
	unpasted string
	refusal  refusal
}

const (
	// editorHeight is how many lines of a long text are seen while typing.
	editorHeight = 4
	// mostLines is how many lines bubbles' textarea holds; it drops what is more.
	mostLines = 10_000
	// tabInArea is what it makes of a tab.
	tabInArea = "    "
)

// NewLineEditor begins to type in a text of one line, of so many cells.
func NewLineEditor(value, hint string, width int) *Editor {
	in := textinput.New()
	in.Prompt = ""
	in.Placeholder = hint
	in.SetVirtualCursor(false)
	in.SetWidth(max(1, width-1))
	in.SetValue(value)
	in.CursorEnd()
	in.Focus()
	e := &Editor{line: &in, limit: steps.MaxName}
	e.before, e.unpasted = e.Value(), e.text()
	return e
}

func newAreaEditor(value, hint string, width int) *Editor {
	area := textarea.New()
	area.Prompt = ""
	area.Placeholder = hint
	area.ShowLineNumbers = false
	area.MaxHeight = 0
	area.SetVirtualCursor(false)
	styles := area.Styles()
	styles.Focused.CursorLine = styles.Focused.Base
	styles.Focused.EndOfBuffer = styles.Focused.Base
	area.SetStyles(styles)
	area.EndOfBufferCharacter = ' '
	area.KeyMap.InsertNewline.SetKeys("ctrl+j", "alt+enter", "shift+enter")
	area.SetWidth(max(2, width))
	area.SetHeight(editorHeight)
	area.SetValue(value)
	area.MoveToEnd()
	area.Focus()
	e := &Editor{area: &area, limit: steps.MaxText}
	e.before, e.unpasted = e.Value(), e.text()
	return e
}

// Changed says whether the person changed the text.
func (e *Editor) Changed() bool { return e.Value() != e.before }

// Value is the text as it is kept: clean, and a single line where the editor has one.
func (e *Editor) Value() string {
	if e.line != nil {
		return steps.CleanName(e.text())
	}
	return steps.Clean(e.text())
}

// text is what stands in the field.
func (e *Editor) text() string {
	if e.line != nil {
		return e.line.Value()
	}
	return e.area.Value()
}

// refusal is why a text was not taken.
type refusal int

const (
	taken refusal = iota
	tooLong
	tooManyLines
)

// Update takes a key, a paste or what the field sent itself: whole, or not at all. The problem is why it was not taken;
// empty where it was.
func (e *Editor) Update(msg tea.Msg, f screen.Frame) (cmd tea.Cmd, problem string) {
	cmd, why := e.take(msg)
	switch why {
	case tooLong:
		problem = f.Texts.Wizard.TooLong.Fill("limit", e.limit)
	case tooManyLines:
		problem = f.Texts.Wizard.TooManyLines.Fill("limit", mostLines)
	}
	return cmd, problem
}

func (e *Editor) take(msg tea.Msg) (tea.Cmd, refusal) {
	switch msg := msg.(type) {
	case screen.Pasted:
		return e.paste(msg)
	case tea.KeyPressMsg:
		switch {
		case msg.Text != "" && steps.Clean(msg.Text) != msg.Text:
			return nil, taken
		case msg.Text != "":
			return e.insert(msg.Text)
		case e.area != nil && key.Matches(msg, e.area.KeyMap.InsertNewline):
			return e.insert("\n")
		}
		return e.hand(msg), taken
	}
	held := e.text()
	cmd := e.hand(msg)
	if e.length() > e.limit {
		e.set(held)
		return cmd, tooLong
	}
	return cmd, taken
}

// paste takes all parts of a paste, or none.
func (e *Editor) paste(p screen.Pasted) (cmd tea.Cmd, why refusal) {
	if !p.More {
		e.unpasted, e.refusal = e.text(), taken
	}
	if e.refusal == taken {
		cmd, e.refusal = e.insert(steps.Clean(p.Text))
	}
	if e.refusal != taken && p.More {
		e.set(e.unpasted)
	}
	return cmd, e.refusal
}

// hand hands a message on to the field.
func (e *Editor) hand(msg tea.Msg) (cmd tea.Cmd) {
	if e.line != nil {
		*e.line, cmd = e.line.Update(msg)
	} else {
		*e.area, cmd = e.area.Update(msg)
	}
	return cmd
}

// insert puts a clean text where the cursor is.
func (e *Editor) insert(text string) (tea.Cmd, refusal) {
	if e.area != nil {
		text = strings.ReplaceAll(text, "\t", tabInArea)
		if e.area.LineCount()+strings.Count(text, "\n") > mostLines {
			return nil, tooManyLines
		}
	}
	if e.length()+utf8.RuneCountInString(text) > e.limit {
		return nil, tooLong
	}
	return e.hand(tea.PasteMsg{Content: text}), taken
}

func (e *Editor) set(value string) {
	if e.line != nil {
		e.line.SetValue(value)
		return
	}
	e.area.SetValue(value)
}

func (e *Editor) length() int { return utf8.RuneCountInString(e.text()) }

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
	if e.line != nil {
		return []string{e.line.View()}
	}
	return strings.Split(e.area.View(), "\n")
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
