package wizard

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// query is one question of the line-by-line mode.
type query struct {
	id       string
	about    string   // what it is about, such as a task; said above it
	text     string   // the question itself
	lines    []string // what is said with it
	now      string   // the present answer
	options  string   // what can be typed
	help     []string // what ? explains
	needed   bool     // the step waits for an answer
	numbers  bool     // a bare number is an answer, not a step to go to
	take     func(line string) (reply, error)
	enter    *reply // what an empty line does; nil: go on
	entering string // and how that is said, where it is not skipping or keeping
	clear    *reply // what taking the answer away does; nil: that cannot be
}

// reply is what an answer leads to.
type reply struct {
	changes  []steps.Change
	then     func() []string // what is said when that is kept
	question string          // the question of this step that follows; empty: the next
	onwards  bool            // the conversation goes on where the plan stands
	over     bool            // the conversation ends
}

func changing(changes ...steps.Change) reply { return reply{changes: changes} }

// show says a question, and the heading of its step where that was not said yet.
func (c *conversation) show(q query) {
	c.say("")
	if step, ok := steps.Find(c.here.step); ok && c.said != step.ID {
		c.say(c.heading(step)...)
	}
	c.said = c.here.step
	for _, line := range append([]string{q.about, q.text}, q.lines...) {
		if line != "" {
			c.say(line)
		}
	}
	if q.now != "" {
		c.say(c.words.Now.Fill("value", q.now))
	}
	c.say(joined(q.options, q.onEnter(c.words), string(c.words.Explain)))
	c.prompt()
}

// onEnter says what an empty line does.
func (q query) onEnter(words assets.PlainTexts) string {
	switch {
	case q.entering != "":
		return q.entering
	case q.now != "":
		return string(words.Keep)
	}
	return string(words.Pass)
}

// joined puts what can be typed on one line.
func joined(parts ...string) string {
	var said []string
	for _, part := range parts {
		if part != "" {
			said = append(said, part)
		}
	}
	return strings.Join(said, ", ")
}

// explain answers a question mark.
func (c *conversation) explain(q query) {
	for _, line := range q.help {
		if line != "" {
			c.say(line)
		}
	}
	for _, line := range c.words.Commands {
		c.say(string(line))
	}
}

// pick asks for one of the values of a field.
func (c *conversation) pick(id, text, field string, values []string, now string, change func(value string) reply) query {
	q := query{id: id, text: text, options: c.offered(field, values)}
	if now != "" {
		q.now = c.valueName(field, now)
	}
	q.take = func(line string) (reply, error) {
		for _, value := range values {
			if c.isValue(line, field, value) {
				return change(value), nil
			}
		}
		return reply{}, assets.NewFault("plain-choose", "options", q.options)
	}
	return q
}

// offered lists values with the letters for them: "j ja, n nee".
func (c *conversation) offered(field string, values []string) string {
	var list []string
	for _, value := range values {
		list = append(list, string(c.words.Letters[field][value])+" "+c.valueName(field, value))
	}
	return strings.Join(list, ", ")
}

// isValue says whether a line is the letter or the name of a value.
func (c *conversation) isValue(line, field, value string) bool {
	names := []string{string(c.words.Letters[field][value]), c.valueName(field, value)}
	switch value {
	case "yes":
		names = append(names, string(c.texts.Common.Yes))
	case "no":
		names = append(names, string(c.texts.Common.No))
	}
	return slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(line, name) })
}

// valueName is how a value is called; yes and no where a field is one or the other.
func (c *conversation) valueName(field, value string) string {
	switch {
	case field == yesOrNo && value == "yes":
		return string(c.texts.Common.Yes)
	case field == yesOrNo:
		return string(c.texts.Common.No)
	}
	return c.texts.Value(field, value)
}

// yesOrNo stands for the field of every question that is answered with yes or no only.
const yesOrNo = "yes_no"

// yesNo asks for a yes or a no.
func (c *conversation) yesNo(id string, words assets.HelpTexts, now *bool, change func(bool) steps.Change) query {
	q := c.pick(id, string(words.Question), yesOrNo, []string{"yes", "no"}, boolValue(now), func(value string) reply {
		return changing(change(value == "yes"))
	})
	q.help = []string{string(words.Help)}
	return q
}

func boolValue(b *bool) string {
	switch {
	case b == nil:
		return ""
	case *b:
		return "yes"
	}
	return "no"
}

// write asks for a text.
func (c *conversation) write(id string, words assets.HelpTexts, now string, change func(steps.Field[string]) steps.Change) query {
	q := query{id: id, text: string(words.Question), help: []string{string(words.Help)}, now: steps.CleanName(now)}
	q.take = func(line string) (reply, error) { return changing(change(steps.Set(line))), nil }
	if now != "" {
		clear := changing(change(steps.Clear[string]()))
		q.clear = &clear
	}
	return q
}

// fieldQuery asks for a field of the plan, as what it holds wants to be asked.
func fieldQuery[O any](c *conversation, id string, words assets.HelpTexts, row *steps.FieldOf[O], now any, change steps.Change) query {
	give := func(value any) steps.Change {
		with := change
		row.Give(&with, value)
		return with
	}
	text, _ := now.(string)
	switch row.Holds {
	case steps.BooleanValue:
		return c.yesNo(id, words, orUnknown[bool](now), func(yes bool) steps.Change { return give(yes) })
	case steps.HoursValue:
		return c.hours(id, words, orUnknown[steps.Decimal](now), row.Most, func(v steps.Field[steps.Decimal]) steps.Change { return give(orNil(v)) })
	case steps.WordValue:
		q := c.pick(id, string(words.Question), row.Words, row.Values, text, func(value string) reply { return changing(give(value)) })
		q.help = []string{string(words.Help)}
		return q
	}
	return c.write(id, words, text, func(v steps.Field[string]) steps.Change { return give(orNil(v)) })
}

// sure begins the name of the question whether something may go.
const sure = "sure:"

// removing makes a question one whose answer can be taken away together with what it is about. Before that is done
// a second question names what is lost.
func (c *conversation) removing(q query, how, lost string, change steps.Change) []query {
	ask := c.yesNo(sure+q.id, assets.HelpTexts{Question: assets.Text(lost)}, nil, func(bool) steps.Change { return change })
	take := ask.take
	ask.take = func(line string) (reply, error) {
		r, err := take(line)
		if c.isValue(line, yesOrNo, "no") {
			return reply{question: q.id}, nil
		}
		return r, err
	}
	q.clear, q.options = &reply{question: ask.id}, how
	if c.here.question != ask.id {
		return []query{q}
	}
	return []query{q, ask}
}

// hours asks for hours a week.
func (c *conversation) hours(id string, words assets.HelpTexts, now *steps.Decimal, most steps.Decimal, change func(steps.Field[steps.Decimal]) steps.Change) query {
	q := query{id: id, text: string(words.Question), help: []string{string(words.Help)}, numbers: true}
	q.take = func(line string) (reply, error) {
		hours, ok := parseHours(line, most)
		if !ok {
			return reply{}, assets.NewFault("plain-hours", "options", c.texts.Number(most))
		}
		return changing(change(hours)), nil
	}
	if now != nil {
		q.now = c.texts.Common.Hours.Fill("n", c.texts.Number(*now))
		clear := changing(change(steps.Clear[steps.Decimal]()))
		q.clear = &clear
	}
	return q
}

// namesOf turns typed values into texts.
func namesOf[T ~string](values []T) []string {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = string(v)
	}
	return names
}
