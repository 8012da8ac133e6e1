package steps

// AlternativeID names something else that can be done than what the board is asked to decide.
type AlternativeID string

// The alternatives. Those of a task are ways of [Sourcings] and doing it with the group.
const (
	AlternativeTrain     AlternativeID = AlternativeID(Train)
	AlternativeReassign  AlternativeID = AlternativeID(Reassign)
	AlternativeRecruit   AlternativeID = AlternativeID(Recruit)
	AlternativeOutsource AlternativeID = AlternativeID(Outsource)
	AlternativeGroup     AlternativeID = "group"  // with the other schools of the group
	AlternativeSpread    AlternativeID = "spread" // not do yet what can be done later
	AlternativeShare     AlternativeID = "share"  // do with the group what is better done together
	AlternativeBuy       AlternativeID = "buy"    // outsource what is purely technical
	AlternativeAlone     AlternativeID = "alone"  // go on as a school
)

// AlternativeIDs lists them.
var AlternativeIDs = []AlternativeID{
	AlternativeTrain, AlternativeReassign, AlternativeRecruit, AlternativeOutsource, AlternativeGroup, AlternativeSpread, AlternativeShare,
	AlternativeBuy, AlternativeAlone,
}

// Alternative is one of them, with the hours a week that it takes or frees, and those that then are still short where that is
// what is asked about. These are sums of the plan's hours, no estimates of its own.
type Alternative struct {
	ID    AlternativeID
	Hours Quantity
	Open  Quantity // below 0 where hours are left
}

// Weighing is what goes with a decision: what it costs and what else was weighed.
type Weighing struct {
	Hours        Quantity // that it is about, a week
	Percent      int      // of a full-time job of [FullTimeWeek], rounded; 0 where the hours are not all known
	InShortage   bool     // these hours are among those that are short
	Alternatives []Alternative
}

// Weigh lists what can be done instead of a decision that the plan asks, but for doing nothing. It never advises: the order
// is that of the ways of step 6, with the people who are there first.
func (p Plan) Weigh(d BoardDecision) Weighing {
	w := Weighing{}
	add := func(id AlternativeID, asks, open Quantity) {
		w.Alternatives = append(w.Alternatives, Alternative{id, asks, open})
	}
	unknown := Quantity{Bound: Unknown}
	grouped := p.School.GroupKind != NoGroup
	switch d.Kind {
	case DiscussPooling, JoinMeans:
		w.Hours = p.hoursOf(d.Tasks).Quantity()
		add(AlternativeAlone, w.Hours, unknown)
	case ReleaseHours:
		c, tasks := p.Capacity(), p.Tasks()
		w.Hours = c.Short()
		relief := func(id AlternativeID, wanted func(Task) bool) {
			// somebody is asked for what is to be recruited already
			freed := p.hoursOf(idsOf(tasks, func(t Task) bool { return t.InSchool && t.Sourcing != Recruit && wanted(t) }))
			if freed.Hours > 0 {
				add(id, freed.Quantity(), c.School.without(freed).Beyond(c.Given))
			}
		}
		relief(AlternativeSpread, func(t Task) bool { return t.Horizon == Long })
		if grouped {
			relief(AlternativeShare, func(t Task) bool { return isTrue(t.Scale) || isTrue(t.Specialist) || isTrue(t.Decision.Feedback) })
		}
		relief(AlternativeBuy, func(t Task) bool { return t.IsTechnical && !t.IsStrategic && !isTrue(t.Local) })
	case RecruitPeople, OutsourceTasks:
		w.Hours = p.hoursOf(d.Tasks).Quantity()
		w.InShortage = d.Kind == RecruitPeople && w.Hours.Certain() && p.Capacity().Short().Certain()
		add(AlternativeTrain, w.Hours, unknown)
		add(AlternativeReassign, w.Hours, unknown)
		if d.Kind == OutsourceTasks {
			add(AlternativeRecruit, w.Hours, unknown)
		} else {
			add(AlternativeOutsource, Quantity{}, unknown) // none of the school's hours
		}
		if grouped {
			add(AlternativeGroup, Quantity{}, unknown)
		}
	}
	if w.Hours.Bound == Exactly {
		w.Percent = int((w.Hours.Hours*percent/FullTimeWeek + one/2) / one)
	}
	return w
}

// hoursOf are the hours of tasks together.
func (p Plan) hoursOf(ids []string) (sum Tally) {
	for _, id := range ids {
		sum = sum.and(tally(p.Decisions.Of(id).Hours))
	}
	return sum
}
