package question

import (
	"cmp"
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Section is a part of the task overview: at step 5 the core tasks come first, then the groups.
type Section struct {
	ID    string
	Title string
	Tasks []*steps.Task // they must not be changed
}

// CoreSection begins the id of a section of core tasks.
const CoreSection = "core:"

const offeredSection = "offered"

// Sections are the parts of the overview of a step with something in them: of all tasks that it can show, or of those that are wanted.
func Sections(step steps.StepID, plan steps.Plan, texts *assets.Texts, wanted func(*steps.Task) bool) (list []Section) {
	tasks := plan.Overview(step)
	for i := range tasks {
		t := &tasks[i]
		if wanted != nil && !wanted(t) {
			continue
		}
		id, core := string(t.Group), step == steps.Tasks && t.Core != steps.NoCore
		switch {
		case t.Offered:
			id = offeredSection
		case core:
			id = CoreSection + string(t.Core)
		}
		at := 0
		for at < len(list) && list[at].ID != id {
			at++
		}
		if at == len(list) {
			list = append(list, Section{ID: id, Title: titleOf(t, core, plan, texts)})
		}
		list[at].Tasks = append(list[at].Tasks, t)
	}
	slices.SortStableFunc(list, func(a, b Section) int { return cmp.Compare(a.rank(), b.rank()) })
	return list
}

// rank puts the core tasks first.
func (s Section) rank() int {
	if strings.HasPrefix(s.ID, CoreSection) {
		return 0
	}
	return 1
}

// titleOf is the title of the section of a task: its group, or for core tasks what they are.
func titleOf(t *steps.Task, core bool, plan steps.Plan, texts *assets.Texts) string {
	switch {
	case t.Offered:
		return texts.Wizard.Offered.Fill("edition", plan.Catalogue.Edition)
	case !core:
		return texts.Group(plan, t.Group)
	case t.Core == steps.PolicyCoreTask:
		return string(texts.Wizard.CorePolicy)
	}
	return string(texts.Wizard.CoreTechnical)
}

// perTask are the questions of a step about each task, section by section.
func (a asker) perTask(step steps.StepID, ask func(steps.Task, steps.StepID) []Question) (list []Question) {
	for _, section := range Sections(step, a.plan, a.texts, nil) {
		for _, t := range section.Tasks {
			list = append(list, ask(*t, step)...)
		}
	}
	return list
}

// tailoring are the questions of step 5.
func (a asker) tailoring() []Question { return a.perTask(steps.Tasks, a.tailor) }

// tailor are the questions of step 5 about one task as it stands, with its title where that is the school's.
func (a asker) tailor(t steps.Task, step steps.StepID) (list []Question) {
	if t.Own {
		list = append(list, a.taskField(t, steps.TaskField("title")))
	}
	for _, q := range a.ofTask(t, step) {
		list = append(list, q)
		if q.Field == "relevance" && t.Relevance == steps.AppliesAdapted && !t.Own {
			list = append(list, a.taskField(t, steps.TaskField("title")))
		}
	}
	if t.Kept {
		list = append(list, a.taskField(t, steps.TaskField("note")))
	}
	return list
}

// Task are all questions about one task, also those that no step asks as it stands.
func Task(t steps.Task, plan steps.Plan, texts *assets.Texts) (list []Question) {
	a := asker{plan, texts}
	for _, step := range []steps.StepID{steps.Tasks, steps.Expertise, steps.Team} {
		for _, row := range plan.TaskFieldsAt(step) {
			list = append(list, a.taskField(t, row))
		}
	}
	return append(list, a.taskField(t, steps.TaskField("note")), a.taskField(t, steps.TaskField("title")))
}

// TaskField is the question about one field of a task.
func TaskField(t steps.Task, row *steps.FieldOf[steps.Decision], plan steps.Plan, texts *assets.Texts) Question {
	return asker{plan, texts}.taskField(t, row)
}

// ofTask are the questions that a step asks about a task as it stands, in the plan's variant.
func (a asker) ofTask(t steps.Task, step steps.StepID) (list []Question) {
	for _, row := range a.plan.TaskFieldsAt(step) {
		if t.Takes(row) {
			list = append(list, a.taskField(t, row))
		}
	}
	return list
}

// taskField is the question about one field of a task.
func (a asker) taskField(t steps.Task, row *steps.FieldOf[steps.Decision]) Question {
	field := row.Name
	ask, tailoring := a.texts.TaskQuestion(field, a.plan)
	if !tailoring {
		ask = a.ask(map[string]string{"note": "task-note", "hours": "task-hours"}[field])
		if ask.Question == "" {
			ask = a.ask(field)
		}
	}
	q := ofField(a, a.worded(field+":"+t.ID, row.Words, ask), row, t.Decision, steps.Change{Kind: steps.ChangeTask, Task: t.ID})
	q.About.Task = t.ID
	if row.Holds == steps.MemberValue {
		q = a.someone(q, t, row)
	}
	if presumed, known := t.Presumed(field).(bool); known { // that stands until someone says otherwise
		q = q.always()
		q.Value = yesNo(presumed)
	}
	switch field {
	case "title":
		if t.Own {
			return q.required("title-needed")
		}
	case "relevance":
		if t.Proposed != nil {
			q.Help = append([]string{a.texts.In(t.Proposed.Explain)}, q.Help...)
		}
		q.Needed = t.Relevance == ""
	case "horizon":
		q.Needed = t.Horizon == ""
	case "level":
		q.Notes, q.Needed = []string{a.texts.Plain.Suggested.Fill("value", a.texts.Value("level", string(t.Suggestion)))}, t.Asks(steps.Tasks)
	case "expertise":
		q.Needed = t.Asks(steps.Expertise)
	case "sourcing":
		q.Notes = []string{a.texts.SourcingAdvice(t)}
	case "owner":
		q.Needed = t.Asks(steps.Team)
	case "hours":
		q = q.named(a.texts.Wizard.HoursAWeek)
		q.ID = "task-hours:" + t.ID
	}
	return q
}

// someone makes the answers of a question the members who can be given in a field of a task.
func (a asker) someone(q Question, t steps.Task, row *steps.FieldOf[steps.Decision]) Question {
	name := func(id string) string { return steps.CleanName(a.texts.MemberName(a.plan, id)) }
	q.Shown = name(q.Value)
	give := q.read
	q.read = func(typed string) ([]steps.Change, error) {
		changes, err := give(typed)
		for i := range changes {
			changes[i] = t.WithoutOwnBackup(changes[i])
		}
		return changes, err
	}
	return q.among(a.plan.Candidates(t, row), name)
}

// expertise are the questions of step 6: for each task kept at school whether the expertise is there, and where it is
// missing, at either level, how to solve that.
func (a asker) expertise() []Question { return a.perTask(steps.Expertise, a.ofTask) }

// OwnTaskGroup asks to which group an own task with this title belongs, and adds it.
func OwnTaskGroup(title string, plan steps.Plan, texts *assets.Texts) Question {
	a := asker{plan, texts}
	q := a.worded("own-group", "group", a.ask("own-group"))
	q.Kind = Choice
	for _, group := range steps.Groups {
		q.Options = append(q.Options, Option{string(group), texts.Value("group", string(group))})
	}
	q.read = func(typed string) ([]steps.Change, error) {
		return NewTask(title, steps.GroupID(typed), plan)
	}
	return q
}

// NewTask adds an own task to a group. It applies: who adds a task has it.
func NewTask(title string, group steps.GroupID, plan steps.Plan) ([]steps.Change, error) {
	if steps.Blank(title) {
		return nil, assets.NewFault("title-needed")
	}
	return []steps.Change{{
		Kind: steps.ChangeTask, Task: plan.NewTaskID(title), Title: steps.Set(title), Group: steps.Set(string(group)), Relevance: steps.Set(steps.Applies),
	}}, nil
}
