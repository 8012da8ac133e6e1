package command

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
)

// historyCommand shows the journal: all of it, or what is about a step, a task or a person.
func (p *program) historyCommand() *cobra.Command {
	step, search := "", steps.Search{}
	find := func(session *session.Session) ([]uint64, error) {
		if step != "" {
			id, known := stepNamed(step)
			if !known {
				return nil, usage("history-step", "value", step)
			}
			search.Step = id
		}
		return session.Journal().Find(search), nil
	}
	c := p.showing("history", func(session *session.Session, say func(string)) error {
		found, err := find(session)
		if err == nil {
			p.sayHistory(session, found, search.Any(), say)
		}
		return err
	}, func(session *session.Session, say func(string)) error {
		found, err := find(session)
		if err != nil {
			return err
		}
		return sayEntries(session.Journal(), found, say)
	})
	c.Flags().StringVar(&step, "step", "", p.flag("step"))
	c.Flags().StringVar(&search.Task, "task", "", p.flag("task"))
	c.Flags().StringVar(&search.Person, "person", "", p.flag("person"))
	var ids []string
	for _, s := range steps.Tree {
		ids = append(ids, string(s.ID))
	}
	p.complete(c, "step", ids...)
	return c
}

// stepNamed is the step with an id or a number.
func stepNamed(name string) (steps.StepID, bool) {
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(steps.Tree) {
		return steps.Tree[n-1].ID, true
	}
	s, known := steps.Find(steps.StepID(name))
	return s.ID, known
}

// sayEntries says entries as they are kept, the oldest first, as one list in JSON. What somebody answered apart is left out,
// however many did: an answer of when there was only one would tell what that one said, and the plan itself has them all.
func sayEntries(journal *steps.Journal, numbers []uint64, say func(string)) error {
	say("[")
	for i, n := range numbers {
		line, err := withoutAnswers(journal.Entry(n), journal.Plan()).Encode()
		if err != nil {
			return err
		}
		comma := ","
		if i == len(numbers)-1 {
			comma = ""
		}
		say(string(line) + comma)
	}
	say("]")
	return nil
}

// withoutAnswers is an entry that says who answered apart, or that somebody answered an inquiry, and not what.
func withoutAnswers(e steps.Entry, plan steps.Plan) steps.Entry {
	for i := range e.Changes {
		switch c := &e.Changes[i]; {
		case c.Kind == steps.ChangeVoice:
			c.Choice, c.Note = steps.Field[steps.Choice]{}, steps.Field[string]{}
		case plan.Private(*c):
			c.Row, c.Cells = "", nil
		}
	}
	return e
}

// sayHistory says one line an entry, the newest first.
func (p *program) sayHistory(session *session.Session, numbers []uint64, all bool, say func(string)) {
	journal, words := session.Journal(), p.texts.Commands.History
	switch {
	case len(numbers) == 0 && all:
		say(string(words.Nothing))
		return
	case len(numbers) == 0:
		say(string(words.NothingFound))
		return
	}
	rounds, said := journal.Rounds(), p.texts.History(journal)
	for _, n := range slices.Backward(numbers) {
		head := journal.Head(n)
		line := p.historyLine(head, int(n), rounds[n-1], said[n-1])
		if n > 1 && head.At.Before(journal.Head(n-1).At) {
			line += " (" + string(words.Back) + ")"
		}
		if withdrawn := assets.Withdrawn(journal, n, words.Withdrawn, words.DidNotFit); withdrawn != "" {
			line += " (" + withdrawn + ")"
		}
		say(line)
	}
}

func (p *program) historyLine(head steps.Head, number, round int, change string) string {
	words := p.texts.Commands.History
	at := head.At.In(p.clock().Location())
	return words.Line.Fill("number", number, "day", p.texts.Date(steps.DateOf(at)), "time", at.Format("15:04"),
		"author", steps.CleanName(cmp.Or(head.By, string(words.Nobody))), "round", round, "change", steps.CleanName(change))
}
