package wizard

import (
	"stappenplan/steps"
)

// taskPage is one task with all its decisions.
func taskPage(id string) func(frame) sheet {
	return func(f frame) sheet {
		t, ok := f.plan.Task(id)
		if !ok {
			return sheet{}
		}
		w := f.texts.Wizard
		fields := []field{}
		if t.Proposed != nil {
			fields = append(fields, paragraph(f, f.look.muted, f.texts.In(t.Proposed.Explain)), gap())
		}
		for _, q := range f.plan.TaskQuestions() {
			fields = append(fields, taskField(f, t, string(q)))
		}
		for _, row := range steps.TaskFields {
			if row.Step == steps.Expertise || row.Step == steps.Team && (row.Holds != steps.MemberValue || len(f.plan.Members) > 0) {
				fields = append(fields, taskField(f, t, row.Name))
			}
		}
		fields = append(fields, textField("note", string(w.Note), t.Note, string(w.TaskNoteHint), func(v string) steps.Change {
			return steps.Change{Kind: steps.ChangeTask, Task: id, Note: textOf(v)}
		}), titleField(f, t), gap(), actionField("done", string(w.Ready), back{}))
		if t.Own {
			fields = append(fields, field{id: "remove", kind: action, quiet: true, label: string(w.RemoveOwnTask), open: askRemoveTask(f, t, leaveTwo{})})
		}
		return sheet{title: oneLine(f.texts.TaskTitle(t)), labels: 16, fields: fields}
	}
}

// taskChange is a change of one task.
func taskChange(id string, set func(*steps.Change)) steps.Change {
	c := steps.Change{Kind: steps.ChangeTask, Task: id}
	set(&c)
	return c
}

// taskField asks for one field of a task.
func taskField(f frame, t steps.Task, name string) (fd field) {
	row, change := steps.TaskField(name), steps.Change{Kind: steps.ChangeTask, Task: t.ID}
	fd = planField(f, row, standing(t, row), change)
	switch {
	case row.Holds == steps.MemberValue:
		who := f.plan.Members
		if name == "backup" {
			who = f.plan.Backups(t)
		}
		for _, m := range who {
			fd.options = append(fd.options, option{m.ID, oneLine(f.texts.MemberName(f.plan, m.ID))})
		}
	case row.Holds == steps.BooleanValue && name != "strategic" && name != "technical":
		fd = unknownToo(fd, taskChange(t.ID, func(c *steps.Change) { row.Give(c, nil) }))
	}
	switch {
	case name == "level":
		return helped(fd, levelReason(f.plan, t, f))
	case name == "sourcing":
		return helped(fd, f.texts.SourcingAdvice(t))
	case row.Step == steps.Tasks:
		return helped(fd, string(f.texts.Plan.Questions[steps.TaskQuestion(name)].Question))
	}
	return fd
}

// standing is what a field of a task holds; of the kinds of task that the advice rests on also what the catalogue says.
func standing(t steps.Task, row *steps.FieldOf[steps.Decision]) any {
	switch row.Name {
	case "strategic":
		return t.IsStrategic
	case "technical":
		return t.IsTechnical
	}
	return row.Value(&t.Decision)
}

// titleField adapts the wording; without one the catalogue's stands again.
func titleField(f frame, t steps.Task) field {
	usual := ""
	if t.Proposed != nil {
		usual = f.texts.In(t.Proposed.Title)
	}
	fd := lineField("title", f.texts.Field("title"), f.texts.TaskTitle(t), usual, func(v string) steps.Change {
		if v == usual {
			v = ""
		}
		return taskChange(t.ID, func(c *steps.Change) { c.Title = textOf(v) })
	})
	if t.Own {
		fd.save = required(fd.save, string(f.texts.Wizard.TitleNeeded))
	}
	return fd
}

// newTaskPage adds an own task to a group.
func newTaskPage(group string) func(frame) sheet {
	return func(f frame) sheet {
		w := f.texts.Wizard
		title := lineField("title", f.texts.Field("title"), "", string(w.TaskHint), nil)
		title.save = required(func(v string) (effect, string) {
			id := f.plan.NewTaskID(v)
			return record{
				changes: []steps.Change{{Kind: steps.ChangeTask, Task: id, Title: steps.Set(v), Group: steps.Set(group)}},
				then:    replace{place{kind: taskCard, id: id}}, typed: true,
			}, ""
		}, string(w.TitleNeeded))
		return sheet{title: string(w.NewTaskTitle), fields: []field{
			paragraph(f, f.look.muted, w.NewTaskText.Fill("group", f.texts.Group(f.plan, steps.GroupID(group)))), gap(), title,
		}}
	}
}

// askRemoveTask asks before an own task goes, with all its decisions.
func askRemoveTask(f frame, t steps.Task, then effect) effect {
	return ask{
		question: taskGoes(f.texts, t), yes: f.texts.Wizard.RemoveYes,
		wish: record{changes: []steps.Change{{Kind: steps.ChangeRemove, Task: t.ID}}, then: then},
	}
}
