// Package form is a form on huh: huh moves the focus, chooses and validates. The fields that text is typed in, those whose
// options stand beside each other and the layout are its own. It knows nothing of the step plan: what a value means
// is said by who makes the form. A form is made anew whenever what it shows may have changed.
package form

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// Kind is how a field works.
type Kind int

// The kinds of fields.
const (
	Lines  Kind = iota // lines that are only read
	Action             // Enter performs it
	Line               // a text of one line
	Text               // a text of several lines
	Choice             // one of a few options, beside each other
	Ticks              // any of some options, below each other
)

// Typed says whether text is typed in a field of this kind.
func (k Kind) Typed() bool { return k == Line || k == Text }

// Field is one part of a form.
type Field struct {
	ID    string
	Kind  Kind
	Lines []string // of lines to read, laid out
	Label string
	// Value is the value that is kept, in the form it is typed in; of ticks the values of the options, parted by commas; of
	// an action what stands behind its label, painted.
	Value   string
	Shown   string // how a text is shown while it is not typed in, where that differs
	Hint    string // stands in the place of an empty text
	Help    []string
	Options []Option
	// Unchosen are lines that stand where what follows from an option would, while none is chosen.
	Unchosen []string
	// Decisive is a choice that Enter makes and does not leave. While nothing is chosen no option is taken by pressing Enter
	// too often; so it is of any choice that has no option for no value.
	Decisive bool
	// Selected is a text that is selected when the field gets the focus, so that what is typed takes its place.
	Selected bool
	Muted    bool     // an action that is less wanted than the others
	Beside   bool     // it stands in the second column, where the form has one
	Under    []string // lines, laid out, that stand below it while it has the focus
	Stays    bool     // it stays in sight, with those beside it that do, where the form has one column
	Secret   bool     // of a text of one line a sign stands for each letter; it is kept as it is typed, also blanks at its ends
	// Tells gives a line that stands below it, about what is typed so far.
	Tells    func(value string) string
	ReadOnly string // why its value cannot be changed; empty where it can
	// Check says what is wrong with a value; empty for nothing.
	Check func(value string) (problem string)
	// Draft is what was typed before and is not kept, and Problem why that is refused.
	Draft, Problem string
}

// Option is one of the values of a field, what it is called, and the letter that chooses it; no letter for none.
type Option struct {
	Value, Label, Letter string
	Begins               bool // it begins a line: with it begin options of another kind
	// Follows are lines, laid out, that tell what follows from a choice of it while it is at hand: in the second column where the form
	// has one, and else below.
	Follows []string
}

// Style is how forms are drawn and worded.
type Style struct {
	Pointer, Label, Hint, Strong, Chosen, Bad func(text string) string
	// Row draws the bar of the row with the focus, over so many cells.
	Row func(line string, width int) string
	// Wrap lays a text out in lines, and Fit makes it so many cells wide.
	Wrap func(text string, width int) []string
	Fit  func(text string, width int) string
	Clip func(text string, width int) string // cuts a text between words, where it is too long
	// Clean makes a text harmless, CleanLine also one line.
	Clean, CleanLine   func(text string) string
	Blank              func(text string) bool // says whether a text shows nothing
	MostLine, MostText int                    // letters that the two kinds of texts can have
	Words              Words
	// Placed makes the line of a row to open so many cells wide, and says at its end which it is of how many while it has the focus, nil to say
	// nothing; PlaceRoom is the room that rows leave for that.
	Placed    func(line string, n, total, width int) string
	PlaceRoom int
	// Beside is how wide the second column is, 0 for none, and Rule is drawn before its lines.
	Beside int
	Rule   string
}

// hinted draws what stands in the place of an empty text, in whole words.
func (s Style) hinted(hint string, width int) string { return s.Hint(s.Clip(hint, width)) }

// BetweenColumns is how wide the rule between two columns is, with its blanks.
const BetweenColumns = 3

// Words are the sentences of a form.
type Words struct {
	TooLong, TooManyLines func(limit int) string
	ChooseFirst           string
	NothingTyped          string // to take back, or to bring again
	NotKept               string // stands before what is wrong with a draft
}

// Event is what became of a field: it was left, or entered by Enter or the letter of an option.
type Event struct {
	Field   string // empty for no event
	Value   string
	Changed bool // it is another value than the one that is kept
	Entered bool
	Letter  string // that chose an option, or [Clicked]; empty where it was Enter
}

// element is a field of huh that the layout can draw.
type element interface {
	huh.Field
	field() *Field
	value() string
	// lines draws the field; the position is where the cursor stands in it.
	lines() ([]string, tea.Position)
	problem() string
	// skip has huh pass over the field.
	skip(passed bool)
}

// Form is a form with the focus on one of its fields.
type Form struct {
	huh      *huh.Form // nil where no field can have the focus
	layout   *column
	elements []element // those that can have the focus
	given    bool      // what is typed or chosen was handed over to be kept, and nothing was typed or chosen since
}

