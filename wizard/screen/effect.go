package screen

import (
	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/planfile/importing"
	"stappenplan/steps"
)

// Effect is what a screen has the wizard do. It does nothing by itself.
type Effect interface{ isEffect() }

type (
	// Record keeps changes as one entry, and when that is on disk does what comes then.
	Record struct {
		Changes []steps.Change
		Then    Effect
		Typed   bool // the changes hold what a person typed, and are kept also where the key had to wait
		Import  bool // they come from a file: a backup is made first
	}
	// Navigate leaves screens, and then opens a place.
	Navigate struct {
		Leave  int   // how many screens; the last one stays
		Import bool  // those of an import and what is on top of them
		All    bool  // also the last one
		Open   Place // no place: stay where that leads
	}
	// Undo takes back the last thing done.
	Undo struct{}
	// Redo takes back the taking back.
	Redo struct{}
	// Speak shows everything in a language from here on, and at the next start too. Nothing of it goes into the plan.
	Speak struct{ Language assets.Language }
	// Export writes files; what stands in their way is asked about first.
	Export struct {
		Files  []File
		Agreed bool // that was asked
	}
	// Run starts a bubble's own command.
	Run struct{ Cmd tea.Cmd }
	// Signed sets who is answering from here on.
	Signed struct{ Author string }
	// Ask puts a question before an effect. Not doing it is chosen until the person says otherwise, but where it is harmless.
	Ask struct {
		Question string
		Yes      assets.Text
		Effect   Effect
		Harmless bool // it takes nothing away
	}
	// Explain tells why something is there: the answers and the rule behind it.
	Explain struct{ Reasons []steps.Reason }
	// TryOut begins a trial.
	TryOut struct{}
	// EndTrial ends it: what was tried is kept or dropped.
	EndTrial struct{ Keep bool }
	// LookBack shows the plan as it was after an entry, until LookAtNow.
	LookBack struct{ Entry uint64 }
	// LookAtNow goes back to the plan as it is.
	LookAtNow struct{}
	// Both is one effect and then another.
	Both struct{ First, Second Effect }
	// Choose sets what is chosen of a document.
	Choose struct{ Document Document }
	// ReadLogo reads the logo of a document from its file, and chooses the document. Where the file holds none, what was
	// typed is a draft of the field.
	ReadLogo struct {
		Document     Document
		Field, Typed string
	}
	// ReadImport reads a file that comes into the plan, and shows what was understood of it. Where it cannot be read, what was typed
	// is a draft of the field.
	ReadImport struct{ Path, Field, Typed string }
	// Decide makes a decision about an import, and then does what follows; one that cannot be is said.
	Decide struct {
		Make func() (importing.Import, error)
		Then Effect
	}
	// Edit opens a text that is being typed in a field in the person's own editor; what comes back stands there as if it had been typed.
	Edit struct{ Field, Text string }
	// OpenFile shows a file with the computer's own program.
	OpenFile struct{ Path string }
	// Press presses a key on the screen that is there, as the footer calls it.
	Press struct{ Key string }
	// Say shows a line until the next key.
	Say struct{ Text string }
	// MakeBackup makes a backup of the file.
	MakeBackup struct{}
	// ListBackups shows which there are.
	ListBackups struct{}
	// ShowBackup shows what putting one back would do.
	ShowBackup struct{ Backup Backup }
	// ListErasable shows who and what can be erased for good.
	ListErasable struct{}
	// ShowErasing shows what erasing something would do.
	ShowErasing struct{ What string }
	// TickAlone says in which texts a part of the name goes too.
	TickAlone struct{ In []string }
	// Confirm keeps what was typed to confirm that something is erased.
	Confirm struct{ Typed string }
	// ShowSealing shows what encrypting the file, decrypting it or changing its passphrase would do.
	ShowSealing struct{ What Seal }
	// TypePhrase keeps what was typed for the passphrase that there is and for a new one, until that is done.
	TypePhrase struct {
		Present, Phrase, Again string
		Field                  string // the one that is asked again; empty for none
	}
	// SealProven leaves for the file sealed as was chosen, once the passphrase that was typed proves to be the one that there is; else that is
	// asked again.
	SealProven struct{}
	// Elsewhere leaves the plan, once everything is kept, for another one, or for a new one of a school in that file; or for the
	// same file as it is in a backup, Restore, or as it is in one of Backups, that is asked; or for itself joined with another copy of
	// it, Merge; or for itself without what is erased for good: Erase, or what is asked, Erasing; or for itself encrypted, or not any more: Seal, or
	// what is asked, Sealing. Without any of it for the list of all plans.
	Elsewhere struct {
		File, Plan, School string
		Restore, Merge     string
		Erase              *Erasing
		Backups, Erasing   bool
		Seal               *Sealing
		Sealing            Seal
	}
	// Quit ends the program, once everything is kept.
	Quit struct{}
)

func (Navigate) isEffect()     {}
func (Record) isEffect()       {}
func (Undo) isEffect()         {}
func (Redo) isEffect()         {}
func (Speak) isEffect()        {}
func (Export) isEffect()       {}
func (Run) isEffect()          {}
func (Signed) isEffect()       {}
func (Ask) isEffect()          {}
func (TryOut) isEffect()       {}
func (EndTrial) isEffect()     {}
func (LookBack) isEffect()     {}
func (LookAtNow) isEffect()    {}
func (Both) isEffect()         {}
func (Choose) isEffect()       {}
func (ReadLogo) isEffect()     {}
func (Edit) isEffect()         {}
func (OpenFile) isEffect()     {}
func (Explain) isEffect()      {}
func (Press) isEffect()        {}
func (Say) isEffect()          {}
func (Elsewhere) isEffect()    {}
func (MakeBackup) isEffect()   {}
func (ListBackups) isEffect()  {}
func (ShowBackup) isEffect()   {}
func (ListErasable) isEffect() {}
func (ShowErasing) isEffect()  {}
func (TickAlone) isEffect()    {}
func (Confirm) isEffect()      {}
func (ShowSealing) isEffect()  {}
func (TypePhrase) isEffect()   {}
func (SealProven) isEffect()   {}
func (Quit) isEffect()         {}
func (ReadImport) isEffect()   {}
func (Decide) isEffect()       {}

// Took is what follows from an editor that took something: what its bubble wants done, or why it took nothing.
func Took(cmd tea.Cmd, problem string) (effect Effect) {
	if problem != "" {
		effect = Say{Text: problem}
	}
	if cmd != nil {
		effect = Then(effect, Run{Cmd: cmd})
	}
	return effect
}

// Show opens a place on top of the screen that is there.
func Show(p Place) Navigate { return Navigate{Open: p} }

// Replace opens a place instead of the screen that is there.
func Replace(p Place) Navigate { return Navigate{Leave: 1, Open: p} }

// Back leaves a screen, and those below it up to this number of them.
func Back(screens int) Navigate { return Navigate{Leave: screens} }

// Imported leaves an import for the screen that it was begun on.
func Imported() Navigate { return Navigate{Import: true} }

// Home leaves all screens for a new overview.
func Home() Navigate { return Navigate{All: true, Open: Place{Kind: Overview}} }

// Then puts an effect behind another; both may be nil. A record does it only once its entry is on disk.
func Then(effect, next Effect) Effect {
	if next == nil {
		return effect
	}
	switch w := effect.(type) {
	case nil:
		return next
	case Record:
		w.Then = Then(w.Then, next)
		return w
	}
	return Both{effect, next}
}
