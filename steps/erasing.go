package steps

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// erasing rewrites the entries of a journal one after the other.
type erasing struct {
	Erasure
	d      *Definitions
	names  []string
	others []string
	stays  []stay
	turns  map[turn][]stay   // whom an id stands for in an entry in which somebody comes or goes, one after the other
	also   map[stay][]string // ids that a merge gave to whom another one meant
	ids    map[string]bool   // of everybody who was ever in the team
	hide   Hide
	ours   Entries
	shared map[string]uint64 // the numbers that entries have in ours
	marks  []string          // of what was erased from ours, as they are in ids
	rename renaming
	back   renaming // how ours calls what this copy calls otherwise for another reason than an erasure
	next   int      // the number of the next one who is erased
	voice  string   // in the place of the name of who answered apart
	gone   []string // the ids given
	alone  []LoneName
}

// turn is an entry in which another may come to be called by an id.
type turn struct {
	entry uint64
	id    string
}

func newErasing(j *Journal, x Erasure, ours Entries) *erasing {
	w := &erasing{Erasure: x, d: j.definitions, ours: ours, shared: ours.byID(), ids: map[string]bool{}, turns: map[turn][]stay{}, also: map[stay][]string{}, rename: renaming{}, back: renaming{}, next: 1}
	for _, mark := range ours.marks() {
		w.marks = append(w.marks, Slug(mark))
	}
	if w.names, w.stays, w.others = j.named(x.Names); len(w.names) > 0 {
		w.hide = x.Spelled(x.Mark, w.names, w.others)
	}
	people := j.People()
	for _, p := range people {
		w.ids[p.ID] = true
		for _, at := range unique([]uint64{p.came, p.until}) {
			w.turns[turn{at, p.ID}] = append(w.turns[turn{at, p.ID}], p.stay())
		}
	}
	for id, meant := range j.idsOfMerges(people) {
		w.also[meant] = append(w.also[meant], id)
	}
	used := map[thing]bool{}
	for _, entries := range []Entries{j.entries, ours} {
		for _, e := range entries.All() {
			for _, c := range e.Changes {
				w.count(strings.TrimPrefix(c.Member, ErasedPrefix), c.Member)
				w.count(strings.TrimPrefix(c.Voiced(), x.Mark+" "), c.Voiced())
				if t, is := thingOf(c); is {
					used[t] = true
				}
			}
		}
	}
	w.voice = w.label(w.next)
	w.renameThings(used)
	return w
}

// count goes past a number that somebody who was erased has.
func (w *erasing) count(rest, whole string) {
	if n, err := strconv.Atoi(rest); err == nil && rest != whole {
		w.next = max(w.next, n+1)
	}
}

func (w *erasing) label(n int) string { return w.Mark + " " + itoa(n) }

// renameThings gives what was named for a person another id.
func (w *erasing) renameThings(used map[thing]bool) {
	if w.hide == nil {
		return
	}
	for _, t := range slices.SortedFunc(maps.Keys(used), func(a, b thing) int { return strings.Compare(a.sheet+a.table+a.id, b.sheet+b.table+b.id) }) {
		if hidden, _ := w.hide(t.id); t.kind != ChangeMember && hidden != t.id {
			prefix, rest := "", hidden
			if isOwn(t.id) {
				prefix, rest = OwnTaskPrefix, strings.TrimPrefix(hidden, OwnTaskPrefix)
			}
			other := t
			other.id = newID(prefix, rest, Slug(w.Mark), func(id string) bool { other := t; other.id = id; return used[other] })
			used[other], w.rename[t] = true, other.id
		}
	}
}

// entry is an entry after the erasure, and which of its fields are others now; none where it stays as it is.
func (w *erasing) entry(n uint64, e Entry) (line keptEntry, fields []string, err error) {
	if at, both := w.shared[e.ID]; both {
		there := w.ours.Entry(at)
		own := w.calledAsHere(e, there)
		for _, c := range e.Changes {
			for _, s := range w.turns[turn{n, c.Member}] {
				w.renameAlso(s)
			}
		}
		if line = w.ours.list[at-1]; !reflect.DeepEqual(own.Changes, there.Changes) { // else it stays to the letter
			line = keptEntry{}
			line.json, err = own.Encode()
		}
		return line, fieldsThatDiffer(e, own), err
	}
	turned := map[string]int{} // how many who had an id are gone
	comes := func(id string) {
		if of := w.turns[turn{n, id}]; turned[id] < len(of) && of[turned[id]].from == n {
			w.comes(of[turned[id]])
		}
	}
	var members []string
	for _, c := range e.Changes {
		members = append(members, c.Member)
	}
	for _, id := range unique(members) {
		comes(id)
	}
	after := e
	after.Changes = slices.Clone(e.Changes)
	for i, c := range e.Changes {
		after.Changes[i] = w.change(n, c)
		if of := w.turns[turn{n, c.Member}]; c.Kind == ChangeRemove && turned[c.Member] < len(of) && of[turned[c.Member]].to == n {
			turned[c.Member]++
			comes(c.Member)
		}
	}
	after.By = w.author(n, e.By)
	if fields = fieldsThatDiffer(e, after); fields == nil {
		return line, nil, w.unnamed(n, e)
	}
	line.json, err = after.Encode()
	if err == nil {
		err = w.unnamed(n, after)
	}
	return line, fields, err
}

