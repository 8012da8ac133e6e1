package wizard

import (
	"errors"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/page"
	"stappenplan/wizard/screen"
)

// The frame around every screen: the header says where you are and whether it is safe, the rail where the
// plan stands, the footer which keys work here. No row is ever longer than the window.

const (
	railWidth = 23
	narrow    = 64 // below this width there is no rail
	leastWide = 34
	leastHigh = 8
	chrome    = 4 // rows of header, footer and the two rules
	// usualWidth and usualHeight are those of the smallest usual window.
	usualWidth, usualHeight = 80, 24
)

// bodyHeight is the room for the page: what there is to say in more lines than one covers none of it.
func (r *root) bodyHeight() int { return max(1, r.pageHeight()-len(r.noticeLines())) }

// pageHeight is the room while there is nothing to say.
func (r *root) pageHeight() int { return max(1, r.height-chrome) }

// View lays out the whole window; a crash in it ends the program in order.
func (r *root) View() (v tea.View) {
	defer func() {
		if cause := recover(); cause != nil && r.failure == nil {
			r.failure = errors.New(crash(cause))
			v = tea.NewView("")
			r.broken()
		}
	}()
	if r.stale || len(r.held.keys) == 0 { // a key that waits changes nothing
		r.drawn, r.stale = r.layOut(), false
	}
	return r.drawn
}

// tooSmall says that the window shows nothing but that.
func (r *root) tooSmall() bool { return r.width < leastWide || r.height < leastHigh }

func (r *root) layOut() tea.View {
	v := tea.NewView("")
	v.AltScreen, v.MouseMode = true, tea.MouseModeCellMotion
	if n := len(r.toWrite); n > 0 {
		v.ProgressBar = tea.NewProgressBar(tea.ProgressBarDefault, 100*len(r.written)/n)
	}
	v.WindowTitle = string(r.session.Spoken().Wizard.Title)
	if r.tooSmall() {
		v.Content = screen.Fit(string(r.session.Spoken().Wizard.TooSmall), r.width)
		return v
	}
	r.crowded = false
	p := r.page()
	body, cursor, more := r.body(p)
	if r.crowded = more && !r.noticeFits(more); r.crowded {
		p = r.page()
		body, cursor, more = r.body(p)
	}
	rows := make([]string, 0, r.height)
	rows = append(rows, r.header(), r.rule(p.Title))
	rows = append(rows, r.besideBody(r.withNotice(body))...)
	rows = append(rows, r.lowerRule(more), r.footer())
	if v.Content = strings.Join(rows, "\n"); r.options.ASCII {
		v.Content = screen.InASCII(v.Content)
	}
	if cursor != nil {
		v.Cursor = tea.NewCursor(cursor.X, cursor.Y+2)
		v.Cursor.Blink = false
		if !p.RowCursor {
			v.Cursor.Shape = tea.CursorBar
		}
	}
	return v
}

// page is the screen on top, or what takes its place for a moment.
func (r *root) page() screen.Page {
	switch {
	case !r.ready:
		return screen.Page{}
	case r.unsaved != nil:
		f := r.frame()
		f.Width = r.width - 2
		return page.Unsaved(r.unsaved.entry, r.unsaved.theirs, r.unsaved.cause, r.unsaved.rescueFailed, r.canRescue(), f)
	}
	return r.top().View(r.frame())
}

func (r *root) header() string {
	w := r.session.Spoken().Wizard
	plan := r.session.Plan()
	left := r.look.Chosen.On(" "+string(w.Title)+" ") + "  " + screen.OneLine(plan.School.Name)
	right := ""
	if r.ready && plan.Begun() {
		right = w.Round.Fill("n", plan.Round.Number)
	}
	switch {
	case r.inPast():
		past := r.session.Spoken().Past.Mark.Fill("moment", r.session.Spoken().DayAndTime(r.trial.past.At.In(r.session.Clock().Location())))
		right = r.look.Warn.On(past) // which names the day; the round stands on every screen that tells of it
	case r.trial != nil:
		right += " · " + r.look.Warn.On(string(w.TrialMark))
	case r.session.LookOnly:
		right += " · " + string(w.ReadOnlyMark)
	case r.writing:
		right += " · " + string(w.Write.Busy)
	case r.saving != nil, r.reading:
		right += " · …"
	case r.ready && r.status != notSaved && r.top().Unsaved():
		right += " · " + string(w.Typing)
	case r.ready && r.draftCount() > 0:
		right += " · " + r.look.Bad.On(w.DraftCount.For(r.draftCount()))
	case r.status == notSaved:
		right += " · " + r.look.Bad.On(string(w.NotSaved))
	case r.status == saved && r.real().InMemory():
		right += " · " + string(w.ExampleMark)
	case r.status == saved:
		right += " · " + r.look.Good.On(string(w.Saved))
	}
	right = strings.TrimPrefix(right, " · ") + " "
	room := max(0, r.width-ansi.StringWidth(right))
	return r.look.Raised.Lay(screen.Fit(left, room)+right, r.width)
}

