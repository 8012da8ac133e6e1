package plain

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
)

// What the line-by-line mode does with an answer that cannot be written: it says so at once, tries again before the
// next answer and at the end, and lets the person save the whole plan elsewhere.

// waitingAnswer is an answer that could not be written yet.
type waitingAnswer struct {
	here  spot // the question it answers
	entry steps.Entry
	cause error
}

// trouble is what the person was told of it.
type trouble struct {
	told     bool // how the plan can be saved elsewhere
	stopping bool // what is not kept, on wanting to stop: once more is meant
}

// record keeps changes as one entry, after what still waits. Where that fails it says what is wrong.
func (c *conversation) record(changes []steps.Change) error {
	entry, err := c.session.Prepare(changes...)
	if err != nil {
		c.say(c.texts.Error(err))
		return err
	}
	c.waiting = slices.DeleteFunc(c.waiting, func(w waitingAnswer) bool { return w.here == c.here }) // answered anew
	c.waiting = append(c.waiting, waitingAnswer{here: c.here, entry: entry})
	if err = c.keepWaiting(); err != nil {
		c.say(c.texts.Error(err))
	}
	if len(c.waiting) > 0 {
		c.sayElsewhere(c.words.Unkept.Answer)
	}
	return err
}

// keepWaiting writes what waits, the oldest first. What the plan refuses, or another writer made a conflict of, waits
// no longer: it is to be answered anew.
func (c *conversation) keepWaiting() error {
	for len(c.waiting) > 0 {
		first := &c.waiting[0]
		err := c.session.Journal().Check(first.entry)
		if err == nil {
			err = c.session.Save(first.entry)
			if err != nil && !session.IsConflict(err) {
				first.cause = err
				return err
			}
			if err == nil {
				err = c.session.Applied(first.entry)
				c.made[c.session.Journal().Len()] = first.here
			} else if again := c.session.Reload(); again != nil {
				err = again
			}
		}
		c.waiting = c.waiting[1:]
		if err != nil {
			return err
		}
	}
	c.trouble = trouble{}
	return nil
}

// unkept says what is not on disk, as a [session.NotKept]; nil where everything is.
func (c *conversation) unkept() error {
	if len(c.waiting) > 0 {
		entry := c.waiting[0].entry
		for _, w := range c.waiting[1:] {
			entry.Changes = slices.Concat(entry.Changes, w.entry.Changes)
		}
		return c.session.NotKept(entry, c.waiting[0].cause)
	}
	if err := c.session.Verify(); err != nil {
		return c.session.NotKept(steps.Entry{}, err)
	}
	return nil
}

// stop ends the conversation, unless something is not kept and the person does not know that yet.
func (c *conversation) stop() {
	_ = c.keepWaiting() // what fails is still waiting
	err := c.unkept()
	if c.over = err == nil || c.trouble.stopping; c.over {
		return
	}
	c.say(c.texts.Error(err))
	c.sayElsewhere(c.words.Unkept.Stop)
	c.trouble.stopping = true
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

// saveElsewhere goes on in a new file, with all there was and what waits.
func (c *conversation) saveElsewhere(path string) {
	kept, place, err := c.rescue(path, c.session.PlanID, c.session.Journal().Entries())
	if err != nil {
		c.say(c.texts.Error(err))
		return
	}
	c.session.Store, c.session.Place = kept, place
	c.trouble = trouble{}
	if err := c.keepWaiting(); err != nil {
		c.say(c.texts.Error(err))
		return
	}
	c.say(c.texts.Wizard.Rescued.Fill("path", place))
}
