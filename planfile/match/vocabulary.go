package match

import (
	"math"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// How much a word says for a task, between 0 and 1.
const (
	names     = 1.0  // it names the task
	goesWith  = 0.5  // it goes along with it
	explains  = 0.25 // it stands in the explanation of the task
	forbidden = -1.0 // it rules the task out
)

// How much a word tells at all, between 0 and 1; of one that stands with few tasks it is more. See [vocabulary.weigh].
const (
	strangeWeight  = 0.6  // a word that no task has
	doingWeight    = 0.1  // a word that only says what is done
	togetherWeight = 0.65 // the least of a word that counts together with others
	littleWeight   = 0.35 // the least of one that says nothing by itself, together with others
)

// elsewhere is the number, among the tasks, of all that is no task of the plan.
const elsewhere = 0

// vocabulary are the words of one language by which tasks are recognised.
type vocabulary struct {
	says    map[string][]saying // by stem
	phrases map[string][]phrase // by the stem of the first word
	weights map[string]float64  // by stem
	byShape map[shape][]string  // stems, to find those that are misspelt
	cache   map[string][]part   // of words once taken apart
	silent  map[string]bool     // stems of words that say nothing in one language or another: a school gives its tasks titles in its own
}

// saying is what a word says for a task.
type saying struct {
	task     int
	strength float64
}

// phrase are words that count only together.
type phrase struct {
	saying
	stems []string
}

func newVocabulary(silent map[string]bool) *vocabulary {
	return &vocabulary{
		silent: silent,
		says:   map[string][]saying{}, phrases: map[string][]phrase{}, weights: map[string]float64{},
		byShape: map[shape][]string{}, cache: map[string][]part{},
	}
}

// learn adds the terms between commas, which all say the same for a task.
func (v *vocabulary) learn(task int, terms assets.Text, strength float64) {
	for term := range strings.SplitSeq(string(terms), ",") {
		stems := stemsOf(term)
		switch len(stems) {
		case 0:
		case 1:
			v.say(task, stems[0], strength)
		default:
			v.phrases[stems[0]] = append(v.phrases[stems[0]], phrase{saying{task, strength}, stems})
			for _, s := range stems {
				v.know(s)
			}
		}
	}
}

// learnTitle adds the words of a title or an explanation, but those that only say what is done. What names a task says something in every language.
func (v *vocabulary) learnTitle(task int, title string, strength float64) {
	for _, s := range stemsOf(title) {
		if weight, set := v.weights[s]; (!set || weight > doingWeight) && (strength != names || !v.silent[s]) {
			v.say(task, s, strength)
		}
	}
}

// say adds what a word says for a task; of two the stronger holds, but what rules a task out.
func (v *vocabulary) say(task int, stem string, strength float64) {
	v.know(stem)
	for i, s := range v.says[stem] {
		if s.task == task {
			if s.strength != forbidden && (strength == forbidden || strength > s.strength) {
				v.says[stem][i].strength = strength
			}
			return
		}
	}
	v.says[stem] = append(v.says[stem], saying{task, strength})
}

// know makes a stem one that can be a half of a compound, and can be misspelt.
func (v *vocabulary) know(stem string) {
	if v.knows(stem) {
		return
	}
	v.says[stem] = nil
	if len(stem) >= 4 {
		s := shape{stem[0], len(stem)}
		v.byShape[s] = append(v.byShape[s], stem)
	}
}

func (v *vocabulary) knows(stem string) bool {
	_, known := v.says[stem]
	return known
}

// set gives words a weight of their own.
func (v *vocabulary) set(terms assets.Text, weight float64) {
	for term := range strings.SplitSeq(string(terms), ",") {
		for _, s := range stemsOf(term) {
			v.know(s)
			v.weights[s] = weight
		}
	}
}

// weigh gives the words that have none a weight by how few of the tasks they stand with.
func (v *vocabulary) weigh(tasks int) {
	for stem, says := range v.says {
		if _, set := v.weights[stem]; set {
			continue
		}
		with := 0.0
		for _, s := range says {
			if s.strength >= goesWith {
				with += s.strength
			}
		}
		if with == 0 {
			v.weights[stem] = strangeWeight
			continue
		}
		v.weights[stem] = min(1, math.Log(1+float64(tasks)/with)/math.Log(1+float64(tasks)))
	}
}

func (v *vocabulary) weight(p part) float64 {
	if weight, known := v.weights[p.stem]; known {
		return weight
	}
	return strangeWeight
}

func stemsOf(text string) []string {
	words := wordsOf(text)
	for i, word := range words {
		words[i] = stem(word)
	}
	return words
}

// learnTask adds what a task of the plan is recognised by. Where words were written for it, those of its title only go along
// with it; a task of somebody else's catalogue, or an own one, is named by its title.
func (v *vocabulary) learnTask(number int, task steps.Task, titles []string, explanation string, words assets.TaskRecognition) {
	v.learn(number, words.Is, names)
	v.learn(number, words.With, goesWith)
	v.learn(number, words.Not, forbidden)
	strength := names
	if words.Is != "" {
		strength = goesWith
	}
	for _, title := range titles {
		v.learnTitle(number, title, strength)
	}
	v.learnTitle(number, explanation, explains)
}
