package assets

// ImportingTexts are the words of the screens on which a file comes into the plan, and of where that begins line by line. What is said
// of a list or a workbook wherever it is read stands in [WorkbookTexts].
type ImportingTexts struct {
	Title, What, Later Text
	File, FileHint     Text
	Resume             Text   // {file}
	MoreProblems       Plural // {n}: of a file, beside the first

	ColumnsTitle Text // {file}
	Rows         Plural
	Unknown      Text // in place of how many there are, where no column is known to hold the tasks
	UnknownKeys  Text // behind it, what the keys do
	ToTasks      Text
	Heads        HeadTexts
	Short        map[string]Text // what a column is taken for, in a word or two, by the field and, of other hours, its unit
	OffersTitle  Text
	Offers       map[string]Plural // {n} {horizon}: what is taken over only by consent, by its kind
	LeftTitle    Text
	Parts        map[string]Text // what was left out and can be taken in
	Sheet        Text            // {sheet}
	ColumnTitle  Text            // {letter} {heading}
	ColumnWhat   Text

	TasksTitle          Text   // {file}
	ToPeople            Text   // {become}: what becomes of the doubts that nobody looked at
	BecomeTasks         Plural // {n}
	BecomeOwn           Plural // {n}
	ToPeopleSure        Text
	Doubtful            Plural
	Theirs, Ours        Text   // headings
	Sure, Own           Plural // rows that are folded into one
	SureTitle, OwnTitle Text
	OwnTask, NotTaken   Text // what a row becomes
	TaskTitle           Text // {row} {title}
	DoubtOf             Text // {n} {total}
	WhichTask           Text
	Likely              Text // {task} {certainty}
	MakeOwn             Text // {group}
	LeaveOut, Search    Text
	SearchHint          Text
	Taken               Text // {row}: another row is this task
	Takes               Text // {row}: the same, and what comes of that one where this is chosen
	TakesChosen         Text // {row}: a person chose it for another row
	Rival               Text // {row} {task}: it becomes an own task, since another row is this one
	Displaced           Text // {row} {other} {task}: the same, from now on

	PeopleTitle          Text // {file}
	PeopleWhat           Text
	ToPreview            Text
	PersonRows           Text // {n}
	IsMember, IsNobody   Text
	PersonTitle          Text // {name}
	AsItIs               Text // {who}
	SameAs               Text // {name}
	SomebodyElse, Nobody Text

	DoubtsTitle    Text // {file}
	DoubtsWhat     Plural
	LeavesBad      Plural // {n}: cells that cannot be
	PreviewTitle   Text   // {file}
	Take, TakeUndo Text

	StepBack, StepForth, Nothing Text // what was chosen is taken back

	Words []Text // to type, line by line
	// LeaveWords leave an import on the way.
	LeaveWords []Text
	Command    Text // how that is told
	AskFile    Text
	Done       Text
}

// HeadTexts are the headings of the table of columns.
type HeadTexts struct{ Column, Samples, Field, Evidence Text }
