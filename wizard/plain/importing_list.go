package plain

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/planfile/importing"
	"stappenplan/planfile/lists"
	"stappenplan/planfile/match"
	"stappenplan/steps"
)

// What is asked about a list that others made: its columns, what was left out, what it says otherwise than a plan, its tasks, its people.

// columns has the columns confirmed, or said otherwise, until they are right.
func (t ImportTalk) columns(i *importing.Import) error {
	words := t.Texts.Workbook.List
	t.Describe(*i)
	for {
		ask := words.AskColumns
		if !i.Known() {
			t.say(string(t.Texts.Importing.Unknown))
			ask = words.AskTitles
		}
		typed, err := t.ask(ask.Fill("example", i.ColumnExample()))
		switch {
		case err != nil || i.Known() && (typed == "" || slices.Contains(t.Texts.Commands.Ask.Yes, assets.Text(strings.ToLower(typed)))):
			return err
		case typed == "":
			continue
		}
		columns, wrong := lists.ParseColumns(typed, t.Texts)
		if wrong != "" {
			t.say(words.WrongColumn.Fill("value", steps.Quote(wrong), "example", i.ColumnExample()))
			continue
		}
		decided, err := i.Choosing(func(c *lists.Choices) { maps.Copy(c.Columns, columns) })
		if t.take(i, decided, err) {
			t.Describe(*i)
		}
	}
}

// parts offers to read what was left out and can be taken in.
func (t ImportTalk) parts(i *importing.Import) error {
	optional := func(o lists.LeftOut) bool { return slices.Contains(lists.Optional, o.Part) }
	if !slices.ContainsFunc(i.List.LeftOut, optional) {
		return nil
	}
	agreed, err := t.Confirm(string(t.Texts.Workbook.List.AskWith))
	if err != nil || !agreed {
		return err
	}
	decided, err := i.Choosing(func(c *lists.Choices) {
		for _, part := range lists.Optional {
			c.With[part] = true
		}
	})
	t.take(i, decided, err)
	return nil
}

// offers shows what the list says otherwise than a plan, and asks whether to take that over.
func (t ImportTalk) offers(i *importing.Import) error {
	words := t.Texts.Workbook.List
	for _, o := range i.Offers() {
		ask := string(words.AskConvert)
		switch o.Kind {
		case importing.Units:
			t.say(string(words.Convert))
		case importing.Priorities:
			ask = words.AskPriorities.For(len(o.Lines))
		case importing.Days:
			ask = words.AskDays.For(len(o.Lines), "horizon", t.Texts.Value("horizon", string(steps.Short)))
		}
		const most = 8
		if rest := len(o.Lines) - most; rest > 1 {
			o.Lines = append(o.Lines[:most:most], t.Texts.Workbook.Own.More.Fill("n", rest))
		}
		t.say(indented(o.Lines)...)
		agreed, err := t.Confirm(ask)
		if err != nil {
			return err
		}
		if agreed {
			decided, err := i.Agree(o.Kind, true)
			t.take(i, decided, err)
		}
	}
	return nil
}

// tasks has the tasks confirmed: the sure ones together, shown when that is wanted, the others one by one.
func (t ImportTalk) tasks(i *importing.Import) error {
	words := t.Texts.Workbook.List
	sure, right, err := i.Sure(), true, error(nil)
	if len(sure) > 0 {
		if right, err = t.areSure(*i, sure); err != nil {
			return err
		}
	}
	if !right {
		for _, at := range sure {
			if err := t.choose(i, at); err != nil {
				return err
			}
		}
	}
	for at, is := i.NextDoubt(0, true); is; at, is = i.NextDoubt(at, true) {
		if err := t.choose(i, at); err != nil {
			return err
		}
	}
	t.Rows(*i, words.Own, i.Own())
	return nil
}

// areSure asks whether the sure ones are right.
func (t ImportTalk) areSure(i importing.Import, sure []int) (right bool, err error) {
	words := t.Texts.Workbook.List
	for {
		typed, err := t.ask(words.Folded.For(len(sure), "sure", t.Texts.WholePercent(lists.Sure)) + " " + words.AskSure.Fill("key", words.ShowKey))
		switch said := assets.Text(strings.ToLower(typed)); {
		case err != nil:
			return false, err
		case typed == "", slices.Contains(t.Texts.Commands.Ask.Yes, said):
			return true, nil
		case slices.Contains(t.Texts.Commands.Ask.No, said):
			return false, nil
		case said == words.ShowKey:
			t.Rows(i, words.Sure, sure)
		default:
			t.say(string(t.Texts.Commands.Ask.Again))
		}
	}
}

