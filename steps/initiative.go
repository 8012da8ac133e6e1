package steps

import (
	"cmp"
	"slices"
)

// ProposeAction is an action about something on a day, named as in [Action].About, as far as the plan tells: who could do it,
// and by when. Nobody is proposed where the plan knows none. Its id and its words are the caller's.
func (p Plan) ProposeAction(about string, today Date) Action {
	s := subjectOf(about)
	a := Action{About: about, State: ActionPlan, Opened: today, Owner: p.couldDo(s), Due: p.soon(today)}
	switch s.kind {
	case AboutRow:
		if proposal, is := p.SheetProposal(about, today); is {
			a.Owner, a.Due = cmp.Or(proposal.Owner, a.Owner), proposal.Due
		}
	case AboutTask:
		if t, _ := p.Task(s.task); t.Horizon == Long {
			a.Due = p.nextLook(today)
		}
	case AboutDecision:
		if r, _ := p.Resolution(s.id); r.Due > today {
			a.Due = r.Due
		}
	case AboutStep:
		if StepID(s.id) == Evaluation {
			a.Due = p.nextLook(today)
		}
	case "":
		a.Due = ""
	}
	return a
}

// soon is a month from a day, or the day of the next evaluation where that comes first.
func (p Plan) soon(today Date) Date {
	day := today.months(1)
	if next := p.Round.NextEvaluation; next > today {
		day = min(day, next)
	}
	return day
}

// nextLook is the day of the next evaluation, or half a year from a day where that is not known or past.
func (p Plan) nextLook(today Date) Date {
	if next := p.Round.NextEvaluation; next > today {
		return next
	}
	return today.months(6)
}

// couldDo is who could do something about a subject: who carries it, else who leads there.
func (p Plan) couldDo(s subject) string {
	director, coordinator := p.inRole("director"), p.inRole(ICTCoordinator, TechnicalCoordinator, PedagogicalCoordinator)
	carries := func(member string) string {
		if member == "" {
			return coordinator
		}
		return MemberPrefix + member
	}
	switch s.kind {
	case AboutMember: // who talks with them is somebody else, whom nobody chose yet
		return ""
	case AboutTask:
		t, _ := p.Task(s.task)
		return carries(t.Owner)
	case AboutDecision:
		if r, _ := p.Resolution(s.id); r.Owner != "" {
			return r.Owner
		}
		return director
	case AboutAdvice:
		if RoleOf(AdviceID(s.id)) == ForCoordinator {
			return coordinator
		}
		return director
	case AboutRow:
		return coordinator
	case AboutFinding:
		t, _ := p.Task(s.task)
		switch {
		case s.row != "":
			return coordinator
		case FindingID(s.id).ofPlan():
			return director
		case s.member != "":
			return carries(s.member)
		}
		return carries(t.Owner)
	case AboutStep:
		if step, _ := Find(StepID(s.id)); step.Asked {
			return director
		}
		return coordinator
	}
	return ""
}

// inRole names the first member in the first of these roles that anyone has; empty where nobody has any.
func (p Plan) inRole(roles ...MemberRole) string {
	for _, role := range roles {
		for _, m := range p.Members {
			if m.Role == role {
				return MemberPrefix + m.ID
			}
		}
	}
	return ""
}

// RoleOf is whom an advice is for; empty where it is not known.
func RoleOf(id AdviceID) AdviceRole {
	for _, step := range Tree {
		for _, a := range step.Advice {
			if a.ID == id {
				return a.Role
			}
		}
	}
	return ""
}

// Initiatives name what an action could be made of on a day, as in [Action].About: the advice at the step where the plan
// stands, what the board decided and is not carried out, what is found, the gravest first, and what sheets propose. What an open action is about
// is not among them, nor a decision for which one was closed.
func (p Plan) Initiatives(today Date) (list []string) {
	for _, a := range p.Advice() {
		list = append(list, About(AboutAdvice, string(a.ID)))
	}
	for _, t := range p.takenDecisions(today, Resolution.approved) {
		if !t.Settled {
			list = append(list, About(AboutDecision, t.Decision.TextID()))
		}
	}
	for _, kind := range ByGravity(p.Findings(today)) {
		about := kind.Findings[0]
		if len(kind.Findings) > 1 { // the kind as a whole
			about.Task, about.Member = "", ""
		}
		list = append(list, about.About())
	}
	for _, s := range p.definitions.Sheets {
		for _, proposal := range p.SheetProposals(s.ID, today) {
			list = append(list, proposal.About())
		}
	}
	return slices.DeleteFunc(unique(list), func(about string) bool {
		return slices.ContainsFunc(p.Actions, func(a Action) bool {
			return a.About == about && (a.Open() || subjectOf(about).kind == AboutDecision)
		})
	})
}

// OpenActionAbout is the first action that is still to be done about something, and whether there is one; about a row of a sheet
// also one that its sheet proposed.
func (p Plan) OpenActionAbout(about string) (Action, bool) {
	of := subjectOf(about)
	for _, a := range p.OpenActions() {
		its := subjectOf(a.About)
		its.rule = of.rule
		if a.About == about || of.kind == AboutRow && of.rule == "" && its == of {
			return a, true
		}
	}
	return Action{}, false
}
