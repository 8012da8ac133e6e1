package steps

// AlternativeID names something else that can be done than what the board is asked to decide.
type AlternativeID string

// The alternatives. Those of a task are the ways of [Sourcings] and doing it with the group.
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

// Alternative is one of them, with the hours a week that it takes or frees and those of work that it leaves undone; nil where the
// plan does not know. These are sums of the plan's hours, no estimates of its own.
type Alternative struct {
	ID          AlternativeID
	Hours, Open *Decimal
}

// Weighing is what goes with a decision: what it costs and what else was weighed.
type Weighing struct {
	Hours        *Decimal // that it is about, a week; nil where the plan does not know
	Percent      int      // of a full-time job of [FullTimeWeek], rounded up
	Alternatives []Alternative
}

// Weigh sets what else can be done, than nothing, beside a decision that the plan asks. It never advises: the order is that of the ways of
// step 6, with the people who are there first.
func (p Plan) Weigh(d BoardDecision) Weighing {
	w := Weighing{}
	add := func(id AlternativeID, asks, open *Decimal) {
		w.Alternatives = append(w.Alternatives, Alternative{id, asks, open})
	}
	grouped := p.School.GroupKind != NoGroup
	switch d.Kind {
	case DiscussPooling, JoinMeans:
		w.Hours = p.hoursOf(d.Tasks)
		add(AlternativeAlone, w.Hours, nil)
	case ReleaseHours:
		c := p.Capacity()
		short := c.Planned - c.Available
		w.Hours = &short
		tasks := p.Tasks()
		relief := func(id AlternativeID, wanted func(Task) bool) {
			freed := p.hoursOf(idsOf(tasks, func(t Task) bool { return t.InSchool && wanted(t) }))
			if freed == nil || *freed == 0 {
				return
			}
			rest := max(0, short-*freed)
			add(id, freed, &rest)
		}
		relief(AlternativeSpread, func(t Task) bool { return t.Horizon == Long })
		if grouped {
			relief(AlternativeShare, func(t Task) bool { return isTrue(t.Scale) || isTrue(t.Specialist) || isTrue(t.Decision.Feedback) })
		}
		relief(AlternativeBuy, func(t Task) bool { return t.IsTechnical })
	case RecruitPeople, OutsourceTasks:
		none := Decimal(0) // of the hours of the school
		w.Hours = p.hoursOf(d.Tasks)
		for _, way := range []Sourcing{Train, Reassign, Recruit, Outsource} {
			switch {
			case AlternativeID(way) == AlternativeID(d.Kind):
			case way == Outsource:
				add(AlternativeOutsource, &none, nil)
			default:
				add(AlternativeID(way), w.Hours, nil)
			}
		}
		if grouped {
			add(AlternativeGroup, &none, nil)
		}
	}
	if w.Hours != nil {
		w.Percent = int((*w.Hours*percent/FullTimeWeek + one - 1) / one)
	}
	return w
}

// hoursOf are the hours of tasks together; nil where those of none of them are known.
func (p Plan) hoursOf(ids []string) *Decimal {
	var sum Decimal
	known := false
	for _, id := range ids {
		if hours := p.Decisions[id].Hours; hours != nil {
			sum, known = sum+*hours, true
		}
	}
	if !known {
		return nil
	}
	return &sum
}
