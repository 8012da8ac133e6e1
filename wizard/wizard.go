// Package wizard asks the questions on screens. It holds the one model of the terminal program: the stack of screens, what
// is typed, saving it, and the end. What stands on a screen is package page's, and line by line the same is asked by
// package plain. [Run] shows the screens and works through a [session.Session].
package wizard

import (
	"errors"
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"stappenplan/planfile/importing"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/wizard/page"
	"stappenplan/wizard/screen"
)

// Options are what the screens need beside the session.
type Options struct {
	Files screen.Files
	// Signals are those with which the system asks the program to end.
	Signals <-chan os.Signal
	// Documents are the formats that people read, the usual one first; Others those for other programs.
	Documents, Others []string
	// Folder is where files are written unless a person says otherwise.
	Folder string
	// Editor: the person has an editor of their own; InEditor says whether that has the terminal: what its keys signal is not for the screens.
	Editor   bool
	InEditor func() bool
	// Plans: there is a list of plans; Several: the person chose from it before; Choose: and is there, with no plan open.
	Plans, Several, Choose bool
	// ASCII: the terminal has no Unicode; Light: its ground is light, as far as is known before it answers.
	ASCII, Light bool
	// Notice is said when the plan stands on the screen; empty for what is told on opening.
	Notice string
	// Program are further options of the terminal program, for tests.
	Program []tea.ProgramOption
}

// Run shows the screens until the person leaves, and gives where that is for; nil for nowhere. The plan is read while the first frame is drawn; a plan
// that cannot be read ends the program with that error, what is not kept with a [session.NotKept], and Ctrl+C with
// [ErrInterrupted].
func Run(session *session.Session, options Options) (*screen.Elsewhere, error) {
	if options.InEditor == nil {
		options.InEditor = func() bool { return false }
	}
	root := newRoot(session, options)
	var program *tea.Program
	root.broken = func() { go program.Quit() }
	program = tea.NewProgram(root, append(options.Program, tea.WithoutSignalHandler())...)
	ended := make(chan struct{})
	go func() {
		for {
			select {
			case s := <-options.Signals:
				if s == os.Interrupt && options.InEditor() {
					continue
				}
				program.Send(signalMsg{interrupt: s == os.Interrupt})
			case <-ended:
				return
			}
		}
	}()
	letGo := suspendable(program, options.InEditor)
	_, err := program.Run()
	letGo()
	close(ended)
	if err != nil && root.failure == nil {
		return nil, fmt.Errorf("show the screens: %w", err)
	}
	return root.next, root.failure
}

// root is the one model: it owns the terminal, the stack of screens and the session, and performs effects.
type root struct {
	session *session.Session
	options Options
	facts   screen.Facts
	look    screen.Look
	dark    bool // the background
	colours colorprofile.Profile
	width   int
	height  int
	ready   bool // the plan was read

	stack     []view                         // the last is on top
	left      map[screen.Place]screen.Screen // lists that were left, so that the cursor is where it was
	drafts    drafts
	saving    *saving       // an entry on its way to the disk
	writing   bool          // a file is being written, or looked for
	reading   bool          // a picture or backups are being read
	editing   bool          // a text is in an editor
	unusable  editedText    // what came back from it and could not stand in the field
	verifying bool          // the file of the plan is being looked at
	toWrite   []screen.File // the files being written, of which these were
	written   []screen.Written
	waiting   []waitingInput
	unsaved   *unsaved // an entry that could not be kept
	document  choices[screen.Document]
	importing choices[importing.Import] // what is decided of a file that comes into the plan
	chosenN   int                       // how often either changed
	trial     *trial                    // the real work, while something is tried, or while one looks at what was
	notice    string                    // one line until the next key
	crowded   bool                      // it does not fit beside that there is more below
	told      string                    // what that was on opening
	takesBack bool                      // it says what was kept, and that ctrl+z takes it back, wherever the cursor is
	copies    []string                  // of the plan, beside its file
	status    status
	departing *departure        // the wish to end, while that waits for something
	warned    string            // the drafts that the person was told of, on wanting to stop
	failure   error             // why the program ends
	next      *screen.Elsewhere // where the person goes from here
	known     screen.Known      // the plans to choose from
	backups   []screen.Backup   // those of the file, as they were read last
	// chosenBackup is the one that may be put back.
	chosenBackup screen.Restoring
	canErase     screen.Erasables // as it was read last
	toErase      screen.Erasing   // what may be erased
	toSeal       screen.Sealing   // what may be encrypted, decrypted or put under another passphrase
	paper        boardPaper
	broken       func() // ends the program from within a frame that cannot be drawn
	held         heldKeys
	drawn        tea.View
	stale        bool // something may look otherwise than it was drawn
}

