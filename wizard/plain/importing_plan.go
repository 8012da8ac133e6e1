package plain

import (
	"errors"
	"io"
	"strings"

	"stappenplan/planfile/importing"
	"stappenplan/planfile/lists"
)

// takeOver asks for a file, talks its import through, and keeps what it changes as one entry. On stopping meanwhile the whole
// conversation stops.
func (c *conversation) takeOver() {
	stops := false
	hear := func() (line string, err error) {
		for pasted := true; pasted; {
			c.prompt()
			line, pasted, err = c.heard()
		}
		typed := strings.ToLower(line)
		stops = stops || means(typed, c.words.Words.Stop)
		if stops || typed == "<" || means(typed, c.words.Words.Back) {
			return "", io.EOF
		}
		return line, err
	}
	begun := c.session.Plan().Begun()
	switch kept, err := c.importFile(ImportTalk{Texts: c.texts, Write: c.put, Hear: hear}); {
	case stops:
		c.stop()
	case err != nil && !errors.Is(err, io.EOF):
		c.say(c.texts.Error(err))
	case kept && begun:
		c.enter(c.standing())
	case kept:
		c.enter("")
	}
}

// importFile asks for a file, and says whether what it changes is kept.
func (c *conversation) importFile(talk ImportTalk) (kept bool, err error) {
	if err := c.session.ReadOnly(); err != nil {
		return false, err
	}
	c.say(string(c.texts.Importing.AskFile))
	path, err := talk.Hear()
	if err != nil || path == "" {
		return false, err
	}
	data, err := c.ReadFile(path)
	if err != nil {
		return false, err
	}
	read, err := importing.Open(path, data, nil, c.texts, lists.Choices{})
	if err != nil {
		return false, err
	}
	found, err := read.Read(importing.Ground{Plan: c.session.Plan(), Texts: c.texts, Today: c.session.Today()}, lists.Choices{})
	if err != nil {
		return false, err
	}
	decided, agreed, err := talk.Import(found)
	if err != nil || !agreed {
		return false, err
	}
	return c.keepImport(decided, talk)
}

// keepImport says what an import changes, and keeps it where that is agreed.
func (c *conversation) keepImport(read importing.Import, talk ImportTalk) (kept bool, err error) {
	words := c.texts.Commands.Import
	changes, err := read.Changes()
	if err != nil {
		return false, err
	}
	if len(changes) == 0 {
		c.say(string(words.Nothing))
		return false, nil
	}
	preview, err := importing.Preview(changes, c.session.Plan(), c.texts)
	if err != nil {
		return false, err
	}
	if read.Kind == importing.OurWorkbook && importing.Loses(changes) {
		c.say(string(c.texts.Workbook.Clears))
	}
	talk.Preview(preview)
	switch agreed, err := talk.Confirm(string(words.Ask)); {
	case err != nil:
		return false, err
	case !agreed:
		c.say(string(words.Kept))
		return false, nil
	}
	if c.ProtectImport != nil {
		c.ProtectImport()
	}
	if err := c.record(changes); err != nil { // which says itself what went wrong
		return false, nil
	}
	c.say(string(c.texts.Importing.Done), string(c.words.Saved))
	return true, nil
}
