// Package match says which task of a plan a title of somebody else's list may be, how sure that is, and by which words.
//
// A title is compared with the words that stand in assets/recognition.yaml for each task, language by language: those that
// few tasks have tell most. What counts is how much of a title is said by the words of one task, and by how much less of
// another. A title that nothing is known of, or that is about what schools do beside ICT, is no task.
package match

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/steps"
)

// Sure is the certainty, in percent, from which on a title is taken for a task of the plan without asking.
const Sure = 80

// Likely is the certainty from which on a task is proposed as what a title means: below it, it is only one of those that it may be.
const Likely = 50

// Named is the certainty of a name that the task has, or that was confirmed for it before.
const Named = 100

const most = 4 // how many tasks are named that a title might be

// Title is what a row of a list says of a task.
type Title struct {
	Text        string
	Explanation string // what stands beside it, if anything; it can tell two tasks apart
}

// Match is a task that a title may be.
type Match struct {
	Task      string
	Certainty int      // in percent
	Words     []string // of the title, by which it was recognised; none where it is a name of the task
}

// Tasks are the tasks of a plan, made ready to be found by what others call them.
type Tasks struct {
	ids          []string // by number; that of [elsewhere] is empty
	vocabularies []*vocabulary
	exact        map[string][]int // numbers of the tasks by what names them, as planfile.Fold makes it
	also         map[string][]int // the same by what people confirmed before
}

// New makes the tasks of a plan ready. The languages are those in which they have a title.
func New(plan steps.Plan, languages []*assets.Texts) *Tasks {
	tasks := plan.Tasks()
	t := &Tasks{
		ids: []string{elsewhere: ""}, exact: map[string][]int{}, also: map[string][]int{},
	}
	silent := map[string]bool{}
	for _, language := range assets.Languages {
		for term := range strings.SplitSeq(string(assets.RecognitionIn(language).Silent), ",") {
			for _, s := range stemsOf(term) {
				silent[s] = true
			}
		}
	}
	for _, language := range assets.Languages {
		v := newVocabulary(silent)
		words := assets.RecognitionIn(language)
		v.set(words.Doing, doingWeight)
		v.set(words.Silent, 0)
		v.learn(elsewhere, words.Elsewhere, names)
		for i, task := range tasks {
			titles, explanation := []string{task.Title}, ""
			if task.Proposed != nil {
				explanation = task.Proposed.Explain[string(language)]
			}
			for _, texts := range languages {
				if task.Proposed != nil && texts.Language == language {
					titles = append(titles, texts.In(task.Proposed.Title))
				}
			}
			v.learnTask(i+1, task, titles, explanation, words.Tasks[task.ID])
		}
		v.weigh(len(tasks))
		t.vocabularies = append(t.vocabularies, v)
	}
	for i, task := range tasks {
		t.ids = append(t.ids, task.ID)
		for _, name := range task.Also {
			add(t.also, planfile.Fold(name), i+1)
		}
		for _, name := range planfile.TaskNames(task, languages) {
			add(t.exact, planfile.Fold(name), i+1)
		}
	}
	return t
}

func add(to map[string][]int, name string, task int) {
	if name != "" && !slices.Contains(to[name], task) {
		to[name] = append(to[name], task)
	}
}

// Of returns the tasks that a title may be, the likeliest first: none where it is no task of the plan. Only the first can be
// sure.
func (t *Tasks) Of(title Title) (found []Match) {
	name, scores := t.named(title.Text), t.scores(title)
	if name != elsewhere {
		found = append(found, Match{Task: t.ids[name], Certainty: Named})
	}
	order := make([]int, len(scores))
	for task := range scores {
		order[task] = task
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(scores[b].covered, scores[a].covered), last(a, scores[b])-last(b, scores[a]))
	})
	for i, task := range order {
		s, next := scores[task], score{}
		if i+1 < len(order) {
			next = scores[order[i+1]]
		}
		switch {
		case task == elsewhere, s.covered < possible, len(found) == most:
			return found
		case task == name:
			continue
		}
		m := Match{Task: t.ids[task], Certainty: percent(min(s.covered, s.most())), Words: s.words}
		if len(found) == 0 && s.sure(next) {
			m.Certainty = Sure + percent(s.covered)*(Named-1-Sure)/100
		}
		found = append(found, m)
	}
	return found
}

// last puts what is no task of the plan behind a task that is named by as much of the title: wifi in the gym is asked, not passed over.
func last(task int, other score) int {
	if task == elsewhere && other.named {
		return 1
	}
	return 0
}

func percent(share float64) int { return int(math.Round(100 * share)) }

// scores say how well each task fits a title, by its number, in the language of which it holds most words.
func (t *Tasks) scores(title Title) []score {
	understood, most := make([]int, len(t.vocabularies)), 0
	for i, v := range t.vocabularies {
		understood[i] = v.understood(title.Text)
		most = max(most, understood[i])
	}
	best := make([]score, len(t.ids))
	for i, v := range t.vocabularies {
		if understood[i] < most {
			continue
		}
		for task, s := range v.scores(title, len(t.ids)) {
			if s.covered > best[task].covered {
				best[task] = s
			}
		}
	}
	return best
}

// named returns the only task that has this name, or none. What people of the plan confirmed before counts first.
func (t *Tasks) named(title string) int {
	for _, names := range []map[string][]int{t.also, t.exact} {
		if tasks := names[planfile.Fold(title)]; len(tasks) == 1 {
			return tasks[0]
		}
	}
	return elsewhere
}
