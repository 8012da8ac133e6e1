package steps_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"stappenplan/steps"
)

// wrongChange is a change with one thing wrong, and the refusal that says so.
type wrongChange struct {
	c    change
	want steps.Refusal
}

// checkWrong makes each change on a plan with a few members, tasks and an answer, and expects the one refusal.
func checkWrong(t *testing.T, tests []wrongChange) {
	t.Helper()
	p := planOf(t, member("an", 12), member("bart", 8), ownTask("own-lab"), kept("wifi", steps.Short), answer(steps.Awareness, steps.Yes))
	before := snapshot(p)
	for i, test := range tests {
		name := fmt.Sprintf("%d %s %s", i, test.c.Kind, test.want.Field)
		equal(t, name+": check", refusalsOf(t, p.Check(test.c)), steps.Refusals{test.want})
		same, err := p.Apply(entry(answer(steps.Vision, steps.Yes), member("cas", 1), test.c))
		test.want.Field = "changes[2]." + test.want.Field
		equal(t, name+": in a list", refusalsOf(t, err), steps.Refusals{test.want})
		equal(t, name+": the plan given back", snapshot(same), before)
		equal(t, name+": the plan", snapshot(p), before)
	}
}

var (
	tooLongName = strings.Repeat("é", steps.MaxName+1)
	tooLongText = strings.Repeat("é", steps.MaxText+1)
)

func longName(field string) steps.Refusal {
	return steps.Refusal{Reason: "too-long", Field: field, Value: "201", Limit: "200"}
}

func longText(field string) steps.Refusal {
	return steps.Refusal{Reason: "too-long", Field: field, Value: "100001", Limit: "100000"}
}

func unknown(field, value, allowed string) steps.Refusal {
	return steps.Refusal{Reason: "unknown-value", Field: field, Value: value, Limit: allowed}
}

func tooFine(field, value, digits string) steps.Refusal {
	return steps.Refusal{Reason: "too-fine", Field: field, Value: value, Limit: digits}
}

func outOfRange(field, value, limits string) steps.Refusal {
	return steps.Refusal{Reason: "out-of-range", Field: field, Value: value, Limit: limits}
}

func TestRefusedSchool(t *testing.T) {
	means := func(m steps.Means) change {
		return school(func(c *change) { c.Means = steps.Set([]steps.Means{{Source: steps.Points}, m}) })
	}
	decimal := func(text string) *steps.Decimal {
		d, err := steps.ParseDecimal(text)
		if err != nil {
			t.Fatal(err)
		}
		return &d
	}
	hours := func(text string) change {
		return school(func(c *change) { c.Hours = steps.Set(*decimal(text)) })
	}
	checkWrong(t, []wrongChange{
		{school(func(c *change) { c.Name = steps.Set(tooLongName) }), longName("name")},
		{school(func(c *change) { c.Group = steps.Set(tooLongName) }), longName("group")},
		{school(func(c *change) { c.Level = steps.Set("university") }), unknown("level", "university", "primary, secondary, special, adult, arts, other")},
		{school(func(c *change) { c.Level = steps.Set("") }), unknown("level", "", "primary, secondary, special, adult, arts, other")},
		{school(func(c *change) { c.GroupKind = steps.Set(steps.GroupKind("bestuur")) }), unknown("group_kind", "bestuur", "group, community, none")},
		{school(func(c *change) { c.Pupils = steps.Set(-1) }), outOfRange("pupils", "-1", "0–1000000")},
		{hours("10000.1"), outOfRange("hours", "10000.1", "0–10000")},
		{hours("-0.1"), outOfRange("hours", "-0.1", "0–10000")},
		{hours("34.251"), tooFine("hours", "34.251", "2")},
		{means(steps.Means{Source: "euro"}), unknown("means[1].source", "euro", "points, lessons, hours")},
		{means(steps.Means{}), unknown("means[1].source", "", "points, lessons, hours")},
		{means(steps.Means{Source: steps.Clock, Amount: decimal("100000.001")}), outOfRange("means[1].amount", "100000.001", "0–100000")},
		{means(steps.Means{Source: steps.Clock, PerFulltime: decimal("-1")}), outOfRange("means[1].per_fulltime", "-1", "0–100000")},
		{means(steps.Means{Source: steps.Clock, Week: decimal("100001")}), outOfRange("means[1].week", "100001", "0–100000")},
		{means(steps.Means{Source: steps.Clock, Pooled: decimal("100.001")}), outOfRange("means[1].pooled", "100.001", "0–100")},
	})
}

