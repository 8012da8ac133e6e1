package question

import (
	"strconv"
	"strings"

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
	// Options are the answers to choose from. Of a question that can be unanswered again the empty one is not among them.
	Options []Option
	Needed  bool // the step waits for an answer
	read    func(typed string) ([]steps.Change, error)
	clears  bool
}

// About is what a question is about: at most one of these.
type About struct {
	Task, Member string
	Agreement    steps.AgreementID
}

// Option is one of the answers to choose from.
type Option struct{ Value, Label string }

// Kind is how a question is answered.
type Kind int

// The kinds.
const (
	Line   Kind = iota // a text of one line
	Text               // a text of several lines
	Choice             // one of the options
	Hours              // hours a week, or another number
	Date               // a day
	Steps              // any of the steps
	People             // names, with commas between them
)

// Answer is what an answer changes, or an error that tells the person what is wrong with it. An empty one takes the
// answer away, where [Question.Clears] says that this can be.
func (q Question) Answer(typed string) ([]steps.Change, error) { return q.read(typed) }

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
	switch step {
	case steps.Tasks:
		return append(a.tailoring(), a.remarks(step)...)
	case steps.Expertise:
		return append(a.expertise(), a.remarks(step)...)
	case steps.Team:
		return append(a.team(), a.remarks(step)...)
	case steps.Evaluation:
		return append(a.evaluation(), a.remarks(step)...)
	}
	return a.check(step)
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
func (a asker) worded(id, field string, kind Kind, ask assets.HelpTexts) Question {
	q := Question{ID: id, Field: field, Kind: kind, Label: a.texts.Field(field), Text: string(ask.Question), Hint: a.hint(id, field)}
	if ask.Help != "" {
		q.Help = []string{string(ask.Help)}
	}
	return q
}

// ask are the words of a question that no step of the plan has words for.
func (a asker) ask(name string) assets.HelpTexts { return a.texts.Plain.Ask[name] }

