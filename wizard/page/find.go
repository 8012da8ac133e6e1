package page

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
)

// finder goes to one of many things, or does it, by typing a part of its name.
type finder struct {
	title assets.Text
	list  func(screen.Frame) []target // all that can be found
	typed *form.Editor
	at    int
	found []target
	words string // for which these were found
	all   []target
	seen  screen.Moment
}

// target is one thing to go to or to do.
type target struct {
	name, kind string
	key        string // that does the same, everywhere or on the overview; empty for none
	effect     screen.Effect
	folded     string // the name and the kind
	explained  string // these, and what is explained of it
}

func newFinder(f screen.Frame, title, hint assets.Text, list func(screen.Frame) []target) *finder {
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
			return s, screen.Both{First: screen.Back(1), Second: s.found[at].effect}
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
			return s, screen.Both{First: screen.Back(1), Second: s.found[s.at].effect}
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
	words := strings.Fields(spelled(s.words))
	var found [3][]target
	for _, t := range s.all {
		if rank := t.rank(words, strings.Join(words, "")); rank < len(found) {
			found[rank] = append(found[rank], t)
		}
	}
	s.found = slices.Concat(found[:]...)
}

// rank says how well a target answers what is typed: 0 where its name begins with that, 1 where its name and kind have all
// words, 2 where its explanation has the others, 3 for not at all.
func (t target) rank(words []string, typed string) int {
	has := func(text string) bool {
		return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) })
	}
	switch {
	case strings.HasPrefix(t.folded, typed):
		return 0
	case has(t.folded):
		return 1
	case has(t.explained):
		return 2
	}
	return 3
}

// spelled is a text without accents and capitals, and with blanks for signs.
func spelled(text string) string {
	if slug := steps.Slug(text); slug != "" {
		return strings.ReplaceAll(slug, "-", " ")
	}
	return strings.ToLower(text)
}

// fold makes that a text is found however it is spelled, also without its blanks and hyphens.
func fold(text string) string { return strings.ReplaceAll(spelled(text), " ", "") }

