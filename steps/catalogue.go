package steps

import (
	"maps"
	"slices"
)

// GroupID names one of the four groups of the task overview.
type GroupID string

// The four groups of the published task overview.
const (
	TechnicalTasks      GroupID = "technical"
	PedagogicalTasks    GroupID = "pedagogical"
	PolicyTasks         GroupID = "policy"
	AdministrativeTasks GroupID = "administrative"
)

// Groups lists the groups in the order of the overview.
var Groups = []GroupID{TechnicalTasks, PedagogicalTasks, PolicyTasks, AdministrativeTasks}

// Core says to which of the kernels the step plan speaks of a task belongs.
type Core string

// The kernels: technical core tasks (advice at steps 1 to 3), policy tasks (advice at step 3), neither.
const (
	TechnicalCoreTask Core = "technical"
	PolicyCoreTask    Core = "policy"
	NoCore            Core = "none"
)

// Words is one text in several languages, keyed by language ("nl", "en").
type Words map[string]string

// Catalogue is a list of tasks to tailor: the built-in one, or one's own. Its texts are data, not code.
type Catalogue struct {
	Version  int               `json:"version"`
	Edition  int               `json:"edition,omitempty"` // from 1; it counts in the built-in one only: see [Plan.Edition]
	Groups   []Titled          `json:"groups"`
	Profiles []Titled          `json:"profiles,omitempty"`
	Sources  map[string]string `json:"sources,omitempty"`
	Tasks    []CatalogueTask   `json:"tasks"`
}

// Titled is an id with its name.
type Titled struct {
	ID    string `json:"id"`
	Title Words  `json:"title"`
}

// CatalogueTask is a task as the catalogue describes it. Core, Technical, Strategic, SuggestedLevel and SuggestedHorizon
// are this program's proposals, not the Kenniscentrum's.
type CatalogueTask struct {
	ID               string  `json:"id"`
	Group            GroupID `json:"group"`
	Title            Words   `json:"title"`
	Earlier          []Words `json:"earlier,omitempty"` // titles that it had before, and may still have in a file
	Explain          Words   `json:"explain,omitempty"`
	Core             Core    `json:"core"`
	Technical        bool    `json:"technical"`
	Strategic        bool    `json:"strategic"`
	SuggestedLevel   string  `json:"suggested_level,omitempty"` // school, group or either: what a screen proposes
	SuggestedHorizon Timing  `json:"suggested_horizon,omitempty"`
	Profile          string  `json:"profile,omitempty"` // who usually carries it: a hint, never a rule
	Source           string  `json:"source,omitempty"`
	Since            int     `json:"since,omitempty"` // the edition that added it, from 2; 0 where it was always there
}

const maxEarlier = 20 // titles that a task had before

// SuggestedLevels are the values of a catalogue task's suggested level.
var SuggestedLevels = []string{"school", "group", "either"}

func (c *Catalogue) places() map[string]int {
	places := make(map[string]int, len(c.Tasks))
	for i, t := range c.Tasks {
		places[t.ID] = i
	}
	return places
}

// cleaned is a copy of a catalogue in which all texts are harmless.
func (c Catalogue) cleaned() Catalogue {
	titled := func(list []Titled) []Titled {
		list = slices.Clone(list)
		for i := range list {
			list[i].Title = list[i].Title.each(CleanName)
		}
		return list
	}
	c.Groups, c.Profiles = titled(c.Groups), titled(c.Profiles)
	c.Sources = Words(c.Sources).each(CleanName)
	c.Tasks = slices.Clone(c.Tasks)
	for i := range c.Tasks {
		t := &c.Tasks[i]
		t.Title, t.Explain = t.Title.each(CleanName), t.Explain.each(Clean)
		t.Earlier = slices.Clone(t.Earlier)
		for i := range t.Earlier {
			t.Earlier[i] = t.Earlier[i].each(CleanName)
		}
		t.Profile, t.Source = CleanName(t.Profile), CleanName(t.Source)
	}
	return c
}

// each is a copy with every text changed in one way.
func (w Words) each(change func(string) string) Words {
	w = maps.Clone(w)
	for language, text := range w {
		w[language] = change(text)
	}
	return w
}

// check refuses the faults of a catalogue of one's own.
func (c *Catalogue) check(r *refusals) {
	if c.Version != 1 {
		r.add("unknown-value", "version", itoa(c.Version))
	}
	edition := func(field string, n int) {
		if n < 0 || n > maxEdition {
			r.addLimit("out-of-range", field, itoa(n), "1–"+itoa(maxEdition))
		}
	}
	edition("edition", c.Edition)
	titled := func(field string, list []Titled) {
		seen := map[string]bool{}
		for i, t := range list {
			at := field + "[" + itoa(i) + "]"
			if !ValidID(t.ID) {
				r.add("bad-id", at+".id", t.ID)
			} else if seen[t.ID] {
				r.add("given-twice", at+".id", t.ID)
			}
			seen[t.ID] = true
			r.words(at+".title", t.Title, MaxName, true)
		}
	}
	titled("groups", c.Groups)
	for i, g := range c.Groups {
		oneOf(r, "groups["+itoa(i)+"].id", GroupID(g.ID), Groups)
	}
	titled("profiles", c.Profiles)
	if len(c.Tasks) == 0 {
		r.add("required", "tasks", "")
	}
	if len(c.Tasks) > MaxOwnTasks {
		r.addLimit("too-many", "tasks", itoa(len(c.Tasks)), itoa(MaxOwnTasks))
	}
	seen := map[string]bool{}
	for i, t := range c.Tasks {
		t.check(r, "tasks["+itoa(i)+"].", seen)
		edition("tasks["+itoa(i)+"].since", t.Since)
	}
}

func (t CatalogueTask) check(r *refusals, at string, seen map[string]bool) {
	switch {
	case !ValidID(t.ID) || isOwn(t.ID):
		r.add("bad-id", at+"id", t.ID)
	case seen[t.ID]:
		r.add("given-twice", at+"id", t.ID)
	}
	seen[t.ID] = true
	oneOf(r, at+"group", t.Group, Groups)
	r.words(at+"title", t.Title, MaxName, true)
	if len(t.Earlier) > maxEarlier {
		r.addLimit("too-many", at+"earlier", itoa(len(t.Earlier)), itoa(maxEarlier))
	}
	for i, title := range t.Earlier {
		r.words(at+"earlier["+itoa(i)+"]", title, MaxName, true)
	}
	r.words(at+"explain", t.Explain, MaxText, false)
	oneOf(r, at+"core", t.Core, []Core{TechnicalCoreTask, PolicyCoreTask, NoCore})
	r.length(at+"profile", t.Profile, MaxName)
	r.length(at+"source", t.Source, MaxName)
	if t.SuggestedLevel != "" {
		oneOf(r, at+"suggested_level", t.SuggestedLevel, SuggestedLevels)
	}
	t.SuggestedHorizon.check(r, at+"suggested_horizon")
}