// view is a place with the screen that shows it.
type view struct {
	screen.Place
	screen.Screen
}

// waitingInput is a key or a paste that came while an entry was being kept, and where the person was then.
type waitingInput struct {
	msg   tea.Msg
	place screen.Place
}

// saving is an entry being kept, and what is done after that.
type saving struct {
	entry steps.Entry
	then  screen.Effect
	typed bool   // it holds what a person typed, and need not be said
	said  string // what to say when it is done; empty for the usual
	older bool   // it gives no field a value that is newer than what that refused
	// imported says that it comes from a file: a backup is made first.
	imported bool
	// before is the plan before it.
	before steps.Plan
}

type status int

const (
	nothingYet status = iota
	saved
	notSaved
)

type (
	readMsg struct {
		journal *steps.Journal
		err     error
	}
	knownMsg   struct{ known screen.Known }
	savedMsg   struct{ err error }
	rescuedMsg struct {
		kept  session.Journals
		place string
		err   error
	}
	lookedMsg struct {
		effect screen.Export
		files  []string
		folder string
	}
	writtenMsg struct {
		file screen.Written
		err  error
	}
	openedMsg struct {
		path string
		err  error
	}
	panicMsg struct{ cause string }
	// signalMsg is a window that was closed, or the wish of the system that the program ends.
	signalMsg struct{ interrupt bool }
)

func newRoot(session *session.Session, options Options) *root {
	return &root{session: session, options: options, left: map[screen.Place]screen.Screen{}, drafts: drafts{}, document: choices[screen.Document]{chosen: screen.NewDocument(options.Documents, options.Folder)}, look: screen.NewLook(!options.Light, colorprofile.TrueColor), dark: !options.Light, colours: colorprofile.TrueColor, width: 80, height: 24, broken: func() {}, stale: true}
}

// Init reads the plan while the first frame is drawn.
func (r *root) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, guarded(func() tea.Msg {
		if r.options.Choose {
			return knownMsg{r.options.Files.Known()}
		}
		journal, err := r.session.Read()
		return readMsg{journal, err}
	}))
}

// Update takes one message; a crash in it ends the program in order.
func (r *root) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	defer func() {
		if cause := recover(); cause != nil {
			r.failure = errors.New(crash(cause))
			model, cmd = r, tea.Quit
		}
	}()
	if cmd, waits := r.waits(msg); waits {
		return r, cmd
	}
	r.stale = true
	return r, r.take(msg)
}

func (r *root) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.width, r.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		r.dark = msg.IsDark()
		r.look = screen.NewLook(r.dark, r.colours)
	case tea.ColorProfileMsg:
		r.colours = msg.Profile
		r.look = screen.NewLook(r.dark, r.colours)
	case readMsg:
		return tea.Batch(r.read(msg), r.protect(), r.lookBeside())
	case besideMsg:
		r.saysBeside(msg)
	case knownMsg:
		return r.chooseAmong(msg.known)
	case savedMsg:
		return r.saved(msg.err)
	case rescuedMsg:
		return r.rescued(msg)
	case lookedMsg:
		return r.looked(msg)
	case writtenMsg:
		return r.fileWritten(msg)
	case logoMsg:
		return r.logoRead(msg)
	case importMsg:
		return r.importRead(msg)
	case verifiedMsg:
		return r.verified(msg)
	case signalMsg:
		return tea.Batch(r.release(), r.depart(departure{interrupted: msg.interrupt, urgent: !msg.interrupt}))
	case editedMsg:
		return r.edited(msg)
	case backedUpMsg:
		return r.backedUp(msg)
	case backupsMsg:
		return r.listed(msg)
	case restoringMsg:
		return r.restoring(msg)
	case erasablesMsg:
		return r.erasables(msg)
	case erasingMsg:
		return r.erasing(msg)
	case sealingMsg:
		return r.sealing(msg)
	case provedMsg:
		return r.proved(msg)
	case openedMsg:
		if msg.err != nil {
			r.notice = r.session.Spoken().Wizard.Write.CannotOpen.Fill("path", msg.path)
		}
	case panicMsg:
		r.failure = errors.New(msg.cause)
		return tea.Quit
	case tea.KeyPressMsg:
		return r.endBurst(msg)
	case tea.MouseClickMsg, tea.MouseWheelMsg:
		return tea.Batch(r.release(), r.input(msg))
	case behindMsg:
		r.held.sent = false
		return r.release()
	case tea.PasteMsg:
		return tea.Batch(r.release(), r.input(screen.Pasted{Text: msg.Content}))
	case bubbleMsg:
		if top := r.top(); top != nil && r.typing() {
			return r.toScreen(msg.msg, false)
		}
	}
	return nil
}

