package screen

// Backup is a backup of the file of the plan, in words.
type Backup struct {
	File  string
	When  string // the moment to which it leads back
	Holds string // what is in it
	Sound bool   // it can be put back
}

// Restoring is what putting a backup back would do.
type Restoring struct {
	Backup
	Says    []string // what comes back and what is lost, or why it cannot be put back
	Changes bool     // there is anything to put back
	Keeps   bool     // what stands there now becomes a backup first; else the backup comes in a new file
}
