package steps

import (
	"slices"
	"time"
)

// NewEntry makes an entry whose texts are clean. The id is random and the caller's; at is the moment.
func NewEntry(id string, at time.Time, by string, changes ...Change) Entry {
	e := Entry{ID: id, At: at.UTC().Truncate(time.Second), By: author(by), Changes: slices.Clone(changes)}
	for i := range e.Changes {
		e.Changes[i].clean()
	}
	return e
}

// Apply gives the plan with the changes of an entry made, or [Refusals] and the plan as it was. The
// fields of a refusal begin with the place of the change where the entry has several. Withdrawals are for [Journal.Apply].
func (p Plan) Apply(e Entry) (Plan, error) {
	if err := e.checkAuthor(); err != nil {
		return p, err
	}
	next := p.Copy()
	for i, c := range e.Changes {
		if err := next.Check(c); err != nil {
			return p, placed(err, i, len(e.Changes))
		}
		next.apply(c, e)
	}
	next.derived = &derived{}
	return next, nil
}

func (e Entry) checkAuthor() error {
	var r refusals
	r.name("by", Set(e.By), false)
	return r.err()
}

func placed(err error, i, of int) error {
	rs := err.(Refusals)
	if of > 1 {
		for k := range rs {
			rs[k].Field = "changes[" + itoa(i) + "]." + rs[k].Field
		}
	}
	return rs
}

// apply makes a change that was checked.
func (p *Plan) apply(c Change, e Entry) {
	c.clean()
	switch c.Kind {
	case ChangeSchool:
		p.School.apply(c)
	case ChangeAnswer:
		p.applyAnswer(c, e)
	case ChangeTask:
		p.applyTask(c)
	case ChangeMember:
		p.applyMember(c)
	case ChangeAgreement:
		p.applyAgreement(c)
	case ChangeEvaluation:
		put(c.Collaboration, &p.Evaluation.Collaboration)
		put(c.Composition, &p.Evaluation.Composition)
		put(c.Present, &p.Evaluation.Present)
		put(c.Repeat, &p.Evaluation.Repeat)
		put(c.NextEvaluation, &p.Round.NextEvaluation)
	case ChangeRemove:
		p.applyRemove(c)
	case ChangeRound:
		p.applyRound(c)
	case ChangeConfirm:
		p.Round.Again = slices.DeleteFunc(p.Round.Again, func(s StepID) bool { return s == c.Step })
	case ChangeCatalogue:
		own, ok := c.Catalogue.Value()
		if !ok {
			p.setCatalogue(nil)
			return
		}
		p.setCatalogue(&own)
	}
}

func (s *School) apply(c Change) {
	put(c.Name, &s.Name)
	put(as[SchoolLevel](c.Level), &s.Level)
	put(c.GroupKind, &s.GroupKind)
	put(c.Group, &s.Group)
	putKnown(c.Pupils, &s.Pupils)
	putKnown(c.Hours, &s.Hours)
	put(c.Means, &s.Means)
}

func (p *Plan) applyAnswer(c Change, e Entry) {
	a := p.Answers[c.Step]
	put(c.Choice, &a.Choice)
	put(c.Note, &a.Note)
	put(c.Evidence, &a.Evidence)
	a.By, a.At = author(e.By), e.At
	if a.Choice == "" && a.Note+a.Evidence == "" {
		a = Answer{}
	}
	put(c.By, &a.By)
	put(c.At, &a.At)
	if p.Answers == nil {
		p.Answers = map[StepID]Answer{}
	}
	if p.Answers[c.Step] = a; a == (Answer{}) {
		delete(p.Answers, c.Step)
	}
}

func (p *Plan) applyTask(c Change) {
	if isOwn(c.Task) && !p.KnowsTask(c.Task) {
		p.OwnTasks = append(p.OwnTasks, c.Task)
	}
	d := p.Decisions[c.Task]
	put(c.Title, &d.Title)
	put(as[GroupID](c.Group), &d.Group)
	put(c.Relevance, &d.Relevance)
	put(c.Horizon, &d.Horizon)
	put(as[Level](c.Level), &d.Level)
	putKnown(c.Scale, &d.Scale)
	putKnown(c.Specialist, &d.Specialist)
	putKnown(c.Local, &d.Local)
	putKnown(c.Feedback, &d.Feedback)
	put(c.Expertise, &d.Expertise)
	putKnown(c.Strategic, &d.Strategic)
	putKnown(c.Technical, &d.Technical)
	put(c.Sourcing, &d.Sourcing)
	put(c.Owner, &d.Owner)
	put(c.Backup, &d.Backup)
	putKnown(c.Hours, &d.Hours)
	put(c.Note, &d.Note)
	if p.Decisions == nil {
		p.Decisions = map[string]Decision{}
	}
	if p.Decisions[c.Task] = d; d == (Decision{}) {
		delete(p.Decisions, c.Task)
	}
}