func TestRefusedAnswer(t *testing.T) {
	at := func(step steps.StepID, with func(*change)) change {
		c := change{Kind: steps.ChangeAnswer, Step: step}
		with(&c)
		return c
	}
	tests := []wrongChange{
		{at("start", func(*change) {}), steps.Refusal{Reason: "unknown-step", Field: "step", Value: "start"}},
		{at(steps.Vision, func(c *change) { c.Choice = steps.Set(choice("done")) }), unknown("choice", "done", "yes, no, open")},
		{at(steps.Vision, func(c *change) { c.Choice = steps.Set(choice("")) }), unknown("choice", "", "yes, no, open")},
		{at(steps.Vision, func(c *change) { c.Note = steps.Set(tooLongText) }), longText("note")},
		{at(steps.Vision, func(c *change) { c.Evidence = steps.Set(tooLongText) }), longText("evidence")},
		{at(steps.Vision, func(c *change) { c.By = steps.Set(tooLongName) }), longName("by")},
	}
	for _, id := range []steps.StepID{steps.Tasks, steps.Expertise, steps.Team, steps.Evaluation} {
		tests = append(tests, wrongChange{answer(id, steps.Yes), steps.Refusal{Reason: "derived", Field: "choice", Value: string(id)}})
	}
	checkWrong(t, tests)
}

func TestRefusedTask(t *testing.T) {
	wifi := func(with func(*change)) change { return task("wifi", with) }
	lab := func(with func(*change)) change { return task("own-lab", with) }
	required := func(field string) steps.Refusal { return steps.Refusal{Reason: "required", Field: field} }
	hours := func(thousandths int64) change {
		return wifi(func(c *change) { c.Hours = steps.Set(steps.Decimal(thousandths)) })
	}
	badID := func(id string) wrongChange {
		return wrongChange{ownTask(id), steps.Refusal{Reason: "bad-id", Field: "task", Value: id}}
	}
	checkWrong(t, []wrongChange{
		{kept("telephony", steps.Short), steps.Refusal{Reason: "unknown-task", Field: "task", Value: "telephony"}},
		{kept("", steps.Short), steps.Refusal{Reason: "unknown-task", Field: "task"}},
		{task("own-new", func(c *change) { c.Group = steps.Set("technical") }), required("title")},
		{task("own-new", func(c *change) { c.Title = steps.Set("Nieuw") }), required("group")},
		badID("own-"), badID("own-A"), badID("own-a-"), badID("own-../x"), badID("own-" + strings.Repeat("a", 57)),
		{lab(func(c *change) { c.Title = steps.Clear[string]() }), required("title")},
		{lab(func(c *change) { c.Title = steps.Set("\u200b \u3164") }), required("title")},
		{lab(func(c *change) { c.Title = steps.Set(tooLongName) }), longName("title")},
		{lab(func(c *change) { c.Group = steps.Clear[string]() }), required("group")},
		{lab(func(c *change) { c.Group = steps.Set("sport") }), unknown("group", "sport", "technical, pedagogical, policy, administrative")},
		{wifi(func(c *change) { c.Group = steps.Set("technical") }), steps.Refusal{Reason: "catalogue-group", Field: "group", Value: "technical"}},
		{wifi(func(c *change) { c.Relevance = steps.Set(steps.Relevance("maybe")) }), unknown("relevance", "maybe", "yes, adapted, no")},
		{wifi(func(c *change) { c.Horizon = steps.Set(steps.Horizon("")) }), unknown("horizon", "", "short, long, dropped")},
		{wifi(func(c *change) { c.Level = steps.Set("weigh") }), unknown("level", "weigh", "school, group")},
		{wifi(func(c *change) { c.Expertise = steps.Set(steps.Open) }), unknown("expertise", "open", "yes, no")},
		{wifi(func(c *change) { c.Sourcing = steps.Set(steps.Weigh) }), unknown("sourcing", "weigh", "recruit, outsource, train, reassign, accept")},
		{wifi(func(c *change) { c.Owner = steps.Set("cees") }), steps.Refusal{Reason: "unknown-member", Field: "owner", Value: "cees"}},
		{wifi(func(c *change) { c.Backup = steps.Set("") }), steps.Refusal{Reason: "unknown-member", Field: "backup"}},
		{hours(168_100), outOfRange("hours", "168.1", "0–168")},
		{hours(-100), outOfRange("hours", "-0.1", "0–168")},
		{hours(5), tooFine("hours", "0.005", "2")},
		{wifi(func(c *change) { c.Note = steps.Set(tooLongText) }), longText("note")},
	})
}

