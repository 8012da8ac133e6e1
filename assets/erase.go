package assets

import (
	"strings"

	"stappenplan/steps"
)

// EraseTexts are the words of `erase`.
type EraseTexts struct {
	Mark          Text   // stands in the place of a name; between square brackets
	OfSheet       Text   // the answers on a {sheet} of a {plan}
	OfPlan        Text   // a whole {plan}
	OfCopy        Text   // what was erased from another copy
	Preview       Text   // {what} will be erased
	Also          Text   // other {names} of the same person
	Entries       Plural // of a {plan}, in which something goes
	Copies        Plural // in which something goes
	Unsound       Plural // damaged copies, which go whole
	Alone         Plural // texts with a part of the name alone
	AloneStays    Text   // that stays
	AloneToo      Text   // that goes too
	AskAlone      Text   // of one of them: {name} as it stands in a {text}
	Others        Text   // {files} that people or other programs made
	OthersUnsound Text   // {files} of those, and where the plan came from, that are damaged
	Closed        Text   // copies under a passphrase, which nobody can look into
	NotReached    Text   // what the program cannot reach
	Ask           Text
	Done          Text   // {what} {file}
	Did           Text   // the same in one short line
	Finished      Text   // the same, begun before
	Nothing       Text   // {what} is nowhere
	Left          Text   // who left long ago: {name} {date} {command}
	NobodyLeft    Plural // more years ago than this

	Title        Text   // of the screen that lists who and what can be erased
	Of           Text   // erases {name}
	Gone         Text   // who left; above them
	Since        Text   // {date}
	Years        Plural // how long ago that is
	Present      Text   // who is in the team; above them
	WithAnswers  Text   // sheets; above them
	AllOfIt      Text   // the plan; above it
	WholePlan    Text   // all of the plan of a {school}
	TypeName     Text   // asks for a {name}, before all of it goes
	OtherName    Text   // that was not typed: {name}
	Name         Text   // labels it
	SomebodyElse Text   // whose name is typed
	NameHint     Text   // how it is typed
	Hint         Text   // what Enter does there
	TickAlone    Text   // how one says where a part of the name goes too
	TickedToo    Text   // labels what is ticked
	Never        Text   // it cannot be undone
	ForGood      Text   // does it

	// Words are typed line by line; Command tells of them.
	Words   []Text
	Command Text
	Which   Plural // asks for one of {n}
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
