package page

import (
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
	"stappenplan/wizard/table"
)

// taskPage is one task with all its decisions.
func taskPage(f screen.Frame, id string) form.Sheet {
	t, ok := f.Plan.Task(id)
	if !ok {
		return form.Sheet{}
	}
	w := f.Texts.Wizard
	fields := []form.Field{}
	if t.Proposed != nil {
		fields = append(fields, paragraph(f, f.Look.Muted, f.Texts.In(t.Proposed.Explain)), gap())
	}
	fields = append(fields, tailoringFields(f, t)...)
	fields = append(fields, expertiseFields(f, t)...)
	fields = append(fields, carryingFields(f, t)...)
	fields = append(fields, textField("note", string(w.Note), t.Note, string(w.TaskNoteHint), func(v string) steps.Change {
		return steps.Change{Kind: steps.ChangeTask, Task: id, Note: question.TextOf(v)}
	}), titleField(f, t), gap(), actionField("done", string(w.Ready), screen.Back(1)))
	if t.Own {
		fields = append(fields, form.Field{ID: "remove", Kind: form.Action, Muted: true, Label: string(w.RemoveOwnTask), Open: table.AskRemoveTask(f, t, screen.Back(2))})
	}
	return form.Sheet{Title: screen.OneLine(f.Texts.TaskTitle(t)), Labels: 16, Fields: fields}
}

// taskChange is a change of one task.
func taskChange(id string, set func(*steps.Change)) steps.Change {
	c := steps.Change{Kind: steps.ChangeTask, Task: id}
	set(&c)
	return c
}

// tailoringFields are the questions of step 5 in the plan's variant.
func tailoringFields(f screen.Frame, t steps.Task) (fields []form.Field) {
	tick := func(q steps.TaskQuestion, value *bool, set func(*steps.Change, steps.Field[bool])) form.Field {
		change := func(v steps.Field[bool]) steps.Change {
			return taskChange(t.ID, func(c *steps.Change) { set(c, v) })
		}
		fd := unknownToo(yesNoField(string(q), f.Texts.Field(string(q)), value, f, change), change(steps.Clear[bool]()))
		return helped(fd, string(f.Texts.Plan.Questions[q].Question))
	}
	for _, q := range f.Plan.TaskQuestions() {
		help := string(f.Texts.Plan.Questions[q].Question)
		switch q {
		case steps.AskRelevance:
			fields = append(fields, helped(pickField("relevance", f.Texts.Field("relevance"), t.Relevance, steps.Relevances, valuesOf(f, "relevance"),
				func(v steps.Field[steps.Relevance]) steps.Change {
					return taskChange(t.ID, func(c *steps.Change) { c.Relevance = v })
				}), help))
		case steps.AskHorizon:
			fields = append(fields, helped(pickField("horizon", f.Texts.Field("horizon"), t.Horizon, steps.Horizons, valuesOf(f, "horizon"),
				func(v steps.Field[steps.Horizon]) steps.Change {
					return taskChange(t.ID, func(c *steps.Change) { c.Horizon = v })
				}), help))
		case steps.AskFeedback:
			fields = append(fields, tick(q, t.Feedback, func(c *steps.Change, v steps.Field[bool]) { c.Feedback = v }))
		case steps.AskScale:
			fields = append(fields, tick(q, t.Scale, func(c *steps.Change, v steps.Field[bool]) { c.Scale = v }))
		case steps.AskSpecialist:
			fields = append(fields, tick(q, t.Specialist, func(c *steps.Change, v steps.Field[bool]) { c.Specialist = v }))
		case steps.AskLocal:
			fields = append(fields, tick(q, t.Local, func(c *steps.Change, v steps.Field[bool]) { c.Local = v }))
		case steps.AskLevel:
			fields = append(fields, helped(pickField("level", f.Texts.Field("level"), t.Decision.Level, steps.Levels, valuesOf(f, "level"),
				func(v steps.Field[steps.Level]) steps.Change {
					return taskChange(t.ID, func(c *steps.Change) { c.Level = question.TextOf(string(question.ValueOf(v))) })
				}), table.LevelReason(f, t)))
		}
	}
	return fields
}

