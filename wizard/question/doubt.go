package question

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// What deserves a look at step 5: that a task does not apply, or that a core task can wait.

// Doubt asks of a task that deserves a look whether it stays as it was proposed.
func Doubt(t steps.Task, texts *assets.Texts) string {
	if t.Relevance == steps.DoesNotApply {
		return string(texts.Wizard.DoubtfulNot)
	}
	return string(texts.Wizard.DoubtfulLater)
}

// Proposed says what is proposed for a task that deserves a look.
func Proposed(proposal steps.Change, texts *assets.Texts) string {
	if relevance, _ := proposal.Relevance.Value(); relevance == steps.DoesNotApply {
		return texts.Value("relevance", string(relevance))
	}
	horizon, _ := proposal.Horizon.Value()
	return texts.Value("horizon", string(horizon))
}

// Doubts says how many of the proposals that are accepted together deserve a look, and names the first two; empty where none does, or
// where only one is accepted.
func Doubts(accepted []steps.Change, plan steps.Plan, texts *assets.Texts) string {
	const most = 2
	var titles []string
	for _, c := range accepted {
		if t, known := plan.Task(c.Task); known && t.Doubtful(c) {
			titles = append(titles, steps.CleanName(texts.TaskTitle(t))+" ("+Proposed(c, texts)+")")
		}
	}
	if len(accepted) < 2 || len(titles) == 0 {
		return ""
	}
	which := strings.Join(titles[:min(most, len(titles))], ", ")
	if more := len(titles) - most; more > 0 {
		which += " " + texts.Wizard.DoubtfulMore.Fill("n", more)
	}
	return texts.Wizard.Doubtful.For(len(titles), "which", which)
}
