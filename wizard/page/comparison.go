package page

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// twoMoments are two moments to compare, by the entries after which they are.
type twoMoments struct {
	from, to uint64
	now      bool // to is the present, whatever is added
}

// place is where the two are compared.
func (b twoMoments) place() screen.Place {
	to := "now"
	if !b.now {
		to = strconv.FormatUint(b.to, 10)
	}
	return screen.Place{Kind: screen.Comparison, ID: strconv.FormatUint(b.from, 10) + "-" + to}
}

// twoMomentsOf are the moments that the id of a place names.
func twoMomentsOf(id string, last uint64) (b twoMoments) {
	from, to, _ := strings.Cut(id, "-")
	b.from, _ = strconv.ParseUint(from, 10, 64)
	b.to, _ = strconv.ParseUint(to, 10, 64)
	if b.now = to == "now" || b.to > last; b.now {
		b.to = last
	}
	b.from = min(b.from, last)
	return b
}

// comparisonSince is the comparison that is likeliest to be wanted: with the end of the last round, or with the beginning.
func comparisonSince(f screen.Frame) screen.Place {
	from, _ := f.Session.Journal().BeforeRound(f.Plan.Round.Number)
	return twoMoments{from: from, now: true}.place()
}

// sideBySide is the width from which the two moments stand beside each other.
const sideBySide = 110

// comparisonLines tell what changed between two moments: what became better, what worse and what is new, then field by field, and
// how the rounds ended.
func comparisonLines(id string) func(screen.Frame) (string, []string, []command) {
	return func(f screen.Frame) (string, []string, []command) {
		w, journal := f.Texts.Comparison, f.Session.Journal()
		b := twoMomentsOf(id, journal.Len())
		commands := []command{{Key: "enter", Label: f.Texts.Wizard.Keys.Moments, Effect: screen.Show(screen.Place{Kind: screen.MomentList})}}
		from, before, err := journal.Moment(b.from)
		to, after, errTo := journal.Moment(b.to)
		if err != nil || errTo != nil {
			return string(w.Title), []string{"", string(f.Texts.Wizard.GoneAway)}, commands
		}
		lines := momentLines(f, from, to, b.now)
		c := steps.Compare(before, after, f.Today)
		if c.Same() {
			lines = append(lines, "", string(w.Same))
		} else {
			lines = append(append(lines, directionLines(f, c)...), differenceLines(f, c, b.now)...)
		}
		return string(w.Title), append(lines, roundLines(f)...), commands
	}
}

// momentLines name the two moments.
func momentLines(f screen.Frame, from, to steps.Moment, now bool) []string {
	w, in := f.Texts.Comparison, f.Session.Clock().Location()
	later := laterOf(f, now)
	label := max(ansi.StringWidth(string(w.From)), ansi.StringWidth(later)) + 2
	return []string{
		f.Look.Muted.On(screen.Fit(string(w.From), label)) + f.Look.Strong.On(f.Texts.MomentOf(from, in)),
		f.Look.Muted.On(screen.Fit(later, label)) + f.Look.Strong.On(f.Texts.MomentOf(to, in)),
	}
}

// laterOf names the second of two moments, above its column and beside its day.
func laterOf(f screen.Frame, now bool) string {
	if now {
		return assets.Capital(string(f.Texts.Comparison.Moment.Now))
	}
	return string(f.Texts.Comparison.To)
}

// directionLines are the sentences, what became better first. The sign says what the colour repeats.
func directionLines(f screen.Frame, c steps.Comparison) (lines []string) {
	paints := map[steps.Direction]screen.Paint{steps.Better: f.Look.Good, steps.Worse: f.Look.Bad, steps.Changed: f.Look.Accent}
	signs := map[steps.Direction]string{steps.Better: "▲ ", steps.Worse: "▼ ", steps.Changed: "● "}
	for _, d := range steps.Directions {
		said := f.Texts.Compared(c, d)
		if len(said) == 0 {
			continue
		}
		lines = append(lines, "", paints[d].On(signs[d])+f.Look.Strong.On(string(f.Texts.Comparison.Directions[d])))
		for _, sentence := range said {
			lines = append(lines, hung("  ", sentence, min(f.Width, screen.Readable))...)
		}
	}
	return lines
}

// differenceLines are the differences field by field: beside each other where there is room, else below each other.
func differenceLines(f screen.Frame, c steps.Comparison, now bool) []string {
	w, later := f.Texts.Comparison, laterOf(f, now)
	lines := []string{"", f.Look.Strong.On(string(w.Fields))}
	for _, part := range steps.Parts {
		fields := f.Texts.ComparedFields(c, part)
		if len(fields) == 0 {
			continue
		}
		lines = append(lines, "", f.Look.Accent.On(string(w.Parts[part])))
		table := report.Table{Columns: []report.Column{{Title: string(w.Field)}, {}, {Title: string(w.From)}, {Title: later}}}
		about := ""
		for _, fd := range fields {
			subject := ""
			if fd.About != about {
				about, subject = fd.About, screen.OneLine(fd.About)
			}
			if f.Width >= sideBySide {
				table.Rows = append(table.Rows, []string{subject, fd.Field, screen.OneLine(fd.From), screen.OneLine(fd.To)})
				continue
			}
			if subject != "" && subject != string(w.Parts[part]) {
				lines = append(lines, screen.Wrap(subject, f.Width)...)
			}
			what := f.Texts.Differs(fd.Field, screen.OneLine(fd.From), screen.OneLine(fd.To))
			lines = append(lines, hung("   ", what, f.Width)...)
		}
		if len(table.Rows) > 0 {
			lines = append(lines, gridLines(f, table)...)
		}
	}
	return lines
}

// roundLines are how the rounds ended, where there was more than one.
func roundLines(f screen.Frame) []string {
	rounds, err := f.Session.Journal().RoundLines(f.Today)
	if err != nil || len(rounds) < 2 {
		return nil
	}
	return append([]string{"", f.Look.Strong.On(string(f.Texts.Comparison.Rounds.Title))}, gridLines(f, report.RoundTable(f.Texts, rounds, f.Plan.Round.Number))...)
}
