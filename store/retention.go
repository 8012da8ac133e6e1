package store

import (
	"fmt"
	"os"
	"slices"
	"time"
)

// How many backups are kept: of each of the last days, weeks and months that have one the newest; and for a time those that were asked for, and
// of those made on a day before something was brought into the file the first and the newest few: the others hold a part of these.
const (
	daysKept    = 7
	weeksKept   = 8
	monthsKept  = 12
	reasonKept  = 30 * 24 * time.Hour
	newestOfDay = 3
)

// aheadAfter is how far the clock of another computer may be ahead before it is taken for wrong.
const aheadAfter = 24 * time.Hour

// Ahead says whether a backup bears a moment that is still to come: the clock was wrong then or is wrong now, and when it was made is
// not known.
func (b Backup) Ahead(now time.Time) bool { return b.At.Sub(now) > aheadAfter }

// longestGap is how long there may be no backup for the time to count that passed meanwhile. Years that none shows may be a clock that was
// wrong for one session.
const longestGap = 92 * 24 * time.Hour

// ages are how much time passed since each backup, of those that are not ahead, as far as the backups after it show that.
func ages(newestFirst []Backup, now time.Time) map[Backup]time.Duration {
	ages, age, last := map[Backup]time.Duration{}, time.Duration(0), now
	for _, b := range newestFirst {
		if b.Ahead(now) {
			continue
		}
		if gap := last.Sub(b.At); gap <= longestGap {
			age += gap
		}
		ages[b], last = age, b.At
	}
	return ages
}

// bringsIn says whether a backup was made before something was brought into the file.
func (b Backup) bringsIn() bool { return b.Reason != OfSession && b.Reason != Asked }

// Spared parts backups in those that are kept and those that go. Days, weeks and months are those of the place of the moment
// now; those without a backup count for nothing, so that nothing goes only because time passes. The newest is always kept, and so is
// what is ahead of the clock, which counts for none: a wrong clock takes nothing away.
func Spared(backups []Backup, now time.Time) (kept, gone []Backup) {
	newestFirst := slices.SortedStableFunc(slices.Values(backups), func(a, b Backup) int { return b.At.Compare(a.At) })
	periods := []struct {
		of   func(time.Time) string
		most int
		last string
	}{
		{func(t time.Time) string { return t.Format(time.DateOnly) }, daysKept, ""},
		{func(t time.Time) string {
			year, week := t.ISOWeek()
			return fmt.Sprint(year, " ", week)
		}, weeksKept, ""},
		{func(t time.Time) string { return t.Format("2006-01") }, monthsKept, ""},
	}
	newest, aged, brought := true, ages(newestFirst, now), map[string][]Backup{}
	day := func(b Backup) string { return b.At.In(now.Location()).Format(time.DateOnly) }
	for _, b := range newestFirst {
		if b.bringsIn() && !b.Ahead(now) {
			brought[day(b)] = append(brought[day(b)], b)
		}
	}
	for _, b := range newestFirst {
		if b.Ahead(now) {
			kept = append(kept, b)
			continue
		}
		spared := b.Reason != OfSession && aged[b] <= reasonKept
		if ofDay := brought[day(b)]; b.bringsIn() {
			at := slices.Index(ofDay, b)
			spared = spared && (at < newestOfDay || at == len(ofDay)-1)
		}
		for i := range periods {
			p := &periods[i]
			period := p.of(b.At.In(now.Location()))
			if b.Reason == OfSession && p.most > 0 && period != p.last {
				p.most, p.last, spared = p.most-1, period, true
			}
		}
		if spared || newest {
			newest = false
			kept = append(kept, b)
		} else {
			gone = append(gone, b)
		}
	}
	return kept, gone
}

// loneKept is how long a backup stays that holds something which no other has: another copy of the plan, or another plan, took the place
// of its file. One that also says that something was erased stays for ever: an older copy could bring that back.
const loneKept = 365 * 24 * time.Hour

// thinOut removes the backups that go, if one that is kept holds all that is in them. What cannot be removed stays: it is of no
// harm.
func thinOut(folder string, now time.Time) {
	all := Backups(folder)
	kept, gone := Spared(all, now)
	aged := ages(all, now)
	copies := map[string]*Copy{}
	read := func(b Backup) *Copy {
		if _, is := copies[b.Path]; !is {
			copies[b.Path], _ = TakeCopy(b.Path)
		}
		return copies[b.Path]
	}
	for _, b := range gone {
		goes := aged[b] > loneKept
		if own, err := TakeCopy(b.Path); err == nil {
			goes = goes && !own.saysErased() || slices.ContainsFunc(kept, func(k Backup) bool {
				other := read(k)
				return other != nil && other.beginsAs(own)
			})
		}
		if goes {
			os.Remove(b.Path)
		}
	}
}

// saysErased says whether a sound copy says of something that it was erased; of one that is encrypted nobody can tell that it does not.
func (c *Copy) saysErased() bool {
	says := c.Encrypted() || len(c.Erased()) > 0
	for _, entries := range c.chains() {
		says = says || entries.HoldsErasures()
	}
	return says
}

// beginsAs says whether each plan of an earlier copy is in this one, with the same entries and perhaps more.
func (c *Copy) beginsAs(earlier *Copy) bool {
	now := c.chains()
	for id, entries := range earlier.chains() {
		if now[id].Len() < entries.Len() || !now[id].First(entries.Len()).Alike(entries) {
			return false
		}
	}
	return true
}
