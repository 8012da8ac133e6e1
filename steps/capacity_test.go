package steps_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"stappenplan/steps"
)

// tally is a sum of tenths of hours.
func tally(count int, tenths int64, unknown int) steps.Tally {
	return steps.Tally{Count: count, Hours: steps.Tenths(tenths), Unknown: unknown}
}

// nameless is a member without hours.
func nameless(id string) change {
	return change{Kind: steps.ChangeMember, Member: id, Name: steps.Set("Cas")}
}

// atGroup puts a task at the group.
func atGroup(id string) change { return task(id, func(c *change) { c.Level = steps.Set("group") }) }

// sameCapacity tells where capacities differ. What follows from the tallies, and classes without a task, need not be said.
func sameCapacity(want, got steps.Capacity) string {
	got.Classes = slices.DeleteFunc(slices.Clone(got.Classes), func(c steps.ClassTally) bool { return c.Count == 0 })
	return cmp.Diff(want, got, cmpopts.EquateEmpty())
}

// memberOf is what is reckoned of a member.
func memberOf(id string, given, school, group steps.Tally, backup int) steps.MemberCapacity {
	return steps.MemberCapacity{
		ID: id, Available: given.Hours, Known: given.Known(), Given: given, School: school, Group: group, Backup: backup,
		Planned: school.Hours + group.Hours, PlannedGroup: group.Hours,
	}
}

