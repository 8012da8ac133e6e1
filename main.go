// Command stappenplan leads a school in eight steps to team-based ICT coordination.
//
// This package reads the command line, opens the store, and starts the wizard or runs one command. It
// holds no rule of the step plan and no words. Everything that comes from outside (clock, random ids,
// places, variables, whether there is a terminal) is in [environment], so that a call can be tested whole.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard"
)

func main() {
	// The first screen should stand at once: no collection of garbage before there is any to speak of, and what
	// the call will need is read beside the rest.
	debug.SetGCPercent(300)
	if slices.Contains(os.Args, "--example") {
		go assets.Example()
	}
	os.Exit(run(os.Args[1:], surroundings(), os.Stdin, os.Stdout, os.Stderr))
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
	// rescued is the file in which the plan stands now, where its own could not be written any more.
	rescued string
}

// flags are those every command takes, and that of one's own task catalogue.
type flags struct {
	file, plan, language, by, catalogue string
	example, plain                      bool
}

// run is a whole call of the program: what it says goes to out, what is wrong to errs. It gives the exit status.
func run(args []string, env environment, in io.Reader, out, errs io.Writer) (status int) {
	p := &program{environment: env, out: &checked{to: out}, errs: errs}
	p.in = bufio.NewReader(&interruptible{from: in, context: env.context})
	language := languageOf(args, env)
	p.texts = assets.Load(language)
	defer func() {
		if fault := recover(); fault != nil { // its value may hold what a person wrote
			status = p.end(fmt.Errorf("internal error (%T)", fault))
		}
	}()
	err := p.execute(args)
	if err == nil {
		err = p.out.(*checked).err
	}
	return p.end(err)
}

// end says what went wrong, if anything, and gives the exit status.
func (p *program) end(err error) int {
	said := p.texts.Commands.Stopped.Fill("command", p.again())
	if p.rescued != "" {
		said = p.texts.Commands.Rescued.Fill("path", p.rescued)
	}
	switch {
	case errors.Is(err, context.Canceled):
		p.tell(p.errs, said)
		return statusStopped
	case p.rescued != "":
		p.tell(p.errs, said)
	}
	if err == nil {
		return statusDone
	}
	for _, line := range p.wording(err) {
		p.tell(p.errs, line)
	}
	var wrong wrongUsage
	if errors.As(err, &wrong) {
		return statusUsage
	}
	return statusRefused
}

// again is the call that opens the same plan.
func (p *program) again() string {
	call := "stappenplan"
	if p.flags.example {
		call += " --example"
	}
	if p.flags.file != "" {
		call += ` --file "` + steps.CleanName(p.flags.file) + `"`
	}
	if p.flags.plan != "" {
		call += " --plan " + p.flags.plan
	}
	return call
}

// begin starts the questions: on screens, or line by line.
func (p *program) begin() error {
	byLine := p.flags.plain || p.simple()
	if !byLine && !p.terminal() {
		return refuse("no-terminal")
	}
	own, err := p.ownCatalogue() // before a file is made
	if err != nil {
		return err
	}
	return p.with(toFill, func(session *wizard.Session) error {
		if err := p.takeCatalogue(session, own); err != nil {
			return err
		}
		if byLine {
			return wizard.RunPlain(session, p.in, p.out)
		}
		return p.screens(session)
	})
}

// tell writes one line. An error of writing shows up at the end of the call.
func (p *program) tell(to io.Writer, line string) { _, _ = io.WriteString(to, line+"\n") }
