// Package question is what a step asks, told once for the screens and line by line: how an answer is read and shown.
package question

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Question is one thing that a step asks of a person, as the plan stands. Screens draw it as a field of a form or a cell
// of a table, and line by line it is spoken.
type Question struct {
	ID    string // unique within its step: "note", "relevance:wifi-management"
	Field string // its name in the plan file
	About About
	Kind  Kind
	Label string   // in a few words, where it stands in a row of others
	Hint  string   // what an answer could be, shown in its place while there is none
	Text  string   // in full
	Help  []string // what explains it
	Notes []string // what is said with it whether asked for or not
	Value string   // the answer in the form it is typed in; empty for none
	Shown string   // the answer as it is read, where that differs
	// Before is the answer when the last round ended, where that is another one: see [Beside].
	Before string
	// Ticked are the values of the options that are chosen, of several.
	Ticked []string
	// Options are the answers to choose from. Of a question that can be unanswered again the empty one is not among them.
	Options []Option
	Needed  bool // the step waits for an answer
	After   bool // screens ask it with what follows from the answer to the step
	read    func(typed string) ([]steps.Change, error)
	clears  bool
}

// About names the subject of a question: at most one of these.
type About struct {
	Task, Member string
	Agreement    steps.AgreementID
	Decision     string // of the board
	Action       string
	Row          string // of a sheet, by its path
}

// Option is one of the answers to choose from.
type Option struct{ Value, Label string }

// Kind is how a question is answered.
type Kind int

// The kinds.
const (
	Line      Kind = iota // a text of one line
	Text                  // a text of several lines
	Choice                // one of the options
	Hours                 // hours a week, or another number
	Date                  // a day
	Steps                 // any of the steps
	People                // names, with commas between them
	Abilities             // tasks and groups of tasks, with semicolons between them
	Several               // any of the options, with commas between them
)

// Answer reads an answer that is typed on a day and returns the changes it makes, or an error that tells the person why it cannot
// be read. An empty one takes the answer away, where [Question.Clears] says that this can be.
func (q Question) Answer(typed string, today steps.Date) ([]steps.Change, error) {
	if q.Kind == Date {
		typed = withYear(typed, today, behind[q.Field])
	}
	return q.read(typed)
}

// Clears says whether the answer can be taken away.
func (q Question) Clears() bool { return q.clears }

// Answered is the answer as it is read; empty for none.
func (q Question) Answered() string {
	if q.Shown != "" {
		return q.Shown
	}
	for _, o := range q.Options {
		if o.Value == q.Value {
			return o.Label
		}
	}
	return q.Value
}

// asker makes the questions about a plan.
type asker struct {
	plan  steps.Plan
	texts *assets.Texts
}

// Of are the questions of a step, in the order in which they are asked.
func Of(step steps.StepID, plan steps.Plan, texts *assets.Texts) []Question {
	a := asker{plan, texts}
	asked, derived := map[steps.StepID]func() []Question{
		steps.Tasks: a.tailoring, steps.Expertise: a.expertise, steps.Team: a.team, steps.Evaluation: a.evaluation,
	}[step]
	if !derived {
		return a.check(step)
	}
	return append(asked(), Remarks(step, plan, texts)...)
}

// First is the field that a step begins with: the first that it waits for, else its answer.
func First(list []Question) string {
	for _, q := range list {
		if q.Needed {
			return q.Field
		}
	}
	return "choice"
}

// Find is the question about a field among others.
func Find(list []Question, field string) Question {
	for _, q := range list {
		if q.Field == field {
			return q
		}
	}
	return Question{}
}

// worded is a question with its words: the field names it in a row, ask in full.
func (a asker) worded(id, field string, ask assets.HelpTexts) Question {
	q := Question{ID: id, Field: field, Label: a.texts.Field(field), Text: string(ask.Question), Hint: a.hint(id, field)}
	if ask.Help != "" {
		q.Help = []string{string(ask.Help)}
	}
	return q
}

// ask are the words of a question that no step of the plan has words for.
func (a asker) ask(name string) assets.HelpTexts { return a.texts.Plain.Ask[name] }

