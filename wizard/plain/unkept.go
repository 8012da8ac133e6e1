package plain

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
)

// How the line-by-line mode handles an answer that cannot be written: it says so at once, tries again before the
// next answer and at the end, and lets the person save the whole plan elsewhere.

// waitingAnswer is an answer that is not written yet.
type waitingAnswer struct {
	here    spot // the question it answers
	entry   steps.Entry
	refused error // why it never will be: the plan refuses it, or another writer was first
	late    bool  // it was tried before
}

// trouble records which of it the person was told.
type trouble struct {
	cause    error // why the disk refuses
	told     bool  // how the plan can be saved elsewhere
	stopping bool  // what is not kept, on wanting to stop: once more is meant
}

// record keeps changes as one entry, after what still waits. Where that fails it says what is wrong.
func (c *conversation) record(changes []steps.Change) error {
	entry, err := c.session.Prepare(changes...)
	if err != nil {
		c.say(c.texts.Error(err))
		return err
	}
	c.waiting = slices.DeleteFunc(c.waiting, func(w waitingAnswer) bool { // answered anew; what else a list was asked for stays
		return w.here == c.here && w.entry.Changes[0].SameSubject(changes[0])
	})
	c.waiting = append(c.waiting, waitingAnswer{here: c.here, entry: entry})
	if err = c.keepWaiting(); err != nil {
		c.say(c.texts.Error(err))
	}
	if c.trouble.cause != nil {
		c.sayElsewhere(c.words.Unkept.Answer)
	}
	return err
}

// keepWaiting writes what waits, the oldest first, until the disk refuses. It gives the first error; what the plan
// refuses stays, to be answered anew.
func (c *conversation) keepWaiting() (first error) {
	var left []waitingAnswer
	wrote := false
	c.trouble.cause = nil
	for _, w := range c.waiting {
		err := w.refused
		if err == nil && c.trouble.cause == nil {
			err = c.keep(&w)
			first = cmp.Or(first, err)
			wrote = wrote || err == nil
			if err == nil && w.late {
				c.say(c.words.Unkept.Late.Fill("entry", c.session.Said(c.session.Journal().Len())))
			}
		}
		w.late = true
		if err != nil || c.trouble.cause != nil {
			left = append(left, w)
		}
	}
	c.waiting = left
	if wrote && len(left) == 0 && c.present == nil { // the word for saving elsewhere begins an answer again
		c.trouble.told = false
	}
	return first
}

// keep writes one answer.
func (c *conversation) keep(w *waitingAnswer) error {
	if w.refused = c.session.Journal().Check(w.entry); w.refused != nil {
		return w.refused
	}
	err := c.session.Save(w.entry)
	switch {
	case session.IsConflict(err):
		w.refused = errors.Join(err, c.session.Reload())
		return w.refused
	case err != nil:
		c.trouble.cause = err
		return err
	}
	if err := c.session.Applied(w.entry); err != nil {
		return err
	}
	c.made[c.session.Journal().Len()] = w.here
	return nil
}

// unkept returns a [session.NotKept] for the answers that are not on disk; nil where all are.
func (c *conversation) unkept() error {
	if len(c.waiting) > 0 {
		entry, cause := c.waiting[0].entry, cmp.Or(c.trouble.cause, c.waiting[0].refused)
		for _, w := range c.waiting[1:] {
			entry.Changes = slices.Concat(entry.Changes, w.entry.Changes)
		}
		return c.session.NotKept(entry, cause)
	}
	if err := c.session.Verify(); err != nil {
		return c.session.NotKept(steps.Entry{}, err)
	}
	return nil
}

// stop ends the conversation, unless something is not kept and the person does not know that yet.
func (c *conversation) stop() {
	if c.trying() && !c.trouble.stopping && c.jumpToTrial() {
		c.say(string(c.words.TrialStop))
		c.trouble.stopping = true
		return
	}
	c.comeBack()
	_ = c.keepWaiting() // what is still not written is said now
	err := c.unkept()
	if c.over = err == nil || c.trouble.stopping; c.over {
		return
	}
	c.say(c.texts.Error(err))
	c.sayElsewhere(c.words.Unkept.Stop)
	c.trouble.stopping = true
}

// finish is the end of the conversation: where nobody can be asked any more, what cannot be written goes to a new file.
// It gives what is not kept.
func (c *conversation) finish() error {
	_ = c.keepWaiting() // what is still not written is said now
	err := c.unkept()
	if err == nil || c.over || c.Rescue == nil {
		return err
	}
	if c.saveElsewhere("") != nil {
		return err
	}
	return c.unkept()
}

// sayElsewhere says how the plan can be saved elsewhere, and then what else there is to know.
func (c *conversation) sayElsewhere(more assets.Text) {
	c.trouble.told = true
	c.say(c.words.Unkept.Elsewhere.Fill("word", c.words.Words.Save[0]), string(more))
}

// saveNamed reads the command that saves the plan elsewhere, and the path after it. Only who was told of it can mean
// it: to anyone else it is the beginning of an answer.
func (c *conversation) saveNamed(line string) (path string, ok bool) {
	first, rest, _ := strings.Cut(line, " ")
	if !c.trouble.told || !means(strings.ToLower(first), c.words.Words.Save) {
		return "", false
	}
	return strings.Trim(strings.TrimSpace(rest), `"`), true
}

// saveElsewhere goes on in a new file, with all there was and what waits. What is tried, and a past moment, are not what there was.
func (c *conversation) saveElsewhere(path string) error {
	switch {
	case c.trying():
		c.say(string(c.texts.Wizard.Write.InTrial))
		return nil
	case c.present != nil:
		err := c.session.ReadOnly()
		c.say(c.texts.Error(err))
		return err
	}
	kept, place, err := c.Rescue(path, c.session.PlanID, c.session.Journal().Entries())
	if err == nil {
		c.session.Store, c.session.Place = kept, place
		err = c.keepWaiting()
	}
	if err != nil {
		c.say(c.texts.Error(err))
		return err
	}
	c.say(c.texts.Wizard.Rescued.Fill("path", place))
	return nil
}

// undo takes back what was done last: an answer that waits is dropped, what is kept is withdrawn.
func (c *conversation) undo() {
	if n := len(c.waiting); n > 0 {
		dropped := c.waiting[n-1]
		c.waiting = c.waiting[:n-1]
		c.say(c.words.TakenBack.Fill("entry", c.texts.Entry(dropped.entry, c.session.Plan())))
		c.here = dropped.here
		return
	}
	change, undone := c.session.Journal().Undo()
	if undone == 0 {
		c.say(c.texts.Error(assets.NewFault("nothing-to-undo")))
		return
	}
	if c.record([]steps.Change{change}) == nil {
		c.say(c.words.TakenBack.Fill("entry", c.session.Said(undone)))
		c.returnTo(undone)
	}
}

// redo takes back the last taking back.
func (c *conversation) redo() {
	change, redone := c.session.Journal().Redo()
	if redone == 0 {
		c.say(c.texts.Error(assets.NewFault("nothing-to-redo")))
		return
	}
	if c.record([]steps.Change{change}) == nil {
		c.say(c.words.Repeated.Fill("entry", c.session.Said(redone)))
		c.returnTo(redone)
	}
}
