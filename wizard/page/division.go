package page

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// division is the screen of a proposed division of tasks: a table to read together. What a person chooses in it stands, and the
// rest follows; nothing is in the plan before it is kept.
type division struct {
	request  steps.DivisionRequest // with what was chosen; its tasks are those of the place
	all      bool                  // everything that is needed now is divided
	takes    bool                  // estimated hours are kept too
	weighing bool                  // the foot tells the weights
	at, top  int
	drawn    []int // the row that stands at a line, -1 for none
	// order are the tasks as they stood when one was given another owner, so that none moves from under the cursor; "" is what can be asked.
	order []string

	estimated map[string]steps.Decimal // the hours of the tasks that have none in the plan
	shifted   int                      // how many of them are others since the plan is another, until the next key

	made    map[steps.Favour]steps.Division // those that were looked at since a choice
	madeFor divisionMoment
}

// divisionMoment tells whether the divisions are as before.
type divisionMoment struct {
	screen.Moment
	all bool
}

// openDivision opens a division. Where every task has an owner, and the hours of some are not known, it shows them all at once: their estimates
// can still be kept.
func openDivision(p screen.Place, f screen.Frame) *division {
	s := newDivision(p)
	if p.ID != "" || len(f.Plan.Undivided()) > 0 {
		return s
	}
	s.all = true
	if s.look(f); s.estimates() == 0 {
		return newDivision(p)
	}
	return s
}

