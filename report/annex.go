package report

import (
	"reflect"
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
		a.section(SectionTaskAnswers, a.taskAnswers()...),
		a.section(SectionResolutions, a.resolutions()),
		a.section(SectionActionAnswers, a.allActions()),
		a.section(SectionSmallDifferences, a.allDifferences()...),
	}
}

// filledIn are the fields of a part of the plan that hold something: the longer texts as they were written, the others
// as facts, as "label: value".
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
	return a.labelled(f.Words, a.value(f, value))
}

// value is what a field holds; empty where that is nothing.
func (a *author) value(f steps.PlanField, value any) string {
	if value == nil {
		return ""
	}
	if list, ok := value.([]steps.StepID); ok {
		return a.joinNames(each(list, a.numberedStep))
	}
	if f.Holds == steps.MemberValue {
		return a.name(value.(string))
	}
	return a.texts.FieldValue(f, value, a.plan)
}

func (a *author) labelled(field, value string) string { return a.texts.Field(field) + ": " + value }

// school is the profile of the school and of the round.
func (a *author) school() (list List) {
	school := a.plan.School
	facts, _ := filledIn(a, steps.SchoolFields, school)
	round := a.plan.Round
	round.Edition = nil                                     // which tasks were asked about is seen in the list of them
	ofRound, _ := filledIn(a, steps.RoundFields[1:], round) // its number is in the head of every document
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

// answers are the answers to the eight steps in a table, and below it what was noted beside them.
func (a *author) answers() []Block {
	table := Table{Columns: []Column{{Title: a.column("step")}, {Title: assets.Capital(string(a.words.Answers.Asked))}}}
	fields := slices.DeleteFunc(slices.Clone(steps.AnswerFields), func(f steps.FieldOf[steps.Answer]) bool { return f.Holds == steps.TextValue })
	for i := range fields {
		table.Columns = append(table.Columns, Column{Title: a.column(fields[i].Words)})
	}
	var noted List
	for _, step := range steps.Tree {
		answer, answered := a.plan.Answers[step.ID]
		facts, said := filledIn(a, steps.AnswerFields, answer)
		if !answered || len(facts)+len(said) == 0 {
			continue
		}
		row := []string{a.numberedStep(step.ID), a.texts.Question(step.ID, a.plan)}
		for i := range fields {
			row = append(row, a.value(fields[i].PlanField, fields[i].Value(&answer)))
		}
		table.Rows = append(table.Rows, row)
		if len(said) > 0 {
			noted.Items = append(noted.Items, Item{Lead: withFullStop(a.numberedStep(step.ID)), Said: said})
		}
	}
	return []Block{table.filled(), noted}
}

// answerColumns are the columns of the tables of tasks: the fields whose values stand in them, by name. What no column names
// stands in the one that names none.
var answerColumns = [][]string{{"relevance", "horizon"}, {}, {"expertise", "sourcing"}, {"owner"}, {"backup"}, {"hours"}}

// taskAnswers is everything that was said of each task, in a table for each group of tasks. Below it those that do not apply or that
// were dropped are counted as in the overview: mostly there is no more to say than which they are.
func (a *author) taskAnswers() (blocks []Block) {
	for _, group := range steps.Groups {
		table := Table{Columns: []Column{{Title: a.column("task")}}}
		for _, names := range answerColumns {
			column := Column{Title: assets.Capital(string(a.words.Answers.Considered))}
			if len(names) > 0 {
				column = a.columns(names[0])[0]
			}
			table.Columns = append(table.Columns, column)
		}
		var dropped, notHere []string
		var noted List
		for _, t := range a.tasks {
			decision := *t.Decision
			if decision.Note = ""; t.Group != group || is(a.plan.Decisions.Of(t.ID), steps.Decision{}) {
				continue
			}
			decision.Title, decision.Group = "", "" // they say which task it is
			switch t.HoursClass() {
			case steps.ClassNotHere:
				notHere = append(notHere, a.titles[t.ID])
			case steps.ClassDropped:
				dropped = append(dropped, a.titles[t.ID])
			}
			if !is(decision, steps.Decision{Relevance: steps.DoesNotApply}) && !is(decision, steps.Decision{Relevance: steps.Applies, Horizon: steps.Dropped}) {
				table.Rows = append(table.Rows, a.taskAnswer(a.titles[t.ID], decision))
			}
			if _, said := filledIn(a, steps.TaskFields, *t.Decision); len(said) > 0 {
				noted.Items = append(noted.Items, Item{Lead: withFullStop(a.titles[t.ID]), Said: said})
			}
		}
		list := List{Items: slices.Concat(a.counted(a.words.Tasks.Dropped, dropped), a.counted(a.words.Tasks.NotHere, notHere), noted.Items)}
		if below := slices.DeleteFunc([]Block{table.filled(), list}, holdsNothing); len(below) > 0 {
			blocks = append(append(blocks, Heading(a.texts.Group(a.plan, group))), below...)
		}
	}
	return blocks
}

// counted is an item that counts some tasks and names them all; none where there are none.
func (a *author) counted(words assets.Plural, titles []string) []Item {
	if len(titles) == 0 {
		return nil
	}
	return []Item{{Lead: words.For(len(titles)), Text: withFullStop(a.joinTitles(titles, 0))}}
}

// taskAnswer is the row of one task.
func (a *author) taskAnswer(title string, decision steps.Decision) []string {
	if decision.Relevance == steps.Applies && decision.Horizon != "" {
		decision.Relevance = "" // when it is needed says that it applies
	}
	row := []string{title}
	for i, names := range answerColumns {
		var values []string
		said := map[bool][]string{} // the fields that are yes or no
		for n := range steps.TaskFields {
			f := &steps.TaskFields[n]
			value := f.Value(&decision)
			if value == nil || columnOf(f.Name) != i {
				continue
			}
			switch yes, isBool := value.(bool); {
			case isBool:
				said[yes] = append(said[yes], a.texts.Field(f.Words))
			case len(names) > 0:
				values = append(values, a.value(f.PlanField, value))
			default:
				values = append(values, a.fact(f.PlanField, value))
			}
		}
		for _, yes := range []bool{true, false} {
			if len(said[yes]) > 0 {
				answer := map[bool]assets.Text{true: a.texts.Common.Yes, false: a.texts.Common.No}[yes]
				values = append(values, string(answer)+": "+strings.Join(said[yes], string(a.words.List.Names)))
			}
		}
		row = append(row, strings.Join(values, factsApart))
	}
	return row
}

// columnOf is the index of the column that a field of a task stands in.
func columnOf(field string) (of int) {
	for i, names := range answerColumns {
		if len(names) == 0 {
			of = i
		} else if slices.Contains(names, field) {
			return i
		}
	}
	return of
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

// factsApart is what stands between facts on a line.
const factsApart = " · "

// sentence makes a line of facts.
func sentence(facts []string) string { return assets.Capital(strings.Join(facts, factsApart)) }

// is says whether nothing differs between two decisions.
func is(decision, other steps.Decision) bool { return reflect.DeepEqual(decision, other) }
