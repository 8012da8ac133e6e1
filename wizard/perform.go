package wizard

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/wizard/page"
	"stappenplan/wizard/screen"
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
	r.push(screen.Place{Kind: screen.Overview})
	if r.begun() {
		r.status = saved
		if p, ok := leftOff(r.session.Journal()); ok {
			r.push(p)
		}
		r.told = cmp.Or(r.options.Notice, r.opening())
		r.notice = r.told
	} else {
		r.stack = nil
		r.push(screen.Place{Kind: screen.FirstStart})
		r.notice = r.options.Notice // such as that all that was there is erased
	}
	return r.resume()
}

// leftOff is where the last entry was made, while that step is not finished; after an entry about several steps, such as
// an import, where the plan stands.
func leftOff(j *steps.Journal) (screen.Place, bool) {
	_, newest := j.Undo()
	p := j.Plan()
	if newest == 0 || p.Complete() {
		return screen.Place{}, false
	}
	step := j.About(newest)
	if step == "" || len(p.Gaps(step)) == 0 && step.Number() <= p.Current().Number() {
		step = p.Current()
	}
	return screen.StepPlace(step), true
}

func (r *root) refresh() { r.facts = screen.FactsOf(r.session.Journal(), r.session.Today()) }

// push opens a place. A place that is open already stays as it is, and a step stands right above the overview, so that
// Esc always leads one level up.
func (r *root) push(p screen.Place) {
	if len(r.stack) > 0 && r.place() == p {
		return
	}
	if p == screen.StepPlace(p.Step()) {
		r.lower(1)
		if r.place().Kind != screen.Overview {
			r.lower(0)
			r.push(screen.Place{Kind: screen.Overview})
		}
	}
	shown, again := r.left[p]
	if !again {
		shown = page.Open(p, func(s screen.Screen) screen.Frame {
			f := r.frameAt(p, s)
			f.Height = r.pageHeight() // what is said now goes, and the page stays
			return f
		}, r.top())
	}
	r.stack = append(r.stack, view{p, shown})
}

// lower takes the screens above this many away; of the lists among them the cursor is remembered.
func (r *root) lower(height int) {
	for _, v := range r.stack[min(height, len(r.stack)):] {
		if left, ok := v.Screen.(interface{ Left() }); ok {
			left.Left()
		}
		if v.Place.Remembered() {
			r.left[v.Place] = v.Screen
		}
	}
	r.stack = r.stack[:min(height, len(r.stack))]
}

// navigate leaves screens, and then opens a place.
func (r *root) navigate(to screen.Navigate) {
	if to.Leave > 0 && len(r.stack) == 1 && to.Open.Kind == screen.Nowhere {
		if r.inPast() {
			r.lookAtNow()
			return
		}
		r.notice = string(r.topLevel())
	}
	r.lower(max(1, len(r.stack)-to.Leave))
	if at := slices.IndexFunc(r.stack, func(v view) bool { return v.Kind == screen.ImportFile || v.OfImport() }); to.Import && at >= 0 {
		r.lower(at)
		if at == 0 {
			r.push(screen.Place{Kind: screen.Overview})
		}
	}
	if to.All {
		r.lower(0)
	}
	if to.Open.Kind != screen.Nowhere {
		r.push(to.Open)
	}
}

// perform carries out an effect. A key meant for a screen that is gone since may move and type, but
// decides nothing: nobody had seen the question yet.
func (r *root) perform(effect screen.Effect, unseen bool) tea.Cmd {
	switch w := effect.(type) {
	case screen.Record:
		if unseen && !w.Typed {
			return nil
		}
		return r.record(w)
	case screen.Navigate:
		r.navigate(w)
	case screen.Undo:
		return r.undo()
	case screen.Redo:
		return r.redo()
	case screen.Signed:
		r.session.SetAuthor(w.Author)
		r.notice = string(r.session.Spoken().Wizard.Signed)
	case screen.Speak:
		return r.speak(w.Language)
	case screen.Export:
		return r.export(w)
	case screen.Ask:
		r.stack = append(r.stack, view{screen.Place{Kind: screen.Asking, ID: string(r.place().Step())}, page.Ask(w)})
	case screen.Explain:
		r.stack = append(r.stack, view{screen.Place{Kind: screen.Asking, ID: string(r.place().Step())}, page.Why(w.Reasons)})
	case screen.TryOut:
		return r.beginTrial()
	case screen.EndTrial:
		return r.endTrial(w.Keep)
	case screen.LookBack:
		return r.lookBack(w.Entry)
	case screen.LookAtNow:
		r.lookAtNow()
	case screen.Both:
		return tea.Batch(r.perform(w.First, unseen), r.perform(w.Second, unseen))
	case screen.Choose:
		r.choose(w.Document)
	case screen.ReadLogo:
		return r.readLogo(w)
	case screen.ReadImport:
		return r.readImport(w)
	case screen.Decide:
		if unseen {
			return nil
		}
		return r.decide(w)
	case screen.Edit:
		if unseen {
			return nil
		}
		return r.edit(w)
	case screen.OpenFile:
		return r.openFile(w.Path)
	case screen.Press:
		if pressed, is := screen.KeyNamed(w.Key, r.session.Spoken().Wizard); is {
			return r.toScreen(pressed, unseen)
		}
	case screen.Say:
		r.notice = w.Text
	case screen.Run:
		return guarded(func() tea.Msg { return bubbleMsg{w.Cmd()} })
	case screen.Elsewhere:
		return r.depart(departure{next: &w})
	case screen.Quit:
		return r.depart(departure{})
	default:
		return r.performOnFile(effect)
	}
	return nil
}

