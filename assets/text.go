package assets

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"stappenplan/steps"
)

// Text is a sentence, perhaps with {placeholders}.
type Text string

// Fill puts values in the place of {placeholders}: names and values by turns, without the braces. In the place of {n:hour|hours}
// comes the first word where the value n ends with the number 1, as in at least 1, else the second. A value that ends with a
// point, such as initials, or with a question mark gets no point behind it.
func (t Text) Fill(namesAndValues ...any) string {
	var filled strings.Builder
	rest := string(t)
	for {
		before, from, found := strings.Cut(rest, "{")
		name, after, closed := strings.Cut(from, "}")
		filled.WriteString(before)
		if !found || !closed {
			return filled.String()
		}
		name, forms, depends := strings.Cut(name, ":")
		for i := 0; i < len(namesAndValues); i += 2 {
			if namesAndValues[i] != name {
				continue
			}
			value := fmt.Sprint(namesAndValues[i+1])
			if depends {
				one, other, _ := strings.Cut(forms, "|")
				if value = other; isOne(fmt.Sprint(namesAndValues[i+1])) {
					value = one
				}
			}
			filled.WriteString(value)
		}
		if rest = after; strings.HasSuffix(filled.String(), ".") || strings.HasSuffix(filled.String(), "?") {
			rest = strings.TrimPrefix(rest, ".")
		}
	}
}

// isOne says whether a number is 1, perhaps behind a word.
func isOne(number string) bool { return number[strings.LastIndex(number, " ")+1:] == "1" }

// Plural is a text that depends on a number, which it may name as {n}.
type Plural struct{ One, Other Text }

// For is the text for n.
func (p Plural) For(n int, namesAndValues ...any) string {
	t := p.Other
	if n == 1 {
		t = p.One
	}
	return t.Fill(append(namesAndValues, "n", grouped(strconv.Itoa(n)))...)
}

// worded is an error that a user can be told of in words of their own.
type worded interface {
	error
	Code() string
	Values() map[string]string
}

// Error says in one line what is wrong. An error without words of its own is told as an unexpected one.
func (t *Texts) Error(err error) string {
	var w worded
	if !errors.As(err, &w) {
		return t.Sentence("unexpected", map[string]string{"cause": err.Error()})
	}
	return t.Sentence(w.Code(), w.Values())
}

// Sentence is the sentence for an error's code.
func (t *Texts) Sentence(code string, values map[string]string) string {
	sentence, ok := t.Errors[code]
	if !ok {
		return t.Sentence("unexpected", map[string]string{"cause": code})
	}
	var pairs []any
	for name, value := range values {
		value = steps.CleanName(value)
		if name == "cause" {
			value = t.Cause(value)
		}
		pairs = append(pairs, name, value)
	}
	return sentence.Fill(pairs...)
}

// Cause words the code of a cause; the system's own words for one without a code are quoted.
func (t *Texts) Cause(code string) string {
	if words, usual := t.Causes[code]; usual {
		return string(words)
	}
	return `"` + code + `"`
}

// Number writes a number the way the language does. In both a blank that breaks no line parts the thousands of five digits or more, and
// a number below 0 has a minus. Whatever a person reads as a number is written here.
func (t *Texts) Number(d steps.Decimal) string {
	text := grouped(d.String())
	if t.Language == Dutch {
		text = strings.ReplaceAll(text, ".", ",")
	}
	return text
}

// Whole is [Texts.Number] of a whole number.
func (t *Texts) Whole(n int) string { return grouped(strconv.Itoa(n)) }

// grouped writes the digits of a number as they are read: 12 850, and −5.
func grouped(number string) string {
	digits, negative := strings.CutPrefix(number, "-")
	whole, rest, _ := strings.Cut(digits, ".")
	if rest != "" {
		rest = "." + rest
	}
	if len(whole) >= 5 {
		for at := len(whole) - 3; at > 0; at -= 3 {
			whole = whole[:at] + "\u00a0" + whole[at:]
		}
	}
	if negative {
		whole = "−" + whole
	}
	return whole + rest
}

// Percent writes a share of a hundred.
func (t *Texts) Percent(share steps.Decimal) string {
	return t.Common.Percent.Fill("n", t.Number(share))
}

// WholePercent is [Texts.Percent] of a whole number.
func (t *Texts) WholePercent(n int) string { return t.Percent(steps.Whole(int64(n))) }

// RoundedPercent writes a share of a hundred that was rounded to a whole number, in a sentence: never as 0.
func (t *Texts) RoundedPercent(n int) string {
	if n == 0 {
		return t.Common.LessThan.Fill("n", t.WholePercent(1))
	}
	return t.Common.About.Fill("n", t.WholePercent(n))
}

// Date writes a day with the month in words, or the date as it is where it is none.
func (t *Texts) Date(d steps.Date) string {
	if _, ok := steps.ParseDate(string(d)); !ok {
		return string(d)
	}
	month := int(d[5]-'0')*10 + int(d[6]-'0')
	return strings.TrimPrefix(string(d[8:]), "0") + " " + string(t.Common.Months[month-1]) + " " + string(d[:4])
}

// DayAndTime writes a day and the time of the clock.
func (t *Texts) DayAndTime(at time.Time) string {
	return t.Common.DayAndTime.Fill("date", t.Date(steps.DateOf(at)), "time", at.Format("15:04"))
}

// ShortDate writes a day with the month short, at most 12 letters; empty for none.
func (t *Texts) ShortDate(d steps.Date) string {
	if _, ok := steps.ParseDate(string(d)); !ok {
		return string(d)
	}
	month := int(d[5]-'0')*10 + int(d[6]-'0')
	return strings.TrimPrefix(string(d[8:]), "0") + " " + string(t.Common.ShortMonths[month-1]) + " " + string(d[:4])
}

