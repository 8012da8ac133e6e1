package report

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// differences says what changed since the previous round: what became better, what worse and what is new, in sentences, and
// how each round ended. That an answer was given again is no difference, and decisions are told by themselves.
func (a *author) differences() []Block {
	if a.previous == nil {
		return nil
	}
	c := steps.Compare(a.calledInSentences(*a.previous), a.spoken, a.options.Today)
	var list List
	for _, d := range steps.Directions {
		if said := a.texts.ComparedBriefly(c, d); said != "" {
			list.Items = append(list.Items, Item{Lead: withFullStop(string(a.texts.Comparison.Directions[d])), Text: said})
		}
	}
	if len(a.allDifferences()) > 0 && a.options.wants(Annex, SectionSmallDifferences) {
		list.Items = append(list.Items, Item{Text: string(a.words.AllDifferences)})
	}
	return append([]Block{list}, a.rounds()...)
}

// rounds are how the rounds ended, one a row, the present one last. What two rounds have to say of each other is said in sentences.
func (a *author) rounds() []Block {
	table := RoundTable(a.texts, a.options.Rounds, a.plan.Round.Number)
	if len(table.Rows) < 3 {
		return nil
	}
	table.Columns = table.Columns[:len(table.Columns)-1] // findings are told by themselves
	for i, row := range table.Rows {
		table.Rows[i] = row[:len(table.Columns)]
	}
	return []Block{Heading(a.texts.Comparison.Rounds.Title), table}
}

// RoundTable is the line over rounds: how each ended, the present one how it stands.
func RoundTable(texts *assets.Texts, rounds []steps.RoundLine, present int) Table {
	w := texts.RoundTitles()
	table := Table{Columns: []Column{{Title: string(w[0])}, {Title: string(w[1])}, numbers(w[2]), numbers(w[3]), numbers(w[4]), numbers(w[5])}}
	for _, r := range rounds {
		table.Rows = append(table.Rows, texts.RoundRow(r, present))
	}
	return table
}

// allDifferences are all differences one by one: those of the plan itself, then those of each group of tasks. Of the longer texts
// and the details they come last.
func (a *author) allDifferences() (blocks []Block) {
	of := map[steps.GroupID][]steps.Change{}
	for _, c := range slices.Concat(a.changed.large, a.changed.small) {
		of[a.groupOf(c)] = append(of[a.groupOf(c)], c)
	}
	for _, group := range append([]steps.GroupID{""}, steps.Groups...) {
		below := slices.DeleteFunc(a.differing(of[group]), holdsNothing)
		if group != "" && len(below) > 0 {
			blocks = append(blocks, Heading(a.texts.Group(a.plan, group)))
		}
		blocks = append(blocks, below...)
	}
	return blocks
}

// groupOf is the group of the task that a change is about; empty where it is about none.
func (a *author) groupOf(c steps.Change) steps.GroupID {
	for _, plan := range []*steps.Plan{&a.plan, a.previous} {
		if t, known := plan.Task(c.Task); known {
			return t.Group
		}
	}
	return ""
}

// changed are the differences with the previous round. What was added is one large difference.
type changed struct {
	large, small []steps.Change
	words        assets.Differences
}

func (a *author) changedSince(previous *steps.Plan) (since changed) {
	if previous == nil {
		return since
	}
	since.words = a.texts.Differences(*previous, a.plan)
	for _, c := range steps.Changes(*previous, a.plan) {
		if c.Decision != "" || c.Action != "" || c.Kind == steps.ChangeVoice || a.plan.Private(c) { // told by themselves; voices to nobody
			continue
		}
		if c.Kind == steps.ChangeRound {
			c.Edition = steps.Field[int]{} // which tasks were asked about is seen in the list of them
			if len(c.Given()) == 1 && a.plan.Round.Number == previous.Round.Number {
				continue
			}
		}
		if _, known := previous.Member(c.Member); !known {
			if a.people.InRoles() {
				c.Role = steps.Field[steps.MemberRole]{} // who is added is called by it
			}
			added := func(one steps.Change) bool { return one.Kind == steps.ChangeMember && one.Member == c.Member }
			if i := slices.IndexFunc(since.large, added); c.Kind == steps.ChangeMember && i >= 0 {
				since.large[i].Knows, since.large[i].Prefers = c.Knows, c.Prefers // which name an own task that is added too
				continue
			}
		}
		if c.Kind == steps.ChangeTask && !previous.KnowsTask(c.Task) {
			since.large = append(since.large, c)
			continue
		}
		rest, details := splitDetails(c)
		if onlyDetails := rest.Kind == steps.ChangeTask && len(rest.Given()) == 0; !onlyDetails && (rest.Kind != steps.ChangeAnswer || rest.Choice.Given()) {
			since.large = append(since.large, rest)
		}
		if len(details.Given()) > 0 {
			since.small = append(since.small, details)
		}
	}
	return since
}

// splitDetails splits a change in its details and the rest.
func splitDetails(c steps.Change) (rest, details steps.Change) {
	detail := func(g steps.Given) bool { f, _ := steps.FieldNamed(c.Kind, g.Name); return f.Detail }
	return c.Keeping(func(g steps.Given) bool { return !detail(g) }), c.Keeping(detail)
}

// subject is what a change is about.
type subject struct {
	kind      steps.Kind
	step      steps.StepID
	task      string
	member    string
	agreement steps.AgreementID
	row       string // the path of that of a sheet
}

// differing says differences: what was added or removed in a list, and what became otherwise in a table, with a row for each
// thing it is about.
func (a *author) differing(changes []steps.Change) []Block {
	words := a.words.Answers
	list := List{}
	table := Table{Columns: []Column{{Title: assets.Capital(string(words.About))}, {Title: assets.Capital(string(words.Differs))}}}
	rows := map[subject]int{}
	for _, c := range changes {
		of := subject{c.Kind, c.Step, c.Task, c.Member, c.Agreement, steps.RowPath(c.Sheet, c.Table, c.Row)}
		for _, d := range a.changed.words.Of([]steps.Change{c}) {
			at, known := rows[of]
			switch {
			case d.About == "":
				list.Items = append(list.Items, Item{Text: sentence(d.Says)})
			case known:
				table.Rows[at][1] += factsApart + strings.Join(d.Says, factsApart)
			default:
				rows[of] = len(table.Rows)
				table.Rows = append(table.Rows, []string{assets.Capital(d.About), strings.Join(d.Says, factsApart)})
			}
		}
	}
	return []Block{list, table}
}
