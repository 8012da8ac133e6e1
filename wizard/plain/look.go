package plain

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// What deserves a look at step 5 is gone through task by task, as the filter of the table does on the screens.

// The question whether one goes through it, and the beginnings of the names of those that follow: whether a task stays as it is, and what else
// is decided about it.
const (
	lookQuestion = "look"
	stays        = "look:"
	otherwise    = "otherwise:"
)

// lookQueries ask of each task that deserves a look whether it stays as it is decided; of the one that does not, what is decided in its place.
func (c *conversation) lookQueries(unconfirmed map[string]bool, asked []question.Question, plan steps.Plan) (list []query) {
	changed, changes := strings.CutPrefix(c.here.question, otherwise)
	of := func(q question.Question, t *steps.Task) bool {
		return changes && q.About.Task == t.ID && (q.ID == changed || q.Needed)
	}
	wanted := func(t *steps.Task) bool {
		return unconfirmed[t.ID] || slices.ContainsFunc(asked, func(q question.Question) bool { return q.ID == changed && q.About.Task == t.ID })
	}
	q := query{id: lookQuestion, closed: true, needed: true, text: c.words.Look.Count.For(len(unconfirmed)), entering: string(c.words.OneByOne)}
	q.help = []string{string(c.words.Look.Help)}
	pass := string(c.words.Letters["group-question"]["pass"])
	q.options = pass + " " + string(c.words.Look.Pass)
	q.take = func(line string) (reply, error) {
		if line == pass {
			return reply{question: "own"}, nil
		}
		return reply{}, assets.NewFault("plain-choose", "options", q.options)
	}
	for _, section := range question.Sections(steps.Tasks, plan, c.texts, wanted) {
		for _, t := range section.Tasks {
			if unconfirmed[t.ID] {
				q.help = append(q.help, "- "+steps.CleanName(c.texts.TaskTitle(*t))+c.decided(steps.Tasks, *t, plan))
				list = append(list, c.staysQuery(*t, plan))
			}
			for _, one := range asked {
				if of(one, t) {
					other := c.spoken(one)
					other.id = otherwise + one.ID
					list = append(list, other)
				}
			}
		}
	}
	if len(unconfirmed) > 0 {
		list = slices.Insert(list, 0, q)
	}
	return list
}

// staysQuery asks whether a task stays as it is decided: a yes confirms it, a no asks what is decided in its place.
func (c *conversation) staysQuery(t steps.Task, plan steps.Plan) query {
	doubted := question.TaskField(t, t.Doubted(), plan, c.texts)
	q := c.yesNo(stays+t.ID, assets.HelpTexts{Question: assets.Text(question.Doubt(t, c.texts))}, changing(t.Confirm()), reply{question: otherwise + doubted.ID})
	q.subject, q.about, q.help = doubted.About, c.named(doubted.About), doubted.Help
	return q
}

// afterSections is the question behind the sections of step 5.
func (c *conversation) afterSections() string {
	if len(c.session.Journal().Unconfirmed()) > 0 {
		return lookQuestion
	}
	return "own"
}

// ofLook says whether a question is one of those.
func ofLook(id string) bool {
	return id == lookQuestion || strings.HasPrefix(id, stays) || strings.HasPrefix(id, otherwise)
}

// toLookAt says how many tasks deserve a look, and how one goes through them; nothing where none does.
func (c *conversation) toLookAt(unconfirmed map[string]bool) []string {
	n := len(unconfirmed)
	if n == 0 {
		return nil
	}
	return []string{c.words.Look.Count.For(n) + " " + c.wayToLook()}
}

// wayToLook says by which word one goes through what deserves a look.
func (c *conversation) wayToLook() string {
	return c.words.Look.Way.Fill("word", c.words.Words.Look[0])
}

// doubtsAmong says which of the proposals that are accepted deserve a look, and how one goes through them; nothing where none does.
func (c *conversation) doubtsAmong(accepted []steps.Change, plan steps.Plan) []string {
	if said := strings.TrimSpace(question.Doubts(accepted, plan, c.texts)); said != "" {
		return []string{said + " " + c.wayToLook()}
	}
	return nil
}

// goLook goes to the first task that deserves a look, or says that none does. Behind the last one comes back.
func (c *conversation) goLook() {
	if len(c.session.Journal().Unconfirmed()) == 0 {
		c.say(string(c.words.Look.None))
		c.since = aside
		return
	}
	from := c.here
	c.jumpTo(spot{steps.Tasks, lookQuestion})
	if !ofLook(from.question) {
		c.lookedFrom = &from
	}
}

// endLook goes back to where the word was typed; who came by answering goes on.
func (c *conversation) endLook() {
	if c.lookedFrom == nil {
		return
	}
	if c.lookedFrom.step != c.here.step {
		c.said = unsaid
	}
	c.here, c.lookedFrom = *c.lookedFrom, nil
}
