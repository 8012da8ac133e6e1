package assets

import "stappenplan/steps"

// ReportTexts are the words of the summary that a board reads.
type ReportTexts struct {
	Title         Text
	TitleFor      Text // {school}
	Round         Text // {n}
	AsOf          Text // {date}
	Pupils        Plural
	Colophon      Text
	Fingerprint   Text // {fingerprint}
	InPart        Text // {n} {date}: the last entry that is whole of a damaged file, and its day
	Nothing       Text // of all that was asked for, nothing is filled in
	EvaluationDay Text // what is on in the calendar that day
	Deadline      Text // {what}: the day by which it is carried out
	DeadlineOf    Text // {what} {owner}

	Parts    ReportPartTexts
	Sections map[string]Text // by section; {head}: who leads the group
	Heads    map[string]Text // who leads the group, by kind of group or "unknown"
	Groups   map[string]Text // the group without a name, by kind of group or "unknown"
	List     ReportListTexts

	Standing  ReportStandingTexts
	Decisions map[steps.BoardDecisionID]ReportDecisionTexts
	Weighing  ReportWeighingTexts
	// AllDifferences says where everything stands that changed since the previous round.
	AllDifferences Text
	Memo           ReportMemoTexts
	Outcomes       ReportOutcomeTexts
	Actions        ReportActionTexts
	Findings       ReportFindingTexts
	Hours          ReportHoursTexts
	Next           ReportNextTexts
	Advice         ReportAdviceTexts
	Tasks          ReportTaskTexts
	Levels         ReportLevelTexts
	Team           ReportTeamTexts
	Answers        ReportAnswerTexts
	People         ReportPeopleTexts
	Blank          ReportBlankTexts
	Policy         ReportPolicyTexts
	Member         ReportMemberTexts
	Letter         ReportLetterTexts
	Minutes        ReportMinutesTexts
	Handover       ReportHandoverTexts
	Contents       ReportContentsTexts
	Sensitive      ReportSensitiveTexts
	Unwritten      Text // of names that a PDF has no letters for: {names}
}

// ReportPartTexts are the titles of the parts.
type ReportPartTexts struct{ Brief, Detail, Annex, Checks, List, Policy Text }

// ReportListTexts join names and titles into one line.
type ReportListTexts struct {
	Names  Text // between names
	And    Text // before the last name
	Titles Text // between titles
	More   Plural
}

// ReportStandingTexts say where the school stands.
type ReportStandingTexts struct {
	NotBegun Text
	At       Text // {n} {step}
	No       Text // why it stands there: the answer is no
	Open     Text // why it stands there: it is to be discussed
	Complete Text // {n}: the round
	Here     Text // {state}: the state of the step where the school stands
	Stands   Text // the title of the column of states
}

// ReportDecisionTexts are the words of a decision asked of the board.
type ReportDecisionTexts struct {
	What Text // {group} {hours} {tasks} {members}
	Why  Text // {planned} {available} {tasks} {date}
	// Otherwise takes the place of Why where there are no tasks or there is no date to name.
	Otherwise Text `optional:"true"`
	// Within takes the place of What in a school whose group is its board.
	Within Text `optional:"true"`
	Costs  Text // {hours} {percent}
	// CostsAtLeast takes the place of Costs where the hours are not all known: of these there is no share.
	CostsAtLeast Text `optional:"true"` // {hours}
	IfNot        Text // what happens when nothing is decided: {hours} {tasks} {date}
	Owner        Text // who carries it out, a proposal
}

// ReportWeighingTexts explain a decision that is asked, with room to write in what was decided.
type ReportWeighingTexts struct {
	Intro        Text
	Costs        Text // the leads of what is explained
	Weighed      Text
	IfNot        Text // {what}: from a small letter on
	CarriedOut   Text
	By           Text // {owner} {date}
	ByEvaluation Text // {owner} {date}: that of the next evaluation, a proposal
	ByUndated    Text // {owner}
	Alternatives map[steps.AlternativeID]ReportAlternativeTexts
	Unknown      Text // in place of hours that are not known
	Note         Text // the lead of what was noted with a decision that was put off
	Signature    Text // room to sign
	InShortage   Text // hours to recruit for that are among the extra hours asked
}

// ReportAlternativeTexts are the words for something else that can be done than what is asked.
type ReportAlternativeTexts struct {
	What    Text
	Takes   Text `optional:"true"` // what it takes and leaves: {hours} {open}; left out where the plan does not know these
	Enough  Text `optional:"true"` // in its place where it leaves nothing short: {hours}
	Perhaps Text `optional:"true"` // in its place where that is not known, as tasks have no hours: {hours}
}

