package lists

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

const (
	possible   = 45 // the certainty below which a task is not even named as one that a title might be
	maxMatches = 4  // how many tasks are named that a row might be
)

// Match is a task that a title may stand for, and how certain that is, in percent.
type Match struct {
	Task      string
	Certainty int
}

// matcher compares titles with those of the tasks. Of two titles it compares the words, those that few tasks have weighing
// most, and the trigrams (groups of three letters), by which compounds and endings match: netwerkbeheer is netwerk beheren.
type matcher struct {
	titles   []taskTitle
	rarity   map[string]float64 // of words
	stems    []string           // what a compound can begin with
	synonyms map[string]string  // one word for each of several that mean the same
	verbs    map[string]bool    // words that say what is done, and little about which task it is

	byTrigram    map[string][]int      // indexes of titles
	similarities map[[2]string]float64 // of two words, once worked out
}

// taskTitle is a title of a task in one language.
type taskTitle struct {
	task string
	title
}

// title is a title as it is compared.
type title struct {
	words    []string
	joined   string
	trigrams []string
}

// matchRows says which task each row is. No two rows are the same task: it is the likelier one, and the other loses that
// match.
func (m *matcher) matchRows(rows []Row) {
	order := make([]int, len(rows))
	for i := range rows {
		order[i], rows[i].Matches = i, m.matches(rows[i].Title)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rows[b].best(), rows[a].best()) })
	taken := map[string]bool{}
	for _, i := range order {
		row := &rows[i]
		row.Matches = slices.DeleteFunc(row.Matches, func(m Match) bool { return taken[m.Task] })
		if row.Certainty = row.best(); row.Certainty >= Sure {
			row.Task = row.Matches[0].Task
			taken[row.Task] = true
		}
		row.Matches = row.Matches[:min(len(row.Matches), maxMatches)]
	}
}

// best is the certainty of the likeliest match.
func (r Row) best() int {
	if len(r.Matches) == 0 {
		return 0
	}
	return r.Matches[0].Certainty
}

// newMatcher knows the tasks by the titles they have in all languages.
func newMatcher(plan steps.Plan, languages []*assets.Texts) *matcher {
	m := &matcher{
		rarity: map[string]float64{}, synonyms: map[string]string{}, verbs: map[string]bool{},
		byTrigram: map[string][]int{}, similarities: map[[2]string]float64{},
	}
	for _, t := range languages {
		m.addWords(t.Workbook.List)
	}
	tasks := plan.Tasks()
	counts := map[string]int{}
	for _, task := range tasks {
		for _, name := range planfile.TaskNames(task, languages) {
			for _, word := range titleWords(name) {
				counts[m.canonical(word)]++
				m.addStems(word)
			}
		}
	}
	for word, n := range counts {
		m.rarity[word] = math.Log(1 + float64(len(tasks))/float64(n))
	}
	for _, task := range tasks {
		for _, name := range planfile.TaskNames(task, languages) {
			m.addTitle(taskTitle{task.ID, m.prepare(name)})
		}
	}
	return m
}

func (m *matcher) addTitle(title taskTitle) {
	for _, trigram := range title.trigrams {
		m.byTrigram[trigram] = append(m.byTrigram[trigram], len(m.titles))
	}
	m.titles = append(m.titles, title)
}

// addWords adds the words of a language that mean the same, or only say what is done.
func (m *matcher) addWords(words assets.ListTexts) {
	for _, list := range words.Same {
		alike := strings.Fields(string(list))
		for _, word := range alike {
			m.synonyms[word] = alike[0]
			m.addStems(word)
		}
	}
	for _, word := range words.Doing {
		m.verbs[string(word)] = true
	}
}

// canonical returns the one word for all that mean the same as this one.
func (m *matcher) canonical(word string) string { return cmp.Or(m.synonyms[word], word) }

// addStems adds what a compound with a word can begin with: licentie of licenties.
func (m *matcher) addStems(word string) {
	for _, ending := range []string{"", "s", "en", "n"} {
		stem, ends := strings.CutSuffix(word, ending)
		if ends && len(stem) >= 4 && !m.verbs[stem] && !slices.Contains(m.stems, stem) {
			m.stems = append(m.stems, stem)
		}
	}
}

// stopWords tell nothing.
var stopWords = strings.Fields("de het een en of van voor met in op te tot bij aan door om over als bv ict the a an and or of for with in on to at by its")

// titleWords are the words of a title but the stop words, in small letters without accents.
func titleWords(title string) (words []string) {
	if len(title) > 4*steps.MaxName {
		title = strings.ToValidUTF8(title[:4*steps.MaxName], "")
	}
	const most = 20
	for word := range strings.SplitSeq(steps.Slug(title), "-") {
		if len(words) == most {
			break
		}
		if word != "" && !slices.Contains(stopWords, word) {
			words = append(words, word)
		}
	}
	return words
}

// prepare makes a title ready to be compared: each word is the one for all that mean the same, and compounds are split.
func (m *matcher) prepare(text string) title {
	var s title
	for _, word := range titleWords(text) {
		for _, part := range m.split(word) {
			s.words = append(s.words, m.canonical(part))
		}
	}
	s.joined = strings.Join(s.words, "")
	padded := " " + s.joined + " "
	for i := 0; i+3 <= len(padded); i++ {
		if trigram := padded[i : i+3]; !slices.Contains(s.trigrams, trigram) { // a word said twice tells no more
			s.trigrams = append(s.trigrams, trigram)
		}
	}
	return s
}

