package report

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// How much the first page names before it counts the rest.
const (
	gravestKinds = 3
	namedTasks   = 4
	drawnMembers = 8 // more lines than these make no picture for a page
)

// brief is the first page, which can be read without the rest.
func (a *author) brief() []Section {
	return []Section{
		a.section(SectionStanding, Paragraph(a.standing()), a.walk()),
		a.section(SectionDecisions, a.decisions()),
		a.section(SectionGravest, a.gravest()),
		a.section(SectionHours, a.hoursInBrief()...),
		a.section(SectionNext, Paragraph(a.next())),
	}
}

// standing says where the school stands, and what is missing there.
func (a *author) standing() string {
	words, id := a.words.Standing, a.plan.Current()
	switch {
	case id == "":
		return words.Complete.Fill("n", a.plan.Round.Number)
	case !a.plan.Begun():
		return string(words.NotBegun)
	}
	sentences := []string{words.At.Fill("n", id.Number(), "step", a.stepName(id))}
	switch a.plan.State(id) {
	case steps.No:
		sentences = append(sentences, string(words.No))
	case steps.Open:
		sentences = append(sentences, string(words.Open))
	default:
		for _, line := range a.texts.GapLines(a.plan.Gaps(id)) {
			sentences = append(sentences, line+".")
		}
	}
	return strings.Join(sentences, " ")
}

func (a *author) stepName(id steps.StepID) string { return a.texts.StepName(id) }

// walk shows the eight steps.
func (a *author) walk() Walk {
	w := Walk{Columns: [3]string{"", a.column("step"), assets.Capital(string(a.words.Standing.Stands))}}
	here := a.plan.Current()
	for _, s := range a.plan.Standings() {
		state := a.texts.Standing(s, a.plan)
		if s.Step == here {
			state = a.words.Standing.Here.Fill("state", state)
		}
		w.Steps = append(w.Steps, WalkStep{s.Step.Number(), a.stepName(s.Step), state, mark(s.State), s.Step == here})
	}
	return w
}

// mark is the sign for the state of a step.
func mark(state steps.StepState) Mark {
	switch state {
	case steps.StepAhead:
		return MarkAhead
	case steps.StepOpen, steps.StepBegun, steps.StepAgain:
		return MarkOpen
	case steps.StepStopped:
		return MarkNo
	case steps.StepDone:
		return MarkDone
	}
	return MarkWaiting
}

// decisions is what the board is asked to decide.
func (a *author) decisions() Block {
	items := a.askedDecisions()
	if len(items) == 0 {
		return Paragraph(a.words.Findings.NoDecision)
	}
	return List{Numbered: true, Items: items}
}

// askedDecisions are those that a person chose, else those that follow from the plan.
func (a *author) askedDecisions() []Item {
	derived := a.derivedDecisions()
	if a.options.Decisions != nil {
		return a.chosenDecisions(derived)
	}
	return derived
}

// derivedDecisions are those that follow from the plan.
func (a *author) derivedDecisions() (items []Item) {
	for _, d := range a.plan.BoardDecisions(a.options.Today) {
		items = append(items, a.decision(d))
	}
	return items
}

// chosenDecisions are those that a person put in their place; one that was left as it was keeps its form.
func (a *author) chosenDecisions(derived []Item) (items []Item) {
	for _, text := range *a.options.Decisions {
		text = a.people.Text(steps.CleanName(text))
		if steps.Blank(text) {
			continue
		}
		item := Item{Lead: text}
		for _, d := range derived {
			if decisionText(d) == text {
				item = d
			}
		}
		items = append(items, item)
	}
	return items
}

func decisionText(item Item) string { return strings.TrimSpace(item.Lead + " " + item.Text) }

// Decisions are the decisions asked of the board as the document says them, one line each: those of
// [Options].Decisions, or those that follow from the plan, which can be reworded and handed in there.
func Decisions(plan steps.Plan, options Options) []string {
	return each(newAuthor(plan, options).askedDecisions(), decisionText)
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
		"members", a.joinNames(each(d.Members, a.name)), "tasks", a.joinTitles(a.taskTitles(d.Tasks), namedTasks),
		"date", a.texts.Date(date),
	}
	what := words.What
	if a.plan.School.GroupKind == steps.SchoolGroup && words.Within != "" {
		what = words.Within
	}
	return Item{Lead: what.Fill(values...), Text: why.Fill(values...)}
}

// gravest is what a board should worry about first: the dated risk of a school without a policy plan,
// and the gravest kinds of findings.
func (a *author) gravest() Block {
	var list List
	if risk := a.policyRisk(); risk.Lead != "" {
		list.Items = append(list.Items, risk)
	}
	for _, kind := range a.gravestKinds() {
		list.Items = append(list.Items, a.findingKind(kind, namedTasks))
	}
	if len(list.Items) == 0 {
		return Paragraph(a.words.Findings.None)
	}
	return list
}

// gravestKinds are the kinds of findings that the first page has room for: three, with the risk of a school
// without a policy plan.
func (a *author) gravestKinds() []steps.FindingKind {
	kinds, room := steps.ByGravity(a.findings), gravestKinds
	if a.policyRisk().Lead != "" {
		room--
	}
	return kinds[:min(room, len(kinds))]
}

// policyRisk is the rule that a school without an ICT policy plan breaks, with its date and source.
func (a *author) policyRisk() Item {
	if a.plan.Answers[steps.Policy].Choice != steps.No {
		return Item{}
	}
	rule := a.texts.AdviceLines(steps.Advice{Step: steps.Policy, ID: steps.PolicyFirst}, a.plan).Know
	return Item{Lead: string(a.words.Findings.NoPolicy), Text: rule}
}

// findingKind says how often something is found, about what, and what to do. It names this many tasks.
func (a *author) findingKind(kind steps.FindingKind, named int) Item {
	words := a.texts.Plan.Findings[kind.ID]
	var sentences []string
	for _, f := range kind.Findings {
		if f.Task == "" {
			sentences = append(sentences, assets.Capital(a.texts.Finding(f, a.spoken, a.capacity)))
		}
	}
	if tasks := a.tasksOf(kind); len(tasks) > 0 {
		sentences = append(sentences, a.words.Findings.About.Fill("tasks", a.joinTitles(tasks, named)))
	}
	sentences = append(sentences, a.words.Findings.Do.Fill("do", lowerFirst(string(words.Do))))
	return Item{Lead: words.Title.For(len(kind.Findings)) + ".", Text: strings.Join(sentences, " ")}
}

// tasksOf are the titles of the tasks that something is found of.
func (a *author) tasksOf(kind steps.FindingKind) (titles []string) {
	for _, f := range kind.Findings {
		if f.Task != "" {
			titles = append(titles, a.titles[f.Task])
		}
	}
	return titles
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