// rule is the line above the page. Over what was it is drawn otherwise, so that nobody takes it for the plan of now.
func (r *root) rule(title string) string {
	if r.inPast() {
		title = ansi.Truncate(title, max(0, r.width-6), "…")
		if title != "" {
			title = " " + title + " "
		}
		return r.look.Warn.On("══" + title + strings.Repeat("═", max(0, r.width-2-ansi.StringWidth(title))))
	}
	if title == "" {
		return r.look.Muted.On(strings.Repeat("─", r.width))
	}
	title = ansi.Truncate(title, r.width-6, "…")
	rest := max(0, r.width-ansi.StringWidth(title)-5)
	return r.look.Muted.On("── ") + r.look.Strong.On(title) + " " + r.look.Muted.On(strings.Repeat("─", rest+1))
}

// progress is how many of the files were written.
func (r *root) progress(done, total int) string {
	text := r.session.Spoken().Wizard.Write.Progress.Fill("n", done, "total", total)
	room := max(0, r.width-ansi.StringWidth(text)-5)
	return r.look.Muted.On("── ") + r.look.Strong.On(text) + " " + r.look.Progress(done, total, room)
}

// hasRail says whether the steps stand beside the page.
func (r *root) hasRail() bool {
	return r.ready && r.width >= narrow && !r.top().Wide() && r.unsaved == nil
}

// pageLeft is the column that the page begins in: behind the rail, where there is one. The first screen stands in the middle.
func (r *root) pageLeft() int {
	switch {
	case r.hasRail():
		return railWidth + 1
	case r.place().Kind == screen.FirstStart:
		return max(1, (r.width-screen.Readable)/2)
	}
	return 1
}

// body is the rail and the part of the page that fits; the page is moved so that the cursor is seen.
func (r *root) body(p screen.Page) (rows []string, cursor *tea.Position, more bool) {
	height := r.bodyHeight()
	shown := p.Shown(height)
	var rail []string
	left := r.pageLeft()
	if r.hasRail() {
		rail = r.rail(height)
	}
	room := r.width - left
	if width := r.paperWidth(r.place()); width > 0 {
		room -= width + betweenPaper + 1
	}
	for i, n := range shown {
		line := ""
		switch {
		case n == screen.Rule:
			line = r.look.Muted.On(strings.Repeat("┄", room-1))
		case n < len(p.Lines):
			line = ansi.Truncate(p.Lines[n], room, "…")
		}
		if p.Cursor != nil && n == p.Cursor.Y {
			cursor = &tea.Position{X: min(p.Cursor.X+left, r.width-1), Y: i}
		}
		if rail != nil {
			line = rail[i] + " " + line
		} else {
			line = strings.Repeat(" ", left) + line
		}
		rows = append(rows, line)
	}
	return rows, cursor, len(p.Lines) > slices.Max(shown)+1
}

// rail lists the eight steps with their state, how far the plan is, and how many findings there are.
func (r *root) rail(height int) []string {
	texts := r.session.Spoken()
	var rows []string
	for _, s := range steps.Tree {
		rows = append(rows, r.railRow(s, texts.Plan.Steps[s.ID].Rail))
	}
	total := len(steps.Tree)
	rows = append(rows, "",
		"   "+texts.Wizard.StepsDone.Fill("n", r.facts.Finished, "total", total),
		"   "+r.look.Progress(r.facts.Finished, total, railWidth-4))
	if n := len(r.facts.Findings); n > 0 {
		rows = append(rows, "", "   "+r.look.Warn.On("! "+texts.Wizard.FindingCount.For(n)))
	}
	for len(rows) < height {
		rows = append(rows, "")
	}
	for i := range rows {
		rows[i] = screen.Fit(rows[i], railWidth)
	}
	return rows[:height]
}

func (r *root) railRow(s steps.Step, name assets.Text) string {
	pointer := " "
	viewed := r.viewed() == s.ID
	if viewed {
		pointer = r.look.Accent.On("▸")
	}
	text := string('0'+rune(s.Number)) + " " + string(name)
	switch {
	case viewed:
		text = r.look.Strong.On(text)
	case !r.facts.Walked(s.ID):
		text = r.look.Muted.On(text)
	}
	row := screen.Fit(" "+pointer+" "+r.look.Mark(r.facts, s.ID)+" "+text, railWidth)
	if viewed {
		row = r.look.Raised.Lay(row, railWidth)
	}
	return row
}

// viewed is the step that is looked at; a task is looked at from the step that led to it.
func (r *root) viewed() steps.StepID {
	for i := len(r.stack) - 1; i > 0; i-- {
		if r.stack[i].Kind != screen.TaskCard || r.stack[i-1].Step() == "" {
			return r.stack[i].Step()
		}
	}
	return r.place().Step()
}