// calledAsHere is an entry of ours with the ids and the numbers that this copy has for the same, but for ids that hide who was erased.
func (w *erasing) calledAsHere(e, own Entry) Entry {
	own.Changes = slices.Clone(own.Changes)
	if len(e.Changes) != len(own.Changes) {
		return own
	}
	for i, c := range e.Changes {
		from, is := thingOf(c)
		to, too := thingOf(own.Changes[i])
		switch {
		case !is || !too || from.kind != to.kind:
		case from.id == to.id || w.hides(from, to):
			w.rename.learnOne(c, own.Changes[i])
			delete(w.back, to)
		default:
			delete(w.rename, from)
			w.back[to] = from.id
		}
	}
	for i := range own.Changes {
		if own.Changes[i] = w.back.change(w.d, own.Changes[i]); e.Changes[i].Kind == ChangeWithdraw {
			own.Changes[i].Entry = e.Changes[i].Entry
		}
	}
	return own
}

// hides says whether an id was given to hide who was erased: it has more of a mark than the one before.
func (w *erasing) hides(from, to thing) bool {
	return strings.HasPrefix(to.id, ErasedPrefix) || slices.ContainsFunc(w.marks, func(mark string) bool {
		return strings.Count(to.id, mark) > strings.Count(from.id, mark)
	})
}

// comes gives who comes another id, if it is the person. Until another comes the one that they had stays theirs.
func (w *erasing) comes(s stay) {
	was := thing{kind: ChangeMember, id: s.id}
	if delete(w.rename, was); slices.Contains(w.stays, s) {
		id := ErasedPrefix + itoa(w.next)
		w.rename[was], w.gone, w.next = id, append(w.gone, id), w.next+1
		w.renameAlso(s)
	}
}

// renameAlso gives the ids that a merge gave to somebody the one that they get now.
func (w *erasing) renameAlso(s stay) {
	if id := w.rename[thing{kind: ChangeMember, id: s.id}]; id != "" {
		for _, also := range w.also[s] {
			w.rename[thing{kind: ChangeMember, id: also}] = id
		}
	}
}

// unnamed is an error where a name in full is still in an entry, and not in the longer one of somebody else.
func (w *erasing) unnamed(n uint64, e Entry) error {
	encoded, err := e.Encode()
	line := string(encoded)
	written := func(name string) string {
		text, _ := toJSON(name)
		return strings.Trim(string(text), `"`)
	}
	for _, name := range w.others {
		if !slices.Contains(w.names, name) {
			line = strings.ReplaceAll(line, written(name), "")
		}
	}
	for _, name := range w.names {
		if err == nil && strings.Contains(name, " ") && strings.Contains(line, written(name)) {
			err = &BrokenError{n, ErrStillNamed}
		}
	}
	return err
}

// fieldsThatDiffer names the fields in which two entries differ.
func fieldsThatDiffer(a, b Entry) (fields []string) {
	if a.By != b.By {
		fields = append(fields, "by")
	}
	for i := range min(len(a.Changes), len(b.Changes)) {
		before, after := reflect.ValueOf(a.Changes[i]), reflect.ValueOf(b.Changes[i])
		for k, name := range changeFields() {
			if !reflect.DeepEqual(before.Field(k).Interface(), after.Field(k).Interface()) {
				fields = append(fields, name)
			}
		}
	}
	return unique(fields)
}

// author is who made an entry, or nobody where that was the person.
func (w *erasing) author(n uint64, by string) string {
	if by = w.text(n, by, MaxName); by == w.Mark {
		return ""
	}
	return by
}

