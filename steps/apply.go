package steps

import (
	"reflect"
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
	if err := e.checkHead(&p); err != nil {
		return p, err
	}
	next, s := p.Copy().Indexed(), &scratch{}
	for i := range e.Changes {
		if err := next.Check(e.Changes[i]); err != nil {
			return p, withIndex(err, i, len(e.Changes))
		}
		next.apply(&e.Changes[i], e, s)
	}
	next.applyEdition(&e)
	next.derived, next.rowPlaces = &derived{}, nil
	if tasks, listed := p.redecided(&next, e.Changes); listed {
		next.derived.tasks.get(func() []Task { return tasks })
	}
	return next, nil
}

// checkHead refuses what an entry says beside its changes.
func (e *Entry) checkHead(p *Plan) error {
	var r refusals
	r.name("by", e.By)
	p.editionIsKnown(e.Edition, &r)
	return r.err()
}

func withIndex(err error, i, of int) error {
	rs := err.(Refusals)
	if of > 1 {
		for k := range rs {
			rs[k].Field = "changes[" + itoa(i) + "]." + rs[k].Field
		}
	}
	return rs
}

// scratch is reused memory for applying changes. One serves a whole journal, which saves most of the allocations.
type scratch struct {
	change    Change
	answer    Answer
	decision  Decision
	agreement Agreement
}

// apply makes a change that was checked.
func (p *Plan) apply(given *Change, e Entry, s *scratch) {
	s.change = *given
	c := &s.change
	c.clean()
	switch c.Kind {
	case ChangeSchool:
		putAll(SchoolFields, c, &p.School)
	case ChangeAnswer:
		p.applyAnswer(c, e, &s.answer)
	case ChangeVoice:
		p.applyVoice(c, e)
	case ChangeTask:
		p.applyTask(c, &s.decision)
	case ChangeMember:
		p.applyMember(c)
	case ChangeAgreement:
		s.agreement = p.Agreements[c.Agreement]
		putAll(AgreementFields, c, &s.agreement)
		p.Agreements = keep(p.Agreements, c.Agreement, &s.agreement)
	case ChangeResolution:
		p.applyResolution(c)
	case ChangeAction:
		p.applyAction(c)
	case ChangeEvaluation:
		putAll(EvaluationFields, c, &p.Evaluation)
		putAll(RoundFields, c, &p.Round)
	case ChangeRow:
		p.applyRow(c)
	case ChangeSettings:
		p.applySettings(c)
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

func (p *Plan) applyAnswer(c *Change, e Entry, a *Answer) {
	*a = p.Answers[c.Step]
	putAll(AnswerFields, c, a)
	signed := Answer{By: author(e.By), At: e.At}
	if a.Choice == "" && a.Note+a.Evidence == "" {
		signed = Answer{}
	}
	if !c.By.Given() {
		a.By = signed.By
	}
	if !c.At.Given() {
		a.At = signed.At
	}
	p.Answers = keep(p.Answers, c.Step, a)
}

func (p *Plan) applyTask(c *Change, d *Decision) {
	if isOwn(c.Task) && !p.KnowsTask(c.Task) {
		p.OwnTasks = append(p.OwnTasks, c.Task)
	}
	*d = p.Decisions.Of(c.Task)
	putAll(TaskFields, c, d)
	p.Decisions.Put(c.Task, *d)
}

// keep sets a key of a map, or deletes it where the value is zero.
func keep[K comparable, V any](said map[K]V, of K, v *V) map[K]V {
	if reflect.ValueOf(v).Elem().IsZero() {
		delete(said, of)
		return said
	}
	if said == nil {
		said = map[K]V{}
	}
	said[of] = *v
	return said
}

func (p *Plan) applyMember(c *Change) {
	i := slices.IndexFunc(p.Members, func(m Member) bool { return m.ID == c.Member })
	if i < 0 {
		i = len(p.Members)
		p.Members = append(p.Members, Member{ID: c.Member})
	}
	before := p.Members[i].Name
	putAll(MemberFields, c, &p.Members[i])
	p.renameVoices(before, p.Members[i].Name)
}

func (p *Plan) applyRemove(c *Change) {
	switch {
	case c.Task != "":
		delete(p.Decisions, c.Task)
		p.OwnTasks = slices.DeleteFunc(p.OwnTasks, func(id string) bool { return id == c.Task })
		p.Resolutions = slices.DeleteFunc(p.Resolutions, func(r Resolution) bool { return r.about() == c.Task })
		p.forgetSubject(func(s subject) bool { return s.task == c.Task })
		for i := range p.Members {
			p.Members[i].forget(c.Task)
		}
		p.forgetInCells("", "", c.Task)
		return
	case c.Decision != "":
		p.Resolutions = slices.DeleteFunc(p.Resolutions, func(r Resolution) bool { return r.ID == c.Decision })
		p.forgetSubject(func(s subject) bool { return s.kind == AboutDecision && s.id == c.Decision && isOwn(s.id) })
		return
	case c.Row != "":
		p.removeRow(c)
		return
	case c.Action != "":
		p.Actions = slices.DeleteFunc(p.Actions, func(a Action) bool { return a.ID == c.Action })
		return
	}
	gone, _ := p.Member(c.Member)
	p.Members = slices.DeleteFunc(p.Members, func(m Member) bool { return m.ID == c.Member })
	for id, of := range p.Decisions {
		d := *of
		if d.Owner == c.Member {
			d.Owner = ""
		}
		if d.Backup == c.Member {
			d.Backup = ""
		}
		p.Decisions.Put(id, d)
	}
	byName := func(owner *string) {
		if *owner == MemberPrefix+c.Member {
			*owner = asName(gone.Name, func(name string) bool { return slices.Contains(MemberRoles, MemberRole(name)) })
		}
	}
	for i := range p.Resolutions {
		byName(&p.Resolutions[i].Owner)
	}
	for i := range p.Actions {
		byName(&p.Actions[i].Owner)
	}
	p.forgetSubject(func(s subject) bool { return s.member == c.Member })
	p.forgetInCells(c.Member, gone.Name, "")
	// Who was at an evaluation was there: the name stays.
	p.Evaluation.Present = slices.Clone(p.Evaluation.Present)
	for i, present := range p.Evaluation.Present {
		if present == c.Member {
			p.Evaluation.Present[i] = asName(gone.Name, func(name string) bool { _, other := p.Member(name); return other })
		}
	}
	p.Evaluation.Present = unique(p.Evaluation.Present)
}

// clean makes the texts of a change harmless and keeps doubles in its lists once. What is empty then is cleared.
func (c *Change) clean() {
	fields := fieldsOf[c.Kind]
	for i := range fields {
		if clean := fields[i].clean; clean != nil {
			clean(c)
		}
	}
}

// unique keeps the first of equal values.
func unique[T comparable](list []T) (kept []T) {
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
