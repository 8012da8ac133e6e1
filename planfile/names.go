package planfile

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Languages are the texts in every language and as every level of education says them, the given ones first: a file that
// people fill in can come back in another.
func Languages(texts *assets.Texts) []*assets.Texts {
	all := texts.Every()
	for _, language := range assets.Languages {
		if language != texts.Language {
			all = append(all, assets.Load(language).Every()...)
		}
	}
	return all
}

// Fold makes texts the same that differ only in blanks and capitals.
func Fold(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

// Shorten cuts a text to this many letters, the … at its end included.
func Shorten(text string, most int) string {
	if len(text) > most {
		if letters := []rune(text); len(letters) > most {
			return string(letters[:most-1]) + "…"
		}
	}
	return text
}

// TaskNames are how a task is called: first its adapted wording, if any, then the catalogue's in each language, then those
// that it had there before.
func TaskNames(task steps.Task, languages []*assets.Texts) (names []string) {
	if task.Title != "" {
		names = append(names, task.Title)
	}
	if task.Proposed != nil {
		var proposed []string
		for _, title := range append([]steps.Words{task.Proposed.Title}, task.Proposed.Earlier...) {
			for _, t := range languages {
				if name := steps.CleanName(t.In(title)); !slices.Contains(proposed, name) {
					proposed = append(proposed, name)
				}
			}
		}
		names = append(names, proposed...)
	}
	return names
}

// TasksByName are the ids of tasks by each of their names, as Fold makes it.
func TasksByName(plan steps.Plan, languages []*assets.Texts) map[string][]string {
	ids := map[string][]string{}
	for _, task := range plan.Tasks() {
		for _, name := range TaskNames(task, languages) {
			if folded := Fold(name); !slices.Contains(ids[folded], task.ID) {
				ids[folded] = append(ids[folded], task.ID)
			}
		}
	}
	return ids
}

// MemberNames are the names of members by id, told apart where two have the same.
func MemberNames(plan steps.Plan) map[string]string {
	names, seen := map[string]string{}, map[string]bool{}
	for _, m := range plan.Members {
		name := m.Name
		if seen[Fold(name)] {
			name += " (" + m.ID + ")"
		}
		seen[Fold(name)] = true
		names[m.ID] = name
	}
	return names
}

// MembersByName are the ids of members by name, as Fold makes it.
func MembersByName(plan steps.Plan) map[string]string {
	ids, names := map[string]string{}, MemberNames(plan)
	for _, m := range plan.Members {
		ids[Fold(names[m.ID])] = m.ID
	}
	return ids
}
