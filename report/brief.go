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
		a.section(SectionStanding, Paragraph(strings.TrimSpace(a.standing()+" "+a.followUp())), a.walk()),
		a.section(SectionDecisions, a.decisions()),
		a.section(SectionOutcomes, a.outcomes()),
		a.section(SectionGravest, a.gravest()),
		a.section(SectionHours, a.hoursInBrief()...),
		a.titled(SectionSheets, a.texts.SheetCommon.Title, a.sheetsInBrief()),
		a.section(SectionNext, Paragraph(a.next())),
	}
}

// memo is what stands at the head of a paper for a board: to whom, from whom, and whether there is anything to decide.
func (a *author) memo() []string {
	w := a.words.Memo
	asked := len(a.plan.BoardDecisions(a.options.Today))
	if a.options.Decisions != nil {
		asked = len(*a.options.Decisions)
	}
	purpose := string(w.ToKnow)
	if asked > 0 {
		purpose = w.ToDecide.For(asked)
	}
	return []string{string(w.To), string(w.From), purpose}
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
			sentences = append(sentences, withFullStop(line))
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
		inFull := state
		if s.Step == here {
			inFull = a.words.Standing.Here.Fill("state", state)
		}
		w.Steps = append(w.Steps, WalkStep{s.Step.Number(), a.stepName(s.Step), state, inFull, mark(s.State), s.Step == here})
	}
	return w
}

// mark is the sign for the state of a step.
func mark(state steps.StepState) Mark {
	switch state {
	case steps.StepAhead, steps.StepKept:
		return MarkAhead
	case steps.StepOpen, steps.StepBegun, steps.StepAgain, steps.StepLater:
		return MarkOpen
	case steps.StepStopped:
		return MarkNo
	case steps.StepDone:
		return MarkDone
	}
	return MarkWaiting
}

// gravest is what a board should worry about first: the dated risk of a school without a policy plan,
// and the gravest kinds of findings.
func (a *author) gravest() Block {
	var list List
	if what, rule, risk := a.texts.PolicyRisk(a.plan); risk {
		list.Items = append(list.Items, Item{Lead: what, Text: rule})
	}
	for _, kind := range a.gravestKinds() {
		list.Items = append(list.Items, a.findingKind(kind, namedTasks))
	}
	if len(list.Items) == 0 {
		if !a.plan.Complete() {
			return Paragraph(a.words.Findings.NoneYet)
		}
		return Paragraph(a.words.Findings.None)
	}
	return list
}

// gravestKinds are the kinds of findings that the first page has room for: three, with the risk of a school
// without a policy plan.
func (a *author) gravestKinds() []steps.FindingKind {
	kinds, room := steps.ByGravity(a.findings), gravestKinds
	if _, _, risk := a.texts.PolicyRisk(a.plan); risk {
		room--
	}
	return kinds[:min(room, len(kinds))]
}

// findingKind says how often something is found, about what, and what to do. It names this many tasks, or people.
func (a *author) findingKind(kind steps.FindingKind, named int) Item {
	words := a.texts.Plan.Findings[kind.ID]
	var sentences []string
	for _, f := range kind.Findings {
		if f.Task == "" {
			sentences = append(sentences, assets.Capital(a.texts.Finding(f, a.spoken, a.capacity)))
		}
	}
	if n := len(sentences); cutShort(n, named) {
		sentences = append(sentences[:named], withFullStop(assets.Capital(a.words.List.More.For(n-named))))
	}
	if tasks := a.tasksOf(kind); len(tasks) > 0 {
		sentences = append(sentences, a.words.Findings.About.Fill("tasks", a.joinTitles(tasks, named)))
	}
	sentences = append(sentences, a.words.Findings.Do.Fill("do", assets.LowerFirst(string(words.Do))))
	return Item{Lead: a.texts.HeldOver(words.Title.For(len(kind.Findings)), kind.ID.From(), a.plan) + ".", Text: strings.Join(sentences, " ")}
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