// New is a form of fields, below each other, in so many cells. The labels stand in a column of their own.
func New(fields []Field, width, labels int, style Style) *Form {
	f := &Form{}
	var inGroup []huh.Field
	rows := make([]row, len(fields))
	if style.Beside > 0 {
		width -= style.Beside + BetweenColumns
	}
	total := 0
	for i := range fields {
		if fields[i].Kind != Lines {
			total++
		}
	}
	if total < 2 {
		style.Placed, style.PlaceRoom = nil, 0
	}
	for i := range fields {
		room := width
		if fields[i].Beside {
			room = style.Beside
		}
		if rows[i] = newRow(&fields[i], room, labels, style); rows[i].element != nil {
			f.elements = append(f.elements, rows[i].element)
			inGroup = append(inGroup, rows[i].element)
		}
	}
	f.layout = &column{rows: rows, indent: labels + pointerWidth, width: width, style: style}
	if len(inGroup) > 0 {
		f.huh = huh.NewForm(huh.NewGroup(inGroup...)).WithTheme(theme).WithKeyMap(keys).WithShowHelp(false).WithShowErrors(false).
			WithWidth(width).WithLayout(f.layout)
		f.focused().Focus() // Init only asks for the size of the window
	}
	return f
}

// focused is the field with the focus; there is one.
func (f *Form) focused() element { return f.huh.GetFocusedField().(element) }

// Focused is the field with the focus, and its value now; nil where none can have it.
func (f *Form) Focused() (field *Field, value string) {
	if f.huh == nil {
		return nil, ""
	}
	return f.focused().field(), f.focused().value()
}

// Focus puts the focus on a field. It says whether there is one with that id.
func (f *Form) Focus(id string) bool {
	at := slices.IndexFunc(f.elements, func(e element) bool { return e.field().ID == id })
	if at < 0 {
		return false
	}
	now := slices.Index(f.elements, f.focused())
	if at == now {
		return true
	}
	between, move := f.elements[min(now, at)+1:max(now, at)], huh.NextField
	if at < now {
		move = huh.PrevField
	}
	for _, e := range between { // huh goes from field to field, and passes over those that are skipped
		e.skip(true)
	}
	f.run(move)
	for _, e := range between {
		e.skip(false)
	}
	return true
}

// FocusAt puts the focus on the field of an index, or the one nearest to it.
func (f *Form) FocusAt(index int) {
	if f.huh != nil {
		f.Focus(f.elements[min(max(index, 0), len(f.elements)-1)].field().ID)
	}
}

// FocusShown puts the focus on the first field of the same column that begins in one of some lines, and says whether there is one.
func (f *Form) FocusShown(lines []int) bool {
	beside := f.focused().field().Beside
	for _, a := range f.layout.areas {
		if a.beside == beside && slices.Contains(lines, a.top) {
			return f.Focus(a.element.field().ID)
		}
	}
	return false
}

// Fields is how many fields can have the focus.
func (f *Form) Fields() int { return len(f.elements) }

// Index is the place of the field with the focus among those that can have it.
func (f *Form) Index() int {
	if f.huh == nil {
		return 0
	}
	return slices.Index(f.elements, f.focused())
}

// Takes says whether the field with the focus does something with the text of a key: a text field does with all.
func (f *Form) Takes(pressed tea.KeyPressMsg) bool {
	field, _ := f.Focused()
	if field == nil {
		return false
	}
	switch {
	case field.Kind.Typed():
		return true
	case field.Kind == Ticks:
		return pressed.String() == "space"
	}
	return slices.ContainsFunc(field.Options, func(o Option) bool { return o.Letter != "" && o.Letter == pressed.Text })
}

// Update takes a key. The command is one of a bubble's own.
func (f *Form) Update(pressed tea.KeyPressMsg) (Event, tea.Cmd) {
	if f.huh == nil {
		return Event{}, nil
	}
	f.given = false
	from := f.focused()
	before, changed := from.value(), f.Changed()
	_, moves := f.huh.Update(pressed)
	f.run(moves)
	var cmd tea.Cmd
	if e, isEntry := from.(*entry); isEntry {
		cmd, e.toRun = e.toRun, nil
	}
	event := Event{Field: from.field().ID, Value: from.value(), Entered: entered(from, pressed)}
	event.Changed = changed && event.Value == before || event.Value != before && event.Value != from.field().Value
	if event.Entered {
		event.Letter = pressed.Text
	}
	if event.Entered || f.focused() != from || from.field().Kind == Ticks && event.Value != before {
		return event, cmd
	}
	return Event{}, cmd
}

// entered says whether Enter, or the letter of an option, was taken by a field.
func entered(e element, pressed tea.KeyPressMsg) bool {
	field := e.field()
	if e.problem() != "" || field.Kind == Ticks {
		return false
	}
	letter := func(o Option) bool { return o.Letter != "" && o.Letter == pressed.Text }
	return pressed.String() == "enter" || !field.Kind.Typed() && slices.ContainsFunc(field.Options, letter)
}

