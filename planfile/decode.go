package planfile

import (
	"time"

	"stappenplan/steps"
)

// file reads the whole file. Missing is only an error for the format.
func (w *walker) file(root *node) {
	if root.kind != objectNode || root.fault != "" {
		w.report("planfile-no-plan", root, "")
		return
	}
	w.object(root, "", map[string]reader{
		"format":     w.format,
		"school":     w.school,
		"round":      w.round,
		"answers":    w.answers,
		"tasks":      w.tasks,
		"members":    w.team,
		"agreements": w.agreements,
		"evaluation": w.evaluation,
		"actions":    w.actions,
		"decisions":  w.decisions,
		"voices":     w.voices,
		"sheets":     w.sheets,
		"catalogue":  func(n *node, at string) { w.ownCatalogue(n, at, root) },
	})
	if root.child("format") == nil {
		w.problem(Problem{Path: "format", Line: root.line, code: "refused-required", order: root.order})
	}
}

func (w *walker) format(n *node, at string) {
	if w.is(textNode, n, at) && n.text != Format {
		w.problem(Problem{Path: at, Line: n.line, code: "planfile-format", value: n.text, limit: Format, order: n.order})
	}
}

func (w *walker) school(n *node, at string) {
	c := steps.Change{Kind: steps.ChangeSchool}
	w.object(n, at, readers(w, steps.SchoolFields, &c))
	w.add(c, n, at)
}

// readers are the readers of the fields of a part of the plan, each into the change of its kind.
func readers[O any](w *walker, fields []steps.FieldOf[O], changes ...*steps.Change) map[string]reader {
	readers := map[string]reader{}
	for i := range fields {
		f := &fields[i].PlanField
		for _, c := range changes {
			if c.Kind == f.Kind {
				readers[f.Name] = w.value(f, c)
			}
		}
	}
	return readers
}

// value is a reader of the value of a field.
func (w *walker) value(f *steps.PlanField, c *steps.Change) reader {
	switch f.Holds {
	case steps.TextValue, steps.NameValue, steps.WhoeverValue, steps.SubjectValue:
		return giving(f, c, w.text)
	case steps.BooleanValue:
		return giving(f, c, w.boolean)
	case steps.HoursValue:
		return giving(f, c, w.decimal(steps.HoursDigits))
	case steps.WholeValue:
		return giving(f, c, w.whole)
	case steps.MomentValue:
		return giving(f, c, w.moment)
	case steps.PeopleValue, steps.NamesValue, steps.AbilityValue:
		return giving(f, c, filledList[string](w))
	case steps.StepsValue:
		return giving(f, c, filledList[steps.StepID](w))
	case steps.MeansValue:
		return giving(f, c, w.means)
	}
	return giving(f, c, w.filledText)
}

// giving is a reader that gives a change what a parser reads.
func giving[V any](f *steps.PlanField, c *steps.Change, read parser[V]) reader {
	return func(n *node, at string) {
		if v, ok := read(n, at); ok {
			f.Give(c, v)
		}
	}
}

func (w *walker) means(n *node, at string) (lines []steps.Means, ok bool) {
	listed(w, "", &lines, meansFields).read(n, at)
	return lines, true
}

// meansFields are the fields of a line behind the school's hours.
func meansFields(w *walker, m *steps.Means) []field {
	return []field{
		{"source", text(m.Source), filled(w, &m.Source)},
		{"amount", scalar(numberNode, m.Amount), w.thousandths(&m.Amount)},
		{"per_fulltime", scalar(numberNode, m.PerFulltime), w.thousandths(&m.PerFulltime)},
		{"week", scalar(numberNode, m.Week), w.thousandths(&m.Week)},
		{"pooled", scalar(numberNode, m.Pooled), w.thousandths(&m.Pooled)},
	}
}

// thousandths is a reader of a number with at most three digits after the point.
func (w *walker) thousandths(to **steps.Decimal) reader {
	return into(to, func(n *node, at string) (*steps.Decimal, bool) {
		v, ok := w.decimal(3)(n, at)
		return &v, ok
	})
}

func (w *walker) round(n *node, at string) {
	c := steps.Change{Kind: steps.ChangeRound, Number: steps.Set(1)}
	next := steps.Change{Kind: steps.ChangeEvaluation}
	fields := readers(w, steps.RoundFields, &c, &next)
	number := fields["number"]
	fields["number"] = func(n *node, at string) {
		w.roundLine = n.line
		number(n, at)
	}
	w.object(n, at, fields)
	w.add(c, n, at)
	w.add(next, n, at)
}

