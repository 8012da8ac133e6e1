package plain

import (
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// To is where a person wants to go when a conversation is over.
type To int

// Nowhere is the end; the list of plans, that of the backups of the file, what is to be erased for good, or how the file is encrypted, is not part
// of the conversation.
const (
	ToNowhere To = iota
	ToPlans
	ToBackups
	ToErase
	ToEncrypt
	ToDecrypt
	ToChangePhrase
)

// seals are where it goes to what the screens do with the encryption of the file.
var seals = map[screen.Seal]To{screen.Encrypt: ToEncrypt, screen.Decrypt: ToDecrypt, screen.ChangePhrase: ToChangePhrase}

// leadsTo is where a line leads outside of the conversation. Where what is done there with the file cannot be, it says why.
func (c *conversation) leadsTo(typed string) (to To, why string) {
	switch {
	case c.Plans && means(typed, c.words.Words.Plans):
		return ToPlans, ""
	case means(typed, c.texts.Backups.RestoreWords):
		to = ToBackups
	case means(typed, c.texts.Erase.Words):
		to = ToErase
	}
	for what, there := range seals {
		if means(typed, c.texts.Encryption.Words[string(what)]) {
			to = there
		}
	}
	if to != ToNowhere {
		why = c.withoutFile(to != ToBackups)
	}
	return to, why
}

// withoutFile says why nothing can be done with the file of the plan, or nothing be changed in it; empty where it can.
func (c *conversation) withoutFile(changing bool) string {
	err := c.session.ReadOnly()
	switch {
	case c.trying():
		return string(c.texts.Past.InTrial)
	case err != nil && (changing || c.present != nil):
		return c.texts.Error(err)
	case !c.kept():
		return string(c.words.NoFile)
	}
	return ""
}

// kept says whether the plan is told as it is kept, in a file of which backups are made.
func (c *conversation) kept() bool { return c.BackUp != nil && c.present == nil }

// backUp makes a backup, and says where it is.
func (c *conversation) backUp() {
	if why := c.withoutFile(false); why != "" {
		c.say(why)
		return
	}
	path, err := c.BackUp()
	if err != nil {
		c.say(c.texts.Error(err))
		return
	}
	c.say(c.texts.Backups.Made.Fill("file", steps.CleanName(path)))
}

// merging stands for the file of another copy of the plan.
const merging steps.StepID = "merge"

// mergeQuery asks for the file of another copy, with which the plan is joined when the conversation is over.
func (c *conversation) mergeQuery() query {
	w := c.texts.Merge
	q := query{id: "merge", about: string(w.Title), text: string(c.words.Ask["merge"].Question), lines: []string{string(c.words.Ask["merge"].Help)}, numbers: true}
	q.enter, q.entering = &reply{leads: c.back}, string(c.words.GoBack)
	q.take = func(line string) (reply, error) {
		path, err := c.FindFile(line)
		return reply{leads: func() { c.do(screen.Elsewhere{Merge: path}) }}, err
	}
	return q
}

// sayCommand tells what only a command can do, and how it is typed.
func (c *conversation) sayCommand(name string) {
	call := c.texts.Commands.Calls[name]
	c.say(assets.Capital(string(call.Short))+".", strings.Join(strings.Fields(string(call.Long)), " "))
	c.say(c.words.ByCommand.Fill("word", c.words.Words.Stop[0]), c.Command(strings.TrimSpace(name+" "+string(call.Use))))
	c.since = aside
}
