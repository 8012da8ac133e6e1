package steps

import "slices"

// addition is an entry on its way into the plan.
type addition struct {
	*merging
	plan    Plan
	names   renaming
	number  uint64
	renamed []Renamed
	guarded uint64 // the entry of ours that made what would go
	scratch scratch
}

// change is a change as it is made here; where it does not fit missing are the ids that it lacks.
func (a *addition) change(c Change, met meeting) (here Change, missing []string, fits bool) {
	here = a.names.change(a.definitions, c)
	a.nameWhoLeft(&here)
	there := a.plan.meets(&here)
	t, is := thingOf(c)
	switch {
	case met.there && !there, here.Kind == ChangeRound && met.there != there:
		return here, []string{thingID(here)}, false
	case here.Kind == ChangeConfirm && met.round != a.plan.Round.Number: // a later round asks it anew
		return here, []string{itoa(a.plan.Round.Number)}, false
	case !met.there && is && (there || a.standing == apart && a.ours.plan.has(here.bare())): // also where theirs removed that one first: ours may still choose it
		a.names[t] = a.free(t)
		here = a.names.change(a.definitions, c)
		a.renamed = append(a.renamed, Renamed{a.number, here.bare(), t.id})
	}
	var r refusals
	if a.plan.check(&here, &r); r.list == nil && met.strict {
		if err := a.plan.Check(here); err != nil {
			r.list = err.(Refusals)
		}
	}
	for _, refusal := range r.list {
		if refusal.Value != "" { // by which it would be any change that is about the plan itself
			missing = append(missing, refusal.Value)
		}
	}
	if r.list != nil {
		return here, missing, false
	}
	if here.Kind == ChangeRemove {
		after := a.plan.Copy()
		after.apply(&here, Entry{}, &a.scratch)
		if a.guarded = a.touched.lost(a.plan, after); a.guarded != 0 {
			return here, nil, false
		}
	}
	return here, nil, true
}

// nameWhoLeft gives who took part by the name where ours holds nobody with that id any more, as it gave those of its own.
func (a *addition) nameWhoLeft(c *Change) {
	if c.Present.set() {
		c.Present = Set(mapped(c.Present.value(), func(id string) string {
			name, left := a.left[id]
			if _, there := a.plan.Member(id); there || !left {
				return id
			}
			return asName(name, func(name string) bool { _, other := a.plan.Member(name); return other })
		}))
	}
}

// free is another id for something, which neither side ever used.
func (m *merging) free(t thing) string {
	base := t.id
	for n := 2; ; n++ {
		end := "-" + itoa(n)
		t.id = base[:min(len(base), MaxID-len(end))] + end
		if !m.ids[t] {
			m.ids[t] = true
			return t.id
		}
	}
}

// inTheWay is the newest entry of ours alone that took away one of these, or opened a round; 0 where none did. Where something of
// ours would go that entry is known.
func (m *merging) inTheWay(missing []string, guarded uint64) uint64 {
	if guarded != 0 {
		return guarded
	}
	for t, id := range m.names {
		if m.parted[t] && slices.Contains(missing, id) { // ours removed it under the id that theirs calls it by
			missing = append(missing, t.id)
		}
	}
	named := func(c Change) bool { return slices.Contains(missing, thingID(c)) }
	for i, e := range slices.Backward(m.own) {
		if m.common[i] || m.by[i] != 0 {
			continue
		}
		changes := e.Changes
		if target := e.withdraws(); target != 0 {
			changes = m.own[target-1].Changes
		} else {
			changes = slices.DeleteFunc(slices.Clone(changes), func(c Change) bool { return c.Kind != ChangeRemove && c.Kind != ChangeRound })
		}
		if slices.ContainsFunc(changes, named) {
			return uint64(i + 1)
		}
	}
	for _, k := range slices.Backward(m.Kept) { // it rests on one that is kept
		if slices.ContainsFunc(m.Added[k.Number-m.First()].Changes, named) {
			return k.InTheWay
		}
	}
	return 0
}

// thingID is the id of what a change is about; of a round its number.
func thingID(c Change) string {
	if c.Kind == ChangeRound {
		return itoa(c.Number.value())
	}
	for _, id := range []string{c.Task, c.Member, c.Action, c.Row, c.Decision} {
		if id != "" {
			return id
		}
	}
	return ""
}