// performOnFile carries out what is about the file of the plan and its copies: backups, erasing, encrypting.
func (r *root) performOnFile(effect screen.Effect) tea.Cmd {
	switch w := effect.(type) {
	case screen.MakeBackup:
		return r.makeBackup()
	case screen.ListBackups:
		return r.listBackups()
	case screen.ShowBackup:
		return r.showBackup(w.Backup)
	case screen.ListErasable:
		return r.listErasable()
	case screen.ShowErasing:
		return r.showErasing(w.What)
	case screen.TickAlone:
		r.tickAlone(w.In)
	case screen.Confirm:
		r.toErase.Typed = w.Typed
		r.chosenN++ // so that the form is made anew
	case screen.ShowSealing:
		return r.showSealing(w.What)
	case screen.TypePhrase:
		r.typePhrase(w)
	case screen.SealProven:
		return r.provePhrase()
	}
	return nil
}

// undo takes back the last thing done: of a document or an import that is being chosen the last choice, else of the plan.
func (r *root) undo() tea.Cmd {
	switch asked := r.asked(); {
	case asked.OfDocument():
		r.rechoose(r.document.back, r.session.Spoken().Wizard.Undone, r.session.Spoken().Wizard.NothingToUndo)
		return nil
	case asked.OfImport():
		r.redecide(r.importing.back(), r.session.Spoken().Importing.StepBack)
		return nil
	}
	change, undone := r.session.Journal().Undo()
	return r.withdraw(change, undone, r.session.Spoken().Wizard.Undone, r.session.Spoken().Wizard.NothingToUndo)
}

// redo does that again.
func (r *root) redo() tea.Cmd {
	switch asked := r.asked(); {
	case asked.OfDocument():
		r.rechoose(r.document.forth, r.session.Spoken().Wizard.Redone, r.session.Spoken().Wizard.NothingToRedo)
		return nil
	case asked.OfImport():
		r.redecide(r.importing.forth(), r.session.Spoken().Importing.StepForth)
		return nil
	}
	change, redone := r.session.Journal().Redo()
	return r.withdraw(change, redone, r.session.Spoken().Wizard.Redone, r.session.Spoken().Wizard.NothingToRedo)
}

// record starts keeping an entry; until it is on disk, keys wait. What the plan refuses is said, and what was
// typed for it stays on the screen.
func (r *root) record(w screen.Record) tea.Cmd {
	if len(w.Changes) == 0 {
		return r.perform(w.Then, false)
	}
	entry, err := r.session.Prepare(w.Changes...)
	if err == nil {
		return r.save(saving{entry: entry, then: w.Then, typed: w.Typed, imported: w.Import})
	}
	r.notice = r.session.Spoken().Error(err)
	if !w.Typed { // what is refused holds nobody
		r.leave(w.Then)
	} else {
		entry := steps.NewEntry("", r.session.Clock(), "", w.Changes...)
		r.unsaved = &unsaved{saving: saving{entry: entry}, cause: err, refused: true, seen: r.departing == nil}
	}
	return nil
}

// leave leaves the screens that an effect would leave, and does no more of it.
func (r *root) leave(effect screen.Effect) {
	switch w := effect.(type) {
	case screen.Navigate:
		if w.Leave > 0 {
			r.navigate(screen.Back(w.Leave))
		}
	case screen.Both:
		r.leave(w.First)
		r.leave(w.Second)
	}
}

