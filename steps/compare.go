package steps

import (
	"reflect"
	"slices"
)

// Changes are the changes that turn one plan into another: what an import does, and what differs
// between two rounds. The order of members, own tasks, decisions of the board, actions and voices is no difference.
func Changes(from, to Plan) []Change {
	d := differ{now: from.Copy().Indexed(), to: to.Indexed()}
	d.round()           // first: only a plan that has not begun takes any round
	d.resolutionsGone() // before the tasks that they are about
	d.actionsGone()     // likewise
	d.rowsGone()
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
	d.rows()    // after whom they name
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
	c := d.now.catalogueTowards(d.to)
	if !c.Catalogue.Given() {
		return
	}
	for _, t := range d.now.Catalogue.Tasks {
		if _, stays := d.to.places[t.ID]; !stays {
			d.come(Change{Kind: ChangeTask, Task: t.ID}, false)
		}
	}
	d.add(c)
}

// catalogueTowards is the change that gives the catalogue of another plan, without one where it is the same.
func (p Plan) catalogueTowards(to Plan) Change {
	c := Change{Kind: ChangeCatalogue}
	switch {
	case p.OwnCatalogue == to.OwnCatalogue && (!to.OwnCatalogue || reflect.DeepEqual(p.Catalogue, to.Catalogue)):
	case to.OwnCatalogue:
		c.Catalogue = Set(*to.Catalogue)
	default:
		c.Catalogue = Clear[Catalogue]()
	}
	return c
}

func (d *differ) round() {
	from, to := d.now.Round, d.to.Round
	if from.Number != to.Number {
		from = Round{Again: from.Again} // a round is opened without a date; what was not confirmed still waits
	}
	c := Change{Kind: ChangeRound}
	if setDiffering(RoundFields, &c, &from, &to) {
		c.Number = Set(to.Number)
		d.add(c)
	}
}

// come adds what makes one thing as it is in the plan to come, also without a field where the thing itself is new.
func (d *differ) come(about Change, fresh bool) {
	if c := d.now.towards(d.to, about); fresh || len(c.Given()) > 0 {
		d.add(c)
	}
}

func (d *differ) school() { d.come(Change{Kind: ChangeSchool}, false) }

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
	for _, m := range d.to.Members {
		d.come(Change{Kind: ChangeMember, Member: m.ID}, false)
	}
}

func (d *differ) tasks() {
	for _, t := range d.to.Tasks() {
		d.come(Change{Kind: ChangeTask, Task: t.ID}, false)
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
		to := d.to.Answers[s.ID]
		if c := d.now.towards(d.to, Change{Kind: ChangeAnswer, Step: s.ID}); len(c.Given()) > 0 {
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
		d.come(Change{Kind: ChangeAgreement, Agreement: id}, false)
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
		_, known := d.now.Resolution(to.ID)
		if c := d.now.towards(d.to, Change{Kind: ChangeResolution, Decision: to.ID}); len(c.Given()) > 0 || !known {
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
	for _, a := range d.to.Actions {
		_, known := d.now.Action(a.ID)
		d.come(Change{Kind: ChangeAction, Action: a.ID}, !known)
	}
}

// rowsGone takes away the rows of sheets that do not stay.
func (d *differ) rowsGone() {
	for _, s := range d.now.definitions.Sheets {
		for _, t := range s.Tables {
			for _, r := range slices.Clone(d.now.Sheets[s.ID].Tables[t.ID]) {
				if _, stays := d.to.Row(s.ID, t.ID, r.ID); !stays {
					d.add(Change{Kind: ChangeRemove, Sheet: s.ID, Table: t.ID, Row: r.ID})
				}
			}
		}
	}
}

// rows makes the settings and the rows of sheets those of the plan to come: first what names no other row, then the rest and
// the ranking, from the first place on, so that each row comes to stand where it is to.
func (d *differ) rows() {
	d.now = d.now.Indexed() // rows were removed
	for _, s := range d.now.definitions.Sheets {
		if c := d.now.Sheets[s.ID].Settings.towards(d.to.Sheets[s.ID].Settings); len(c) > 0 {
			d.add(SettingsChange(s.ID, c))
		}
		for _, later := range []bool{false, true} {
			for i := range s.Tables {
				d.table(s.ID, &s.Tables[i], later)
			}
		}
	}
}

func (d *differ) table(sheet string, t *Table, later bool) {
	rows := d.to.Sheets[sheet].Tables[t.ID]
	if rank := t.RankColumn(); rank != "" && later {
		rows = Ranked(rows, rank)
		slices.SortStableFunc(rows, func(a, b Row) int { return ranked(a, rank) - ranked(b, rank) }) // who leaves the ranking goes first
	}
	for _, to := range rows {
		from, there := d.now.Row(sheet, t.ID, to.ID)
		cells := from.Cells.towards(to.Cells)
		for column := range cells {
			if t.Column(column).NamesRows() != later {
				delete(cells, column)
			}
		}
		if len(cells) > 0 || !there {
			d.add(RowChange(sheet, t.ID, to.ID, cells))
		}
	}
}

func ranked(r Row, rank string) int {
	if _, is := r.Cells.Whole(rank); is {
		return 1
	}
	return 0
}

// NamesRows says whether a cell of the column can be filled only when all rows are there.
func (c *Column) NamesRows() bool {
	return c.Type == RankColumn || c.Type == RefColumn || c.Type == UnionColumn || c.Type == ScoresColumn
}

func (d *differ) evaluation() { d.come(Change{Kind: ChangeEvaluation}, false) }

// AsItStands returns the change that makes what another change is about as it stands in the plan.
func (p Plan) AsItStands(c Change) Change {
	about := c.bare()
	if c.Kind == ChangeVoice {
		about.By = c.By
	}
	return Plan{definitions: p.definitions}.towards(p, about)
}
