package command

import (
	"strconv"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
)

// undoCommand takes the last changes back, or earlier answers as they were before they were given.
func (p *program) undoCommand() *cobra.Command {
	return p.backOrForth("undo", p.texts.Commands.Undo, (*steps.Journal).Undoable, (*session.Session).Undo, func(entry uint64) uint64 { return entry - 1 })
}

// redoCommand makes again what was taken back, or gives earlier answers again.
func (p *program) redoCommand() *cobra.Command {
	return p.backOrForth("redo", p.texts.Commands.Redo, (*steps.Journal).Redoable, (*session.Session).Redo, func(entry uint64) uint64 { return entry })
}

// backOrForth goes a number of entries back or forth: one at once, more after they were shown and it was asked. Answers of an
// entry are put back as they stood after another one.
func (p *program) backOrForth(
	name string, words assets.BackTexts, possible func(*steps.Journal) []uint64, one func(*session.Session) (uint64, error), then func(entry uint64) uint64,
) *cobra.Command {
	yes, answer := false, ""
	c := p.command(name, 0, nil)
	c.Args = takes(name, "", 0, 1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if answer != "" && len(args) > 0 {
			return usage("answer-or-number", "command", name)
		}
		n := 1
		if len(args) > 0 {
			var err error
			if n, err = strconv.Atoi(args[0]); err != nil || n < 1 {
				return usage("no-number-of-entries", "command", name, "value", args[0])
			}
		}
		return p.loaded(toChange, func(session *session.Session) error {
			if answer != "" {
				answers, err := answersNamed(answer, session.Journal())
				if err != nil {
					return err
				}
				return p.putBack(session, answers, then(answers.entry), yes)
			}
			numbers := possible(session.Journal())
			switch {
			case n == 1 || len(numbers) == 0:
				return p.goOne(session, words, one)
			case n > len(numbers):
				return refuse("too-many-entries-"+name, "n", strconv.Itoa(n), "most", strconv.Itoa(len(numbers)))
			}
			if agreed, err := p.agreeToGo(session, words, numbers[:n], yes); err != nil || !agreed {
				return err
			}
			for range n {
				if err := p.goOne(session, words, one); err != nil {
					return err
				}
			}
			return nil
		})
	}
	c.Flags().StringVar(&answer, "answer", "", p.flag("answer-"+name))
	c.Flags().BoolVar(&yes, "yes", false, p.flag("yes"))
	return c
}

// goOne goes one entry back or forth, and says in words which.
func (p *program) goOne(session *session.Session, words assets.BackTexts, one func(*session.Session) (uint64, error)) error {
	number, err := one(session)
	if err != nil {
		return err
	}
	p.tell(p.out, words.Done.Fill("entry", session.Said(number)))
	return nil
}

// agreeToGo shows what several entries were, and asks whether to go.
func (p *program) agreeToGo(session *session.Session, words assets.BackTexts, numbers []uint64, yes bool) (bool, error) {
	if yes {
		return true, nil
	}
	lines := words.Preview.For(len(numbers))
	said, rounds := session.Spoken().History(session.Journal()), session.Journal().Rounds()
	for _, n := range numbers {
		lines += "\n  " + p.historyLine(session.Journal().Head(n), int(n), rounds[n-1], said[n-1])
	}
	p.tell(p.out, lines)
	return p.agree(words.Ask, "go-needs-terminal", yes)
}
