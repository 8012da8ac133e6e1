package question

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Beside gives each question the answer that it had when the last round ended, where that is not the one it has now: then are
// the same questions about the plan of that moment.
func Beside(list, then []Question) []Question {
	was := map[string]string{}
	for _, q := range then {
		was[q.ID] = q.Answered()
	}
	for i := range list {
		if before := was[list[i].ID]; before != list[i].Answered() {
			list[i].Before = before
		}
	}
	return list
}

// TaskBeside are the questions about a task, each beside its answer of the last round.
func TaskBeside(t steps.Task, plan, before steps.Plan, texts *assets.Texts) []Question {
	list := Task(t, plan, texts)
	if then, was := before.Task(t.ID); was {
		list = Beside(list, Task(then, before, texts))
	}
	return list
}

// Ended says in a few lines how a step stood when the last round ended; none where nothing stood there.
func Ended(step steps.StepID, before steps.Plan, texts *assets.Texts) (lines []string) {
	words := texts.Wizard.LastRound
	answer, tasks := before.Answers[step], before.Tasks()
	switch step {
	case steps.Tasks:
		n := steps.Count(tasks)
		if n.Decided == 0 {
			return nil
		}
		return []string{words["tasks"].Fill("n", n.Short+n.Long, "short", n.Short, "long", n.Long)}
	case steps.Expertise:
		present, kept := steps.CountExpertise(tasks)
		if present == 0 {
			return nil
		}
		return []string{words["expertise"].Fill("n", present, "total", kept)}
	case steps.Team:
		if len(before.Members) == 0 {
			return nil
		}
		c := before.Capacity()
		hours := words["hours"].Fill("planned", texts.HoursOf(c.School), "available", texts.HoursOf(c.Given))
		return []string{words["team"].Fill("names", memberNames(before, texts)), hours}
	case steps.Evaluation:
		if names := presentLine(before); names != "" {
			lines = append(lines, words["present"].Fill("names", names))
		}
		return lines
	}
	switch said := texts.Value("choice", string(answer.Choice)); {
	case answer.Choice == "":
	case answer.By == "" || answer.At.IsZero():
		lines = append(lines, words["answer"].Fill("answer", said))
	default:
		lines = append(lines, words["answered"].Fill("answer", said, "name", answer.By, "date", texts.Date(steps.DateOf(answer.At))))
	}
	return lines
}

// memberNames are the members with the hours a week that they had.
func memberNames(plan steps.Plan, texts *assets.Texts) string {
	names := make([]string, len(plan.Members))
	for i, m := range plan.Members {
		if names[i] = m.Name; m.Hours != nil {
			names[i] += " (" + texts.Common.Hours.Fill("n", texts.Number(*m.Hours)) + ")"
		}
	}
	return strings.Join(names, ", ")
}

// SamePeople asks whether those who took part in the last evaluation took part in this one too; ok is false where nobody
// did, or where it is told already who took part.
func SamePeople(plan, before steps.Plan) (c steps.Change, names string, ok bool) {
	c, still := plan.SamePeople(before)
	plan.Evaluation.Present = still
	return c, presentLine(plan), len(still) > 0
}
