package assets

import "stappenplan/steps"

// MergeTexts are the words for joining two copies of one plan.
type MergeTexts struct {
	Nothing     Text                     // {file} holds nothing that is not here
	Of          Text                     // {school}: above a preview, where a file holds several plans
	Opens       Text                     // {file} is encrypted, and what is added lies open here
	Adds        Plural                   // {file}: above the entries that are added
	Alike       Text                     // {file} holds the same entries, and another plan
	Follows     Text                     // {file} {what}: the plan becomes that of theirs, where adding its entries alone does not do that
	More        Plural                   // entries that are not listed
	Erases      Plural                   // {what} was erased there, and so it is here: in entries of ours
	ErasesOf    Text                     // stands at {what} where nobody is named there
	Kept        Plural                   // above those that cannot stand
	KeptLine    Text                     // {line}
	InTheWay    Text                     // {n} {entry}: of ours
	Stays       map[steps.Hindrance]Text // {n} {by}: why what was removed cannot come back
	TakeBack    Text                     // above what cannot stand because of a removal, which can be taken back: {n} {entry}
	StaysAway   Text                     // {entry}: the answers, at {value}
	ComesBack   Text                     // {n}
	TakeBackHow Text                     // how that is chosen where nobody can be asked
	TakenBack   Plural                   // above the removals that are taken back
	Stuck       Plural                   // above those that cannot be, beside the others
	Renamed     Plural                   // above what both sides made under one id
	Line        Text                     // {what} {id}: one of these
	Conflicts   Plural                   // above what both sides left different
	Choice      Text                     // {n} {of} {what}
	Ours        Text                     // {value}
	Theirs      Text                     // {value} {file}
	There, Gone Text                     // in the place of the values, where one side has all of something and the other one nothing
	Hidden      Text                     // in the place of a value that is nobody's to see
	Which       Text                     // the question which of both
	KeepOurs    []Text                   // what counts as ours
	KeepTheir   []Text
	Again       Text // neither was typed
	Chosen      Text // {what} {value}
	Ask         Text
	Erased      Text   // it was
	Done        Plural // entries were added
	DoneAlike   Text   // none was, and what was chosen is kept
	ErasedWhole Text   // {plan} of ours was erased there; how that is done here: {command}
	Others      Text   // {file} holds other {plans} that are not here
	Where       Text   // {file}: how the other copy gets the same
	Beside      BesideTexts
	Title, Text Text // of the screen that asks for the other file
}

// BesideTexts tell what stands beside the file of a plan.
type BesideTexts struct {
	Copy             Plural // {file} {command}: a copy in which so many entries are new
	Newer            Plural // {file} {command}: the plan went on there, and so many entries are new
	Copies           Plural // {how}: the same, of all copies together
	Unread           Plural // copies that were not looked into
	OnScreen, ByLine Text   // {word}: how they are merged
	Command          Text   // {file}: to merge it
	Words            []Text // typed to do so
	Older            Plural // {last}: an older copy seems to have been put back
	Other            Text   // another copy was put there, which is no older one
	Synced           Text   // {client}
	Network          Text
	Readable         Text // by all who use the computer
	GoOn             Text // a key leads back to the questions
}

// Conflict is a field that two copies of a plan left different, in words.
type Conflict struct {
	What         string // what it is of, and which field
	Ours, Theirs string
}

// Conflict says a conflict of a merge, by its place, in words. What is nobody's to see one by one is not shown.
func (t *Texts) Conflict(i int, m *steps.Merge) Conflict {
	c := m.Conflicts[i]
	ours, theirs := m.Values(i)
	subject := t.subject(c.About, ours, theirs)
	if c.About.Kind == steps.ChangeVoice {
		subject = t.Changes.DiffersOf.Fill("subject", t.StepName(c.About.Step), "what", c.About.Voiced())
	}
	if c.Field == "" {
		said := Conflict{What: subject, Ours: string(t.Merge.There), Theirs: string(t.Merge.Gone)}
		if adds(c.About, ours) {
			said = Conflict{t.subject(c.About, theirs, theirs), said.Theirs, said.Ours}
		}
		return said
	}
	field := t.fieldOf(c.About, steps.Given{Name: c.Field}, ours)
	said := Conflict{What: t.Changes.DiffersOf.Fill("subject", subject, "what", field)}
	if c.About.Kind == steps.ChangeVoice || ours.Private(c.About) {
		said.Ours, said.Theirs = string(t.Merge.Hidden), string(t.Merge.Hidden)
		return said
	}
	value := func(c steps.Change, field string, p steps.Plan) string {
		for _, g := range given(c, p) {
			if g.Name == field {
				return t.valueOf(c, g, p)
			}
		}
		return string(t.Common.None)
	}
	said.Ours, said.Theirs = cutBoth(value(c.Ours, c.Field, ours), value(c.Theirs, c.Field, theirs))
	return said
}

// Renamed says how something is called that theirs made under an id that was in use, and its new id.
func (t *Texts) Renamed(r steps.Renamed, after steps.Plan) (what, id string) {
	return t.subject(r.About, after, after), r.ID()
}
