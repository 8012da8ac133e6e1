package plain

import (
	"strconv"

	"stappenplan/steps"
)

// documents stands for the files that are made of the plan.
const documents steps.StepID = "document"

// documentQuery asks in which form a file is made of the plan, and makes it.
func (c *conversation) documentQuery() query {
	var leads []reply
	var lines []string
	for i, format := range c.Formats {
		lines = append(lines, strconv.Itoa(i+1)+"  "+string(c.texts.Wizard.Write.Formats[format]))
		leads = append(leads, reply{leads: func() { c.write(format) }})
	}
	q := c.choosing("document", c.words.Ask["document"], leads, nil)
	q.lines, q.enter, q.entering = lines, &reply{leads: c.back}, string(c.words.GoBack)
	return q
}

// write makes a file, and says where it is and what is in it. The question stays, to make another.
func (c *conversation) write(format string) {
	switch {
	case c.Write == nil:
		c.say(string(c.words.Summary))
		return
	case c.trying():
		c.say(string(c.texts.Wizard.Write.InTrial))
		return
	}
	path, contents, err := c.Write(c.session, format)
	if err != nil {
		c.say(c.texts.Error(err))
		return
	}
	c.say(c.words.Written.Fill("file", steps.CleanName(path), "contents", contents))
	c.since = aside
}
