package page

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// division is the screen of a proposed division of tasks: a table to read together. What a person chooses in it stands, and the
// rest follows; nothing is in the plan before it is kept.
type division struct {
	request  steps.DivisionRequest // with what was chosen; its tasks are those of the place
	all      bool                  // everything that is needed now is divided
	leftOut  map[string]bool       // tasks that are not kept
	takes    bool                  // estimated hours are kept too
	weighing bool                  // the foot tells the weights
	at, top  int

	made    []steps.Division // for each favour
	madeFor divisionMoment
}

// divisionMoment tells whether the divisions are as before.
type divisionMoment struct {
	screen.Moment
	all     bool
	choices int
}

// newDivision divides the tasks that have no owner, those that the place names, or those of who is away.
func newDivision(p screen.Place) *division {
	s := &division{leftOut: map[string]bool{}, request: steps.DivisionRequest{
		Favour: steps.LeastOverload, Owners: map[string]string{}, Backups: map[string]string{},
	}}
	if member, away := strings.CutPrefix(p.ID, screen.AwayPrefix); away {
		s.request.Away = member
	} else if p.ID != "" {
		s.request.Tasks = strings.Split(p.ID, ",")
	}
	return s
}

// Letters are commands.
func (s *division) Letters(screen.Frame) screen.Letters { return screen.LettersCommand }

// Leave keeps nothing: a proposal that is left was only looked at.
func (s *division) Leave(screen.Frame) screen.Effect { return nil }
func (s *division) Unsaved() string                  { return "" }
func (s *division) Searching() bool                  { return false }

// Wide says that the table takes the whole width.
func (s *division) Wide() bool { return true }

// look divides once for each moment and choice.
func (s *division) look(f screen.Frame) {
	now := divisionMoment{f.Moment(), s.all, s.madeFor.choices}
	if s.made != nil && s.madeFor == now {
		return
	}
	s.madeFor, s.made = now, nil
	for _, favour := range steps.Favours {
		r := s.request
		if r.Favour = favour; s.all {
			r.Tasks = f.Plan.Divisible()
		}
		s.made = append(s.made, f.Plan.Divide(r))
	}
	s.at = min(s.at, max(0, len(s.rows(f))-1))
}

// anew has the tasks divided again.
func (s *division) anew() { s.made = nil }

// chosen is the division of the favour that is chosen.
func (s *division) chosen() steps.Division {
	return s.made[slices.Index(steps.Favours, s.request.Favour)]
}

// proposedRow is a task that somebody takes, one that nobody takes, or something to do about the latter.
type proposedRow struct {
	task   string
	taken  *steps.Divided
	left   *steps.Undivided
	label  string
	effect screen.Effect
}

func (s *division) rows(f screen.Frame) (rows []proposedRow) {
	d := s.chosen()
	for i := range d.Rows {
		rows = append(rows, proposedRow{task: d.Rows[i].Task, taken: &d.Rows[i]})
	}
	for i := range d.Left {
		rows = append(rows, proposedRow{task: d.Left[i].Task, left: &d.Left[i]})
	}
	if n := len(d.Left); n > 0 {
		words := f.Texts.Division
		ask := d.ToBoard(f.Plan, f.Texts.DivisionToBoard(d, f.Plan))
		rows = append(rows, proposedRow{label: words.ToBoard.For(n), effect: screen.Record{Changes: []steps.Change{ask}, Then: screen.Say{Text: string(words.ToBoardSaid)}}})
		if changes := d.ToGroup(f.Plan); len(changes) > 0 {
			rows = append(rows, proposedRow{label: words.ToGroup.For(len(changes)), effect: screen.Record{Changes: changes, Then: screen.Say{Text: words.ToGroupSaid.For(len(changes))}}})
		}
	}
	return rows
}

