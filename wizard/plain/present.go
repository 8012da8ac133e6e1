package plain

import (
	"strconv"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
)

// What if, and the plan as it was: the same questions over another session, until one comes back to the present.

// What belongs to no step: what is tried, and the moment that is looked back to.
const (
	trial       steps.StepID = "trial"
	lookingBack steps.StepID = "look-back"
)

// present is the plan as it is, and where one was in it.
type present struct {
	session *session.Session
	here    spot
	trail   []spot
	made    map[uint64]spot
}

// trying says whether something is tried.
func (c *conversation) trying() bool { return c.present != nil && !c.session.Past }

// goTo goes on in another session at the question one is at. Nothing may wait: it would be kept there.
func (c *conversation) goTo(other func(*session.Session) (*session.Session, error)) bool {
	if err := c.keepWaiting(); err != nil {
		c.say(c.texts.Error(err))
		return false
	}
	now := c.session
	if c.present != nil {
		now = c.present.session
	}
	s, err := other(now)
	if err != nil {
		c.say(c.texts.Error(err))
		return false
	}
	if c.present == nil {
		c.present = &present{c.session, c.here, c.trail, c.made}
	}
	c.session, c.made, c.told = s, map[uint64]spot{}, told{}
	return true
}

// comeBack goes back to the plan as it is. What was tried is dropped.
func (c *conversation) comeBack() {
	if c.present == nil {
		return
	}
	was := c.present
	was.session.Texts = c.session.Texts // in the language that was spoken last
	c.session, c.here, c.trail, c.made = was.session, was.here, was.trail, was.made
	c.present, c.told, c.said = nil, told{}, unsaid
	c.speak()
}

// toNow goes back to the plan as it is from the one as it was, and from a trial to the question what becomes of it.
func (c *conversation) toNow() {
	switch {
	case c.present == nil:
		c.say(string(c.words.NotAway))
	case c.trying():
		c.jumpToTrial()
	default:
		c.comeBack()
		c.say(string(c.texts.Past.Now))
	}
}

// tryOut begins a trial; in one it asks what becomes of it.
func (c *conversation) tryOut() {
	switch {
	case c.trying():
		c.jump(trial)
	case c.session.Past:
		c.say(c.texts.Error(assets.NewFault("looking-past")))
	case c.goTo((*session.Session).Trial):
		c.say(c.words.Trying.Fill("word", c.words.Words.Trial[0]))
	}
}

// jumpToTrial asks what becomes of what was tried, where that is anything.
func (c *conversation) jumpToTrial() bool {
	if len(c.tried()) == 0 {
		c.comeBack()
		c.say(string(c.texts.Wizard.TrialDropped))
		return false
	}
	c.jump(trial)
	return true
}

// tried is what was changed in a trial.
func (c *conversation) tried() []steps.Change {
	return c.present.session.Journal().Tried(c.session.Journal())
}

// trialQuery says what shifts by what is tried, and asks whether that is kept.
func (c *conversation) trialQuery() query {
	w := c.texts.Wizard
	leads := []reply{{leads: c.back}, {leads: c.keepTrial}, {leads: func() {
		c.comeBack()
		c.say(string(w.TrialDropped))
	}}}
	q := c.choosing("trial", c.words.Ask["trial"], leads, nil)
	if c.present != nil {
		q.lines = c.compared(steps.Compare(c.present.session.Plan(), c.session.Plan(), c.session.Today()))
	}
	for i, choice := range []assets.Text{w.TrialOn, w.TrialKeep, w.TrialDrop} {
		q.lines = append(q.lines, strconv.Itoa(i+1)+"  "+string(choice))
	}
	q.enter = &leads[0]
	return q
}

// keepTrial records what was tried as one entry.
func (c *conversation) keepTrial() {
	if err := c.present.session.ReadOnly(); err != nil {
		c.say(c.texts.Error(err))
		return
	}
	tried := c.tried()
	c.comeBack()
	if len(tried) == 0 {
		c.say(string(c.texts.Wizard.TrialDropped))
	} else if c.record(tried) == nil {
		c.say(c.words.TrialKept.Fill("word", c.words.Words.Undo[0]))
	}
}

// lookBackQuery asks which moment is looked back to.
func (c *conversation) lookBackQuery() query {
	q := c.whichMoment(string(lookingBack), c.words.Ask["look-back"], func(n uint64) reply {
		return reply{leads: func() { c.lookBack(n) }}
	})
	q.enter, q.entering = &reply{leads: c.back}, string(c.words.GoBack)
	return q
}

// lookBack goes on in the plan as it was after an entry, where it stood then.
func (c *conversation) lookBack(n uint64) {
	if c.trying() {
		c.say(string(c.texts.Past.InTrial))
		return
	}
	c.back() // where one comes back to
	m, _, err := c.session.Journal().Moment(n)
	if err != nil {
		c.say(c.texts.Error(err))
		return
	}
	if !c.goTo(func(s *session.Session) (*session.Session, error) { return s.AsAfter(n) }) {
		return
	}
	c.speak()
	c.say(c.words.LookedBack.Fill("moment", c.texts.MomentOf(m, c.session.Clock().Location())), c.words.LookingBack.Fill("word", c.words.Words.ToNow[0]))
	c.enter(c.standing())
}
