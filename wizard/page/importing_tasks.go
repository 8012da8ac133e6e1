package page

import (
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/planfile/importing"
	"stappenplan/planfile/lists"
	"stappenplan/wizard/find"
	"stappenplan/wizard/screen"
)

// What the rows of a list become: tasks of the overview, own tasks, or nothing.

// The ids of rows that are folded into one.
const (
	sureRows = "sure"
	ownRows  = "own"
)

// importTasksPage sets the rows of a list beside the overview: the doubtful ones first, the others folded.
func importTasksPage(f screen.Frame) sheet {
	i, w := f.Import, f.Texts.Importing
	doubtful, next := i.Doubtful(), string(w.ToPeopleSure)
	if become := doubtsBecome(f); become != "" {
		next = w.ToPeople.Fill("become", become)
	}
	fields := []field{actionField("next", next, screen.Show(afterTasks(i))), gap()}
	if len(doubtful) > 0 {
		rows, theirs := importRows(f, doubtful)
		fields = append(fields, paragraph(f, f.Look.Strong, w.Doubtful.For(len(doubtful))),
			read(f.Look.Muted.On("  "+screen.Fit(string(w.Theirs), theirs+3)+string(w.Ours))))
		fields = append(append(fields, rows...), gap())
	}
	if sure := i.Sure(); len(sure) > 0 {
		fields = append(fields, actionField(sureRows, w.Sure.For(len(sure)), screen.Show(screen.Place{Kind: screen.ImportRows, ID: sureRows})))
	}
	if own := i.Own(); len(own) > 0 {
		fields = append(fields, actionField(ownRows, w.Own.For(len(own)), screen.Show(screen.Place{Kind: screen.ImportRows, ID: ownRows})))
	}
	return sheet{Title: w.TasksTitle.Fill("file", importOf(f)), Fields: fields}
}

// doubtsBecome says what becomes of the doubtful rows that nobody looked at, nothing where there are none.
func doubtsBecome(f screen.Frame) string {
	i, w := f.Import, f.Texts.Importing
	outcome, tasks, own := i.Outcome(), 0, 0
	for _, at := range i.Doubtful() {
		switch {
		case i.Decided(i.List.Rows[at]):
		case outcome[at].Task == "":
			own++
		default:
			tasks++
		}
	}
	var become []string
	if tasks > 0 {
		become = append(become, w.BecomeTasks.For(tasks))
	}
	if own > 0 {
		become = append(become, w.BecomeOwn.For(own))
	}
	return strings.Join(become, ", ")
}

// afterTasks is where one goes when the tasks are right.
func afterTasks(i importing.Import) screen.Place {
	if i.PeopleAsk() {
		return screen.Place{Kind: screen.ImportPeople}
	}
	return screen.Place{Kind: screen.ImportPreview}
}

// importRowsPage are the rows that are folded into one.
func importRowsPage(f screen.Frame, which string) sheet {
	title, rows := f.Texts.Importing.SureTitle, f.Import.Sure()
	if which == ownRows {
		title, rows = f.Texts.Importing.OwnTitle, f.Import.Own()
	}
	fields, _ := importRows(f, rows)
	return sheet{Title: string(title), Fields: fields}
}

// besideWidths are those of the titles in the list and of what they become, beside their signs and their place: whole where there is room
// for both, else what becomes of them has at most half, and no more than the title of a task takes.
func besideWidths(f screen.Frame, rows []besideRow) (theirs, ours int) {
	const signs, certainty, most = 2 + 3, 5, 40
	room := max(2, f.Width-signs-certainty-f.PlaceRoom())
	for _, r := range rows {
		theirs, ours = max(theirs, ansi.StringWidth(r.theirs)), max(ours, ansi.StringWidth(r.ours))
	}
	theirs = max(theirs, ansi.StringWidth(string(f.Texts.Importing.Theirs)))
	if theirs+ours+1 > room {
		theirs = min(theirs, max(room/2, room-min(ours, most)-1))
	}
	return theirs, min(ours, room-theirs-1)
}

