package question

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Section is a part of the task overview: at step 5 the core tasks come first, then the groups.
type Section struct {
	ID    string
	Title string
	Tasks []steps.Task
}

// CoreSection begins the id of a section of core tasks.
const CoreSection = "core:"

// Sections are the parts of the task overview with something in them, for the tasks that a step shows.
func Sections(step steps.StepID, tasks []steps.Task, plan steps.Plan, texts *assets.Texts) (list []Section) {
	core := func(t steps.Task) bool { return step == steps.Tasks && t.Core != steps.NoCore }
	for _, first := range []bool{true, false} {
		for _, t := range tasks {
			if core(t) != first {
				continue
			}
			id, title := string(t.Group), texts.Group(plan, t.Group)
			if first {
				id, title = CoreSection+string(t.Core), string(texts.Wizard.CoreTechnical)
				if t.Core == steps.PolicyCoreTask {
					title = string(texts.Wizard.CorePolicy)
				}
			}
			at := slices.IndexFunc(list, func(s Section) bool { return s.ID == id })
			if at < 0 {
				at = len(list)
				list = append(list, Section{ID: id, Title: title})
			}
			list[at].Tasks = append(list[at].Tasks, t)
		}
	}
	return list
}

// tailoring are the questions of step 5, section by section.
func (a asker) tailoring() (list []Question) {
	for _, section := range Sections(steps.Tasks, a.plan.Tasks(), a.plan, a.texts) {
		for _, t := range section.Tasks {
			list = append(list, a.tailor(t)...)
		}
	}
	return list
}

// Tailor are the questions of step 5 about one task: the more the less it is decided that it does not apply.
func Tailor(t steps.Task, plan steps.Plan, texts *assets.Texts) []Question {
	return asker{plan, texts}.tailor(t)
}

func (a asker) tailor(t steps.Task) (list []Question) {
	if t.Own {
		list = append(list, a.title(t))
	}
	for _, asked := range a.plan.TaskQuestions() {
		decided := t.Relevance == "" || t.Relevance == steps.DoesNotApply
		if asked == steps.AskHorizon && decided || asked != steps.AskRelevance && asked != steps.AskHorizon && !t.Kept {
			continue
		}
		list = append(list, a.tailoringOf(t, asked))
		if asked == steps.AskRelevance && t.Relevance == steps.AppliesAdapted && !t.Own {
			list = append(list, a.title(t))
		}
	}
	if t.Kept {
		list = append(list, a.taskNote(t))
	}
	return list
}

// changeOf is a change of one task.
func changeOf(t steps.Task, set func(*steps.Change)) steps.Change {
	c := steps.Change{Kind: steps.ChangeTask, Task: t.ID}
	set(&c)
	return c
}

// tailoringOf is one question of step 5 about a task.
func (a asker) tailoringOf(t steps.Task, asked steps.TaskQuestion) Question {
	words := a.texts.Plan.Questions[asked]
	q := a.worded(string(asked)+":"+t.ID, string(asked), Choice, words)
	q.About.Task = t.ID
	yesNo := func(value *bool, set func(*steps.Change, steps.Field[bool])) Question {
		return a.yesNo(q, value, func(v steps.Field[bool]) steps.Change { return changeOf(t, func(c *steps.Change) { set(c, v) }) })
	}
	switch asked {
	case steps.AskRelevance:
		if t.Proposed != nil {
			q.Help = append([]string{a.texts.In(t.Proposed.Explain)}, q.Help...)
		}
		q.Needed = t.Relevance == ""
		return choice(q, t.Relevance, steps.Relevances, a.words("relevance"), func(v steps.Field[steps.Relevance]) steps.Change {
			return changeOf(t, func(c *steps.Change) { c.Relevance = v })
		})
	case steps.AskHorizon:
		q.Needed = t.Horizon == ""
		return choice(q, t.Horizon, steps.Horizons, a.words("horizon"), func(v steps.Field[steps.Horizon]) steps.Change {
			return changeOf(t, func(c *steps.Change) { c.Horizon = v })
		})
	case steps.AskFeedback:
		return yesNo(t.Feedback, func(c *steps.Change, v steps.Field[bool]) { c.Feedback = v })
	case steps.AskScale:
		return yesNo(t.Scale, func(c *steps.Change, v steps.Field[bool]) { c.Scale = v })
	case steps.AskSpecialist:
		return yesNo(t.Specialist, func(c *steps.Change, v steps.Field[bool]) { c.Specialist = v })
	case steps.AskLocal:
		return yesNo(t.Local, func(c *steps.Change, v steps.Field[bool]) { c.Local = v })
	}
	q.Notes, q.Needed = []string{a.texts.Plain.Suggested.Fill("value", a.texts.Value("suggestion", string(t.Suggestion)))}, t.Asks(steps.Tasks)
	return choice(q, t.Decision.Level, steps.Levels, a.words("level"), func(v steps.Field[steps.Level]) steps.Change {
		return changeOf(t, func(c *steps.Change) { c.Level = TextOf(string(ValueOf(v))) })
	})
}

