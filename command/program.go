// Package command is the command line: it reads the arguments, opens the store, and starts the wizard or runs one
// command.
//
// It holds no rule of the step plan and no words. Everything that comes from outside (clock, random ids,
// places, variables, whether there is a terminal) is in [environment], so that a call can be tested whole. One command is
// one file.
package command

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/passphrase"
	"stappenplan/wizard/screen"
)

// Run is a call of the program with these arguments, on the computer it runs on. It gives the exit status.
func Run(args []string) int {
	// The first screen should stand at once: no collection of garbage before there is any to speak of, and what
	// the call will need is read beside the rest. A journal of a hundred thousand entries is read in less than this limit,
	// with the garbage four times as much.
	debug.SetGCPercent(300)
	debug.SetMemoryLimit(80 << 20)
	cobra.MousetrapHelpText = "" // a double click in Windows starts the program like any other
	if slices.Contains(args, "--example") {
		go assets.Example()
	}
	return run(args, surroundings(), os.Stdin, os.Stdout, os.Stderr)
}

// Exit statuses.
const (
	statusDone    = 0
	statusRefused = 1
	statusUsage   = 2
	statusStopped = 130 // Ctrl+C
)

// program is one call of stappenplan.
type program struct {
	environment
	in    *bufio.Reader
	out   io.Writer
	errs  io.Writer
	texts *assets.Texts
	flags flags
	// work is the plan that is worked on, once it is open.
	work *session.Session
	// lookOnly says that another copy of the program has the file, and that the person chose to look at it.
	lookOnly bool
	// chose says that the person chose the plan from a list.
	chose bool
	// refusal is why what was chosen did not open; empty where it did.
	refusal string
	// notice is what became of a backup that was to be put back, to be said on the screens.
	notice string
	// changed says that something was changed beside the answers: a plan was added, put back, brought over or erased from.
	changed bool
	// rescued says that the plan goes on in a new file: its own could not be written any more.
	rescued bool
	// stopped is how the questions ended, once they did in order.
	stopped *stopped
	// inPart is what is whole of a damaged file, once that is what is shown of it.
	inPart *salvaged
	// protected is the store that is written, of whose file a backup is made first; nil where none is.
	protected *store.Protected
	// consent is what was answered about backups of that file.
	consent consent
	// keyring holds the keys of encrypted files, key is that of the plan's file; nil where that lies open.
	keyring *keyring
	key     *passphrase.Key
	// opens says that the questions are about to begin: who is asked for a passphrase then may never have typed a command.
	opens bool
	// toldClosed is the file of which it was told why its passphrase is asked.
	toldClosed string
	// given are the passphrases in the file that was named for them, once they were read.
	given []string
}

// flags are those every command takes, and that of one's own task catalogue.
type flags struct {
	file, plan, language, by, catalogue, phrases string
	example, plain                               bool
}

// run is a whole call of the program: what it says goes to out, what is wrong to errs. It gives the exit status.
func run(args []string, env environment, in io.Reader, out, errs io.Writer) (status int) {
	p := &program{environment: env, out: &checked{to: out}, errs: errs, keyring: &keyring{}}
	p.in = bufio.NewReader(&interruptible{from: in, context: env.context})
	language := languageOf(args, env)
	p.texts = assets.Load(language)
	defer func() {
		if status != statusDone {
			p.holdWindow()
		}
	}()
	defer func() {
		if fault := recover(); fault != nil { // its value may hold what a person wrote
			status = p.end(fmt.Errorf("internal error (%T)", fault))
		}
	}()
	status = p.end(p.withWhole(p.execute(args)))
	if err := p.out.(*checked).err; err != nil && status == statusDone {
		status = p.end(err)
	}
	return status
}

// end says what went wrong, if anything, and gives the exit status. Whoever stopped the questions is told that what was
// answered is on disk: what is not, is an error.
func (p *program) end(err error) int {
	var early stopped
	switch {
	case err == nil && p.stopped == nil:
		return statusDone
	case err == nil:
		early = *p.stopped
		fallthrough
	case errors.As(err, &early):
		to := p.errs
		if p.flags.plain { // where the conversation was
			to = p.out
		}
		for _, line := range p.lastWords() {
			p.tell(to, line)
		}
		return early.status
	}
	for _, line := range p.wording(err) {
		p.tell(p.errs, line)
	}
	if _, wrong := errors.AsType[wrongUsage](err); wrong {
		return statusUsage
	}
	return statusRefused
}

