package plain

import "stappenplan/steps"

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

// leadsTo is where a line leads outside of the conversation.
func (c *conversation) leadsTo(typed string) To {
	switch {
	case c.Plans && means(typed, c.words.Words.Plans):
		return ToPlans
	case c.kept() && means(typed, c.texts.Backups.RestoreWords):
		return ToBackups
	case c.kept() && !c.session.LookOnly && means(typed, c.texts.Erase.Words):
		return ToErase
	case c.BackUp != nil && !c.session.LookOnly:
		for what, to := range map[string]To{"encrypt": ToEncrypt, "decrypt": ToDecrypt, "change": ToChangePhrase} {
			if means(typed, c.texts.Encryption.Words[what]) {
				return to
			}
		}
	}
	return ToNowhere
}

// kept says whether the plan is told as it is kept, in a file of which backups are made.
func (c *conversation) kept() bool { return c.BackUp != nil && c.present == nil }

// backUp makes a backup, and says where it is.
func (c *conversation) backUp() {
	path, err := c.BackUp()
	if err != nil {
		c.say(c.texts.Error(err))
		return
	}
	c.say(c.texts.Backups.Made.Fill("file", steps.CleanName(path)))
}
