package command

import (
	"cmp"

	"github.com/spf13/cobra"

	"stappenplan/session"
	"stappenplan/steps"
)

// historyCommand shows the journal.
func (p *program) historyCommand() *cobra.Command {
	return p.showing("history", func(session *session.Session) ([]string, error) {
		return p.historyLines(session.Journal()), nil
	}, func(session *session.Session) ([]string, error) {
		return entryLines(session.Journal().Entries())
	})
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
	at := e.At.In(p.clock().Location())
	return words.Line.Fill("number", number, "day", p.texts.Date(steps.DateOf(at)), "time", at.Format("15:04"),
		"author", steps.CleanName(cmp.Or(e.By, string(words.Nobody))), "round", round, "change", steps.CleanName(change))
}
