// Package reporttest has plans, summaries and texts to test documents with, and reads documents back.
package reporttest

import (
	"fmt"
	"testing"
	"time"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Short names for what nearly every test says.
type Change = steps.Change

var (
	Catalogue = assets.Catalogue()
	Texts     = map[assets.Language]*assets.Texts{
		assets.Dutch: assets.Load(assets.Dutch), assets.English: assets.Load(assets.English),
	}
	Morning = time.Date(2026, 11, 24, 8, 30, 0, 0, time.UTC)
)

// PlanOf is the plan of a journal.
func PlanOf(t testing.TB, entries ...[]Change) steps.Plan {
	t.Helper()
	return JournalOf(t, entries...).Plan()
}

// JournalOf is a journal in which An makes each list of changes in one entry.
func JournalOf(t testing.TB, entries ...[]Change) *steps.Journal {
	t.Helper()
	var journal []steps.Entry
	for i, changes := range entries {
		journal = append(journal, steps.NewEntry(fmt.Sprint("entry-", i), Morning.AddDate(0, 0, i), "An Peeters", changes...))
	}
	j, err := steps.Replay(assets.Definitions(), journal)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// Answer answers a step; an empty choice changes its texts only.
func Answer(step steps.StepID, choice steps.Choice, note, evidence string) Change {
	c := Change{Kind: steps.ChangeAnswer, Step: step, Note: steps.Set(note), Evidence: steps.Set(evidence)}
	if choice != "" {
		c.Choice = steps.Set(choice)
	}
	return c
}

// Yes answers steps with yes.
func Yes(ids ...steps.StepID) (changes []Change) {
	for _, id := range ids {
		changes = append(changes, Answer(id, steps.Yes, "", ""))
	}
	return changes
}

// School names the school, which belongs to a group of this kind.
func School(kind steps.GroupKind) Change {
	return Change{
		Kind: steps.ChangeSchool, Name: steps.Set("GO! Atheneum Voorbeeld"), Level: steps.Set("secondary"),
		GroupKind: steps.Set(kind), Pupils: steps.Set(830), Hours: steps.Set(steps.Whole(24)),
	}
}

// Task decides that a task applies now and the school has the expertise; with changes that.
func Task(id string, with func(c *Change)) Change {
	c := Change{
		Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short),
		Expertise: steps.Set(steps.Yes),
	}
	if with != nil {
		with(&c)
	}
	return c
}

// OwnTask adds a task that is not in the catalogue.
func OwnTask(id, title string, group steps.GroupID, with func(c *Change)) Change {
	c := Task(id, with)
	c.Title, c.Group = steps.Set(title), steps.Set(string(group))
	return c
}

// Member adds a member, who has a motivation too.
func Member(id, name string, role steps.MemberRole, hours int64, mandate string) Change {
	return Change{
		Kind: steps.ChangeMember, Member: id, Name: steps.Set(name), Role: steps.Set(role),
		Hours: steps.Set(steps.Whole(hours)), Mandate: steps.Set(mandate), Motivation: steps.Set("geheime wens van " + id),
	}
}

// Team adds a team of three.
func Team() []Change {
	return []Change{
		Member("an", "An Peeters", steps.ICTCoordinator, 12, "beslist zelf tot 500 euro"),
		Member("bart", "Bart Claes", steps.TechnicalCoordinator, 8, ""),
		Member("els", "Els De Smet", "director", 0, "volgt het budget op\nbeslist boven 500 euro"),
	}
}

// Resolutions record what the board made of decisions, and ask it one of the school's own.
func Resolutions() []Change {
	record := func(id string, outcome steps.Outcome, on steps.Date, owner, note string) Change {
		return Change{
			Kind: steps.ChangeResolution, Decision: id, Outcome: steps.Set(string(outcome)), On: steps.Set(on), Owner: steps.Set(owner),
			Due: steps.Set(steps.Date("2027-01-31")), Note: steps.Set(note),
		}
	}
	return []Change{
		record("build-vision", steps.Approved, "2025-10-11", "Directie", "een studiedag in maart"),
		record("release-hours", steps.Amended, "2026-10-12", "member:an", "twee uur in plaats van vier"),
		record("set-evaluation", steps.Approved, "2026-10-12", "", ""),
		{Kind: steps.ChangeResolution, Decision: "own-robots", Text: steps.Set("Robots kopen voor An Peeters")},
		{Kind: steps.ChangeAction, Action: "studiedag", What: steps.Set("Een studiedag vastleggen"), Subject: steps.Set("decision:build-vision"), Owner: steps.Set("member:els"),
			Due: steps.Set[steps.Date]("2026-12-15"), State: steps.Set(steps.ActionDo), Opened: steps.Set[steps.Date]("2026-10-13")},
		{Kind: steps.ChangeAction, Action: "robots", What: steps.Set("Prijzen vragen\nbij drie firma's"), Owner: steps.Set("Werkgroep robots"), State: steps.Set(steps.ActionDone),
			Outcome: steps.Set("de tweede was de beste"), Closed: steps.Set[steps.Date]("2026-10-20")},
	}
}

func agreements() []Change {
	say := func(id steps.AgreementID, text string, needed bool) Change {
		return Change{Kind: steps.ChangeAgreement, Agreement: id, Text: steps.Set(text), Needed: steps.Set(needed)}
	}
	return []Change{
		say("knowledge-sharing", "elke laatste vrijdag", true), say("backup", "Bart neemt over\nals An er niet is", true),
		say("documentation", "", false), say("organisation", "om de drie weken", true),
		say("collaboration", "we zijn maar met drie", false),
	}
}

// Decided decides all tasks of the catalogue: a third applies now, a third later, the rest is dropped or
// does not apply.
func Decided() (changes []Change) {
	for i, t := range Catalogue.Tasks {
		changes = append(changes, Task(t.ID, func(c *Change) {
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

// Stopped is a plan that stands at step 3 with no.
func Stopped(t testing.TB) *steps.Journal {
	return JournalOf(t, []Change{School(steps.SchoolCommunity)}, Yes(steps.Awareness, steps.Vision),
		[]Change{Answer(steps.Policy, steps.No, "werkgroep gestart,\nklaar tegen januari", "beleidsplan-v0.3.docx")})
}

// Alone is a school that works on its own and has come to its team.
func Alone(t testing.TB) *steps.Journal {
	return JournalOf(t,
		[]Change{School(steps.SchoolCommunity)}, Yes(steps.Awareness, steps.Vision, steps.Policy),
		[]Change{Answer(steps.Pooling, steps.No, "volgend jaar opnieuw bespreken", "")},
		Team(), Decided(),
		[]Change{
			Task("network-management", func(c *Change) {
				c.Feedback, c.Expertise, c.Sourcing = steps.Set(true), steps.Set(steps.No), steps.Set(steps.Outsource)
			}),
			Task("teacher-coaching", func(c *Change) {
				c.Expertise, c.Strategic, c.Technical = steps.Set(steps.No), steps.Set(true), steps.Set(false)
			}),
		},
		agreements()[:2],
	)
}

// Together is a school that pools means with its group, in a complete second round in which everything is filled in.
func Together(t testing.TB) *steps.Journal {
	group := School(steps.SchoolGroup)
	group.Group, group.Hours = steps.Set("Scholengroep X"), steps.Set(steps.Tenths(342))
	group.Means = steps.Set([]steps.Means{
		{Source: steps.Points, Amount: hours(60), PerFulltime: hours(63), Week: hours(36), Pooled: hours(0)},
		{Source: steps.Clock, Amount: hours(2)},
	})
	return JournalOf(t,
		append([]Change{group}, Yes(steps.Awareness, steps.Vision, steps.Policy, steps.Pooling)...),
		[]Change{
			Member("an", "An Peeters", "teacher", 4, ""), Task(Catalogue.Tasks[0].ID, nil),
			Member("oud", "Oude Collega", "other", 1, ""),
			Task("network-management", func(c *Change) { c.Horizon, c.Owner = steps.Set(steps.Long), steps.Set("oud") }),
		},
		[]Change{{Kind: steps.ChangeRound, Number: steps.Set(2), Opened: steps.Set(steps.Date("2026-11-25")), Repeat: steps.Set([]steps.StepID{steps.Policy, steps.Team})}},
		[]Change{
			Answer(steps.Awareness, steps.Yes, "besproken op het team", "verslag 12 september"),
			Answer(steps.Policy, steps.Yes, "", "beleidsplan-v1.docx"),
			Answer(steps.Tasks, "", "samen met de coördinator", "takenoverzicht"),
			Answer(steps.Team, "", "het team komt samen om de drie weken", ""),
		},
		Team(), Decided(), everyTaskField(), agreements(), Resolutions(),
		[]Change{
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
func everyTaskField() []Change {
	return []Change{
		Task(Catalogue.Tasks[0].ID, func(c *Change) {
			c.Title, c.Relevance, c.Level = steps.Set("Wifi en bekabeling"), steps.Set(steps.AppliesAdapted), steps.Set("group")
			c.Scale, c.Specialist, c.Local = steps.Set(true), steps.Set(true), steps.Set(true)
			c.Expertise, c.Strategic, c.Technical, c.Sourcing = steps.Set(steps.No), steps.Set(true), steps.Set(true), steps.Set(steps.Recruit)
			c.Note = steps.Set("prioriteit 2 van het beleidsplan")
		}),
		Task(Catalogue.Tasks[4].ID, func(c *Change) {
			c.Owner, c.Backup, c.Hours, c.Feedback = steps.Set("bart"), steps.Set("an"), steps.Set(steps.Tenths(25)), steps.Set(false)
			c.Note = steps.Set("elke maandag\n\n- eerst de labo's\n- dan de klassen")
		}),
		OwnTask("own-robotics-lab", "Robotlab beheren", steps.PedagogicalTasks, func(c *Change) {
			c.Owner, c.Hours, c.Expertise, c.Sourcing = steps.Set("els"), steps.Set(steps.Whole(1)), steps.Set(steps.No), steps.Set(steps.Train)
		}),
	}
}

// WithOwnTasks is a plan with this many own tasks, none of which has an owner.
func WithOwnTasks(t testing.TB, n int) *steps.Journal {
	var tasks []Change
	for i := range n {
		group := steps.Groups[i%len(steps.Groups)]
		tasks = append(tasks, OwnTask(fmt.Sprint("own-taak-", i), fmt.Sprint("Eigen taak ", i), group, nil))
	}
	return JournalOf(t, []Change{School(steps.NoGroup)}, Yes(steps.Awareness, steps.Vision, steps.Policy),
		[]Change{Answer(steps.Pooling, steps.No, "", "")}, Team(), Decided(), tasks)
}

func hours(n int64) *steps.Decimal {
	d := steps.Whole(n)
	return &d
}

// Example is the built-in example school.
func Example(t testing.TB) *steps.Journal {
	t.Helper()
	j, err := steps.Replay(assets.Definitions(), assets.Example())
	if err != nil {
		t.Fatal(err)
	}
	return j
}
