package command

import (
	"cmp"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/report/pseudonym"
	"stappenplan/steps"
	"stappenplan/store"
)

// reach is what an erasure would take away.
type reach struct {
	entries map[string][]steps.ErasedEntry // by plan
	alone   []steps.LoneName
	copies  int // in which something goes
	unsound int // that cannot be read, and go whole
	plan    bool
}

// inFull says whether anything goes that is not a part of a name alone.
func (f reach) inFull() bool { return len(f.entries) > 0 || f.copies > 0 || f.plan }

// look finds what would be erased, and changes nothing.
func (p *program) look(path string, plans store.Plans, x erasure) (f reach, err error) {
	f.entries = map[string][]steps.ErasedEntry{}
	f.plan = x.Plan != "" && x.Sheet == ""
	shown := map[string]bool{}
	look := func(id string, entries steps.Entries) (steps.Erased, error) {
		inFull := x
		inFull.Alone, inFull.In = false, nil // to show them
		done, err := inFull.from(id, entries, steps.Entries{})
		for _, lone := range done.Alone {
			if !shown[lone.Text] { // asked once, wherever it stands
				shown[lone.Text], f.alone = true, append(f.alone, lone)
			}
		}
		return done, err
	}
	for _, id := range sortedKeys(plans) {
		done, err := look(id, plans[id])
		if err != nil {
			return f, err
		}
		if len(done.Changed) > 0 {
			f.entries[id] = done.Changed
		}
	}
	for _, file := range p.ownCopies(path) {
		held, err := store.Read(file, p.unlocker(file))
		switch {
		case store.HasCode(err, store.FileEncrypted), store.HasCode(err, store.PassphraseWrong): // it is told when it stays
			continue
		case err != nil:
			f.unsound++
			continue
		case f.plan:
			if held[x.Plan].SameBeginning(plans[x.Plan]) {
				f.copies++
			}
			continue
		}
		goes := false
		for id, entries := range held {
			done, err := look(id, entries)
			goes = goes || err != nil || len(done.Changed) > 0 || x.Alone && len(done.Alone) > 0
		}
		if goes {
			f.copies++
		}
	}
	return f, nil
}

// spelled finds names in texts, and puts a mark in their place; in some texts also in that of their parts that stand alone.
func spelled(alone func(text string) bool) steps.Spelled {
	return func(mark string, names, others []string) steps.Hide {
		inFull, inParts := pseudonym.Erase(names, others, mark, false), pseudonym.Erase(names, others, mark, true)
		return func(text string) (string, []string) {
			if alone(text) {
				return inParts(text)
			}
			return inFull(text)
		}
	}
}

// inNoText lets parts of a name that stand alone stay.
func inNoText(string) bool { return false }

// journalsOf replays every plan of a file.
func journalsOf(plans store.Plans) (contents, error) {
	return contentsOf(store.NewMemoryOf(plans))
}

// fieldsOf names the fields from which something goes.
func (p *program) fieldsOf(changed []steps.ErasedEntry) string {
	var names []string
	for _, e := range changed {
		for _, field := range e.Fields {
			names = append(names, string(cmp.Or(p.texts.Plan.Fields[field], assets.Text(field))))
		}
	}
	slices.Sort(names)
	return " (" + strings.Join(slices.Compact(names), ", ") + ")"
}

// excerpt is the text around a name that stands alone, in one line.
func excerpt(lone steps.LoneName) string {
	const around = 30
	text := []rune(steps.CleanName(lone.Text))
	at := max(0, len([]rune(strings.SplitN(string(text), lone.Names[0], 2)[0]))-around)
	end := min(len(text), at+2*around+len([]rune(lone.Names[0])))
	cut := string(text[at:end])
	if at > 0 {
		cut = "…" + cut
	}
	if end < len(text) {
		cut += "…"
	}
	return cut
}

func sortedKeys[V any](of map[string]V) []string { return slices.Sorted(maps.Keys(of)) }

