package page

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
	"stappenplan/wizard/table"
)

// taskPage is one task with all its decisions.
func taskPage(f screen.Frame, id string) sheet {
	t, ok := f.Plan.Task(id)
	if !ok {
		return sheet{}
	}
	w := f.Texts.Wizard
	fields := []field{}
	if t.Proposed != nil {
		fields = append(fields, paragraph(f, f.Look.Muted, f.Texts.In(t.Proposed.Explain)))
	}
	if len(t.Also) > 0 {
		also := f.Texts.Changes.Parts["also"].Fill("value", screen.OneLine(strings.Join(t.Also, ", ")))
		fields = append(fields, paragraph(f, f.Look.Muted, assets.Capital(also)))
	}
	if len(fields) > 0 {
		fields = append(fields, gap())
	}
	for _, q := range taskQuestions(f, t) {
		fd := assumed(f, t, q, asked(f, q))
		switch q.Field {
		case "horizon", "feedback", "scale", "specialist", "local": // what the answers mean is not plain from the question
			fd.Help = append(fd.Help, q.Help...)
		case "level":
			if t.Kept || !t.Decided { // what is dropped is nowhere
				fd.Help[0] = table.LevelReason(f, t)
			}
		case "sourcing":
			fd.Help = append(slices.Clone(q.Notes), fd.Help[1:]...)
		case "title":
			fd = titleField(f, t, q)
		}
		if (q.Field != "owner" && q.Field != "backup") || len(f.Plan.Members) > 0 {
			fields = append(fields, fd)
		}
	}
	about := steps.About(steps.AboutTask, id)
	fields = append(fields, gap(), makeActionField(f, about), actionField("done", string(w.Ready), screen.Back(1)),
		actionField("history", string(f.Texts.Past.OfTask), screen.Show(screen.Place{Kind: screen.History, ID: aboutTask + t.ID})))
	if t.Own {
		fields = append(fields, muted(actionField(screen.RemoveRow, string(w.RemoveOwnTask), table.AskRemoveTask(f, t, screen.Back(2)))))
	}
	return sheet{Title: screen.OneLine(f.Texts.TaskTitle(t)), Labels: 16, Fields: fields, Commands: []command{makesAction(f, about)}}
}

// assumed is a choice about a task that nobody made: it says what counts instead, as the table does, in brackets where that is only
// proposed.
func assumed(f screen.Frame, t steps.Task, q question.Question, fd field) field {
	row := steps.TaskField(q.Field)
	if row == nil || fd.Kind != form.Choice || row.Value(t.Decision) != nil {
		return fd
	}
	said, proposed := table.Assumed(t, row, &f)
	at := slices.IndexFunc(fd.Options, func(o form.Option) bool { return o.Value == fd.Value })
	switch {
	case said == "" || at < 0:
		return fd
	case !proposed:
		fd.Options[at].Label = f.Texts.Wizard.CountsAs.Fill("value", said)
		return fd
	case fd.Options[at].Value != "":
		said = fd.Options[at].Label
	}
	fd.Options[at].Label, fd.Options[at].Letter = "("+said+")", ""
	fd.Help = append(fd.Help, string(f.Texts.Wizard.BracketsMean))
	return fd
}

// taskQuestions are the questions about a task, in a later round each beside its answer of the last one.
func taskQuestions(f screen.Frame, t steps.Task) []question.Question {
	if f.Facts.IsRepeat {
		return question.TaskBeside(t, f.Plan, f.Facts.Previous, f.Texts)
	}
	return question.Task(t, f.Plan, f.Texts)
}

// titleField adapts the wording; without one the catalogue's stands again.
func titleField(f screen.Frame, t steps.Task, q question.Question) field {
	fd := asked(f, q)
	fd.Value = f.Texts.TaskTitle(t)
	if t.Proposed == nil {
		return fd
	}
	usual, keep := f.Texts.In(t.Proposed.Title), fd.Save
	fd.Hint = usual
	fd.Save = func(v string) (screen.Effect, string) {
		if v == usual {
			v = ""
		}
		return keep(v)
	}
	return fd
}

// newTaskPage adds an own task to a group.
func newTaskPage(f screen.Frame, group string) sheet {
	w := f.Texts.Wizard
	title := field{Field: form.Field{ID: "title", Kind: form.Line, Label: f.Texts.Field("title"), Hint: string(w.TaskHint), ReadOnly: f.ReadOnly()}}
	title.Save = func(v string) (screen.Effect, string) {
		changes, err := question.NewTask(v, steps.GroupID(group), f.Plan)
		if err != nil {
			return nil, f.Texts.Error(err)
		}
		return screen.Record{Changes: changes, Then: screen.Replace(screen.Place{Kind: screen.TaskCard, ID: changes[0].Task}), Typed: true}, ""
	}
	return sheet{Title: string(w.NewTaskTitle), Fields: []field{
		paragraph(f, f.Look.Muted, w.NewTaskText.Fill("group", f.Texts.Group(f.Plan, steps.GroupID(group)))), gap(), title,
	}}
}
