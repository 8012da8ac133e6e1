package steps

// SchoolLevel is the level of education.
type SchoolLevel string

// SchoolLevels are the levels of education a school can have.
var SchoolLevels = []SchoolLevel{"primary", "secondary", "special", "adult", "arts", "other"}

// GroupKind names the kind of group that the school belongs to.
type GroupKind string

// The kinds of group: a scholengroep (its head is the algemeen directeur), a scholengemeenschap
// (coördinerend directeur), or none: then nothing speaks of a group.
const (
	SchoolGroup     GroupKind = "group"
	SchoolCommunity GroupKind = "community"
	NoGroup         GroupKind = "none"
)

// GroupKinds lists them.
var GroupKinds = []GroupKind{SchoolGroup, SchoolCommunity, NoGroup}

// MeansSource is where hours come from.
type MeansSource string

// The sources: points of the envelope, lesson hours given up, clock hours.
const (
	Points  MeansSource = "points"
	Lessons MeansSource = "lessons"
	Clock   MeansSource = "hours"
)

// MeansSources lists them.
var MeansSources = []MeansSource{Points, Lessons, Clock}

// Choices are the answers a person can give at a check.
var Choices = []Choice{Yes, No, Open}

// YesNo are the answers about the expertise for a task.
var YesNo = []Choice{Yes, No}

// Relevance says how far a task applies.
type Relevance string

// The relevances: applies, applies in an adapted form, does not apply. Empty: not decided.
const (
	Applies        Relevance = "yes"
	AppliesAdapted Relevance = "adapted"
	DoesNotApply   Relevance = "no"
)

// Relevances lists them.
var Relevances = []Relevance{Applies, AppliesAdapted, DoesNotApply}

// Horizon says when a task is needed.
type Horizon string

// The horizons: essential now; can be spread; can go without harming the policy plan's priorities.
const (
	Short   Horizon = "short"
	Long    Horizon = "long"
	Dropped Horizon = "dropped"
)

// Horizons lists them.
var Horizons = []Horizon{Short, Long, Dropped}

// Level says where a task is done.
type Level string

// The levels.
const (
	AtSchool Level = "school"
	AtGroup  Level = "group"
	// ToWeigh is no level: it is the suggestion where reasons point both ways.
	ToWeigh Level = "weigh"
)

// Levels lists the levels a person can set.
var Levels = []Level{AtSchool, AtGroup}

// Sourcing is how missing expertise is dealt with: the advice (Recruit, Outsource, Weigh) or the
// director's decision (all but Weigh).
type Sourcing string

// The ways. Reassign: another profile in the school takes it. Accept: live with the gap for now.
const (
	Recruit   Sourcing = "recruit"
	Outsource Sourcing = "outsource"
	Train     Sourcing = "train"
	Reassign  Sourcing = "reassign"
	Accept    Sourcing = "accept"
	Weigh     Sourcing = "weigh" // advice only: reasons for both
)

// Sourcings lists the decisions.
var Sourcings = []Sourcing{Recruit, Outsource, Train, Reassign, Accept}

// MemberRole is someone's role in the team.
type MemberRole string

// The roles that a rule looks at.
const (
	ICTCoordinator         MemberRole = "ict-coordinator"
	TechnicalCoordinator   MemberRole = "technical-coordinator"
	PedagogicalCoordinator MemberRole = "pedagogical-coordinator"
)

// MemberRoles lists all roles.
var MemberRoles = []MemberRole{
	"director", ICTCoordinator, TechnicalCoordinator, PedagogicalCoordinator,
	"teacher", "administration", "group", "external", "other",
}

// coordinates says whether a role cannot do without a mandate.
func (r MemberRole) coordinates() bool {
	return r == ICTCoordinator || r == TechnicalCoordinator || r == PedagogicalCoordinator
}

// AgreementID names one of the agreements of step 7.
type AgreementID string

// AgreementIDs are the five agreements, in the order of the step plan.
var AgreementIDs = []AgreementID{"knowledge-sharing", "backup", "documentation", "organisation", "collaboration"}

// Outcome is what the board made of a decision that was asked.
type Outcome string

// The outcomes. Amended: another decision than was asked; the note says which. Postponed is asked again.
const (
	Approved  Outcome = "approved"
	Amended   Outcome = "amended"
	Postponed Outcome = "postponed"
	Refused   Outcome = "refused"
)

// Outcomes lists them.
var Outcomes = []Outcome{Approved, Amended, Postponed, Refused}

// HasInfrastructureMeans says whether the ICT infrastructure means of the Digiplan, of which an ICT
// policy plan is a condition, go to schools of this level: primary, secondary and special education.
// Source: Kenniscentrum Digisprong, page on Pictos. A level not known counts as one of these.
func (s School) HasInfrastructureMeans() bool { return s.Level != "adult" && s.Level != "arts" }
