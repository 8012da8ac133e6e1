package plain

import (
	"errors"
	"io"
	"slices"
	"strings"

	"stappenplan/planfile/importing"
)

// errOneBack says that the question before is asked again.
var errOneBack = errors.New("one question back")

// takeOver asks for a file, talks its import through, and keeps what it changes as one entry. On stopping meanwhile the whole
// conversation stops. Going back is talking it through once more, unheard, up to the answer before the last.
func (c *conversation) takeOver() {
	stops := false
	var answers, again []string // all that was typed, and of that what is answered once more
	hear := func() (line string, err error) {
		if len(again) > 0 {
			line, again = again[0], again[1:]
			return line, nil
		}
		for pasted := true; pasted; {
			c.prompt()
			line, pasted, err = c.heard()
		}
		typed := strings.ToLower(line)
		stops = stops || means(typed, c.words.Words.Stop)
		isBack := typed == "<" || means(typed, c.words.Words.Back)
		switch {
		case err != nil:
			return "", err
		case stops, isBack && len(answers) == 0, means(typed, c.texts.Importing.LeaveWords):
			return "", io.EOF
		case isBack:
			answers = answers[:len(answers)-1]
			return "", errOneBack
		}
		answers = append(answers, line)
		return line, nil
	}
	write := func(text string) {
		if len(again) == 0 {
			c.put(text)
		}
	}
	begun := c.session.Plan().Begun()
	kept, err := c.importFile(ImportTalk{Texts: c.texts, Write: write, Hear: hear})
	for errors.Is(err, errOneBack) {
		again = slices.Clone(answers)
		kept, err = c.importFile(ImportTalk{Texts: c.texts, Write: write, Hear: hear})
	}
	switch {
	case stops:
		c.stop()
	case err != nil && !errors.Is(err, io.EOF):
		c.say(importing.Fault(err, c.texts))
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
	talk.say(string(c.texts.Importing.AskFile))
	path, err := talk.Hear()
	if err != nil || path == "" {
		return false, err
	}
	data, err := c.ReadFile(path)
	if err != nil {
		return false, err
	}
	found, err := importing.Talk(path, data, importing.Ground{Plan: c.session.Plan(), Texts: c.texts, Today: c.session.Today()})
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
		talk.say(string(words.Nothing))
		return false, nil
	}
	preview, err := importing.Preview(changes, c.session.Plan(), c.texts)
	if err != nil {
		return false, err
	}
	if read.Kind == importing.OurWorkbook && importing.Loses(changes) {
		talk.say(string(c.texts.Workbook.Clears))
	}
	talk.Preview(preview)
	switch agreed, err := talk.Confirm(string(words.Ask)); {
	case err != nil && !errors.Is(err, io.EOF):
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
	c.say(string(c.texts.Importing.Done), c.saved())
	return true, nil
}
