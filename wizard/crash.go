package wizard

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// What is said of a crash: where it was, and nothing that a person typed.

// guarded runs a command so that a crash in it ends the program in order.
func guarded(cmd func() tea.Msg) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if cause := recover(); cause != nil {
				msg = panicMsg{crash(cause)}
			}
		}()
		return cmd()
	}
}

// crash says what a panic was, and where. What the runtime itself says is kept; any other value may hold what a person wrote.
func crash(cause any) string {
	said := fmt.Sprintf("%T", cause)
	if fault, is := cause.(runtime.Error); is {
		said = fault.Error()
	}
	return said + " at " + crashSite()
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
