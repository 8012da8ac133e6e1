package report_test

import (
	"fmt"
	"testing"
	"time"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/steps"
)

// Short names for what nearly every test says.
type change = steps.Change

var (
	catalogue = assets.Catalogue()
	texts     = map[assets.Language]*assets.Texts{
		assets.Dutch: assets.Load(assets.Dutch), assets.English: assets.Load(assets.English),
	}
	morning = time.Date(2026, 11, 24, 8, 30, 0, 0, time.UTC)
)

// planOf is the plan of a journal.
func planOf(t testing.TB, entries ...[]change) steps.Plan {
	t.Helper()
	return journalOf(t, entries...).Plan()
}

// journalOf is a journal in which An makes each list of changes in one entry.
func journalOf(t testing.TB, entries ...[]change) *steps.Journal {
	t.Helper()
	var journal []steps.Entry
	for i, changes := range entries {
		journal = append(journal, steps.NewEntry(fmt.Sprint("entry-", i), morning.AddDate(0, 0, i), "An Peeters", changes...))
	}
	j, err := steps.Replay(catalogue, journal)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func optionsIn(language assets.Language) report.Options {
	return report.Options{
		Texts: texts[language], Today: "2026-11-24", LastChange: "2026-11-24", Fingerprint: "1a2b3c4d", Names: report.NamesInFull,
	}
}

func markdownOf(plan steps.Plan, language assets.Language) string {
	return string(report.Markdown(report.Summarize(plan, optionsIn(language))))
}

// documentOf is a journal's document, with the differences between its rounds.
func documentOf(j *steps.Journal, language assets.Language) string {
	options := optionsIn(language)
	if previous, ok := j.Previous(); ok {
		options.Previous = &previous
	}
	return string(report.Markdown(report.Summarize(j.Plan(), options)))
}

func answer(step steps.StepID, choice steps.Choice, note, evidence string) change {
	c := change{Kind: steps.ChangeAnswer, Step: step, Note: steps.Set(note), Evidence: steps.Set(evidence)}
	if choice != "" {
		c.Choice = steps.Set(choice)
	}
	return c
}

func yes(ids ...steps.StepID) (changes []change) {
	for _, id := range ids {
		changes = append(changes, answer(id, steps.Yes, "", ""))
	}
	return changes
}

func school(kind steps.GroupKind) change {
	return change{
		Kind: steps.ChangeSchool, Name: steps.Set("GO! Atheneum Voorbeeld"), Level: steps.Set("secondary"),
		GroupKind: steps.Set(kind), Pupils: steps.Set(830), Hours: steps.Set(steps.Whole(24)),
	}
}

// task decides that a task applies now and the school has the expertise; with changes that.
func task(id string, with func(c *change)) change {
	c := change{
		Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short),
		Expertise: steps.Set(steps.Yes),
	}
	if with != nil {
		with(&c)
	}
	return c
}

// ownTask adds a task that is not in the catalogue.
func ownTask(id, title string, group steps.GroupID, with func(c *change)) change {
	c := task(id, with)
	c.Title, c.Group = steps.Set(title), steps.Set(string(group))
	return c
}

func member(id, name string, role steps.MemberRole, hours int64, mandate string) change {
	return change{
		Kind: steps.ChangeMember, Member: id, Name: steps.Set(name), Role: steps.Set(role),
		Hours: steps.Set(steps.Whole(hours)), Mandate: steps.Set(mandate), Motivation: steps.Set("geheime wens van " + id),
	}
}

func team() []change {
	return []change{
		member("an", "An Peeters", steps.ICTCoordinator, 12, "beslist zelf tot 500 euro"),
		member("bart", "Bart Claes", steps.TechnicalCoordinator, 8, ""),
		member("els", "Els De Smet", "director", 0, "volgt het budget op\nbeslist boven 500 euro"),
	}
}

func agreements() []change {
	say := func(id steps.AgreementID, text string, needed bool) change {
		return change{Kind: steps.ChangeAgreement, Agreement: id, Text: steps.Set(text), Needed: steps.Set(needed)}
	}
	return []change{
		say("knowledge-sharing", "elke laatste vrijdag", true), say("backup", "Bart neemt over\nals An er niet is", true),
		say("documentation", "", false), say("organisation", "om de drie weken", true),
		say("collaboration", "we zijn maar met drie", false),
	}
}

// decided decides all tasks of the catalogue: a third applies now, a third later, the rest is dropped or
// does not apply.
func decided() (changes []change) {
	for i, t := range catalogue.Tasks {
		changes = append(changes, task(t.ID, func(c *change) {
			switch i % 4 {
			case 0:
				c.Owner, c.Hours = steps.Set("an"), steps.Set(steps.Tenths(15))
			case 1:
				c.Horizon, c.Relevance = steps.Set(steps.Long), steps.Set(steps.AppliesAdapted)
			case 2:
				c.Horizon = steps.Set(steps.Dropped)
			case 3:
				c.Relevance, c.Horizon = steps.Set(steps.DoesNotApply), steps.Clear[steps.Horizon]()
			}
		}))
	}
	return changes
}

// stopped is a plan that stands at step 3 with no.
func stopped(t testing.TB) *steps.Journal {
	return journalOf(t, []change{school(steps.SchoolCommunity)}, yes(steps.Awareness, steps.Vision),
		[]change{answer(steps.Policy, steps.No, "werkgroep gestart,\nklaar tegen januari", "beleidsplan-v0.3.docx")})
}

