package assets

import (
	"slices"
	"strings"
	"unicode"

	"stappenplan/steps"
)

// abilitySeparator stands between the names of what a member knows or likes: there are commas in titles.
const abilitySeparator = ";"

// Ability is how a task or a group of tasks that a member knows or likes is called.
func (t *Texts) Ability(p steps.Plan, value string) string {
	if group, is := strings.CutPrefix(value, steps.GroupPrefix); is {
		return t.Group(p, steps.GroupID(group))
	}
	return t.TaskName(p, strings.TrimPrefix(value, steps.TaskPrefix))
}

// Write names what a member knows or likes so that [AbilityNames.Read] finds it again: what has no name of its own by its
// value.
func (n AbilityNames) Write(values []string, t *Texts, p steps.Plan) string {
	texts := make([]string, len(values))
	for i, value := range values {
		if texts[i] = t.Ability(p, value); n[foldName(texts[i])] != value || strings.Contains(texts[i], abilitySeparator) {
			texts[i] = value
		}
	}
	return strings.Join(texts, abilitySeparator+" ")
}

// AbilityNames are the values of tasks and groups by the names that only they have; empty for a name of several.
type AbilityNames map[string]string

// NewAbilityNames are those of a plan in some languages.
func NewAbilityNames(p steps.Plan, languages ...*Texts) AbilityNames {
	names := AbilityNames{}
	add := func(name, value string) {
		name = foldName(name)
		if other, taken := names[name]; taken && other != value {
			value = ""
		}
		names[name] = value
	}
	for _, t := range languages {
		for _, g := range steps.Groups {
			value := steps.GroupPrefix + string(g)
			add(t.Group(p, g), value)
			add(t.Value("group", string(g)), value)
			add(value, value)
		}
		for _, task := range p.Tasks() {
			value := steps.TaskPrefix + task.ID
			add(t.TaskTitle(task), value)
			add(value, value)
			if task.Proposed != nil {
				add(t.In(task.Proposed.Title), value)
			}
		}
	}
	return names
}

// Read finds what was typed: names with a semicolon between them, as much of each as tells it apart. Wrong is the first that is
// not found.
func (n AbilityNames) Read(typed string) (values []string, wrong string) {
	for part := range strings.SplitSeq(typed, abilitySeparator) {
		if steps.Blank(part) {
			continue
		}
		value := n.find(foldName(part))
		if value == "" {
			return nil, steps.CleanName(part)
		}
		if !slices.Contains(values, value) {
			values = append(values, value)
		}
	}
	return values, ""
}

// find is the value with this name, else the one whose name begins so: a group before a task.
func (n AbilityNames) find(typed string) string {
	if value := n[typed]; value != "" {
		return value
	}
	for _, kind := range []string{steps.GroupPrefix, steps.TaskPrefix} {
		found := ""
		for name, value := range n {
			if !strings.HasPrefix(value, kind) || !strings.HasPrefix(name, typed) {
				continue
			}
			if found != "" && found != value {
				return ""
			}
			found = value
		}
		if found != "" {
			return found
		}
	}
	return ""
}

// foldName makes names the same that differ only in blanks and capitals.
func foldName(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// leastTelling is how many letters a word has that can tell tasks apart.
const leastTelling = 4

// AbilitiesIn are the tasks and groups that a text names: a group by how its title begins, a task by a word that no other title
// has. It is something to ask about, and no answer.
func (t *Texts) AbilitiesIn(text string, p steps.Plan) (values []string) {
	said := map[string]bool{}
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), notLetter) {
		said[word] = true
	}
	if len(said) == 0 {
		return nil
	}
	for _, g := range steps.Groups {
		first, _, _ := strings.Cut(strings.ToLower(t.Group(p, g)), " ")
		first, _, _ = strings.Cut(first, "-")
		stem := strings.TrimSuffix(first, "e") // technische, technisch
		named := false
		for _, word := range []string{stem, stem + "e"} {
			named = named || len(stem) >= leastTelling && said[word]
			delete(said, word) // it tells no task apart
		}
		if named {
			values = append(values, steps.GroupPrefix+string(g))
		}
	}
	titles := wordsOfTitles(t, p)
	for _, task := range p.Tasks() {
		if slices.ContainsFunc(titles.of[task.ID], func(word string) bool { return titles.times[word] == 1 && said[word] }) {
			values = append(values, steps.TaskPrefix+task.ID)
		}
	}
	return values
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