func TestRefusedMember(t *testing.T) {
	an := func(with func(*change)) change {
		c := change{Kind: steps.ChangeMember, Member: "an"}
		with(&c)
		return c
	}
	required := steps.Refusal{Reason: "required", Field: "name"}
	hours := func(thousandths int64) change {
		return an(func(c *change) { c.Hours = steps.Set(steps.Decimal(thousandths)) })
	}
	tests := []wrongChange{
		{change{Kind: steps.ChangeMember, Member: "dirk"}, required},
		{an(func(c *change) { c.Name = steps.Clear[string]() }), required},
		{an(func(c *change) { c.Name = steps.Set(" \t\u200b") }), required},
		{an(func(c *change) { c.Name = steps.Set(tooLongName) }), longName("name")},
		{an(func(c *change) { c.Role = steps.Set(steps.MemberRole("king")) }), unknown("role", "king", "director, ict-coordinator, technical-coordinator, pedagogical-coordinator, teacher, administration, group, external, other")},
		{hours(168_100), outOfRange("hours", "168.1", "0–168")},
		{hours(12_345), tooFine("hours", "12.345", "2")},
		{an(func(c *change) { c.Motivation = steps.Set(tooLongText) }), longText("motivation")},
		{an(func(c *change) { c.Mandate = steps.Set(tooLongText) }), longText("mandate")},
	}
	for _, id := range []string{"", "-a", "a-", "An", "a b", "a/b", "é", "CON", "nul.txt", strings.Repeat("n", 61)} {
		tests = append(tests, wrongChange{member(id, 1), steps.Refusal{Reason: "bad-id", Field: "member", Value: id}})
	}
	checkWrong(t, tests)
}

