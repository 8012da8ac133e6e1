package steps

import (
	"cmp"
	"slices"
	"strings"
)

// place names what a change is about, to be looked up.
type place struct {
	thing
	by string // whose voice
}

// touched is what entries of ours alone left in the plan.
type touched struct {
	parts  []*touchedPart
	placed map[place]*touchedPart
}

type touchedPart struct {
	about  Change
	fields map[string]uint64 // the newest entry that gave each; 0 where it followed from another change
}

// touch notes what a change gives.
func (t *touched) touch(c Change, by uint64) {
	at, is := placeOf(c)
	if !is {
		return
	}
	part := t.placed[at]
	if part == nil {
		part = &touchedPart{c.onlyGiving(nothing), map[string]uint64{}}
		t.placed[at], t.parts = part, append(t.parts, part)
	}
	for _, g := range c.Given() {
		if !c.goesAlong(g.Name) {
			part.fields[g.Name] = max(by, part.fields[g.Name])
		}
	}
}

// touchAll notes whatever two plans say differently. What waits to be confirmed in a round is told by who confirms it.
func (t *touched) touchAll(from, to Plan, by uint64) {
	from, to = from.Indexed(), to.Indexed()
	for _, p := range []Plan{from, to} {
		for _, c := range Changes(NewPlan(p.definitions), p) { // all that it says
			if c.Kind != ChangeRound {
				t.touch(from.towards(to, c.onlyGiving(nothing)), by)
			}
		}
	}
}

// touchedByOurs is what entries of ours alone gave and stands, and what else they made different from what both sides share.
func (m *merging) touchedByOurs() touched {
	t, alone := touched{placed: map[place]*touchedPart{}}, false
	if m.standing != apart {
		return t
	}
	followed := touched{placed: map[place]*touchedPart{}} // what is so because it is on another side
	for i, e := range m.own {
		if m.common[i] || m.by[i] != 0 || e.withdraws() != 0 {
			alone = alone || !m.common[i]
			continue
		}
		of := &t
		if strings.HasPrefix(e.ID, evenPrefix) {
			of = &followed
		}
		alone = alone || of == &t
		for _, c := range e.Changes {
			of.touch(c, uint64(i+1))
		}
	}
	if alone {
		t.touchAll(m.shared(), m.ours.plan, 0)
	}
	for at, part := range followed.placed {
		for field := range part.fields {
			if own := t.placed[at]; own != nil && own.fields[field] == 0 {
				delete(own.fields, field)
			}
		}
	}
	return t
}

// touchInRounds notes what the rounds that ours alone opened ask anew, where theirs answered it in the round before, and the steps
// that ours confirmed, where theirs has them wait.
func (m *merging) touchInRounds() {
	for i, e := range m.own {
		if m.common[i] || m.by[i] != 0 || strings.HasPrefix(e.ID, evenPrefix) {
			continue
		}
		for k := range e.Changes {
			switch c := &e.Changes[k]; {
			case c.Kind == ChangeRound && !m.metOwn[i][k].there:
				anew := m.after.Copy()
				anew.openRound(c.Repeat.value())
				m.touched.touchAll(m.after, anew.Frozen(), uint64(i+1))
			case c.Kind == ChangeConfirm && slices.Contains(m.after.Round.Again, c.Step):
				m.touched.touch(Change{Kind: ChangeRound, Again: Clear[[]StepID]()}, uint64(i+1))
			}
		}
	}
}

func nothing(string) bool { return false }

// shared is the plan of the entries that both sides have.
func (m *merging) shared() Plan {
	taken := slices.Clone(m.ours.takenBack)
	for i := range taken {
		if !m.common[i] {
			taken[i] = 0
		}
	}
	by, err := withdrawals(taken)
	if err != nil {
		return m.ours.plan
	}
	p, s := NewPlan(m.definitions).Copy().Indexed(), &scratch{}
	for i, e := range m.own {
		if !m.common[i] || by[i] != 0 || taken[i] != 0 {
			continue
		}
		for k := range e.Changes {
			var r refusals
			if p.check(&e.Changes[k], &r); r.list == nil {
				p.apply(&e.Changes[k], e, s)
			}
		}
		p.applyEdition(&e)
	}
	p.rowPlaces = nil
	return p.Frozen()
}

// placeOf is where a change gives something; is is false for changes that give nothing of their own.
func placeOf(c Change) (p place, is bool) {
	p.kind = c.Kind
	switch c.Kind {
	case ChangeRemove, ChangeConfirm, ChangeWithdraw, ChangeErased:
		return p, false
	case ChangeRow:
		p.thing, _ = thingOf(c)
	case ChangeSettings:
		p.sheet = c.Sheet
	case ChangeVoice:
		p.id, p.by = string(c.Step), c.Voiced()
	default:
		p.id = cmp.Or(string(c.Step), c.Task, c.Member, string(c.Agreement), c.Decision, c.Action)
	}
	return p, true
}

