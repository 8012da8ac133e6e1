package page

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// The orders of the list of actions; the empty one is by date.
const (
	byDate  = ""
	byOwner = "owner"
	byState = "state"
)

var actionOrders = []string{byDate, byOwner, byState}

// Widths of the columns of the list of actions.
const (
	ownerWidth, dueWidth, stateWidth = 13, 12, 9
	shownProposals                   = 5
	roomForAll                       = 60 // beside what is to be done; in less only the day is
	roomForState                     = 96 // in less the groups say enough of how far each is
	linesOfAction                    = 3  // that one takes at most, mostly, where it is read whole beside the steps
)

// actionsPage lists the actions that are open, in one of the orders, then those that are closed, and what an action could be
// made of.
func actionsPage(f screen.Frame, order string) sheet {
	w := f.Texts.Wizard.Actions
	open := f.Plan.OpenActions()
	fields := []field{paragraph(f, f.Look.Muted, string(w.Text))}
	if len(open) == 0 {
		fields = append(fields, gap(), paragraph(f, screen.Paint{}, string(w.Nothing)))
	}
	for i, group := range groupedActions(f, open, order) {
		title := paragraph(f, group.ink, group.title)
		if i == 0 {
			title = read(actionHeads(f, group.ink, group.title, order)...)
		}
		fields = append(fields, gap(), title)
		for _, a := range group.actions {
			fields = append(fields, actionRow(f, a, order))
		}
	}
	fields = append(fields, gap(), actionField("add", string(w.Add), screen.Show(screen.Place{Kind: screen.NewAction})))
	if closed := f.Plan.ClosedActions(); len(closed) > 0 {
		fields = append(fields, gap(), paragraph(f, f.Look.Accent, string(w.Closed)))
		for _, a := range closed {
			fields = append(fields, actionRow(f, a, byDate))
		}
	}
	if proposals := f.Plan.Initiatives(f.Today); len(proposals) > 0 {
		fields = append(fields, gap(), paragraph(f, f.Look.Accent, string(w.Proposals)))
		for _, about := range proposals[:min(shownProposals, len(proposals))] {
			fields = append(fields, proposalRow(f, about))
		}
	}
	return sheet{Title: string(w.Title) + " · " + string(w.Sorted[order]), Fields: fields, Commands: []command{
		{Key: "+", Label: f.Texts.Wizard.Keys.NewAction, Effect: screen.Show(screen.Place{Kind: screen.NewAction})},
		{Key: "z", Label: f.Texts.Wizard.Keys.Sort, Effect: nextOrder(order, "")},
	}}
}

// nextOrder shows the list in the next order, with the cursor on the same action.
func nextOrder(order, at string) screen.Effect {
	next := actionOrders[(slices.Index(actionOrders, order)+1)%len(actionOrders)]
	return screen.Replace(screen.Place{Kind: screen.Actions, ID: next, At: at})
}

// actionGroup are the actions of a list that stand under one title.
type actionGroup struct {
	title   string
	ink     screen.Paint
	actions []steps.Action
}

func groupedActions(f screen.Frame, open []steps.Action, order string) (groups []actionGroup) {
	w := f.Texts.Wizard.Actions
	title := func(a steps.Action) (string, screen.Paint) {
		switch {
		case order == byOwner:
			return f.Texts.ActionOwner(f.Plan, a), f.Look.Accent
		case order == byState:
			return assets.Capital(f.Texts.Value("state", string(a.State))), f.Look.Accent
		case a.Overdue(f.Today):
			return "! " + string(w.Overdue), f.Look.Warn
		}
		return string(w.Coming), f.Look.Accent
	}
	if order == byState {
		slices.SortStableFunc(open, func(a, b steps.Action) int {
			return slices.Index(steps.ActionStates, a.State) - slices.Index(steps.ActionStates, b.State)
		})
	}
	for _, a := range open {
		text, ink := title(a)
		i := slices.IndexFunc(groups, func(g actionGroup) bool { return g.title == text })
		if i < 0 {
			i, groups = len(groups), append(groups, actionGroup{title: text, ink: ink})
		}
		groups[i].actions = append(groups[i].actions, a)
	}
	return groups
}

// actionColumns are who does an action, the day and how far it is, as far as the order and the window have columns for them.
func actionColumns(f screen.Frame, owner, day, state, order string) string {
	var columns []string
	column := func(in, text string, width, least int) {
		if order != in && f.Width >= least {
			columns = append(columns, screen.Fit(screen.OneLine(text), width))
		}
	}
	column(byOwner, owner, ownerWidth, roomForAll)
	columns = append(columns, screen.Fit(day, dueWidth))
	column(byState, state, stateWidth, roomForState)
	return strings.Join(columns, " ")
}

