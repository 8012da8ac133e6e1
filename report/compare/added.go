package compare

import (
	"strings"

	"stappenplan/report/reading"
)

// added are the decisions that are none of the plan's: items of the list of decisions beyond those that it asks. Whether
// what was added elsewhere is a decision no program can know; nor does a PDF say what is an item.
func (c *comparison) added() (differences []Difference) {
	from, to, count, heading := c.listAsked()
	if from < 0 || from >= to {
		return nil
	}
	begin := strings.LastIndexByte(c.text[:c.theirs[from].begin], '\n') + 1
	end := len(c.text)
	if to < len(c.theirs) {
		end = c.theirs[to].begin
	}
	sign := reading.ItemOf(c.text[begin:])
	if sign == 0 {
		return nil
	}
	items := 0
	for line := range strings.SplitAfterSeq(c.text[begin:end], "\n") {
		if reading.ItemOf(line) == sign {
			items++
			if c.foreign(begin, begin+len(line)) {
				text := strings.TrimFunc(line, func(r rune) bool { return r == sign || r == '\n' || r == ' ' })
				differences = append(differences, Difference{Heading: heading, Stands: text, Decision: true})
			}
		}
		begin += len(line)
	}
	if items <= count {
		return nil
	}
	return differences
}

// listAsked is where the list of decisions begins and what follows it, how many the plan asks, and what they stand under.
func (c *comparison) listAsked() (from, to, count int, heading string) {
	from, to = -1, len(c.theirs)
	for _, u := range c.units[:c.asked] {
		if !u.decision {
			continue
		}
		count, heading = count+1, u.heading
		for i := u.begin; i < u.end && from < 0; i++ {
			from = c.match[i]
		}
	}
	for i := range c.ours {
		if c.of[i] >= c.asked && c.match[i] >= 0 {
			return from, c.match[i], count, heading
		}
	}
	return from, to, count, heading
}

// foreign says whether what stands between two places is none of the plan's decisions: it has words, most of which are not
// found in the plan, and no decision has its own there.
func (c *comparison) foreign(begin, end int) bool {
	within := func(j int) bool { return j >= 0 && c.theirs[j].begin >= begin && c.theirs[j].end <= end }
	words, found := 0, 0
	for j, t := range c.theirs {
		if within(j) && t.kind == wordToken {
			words++
		}
	}
	for _, u := range c.units[:c.asked] {
		here, all := 0, 0
		for i := u.begin; i < u.end; i++ {
			if c.match[i] >= 0 && c.ours[i].kind == wordToken {
				all++
				if within(c.match[i]) {
					here++
				}
			}
		}
		if found += here; u.decision && here > 0 && 2*here >= all {
			return false
		}
	}
	return words > 1 && 2*found < words
}
