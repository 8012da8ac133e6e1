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

// stopped is the end of the questions, and as an error that of a command that had to end before it was done. Everything
// that was answered is on disk.
type stopped struct{ status int }

// Error is for programmers.
func (s stopped) Error() string { return "stopped" }

// stopSignals are those with which a person or the system asks a program to end; not those that whoever started it
// wants ignored, as nohup does.
func stopSignals() []os.Signal {
	return slices.DeleteFunc([]os.Signal{os.Interrupt, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGQUIT}, signal.Ignored)
}

// untilStopped is a context that ends at the first of those signals; where no screens listen too, the second ends the
// program, whatever it is doing. What a person interrupts in an editor is not the program.
func untilStopped(inEditor *editorInFront) context.Context {
	ctx, stop := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, stopSignals()...)
	go func() {
		status := statusRefused // a command that was ended did not do what was asked
		asked := <-signals
		for asked == os.Interrupt && inEditor.is() {
			asked = <-signals
		}
		if asked == os.Interrupt {
			status = statusStopped
		}
		signal.Stop(signals)
		stop(stopped{status})
	}()
	return ctx
}

// unlessStopped works something out that changes nothing, and does not wait for it where the call has to end first.
func unlessStopped[V any](p *program, work func() (V, error)) (V, error) {
	type result struct {
		value V
		err   error
		fault any
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			r.fault = recover()
			done <- r
		}()
		r.value, r.err = work()
	}()
	var nothing V
	select {
	case <-p.context.Done():
		return nothing, context.Cause(p.context)
	case r := <-done:
		if r.fault != nil {
			panic(r.fault)
		}
		if err := context.Cause(p.context); err != nil {
			return nothing, err
		}
		return r.value, r.err
	}
}

// ended notes how the questions ended, which is no error: to stop them is to do what was asked.
func (p *program) ended(err error) error {
	var early stopped
	switch {
	case errors.Is(err, wizard.ErrInterrupted):
		p.stopped = &stopped{statusStopped}
	case errors.As(err, &early) && early.status == statusStopped:
		p.stopped = &early
	case err == nil, errors.As(err, &early):
		p.stopped = &stopped{statusDone}
	default:
		return err
	}
	return nil
}
