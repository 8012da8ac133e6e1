// Package wizard asks the questions on screens. It holds the one model of the terminal program: the stack of screens, what
// is typed, saving it, and the end. What stands on a screen is package page's, and line by line the same is asked by
// package plain. [Run] shows the screens and works through a [session.Session].
package wizard

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/wizard/form"
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
	// Program are further options of the terminal program, for tests.
	Program []tea.ProgramOption
}

// Run shows the screens until the person leaves. The plan is read while the first frame is drawn; a plan
// that cannot be read ends the program with that error, what is not kept with a [session.NotKept], and Ctrl+C with
// [ErrInterrupted].
func Run(session *session.Session, options Options) error {
	root := newRoot(session, options)
	var program *tea.Program
	root.broken = func() { go program.Quit() }
	program = tea.NewProgram(root, append(options.Program, tea.WithoutSignalHandler())...)
	ended := make(chan struct{})
	go func() {
		for {
			select {
			case s := <-options.Signals:
				program.Send(signalMsg{interrupt: s == os.Interrupt})
			case <-ended:
				return
			}
		}
	}()
	letGo := suspendable(program)
	_, err := program.Run()
	letGo()
	close(ended)
	if err != nil && root.failure == nil {
		return fmt.Errorf("show the screens: %w", err)
	}
	return root.failure
}

// root is the one model: it owns the terminal, the stack of screens and the session, and performs effects.
type root struct {
	session *session.Session
	options Options
	facts   screen.Facts
	look    screen.Look
	width   int
	height  int
	ready   bool // the plan was read

	stack     []view        // the last is on top
	saving    *saving       // an entry on its way to the disk
	writing   bool          // a file is being written, or looked for
	verifying bool          // the file of the plan is being looked at
	toWrite   []screen.File // the files being written, of which these were
	written   []screen.Written
	waiting   []waitingInput
	unsaved   *unsaved // an entry that could not be kept
	chosen    screen.Document
	chosenN   int         // how often that changed
	decided   []*[]string // the decisions of a document as they were, the latest last
	trial     *trial      // the real work, while something is tried
	notice    string      // one line until the next key
	status    status
	departing *departure // the wish to end, while that waits for something
	stuck     bool       // the person was shown that a field refuses what was typed, on wanting to stop
	failure   error      // why the program ends
	broken    func()     // ends the program from within a frame that cannot be drawn
	held      heldKeys
	drawn     tea.View
	stale     bool // something may look otherwise than it was drawn
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
	said  string // what to say when it is done; empty for the usual
}

// unsaved is a saving that failed; without an entry, the file with the whole plan is not there any more.
type unsaved struct {
	saving
	cause        error
	refused      bool  // by the plan: trying again has no sense
	seen         bool  // the person was told
	asked        bool  // and asked once more on wanting to stop
	rescueFailed error // why no new file could be made either
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
	return &root{session: session, options: options, chosen: page.NewDocument(options.Documents), look: screen.NewLook(true), width: 80, height: 24, broken: func() {}, stale: true}
}

// Init reads the plan while the first frame is drawn.
func (r *root) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, guarded(func() tea.Msg {
		journal, err := r.session.Read()
		return readMsg{journal, err}
	}))
}

// guarded runs a command so that a crash in it ends the program in order.
func guarded(cmd func() tea.Msg) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if cause := recover(); cause != nil {
				msg = panicMsg{fmt.Sprintf("%v at %s", cause, crashSite())}
			}
		}()
		return cmd()
	}
}

// crashSite is where a panic came from: a line of code, and no value a person typed.
func crashSite() string {
	_, stack, _ := strings.Cut(string(debug.Stack()), "\npanic(") // what recovers stands above it
	for line := range strings.Lines(stack) {
		// The lines of code are indented; those above them name what was called, with its arguments.
		if _, site, ok := strings.Cut(line, "/wizard/"); ok && strings.HasPrefix(line, "\t") {
			return strings.TrimSpace(site)
		}
	}
	return "unknown"
}