// Update moves the cursor, turns to another favour, changes a row, and keeps what is proposed.
func (s *division) Update(msg tea.Msg, f screen.Frame) (screen.Screen, screen.Effect) {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return s, nil
	}
	s.look(f)
	rows, name := s.rows(f), pressed.String()
	page := max(1, s.room(f))
	if to, moves := map[string]int{
		"up": s.at - 1, "down": s.at + 1, "pgup": s.at - page, "pgdown": s.at + page, "home": 0, "end": len(rows) - 1,
	}[name]; moves {
		s.at = min(max(0, to), max(0, len(rows)-1))
		return s, nil
	}
	switch name {
	case "esc":
		if s.weighing {
			s.weighing = false
			return s, nil
		}
		return s, screen.Back(1)
	case "tab", "shift+tab":
		by := map[string]int{"tab": 1, "shift+tab": len(steps.Favours) - 1}[name]
		s.request.Favour = steps.Favours[(slices.Index(steps.Favours, s.request.Favour)+by)%len(steps.Favours)]
		return s, nil
	case "A":
		return s, s.asked(s.keep(f, func(task string) bool { return !s.leftOut[task] }), f)
	case "u":
		s.takes = !s.takes
		return s, nil
	case "w":
		s.weighing = !s.weighing
		return s, nil
	case "f":
		if s.request.Away == "" && s.request.Tasks == nil {
			s.all = !s.all
		}
		return s, nil
	}
	if s.at >= len(rows) {
		return s, unknownLetter(pressed, f)
	}
	return s, s.press(pressed, rows[s.at], f)
}

// press is a key on a row.
func (s *division) press(pressed tea.KeyPressMsg, row proposedRow, f screen.Frame) screen.Effect {
	name := pressed.String()
	switch {
	case row.task == "" && name == "enter":
		return row.effect
	case row.task == "":
		return unknownLetter(pressed, f)
	case name == "enter":
		return screen.Show(screen.Place{Kind: screen.TaskCard, ID: row.task, At: "owner"})
	case name == "o":
		s.choose(s.request.Owners, row.task, row.owner(), f)
	case name == "r" && row.taken != nil:
		s.choose(s.request.Backups, row.task, row.taken.Backup, f, row.owner())
	case name == "a" && row.taken != nil:
		return s.asked(s.keep(f, func(task string) bool { return task == row.task }), f)
	case (name == "space" || name == ".") && row.taken != nil:
		s.leftOut[row.task] = !s.leftOut[row.task]
		s.at = min(s.at+1, len(s.rows(f))-1)
	default:
		return unknownLetter(pressed, f)
	}
	return nil
}

func (r proposedRow) owner() string {
	if r.taken == nil {
		return ""
	}
	return r.taken.Owner
}

// choose turns a choice to the next member who can be chosen, after the last to nobody, and then to what is proposed.
func (s *division) choose(choices map[string]string, task, now string, f screen.Frame, except ...string) {
	ids := []string{}
	for _, m := range f.Plan.Members {
		if m.ID != s.request.Away && !slices.Contains(except, m.ID) {
			ids = append(ids, m.ID)
		}
	}
	ids = append(ids, "")
	at := slices.Index(ids, now)
	if chosen, some := choices[task]; some && chosen == "" {
		delete(choices, task)
	} else {
		choices[task] = ids[(at+1)%len(ids)]
	}
	s.madeFor.choices++
	s.anew()
	s.look(f)
	s.at = max(0, slices.IndexFunc(s.rows(f), func(r proposedRow) bool { return r.task == task }))
}

// unknownLetter says that a letter does nothing here.
func unknownLetter(pressed tea.KeyPressMsg, f screen.Frame) screen.Effect {
	if pressed.Text == "" || pressed.Text == " " {
		return nil
	}
	return screen.Say{Text: f.Texts.Wizard.NoCommand.Fill("key", pressed.Text)}
}