// ofField makes a question one about a field, from its row: the value is read from a part of the plan, and an answer is
// given to the change.
func ofField[O any](a asker, q Question, row *steps.FieldOf[O], of *O, change steps.Change) Question {
	q.Field, q.clears = row.Words, true
	if row.Holds == steps.HoursValue || row.Holds == steps.DateValue {
		q.Hint = string(a.texts.Wizard.Hints[string(row.Holds)])
	}
	now := row.Value(of)
	switch q.Value, _ = now.(string); row.Holds {
	case steps.WordValue, steps.MemberValue:
		q.Kind = Choice
		for _, value := range row.Values {
			q.Options = append(q.Options, Option{value, a.texts.Value(row.Words, value)})
		}
	case steps.BooleanValue:
		q.Kind = Choice
		q.Options = []Option{{"yes", string(a.texts.Common.Yes)}, {"no", string(a.texts.Common.No)}}
		if yes, known := now.(bool); known {
			q.Value = yesNo(yes)
		}
	case steps.HoursValue:
		q.Kind = Hours
		if hours, known := now.(steps.Decimal); known {
			q.Value = a.texts.Number(hours)
			q.Shown = a.texts.Common.Hours.Fill("n", q.Value)
		}
	case steps.WholeValue:
		q.Kind = Hours
		if n, known := now.(int); known {
			q.Value = a.texts.Whole(n)
		}
	case steps.DateValue:
		q.Kind = Date
		if day := steps.Date(q.Value); day != "" {
			q.Value, q.Shown = typedDate(day), a.texts.Date(day)
		}
	case steps.TextValue:
		q.Kind = Text
	case steps.AbilityValue:
		ticked, _ := now.([]string)
		q = a.abilities(q, ticked)
	case steps.WhoeverValue:
		q.Value = a.texts.Whoever(a.plan, q.Value)
	}
	q.read = func(typed string) ([]steps.Change, error) {
		value, err := a.parse(typed, &row.PlanField)
		if err != nil {
			return nil, err
		}
		with := change
		row.Give(&with, value)
		return []steps.Change{with}, nil
	}
	return q
}

// parse reads a typed answer as [steps.PlanField.Give] takes it.
func (a asker) parse(typed string, f *steps.PlanField) (any, error) {
	switch f.Holds {
	case steps.BooleanValue:
		if typed != "" {
			return typed == "yes", nil
		}
	case steps.HoursValue:
		typed = assets.BeforeHours(typed)
		if err := a.twoWays(typed, f.Most); err != nil {
			return nil, err
		}
		hours, nearest, ok := parseHours(typed, f.Most)
		if quarter, err := steps.ParseDecimal(nearest); err == nil {
			return nil, assets.NewFault("uneven-minutes", "quarter", a.texts.Number(quarter))
		}
		if !ok {
			return nil, assets.NewFault("plain-hours", "options", a.texts.Number(f.Most))
		}
		return orNil(hours), nil
	case steps.WholeValue:
		n, err := strconv.Atoi(ungrouped(typed))
		switch {
		case strings.TrimSpace(typed) == "":
			return nil, nil
		case err != nil || n < 0:
			return nil, assets.NewFault("bad-pupils")
		}
		return n, nil
	case steps.DateValue:
		day, ok := parseDate(typed)
		if month, days, missing := missingDay(typed); missing {
			return nil, assets.NewFault("no-such-day", "month", assets.Capital(string(a.texts.Common.Months[month-1])), "days", strconv.Itoa(days))
		}
		if !ok {
			return nil, assets.NewFault("plain-date", "options", string(a.texts.Plain.Date))
		}
		return orNil(day), nil
	}
	if steps.Blank(typed) {
		return nil, nil
	}
	if f.Holds == steps.AbilityValue {
		return a.parseAbilities(typed)
	}
	if f.Holds == steps.WhoeverValue {
		return a.whoever(typed), nil
	}
	return typed, nil
}

// yesNo is the answer to a question of yes or no, as it is typed.
func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// orNil returns the value of a field as [steps.PlanField.Give] takes it.
func orNil[T any](f steps.Field[T]) any {
	if v, ok := f.Value(); ok {
		return v
	}
	return nil
}

// among makes the answers of a question these, which a plan has and the table does not.
func (q Question) among(values []string, words func(string) string) Question {
	q.Options = nil
	for _, value := range values {
		q.Options = append(q.Options, Option{value, words(value)})
	}
	return q
}

// named gives a question another name in a row.
func (q Question) named(label assets.Text) Question { q.Label = string(label); return q }