// View draws what is typed, and what was found.
func (s *finder) View(f screen.Frame) screen.Page {
	s.look(f)
	p := screen.Page{Title: string(s.title)}
	p.Lines = append(p.Lines, f.Look.Accent.On("▸ ")+s.typed.Lines()[0], "")
	p.Cursor = &tea.Position{X: s.typed.Cursor().X + 2}
	room, top := max(1, f.Height-rowsAbove-1), s.top(f)
	for i := top; i < min(len(s.found), top+room); i++ {
		t := s.found[i]
		name := screen.Fit(screen.OneLine(t.name), max(8, min(f.Width-22, 70)))
		kind := f.Look.Muted.On(screen.OneLine(t.kind)) // which has the room of the key where there is none
		if t.key != "" {
			kind = f.Look.Muted.On(screen.Fit(t.kind, kindWidth)) + f.Look.Strong.On(t.key)
		}
		if i == s.at {
			p.Lines = append(p.Lines, f.Look.Selection.Lay(f.Look.Accent.On("▸ ")+f.Look.Strong.On(name)+" "+kind, f.Width))
		} else {
			p.Lines = append(p.Lines, "  "+name+" "+kind)
		}
	}
	if len(s.found) == 0 {
		p.Lines = append(p.Lines, f.Look.Muted.On(ansi.Truncate(string(f.Texts.Wizard.FindNothing), f.Width, "…")))
	}
	return p
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

// keysOfTargets gives the key that has the same effect: one that works everywhere, or a command of the overview.
func keysOfTargets(f screen.Frame) func(screen.Effect) string {
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

// targets are all there is to go to and to do: steps, screens, commands, people, tasks.
func targets(f screen.Frame) []target {
	l := targetList{keys: keysOfTargets(f)}
	l.addScreens(f)
	l.addCommands(f)
	l.addOfPlan(f)
	return l.list
}

// targetList is what can be found, with the key that does the same.
type targetList struct {
	keys func(screen.Effect) string
	list []target
}

func (l *targetList) add(kind assets.Text, name string, effect screen.Effect) {
	folded := fold(name) + " " + fold(string(kind))
	l.list = append(l.list, target{name: assets.Capital(name), kind: string(kind), effect: effect, folded: folded, explained: folded, key: l.keys(effect)})
}

// explain has the one that was added last found by other words too.
func (l *targetList) explain(words string) { l.list[len(l.list)-1].explained += " " + fold(words) }

// addScreens adds the steps, and the screens that there are for any plan.
func (l *targetList) addScreens(f screen.Frame) {
	w, add := f.Texts.Wizard, l.add
	for _, s := range steps.Tree {
		add(w.FindKinds["step"], f.Texts.Plan.Steps[s.ID].Rail.Fill(), screen.Show(screen.StepPlace(s.ID)))
	}
	for _, to := range []struct {
		name  assets.Text
		place screen.Place
	}{
		{w.Keys.Overview, screen.Place{Kind: screen.Overview}}, {w.Keys.Findings, screen.Place{Kind: screen.FindingList}},
		{w.ProfileTitle, screen.Place{Kind: screen.Profile}}, {w.MeansTitle, screen.Place{Kind: screen.MeansList}}, {w.Division, screen.Place{Kind: screen.TaskList, ID: string(steps.Team)}},
		{w.Matrix, screen.Place{Kind: screen.Matrix}}, {w.SummaryTitle, screen.Place{Kind: screen.Summary}}, {w.Write.Title, screen.Place{Kind: screen.SaveAs}},
		{w.Write.OthersTitle, screen.Place{Kind: screen.OtherFiles}}, {w.Decisions.Title, screen.Place{Kind: screen.Decisions}}, {w.Actions.Title, screen.Place{Kind: screen.Actions}}, {w.Keys.History, screen.Place{Kind: screen.History}},
		{f.Texts.Comparison.Title, comparisonSince(f)},
		{w.Keys.Help, HelpOn(screen.Place{})},
	} {
		var effect screen.Effect = screen.Show(to.place)
		if to.place.Kind == screen.Overview {
			effect = screen.Home()
		}
		add(w.FindKinds["screen"], string(to.name), effect)
	}
	for _, s := range steps.Tree {
		add(w.FindKinds["screen"], w.FindNote.Fill("n", s.Number), screen.Show(screen.Place{Kind: screen.StepNote, ID: string(s.ID)}))
	}
	add(w.FindKinds["screen"], string(f.Texts.SheetCommon.Sheets), screen.Show(screen.Place{Kind: screen.Sheets}))
	for _, s := range f.Plan.Definitions().Sheets {
		words := f.Texts.Sheets[s.ID]
		add(w.FindKinds["screen"], string(words.Title), screen.Show(screen.Place{Kind: screen.SheetCard, ID: s.ID}))
		l.explain(string(f.Texts.SheetCommon.Sheets) + " " + string(words.Purpose) + " " + string(words.Decision))
		for _, t := range s.Tables {
			add(w.FindKinds["screen"], string(words.Tables[t.ID].Title)+" · "+string(words.Title), screen.Show(screen.Place{Kind: screen.SheetTable, ID: s.ID + "/" + t.ID}))
			l.explain(string(words.Tables[t.ID].Also))
		}
	}
}

// addCommands adds what can be done.
func (l *targetList) addCommands(f screen.Frame) {
	w, add := f.Texts.Wizard, l.add
	add(w.FindKinds["command"], string(w.AddMember), screen.Show(screen.Place{Kind: screen.NewMember}))
	add(w.FindKinds["command"], string(w.Keys.AddTask), screen.Show(screen.Place{Kind: screen.NewTask, ID: string(steps.TechnicalTasks)}))
	add(w.FindKinds["command"], string(f.Texts.Importing.Title), screen.Show(screen.Place{Kind: screen.ImportFile}))
	add(w.FindKinds["command"], string(w.Actions.New), screen.Show(screen.Place{Kind: screen.NewAction}))
	add(w.FindKinds["command"], string(f.Texts.Division.Title), screen.Show(screen.Place{Kind: screen.Division}))
	add(w.FindKinds["command"], string(w.TrialTitle), screen.Show(screen.Place{Kind: screen.Trial}))
	add(w.FindKinds["command"], string(w.OpenRound), screen.Show(screen.Place{Kind: screen.NewRound}))
	if f.Past != nil {
		add(w.FindKinds["command"], string(f.Texts.Past.ToNow), screen.LookAtNow{})
	}
	add(w.FindKinds["command"], string(w.Keys.Undo), screen.Undo{})
	add(w.FindKinds["command"], string(w.Keys.Redo), screen.Redo{})
	if f.Kept() {
		add(w.FindKinds["command"], string(f.Texts.Backups.Make), screen.MakeBackup{})
		add(w.FindKinds["command"], string(f.Texts.Backups.Title), screen.ListBackups{})
		add(w.FindKinds["command"], string(f.Texts.Erase.Title), screen.ListErasable{})
	}
	for _, path := range f.Copies {
		add(w.FindKinds["command"], f.Texts.Merge.Beside.Command.Fill("file", filepath.Base(path)), screen.Elsewhere{Merge: path})
	}
	if f.Plans {
		add(w.FindKinds["command"], string(w.Plans.Title), screen.Elsewhere{})
	}
	for _, fd := range languageFields(f) {
		add(w.FindKinds["command"], fd.Label, fd.Open)
		l.explain(string(w.LanguageWords))
	}
	add(w.FindKinds["command"], string(w.Keys.Quit), screen.Quit{})
}

// addOfPlan adds the people, actions, agreements and tasks of the plan.
func (l *targetList) addOfPlan(f screen.Frame) {
	w, add := f.Texts.Wizard, l.add
	for _, m := range f.Plan.Members {
		add(w.FindKinds["member"], m.Name, screen.Show(screen.Place{Kind: screen.MemberCard, ID: m.ID}))
		if len(f.Plan.Owned(m.ID)) > 0 {
			add(w.FindKinds["command"], f.Texts.Division.WhatIfAway.Fill("member", m.Name), screen.Show(screen.Place{Kind: screen.Division, ID: screen.AwayPrefix + m.ID}))
			l.explain(m.Name + " " + string(f.Texts.Division.AwayWords))
		}
	}
	if f.Kept() {
		for _, e := range f.Files.Erasables().All() {
			add(w.FindKinds["command"], f.Texts.Erase.Of.Fill("name", e.Name), screen.ShowErasing{What: e.What})
		}
	}
	for _, a := range f.Plan.OpenActions() {
		add(w.FindKinds["action"], f.Texts.ActionName(f.Plan, a.ID), screen.Show(screen.Place{Kind: screen.ActionCard, ID: a.ID}))
	}
	for _, id := range steps.AgreementIDs {
		add(w.FindKinds["agreement"], string(f.Texts.Plan.Agreements[id].Title), screen.Show(screen.Place{Kind: screen.AgreementCard, ID: string(id)}))
	}
	for _, t := range f.Facts.Tasks {
		add(w.FindKinds["task"], f.Texts.TaskTitle(t), screen.Show(screen.Place{Kind: screen.TaskCard, ID: t.ID}))
		if t.Proposed != nil {
			l.explain(f.Texts.In(t.Proposed.Explain))
		}
	}
}