func TestRefusedTeamAndRound(t *testing.T) {
	evaluation := func(with func(*change)) change {
		c := change{Kind: steps.ChangeEvaluation}
		with(&c)
		return c
	}
	round := func(number int, with func(*change)) change {
		c := change{Kind: steps.ChangeRound, Number: steps.Set(number)}
		with(&c)
		return c
	}
	nothing := func(*change) {}
	seven := "awareness, vision, policy, pooling, tasks, expertise, team"
	wrongNumber := func(n string) steps.Refusal {
		return steps.Refusal{Reason: "round-number", Field: "number", Value: n, Limit: "1, 2"}
	}
	checkWrong(t, []wrongChange{
		{agreement("holidays", "x"), unknown("agreement", "holidays", "knowledge-sharing, backup, documentation, organisation, collaboration")},
		{agreement("backup", tooLongText), longText("text")},
		{evaluation(func(c *change) { c.Collaboration = steps.Set(tooLongText) }), longText("collaboration")},
		{evaluation(func(c *change) { c.Composition = steps.Set(tooLongText) }), longText("composition")},
		{evaluation(func(c *change) { c.Present = steps.Set([]string{"an", "\u200b"}) }), steps.Refusal{Reason: "required", Field: "present[1]"}},
		{evaluation(func(c *change) { c.Present = steps.Set([]string{tooLongName}) }), longName("present[0]")},
		{evaluation(func(c *change) { c.Repeat = steps.Set([]steps.StepID{steps.Team, steps.Evaluation}) }), unknown("repeat[1]", "evaluation", seven)},
		{evaluation(func(c *change) { c.NextEvaluation = steps.Set(steps.Date("2027-02-29")) }), steps.Refusal{Reason: "no-date", Field: "next_evaluation", Value: "2027-02-29"}},
		{evaluation(func(c *change) { c.NextEvaluation = steps.Set(steps.Date("")) }), steps.Refusal{Reason: "no-date", Field: "next_evaluation"}},
		{change{Kind: steps.ChangeRound}, steps.Refusal{Reason: "required", Field: "number"}},
		{round(3, nothing), wrongNumber("3")},
		{newRound(2, "evaluation"), unknown("repeat[0]", "evaluation", seven)},
		{round(1, func(c *change) { c.Again = steps.Set([]steps.StepID{steps.Pooling}) }), unknown("again[0]", "pooling", "tasks, expertise, team")},
		{round(1, func(c *change) { c.Opened = steps.Set(steps.Date("2026-9-1")) }), steps.Refusal{Reason: "no-date", Field: "opened", Value: "2026-9-1"}},
		{change{Kind: steps.ChangeConfirm, Step: steps.Team}, steps.Refusal{Reason: "nothing-to-confirm", Field: "step", Value: "team"}},
		{change{Kind: steps.ChangeRemove, Task: "wifi"}, steps.Refusal{Reason: "no-own-task", Field: "task", Value: "wifi"}},
		{change{Kind: steps.ChangeRemove, Member: "dirk"}, steps.Refusal{Reason: "unknown-member", Field: "member", Value: "dirk"}},
		{change{Kind: steps.ChangeRemove}, steps.Refusal{Reason: "unknown-member", Field: "member"}},
		{change{Kind: steps.ChangeRemove, Task: "own-lab", Member: "an"}, steps.Refusal{Reason: "not-here", Field: "member", Value: "an"}},
		{change{Kind: "sheet"}, steps.Refusal{Reason: "unknown-kind", Field: "kind", Value: "sheet"}},
	})
}

func TestRefusedCatalogue(t *testing.T) {
	own := func(with func(*steps.Catalogue)) change {
		c := steps.Catalogue{
			Version: 1, Groups: []steps.Titled{{ID: "technical", Title: words("Techniek")}},
			Tasks: []steps.CatalogueTask{{ID: "wifi", Group: "technical", Title: words("Wifi"), Core: "none"}},
		}
		with(&c)
		return change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(c)}
	}
	first := func(with func(*steps.CatalogueTask)) change {
		return own(func(c *steps.Catalogue) { with(&c.Tasks[0]) })
	}
	required := func(field string) steps.Refusal { return steps.Refusal{Reason: "required", Field: field} }
	checkWrong(t, []wrongChange{
		{change{Kind: steps.ChangeCatalogue}, required("catalogue")},
		{own(func(c *steps.Catalogue) { c.Version = 2 }), steps.Refusal{Reason: "unknown-value", Field: "catalogue.version", Value: "2"}},
		{own(func(c *steps.Catalogue) { c.Groups[0].Title = nil }), required("catalogue.groups[0].title")},
		{own(func(c *steps.Catalogue) { c.Profiles = []steps.Titled{{ID: "A", Title: words("A")}} }), steps.Refusal{Reason: "bad-id", Field: "catalogue.profiles[0].id", Value: "A"}},
		{own(func(c *steps.Catalogue) { c.Groups = append(c.Groups, c.Groups[0]) }), steps.Refusal{Reason: "given-twice", Field: "catalogue.groups[1].id", Value: "technical"}},
		{own(func(c *steps.Catalogue) { c.Tasks = append(c.Tasks, c.Tasks[0]) }), steps.Refusal{Reason: "given-twice", Field: "catalogue.tasks[1].id", Value: "wifi"}},
		{own(func(c *steps.Catalogue) {
			c.Tasks = append(c.Tasks, c.Tasks[0])
			c.Tasks[1].ID = "own-x"
		}), steps.Refusal{Reason: "bad-id", Field: "catalogue.tasks[1].id", Value: "own-x"}},
		{first(func(t *steps.CatalogueTask) { t.ID = "lan" }), steps.Refusal{Reason: "task-in-use", Field: "catalogue", Value: "wifi"}},
		{first(func(t *steps.CatalogueTask) { t.Group = "sport" }), unknown("catalogue.tasks[0].group", "sport", "technical, pedagogical, policy, administrative")},
		{first(func(t *steps.CatalogueTask) { t.Core = "" }), unknown("catalogue.tasks[0].core", "", "technical, policy, none")},
		{first(func(t *steps.CatalogueTask) { t.SuggestedLevel = "city" }), unknown("catalogue.tasks[0].suggested_level", "city", "school, group, either")},
		{first(func(t *steps.CatalogueTask) { t.Title = words("\x1b[0m") }), required("catalogue.tasks[0].title.nl")},
		{first(func(t *steps.CatalogueTask) { t.Title = words(tooLongName) }), longName("catalogue.tasks[0].title.nl")},
		{first(func(t *steps.CatalogueTask) { t.Explain = words(tooLongText) }), longText("catalogue.tasks[0].explain.nl")},
		{first(func(t *steps.CatalogueTask) { t.Profile = tooLongName }), longName("catalogue.tasks[0].profile")},
		{first(func(t *steps.CatalogueTask) { t.Source = tooLongName }), longName("catalogue.tasks[0].source")},
		{first(func(t *steps.CatalogueTask) { t.Title["fr"] = "x" }), unknown("catalogue.tasks[0].title", "fr", "nl, en")},
	})
}