// split returns the two halves of a compound that begins with a known word, else the word.
func (m *matcher) split(word string) []string {
	if _, known := m.rarity[m.canonical(word)]; known || m.synonyms[word] != "" {
		return []string{word}
	}
	longest := ""
	for _, stem := range m.stems {
		if len(stem) > len(longest) && len(word) >= len(stem)+4 && strings.HasPrefix(word, stem) {
			longest = stem
		}
	}
	if longest == "" {
		return []string{word}
	}
	return []string{longest, strings.TrimPrefix(word[len(longest):], "s")}
}

// matches are the tasks that a title may stand for, the likeliest first.
func (m *matcher) matches(text string) (found []Match) {
	s := m.prepare(text)
	best := map[string]int{}
	for i, shared := range m.sharedTrigrams(s) {
		t := m.titles[i]
		trigrams := 2 * float64(shared) / float64(len(s.trigrams)+len(t.trigrams))
		if certainty := int(math.Round(100 * m.similarity(s, t.title, trigrams))); certainty > best[t.task] {
			best[t.task] = certainty
		}
	}
	for task, certainty := range best {
		if certainty >= possible {
			found = append(found, Match{task, certainty})
		}
	}
	slices.SortFunc(found, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Certainty, a.Certainty), cmp.Compare(a.Task, b.Task))
	})
	const apart = 8 // two tasks nearly as likely: neither is sure
	if len(found) > 1 && found[0].Certainty < 100 && found[0].Certainty-found[1].Certainty < apart {
		found[0].Certainty = min(found[0].Certainty, Sure-1)
	}
	return found
}

// sharedTrigrams counts, by the index of a title, the trigrams that it shares with another; those that share hardly any are
// left out.
func (m *matcher) sharedTrigrams(s title) map[int]int {
	const fifth = 5
	counts := map[int]int{}
	for _, trigram := range s.trigrams {
		for _, title := range m.byTrigram[trigram] {
			counts[title]++
		}
	}
	for title, n := range counts {
		if n < 2 || fifth*n < min(len(s.trigrams), len(m.titles[title].trigrams)) {
			delete(counts, title)
		}
	}
	return counts
}

// similarity of two titles is between 0 and 1, and 1 only when they are the same; trigrams is how many of those they share.
func (m *matcher) similarity(a, b title, trigrams float64) float64 {
	if a.joined == b.joined {
		return 1
	}
	return min(0.99, max(m.sharedWords(a.words, b.words), 0.97*trigrams))
}

// sharedWords is how much of the weight of both titles lies in words that they share.
func (m *matcher) sharedWords(a, b []string) float64 {
	covered := func(of, by []string) (shared, all float64) {
		for _, word := range of {
			best := 0.0
			for _, other := range by {
				best = max(best, m.wordSimilarity(word, other))
			}
			shared, all = shared+best*m.weight(word), all+m.weight(word)
		}
		return shared, all
	}
	sharedA, allA := covered(a, b)
	sharedB, allB := covered(b, a)
	const ofFound = 0.65 // a title of the list often says more, between brackets
	return ofFound*sharedA/allA + (1-ofFound)*sharedB/allB
}

// weight is how much a word tells; one that no task has tells as much as one that some have.
func (m *matcher) weight(word string) float64 {
	w, known := m.rarity[word]
	if !known {
		w = math.Log(1 + float64(len(m.titles))/10)
	}
	if m.verbs[word] {
		w /= 4
	}
	return w
}

// wordSimilarity is that of two words, worked out once.
func (m *matcher) wordSimilarity(a, b string) float64 {
	similarity, known := m.similarities[[2]string{a, b}]
	if !known {
		similarity = wordSimilarity(a, b)
		m.similarities[[2]string{a, b}] = similarity
	}
	return similarity
}

// wordSimilarity of two words is 1 when they are the same, less when they differ in their endings or in a letter or two,
// else 0.
func wordSimilarity(a, b string) float64 {
	if a == b {
		return 1
	}
	common := 0
	for common < min(len(a), len(b)) && a[common] == b[common] {
		common++
	}
	longer := float64(max(len(a), len(b)))
	switch {
	case common >= 4 && float64(common) >= 0.6*longer:
		return 0.9
	case len(a) >= 5 && len(b) >= 5 && float64(distance(a, b)) <= 0.2*longer:
		return 0.85
	}
	return 0
}

// distance is how many letters must be changed, added or left out (Levenshtein).
func distance(a, b string) int {
	if len(a) > 40 || len(b) > 40 {
		return max(len(a), len(b))
	}
	before := make([]int, len(b)+1)
	for j := range before {
		before[j] = j
	}
	for i := range len(a) {
		now := make([]int, len(b)+1)
		now[0] = i + 1
		for j := range len(b) {
			change := before[j]
			if a[i] != b[j] {
				change++
			}
			now[j+1] = min(change, before[j+1]+1, now[j]+1)
		}
		before = now
	}
	return before[len(b)]
}
