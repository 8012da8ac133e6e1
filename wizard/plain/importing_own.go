package plain

import (
	"strconv"
	"strings"

	"stappenplan/planfile/importing"
	"stappenplan/planfile/spreadsheet"
)

// What is asked about a workbook of this program that comes back.

// doubts asks about each doubt, until there is none left.
func (t ImportTalk) doubts(i *importing.Import) error {
	for len(i.Reading.Doubts) > 0 {
		for _, d := range i.Reading.Doubts {
			meant, err := t.meaning(*i, d)
			if err != nil {
				return err
			}
			decided, err := i.Settle(d.Question, meant)
			if err != nil {
				return err
			}
			*i = decided
		}
	}
	return nil
}

// meaning asks what a text means: one of its choices, Enter for the one that is proposed, or none of these.
func (t ImportTalk) meaning(i importing.Import, d spreadsheet.Doubt) (meant string, err error) {
	words, proposed := t.Texts.Workbook.Own, t.Texts.Workbook.List.Proposed
	question, none := i.Question(d)
	t.say(question, "  "+words.Cells.Fill("cells", i.Cells(d.Cells)))
	for n, choice := range append(d.Choices[:len(d.Choices):len(d.Choices)], spreadsheet.Choice{Name: none}) {
		key := strconv.Itoa(n + 1)
		if choice.ID == "" {
			key = string(words.Key)
		}
		line := words.Choice.Fill("key", key, "text", choice.Name)
		if choice.ID == d.Proposed {
			line = proposed.Fill("choice", line)
		}
		t.say(line)
	}
	for {
		typed, err := t.Hear()
		if err != nil {
			return "", err
		}
		number, notANumber := strconv.Atoi(typed)
		switch {
		case typed == "":
			return d.Proposed, nil
		case strings.EqualFold(typed, string(words.Key)):
			return "", nil
		case notANumber == nil && number >= 1 && number <= len(d.Choices):
			return d.Choices[number-1].ID, nil
		}
		t.say(string(t.Texts.Workbook.List.Again))
	}
}

// BadCells says which cells cannot be.
func (t ImportTalk) BadCells(i importing.Import) {
	words := t.Texts.Workbook.Own
	t.say(words.Bad.For(i.Reading.Bad.Count()))
	for _, problem := range i.Reading.Bad {
		t.say("  " + t.Texts.Error(problem))
	}
}

// leavesBad asks whether to leave the cells that cannot be and take the rest, where there are any.
func (t ImportTalk) leavesBad(i importing.Import) (bool, error) {
	if i.Reading.Bad == nil {
		return true, nil
	}
	t.BadCells(i)
	if t.LeavesBad {
		return true, nil
	}
	return t.Confirm(string(t.Texts.Workbook.Own.AskBad))
}
