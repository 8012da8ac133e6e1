package assets

// EncryptionTexts are the words of passphrases, and of what stands under one.
type EncryptionTexts struct {
	Final   Text // before a passphrase is chosen: forgotten, it cannot be had back
	Choose  Text // asks for a new one
	Repeat  Text // asks for it once more
	Differs Text // the second was another
	Type    Text // asks for that of a file: {file}
	Opens   Text // before it is asked to begin: {name} {folder}
	Empty   Text // nothing was typed: asked again
	Wrong   Text // it is another one: asked again

	Closed  Text // stands for what a backup holds, of which the passphrase was not given
	Keeps   Text // a copy that came in the place of the {file} stays under its own
	NotRead Text // a check that did not read what is encrypted

	// What encrypting does, before it is asked.
	Encrypts     Text // {file}
	Copies       Plural
	Foreign      Plural // of these, those under another passphrase, which is asked
	Unsound      Plural // copies that are damaged: what is whole is encrypted, the rest goes
	UnsoundOpens Plural // the same where they are decrypted
	Others       Text   // copies that people made, and stay: {files}
	Visible      Text   // what can still be seen
	NotReached   Text   // what stays readable elsewhere
	Done         Text   // {file}
	Finished     Text   // what was begun is done now: {file}
	Already      Text   // {file}
	Busy         Text   // it takes a moment
	ChangeHow    Text   // {command}: the passphrase

	// What decrypting does, before it is asked.
	Decrypts  Text // {file}
	Decrypted Text // {file}
	Open      Text // it is not encrypted: {file}

	// What changing the passphrase does, before it is asked.
	Changes        Text // {file}
	OthersClosed   Text // copies that people made, and keep the passphrase of before: {files}
	OldOpens       Text // what keeps it elsewhere, and what that is worth
	Changed        Text // {file}
	ChangeFinished Text // what was begun is done now: {file}

	Ask map[string]Text // whether to: encrypt, decrypt, change

	// On the screens: what can be done, and doing it; a passphrase that is typed.
	Titles, Do, Did   map[string]Text // encrypt, decrypt, change
	Label, LabelAgain Text
	LabelNow          Text // of the one that there is
	NowMissing        Text
	ShownAgain        Text // line by line, after one was not taken
	Advice            Text // what is a good one
	Alike, NotAlike   Text // whether the second is as the first

	// Line by line: typed to do it, by the same names, and what help says of that.
	Words   map[string][]Text
	Command map[string]Text

	// How strong a new one is: {n} letters count.
	Weak   Text
	Fair   Text
	Strong Text
}
