package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// AskedDecision is a decision asked of the board, in the line that says it.
type AskedDecision struct {
	steps.BoardDecision
	Line string
}

// AskedDecisions are those that follow from the plan, as a document with these options says them.
func AskedDecisions(plan steps.Plan, options Options) (list []AskedDecision) {
	a := newAuthor(plan, options)
	for _, d := range a.plan.BoardDecisions(options.Today) {
		list = append(list, AskedDecision{d, decisionText(a.decision(d))})
	}
	return list
}

func decisionText(item Item) string { return strings.TrimSpace(item.Lead + " " + item.Text) }

// decisions is what the board is asked to decide: what a person put in its place, else what follows from the plan. A line
// that was left as it was keeps its form.
func (a *author) decisions() Block {
	items := each(a.plan.BoardDecisions(a.options.Today), a.decision)
	if a.options.Decisions != nil {
		derived := items
		items = nil
		for _, text := range *a.options.Decisions {
			text = a.people.Text(steps.CleanName(text))
			item := Item{Lead: text}
			if i := slices.IndexFunc(derived, func(d Item) bool { return decisionText(d) == text }); i >= 0 {
				item = derived[i]
			}
			if !steps.Blank(text) {
				items = append(items, item)
			}
		}
	}
	if len(items) == 0 {
		return Paragraph(a.words.Findings.NoDecision)
	}
	return List{Numbered: true, Items: items}
}

// decision is what is asked in a line, and why; or as a person worded it. What is of the last round says so, and what is asked again
// what became of it.
func (a *author) decision(d steps.BoardDecision) Item {
	item := a.askedBriefly(d)
	item.Text = strings.TrimSpace(item.Text + " " + a.hoursBefore(d))
	if a.plan.HeldOver(d.Kind.From()) {
		item.Text = strings.TrimSpace(item.Text + " " + assets.Capital(string(a.texts.Plan.Standing.HeldOver)) + ".")
	}
	return item
}

func (a *author) askedBriefly(d steps.BoardDecision) Item {
	if worded := a.plan.Wording(d); worded != "" {
		item := Item{Lead: worded}
		if d.PerTask() && len(d.Tasks) > 0 {
			item.Lead = withFullStop(worded)
			item.Text = a.words.Findings.About.Fill("tasks", a.joinTitles(a.taskTitles(d.Tasks), namedTasks))
		}
		return item
	}
	if a.plan.Definitions().Deciding(d.Kind) != nil {
		return Item{Lead: withFullStop(a.texts.SheetDecision(a.plan, d))}
	}
	words := a.words.Decisions[d.Kind]
	what, why := words.What, words.Why
	if nameless := len(d.Tasks) == 0 && (d.Kind != steps.SetEvaluation || a.plan.Round.NextEvaluation == ""); nameless && words.Otherwise != "" {
		why = words.Otherwise
	}
	if a.plan.School.GroupKind == steps.SchoolGroup && words.Within != "" {
		what = words.Within
	}
	return Item{Lead: assets.Capital(what.Fill(a.decisionValues(d)...)), Text: why.Fill(a.decisionValues(d)...)}
}

// hoursBefore says of hours that are asked again how many were asked before, what the board made of that, and how many came since the
// round in which it did; empty where nothing was decided, or what was is told beside.
func (a *author) hoursBefore(d steps.BoardDecision) string {
	r, _ := a.plan.Resolution(d.ID())
	asked, err := steps.ParseDecimal(r.Ground)
	told := slices.ContainsFunc(a.plan.TakenDecisions(a.options.Today), func(t steps.TakenDecision) bool { return t.ID == r.ID })
	if d.Kind != steps.ReleaseHours || r.Outcome == "" || err != nil || told {
		return ""
	}
	words, outcome := a.words.Outcomes, a.texts.Value("outcome", string(r.Outcome))
	said := words.Before.Fill("hours", a.texts.Number(asked), "outcome", outcome)
	if r.On != "" {
		said = words.BeforeOn.Fill("hours", a.texts.Number(asked), "outcome", outcome, "date", a.texts.Date(r.On))
	}
	if a.previous == nil || r.Round == nil || *r.Round != a.previous.Round.Number {
		return said
	}
	before, now := a.previous.Capacity().Given, a.capacity.Given
	if more := now.Hours - before.Hours; more > 0 && before.Known() && before.Unknown+now.Unknown == 0 {
		said += " " + words.Since.Fill("hours", a.texts.Number(more))
	}
	return said
}

// decisionValues fill the words of a decision.
func (a *author) decisionValues(d steps.BoardDecision) []any {
	weighing := a.plan.Weigh(d)
	return []any{
		"group", a.group(), "hours", a.someHours(weighing.Hours), "percent", a.texts.RoundedPercent(weighing.Percent),
		"planned", a.texts.HoursOf(a.capacity.School), "available", a.texts.HoursOf(a.capacity.Given),
		"members", a.joinMembers(each(d.Members, a.name)), "tasks", a.joinTitles(a.taskTitles(d.Tasks), namedTasks),
		"date", a.texts.Date(a.plan.Round.NextEvaluation),
	}
}

// someHours are hours in the middle of a sentence.
func (a *author) someHours(hours steps.Quantity) string {
	if hours.Bound == steps.Unknown {
		return string(a.words.Weighing.Unknown)
	}
	return a.texts.Quantity(hours)
}