// lastWords say what was kept, and how to go on.
func (p *program) lastWords() []string {
	words := p.texts.Commands.Stopped
	said := string(words.Unchanged)
	switch {
	case p.flags.example:
		said = string(words.Example)
	case p.rescued:
		said = words.Elsewhere.Fill("path", p.flags.file)
	case p.changed, p.work != nil && p.work.Recorded() > 0:
		said = string(words.Kept)
	}
	return []string{said, words.GoOn.Fill("command", p.again())}
}

// plainFlag is how a call says that it asks line by line, which commands do not.
const plainFlag = " --plain"

// again is the call that opens the same plan.
func (p *program) again() string {
	call := "stappenplan"
	if p.flags.example {
		call += " --example"
	}
	if p.flags.file != "" {
		call += " --file " + steps.CleanName(p.quoted(absolute(p.flags.file)))
	}
	if p.flags.plan != "" {
		call += " --plan " + p.flags.plan
	}
	if p.flags.plain {
		call += plainFlag
	}
	return call
}

// againWith is the call of a command on the same plan.
func (p *program) againWith(command string) string {
	return strings.TrimSuffix(p.again(), plainFlag) + " " + command
}

// quoted is a path between quotes, as it is typed at a shell.
func (p *program) quoted(path string) string {
	if p.system != "windows" { // where a path has none of these, and a backslash parts its folders
		path = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "$", `\$`, "`", "\\`").Replace(path)
	}
	return `"` + path + `"`
}

// begin starts the questions: on screens, or line by line.
func (p *program) begin() error {
	if err := p.canAsk(); err != nil {
		return err
	}
	own, err := p.ownCatalogue() // before a file is made
	if err != nil {
		return err
	}
	choose, err := p.mustChoose()
	if err != nil {
		return err
	}
	for {
		if choose {
			if chosen, err := p.choose(); err != nil || !chosen {
				return err
			}
		}
		next, err := p.fill(own)
		switch {
		case errors.Is(err, errSeveralPlans):
			choose = true
		case errors.As(err, new(stopped)):
			return err
		case err != nil && choose && p.work == nil: // what was chosen did not open
			p.refusal = p.reason(err)
		case err != nil || next == nil:
			return err
		case next.Restore != "" || next.Backups:
			if err := p.goBack(*next); err != nil {
				return err
			}
			choose, p.stopped = false, nil
		case next.Erase != nil || next.Erasing:
			if err := p.eraseBetween(*next); err != nil {
				return err
			}
			choose, p.stopped = false, nil
		case next.Seal != nil || next.Sealing != "":
			if err := p.sealBetween(*next); err != nil {
				return err
			}
			choose, p.stopped = false, nil
		case next.Merge != "":
			choose, p.stopped = false, nil
			if err := p.mergeBetween(next.Merge); err != nil {
				return err
			}
		default:
			choose, p.stopped = true, nil
		}
	}
}

// canAsk refuses where there is nobody to ask, and chooses lines where screens would not do.
func (p *program) canAsk() error {
	p.flags.plain = p.flags.plain || p.simple()
	if !p.flags.plain && !p.terminal() {
		return refuse("no-terminal")
	}
	return nil
}

// fill asks the questions of a plan, and gives where the person goes from there; nil for nowhere. What is whole of a damaged
// file can be filled in further in a new one.
func (p *program) fill(own *steps.Catalogue) (next *screen.Elsewhere, err error) {
	if err := p.offerLost(); err != nil {
		return nil, err
	}
	fill := func() error {
		return p.with(toFill, func(session *session.Session) error {
			p.remember(session.Place)
			if err := p.askElsewhere(session.Place); err != nil {
				return err
			}
			if err := p.askEdited(session.Place); err != nil {
				return err
			}
			if err := p.takeCatalogue(session, own); err != nil {
				return err
			}
			if p.flags.plain {
				next, err = p.lineByLine(session)
			} else {
				next, err = p.screens(session, false)
			}
			return err
		})
	}
	err = fill()
	if path, unknown := p.path(); unknown == nil && p.unusable(err) {
		p.tellClosed(path)
	}
	offers := []func(error) (bool, error){p.offerBackup, p.offerSalvage}
	if p.keepsMost(err) {
		slices.Reverse(offers)
	}
	for _, offer := range append([]func(error) (bool, error){p.offerInstead}, offers...) {
		goOn := false
		if goOn, err = offer(err); goOn {
			return next, fill()
		}
	}
	return next, err
}

// tell writes one line, which is broken where it is wider than the terminal. An error of writing shows up at the end of the call.
func (p *program) tell(to io.Writer, line string) {
	_, _ = io.WriteString(to, p.inLines(to, line)+"\n")
}

// absolute is the whole path, which holds in any folder.
func absolute(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		return whole
	}
	return path
}
