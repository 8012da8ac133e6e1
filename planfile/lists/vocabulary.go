package lists

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/steps"
)

// words are what people write for one thing, in every language.
type words struct {
	places map[string]int // of each in its language, by the word as plain makes it
	signs  map[string]bool
	all    []string
}

func (w *words) add(texts []assets.Text) {
	if w.places == nil {
		w.places, w.signs = map[string]int{}, map[string]bool{}
	}
	for place, text := range texts {
		word := plain(string(text))
		w.signs[planfile.Fold(string(text))] = true
		if _, known := w.places[word]; word != noWords && !known {
			w.places[word] = place
			w.all = append(w.all, word)
		}
	}
}

// are says whether a text is one of the words; one can be a sign, such as a question mark.
func (w words) are(text string) bool {
	_, found := w.places[plain(text)]
	return found || w.signs[planfile.Fold(text)]
}

// placeWithin is the place of the first of the words that stands in a text, as plain makes it.
func (w words) placeWithin(text string) (place int, found bool) {
	for _, word := range w.all {
		if at := w.places[word]; (!found || at < place) && strings.Contains(text, word) {
			place, found = at, true
		}
	}
	return place, found
}

// within says whether one of the words stands in a text.
func (w words) within(text string) bool {
	_, found := w.placeWithin(plain(text))
	return found
}

// noWords is what plain makes of a text without letters or digits.
const noWords = "  "

// plain is a text in small letters without accents, its words apart by single blanks, with a blank around.
func plain(text string) string { return " " + strings.ReplaceAll(steps.Slug(text), "-", " ") + " " }

// vocabulary are all the words by which a list is understood.
type vocabulary struct {
	headings             map[Field]words
	excluded             map[Field]words // what rules out that a heading with a word of the field is about it
	groups               map[steps.GroupID]words
	horizons, priorities map[steps.Horizon]words
	relevances           map[steps.Relevance]words
	roles                map[steps.MemberRole]words
	units                map[Unit]words
	parts                map[part]assets.Text // in the reader's language
	also                 assets.Text          // the same

	planner, negations, week, not, nobody, totals, ticks, generic, particles, middle words
}

// newVocabulary gathers the words of all languages; the names of groups are those of the plan.
func newVocabulary(texts *assets.Texts, languages []*assets.Texts, plan steps.Plan) vocabulary {
	v := vocabulary{
		headings: map[Field]words{}, excluded: map[Field]words{}, groups: map[steps.GroupID]words{}, horizons: map[steps.Horizon]words{},
		priorities: map[steps.Horizon]words{}, relevances: map[steps.Relevance]words{}, roles: map[steps.MemberRole]words{}, units: map[Unit]words{}, parts: map[part]assets.Text{},
	}
	v.also = texts.Workbook.List.Also
	for letter, text := range texts.Workbook.List.Parts {
		v.parts[letter[0]] = text
	}
	for _, language := range assets.Languages {
		list := assets.Load(language).Workbook.List
		learn(v.headings, list.Headings)
		learn(v.excluded, list.Excluded)
		learn(v.groups, list.Groups)
		learn(v.horizons, list.Horizons)
		learn(v.priorities, list.Priorities)
		learn(v.relevances, list.Relevances)
		learn(v.roles, list.Roles)
		learn(v.units, list.Units)
		for words, texts := range map[*words][]assets.Text{
			&v.planner: list.Planner, &v.negations: list.Negations, &v.week: list.Week, &v.not: list.Not, &v.nobody: list.Nobody,
			&v.totals: list.Totals, &v.ticks: list.Ticks, &v.generic: list.Generic, &v.particles: list.Particles, &v.middle: list.Middle,
		} {
			words.add(texts)
		}
	}
	for _, language := range languages {
		for _, group := range steps.Groups {
			learn(v.groups, map[steps.GroupID][]assets.Text{group: {assets.Text(language.Group(plan, group))}})
		}
		for _, role := range steps.MemberRoles {
			learn(v.roles, map[steps.MemberRole][]assets.Text{role: {assets.Text(language.Value("role", string(role)))}})
		}
	}
	return v
}

func learn[K, L ~string](to map[K]words, from map[L][]assets.Text) {
	for key, texts := range from {
		w := to[K(key)]
		w.add(texts)
		to[K(key)] = w
	}
}

// isShort says whether a text is a few words at most.
func (v vocabulary) isShort(text string) bool {
	const few = 4
	return len(text) <= maxMeaning && len(strings.Fields(text)) <= few
}
