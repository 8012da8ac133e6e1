package steps

import (
	"maps"
	"slices"
	"time"
)

// Plan is what has been said so far in the current round. It is a value: applying an entry gives a new
// one. Its fields are for reading; they change only through [Plan.Apply] and a [Journal], or in a [Plan.Copy].
type Plan struct {
	School     School
	Round      Round
	Answers    map[StepID]Answer
	Decisions  map[string]Decision // by task id; only tasks something is said of
	OwnTasks   []string            // ids, in the order they were added
	Members    []Member            // in the order they were added
	Agreements map[AgreementID]Agreement
	Evaluation EvaluationAnswers
	Catalogue  *Catalogue // the one in force; shared, never changed
	// OwnCatalogue says that Catalogue is one's own and not the built-in one.
	OwnCatalogue bool

	builtIn *Catalogue
	places  map[string]int // where in the catalogue a task is
	derived *derived       // of a plan that changes no more; nil while it is being made
}

// School is the profile of the school.
type School struct {
	Name      string
	Level     SchoolLevel
	GroupKind GroupKind
	Group     string
	Pupils    *int
	Hours     *Decimal // hours a week for ICT
	Means     []Means
}

// Means is one line behind the school's hours: what the school gets, and how it becomes hours a week.
type Means struct {
	Source      MeansSource `json:"source"`
	Amount      *Decimal    `json:"amount,omitempty"`
	PerFulltime *Decimal    `json:"per_fulltime,omitempty"`
	Week        *Decimal    `json:"week,omitempty"`
	Pooled      *Decimal    `json:"pooled,omitempty"` // percent handed to the group
}

// Round is one walk through the steps.
type Round struct {
	Number         int
	Opened         Date
	NextEvaluation Date
	Again          []StepID // steps 5 to 7 still to be confirmed in this round
}

// Answer is what was said at a step. Only the four checks have a choice.
type Answer struct {
	Choice   Choice
	Note     string
	Evidence string
	By       string
	At       time.Time // zero when not known
}

// Decision is what the school decided about a task.
type Decision struct {
	Title      string  // adapted wording; of an own task its name
	Group      GroupID // own tasks only
	Relevance  Relevance
	Horizon    Horizon
	Level      Level
	Scale      *bool // economies of scale (group variant)
	Specialist *bool // specialised expertise (group variant)
	Local      *bool // must be answered fast on site (group variant)
	Feedback   *bool // collaboration in the group is advisable (school variant)
	Expertise  Choice
	Strategic  *bool
	Technical  *bool
	Sourcing   Sourcing
	Owner      string // a member's id
	Backup     string // a member's id
	Hours      *Decimal
	Note       string
}

// Member is someone in the ICT team.
type Member struct {
	ID         string
	Name       string
	Role       MemberRole
	Hours      *Decimal // a week
	Motivation string
	Mandate    string
}

// Agreement is one of the five agreements of step 7.
type Agreement struct {
	Text      string
	NotNeeded bool // talked about and not needed here; Text then says why
}

// Settled says whether an agreement is made, or found not needed.
func (a Agreement) Settled() bool { return a.NotNeeded || !Blank(a.Text) }

// EvaluationAnswers is what is asked at step 8.
type EvaluationAnswers struct {
	Collaboration string
	Composition   string
	Present       []string // member ids or names
	Repeat        []StepID // what the next round will ask again
}

// NewPlan is a plan that has not begun, on the built-in catalogue.
func NewPlan(builtIn *Catalogue) Plan {
	p := Plan{Round: Round{Number: 1}, builtIn: builtIn}
	p.setCatalogue(nil)
	p.derived = &derived{}
	return p
}

func (p *Plan) setCatalogue(own *Catalogue) {
	p.Catalogue, p.OwnCatalogue = p.builtIn, own != nil
	if own != nil {
		p.Catalogue = own
	}
	p.places = p.Catalogue.places()
}

// Begun says whether anything at all is filled in.
func (p Plan) Begun() bool {
	return len(p.Answers)+len(p.Decisions)+len(p.Members)+len(p.Agreements) > 0 || p.OwnCatalogue ||
		p.Round.Number != 1 || p.Round.Opened+p.Round.NextEvaluation != "" || len(p.Round.Again) > 0 ||
		p.School.filled() || p.Evaluation.filled()
}

func (s School) filled() bool {
	return s.Name+string(s.Level)+string(s.GroupKind)+s.Group != "" || s.Pupils != nil || s.Hours != nil || len(s.Means) > 0
}

func (e EvaluationAnswers) filled() bool {
	return e.Collaboration+e.Composition != "" || len(e.Present)+len(e.Repeat) > 0
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

// Backups are the members who can step in for a task: anyone but its owner.
func (p Plan) Backups(t Task) []Member {
	return slices.DeleteFunc(slices.Clone(p.Members), func(m Member) bool { return m.ID == t.Owner })
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
	p.derived = nil
	p.Answers = maps.Clone(p.Answers)
	p.Decisions = maps.Clone(p.Decisions)
	p.Agreements = maps.Clone(p.Agreements)
	p.OwnTasks = slices.Clone(p.OwnTasks)
	p.Members = slices.Clone(p.Members)
	p.Round.Again = slices.Clone(p.Round.Again)
	return p
}
