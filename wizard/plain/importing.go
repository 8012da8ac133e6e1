package plain

import (
	"errors"
	"io"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile/importing"
	"stappenplan/planfile/lists"
)

// ImportTalk is a conversation about an import, line by line.
type ImportTalk struct {
	Texts *assets.Texts
	Write func(text string)
	// Hear gives the next line that is typed, harmless; io.EOF where there is none.
	Hear func() (string, error)
	// LeavesBad says that cells of our workbook that cannot be are left without asking.
	LeavesBad bool
}

// Import talks an import through, and gives it with what was decided. Where that is left, it says that nothing changes, and agreed is
// false.
func (t ImportTalk) Import(i importing.Import) (decided importing.Import, agreed bool, err error) {
	agreed = true
	switch i.Kind {
	case importing.OtherList:
		for _, ask := range []func(*importing.Import) error{t.columns, t.parts, t.offers, t.tasks, t.people} {
			if err == nil {
				err = ask(&i)
			}
		}
	case importing.OurWorkbook:
		if err = t.doubts(&i); err == nil {
			t.Describe(i)
			agreed, err = t.leavesBad(i)
		}
	}
	if errors.Is(err, io.EOF) {
		agreed, err = false, nil
	}
	if err == nil && !agreed {
		t.say(string(t.Texts.Commands.Import.Kept))
	}
	return i.Seen(), agreed && err == nil, err
}

// Describe says what was understood of a file, and what was left out of it.
func (t ImportTalk) Describe(i importing.Import) {
	list, own := t.Texts.Workbook.List, t.Texts.Workbook.Own
	switch i.Kind {
	case importing.OtherList:
		t.say(i.Sheets()...)
		for _, c := range i.Columns() {
			t.say(list.Column.Fill("letter", c.Letter, "heading", i.Heading(c), "field", i.Field(c), "evidence", i.Evidence(c)))
			if len(c.Samples) > 0 {
				t.say(list.Samples.Fill("samples", strings.Join(c.Samples, " · ")))
			}
		}
		if len(i.List.LeftOut) > 0 {
			t.say(string(list.LeftOut))
		}
		for _, o := range i.List.LeftOut {
			t.say("  " + i.LeftOut(o))
		}
	case importing.OurWorkbook:
		if i.Reading.There > 0 {
			t.say(t.Texts.Workbook.There.For(i.Reading.There))
		}
		if unread := i.Unread(); len(unread) > 0 {
			t.say(own.Unread.For(len(unread)))
			t.say(indented(unread)...)
		}
	}
}

// Rows says where rows of a list go, under a heading; nothing where there are none.
func (t ImportTalk) Rows(i importing.Import, heading assets.Plural, rows []int) {
	if len(rows) == 0 {
		return
	}
	outcome := i.Outcome()
	t.say(heading.For(len(rows), "sure", t.Texts.WholePercent(lists.Sure)))
	for _, at := range rows {
		t.say("  " + i.Row(at, outcome[at]))
	}
}

// Likely says which task each doubtful row may be, where nobody is asked.
func (t ImportTalk) Likely(i importing.Import) {
	doubtful := i.Doubtful()
	if len(doubtful) == 0 {
		return
	}
	t.say(t.Texts.Workbook.List.Unsure.For(len(doubtful), "sure", t.Texts.WholePercent(lists.Sure)))
	for _, at := range doubtful {
		task := i.List.Rows[at].Matches[0].Task
		t.say("  " + i.Row(at, importing.Becomes{Task: task}) + t.taken(i, at, task))
	}
}

// Preview says what an import changes.
func (t ImportTalk) Preview(sections []importing.Section) {
	for _, s := range sections {
		t.say(s.Title)
		t.say(indented(s.Lines)...)
	}
}

func indented(lines []string) (moved []string) {
	for _, line := range lines {
		moved = append(moved, "  "+line)
	}
	return moved
}

func (t ImportTalk) say(lines ...string) {
	for _, line := range lines {
		t.Write(line + "\n")
	}
}

// ask says a question and gives what is typed.
func (t ImportTalk) ask(question string) (string, error) {
	t.say(question)
	return t.Hear()
}

// Confirm asks a yes or no.
func (t ImportTalk) Confirm(question string) (bool, error) {
	words := t.Texts.Commands.Ask
	for {
		t.Write(question + " " + string(words.Choice) + " ")
		typed, err := t.Hear()
		switch said := assets.Text(strings.ToLower(typed)); {
		case err != nil:
			return false, err
		case slices.Contains(words.Yes, said):
			return true, nil
		case slices.Contains(words.No, said):
			return false, nil
		}
		t.say(string(words.Again))
	}
}

// take makes a decision; one that cannot be is said.
func (t ImportTalk) take(i *importing.Import, decided importing.Import, err error) bool {
	if err != nil {
		t.say(t.Texts.Error(err))
		return false
	}
	*i = decided
	return true
}
