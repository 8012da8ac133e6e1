// Package matchtest says how well titles with a known answer are matched.
package matchtest

import (
	"fmt"
	"slices"
	"strings"

	"stappenplan/planfile/match"
)

// NoTask is the answer for a title that is no task of the catalogue.
const NoTask = "-"

// Verdict is what became of a title.
type Verdict string

// The verdicts.
const (
	Right  Verdict = "right"  // taken as the right task, or as none
	Asked  Verdict = "asked"  // proposed, and left to the person
	Wrong  Verdict = "wrong"  // taken as another task than the right one, or as one where there is none
	Missed Verdict = "missed" // a task for which nothing was proposed
)

// Figures count what became of titles.
type Figures struct {
	titles, tasks, first int
	verdicts             map[Verdict]int
}

// Add counts a title for which these tasks were found. The answer is the id of a task or [NoTask]; several with | between
// them are all right.
func (f *Figures) Add(found []match.Match, answer string) (verdict Verdict) {
	right := strings.Split(answer, "|")
	f.titles++
	if answer != NoTask {
		f.tasks++
	}
	is := len(found) > 0 && slices.Contains(right, found[0].Task)
	if is {
		f.first++
	}
	switch taken := len(found) > 0 && found[0].Certainty >= match.Sure; {
	case taken && is, len(found) == 0 && slices.Contains(right, NoTask):
		verdict = Right
	case taken:
		verdict = Wrong
	case len(found) == 0:
		verdict = Missed
	default:
		verdict = Asked
	}
	if f.verdicts == nil {
		f.verdicts = map[Verdict]int{}
	}
	f.verdicts[verdict]++
	return verdict
}

// Passes says whether the figures are at the bar: 60 % of all titles taken rightly, at most 2 % wrongly, and of those that
// are a task the right one first for 85 %.
func (f Figures) Passes() bool {
	return f.share(Right) >= 60 && f.share(Wrong) <= 2 && percent(f.first, f.tasks) >= 85
}

func (f Figures) share(v Verdict) float64 { return percent(f.verdicts[v], f.titles) }

func (f Figures) String() string {
	return fmt.Sprintf("%d titles, %d of them a task: %.1f %% taken rightly, %.1f %% asked, %.1f %% wrong, %.1f %% missed; the right one first for %.1f %%",
		f.titles, f.tasks, f.share(Right), f.share(Asked), f.share(Wrong), f.share(Missed), percent(f.first, f.tasks))
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