// run runs huh's own commands at once: none of them waits, they only carry a message from field to group to form. What lies
// beyond the first and the last field does not exist: huh would end the form there.
func (f *Form) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			f.run(c)
		}
	default:
		at := f.focused()
		if msg == huh.NextField() && at == f.elements[len(f.elements)-1] || msg == huh.PrevField() && at == f.elements[0] {
			return
		}
		_, next := f.huh.Update(msg)
		f.run(next)
	}
}

// Paste puts a text into the text field with the focus, whole or not at all; more of it is the rest of the paste before. A
// form whose focus is elsewhere says no.
func (f *Form) Paste(text string, more bool) (cmd tea.Cmd, taken bool) {
	if e := f.entry(); e != nil {
		f.given = false
		return e.take(Pasted{Text: text, More: more}), true
	}
	return nil, false
}

// Replace puts a text in the place of all that stands in the text field with the focus, whole or not at all, and says why not.
func (f *Form) Replace(text string) (problem string) {
	e := f.entry()
	if e == nil {
		return ""
	}
	f.given = false
	if e.tooLong() {
		return e.style.Words.TooManyLines(mostLines)
	}
	e.wrong = ""
	return e.opened().Replace(text)
}

// Answer hands the text field with the focus what its bubble sent itself.
func (f *Form) Answer(msg tea.Msg) tea.Cmd {
	if e := f.entry(); e != nil {
		return e.take(msg)
	}
	return nil
}

// entry is the text field with the focus; nil for none.
func (f *Form) entry() *entry {
	if f.huh == nil {
		return nil
	}
	e, _ := f.focused().(*entry)
	return e
}

// Changed says whether the field with the focus holds another value than the one that is kept, which was not handed over.
func (f *Form) Changed() bool {
	if e := f.entry(); e != nil {
		return e.changed() && !f.given
	}
	field, value := f.Focused()
	return field != nil && field.Kind != Action && value != field.Value && !f.given
}

// HandOver says that what is typed or chosen is kept from now on by who made the form: there is nothing to go on with.
func (f *Form) HandOver() { f.given = true }

// Undo takes back what was typed last in the text field with the focus; Redo brings it again. They say whether
// the focus is in a text field, and whether there was something.
func (f *Form) Undo() (inText, done bool) { return f.retype((*Editor).Undo) }

// Redo brings again what Undo took back.
func (f *Form) Redo() (inText, done bool) { return f.retype((*Editor).Redo) }

func (f *Form) retype(again func(*Editor) bool) (inText, done bool) {
	e := f.entry()
	if e == nil || e.tooLong() {
		return e != nil, false
	}
	e.wrong = ""
	return true, again(e.opened())
}

// Resume goes on with what is being typed or chosen in another form, where the focus is on a field that has the same id
// and the same value. Among options to tick the cursor stays where it was.
func (f *Form) Resume(other *Form) {
	if f.huh == nil || other == nil || other.huh == nil {
		return
	}
	was, ok := other.focused().(interface{ state() any })
	now, same := f.focused().(interface{ resume(state any) })
	a, b := other.focused().field(), f.focused().field()
	if ok && same && a.ID == b.ID && a.Kind == b.Kind && (a.Value == b.Value && !other.given || a.Kind == Ticks) {
		now.resume(was.state())
	}
}

// View draws the form: its lines, where the cursor stands, and how many lines under that belong to it.
func (f *Form) View() (lines []string, cursor *tea.Position, below int) {
	if f.huh == nil {
		return f.layout.draw(nil), nil, 0
	}
	lines = strings.Split(f.huh.View(), "\n")
	return lines, f.layout.cursor, f.layout.below
}

// Stays are the lines that stay in sight, as they were drawn last: from one up to but not including another.
func (f *Form) Stays() (from, to int) { return f.layout.staysFrom, f.layout.staysTo }

// keys are huh's, without a letter or ctrl with a letter. A binding without keys can never be switched on again, which
// huh does with its filters.
var keys = func() *huh.KeyMap {
	next, previous := bind("enter", "tab"), bind("shift+tab")
	return &huh.KeyMap{
		Input:       huh.InputKeyMap{Next: bind("enter", "tab", "down"), Prev: bind("shift+tab", "up")},
		Text:        huh.TextKeyMap{Next: next, Prev: previous},
		Select:      huh.SelectKeyMap{Next: bind("tab", "down"), Prev: bind("shift+tab", "up"), Submit: bind("enter"), Left: bind("left"), Right: bind("right")},
		MultiSelect: huh.MultiSelectKeyMap{Next: next, Submit: next, Prev: previous, Up: bind("up"), Down: bind("down"), Toggle: bind("space")},
	}
}()
