package steps

import (
	"iter"
	"slices"
)

// PutBacks are the answers of an entry that stand otherwise now, each as [Plan.PutBack] puts it back, by its place in the entry.
func (p Plan) PutBacks(e Entry, then Plan) iter.Seq2[int, Change] {
	return func(yield func(int, Change) bool) {
		for i, c := range e.Changes {
			if back, none := p.PutBack(c, then); !none && !yield(i, back) {
				return
			}
		}
	}
}

// Added says whether an earlier change is about something that is in the plan now and was not there in another state. That is not put
// back: it is to be removed.
func (p Plan) Added(earlier Change, then Plan) bool {
	about := earlier.bare().unremoved()
	return p.has(about) && !then.has(about)
}

// unremoved is a change about what another one removes.
func (c Change) unremoved() Change {
	switch {
	case c.Kind != ChangeRemove:
	case c.Task != "":
		c.Kind = ChangeTask
	case c.Member != "":
		c.Kind = ChangeMember
	case c.Action != "":
		c.Kind = ChangeAction
	case c.Row != "":
		c.Kind = ChangeRow
	default:
		c.Kind = ChangeResolution
	}
	return c
}

// removal is the change that removes what another one is about.
func (c Change) removal() Change {
	c = c.bare()
	c.Kind = ChangeRemove
	return c
}

// PutBacks are the answers of entry n as they stood after entry then, and stand otherwise now, by their place in the entry. What its id meant then, and does
// not mean any more, is left out: see [Journal.Another].
func (j *Journal) PutBacks(n uint64, now, past Plan, then uint64) iter.Seq2[int, Change] {
	return func(yield func(int, Change) bool) {
		for i, back := range now.PutBacks(j.Entry(n), past) {
			if !j.Another(back, then) && !yield(i, back) {
				return
			}
		}
	}
}

// PutBack is the change that gives what an earlier change was about the values that it had in another state of the plan, and
// leaves all the rest as it is. Only the fields that the earlier change gave are put back; what is not in the plan any more
// comes back whole, without its ownerships. What it names that is gone by now is left out, but who left keeps their name where
// a name will do. None says that there is nothing to put back: it stands like that now, it was not there then, it cannot be
// like that any more, or the earlier change answered nothing.
func (p Plan) PutBack(earlier Change, then Plan) (c Change, none bool) {
	about := earlier.bare().unremoved()
	switch about.Kind {
	case ChangeRound, ChangeConfirm, ChangeCatalogue, ChangeWithdraw, ChangeErased, ChangeVoice: // what somebody answered apart is nobody else's to see
		return Change{}, true
	}
	if !then.has(about) || p.Private(about) {
		return Change{}, true
	}
	whole := !p.has(about)
	c = p.rankedWithin(p.towards(then.without(p, about), about))
	asked := p.towards(then, about)
	c = c.Keeping(func(g Given) bool {
		_, given := earlier.gives(g.Name)
		goesAlong := g.Signature() || c.Kind == ChangeResolution && (g.Name == "round" || g.Name == "ground")
		had, _ := asked.gives(g.Name)
		onlyGone := g.Empties() && !had.Empties()
		return (given || whole) && !goesAlong && !onlyGone
	})
	if c.Kind == ChangeResolution && c.Outcome.Given() { // with the outcome
		was := then.resolutionOfRound(c.Decision)
		Named(ResolutionFields, "round").setFrom(&c, &was)
		Named(ResolutionFields, "ground").setFrom(&c, &was)
	}
	if c.Kind == ChangeAction && c.State.Given() { // the day on which it was closed goes with it
		was, _ := then.Action(c.Action)
		Named(ActionFields, "closed").setFrom(&c, &was)
	}
	for err := p.Check(c); err != nil; err = p.Check(c) {
		left := c.Keeping(func(g Given) bool {
			return !slices.ContainsFunc(err.(Refusals), func(r Refusal) bool { return r.FieldName() == g.Name })
		})
		if len(left.Given()) == len(c.Given()) {
			return Change{}, true
		}
		c = left
	}
	return c, len(c.Given()) == 0
}

// Private says whether a change is on a table whose rows are nobody's to see one by one.
func (p Plan) Private(c Change) bool {
	t := p.table(c)
	return t != nil && t.Private
}

// table is the table of a sheet that a change is about; nil where there is none.
func (p Plan) table(c Change) *Table {
	return p.definitions.Sheet(c.Sheet).Table(c.Table)
}

