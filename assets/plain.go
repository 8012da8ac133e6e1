package assets

// PlainTexts are the words of the line-by-line mode.
type PlainTexts struct {
	Welcome []Text // at a first start: {file}
	Memory  Text   // instead of a file, for the example
	Return  Text   // at a later start: {school} {round} {file}

	Step     Text // heads the questions of a step: {number} {step}
	Ahead    Text // the path has not come to this step
	Why      Text // {why}
	Yes      Text // what counts as yes: heads the signs
	Done     Text // what counts as done: heads the signs
	Wrong    Text // {wrong}
	Evidence Text // {evidence}
	Policy   Text // what was said of the policy plan: {text}
	Task     Text // heads the questions about a task: {task}
	Member   Text // heads the questions about a member: {member}

	ProfileHint Text // where the pupils and the means are asked: {word}

	Now   Text // the present answer: {value}
	Keep  Text // Enter keeps the present answer
	Still Text // Enter lets the answer of the last round hold in this one
	// SamePeople is Enter where those who took part in the last evaluation take part again.
	SamePeople Text
	GoOn       Text // Enter goes on, where there is nothing to keep or to skip
	Pass       Text // Enter skips
	Explain    Text // what explains the question: {word}
	Prompt     Text

	Saved         Text
	Pasted        Text // a line came with the one before it, and was not used
	Unkept        UnkeptTexts
	Noted         Text // kept in mind, not in the plan
	TakenBack     Text // {entry}
	Repeated      Text // {entry}
	FirstQuestion Text // there is no question before this one
	Finished      Text // a step is done: {step}
	Waiting       Text // the end of a step that is not done: {step}
	NothingHere   Text // a step with nothing to ask yet
	Onwards       Text // Enter goes on to a step: {number} {step}
	Complete      Text // the round is complete: {date}
	Summary       Text // where the summary is to be had
	Opened        Text // a round was opened: {number}
	Stops         Text // Enter stops

	NotBad Text // said at every no
	Advice Text // {role} {advice}
	Know   Text // {fact}

	Group          Text   // a group of tasks: {group} {decided} {total}
	Judged         Text   // and at step 6
	AllPresent     Plural // the expertise is there, for so many tasks
	OneByOne       Text   // Enter goes through the group
	Accept         Plural // the program's proposals are accepted, for so many tasks
	FirstOpen      Text   // Enter goes to the first task of the group that is open
	NextGroup      Text   // the group is passed over
	Doubtful       Text   // behind a task of which the proposal deserves a look: {value}
	Look           LookTexts
	Proposals      Text   // what the proposals are
	Suggested      Text   // what follows from the answers: {value}
	NotHere        Text   // how an agreement is said not to be needed: {word}
	Removing       Text   // how a member is taken out of the team: {word}
	RemovingTask   Text   // how an own task is taken away: {word}
	RemovingAction Text   // and an action: {word}
	Commas         Text   // more names, with commas between them
	Semicolons     Text   // tasks and groups, with semicolons between them: {groups}
	Numbers        Text   // more numbers of steps
	Older          Text   // Enter lists older entries
	WithNow        Text   // Enter compares with the present
	OtherMoments   Text   // how a moment is typed that is not listed: {word}
	MyPlans        Text   // where there are other plans: {word}
	Found          Text   // a thing that is found: {name} {kind}
	FoundMore      Plural // how many more are found
	GoBack         Text   // Enter goes back to the question one came from
	OnScreens      Text   // what is found is only on the screens
	Trying         Text   // a trial begins: {word}
	TrialKept      Text   // what was tried is kept: {word}
	TrialEnds      Text   // how a trial ends: {word}
	TrialStop      Text   // how one stops in the middle of a trial
	LookedBack     Text   // the plan is told as it was: {moment}
	LookingBack    Text   // how one comes back to the present: {word}
	NotAway        Text   // there is no other plan to come back from
	Carries        Plural // how many tasks a member owns: {member} {planned} {available}
	CarriesNone    Text   // a member owns none: {member} {available}
	StepsIn        Plural // and for how many the member steps in
	Unowned        Plural // tasks without an owner
	FileName       Text   // how the file is called that is made: {file}
	NoLogo         Text   // there is no logo
	MakesIt        Text   // Enter makes the file
	ChangesIt      Text   // a number changes what was chosen of it
	ReadsFirst     Text   // a number reads the document out before it is made
	PartOf         Text   // heads a part of it: {n} {title}
	ToPart         Text   // a number goes to a part: {to}
	ReadsOn        Text   // Enter goes on to the next part
	Replaces       Text   // whether a file that is there is replaced
	Written        Text   // a file is made: {file}
	ByCommand      Text   // heads how a command is typed that does what only one can: {word}
	NoFile         Text   // the plan is in no file of which backups are made
	NoReason       Text   // nothing is derived here
	Help           Text   // the short help is there: {word}
	Standing       Text   // how a step stands: {number} {step} {state}
	InLanguage     Text   // in each language: how one goes on in it
	Range          Text   // the numbers from 1 on: {to}
	Becomes        Text   // stands between what was and what is
	WasNothing     Text   // what is where nothing was: {value}
	SameList       Text   // stands for a list that was just said: {word}
	Entry          Text   // an entry of a day: {n} {time}
	OnDay          Text   // heads the entries of a day: {date}
	FieldsMore     Plural // how many differences field by field are not said
	Term           Text   // what a word means: {word} {means}
	Date           Text   // how a day is written

	Words PlainWords
	// CommandsFirst are what is typed most of what can be typed at every question, HelpAll says how the rest is heard: {word}; Commands are all.
	// {find} is FindFirst where a sentence is no answer, FindTyping where it is.
	CommandsFirst         []Text
	FindFirst, FindTyping Text
	HelpAll               Text
	Commands              []Text
	// HelpAbout says what one does where one is, behind what the screens say of what that is.
	HelpAbout map[string][]Text
	Letters   map[string]map[string]Text // what is typed for a value: by field, then value
	Ask       map[string]HelpTexts       // questions that are asked nowhere else
}

// PlainWords are what a person can type at every question, and the word for an agreement that is not needed.
type PlainWords struct {
	Back, Skip, Undo, Redo, Stop, Clear, Step, NotNeeded, Save, Profile, Decisions, Actions  []Text
	History, Compare, Plans, Entry, Help, HelpAll, Explain, Overview, Findings               []Text
	Find, Trial, LookBack, ToNow, Division, Document, Why, Look, Next, MakeAction, HistoryOf []Text
	// Languages go on in a language.
	Languages map[string][]Text
}

// LookTexts are said of tasks that deserve a look at step 5.
type LookTexts struct {
	Count Plural // how many do
	Way   Text   // the word that goes through them, behind the count: {word}
	Help  Text   // what they are
	Pass  Text   // they are passed over
	None  Text   // there are none
}

// UnkeptTexts are said when an answer cannot be written.
type UnkeptTexts struct {
	Elsewhere Text // how the plan is saved in another file: {word}
	Answer    Text // what becomes of the answer
	Waits     Text // said with a question whose answer waits: {entry}
	Late      Text // what waited is kept now: {entry}
	Stop      Text // how one stops all the same
}
