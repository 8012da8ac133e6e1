package assets

import (
	"strings"

	"stappenplan/steps"
)

// EraseTexts are the words of `erase`.
type EraseTexts struct {
	Mark       Text   // stands in the place of a name; between square brackets
	OfSheet    Text   // the answers on a {sheet} of a {plan}
	OfPlan     Text   // a whole {plan}
	Preview    Text   // {what} will be erased
	Also       Text   // other {names} of the same person
	Entries    Plural // of a {plan}, in which something goes
	Copies     Plural // in which something goes
	Unsound    Plural // damaged copies, which go whole
	Alone      Plural // texts with a part of the name alone, which stay; above them
	AloneToo   Plural // the same, which go
	AskAlone   Plural
	Others     Text // {files} that people or other programs made
	NotReached Text // what the program cannot reach
	Ask        Text
	Done       Text   // {what} {file}
	Finished   Text   // the same, begun before
	Nothing    Text   // {what} is nowhere
	Left       Text   // who left long ago: {name} {date} {command}
	NobodyLeft Plural // more years ago than this
}

// erasedChange says that something was erased, and of whom or what; never what it was.
func (t *Texts) erasedChange(c steps.Change) string {
	record, kept := c.Erased.Value()
	subject := record.Mark
	switch {
	case c.Sheet != "":
		subject = string(t.Sheets[c.Sheet].Title)
		if subject == "" { // of a later edition
			subject = c.Sheet
		}
	case c.Member != "":
		subject += " " + strings.TrimPrefix(c.Member, steps.ErasedPrefix)
	}
	if !kept {
		return t.Changes.ErasedHere.Fill("subject", subject)
	}
	return t.Changes.Erased.Fill("subject", subject)
}