// alone is a school that works on its own and has come to its team.
func alone(t testing.TB) *steps.Journal {
	return journalOf(t,
		[]change{school(steps.SchoolCommunity)}, yes(steps.Awareness, steps.Vision, steps.Policy),
		[]change{answer(steps.Pooling, steps.No, "volgend jaar opnieuw bespreken", "")},
		team(), decided(),
		[]change{
			task("network-management", func(c *change) {
				c.Feedback, c.Expertise, c.Sourcing = steps.Set(true), steps.Set(steps.No), steps.Set(steps.Outsource)
			}),
			task("teacher-coaching", func(c *change) {
				c.Expertise, c.Strategic, c.Technical = steps.Set(steps.No), steps.Set(true), steps.Set(false)
			}),
		},
		agreements()[:2],
	)
}

// together is a school that pools means with its group, in a complete second round in which everything is filled in.
func together(t testing.TB) *steps.Journal {
	group := school(steps.SchoolGroup)
	group.Group, group.Hours = steps.Set("Scholengroep X"), steps.Set(steps.Tenths(342))
	group.Means = steps.Set([]steps.Means{
		{Source: steps.Points, Amount: hours(60), PerFulltime: hours(63), Week: hours(36), Pooled: hours(0)},
		{Source: steps.Clock, Amount: hours(2)},
	})
	return journalOf(t,
		append([]change{group}, yes(steps.Awareness, steps.Vision, steps.Policy, steps.Pooling)...),
		[]change{
			member("an", "An Peeters", "teacher", 4, ""), task(catalogue.Tasks[0].ID, nil),
			member("oud", "Oude Collega", "other", 1, ""),
			task("network-management", func(c *change) { c.Horizon, c.Owner = steps.Set(steps.Long), steps.Set("oud") }),
		},
		[]change{{Kind: steps.ChangeRound, Number: steps.Set(2), Opened: steps.Set(steps.Date("2026-11-25")), Repeat: steps.Set([]steps.StepID{steps.Policy, steps.Team})}},
		[]change{
			answer(steps.Awareness, steps.Yes, "besproken op het team", "verslag 12 september"),
			answer(steps.Policy, steps.Yes, "", "beleidsplan-v1.docx"),
			answer(steps.Tasks, "", "samen met de coördinator", "takenoverzicht"),
			answer(steps.Team, "", "het team komt samen om de drie weken", ""),
		},
		team(), decided(), everyTaskField(), agreements(),
		[]change{
			{Kind: steps.ChangeConfirm, Step: steps.Team},
			{Kind: steps.ChangeRemove, Member: "oud"},
			{
				Kind: steps.ChangeEvaluation, Collaboration: steps.Set("loopt vlot\nmaar te veel in de gang"), Composition: steps.Set("blijft zo"),
				Present: steps.Set([]string{"an", "Leerlingenraad"}), Repeat: steps.Set([]steps.StepID{steps.Tasks, steps.Team}),
				NextEvaluation: steps.Set(steps.Date("2027-05-15")),
			},
		},
	)
}

// everyTaskField fills every field of a task somewhere.
func everyTaskField() []change {
	return []change{
		task(catalogue.Tasks[0].ID, func(c *change) {
			c.Title, c.Relevance, c.Level = steps.Set("Wifi en bekabeling"), steps.Set(steps.AppliesAdapted), steps.Set("group")
			c.Scale, c.Specialist, c.Local = steps.Set(true), steps.Set(true), steps.Set(true)
			c.Expertise, c.Strategic, c.Technical, c.Sourcing = steps.Set(steps.No), steps.Set(true), steps.Set(true), steps.Set(steps.Recruit)
			c.Note = steps.Set("prioriteit 2 van het beleidsplan")
		}),
		task(catalogue.Tasks[4].ID, func(c *change) {
			c.Owner, c.Backup, c.Hours, c.Feedback = steps.Set("bart"), steps.Set("an"), steps.Set(steps.Tenths(25)), steps.Set(false)
			c.Note = steps.Set("elke maandag\n\n- eerst de labo's\n- dan de klassen")
		}),
		ownTask("own-robotics-lab", "Robotlab beheren", steps.PedagogicalTasks, func(c *change) {
			c.Owner, c.Hours, c.Expertise, c.Sourcing = steps.Set("els"), steps.Set(steps.Whole(1)), steps.Set(steps.No), steps.Set(steps.Train)
		}),
	}
}

// withOwnTasks is a plan with this many own tasks, none of which has an owner.
func withOwnTasks(t testing.TB, n int) *steps.Journal {
	var tasks []change
	for i := range n {
		group := steps.Groups[i%len(steps.Groups)]
		tasks = append(tasks, ownTask(fmt.Sprint("own-taak-", i), fmt.Sprint("Eigen taak ", i), group, nil))
	}
	return journalOf(t, []change{school(steps.NoGroup)}, yes(steps.Awareness, steps.Vision, steps.Policy),
		[]change{answer(steps.Pooling, steps.No, "", "")}, team(), decided(), tasks)
}

func hours(n int64) *steps.Decimal {
	d := steps.Whole(n)
	return &d
}