// newDivision divides the tasks that have no owner, those that the place names, or those of who is away.
func newDivision(p screen.Place) *division {
	s := &division{request: steps.DivisionRequest{
		Favour: steps.LeastOverload, Owners: map[string]string{}, Backups: map[string]string{}, LeftOut: map[string]bool{},
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
func (s *division) Unsaved() bool                    { return false }
func (s *division) Searching() bool                  { return false }

// Wide says that the table takes the whole width.
func (s *division) Wide() bool { return true }

// look divides in all ways where the plan is another, or what is divided.
func (s *division) look(f screen.Frame) {
	now := divisionMoment{f.Moment(), s.all}
	if s.made != nil && s.madeFor == now {
		s.divide(s.request.Favour, f)
		return
	}
	s.madeFor, s.made = now, map[steps.Favour]steps.Division{}
	if s.request.Away != "" {
		s.request.StandIns, s.request.AtGroup = assets.StandIns(f.Plan, s.request.Away)
	}
	for _, favour := range steps.Favours {
		s.divide(favour, f)
	}
	s.shift()
	rows := s.rows(f)
	s.at = min(s.at, max(0, len(rows)-1))
	for s.at > 0 && rows[s.at].task == "" { // what was kept makes room for the next task, not for what can be asked
		s.at--
	}
}

// shift counts the estimates that are others than before: they follow the hours that other tasks have.
func (s *division) shift() {
	before, d := s.estimated, s.chosen()
	s.estimated = map[string]steps.Decimal{}
	add := func(task string, hours steps.Decimal, estimated bool) {
		if !estimated {
			return
		}
		s.estimated[task] = hours
		if then, was := before[task]; was && then != hours {
			s.shifted++
		}
	}
	for _, row := range d.Rows {
		add(row.Task, row.Hours, row.Estimated)
	}
	for _, left := range d.Left {
		add(left.Task, left.Hours, left.Estimated)
	}
}

// divide makes a division, where that was not done since a choice.
func (s *division) divide(favour steps.Favour, f screen.Frame) {
	if _, made := s.made[favour]; made {
		return
	}
	r := s.request
	if r.Favour = favour; s.all {
		r.Tasks = f.Plan.Divisible()
	}
	s.made[favour] = f.Plan.Divide(r)
}

// chosen is the division of the favour that is chosen.
func (s *division) chosen() steps.Division { return s.made[s.request.Favour] }

// proposedRow is a task that somebody takes, one that nobody takes, one that is left out, or something to do about those that nobody
// takes.
type proposedRow struct {
	task     string
	taken    *steps.Divided
	stranded bool // somebody else's: only who steps in is another
	left     *steps.Undivided
	label    string
	effect   screen.Effect
}

// like counts those of some rows that are a task as this one is, or something that can be asked as this one is.
func (r proposedRow) like(rows []proposedRow) (n int) {
	for _, row := range rows {
		if (row.task == "") == (r.task == "") {
			n++
		}
	}
	return n
}

// rows are what changes first, then what nobody takes with what can be done about it, what another than who is away steps in for,
// what stays as it is, and last what was left out.
func (s *division) rows(f screen.Frame) (rows []proposedRow) {
	d, words := s.chosen(), f.Texts.Division
	changed, same := d.Changed()
	taken := func(list []steps.Divided, stranded bool) {
		for i := range list {
			rows = append(rows, proposedRow{task: list[i].Task, taken: &list[i], stranded: stranded})
		}
	}
	taken(changed, false)
	for i := range d.Left {
		rows = append(rows, proposedRow{task: d.Left[i].Task, left: &d.Left[i]})
	}
	ask := func(label, what string, said string, changes ...steps.Change) {
		rows = append(rows, proposedRow{label: label, effect: screen.Ask{
			Question: words.AskedNow.Fill("what", what), Yes: words.AskedYes, Effect: screen.Record{Changes: changes, Then: screen.Say{Text: said}},
		}})
	}
	if label := f.Texts.DivisionAsks(d); label != "" {
		text := f.Texts.DivisionToBoard(d, f.Plan)
		if c, asked := d.ToBoard(f.Plan, text); !asked {
			ask(label, text, string(words.ToBoardSaid), c)
		}
	}
	if changes := d.ToGroup(f.Plan); len(changes) > 0 {
		label, titles := words.ToGroup.For(len(changes)), make([]string, len(changes))
		for i, c := range changes {
			titles[i] = f.Texts.TaskName(f.Plan, c.Task)
		}
		ask(label, label+": "+strings.Join(titles, ", ")+".", words.ToGroupSaid.For(len(changes)), changes...)
	}
	taken(d.Stranded, true)
	taken(same, false)
	for _, id := range d.LeftOut {
		rows = append(rows, proposedRow{task: id})
	}
	place := func(row proposedRow) int { // what was not there or is left out stands last
		if at := slices.Index(s.order, row.task); at >= 0 && !s.request.LeftOut[row.task] {
			return at
		}
		return len(s.order)
	}
	slices.SortStableFunc(rows, func(a, b proposedRow) int { return place(a) - place(b) })
	return rows
}

// TakesClicks says that a click is told to the screen itself: the row with the cursor can take several lines.
func (s *division) TakesClicks() bool { return true }

// click puts the cursor on a row, and where it is there already does what Enter does.
func (s *division) click(at screen.Clicked, f screen.Frame) screen.Effect {
	s.look(f)
	rows := s.rows(f)
	if at.Y < 0 || at.Y >= len(s.drawn) || s.drawn[at.Y] < 0 || s.drawn[at.Y] >= len(rows) {
		return nil
	}
	if row := s.drawn[at.Y]; row != s.at {
		s.at = row
		return nil
	}
	return s.press(tea.KeyPressMsg{Code: tea.KeyEnter}, rows[s.at], f)
}

// Update moves the cursor, turns to another favour, changes a row, and keeps what is proposed.
func (s *division) Update(msg tea.Msg, f screen.Frame) (screen.Screen, screen.Effect) {
	if at, clicked := msg.(screen.Clicked); clicked {
		return s, s.click(at, f)
	}
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return s, nil
	}
	s.shifted = 0
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
		s.look(f)
		s.at, s.order = 0, nil
		return s, nil
	case "A":
		return s, s.asked(s.keep(f, everyTask), f)
	case "U":
		if s.estimates() == 0 {
			return s, screen.Say{Text: string(f.Texts.Division.NoEstimates)}
		}
		s.takes = !s.takes
		return s, nil
	case "w":
		s.weighing = !s.weighing
		return s, nil
	case "f":
		if s.request.Away == "" && s.request.Tasks == nil {
			s.all, s.order = !s.all, nil
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
	case name == "enter" && row.stranded:
		return screen.Show(screen.Place{Kind: screen.TaskCard, ID: row.task, At: "backup"})
	case name == "enter":
		return screen.Show(screen.Place{Kind: screen.TaskCard, ID: row.task, At: "owner"})
	case name == "u":
		return screen.Show(screen.Place{Kind: screen.TaskCard, ID: row.task, At: "hours"})
	case name == "space" || name == ".":
		return s.leaveOut(row, f)
	case name == "o" && (row.taken != nil && !row.stranded || row.left != nil):
		return s.choose(s.request.Owners, row.task, row.owner(), f)
	case name == "r" && row.taken != nil:
		return s.choose(s.request.Backups, row.task, row.taken.Backup, f, row.owner())
	case name == "a" && row.taken != nil:
		return s.asked(s.keep(f, func(task string) bool { return task == row.task }), f)
	}
	return unknownLetter(pressed, f)
}

// leaveOut leaves a row out, which then stands last, or takes it in again. The rest is divided anew. What nobody takes over from who is
// away is left, and counts as such.
func (s *division) leaveOut(row proposedRow, f screen.Frame) screen.Effect {
	before := s.chosen()
	chosen, some := s.request.Owners[row.task]
	switch {
	case some && chosen == "":
		delete(s.request.Owners, row.task)
	case s.request.Away == "", row.stranded, s.request.LeftOut[row.task]:
		s.request.LeftOut[row.task] = !s.request.LeftOut[row.task]
	default:
		s.request.Owners[row.task] = ""
	}
	clear(s.made)
	s.look(f)
	s.at = min(s.at, len(s.rows(f))-1)
	return s.moved(before, row.task, f)
}

// moved says which other tasks than one get another owner than before.
func (s *division) moved(before steps.Division, except string, f screen.Frame) screen.Effect {
	moved := slices.DeleteFunc(s.chosen().MovedSince(before, f.Plan), func(id string) bool { return id == except })
	return screen.Say{Text: f.Texts.DivisionMoved(moved, f.Plan)}
}

func (r proposedRow) owner() string {
	if r.taken == nil {
		return ""
	}
	return r.taken.Owner
}

// choose turns a choice to the next member who can be chosen, after the last to nobody, and then to what is proposed. Rows stay where
// they are. It says which other tasks get another owner because of that.
func (s *division) choose(choices map[string]string, task, now string, f screen.Frame, except ...string) screen.Effect {
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
	before := s.chosen()
	if s.order == nil {
		for _, row := range s.rows(f) {
			s.order = append(s.order, row.task)
		}
	}
	clear(s.made)
	s.look(f)
	s.at = max(0, slices.IndexFunc(s.rows(f), func(r proposedRow) bool { return r.task == task }))
	return s.moved(before, task, f)
}

// unknownLetter says that a letter does nothing here.
func unknownLetter(pressed tea.KeyPressMsg, f screen.Frame) screen.Effect {
	if pressed.Text == "" || pressed.Text == " " {
		return nil
	}
	return screen.NoCommand(pressed.Text, f)
}

// everyTask is wanted.
func everyTask(string) bool { return true }

// changes are what keeping the wanted rows does.
func (s *division) changes(f screen.Frame, wanted func(task string) bool) []steps.Change {
	return s.chosen().Changes(f.Plan, wanted, s.takes)
}

// keep records the rows that are wanted as one entry. Where something is left that nobody takes the screen stays.
func (s *division) keep(f screen.Frame, wanted func(task string) bool) screen.Effect {
	d, words := s.chosen(), f.Texts.Division
	changes := s.changes(f, wanted)
	if len(changes) == 0 {
		return screen.Say{Text: string(words.NothingToKeep)}
	}
	said := f.Texts.DivisionKept(changes, f.Plan, f.Today)
	if n := estimatedOf(d, wanted); n > 0 && !s.takes {
		said = strings.TrimSpace(words.HoursLeft.For(n) + " " + said)
	}
	then := screen.Effect(screen.Say{Text: said})
	if all := !slices.ContainsFunc(d.Rows, func(row steps.Divided) bool { return !wanted(row.Task) }); all && len(d.Left) == 0 {
		then = screen.Both{First: screen.Back(1), Second: then}
	}
	return screen.Record{Changes: changes, Then: then}
}

// estimatedOf counts the wanted tasks that somebody takes of which the hours are estimated.
func estimatedOf(d steps.Division, wanted func(task string) bool) (n int) {
	for _, row := range d.Rows {
		if row.Estimated && wanted(row.Task) {
			n++
		}
	}
	return n
}

// asked asks first before what is kept outlasts the absence of somebody.
func (s *division) asked(kept screen.Effect, f screen.Frame) screen.Effect {
	if record, keeps := kept.(screen.Record); keeps && s.request.Away != "" {
		words := f.Texts.Division
		return screen.Ask{Question: words.AwayAsk.Fill("member", screen.OneLine(f.Texts.MemberName(f.Plan, s.request.Away))), Yes: words.AwayYes, Effect: record}
	}
	return kept
}

// Keys are those of the table; first those that nothing on the screen names.
func (s *division) Keys(f screen.Frame) []key.Binding {
	w, words := f.Texts.Wizard.Keys, f.Texts.Division
	field := func(name string) assets.Text { return assets.Text(f.Texts.Field(name)) }
	var list []key.Binding
	others := s.request.Away == "" && s.request.Tasks == nil && len(f.Plan.Divisible()) > 0
	if s.look(f); len(s.rows(f)) == 0 { // no key does anything to what is not there
		if others {
			list = append(list, screen.Binding("f", w.Filter))
		}
		return list
	}
	if len(s.changes(f, everyTask)) > 0 {
		list = append(list, screen.Binding("A", w.AcceptGroup))
	}
	if row := s.rows(f)[s.at]; len(s.changes(f, func(task string) bool { return task == row.task })) > 0 {
		list = append(list, screen.Binding("a", w.Accept))
	}
	if s.estimates() > 0 {
		list = append(list, screen.Binding("U", words.EstimatesKey))
	}
	if others {
		list = append(list, screen.Binding("f", w.Filter))
	}
	return append(list, screen.Binding("tab", words.OtherFavour), screen.Binding("o", field("owner")), screen.Binding("r", field("backup")), screen.Binding("u", field("hours")),
		screen.Binding(string(w.Space), words.LeaveOut), screen.Binding("w", w.Why), screen.Binding("enter", w.OpenTask))
}

// estimates counts the tasks that somebody takes whose hours are estimated: these hours can be kept.
func (s *division) estimates() int {
	taken, _ := s.chosen().Estimates()
	return taken
}

// room is about how many rows are shown.
func (s *division) room(f screen.Frame) int { return f.Height - 13 }
