package plain

import (
	"strconv"
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// actionQueries ask about which action something is noted, and all about the one that was chosen; then about which again.
func (c *conversation) actionQueries() []query {
	which := []query{c.whichAction()}
	_, chosen, _ := strings.Cut(c.here.question, ":")
	plan := c.session.Plan()
	a, known := plan.Action(strings.TrimPrefix(chosen, "what:"))
	if !known {
		return which
	}
	var list []query
	for _, asked := range question.Action(a, c.session.Today(), plan, c.texts) {
		q := c.spoken(asked)
		if asked.Field == "what" {
			list = append(list, c.removing(q, c.words.RemovingAction.Fill("word", c.words.Words.Clear[0]), string(c.texts.Wizard.Actions.RemoveAsk),
				steps.Change{Kind: steps.ChangeRemove, Action: a.ID})...)
			continue
		}
		list = append(list, q)
	}
	return append(list, which...)
}

// makeAction makes the action that is proposed about what a question is about, or goes to the one there is; where it is about nothing that can become
// one, it asks which.
func (c *conversation) makeAction(q query) {
	plan, today, about := c.session.Plan(), c.session.Today(), ""
	switch _, is := steps.Find(c.here.step); {
	case q.subject.Task != "":
		about = steps.About(steps.AboutTask, q.subject.Task)
	case q.subject.Member != "":
		about = steps.About(steps.AboutMember, q.subject.Member)
	case q.subject.Decision != "":
		d, _ := plan.BoardDecision(q.subject.Decision, today)
		about = steps.About(steps.AboutDecision, d.TextID())
	case q.subject.Row != "" && !strings.HasSuffix(q.subject.Row, "/"):
		about = steps.About(steps.AboutRow, q.subject.Row)
	case is && q.subject == (question.About{}):
		about = steps.About(steps.AboutStep, string(c.here.step))
	default:
		c.jump(actions)
		return
	}
	if a, there := plan.OpenActionAbout(about); there {
		c.jumpTo(spot{actions, "state:" + a.ID})
		return
	}
	a := c.texts.ProposeAction(plan, about, today)
	if c.record([]steps.Change{a.Make()}) == nil {
		c.say(c.saved())
		c.jumpTo(spot{actions, "action_owner:" + a.ID})
	}
}

// whichAction lists the actions that are open and what one could be made of, by number; a sentence in place of a number is an
// action of one's own.
func (c *conversation) whichAction() query {
	plan, today, words := c.session.Plan(), c.session.Today(), c.words.Ask["action-which"]
	w, open, proposals := c.texts.Wizard.Actions, plan.OpenActions(), plan.Initiatives(today)
	q := query{id: "action", text: string(words.Question), help: []string{string(words.Help)}, numbers: true, entering: string(c.words.GoOn)}
	row := func(n int, text string) { q.lines = append(q.lines, strconv.Itoa(n)+"  "+text) }
	if len(open) > 0 {
		q.lines = append(q.lines, string(w.Coming)+":")
	}
	for i, a := range open {
		row(i+1, c.texts.ActionLine(plan, a, today))
	}
	if len(proposals) > 0 {
		q.lines = append(q.lines, string(w.Proposals)+":")
	}
	for i, about := range proposals {
		row(len(open)+i+1, c.texts.ProposeAction(plan, about, today).What)
	}
	if len(open)+len(proposals) == 0 {
		q.text = string(c.words.Ask["action"].Question)
	}
	about := func(id string) string { return "state:" + id }
	q.take = func(line string) (reply, error) {
		n, err := strconv.Atoi(line)
		switch total := len(open) + len(proposals); {
		case err != nil:
			changes, err := question.NewAction(today, plan, c.texts).Answer(line, today)
			if err != nil {
				return reply{}, err
			}
			return reply{changes: changes, question: "action_owner:" + changes[0].Action}, nil
		case n < 1 || n > total:
			return reply{}, c.among(total, "")
		case n > len(open):
			a := c.texts.ProposeAction(plan, proposals[n-len(open)-1], today)
			return reply{changes: []steps.Change{a.Make()}, question: "action_owner:" + a.ID}, nil
		}
		return reply{question: about(open[n-1].ID)}, nil
	}
	return q
}
