package wizard

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/session"
)

// besideMsg is what stands beside the file of the plan.
type besideMsg struct{ session.Beside }

// lookBeside looks, beside the screens, what stands beside the file of the plan once that is read.
func (r *root) lookBeside() tea.Cmd {
	if !r.ready || r.session.LookOnly || !r.begun() {
		return nil
	}
	entries := r.session.Journal().Entries()
	return guarded(func() tea.Msg { return besideMsg{r.options.Files.Beside(entries)} })
}

// saysBeside tells it before what else is told on opening, of which two lines are shown; but what was said since stays, and stands first.
func (r *root) saysBeside(msg besideMsg) {
	r.copies = msg.Copies
	now := strings.Split(r.notice, "\n")
	said, room := append(msg.Lines, now...), toldOnOpening
	if r.notice != r.told {
		said, room = append(now, msg.Lines...), len(now)+toldOnOpening
	}
	var lines []string
	for _, line := range said {
		if line != "" && len(lines) < room {
			lines = append(lines, ansi.Truncate(line, r.width-4, "…"))
		}
	}
	r.notice = strings.Join(lines, "\n")
}
