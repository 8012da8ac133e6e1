package question

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// team are the questions of step 7: the people, the hours of the school, who does what, and the agreements.
func (a asker) team() (list []Question) {
	for _, m := range a.plan.Members {
		list = append(list, Member(m, a.plan, a.texts)...)
	}
	list = append(list, NewMember(a.plan, a.texts), a.schoolHours())
	if len(a.plan.Members) > 0 {
		list = append(list, a.perTask(steps.Team, a.carrying)...)
	}
	for _, id := range steps.AgreementIDs {
		list = append(list, Agreement(id, a.plan, a.texts)...)
	}
	return list
}

// Member are the questions about one member.
func Member(m steps.Member, plan steps.Plan, texts *assets.Texts) (list []Question) {
	a := asker{plan, texts}
	for i := range steps.MemberFields {
		row := &steps.MemberFields[i]
		id, ask := row.Name, row.Name
		if id == "hours" || id == "name" {
			ask = "member-" + id
		}
		q := ofField(a, a.worded(id+":"+m.ID, row.Words, a.ask(ask)), row, &m, steps.Change{Kind: steps.ChangeMember, Member: m.ID})
		switch row.Name {
		case "name":
			q = q.called()
		case "hours":
			q = q.named(a.texts.Wizard.HoursAWeek)
			q.ID, q.Needed = "member-hours:"+m.ID, m.Hours == nil
		}
		q.About.Member = m.ID
		list = append(list, q)
	}
	return list
}

// abilities makes a question one for tasks and groups of tasks: the groups to tick, with the tasks that are ticked.
func (a asker) abilities(q Question, ticked []string) Question {
	q.Kind, q.Ticked = Abilities, ticked
	for _, group := range steps.Groups {
		value := steps.GroupPrefix + string(group)
		q.Options = append(q.Options, Option{value, a.texts.Ability(a.plan, value)})
	}
	for _, value := range ticked {
		if strings.HasPrefix(value, steps.TaskPrefix) {
			q.Options = append(q.Options, Option{value, a.texts.Ability(a.plan, value)})
		}
	}
	if len(ticked) > 0 {
		q.Value = assets.NewAbilityNames(a.plan, a.texts).Write(ticked, a.texts, a.plan)
	}
	return q
}

func (a asker) parseAbilities(typed string) (any, error) {
	values, wrong := assets.NewAbilityNames(a.plan, a.texts).Read(typed)
	if wrong != "" {
		return nil, assets.NewFault("unknown-ability", "value", wrong)
	}
	return values, nil
}

// NewMember asks for someone more in the team.
func NewMember(plan steps.Plan, texts *assets.Texts) Question {
	a := asker{plan, texts}
	words := "member"
	if len(plan.Members) == 0 {
		words = "first-member"
	}
	q := a.worded("member", "name", a.ask(words))
	q.Needed = len(a.plan.Members) < 2
	q.read = func(typed string) ([]steps.Change, error) {
		return []steps.Change{{Kind: steps.ChangeMember, Member: a.plan.NewMemberID(typed), Name: steps.Set(typed)}}, nil
	}
	return q.called()
}

// carrying asks who carries a task, who steps in, and how many hours it takes.
func (a asker) carrying(t steps.Task, step steps.StepID) []Question {
	return slices.DeleteFunc(a.ofTask(t, step), func(q Question) bool {
		return q.Field == "backup" && len(q.Options) == 0 && q.Value == ""
	})
}

// Agreement are the questions about one of the five agreements: what it says, and whether it is needed here.
func Agreement(id steps.AgreementID, plan steps.Plan, texts *assets.Texts) (list []Question) {
	a := asker{plan, texts}
	agreement, words := a.plan.Agreements[id], a.texts.Plan.Agreements[id]
	for i := range steps.AgreementFields {
		row := &steps.AgreementFields[i]
		ask := map[string]string{"text": "agreement", "needed": "needed"}[row.Name]
		if row.Name == "text" && agreement.NotNeeded {
			ask = "not-needed"
		}
		q := ofField(a, a.worded(ask+":"+string(id), row.Words, a.ask(ask)), row, &agreement, steps.Change{Kind: steps.ChangeAgreement, Agreement: id})
		if q.About.Agreement = id; row.Name == "text" {
			q = q.named(a.texts.Wizard.Agreement)
			q.ID, q.Needed = "agreement:"+string(id), !agreement.Settled()
			for _, sign := range words.Signs {
				q.Notes = append(q.Notes, "- "+string(sign))
			}
			q.Help = append(q.Help, string(words.Example))
		} else {
			q = q.always()
			q.Value = yesNo(!agreement.NotNeeded)
		}
		list = append([]Question{q}, list...) // first whether it is needed: the text says what, or why not
	}
	return list
}

// evaluation are the questions of step 8.
func (a asker) evaluation() (list []Question) {
	words := a.texts.Plan.Evaluation
	for _, field := range []string{"collaboration", "composition"} {
		row := steps.Named(steps.EvaluationFields, field)
		q := ofField(a, a.worded(field, field, words[field]), row, &a.plan.Evaluation, steps.Change{Kind: steps.ChangeEvaluation}).named(a.texts.Wizard.YourAnswer)
		q.Needed = steps.Blank(q.Value)
		list = append(list, q)
	}
	present := a.worded("present", "present", words["present"])
	present.Kind, present.Value, present.clears = People, presentLine(a.plan), true
	present.read = func(typed string) ([]steps.Change, error) {
		return []steps.Change{{Kind: steps.ChangeEvaluation, Present: steps.Set(parsePresent(a.plan, typed))}}, nil
	}
	const date = "next_evaluation"
	next := ofField(a, a.worded(date, date, words[date]), steps.Named(steps.RoundFields, date), &a.plan.Round, steps.Change{Kind: steps.ChangeEvaluation}).named(a.texts.Wizard.NextDate)
	next.Needed = next.Value == ""
	return append(list, present, next, a.repeat())
}

// repeat asks which steps the next round asks again.
func (a asker) repeat() Question {
	q := a.worded("repeat", "repeat", a.texts.Plan.Evaluation["repeat"])
	q.Kind, q.clears = Steps, true
	for _, s := range steps.Tree[:len(steps.Tree)-1] {
		q.Options = append(q.Options, Option{string(s.ID), a.texts.Plan.Steps[s.ID].Rail.Fill()})
	}
	for i, id := range a.plan.Evaluation.Repeat {
		if i > 0 {
			q.Value, q.Shown = q.Value+" ", q.Shown+", "
		}
		number := string('0' + rune(id.Number()))
		q.Value, q.Shown = q.Value+number, q.Shown+number+" "+a.texts.StepName(id)
	}
	q.read = func(typed string) ([]steps.Change, error) {
		if steps.Blank(typed) {
			return []steps.Change{{Kind: steps.ChangeEvaluation, Repeat: steps.Clear[[]steps.StepID]()}}, nil
		}
		list, ok := parseSteps(typed)
		if !ok {
			return nil, assets.NewFault("plain-steps", "options", string(a.texts.Plain.Numbers))
		}
		return []steps.Change{{Kind: steps.ChangeEvaluation, Repeat: steps.Set(list)}}, nil
	}
	return q
}