// followPlan erases from an older copy of a plan what was erased from ours since.
func followPlan(ours, copied steps.Entries) (steps.Entries, error) {
	return ours.Follow(assets.Definitions(), copied, spelled(inNoText))
}

// erasedHere is what was erased from a file: from its plans, and which of them whole. Another plan may have taken their place since, or the file
// is damaged: what it lacks is known by its copies.
type erasedHere struct {
	from  []store.Plans // that say of something that it was erased, those of the file first
	whole store.Erased
}

func (e erasedHere) nothing() bool { return e.from == nil && e.whole == nil }

// erasedFrom finds what was erased from a file that holds these plans now, or held those that began so.
func (p *program) erasedFrom(path string, now store.Plans, first []string) (here erasedHere) {
	known := map[string]bool{}
	note := func(plans store.Plans) {
		says := false
		for _, entries := range plans {
			for n := range entries.Erasures() {
				if record, err := entries.Encoded(n); err == nil && !known[string(record)] {
					known[string(record)], says = true, true
				}
			}
		}
		if says {
			here.from = append(here.from, plans)
		}
	}
	note(now)
	whole := store.ErasedFrom(path)
	for _, file := range p.ownCopies(path, first...) {
		if held, err := store.Read(file, p.unlocker(file)); err == nil {
			note(held)
			whole = append(whole, store.ErasedFrom(file)...)
		}
	}
	for _, plan := range whole {
		stands := slices.ContainsFunc(beginnings(now), func(first string) bool { return store.Erased{plan}.Holds(first) })
		if !stands && !slices.Contains(here.whole, plan) {
			here.whole = append(here.whole, plan)
		}
	}
	return here
}

// erase erases it from the plans of an older copy.
func (e erasedHere) erase(copied store.Plans) (store.Plans, error) {
	maps.DeleteFunc(copied, func(_ string, entries steps.Entries) bool { return e.whole.Holds(entries.Beginning()) })
	for _, ours := range e.from {
		for id, entries := range copied {
			after, err := followPlan(ours[id], entries)
			if err != nil {
				return nil, err
			}
			copied[id] = after
		}
	}
	return copied, nil
}

// restored are the plans of an older copy as they come in the place of what was there.
func (e erasedHere) restored(copied store.Plans) (store.Plans, error) {
	after, err := e.erase(copied)
	for _, ours := range e.from {
		for id := range after {
			after[id] = after[id].WithErasures(ours[id])
		}
	}
	return after, err
}

// followedTo is what a backup holds as it comes in the place of what a file holds now, and the schools whose plans were erased.
func (p *program) followedTo(path string, now, then contents) (after contents, gone []string, err error) {
	here := p.erasedFrom(path, now.plans(), beginnings(then.plans()))
	if here.nothing() {
		return then, nil, nil
	}
	plans, err := here.restored(then.plans())
	if err != nil {
		return nil, nil, err
	}
	for _, id := range sortedKeys(then) {
		if _, stays := plans[id]; !stays {
			gone = append(gone, then.named(id))
		}
	}
	after, err = journalsOf(plans)
	return after, gone, err
}

// plans are the entries of journals.
func (c contents) plans() store.Plans {
	plans := store.Plans{}
	for id, journal := range c {
		plans[id] = journal.Entries()
	}
	return plans
}

// erasedSince is a copy of a file from which was erased what was erased from the file since, and that says so. A copy among the backups
// is cleaned with it; one that stands elsewhere is somebody's own and stays.
func (p *program) erasedSince(path, to string, from *store.Copy, m moment) (*store.Copy, error) {
	now, err := p.present(path)
	if err != nil {
		return nil, err
	}
	first := beginnings(m.holds.plans())
	here := p.erasedFrom(path, now.plans(), first)
	if here.nothing() {
		return from, nil
	}
	if slices.Contains(p.ownCopies(path, first...), m.Path) {
		if err := store.Rewrite(m.Path, p.unlocker(m.Path), here.erase, nil); err != nil {
			return nil, err
		}
	}
	return from.Rewritten(filepath.Dir(to), p.unlocker(m.Path), here.restored, here.whole)
}
