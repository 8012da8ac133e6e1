package page

import (
	"reflect"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/wizard/find"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// finder goes to one of many things, or does it, by typing a part of its name.
type finder struct {
	title assets.Text
	list  func(screen.Frame) []find.Thing // all that can be found
	typed *form.Editor
	at    int
	found []find.Thing
	words string // for which these were found
	all   []find.Thing
	seen  screen.Moment
}

func newFinder(f screen.Frame, title, hint assets.Text, list func(screen.Frame) []find.Thing) *finder {
	return &finder{title: title, list: list, typed: form.NewLineEditor("", string(hint), f.Width-4, f.FormStyle())}
}

// Letters go into what is looked for: it is all that the screen is for.
func (s *finder) Letters(screen.Frame) screen.Letters { return screen.LettersType }
func (s *finder) Leave(screen.Frame) screen.Effect    { return nil }
func (s *finder) Unsaved() bool                       { return false }
func (s *finder) Searching() bool                     { return true }
func (s *finder) Wide() bool                          { return true }

// Update narrows the list down, moves in it, and goes to what the cursor is on.
func (s *finder) Update(msg tea.Msg, f screen.Frame) (screen.Screen, screen.Effect) {
	s.look(f)
	if clicked, ok := msg.(screen.Clicked); ok {
		if at := clicked.Y - rowsAbove + s.top(f); clicked.Y >= rowsAbove && at < len(s.found) {
			s.at = at
			return s, screen.Both{First: screen.Back(1), Second: s.found[at].Effect}
		}
		return s, nil
	}
	if pressed, ok := msg.(tea.KeyPressMsg); ok {
		switch pressed.String() {
		case "esc":
			return s, screen.Back(1)
		case "up":
			s.at = max(0, s.at-1)
			return s, nil
		case "down", "tab":
			s.at = max(0, min(s.at+1, len(s.found)-1))
			return s, nil
		case "enter":
			if s.at >= len(s.found) {
				return s, screen.Say{Text: string(f.Texts.Wizard.FindNothing)}
			}
			return s, screen.Both{First: screen.Back(1), Second: s.found[s.at].Effect}
		}
	}
	return s, screen.Took(s.typed.Take(msg))
}

// look finds what has all words that are typed: what begins with them stands first, what only explains them last.
func (s *finder) look(f screen.Frame) {
	if now := f.Moment(); s.seen != now {
		s.all, s.seen, s.words = s.list(f), now, "\x00"
		s.typed.SetWidth(f.Width - 4)
	}
	if s.words == s.typed.Value() {
		return
	}
	s.words, s.at = s.typed.Value(), 0
	s.found = find.Among(s.all, s.words)
}

// View draws what is typed, and what was found.
func (s *finder) View(f screen.Frame) screen.Page {
	s.look(f)
	p := screen.Page{Title: string(s.title)}
	typed := f.Look.Accent.On("▸ ") + strings.TrimRight(s.typed.Lines()[0], " ")
	said := s.said(f, f.Width-ansi.StringWidth(typed)-2)
	p.Lines = append(p.Lines, typed+strings.Repeat(" ", max(0, f.Width-ansi.StringWidth(typed+said)))+f.Look.Muted.On(said), "")
	p.Cursor = &tea.Position{X: s.typed.Cursor().X + 2}
	room, top := max(1, f.Height-rowsAbove-1), s.top(f)
	for i := top; i < min(len(s.found), top+room); i++ {
		t := s.found[i]
		name := screen.Fit(screen.OneLine(t.Name), max(8, min(f.Width-22-f.PlaceRoom(), 70)))
		kind := f.Look.Muted.On(screen.OneLine(t.Kind)) // which has the room of the key where there is none
		if t.Key != "" {
			kind = f.Look.Muted.On(screen.Fit(t.Kind, kindWidth)) + f.Look.Strong.On(t.Key)
		}
		if i == s.at {
			line := f.Look.Accent.On("▸ ") + f.Look.Strong.On(name) + " " + kind
			if said == "" {
				line = f.Placed(line, i+1, len(s.found), f.Width)
			}
			p.Lines = append(p.Lines, f.Look.Selection.Lay(line, f.Width))
		} else {
			p.Lines = append(p.Lines, "  "+name+" "+kind)
		}
	}
	if len(s.found) == 0 {
		p.Lines = append(p.Lines, f.Look.Muted.On(ansi.Truncate(string(f.Texts.Wizard.FindNothing), f.Width, "…")))
	}
	return p
}

// said is what Enter goes to, in so many cells on the line in which is typed, where a screen reader reads it; nothing where there is no room.
func (s *finder) said(f screen.Frame, room int) string {
	const least = 16 // of the name
	if len(s.found) < 2 {
		return ""
	}
	t := s.found[s.at]
	behind := " · " + screen.OneLine(t.Kind) + " · " + f.Place(s.at+1, len(s.found))
	if room -= ansi.StringWidth(behind); room < least {
		return ""
	}
	return ansi.Truncate(screen.OneLine(t.Name), room, "…") + behind
}

// kindWidth is the width of the column that says what something is; behind it stands its key.
const kindWidth = 11

// rowsAbove is how many rows stand above those that were found.
const rowsAbove = 2

// top is the first of those that were found that is shown.
func (s *finder) top(f screen.Frame) int {
	room := max(1, f.Height-rowsAbove-1)
	return max(0, min(s.at-room+1, len(s.found)-room))
}

// Keys are those of the list.
func (s *finder) Keys(f screen.Frame) []key.Binding {
	w := f.Texts.Wizard.Keys
	return []key.Binding{screen.Binding("enter", w.Open), screen.Binding("↑/↓", w.Choose)}
}

// keysOfThings gives the key that has the same effect: one that works everywhere, or a command of the overview.
func keysOfThings(f screen.Frame) func(screen.Effect) string {
	commands := []command{
		{Key: "ctrl+s", Effect: screen.Show(screen.Place{Kind: screen.SaveAs})}, {Key: "F1", Effect: screen.Show(HelpOn(screen.Place{}))},
		{Key: "ctrl+z", Effect: screen.Undo{}}, {Key: "ctrl+y", Effect: screen.Redo{}},
	}
	commands = append(commands, overviewCommands(f)...)
	return func(effect screen.Effect) string {
		for _, c := range commands {
			if reflect.DeepEqual(c.Effect, effect) {
				return c.Key
			}
		}
		return ""
	}
}

// thingsAbove are all there is to find above a screen, each with its key; last what the keys of that screen do.
func thingsAbove(below screen.Screen, frame screen.Frame) func(screen.Frame) []find.Thing {
	here := doneHere(below, frame)
	return func(f screen.Frame) []find.Thing {
		list := things(f)
		for _, h := range here {
			same := func(t find.Thing) bool { return h.effect != nil && reflect.DeepEqual(t.Effect, h.effect) }
			if at := slices.IndexFunc(list, same); at >= 0 {
				list[at].Key = h.Key
				continue
			}
			list = slices.DeleteFunc(list, func(t find.Thing) bool { // which does the same from elsewhere
				return t.Name == h.Name && t.Kind == string(f.Texts.Wizard.FindKinds["command"])
			})
			list = append(list, h.Thing)
		}
		return list
	}
}

// done is what a key of a screen does; the effect of that, where it is known beforehand.
type done struct {
	find.Thing
	effect screen.Effect
}

// doneHere is what the keys of a screen do, but for those that only move, and the removing for which a form has a row instead.
func doneHere(s screen.Screen, f screen.Frame) (list []done) {
	w := f.Texts.Wizard
	kind := string(w.FindKinds["here"])
	form, _ := s.(*Form)
	for _, b := range s.Keys(f) {
		name, label, effect := b.Help().Key, b.Help().Desc, screen.Effect(nil)
		if _, one := screen.KeyNamed(name, w); !one || name == "enter" {
			continue
		}
		if removing, can := s.(interface{ Removes(screen.Frame) string }); can && name == screen.RemoveKey {
			label = strings.TrimSuffix(label+between+removing.Removes(f), between)
		}
		if form != nil {
			effect = form.effectOf(name)
		}
		list = append(list, done{find.Here(assets.Capital(label), kind, name, screen.Press{Key: name}, w.FindKeys[name]...), effect})
	}
	if form == nil {
		return list
	}
	for _, fd := range form.made.Fields {
		if fd.ID == removeField {
			list = append(list, done{Thing: find.Here(fd.Label, kind, "", fd.Open, w.FindKeys[screen.RemoveKey]...)})
		}
	}
	return list
}

// removeField is the row of a form that removes what the form is about.
const removeField = "remove"

// things are all there is to find for the plan, each with its key.
func things(f screen.Frame) []find.Thing {
	around := find.Around{
		Plan: f.Plan, Tasks: f.Facts.Tasks, Texts: f.Texts, SinceRound: comparisonSince(f).ID, Past: f.Past != nil, Kept: f.Kept(), Plans: f.Plans, Copies: f.Copies,
		Unkept: f.Unkept,
	}
	if f.Kept() {
		around.Erasables, around.Encrypted = f.Files.Erasables().All(), f.Files.Encrypted()
	}
	list, keys := find.Things(around), keysOfThings(f)
	for i := range list {
		list[i].Key = keys(list[i].Effect)
	}
	return list
}
