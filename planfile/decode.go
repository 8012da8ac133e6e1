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
	case steps.TextValue, steps.NameValue:
		return giving(f, c, w.text)
	case steps.BooleanValue:
		return giving(f, c, w.boolean)
	case steps.HoursValue:
		return giving(f, c, func(v *steps.Field[steps.Decimal]) reader { return w.decimal(v, 1) })
	case steps.WholeValue:
		return giving(f, c, w.whole)
	case steps.MomentValue:
		return giving(f, c, w.moment)
	case steps.PeopleValue:
		return giving(f, c, func(v *steps.Field[[]string]) reader { return fixedList(w, v) })
	case steps.StepsValue:
		return giving(f, c, func(v *steps.Field[[]steps.StepID]) reader { return fixedList(w, v) })
	case steps.MeansValue:
		return giving(f, c, w.means)
	}
	return giving(f, c, func(v *steps.Field[string]) reader { return fixed(w, v) })
}

// giving is a reader that gives a change what another one reads.
func giving[V any](f *steps.PlanField, c *steps.Change, read func(*steps.Field[V]) reader) reader {
	return func(n *node, at string) {
		var v steps.Field[V]
		if read(&v)(n, at); v.Given() {
			value, _ := v.Value()
			f.Give(c, value)
		}
	}
}

func (w *walker) means(f *steps.Field[[]steps.Means]) reader {
	return func(n *node, at string) {
		var lines []steps.Means
		w.list(n, at, func(n *node, at string) {
			var m steps.Means
			var amount, fulltime, week, pooled steps.Field[steps.Decimal]
			w.object(n, at, map[string]reader{
				"source":       filled(w, &m.Source),
				"amount":       w.decimal(&amount, 3),
				"per_fulltime": w.decimal(&fulltime, 3),
				"week":         w.decimal(&week, 3),
				"pooled":       w.decimal(&pooled, 3),
			})
			m.Amount, m.PerFulltime, m.Week, m.Pooled = known(amount), known(fulltime), known(week), known(pooled)
			lines = append(lines, m)
		})
		*f = steps.Set(lines)
	}
}

func known[T any](f steps.Field[T]) *T {
	if v, ok := f.Value(); ok {
		return &v
	}
	return nil
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
	seen := map[string]bool{}
	w.list(n, at, func(n *node, at string) {
		c := steps.Change{Kind: steps.ChangeTask}
		fields := readers(w, steps.TaskFields, &c)
		fields["id"] = w.newID(&c.Task, seen)
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

func (w *walker) evaluation(n *node, at string) {
	c := steps.Change{Kind: steps.ChangeEvaluation}
	w.object(n, at, readers(w, steps.EvaluationFields, &c))
	w.add(c, n, at)
}

// ownCatalogue reads one's own catalogue. The fields of its change are named from the root of the file.
func (w *walker) ownCatalogue(n *node, at string, root *node) {
	var c steps.Catalogue
	var version steps.Field[int]
	w.catalogue = map[string]bool{}
	w.object(n, at, map[string]reader{
		"version":  w.whole(&version),
		"groups":   w.titled(&c.Groups),
		"profiles": w.titled(&c.Profiles),
		"sources":  w.sources(&c.Sources),
		"tasks": w.each(func(n *node, at string) {
			c.Tasks = append(c.Tasks, steps.CatalogueTask{})
			w.catalogueTask(n, at, &c.Tasks[len(c.Tasks)-1])
		}),
	})
	c.Version, _ = version.Value()
	w.add(steps.Change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(c)}, root, "")
}

func (w *walker) titled(to *[]steps.Titled) reader {
	return w.each(func(n *node, at string) {
		var t steps.Titled
		w.object(n, at, map[string]reader{"id": filled(w, &t.ID), "title": w.words(&t.Title, steps.CleanName)})
		*to = append(*to, t)
	})
}

func (w *walker) catalogueTask(n *node, at string, t *steps.CatalogueTask) {
	var technical, strategic steps.Field[bool]
	w.object(n, at, map[string]reader{
		"id": func(n *node, at string) {
			filled(w, &t.ID)(n, at)
			w.catalogue[t.ID] = true
		},
		"group":           filled(w, &t.Group),
		"title":           w.words(&t.Title, steps.CleanName),
		"explain":         w.words(&t.Explain, steps.Clean),
		"core":            filled(w, &t.Core),
		"technical":       w.boolean(&technical),
		"strategic":       w.boolean(&strategic),
		"suggested_level": filled(w, &t.SuggestedLevel),
		"profile":         w.cleaned(&t.Profile, steps.CleanName),
		"source":          w.cleaned(&t.Source, steps.CleanName),
	})
	t.Technical, _ = technical.Value()
	t.Strategic, _ = strategic.Value()
}

// words is a reader of a text in Dutch, English or both.
func (w *walker) words(to *steps.Words, clean func(string) string) reader {
	return func(n *node, at string) {
		var dutch, english string
		w.object(n, at, map[string]reader{"nl": w.cleaned(&dutch, clean), "en": w.cleaned(&english, clean)})
		for language, text := range map[string]string{"nl": dutch, "en": english} {
			if text == "" {
				continue
			}
			if *to == nil {
				*to = steps.Words{}
			}
			(*to)[language] = text
		}
	}
}

// cleaned is a reader of a text of a catalogue, which steps takes as it is.
func (w *walker) cleaned(to *string, clean func(string) string) reader {
	return func(n *node, at string) {
		if w.is(textNode, n, at) {
			if text := clean(n.text); !steps.Blank(text) {
				*to = text
			}
		}
	}
}

// sources reads the names of sources by key; a key is a text of one line.
func (w *walker) sources(to *map[string]string) reader {
	return func(n *node, at string) {
		w.eachField(n, at, func(key string, n *node, at string) {
			var name string
			if steps.Blank(key) || steps.CleanName(key) != key || len(key) > steps.MaxName {
				w.report("planfile-unknown-field", n, at)
				return
			}
			if w.cleaned(&name, steps.CleanName)(n, at); name == "" {
				return
			}
			if *to == nil {
				*to = map[string]string{}
			}
			(*to)[key] = name
		})
	}
}
