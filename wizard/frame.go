package wizard

import (
	"fmt"
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
)

func (r *root) bodyHeight() int { return max(1, r.height-chrome) }

// View lays out the whole window; a crash in it ends the program in order.
func (r *root) View() (v tea.View) {
	defer func() {
		if cause := recover(); cause != nil && r.failure == nil {
			r.failure = fmt.Errorf("%v at %s", cause, crashSite())
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
	v.AltScreen = true
	if n := len(r.toWrite); n > 0 {
		v.ProgressBar = tea.NewProgressBar(tea.ProgressBarDefault, 100*len(r.written)/n)
	}
	v.WindowTitle = string(r.session.Spoken().Wizard.Title)
	if r.tooSmall() {
		v.Content = screen.Fit(string(r.session.Spoken().Wizard.TooSmall), r.width)
		return v
	}
	p := r.page()
	rows := make([]string, 0, r.height)
	rows = append(rows, r.header(), r.rule(p.Title))
	body, cursor, more := r.body(p)
	rows = append(rows, r.withNotice(body)...)
	rows = append(rows, r.lowerRule(more), r.footer())
	v.Content = strings.Join(rows, "\n")
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
	left := " " + r.look.Accent.On(string(w.Title)) + "   " + screen.OneLine(plan.School.Name)
	right := ""
	if r.ready && plan.Begun() {
		right = w.Round.Fill("n", plan.Round.Number)
	}
	switch {
	case r.inPast():
		past := r.session.Spoken().Past.Mark.Fill("date", r.session.Spoken().Date(steps.DateOf(r.trial.past.At.In(r.session.Clock().Location()))), "n", r.trial.past.Entry)
		right = r.look.Warn.On(past) // which names the day; the round stands on every screen that tells of it
	case r.trial != nil:
		right += " · " + r.look.Warn.On(string(w.TrialMark))
	case r.session.LookOnly:
		right += " · " + string(w.ReadOnlyMark)
	case r.writing:
		right += " · " + string(w.Write.Busy)
	case r.saving != nil, r.reading:
		right += " · …"
	case r.ready && r.status != notSaved && r.top().Unsaved() != "":
		right += " · " + string(w.Typing)
	case r.ready && r.draftCount() > 0:
		right += " · " + r.look.Bad.On(w.DraftCount.For(r.draftCount()))
	case r.status == notSaved:
		right += " · " + r.look.Bad.On(string(w.NotSaved))
	case r.status == saved:
		right += " · " + r.look.Good.On(string(w.Saved))
	}
	right = strings.TrimPrefix(right, " · ") + " "
	room := max(0, r.width-ansi.StringWidth(right))
	return ansi.Truncate(screen.Fit(left, room)+right, r.width, "")
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

// withNotice lays what there is to say over the last rows, where it takes more than the rule holds.
func (r *root) withNotice(body []string) []string {
	lines := screen.Wrap(r.notice, r.width-4)
	if len(lines) < 2 || len(lines) > len(body) {
		return body
	}
	body = body[:len(body)-len(lines)]
	for _, l := range lines {
		body = append(body, "  "+r.look.Warn.On(l))
	}
	return body
}

// lowerRule carries what there is to say, and that there is more below.
func (r *root) lowerRule(more bool) string {
	if n := len(r.toWrite); n > 0 {
		return r.progress(len(r.written), n)
	}
	if r.notice != "" && len(screen.Wrap(r.notice, r.width-4)) < 2 {
		text := ansi.Truncate(screen.OneLine(r.notice), r.width-6, "…")
		rest := max(0, r.width-ansi.StringWidth(text)-4)
		return r.look.Muted.On("── ") + r.look.Warn.On(text) + r.look.Muted.On(" "+strings.Repeat("─", rest))
	}
	if more {
		text := string(r.session.Spoken().Wizard.More)
		return r.look.Muted.On(strings.Repeat("─", max(0, r.width-ansi.StringWidth(text)-5)) + " " + text + " ───")
	}
	return r.look.Muted.On(strings.Repeat("─", r.width))
}

// progress is how many of the files were written.
func (r *root) progress(done, total int) string {
	text := r.session.Spoken().Wizard.Write.Progress.Fill("n", done, "total", total)
	room := max(0, r.width-ansi.StringWidth(text)-5)
	return r.look.Muted.On("── ") + r.look.Strong.On(text) + " " + r.look.Bar.On(screen.Bar(steps.Whole(int64(done)), steps.Whole(int64(total)), room))
}

// body is the rail and the part of the page that fits; the page is moved so that the cursor is seen.
func (r *root) body(p screen.Page) (rows []string, cursor *tea.Position, more bool) {
	height := r.bodyHeight()
	offset := p.Offset(height)
	var rail []string
	left := 1
	if r.ready && r.width >= narrow && !r.top().Wide() && r.unsaved == nil {
		rail = r.rail(height)
		left = railWidth + 1
	}
	room := r.width - left
	for i := range height {
		line := ""
		if i+offset < len(p.Lines) {
			line = ansi.Truncate(p.Lines[i+offset], room, "…")
		}
		if rail != nil {
			line = rail[i] + " " + line
		} else {
			line = " " + line
		}
		rows = append(rows, line)
	}
	if p.Cursor != nil && p.Cursor.Y >= offset && p.Cursor.Y < offset+height {
		cursor = &tea.Position{X: min(p.Cursor.X+left, r.width-1), Y: p.Cursor.Y - offset}
	}
	return rows, cursor, len(p.Lines) > offset+height
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
		"   "+r.look.Bar.On(screen.Bar(steps.Whole(int64(r.facts.Finished)), steps.Whole(int64(total)), railWidth-4)))
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
	mark := r.facts.Mark(s.ID)
	text := string('0'+rune(s.Number)) + " " + string(name)
	switch {
	case viewed:
		text = r.look.Strong.On(text)
	case !r.facts.Walked(s.ID):
		text = r.look.Muted.On(text)
	}
	return " " + pointer + " " + r.markPaint(s.ID).On(mark) + " " + text
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

func (r *root) markPaint(id steps.StepID) screen.Paint {
	switch r.facts.Mark(id) {
	case "✓":
		return r.look.Good
	case "✗":
		return r.look.Bad
	case "?", "○":
		return r.look.Warn
	}
	return r.look.Muted
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
	// What always works stands last and always fits; before it as many of the screen's keys as there is room for.
	always := []key.Binding{screen.Binding("ctrl+k", w.Keys.Find), screen.Binding("F1", w.Keys.Help)}
	if r.place().Kind == screen.Find || !r.begun() {
		always = always[1:]
	}
	switch {
	case r.typing() && !r.top().Searching():
		always = append(always, screen.Binding("esc", w.Keys.KeepAndLeave))
	case len(r.stack) > 1, r.inPast():
		always = append(always, screen.Binding("esc", w.Keys.Back))
	}
	last := r.footerItems(always, r.width)
	first := r.footerItems(r.top().Keys(r.frame()), r.width-ansi.StringWidth(last))
	return first + last
}

func (r *root) footerItems(bindings []key.Binding, room int) (line string) {
	for _, b := range bindings {
		item := "  " + r.look.Strong.On(b.Help().Key) + " " + r.look.Muted.On(b.Help().Desc)
		if ansi.StringWidth(line)+ansi.StringWidth(item) < room {
			line += item
		}
	}
	return line
}
