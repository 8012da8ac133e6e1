package steps_test

import (
	"slices"
	"time"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// What arbitrary changes are about: few enough that they meet.
var (
	someMembers   = []string{"an", "bart", "cas"}
	someTasks     = []string{"wifi", "coaching", "privacy", "purchases", "own-lab", "own-web", "lan"}
	someDecisions = []string{"recruit:wifi", "outsource:own-lab", "outsource:lan", "outsource", "release-hours", "set-evaluation", "own-robots", "own-drones"}
	someActions   = []string{"offerte", "robots", "after-6-2"}
	someSubjects  = []string{
		"", "step:vision", "task:wifi", "task:own-lab", "task:lan", "member:an", "advice:vision-first", "finding:no-owner", "finding:no-backup:own-web",
		"finding:overload:bart", "decision:release-hours", "decision:outsource:lan", "decision:own-robots",
		"sheet:work/goals/g1", "sheet:work/projects/g2", "sheet:work/lines/one", "finding:nobody:work/goals/g2", "finding:no-kind:work/projects/a", "finding:no-after:work/answers/",
	}
	someRows  = []string{"g1", "g2", "g3", "one"} // of any table: the last one is also a fixed line
	someSteps = []steps.StepID{"awareness", "vision", "policy", "pooling", "tasks", "expertise", "team", "evaluation"}
)

// otherCatalogue shares some tasks with the built-in one.
var otherCatalogue = steps.Catalogue{
	Version: 1,
	Tasks: []steps.CatalogueTask{
		{ID: "lan", Group: steps.TechnicalTasks, Title: words("Netwerk"), Core: steps.NoCore},
		{ID: "wifi", Group: steps.TechnicalTasks, Title: words("Wifi"), Core: steps.NoCore},
	},
}

// field draws a field that is not given, cleared or set.
func field[T any](t *rapid.T, name string, values *rapid.Generator[T]) steps.Field[T] {
	switch rapid.IntRange(0, 5).Draw(t, name+" given") {
	case 0:
		return steps.Clear[T]()
	case 1, 2:
		return steps.Field[T]{}
	}
	return steps.Set(values.Draw(t, name))
}

func oneOf[T any](values ...T) *rapid.Generator[T] { return rapid.SampledFrom(values) }

func text() *rapid.Generator[string] {
	return rapid.OneOf(oneOf("ja", "elke vrijdag", "", " ", "<b>&\"\\"), hostile())
}

func hours() *rapid.Generator[steps.Decimal] {
	return rapid.Map(rapid.Int64Range(0, 400), steps.Tenths)
}

func dates() *rapid.Generator[steps.Date] {
	return oneOf[steps.Date]("2026-09-01", "2027-05-15", "9999-12-31")
}

func moments() *rapid.Generator[time.Time] {
	return oneOf(noon, noon.In(time.FixedZone("", 7200)), noon.Add(time.Nanosecond))
}

func someAbilities() *rapid.Generator[[]string] {
	return rapid.SliceOfN(oneOf("task:wifi", "task:own-lab", "task:lan", "group:technical", "group:policy"), 0, 3)
}

func stepLists(ids []steps.StepID) *rapid.Generator[[]steps.StepID] {
	return rapid.SliceOfN(rapid.SampledFrom(ids), 0, 4)
}

// changeOf draws a change of a kind; it may well be refused.
var changeOf = map[steps.Kind]func(*rapid.T) change{
	steps.ChangeSchool: func(t *rapid.T) change {
		amount := steps.Tenths(605)
		return change{
			Name: field(t, "name", text()), Level: field(t, "level", oneOf("primary", "arts", "zoo")),
			GroupKind: field(t, "group kind", rapid.SampledFrom(steps.GroupKinds)), Group: field(t, "group", text()),
			Pupils: field(t, "pupils", rapid.IntRange(0, 900)), Hours: field(t, "hours", hours()),
			Means: field(t, "means", oneOf([]steps.Means{}, []steps.Means{{Source: steps.Points, Amount: &amount}, {Source: steps.Clock}})),
		}
	},
	steps.ChangeAnswer: func(t *rapid.T) change {
		c := change{
			Step: rapid.SampledFrom(someSteps).Draw(t, "step"), Note: field(t, "note", text()), Evidence: field(t, "evidence", text()),
			By: field(t, "by", text()), At: field(t, "at", moments()),
		}
		if c.Step.Number() <= 4 {
			c.Choice = field(t, "choice", oneOf(steps.Yes, steps.Yes, steps.No, steps.Open))
		}
		return c
	},
	steps.ChangeVoice: func(t *rapid.T) change {
		c := change{
			Step: rapid.SampledFrom(someSteps).Draw(t, "step"), By: steps.Set(oneOf("An", " An ", "Bart Claes", "Cas").Draw(t, "by")),
			Note: field(t, "note", text()), At: field(t, "at", moments()),
		}
		if c.Step.Number() <= 4 {
			c.Choice = field(t, "choice", rapid.SampledFrom(steps.Choices))
		}
		return c
	},
	steps.ChangeTask:   taskChange,
	steps.ChangeMember: memberChange,
	steps.ChangeAgreement: func(t *rapid.T) change {
		return change{
			Agreement: rapid.SampledFrom(steps.AgreementIDs).Draw(t, "agreement"), Text: field(t, "text", text()),
			Needed: field(t, "needed", rapid.Bool()),
		}
	},
	steps.ChangeResolution: func(t *rapid.T) change {
		c := change{
			Decision: rapid.SampledFrom(someDecisions).Draw(t, "decision"), Text: field(t, "text", text()), Outcome: field(t, "outcome", rapid.Map(rapid.SampledFrom(steps.Outcomes), func(o steps.Outcome) string { return string(o) })),
			Ground: field(t, "ground", oneOf("2.5", "2026-09-01", "3")), Round: field(t, "round", rapid.IntRange(1, 3)), On: field(t, "on", dates()),
			Owner: field(t, "owner", oneOf("member:an", "member:bart", "Directie", " ")), Due: field(t, "due", dates()), Note: field(t, "note", text()),
		}
		if c.Decision[:3] == "own" {
			c.Text = steps.Set("Robots kopen")
		}
		return c
	},
	steps.ChangeAction: func(t *rapid.T) change {
		c := change{
			Action: rapid.SampledFrom(someActions).Draw(t, "action"), What: steps.Set(oneOf("Offerte vragen", "Wifi\nnakijken").Draw(t, "what")),
			Subject: field(t, "about", rapid.SampledFrom(someSubjects)), Owner: field(t, "owner", oneOf("member:an", "member:bart", "Directie", " ")),
			Due: field(t, "due", dates()), State: field(t, "state", rapid.SampledFrom(steps.ActionStates)), Outcome: field(t, "outcome", text()),
			Opened: field(t, "opened", dates()),
		}
		if rapid.IntRange(0, 3).Draw(t, "closed") == 0 {
			c.State, c.Closed = steps.Set(oneOf(steps.ActionDone, steps.ActionDropped).Draw(t, "how")), field(t, "on", dates())
		}
		return c
	},
	steps.ChangeEvaluation: func(t *rapid.T) change {
		return change{
			Collaboration: field(t, "collaboration", text()), Composition: field(t, "composition", text()),
			Present: field(t, "present", rapid.SliceOfN(oneOf("an", "bart", "Leerlingenraad", " An "), 0, 4)),
			Repeat:  field(t, "repeat", stepLists(someSteps[:7])), NextEvaluation: field(t, "next", dates()),
		}
	},
	steps.ChangeRemove: func(t *rapid.T) change {
		if rapid.Bool().Draw(t, "of a member") {
			return change{Member: rapid.SampledFrom(someMembers).Draw(t, "member")}
		}
		if rapid.Bool().Draw(t, "of a decision") {
			return change{Decision: rapid.SampledFrom(someDecisions).Draw(t, "decision")}
		}
		if rapid.Bool().Draw(t, "of an action") {
			return change{Action: rapid.SampledFrom(someActions).Draw(t, "action")}
		}
		if rapid.Bool().Draw(t, "of a row") {
			return change{Sheet: sampleSheet.ID, Table: someTable(t).ID, Row: rapid.SampledFrom(someRows).Draw(t, "row")}
		}
		return change{Task: rapid.SampledFrom(someTasks).Draw(t, "task")}
	},
	steps.ChangeRound: func(t *rapid.T) change {
		return change{
			Number: steps.Set(rapid.IntRange(1, 4).Draw(t, "number")), Opened: field(t, "opened", dates()),
			Repeat: field(t, "repeat", stepLists(someSteps[:7])), Again: field(t, "again", stepLists(someSteps[4:7])),
		}
	},
	steps.ChangeConfirm: func(t *rapid.T) change {
		return change{Step: rapid.SampledFrom(someSteps[4:7]).Draw(t, "step")}
	},
	steps.ChangeCatalogue: func(t *rapid.T) change {
		return change{Catalogue: field(t, "catalogue", oneOf(otherCatalogue))}
	},
	steps.ChangeRow: func(t *rapid.T) change {
		table := someTable(t)
		return steps.RowChange(sampleSheet.ID, table.ID, rapid.SampledFrom(someRows).Draw(t, "row"), someCells(t, table.Columns))
	},
	steps.ChangeSettings: func(t *rapid.T) change {
		return steps.SettingsChange(sampleSheet.ID, someCells(t, sampleSheet.AllSettings()))
	},
}

func someTable(t *rapid.T) *steps.Table {
	return &sampleSheet.Tables[rapid.IntRange(0, len(sampleSheet.Tables)-1).Draw(t, "table")]
}

// someCells draws cells of some of these columns.
func someCells(t *rapid.T, columns []steps.Column) steps.Cells {
	cells := steps.Cells{}
	for _, c := range columns {
		switch rapid.IntRange(0, 4).Draw(t, c.ID+" given") {
		case 0:
			cells[c.ID] = nil
		case 1, 2:
			cells[c.ID] = someCell(c).Draw(t, c.ID)
		}
	}
	return cells
}

// someCell draws what a column can hold: what it names may not be there.
func someCell(c steps.Column) *rapid.Generator[any] {
	of := func(values ...any) *rapid.Generator[any] { return oneOf(values...) }
	switch c.Type {
	case steps.LineColumn, steps.LongColumn:
		return text().AsAny()
	case steps.ChoiceColumn:
		return oneOf(c.Choices...).AsAny()
	case steps.SetColumn:
		return rapid.SliceOfN(oneOf(c.Choices...), 0, 3).AsAny()
	case steps.DateColumn:
		return of("2026-09-01", "2027-05-15")
	case steps.YearColumn:
		return of(2026, 2030)
	case steps.AmountsColumn:
		return of([]int{0}, []int{}, []int{5, 0, 7}, []int{1, 2, 3, 4, 5, 6})
	case steps.RankColumn:
		return of(1, 1, 2, 3, 4)
	case steps.BoolColumn:
		return rapid.Bool().AsAny()
	case steps.NumberColumn:
		return of(steps.Decimal(0), steps.Decimal(-1500), steps.Whole(48))
	case steps.WholeColumn:
		return of(0, 1, c.Most)
	case steps.MemberColumn:
		return of("member:an", "member:bart", "Directie", " ")
	case steps.MembersColumn:
		return rapid.SliceOfN(oneOf("member:an", "member:bart", "member:cas", "An", " An ", ""), 0, 4).AsAny()
	case steps.RefColumn:
		return of("g1", "g2", "g3")
	case steps.UnionColumn:
		return of("g1", "g2", "g3", "board", "member:an", "task:wifi", "task:own-lab", "Directie")
	case steps.ScoresColumn:
		return of(map[string]int{}, map[string]int{"g1": 1}, map[string]int{"g1": 5, "g3": 2})
	}
	panic(c.Type)
}

func taskChange(t *rapid.T) change {
	members := oneOf("an", "bart", "cas")
	c := change{
		Task: rapid.SampledFrom(someTasks).Draw(t, "task"), Relevance: field(t, "relevance", rapid.SampledFrom(steps.Relevances)),
		Horizon: field(t, "horizon", rapid.SampledFrom(steps.Horizons)), Level: field(t, "level", oneOf("school", "group")),
		Scale: field(t, "scale", rapid.Bool()), Specialist: field(t, "specialist", rapid.Bool()), Local: field(t, "local", rapid.Bool()),
		Feedback: field(t, "feedback", rapid.Bool()), Expertise: field(t, "expertise", oneOf(steps.Yes, steps.No)),
		Strategic: field(t, "strategic", rapid.Bool()), Technical: field(t, "technical", rapid.Bool()),
		Sourcing: field(t, "sourcing", rapid.SampledFrom(steps.Sourcings)), Hours: field(t, "hours", hours()), Note: field(t, "note", text()),
		Also: field(t, "also", rapid.SliceOfN(oneOf("Accesspoints", "Chromebooks", "accesspoints"), 0, 3)),
	}
	if rapid.IntRange(0, 2).Draw(t, "carried") == 0 {
		c.Owner, c.Backup = field(t, "owner", members), field(t, "backup", members)
	}
	if c.Task[:3] == "own" {
		c.Title, c.Group = steps.Set("Robotlab"), steps.Set("pedagogical")
	} else {
		c.Title = field(t, "title", text())
	}
	return c
}

func memberChange(t *rapid.T) change {
	return change{
		Member: rapid.SampledFrom(someMembers).Draw(t, "member"), Name: steps.Set(oneOf("An", "Bart Claes", "\x1b").Draw(t, "name")),
		Role: field(t, "role", rapid.SampledFrom(steps.MemberRoles)), Hours: field(t, "hours", hours()),
		Motivation: field(t, "motivation", text()), Mandate: field(t, "mandate", text()),
		Knows: field(t, "knows", someAbilities()), Prefers: field(t, "prefers", someAbilities()),
	}
}

// drawEntry draws an entry of one or a few changes of these kinds.
func drawEntry(t *rapid.T, kinds []steps.Kind) steps.Entry {
	var changes []change
	for range rapid.SampledFrom([]int{1, 1, 1, 2, 4}).Draw(t, "changes") {
		kind := rapid.SampledFrom(kinds).Draw(t, "kind")
		c := changeOf[kind](t)
		c.Kind = kind
		changes = append(changes, c)
	}
	return steps.NewEntry(rapid.StringMatching(`[a-z0-9]{8}`).Draw(t, "id"), moments().Draw(t, "moment"), text().Draw(t, "author"), changes...)
}

// Kinds of change, those most made more often.
var (
	mostKinds = []steps.Kind{
		"voice", "voice",
		"task", "task", "task", "answer", "answer", "member", "member", "agreement", "decision", "action", "action", "evaluation", "school", "remove", "remove", "confirm", "catalogue",
		"row", "row", "row", "row", "settings",
	}
	allKinds = append(slices.Clone(mostKinds), "round", "round")
)

// extend makes up to a number of arbitrary entries on a plan, those that are not refused.
func extend(t *rapid.T, p steps.Plan, kinds []steps.Kind, most int) steps.Plan {
	for range rapid.IntRange(0, most).Draw(t, "entries") {
		p, _ = p.Apply(drawEntry(t, kinds))
	}
	return p
}

// drawJournal draws a journal of entries, undos, redos and withdrawals; each moment is shown to seen.
func drawJournal(t *rapid.T, seen func(before steps.Plan, e steps.Entry, j *steps.Journal, err error)) *steps.Journal {
	j, err := steps.Replay(definitions, nil)
	if err != nil {
		t.Fatal(err)
	}
	for range rapid.IntRange(3, 40).Draw(t, "length") {
		e, n := steps.Entry{}, uint64(1)
		c := change{}
		switch rapid.IntRange(0, 9).Draw(t, "what") {
		case 0:
			c, n = j.Undo()
		case 1:
			c, n = j.Redo()
		case 2:
			c = withdrawal(uint64(rapid.IntRange(1, 20).Draw(t, "withdraws")))
		default:
			e = drawEntry(t, allKinds)
		}
		if c.Kind != "" {
			e = entry(c)
		}
		if n > 0 {
			before := j.Plan()
			err := j.Apply(e)
			seen(before, e, j, err)
		}
	}
	return j
}
