package command

import (
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/session"
	"stappenplan/steps"
)

// sinceStatus is what changed since a moment, as scripts read it.
type sinceStatus struct {
	From       steps.Moment       `json:"from"`
	To         steps.Moment       `json:"to"`
	School     []steps.Difference `json:"school"`
	Steps      []steps.Difference `json:"steps"`
	Tasks      []steps.Difference `json:"tasks"`
	Members    []steps.Difference `json:"members"`
	Agreements []steps.Difference `json:"agreements"`
	Evaluation []steps.Difference `json:"evaluation"`
	Findings   foundAndGone       `json:"findings"`
	Actions    []steps.Difference `json:"actions"`
	Decisions  []steps.Difference `json:"decisions"`
	Sheets     []steps.Difference `json:"sheets"`
	Capacity   fromTo             `json:"capacity"`
}

type foundAndGone struct {
	New  []steps.Finding `json:"new"`
	Gone []steps.Finding `json:"gone"`
}

type fromTo struct {
	From steps.Capacity `json:"from"`
	To   steps.Capacity `json:"to"`
}

// since compares the plan with how it stood at a moment: the opening of a round, the start of a local day, or an entry.
func since(session *session.Session, what string) (from, to steps.Moment, c steps.Comparison, err error) {
	journal := session.Journal()
	n, err := sinceEntry(session, what)
	if err != nil {
		return from, to, c, err
	}
	from, before, err := journal.Moment(n)
	if err != nil {
		return from, to, c, err
	}
	to, after, err := journal.Moment(journal.Len())
	return from, to, steps.Compare(before, after, session.Today()), err
}

// sinceEntry is the number of the entry after which the plan stood as it did at a moment.
func sinceEntry(session *session.Session, what string) (uint64, error) {
	journal := session.Journal()
	if number, isEntry := strings.CutPrefix(what, entryPrefix); isEntry {
		n, err := strconv.ParseUint(number, 10, 64)
		switch {
		case err != nil:
			return 0, usage("since-what", "value", what)
		case n > journal.Len():
			return 0, refuse("since-no-entry", "value", number, "last", strconv.FormatUint(journal.Len(), 10))
		}
		return n, nil
	}
	if day, ok := steps.ParseDate(what); ok {
		return journal.BeforeDay(day, session.Clock().Location()), nil
	}
	round, err := strconv.Atoi(what)
	if err != nil || round < 1 {
		return 0, usage("since-what", "value", what)
	}
	n, known := journal.BeforeRound(round)
	if !known {
		return 0, refuse("since-no-round", "value", what, "last", strconv.Itoa(session.Plan().Round.Number))
	}
	return n, nil
}

func sinceJSON(session *session.Session, what string) ([]string, error) {
	from, to, c, err := since(session, what)
	if err != nil {
		return nil, err
	}
	of := func(part steps.PartID) []steps.Difference { return listed(c.Of(part)) }
	text, err := inJSON(sinceStatus{
		From: from, To: to,
		School: of(steps.SchoolPart), Steps: of(steps.StepsPart), Tasks: of(steps.TasksPart), Members: of(steps.MembersPart),
		Agreements: of(steps.AgreementsPart), Evaluation: of(steps.EvaluationPart),
		Findings: foundAndGone{listed(c.New), listed(c.Gone)},
		Actions:  of(steps.ActionsPart), Decisions: of(steps.DecisionsPart), Sheets: of(steps.SheetsPart),
		Capacity: fromTo{c.Capacity.Before, c.Capacity.After},
	})
	return []string{text}, err
}

// sinceLines say what changed: first what it comes down to, then field by field, then how the rounds ended.
func sinceLines(session *session.Session, what string) ([]string, error) {
	from, _, c, err := since(session, what)
	if err != nil {
		return nil, err
	}
	texts := session.Spoken()
	lines := append([]string{texts.Comparison.Since.Fill("moment", texts.MomentOf(from, session.Clock().Location()))}, texts.ComparisonLines(c)...)
	if c.Same() {
		return lines, nil
	}
	rounds, err := roundLines(session, texts)
	return append(lines, rounds...), err
}

// roundLines say how the rounds ended, where there was more than one.
func roundLines(session *session.Session, texts *assets.Texts) (lines []string, err error) {
	rounds, err := session.Journal().RoundLines(session.Today())
	if err != nil || len(rounds) < 2 {
		return nil, err
	}
	table := report.RoundTable(texts, rounds, session.Plan().Round.Number)
	titles := make([]string, len(table.Columns))
	for i, column := range table.Columns {
		titles[i] = column.Title
	}
	rows := append([][]string{titles}, table.Rows...)
	lines = []string{"", string(texts.Comparison.Rounds.Title)}
	for _, row := range rows {
		line := "  "
		for i, cell := range row {
			width := 0
			for _, other := range rows {
				width = max(width, len([]rune(other[i]))+2)
			}
			line += padded(cell, width)
		}
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return lines, nil
}
