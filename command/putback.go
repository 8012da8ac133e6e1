package command

import (
	"errors"
	"strconv"
	"strings"

	"stappenplan/session"
	"stappenplan/steps"
)

// putBack gives what an entry changed, or one answer of it, the values that it had after another entry, and leaves the rest as it
// is: what that makes of the plan is shown, and it is asked.
func (p *program) putBack(session *session.Session, answers answersOf, then uint64, yes bool) error {
	if session.Journal().KeptByMerge(answers.entry) {
		return steps.Refusals{{Reason: "kept-by-merge", Field: "entry", Value: strconv.FormatUint(answers.entry, 10)}}
	}
	past, err := session.Journal().At(then)
	if unshown, is := errors.AsType[*steps.UnshownError](err); is {
		return refuse("put-back-unshown", "entry", strconv.FormatUint(answers.entry, 10), "because", strconv.FormatUint(unshown.Because, 10))
	}
	if err != nil {
		return err
	}
	texts := session.Spoken()
	words := texts.Commands.PutBack
	plan, lines, changes, added := session.Plan(), []string{}, []steps.Change(nil), 0
	for i, c := range session.Journal().Entry(answers.entry).Changes {
		if answers.only > 0 && answers.only != i+1 {
			continue
		}
		if session.Journal().Another(c, then) {
			return refuse("put-back-another", "answer", answers.named(i+1), "what", texts.About(c, past), "other", texts.About(c, plan))
		}
		if plan.Added(c, past) {
			added++
		}
		back, none := plan.PutBack(c, past)
		if none {
			continue
		}
		after, err := plan.Apply(steps.Entry{Changes: []steps.Change{back}})
		if err != nil {
			return err
		}
		lines = append(lines, "  "+words.Line.Fill("answer", answers.named(i+1), "what", steps.CleanName(texts.PutBack(back, plan))))
		plan, changes = after, append(changes, back)
	}
	if len(changes) == 0 && added > 0 {
		return refuse("only-added", "answer", answers.named(answers.only))
	}
	if len(changes) == 0 {
		return refuse("nothing-to-put-back", "answer", answers.named(answers.only))
	}
	p.tell(p.out, string(words.Preview)+"\n"+strings.Join(lines, "\n"))
	if added > 0 {
		p.tell(p.out, words.Added.For(added))
	}
	if agreed, err := p.agree(words.Ask, "go-needs-terminal", yes); err != nil || !agreed {
		return err
	}
	if err := session.Record(changes...); err != nil {
		return err
	}
	p.tell(p.out, string(words.Done))
	return nil
}

// answersOf are the answers of an entry: all of them, or only one by its place.
type answersOf struct {
	entry uint64
	only  int
}

const entryPrefix = "entry:"

// answersNamed reads entry:12, or entry:12.2 for the second answer of it.
func answersNamed(what string, journal *steps.Journal) (a answersOf, err error) {
	number, isEntry := strings.CutPrefix(what, entryPrefix)
	number, place, one := strings.Cut(number, ".")
	a.entry, err = strconv.ParseUint(number, 10, 64)
	if err == nil && one {
		a.only, err = strconv.Atoi(place)
	}
	switch {
	case !isEntry || err != nil || a.entry == 0 || one && a.only < 1:
		return a, usage("answer-what", "value", what)
	case a.entry > journal.Len():
		return a, refuse("since-no-entry", "value", number, "last", strconv.FormatUint(journal.Len(), 10))
	}
	return a, nil
}

// named is how one of the answers is typed; all of them for 0.
func (a answersOf) named(only int) string {
	name := entryPrefix + strconv.FormatUint(a.entry, 10)
	if only > 0 {
		name += "." + strconv.Itoa(only)
	}
	return name
}