// footer names the keys that work here, as many as fit; help has them all.
func (r *root) footer() string {
	if !r.ready {
		return ""
	}
	w := r.session.Spoken().Wizard
	if r.unsaved != nil {
		keys := w.UnsavedKeys
		switch {
		case r.unsaved.refused:
			keys = w.RefusedKeys
		case r.unsaved.wholePlan():
			keys = w.GoneKeys
		case r.canRescue():
			keys = w.RescueKeys
		}
		return " " + string(keys)
	}
	line := ""
	for _, b := range r.footerKeys() {
		line += r.footerItem(b)
	}
	return line
}

// footerKeys are the bindings that the footer has room for: what always works stands last; before it as many of the screen's keys as
// there is room for. The first of these stands in every window, where it is narrow in the place of what always works.
func (r *root) footerKeys() []key.Binding {
	w := r.session.Spoken().Wizard
	always := []key.Binding{screen.Binding("ctrl+k", w.Keys.Find), screen.Binding("F1", w.Keys.Help)}
	if r.place().Kind == screen.Find || !r.begun() {
		always = always[1:]
	}
	form, isForm := r.top().(interface{ Pointing() bool })
	list, isTable := r.top().(interface {
		Escapes(screen.Frame) assets.Text
	})
	switch {
	case isTable && list.Escapes(r.frame()) != "":
		always = append(always, screen.Binding("esc", list.Escapes(r.frame())))
	case isForm && form.Pointing():
		always = append(always, screen.Binding("esc", w.Keys.LeaveAsItIs))
	case r.typing() && !r.top().Searching(), r.top().Unsaved():
		always = append(always, screen.Binding("esc", w.Keys.KeepAndLeave))
	case len(r.stack) > 1, r.inPast():
		always = append(always, screen.Binding("esc", w.Keys.Back))
	}
	own := r.top().Keys(r.frame())
	if r.typing() && slices.ContainsFunc(own, func(b key.Binding) bool { return b.Help().Key == screen.EditorKey }) {
		always = slices.DeleteFunc(always, func(b key.Binding) bool { return b.Help().Key == "ctrl+k" && r.width <= usualWidth })
	}
	_, first := r.fitting(own[:min(1, len(own))], r.width)
	last, used := r.fitting(always, r.width)
	for len(always) > 0 && first+used >= r.width {
		always = always[1:]
		last, used = r.fitting(always, r.width)
	}
	shown, _ := r.fitting(own, r.width-used)
	return append(shown, last...)
}

// fitting are those of some bindings that there is room for, and the cells they take.
func (r *root) fitting(bindings []key.Binding, room int) (shown []key.Binding, used int) {
	for _, b := range bindings {
		if width := ansi.StringWidth(r.footerItem(b)); used+width < room {
			shown, used = append(shown, b), used+width
		}
	}
	return shown, used
}

func (r *root) footerItem(b key.Binding) string {
	return "  " + r.look.Strong.On(b.Help().Key) + " " + r.look.Muted.On(b.Help().Desc)
}

// frame is what the screen on top may know.
func (r *root) frame() screen.Frame { return r.frameAt(r.place(), r.top()) }

// frameAt is the frame for the screen of a place: how wide it is, is the screen's.
func (r *root) frameAt(p screen.Place, s screen.Screen) screen.Frame {
	about := p
	about.At = ""
	if p.Kind == screen.TaskList || p.Kind == screen.Matrix { // the sheets of the table show the same cells
		about = screen.Place{Kind: screen.TaskList}
	}
	if r.drafts[about] == nil {
		r.drafts[about] = map[string]screen.Draft{}
	}
	wide := s != nil && s.Wide() || r.width < narrow
	f := screen.Frame{
		Width: r.width - 2, Height: r.bodyHeight(), Plan: r.session.Plan(), Facts: r.facts, Texts: r.session.Spoken(),
		Look: r.look, Today: r.session.Today(), Session: r.session,
		Files: r.options.Files, Documents: r.options.Documents, Others: r.options.Others, Known: r.known,
		Chosen: r.document.chosen, Import: r.importing.chosen, ChosenN: r.chosenN, Written: r.written, Drafts: r.drafts[about], Unkept: r.drafts.without(nil, ofPlan), Plans: r.options.Plans, Several: r.options.Several, Editor: r.options.Editor && !r.real().InMemory(),
		Backups: r.backups, Restoring: r.chosenBackup, Erasables: r.canErase, Erasing: r.toErase, Sealing: r.toSeal, Copies: r.copies,
	}
	switch {
	case r.trial == nil:
	case r.trial.past != nil:
		f.Past = r.trial.past
	default:
		kept := r.trial.real.Plan()
		f.Real = &kept
	}
	if !wide {
		f.Width -= railWidth
	}
	if width := r.paperWidth(p); width > 0 {
		f.Width -= width + betweenPaper
	}
	if form, isForm := s.(*page.Form); isForm {
		f.Width = form.Readable(f.Width)
	}
	return f
}