// TestRefusalsComeInOrder: several at once, the same each time.
func TestRefusalsComeInOrder(t *testing.T) {
	c := *catalogue
	c.Tasks = []steps.CatalogueTask{{ID: "wifi", Group: "technical", Core: "none", Title: steps.Words{"nl": "x", "fr": "x", "de": "x", "it": "x", "es": "x"}}}
	var languages []string
	for _, r := range refusalsOf(t, planOf(t).Check(change{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(c)})) {
		languages = append(languages, r.Value)
	}
	equal(t, "languages", languages, []string{"de", "es", "fr", "it"})
}

// TestLimitsAreInclusive takes what stands exactly on each limit.
func TestLimitsAreInclusive(t *testing.T) {
	name, text := strings.Repeat("é", steps.MaxName), strings.Repeat("é", steps.MaxText)
	id := strings.Repeat("a", steps.MaxID)
	planOf(t,
		school(func(c *change) {
			c.Name, c.Group, c.Pupils, c.Hours = steps.Set(name), steps.Set(name), steps.Set(0), steps.Set(steps.Whole(10_000))
		}),
		change{Kind: steps.ChangeAnswer, Step: steps.Team, Note: steps.Set(text), Evidence: steps.Set(text), By: steps.Set(name)},
		change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(name + "\r\n"), Hours: steps.Set(steps.Whole(168)), Mandate: steps.Set(text)},
		task("own-"+id[4:], func(c *change) {
			c.Title, c.Group, c.Hours, c.Owner = steps.Set(name+"\x1b[0m"), steps.Set("policy"), steps.Set(steps.Whole(168)), steps.Set(id)
		}),
	)
}

// TestTooManyOwnTasks: a thousand, and not one more.
func TestTooManyOwnTasks(t *testing.T) {
	var changes []change
	for n := range steps.MaxOwnTasks {
		changes = append(changes, ownTask(fmt.Sprintf("own-%d", n)))
	}
	err := planOf(t, changes...).Check(ownTask("own-more"))
	equal(t, "refusal", refusalsOf(t, err), steps.Refusals{{Reason: "too-many", Field: "task", Value: "1001", Limit: "1000"}})
}

// TestTooManyMembers: a thousand, and not one more; those who are there can still change.
func TestTooManyMembers(t *testing.T) {
	var changes []change
	for n := range steps.MaxListed {
		changes = append(changes, member(fmt.Sprintf("m-%d", n), 1))
	}
	plan := planOf(t, changes...)
	equal(t, "refusal", refusalsOf(t, plan.Check(member("more", 1))), steps.Refusals{{Reason: "too-many", Field: "member", Value: "1001", Limit: "1000"}})
	if err := plan.Check(member("m-1", 1)); err != nil {
		t.Error(err)
	}
}

