package assets

// BackupTexts are the words of backups of the file, and of putting one back.
type BackupTexts struct {
	// Elsewhere asks whether backups may stand on this computer too, by kind of drive: {file} {folder}.
	Elsewhere map[string]Text

	Title   Text // of the screen that lists them
	Make    Text // makes one
	NoneYet Text // there are none
	Hint    Text // when they come by themselves
	Safe    Text // what putting back keeps
	PutBack Text // does it
	Again   Text // it was put back
	NotNow  Text // while something is tried, or what was is looked at

	// MakeWords and RestoreWords are typed line by line; Command tells of them.
	MakeWords, RestoreWords []Text
	Command                 Text
	Which                   Plural // asks for a number up to {n}

	// The question whether to put the newest backup back: {path} {when} {holds} {lacks}, and {becomes} on a line of its own.
	OfferDamaged Text // of what is whole of the file too: {whole}
	OfferEmpty   Text
	OfferGone    Text
	Lacks        Plural // stands at {lacks}, where it is known how much came after the backup
	LacksSome    Text   // and where it is not
	KeptDamaged  Text   // stands at {becomes}: the damaged file is a backup then
	OfferNewer   Text   // asks instead whether to go on in the file in which the plan went on: {path} {newer}
	BeginAnew    Plural // asks whether to begin where a file was: {path}, {n} entries
	MakeFolder   Text   // asks the same where its folder is not there: {folder}
	// Closed is said before a passphrase is asked, by what is wrong with the file: {path}, the moment of the newest backup {when}.
	Closed       map[string]Text
	WasBack      Text // {when}: in one short line, that the newest backup was put back
	There        Text // said instead, of backups that may be another file's: {schools} {how}
	NothingWhole Text // stands at {whole} where nothing is

	Made    Text            // {file}: a backup that holds everything
	Nothing Text            // there is no backup: {file} {folder} {command}
	How     Text            // below the moments: {command}
	When    Text            // {date} {time}
	Size    Text            // {n}, in kB
	Reasons map[string]Text // why a backup was made, where that was before something
	WentOn  Text            // {files} that are erased or encrypted as the backups are
	Unsound Text            // it is damaged
	Newer   Text            // in its place: of a later version of the program
	Ahead   Text            // the moment it bears is still to come

	OtherPlan Text // it is of another plan than the file: {schools}

	Back             Text   // what putting back leads to: {when} {holds}
	PutElsewhere     Text   // that comes in a {new} file, as nothing can be written where {path} is: {cause}
	PutElsewhereFile Text   // the same, as that file cannot be changed
	NotThere         Plural // as Loses, where they stay in the file as it is
	Loses            Plural // entries that are lost, above them: {authors}
	Of               Text   // whose they are, in that: {authors}
	By               Text   // {name} {n}
	More             Plural // entries that are lost and not shown
	Gains            Plural // entries that come back
	OfSchool         Text   // {school}: above entries of its plan, where there are several
	NoLoss           Text
	Same             Text // there is nothing to put back

	ErasedPlans   Text // {plans} that were erased do not come back
	NothingLeft   Text // and the backup held nothing else
	Ask           Text
	Done          Text // {file} {when}
	DoneElsewhere Text // the same, where a new file was made
	KeptAs        Text // what stood there: {moment} {command}
	KeptUnsound   Text // the same, where it was damaged: {file} {command}
}
