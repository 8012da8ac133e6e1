package wizard

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/page"
	"stappenplan/wizard/screen"
)

// What was typed and is not kept, because its field refuses it: shown again on coming back, and named on leaving.

// drafts are such texts, by the place and the id of the field.
type drafts map[screen.Place]map[string]screen.Draft

// clone is a copy that stays as it is.
func (d drafts) clone() drafts {
	copied := drafts{}
	for place, fields := range d {
		copied[place] = maps.Clone(fields)
	}
	return copied
}

// ofPlan says that what is typed at a place would be kept in the plan, and inDocument that a document lacks it.
func ofPlan(p screen.Place) bool     { return !p.OfFiles() }
func inDocument(p screen.Place) bool { return ofPlan(p) || p.OfDocument() }

// without are the texts at such places that do not stand in others too, in order of what their fields are called.
func (d drafts) without(others drafts, at func(screen.Place) bool) (list []screen.Unkept) {
	for place, fields := range d {
		for id, draft := range fields {
			if others[place][id] != draft && at(place) {
				field := place
				if field.At = id; field.Kind == screen.TaskList {
					field.ID = string(steps.Team)
				}
				list = append(list, screen.Unkept{Draft: draft, Place: field})
			}
		}
	}
	slices.SortFunc(list, func(a, b screen.Unkept) int {
		return cmp.Or(strings.Compare(a.Label, b.Label), strings.Compare(a.Text, b.Text))
	})
	return list
}

// drafted is what was typed at such places and is not kept, because its field refuses it; during a trial also what was so before.
func (r *root) drafted(at func(screen.Place) bool) string {
	var outside drafts
	if r.trial != nil {
		outside = r.trial.drafts
	}
	var texts []string
	for _, draft := range r.drafts.without(outside, at) {
		texts = append(texts, draft.Named(r.session.Spoken()))
	}
	for _, draft := range outside.without(nil, at) {
		texts = append(texts, r.session.Spoken().Wizard.OutsideTrial.Fill("text", screen.OneLine(draft.Text)))
	}
	return strings.Join(texts, "; ")
}

// keepRefused keeps what was typed for a file that turned out wrong at its field, and says so to who is elsewhere by then.
func (r *root) keepRefused(at screen.Place, field string, refused screen.Draft) {
	r.drafts[at][field] = refused
	r.chosenN++ // so that the form is made anew
	if r.place() != at {
		r.notice = r.session.Spoken().Wizard.DraftLeft.Fill("field", refused.Label, "text", screen.OneLine(refused.Text))
	}
}

// draftCount is how many texts are not kept, because their fields refuse them.
func (r *root) draftCount() int { return len(r.drafts.without(nil, ofPlan)) }

// holder is a screen with fields; it gives the value of one as the plan stands, and says whether it is there.
type holder interface {
	Holds(field string, f screen.Frame) (value string, there bool)
}

// heldField is a field of a place.
type heldField struct {
	screen.Place
	id string
}

// underDrafts are the values of the fields that refused something, those that are still there.
func (r *root) underDrafts() map[heldField]string {
	held := map[heldField]string{}
	for place, fields := range r.drafts {
		if len(fields) == 0 {
			continue
		}
		shown := page.Open(place, func(s screen.Screen) screen.Frame { return r.frameAt(place, s) }, nil)
		for id := range fields {
			if value, there := shown.(holder).Holds(id, r.frameAt(place, shown)); there {
				held[heldField{place, id}] = value
			}
		}
	}
	return held
}

// settle lets go of what a field refused once the field is gone, and where values were given, once it holds another one than
// before.
func (r *root) settle(before map[heldField]string, given bool) {
	now := r.underDrafts()
	for place, fields := range r.drafts {
		for id := range fields {
			at := heldField{place, id}
			if value, there := now[at]; !there || given && value != before[at] {
				delete(fields, id)
			}
		}
	}
}
