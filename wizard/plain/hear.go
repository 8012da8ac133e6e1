package plain

import (
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/steps"
)

// What is understood of a line that was typed: a word that works everywhere, a place to go to, or an answer.

// hear handles a typed line.
func (c *conversation) hear(q query, line string) {
	words := c.words.Words
	typed := strings.ToLower(line)
	to, why := c.leadsTo(typed)
	if why != "" {
		c.say(why)
		c.since = aside
		return
	}
	c.to = to
	merging := len(c.copies) > 0 && means(typed, c.texts.Merge.Beside.Words)
	if c.to != ToNowhere || merging || means(typed, words.Stop) {
		if c.stop(); merging && c.over {
			c.Merge(c.copies[0])
		}
		return
	}
	c.trouble.stopping = false
	if path, ok := c.saveNamed(line); ok {
		_ = c.saveElsewhere(path) // it says itself what went wrong
		return
	}
	switch {
	case typed == "" && q.enter != nil:
		c.follow(q, *q.enter)
	case typed == "" || means(typed, words.Skip):
		c.follow(q, reply{})
	case typed == "?" || means(typed, words.Explain):
		c.explain(q)
	case means(typed, words.Help):
		c.help(q)
	case means(typed, words.HelpAll):
		c.helpAll(q)
	case means(typed, words.Overview):
		c.overview()
	case means(typed, words.Findings):
		c.findings()
	case typed == "<" || means(typed, words.Back):
		c.back()
	case typed == ">" || means(typed, words.Next):
		c.nextOpen(q)
	case means(typed, c.texts.Backups.MakeWords):
		c.backUp()
	case means(typed, words.Why):
		c.why(q)
	case means(typed, words.MakeAction):
		c.makeAction(q)
	case means(typed, words.HistoryOf):
		c.historyOf(q)
	case means(typed, words.Look):
		c.goLook()
	case means(typed, words.Trial):
		c.tryOut()
	case means(typed, words.ToNow):
		c.toNow()
	case means(typed, words.Undo):
		c.undo()
	case means(typed, words.Redo):
		c.redo()
	case means(typed, words.Clear) && q.clear != nil:
		c.follow(q, *q.clear)
	case c.ReadFile != nil && means(typed, c.texts.Importing.Words):
		c.takeOver()
	case means(typed, c.texts.Voices.Words):
		c.goApart()
	default:
		if wanted, ok := c.lookedFor(typed); ok && (wanted == "" || q.closed) {
			c.jumpTo(spot{step: finding, question: wanted})
			return
		}
		if language, ok := c.languageNamed(typed); ok {
			c.speakIn(language)
			return
		}
		if step, ok := c.placeNamed(typed, q.numbers); ok {
			c.jump(step)
			return
		}
		r, err := q.take(line)
		if err != nil {
			c.say(c.texts.Error(err))
			c.since = refused
			return
		}
		c.follow(q, r)
	}
}

func means(typed string, words []assets.Text) bool {
	return slices.Contains(words, assets.Text(typed))
}

// placeNamed is the step that a line goes to, or what belongs to none.
func (c *conversation) placeNamed(typed string, numbers bool) (steps.StepID, bool) {
	w := c.words.Words
	for place, words := range map[steps.StepID][]assets.Text{
		profile: w.Profile, decisions: w.Decisions, actions: w.Actions, past: w.History, comparison: w.Compare, sheets: c.texts.SheetCommon.Words, lookingBack: w.LookBack, who: w.Division, documents: w.Document,
	} {
		if means(typed, words) {
			return place, true
		}
	}
	return c.stepNamed(typed, numbers)
}

// stepNamed reads the number of a step, alone or after the word for it. Where numbers are answers it needs the word.
func (c *conversation) stepNamed(typed string, numbers bool) (steps.StepID, bool) {
	first, rest, spaced := strings.Cut(typed, " ")
	if spaced && means(first, c.words.Words.Step) {
		typed, numbers = strings.TrimSpace(rest), false
	}
	n, err := strconv.Atoi(typed)
	if err != nil || numbers || n < 1 || n > len(steps.Tree) {
		return "", false
	}
	return steps.Tree[n-1].ID, true
}
