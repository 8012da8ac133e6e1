package steps

import "slices"

// Direction says whether something of a plan became better.
type Direction string

// The directions, in the order in which they are told.
const (
	Better  Direction = "better"
	Worse   Direction = "worse"
	Changed Direction = "changed" // new or other, and neither better nor worse by itself
)

// Directions lists them.
var Directions = []Direction{Better, Worse, Changed}

// PointID names what a point is about.
type PointID string

// The points, in the order in which they are told.
const (
	PointRound     PointID = "round"     // other rounds: Number
	PointStep      PointID = "step"      // a step is answered otherwise: About, Choice
	PointShort     PointID = "short"     // hours that are wanting: Hours
	PointAvailable PointID = "available" // hours there are: Hours
	PointAsked     PointID = "asked"     // hours that the tasks at school ask: Hours
	PointFinding   PointID = "finding"   // findings of one kind: About, Number
	PointSettled   PointID = "settled"   // agreements that are made now: About
	PointUnsettled PointID = "unsettled" // agreements that are not any more: About
	PointJoined    PointID = "joined"    // members that came: About
	PointLeft      PointID = "left"      // members that went: About
	PointAdded     PointID = "added"     // own tasks that came: About
	PointRemoved   PointID = "removed"   // own tasks that went: About
	PointNeeded    PointID = "needed"    // tasks that are needed now, and were not: About
	PointToGroup   PointID = "to-group"  // tasks that are at the group, and were not: About
	PointToSchool  PointID = "to-school" // and the other way round: About
	PointOwner     PointID = "owner"     // tasks that another owns: About
	PointOwned     PointID = "owned"     // tasks that nobody owned, and somebody does: About
	PointUnowned   PointID = "unowned"   // kept tasks that somebody owned, and nobody does: About
	PointDropped   PointID = "dropped"   // tasks that were kept, and are not: About
	PointDecided   PointID = "decided"   // decisions of the board that were recorded: About
	PointDone      PointID = "done"      // actions that are done, and were not: About
	PointToDo      PointID = "to-do"     // actions that are open, and were not there: About
	PointSheet     PointID = "sheet"     // rows of a table of a sheet: About, the sheet and the table, and Rows
)

// Point is one thing that became better, worse or otherwise: what a person is told first.
type Point struct {
	ID        PointID
	Direction Direction
	About     []string // ids, of what it is about
	Number    Shift[int]
	Choice    Shift[Choice]
	Hours     Shift[Quantity]
	Rows      RowShift
}

// Points are what a comparison comes down to: what became better first, then what became worse, then the rest. Beside a plan
// that was not begun all is new, and neither better nor worse.
func (c Comparison) Points() []Point {
	points := slices.Concat(c.roundPoints(), c.stepPoints(), c.hoursPoints(), c.findingPoints(), c.agreementPoints(), c.memberPoints(), c.taskPoints(), c.decisionPoints(), c.actionPoints(), c.sheetPoints())
	if !c.Before.Begun() || !c.After.Begun() {
		for i := range points {
			points[i].Direction = Changed
		}
	}
	slices.SortStableFunc(points, func(a, b Point) int {
		return slices.Index(Directions, a.Direction) - slices.Index(Directions, b.Direction)
	})
	return points
}

func (c Comparison) roundPoints() []Point {
	from, to := c.Before.Round.Number, c.After.Round.Number
	if from == to {
		return nil
	}
	return []Point{{ID: PointRound, Direction: Changed, Number: Shift[int]{from, to}}}
}

func (c Comparison) stepPoints() (points []Point) {
	for _, s := range Tree {
		if was, is := c.Before.stateTold(s.ID), c.After.stateTold(s.ID); was != is {
			points = append(points, Point{ID: PointStep, Direction: s.direction(was, is), About: []string{string(s.ID)}, Choice: Shift[Choice]{was, is}})
		}
	}
	return points
}

// stateTold is the state of a step as a comparison tells it: of one that follows from what is filled in, none while nothing is.
func (p Plan) stateTold(id StepID) Choice {
	if step, _ := Find(id); !step.Asked && !p.Filled(id) && !p.Reached(id) {
		return ""
	}
	return p.State(id)
}

// direction says what another state of a step means. A first answer is new, and to wait for one is not worse: a round asks
// again. That expertise is there or not is, although both answers lead on.
func (s Step) direction(was, is Choice) Direction {
	_, moved := s.After(was)
	_, moves := s.After(is)
	switch {
	case was == "" || is == "":
		return Changed
	case s.ID == Expertise && was == No && is == Yes, moves && !moved:
		return Better
	case s.ID == Expertise && was == Yes && is == No, moved && !moves:
		return Worse
	}
	return Changed
}