// change is a change after the erasure.
func (w *erasing) change(n uint64, c Change) Change {
	if w.Sheet != "" {
		return w.withoutSheet(c)
	}
	person := c.Member
	c = w.rename.change(w.d, c)
	if c.Kind == ChangeMember && c.Member != person {
		if c.Name.set() {
			c.Name = Set(w.label(w.numberOf(c.Member)))
		}
		c.Motivation.forget()
		c.Mandate.forget()
	}
	if w.hide == nil {
		return c
	}
	for _, f := range fieldsOf[c.Kind] {
		value, _ := f.Given(&c)
		switch v := value.(type) {
		case string:
			w.field(n, &f, &c, v)
		case []string:
			switch f.Holds {
			case PeopleValue:
				f.Give(&c, mapped(v, func(who string) string {
					if w.ids[who] {
						return who
					}
					return w.text(n, who, MaxName)
				}))
			case NamesValue:
				f.Give(&c, mapped(v, func(name string) string { return w.text(n, name, MaxName) }))
			}
		case Catalogue:
			c.Catalogue = Set(v.retold(func(text string) string { return w.text(n, text, MaxName) }))
		}
	}
	if c.givesCells() {
		c.Cells = w.cells(n, &c)
	}
	return c
}

func (w *erasing) numberOf(id string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(id, ErasedPrefix))
	return n
}

// field rewrites a text in a change.
func (w *erasing) field(n uint64, f *PlanField, c *Change, v string) {
	whoever := f.Holds == WhoeverValue && !strings.HasPrefix(v, MemberPrefix)
	if !f.Typed() && !whoever {
		return
	}
	hidden := w.text(n, v, int(f.Most/one))
	switch {
	case hidden == v:
	case f.Name == "by" && hidden == w.Mark && c.Kind == ChangeVoice:
		f.Give(c, w.voice)
	case f.Name == "by" && hidden == w.Mark:
		f.Give(c, nil)
	default:
		f.Give(c, hidden)
	}
}

// text is a text after the erasure, no longer than it may be.
func (w *erasing) text(n uint64, text string, most int) string {
	if w.hide == nil {
		return text
	}
	hidden, alone := w.hide(text)
	if len(alone) > 0 {
		w.alone = append(w.alone, LoneName{n, text, alone})
	}
	if runes(hidden) > most && runes(text) <= most {
		hidden = strings.ReplaceAll(hidden, w.Mark, "…")
	}
	return hidden
}

// cells are those of a change in which nobody is named.
func (w *erasing) cells(n uint64, c *Change) []byte {
	columns, _ := w.d.columnsOf(c)
	_, values := c.raw()
	changed := false
	for name, raw := range values {
		column, most := columnIn(columns, name), MaxName
		if column != nil && column.Type == LongColumn || column == nil {
			most = MaxText
		}
		hidden := func(text string) string {
			switch {
			case strings.HasPrefix(text, MemberPrefix), strings.HasPrefix(text, TaskPrefix), column != nil && slices.Contains(column.Choices, text):
				return text
			}
			return w.text(n, text, most)
		}
		var after any
		before := plain(raw)
		switch v := before.(type) {
		case string:
			after = hidden(v)
		case []string:
			after = mapped(v, hidden)
		default:
			continue
		}
		if !reflect.DeepEqual(before, after) {
			values[name], _ = toJSON(after)
			changed = true
		}
	}
	if !changed {
		return c.Cells
	}
	cells, _ := toJSON(values)
	return cells
}

// withoutSheet is a change that says nothing of the sheet, and is about nothing on it.
func (w *erasing) withoutSheet(c Change) Change {
	if c.Sheet == w.Sheet && c.Kind != ChangeErased {
		return Change{Kind: ChangeErased, Sheet: w.Sheet}
	}
	if sheet, _, _ := cutPath(subjectOf(c.Subject.value()).row); sheet == w.Sheet && c.Subject.set() {
		c.Subject = Clear[string]()
	}
	return c
}

// retold is a catalogue in which every text has become another.
func (c Catalogue) retold(become func(string) string) Catalogue {
	titled := func(list []Titled) []Titled {
		list = slices.Clone(list)
		for i := range list {
			list[i].Title = list[i].Title.each(become)
		}
		return list
	}
	c.Groups, c.Profiles, c.Sources = titled(c.Groups), titled(c.Profiles), Words(c.Sources).each(become)
	c.Tasks = slices.Clone(c.Tasks)
	for i := range c.Tasks {
		t := &c.Tasks[i]
		t.Title, t.Explain, t.Earlier = t.Title.each(become), t.Explain.each(become), slices.Clone(t.Earlier)
		for k := range t.Earlier {
			t.Earlier[k] = t.Earlier[k].each(become)
		}
		t.Profile, t.Source = become(t.Profile), become(t.Source)
	}
	return c
}
