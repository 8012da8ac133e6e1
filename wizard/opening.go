package wizard

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/steps"
)

// toldOnOpening is how many lines a person is told on opening a plan; they are gone at the first key.
const toldOnOpening = 2

// opening tells what a person who comes back wants to know: what others did since, and what is due. Nothing is asked.
func (r *root) opening() string {
	var lines []string
	for _, line := range []string{r.byOthers(), strings.TrimSpace(r.due() + " " + r.overdue())} {
		if line != "" && len(lines) < toldOnOpening {
			lines = append(lines, ansi.Truncate(line, r.width-4, "…"))
		}
	}
	return strings.Join(lines, "\n")
}

// byOthers counts what others changed since the person's own newest entry.
func (r *root) byOthers() string {
	journal, texts := r.session.Journal(), r.session.Spoken()
	own, numbers := journal.ByOthers(r.session.Author())
	if len(numbers) == 0 {
		return ""
	}
	var names []string
	for _, n := range numbers {
		if by := journal.Head(n).By; by != "" && !slices.Contains(names, by) {
			names = append(names, by)
		}
	}
	if len(names) > 2 {
		names = append(names[:2], string(texts.Past.Others))
	}
	if len(names) == 0 {
		names = []string{string(texts.Common.None)}
	}
	day := steps.DateOf(journal.Head(own).At.In(r.session.Clock().Location()))
	return texts.Past.Since.For(len(numbers), "names", strings.Join(names, ", "), "date", texts.Date(day))
}

// due says that the day of the evaluation has come.
func (r *root) due() string {
	next := r.session.Plan().Round.NextEvaluation
	if next == "" || next > r.session.Today() {
		return ""
	}
	return r.session.Spoken().Past.Due.Fill("date", r.session.Spoken().Date(next))
}

// overdue counts the actions whose day is past.
func (r *root) overdue() string {
	texts, n := r.session.Spoken(), r.session.Plan().CountActions(r.session.Today()).Overdue
	if n == 0 {
		return ""
	}
	return texts.Past.Overdue.For(n)
}
