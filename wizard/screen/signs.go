package screen

import "strings"

// signs are all that screens draw beside letters, each with what stands for it where the terminal has no Unicode, in as many
// cells. The fonts that terminals usually have know them all: a test looks them up.
var signs = []string{
	// States, and what leads to them.
	"✓", "*", "×", "x", "○", "o", "●", "@", "◇", "~", "·", ".", "■", "#", "▸", ">", "◀", "<", "▲", "^", "▼", "v",
	"─ ↓", "-- ", "→", ">", "←", "<", "↑", "^", "↓", "v", // in the rule below a page a letter would be read as a key
	// Lines: those of a frame, of the path walked, of what was.
	"─", "-", "│", "|", "┌", "+", "┐", "+", "└", "+", "┘", "+", "├", "+", "┄", "-", "━", "=", "┃", "|", "═", "=", "╱", "/", "╲", `\`,
	// Bars: full, too much, and room.
	"█", "#", "▓", "%", "░", ".", "▁", "_", "▂", "_", "▃", "-", "▄", "-", "▅", "=", "▆", "=", "▇", "#",
	// Of sentences.
	"…", ">", "–", "-", "−", "-", "•", "*", "‘", "'", "’", "'", "“", `"`, "”", `"`, "÷", "/", "\u00a0", " ",
}

var toASCII = strings.NewReplacer(signs...)

// InASCII draws a screen for a terminal without Unicode: the signs are those of ASCII, letters stay as they are.
func InASCII(drawn string) string { return toASCII.Replace(drawn) }
