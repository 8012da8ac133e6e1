package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// history lists the entries of the journal, the newest first, by day: all of them, or those that a search meets. Only the rows
// that are seen are drawn.
type history struct {
	search steps.Search
	// pick is what Enter does on an entry; nil to open it.
	pick func(entry uint64) screen.Effect
	at   uint64 // the entry with the cursor

	seen  screen.Moment
	who   int // the width of the longest name of an author, within bounds
	title string
	said  []string
	rows  []historyRow
}

// historyRow is an entry, or the heading of the entries of a day.
type historyRow struct {
	entry   uint64
	heading string
}

// The beginnings of the id of a history that is narrowed down.
const (
	aboutStep   = "step:"
	aboutTask   = "task:"
	aboutPerson = "person:"
)

// historyOf is the search that the id of a place names.
func historyOf(id string) (s steps.Search) {
	if step, is := strings.CutPrefix(id, aboutStep); is {
		s.Step = steps.StepID(step)
	}
	if task, is := strings.CutPrefix(id, aboutTask); is {
		s.Task = task
	}
	if person, is := strings.CutPrefix(id, aboutPerson); is {
		s.Person = person
	}
	return s
}

// Letters are commands.
func (s *history) Letters(screen.Frame) screen.Letters { return screen.LettersCommand }

// Leave keeps nothing: there is nothing to keep.
func (s *history) Leave(screen.Frame) screen.Effect { return nil }

// Unsaved is never anything.
func (s *history) Unsaved() bool { return false }

// Searching says no.
func (s *history) Searching() bool { return false }

// Wide says that the list takes the whole width.
func (s *history) Wide() bool { return true }

// look finds the entries once for each moment.
func (s *history) look(f screen.Frame) {
	now := f.Moment()
	if s.seen == now {
		return
	}
	journal, in := f.Session.Journal(), f.Session.Clock().Location()
	s.seen, s.title, s.said, s.rows = now, historyTitle(f, s.search), f.Texts.History(journal), nil
	s.who = 0
	rounds, heading := journal.Rounds(), ""
	for _, n := range slices.Backward(journal.Find(s.search)) {
		day := f.Texts.Past.Day.Fill("date", f.Texts.Date(steps.DateOf(journal.Head(n).At.In(in))), "round", rounds[n-1])
		if day != heading {
			heading = day
			s.rows = append(s.rows, historyRow{heading: day})
		}
		s.rows = append(s.rows, historyRow{entry: n})
		s.who = min(max(s.who, ansi.StringWidth(author(f, journal.Head(n)))), authorWidth(f))
	}
	if s.row() < 0 && len(s.rows) > 1 {
		s.at = s.rows[1].entry
	}
}

func historyTitle(f screen.Frame, search steps.Search) string {
	what := ""
	switch {
	case search.Step != "":
		what = f.Texts.StepName(search.Step)
	case search.Task != "":
		what = f.Texts.TaskName(f.Plan, search.Task)
	case search.Person != "":
		what = f.Session.Journal().Called(search.Person)
	default:
		return string(f.Texts.Wizard.HistoryTitle)
	}
	return f.Texts.Past.TitleAbout.Fill("what", screen.OneLine(what))
}

// row is the place of the cursor; below 0 for none.
func (s *history) row() int {
	return slices.IndexFunc(s.rows, func(r historyRow) bool { return r.entry > 0 && r.entry == s.at })
}

// move puts the cursor so many rows further, on the entry there or the nearest one.
func (s *history) move(rows int) {
	to := min(max(0, s.row()+rows), len(s.rows)-1)
	if to >= 0 && s.rows[to].entry == 0 {
		if to > 0 && rows < 0 {
			to--
		} else {
			to++
		}
	}
	if to >= 0 && to < len(s.rows) {
		s.at = s.rows[to].entry
	}
}

// Update moves the cursor, opens an entry, or compares with it.
func (s *history) Update(msg tea.Msg, f screen.Frame) (screen.Screen, screen.Effect) {
	s.look(f)
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return s, nil
	}
	there := s.row() >= 0
	switch name := pressed.String(); {
	case name == "esc":
		return s, screen.Back(1)
	case name == "up":
		s.move(-1)
	case name == "down":
		s.move(1)
	case name == "pgup":
		s.move(1 - f.Height)
	case name == "pgdown", name == "space":
		s.move(f.Height - 1)
	case name == "home":
		s.move(-len(s.rows))
	case name == "end":
		s.move(len(s.rows))
	case name == "enter" && there && s.pick != nil:
		return s, s.pick(s.at)
	case name == "enter" && there:
		return s, screen.Show(screen.Place{Kind: screen.EntryCard, ID: strconv.FormatUint(s.at, 10)})
	case name == "C" && there && s.pick == nil:
		return s, screen.Show(twoMoments{from: s.at, now: true}.place())
	case name == "f" && s.pick == nil:
		return s, screen.Show(screen.Place{Kind: screen.HistoryFilter})
	case pressed.Text != "":
		return s, screen.NoCommand(pressed.Text, f)
	}
	return s, nil
}