// actionHeads is the title of the first group, with the names of the columns behind it, or below it where there is no room.
func actionHeads(f screen.Frame, ink screen.Paint, title, order string) []string {
	head := func(field string) string { return assets.Capital(f.Texts.Field(field)) }
	heads := actionColumns(f, head("action_owner"), head("due"), head("state"), order)
	room := max(1, f.Width-ansi.StringWidth(heads)-f.PlaceRoom()-1)
	if ansi.StringWidth(title) < room {
		return []string{screen.Fit(ink.On(title), room) + f.Look.Muted.On(heads)}
	}
	return append(painted(ink, screen.Wrap(title, f.Width)), screen.Fit("", room)+f.Look.Muted.On(heads))
}

// actionRow is an action in one line; the letter X says that it is done.
func actionRow(f screen.Frame, a steps.Action, order string) field {
	w := f.Texts.Wizard.Actions
	day := a.Due
	if !a.Open() {
		day = a.Closed
	}
	mark := "  "
	if a.Overdue(f.Today) {
		mark = "! "
	}
	right := actionColumns(f, f.Texts.ActionOwner(f.Plan, a), f.Texts.ShortDate(day), f.Texts.Value("state", string(a.State)), order)
	room := max(16, f.Width-ansi.StringWidth(right)-6-f.PlaceRoom())
	what := screen.OneLine(a.What)
	shown := screen.Clip(what, room)
	fd := actionField(a.ID, mark+screen.Fit(shown, room), screen.Show(screen.Place{Kind: screen.ActionCard, ID: a.ID}))
	fd.Under = restOf(what, shown, f.Width)
	fd.Value = " " + f.Look.Muted.On(right)
	fd.Remove = askRemoveAction(f, a, screen.Back(1))
	if a.Open() {
		fd.Commands = []command{{Key: "X", Label: f.Texts.Wizard.Keys.ActionDone, Effect: screen.Record{
			Changes: []steps.Change{a.Move(steps.ActionDone, f.Today)}, Then: screen.Say{Text: w.Done.Fill("what", f.Texts.ActionName(f.Plan, a.ID))},
		}}}
	}
	fd.Commands = append(fd.Commands, command{Key: "z", Label: f.Texts.Wizard.Keys.Sort, Effect: nextOrder(order, a.ID)})
	return fd
}

// restOf is what is not shown of a text that was clipped, to be read where the cursor is; nothing where all is.
func restOf(text, shown string, width int) []string {
	if shown == text {
		return nil
	}
	return hung("    … ", strings.TrimSpace(text[len(strings.TrimSuffix(shown, "…")):]), width)
}

// proposalRow is something that an action could be made of.
func proposalRow(f screen.Frame, about string) field {
	fd := actionField("propose "+about, "+ "+screen.Clip(screen.OneLine(f.Texts.ProposeAction(f.Plan, about, f.Today).What), f.Width-4-f.PlaceRoom()), screen.MakeAction(f, about))
	fd.Commands = []command{makesAction(f, about)}
	return fd
}

// makesAction is the letter that makes an action of a row.
func makesAction(f screen.Frame, about string) command {
	return command{Key: "M", Label: f.Texts.Wizard.Keys.MakeAction, Make: func() screen.Effect { return screen.MakeAction(f, about) }}
}

// makeActionField is the row that makes an action of what a form is about.
func makeActionField(f screen.Frame, about string) field {
	w := f.Texts.Wizard.Actions
	label := w.Make
	if _, there := f.Plan.OpenActionAbout(about); there {
		label = w.There
	}
	fd := actionField("make "+about, string(label), screen.MakeAction(f, about))
	fd.Commands = []command{makesAction(f, about)}
	return fd
}

// actionPage is one action: how far it is, who does it by when, and where it comes from.
func actionPage(f screen.Frame, id string) sheet {
	a, there := f.Plan.Action(id)
	if !there {
		return sheet{}
	}
	w, words := f.Texts.Wizard, f.Texts.Wizard.Actions
	fields := append(askedOf(f, question.Action(a, f.Today, f.Plan, f.Texts)), gap())
	if a.Overdue(f.Today) {
		fields = append([]field{paragraph(f, f.Look.Warn, "! "+f.Texts.ActionDue(a, f.Today)), gap()}, fields...)
	}
	if a.Opened != "" {
		fields = append(fields, labelledText(f, assets.Capital(f.Texts.Field("opened")), f.Texts.Date(a.Opened)))
	}
	if about := f.Texts.Subject(f.Plan, a.About); about != "" {
		fields = append(fields, actionField("about", assets.Capital(f.Texts.Field("about"))+": "+about, screen.Show(placeOf(a))))
	}
	fields = append(fields, gap(), actionField("done", string(w.Ready), screen.Back(1)),
		muted(actionField(screen.RemoveRow, string(words.Remove), askRemoveAction(f, a, screen.Back(2)))))
	return sheet{Title: f.Texts.ActionName(f.Plan, id), Fields: fields}
}