func (p *Plan) applyMember(c Change) {
	i := slices.IndexFunc(p.Members, func(m Member) bool { return m.ID == c.Member })
	if i < 0 {
		i = len(p.Members)
		p.Members = append(p.Members, Member{ID: c.Member})
	}
	p.Members[i].apply(c)
}

func (m *Member) apply(c Change) {
	put(c.Name, &m.Name)
	put(c.Role, &m.Role)
	putKnown(c.Hours, &m.Hours)
	put(c.Motivation, &m.Motivation)
	put(c.Mandate, &m.Mandate)
}

func (p *Plan) applyAgreement(c Change) {
	a := p.Agreements[c.Agreement]
	put(c.Text, &a.Text)
	if c.Needed.Given() {
		needed, ok := c.Needed.Value()
		a.NotNeeded = ok && !needed
	}
	if p.Agreements == nil {
		p.Agreements = map[AgreementID]Agreement{}
	}
	if p.Agreements[c.Agreement] = a; a == (Agreement{}) {
		delete(p.Agreements, c.Agreement)
	}
}

func (p *Plan) applyRemove(c Change) {
	if c.Task != "" {
		delete(p.Decisions, c.Task)
		p.OwnTasks = slices.DeleteFunc(p.OwnTasks, func(id string) bool { return id == c.Task })
		return
	}
	gone, _ := p.Member(c.Member)
	p.Members = slices.DeleteFunc(p.Members, func(m Member) bool { return m.ID == c.Member })
	for id, d := range p.Decisions {
		if d.Owner == c.Member {
			d.Owner = ""
		}
		if d.Backup == c.Member {
			d.Backup = ""
		}
		if p.Decisions[id] = d; d == (Decision{}) {
			delete(p.Decisions, id)
		}
	}
	// Who was at an evaluation was there: the name stays.
	p.Evaluation.Present = slices.Clone(p.Evaluation.Present)
	for i, present := range p.Evaluation.Present {
		if present == c.Member {
			p.Evaluation.Present[i] = gone.Name
		}
	}
	p.Evaluation.Present = once(p.Evaluation.Present)
}

// as reads a text field as one of the typed words.
func as[T ~string](f Field[string]) Field[T] { return Field[T]{T(f.value), f.state} }

// clean makes the texts of a change harmless and keeps doubles in its lists once. What is empty then is cleared.
func (c *Change) clean() {
	for _, f := range []*Field[string]{
		&c.Note, &c.Evidence, &c.Motivation, &c.Mandate, &c.Text, &c.Collaboration, &c.Composition,
	} {
		if f.state == set {
			if f.value = Clean(f.value); Blank(f.value) {
				*f = Clear[string]()
			}
		}
	}
	for _, f := range []*Field[string]{&c.Name, &c.Title, &c.Group, &c.By} {
		if f.state == set {
			if f.value = CleanName(f.value); Blank(f.value) {
				*f = Clear[string]()
			}
		}
	}
	if names := c.Present.value; len(names) > 0 {
		names = slices.Clone(names)
		for i := range names {
			names[i] = CleanName(names[i])
		}
		c.Present.value = once(names)
	}
	if c.Catalogue.state == set {
		c.Catalogue.value = c.Catalogue.value.cleaned()
	}
	c.Repeat.value = once(c.Repeat.value)
	c.Again.value = once(c.Again.value)
	clearEmpty(&c.Present)
	clearEmpty(&c.Repeat)
	clearEmpty(&c.Again)
	clearEmpty(&c.Means)
}

// clearEmpty makes an empty list no list, as an empty text is no text.
func clearEmpty[E any](f *Field[[]E]) {
	if f.state == set && len(f.value) == 0 {
		*f = Clear[[]E]()
	}
}

// once keeps the first of equal values.
func once[T comparable](list []T) (kept []T) {
	if len(list) == 0 {
		return nil
	}
	seen := make(map[T]bool, len(list))
	for _, v := range list {
		if !seen[v] {
			kept = append(kept, v)
		}
		seen[v] = true
	}
	return kept
}
