package assets

// PastTexts are the words of the screens about what was: the history, one entry of it, the plan as it was, and the moments to compare.
type PastTexts struct {
	TitleAbout   Text // {what}: a history that is narrowed down
	NothingFound Text
	Day          Text // {date} {round}

	Entry     Text // {n} {date} {time} {author}
	Did       Text
	Withdrawn Text // {n}
	Look      Text
	WithNow   Text
	WithOlder Text
	// One earlier answer is put back: as it stood after an entry, and as before it.
	After, Before Text
	PutBack       Text // {what}
	NothingBack   Text
	More          Plural // changes that are not listed

	Mark    Text // {date} {n}: in the header
	Text    Text // {date} {time} {n} {author}
	ToNow   Text
	Now     Text // one looks at the plan as it is again
	InTrial Text // one decides first about what is tried

	Filter, Everything                     Text
	FilterSteps, FilterPeople, FilterTasks Text
	OfTask, OfMember                       Text

	PickFrom  Text
	PickTo    Text // {moment}
	Moments   Text // a heading
	Days      Text // a heading
	Present   Text
	RoundEnd  Text // {n} {date} {entry}
	DayEnd    Text // {date} {entry}
	PickEntry Text

	// On opening, in a line each: what others did since one's own newest entry, and that the evaluation is due.
	Since   Plural // {names} {date}
	Due     Text   // {date}
	Overdue Plural
	Others  Text // after the names that are said
}
