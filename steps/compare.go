package steps

import (
	"reflect"
	"slices"
	"time"
)

// Changes are the changes that turn one plan into another: what an import does, and what differs
// between two rounds. The order of members and own tasks is no difference.
func Changes(from, to Plan) []Change {
	d := differ{now: from.Copy(), to: to}
	d.round() // first: only a plan that has not begun takes any round
	d.catalogue()
	d.school()
	d.members()
	d.removals() // before the tasks to come, of which there can be as many again
	d.tasks()
	d.answers()
	d.agreements()
	d.evaluation()
	return d.changes
}

// differ collects changes and makes them on a copy as it goes, since one change can entail others.
type differ struct {
	now, to Plan
	changes []Change
}

// add keeps a change that gives something.
func (d *differ) add(c Change) {
	d.changes = append(d.changes, c)
	d.now.apply(c, Entry{})
}

func (d *differ) catalogue() {
	if d.now.OwnCatalogue == d.to.OwnCatalogue && (!d.to.OwnCatalogue || reflect.DeepEqual(d.now.Catalogue, d.to.Catalogue)) {
		return
	}
	for _, t := range d.now.Catalogue.Tasks {
		if _, stays := d.to.places[t.ID]; !stays {
			d.task(t.ID)
		}
	}
	c := Change{Kind: ChangeCatalogue, Catalogue: Clear[Catalogue]()}
	if d.to.OwnCatalogue {
		c.Catalogue = Set(*d.to.Catalogue)
	}
	d.add(c)
}

func (d *differ) round() {
	from, to := d.now.Round, d.to.Round
	if from.Number == to.Number && from.Opened == to.Opened && slices.Equal(from.Again, to.Again) {
		return
	}
	if from.Number != to.Number {
		from = Round{Again: from.Again} // a round is opened without a date; what was not confirmed still waits
	}
	c := Change{Kind: ChangeRound, Number: Set(to.Number)}
	differs(&c.Opened, from.Opened, to.Opened)
	if !slices.Equal(from.Again, to.Again) {
		c.Again = Set(to.Again)
	}
	d.add(c)
}

func (d *differ) school() {
	from, to := d.now.School, d.to.School
	c := Change{Kind: ChangeSchool}
	any := differs(&c.Name, from.Name, to.Name)
	any = differs(&c.Level, string(from.Level), string(to.Level)) || any
	any = differs(&c.GroupKind, from.GroupKind, to.GroupKind) || any
	any = differs(&c.Group, from.Group, to.Group) || any
	any = knownDiffers(&c.Pupils, from.Pupils, to.Pupils) || any
	any = knownDiffers(&c.Hours, from.Hours, to.Hours) || any
	if !reflect.DeepEqual(from.Means, to.Means) && len(from.Means)+len(to.Means) > 0 {
		c.Means, any = Set(to.Means), true
	}
	if any {
		d.add(c)
	}
}

func (d *differ) members() {
	for _, to := range d.to.Members {
		from, known := d.now.Member(to.ID)
		c := Change{Kind: ChangeMember, Member: to.ID}
		any := differs(&c.Name, from.Name, to.Name)
		any = differs(&c.Role, from.Role, to.Role) || any
		any = knownDiffers(&c.Hours, from.Hours, to.Hours) || any
		any = differs(&c.Motivation, from.Motivation, to.Motivation) || any
		any = differs(&c.Mandate, from.Mandate, to.Mandate) || any
		if any || !known {
			d.add(c)
		}
	}
}

func (d *differ) tasks() {
	for _, t := range d.to.Tasks() {
		d.task(t.ID)
	}
}

