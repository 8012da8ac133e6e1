package plain

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// read gives the next line, harmless and without the blanks around it. A line that is too long counts as none.
func (c *conversation) read() (string, error) {
	var line []byte
	for {
		part, err := c.in.ReadSlice('\n')
		if len(line) <= maxLine {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil && (!errors.Is(err, io.EOF) || len(line) == 0) {
			return "", err
		}
		break
	}
	if len(line) > maxLine {
		c.say(c.texts.Error(assets.NewFault("plain-too-long")))
		return "?", nil
	}
	return steps.CleanName(string(line)), nil
}

// forEar has words for what is no sound: a sign that something became something else, or that there is nothing. Where
// a sign only parts, a comma does.
func forEar(text string, texts *assets.Texts) string {
	words := texts.Plain
	for {
		before, rest, found := strings.Cut(text, ": "+string(texts.Changes.Empty)+" → ")
		if !found {
			break
		}
		value := rest[:strings.IndexAny(rest+"\n", ";\n")]
		text = before + ": " + words.WasNothing.Fill("value", value) + rest[len(value):]
	}
	becomes := " " + string(words.Becomes) + " "
	return strings.NewReplacer("  →  ", becomes, " → ", becomes, "  ← ", ", ", " · ", ", ").Replace(text)
}

// say writes lines. After the first error of writing nothing more is written.
func (c *conversation) say(lines ...string) {
	for _, line := range lines {
		c.put(line + "\n")
	}
}

func (c *conversation) prompt() { c.put(string(c.words.Prompt) + " ") }

func (c *conversation) put(text string) {
	if c.failed == nil {
		_, c.failed = io.WriteString(c.out, forEar(text, c.texts))
	}
}
