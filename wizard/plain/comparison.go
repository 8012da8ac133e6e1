package plain

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
)

// comparison stands for what changed between two moments, which belongs to no step.
const comparison steps.StepID = "comparison"

// The question of the first of two moments, and the beginning of the name of that of the second, behind which stands the first.
const (
	fromMoment = "from"
	toMoment   = "to:"
)

// daysAtMost is how many days are offered to compare; any other one can be typed.
const daysAtMost = 10

// comparisonQueries ask for two moments. What changed between them is said once, and then it is asked again.
func (c *conversation) comparisonQueries() []query {
	journal := c.session.Journal()
	first, second := strings.CutPrefix(c.here.question, toMoment)
	from, err := strconv.ParseUint(first, 10, 64)
	if !second || err != nil || from > journal.Len() {
		return []query{c.whichMoment(fromMoment, c.words.Ask["compare-from"], func(n uint64) reply {
			return reply{question: toMoment + strconv.FormatUint(n, 10)}
		})}
	}
	q := c.whichMoment(toMoment+first, c.words.Ask["compare-to"], func(n uint64) reply { return c.compare(from, n, fromMoment) })
	if m, _, err := journal.Moment(from); err == nil {
		q.about = c.texts.Past.PickTo.Fill("moment", c.texts.MomentOf(m, c.session.Clock().Location())) + ":"
	}
	now := c.compare(from, journal.Len(), fromMoment)
	q.enter, q.entering = &now, string(c.words.WithNow)
	return []query{q}
}

// compare tells what changed between the moments after two entries, before a question.
func (c *conversation) compare(from, to uint64, next string) reply {
	return reply{question: next, then: func() []string { return c.comparisonLines(from, to) }}
}

// whichMoment offers moments by number: the beginning, the ends of rounds, and the newest days. Another day or an entry is typed.
func (c *conversation) whichMoment(id string, words assets.HelpTexts, chosen func(n uint64) reply) query {
	journal, in := c.session.Journal(), c.session.Clock().Location()
	rounds, days := question.Moments(journal, c.texts, in)
	moments := append(rounds, days[:min(len(days), daysAtMost)]...)
	var leads []reply
	var lines []string
	for i, m := range moments {
		leads = append(leads, chosen(m.Entry))
		lines = append(lines, strconv.Itoa(i+1)+"  "+m.Label)
	}
	others := c.words.OtherMoments.Fill("word", c.words.Words.Entry[0])
	q := c.choosing(id, words, leads, func(line string) (reply, error) {
		name, number, _ := strings.Cut(line, " ")
		n, err := strconv.ParseUint(strings.TrimSpace(number), 10, 64)
		if means(strings.ToLower(name), c.words.Words.Entry) && err == nil && n <= journal.Len() {
			return chosen(n), nil
		}
		if day, ok := question.PastDay(line, c.session.Today()); ok {
			return chosen(journal.AfterDay(day, in)), nil
		}
		return reply{}, c.among(len(leads), others)
	})
	q.closed, q.lines, q.options = true, lines, others
	return q
}

// fieldsAtMost is how many differences are said field by field.
const fieldsAtMost = 12

// compared tells a comparison: what became better, worse and otherwise, and as many fields as can be listened to.
func (c *conversation) compared(comparison steps.Comparison) []string {
	lines := c.texts.ComparisonLines(comparison)
	fields := slices.Index(lines, string(c.texts.Comparison.Fields)) + 1
	if more := len(lines) - fields - fieldsAtMost; fields > 0 && more > 0 {
		lines = append(lines[:fields+fieldsAtMost:fields+fieldsAtMost], c.words.FieldsMore.For(more))
	}
	return lines
}

// comparisonLines tell what changed between the moments after two entries, and how the rounds ended.
func (c *conversation) comparisonLines(first, second uint64) []string {
	journal, in, today := c.session.Journal(), c.session.Clock().Location(), c.session.Today()
	from, before, err := journal.Moment(first)
	if err != nil {
		return []string{c.texts.Error(err)}
	}
	to, after, err := journal.Moment(second)
	if err != nil {
		return []string{c.texts.Error(err)}
	}
	w := c.texts.Comparison
	later := w.To
	if second == journal.Len() {
		later = assets.Text(assets.Capital(string(w.Moment.Now)))
	}
	lines := []string{"", string(w.From) + ": " + c.texts.MomentOf(from, in), string(later) + ": " + c.texts.MomentOf(to, in)}
	lines = append(lines, c.compared(steps.Compare(before, after, today))...)
	rounds, err := journal.RoundLines(today)
	if err != nil || len(rounds) < 2 {
		return lines
	}
	lines = append(lines, "", string(w.Rounds.Title)+":")
	titles := c.texts.RoundTitles()
	for _, r := range rounds {
		var cells []string
		for i, cell := range c.texts.RoundRow(r, c.session.Plan().Round.Number) {
			cells = append(cells, string(titles[i])+" "+cell)
		}
		lines = append(lines, "- "+strings.Join(cells, ", "))
	}
	return lines
}
