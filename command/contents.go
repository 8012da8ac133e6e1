package command

import (
	"cmp"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

// What a file holds: its plans, replayed.

// contents are the journals of the plans in a file, or in a backup of one.
type contents map[string]*steps.Journal

// contentsOf replays every plan of a store.
func contentsOf(kept store.Store) (contents, error) {
	ids, err := kept.Plans()
	if err != nil {
		return nil, err
	}
	all := contents{}
	for _, id := range ids {
		entries, err := kept.Load(id)
		if err != nil {
			return nil, err
		}
		if all[id], err = entries.Replay(assets.Definitions()); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// entries is how many there are in all plans.
func (c contents) entries() (n int) {
	for _, journal := range c {
		n += int(journal.Len())
	}
	return n
}

// schools names those of the plans.
func (c contents) schools() string {
	var names []string
	for _, id := range sortedKeys(c) {
		names = append(names, c.named(id))
	}
	return strings.Join(names, ", ")
}

// named is the school of a plan, or its id where that is not known.
func (c contents) named(id string) string {
	return cmp.Or(steps.CleanName(c[id].Plan().School.Name), id)
}

// round is that of a plan, or the furthest one.
func (c contents) round(plan string) (round int) {
	for id, journal := range c {
		if id == plan {
			return journal.Plan().Round.Number
		}
		round = max(round, journal.Plan().Round.Number)
	}
	return round
}
