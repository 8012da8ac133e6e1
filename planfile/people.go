package planfile

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/steps"
)

// People recognises members by what others call them.
type People struct {
	members []called
	byName  map[string]string   // ids by the name that tells a member apart, as Fold makes it
	byWords map[string][]string // ids by the words of the name in the order of the alphabet
	likely  map[string][]string // by text: what Likely said of it
}

// called is someone with the name that tells them apart, and the words of their name.
type called struct {
	id, name string
	words    []string
}

const (
	maxNameWords = 8   // of a name, that are looked at
	maxLikely    = 300 // texts, of which Likely says something
)

// NewPeople are the members of a plan.
func NewPeople(plan steps.Plan) *People {
	p := &People{byName: MembersByName(plan), byWords: map[string][]string{}, likely: map[string][]string{}}
	names := MemberNames(plan)
	for _, m := range plan.Members {
		p.add(called{m.ID, names[m.ID], nameWords(m.Name)})
	}
	return p
}

// Add adds who is to be a member. A name that someone has keeps meaning them.
func (p *People) Add(id, name string) {
	if folded := Fold(name); p.byName[folded] == "" {
		p.byName[folded] = id
	}
	known := func(m called) bool { return m.id == id }
	if !slices.ContainsFunc(p.members, known) {
		p.add(called{id, name, nameWords(name)})
		clear(p.likely)
	}
}

func (p *People) add(m called) {
	p.members = append(p.members, m)
	p.byWords[inAnyOrder(m.words)] = append(p.byWords[inAnyOrder(m.words)], m.id)
}

// Name is how a member is called, told apart from others of that name; empty for an unknown id.
func (p *People) Name(id string) string {
	for _, m := range p.members {
		if m.id == id {
			return m.name
		}
	}
	return ""
}

// Of returns the id of whom a text means without doubt: by their name, also with the surname first, or by their id. It is
// empty where there is nobody, or where it can be somebody else too.
func (p *People) Of(text string) string {
	text = steps.CleanName(text)
	if id := p.byName[Fold(text)]; id != "" || text == "" {
		return id
	}
	words := nameWords(text)
	if same := p.byWords[inAnyOrder(words)]; len(words) > 1 && len(same) == 1 {
		return same[0]
	}
	return p.byID(text)
}

// byID returns an id that is one's, and no first name that somebody else has: ids are mostly made of these.
func (p *People) byID(text string) (id string) {
	for _, m := range p.members {
		switch {
		case m.id == text:
			id = text
		case len(m.words) > 0 && m.words[0] == text:
			return ""
		}
	}
	return id
}

// Likely returns the ids of at most three whom a text may mean, the likeliest first: the name with a typing error, a part of
// it, or with initials. Nobody is asked about hundreds of names: of more it knows nobody.
func (p *People) Likely(text string) (ids []string) {
	ids, known := p.likely[text]
	if !known && len(p.likely) < maxLikely && len(text) <= steps.MaxName {
		ids = p.findLikely(nameWords(text))
		p.likely[text] = ids
	}
	return ids
}

func (p *People) findLikely(words []string) (ids []string) {
	const most = 3
	type choice struct {
		id  string
		far int
	}
	var choices []choice
	for _, m := range p.members {
		if far, near := distanceOf(words, m.words); near {
			choices = append(choices, choice{m.id, far})
		}
	}
	slices.SortStableFunc(choices, func(a, b choice) int { return cmp.Compare(a.far, b.far) })
	for _, c := range choices[:min(most, len(choices))] {
		ids = append(ids, c.id)
	}
	return ids
}

// distanceOf says how far the words of a text are from those of a name, and whether they are near: each is one of these, its
// initial or nearly it, and not all are initials.
func distanceOf(words, name []string) (far int, near bool) {
	var taken [maxNameWords]bool
	for _, word := range words {
		best, at := 0, -1
		for i, other := range name {
			if d, is := wordDistance(word, other); is && !taken[i] && (at < 0 || d < best) {
				best, at = d, i
			}
		}
		if at < 0 {
			return 0, false
		}
		far, near, taken[at] = far+best, near || len(word) > 1, true
	}
	return far + len(name) - len(words), near
}

// wordDistance says how far two words of names are apart, and whether they may be the same.
func wordDistance(a, b string) (far int, near bool) {
	const short, long = 4, 8
	most := 1
	switch shortest := min(len(a), len(b)); {
	case a == b:
		return 0, true
	case len(a) == 1 || len(b) == 1:
		return 1, a[0] == b[0]
	case shortest < short:
		return 0, false
	case shortest >= long:
		most = 2
	}
	if max(len(a), len(b))-min(len(a), len(b)) > most || a[0] != b[0] && a[1] != b[1] && a[len(a)-1] != b[len(b)-1] {
		return 0, false // which saves most of the work
	}
	far = Distance(a, b, most+1)
	return far, far <= most
}

// nameSeparators are what people write between two names.
var nameSeparators = strings.NewReplacer(",", "\n", ";", "\n", "/", "\n", "+", "\n", "&", "\n", " en ", "\n", " and ", "\n")

// NamesIn are the names that people wrote after each other.
func NamesIn(text string) (names []string) {
	for name := range strings.SplitSeq(nameSeparators.Replace(text), "\n") {
		if name = steps.CleanName(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// nameWords are the words of a name in small letters without accents.
func nameWords(name string) []string {
	words := strings.FieldsFunc(steps.Slug(name), func(r rune) bool { return r == '-' })
	return words[:min(maxNameWords, len(words))]
}

func inAnyOrder(words []string) string { return strings.Join(slices.Sorted(slices.Values(words)), " ") }

// Distance is how many letters of one word must be changed, added, left out or swapped with the next one to make another, or
// most where it is more. Letters are bytes, and words of over 40 are far apart.
func Distance(a, b string, most int) int {
	if len(a) > 40 || len(b) > 40 {
		return most
	}
	var rows [3][42]int
	earlier, before, now := rows[0][:len(b)+1], rows[1][:len(b)+1], rows[2][:len(b)+1]
	for j := range before {
		before[j] = j
	}
	for i := range len(a) {
		now[0] = i + 1
		for j := range len(b) {
			change := before[j]
			if a[i] != b[j] {
				change++
			}
			now[j+1] = min(change, before[j+1]+1, now[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				now[j+1] = min(now[j+1], earlier[j-1]+1)
			}
		}
		if slices.Min(now) >= most {
			return most
		}
		earlier, before, now = before, now, earlier
	}
	return min(before[len(b)], most)
}
