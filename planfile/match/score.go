package match

import "slices"

// What a score must be.
const (
	possible = 0.25 // covered: below it, a task is not even named as one that a title might be
	enough   = 0.55 // covered, to be sure
	telling  = 0.45 // the least that the words of a title must tell, to be sure
	apart    = 0.8  // how much of what one task covers the next may at most, to be sure
	doubt    = 0.79 // the most that a task has which is not sure
	hint     = 0.49 // the most that a task has of which one name stands in a title that says something else as well: less than Likely
	little   = 0.2  // weight: what a word that weighs less tells does not count as one
	beside   = 0.3  // how much what stands beside a title weighs
	against  = 0.35 // what remains of a score where a word rules the task out
	strange  = 1.0  // the most that all words weigh together which no task has: a long sentence holds many
)

// score is how well a task fits a title.
type score struct {
	covered  float64  // how much of what the title says, between 0 and 1
	told     float64  // how much its words say for the task
	named    bool     // one of them names it
	count    int      // how many of them tell enough to count
	words    []string // these, as they stand in the title
	more     bool     // the title says something else as well
	ruledOut bool     // a word rules the task out
}

// sure says whether a title is this task, where next is the one that fits next best. A word alone is enough only where the
// title says nothing else.
func (s score) sure(next score) bool {
	return s.named && !s.ruledOut && s.told >= telling && s.covered >= enough && next.covered <= apart*s.covered && !s.byOneOfSeveral()
}

// most is what a score comes to at most where it is not sure.
func (s score) most() float64 {
	if s.byOneOfSeveral() {
		return hint
	}
	return doubt
}

// byOneOfSeveral says whether one name or word tells the task, and the title says something else as well: a robot contest is not the care of
// robots.
func (s score) byOneOfSeveral() bool { return s.count < 2 && s.more }

// token is a stem of a title with the word that it stands in.
type token struct {
	part
	word   string
	weight float64
}

// tokens are the different stems of a text.
func (v *vocabulary) tokens(text string) (tokens []token) {
	for _, word := range wordsOf(text) {
		for _, p := range v.parts(word) {
			if !slices.ContainsFunc(tokens, func(t token) bool { return t.stem == p.stem }) {
				tokens = append(tokens, token{p, word, v.weight(p)})
			}
		}
	}
	return tokens
}

// together returns the phrases of which all words stand in a title, and makes those words weigh accordingly.
func (v *vocabulary) together(tokens []token) (found []phrase) {
	index := func(stem string) int {
		return slices.IndexFunc(tokens, func(t token) bool { return t.stem == stem })
	}
	for _, t := range tokens {
		for _, p := range v.phrases[t.stem] {
			if !slices.ContainsFunc(p.stems, func(stem string) bool { return index(stem) < 0 }) {
				found = append(found, p)
			}
		}
	}
	for _, p := range found {
		for _, stem := range p.stems {
			if t := &tokens[index(stem)]; p.strength != forbidden {
				least := togetherWeight
				if t.weight <= doingWeight {
					least = littleWeight
				}
				t.weight = max(t.weight, least)
			}
		}
	}
	return found
}

// scores say how well each task fits a title, by its number.
func (v *vocabulary) scores(title Title, tasks int) []score {
	tokens := v.tokens(title.Text)
	phrases := v.together(tokens)
	scores, strengths, begun := make([]score, tasks), make([]float64, tasks), make([]bool, tasks)
	known, unknown := 0.0, 0.0
	for _, t := range tokens {
		understood := len(v.says[t.stem]) > 0
		clear(strengths)
		clear(begun)
		says := func(s saying, begins bool) {
			begun[s.task] = begun[s.task] || begins && s.strength >= goesWith
			strengths[s.task] = max(strengths[s.task], s.strength)
			scores[s.task].ruledOut = scores[s.task].ruledOut || s.strength == forbidden
		}
		for _, s := range v.says[t.stem] {
			says(s, true)
		}
		for _, p := range phrases {
			if slices.Contains(p.stems, t.stem) {
				says(p.saying, t.stem == p.stems[0])
				understood = true
			}
		}
		if understood {
			known += t.weight
		} else {
			unknown += t.weight
		}
		for task, strength := range strengths {
			scores[task].add(t, strength, begun[task])
		}
	}
	total := known + min(unknown, strange)
	if total == 0 {
		return nil
	}
	besides := make([]float64, tasks)
	for _, t := range v.tokens(title.Explanation) {
		for _, s := range v.says[t.stem] {
			besides[s.task] += t.weight * max(s.strength, 0)
		}
	}
	for task := range scores {
		s := &scores[task]
		s.covered = min(1, (s.told+beside*min(besides[task], total))/total)
		if s.ruledOut {
			s.covered *= against
		}
	}
	return scores
}

// add adds what a word of a title says for a task.
func (s *score) add(t token, strength float64, begins bool) {
	if strength == 0 {
		s.more = s.more || t.weight > doingWeight
		return
	}
	s.told += t.weight * strength * t.sure
	if strength < goesWith || t.weight < little {
		return
	}
	s.named = s.named || strength == names
	if begins {
		s.count++
	}
	if !slices.Contains(s.words, t.word) {
		s.words = append(s.words, t.word)
	}
}

// understood is how many words of a text are words of the language, taken as they stand.
func (v *vocabulary) understood(text string) (n int) {
	for _, word := range wordsOf(text) {
		if v.knows(stem(word)) {
			n++
		}
	}
	return n
}