func (c Comparison) hoursPoints() (points []Point) {
	add := func(id PointID, d Direction, was, is Quantity) {
		if was != is {
			points = append(points, Point{ID: id, Direction: d, Hours: Shift[Quantity]{was, is}})
		}
	}
	was, is := c.Capacity.Before, c.Capacity.After
	if short, left := was.Short(), is.Short(); short.Certain() || left.Certain() {
		add(PointShort, direction(left.Less(short), short.Less(left)), short, left)
	}
	there, given := was.Given.Quantity(), is.Given.Quantity()
	add(PointAvailable, direction(there.Less(given), given.Less(there)), there, given)
	add(PointAsked, Changed, was.School.Quantity(), is.School.Quantity())
	return points
}

// direction says what a change means that may be for the better or for the worse.
func direction(better, worse bool) Direction {
	switch {
	case better:
		return Better
	case worse:
		return Worse
	}
	return Changed
}

// findingPoints tell of the kinds of findings of which there are more or fewer. That hours are wanting is told by itself.
func (c Comparison) findingPoints() (points []Point) {
	was, is := map[FindingID]int{}, map[FindingID]int{}
	for _, f := range c.Found.Before {
		was[f.ID]++
	}
	for _, f := range c.Found.After {
		is[f.ID]++
	}
	for _, id := range gravest {
		if was[id] != is[id] && id != UnderResourced {
			points = append(points, Point{ID: PointFinding, Direction: direction(is[id] < was[id], is[id] > was[id]), About: []string{string(id)}, Number: Shift[int]{was[id], is[id]}})
		}
	}
	return points
}

func (c Comparison) agreementPoints() (points []Point) {
	var made, unmade []string
	for _, id := range AgreementIDs {
		was, is := c.Before.Agreements[id].Settled(), c.After.Agreements[id].Settled()
		switch {
		case is && !was:
			made = append(made, string(id))
		case was && !is:
			unmade = append(unmade, string(id))
		}
	}
	return append(named(PointSettled, Better, made), named(PointUnsettled, Worse, unmade)...)
}

// named is a point about some things; none where there are no such things.
func named(id PointID, d Direction, about []string) []Point {
	if len(about) == 0 {
		return nil
	}
	return []Point{{ID: id, Direction: d, About: about}}
}

func (c Comparison) memberPoints() []Point {
	was, is := memberIDs(c.Before), memberIDs(c.After)
	return append(named(PointJoined, Changed, without(is, was)), named(PointLeft, Changed, without(was, is))...)
}

func (c Comparison) taskPoints() (points []Point) {
	needed := func(t Task) bool { return t.Kept && t.Horizon == Short }
	tasks := func(id PointID, is func(was, now Task) bool) {
		var about []string
		for _, t := range c.After.Tasks() {
			if was, _ := c.Before.Task(t.ID); is(was, t) {
				about = append(about, t.ID)
			}
		}
		points = append(points, named(id, Changed, about)...)
	}
	added, removed := without(c.After.OwnTasks, c.Before.OwnTasks), without(c.Before.OwnTasks, c.After.OwnTasks)
	points = append(named(PointAdded, Changed, added), named(PointRemoved, Changed, removed)...)
	tasks(PointNeeded, func(was, now Task) bool { return needed(now) && !needed(was) })
	tasks(PointToGroup, func(was, now Task) bool { return now.InGroup && !was.InGroup })
	tasks(PointToSchool, func(was, now Task) bool { return was.InGroup && now.InSchool })
	tasks(PointOwner, func(was, now Task) bool { return now.Owner != was.Owner && now.Owner != "" && was.Owner != "" })
	tasks(PointOwned, func(was, now Task) bool { return now.Owner != "" && was.Owner == "" && !slices.Contains(added, now.ID) })
	tasks(PointUnowned, func(was, now Task) bool { return now.Owner == "" && was.Owner != "" && now.Kept })
	tasks(PointDropped, func(was, now Task) bool { return was.Kept && !now.Kept })
	return points
}

func (c Comparison) decisionPoints() []Point {
	var decided []string
	for _, r := range c.After.Resolutions {
		if was, _ := c.Before.Resolution(r.ID); r.Outcome != "" && r.Outcome != was.Outcome {
			decided = append(decided, r.ID)
		}
	}
	return named(PointDecided, Changed, decided)
}

func (c Comparison) actionPoints() []Point {
	var done, open []string
	for _, a := range c.After.Actions {
		was, there := c.Before.Action(a.ID)
		switch {
		case a.State == ActionDone && was.State != ActionDone:
			done = append(done, a.ID)
		case a.Open() && !there:
			open = append(open, a.ID)
		}
	}
	return append(named(PointDone, Better, done), named(PointToDo, Changed, open)...)
}
