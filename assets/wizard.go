package assets

// WizardTexts are the words of the screens.
type WizardTexts struct {
	Title    Text
	TooSmall Text
	Plans    PlansTexts
	Editor   EditorTexts
	More     Text

	// The header and what is said in passing.
	Round, Saved, NotSaved, ReadOnlyMark, ExampleMark                            Text
	Undone, Redone, NothingToUndo                                                Text
	TooLong, TooManyLines                                                        Text // {limit}
	PastedNowhere                                                                Text
	UnsavedTitle, UnsavedTheirs, UnsavedWhat, UnsavedKeys, RefusedKeys, GoneAway Text
	TriedTyped, Signed, StillNotSaved, StopUnsaved, Typing                       Text
	KeptTyped                                                                    Text
	NotKeptYet                                                                   Text // stands before what is wrong with a text that is remembered
	DraftsAtRisk                                                                 Text // {text}
	OutsideTrial, DraftOf, DraftOfStep                                           Text // {text}
	DraftCount                                                                   Plural
	ChangedBack                                                                  Text // {what}
	NoCommand, NoDigit, BackAt                                                   Text // {key}
	LetterAtChoice, LetterAtTicks, LetterAtAction                                Text // {key}
	DraftLeft                                                                    Text // {field} {text}
	AnswerStays                                                                  Text // {answer}
	NothingAnswered                                                              Text
	LeftAsItWas                                                                  Text
	NothingTyped, TopLevel, TopLevelAlone                                        Text
	RescueHint, RescueKeys, GoneKeys                                             Text
	Rescued                                                                      Text // {path}

	// The rail.
	StepsDone    Text
	FindingCount Plural
	FindingKinds Plural // of how many kinds they are: {findings}

	// The first start and the welcome.
	FirstTitle, FirstWhat, FirstSource, FirstFile, InMemory Text
	FirstPrivateText, FirstBackupText, FirstTimeText, Begin Text
	WelcomeTitle, WelcomeText, WelcomeLater                 Text
	YourName, YourNameHint                                  Text
	SchoolName, BeginFirst                                  Text

	// The profile.
	ProfileTitle, ProfileText              Text
	InLanguage, LanguageWords, LanguageSet Text // {language}; by which it is found; once it is spoken
	Languages                              map[string]Text
	GroupName, SchoolHours                 Text

	// The overview.
	OverviewTitle, NextThing, RoundComplete, ToSummary, OpenRound Text
	Waits, WorkFirst, AllAnswered, InOrder                        Text
	FindingsTitle, NoFindings, NoFindingsYet, Back                Text
	FindingsMore                                                  Text // with which key the findings are shown that are not

	// A check and what follows from it.
	StepOf, Why, YesMeans, GoesWrong, YourAnswer    Text
	Note, Evidence, NoGroup, AnsweredBy             Text
	LastRound                                       map[string]Text // how a step stood when the last round ended, and "still" and "same-people"
	Since                                           map[string]Text // how a step is to the last round
	ChooseFirst, NoAnswer, GiveAnswer, AskAgainHelp Text
	WhyAdvice, NoteAndEvidence                      Text
	Answered, NoIsAStart, OpenMeans, YesMoves       Text
	YesAhead                                        Text // {n} {step}
	MeansNotTaken                                   Text // {n}
	PoolingYes, PoolingNo, GoodToKnow               Text
	GoOn, GoBack, LookAhead, AskAgain, ChangeAnswer Text
	BackAhead                                       Text // {n} {step}: the same where something is filled in there or further
	IfAnswered, StillEmpty, FollowsHere             Text // {answer}, while it is chosen; of a note or evidence; while nothing is chosen
	ToOverview, Ready, ReadyNext                    Text

	// The task overview.
	Filters, Orders                                                                                       map[string]Text // what is shown, and in which order
	Marked                                                                                                Plural
	MarkedNext                                                                                            Plural // {field} {value}: what space does to them
	MarkedClear                                                                                           Plural // {field}: that space clears it
	MarkedShort                                                                                           Text   // {n}
	MarkedCleared                                                                                         Text   // {n} {field}
	MarkedChanged                                                                                         Text   // {n} {field} {value}: what was done to several
	Matrix, WhyTitle                                                                                      Text
	Progress, Yardstick, StepDone, Found, Search, NoTasksHere                                             Text
	PlaceInList, PlaceInFigures                                                                           Text            // {n} {total}: of the row with the cursor
	TableRow                                                                                              map[string]Text // what is said of it: "open", "unsolved", "doubtful", "marked", "proposed" {value}, "folded", "empty", "knows", "wishes"
	MatrixHelp, LoadLegend                                                                                Text
	NothingProposed, NothingShownProposed, NotAskedHere, NothingMissing, OnlyOwnTasks                     Text
	NothingToJudge, NotDoneYet, NotDoneHere, NotAskedAgain                                                Text
	Unsolved                                                                                              Plural
	NotCounted                                                                                            map[string]Text // why a step asks nothing of a task, by the step
	DoubtfulMore, DoubtfulLater, DoubtfulNot                                                              Text
	Accepted, OnlyWhere, Doubtful, ToLookAt, LookedAt, SectionDoubtful, SectionToLookAt, SectionOnlyWhere Plural
	AllPresent, SectionHelp                                                                               Plural
	CoreTechnical, CorePolicy, Offered                                                                    Text
	DoubtfulLaterKeys, DoubtfulNotKeys                                                                    Text // behind these, what the keys of the table do
	LevelChosen, LevelUnexplained, LevelUsual                                                             Text
	LevelUntil                                                                                            Text // {level}: where a task counts while nobody chose
	Folder, NothingToRedo                                                                                 Text
	LevelReason, LevelNoReason, LevelWeigh, WeighFirst, JudgeFirst                                        Text
	TaskHint, NewTaskTitle, NewTaskText                                                                   Text
	RemoveOwnTask, DivisionQuestion, AskedAgainKey, AskedAgain, Confirm                                   Text
	HoursAWeek                                                                                            Text
	Columns                                                                                               map[string]Text            // of the task overview, by field, where that has a shorter name there; and "owns" and "steps-in"
	NarrowColumns                                                                                         map[string]Text            // the shortest names, for a narrow window
	NarrowValues                                                                                          map[string]map[string]Text // the shortest words for values, by field, for a narrow window

	// The team.
	Members, NoMembers, AddMember, NewMemberTitle, NewMemberText              Text
	PlannedOf, WholeSchool, TeamTogether, UnownedTasks, GroupTasks, SchoolSum Text
	UnownedLater                                                              Text // {now} {later}: how many are for now, and for later
	EmptyChoice                                                               Text // the option that nothing is filled in
	CountsAs                                                                  Text // of that option: what counts without an answer
	BracketsMean                                                              Text
	ConfirmedWaits                                                            Text            // {missing}
	TableLegend                                                               map[string]Text // what signs of a table mean: "open", "uncounted" and "proposed"
	HoursUnknown                                                              map[string]Text // what ? is: of tasks, of who is there, or both
	Division, Agreements, Agreement, NotMade, NotNeeded                       Text
	GoodOne, Example                                                          Text
	RemoveMember                                                              Text
	CarriedTasks, AllOwned, OwnsTasks, LeavesOwned, LeavesBackup              Plural

	// The evaluation and a new round.
	EvaluationLater                                      Text // {n}, {step}
	AnswerAhead, AnswerQuestions                         Text
	NextDate, NewRoundTitle, NewRoundText, AskAgainSteps Text
	NewRoundDate                                         Text // {date} {n}: what the day of the next evaluation becomes
	NothingAgain, StayInRound, OpenRoundNow              Text
	OpenRoundClosing                                     Plural // {round}: the same, and the actions that look back are closed
	CheckpointsLeft                                      Plural // what those are

	// What if.
	TrialTitle, TrialText, TrialBegin, TrialOn, TrialKeep, TrialDrop      Text
	TrialMark, TrialKept, TrialDropped, TrialSame, TrialSigns, TrialMoves Text
	TrialPlanned, TrialAvailable, FromTo                                  Text

	// The means calculator.
	MeansTitle, MeansText, MeansNew, AddMeans, MeansTotal, MeansAccept, MeansParts Text
	MeansPooled, MeansMany, ToMeans                                                Text
	MeansLack                                                                      Text            // {numbers}: without which there is no total
	Hints                                                                          map[string]Text // of an answer, by field, "task-note", "member", and "hours" and "date" for all of these
	MeansHints                                                                     map[string]Text // by field
	MeansHelp                                                                      map[string]Text // by field, or by field and source where that differs
	ShareHours                                                                     Plural          // {left}
	Shared                                                                         Plural

	// The map, the summary, the history and the help.
	MapLegend, YouAreHere, MapAgain, MapLeads       Text
	VariantGroup, VariantSchool                     Text
	SummaryTitle, LeaveIt                           Text
	RemoveMemberAsk, RemoveTaskAsk, RemoveYes       Text
	Write                                           WriteTexts
	Decisions                                       DecisionsTexts
	Actions                                         ActionListTexts
	HistoryTitle, NoHistory, WithdrawnBy, DidNotFit Text
	HelpTitle, HelpHere, HelpAlways                 Text
	HelpAbout                                       map[string][]Text // by what a screen is about: see package page
	HelpWords                                       Text
	Terms                                           map[string]TermTexts
	KeyRules                                        []Text // what letters do, and where

	// Finding anything by typing.
	FindTitle, FindHint, FindNothing Text
	FindKinds                        map[string]Text
	FindNote                         Text              // {n}
	FindWords                        map[string][]Text // by which it is found too, what a command does
	FindKeys                         map[string][]Text // by which it is found too, what a key of a screen does
	RemoveNamed                      Text              // {name}: a member leaves the team
	RemoveMemberWords                []Text            // by which that is found too
	ByCommand                        Text              // how one is given that has no screen

	Keys KeyTexts
}