// View draws the rows around the cursor.
func (s *history) View(f screen.Frame) screen.Page {
	s.look(f)
	p := screen.Page{Title: s.title, RowCursor: true}
	if len(s.rows) == 0 {
		nothing := f.Texts.Wizard.NoHistory
		if !s.search.Any() {
			nothing = f.Texts.Past.NothingFound
		}
		p.Lines = []string{"", f.Look.Muted.On(string(nothing))}
		return p
	}
	at := s.row()
	top := max(0, min(at-f.Height/2, len(s.rows)-f.Height))
	for i := top; i < min(len(s.rows), top+f.Height+1); i++ { // one more than is seen: that there is more
		if i == at {
			p.Cursor = &tea.Position{Y: i - top}
		}
		line := s.draw(f, s.rows[i], i == at)
		if i == at {
			line = f.Look.Selection.Lay(f.Placed(line, entriesIn(s.rows[:at+1]), entriesIn(s.rows), f.Width), f.Width)
		}
		p.Lines = append(p.Lines, line)
	}
	return p
}

// entriesIn counts the rows that are no heading.
func entriesIn(rows []historyRow) (n int) {
	for _, r := range rows {
		if r.entry > 0 {
			n++
		}
	}
	return n
}

// draw is one row: when, who and what, and by what it was taken back.
func (s *history) draw(f screen.Frame, r historyRow, chosen bool) string {
	if r.entry == 0 {
		return f.Look.Muted.On(ansi.Truncate(r.heading, f.Width, "…"))
	}
	journal := f.Session.Journal()
	head := journal.Head(r.entry)
	when := screen.Fit(strconv.FormatUint(r.entry, 10), 5) + head.At.In(f.Session.Clock().Location()).Format("15:04") + "  "
	who := screen.Fit(author(f, head), s.who) + "  "
	what := screen.OneLine(s.said[r.entry-1])
	by := journal.WithdrawnBy(r.entry)
	if by != 0 {
		what = assets.Withdrawn(journal, r.entry, f.Texts.Wizard.WithdrawnBy, f.Texts.Wizard.DidNotFit) + " " + what
	}
	what = ansi.Truncate(what, max(4, f.Width-2-ansi.StringWidth(when+who)), "…")
	switch {
	case chosen:
		return f.Look.Accent.On("▸ ") + f.Look.Muted.On(when) + who + f.Look.Strong.On(what)
	case by != 0:
		return "  " + f.Look.Muted.On(when+who+what)
	}
	return "  " + f.Look.Muted.On(when) + who + what
}

// author is who made an entry.
func author(f screen.Frame, head steps.Head) string {
	return screen.OneLine(cmp.Or(head.By, string(f.Texts.Common.None)))
}

// authorWidth is how wide the names of authors are at most.
func authorWidth(f screen.Frame) int { return min(20, max(8, f.Width/6)) }

// Keys are those of the list.
func (s *history) Keys(f screen.Frame) []key.Binding {
	s.look(f)
	w := f.Texts.Wizard.Keys
	bindings := []key.Binding{screen.Binding("enter", w.Open)}
	if s.pick == nil {
		bindings = append(bindings, screen.Binding("C", w.Compare), screen.Binding("f", w.Filter))
	}
	return append(bindings, screen.Binding("↑/↓", w.Choose))
}

// historyFilterPage lists what the history can be narrowed down to.
func historyFilterPage(f screen.Frame) sheet {
	w, journal := f.Texts.Past, f.Session.Journal()
	only := func(id, label string) field {
		return actionField(cmp.Or(id, "all"), label, screen.Navigate{Leave: 2, Open: screen.Place{Kind: screen.History, ID: id}})
	}
	fields := []field{only("", string(w.Everything)), gap(), paragraph(f, f.Look.Accent, string(w.FilterSteps))}
	for _, s := range steps.Tree {
		fields = append(fields, only(aboutStep+string(s.ID), strconv.Itoa(s.Number)+" "+f.Texts.StepName(s.ID)))
	}
	fields = append(fields, gap(), paragraph(f, f.Look.Accent, string(w.FilterPeople)))
	for _, who := range journal.Involved() {
		fields = append(fields, only(aboutPerson+who.Search, screen.OneLine(who.Name)))
	}
	fields = append(fields, gap(), paragraph(f, f.Look.Accent, string(w.FilterTasks)))
	for _, t := range f.Facts.Tasks {
		fields = append(fields, only(aboutTask+t.ID, screen.OneLine(f.Texts.TaskTitle(t))))
	}
	return sheet{Title: string(w.Filter), Fields: fields}
}
