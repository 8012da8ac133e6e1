package assets

import (
	"slices"
	"strings"

	"stappenplan/steps"
)

// StandInTexts are words by which an agreement on who steps in is read, with commas between them.
type StandInTexts struct {
	Absent    Text // say that the member named first is the one who is away
	No        Text // say that something is not so
	TakesOver Text // all words of one of these say that somebody takes over
	All       Text // what may stand with that when everything is taken over
	Group     Text // name the group of schools
}

// StandIns reads from the agreement on who steps in which tasks of a member who is away go to whom, and which the group of schools
// then does. Only what is plainly said is read: who is away, in the same sentence or one before it another member, and after that
// name words of a task. A member of whom no more is said than that they take over gets what nobody else does. The group is named
// without any member, whoever is away. It is read in every language, so that a plan has one division whatever language is spoken.
func StandIns(p steps.Plan, away string) (found map[string]string, group map[string]bool) {
	found, group = map[string]string{}, map[string]bool{}
	for _, language := range Languages {
		members, tasks := Load(language).For(p.School.Level).standIns(p, away)
		for id, member := range members {
			if found[id] == "" {
				found[id] = member
			}
		}
		for id, so := range tasks {
			group[id] = group[id] || so
		}
	}
	return found, group
}

// standIns are those that are read in one language.
func (t *Texts) standIns(p steps.Plan, away string) (found map[string]string, group map[string]bool) {
	found, group = map[string]string{}, map[string]bool{}
	everything, absent := "", ""
	owned := map[string]bool{}
	for _, id := range p.Owned(away) {
		owned[id] = true
	}
	titles, names := wordsOfTitles(t, p), firstNames(p)
	for sentence := range strings.FieldsFuncSeq(strings.ToLower(p.Agreements["backup"].Text), endsSentence) {
		words := strings.FieldsFunc(sentence, notLetter)
		named := slices.DeleteFunc(slices.Clone(words), func(word string) bool { return names[word] == "" })
		if len(named) == 0 && p.School.GroupKind != steps.NoGroup && t.Division.StandIns.Group.within(words) && !t.Division.StandIns.No.within(words) {
			for id := range owned {
				group[id] = group[id] || titles.tell(id, words)
			}
			continue
		}
		if len(named) > 0 && t.Division.StandIns.Absent.within(words) {
			absent = names[named[0]]
		} else if len(named) != 1 {
			absent = ""
		}
		if absent != away {
			continue
		}
		for member, said := range clauses(words, names) {
			if member == away || t.Division.StandIns.No.within(said) {
				continue
			}
			some := false
			for id := range owned {
				if _, taken := found[id]; !taken && titles.tell(id, said) {
					found[id], some = member, true
				}
			}
			if !some && t.Division.StandIns.takeAll(words, said) && everything == "" {
				everything = member
			}
		}
	}
	for id := range owned {
		if _, taken := found[id]; !taken && everything != "" {
			found[id] = everything
		}
	}
	return found, group
}

func endsSentence(r rune) bool { return strings.ContainsRune(".;!?\n", r) }

// firstNames are the members by the first word of their names, where that is no one else's.
func firstNames(p steps.Plan) map[string]string {
	names := map[string]string{}
	for _, m := range p.Members {
		for first := range strings.FieldsFuncSeq(strings.ToLower(m.Name), notLetter) {
			if _, twice := names[first]; twice {
				names[first] = ""
			} else {
				names[first] = m.ID
			}
			break
		}
	}
	return names
}

// clauses are the words that follow each name.
func clauses(words []string, names map[string]string) func(yield func(member string, said []string) bool) {
	return func(yield func(string, []string) bool) {
		for i := 0; i < len(words); i++ {
			member, from := names[words[i]], i+1
			if member == "" {
				continue
			}
			for i+1 < len(words) && names[words[i+1]] == "" {
				i++
			}
			if !yield(member, words[from:i+1]) {
				return
			}
		}
	}
}

// within says whether all words of one of these texts are among some words.
func (t Text) within(words []string) bool {
	for one := range strings.SplitSeq(string(t), ",") {
		if !slices.ContainsFunc(strings.Fields(one), func(word string) bool { return !slices.Contains(words, word) }) {
			return true
		}
	}
	return false
}

// takeAll says whether a sentence has somebody take over, and no words that narrow that down.
func (s StandInTexts) takeAll(sentence, said []string) bool {
	return s.TakesOver.within(sentence) && !slices.ContainsFunc(said, func(word string) bool {
		return len(word) >= leastTelling && !s.All.within([]string{word}) && !slices.Contains(strings.FieldsFunc(string(s.TakesOver), notLetter), word)
	})
}

// titleWords are the words of the titles of tasks, and how many titles have each.
type titleWords struct {
	of    map[string][]string
	times map[string]int
}

// mostTitles is how many titles a word may stand in that tells tasks apart.
const mostTitles = 3

func wordsOfTitles(t *Texts, p steps.Plan) titleWords {
	titles := titleWords{map[string][]string{}, map[string]int{}}
	for _, task := range p.Tasks() {
		for word := range strings.FieldsFuncSeq(strings.ToLower(t.TaskTitle(task)), notLetter) {
			if len(word) >= leastTelling && !slices.Contains(titles.of[task.ID], word) {
				titles.of[task.ID] = append(titles.of[task.ID], word)
				titles.times[word]++
			}
		}
	}
	return titles
}

// leastCompound is how many letters the first part of a compound has that tells tasks apart.
const leastCompound = 6

// tell says whether some words name a task: a word of its title, or the head or the first part of a compound in it (helpdesk,
// eerstelijnshelpdesk; netwerk, netwerkbeheer).
func (w titleWords) tell(task string, said []string) bool {
	return slices.ContainsFunc(said, func(word string) bool {
		return len(word) >= leastTelling && slices.ContainsFunc(w.of[task], func(of string) bool {
			return w.times[of] <= mostTitles && (of == word || len(word) > leastTelling && strings.HasSuffix(of, word) || len(word) >= leastCompound && strings.HasPrefix(of, word))
		})
	})
}
