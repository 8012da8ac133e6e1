//go:build !windows

package wizard

import (
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// suspendable lets another program stop this one (SIGTSTP): the terminal is given back first, and taken again when the
// program goes on. It stops the whole group, so that a shell sees its job stop. While an editor has the terminal there is none to give back.
// The function it gives ends that.
func suspendable(program *tea.Program, inEditor func() bool) (letGo func()) {
	stop, ended := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(stop, syscall.SIGTSTP)
	go func() {
		for {
			select {
			case <-stop:
				if inEditor() {
					_ = syscall.Kill(0, syscall.SIGSTOP)
				} else {
					suspend(program)
				}
			case <-ended:
				return
			}
		}
	}()
	return func() {
		signal.Stop(stop)
		close(ended)
	}
}

// suspend stops until the program is told to go on. SIGSTOP, because a shell that is gone could not have SIGTSTP stop
// anything, and the terminal would never be taken again.
func suspend(program *tea.Program) {
	goOn := make(chan os.Signal, 1)
	signal.Notify(goOn, syscall.SIGCONT)
	defer signal.Stop(goOn)
	if err := program.ReleaseTerminal(); err != nil {
		return
	}
	if err := syscall.Kill(0, syscall.SIGSTOP); err == nil {
		<-goOn
	}
	_ = program.RestoreTerminal() // a terminal that is gone ends the program by itself
}