// choose asks what a row becomes. Enter alone takes a task only where that is likely.
func (t ImportTalk) choose(i *importing.Import, at int) error {
	words, r := t.Texts.Workbook.List, i.List.Rows[at]
	offered, proposed := r.Matches, importing.Proposed(r)
	if t.taken(*i, at, proposed.Task) != "" {
		proposed = importing.Becomes{}
	}
	t.say(words.Ask.Fill("row", i.Place(r), "title", r.Title))
	for {
		t.offer(*i, at, offered, proposed)
		typed, err := t.Hear()
		if err != nil {
			return err
		}
		typed = strings.ToLower(typed)
		becomes := proposed
		switch number, err := strconv.Atoi(typed); {
		case typed == "":
		case typed == string(words.OwnKey):
			becomes = importing.Becomes{}
		case typed == string(words.OutKey):
			becomes = importing.Becomes{LeftOut: true}
		case err == nil && number >= 1 && number <= len(offered):
			becomes = importing.Becomes{Task: offered[number-1].Task}
		default:
			const least = 3 // letters, of which a task is looked for
			if found := lists.Find(typed, i.Plan, t.Texts); len(typed) >= least && len(found) > 0 {
				offered, proposed = found, importing.Becomes{Task: found[0].Task}
			} else {
				t.say(string(words.Again))
			}
			continue
		}
		before, decided, err := *i, importing.Import{}, error(nil)
		if decided, err = i.Decide(r, becomes); t.take(i, decided, err) {
			t.say(i.Displaced(before)...)
			return nil
		}
	}
}

// taken says behind a task which other row is it, and what choosing it does to that one.
func (t ImportTalk) taken(i importing.Import, at int, task string) string {
	if taken := i.Takes(i.Outcome(), at, task); taken != "" {
		return " · " + taken
	}
	return ""
}

// offer lists what a row can become, and marks what Enter alone takes.
func (t ImportTalk) offer(i importing.Import, at int, offered []match.Match, proposed importing.Becomes) {
	words, r := t.Texts.Workbook.List, i.List.Rows[at]
	say := func(line string, isProposed bool) {
		if isProposed {
			line = words.Proposed.Fill("choice", line)
		}
		t.say(line)
	}
	for n, m := range offered {
		line := words.Choice.Fill("key", n+1, "task", t.Texts.TaskName(i.Plan, m.Task), "certainty", t.Texts.WholePercent(m.Certainty))
		if m.Certainty == 0 { // it was looked for
			line = words.Found.Fill("key", n+1, "task", t.Texts.TaskName(i.Plan, m.Task))
		}
		say(line+t.taken(i, at, m.Task), m.Task == proposed.Task)
	}
	say(words.MakeOwn.Fill("key", words.OwnKey, "group", t.Texts.Group(i.Plan, r.OwnGroup())), proposed.Task == "")
	t.say(words.LeaveOut.Fill("key", words.OutKey), string(words.Search))
}

// people has the people confirmed of whom not all is known: new ones, and those who are written in several ways. A line can say
// who several of them are; each keeps the number under which it was listed first.
func (t ImportTalk) people(i *importing.Import) error {
	words := t.Texts.Workbook.List
	var names []string // by number
	for _, p := range i.List.People {
		names = append(names, p.Name)
	}
	for i.PeopleAsk() && len(names) > 0 {
		t.say(words.People.For(len(names)))
		for n, name := range names {
			t.say(t.person(*i, n+1, name))
		}
		typed, err := t.ask(string(words.AskPeople))
		if err != nil || typed == "" {
			return err
		}
		said, wrong := lists.ParsePeople(typed, len(names))
		if wrong != "" {
			t.say(words.WrongPerson.Fill("value", steps.Quote(wrong)))
			continue
		}
		for _, number := range slices.Sorted(maps.Keys(said)) {
			decided, err := i.Choosing(func(c *lists.Choices) { c.People[names[number-1]] = said[number] })
			t.take(i, decided, err)
		}
	}
	return nil
}

// person says who somebody of a list is, by the name that was read first.
func (t ImportTalk) person(i importing.Import, number int, name string) string {
	words, called := t.Texts.Workbook.List, i.Called(name)
	at := slices.IndexFunc(i.List.People, func(p lists.Person) bool { return p.Name == called })
	if called == "" || at < 0 {
		return words.PersonNobody.Fill("key", number, "name", name)
	}
	p := i.List.People[at]
	line := words.Person.Fill("key", number, "name", name, "rows", p.Rows)
	if called != name {
		line += " = " + called
	}
	if who := i.Person(p); who != "" {
		line += " · " + who
	}
	return line
}
