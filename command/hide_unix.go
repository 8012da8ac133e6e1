//go:build !windows

package command

import (
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// hide makes of the state of a terminal one in which it shows nothing that is typed, and gives each key at once. Its signals stay.
func hide(state *term.State) {
	state.Lflag &^= unix.ECHO | unix.ICANON
	state.Lflag |= unix.ISIG
	state.Iflag |= unix.ICRNL
	state.Cc[unix.VMIN], state.Cc[unix.VTIME] = 1, 0
}