// expertiseFields are the questions of step 6.
func expertiseFields(f screen.Frame, t steps.Task) []form.Field {
	boolean := func(id string, value bool, set func(*steps.Change, steps.Field[bool])) form.Field {
		return yesNoField(id, f.Texts.Field(id), &value, f, func(v steps.Field[bool]) steps.Change {
			return taskChange(t.ID, func(c *steps.Change) { set(c, v) })
		})
	}
	return []form.Field{
		pickField("expertise", f.Texts.Field("expertise"), t.Expertise, steps.YesNo, valuesOf(f, "expertise"),
			func(v steps.Field[steps.Choice]) steps.Change {
				return taskChange(t.ID, func(c *steps.Change) { c.Expertise = v })
			}),
		boolean("strategic", t.IsStrategic, func(c *steps.Change, v steps.Field[bool]) { c.Strategic = v }),
		boolean("technical", t.IsTechnical, func(c *steps.Change, v steps.Field[bool]) { c.Technical = v }),
		helped(pickField("sourcing", f.Texts.Field("sourcing"), t.Sourcing, steps.Sourcings, valuesOf(f, "sourcing"),
			func(v steps.Field[steps.Sourcing]) steps.Change {
				return taskChange(t.ID, func(c *steps.Change) { c.Sourcing = v })
			}), f.Texts.SourcingAdvice(t)),
	}
}

// carryingFields are who does the task, who steps in, and the hours.
func carryingFields(f screen.Frame, t steps.Task) []form.Field {
	name := func(id string) string { return screen.OneLine(f.Texts.MemberName(f.Plan, id)) }
	person := func(id, value string, who []steps.Member, set func(*steps.Change, steps.Field[string])) form.Field {
		return pickField(id, f.Texts.Field(id), value, table.MemberIDs(who), name, func(v steps.Field[string]) steps.Change {
			return taskChange(t.ID, func(c *steps.Change) { set(c, v) })
		})
	}
	hours := hoursField("hours", string(f.Texts.Wizard.HoursAWeek), t.Hours, f, steps.MaxTaskHours, func(v steps.Field[steps.Decimal]) steps.Change {
		return taskChange(t.ID, func(c *steps.Change) { c.Hours = v })
	})
	if len(f.Plan.Members) == 0 {
		return []form.Field{hours}
	}
	return []form.Field{
		person("owner", t.Owner, f.Plan.Members, func(c *steps.Change, v steps.Field[string]) { c.Owner = v }),
		person("backup", t.Backup, f.Plan.Backups(t), func(c *steps.Change, v steps.Field[string]) { c.Backup = v }), hours,
	}
}

// titleField adapts the wording; without one the catalogue's stands again.
func titleField(f screen.Frame, t steps.Task) form.Field {
	usual := ""
	if t.Proposed != nil {
		usual = f.Texts.In(t.Proposed.Title)
	}
	fd := lineField("title", f.Texts.Field("title"), f.Texts.TaskTitle(t), usual, func(v string) steps.Change {
		if v == usual {
			v = ""
		}
		return taskChange(t.ID, func(c *steps.Change) { c.Title = question.TextOf(v) })
	})
	if t.Own {
		fd.Save = required(fd.Save, string(f.Texts.Wizard.TitleNeeded))
	}
	return fd
}

// newTaskPage adds an own task to a group.
func newTaskPage(f screen.Frame, group string) form.Sheet {
	w := f.Texts.Wizard
	title := lineField("title", f.Texts.Field("title"), "", string(w.TaskHint), nil)
	title.Save = required(func(v string) (screen.Effect, string) {
		id := f.Plan.NewTaskID(v)
		return screen.Record{
			Changes: []steps.Change{{Kind: steps.ChangeTask, Task: id, Title: steps.Set(v), Group: steps.Set(group)}},
			Then:    screen.Replace(screen.Place{Kind: screen.TaskCard, ID: id}), Typed: true,
		}, ""
	}, string(w.TitleNeeded))
	return form.Sheet{Title: string(w.NewTaskTitle), Fields: []form.Field{
		paragraph(f, f.Look.Muted, w.NewTaskText.Fill("group", f.Texts.Group(f.Plan, steps.GroupID(group)))), gap(), title,
	}}
}
