package steps

// Progress says in numbers what changed between two states of a plan, such as the ends of two rounds.
type Progress struct {
	Steps        []StepProgress // whose answer changed
	Joined, Left []Member       // of the team
	Tasks        TaskProgress
	Before, Now  Capacity
	// FindingsBefore and FindingsNow count what there is to look at.
	FindingsBefore, FindingsNow int
}

// StepProgress is a step whose answer changed; empty for none.
type StepProgress struct {
	Step        Step
	Before, Now Choice
}

// TaskProgress counts the tasks that changed in what a board decides about, and how some of them did.
type TaskProgress struct {
	Changed int
	Needed  int // needed now, and not before
	ToGroup int // at the group, and not before
	Owner   int // owned by another
	Gone    int // dropped or not applying, and kept before
}

// ProgressOf compares two states of a plan on a day.
func ProgressOf(before, now Plan, today Date) Progress {
	p := Progress{
		Before: before.Capacity(), Now: now.Capacity(),
		FindingsBefore: len(before.Findings(today)), FindingsNow: len(now.Findings(today)),
	}
	for _, s := range Tree {
		if was, is := before.Answers[s.ID].Choice, now.Answers[s.ID].Choice; s.Asked && was != is {
			p.Steps = append(p.Steps, StepProgress{s, was, is})
		}
	}
	p.Joined, p.Left = newIn(before, now), newIn(now, before)
	old := map[string]Task{}
	for _, t := range before.Tasks() {
		old[t.ID] = t
	}
	for _, t := range now.Tasks() {
		p.Tasks.count(old[t.ID], t)
	}
	return p
}

// newIn are the members of a plan that another has not.
func newIn(other, plan Plan) (list []Member) {
	for _, m := range plan.Members {
		if _, known := other.Member(m.ID); !known {
			list = append(list, m)
		}
	}
	return list
}

// count compares a task with what it was.
func (p *TaskProgress) count(was, is Task) {
	needed := func(t Task) bool { return t.Kept && t.Horizon == Short }
	changed := false
	add := func(n *int, so bool) {
		if so {
			*n++
			changed = true
		}
	}
	add(&p.Needed, needed(is) && !needed(was))
	add(&p.ToGroup, is.InGroup && !was.InGroup)
	add(&p.Owner, is.Owner != was.Owner && is.Owner != "")
	add(&p.Gone, was.Kept && !is.Kept)
	add(new(int), known(is.Hours) != known(was.Hours) || is.Horizon != was.Horizon || is.Level != was.Level || is.Owner != was.Owner || is.Relevance != was.Relevance || is.Sourcing != was.Sourcing)
	if changed {
		p.Changed++
	}
}
