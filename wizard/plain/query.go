package plain

import (
	"slices"
	"strings"
	"unicode/utf8"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// query is one question of the line-by-line mode.
type query struct {
	id       string
	subject  question.About
	about    string   // what it is about, such as a task; said above it
	text     string   // the question itself
	lines    []string // what is said with it
	last     bool     // the question stands behind these lines
	now      string   // the present answer
	options  string   // what can be typed
	help     []string // what ? explains
	needed   bool     // the step waits for an answer
	numbers  bool     // a bare number is an answer, not a step to go to
	closed   bool     // no sentence is an answer
	take     func(line string) (reply, error)
	enter    *reply // what an empty line does; nil: go on
	entering string // and how that is said, where it is not skipping or keeping
	clear    *reply // what taking the answer away does; nil: that cannot be
}

// reply holds the effects of an answer.
type reply struct {
	changes  []steps.Change
	then     func() []string // what is said when that is kept
	question string          // the question of this step that follows; empty: the next
	onwards  bool            // the conversation goes on where the plan stands
	over     bool            // the conversation ends
	leads    func()          // goes on elsewhere, instead of to a question of this step
}

func changing(changes ...steps.Change) reply { return reply{changes: changes} }

// show says a question, and where that is not said yet the step: in full the first time, later its name. After an answer that was
// refused only what is wrong was said; after what was asked beside the question it is said again without what stands with it.
func (c *conversation) show(q query) {
	since := c.since
	if c.since = answered; since == refused {
		c.prompt()
		return
	}
	c.say("")
	step, ok := steps.Find(c.here.step)
	first := !ok || !c.introduced[step.ID]
	switch {
	case !ok || c.said == step.ID:
		first = !ok && c.said != c.here.step
	case first:
		c.say(c.heading(step)...)
		c.introduced[step.ID] = true
	default:
		c.say(c.words.Step.Fill("number", step.Number, "step", c.name(step.ID)))
	}
	if c.said != c.here.step {
		c.about = ""
	}
	about := q.about
	if about == c.about && since != aside { // said with the question before
		about = ""
	}
	c.said, c.about = c.here.step, q.about
	q.lines = c.notAgain(q.lines)
	var lines []string
	switch {
	case since == aside:
		lines = []string{about, q.text}
	case q.last:
		lines = slices.Concat([]string{about}, q.lines, []string{q.text})
	default:
		lines = slices.Concat([]string{about, q.text}, q.lines)
	}
	for _, line := range lines {
		if line != "" {
			c.say(line)
		}
	}
	for _, w := range c.waiting {
		if w.here == c.here {
			c.say(c.words.Unkept.Waits.Fill("entry", c.texts.Entry(w.entry, c.session.Plan())))
		}
	}
	if q.now != "" {
		c.say(c.words.Now.Fill("value", q.now))
	}
	explains := ""
	if first {
		explains = c.words.Explain.Fill("word", c.words.Words.Explain[0])
	}
	c.say(joined(q.options, q.onEnter(c.words), explains))
	c.prompt()
}

// shortList is how many lines are said again where they were just said.
const shortList = 3

// notAgain are the lines that stand with a question, where they were not said since the step was come to.
func (c *conversation) notAgain(lines []string) []string {
	list := strings.Join(lines, "\n")
	if c.listedAt != c.here.step {
		c.listed, c.listedAt = nil, c.here.step
	}
	if len(lines) <= shortList || c.since == aside {
		return lines
	}
	if slices.Contains(c.listed, list) {
		return []string{c.words.SameList.Fill("word", c.words.Words.Explain[0])}
	}
	c.listed = append(c.listed, list)
	return lines
}

// onEnter describes the effect of an empty line.
func (q query) onEnter(words assets.PlainTexts) string {
	switch {
	case q.entering != "":
		return q.entering
	case q.now != "":
		return string(words.Keep)
	}
	return string(words.Pass)
}

// among says which numbers of a list of so many can be typed, and what else.
func (c *conversation) among(n int, others string) error {
	if n == 0 {
		return assets.NewFault("plain-nothing-there")
	}
	numbers := c.words.Range.Fill("to", n)
	if n == 1 {
		numbers = "1"
	}
	return assets.NewFault("plain-choose", "options", joined(numbers, others))
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

// closedKinds are those of questions that take no sentence.
var closedKinds = []question.Kind{question.Choice, question.Hours, question.Date, question.Steps, question.Several}

// spoken is a question of a step as it is asked here.
func (c *conversation) spoken(asked question.Question) query {
	q := query{
		id: asked.ID, closed: slices.Contains(closedKinds, asked.Kind), subject: asked.About, about: c.named(asked.About), text: asked.Text, lines: asked.Notes, help: asked.Help,
		now: steps.CleanName(asked.Answered()), needed: asked.Needed,
	}
	if before := steps.CleanName(asked.Before); before != "" && asked.Field != "choice" { // that of a check is said above it
		q.lines = append(slices.Clip(q.lines), c.texts.Wizard.LastRound["answer"].Fill("answer", before))
	}
	switch asked.Kind {
	case question.Choice:
		q.options = c.offered(asked)
	case question.Hours:
		q.numbers = true
	case question.Date:
		q.options, q.numbers = string(c.words.Date), true
	case question.Steps:
		q.options, q.numbers = string(c.words.Numbers), true
	case question.Abilities:
		q.options = c.words.Semicolons.Fill("groups", c.offered(asked))
	case question.People:
		q.options = string(c.words.Commas)
	case question.Several:
		q.options = joined(c.offered(asked), string(c.words.Commas))
	}
	q.take = func(line string) (reply, error) {
		if asked.Field == "note" && c.saysNo(line) {
			return reply{}, nil
		}
		if asked.Kind == question.Choice {
			value, ok := c.chosen(asked, line)
			if !ok {
				return reply{}, assets.NewFault("plain-choose", "options", q.options)
			}
			line = value
		}
		if short := oneLetter(line); asked.Kind == question.Abilities && short != "" { // which would be the beginning of a name nobody meant
			return reply{}, assets.NewFault("unknown-ability", "value", short)
		}
		changes, err := asked.Answer(line, c.session.Today())
		r := changing(changes...)
		if asked.Kind != question.Line && asked.Kind != question.Text && asked.About.Row == "" { // what was typed may be short for it
			r.then = func() []string { return c.nowOf(q.id) }
		}
		return r, err
	}
	if asked.Clears() && asked.Value != "" {
		if changes, err := asked.Answer("", c.session.Today()); err == nil {
			clear := changing(changes...)
			q.clear = &clear
		}
	}
	return q
}

// saysNo says whether a line is a no. To a question whether there is something to note that is an answer, and no note.
func (c *conversation) saysNo(line string) bool {
	return strings.EqualFold(line, string(c.texts.Common.No)) || strings.EqualFold(line, string(c.words.Letters["yes_no"]["no"]))
}

// oneLetter is the first of the names in a line that is only one letter; empty for none.
func oneLetter(line string) string {
	for part := range strings.SplitSeq(line, ";") {
		if part = strings.TrimSpace(part); utf8.RuneCountInString(part) == 1 {
			return part
		}
	}
	return ""
}

// nowOf says the present answer to a question; nothing where it has none.
func (c *conversation) nowOf(id string) []string {
	list := c.queries()
	if i := indexOf(list, id); i >= 0 && list[i].now != "" {
		return []string{c.words.Now.Fill("value", list[i].now)}
	}
	return nil
}

// named is the subject of a question in words, where that is not the step itself.
func (c *conversation) named(subject question.About) string {
	plan := c.session.Plan()
	switch {
	case subject.Task != "":
		return c.words.Task.Fill("task", c.texts.TaskName(plan, subject.Task))
	case subject.Member != "":
		return c.words.Member.Fill("member", c.texts.MemberName(plan, subject.Member))
	case subject.Agreement != "":
		return string(c.texts.Plan.Agreements[subject.Agreement].Title)
	case subject.Row != "":
		of := strings.SplitN(subject.Row, "/", 3)
		if of[2] == "" {
			return string(c.texts.Sheets[of[0]].Title)
		}
		return c.texts.RowName(plan, of[0], of[1], of[2])
	case subject.Action != "":
		return c.texts.ActionName(plan, subject.Action)
	case subject.Decision != "":
		d, _ := plan.BoardDecision(subject.Decision, steps.DateOf(c.session.Clock()))
		return c.texts.DecisionOf(plan, d)
	}
	return ""
}

// letters are those for the values of a question; none where the values are people.
func (c *conversation) letters(asked question.Question) map[string]assets.Text {
	if letters, ok := c.words.Letters[asked.Field]; ok && asked.About.Row == "" {
		return letters
	}
	if n := len(asked.Options); n > 0 && (asked.About.Row == "" || n == 2) && (asked.Options[0].Value == "yes" || asked.Options[0].Value == "no") {
		return c.words.Letters["yes_no"]
	}
	return nil
}

// offered lists the answers to choose from with the letters for them: "j ja, n nee".
func (c *conversation) offered(asked question.Question) string {
	letters := c.letters(asked)
	var list []string
	for _, o := range asked.Options {
		list = append(list, strings.TrimSpace(string(letters[o.Value])+" "+o.Label))
	}
	return strings.Join(list, ", ")
}

// chosen is the answer that a line names: by its letter or its name; a person by the first name too.
func (c *conversation) chosen(asked question.Question, line string) (value string, ok bool) {
	letters := c.letters(asked)
	for _, o := range asked.Options {
		names := []string{o.Label, string(letters[o.Value])}
		switch o.Value {
		case "yes":
			names = append(names, string(c.texts.Common.Yes))
		case "no":
			names = append(names, string(c.texts.Common.No))
		}
		if slices.ContainsFunc(names, func(name string) bool { return name != "" && strings.EqualFold(line, name) }) {
			return o.Value, true
		}
	}
	if letters != nil {
		return "", false
	}
	members := make([]steps.Member, len(asked.Options))
	for i, o := range asked.Options {
		members[i] = steps.Member{ID: o.Value, Name: o.Label}
	}
	return steps.FindMember(members, line)
}

// yesNo asks whether something is to be done, which no step asks: with what follows a yes and a no.
func (c *conversation) yesNo(id string, words assets.HelpTexts, yes, no reply) query {
	asked := question.Question{ID: id, Kind: question.Choice, Options: []question.Option{
		{Value: "yes", Label: string(c.texts.Common.Yes)}, {Value: "no", Label: string(c.texts.Common.No)},
	}}
	q := query{id: id, text: string(words.Question), options: c.offered(asked), closed: true}
	if words.Help != "" {
		q.help = []string{string(words.Help)}
	}
	q.take = func(line string) (reply, error) {
		switch value, ok := c.chosen(asked, line); {
		case !ok:
			return reply{}, assets.NewFault("plain-choose", "options", q.options)
		case value == "no":
			return no, nil
		}
		return yes, nil
	}
	return q
}

// sure begins the name of the question whether something may go.
const sure = "sure:"

// removing makes a question one whose answer can be taken away together with what it is about. Before that is done
// a second question names what is lost.
func (c *conversation) removing(q query, how, lost string, changes ...steps.Change) []query {
	ask := c.yesNo(sure+q.id, assets.HelpTexts{Question: assets.Text(lost)}, changing(changes...), reply{question: q.id})
	q.clear, q.options, ask.about = &reply{question: ask.id}, how, q.about
	if c.here.question != ask.id {
		return []query{q}
	}
	return []query{q, ask}
}
