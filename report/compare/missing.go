package compare

import "strings"

// missing are the figures and dates in whose place nothing stands, those under one heading together. What was left out with
// its heading is a choice of who edits, and so are words around figures that are still told elsewhere.
func (c *comparison) missing() (differences []Difference) {
	left, all := map[string]bool{}, map[string]bool{} // the tokens of theirs, and those that are none of ours
	taken := make([]bool, len(c.theirs))
	for i := range c.ours {
		if j := c.match[i]; j >= 0 {
			taken[j] = true
		}
	}
	for j, t := range c.theirs {
		all[t.key()], left[t.key()] = true, left[t.key()] || !taken[j]
	}
	for i := 0; i < len(c.ours); i++ {
		end, words := c.hole(i)
		elsewhere := left
		switch {
		case words > mostWords && !(c.betweenSentences(i) && c.betweenSentences(end)):
			continue // a sentence was written anew
		case words > 0:
			elsewhere = all
		}
		for ; i < end; i++ {
			t, u := c.ours[i], c.units[c.of[i]]
			if t.kind == wordToken || c.soft[i] || c.skipped[i] || elsewhere[t.key()] || u.decision || u.unreadable() || !c.stays(u.under) {
				continue
			}
			figure := u.text[t.begin:t.end]
			if last := len(differences) - 1; last >= 0 && differences[last].Heading == u.heading {
				differences[last].Plan += " · " + figure
			} else {
				differences = append(differences, Difference{Heading: u.heading, Plan: figure})
			}
		}
	}
	return differences
}

// mostWords is how many words may go with a figure where a sentence goes on.
const mostWords = 3

// hole is where the tokens from here on end that were left out, when those before and behind them stand beside each other
// now, or around the foot of a page; else it is here. Words is how many of them are words.
func (c *comparison) hole(from int) (end, words int) {
	for end = from; end < len(c.ours) && c.match[end] < 0 && (c.instead[end] < 0 || !c.replaced(end)); end++ {
		if c.ours[end].kind == wordToken && !c.soft[end] {
			words++
		}
	}
	if from == 0 || end == from || end == len(c.ours) || c.match[from-1] < 0 || c.match[end] < 0 || !c.onlyFoot(c.match[from-1]+1, c.match[end]) {
		return from, 0
	}
	return end, words
}

// betweenSentences says whether a sentence or a unit ends before this token of ours.
func (c *comparison) betweenSentences(i int) bool {
	if i == 0 || i == len(c.ours) || c.of[i-1] != c.of[i] {
		return true
	}
	return strings.ContainsAny(c.units[c.of[i]].text[c.ours[i-1].end:c.ours[i].begin], ".:;?!")
}

// onlyFoot says whether nothing stands between two places of theirs, or no more than the foot of a page and the contents.
func (c *comparison) onlyFoot(from, to int) bool {
	words, listed := from == to, map[string]bool{}
	for _, t := range c.theirs[min(from, to):to] {
		switch {
		case c.listed[t.key()]:
			listed[t.key()] = true
		case !c.foot[t.key()] && t.kind != numberToken:
			return false
		}
		words = words || t.kind == wordToken
	}
	// A few of these words are a sentence; the contents have them all.
	return words && from <= to && (len(listed) == 0 || len(listed) == len(c.listed))
}

// stays says whether any word of a unit is found.
func (c *comparison) stays(unit int) bool {
	u := c.units[unit]
	for i := u.begin; i < u.end; i++ {
		if c.match[i] >= 0 {
			return true
		}
	}
	return strings.TrimSpace(u.text) == ""
}
