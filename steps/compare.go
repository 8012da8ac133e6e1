package steps

import (
	"reflect"
	"slices"
)

// Changes are the changes that turn one plan into another: what an import does, and what differs
// between two rounds. The order of members, own tasks, decisions of the board, actions and voices is no difference.
func Changes(from, to Plan) []Change {
	d := differ{now: from.Copy(), to: to}
	d.round()           // first: only a plan that has not begun takes any round
	d.resolutionsGone() // before the tasks that they are about
	d.actionsGone()     // likewise
	d.abilitiesGone()
	d.catalogue()
	d.school()
	d.members()
	d.removals() // before the tasks to come, of which there can be as many again
	d.tasks()
	d.abilities() // of tasks, which are there by now
	d.answers()
	d.voices()
	d.agreements()
	d.resolutions()
	d.actions() // after all they can be about
	d.evaluation()
	return d.changes
}

// differ collects changes and makes them on a copy as it goes, since one change can entail others.
type differ struct {
	now, to Plan
	changes []Change
	scratch scratch
}

// add keeps a change that gives something.
func (d *differ) add(c Change) {
	d.changes = append(d.changes, c)
	d.now.apply(&c, Entry{}, &d.scratch)
}

// addDiffering adds a change with the fields in which two parts differ, or without any where it is needed all the same.
func addDiffering[O any](d *differ, fields []FieldOf[O], c Change, from, to *O, needed bool) {
	if setDiffering(fields, &c, from, to) || needed {
		d.add(c)
	}
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
	c := Change{Kind: ChangeRound}
	setDiffering(RoundFields, &c, &from, &to)
	c.Number = Set(to.Number)
	d.add(c)
}

func (d *differ) school() {
	addDiffering(d, SchoolFields, Change{Kind: ChangeSchool}, &d.now.School, &d.to.School, false)
}

func (d *differ) members() {
	for _, to := range d.to.Members {
		from, known := d.now.Member(to.ID)
		for id := range to.abilityTasks() {
			if !d.now.KnowsTask(id) { // it comes later, and so do these
				to.Knows, to.Prefers = from.Knows, from.Prefers
				break
			}
		}
		addDiffering(d, MemberFields, Change{Kind: ChangeMember, Member: to.ID}, &from, &to, !known)
	}
}

// abilitiesGone takes from the members the tasks that the plan to come has not.
func (d *differ) abilitiesGone() {
	for _, m := range slices.Clone(d.now.Members) {
		stay := m
		for id := range m.abilityTasks() {
			if !d.to.KnowsTask(id) {
				stay.forget(id)
			}
		}
		addDiffering(d, MemberFields, Change{Kind: ChangeMember, Member: m.ID}, &m, &stay, false)
	}
}

func (d *differ) abilities() {
	for _, to := range d.to.Members {
		from, _ := d.now.Member(to.ID)
		addDiffering(d, MemberFields, Change{Kind: ChangeMember, Member: to.ID}, &from, &to, false)
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
	addDiffering(d, TaskFields, Change{Kind: ChangeTask, Task: id}, &from, &to, false)
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
		if setDiffering(AnswerFields, &c, &from, &to) {
			for _, f := range AnswerFields { // who answered and when is said of every answer
				if (Given{Name: f.Name}).Signature() {
					f.setFrom(&c, &to)
				}
			}
			d.add(c)
		}
	}
}

func (d *differ) agreements() {
	for _, id := range AgreementIDs {
		from, to := d.now.Agreements[id], d.to.Agreements[id]
		addDiffering(d, AgreementFields, Change{Kind: ChangeAgreement, Agreement: id}, &from, &to, false)
	}
}

func (d *differ) resolutionsGone() {
	for _, r := range slices.Clone(d.now.Resolutions) {
		if _, stays := d.to.Resolution(r.ID); !stays {
			d.add(Change{Kind: ChangeRemove, Decision: r.ID})
		}
	}
}

func (d *differ) resolutions() {
	for _, to := range d.to.Resolutions {
		from, known := d.now.Resolution(to.ID)
		c := Change{Kind: ChangeResolution, Decision: to.ID}
		if setDiffering(ResolutionFields, &c, &from, &to) || !known {
			Named(ResolutionFields, "round").setFrom(&c, &to) // an outcome without one is of the present round
			d.add(c)
		}
	}
}

// actionsGone takes away the actions that do not stay, and what others are about where a catalogue takes that along.
func (d *differ) actionsGone() {
	for _, a := range slices.Clone(d.now.Actions) {
		if _, stays := d.to.Action(a.ID); !stays {
			d.add(Change{Kind: ChangeRemove, Action: a.ID})
		} else if task := subjectOf(a.About).task; task != "" && !isOwn(task) && !d.to.KnowsTask(task) {
			d.add(Change{Kind: ChangeAction, Action: a.ID, Subject: Clear[string]()})
		}
	}
}

func (d *differ) actions() {
	for _, to := range d.to.Actions {
		from, known := d.now.Action(to.ID)
		addDiffering(d, ActionFields, Change{Kind: ChangeAction, Action: to.ID}, &from, &to, !known)
	}
}

func (d *differ) evaluation() {
	c := Change{Kind: ChangeEvaluation}
	answers := setDiffering(EvaluationFields, &c, &d.now.Evaluation, &d.to.Evaluation)
	if next := setDiffering(RoundFields, &c, &d.now.Round, &d.to.Round); next || answers {
		d.add(c)
	}
}

// AsItStands returns the change that makes what another change is about as it stands in the plan.
func (p Plan) AsItStands(c Change) Change {
	about := Change{Kind: c.Kind, Step: c.Step, Task: c.Task, Member: c.Member, Agreement: c.Agreement, Decision: c.Decision, Action: c.Action}
	if c.Kind == ChangeVoice {
		about.By = c.By
	}
	return Plan{}.towards(p, about)
}
