package command

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"stappenplan/wizard"
)

// stopped is the end of the questions, and of a command that had to end before it was done. Everything that was
// answered is on disk.
type stopped struct{ status int }

// Error is for programmers.
func (s stopped) Error() string { return "stopped" }

// stopSignals are those with which a person or the system asks a program to end; not those that whoever started it
// wants ignored, as nohup does.
func stopSignals() []os.Signal {
	return slices.DeleteFunc([]os.Signal{os.Interrupt, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGQUIT}, signal.Ignored)
}

// untilStopped is a context that ends at the first of those signals; the second ends the program, whatever it is doing.
func untilStopped() context.Context {
	ctx, stop := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, stopSignals()...)
	go func() {
		status := statusRefused // a command that was ended did not do what was asked
		if <-signals == os.Interrupt {
			status = statusStopped
		}
		signal.Stop(signals)
		stop(stopped{status})
	}()
	return ctx
}

// ended is how the questions ended, as an error that says with which status. To stop them is to do what was asked.
func ended(err error) error {
	var early stopped
	switch {
	case errors.Is(err, wizard.ErrInterrupted):
		return stopped{statusStopped}
	case err == nil, errors.As(err, &early) && early.status != statusStopped:
		return stopped{statusDone}
	}
	return err
}
