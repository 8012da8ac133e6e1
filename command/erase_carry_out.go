package command

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

// How an erasure is carried out in a file and in every copy of it, and gone on with where it was broken off.

// eraseNow erases, and says so. Where the file is open elsewhere nothing is done, and nothing stays to be done.
func (p *program) eraseNow(e erasing) (said string, err error) {
	path := e.path
	if err := p.readyToRewrite(path); err != nil {
		return "", err
	}
	err = p.carryOut(path, p.erasing(e.erasure))
	p.changed = p.changed || err == nil
	return p.texts.Erase.Done.Fill("what", e.called(p.texts), "file", steps.CleanName(path)), err
}

// called is what is erased in words.
func (x erasure) called(texts *assets.Texts) string {
	switch {
	case x.Follow:
		return string(texts.Erase.OfCopy)
	case x.Sheet != "":
		return texts.Erase.OfSheet.Fill("sheet", texts.Sheets[x.Sheet].Title, "plan", x.Plan)
	case x.Plan != "":
		return texts.Erase.OfPlan.Fill("plan", x.Plan)
	}
	return x.Names[0]
}

// carryOut erases from the file, and then from every copy. What cannot be reached now is told, and stays to be done.
func (p *program) carryOut(path string, i intended) error {
	x := i.erasure
	if !x.Follow {
		without := func(plans store.Plans) (store.Plans, error) { return p.without(plans, x) }
		if err := store.Rewrite(path, p.unlocker(path), without, i.intent()); err != nil {
			return err
		}
	}
	ours, err := store.Read(path, p.unlocker(path))
	if err != nil {
		return err
	}
	p.seeEnd(toChange, path, slices.Collect(maps.Values(ours))...)
	var left []string
	for _, file := range p.ownCopies(path, x.First) {
		if err := p.fromCopy(x, file, ours); err != nil {
			left = append(left, steps.CleanName(file))
		}
	}
	if left != nil {
		return refuse("erase-left", "files", strings.Join(left, ", "), "command", p.againWith("erase"))
	}
	return i.done(path)
}

// fromCopy erases from a copy. One that cannot be read goes.
func (p *program) fromCopy(x erasure, file string, ours store.Plans) error {
	err := store.Rewrite(file, p.unlocker(file), func(plans store.Plans) (store.Plans, error) {
		for id, entries := range plans {
			done, err := x.from(id, entries, ours[id])
			if err != nil {
				return nil, err
			}
			plans[id] = done.Entries
		}
		return x.withoutPlan(plans), nil
	}, nil)
	if store.Damaged(err) || store.HasCode(err, store.FileEmpty) {
		return store.Discard(file)
	}
	return err
}

// without are the plans of the file after the erasure, with an entry each that says so.
func (p *program) without(plans store.Plans, x erasure) (store.Plans, error) {
	for id, entries := range plans {
		done, err := x.from(id, entries, steps.Entries{})
		if err != nil {
			return nil, err
		}
		if plans[id] = done.Entries; len(done.Changed) == 0 {
			continue
		}
		of := x.steps(id)
		hide, by := of.Spelled(of.Mark, done.Names, nil), x.By
		if hidden, _ := hide(by); hidden != by {
			by = ""
		}
		if hidden, _ := hide(p.flags.by); hidden != p.flags.by { // whoever goes on is not named either
			p.flags.by = ""
		}
		line, err := steps.NewEntry(p.newID(), p.clock(), by, done.Record(of)).Encode()
		if err != nil {
			return nil, err
		}
		plans[id] = done.Entries.With(line)
	}
	return x.withoutPlan(plans), nil
}

// withoutPlan takes the plan away that is erased whole.
func (x erasure) withoutPlan(plans store.Plans) store.Plans {
	if entries := plans[x.Plan]; x.Sheet == "" && entries.Len() > 0 && entries.Entry(1).ID == x.First {
		delete(plans, x.Plan)
	}
	return plans
}

// from erases from the entries of a plan; ours are those of the file, from which it was erased already.
func (x erasure) from(id string, entries, ours steps.Entries) (steps.Erased, error) {
	if x.Follow {
		followed, err := followPlan(ours, entries)
		return steps.Erased{Entries: followed}, err
	}
	s := x.steps(id)
	if s.Sheet != "" && (entries.Len() == 0 || entries.Entry(1).ID != x.First) { // another plan under that id
		s.Sheet = ""
	}
	if len(s.Names) == 0 && s.Sheet == "" {
		return steps.Erased{Entries: entries}, nil
	}
	return entries.Erase(assets.Definitions(), s, ours)
}

// alone says whether parts of the name that stand alone in a text go too.
func (x erasure) alone(text string) bool { return x.Alone || slices.Contains(x.In, sumOf(text)) }

// sumOf stands for a text, which it does not tell.
func sumOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func sumsOf(texts []string) (sums []string) {
	for _, text := range texts {
		sums = append(sums, sumOf(text))
	}
	return sums
}

// steps is the erasure of one plan.
func (x erasure) steps(id string) steps.Erasure {
	s := steps.Erasure{Names: x.Names, Mark: x.Mark, Spelled: spelled(x.alone)}
	if x.Plan == id {
		s.Sheet = x.Sheet
	}
	return s
}
