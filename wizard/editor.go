package wizard

import (
	"strings"

	"charm.land/bubbles/v2/textarea"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"stappenplan/steps"
)

// editor is the field in which text is typed: one line, or several. It is made when a field is entered, has
// the terminal's real cursor and no timer.
type editor struct {
	line  *textinput.Model
	area  *textarea.Model
	limit int
	// before is the value when the field was entered, as the editor holds it: one that cannot be typed (a tab, a line
	// end in one line) counts as a change only when the person changed something.
	before string
}

// editorHeight is how many lines of a long text are seen while typing.
const editorHeight = 4

func newLineEditor(value, hint string, width int) *editor {
	in := textinput.New()
	in.Prompt = ""
	in.Placeholder = hint
	in.SetVirtualCursor(false)
	in.SetWidth(max(1, width-1))
	in.SetValue(value)
	in.CursorEnd()
	in.Focus()
	e := &editor{line: &in, limit: steps.MaxName}
	e.before = e.value()
	return e
}

func newAreaEditor(value, hint string, width int) *editor {
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
	e := &editor{area: &area, limit: steps.MaxText}
	e.before = e.value()
	return e
}

// changed says whether the person changed the text.
func (e *editor) changed() bool { return e.value() != e.before }

func (e *editor) value() string {
	if e.line != nil {
		return steps.CleanName(e.line.Value())
	}
	return steps.Clean(e.area.Value())
}

// update hands a key or a paste on; tooLong says that it was refused because the text would pass its limit.
func (e *editor) update(msg tea.Msg) (cmd tea.Cmd, tooLong bool) {
	added := 0
	switch msg := msg.(type) {
	case tea.PasteMsg:
		msg.Content = steps.Clean(msg.Content)
		if e.line != nil {
			msg.Content = steps.CleanName(msg.Content)
		}
		added = len([]rune(msg.Content))
		if e.length()+added > e.limit {
			return nil, true
		}
		e.insert(msg.Content)
		return nil, false
	case tea.KeyPressMsg:
		added = len(msg.Text)
		if added > 0 && steps.Clean(msg.Text) != msg.Text {
			return nil, false
		}
	}
	if added > 0 && e.length() >= e.limit {
		return nil, true
	}
	held := ""
	if _, isKey := msg.(tea.KeyPressMsg); !isKey { // what a bubble pastes by itself comes as a message of its own
		held = e.value()
	}
	if e.line != nil {
		*e.line, cmd = e.line.Update(msg)
	} else {
		*e.area, cmd = e.area.Update(msg)
	}
	if tooLong = e.length() > e.limit; tooLong {
		e.set(held)
	}
	return cmd, tooLong
}

func (e *editor) set(value string) {
	if e.line != nil {
		e.line.SetValue(value)
		return
	}
	e.area.SetValue(value)
}

func (e *editor) insert(text string) {
	if e.area != nil {
		e.area.InsertString(text)
		return
	}
	at, value := e.line.Position(), []rune(e.line.Value())
	e.line.SetValue(string(value[:at]) + text + string(value[at:]))
	e.line.SetCursor(at + len([]rune(text)))
}

func (e *editor) length() int {
	if e.line != nil {
		return len([]rune(e.line.Value()))
	}
	return e.area.Length()
}

// atEdge says whether up (or down) leaves the text instead of moving in it.
func (e *editor) atEdge(up bool) bool {
	if e.area == nil {
		return true
	}
	info := e.area.LineInfo()
	if up {
		return e.area.Line() == 0 && info.RowOffset == 0
	}
	return e.area.Line() == e.area.LineCount()-1 && info.RowOffset >= info.Height-1
}

func (e *editor) lines() []string {
	if e.line != nil {
		return []string{e.line.View()}
	}
	return strings.Split(e.area.View(), "\n")
}

func (e *editor) cursor() tea.Position {
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