func (w *walker) answers(n *node, at string) {
	w.eachField(n, at, func(step string, n *node, at string) {
		// What the file does not say of author and moment is not known: reading stamps nothing.
		c := steps.Change{
			Kind: steps.ChangeAnswer, Step: steps.StepID(step),
			By: steps.Clear[string](), At: steps.Clear[time.Time](),
		}
		w.object(n, at, readers(w, steps.AnswerFields, &c))
		w.add(c, n, at)
	})
}

func (w *walker) tasks(n *node, at string) {
	w.decided = map[string]bool{}
	w.list(n, at, func(n *node, at string) {
		c := steps.Change{Kind: steps.ChangeTask}
		fields := readers(w, steps.TaskFields, &c)
		fields["id"] = w.newID(&c.Task, w.decided)
		w.object(n, at, fields)
		w.add(c, n, at)
	})
}

func (w *walker) team(n *node, at string) {
	w.members = map[string]bool{}
	w.list(n, at, func(n *node, at string) {
		c := steps.Change{Kind: steps.ChangeMember}
		fields := readers(w, steps.MemberFields, &c)
		fields["id"] = w.newID(&c.Member, w.members)
		w.object(n, at, fields)
		w.add(c, n, at)
	})
}

// newID is a reader of an id that is not yet among those seen.
func (w *walker) newID(id *string, seen map[string]bool) reader {
	return func(n *node, at string) {
		filled(w, id)(n, at)
		if seen[*id] {
			w.report("refused-given-twice", n, at)
		}
		seen[*id] = *id != ""
	}
}

func (w *walker) agreements(n *node, at string) {
	w.eachField(n, at, func(id string, n *node, at string) {
		c := steps.Change{Kind: steps.ChangeAgreement, Agreement: steps.AgreementID(id)}
		w.object(n, at, readers(w, steps.AgreementFields, &c))
		w.add(c, n, at)
	})
}

// actions reads what is to be done.
func (w *walker) actions(n *node, at string) {
	seen := map[string]bool{}
	w.list(n, at, func(n *node, at string) {
		c := steps.Change{Kind: steps.ChangeAction}
		fields := readers(w, steps.ActionFields, &c)
		fields["id"] = w.newID(&c.Action, seen)
		w.object(n, at, fields)
		w.add(c, n, at)
	})
}

// decisions reads what is recorded of those of the board.
func (w *walker) decisions(n *node, at string) {
	w.recorded = map[string]bool{}
	w.list(n, at, func(n *node, at string) {
		c := steps.Change{Kind: steps.ChangeResolution}
		fields := readers(w, steps.ResolutionFields, &c)
		fields["id"] = w.newID(&c.Decision, w.recorded)
		w.object(n, at, fields)
		w.add(c, n, at)
	})
}

// voices reads what people answered apart, at a step one for each name.
func (w *walker) voices(n *node, at string) {
	fields := map[string]reader{}
	for _, id := range steps.VoicedSteps {
		seen := map[string]bool{}
		fields[string(id)] = func(n *node, at string) {
			w.list(n, at, func(n *node, at string) { w.voice(id, seen, n, at) })
		}
	}
	w.object(n, at, fields)
}

// voice reads one, whose name is not yet among those seen.
func (w *walker) voice(step steps.StepID, seen map[string]bool, n *node, at string) {
	c := steps.Change{Kind: steps.ChangeVoice, Step: step, At: steps.Clear[time.Time]()} // as with an answer
	fields := readers(w, steps.VoiceFields, &c)
	read := fields["by"]
	fields["by"] = func(n *node, at string) {
		read(n, at)
		by, _ := c.By.Value()
		if by = steps.CleanName(by); seen[by] {
			w.report("refused-given-twice", n, at)
		}
		seen[by] = by != ""
	}
	w.object(n, at, fields)
	w.add(c, n, at)
}

func (w *walker) evaluation(n *node, at string) {
	c := steps.Change{Kind: steps.ChangeEvaluation}
	w.object(n, at, readers(w, steps.EvaluationFields, &c))
	w.add(c, n, at)
}
