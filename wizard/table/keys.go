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

// The keys of a table in the order in which the footer names them: first those of a sheet, in which columnKeys stands for those of its
// columns, then those of all sheets.
const columnKeys, spaceKey, arrowKeys = "columns", "space", "←/→"

var (
	sheetKeys = map[Sheet][]string{
		tailoring: {"v", "=", "a", spaceKey, "A", ">", columnKeys},
		expertise: {"v", "=", spaceKey, "E", "a", ">", columnKeys},
		division:  {"=", columnKeys, spaceKey, screen.DivideKey, ">", "a", "A"},
		Matrix:    {"=", arrowKeys, spaceKey, "K", "W", screen.DivideKey, ">", "a", "A"},
	}
	keysOnAll = []string{"tab", "enter", ".", "f", "F", "/", "z", "w", "M", "+", screen.ImportKey, screen.RemoveKey, screen.NoteKey, arrowKeys}
)

// Keys are those that do something where the cursor is.
func (s *Table) Keys(f screen.Frame) []key.Binding {
	w := f.Texts.Wizard.Keys
	switch {
	case s.search:
		return []key.Binding{screen.Binding("enter", w.Choose)}
	case s.typed != nil:
		return []key.Binding{screen.Binding("enter", w.SaveNext)}
	}
	columns := s.columns(f)
	slices.SortStableFunc(columns, func(a, b column) int { return explains(a) - explains(b) })
	var order []string
	if len(s.markedHere(f)) > 0 { // what it does to all stands below the rows
		order = append(order, spaceKey)
	}
	if s.choice.filter == doubtful { // what is brought together to be confirmed
		order = append(order, "a", "A")
	}
	for _, name := range sheetKeys[s.sheet] {
		if name != columnKeys {
			order = append(order, name)
			continue
		}
		for _, c := range columns {
			order = append(order, c.key)
		}
	}
	does := s.does(columns, f)
	var bindings []key.Binding
	for _, name := range append(order, keysOnAll...) {
		label := does[name]
		if delete(does, name); label == "" { // each is named once
			continue
		}
		if name == spaceKey {
			name = string(w.Space)
		}
		bindings = append(bindings, screen.Binding(name, label))
	}
	return bindings
}

// explains is 1 for a column that only explains what others decide, and stands behind those.
func explains(c column) int {
	if (steps.Task{}).Presumed(c.row.Name) != nil {
		return 1
	}
	return 0
}

// does says what each key does where the cursor is.
func (s *Table) does(columns []column, f screen.Frame) map[string]assets.Text {
	w, step, rows := f.Texts.Wizard.Keys, s.sheet.step(), s.rows(f)
	does := map[string]assets.Text{"tab": w.NextSheet, "f": w.Filter, "/": w.Search, "z": w.Sort, "+": w.AddTask, screen.ImportKey: w.Import, screen.NoteKey: w.StepNote}
	if s.sheet >= division {
		does[screen.DivideKey] = f.Texts.Division.Divide
	} else if f.Facts.Done(step) {
		does["v"] = w.Onwards
	}
	if slices.Contains(f.Plan.Round.Again, step) {
		does["="] = w.Confirm
	}
	if s.someWait(f) {
		does[">"] = w.NextOpen
	}
	if s.at >= len(rows) {
		return does
	}
	does[arrowKeys] = w.Column
	row, marked := rows[s.at], len(s.markedHere(f)) > 0
	part := s.meant(f, row.section.Tasks...)
	one := part
	switch t := row.task; {
	case t != nil:
		one = s.meant(f, t)
		does["enter"], does["."], does["F"], does["w"], does["M"] = w.OpenTask, w.Mark, w.OnlyGroup, w.Why, w.MakeAction
		if t.Own {
			does[screen.RemoveKey] = w.RemoveTask
		}
		if s.sheet == Matrix {
			does["K"], does["W"] = assets.Text(f.Texts.Field("knows")), assets.Text(f.Texts.Field("prefers"))
		}
	case s.folds():
		does["enter"] = w.Fold
		if s.isFolded(row.section) {
			does["enter"] = w.Unfold
		}
	}
	if row.task != nil || marked {
		does[spaceKey] = w.NextValue
		for _, c := range columns {
			if c.key != "" { // as that of a member is
				does[c.key] = assets.Text(f.Texts.Field(c.row.Words))
			}
		}
	}
	does["a"] = s.accepts(f, one, w.Accept, w.Confirm)
	if !marked { // then a does that too
		does["A"] = s.accepts(f, part, w.AcceptGroup, w.ConfirmGroup)
	}
	if s.sheet == expertise && slices.ContainsFunc(part, func(t *steps.Task) bool { return t.Asks(steps.Expertise) }) {
		does["E"] = w.AllPresent
	}
	return does
}