// ReportMemoTexts stand at the head of a paper for a board.
type ReportMemoTexts struct {
	To, From Text
	ToDecide Plural
	ToKnow   Text // where nothing is asked
}

// ReportOutcomeTexts say what became of decisions.
type ReportOutcomeTexts struct {
	Taken   Text // {outcome} {date}
	Undated Text // {outcome}
	Settled Text // what asked for it is in order now
	Waiting Text // it is not yet
	Short   Text // {hours} a week are still short

	Before, BeforeOn Text // {hours} {outcome} {date}: hours that were asked before
	Since            Text // {hours} a week that the school has more since that round
}

// ReportActionTexts are the words around the actions.
type ReportActionTexts struct {
	FollowUp                  Text // {count}: how many are open
	Done                      Text // above those since the previous document
	DoneThisRound             Text // the same, where there was none
	DoneOn, DoneBy, DoneOnDay Text // {owner} {date}
	None                      Text
}

// ReportFindingTexts are the words around the findings and decisions.
type ReportFindingTexts struct {
	NoDecision Text // nothing is asked of the board
	None       Text // nothing is found
	NoneYet    Text // nor was all looked at
	NoPolicy   Text // the risk of a school without an ICT policy plan
	About      Text // {tasks}
	Do         Text // {do}: what to do about a finding, from a small letter on
}

// ReportHoursTexts set hours asked beside hours there are.
type ReportHoursTexts struct {
	Whose     Text // title of a column
	Asked     Text
	Available Text
	TooFew    Text   // what is asked beyond what there is, in a picture
	School    Text   // the line of the whole school
	Unknown   Text   // nothing filled in
	NotStated Text   // {planned}: it is not known how many there are
	NotAsked  Text   // {available}: it is not known how many are needed
	Short     Text   // {planned} {available} {difference}
	Left      Text   // {planned} {available} {difference}
	AtLeast   Text   // {planned} {available}: as many, but not all tasks have hours
	Exact     Text   // {planned}
	Members   Text   // the school's hours are the sum of the members'
	InPart    Text   // {planned} {available}: the hours of some members are not known
	Unowned   Plural // {n} {hours}: what the school asks beside its members

	// The table of means.
	Means, Source, Granted, Pooled, Kept, Together Text
	Stated, StatedMore, StatedLess                 Text // {hours} {difference}: what the school counts on
	NotTaken                                       Text // the school has no hours of its own
	// The table of where the hours of the tasks go.
	Classes, Where, Tasks, Hours, Without Text
	AtSchool, AtGroup, All, Uncounted     Text
	Carried                               Text // above the members
}

// ReportNextTexts say when the next evaluation is.
type ReportNextTexts struct {
	On   Text // {date}
	Past Text // {date}
	None Text
}

// ReportAdviceTexts introduce an advice.
type ReportAdviceTexts struct {
	Intro Text // {n} {step}
	Also  Text // {also}: what more there is to know of the rule on the first page
}

// ReportTaskTexts are the words around the task overview.
type ReportTaskTexts struct {
	Counts     Text   // {decided} {total}
	Kept       Text   // {short} {long} {dropped}
	Later      Plural // tasks by when they are needed, and others
	Dropped    Plural
	NotHere    Plural
	Undecided  Plural
	Open       Text // {groups}: nothing was said of any of their tasks
	NoDecision Text // no sourcing decision yet
	Feedback   Text // what the list for the head of the group is for; {head}
}

// ReportLevelTexts say what the school asks of its group.
type ReportLevelTexts struct {
	None  Text // {group}
	Asked Text // {group}
}

// ReportTeamTexts are the words around the team.
type ReportTeamTexts struct {
	Reason    Text // why an agreement is not needed
	Available Text // the hours one has
	AtSchool  Text // the hours of the tasks one owns there
	AtGroup   Text
	Owns      Text // how many tasks one owns
	StandsIn  Text // how many tasks one stands in for
	Together  Text // the members
	Unowned   Text // tasks at school
	Mandates  Text // heading
	Wishes    Text // heading, above what members would like to do
	NotNeeded Text
	NotMade   Text
}

// ReportPeopleTexts call people otherwise than by their names.
type ReportPeopleTexts struct {
	Roles  map[steps.MemberRole]Text // someone with this role
	Member Text                      // someone without a role
	// Articles stand before a role in a sentence; before that of a member without a role under "".
	Articles map[steps.MemberRole]Text
	// Determiners are words after which no article comes.
	Determiners []string
	Guest       Text   // who was present and is not in the team, in a note
	Others      Plural // people who were present and are not in the team
	Or          Text   // between two people of one name
}

