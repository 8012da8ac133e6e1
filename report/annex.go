package report

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// annex holds every answer that no other part gives in full.
func (a *author) annex() []Section {
	return []Section{
		a.section(SectionSchool, a.school()),
		a.section(SectionReckoning, a.reckoning()...),
		a.section(SectionAnswers, a.answers()...),
		a.section(SectionTaskAnswers, a.taskAnswers()),
		a.section(SectionResolutions, a.resolutions()),
		a.section(SectionActionAnswers, a.allActions()),
		a.section(SectionSmallDifferences, a.allDifferences()),
	}
}

// withoutLabel are the fields whose value says enough.
var withoutLabel = []string{"relevance", "horizon"}

// filledIn are the fields of a part of the plan that hold something: the longer texts as they were written, the others
// as facts, most of them as "label: value".
func filledIn[O any](a *author, fields []steps.FieldOf[O], of O) (facts []string, said []Said) {
	for i := range fields {
		f := &fields[i]
		switch value := f.Value(&of).(type) {
		case nil, []steps.Means:
		case string:
			switch {
			case f.Holds == steps.TextValue && !steps.Blank(value):
				said = append(said, Said{a.column(f.Words), value})
			case f.Holds != steps.TextValue:
				facts = append(facts, a.fact(f.PlanField, value))
			}
		default:
			facts = append(facts, a.fact(f.PlanField, value))
		}
	}
	return facts, said
}

func (a *author) fact(f steps.PlanField, value any) string {
	text := a.texts.FieldValue(f, value, a.plan)
	if list, ok := value.([]steps.StepID); ok {
		text = a.joinNames(each(list, a.numberedStep))
	}
	if f.Holds == steps.MemberValue {
		text = a.name(value.(string))
	}
	if slices.Contains(withoutLabel, f.Name) {
		return text
	}
	return a.labelled(f.Words, text)
}

func (a *author) labelled(field, value string) string { return a.texts.Field(field) + ": " + value }

// school is the profile of the school and of the round.
func (a *author) school() (list List) {
	school := a.plan.School
	facts, _ := filledIn(a, steps.SchoolFields, school)
	ofRound, _ := filledIn(a, steps.RoundFields[1:], a.plan.Round) // its number is in the head of every document
	for _, fact := range append(facts, ofRound...) {
		list.Items = append(list.Items, Item{Text: assets.Capital(fact)})
	}
	for i, m := range school.Means {
		list.Items = append(list.Items, Item{Lead: a.words.Answers.Means.Fill("n", i+1) + ".", Text: a.means(m)})
	}
	if a.plan.OwnCatalogue {
		list.Items = append(list.Items, Item{Text: string(a.words.Answers.Catalogue)})
	}
	return list
}

// means is one line behind the school's hours.
func (a *author) means(m steps.Means) string {
	facts := []string{a.labelled("source", a.texts.Value("source", string(m.Source)))}
	for _, number := range []struct {
		field string
		value *steps.Decimal
	}{{"amount", m.Amount}, {"per_fulltime", m.PerFulltime}, {"week", m.Week}, {"pooled", m.Pooled}} {
		if number.value != nil {
			facts = append(facts, a.labelled(number.field, a.texts.Number(*number.value)))
		}
	}
	return sentence(facts)
}

// answers are the answers to the eight steps.
func (a *author) answers() (blocks []Block) {
	for _, step := range steps.Tree {
		answer, answered := a.plan.Answers[step.ID]
		if !answered {
			continue
		}
		if list := a.answer(answer); !holdsNothing(list) {
			blocks = append(blocks, Heading(a.numberedStep(step.ID)),
				Paragraph(a.words.Answers.Question.Fill("question", a.texts.Question(step.ID, a.plan))), list)
		}
	}
	return blocks
}

func (a *author) answer(answer steps.Answer) (list List) {
	facts, said := filledIn(a, steps.AnswerFields, answer)
	if len(facts) > 0 {
		list.Items = append(list.Items, Item{Text: sentence(facts)})
	}
	for _, one := range said {
		list.Items = append(list.Items, Item{Said: []Said{one}})
	}
	return list
}

// taskAnswers is everything that was said of each task.
func (a *author) taskAnswers() (list List) {
	for _, t := range a.tasks {
		if a.plan.Decisions[t.ID] != (steps.Decision{}) {
			list.Items = append(list.Items, a.taskAnswer(t))
		}
	}
	return list
}

func (a *author) taskAnswer(t steps.Task) Item {
	facts, said := filledIn(a, steps.TaskFields[1:], t.Decision) // the item begins with its title
	return Item{Lead: withFullStop(a.titles[t.ID]), Text: sentence(facts), Said: said}
}

// shownOfResolutions leaves out the words, with which the item begins, and what asked for the decision.
var shownOfResolutions = slices.DeleteFunc(slices.Clone(steps.ResolutionFields), func(f steps.FieldOf[steps.Resolution]) bool {
	return f.Name == "text" || f.Name == "ground"
})

// resolutions are all that is recorded of decisions of the board.
func (a *author) resolutions() (list List) {
	for _, r := range a.plan.Resolutions {
		if r == (steps.Resolution{ID: r.ID}) {
			continue // all there is of it is a note that is not told
		}
		facts, said := filledIn(a, shownOfResolutions, r)
		list.Items = append(list.Items, Item{
			Lead: withFullStop(assets.Capital(a.texts.DecisionName(a.plan, r.ID))), Text: sentence(facts), Said: said,
		})
	}
	return list
}

// sentence makes a line of facts.
func sentence(facts []string) string { return assets.Capital(strings.Join(facts, " · ")) }