// weighing explains each decision that is asked, with boxes to tick and room to sign on paper. Where a person put others in
// their place there is nothing to explain.
func (a *author) weighing() (blocks []Block) {
	if a.options.Decisions != nil {
		return nil
	}
	for i, d := range a.plan.BoardDecisions(a.options.Today) {
		blocks = append(blocks, Heading(strconv.Itoa(i+1)+". "+assets.Capital(a.inShort(d))), a.explained(d))
	}
	if len(blocks) == 0 {
		return nil
	}
	return append([]Block{Paragraph(a.words.Weighing.Intro)}, append(blocks, Room{string(a.words.Weighing.Signature), 1})...)
}

// inShort is a decision in a few words.
func (a *author) inShort(d steps.BoardDecision) string {
	if d.PerTask() && len(d.Tasks) > 1 {
		return string(a.texts.Plan.Decisions[d.Kind]) + ": " + a.joinTitles(a.taskTitles(d.Tasks), namedTasks)
	}
	return a.texts.DecisionOf(a.plan, d)
}

// explained is what a decision costs, what else was weighed, what happens without it, and who carries it out.
func (a *author) explained(d steps.BoardDecision) (list List) {
	w, words := a.words.Weighing, a.words.Decisions[d.Kind]
	say := func(lead assets.Text, text string) {
		if text != "" {
			list.Items = append(list.Items, Item{Lead: string(lead), Text: text})
		}
	}
	if s := a.plan.Definitions().Deciding(d.Kind); s != nil {
		say(w.Costs, a.costsByYear(s))
		say(a.texts.SheetCommon.For+".", a.costsByTheme(s))
	} else if d.Kind != steps.OwnDecision {
		weighing, text := a.plan.Weigh(d), words.Costs
		if weighing.Hours.Bound != steps.Exactly && words.CostsAtLeast != "" {
			text = words.CostsAtLeast
		}
		costs := assets.Capital(text.Fill(a.decisionValues(d)...))
		if weighing.InShortage {
			costs += " " + string(w.InShortage)
		}
		say(w.Costs, costs+" "+w.IfNot.Fill("what", assets.LowerFirst(words.IfNot.Fill(a.decisionValues(d)...))))
		say(w.Weighed, a.alternatives(d))
	}
	recorded := a.plan.Recorded(d, a.options.Today)
	say(w.CarriedOut, a.carriedOut(recorded, string(words.Owner)))
	if !steps.Blank(recorded.Note) {
		list.Items = append(list.Items, Item{Said: []Said{{strings.TrimSuffix(string(w.Note), "."), recorded.Note}}})
	}
	boxes := each(steps.Outcomes, func(o steps.Outcome) string { return tickBox + a.texts.Value("outcome", string(o)) })
	list.Items = append(list.Items, Item{Text: strings.Join(boxes, "  ")})
	return list
}

// alternatives are what else was weighed, in a sentence.
func (a *author) alternatives(d steps.BoardDecision) string {
	named := each(a.plan.Weigh(d).Alternatives, func(other steps.Alternative) string {
		words := a.words.Weighing.Alternatives[other.ID]
		takes := words.Takes
		switch {
		case takes == "" || other.Hours.Bound == steps.Unknown:
			return string(words.What)
		case words.Enough == "" || other.Open.Certain():
		case other.Open.Bound == steps.AtLeast:
			takes = words.Perhaps
		default:
			takes = words.Enough
		}
		return string(words.What) + " (" + takes.Fill("hours", a.texts.Quantity(other.Hours), "open", a.texts.Quantity(other.Open)) + ")"
	})
	if len(named) == 0 {
		return ""
	}
	return assets.Capital(strings.Join(named, "; ")) + "."
}

// carriedOut says who carries a decision out and by when: as it was recorded, else a proposal.
func (a *author) carriedOut(r steps.Resolution, usual string) string {
	w, next := a.words.Weighing, a.plan.Round.NextEvaluation
	owner := cmp.Or(a.texts.Whoever(a.plan, r.Owner), usual)
	switch {
	case owner == "":
		return ""
	case r.Due != "":
		return w.By.Fill("owner", assets.Capital(owner), "date", a.texts.Date(r.Due))
	case r.Owner != "":
		return assets.Capital(owner) + "."
	case next > a.options.Today:
		return w.ByEvaluation.Fill("owner", owner, "date", a.texts.Date(next))
	}
	return w.ByUndated.Fill("owner", owner)
}

// outcomes say what became of the decisions since the last paper.
func (a *author) outcomes() (list List) {
	w := a.words.Outcomes
	for _, t := range a.plan.TakenDecisions(a.options.Today) {
		text := w.Undated.Fill("outcome", assets.Capital(a.texts.Value("outcome", string(t.Outcome))))
		if t.On != "" {
			text = w.Taken.Fill("outcome", assets.Capital(a.texts.Value("outcome", string(t.Outcome))), "date", a.texts.Date(t.On))
		}
		sentences := []string{text}
		if t.Outcome != steps.Refused {
			if by := a.carriedOut(t.Resolution, ""); by != "" {
				sentences = append(sentences, by)
			}
		}
		switch short := a.plan.Capacity().Short(); {
		case t.Known && t.Settled:
			sentences = append(sentences, string(w.Settled))
		case t.Known && t.Decision.Kind == steps.ReleaseHours && short.Certain(): // part of what was asked may be there
			sentences = append(sentences, w.Short.Fill("hours", a.texts.Quantity(short)))
		case t.Known:
			sentences = append(sentences, string(w.Waiting))
		}
		item := Item{Lead: withFullStop(assets.Capital(a.inShort(t.Decision))), Text: strings.Join(sentences, " ")}
		if !steps.Blank(t.Note) {
			item.Said = []Said{{assets.Capital(a.column("note")), t.Note}}
		}
		list.Items = append(list.Items, item)
	}
	return list
}
