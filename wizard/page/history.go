package page

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/wizard/screen"
)

// historyLines is what was done, the newest first.
func historyLines(f screen.Frame) (string, []string, []command) {
	w, journal := f.Texts.Wizard, f.Session.Journal()
	said := f.Texts.History(journal)
	var lines []string
	for i, e := range slices.Backward(journal.Entries()) {
		when := e.At.In(f.Session.Clock().Location()).Format("2/1/2006 15:04")
		line := strings.Join([]string{strconv.Itoa(i + 1), when, screen.OneLine(e.By), said[i]}, "  ")
		if by := journal.WithdrawnBy(uint64(i + 1)); by != 0 {
			line += "  " + w.WithdrawnBy.Fill("n", by)
		}
		for k, part := range screen.Wrap(line, f.Width-4) {
			if k > 0 {
				part = "    " + part
			}
			if journal.WithdrawnBy(uint64(i+1)) != 0 {
				part = f.Look.Muted.On(part)
			}
			lines = append(lines, part)
		}
	}
	if len(lines) == 0 {
		lines = []string{"", string(w.NoHistory)}
	}
	return string(w.HistoryTitle), lines, nil
}