// KeyTexts say in the footer what a key does.
type KeyTexts struct {
	Find, Next, Answer, OtherField, SaveNext                                                                                                                 Text
	ReadOn, BackToCursor, Trial, ShowAll, Unmark                                                                                                             Text
	KeepAndLeave, LeaveAsItIs, StepNote, Help, Back, Quit, Plans, Save, NewLine, OwnEditor, Open, Choose, Space, Tick, Remove                                Text
	Profile, Findings, History, Compare, Moments, Overview                                                                                                   Text
	Sheets, Actions, MakeAction, ActionDone, NewAction                                                                                                       Text
	Jump, Undo, Redo, Scroll, Write                                                                                                                          Text
	AddMember                                                                                                                                                Text
	Onwards, Confirm, ConfirmGroup, Accept, AcceptGroup, AllPresent, OpenTask, Fold, Unfold, NextOpen, Filter, OnlyGroup, Search, Sort, Mark, NextSheet, Why Text
	AddTask, Import, RemoveTask, Column, NextValue                                                                                                           Text
}

// EditorTexts say what came of a text in the person's own editor.
type EditorTexts struct{ Unchanged, DoesItWait, NotText, Elsewhere, Again, Unset, NoText, NotHere Text }

// WriteTexts are the words for writing the plan to files.
type WriteTexts struct {
	Title, OthersTitle, OthersText Text
	// What can be chosen of a document.
	Subject, Form, People, PeopleHelp, Extent, Language, Logo, LogoHint Text
	Notes, NotesHelp                                                    Text
	NotesChoices                                                        map[string]Text // with or without them
	Subjects                                                            map[string]Text // by report.Subject, "plan" for the summary
	Names                                                               map[string]Text // by report.Names
	Extents                                                             map[string]Text // by how much is in it: brief, detail, all
	Languages                                                           map[Language]Text
	Formats                                                             map[string]Text // by the ending of the file
	Warnings                                                            map[string]Text // by report.Names, and for the pages of members: what to mind before it is given away
	// What can be done.
	Preview, Others Text
	Write           Plural // how many files
	NoForm          Text   // nothing is chosen to write
	InTrial         Text   // nothing is written of what is only tried
	// What is asked before, and said during and after.
	Exists                        Plural // {files}
	FolderMissing                 Text   // {folder}
	Replace, MakeFolder           Text
	Progress                      Text // {n} {total}
	Busy                          Text // in the header
	Done, Holds, Open, CannotOpen Text // the last {path}
	DraftsLeft                    Text // {text}
	// In the name of a file: before the round's number, and after what is not the summary.
	Round  Text
	Suffix map[string]Text // by what makes the document another than the usual one
}

// DecisionsTexts are the words for what is asked of the board and what it decided.
type DecisionsTexts struct {
	Count                            Plural
	None                             Text // nothing is asked
	Title, Text, Nothing, Taken, Add Text
	Words                            Text // in place of words of one's own
	Day                              Text // in place of the day of an outcome
	Tasks                            Text // above the tasks that the board decides about by itself
	Remove, RemoveAsk, RemoveYes     Text
}

// ActionListTexts are the words for the list of actions, and for making and changing them.
type ActionListTexts struct {
	None, Title, Text, Nothing         Text
	Overdue, Coming, Closed, Proposals Text // above the rows
	Add, Make, There                   Text // rows that lead to an action
	Made, New                          Text
	Done, Next                         Text // {what}
	Remove, RemoveAsk, RemoveYes       Text
	Sorted                             map[string]Text // by the order of the list: owner, state, or none for by date
}

// TermTexts are a word as it stands on screens, in small letters, and what it means.
type TermTexts struct{ Word, Means Text }
