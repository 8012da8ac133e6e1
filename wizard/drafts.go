package wizard

import (
	"slices"
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// What was typed and is not kept, because its field refuses it: shown again on coming back, and named on leaving.

// drafted is what was typed and is not kept, because its field refuses it.
func (r *root) drafted() string {
	var texts []string
	for _, fields := range r.drafts {
		for _, draft := range fields {
			texts = append(texts, "‘"+screen.OneLine(draft.Text)+"’")
		}
	}
	slices.Sort(texts)
	return strings.Join(texts, "; ")
}

// draftCount is how many texts are not kept, because their fields refuse them.
func (r *root) draftCount() (n int) {
	for _, fields := range r.drafts {
		n += len(fields)
	}
	return n
}

// settle lets go of what a field refused, once that field was given a value or what it is about is gone.
func (r *root) settle(entry steps.Entry) {
	for place, drafts := range r.drafts {
		for id := range drafts {
			if settles(entry, place, id) {
				delete(drafts, id)
			}
		}
	}
}

// settles says whether an entry gives a value to a field of a place, or removes what that is about.
func settles(entry steps.Entry, place screen.Place, field string) bool {
	name, task, inTable := strings.Cut(field, ":")
	for _, c := range entry.Changes {
		if place.Kind == screen.MeansCard && c.Means.Given() { // its lines have no names
			return true
		}
		switch about := c.Task + c.Member; {
		case about == "" || inTable && about != task || !inTable && about != place.ID:
		case c.Kind == steps.ChangeRemove, slices.ContainsFunc(c.Given(), func(g steps.Given) bool { return g.Name == name }):
			return true
		}
	}
	return false
}
