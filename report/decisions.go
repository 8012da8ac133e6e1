package report

import (
	"cmp"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

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

// decision is what is asked in a line, and why; or as a person worded it.
func (a *author) decision(d steps.BoardDecision) Item {
	if r, _ := a.plan.Resolution(d.TextID()); !steps.Blank(r.Text) {
		return Item{Lead: steps.CleanName(r.Text)}
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

// decisionValues fill the words of a decision.
func (a *author) decisionValues(d steps.BoardDecision) []any {
	weighing := a.plan.Weigh(d)
	hours := a.hoursOrUnknown(weighing.Hours)
	if d.Kind == steps.ReleaseHours {
		hours = a.difference()
	}
	return []any{
		"group", a.group(), "hours", hours, "percent", weighing.Percent,
		"planned", a.texts.Number(a.capacity.Planned), "available", a.texts.Number(a.capacity.Available),
		"members", a.joinNames(each(d.Members, a.name)), "tasks", a.joinTitles(a.taskTitles(d.Tasks), namedTasks),
		"date", a.texts.Date(a.plan.Round.NextEvaluation),
	}
}

func (a *author) hoursOrUnknown(hours *steps.Decimal) string {
	if hours == nil {
		return string(a.words.Weighing.Unknown)
	}
	return a.texts.Number(*hours)
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
	if r, _ := a.plan.Resolution(d.TextID()); !steps.Blank(r.Text) {
		return steps.CleanName(r.Text)
	}
	if d.PerTask() {
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
	if d.Kind != steps.OwnDecision {
		say(w.Costs, assets.Capital(words.Costs.Fill(a.decisionValues(d)...))+" "+w.IfNot.Fill("what", lowerFirst(words.IfNot.Fill(a.decisionValues(d)...))))
		say(w.Weighed, a.alternatives(d))
	}
	recorded, _ := a.plan.Resolution(d.IDs()[0])
	now := recorded
	if a.plan.AsksAnew(recorded.ID, a.options.Today) {
		now = steps.Resolution{}
	}
	say(w.CarriedOut, a.carriedOut(now, string(words.Owner)))
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
		if words.Takes == "" || other.Hours == nil && other.Open == nil {
			return string(words.What)
		}
		return string(words.What) + " (" + words.Takes.Fill("hours", a.hoursOrUnknown(other.Hours), "open", a.hoursOrUnknown(other.Open)) + ")"
	})
	if len(named) == 0 {
		return ""
	}
	return assets.Capital(strings.Join(named, "; ")) + "."
}

// carriedOut says who carries a decision out and by when: as it was recorded, else a proposal.
func (a *author) carriedOut(r steps.Resolution, usual string) string {
	w, next := a.words.Weighing, a.plan.Round.NextEvaluation
	owner := cmp.Or(a.whoever(r.Owner), usual)
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

// whoever is how a member, or somebody else, is called.
func (a *author) whoever(owner string) string {
	if id, member := strings.CutPrefix(owner, steps.MemberPrefix); member {
		return a.name(id)
	}
	return owner
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
		switch {
		case t.Known && t.Settled:
			sentences = append(sentences, string(w.Settled))
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