// keep records the rows that are wanted as one entry. Where something is left that nobody takes the screen stays.
func (s *division) keep(f screen.Frame, wanted func(task string) bool) screen.Effect {
	d, words := s.chosen(), f.Texts.Division
	changes := d.Changes(f.Plan, wanted, s.takes)
	if len(changes) == 0 {
		return screen.Say{Text: string(words.NothingToKeep)}
	}
	then := screen.Effect(screen.Say{Text: words.KeepSaid.For(len(changes))})
	if all := !slices.ContainsFunc(d.Rows, func(row steps.Divided) bool { return !wanted(row.Task) }); all && len(d.Left) == 0 {
		then = screen.Both{First: screen.Back(1), Second: then}
	}
	return screen.Record{Changes: changes, Then: then}
}

// asked asks first before what is kept outlasts the absence of somebody.
func (s *division) asked(kept screen.Effect, f screen.Frame) screen.Effect {
	if record, keeps := kept.(screen.Record); keeps && s.request.Away != "" {
		words := f.Texts.Division
		return screen.Ask{Question: words.AwayAsk.Fill("member", screen.OneLine(f.Texts.MemberName(f.Plan, s.request.Away))), Yes: words.AwayYes, Effect: record}
	}
	return kept
}

// Keys are those of the table.
func (s *division) Keys(f screen.Frame) []key.Binding {
	w, words := f.Texts.Wizard.Keys, f.Texts.Division
	field := func(name string) assets.Text { return assets.Text(f.Texts.Field(name)) }
	list := []key.Binding{
		screen.Binding("A", w.AcceptGroup), screen.Binding("tab", words.OtherFavour), screen.Binding("o", field("owner")), screen.Binding("r", field("backup")),
		screen.Binding(string(w.Space), words.LeaveOut), screen.Binding("u", field("hours")), screen.Binding("w", w.Why), screen.Binding("a", w.Accept),
	}
	if s.request.Away == "" && s.request.Tasks == nil {
		list = append(list, screen.Binding("f", w.Filter))
	}
	return append(list, screen.Binding("enter", w.OpenTask))
}

// View draws what the divisions cost, the rows of the one that is chosen, and at the foot why.
func (s *division) View(f screen.Frame) screen.Page {
	s.look(f)
	words, d, rows := f.Texts.Division, s.chosen(), s.rows(f)
	p := screen.Page{Title: string(words.Title), RowCursor: true, Cursor: &tea.Position{}}
	keys := words.Keys
	if d.Away != "" {
		keys = words.AwayKeys
	}
	head := painted(f.Look.Muted, screen.Wrap(string(keys), f.Width))
	if d.Away != "" {
		p.Title = words.AwayTitle.Fill("member", screen.OneLine(f.Texts.MemberName(f.Plan, d.Away)))
		head = append(screen.Wrap(strings.Join(f.Texts.DivisionAway(d, f.Plan), " "), f.Width), head...)
	}
	if len(rows) == 0 {
		if d.Away == "" {
			head = append(head, "", string(words.Nothing))
		}
		p.Lines = append(head, "", f.Look.Muted.On(ansi.Truncate(s.scope(f), f.Width, "…")))
		return p
	}
	head = append(append(head, s.costLines(f)...), f.Look.Muted.On(ansi.Truncate(s.scope(f), f.Width, "…")), s.columnTitles(f))
	foot := s.foot(rows, f)
	room := max(1, f.Height-len(head)-len(foot))
	s.top = min(max(s.top, s.at-room+1), s.at, max(0, len(rows)-room))
	p.Lines = head
	for i := s.top; i < min(len(rows), s.top+room); i++ {
		if i == s.at {
			p.Cursor = &tea.Position{Y: len(p.Lines)}
		}
		p.Lines = append(p.Lines, s.row(rows[i], i == s.at, f))
	}
	for len(p.Lines) < len(head)+room {
		p.Lines = append(p.Lines, "")
	}
	p.Lines = append(p.Lines, foot...)
	return p
}

// room is about how many rows are shown.
func (s *division) room(f screen.Frame) int { return f.Height - 12 }