// text makes a question one for a text, which change keeps.
func (q Question) text(value string, change func(steps.Field[string]) steps.Change) Question {
	q.Value, q.clears = value, true
	q.read = func(typed string) ([]steps.Change, error) { return []steps.Change{change(TextOf(typed))}, nil }
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

// choice makes a question one of which the answer is one of these values.
func choice[T ~string](q Question, value T, values []T, words func(string) string, change func(steps.Field[T]) steps.Change) Question {
	q.Kind, q.Value, q.clears = Choice, string(value), true
	for _, v := range values {
		q.Options = append(q.Options, Option{string(v), words(string(v))})
	}
	q.read = func(typed string) ([]steps.Change, error) {
		if typed == "" {
			return []steps.Change{change(steps.Clear[T]())}, nil
		}
		return []steps.Change{change(steps.Set(T(typed)))}, nil
	}
	return q
}

// yesNo makes a question one that is answered with yes or no.
func (a asker) yesNo(q Question, value *bool, change func(steps.Field[bool]) steps.Change) Question {
	q.Kind, q.clears = Choice, true
	q.Options = []Option{{"yes", string(a.texts.Common.Yes)}, {"no", string(a.texts.Common.No)}}
	if value != nil {
		q.Value = map[bool]string{true: "yes", false: "no"}[*value]
	}
	q.read = func(typed string) ([]steps.Change, error) {
		if typed == "" {
			return []steps.Change{change(steps.Clear[bool]())}, nil
		}
		return []steps.Change{change(steps.Set(typed == "yes"))}, nil
	}
	return q
}

// always is a question whose answer cannot be taken away, only changed.
func (q Question) always() Question { q.clears = false; return q }

// hours makes a question one for hours a week.
func (a asker) hours(q Question, value *steps.Decimal, most steps.Decimal, change func(steps.Field[steps.Decimal]) steps.Change) Question {
	q.Kind, q.clears = Hours, true
	if value != nil {
		q.Value = a.texts.Number(*value)
		q.Shown = a.texts.Common.Hours.Fill("n", q.Value)
	}
	q.read = func(typed string) ([]steps.Change, error) {
		hours, ok := ParseHours(typed, most)
		if !ok {
			return nil, assets.NewFault("plain-hours", "options", a.texts.Number(most))
		}
		return []steps.Change{change(hours)}, nil
	}
	return q
}

// number makes a question one for a number that need not be hours.
func (a asker) number(q Question, value *steps.Decimal, most steps.Decimal, change func(*steps.Decimal) steps.Change) Question {
	q.Kind, q.clears = Hours, true
	if value != nil {
		q.Value = a.texts.Number(*value)
	}
	q.read = func(typed string) ([]steps.Change, error) {
		if typed = strings.ReplaceAll(strings.TrimSpace(typed), ",", "."); typed == "" {
			return []steps.Change{change(nil)}, nil
		}
		n, err := steps.ParseDecimal(typed)
		if err != nil || n < 0 || n > most {
			return nil, assets.NewFault("bad-number", "most", a.texts.Number(most))
		}
		return []steps.Change{change(&n)}, nil
	}
	return q
}

// date makes a question one for a day.
func (a asker) date(q Question, value steps.Date, change func(steps.Field[steps.Date]) steps.Change) Question {
	q.Kind, q.clears = Date, true
	if value != "" {
		q.Value, q.Shown = TypedDate(value), a.texts.Date(value)
	}
	q.read = func(typed string) ([]steps.Change, error) {
		date, ok := ParseDate(typed)
		if !ok {
			return nil, assets.NewFault("plain-date", "options", string(a.texts.Plain.Date))
		}
		return []steps.Change{change(date)}, nil
	}
	return q
}

// hint is what an answer could be.
func (a asker) hint(id, field string) string {
	w := a.texts.Wizard
	switch kind, about, _ := strings.Cut(id, ":"); {
	case field == "note" && about != "":
		return string(w.TaskNoteHint)
	case field == "hours":
		return string(w.HoursHint)
	case kind == "member":
		return string(w.MemberHint)
	}
	return string(map[string]assets.Text{
		"note": w.NoteHint, "school": w.SchoolHint, "group": w.GroupHint, "pupils": w.PupilsHint, "motivation": w.MotivationHint,
		"mandate": w.MandateHint, "text": w.AgreementHint, "collaboration": w.AnswerHint, "composition": w.AnswerHint,
		"present": w.PresentHint, "next_evaluation": w.DateHint,
	}[field])
}

// words gives the names of the values of a field.
func (a asker) words(field string) func(string) string {
	return func(value string) string { return a.texts.Value(field, value) }
}

// Remarks are the note and the evidence of a step.
func Remarks(step steps.StepID, plan steps.Plan, texts *assets.Texts) []Question {
	return asker{plan, texts}.remarks(step)
}

// remarks are the note and the evidence of a step.
func (a asker) remarks(step steps.StepID) []Question {
	answer := a.plan.Answers[step]
	w := a.texts.Wizard
	note := a.worded("note", "note", Text, a.ask("note")).named(w.Note).text(answer.Note, func(v steps.Field[string]) steps.Change {
		return steps.Change{Kind: steps.ChangeAnswer, Step: step, Note: v}
	})
	evidence := a.worded("evidence", "evidence", Text, a.ask("evidence")).named(w.Evidence).text(answer.Evidence, func(v steps.Field[string]) steps.Change {
		return steps.Change{Kind: steps.ChangeAnswer, Step: step, Evidence: v}
	})
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
	}
	answer, words := a.plan.Answers[step], a.texts.Plan.Steps[step]
	own, _ := steps.Find(step)
	_, moves := own.After(answer.Choice)
	asked := choice(Question{ID: "choice", Field: "choice", Label: string(a.texts.Wizard.YourAnswer), Text: a.texts.Question(step, a.plan)},
		answer.Choice, a.plan.Choices(step), a.words("choice"), func(v steps.Field[steps.Choice]) steps.Change {
			return steps.Change{Kind: steps.ChangeAnswer, Step: step, Choice: v}
		}).always()
	if len(asked.Options) == 1 {
		asked.Options[0].Label = string(a.texts.Wizard.NoGroup)
	}
	asked.Help = []string{a.texts.Plain.Wrong.Fill("wrong", words.Wrong), a.texts.Plain.Evidence.Fill("evidence", words.Evidence)}
	asked.Needed = !moves
	list = append(append(list, asked), a.remarks(step)...)
	if step == steps.Policy && a.plan.School.Level == "" {
		list = append(list, a.level())
	}
	return list
}

