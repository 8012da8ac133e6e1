package command

import (
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/windows"
)

// hide makes of the state of a console one in which it shows nothing that is typed, and gives each key at once. Its signals stay.
func hide(state *term.State) {
	state.Mode &^= windows.ENABLE_ECHO_INPUT | windows.ENABLE_LINE_INPUT
	state.Mode |= windows.ENABLE_PROCESSED_INPUT
}
