package planfile

import (
	"math"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Sure is from which certainty on, in percent, a title found elsewhere is taken for a task of the list
// without asking. Below Possible a task is not even named as one it might be.
const (
	Sure     = 80
	Possible = 45
)

// Match is a task that a title may stand for, and how certain that is, in percent.
type Match struct {
	Task      string
	Certainty int
}

// matcher holds titles against those of the tasks. Of two titles it looks at the words, those that few
// tasks have weighing most, and at the groups of three letters, which see through compounds and endings:
// netwerkbeheer is netwerk beheren.
type matcher struct {
	titles []knownTitle
	rarity map[string]float64 // of words
	stems  []string           // what a compound can begin with
	same   map[string]string  // one word for each of several that mean the same
	doing  map[string]bool    // words that say what is done, which tells little of with what

	holders map[string][]int      // by trigram: which titles have it
	alike   map[[2]string]float64 // how much two words look the same
}

// knownTitle is a title of a task in one language.
type knownTitle struct {
	task string
	spelling
}

// spelling is a title as it is compared.
type spelling struct {
	words    []string
	joined   string
	trigrams []string
}

// newMatcher knows the tasks by the titles they have in all languages.
func newMatcher(plan steps.Plan, languages []*assets.Texts) *matcher {
	r := bookReader{languages: languages}
	m := &matcher{
		rarity: map[string]float64{}, same: map[string]string{}, doing: map[string]bool{},
		holders: map[string][]int{}, alike: map[[2]string]float64{},
	}
	for _, t := range languages {
		m.learn(t.Workbook.Foreign)
	}
	tasks := plan.Tasks()
	counts := map[string]int{}
	for _, task := range tasks {
		for _, name := range r.names(task) {
			for _, word := range titleWords(name) {
				counts[m.meant(word)]++
				m.stem(word)
			}
		}
	}
	for word, n := range counts {
		m.rarity[word] = math.Log(1 + float64(len(tasks))/float64(n))
	}
	for _, task := range tasks {
		for _, name := range r.names(task) {
			m.know(knownTitle{task.ID, m.spell(name)})
		}
	}
	return m
}

func (m *matcher) know(title knownTitle) {
	for _, trigram := range title.trigrams {
		m.holders[trigram] = append(m.holders[trigram], len(m.titles))
	}
	m.titles = append(m.titles, title)
}

// learn takes in the words of a language that mean the same, or only say what is done.
func (m *matcher) learn(words assets.ForeignTexts) {
	for _, list := range words.Same {
		alike := strings.Fields(string(list))
		for _, word := range alike {
			m.same[word] = alike[0]
			m.stem(word)
		}
	}
	for _, word := range words.Doing {
		m.doing[string(word)] = true
	}
}

// meant is the word that stands for all that mean the same.
func (m *matcher) meant(word string) string {
	if same, known := m.same[word]; known {
		return same
	}
	return word
}

// stem remembers what a compound with a word can begin with: licentie of licenties.
func (m *matcher) stem(word string) {
	for _, ending := range []string{"", "s", "en", "n"} {
		stem, ends := strings.CutSuffix(word, ending)
		if ends && len(stem) >= 4 && !m.doing[stem] && !slices.Contains(m.stems, stem) {
			m.stems = append(m.stems, stem)
		}
	}
}

// small are words that tell nothing.
var small = strings.Fields("de het een en of van voor met in op te tot bij aan door om over als bv ict the a an and or of for with in on to at by its")

// titleWords are the words of a title that tell something, in small letters without accents.
func titleWords(title string) (words []string) {
	if len(title) > 4*steps.MaxName {
		title = strings.ToValidUTF8(title[:4*steps.MaxName], "")
	}
	const most = 20
	for word := range strings.SplitSeq(steps.Slug(title), "-") {
		if len(words) == most {
			break
		}
		if word != "" && !slices.Contains(small, word) {
			words = append(words, word)
		}
	}
	return words
}

// spell takes compounds of known words apart.
func (m *matcher) spell(title string) spelling {
	var s spelling
	for _, word := range titleWords(title) {
		for _, part := range m.parts(word) {
			s.words = append(s.words, m.meant(part))
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

// parts are the two halves of a compound that begins with a known word, else the word.
func (m *matcher) parts(word string) []string {
	if _, known := m.rarity[m.meant(word)]; known || m.same[word] != "" {
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
func (m *matcher) matches(title string) (found []Match) {
	s := m.spell(title)
	best := map[string]int{}
	for i, shared := range m.sharing(s) {
		t := m.titles[i]
		trigrams := 2 * float64(shared) / float64(len(s.trigrams)+len(t.trigrams))
		if certainty := int(math.Round(100 * m.likeness(s, t.spelling, trigrams))); certainty > best[t.task] {
			best[t.task] = certainty
		}
	}
	for task, certainty := range best {
		if certainty >= Possible {
			found = append(found, Match{task, certainty})
		}
	}
	slices.SortFunc(found, func(a, b Match) int {
		if a.Certainty != b.Certainty {
			return b.Certainty - a.Certainty
		}
		return strings.Compare(a.Task, b.Task)
	})
	const apart = 8 // two tasks nearly as likely: neither is sure
	if len(found) > 1 && found[0].Certainty < 100 && found[0].Certainty-found[1].Certainty < apart {
		found[0].Certainty = min(found[0].Certainty, Sure-1)
	}
	return found
}

// sharing counts the trigrams that titles share with a spelling; those that share hardly any are no match.
func (m *matcher) sharing(s spelling) map[int]int {
	const fifth = 5
	counts := map[int]int{}
	for _, trigram := range s.trigrams {
		for _, title := range m.holders[trigram] {
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

// likeness of two titles is between 0 and 1, and 1 only when they are the same.
func (m *matcher) likeness(a, b spelling, trigrams float64) float64 {
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
				best = max(best, m.sameWord(word, other))
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
	if m.doing[word] {
		w /= 4
	}
	return w
}

// sameWord is how much two words look the same, worked out once.
func (m *matcher) sameWord(a, b string) float64 {
	likeness, known := m.alike[[2]string{a, b}]
	if !known {
		likeness = sameWord(a, b)
		m.alike[[2]string{a, b}] = likeness
	}
	return likeness
}

// sameWord is how much two words look the same: wholly, but for their endings, or but for a letter or two.
func sameWord(a, b string) float64 {
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