// TestAuthorTooLong: an author is a name.
func TestAuthorTooLong(t *testing.T) {
	e := steps.NewEntry("e", noon, tooLongName, answer(steps.Awareness, steps.Yes))
	_, err := planOf(t).Apply(e)
	equal(t, "apply", refusalsOf(t, err), steps.Refusals{longName("by")})
	j := journalOf(t, answer(steps.Awareness, steps.Yes))
	e.Changes = []change{withdrawal(1)}
	equal(t, "withdrawal", refusalsOf(t, j.Apply(e)), steps.Refusals{longName("by")})
	equal(t, "length", j.Len(), 1)
}

// subjects are what a change of each kind is about.
var subjects = map[steps.Kind]string{
	"school": "", "answer": "step", "task": "task", "member": "member", "agreement": "agreement", "decision": "decision", "evaluation": "", "action": "action", "voice": "step",
	"remove": "task member decision action sheet table row", "row": "sheet table row fields", "settings": "sheet fields", "round": "", "confirm": "step", "catalogue": "",
}

// TestForeignFields gives each kind every field that is not its own, cleared and filled.
func TestForeignFields(t *testing.T) {
	p := planOf(t)
	for kind, about := range subjects {
		for name, c := range everyField(kind) {
			refusals := refusalsOf(t, p.Check(c))
			isForeign := slices.Contains(refusals, steps.Refusal{Reason: "not-here", Field: name})
			_, its := steps.FieldNamed(kind, name)
			equal(t, string(kind)+" with "+name, isForeign, !its && !slices.Contains(strings.Fields(about), name))
		}
	}
}

// everyField gives for each field of a change a change of this kind with only that field.
func everyField(kind steps.Kind) map[string]change {
	changes := map[string]change{}
	fields := reflect.TypeFor[change]()
	for i := 1; i < fields.NumField(); i++ {
		c := change{Kind: kind}
		field := reflect.ValueOf(&c).Elem().Field(i)
		switch f := field.Addr().Interface().(type) {
		case interface{ UnmarshalJSON([]byte) error }:
			if err := f.UnmarshalJSON([]byte("null")); err != nil {
				panic(err)
			}
		default:
			if field.CanUint() {
				field.SetUint(1)
			} else {
				field.SetString("x")
			}
		}
		name, _, _ := strings.Cut(fields.Field(i).Tag.Get("json"), ",")
		changes[name] = c
	}
	return changes
}

// TestRefusalWords: what the words of an error are filled with.
func TestRefusalWords(t *testing.T) {
	long := strings.Repeat("a", 50) + "\x1b[31m"
	rs := steps.Refusals{{Reason: "unknown-task", Field: "task", Value: long}, {Reason: "required", Field: "title"}}
	equal(t, "code", rs.Code(), "refused-unknown-task")
	equal(t, "values", rs.Values(), map[string]string{"field": "task", "value": strings.Repeat("a", 39) + "…", "limit": ""})
	equal(t, "for programmers", rs[1].Error(), "title: required")
	equal(t, "a value of 40", steps.Quote(long[:40]), long[:40])
	equal(t, "a value on one line", steps.Quote("a\nb\x00"), "a b")
}

// TestAnswerStamps: who and when are the entry's unless the change says otherwise.
func TestAnswerStamps(t *testing.T) {
	at := time.Date(2025, 1, 2, 3, 4, 5, 0, time.UTC)
	with := answer(steps.Vision, steps.Yes)
	with.By, with.At = steps.Set("Els"), steps.Set(at)
	p := planOf(t, answer(steps.Awareness, steps.Yes), with)
	equal(t, "the entry's", p.Answers[steps.Awareness], steps.Answer{Choice: steps.Yes, By: "An", At: noon})
	equal(t, "its own", p.Answers[steps.Vision], steps.Answer{Choice: steps.Yes, By: "Els", At: at})
	p = after(t, p, answer(steps.Awareness, unanswered))
	_, said := p.Answers[steps.Awareness]
	equal(t, "taken away", said, false)
}
