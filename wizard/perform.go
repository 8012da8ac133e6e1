package wizard

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"stappenplan/steps"
)

// read takes the plan that was read, and opens where the person left off.
func (r *root) read(msg readMsg) tea.Cmd {
	if msg.err != nil {
		r.failure = msg.err
		return tea.Quit
	}
	r.session.Use(msg.journal)
	r.refresh()
	r.ready = true
	r.stack = nil
	r.push(place{overview, ""})
	if r.begun() {
		r.status = saved
		if p, ok := leftOff(r.session.Journal()); ok {
			r.push(p)
		}
	} else {
		r.push(place{welcome, ""})
		r.push(place{firstStart, ""})
	}
	return r.resume()
}

// leftOff is where the last entry was made, while that step is not finished.
func leftOff(j *steps.Journal) (place, bool) {
	change, ok := j.Undo()
	p := j.Plan()
	if !ok || p.Complete() {
		return place{}, false
	}
	changes := j.Entries()[change.Entry-1].Changes
	step := stepOf(changes[len(changes)-1])
	if step == "" || len(p.Gaps(step)) == 0 {
		step = p.Current()
	}
	return stepPlace(step), true
}

// stepOf is the step at which a change is made; empty where that cannot be told.
func stepOf(c steps.Change) steps.StepID {
	switch c.Kind {
	case steps.ChangeAnswer:
		return c.Step
	case steps.ChangeTask:
		if c.Owner.Given() || c.Backup.Given() || c.Hours.Given() {
			return steps.Team
		}
		if c.Expertise.Given() || c.Sourcing.Given() {
			return steps.Expertise
		}
		return steps.Tasks
	case steps.ChangeMember, steps.ChangeAgreement:
		return steps.Team
	case steps.ChangeEvaluation:
		return steps.Evaluation
	}
	return ""
}

func (r *root) refresh() { r.facts = factsOf(r.session.Journal(), r.session.Today()) }

// push opens a place, with the room that its screen will have.
func (r *root) push(p place) {
	r.stack = append(r.stack, view{p, open(p, r.frame())})
	f := r.frame()
	r.stack[len(r.stack)-1].screen = open(p, f)
}

// perform does what a screen wished. A key that waited while an entry was saved may move and type, but
// decides nothing: nobody had seen the question yet.
func (r *root) perform(wish effect, waited bool) tea.Cmd {
	switch w := wish.(type) {
	case record:
		if waited && !w.typed {
			return nil
		}
		return r.record(w)
	case show:
		r.push(w.place)
	case replace:
		r.stack = r.stack[:len(r.stack)-1]
		r.push(w.place)
	case back:
		if len(r.stack) > 1 {
			r.stack = r.stack[:len(r.stack)-1]
		}
	case leaveTwo:
		r.perform(back{}, false)
		r.perform(back{}, false)
	case home:
		r.stack = nil
		r.push(place{overview, ""})
	case undo:
		return r.withdraw(r.session.Journal().Undo())
	case redo:
		return r.withdraw(r.session.Journal().Redo())
	case signed:
		r.session.SetAuthor(w.author)
		return r.perform(w.then, waited)
	case export:
		return r.export(w)
	case ask:
		r.stack = append(r.stack, view{r.stack[len(r.stack)-1].place, newForm(askPage(w))})
	case say:
		r.notice = w.text
	case run:
		return w.cmd
	case quit:
		return tea.Quit
	}
	return nil
}

// askPage is the question before something is taken away.
func askPage(a ask) func(frame) sheet {
	return func(f frame) sheet {
		return sheet{fields: []field{
			gap(), paragraph(f, f.look.warn, a.question), gap(),
			actionField("no", string(f.texts.Wizard.LeaveIt), back{}), actionField("yes", string(a.yes), a.wish),
		}}
	}
}

// record starts keeping an entry; until it is on disk, keys wait.
func (r *root) record(w record) tea.Cmd {
	if len(w.changes) == 0 {
		return r.perform(w.then, false)
	}
	if r.options.ReadOnly {
		r.notice = string(r.session.Texts.Wizard.ReadOnly)
		return nil
	}
	entry, err := r.session.Prepare(w.changes...)
	if err != nil {
		r.notice = r.session.Texts.Error(err)
		return nil
	}
	return r.save(saving{entry: entry, then: w.then})
}

