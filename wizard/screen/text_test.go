package screen

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestAPathBreaksBetweenItsNames: a line ends behind a name, and nothing of the path is lost.
func TestAPathBreaksBetweenItsNames(t *testing.T) {
	t.Parallel()
	path := "/home/an-peeters/.local/share/stappenplan/stappenplan.db"
	if got, want := WrapPath(path, 48), []string{"/home/an-peeters/.local/share/stappenplan/", "stappenplan.db"}; !slices.Equal(got, want) {
		t.Errorf("it stands as %q, want %q", got, want)
	}
	if got, want := WrapPath(`C:\Users\An\AppData\stappenplan.db`, 24), []string{`C:\Users\An\AppData\`, "stappenplan.db"}; !slices.Equal(got, want) {
		t.Errorf("it stands as %q, want %q", got, want)
	}
	if got, want := WrapPath("/home/an/OneDrive - Scholengroep Klaverland/stappenplan.db", 40), []string{"/home/an/", "OneDrive - Scholengroep Klaverland/", "stappenplan.db"}; !slices.Equal(got, want) {
		t.Errorf("it stands as %q, want %q", got, want)
	}
	path += "/in twee woorden/" + strings.Repeat("x", 30) + "/" + strings.Repeat("y", 24)
	for width := 8; width < 60; width++ {
		lines := WrapPath(path, width)
		if whole := strings.Join(lines, ""); whole != path {
			t.Errorf("in %d cells it is %q", width, whole)
		}
		for _, line := range lines {
			if ansi.StringWidth(line) > width {
				t.Errorf("in %d cells stands %q", width, line)
			}
		}
	}
}

// TestThePlaceGivesWay to what a row says, in figures first, but for what is cut anyhow.
func TestThePlaceGivesWay(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"minstens 24 van 25": "minstens 24 van 25  ", "24 van 25    ": "24 van 25   6 van 16", "een heel lange rede…": "een heel lange… 6/16", "hoeveel uren?": "hoeveel uren?   6/16",
	} {
		if got := endedWith(line, 20, " 6 van 16", " 6/16"); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}
