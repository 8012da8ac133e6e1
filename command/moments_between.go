package command

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// What is lost and what comes back when one state of a file takes the place of another.

// lacking are the entries of a plan that one state has and another has not, by number.
func (c contents) lacking(other contents, plan string) (numbers []uint64) {
	there := map[string]bool{}
	if journal := other[plan]; journal != nil {
		for n := range journal.Len() {
			if line, err := journal.Entries().Encoded(n + 1); err == nil {
				there[string(line)] = true
			}
		}
	}
	for n := range c[plan].Len() {
		if line, err := c[plan].Entries().Encoded(n + 1); err != nil || !there[string(line)] {
			numbers = append(numbers, n+1)
		}
	}
	return numbers
}

// mostLost is how many of the entries that would be lost are shown.
const mostLost = 10

// loses says which entries would be lost, below a heading, the newest first, and of whom they are; nothing for none.
func (p *program) loses(now, then contents, heading assets.Plural) (lines []string) {
	words := p.texts.Backups
	var shown, authors []string
	counted, all, under := map[string]int{}, 0, ""
	for _, plan := range slices.Sorted(maps.Keys(now)) {
		journal, lost := now[plan], now.lacking(then, plan)
		rounds, said := journal.Rounds(), p.texts.History(journal)
		for _, n := range slices.Backward(lost) {
			head := journal.Head(n)
			if by := steps.CleanName(head.By); by != "" {
				counted[by]++
			}
			all++
			if all > mostLost {
				continue
			}
			if school := p.schoolIn(plan, now, then); school != "" && school != under {
				shown, under = append(shown, "  "+words.OfSchool.Fill("school", school)), school
			}
			shown = append(shown, "  "+p.historyLine(head, int(n), rounds[n-1], said[n-1]))
		}
	}
	if all == 0 {
		return nil
	}
	for _, name := range slices.SortedFunc(maps.Keys(counted), func(a, b string) int {
		return cmp.Or(cmp.Compare(counted[b], counted[a]), strings.Compare(a, b))
	}) {
		authors = append(authors, words.By.Fill("name", name, "n", counted[name]))
	}
	of := ""
	if len(authors) > 0 {
		of = words.Of.Fill("authors", strings.Join(authors, ", "))
	}
	lines = append([]string{heading.For(all, "authors", of)}, shown...)
	if more := all - mostLost; more > 0 {
		lines = append(lines, "  "+words.More.For(more))
	}
	return lines
}

// schoolIn is the school of a plan, where it is not clear which one is meant: two states hold several, or not the same one.
func (p *program) schoolIn(plan string, states ...contents) string {
	var first []string
	for _, state := range states {
		first = append(first, beginnings(state.plans())...)
	}
	slices.Sort(first)
	if len(slices.Compact(first)) < 2 {
		return ""
	}
	for _, state := range states {
		if state[plan] != nil {
			return state.named(plan)
		}
	}
	return plan
}

// gains says how many entries come back that are not there now; nothing for none.
func (p *program) gains(now, then contents) (lines []string) {
	words, all := p.texts.Backups, 0
	var schools []string
	for _, plan := range sortedKeys(then) {
		n := len(then.lacking(now, plan))
		if all += n; n > 0 {
			if school := p.schoolIn(plan, then, now); school != "" {
				schools = append(schools, words.By.Fill("name", school, "n", n))
			}
		}
	}
	if all > 0 {
		lines = append(lines, words.Gains.For(all))
	}
	if schools != nil {
		lines = append(lines, "  "+strings.Join(schools, ", "))
	}
	return lines
}