func (r *root) save(s saving) tea.Cmd {
	r.saving = &s
	session := r.session
	return guarded(func() tea.Msg { return savedMsg{session.Save(s.entry)} })
}

// withdraw takes back an entry, and says in words which.
func (r *root) withdraw(change steps.Change, ok bool) tea.Cmd {
	w := r.session.Texts.Wizard
	if !ok {
		r.notice = string(w.NothingToUndo)
		return nil
	}
	journal := r.session.Journal()
	number, said := change.Entry, w.Undone
	entry := journal.Entries()[number-1]
	if len(entry.Changes) == 1 && entry.Changes[0].Kind == steps.ChangeWithdraw {
		number, said = entry.Changes[0].Entry, w.Redone
		entry = journal.Entries()[number-1]
	}
	prepared, err := r.session.Prepare(change)
	if err != nil {
		r.notice = r.session.Texts.Error(err)
		return nil
	}
	return r.save(saving{entry: prepared, said: said.Fill("what", r.said(entry, number))})
}

// said is what an entry did, in words.
func (r *root) said(e steps.Entry, number uint64) string {
	before, err := r.session.Journal().At(number - 1)
	if err != nil {
		before = r.session.Plan()
	}
	return r.session.Texts.Entry(e, before)
}

// saved is what comes after an entry was kept, or was not.
func (r *root) saved(err error) tea.Cmd {
	done := *r.saving
	r.saving = nil
	if err == nil {
		err = r.session.Applied(done.entry)
	}
	if err != nil {
		return r.failed(done, err)
	}
	r.status, r.unsaved = saved, nil
	r.notice = done.said
	r.refresh()
	cmd := r.perform(done.then, false)
	return tea.Batch(cmd, r.resume())
}

// failed keeps what could not be saved on the screen. After a conflict the plan holds what the other wrote.
func (r *root) failed(s saving, err error) tea.Cmd {
	if IsConflict(err) {
		if reload := r.session.Reload(); reload == nil {
			r.refresh()
			if entry, again := r.session.Prepare(s.entry.Changes...); again == nil {
				s.entry = entry
			}
		}
	}
	r.status = notSaved
	r.unsaved = &unsaved{s, err}
	return nil
}

// retry is a key while an entry could not be kept: Enter tries again.
func (r *root) retry(msg tea.Msg) tea.Cmd {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch pressed.String() {
	case "enter":
		return r.save(r.unsaved.saving)
	case "x":
		r.unsaved, r.status = nil, nothingYet
	}
	return nil
}

// resume takes the input that waited.
func (r *root) resume() tea.Cmd {
	var cmds []tea.Cmd
	for len(r.waiting) > 0 && r.saving == nil && r.ready {
		msg := r.waiting[0]
		r.waiting = r.waiting[1:]
		cmds = append(cmds, r.input(msg, true))
	}
	return tea.Batch(cmds...)
}

func (r *root) export(w export) tea.Cmd {
	write := r.options.Export
	if write == nil {
		return nil
	}
	return guarded(func() tea.Msg {
		path, err := write(w.format, w.path, w.overwrite)
		return exportedMsg{w, path, err}
	})
}

// exported says where the file is; where one stood already, it asks first.
func (r *root) exported(msg exportedMsg) {
	var coded interface{ Code() string }
	switch {
	case msg.err == nil:
		if msg.wish.overwrite { // the question first
			r.perform(back{}, false)
		}
		r.perform(back{}, false)
		r.notice = r.session.Texts.Wizard.Written.Fill("path", msg.path)
	case errors.As(msg.err, &coded) && coded.Code() == "file-in-the-way":
		again := msg.wish
		again.overwrite = true
		w := r.session.Texts.Wizard
		r.perform(ask{w.ExistsAlready.Fill("path", again.path), w.ReplaceFile, again}, false)
	default:
		r.notice = r.session.Texts.Error(msg.err)
	}
}