func TestCapacity(t *testing.T) {
	none, undecided := steps.Tally{}, steps.Tally{Undecided: true}
	hundredth := steps.Set(steps.Hundredths(1))
	for _, c := range []struct {
		name    string
		changes []change
		want    steps.Capacity
	}{
		{"nothing", nil, steps.Capacity{
			School: undecided, Group: undecided, Unowned: undecided,
			Given: tally(1, 0, 1), Team: memberOf("", none, none, none, 0), All: tally(4, 0, 4), Classes: []steps.ClassTally{{Class: "undecided", Tally: tally(4, 0, 4)}},
		}},
		{
			"only the members' hours, of whom one has none", []change{
				member("an", 12), member("bart", 8), nameless("cas"),
				kept("wifi", steps.Short), owned("wifi", "an", "bart", 25), kept("coaching", steps.Long), owned("coaching", "an", "bart", 15),
				kept("privacy", steps.Short), task("privacy", func(c *change) { c.Hours = hundredth }), kept("purchases", steps.Long),
			}, steps.Capacity{
				Available: steps.Whole(20), Known: true, Planned: steps.Hundredths(401), Given: tally(3, 200, 1),
				Members: []steps.MemberCapacity{
					memberOf("an", tally(1, 120, 0), tally(2, 40, 0), none, 0), memberOf("bart", tally(1, 80, 0), none, none, 2),
					memberOf("cas", tally(1, 0, 1), none, none, 0),
				},
				Team: memberOf("", tally(3, 200, 1), tally(2, 40, 0), none, 2),
				Classes: []steps.ClassTally{
					{Class: "now", Tally: steps.Tally{Count: 2, Hours: steps.Hundredths(251)}}, {Class: "later", Tally: tally(2, 15, 1)},
				},
				School:  steps.Tally{Count: 4, Hours: steps.Hundredths(401), Unknown: 1},
				All:     steps.Tally{Count: 4, Hours: steps.Hundredths(401), Unknown: 1},
				Unowned: steps.Tally{Count: 2, Hours: steps.Hundredths(1), Unknown: 1}, UnownedLater: 1,
			},
		},
		{
			"at the group, outsourced, dropped and not here, with hours", []change{
				answer(steps.Pooling, steps.Yes), member("an", 3), member("bart", 5), school(func(c *change) { c.Hours = steps.Set(steps.Decimal(0)) }),
				kept("wifi", steps.Short), owned("wifi", "an", "bart", 25), atGroup("wifi"),
				kept("coaching", steps.Short), owned("coaching", "an", "bart", 90), sourcing("coaching", steps.Outsource),
				kept("privacy", steps.Dropped), owned("privacy", "bart", "an", 40),
				notHere("purchases"), owned("purchases", "bart", "an", 7),
				ownTask("own-lab"), kept("own-lab", steps.Long), owned("own-lab", "an", "bart", 15),
				ownTask("own-web"), kept("own-web", steps.Short), atGroup("own-web"),
			}, steps.Capacity{
				Known: true, Planned: steps.Tenths(15), Given: tally(1, 0, 0),
				Members: []steps.MemberCapacity{
					memberOf("an", tally(1, 30, 0), tally(1, 15, 0), tally(1, 25, 0), 0), memberOf("bart", tally(1, 50, 0), none, none, 2),
				},
				Team: memberOf("", tally(2, 80, 0), tally(1, 15, 0), tally(1, 25, 0), 2),
				Classes: []steps.ClassTally{
					{Class: "later", Tally: tally(1, 15, 0)}, {Class: "group-ours", Tally: tally(1, 25, 0)}, {Class: "group", Tally: tally(1, 0, 1)},
					{Class: "outsource", Tally: tally(1, 90, 0)}, {Class: "dropped", Tally: tally(1, 40, 0)}, {Class: "not-here", Tally: tally(1, 7, 0)},
				},
				School: tally(1, 15, 0), Group: tally(2, 25, 1), All: tally(6, 177, 1),
			},
		},
	} {
		if diff := sameCapacity(c.want, planOf(t, c.changes...).Capacity()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestWhatIsAskedIsUnknownUntilItIsDecided: 0 is said only of hours that really are none, as are those of whoever owns nothing.
func TestWhatIsAskedIsUnknownUntilItIsDecided(t *testing.T) {
	all := []change{notHere("wifi"), notHere("coaching"), notHere("privacy"), notHere("purchases")}
	team := []change{member("an", 12), member("bart", 8)}
	for _, c := range []struct {
		name          string
		changes       []change
		school, group bool
	}{
		{"nothing is decided", team, false, false},
		{"one task does not apply", slices.Concat(team, all[:1]), false, false},
		{"no task applies", slices.Concat(team, all), true, true},
		{"one applies, and has no hours", append(slices.Clone(team), kept("wifi", steps.Short)), false, false},
		{"one applies, with hours of its own", append(slices.Clone(team), kept("wifi", steps.Short), owned("wifi", "bart", "an", 25)), true, false},
	} {
		got := planOf(t, c.changes...).Capacity()
		equal(t, c.name, []bool{got.School.Known(), got.Group.Known(), got.Members[0].Owned().Known()}, []bool{c.school, c.group, true})
	}
}

// TestQuantities: a sum with unknown hours is the least it can be, nothing is known where all are unknown, and what is asked
// beyond what there is follows from both.
func TestQuantities(t *testing.T) {
	quantity := func(tenths int64, bound steps.Bound) steps.Quantity {
		return steps.Quantity{Hours: steps.Tenths(tenths), Bound: bound}
	}
	unknown := quantity(0, steps.Unknown)
	for sum, want := range map[steps.Tally]steps.Quantity{
		{}: {}, tally(2, 0, 0): {}, tally(2, 5, 1): quantity(5, steps.AtLeast), tally(2, 0, 2): unknown,
	} {
		equal(t, "quantity", sum.Quantity(), want)
	}
	for _, c := range []struct {
		asked, given steps.Tally
		want         steps.Quantity
		certain      bool
	}{
		{tally(1, 30, 0), tally(1, 20, 0), quantity(10, steps.Exactly), true},
		{tally(2, 30, 1), tally(1, 20, 0), quantity(10, steps.AtLeast), true},
		{tally(1, 30, 0), tally(2, 20, 1), quantity(10, steps.AtMost), false},
		{tally(2, 30, 1), tally(2, 20, 1), unknown, false},
		{tally(1, 30, 0), tally(1, 0, 1), unknown, false},
		{tally(1, 0, 1), tally(1, 20, 0), unknown, false},
		{tally(2, 10, 1), tally(1, 20, 0), quantity(-10, steps.AtLeast), false},
	} {
		got := c.asked.Beyond(c.given)
		equal(t, "beyond", got, c.want)
		equal(t, "certain", got.Certain(), c.certain)
		equal(t, "turned twice", got.Opposite().Opposite(), got)
	}
	equal(t, "left", quantity(-10, steps.AtLeast).Opposite(), quantity(10, steps.AtMost))
	for _, c := range []struct {
		asked, given steps.Tally
		want         steps.Quantity
	}{
		{tally(1, 30, 0), tally(1, 20, 0), quantity(10, steps.Exactly)},
		{tally(1, 10, 0), tally(1, 20, 0), quantity(0, steps.Exactly)},
		{tally(2, 10, 1), tally(1, 20, 0), quantity(0, steps.AtLeast)}, // the other task may ask more than is left
		{tally(1, 10, 0), tally(2, 20, 1), quantity(0, steps.Exactly)},
		{tally(1, 30, 0), tally(2, 20, 1), unknown},
	} {
		equal(t, "short", steps.Capacity{School: c.asked, Given: c.given}.Short(), c.want)
	}
	for _, c := range []struct {
		quantity, other steps.Quantity
		less            bool
	}{
		{quantity(30, steps.Exactly), quantity(50, steps.Exactly), true},
		{quantity(50, steps.Exactly), quantity(50, steps.Exactly), false},
		{quantity(30, steps.AtLeast), quantity(50, steps.Exactly), false},
		{quantity(30, steps.Exactly), quantity(50, steps.AtLeast), true},
		{quantity(30, steps.AtMost), quantity(50, steps.AtLeast), true},
		{quantity(30, steps.Exactly), quantity(50, steps.AtMost), false},
		{quantity(30, steps.AtLeast), quantity(50, steps.AtLeast), false},
		{unknown, quantity(50, steps.Exactly), false},
		{quantity(-50, steps.Exactly), unknown, false},
	} {
		equal(t, fmt.Sprintf("%+v is less than %+v", c.quantity, c.other), c.quantity.Less(c.other), c.less)
	}
}

// TestMeansArePartedInTheGroupsAndTheSchools: before − pooled = left, a line by line and together.
func TestMeansArePartedInTheGroupsAndTheSchools(t *testing.T) {
	for _, c := range []struct {
		name        string
		lines       []steps.Means
		before      string
		pooled      string
		left        string
		known, each bool
	}{
		{"none", nil, "0", "0", "0", false, true},
		{"half is pooled", []steps.Means{line(steps.Points, "63", "63", "36", "50")}, "36", "18", "18", true, true},
		{"nothing is", []steps.Means{line(steps.Clock, "9", "", "", "")}, "9", "0", "9", true, true},
		{"rounding", []steps.Means{line(steps.Points, "62", "63", "36", "15"), line(steps.Lessons, "4", "21", "36", "0")}, "42.27", "5.31", "36.96", true, true},
		{"one cannot be counted", []steps.Means{line(steps.Clock, "9", "", "", ""), line(steps.Points, "62", "", "", "")}, "0", "0", "0", false, false},
		{"more than a school can have", []steps.Means{line(steps.Clock, "9000", "", "", ""), line(steps.Clock, "9000", "", "", "")}, "0", "0", "0", false, true},
	} {
		got := planOf(t, school(func(s *change) { s.Means = steps.Set(c.lines) })).Capacity()
		total := got.MeansTotal
		equal(t, c.name, []string{total.Before.String(), total.Pooled.String(), total.Left.String()}, []string{c.before, c.pooled, c.left})
		equal(t, c.name+": known", total.Known, c.known)
		equal(t, c.name+": each", !slices.ContainsFunc(got.Means, func(m steps.MeansHours) bool { return !m.Known }), c.each)
	}
}

// TestEveryTaskCountsOnce: in one class, and whatever is added up is the sum of its parts, in every plan.
func TestEveryTaskCountsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := extend(t, steps.NewPlan(definitions), allKinds, 30)
		c := p.Capacity()
		var all, school, group steps.Tally
		sum := func(into *steps.Tally, more steps.Tally) {
			into.Count, into.Hours, into.Unknown = into.Count+more.Count, into.Hours+more.Hours, into.Unknown+more.Unknown
			into.Undecided = into.Count == 0 && (into.Undecided || more.Undecided)
		}
		for _, class := range c.Classes {
			sum(&all, class.Tally)
			switch class.Class {
			case steps.ClassNow, steps.ClassLater, steps.ClassSomeDay:
				sum(&school, class.Tally)
			case steps.ClassGroupOurs, steps.ClassGroup:
				sum(&group, class.Tally)
			}
		}
		equal(t, "all", c.All, all)
		open := c.Classes[slices.Index(steps.HoursClasses, steps.ClassUndecided)].Count > 0
		school.Undecided, group.Undecided = open && school.Count == 0, open && group.Count == 0
		equal(t, "at school", c.School, school)
		equal(t, "at the group", c.Group, group)
		equal(t, "how many tasks", all.Count, len(p.Tasks()))
		equal(t, "planned", c.Planned, c.School.Hours)
		var team steps.MemberCapacity
		for _, m := range c.Members {
			equal(t, "planned", m.Planned, m.School.Hours+m.Group.Hours)
			equal(t, "at the group", m.PlannedGroup, m.Group.Hours)
			sum(&team.Given, m.Given)
			sum(&team.School, m.School)
			sum(&team.Group, m.Group)
			team.Backup += m.Backup
		}
		equal(t, "the members", []steps.Tally{c.Team.Given, c.Team.School, c.Team.Group}, []steps.Tally{team.Given, team.School, team.Group})
		sum(&team.School, c.Unowned)
		team.School.Undecided = team.School.Undecided && c.School.Undecided
		equal(t, "at school, owned or not", team.School, c.School)
		team.Group.Undecided = false
		equal(t, "at the group, ours", team.Group, c.Classes[slices.Index(steps.HoursClasses, steps.ClassGroupOurs)].Tally)
	})
}

