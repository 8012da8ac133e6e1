package screen

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/session"
	"stappenplan/steps"
)

// Writer makes files of a plan.
type Writer interface {
	// Path is the path in what a person typed, pasted or dragged.
	Path(typed string) string
	// Export writes a file of a session's plan, and makes the folder it goes into. A file that exists is replaced only
	// when the person said so.
	Export(session *session.Session, file File) (Written, error)
	// InTheWay says which files stand at these paths already, and which folder is not there yet; empty where it is.
	InTheWay(paths []string) (files []string, folder string)
	// Preview is what a document of a session's plan says.
	Preview(session *session.Session, document Document) report.Summary
	// ReadLogo reads the picture in a file.
	ReadLogo(path string) (report.Logo, error)
}

// Files is how the screens read and write files: they do not know the disk themselves.
type Files interface {
	Writer
	// ReadFile reads a file that comes into the plan, by what a person typed for its path.
	ReadFile(path string) ([]byte, error)
	// Rescue puts a plan in a new file, at a path or where none is given at the usual place: see [session.Rescue].
	Rescue(path, plan string, entries steps.Entries) (session.Journals, string, error)
	// Protect makes a backup of the file of the plan, if it changed since the last.
	Protect()
	// ProtectImport makes one before something is brought into the plan from a file, and waits for it.
	ProtectImport()
	// BackUp makes one because a person asks for it, and gives its path.
	BackUp() (string, error)
	// Backups are those of the file, the newest first.
	Backups() []Backup
	// Restoring works out what putting a backup back would do.
	Restoring(backup Backup) Restoring
	// Erasables are who and what can be erased for good.
	Erasables() Erasables
	// Erasing works out what erasing something would do.
	Erasing(what string) Erasing
	// Encrypted says whether the file of the plan is encrypted.
	Encrypted() bool
	// Sealing works out what encrypting it, decrypting it or changing its passphrase would do.
	Sealing(what Seal) Sealing
	// Proves says whether a passphrase is the one that the file has.
	Proves(phrase string) (bool, error)
	// Strength says how strong a new passphrase is, and whether it can be taken.
	Strength(phrase string) (said string, enough bool)
	// Beside says what stands beside the file of the plan with these entries.
	Beside(entries steps.Entries) session.Beside
	// Command is how a command is called on the plan of the screens.
	Command(call string) string
	// Known are the files with plans that the program knows of.
	Known() Known
	// Speak remembers the language for the next start.
	Speak(language assets.Language)
	// Edit is a text in the person's own editor, once that is run.
	Edit(text []byte) Editing
	// Open shows a file with the program that the computer has for it.
	Open(path string) error
}

// Editing runs an editor on a text, while that has the terminal.
type Editing interface {
	tea.ExecCommand
	// Text is the text as the editor left it; as it was, where that is not known.
	Text() []byte
}

// File is one file to write: the plan in a format, as a document where the format is one.
type File struct {
	Format, Path string
	Document     Document
	Replace      bool // what stands there already
}

// Written is a file that was written.
type Written struct {
	Path     string // in full
	Contents string // what is in it, counted in words
}
