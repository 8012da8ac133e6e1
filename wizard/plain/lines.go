package plain

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"stappenplan/assets"
	"stappenplan/lazyregexp"
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

// Signs and abbreviations that are read to an ear as something else than they say.
var (
	hours = lazyregexp.New(`\d+(?:[.,]\d+)? [uh]\b`)
	ratio = lazyregexp.New(`(^|[ :])(\d+)/(\d+)($|[;. ])`)
)

// forEar has words for what is no sound: a sign that something became something else, or that there is nothing, and hours of one letter. Where
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
	text = hours().ReplaceAllStringFunc(text, func(short string) string {
		n := short[:strings.LastIndex(short, " ")]
		if n == "1" {
			return texts.Changes.Counted["hours"].For(1, "value", n)
		}
		return texts.Common.Hours.Fill("n", n)
	})
	text = ratio().ReplaceAllString(text, "${1}"+texts.Wizard.PlaceInList.Fill("n", "$2", "total", "$3")+"$4")
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