// besideRow is a row of a list with what it becomes, and how sure that is, in words.
type besideRow struct{ id, sign, theirs, ours, certainty string }

// importRows are rows of a list beside what they become, and how wide the titles in the list are. What is cut is read where the cursor is.
func importRows(f screen.Frame, rows []int) (fields []field, theirs int) {
	i, outcome, doubtful := f.Import, f.Import.Outcome(), f.Import.Doubtful()
	var list []besideRow
	for _, at := range rows {
		r := i.List.Rows[at]
		row := besideRow{id: strconv.Itoa(at), theirs: screen.Fit(i.Place(r), 4) + " " + screen.OneLine(r.Title), sign: f.Look.Warn.On("? ")}
		if row.ours, row.certainty = outcomeOf(f, r, outcome[at]); i.Rival(outcome, at) != "" {
			row.ours = "+ " + i.Rival(outcome, at)
		}
		switch {
		case outcome[at].LeftOut:
			row.sign = "  "
		case i.Decided(r) || !slices.Contains(doubtful, at):
			row.sign = f.Look.Good.On("✓ ")
		}
		list = append(list, row)
	}
	theirs, ours := besideWidths(f, list)
	for _, row := range list {
		title, what := screen.Clip(row.theirs, theirs), screen.Clip(row.ours, ours)
		fd := actionField("row:"+row.id, screen.Fit(title, theirs), screen.Show(screen.Place{Kind: screen.ImportRow, ID: row.id}))
		fd.Value = " " + row.sign + screen.Fit(what, ours) + " " + f.Look.Muted.On(row.certainty)
		fd.Under = append(restOf(row.theirs, title, f.Width), restOf(row.ours, what, f.Width)...)
		fields = append(fields, fd)
	}
	return fields, theirs
}

// outcomeOf is what a row becomes, in words, and how sure that is.
func outcomeOf(f screen.Frame, r lists.Row, becomes importing.Becomes) (what, certainty string) {
	switch {
	case becomes.LeftOut:
		return "– " + string(f.Texts.Importing.NotTaken), ""
	case becomes.Task == "":
		return "+ " + string(f.Texts.Importing.OwnTask), ""
	}
	for _, m := range r.Matches {
		if m.Task == becomes.Task {
			certainty = f.Texts.WholePercent(m.Certainty)
		}
	}
	return screen.OneLine(f.Texts.TaskName(f.Plan, becomes.Task)), certainty
}

// rowAt is the row of a list with an id.
func rowAt(i importing.Import, id string) (at int, r lists.Row, there bool) {
	at, err := strconv.Atoi(id)
	if err != nil || at < 0 || at >= len(i.List.Rows) {
		return 0, r, false
	}
	return at, i.List.Rows[at], true
}

// importRowPage asks what a row becomes: one of the likeliest tasks, an own one, nothing, or any other task.
func importRowPage(f screen.Frame, id string) sheet {
	i, w := f.Import, f.Texts.Importing
	at, r, there := rowAt(i, id)
	if !there {
		return sheet{}
	}
	ask := string(w.WhichTask)
	if doubtful := i.Doubtful(); slices.Contains(doubtful, at) {
		ask = w.DoubtOf.Fill("n", slices.Index(doubtful, at)+1, "total", len(doubtful))
	}
	fields := []field{gap()}
	if told := rowTold(f, r); told != "" {
		fields = append(fields, paragraph(f, f.Look.Muted, told), gap())
	}
	fields = append(fields, paragraph(f, f.Look.Strong, ask), gap())
	now := becomesField(f, id)
	add := func(label string, becomes importing.Becomes) {
		sign := "○ "
		if fieldOf(becomes) == now {
			sign = "● "
		}
		fields = append(fields, actionField(fieldOf(becomes), sign+label, becoming(f, at, becomes)))
	}
	outcome := i.Outcome()[at]
	listed := outcome.Task == "" || outcome.LeftOut
	for _, m := range r.Matches {
		listed = listed || m.Task == outcome.Task
		add(w.Likely.Fill("task", f.Texts.TaskName(f.Plan, m.Task), "certainty", f.Texts.WholePercent(m.Certainty))+takenBy(f, at, m.Task), importing.Becomes{Task: m.Task})
	}
	if !listed {
		add(f.Texts.TaskName(f.Plan, outcome.Task), outcome)
	}
	add(w.MakeOwn.Fill("group", f.Texts.Group(f.Plan, r.OwnGroup())), importing.Becomes{})
	add(string(w.LeaveOut), importing.Becomes{LeftOut: true})
	fields = append(fields, gap(), actionField("search", string(w.Search), screen.Show(screen.Place{Kind: screen.ImportSearch, ID: id})))
	return sheet{Title: w.TaskTitle.Fill("row", i.Place(r), "title", screen.OneLine(r.Title)), Fields: fields}
}

