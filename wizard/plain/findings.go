package plain

import (
	"strings"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// findings stands for what asks attention, which belongs to no step.
const findings steps.StepID = "findings"

// ofKind begins the name of the question which of a kind is meant.
const ofKind = "of:"

// findings goes to what asks attention, or says that nothing does.
func (c *conversation) findings() {
	plan := c.session.Plan()
	_, _, risk := c.texts.PolicyRisk(plan)
	if !risk && len(plan.Findings(c.session.Today())) == 0 {
		c.say(c.texts.NoFindings(plan))
		c.since = aside
		return
	}
	c.jump(findings)
}

// findingQuery says what asks attention, the gravest first, and what to do about it. A number goes to where it is solved; where that is in several
// places it says which first.
func (c *conversation) findingQuery() query {
	plan := c.session.Plan()
	var leads []reply
	var lines []string
	line := func(text string, to func()) {
		leads = append(leads, reply{leads: to})
		lines = append(lines, numbered(len(leads), text))
	}
	kinds := steps.ByGravity(plan.Findings(c.session.Today()))
	of, chosen := strings.CutPrefix(c.here.question, ofKind)
	for _, k := range kinds {
		if chosen && string(k.ID) == of {
			for _, one := range k.Findings {
				line(c.texts.Finding(one, plan, plan.Capacity()), func() { c.open(screen.SolvedAt(one)) })
			}
			q := c.choosing(c.here.question, c.words.Ask["findings"], leads, nil)
			q.about, q.lines = c.texts.FindingKind(k, plan), lines
			q.enter, q.entering = &reply{leads: c.back}, string(c.words.GoBack)
			return q
		}
	}
	if what, rule, risk := c.texts.PolicyRisk(plan); risk {
		line(what+" "+rule, func() { c.jump(steps.Policy) })
	}
	for _, k := range kinds {
		line(c.texts.FindingKind(k, plan), func() {
			if len(k.Findings) == 1 {
				c.open(screen.SolvedAt(k.Findings[0]))
				return
			}
			c.jumpTo(spot{findings, ofKind + string(k.ID)})
		})
	}
	q := c.choosing("findings", c.words.Ask["findings"], leads, nil)
	q.lines, q.enter, q.entering = lines, &reply{leads: c.back}, string(c.words.GoBack)
	if len(leads) == 0 {
		q.text = c.texts.NoFindings(plan)
	}
	return q
}