// title asks how a task is called here; without an answer a task of the catalogue keeps its own.
func (a asker) title(t steps.Task) Question {
	q := a.worded("title:"+t.ID, "title", Line, a.ask("title"))
	q.About.Task = t.ID
	q = q.text(t.Title, func(v steps.Field[string]) steps.Change { return changeOf(t, func(c *steps.Change) { c.Title = v }) })
	if t.Own {
		return q.required("title-needed")
	}
	return q
}

func (a asker) taskNote(t steps.Task) Question {
	q := a.worded("note:"+t.ID, "note", Text, a.ask("task-note"))
	q.About.Task = t.ID
	return q.text(t.Note, func(v steps.Field[string]) steps.Change { return changeOf(t, func(c *steps.Change) { c.Note = v }) })
}

// expertise are the questions of step 6: for each task kept at school whether the expertise is there, and where it is
// missing, at either level, how to solve that.
func (a asker) expertise() (list []Question) {
	for _, section := range Sections(steps.Expertise, a.plan.Tasks(), a.plan, a.texts) {
		for _, t := range section.Tasks {
			list = append(list, a.expertiseOf(t)...)
		}
	}
	return list
}

func (a asker) expertiseOf(t steps.Task) (list []Question) {
	ask := func(field string) Question {
		q := a.worded(field+":"+t.ID, field, Choice, a.ask(field))
		q.About.Task = t.ID
		return q
	}
	if t.Kept && t.Level == steps.AtSchool {
		q := choice(ask("expertise"), t.Expertise, steps.YesNo, a.words("expertise"), func(v steps.Field[steps.Choice]) steps.Change {
			return changeOf(t, func(c *steps.Change) { c.Expertise = v })
		})
		q.Needed = t.Asks(steps.Expertise)
		list = append(list, q)
	}
	if t.Advice == "" {
		return list
	}
	sourcing := ask("sourcing")
	sourcing.Notes = []string{a.texts.SourcingAdvice(t)}
	return append(list,
		a.yesNo(ask("strategic"), &t.IsStrategic, func(v steps.Field[bool]) steps.Change {
			return changeOf(t, func(c *steps.Change) { c.Strategic = v })
		}),
		a.yesNo(ask("technical"), &t.IsTechnical, func(v steps.Field[bool]) steps.Change {
			return changeOf(t, func(c *steps.Change) { c.Technical = v })
		}),
		choice(sourcing, t.Sourcing, steps.Sourcings, a.words("sourcing"), func(v steps.Field[steps.Sourcing]) steps.Change {
			return changeOf(t, func(c *steps.Change) { c.Sourcing = v })
		}))
}

// OwnTaskGroup asks to which group an own task with this title belongs, and adds it.
func OwnTaskGroup(title string, plan steps.Plan, texts *assets.Texts) Question {
	a := asker{plan, texts}
	return choice(a.worded("own-group", "group", Choice, a.ask("own-group")), "", steps.Groups, a.words("group"), func(v steps.Field[steps.GroupID]) steps.Change {
		return steps.Change{
			Kind: steps.ChangeTask, Task: plan.NewTaskID(title), Title: steps.Set(title), Group: steps.Set(string(ValueOf(v))), Relevance: steps.Set(steps.Applies),
		}
	})
}