// Month is the number of the month that a word names in any of the languages, in full or short; 0 where it names none.
func Month(word string) int {
	word = strings.ToLower(word)
	for _, language := range Languages {
		words := Load(language).Common
		for i, month := range words.Months {
			cut := len(word) >= 3 && strings.HasPrefix(strings.ToLower(string(month)), word)
			if cut || word == strings.ToLower(string(words.ShortMonths[i])) {
				return i + 1
			}
		}
	}
	return 0
}

// hourWords are the words and signs for hours in any of the languages, each before what it ends with.
var hourWords = []string{"hours", "hour", "uren", "uur", "hrs", "hr", "ur", "u", "h"}

// BeforeHours is the number before a word for hours, as in 12 uur or 1,5 h.; any other text stays as it is.
func BeforeHours(text string) string { return BeforeUnit(text, hourWords...) }

// BeforeUnit is the number before the first of some units that stands behind it, as in 25 %; any other text stays as it is.
func BeforeUnit(text string, units ...string) string {
	said := strings.TrimSuffix(strings.ToLower(strings.TrimSpace(text)), ".")
	for _, unit := range units {
		number, is := strings.CutSuffix(said, unit)
		number = strings.TrimSpace(number)
		if last, _ := utf8.DecodeLastRuneInString(number); is && unicode.IsNumber(last) {
			return number
		}
	}
	return text
}

// In is the text in this language of a catalogue, or in another where it has only that.
func (t *Texts) In(w steps.Words) string {
	if text := w[string(t.Language)]; text != "" {
		return steps.Clean(cmp.Or(t.listed[text], text))
	}
	for _, language := range Languages {
		if text := w[string(language)]; text != "" {
			return steps.Clean(text)
		}
	}
	return ""
}

// TaskTitle is how a task is called: its adapted wording, else the catalogue's.
func (t *Texts) TaskTitle(task steps.Task) string {
	if task.Title != "" || task.Proposed == nil {
		return task.Title
	}
	return steps.CleanName(t.In(task.Proposed.Title))
}

// TaskName is the title of the task with this id in a plan, or the id where there is none.
func (t *Texts) TaskName(p steps.Plan, id string) string {
	if task, ok := p.Task(id); ok {
		return t.TaskTitle(task)
	}
	return id
}

// MemberName is the name of the member with this id in a plan, or the id where there is none.
func (t *Texts) MemberName(p steps.Plan, id string) string {
	if m, ok := p.Member(id); ok {
		return m.Name
	}
	return id
}

// Whoever is how a member of the plan named after [steps.MemberPrefix] is called, or anyone else as they are named.
func (t *Texts) Whoever(p steps.Plan, named string) string {
	if id, member := strings.CutPrefix(named, steps.MemberPrefix); member {
		return t.MemberName(p, id)
	}
	return t.Value("role", named)
}

// DecisionName is what the decision of the board with this id is about, in a few words.
func (t *Texts) DecisionName(p steps.Plan, id string) string {
	r, _ := p.Resolution(id)
	r.ID = id
	return t.DecisionOf(p, r.Decision())
}

// DecisionOf names a decision with the tasks that the board decides about by itself; one that the school worded by its words,
// and more hours with how many.
func (t *Texts) DecisionOf(p steps.Plan, d steps.BoardDecision) string {
	title, worded := string(t.Plan.Decisions[d.Kind]), p.Wording(d)
	hours, err := steps.ParseDecimal(d.Ground)
	switch own, _ := p.Resolution(d.TextID()); {
	case d.PerTask() && len(d.Tasks) > 0 && (len(d.Tasks) > 1 || steps.Blank(own.Text)): // the words of its kind are of several tasks
		return title + ": " + listed(t, d.Tasks, func(id string) string { return t.TaskName(p, id) })
	case worded != "":
		return worded
	case d.Kind == steps.ReleaseHours && err == nil:
		return title + ": " + t.Common.Hours.Fill("n", t.Quantity(steps.Quantity{Hours: hours, Bound: d.Bound}))
	case p.Definitions().Deciding(d.Kind) != nil:
		return t.SheetDecision(p, d)
	}
	return title
}

// DecisionState says what the board made of a decision, and when.
func (t *Texts) DecisionState(r steps.Resolution) string {
	switch {
	case r.Outcome == "":
		return string(t.Plan.Asked)
	case r.On == "":
		return t.Value("outcome", string(r.Outcome))
	}
	return t.Value("outcome", string(r.Outcome)) + " " + t.Date(r.On)
}

// Value is how a value of a field is called, such as "short" of "horizon"; an unknown one is shown as it is.
func (t *Texts) Value(field, value string) string {
	if text, ok := t.Plan.Values[field][value]; ok {
		return string(text)
	}
	return value
}

// Field is how a field is called, by its name in the plan file.
func (t *Texts) Field(name string) string {
	if text, ok := t.Plan.Fields[name]; ok {
		return string(text)
	}
	return name
}

// Group is the title of a group of tasks in a plan's catalogue.
func (t *Texts) Group(p steps.Plan, id steps.GroupID) string {
	for _, g := range p.Catalogue.Groups {
		if g.ID == string(id) {
			return steps.CleanName(t.In(g.Title))
		}
	}
	return t.Value("group", string(id))
}

// Capital is a text with its first letter as a capital.
func Capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// LowerFirst is a text with its first letter as a small one.
func LowerFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToLower(first)) + text[size:]
}
