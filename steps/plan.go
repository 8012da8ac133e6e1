package steps

import (
	"iter"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// Plan holds the answers of the current round. It is a value: applying an entry gives a new
// one. Its fields are for reading; they change only through [Plan.Apply] and a [Journal], or in a [Plan.Copy].
type Plan struct {
	School      School
	Round       Round
	Answers     map[StepID]Answer
	Voices      map[StepID][]Voice // what people answered apart, in the order in which they did
	Decisions   Decisions
	OwnTasks    []string // ids, in the order they were added
	Members     []Member // in the order they were added
	Agreements  map[AgreementID]Agreement
	Resolutions []Resolution // of the board, in the order in which they were recorded
	Actions     []Action     // in the order in which they were made
	Evaluation  EvaluationAnswers
	Sheets      map[string]SheetContent // by the id of the sheet; only those on which something is said
	Catalogue   *Catalogue              // the one in force; shared, never changed
	// OwnCatalogue says that Catalogue is one's own and not the built-in one.
	OwnCatalogue bool

	earlier     int // the number of the furthest step that the path came to in the rounds before; 0 in a first round
	definitions *Definitions
	places      map[string]int // where in the catalogue a task is
	rowPlaces   rowPlaces      // nil but while many rows are looked up: see [Plan.Indexed]
	derived     *derived       // of a plan that changes no more; nil while it is being made
}

// Decisions are what is decided of tasks, by their ids; only of those of which something is said. What stands in it is never changed where it
// stands, so that a copy shares it: a thousand decisions are copied with each answer.
type Decisions map[string]*Decision

// Of is what is decided of a task; zero where nothing is said of it.
func (d Decisions) Of(task string) Decision { return *d.of(task) }

// of is the same where it stands; it must not be changed.
func (d Decisions) of(task string) *Decision {
	if of := d[task]; of != nil {
		return of
	}
	return &undecided
}

// undecided is what is decided of a task of which nothing is said.
var undecided Decision

// Each gives every one of them, in no order.
func (d Decisions) Each() iter.Seq[Decision] {
	return func(yield func(Decision) bool) {
		for _, of := range d {
			if !yield(*of) {
				return
			}
		}
	}
}

// Put decides it otherwise, or forgets it where nothing is said any more.
func (d *Decisions) Put(task string, of Decision) {
	var said *Decision
	if !reflect.ValueOf(of).IsZero() {
		said = &of
	}
	*d = keep(*d, task, &said)
}

// Settled says whether an agreement is made, or found not needed.
func (a Agreement) Settled() bool { return a.NotNeeded || !Blank(a.Text) }

// NewPlan is a plan that has not begun, on the built-in catalogue.
func NewPlan(d *Definitions) Plan {
	p := Plan{Round: Round{Number: 1}, definitions: d}
	p.setCatalogue(nil)
	p.derived = &derived{}
	return p
}

func (p *Plan) setCatalogue(own *Catalogue) {
	p.Catalogue, p.OwnCatalogue = p.definitions.Catalogue, own != nil
	if own != nil {
		p.Catalogue = own
	}
	p.places = p.Catalogue.places()
}

// Begun says whether anything at all is filled in.
func (p Plan) Begun() bool {
	return len(p.Answers)+len(p.Decisions)+len(p.Members)+len(p.Agreements)+len(p.Resolutions)+len(p.Actions)+len(p.Voices)+len(p.Sheets) > 0 || p.OwnCatalogue ||
		p.Round.Number != 1 || p.Round.Opened+p.Round.NextEvaluation != "" || len(p.Round.Again) > 0 ||
		filled(SchoolFields, &p.School) || filled(EvaluationFields, &p.Evaluation)
}

// Member returns the member with an id, and whether there is one.
func (p Plan) Member(id string) (Member, bool) {
	for _, m := range p.Members {
		if m.ID == id {
			return m, true
		}
	}
	return Member{}, false
}

// FindMember is the member with this id, name, or first name that no other of them has.
func FindMember(members []Member, typed string) (id string, ok bool) {
	var firstNames []string
	for _, m := range members {
		if strings.EqualFold(typed, m.ID) || strings.EqualFold(typed, m.Name) {
			return m.ID, true
		}
		if first, _, _ := strings.Cut(m.Name, " "); strings.EqualFold(typed, first) {
			firstNames = append(firstNames, m.ID)
		}
	}
	if len(firstNames) == 1 {
		return firstNames[0], true
	}
	return "", false
}

// Candidates are the values that can be chosen in a field of a task: of members anyone, but who owns the task cannot step in
// for it; how expertise is found only where it is missing, beginning with what is advised, and on pedagogical and policy
// tasks with the people who are there.
func (p Plan) Candidates(t Task, f *FieldOf[Decision]) (values []string) {
	switch {
	case f.Name == "sourcing" && t.Advice+t.Sourcing == "":
		return nil
	case f.Name == "sourcing":
		advised := max(0, slices.Index(f.Values, string(t.Advice)))
		values = slices.Concat(f.Values[advised:], f.Values[:advised])
		if t.fromWithin() {
			others := slices.DeleteFunc(values, func(v string) bool { return v == string(Train) || v == string(Reassign) })
			values = append([]string{string(Train), string(Reassign)}, others...)
		}
		return values
	case f.Holds != MemberValue:
		return f.Values
	}
	for _, m := range p.Members {
		if f.Name != "backup" || m.ID != t.Owner {
			values = append(values, m.ID)
		}
	}
	return values
}

// WithoutOwnBackup is a change of the task after which nobody steps in for a task of their own: who becomes the owner
// steps in no more, and the owner does not begin to.
func (t Task) WithoutOwnBackup(c Change) Change {
	c.Kind, c.Task = ChangeTask, t.ID
	switch owner, given := c.Owner.Value(); {
	case given && c.Backup.Given() && c.Backup.value() == owner:
		c.Backup = Clear[string]()
	case given && !c.Backup.Given() && t.Backup == owner:
		c.Backup = Clear[string]()
	case !c.Owner.Given() && c.Backup.set() && c.Backup.value() == t.Owner:
		c.Backup = Field[string]{}
	}
	return c
}

// KnowsTask says whether an id is that of a task of the catalogue or of an own task.
func (p Plan) KnowsTask(id string) bool {
	if _, ok := p.places[id]; ok || !isOwn(id) {
		return ok
	}
	_, ok := p.Decisions[id] // an own task has its title there
	return ok
}

// NewMemberID makes the id of a member to be added under this name.
func (p Plan) NewMemberID(name string) string {
	return NewMemberID(name, func(id string) bool { _, taken := p.Member(id); return taken })
}

// NewTaskID makes the id of an own task to be added under this title.
func (p Plan) NewTaskID(title string) string { return NewTaskID(title, p.KnowsTask) }

// Copy is the plan as a value of its own, whose fields may be changed to show it otherwise.
func (p Plan) Copy() Plan {
	p.derived, p.rowPlaces = nil, nil
	p.Answers = maps.Clone(p.Answers)
	p.Voices = maps.Clone(p.Voices)
	p.Decisions = maps.Clone(p.Decisions)
	p.Agreements = maps.Clone(p.Agreements)
	p.OwnTasks = slices.Clone(p.OwnTasks)
	p.Members = slices.Clone(p.Members)
	p.Resolutions = slices.Clone(p.Resolutions)
	p.Actions = slices.Clone(p.Actions)
	p.Round.Again = slices.Clone(p.Round.Again)
	p.Sheets = maps.Clone(p.Sheets)
	for id, content := range p.Sheets {
		p.Sheets[id] = content.copy()
	}
	return p
}

// Frozen is the plan for whoever changes it no more: what follows from it is worked out once.
func (p Plan) Frozen() Plan {
	p.derived = &derived{}
	return p
}
