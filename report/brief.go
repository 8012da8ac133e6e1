package report

import (
	"strings"

	"stappenplan/steps"
)

// How much the page that stands alone names before it counts the rest.
const (
	gravestKinds = 3
	namedTasks   = 4
)

// brief is the page that stands alone.
func (a *author) brief() []Section {
	return []Section{
		a.section(SectionStanding, Paragraph(a.standing()), a.walk()),
		a.section(SectionDecisions, a.decisions()),
		a.section(SectionGravest, a.gravest()),
		a.section(SectionHours, a.hoursInBrief()),
		a.section(SectionNext, Paragraph(a.next())),
	}
}

// standing says where the school stands, and what is missing there.
func (a *author) standing() string {
	words := a.words.Standing
	id, choice := a.stands()
	switch {
	case id == "":
		return words.Complete.Fill("n", a.plan.Round.Number)
	case !a.plan.Begun():
		return string(words.NotBegun)
	}
	sentences := []string{words.At.Fill("n", id.Number(), "step", a.stepName(id))}
	switch choice {
	case steps.No:
		sentences = append(sentences, string(words.No))
	case steps.Open:
		sentences = append(sentences, string(words.Open))
	default:
		sentences = append(sentences, a.missing(id)...)
	}
	return strings.Join(sentences, " ")
}

// stands is the step where the school stands, with its answer; no step when the round is complete.
func (a *author) stands() (steps.StepID, steps.Choice) {
	last := a.path[len(a.path)-1]
	if last.Choice == steps.Done {
		return "", steps.Done
	}
	return last.Step, last.Choice
}

// missing says what a step waits for, each kind with its number.
func (a *author) missing(id steps.StepID) (sentences []string) {
	var kinds []steps.GapID
	count := map[steps.GapID]int{}
	for _, gap := range a.plan.Gaps(id) {
		if count[gap.ID]++; count[gap.ID] == 1 {
			kinds = append(kinds, gap.ID)
		}
	}
	for _, kind := range kinds {
		sentences = append(sentences, a.texts.Plan.Gaps[kind].For(count[kind])+".")
	}
	return sentences
}

func (a *author) stepName(id steps.StepID) string { return string(a.texts.Plan.Steps[id].Rail) }

// walk shows the eight steps.
func (a *author) walk() Walk {
	w := Walk{Columns: [3]string{"", a.column("step"), capital(string(a.words.Standing.Stands))}}
	here, _ := a.stands()
	for i, step := range steps.Tree {
		state, mark := a.stateAhead(step.ID)
		if i < len(a.path) {
			state, mark = a.state(step.ID, a.path[i].Choice)
		}
		if step.ID == here {
			state = a.words.Standing.Here.Fill("state", state)
		}
		w.Steps = append(w.Steps, WalkStep{step.Number, a.stepName(step.ID), state, mark, step.ID == here})
	}
	return w
}

// state is the state of a step on the path, in words and as a sign.
func (a *author) state(id steps.StepID, choice steps.Choice) (string, Mark) {
	text := a.texts.Value("choice", string(choice))
	switch choice {
	case steps.Open:
		return text, MarkOpen
	case steps.No:
		if id == steps.Expertise {
			text = a.words.Standing.Lacking.For(len(a.plan.Sourcing()))
		}
		return text, MarkNo
	case "":
		return a.stateUnanswered(id)
	}
	return text, MarkDone
}

func (a *author) stateUnanswered(id steps.StepID) (string, Mark) {
	words := a.words.Standing
	gaps := a.plan.Gaps(id)
	switch {
	case len(gaps) == 1 && gaps[0].ID == steps.GapConfirm:
		return string(words.Again), MarkOpen
	case a.plan.Filled(id):
		return string(words.Filled), MarkOpen
	}
	return string(words.ToDo), MarkWaiting
}

// stateAhead is the state of a step that the path has not come to.
func (a *author) stateAhead(id steps.StepID) (string, Mark) {
	if a.plan.Filled(id) {
		return string(a.words.Standing.Ahead), MarkAhead
	}
	return string(a.words.Standing.Waiting), MarkWaiting
}

// decisions is what the board is asked to decide.
func (a *author) decisions() Block {
	list := List{Numbered: true}
	for _, d := range a.plan.BoardDecisions(a.options.Today) {
		list.Items = append(list.Items, a.decision(d))
	}
	if len(list.Items) == 0 {
		return Paragraph(a.words.Findings.NoDecision)
	}
	return list
}

func (a *author) decision(d steps.BoardDecision) Item {
	words := a.words.Decisions[d.ID]
	date := a.plan.Round.NextEvaluation
	why := words.Why
	if nameless := len(d.Tasks) == 0 && (d.ID != steps.SetEvaluation || date == ""); nameless && words.Otherwise != "" {
		why = words.Otherwise
	}
	values := []any{
		"group", a.group(),
		"hours", a.texts.Number(a.capacity.Planned - a.capacity.Available),
		"planned", a.texts.Number(a.capacity.Planned), "available", a.texts.Number(a.capacity.Available),
		"members", a.people(a.memberNames(d.Members)), "tasks", a.titled(a.taskTitles(d.Tasks), namedTasks),
		"date", a.texts.Date(date),
	}
	return Item{Lead: words.What.Fill(values...), Text: why.Fill(values...)}
}

// gravest is what a board should worry about first: the dated risk of a school without a policy plan,
// and the gravest kinds of findings.
func (a *author) gravest() Block {
	var list List
	if risk := a.policyRisk(); risk.Lead != "" {
		list.Items = append(list.Items, risk)
	}
	kinds := steps.ByGravity(a.findings)
	for _, kind := range kinds[:min(gravestKinds, len(kinds))] {
		list.Items = append(list.Items, a.findingKind(kind, namedTasks))
	}
	if len(list.Items) == 0 {
		return Paragraph(a.words.Findings.None)
	}
	return list
}

// policyRisk is what a school without an ICT policy plan risks since it is compulsory, with its source.
func (a *author) policyRisk() Item {
	if a.plan.Answers[steps.Policy].Choice != steps.No {
		return Item{}
	}
	_, _, _, know := a.texts.AdviceLines(steps.PolicyFirst, a.plan)
	return Item{Lead: string(a.words.Findings.NoPolicy), Text: know}
}

// findingKind says how often something is found, about what, and what to do. It names this many tasks,
// or all where that is 0.
func (a *author) findingKind(kind steps.FindingKind, named int) Item {
	words := a.texts.Plan.Findings[kind.ID]
	var sentences, tasks []string
	for _, f := range kind.Findings {
		if f.Task != "" {
			tasks = append(tasks, a.titles[f.Task])
		} else {
			sentences = append(sentences, a.texts.Finding(f, a.plan, a.capacity))
		}
	}
	if len(tasks) > 0 {
		sentences = append(sentences, a.words.Findings.About.Fill("tasks", a.titled(tasks, named)))
	}
	sentences = append(sentences, string(words.Do))
	return Item{Lead: words.Title.For(len(kind.Findings)) + ".", Text: strings.Join(sentences, " ")}
}

// next says when the school evaluates again.
func (a *author) next() string {
	date := a.plan.Round.NextEvaluation
	switch {
	case date == "":
		return string(a.words.Next.None)
	case date < a.options.Today:
		return a.words.Next.Past.Fill("date", a.texts.Date(date))
	}
	return a.words.Next.On.Fill("date", a.texts.Date(date))
}