// TestPlannedHoursAreThoseOfTheTasks counts them another way: task by task, as the rule says.
func TestPlannedHoursAreThoseOfTheTasks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := extend(t, steps.NewPlan(definitions), allKinds, 30)
		c := p.Capacity()
		var planned steps.Decimal
		of, atGroup := map[string]steps.Decimal{}, map[string]steps.Decimal{}
		for _, task := range p.Tasks() {
			if !task.Kept || task.Sourcing == steps.Outsource || task.Hours == nil {
				continue
			}
			of[task.Owner] += *task.Hours
			if task.Level == steps.AtSchool {
				planned += *task.Hours
			} else {
				atGroup[task.Owner] += *task.Hours
			}
		}
		equal(t, "the school", c.Planned, planned)
		for _, m := range c.Members {
			equal(t, m.ID, [2]steps.Decimal{m.Planned, m.PlannedGroup}, [2]steps.Decimal{of[m.ID], atGroup[m.ID]})
		}
	})
}

// TestWhatIsCarriedAtTheGroupIsCarried: it makes somebody have too much, and nobody the pillar of the school.
func TestWhatIsCarriedAtTheGroupIsCarried(t *testing.T) {
	p := planOf(t, append(finished(steps.Yes), member("an", 4), member("bart", 9), member("cas", 9),
		kept("wifi", steps.Short), owned("wifi", "an", "bart", 50), atGroup("wifi"),
		kept("coaching", steps.Short), owned("coaching", "bart", "an", 10), kept("privacy", steps.Short), owned("privacy", "cas", "an", 10))...)
	var about []steps.FindingID
	for _, f := range p.Findings("2026-09-01") {
		if f.Member == "an" {
			about = append(about, f.ID)
		}
	}
	equal(t, "findings about An", about, []steps.FindingID{steps.Overload})
	equal(t, "why", p.WhyPlanned("an").Facts, []steps.Fact{
		of("an", steps.FactPlanned, "7"), factOf("wifi", "hours", "5"), factOf("wifi", "level", "group"), factOf("purchases", "hours", "2"),
	})
	wifi, _ := p.Task("wifi")
	equal(t, "the team sees it", wifi.Lists(steps.Team), true)
}

// TestHoursAreExact adds a tenth of an hour a thousand times.
func TestHoursAreExact(t *testing.T) {
	changes := []change{member("an", 100)}
	for n := range steps.MaxOwnTasks {
		id := "own-" + steps.Whole(int64(n)).String()
		changes = append(changes, ownTask(id), kept(id, steps.Short), owned(id, "an", "an", 1))
	}
	c := planOf(t, changes...).Capacity()
	equal(t, "planned", c.Planned.String(), "100")
	equal(t, "the member's", c.Members[0].Planned.String(), "100")
}

// TestNobodyStandsInForThemselves: the same person twice is no back-up.
func TestNobodyStandsInForThemselves(t *testing.T) {
	p := planOf(t, member("an", 12), member("bart", 8), kept("wifi", steps.Short), owned("wifi", "an", "an", 10), kept("coaching", steps.Short), owned("coaching", "an", "bart", 10))
	c := p.Capacity()
	if an, bart, team := c.Members[0].Backup, c.Members[1].Backup, c.Team.Backup; an != 0 || bart != 1 || team != 1 {
		t.Errorf("An stands in for %d tasks, Bart for %d, together %d", an, bart, team)
	}
}
