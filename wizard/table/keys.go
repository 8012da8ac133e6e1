package table

import (
	"slices"

	"charm.land/bubbles/v2/key"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// What keys do on the rows of a table, and how the footer names them.

// moved says whether a key moved the cursor.
func (s *Table) moved(name string, f screen.Frame, rows []tableRow) bool {
	page := max(1, f.Height-detailRows(f, s.paneWidth(f))-3)
	to := map[string]int{
		"up": s.at - 1, "down": s.at + 1, "pgup": s.at - page, "pgdown": s.at + page, "home": 0, "end": len(rows) - 1,
	}
	if at, ok := to[name]; ok {
		s.at = min(max(0, at), max(0, len(rows)-1))
		return true
	}
	columns := s.columns(f)
	switch name {
	case "left":
		s.column = max(0, s.column-1)
	case "right":
		s.column = max(0, min(len(columns)-1, s.column+1))
	default:
		return false
	}
	return true
}

// press is a key on a row.
func (s *Table) press(name string, f screen.Frame, row tableRow) screen.Effect {
	columns := s.columns(f)
	if row.task == nil {
		decides := slices.Contains([]string{"space", "a", "A", "E"}, name) || slices.ContainsFunc(columns, func(c column) bool { return c.key == name })
		marked := s.markedHere(f)
		if !decides || len(marked) == 0 {
			return s.pressSection(name, f, row.section)
		}
		row.task = marked[0] // marked tasks take it wherever the cursor is
	}
	t := *row.task
	s.column = max(0, min(s.column, len(columns)-1))
	switch name {
	case "enter":
		at := "" // what this step asks first
		if s.sheet != Matrix && len(columns) > 0 {
			at = columns[0].row.Words
		}
		return screen.Show(screen.Place{Kind: screen.TaskCard, ID: t.ID, At: at})
	case "a":
		if len(s.marked) == 0 && s.waits(&t, &f) {
			s.taken = t.ID
		}
		return s.accept(f, s.meant(f, &t))
	case "A":
		return s.accept(f, s.meant(f, row.section.Tasks...))
	case "E":
		return s.allPresent(f, s.meant(f, row.section.Tasks...))
	case "space":
		if len(columns) > 0 {
			return s.change(columns[s.column], t, f)
		}
		return nil
	case ".":
		s.mark(t)
		return nil
	case "F":
		s.choice.onlyGroup(t.Group)
		s.at = 1
		return nil
	case "w":
		return s.why(t, f)
	case "M":
		return screen.MakeAction(f, steps.About(steps.AboutTask, t.ID))
	case "K", "W":
		if s.sheet == Matrix && s.column < len(f.Plan.Members) {
			return s.bring(f.Plan.Members[s.column], name == "K", t, f)
		}
	case "delete":
		if t.Own {
			return AskRemoveTask(f, t, screen.Back(1))
		}
		s.wrong = string(f.Texts.Wizard.OnlyOwnTasks)
		return nil
	}
	for i, c := range columns {
		if c.key == name {
			s.column = i
			return s.change(c, t, f)
		}
	}
	return noCommand(name, f)
}

// noCommand says that a letter does nothing here.
func noCommand(name string, f screen.Frame) screen.Effect {
	if len([]rune(name)) != 1 {
		return nil
	}
	return screen.NoCommand(name, f)
}

func (s *Table) pressSection(name string, f screen.Frame, sec *section) screen.Effect {
	switch name {
	case "enter", "space":
		s.folded[sec.ID] = !s.folded[sec.ID]
	case "a", "A":
		return s.accept(f, sec.Tasks)
	case "E":
		return s.allPresent(f, sec.Tasks)
	case "delete":
		s.wrong = string(f.Texts.Wizard.OnlyOwnTasks)
	default:
		return noCommand(name, f)
	}
	return nil
}

// Keys are those of the sheet: its columns, and what works on every sheet.
func (s *Table) Keys(f screen.Frame) []key.Binding {
	w := f.Texts.Wizard.Keys
	switch {
	case s.search:
		return []key.Binding{screen.Binding("enter", w.Choose)}
	case s.typed != nil:
		return []key.Binding{screen.Binding("enter", w.SaveNext)}
	}
	var bindings []key.Binding
	add := func(name string, does assets.Text) {
		if does != "" {
			bindings = append(bindings, screen.Binding(name, does))
		}
	}
	var one, part []*steps.Task // that the keys for a task are for, and those for a part
	atTask := false
	if rows := s.rows(f); s.at < len(rows) {
		part = s.meant(f, rows[s.at].section.Tasks...)
		if one = part; rows[s.at].task != nil {
			one, atTask = s.meant(f, rows[s.at].task), true
		}
	}
	marked := len(s.markedHere(f)) > 0
	decides := atTask || marked
	if marked { // then one key does what the other does
		part = nil
	}
	change := screen.Binding(string(w.Space), w.NextValue)
	if f.Facts.Done(s.sheet.step()) && s.sheet < division {
		bindings = append(bindings, screen.Binding("v", w.Onwards))
	}
	if slices.Contains(f.Plan.Round.Again, s.sheet.step()) {
		bindings = append(bindings, screen.Binding("=", w.Confirm))
	}
	switch s.sheet {
	case tailoring:
		add("a", s.accepts(f, one, w.Accept, w.Confirm))
		bindings = append(bindings, change)
		add("A", s.accepts(f, part, w.AcceptGroup, w.ConfirmGroup))
		add(">", w.NextOpen)
	case expertise:
		bindings = append(bindings, change)
		if slices.ContainsFunc(append(part, one...), func(t *steps.Task) bool { return t.Asks(steps.Expertise) }) {
			add("E", w.AllPresent)
		}
		add("a", s.accepts(f, one, w.Accept, w.Confirm))
		add(">", w.NextOpen)
	}
	columns := s.columns(f)
	explains := func(c column) int { // what is decided stands before what explains it
		if (steps.Task{}).Presumed(c.row.Name) != nil {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(columns, func(a, b column) int { return explains(a) - explains(b) })
	if s.sheet == Matrix {
		bindings = append(bindings, screen.Binding("←/→", w.Column), change,
			screen.Binding("K", assets.Text(f.Texts.Field("knows"))), screen.Binding("W", assets.Text(f.Texts.Field("prefers"))))
	}
	for _, c := range columns {
		if c.key != "" {
			bindings = append(bindings, screen.Binding(c.key, assets.Text(f.Texts.Field(c.row.Words))))
		}
	}
	if s.sheet >= division {
		if s.sheet != Matrix {
			bindings = append(bindings, change)
		}
		bindings = append(bindings, screen.Binding(screen.DivideKey, f.Texts.Division.Divide), screen.Binding(">", w.NextOpen))
		add("a", s.accepts(f, one, w.Accept, w.Confirm))
		add("A", s.accepts(f, part, w.AcceptGroup, w.ConfirmGroup))
	}
	if marked { // what it does to all stands below the rows
		bindings = append([]key.Binding{change}, slices.DeleteFunc(bindings, func(b key.Binding) bool { return b.Help() == change.Help() })...)
	}
	if !decides {
		bindings = slices.DeleteFunc(bindings, func(b key.Binding) bool {
			return b.Help() == change.Help() || slices.ContainsFunc(columns, func(c column) bool { return c.key != "" && b.Help().Key == c.key })
		})
	}
	bindings = append(bindings, screen.Binding("tab", w.NextSheet), screen.Binding("enter", w.OpenTask), screen.Binding(".", w.Mark),
		screen.Binding("f", w.Filter), screen.Binding("F", w.OnlyGroup), screen.Binding("/", w.Search), screen.Binding("z", w.Sort), screen.Binding("w", w.Why), screen.Binding("M", w.MakeAction),
		screen.Binding("+", w.AddTask), screen.Binding(screen.ImportKey, w.Import), screen.Binding(screen.RemoveKey, w.RemoveTask), screen.Binding(screen.NoteKey, w.StepNote), screen.Binding("←/→", w.Column))
	if len(s.rows(f)) == 0 {
		bindings = slices.DeleteFunc(bindings, func(b key.Binding) bool {
			return slices.Contains([]string{"enter", ".", "F", "w", "M", "K", "W", ">", "←/→", screen.RemoveKey}, b.Help().Key)
		})
	}
	return bindings
}