// Profile are the questions about the school itself, which belong to no step.
func Profile(plan steps.Plan, texts *assets.Texts) []Question {
	a := asker{plan, texts}
	list := append([]Question{a.schoolName(), a.level()}, a.group()...)
	list = append(list, a.pupils())
	return append(append(list, a.means()...), a.schoolHours())
}

// SchoolName asks what the school is called.
func SchoolName(plan steps.Plan, texts *assets.Texts) Question {
	return asker{plan, texts}.schoolName()
}

func (a asker) schoolName() Question {
	q := a.worded("school", "school", Line, a.ask("school"))
	q.Label = string(a.texts.Wizard.SchoolName)
	return q.text(a.plan.School.Name, func(v steps.Field[string]) steps.Change {
		return steps.Change{Kind: steps.ChangeSchool, Name: v}
	})
}

func (a asker) level() Question {
	return choice(a.worded("level", "school_level", Choice, a.ask("level")), a.plan.School.Level, steps.SchoolLevels, a.words("school_level"),
		func(v steps.Field[steps.SchoolLevel]) steps.Change {
			return steps.Change{Kind: steps.ChangeSchool, Level: TextOf(string(ValueOf(v)))}
		})
}

// group asks what the school belongs to, and what that is called.
func (a asker) group() []Question {
	kind := a.worded("group-kind", "group_kind", Choice, a.ask("group-kind"))
	kind = choice(kind, a.plan.School.GroupKind, steps.GroupKinds, a.words("group_kind"), nil)
	kind.read = func(typed string) ([]steps.Change, error) { return a.plan.Belong(steps.GroupKind(typed)), nil }
	if a.plan.School.GroupKind == steps.NoGroup {
		return []Question{kind}
	}
	name := a.worded("group", "group", Line, a.ask("group"))
	name.Label = string(a.texts.Wizard.GroupName)
	return []Question{kind, name.text(a.plan.School.Group, func(v steps.Field[string]) steps.Change {
		return steps.Change{Kind: steps.ChangeSchool, Group: v}
	})}
}

func (a asker) pupils() Question {
	q := a.worded("pupils", "pupils", Hours, a.ask("pupils"))
	q.clears = true
	if n := a.plan.School.Pupils; n != nil {
		q.Value = strconv.Itoa(*n)
	}
	q.read = func(typed string) ([]steps.Change, error) {
		change := steps.Change{Kind: steps.ChangeSchool, Pupils: steps.Clear[int]()}
		if typed = strings.TrimSpace(typed); typed != "" {
			n, err := strconv.Atoi(typed)
			if err != nil || n < 0 || n > steps.MaxPupils {
				return nil, assets.NewFault("bad-pupils")
			}
			change.Pupils = steps.Set(n)
		}
		return []steps.Change{change}, nil
	}
	return q
}

func (a asker) schoolHours() Question {
	q := a.worded("hours", "hours", Hours, a.ask("school-hours"))
	q.Label = string(a.texts.Wizard.SchoolHours)
	return a.hours(q, a.plan.School.Hours, steps.MaxSchoolHours, func(v steps.Field[steps.Decimal]) steps.Change {
		return steps.Change{Kind: steps.ChangeSchool, Hours: v}
	})
}
