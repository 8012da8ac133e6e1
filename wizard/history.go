package wizard

import (
	"slices"
	"strconv"
	"strings"
)

// historyLines is what was done, the newest first.
func historyLines(f frame) (string, []string, []command) {
	w, journal := f.texts.Wizard, f.session.Journal()
	said := f.texts.History(journal)
	var lines []string
	for i, e := range slices.Backward(journal.Entries()) {
		when := e.At.In(f.session.Clock().Location()).Format("2/1/2006 15:04")
		line := strings.Join([]string{strconv.Itoa(i + 1), when, oneLine(e.By), said[i]}, "  ")
		if by := journal.WithdrawnBy(uint64(i + 1)); by != 0 {
			line += "  " + w.WithdrawnBy.Fill("n", by)
		}
		for k, part := range wrap(line, f.width-4) {
			if k > 0 {
				part = "    " + part
			}
			if journal.WithdrawnBy(uint64(i+1)) != 0 {
				part = f.look.muted.on(part)
			}
			lines = append(lines, part)
		}
	}
	if len(lines) == 0 {
		lines = []string{"", string(w.NoHistory)}
	}
	return string(w.HistoryTitle), lines, nil
}