// required refuses an answer that is no text.
func (q Question) required(problem string) Question {
	read := q.read
	q.clears = false
	q.read = func(typed string) ([]steps.Change, error) {
		if steps.Blank(typed) {
			return nil, assets.NewFault(problem)
		}
		return read(typed)
	}
	return q
}

// called is a question that takes the name of somebody: one with a letter in it, which a key or a sign that slipped in has not.
func (q Question) called() Question {
	q = q.required("name-needed")
	read := q.read
	q.read = func(typed string) ([]steps.Change, error) {
		if !strings.ContainsFunc(typed, unicode.IsLetter) {
			return nil, assets.NewFault("name-needed")
		}
		return read(typed)
	}
	return q
}

// always is a question whose answer cannot be taken away, only changed.
func (q Question) always() Question { q.clears = false; return q }

// number makes a question one for a number that need not be hours.
func (a asker) number(q Question, value *steps.Decimal, most steps.Decimal, change func(*steps.Decimal) steps.Change) Question {
	q.Kind, q.clears = Hours, true
	if value != nil {
		q.Value = a.texts.Number(*value)
	}
	q.read = func(typed string) ([]steps.Change, error) {
		if err := a.twoWays(typed, most); err != nil {
			return nil, err
		}
		if typed = strings.ReplaceAll(strings.TrimSpace(typed), ",", "."); typed == "" {
			return []steps.Change{change(nil)}, nil
		}
		n, err := parseDecimal(typed)
		if err != nil || n < 0 || n > most {
			return nil, assets.NewFault("bad-number", "most", a.texts.Number(most))
		}
		return []steps.Change{change(&n)}, nil
	}
	return q
}

// hint returns an example of an answer.
func (a asker) hint(id, field string) string {
	switch {
	case id == "member":
		field = id
	case field == "note" && id != field:
		field = "task-note"
	}
	return string(a.texts.Wizard.Hints[field])
}

// Remarks are the note and the evidence of a step.
func Remarks(step steps.StepID, plan steps.Plan, texts *assets.Texts) []Question {
	a := asker{plan, texts}
	answer, w := a.plan.Answers[step], a.texts.Wizard
	ask := func(field string) Question {
		return ofField(a, a.worded(field, field, a.ask(field)), steps.Named(steps.AnswerFields, field), &answer, steps.Change{Kind: steps.ChangeAnswer, Step: step})
	}
	note, evidence := ask("note").named(w.Note), ask("evidence").named(w.Evidence)
	if words := a.texts.Plan.Steps[step].Evidence; words != "" {
		evidence.Hint = string(words)
		evidence.Notes = []string{a.texts.Plain.Evidence.Fill("evidence", words)}
	}
	return []Question{note, evidence}
}

// check are the questions of a step that is answered with yes, no or to be discussed.
func (a asker) check(step steps.StepID) (list []Question) {
	if step == steps.Pooling {
		list = a.group()
		list[0].Needed = a.plan.School.GroupKind == "" && a.plan.Answers[step].Choice == ""
		if a.plan.Answers[step].Choice == steps.No { // the name of the group does not matter then
			list = list[:1]
		}
	}
	answer, words := a.plan.Answers[step], a.texts.Plan.Steps[step]
	own, _ := steps.Find(step)
	_, moves := own.After(answer.Choice)
	choices := a.plan.Choices(step)
	asked := ofField(a, Question{ID: "choice", Label: string(a.texts.Wizard.YourAnswer), Text: a.texts.Question(step, a.plan)},
		steps.Named(steps.AnswerFields, "choice"), &answer, steps.Change{Kind: steps.ChangeAnswer, Step: step}).always()
	asked.Options = slices.DeleteFunc(asked.Options, func(o Option) bool { return !slices.Contains(choices, steps.Choice(o.Value)) })
	if len(asked.Options) == 1 {
		asked.Options[0].Label = string(a.texts.Wizard.NoGroup)
	}
	asked.Help = []string{a.texts.Plain.Wrong.Fill("wrong", words.Wrong), a.texts.Plain.Evidence.Fill("evidence", words.Evidence)}
	asked.Needed = !moves
	list = append(append(list, asked), Remarks(step, a.plan, a.texts)...)
	if step == steps.Policy && a.plan.School.Level == "" { // asked where it counts
		list = append(list, a.level())
		list[len(list)-1].After = true
	}
	return list
}