// Update takes one message; a crash in it ends the program in order.
func (r *root) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	defer func() {
		if cause := recover(); cause != nil {
			r.failure = fmt.Errorf("%v at %s", cause, crashSite())
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
		r.look = screen.NewLook(msg.IsDark())
	case readMsg:
		return r.read(msg)
	case savedMsg:
		return r.saved(msg.err)
	case rescuedMsg:
		return r.rescued(msg)
	case lookedMsg:
		return r.looked(msg)
	case writtenMsg:
		return r.fileWritten(msg)
	case verifiedMsg:
		return r.verified(msg)
	case signalMsg:
		return tea.Batch(r.release(), r.depart(departure{interrupted: msg.interrupt, urgent: !msg.interrupt}))
	case openedMsg:
		if msg.err != nil {
			r.notice = r.session.Texts.Wizard.Write.CannotOpen.Fill("path", msg.path)
		}
	case panicMsg:
		r.failure = errors.New(msg.cause)
		return tea.Quit
	case tea.KeyPressMsg:
		return r.endBurst(msg)
	case behindMsg:
		r.held.sent = false
		return r.release()
	case tea.PasteMsg:
		return tea.Batch(r.release(), r.input(screen.Pasted{Text: msg.Content}))
	case bubbleMsg:
		if top := r.top(); top != nil && top.Typing(r.frame()) {
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
	r.notice, r.stuck = "", false
	if text, ok := msg.(screen.Pasted); ok {
		return r.paste(text, unseen)
	}
	if r.unsaved != nil {
		return r.retry(msg)
	}
	pressed, isKey := msg.(tea.KeyPressMsg)
	top := r.top()
	if isKey && pressed.String() == "f1" {
		return r.perform(screen.Show(screen.Place{Kind: screen.Help}), unseen)
	}
	if isKey && !top.Typing(r.frame()) {
		if effect, ok := r.global(pressed); ok {
			switch effect.(type) {
			case screen.Undo, screen.Redo, screen.Quit:
				return r.perform(effect, unseen)
			}
			return r.perform(screen.Then(top.Leave(r.frame()), effect), false)
		}
	}
	return r.toScreen(msg, unseen)
}

func (r *root) toScreen(msg tea.Msg, unseen bool) tea.Cmd {
	next, effect := r.top().Update(msg, r.frame())
	r.stack[len(r.stack)-1].Screen = next
	return r.perform(effect, unseen)
}

// global are the keys that work on every screen that does not use them itself.
func (r *root) global(pressed tea.KeyPressMsg) (screen.Effect, bool) {
	for _, b := range r.top().Keys(r.frame()) {
		if key.Matches(pressed, b) {
			return nil, false
		}
	}
	name := pressed.String()
	switch {
	case name == "?":
		return screen.Show(screen.Place{Kind: screen.Help}), true
	case name == "q":
		return screen.Quit{}, len(r.stack) == 1
	case !r.begun():
		return nil, false
	}
	switch name {
	case "k":
		return screen.Show(screen.Place{Kind: screen.TreeMap}), true
	case "o":
		return screen.Home(), true
	case "s":
		return screen.Show(screen.Place{Kind: screen.Summary}), true
	case "u", "ctrl+z":
		return screen.Undo{}, true
	case "r", "ctrl+y":
		return screen.Redo{}, true
	case "1", "2", "3", "4", "5", "6", "7", "8":
		return screen.Show(screen.StepPlace(steps.Tree[name[0]-'1'].ID)), true
	}
	return nil, false
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

// frame is what the screen on top may know.
func (r *root) frame() screen.Frame { return r.frameFor(r.top()) }

// frameFor is the frame for a screen: how wide it is, is the screen's.
func (r *root) frameFor(s screen.Screen) screen.Frame {
	wide := s != nil && s.Wide() || r.width < narrow
	f := screen.Frame{
		Width: r.width - 2, Height: r.bodyHeight(), Plan: r.session.Plan(), Facts: r.facts, Texts: r.session.Texts,
		Look: r.look, Today: r.session.Today(), Session: r.session,
		Files: r.options.Files, Documents: r.options.Documents, Others: r.options.Others, Folder: r.options.Folder,
		Chosen: r.chosen, ChosenN: r.chosenN, Written: r.written,
	}
	if r.trial != nil {
		kept := r.trial.real.Plan()
		f.Real = &kept
	}
	if !wide {
		f.Width -= railWidth
	}
	if _, isForm := s.(*form.Form); isForm {
		f.Width = min(f.Width, screen.Readable)
	}
	return f
}