// dropQuestions takes the questions away that are not answered: they were asked of what was another plan.
func (r *root) dropQuestions() {
	r.stack = slices.DeleteFunc(r.stack, func(v view) bool { return v.Kind == screen.Asking })
}

func (r *root) save(s saving) tea.Cmd {
	r.saving = &s
	session, files := r.session, r.options.Files
	protected := s.imported && r.trial == nil
	return guarded(func() tea.Msg {
		if protected {
			files.ProtectImport()
		}
		return savedMsg{session.Save(s.entry)}
	})
}

// withdraw takes back an entry, and says in words which one is gone or stands again.
func (r *root) withdraw(change steps.Change, number uint64, said, nothing assets.Text) tea.Cmd {
	if number == 0 {
		r.notice = string(nothing)
		return nil
	}
	return r.recordAgain(said.Fill("what", r.session.Said(number)), change)
}

// recordAgain keeps what was done before, or takes it back, and says so.
func (r *root) recordAgain(said string, changes ...steps.Change) tea.Cmd {
	prepared, err := r.session.Prepare(changes...)
	if err != nil {
		r.notice = r.session.Spoken().Error(err)
		return nil
	}
	return r.save(saving{entry: prepared, said: said, older: true})
}

// saved is what comes after an entry was kept, or was not.
func (r *root) saved(err error) tea.Cmd {
	done := *r.saving
	done.before = r.session.Plan()
	r.saving = nil
	held := r.underDrafts()
	if err == nil {
		err = r.session.Applied(done.entry)
	}
	if err != nil {
		return r.failed(done, err)
	}
	r.status, r.unsaved = saved, nil
	r.refresh()
	r.settle(held, !done.older)
	if r.notice = ""; !done.typed {
		r.notice = r.changed(done.before, done.entry)
	}
	cmd := r.perform(done.then, false)
	r.dropQuestions()
	if done.older {
		r.leaveGone()
	}
	if done.said != "" {
		r.notice = done.said
	}
	r.takesBack = r.notice != ""
	return tea.Batch(cmd, r.resume(), r.goOnDeparting())
}

// leaveGone leaves the screens of what was taken back.
func (r *root) leaveGone() {
	for len(r.stack) > 1 {
		shown, leaves := r.top().(interface{ Gone(screen.Frame) bool })
		if !leaves || !shown.Gone(r.frame()) {
			return
		}
		r.navigate(screen.Back(1))
	}
}

// changed says in one line what an entry changed, and how it is taken back: one key does it, unasked.
func (r *root) changed(before steps.Plan, entry steps.Entry) string {
	lines := r.session.Spoken().Differences(before, r.session.Plan()).Lines(entry.Changes)
	if len(lines) != 1 {
		lines = []string{r.session.Spoken().Entry(entry, before)}
	}
	return r.session.Spoken().Wizard.ChangedBack.Fill("what", lines[0])
}

// failed keeps what could not be saved on the screen, and lets go of the keys that were pressed for what was
// to come. After a conflict the plan holds what the other wrote, and may refuse the entry.
func (r *root) failed(s saving, err error) tea.Cmd {
	refused, before := false, r.session.Plan()
	var theirs []string
	if session.IsConflict(err) && r.session.Reload() == nil {
		r.refresh()
		r.dropQuestions()
		r.settle(nil, false)
		entry, again := r.session.Prepare(s.entry.Changes...)
		if refused = again != nil; refused {
			err = again
		} else {
			now := r.session.Plan()
			theirs = r.session.Spoken().Differences(before, now).Lines(sameFields(s.entry, steps.Changes(before, now)))
			s.entry = entry
		}
	}
	if r.unsaved != nil {
		r.notice = string(r.session.Spoken().Wizard.StillNotSaved)
		theirs = append(r.unsaved.theirs, theirs...)
	}
	r.status, r.waiting = notSaved, nil
	r.unsaved = &unsaved{saving: s, cause: err, theirs: theirs, refused: refused, seen: r.departing == nil}
	return r.goOnDeparting()
}

// resume takes the input that waited.
func (r *root) resume() tea.Cmd {
	var cmds []tea.Cmd
	for len(r.waiting) > 0 && !r.busy() && r.ready {
		next := r.waiting[0]
		r.waiting = r.waiting[1:]
		cmds = append(cmds, r.press(next.msg, next.place != r.place()))
	}
	return tea.Batch(cmds...)
}
