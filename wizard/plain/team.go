package plain

import (
	"slices"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// teamQueries are those of step 7. Someone can leave the team where the name is asked, and an agreement can be said not
// to be needed where its text is.
func (c *conversation) teamQueries(plan steps.Plan) (list []query) {
	divided := false
	for _, asked := range c.questions(steps.Team) {
		q := c.spoken(asked)
		if asked.About.Task != "" && !divided {
			divided = true
			list = append(list, c.divisionQueries(plan)...)
		}
		switch {
		case asked.ID == "member":
			list = append(list, c.newMemberQuery(q, plan))
		case asked.Field == "name":
			m, _ := plan.Member(asked.About.Member)
			list = append(list, c.removing(q, c.words.Removing.Fill("word", c.words.Words.Clear[0]),
				question.AskRemoveMember(c.texts, plan.Tasks(), m), steps.Change{Kind: steps.ChangeRemove, Member: m.ID})...)
		case asked.Field == "text":
			list = append(list, c.agreementQuery(q, asked.About.Agreement, plan))
		default:
			list = append(list, q)
		}
	}
	return list
}

// newMemberQuery goes on with the questions about the one who was added.
func (c *conversation) newMemberQuery(q query, plan steps.Plan) query {
	take := q.take
	q.take = func(line string) (reply, error) {
		r, err := take(line)
		r.question = "role:" + plan.NewMemberID(line)
		return r, err
	}
	return q
}

// agreementQuery takes a word that says that the agreement is not needed; a text says that it is.
func (c *conversation) agreementQuery(q query, id steps.AgreementID, plan steps.Plan) query {
	a, notNeeded, write := plan.Agreements[id], c.words.Words.NotNeeded, q.take
	q.options = c.words.NotHere.Fill("word", notNeeded[0])
	q.take = func(line string) (reply, error) {
		if slices.ContainsFunc(notNeeded, func(w assets.Text) bool { return strings.EqualFold(line, string(w)) }) {
			return changing(steps.Change{Kind: steps.ChangeAgreement, Agreement: id, Needed: steps.Set(false)}), nil
		}
		return write(line)
	}
	if a.NotNeeded {
		q.options, q.lines = "", nil
		q.now = joined(c.texts.Value("needed", "false"), steps.CleanName(a.Text))
	}
	return q
}
