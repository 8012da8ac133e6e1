package assets

// CommandTexts are the words of the command line.
type CommandTexts struct {
	Help    HelpPageTexts
	Calls   map[string]CallTexts // by command; "stappenplan" is the program itself
	Flags   map[string]Text      // what a flag does, its value between backquotes
	Manual  ManualTexts
	Hold    Text // before a window closes
	Version VersionTexts
	Actions ActionCallTexts
	Status  StatusTexts
	Export  ExportTexts
	Import  ImportTexts
	Undo    BackTexts
	Redo    BackTexts
	PutBack PutBackTexts
	History HistoryTexts
	Check   CheckTexts
	Ask     AskTexts
	Stopped StoppedTexts
	Locked  LockedTexts
	Salvage SalvageTexts
	// LeftInEditor is for a text that was in an editor when the program was ended.
	LeftInEditor LeftInEditorTexts
	// Unfinished tells, by what was begun with a file and is not done, how it is: {command}, and where it can go back {back}.
	Unfinished map[string]Text
	// Migrated tells that the file now has the newest format: {file} {copy}, where it is as it was.
	Migrated Text
}

// LeftInEditorTexts ask what becomes of such a text.
type LeftInEditorTexts struct {
	Ask     Text // {text} how it begins, {file} where it would stand
	AskSame Text // the same, of a text that is in the plan as it is
	Kept    Text // {file}
	Aside   Text // {folder} with what the editor left beside it, {file} by which the editor finds that
	// AsideShort is the same in one short line {folder}, and AskAside whether what stands in the {folder} goes.
	AsideShort, AskAside Text
	Name                 Text // ends the name of a text that was kept
}

// StoppedTexts are the last words of a call that asked questions, or was stopped.
type StoppedTexts struct {
	Kept      Text // everything answered is on disk
	Elsewhere Text // the same, in a new file: {path}
	Unchanged Text // nothing was changed
	Example   Text // nothing of it is kept
	GoOn      Text // {command}
}

// HelpPageTexts are the headings of a help page.
type HelpPageTexts struct {
	Usage    Text
	Commands Text
	Flags    Text
	Everyone Text // the flags that every command takes
	More     Text // where to read more
	Command  Text // stands for a command in a usage line
	Options  Text // stands for flags in a usage line
}

// ManualTexts are the headings of a page that man shows, beside those of help.
type ManualTexts struct{ Name, Synopsis, Description Text }

// VersionTexts say which build of the program this is.
type VersionTexts struct {
	Plain Text // {version}
	Built Text // {version}, {date} of the commit, {commit}
	Old   Text // {date}: it is over a year old
}

// CallTexts are the words of one command.
type CallTexts struct {
	Use   Text `optional:"true"` // what follows the name in a usage line
	Short Text
	Long  Text
}

// ActionCallTexts are the words of `actions`.
type ActionCallTexts struct {
	Nothing     Text // the plan has no action
	NothingHere Text // none is as asked for
}

// StatusTexts are the words of `status`.
type StatusTexts struct {
	Title         Text // {school} {round}
	NotBegun      Text // {file} {command}
	Complete      Text // {date}: of the next evaluation
	Stands        Text // {number} {step}
	Advice        Text // {role} {advice}
	Tasks         Text // {decided} {total} {short} {long} {dropped}
	NotHere       Plural
	SheetFindings Plural // of one sheet, behind its number of rows
	Offered       Plural // tasks that a later edition of the catalogue added
	Feedback      Plural // tasks to report to the head of the group
	Next          Text   // how to go on
}

// ExportTexts are the words of `export`.
type ExportTexts struct {
	Written Text // {file}
	NoPast  Text // of a file with a whole plan: its history is not in it
	Exists  Text // {file}: the question whether to replace it
	Kept    Text // {file}: it was not replaced
}

// ImportTexts are the words of `import`.
type ImportTexts struct {
	Nothing Text
	Revived Text   // the plan is archived, and is not any more then
	Loses   Plural // what becomes empty, above its lines
	Changes Plural // what changes, above its lines
	Drafts  Plural // rows that lack something, above their lines
	Ask     Text
	Dry     Text // nothing was changed
	Kept    Text // the answer was no
	Done    Text
	Made    Text // {school}: an empty file was filled
}

// BackTexts are the words of `undo` and `redo`.
type BackTexts struct {
	Done    Text   // {entry}: which one, in words
	Preview Plural // above those that will be
	Ask     Text
}

// PutBackTexts are said where answers of an entry are put back.
type PutBackTexts struct {
	Preview Text   // above what will be
	Line    Text   // {answer} {what}
	Added   Plural // what was added then, and stays
	Ask     Text
	Done    Text
}

// HistoryTexts are the words of `history`.
type HistoryTexts struct {
	Nothing      Text
	NothingFound Text // nothing is about what was asked for
	Line         Text // {number} {day} {time} {author} {round} {change}
	Withdrawn    Text // {n}
	DidNotFit    Text // {n}: it was taken back by a merge
	Nobody       Text // an entry without an author
	Back         Text // an entry that bears an earlier moment than the one before it
}

// CheckTexts are the words of `check`.
type CheckTexts struct {
	Sound        Text            // {file} {entries}
	Count        Plural          // of entries
	Example      Text            // instead of a file
	Report       Text            // {file}: a document that was made of the plan as it stands
	Compared     Text            // what a document says was compared too, and nothing was changed
	OwnDecisions Text            // beside it: the decisions were not the plan's
	OnlyMark     Text            // {why}
	Why          map[string]Text // why only the mark was compared
}

// AskTexts are the words with which a yes or no is asked.
type AskTexts struct {
	Choice Text   // the letters: "[j/n]"
	Yes    []Text // what counts as yes
	No     []Text
	Again  Text // neither was typed
}

// LockedTexts are the words for when another window has the file.
type LockedTexts struct {
	Offer Text // {file}: the question whether to look without changing
	Look  Text // one looks without changing
}

// SalvageTexts are the words for what is whole of a damaged file.
type SalvageTexts struct {
	Some    Plural // the first entries of a plan are whole: {date} of the last, {lost}
	All     Plural // all its entries are: {date} of the last
	First   Plural // as all, where it is not certain that there were no more: {n} {date}
	None    Text   // none of them is
	Lost    Plural // the entries that are lost: {first} {last}
	Later   Plural // behind it: so many of these can be read, but not be proven
	Filled  Plural // behind it: so many of the whole ones come from a backup
	Plan    Text   // {plan} {whole}, where there are several plans
	Older   Text   // after the rest: what was kept last may be missing
	Missing Plural // after the rest: plans that are not there any more
	Closed  Text   // in the place of how much is whole, where that is encrypted and no passphrase was given
	Wrong   Text   // likewise, where another one was
	Offer   Text   // {path} {schools} {whole} {backup} {new}: the question whether to go on in a new file
	Backup  Text   // {when} {holds}: a line of that, where there is a sound backup
	Done    Text   // {path} {whole}: a new file was made
	Open    Text   // {command}: how to open it
}
