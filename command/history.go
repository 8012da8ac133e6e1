package command

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

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
	c := p.showing("history", func(session *session.Session) ([]string, error) {
		found, err := find(session)
		return p.historyLines(session, found, search.Any()), err
	}, func(session *session.Session) ([]string, error) {
		found, err := find(session)
		if err != nil {
			return nil, err
		}
		return entryLines(session.Journal(), found)
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

// entryLines are entries as they are kept, the oldest first, as one list in JSON. What somebody answered apart is left out,
// however many did: an answer of when there was only one would tell what that one said, and the plan itself has them all.
func entryLines(journal *steps.Journal, numbers []uint64) ([]string, error) {
	lines := []string{"["}
	for i, n := range numbers {
		line, err := withoutVoices(journal.Entries()[n-1]).Encode()
		if err != nil {
			return nil, err
		}
		comma := ","
		if i == len(numbers)-1 {
			comma = ""
		}
		lines = append(lines, string(line)+comma)
	}
	return append(lines, "]"), nil
}

// withoutVoices is an entry that says who answered apart, and not what.
func withoutVoices(e steps.Entry) steps.Entry {
	e.Changes = slices.Clone(e.Changes)
	for i := range e.Changes {
		if c := &e.Changes[i]; c.Kind == steps.ChangeVoice {
			c.Choice, c.Note = steps.Field[steps.Choice]{}, steps.Field[string]{}
		}
	}
	return e
}

// historyLines are one line an entry, the newest first.
func (p *program) historyLines(session *session.Session, numbers []uint64, all bool) (lines []string) {
	journal, words := session.Journal(), p.texts.Commands.History
	entries, rounds, said := journal.Entries(), journal.Rounds(), p.texts.History(journal)
	for _, n := range slices.Backward(numbers) {
		e := entries[n-1]
		line := p.historyLine(e, int(n), rounds[n-1], said[n-1])
		if n > 1 && e.At.Before(entries[n-2].At) {
			line += " (" + string(words.Back) + ")"
		}
		if by := journal.WithdrawnBy(n); by != 0 {
			line += " (" + words.Withdrawn.Fill("number", by) + ")"
		}
		lines = append(lines, line)
	}
	switch {
	case len(lines) > 0:
		return lines
	case all:
		return []string{string(words.Nothing)}
	}
	return []string{string(words.NothingFound)}
}

func (p *program) historyLine(e steps.Entry, number, round int, change string) string {
	words := p.texts.Commands.History
	at := e.At.In(p.clock().Location())
	return words.Line.Fill("number", number, "day", p.texts.Date(steps.DateOf(at)), "time", at.Format("15:04"),
		"author", steps.CleanName(cmp.Or(e.By, string(words.Nobody))), "round", round, "change", steps.CleanName(change))
}