// task makes the decision about one task that of the plan to come.
func (d *differ) task(id string) {
	from, to := d.now.Decisions[id], d.to.Decisions[id]
	c := Change{Kind: ChangeTask, Task: id}
	any := differs(&c.Title, from.Title, to.Title)
	any = differs(&c.Group, string(from.Group), string(to.Group)) || any
	any = differs(&c.Relevance, from.Relevance, to.Relevance) || any
	any = differs(&c.Horizon, from.Horizon, to.Horizon) || any
	any = differs(&c.Level, string(from.Level), string(to.Level)) || any
	any = knownDiffers(&c.Scale, from.Scale, to.Scale) || any
	any = knownDiffers(&c.Specialist, from.Specialist, to.Specialist) || any
	any = knownDiffers(&c.Local, from.Local, to.Local) || any
	any = knownDiffers(&c.Feedback, from.Feedback, to.Feedback) || any
	any = differs(&c.Expertise, from.Expertise, to.Expertise) || any
	any = knownDiffers(&c.Strategic, from.Strategic, to.Strategic) || any
	any = knownDiffers(&c.Technical, from.Technical, to.Technical) || any
	any = differs(&c.Sourcing, from.Sourcing, to.Sourcing) || any
	any = differs(&c.Owner, from.Owner, to.Owner) || any
	any = differs(&c.Backup, from.Backup, to.Backup) || any
	any = knownDiffers(&c.Hours, from.Hours, to.Hours) || any
	any = differs(&c.Note, from.Note, to.Note) || any
	if any {
		d.add(c)
	}
}

func (d *differ) removals() {
	for _, id := range slices.Clone(d.now.OwnTasks) {
		if !slices.Contains(d.to.OwnTasks, id) {
			d.add(Change{Kind: ChangeRemove, Task: id})
		}
	}
	for _, m := range slices.Clone(d.now.Members) {
		if _, stays := d.to.Member(m.ID); !stays {
			d.add(Change{Kind: ChangeRemove, Member: m.ID})
		}
	}
}

func (d *differ) answers() {
	for _, s := range Tree {
		from, to := d.now.Answers[s.ID], d.to.Answers[s.ID]
		c := Change{Kind: ChangeAnswer, Step: s.ID}
		any := differs(&c.Choice, from.Choice, to.Choice)
		any = differs(&c.Note, from.Note, to.Note) || any
		any = differs(&c.Evidence, from.Evidence, to.Evidence) || any
		if any || from.By != to.By || !from.At.Equal(to.At) {
			c.By, c.At = Set(to.By), Set(to.At)
			if to.By == "" {
				c.By = Clear[string]()
			}
			if to.At.IsZero() {
				c.At = Clear[time.Time]()
			}
			d.add(c)
		}
	}
}

func (d *differ) agreements() {
	for _, id := range AgreementIDs {
		from, to := d.now.Agreements[id], d.to.Agreements[id]
		c := Change{Kind: ChangeAgreement, Agreement: id}
		any := differs(&c.Text, from.Text, to.Text)
		if from.NotNeeded != to.NotNeeded {
			c.Needed, any = Set(!to.NotNeeded), true
		}
		if any {
			d.add(c)
		}
	}
}

func (d *differ) evaluation() {
	from, to := d.now.Evaluation, d.to.Evaluation
	c := Change{Kind: ChangeEvaluation}
	any := differs(&c.Collaboration, from.Collaboration, to.Collaboration)
	any = differs(&c.Composition, from.Composition, to.Composition) || any
	any = differs(&c.NextEvaluation, d.now.Round.NextEvaluation, d.to.Round.NextEvaluation) || any
	if !slices.Equal(from.Present, to.Present) {
		c.Present, any = Set(to.Present), true
	}
	if !slices.Equal(from.Repeat, to.Repeat) {
		c.Repeat, any = Set(to.Repeat), true
	}
	if any {
		d.add(c)
	}
}

// differs fills a field of a change where two texts are not the same, and says so.
func differs[T ~string](f *Field[T], from, to T) bool {
	if from == to {
		return false
	}
	if *f = Set(to); to == "" {
		*f = Clear[T]()
	}
	return true
}

// knownDiffers is differs for a value that may be unknown.
func knownDiffers[T comparable](f *Field[T], from, to *T) bool {
	switch {
	case from == nil && to == nil || from != nil && to != nil && *from == *to:
		return false
	case to == nil:
		*f = Clear[T]()
	default:
		*f = Set(*to)
	}
	return true
}
