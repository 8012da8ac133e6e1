package steps

import (
	"slices"
	"strings"
)

// PutBack is the change that gives what an earlier change was about the values that it had in another state of the plan, and
// leaves all the rest as it is. Only the fields that the earlier change gave are put back; what is not in the plan any more
// comes back whole, without its ownerships. What it names that is gone by now is left out, but who left keeps their name where
// a name will do. None says that there is nothing to put back: it stands like that now, it was not there then, it cannot be
// like that any more, or the earlier change answered nothing.
func (p Plan) PutBack(earlier Change, then Plan) (c Change, none bool) {
	about := Change{Kind: earlier.Kind, Step: earlier.Step, Task: earlier.Task, Member: earlier.Member, Agreement: earlier.Agreement, Decision: earlier.Decision, Action: earlier.Action}
	switch {
	case about.Kind != ChangeRemove:
	case about.Task != "":
		about.Kind = ChangeTask
	case about.Member != "":
		about.Kind = ChangeMember
	case about.Action != "":
		about.Kind = ChangeAction
	default:
		about.Kind = ChangeResolution
	}
	switch about.Kind {
	case ChangeRound, ChangeConfirm, ChangeCatalogue, ChangeWithdraw, ChangeVoice: // what somebody answered apart is nobody else's to see
		return Change{}, true
	}
	if !then.has(about) {
		return Change{}, true
	}
	whole := !p.has(about)
	c = p.towards(then.without(p, about), about)
	asked := p.towards(then, about)
	c = c.Keeping(func(g Given) bool {
		f, _ := FieldNamed(about.Kind, g.Name)
		_, given := f.Given(&earlier)
		goesAlong := g.Signature() || c.Kind == ChangeResolution && (g.Name == "round" || g.Name == "ground")
		had, _ := f.Given(&asked)
		onlyGone := g.Empties() && !Given{f.Name, had}.Empties()
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
			return !slices.ContainsFunc(err.(Refusals), func(r Refusal) bool { field, _, _ := strings.Cut(r.Field, "["); return field == g.Name })
		})
		if len(left.Given()) == len(c.Given()) {
			return Change{}, true
		}
		c = left
	}
	return c, len(c.Given()) == 0
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
	gone = slices.DeleteFunc(gone, func(c Change) bool {
		return now.has(c) || c.Member == about.Member && c.Task == about.Task && c.Decision == about.Decision
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

// has says whether what a change is about is there. Own tasks, members, own decisions and actions come and go, the rest is always there.
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
		was, is := p.Decisions[c.Task], to.Decisions[c.Task]
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
	case ChangeEvaluation, ChangeRound:
		setDiffering(EvaluationFields, &c, &p.Evaluation, &to.Evaluation)
		setDiffering(RoundFields, &c, &p.Round, &to.Round)
	}
	return c
}