// rowTold is what a row says of its task beside the title.
func rowTold(f screen.Frame, r lists.Row) string {
	var told []string
	add := func(field, value string) {
		if value != "" {
			told = append(told, f.Texts.Field(field)+": "+screen.OneLine(value))
		}
	}
	add("owner", r.Owner)
	add("backup", r.Backup)
	if r.Horizon != "" {
		add("horizon", f.Texts.Value("horizon", string(r.Horizon)))
	}
	if r.Hours != nil {
		add("hours", f.Texts.Number(*r.Hours))
	}
	add("note", r.Note)
	const longest = 300
	text := strings.Join(told, " · ")
	if letters := []rune(text); len(letters) > longest {
		text = string(letters[:longest]) + "…"
	}
	return text
}

// takenBy says behind a task which other row is it, and what choosing it does to that one.
func takenBy(f screen.Frame, at int, task string) string {
	if taken := f.Import.Takes(f.Import.Outcome(), at, task); taken != "" {
		return " · " + taken
	}
	return ""
}

func fieldOf(b importing.Becomes) string {
	if b.LeftOut {
		return "out"
	}
	return "task:" + b.Task
}

// becomesField is the row of what a row of the list becomes now.
func becomesField(f screen.Frame, id string) string {
	at, _, there := rowAt(f.Import, id)
	if !there {
		return ""
	}
	return fieldOf(f.Import.Outcome()[at])
}

// becoming decides what a row becomes, and goes on to the next doubt where it was one itself.
func becoming(f screen.Frame, at int, becomes importing.Becomes) screen.Effect {
	i, r := f.Import, f.Import.List.Rows[at]
	decided, err := i.Decide(r, becomes)
	then := screen.Back(1)
	if next, is := decided.NextDoubt(at, i.Surpassed(r)); is && slices.Contains(i.Doubtful(), at) && !i.Decided(r) {
		then = screen.Replace(screen.Place{Kind: screen.ImportRow, ID: strconv.Itoa(next)})
	}
	return screen.Decide{Make: func() (importing.Import, error) { return decided, err }, Then: then}
}

// tasksFor are the tasks of the overview that a row can become, to be found by typing.
func tasksFor(id string) func(screen.Frame) []find.Thing {
	return func(f screen.Frame) (list []find.Thing) {
		at, _, there := rowAt(f.Import, id)
		if !there {
			return nil
		}
		for _, t := range f.Facts.Tasks {
			kind, explained := f.Texts.Group(f.Plan, t.Group), ""
			if taken := f.Import.Taken(f.Import.Outcome(), at, t.ID); taken != "" {
				kind = taken + " · " + kind
			}
			if t.Proposed != nil {
				explained = f.Texts.In(t.Proposed.Explain)
			}
			list = append(list, find.New(f.Texts.TaskTitle(t), kind, becoming(f, at, importing.Becomes{Task: t.ID}), explained))
		}
		return list
	}
}