// onlyGiving is the change with only the fields that are wanted; a voice stays somebody's.
func (c Change) onlyGiving(wanted func(field string) bool) Change {
	return c.Keeping(func(g Given) bool { return wanted(g.Name) || c.Kind == ChangeVoice && g.Name == "by" })
}

// goesAlong says whether a field follows from others: who answered, in which round.
func (c Change) goesAlong(field string) bool {
	switch c.Kind {
	case ChangeResolution:
		return field == "round" || field == "ground"
	case ChangeRound:
		return field == "number" || field == "repeat"
	}
	return (Given{Name: field}).Signature()
}

// lost is the newest entry that gave something which goes between two states of the plan; 0 where nothing does.
func (t touched) lost(before, after Plan) (by uint64) {
	for _, part := range t.parts {
		gone := before.has(part.about) && !after.has(part.about)
		changed := before.towards(after, part.about)
		for field, n := range part.fields {
			if _, differs := changed.gives(field); gone || differs {
				by = max(by, n)
			}
		}
	}
	return by
}

// compare finds what ours left and theirs made otherwise.
func (m *merging) compare() {
	m.touchInRounds()
	before, after := m.ours.plan, m.after
	for _, part := range m.touched.parts {
		if part.about.Kind == ChangeRound && before.Round.Number != after.Round.Number {
			continue
		}
		back, forth := after.towards(before, part.about), before.towards(after, part.about)
		for _, field := range fieldsGiven(back, forth) {
			if _, is := part.fields[field]; !is {
				continue
			}
			only := func(c Change, in Plan) Change {
				return c.onlyGiving(func(name string) bool { return name == field }).signedAs(in, field)
			}
			m.Conflicts = append(m.Conflicts, Conflict{part.about, field, only(back, before), only(forth, after)})
		}
	}
}

// noteRankings notes the rankings in which both sides gave places, by entries that stand.
func (m *merging) noteRankings() {
	ranking := func(c Change) (about Change, is bool) {
		t := m.after.table(c)
		if c.Kind != ChangeRow || t == nil || t.RankColumn() == "" {
			return c, false
		}
		_, is = m.definitions.CellsGiven(c)[t.RankColumn()]
		return Change{Kind: ChangeRow, Sheet: c.Sheet, Table: c.Table}, is
	}
	placed := func(entries []Entry, counts func(i int) bool) (rankings []Change) {
		for i, e := range entries {
			for _, c := range e.Changes {
				if about, is := ranking(c); is && counts(i) && !slices.ContainsFunc(rankings, about.SameSubject) {
					rankings = append(rankings, about)
				}
			}
		}
		return rankings
	}
	stands := func(i int) bool { return m.by[i] == 0 && !slices.Contains(m.takenBack, uint64(i+1)) }
	theirs := placed(m.Added, func(i int) bool { return stands(len(m.own) + i) })
	m.ranked = slices.DeleteFunc(placed(m.own, func(i int) bool { return !m.common[i] && stands(i) }), func(c Change) bool {
		return !slices.ContainsFunc(theirs, c.SameSubject)
	})
}

// fieldsGiven are the names of the fields that either change gives.
func fieldsGiven(one, other Change) (names []string) {
	for _, g := range append(one.Given(), other.Given()...) {
		if !slices.Contains(names, g.Name) {
			names = append(names, g.Name)
		}
	}
	return names
}

// signedAs gives a change what goes along with a field, as it stands in a plan.
func (c Change) signedAs(in Plan, field string) Change {
	switch c.Kind {
	case ChangeRound:
		c.Number = Set(in.Round.Number)
	case ChangeAnswer:
		a := in.Answers[c.Step]
		for _, f := range AnswerFields {
			if (Given{Name: f.Name}).Signature() {
				f.setFrom(&c, &a)
			}
		}
	case ChangeVoice:
		v, _ := in.Voice(c.Step, c.Voiced())
		Named(VoiceFields, "at").setFrom(&c, &v)
	case ChangeResolution:
		if field == "outcome" {
			r := in.resolutionOfRound(c.Decision)
			Named(ResolutionFields, "round").setFrom(&c, &r)
			Named(ResolutionFields, "ground").setFrom(&c, &r)
		}
	case ChangeAction:
		if a, _ := in.Action(c.Action); field == "state" {
			Named(ActionFields, "closed").setFrom(&c, &a)
		}
	}
	return c
}
