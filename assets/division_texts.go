package assets

import "stappenplan/steps"

// DivisionTexts are the words of a proposed division of tasks.
type DivisionTexts struct {
	Title             Text
	AwayTitle         Text // {member}
	Intro             Text // that it is to be talked about
	Keys              Text // the same, with the keys that keep it
	AwayKeys, AwayYes Text
	AwayAsk           Text   // {member}
	AwayWords         Text   // by which it is looked for
	Nothing           Text   // no task lacks an owner
	NothingAway       Text   // {member}
	Away              Plural // tasks of {member}: {taken} {left}
	AwayLacking       Text   // {hours} in all: {left} of what is left, {over} of those who take over
	AwayGroup         Plural // tasks that the group of schools then does
	Stranded          Plural // tasks that {member} would step in for
	StrandedWhy       Text   // nobody else was found
	StrandedRows      Plural // {n} {member}: which rows these are
	HoursLeft         Plural // of so many tasks the estimated hours were not kept, and how they are

	Favours map[steps.Favour]Text
	Favour  Text            // the head of a column of them
	Same    Text            // {favours} that come to the same division
	Costs   map[string]Text // heads of columns, by the field in JSON
	Cost    Text            // all in one line
	Of      Text            // {n} {total}
	// NobodyTold says how people say what they know and like: {matrix}.
	NobodyTold                           Text
	People                               Text // {people}
	Bearing, BearingSame, BearingUnknown Text // {member} {before} {after} {hours}

	Columns    map[string]Text
	Line       Text // {task} {owner} {why}
	LineBackup Text // the same with {backup}
	StepsIn    Text // {backup} {why}
	LeftLine   Text // {task} {why}
	Nobody     Text
	Hours      Text // {n}
	Estimated  Text // {n}

	Reason    Text // {first} {second}
	Was       Text // {member}
	Over      Text // {hours} that the owner is then over theirs
	Merits    map[steps.Merit]Text
	Fits      Text // no merit but that the hours are there
	Obstacles map[steps.Obstacle]Text

	ChangesTitle, StaysTitle  Plural
	AlsoMoved                 Plural // {tasks}
	NothingMoved              Text
	LeftTitle, MoreRows       Plural
	MorePeople                Plural // of whom the hours are not shown
	Exact, Searched           Text
	NoEstimates               Text // where hours are all filled in
	Weights                   Text // {favour} {weights}
	OverAway                  Text // who can come over their hours when somebody is away
	Weight                    Text // {rule} {points}
	Rules                     map[steps.DivisionRule]Text
	Weighing                  Text // {task} {people}
	Weighed, WeighedNothing   Text // {member} {points} {rules}
	WeighedOut                Text // {member} {why}
	Outs                      map[steps.Obstacle]Text
	Estimates                 Plural
	EstimatesAloud            Plural // the same without the mark
	EstimatesElsewhere        Plural // of these, how many are no rows
	EstimatesShifted          Plural // why they are others than before
	EstimatesOut, EstimatesIn Text

	KeepSaid                                    Plural
	Raised                                      Text // {findings}
	NothingToKeep                               Text
	OtherFavour, LeaveOut, Divide, EstimatesKey Text // of keys
	ToDivide                                    Plural
	Others, Only                                Text // the key that divides others too, or only those again
	WhoTakes, WhoTakesMarked                    Plural
	WhoTakesAll                                 Text
	ToDivideAll                                 Text
	WhatIfAway                                  Text // {member}
	ToBoard, ToBoardWords                       Plural
	ToBoardAway, ToBoardAwayWords               Text // {member} {hours} {left} {over} {tasks}
	ToBoardSaid                                 Text
	AskedNow, AskedYes                          Text // {what} is kept at once, apart from the proposal
	LeftOutWhy                                  Text
	ToGroup, ToGroupSaid                        Plural
	FromMotivation                              Text // {tasks}
	StandIns                                    StandInTexts
	Plain                                       PlainDivisionTexts
	Command                                     DivisionCommandTexts
}

// PlainDivisionTexts are those of the division line by line.
type PlainDivisionTexts struct {
	Ask               Plural
	Options, Help     Text
	Keep              Text
	KeepOptions       Text
	KeepHelp, NotKept Text
	// What else can be typed, and by which letters.
	KeepHours, LeaveHours, AskLeft, BringLeft Text
	Letters                                   map[string]Text
	StepsIn                                   Text // between the number of a task and who is to step in
	AskAway, AwayOptions                      Text // where every task has an owner
}

// DivisionCommandTexts are those of the command.
type DivisionCommandTexts struct {
	Title Text // {school} {favour}
	Keep  Text // {command}
	Kept  Plural
	// LeftAsked says that the board is asked for what is left.
	LeftAsked   Text
	LeftBrought Plural
}