// input takes a key or a paste; while an entry is being saved they wait in order.
func (r *root) input(msg tea.Msg) tea.Cmd {
	if pressed, ok := msg.(tea.KeyPressMsg); ok && pressed.String() == "ctrl+c" {
		return r.depart(departure{interrupted: true})
	}
	if !r.ready || r.busy() || r.departing != nil {
		r.waiting = append(r.waiting, waitingInput{msg, r.place()})
		return nil
	}
	return r.press(msg, false)
}

// press does what a key or a paste asks. Unseen says that it was meant for another screen than the one that is
// there now.
func (r *root) press(msg tea.Msg, unseen bool) tea.Cmd {
	if r.tooSmall() && (r.top() == nil || !r.typing()) { // nobody sees what a key would do
		return nil
	}
	r.notice = ""
	takesBack := r.takesBack
	r.takesBack = false
	if text, ok := msg.(screen.Pasted); ok {
		return r.paste(text, unseen)
	}
	if mouse, ok := msg.(tea.MouseMsg); ok {
		return r.point(mouse, unseen)
	}
	if r.unsaved != nil {
		return r.retry(msg)
	}
	if pressed, isKey := msg.(tea.KeyPressMsg); isKey {
		switch effect := r.global(pressed, takesBack).(type) {
		case nil:
		case screen.Undo, screen.Redo:
			return r.perform(effect, unseen)
		default:
			return r.perform(screen.Then(r.top().Leave(r.frame()), effect), false)
		}
	}
	return r.toScreen(msg, unseen)
}

// typing says whether letters go into a text.
func (r *root) typing() bool { return r.top().Letters(r.frame()) == screen.LettersType }

func (r *root) toScreen(msg tea.Msg, unseen bool) tea.Cmd {
	next, effect := r.top().Update(msg, r.frame())
	r.stack[len(r.stack)-1].Screen = next
	return r.perform(effect, unseen)
}

// global is the effect of a key that works on every screen; nil for none. No bare letter does. Where the line above the footer says that
// something is taken back by it, it is.
func (r *root) global(pressed tea.KeyPressMsg, takesBack bool) screen.Effect {
	_, first := r.top().(*page.Form) // which first takes back what is typed or chosen in it
	first = (first || r.typing()) && !takesBack
	switch pressed.String() {
	case "f1":
		return screen.Show(page.HelpOn(r.place()))
	case "?":
		if r.top().Letters(r.frame()) == screen.LettersCommand {
			return screen.Show(page.HelpOn(r.place()))
		}
	case "ctrl+k":
		if r.begun() {
			return screen.Show(screen.Place{Kind: screen.Find})
		}
	case "ctrl+s":
		if r.begun() {
			return screen.Show(screen.Place{Kind: screen.SaveAs})
		}
	case screen.EditorKey:
		return r.ownEditor()
	case "ctrl+z":
		if !first {
			return screen.Undo{}
		}
	case "ctrl+y":
		if !first {
			return screen.Redo{}
		}
	}
	return nil
}

// ownEditor says what the key of a person's own editor is for, where it opens nothing; nil where the screen takes it.
func (r *root) ownEditor() screen.Effect {
	words, f := r.session.Spoken().Wizard.Editor, r.frame()
	form, is := r.top().(*page.Form)
	switch {
	case is && form.Edits(f), !is && r.typing():
		return nil
	case f.Editor:
		return screen.Say{Text: string(words.NoText)}
	case r.real().InMemory(), f.Kept() && f.Files.Encrypted():
		return screen.Say{Text: string(words.NotHere)}
	}
	return screen.Say{Text: string(words.Unset)}
}

// begun says whether the first questions are behind: before that there is nowhere to jump to.
func (r *root) begun() bool { return r.session.Journal().Len() > 0 }

func (r *root) top() screen.Screen {
	if len(r.stack) == 0 {
		return nil
	}
	return r.stack[len(r.stack)-1].Screen
}

// place is where the person is.
func (r *root) place() screen.Place {
	if len(r.stack) == 0 {
		return screen.Place{}
	}
	return r.stack[len(r.stack)-1].Place
}