// rankedWithin is the change with a place in the ranking that there is by now: at most behind all others.
func (p Plan) rankedWithin(c Change) Change {
	t := p.table(c)
	if t == nil || t.RankColumn() == "" {
		return c
	}
	cells, rank := p.definitions.CellsGiven(c), t.RankColumn()
	last := 1
	for _, r := range p.Sheets[c.Sheet].Tables[c.Table] {
		if r.ID != c.Row {
			last += ranked(r, rank)
		}
	}
	if n, given := cells.Whole(rank); given && n > last {
		row, _ := p.Row(c.Sheet, c.Table, c.Row)
		if cells[rank] = last; row.Cells[rank] == last {
			delete(cells, rank)
		}
		c.Cells = cells.encode()
	}
	return c
}

// without is an earlier state of the plan without what is gone from a later one, as if it was removed then too; what a change is
// about stays.
func (p Plan) without(now Plan, about Change) Plan {
	var gone []Change
	for _, m := range p.Members {
		gone = append(gone, Change{Kind: ChangeMember, Member: m.ID})
	}
	for _, t := range p.Tasks() {
		gone = append(gone, Change{Kind: ChangeTask, Task: t.ID})
	}
	for _, r := range p.Resolutions {
		gone = append(gone, Change{Kind: ChangeResolution, Decision: r.ID})
	}
	for id, content := range p.Sheets {
		for table, rows := range content.Tables {
			if s := p.definitions.Sheet(id); s == nil || !s.names(table) {
				continue
			}
			for _, r := range rows {
				gone = append(gone, Change{Kind: ChangeRow, Sheet: id, Table: table, Row: r.ID})
			}
		}
	}
	gone = slices.DeleteFunc(gone, func(c Change) bool {
		return now.has(c) || c.Member == about.Member && c.Task == about.Task && c.Decision == about.Decision &&
			c.Sheet == about.Sheet && c.Table == about.Table && c.Row == about.Row
	})
	if len(gone) == 0 {
		return p
	}
	p = p.Copy()
	for _, c := range gone {
		c.Kind = ChangeRemove
		p.applyRemove(&c)
	}
	p.derived = &derived{}
	return p
}

// has says whether what a change is about is there. Own tasks, members, own decisions, actions and rows come and go, the rest is always there.
func (p Plan) has(about Change) bool {
	switch about.Kind {
	case ChangeTask:
		return p.KnowsTask(about.Task)
	case ChangeMember:
		_, there := p.Member(about.Member)
		return there
	case ChangeResolution:
		_, there := p.Resolution(about.Decision)
		return there || !isOwn(about.Decision)
	case ChangeAction:
		_, there := p.Action(about.Action)
		return there
	case ChangeRow:
		_, there := p.Row(about.Sheet, about.Table, about.Row)
		t := p.table(about)
		return there || t != nil && slices.Contains(t.Fixed, about.Row)
	}
	return true
}

// towards is the change that makes what another change is about as it stands in another state of the plan.
func (p Plan) towards(to Plan, about Change) Change {
	c := about
	switch c.Kind {
	case ChangeSchool:
		setDiffering(SchoolFields, &c, &p.School, &to.School)
	case ChangeAnswer:
		was, is := p.Answers[c.Step], to.Answers[c.Step]
		setDiffering(AnswerFields, &c, &was, &is)
	case ChangeVoice:
		was, _ := p.Voice(c.Step, c.Voiced())
		is, _ := to.Voice(c.Step, c.Voiced())
		setDiffering(VoiceFields, &c, &was, &is)
		c.By = about.By
	case ChangeTask:
		was, is := p.Decisions.Of(c.Task), to.Decisions.Of(c.Task)
		setDiffering(TaskFields, &c, &was, &is)
	case ChangeMember:
		was, _ := p.Member(c.Member)
		is, _ := to.Member(c.Member)
		setDiffering(MemberFields, &c, &was, &is)
	case ChangeAgreement:
		was, is := p.Agreements[c.Agreement], to.Agreements[c.Agreement]
		setDiffering(AgreementFields, &c, &was, &is)
	case ChangeResolution:
		was, _ := p.Resolution(c.Decision)
		is, _ := to.Resolution(c.Decision)
		setDiffering(ResolutionFields, &c, &was, &is)
	case ChangeAction:
		was, _ := p.Action(c.Action)
		is, _ := to.Action(c.Action)
		setDiffering(ActionFields, &c, &was, &is)
	case ChangeRow:
		was, _ := p.Row(c.Sheet, c.Table, c.Row)
		is, _ := to.Row(c.Sheet, c.Table, c.Row)
		c.Cells = was.Cells.towards(is.Cells).encode()
	case ChangeSettings:
		c.Cells = p.Sheets[c.Sheet].Settings.towards(to.Sheets[c.Sheet].Settings).encode()
	case ChangeCatalogue:
		c = p.catalogueTowards(to)
	case ChangeEvaluation, ChangeRound:
		setDiffering(EvaluationFields, &c, &p.Evaluation, &to.Evaluation)
		setDiffering(RoundFields, &c, &p.Round, &to.Round)
	}
	return c
}
