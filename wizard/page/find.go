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
	"stappenplan/wizard/table"
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
	names int // how wide the widest name is
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
		s.names = 0
		for _, t := range s.all {
			s.names = max(s.names, ansi.StringWidth(t.Name))
		}
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
		name := screen.Fit(screen.OneLine(t.Name), max(8, min(f.Width-22-f.PlaceRoom(), 70, s.names)))
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

// keysOn are the commands whose keys work on a screen: those that do so everywhere, and its own.
func keysOn(s screen.Screen) []command {
	commands := []command{
		{Key: "ctrl+s", Effect: screen.Show(screen.Place{Kind: screen.SaveAs})}, {Key: "F1", Effect: screen.Show(HelpOn(screen.Place{}))},
		{Key: "ctrl+z", Effect: screen.Undo{}}, {Key: "ctrl+y", Effect: screen.Redo{}},
	}
	if form, is := s.(*Form); is && !form.focused().Kind.Typed() {
		commands = append(commands, form.commands(form.focused())...)
	}
	return commands
}

// thingsAbove are all there is to find above a screen, each with the key that does it there; last what else the keys of that screen do.
func thingsAbove(below screen.Screen, frame screen.Frame) func(screen.Frame) []find.Thing {
	here, keys := doneOn(below, frame), keysOn(below)
	return func(f screen.Frame) []find.Thing {
		list := things(f)
		for i := range list {
			if at := slices.IndexFunc(keys, func(c command) bool { return reflect.DeepEqual(c.Effect, list[i].Effect) }); at >= 0 {
				list[i].Key = keys[at].Key
			}
		}
		for _, h := range here {
			at := slices.IndexFunc(list, func(t find.Thing) bool {
				return h.effect != nil && reflect.DeepEqual(comesTo(t.Effect), comesTo(h.effect))
			})
			switch {
			case at < 0:
				list = append(list, h.Thing)
			case reflect.DeepEqual(list[at].Effect, h.effect):
				list[at].Key = h.Key
				list[at] = list[at].With(h.Thing)
			default: // from elsewhere
				list[at] = h.With(list[at])
			}
		}
		return list
	}
}

// comesTo is what an effect does in the end, wherever that begins: a member is removed on any screen, an own task added to any group.
func comesTo(effect screen.Effect) any {
	switch e := effect.(type) {
	case screen.Both:
		return comesTo(e.Second)
	case screen.Ask:
		return comesTo(e.Effect)
	case screen.Record:
		return e.Changes
	case screen.Navigate:
		if e.Open.Kind == screen.NewTask {
			return screen.NewTask
		}
	}
	return effect
}

// screenKey is what a key of a screen does; the effect of that, where it is known beforehand.
type screenKey struct {
	find.Thing
	effect screen.Effect
}

// doneOn is what the keys of a screen do, but for those that only move. What a card is about is removed as the row of the card says it.
func doneOn(s screen.Screen, f screen.Frame) (list []screenKey) {
	w := f.Texts.Wizard
	kind := string(w.FindKinds["here"])
	form, _ := s.(*Form)
	for _, b := range s.Keys(f) {
		name, label, effect := b.Help().Key, b.Help().Desc, screen.Effect(nil)
		if _, one := screen.KeyNamed(name, w); !one || name == "enter" || name == screen.RemoveKey && form != nil && form.focused().Remove == nil {
			continue
		}
		if removing, can := s.(interface{ Removes(screen.Frame) string }); can && name == screen.RemoveKey {
			label = strings.TrimSuffix(label+between+removing.Removes(f), between)
		}
		if form != nil {
			effect = form.effectOf(name)
		} else if _, is := s.(*table.Table); is {
			effect = effectsOfTable[name]
		}
		list = append(list, screenKey{find.OnScreen(assets.Capital(label), kind, name, screen.Press{Key: name}, w.FindKeys[name]...), effect})
	}
	if form == nil {
		return list
	}
	for _, fd := range form.made.Fields {
		if fd.ID == screen.RemoveRow {
			removes := screen.RemoveKey
			if form.focused().Kind.Typed() { // where it takes a letter away
				removes = ""
			}
			list = append(list, screenKey{find.OnScreen(fd.Label, kind, removes, fd.Open, w.FindKeys[screen.RemoveKey]...), fd.Open})
		}
	}
	return list
}

// effectsOfTable are the effects of the keys of the table of tasks that are found elsewhere too.
var effectsOfTable = map[string]screen.Effect{
	"+": screen.Show(screen.Place{Kind: screen.NewTask}), screen.ImportKey: screen.Show(screen.Place{Kind: screen.ImportFile}),
}

// things are all there is to find for the plan. What leads to the row of a card that removes a member asks at once.
func things(f screen.Frame) []find.Thing {
	around := find.Around{
		Plan: f.Plan, Tasks: f.Facts.Tasks, Texts: f.Texts, SinceRound: comparisonSince(f).ID, Past: f.Past != nil, Kept: f.Kept(), Plans: f.Plans, Copies: f.Copies,
		Unkept: f.Unkept,
	}
	if f.Kept() {
		around.Erasables, around.Encrypted = f.Files.Erasables().All(), f.Files.Encrypted()
	}
	list := find.Things(around)
	for i := range list {
		to, goes := list[i].Effect.(screen.Navigate)
		if m, is := f.Plan.Member(to.Open.ID); goes && is && to.Open.Kind == screen.MemberCard && to.Open.At == screen.RemoveRow {
			list[i].Effect = screen.Both{First: to, Second: askRemoveMember(f, m, screen.Back(2))}
		}
	}
	return list
}
