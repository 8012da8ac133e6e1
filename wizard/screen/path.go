package screen

import (
	"strconv"
	"strings"

	"stappenplan/steps"
)

// The path through the eight steps, lit as far as it is walked.

// Mark is the sign of a step, painted as it stands.
func (l Look) Mark(facts Facts, id steps.StepID) string {
	mark := facts.Mark(id)
	switch mark {
	case "✓":
		return l.Good.On(mark)
	case "×":
		return l.Bad.On(mark)
	case "?", "○":
		return l.Warn.On(mark)
	}
	return l.Muted.On(mark)
}

// Path is the path in one line.
func (f Frame) Path() string {
	const between = 3
	var line strings.Builder
	for i, s := range steps.Tree {
		if i > 0 {
			if f.Facts.Walked(s.ID) {
				line.WriteString(f.Look.Bar.On(strings.Repeat("━", between)))
			} else {
				line.WriteString(f.Look.Muted.On(strings.Repeat("─", between)))
			}
		}
		line.WriteString(f.Look.Mark(f.Facts, s.ID))
	}
	return line.String() + "  " + f.Look.Muted.On(f.Texts.Wizard.StepsDone.Fill("n", f.Facts.Finished, "total", len(steps.Tree)))
}

// Progress draws how much of a total is done, as a piece of the path.
func (l Look) Progress(done, total, width int) string {
	full := 0
	if total > 0 {
		full = done * width / total
	}
	return l.Bar.On(strings.Repeat("━", full)) + l.Muted.On(strings.Repeat("─", width-full))
}

// Spine is the piece of the path that leads on to a step.
func (f Frame) Spine(to steps.StepID) string {
	if f.Facts.Walked(to) {
		return f.Look.Bar.On("┃")
	}
	return f.Look.Muted.On("│")
}

// Trail is the path from above to below, with the names of the steps and of their phases.
func (f Frame) Trail() (lines []string) {
	phase := 0
	for _, s := range steps.Tree {
		if s.Phase != phase {
			spine := " "
			if phase > 0 {
				spine = f.Spine(s.ID)
			}
			phase = s.Phase
			lines = append(lines, spine+" "+f.Look.Muted.On(string(f.Texts.Plan.Phases[phase-1])))
		}
		lines = append(lines, f.Look.Mark(f.Facts, s.ID)+" "+f.StepName(s))
	}
	return lines
}

// StepName is the number and the name of a step: strong where it is walked, muted where the path has not come.
func (f Frame) StepName(s steps.Step) string {
	name := strconv.Itoa(s.Number) + " " + string(f.Texts.Plan.Steps[s.ID].Rail)
	if f.Facts.Walked(s.ID) {
		return f.Look.Strong.On(name)
	}
	return f.Look.Muted.On(name)
}

// Panes sets lines beside each other, with a rule between them. The left ones take so many cells.
func (f Frame) Panes(left []string, width int, right []string) []string {
	lines := make([]string, max(len(left), len(right)))
	for i := range lines {
		if i < len(left) {
			lines[i] = left[i]
		}
		if i < len(right) || i < len(left) {
			lines[i] = Fit(lines[i], width) + f.Look.Muted.On(" │ ")
		}
		if i < len(right) {
			lines[i] += right[i]
		}
	}
	return lines
}