// ReportBlankTexts are the words of the document to fill in by hand.
type ReportBlankTexts struct {
	Title                          Text
	Meeting, School, Date, Present Text // the head, and the labels of the lines below it
	Intro                          Text
	Yes                            Text // above what counts as yes
	Done                           Text // above what counts as done
	// PerTask is above what counts as yes for a single task.
	PerTask Text
	Notes   Text // the title of the room to write
	Intros  ReportBlankIntroTexts
	// Choices are the values of a field in short, below the name of that field.
	Choices map[string]map[string]Text
}

// ReportBlankIntroTexts say how a part is filled in.
type ReportBlankIntroTexts struct{ Checks, List Text }

// ReportPolicyTexts are the sentences to take over in an ICT policy plan.
type ReportPolicyTexts struct {
	TitleFor                    Text // {school}
	Title                       Text
	Team                        Plural // {n}: members
	NoTeam                      Text
	Hours                       Text // {planned} {available}
	NotAsked                    Text // {available}: it is not known how many are needed
	Now                         Plural
	NowGroup                    Plural // how many of these lie with the {group}
	Later                       Plural
	Levels                      Text // the title above what is done together with the group
	Together                    Text // {group}
	Outsourced, Open, OpenIntro Text // what not everybody expects: others do it, it is not settled
	Sourcing                    Text // above the tasks whose expertise is missing
	Mandates                    Text
	Agreement                   Text
	Next                        Text // {date}
}

// ReportMemberTexts are the words of the page of a member.
type ReportMemberTexts struct {
	Title    Text // {member}
	TitleFor Text // {school} {member}
	Pages    Text // of all members
	PagesFor Text // {school}
	Called   Text // {member} {role}: above a page

	Hours          Text // {available}
	HoursUnknown   Text
	Planned        Text // {planned}
	PlannedUnknown Text

	NoTasks, NoStandIn, NoMandate Text
	NoBackup                      Text // nobody steps in
	Nobody                        Text // there is no team
}

// ReportLetterTexts are the words of the letter to the school's group; within is how one speaks of a group that is the
// school's board.
type ReportLetterTexts struct {
	Title              Text // {group}
	TitleFor           Text // {school} {group}
	Part               Text // where there is no group
	PartFor            Text // {school}
	NoGroup            Text
	To                 Text // {head} {group}
	Intro, IntroWithin Text // {group}
	School             Text // {facts}
	Team               Plural

	Tasks, TasksWithin       Text   // {group}: above the tasks
	Feedback, FeedbackWithin Text   // {group}
	Asked, Taken, Nothing    Text   // above what is asked of the board, and what it decided; and where nothing is asked
	Means                    Text   // {hours} {source}
	Ours                     Plural // tasks at the group that the school's team carries: {hours}
	NoMeans                  Text
	Contact                  Text // {who}
	Reach, Date, Signature   Text // room to write
}

// ReportMinutesTexts are the words of the extract for the minutes of the board.
type ReportMinutesTexts struct {
	Title    Text
	TitleFor Text // {school}
	Part     Text
	On       Text // {date}
	Undated  Text
	None     Text
	OwnerDue Text // {owner} {date}
	Owner    Text // {owner}
	Due      Text // {date}
	NoOwner  Text
}

// ReportHandoverTexts are the words for whoever takes the coordination over.
type ReportHandoverTexts struct {
	Title    Text
	TitleFor Text // {school}
	Part     Text
	File     Text // what the plan is kept in
	NotKept  Text
	Open     Text
	Copy     Text
}

// ReportContentsTexts count what is in a document.
type ReportContentsTexts struct{ Tasks, Members, Notes, Days Plural }

// ReportSensitiveTexts warn of notes that name a colleague beside a word of health or leave.
type ReportSensitiveTexts struct {
	Caution Text   // {places}
	Words   []Text // a star stands for the rest of a word
}

// ReportAnswerTexts are the words of the annex.
type ReportAnswerTexts struct {
	Step       Text // {n} {step}
	Asked      Text // above the questions as the director was asked them
	Considered Text // above what was weighed when a task was decided
	About      Text // above what a difference is about
	Differs    Text // above what is different
	Catalogue  Text // the plan has a task catalogue of its own
	Means      Text // {n}: which line of means
}
