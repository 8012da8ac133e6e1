package command

import (
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/session"
	"stappenplan/steps"
)

// historyCommand shows the journal.
func (p *program) historyCommand() *cobra.Command {
	asJSON := false
	c := p.command("history", 0, func([]string) error {
		return p.loaded(toShow, func(session *session.Session) error {
			if !asJSON {
				p.tell(p.out, strings.Join(p.historyLines(session.Journal()), "\n"))
				return nil
			}
			lines, err := entryLines(session.Journal().Entries())
			if err == nil {
				p.tell(p.out, strings.Join(lines, "\n"))
			}
			return err
		})
	})
	c.Flags().BoolVar(&asJSON, "json", false, p.flag("json"))
	return c
}

// entryLines are the entries as they are kept, number 1 first, as one list in JSON.
func entryLines(entries []steps.Entry) ([]string, error) {
	lines := []string{"["}
	for i, e := range entries {
		line, err := e.Encode()
		if err != nil {
			return nil, err
		}
		comma := ","
		if i == len(entries)-1 {
			comma = ""
		}
		lines = append(lines, string(line)+comma)
	}
	return append(lines, "]"), nil
}

// historyLines are one line an entry, the newest first.
func (p *program) historyLines(journal *steps.Journal) []string {
	entries, rounds, said := journal.Entries(), journal.Rounds(), p.texts.History(journal)
	if len(entries) == 0 {
		return []string{string(p.texts.Commands.History.Nothing)}
	}
	lines := make([]string, len(entries))
	for i, e := range entries {
		line := p.historyLine(e, i+1, rounds[i], said[i])
		if i > 0 && e.At.Before(entries[i-1].At) {
			line += " (" + string(p.texts.Commands.History.Back) + ")"
		}
		if by := journal.WithdrawnBy(uint64(i + 1)); by != 0 {
			line += " (" + p.texts.Commands.History.Withdrawn.Fill("number", by) + ")"
		}
		lines[len(entries)-1-i] = line
	}
	return lines
}

func (p *program) historyLine(e steps.Entry, number, round int, change string) string {
	words := p.texts.Commands.History
	author := e.By
	if author == "" {
		author = string(words.Nobody)
	}
	at := e.At.In(p.clock().Location())
	return words.Line.Fill("number", number, "day", p.texts.Date(steps.DateOf(at)), "time", at.Format("15:04"),
		"author", steps.CleanName(author), "round", round, "change", steps.CleanName(change))
}