func askRemoveAction(f screen.Frame, a steps.Action, then screen.Effect) screen.Effect {
	w := f.Texts.Wizard.Actions
	return screen.Ask{Question: string(w.RemoveAsk), Yes: w.RemoveYes,
		Effect: screen.Record{Changes: []steps.Change{{Kind: steps.ChangeRemove, Action: a.ID}}, Then: then}}
}

// placeOf is where one sees what an action is about.
func placeOf(a steps.Action) screen.Place {
	kind, id, task, member := a.AboutIs()
	if sheet, table, row, onSheet := a.AboutRow(); onSheet {
		if kind == steps.AboutRow {
			return screen.Place{Kind: screen.RowCard, ID: steps.RowPath(sheet, table, row)}
		}
		return screen.Place{Kind: screen.SheetTable, ID: sheet + "/" + table, At: row}
	}
	switch kind {
	case steps.AboutStep:
		return screen.StepPlace(steps.StepID(id))
	case steps.AboutDecision:
		return screen.Place{Kind: screen.DecisionCard, ID: id}
	case steps.AboutFinding:
		return screen.SolvedAt(steps.Finding{ID: steps.FindingID(id), Task: task, Member: member})
	case steps.AboutMember:
		return screen.Place{Kind: screen.MemberCard, ID: member}
	case steps.AboutTask:
		return screen.Place{Kind: screen.TaskCard, ID: task}
	}
	for _, step := range steps.Tree {
		if slices.ContainsFunc(step.Advice, func(advice steps.Advice) bool { return string(advice.ID) == id }) {
			return screen.StepPlace(step.ID)
		}
	}
	return screen.Place{Kind: screen.Overview}
}

// newActionPage adds an action in words of one's own; who and when is asked on its own screen.
func newActionPage(f screen.Frame) sheet {
	w := f.Texts.Wizard.Actions
	what := unasked(asked(f, question.NewAction(f.Today, f.Plan, f.Texts)))
	keep := what.Save
	what.Save = func(v string) (screen.Effect, string) {
		effect, problem := keep(v)
		return screen.Then(effect, screen.Replace(screen.Place{Kind: screen.ActionCard, ID: f.Plan.NewActionID(v), At: "action_owner"})), problem
	}
	return sheet{Title: string(w.New), Fields: []field{paragraph(f, f.Look.Muted, string(f.Texts.Plain.Ask["action"].Question)), gap(), what}}
}

// actionLines are how many actions are open, with the first of them where there is room for no more, and the next few below.
func actionLines(f screen.Frame, room int) (fields []field) {
	w, open := f.Texts.Wizard.Actions, f.Plan.OpenActions()
	n := f.Plan.CountActions(f.Today)
	row := actionField("actions", string(w.None), screen.Show(screen.Place{Kind: screen.Actions}))
	if len(f.Plan.Actions) > 0 {
		row.Label = assets.Capital(f.Texts.ActionCount(n))
	}
	if n.Overdue > 0 {
		row.Label = "! " + row.Label
	}
	fields = append(fields, row)
	if len(n.Next) > 0 && room < len(n.Next) {
		return append(fields[:0], nextAction(f, row, w.Next.Fill("what", screen.OneLine(open[0].What)), room)...)
	}
	for i := range n.Next {
		next := actionRow(f, open[i], byDate)
		next.ID, next.Remove = "action "+next.ID, nil
		if f.Width < roomForAll && room >= linesOfAction*len(n.Next) { // beside the steps: whole, on lines of their own
			next.Label, next.Value, next.Under = next.Label[:2]+screen.OneLine(open[i].What), "", nil
			if open[i].Due != "" {
				next.Label += between + strings.ReplaceAll(f.Texts.ShortDate(open[i].Due), " ", "\u00a0")
			}
		}
		next.Commands = slices.DeleteFunc(next.Commands, func(c command) bool { return c.Key == "z" })
		fields = append(fields, next)
	}
	return fields
}

// nextAction are the row that leads to the actions and what is the first to do: behind it, or below it where there is room for so many
// lines more. It is said whole or not at all.
func nextAction(f screen.Frame, row field, first string, room int) []field {
	if ansi.StringWidth(row.Label)+2+ansi.StringWidth(first) <= f.Width-2-f.PlaceRoom() {
		row.Value = "  " + f.Look.Muted.On(first)
		return []field{row}
	}
	if lines := painted(f.Look.Muted, hung("    ", first, f.Width)); len(lines) <= room {
		return []field{row, read(lines...)}
	}
	return []field{row}
}
