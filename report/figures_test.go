package report_test

import (
	"fmt"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/markdown"
	"stappenplan/steps"
)

// atSchool is a task at school with quarters of hours; a negative number leaves them unknown.
func atSchool(id string, quarters int64, with func(c *change)) change {
	return task(id, func(c *change) {
		c.Level = steps.Set(string(steps.AtSchool))
		if quarters >= 0 {
			c.Hours = steps.Set(steps.Hundredths(25 * quarters))
		}
		if with != nil {
			with(c)
		}
	})
}

// hoursOfSchool are the hours of the school; a negative number leaves them unknown.
func hoursOfSchool(name string, hours int64) change {
	c := change{Kind: steps.ChangeSchool, Name: steps.Set(name)}
	if hours >= 0 {
		c.Hours = steps.Set(steps.Whole(hours))
	}
	return c
}

// withHours is a member with hours; a negative number leaves them unknown.
func withHours(id, name string, hours int64) change {
	c := change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(name), Role: steps.Set(steps.ICTCoordinator)}
	if hours >= 0 {
		c.Hours = steps.Set(steps.Whole(hours))
	}
	return c
}

// says checks what a document says, and what it does not say.
func says(t *testing.T, document string, wanted, unwanted []string) {
	t.Helper()
	for _, text := range wanted {
		if !strings.Contains(document, text) {
			t.Errorf("does not say %q:\n%s", text, document)
		}
	}
	for _, text := range unwanted {
		if strings.Contains(document, text) {
			t.Errorf("says %q:\n%s", text, document)
		}
	}
}

// TestAFigureSaysEverywhereWhetherItIsAll: what is at least so much on the first page is so in the decision, the findings and
// the slides.
func TestAFigureSaysEverywhereWhetherItIsAll(t *testing.T) {
	t.Parallel()
	plan := planOf(t, yes(steps.Awareness, steps.Vision, steps.Policy), []change{
		hoursOfSchool("De Linde", 4), withHours("an", "An Peeters", 3), withHours("bart", "Bart Claes", 3), withHours("cleo", "Cleo Maes", 3),
		answer(steps.Pooling, steps.No, "", ""),
		atSchool("network-management", 26, func(c *change) { c.Owner = steps.Set("an") }),
		atSchool("wifi-management", -1, func(c *change) { c.Owner = steps.Set("an") }),
	}, decidedElsewhere("network-management", "wifi-management"))
	says(t, summaryWith(plan, called(report.NamesInFull)), []string{
		"Minstens 2,5 uur per week extra vrijmaken", "Het plan vraagt minstens 6,5 uur per week; beschikbaar is 4 uur", "Extra uren voor ICT: minstens 2,5 uur",
		"Voor An Peeters staat minstens 6,5 uur per week gepland", "An Peeters neemt op school minstens 6,5 uur per week op",
	}, []string{"vraagt 6,5", "staat 6,5", "school 6,5", "ICT: 2,5"})
}

// TestAShortageIsOneEverywhere: the school's hours, or else those of all members, are what is asked of; where a member's are
// missing there is no saying.
func TestAShortageIsOneEverywhere(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		school, an, bart   int64
		wanted, unwanted   []string
		overview, together string
	}{
		{school: -1, an: 1, bart: 2, wanted: []string{"3 uur te weinig", "3 uur per week extra vrijmaken"}, overview: "3", together: "3"},
		{school: -1, an: 1, bart: -1, wanted: []string{"niet van elk teamlid"}, unwanted: []string{"te weinig", "extra vrijmaken"}, overview: "onbekend", together: "–"},
		{school: 4, an: 1, bart: -1, wanted: []string{"2 uur te weinig", "2 uur per week extra vrijmaken"}, overview: "2", together: "2"},
		{school: -1, an: -1, bart: -1, unwanted: []string{"te weinig", "extra vrijmaken"}, overview: "onbekend", together: "–"},
	} {
		t.Run(fmt.Sprint(test.school, test.an, test.bart), func(t *testing.T) {
			plan := planOf(t, []change{hoursOfSchool("De Linde", test.school), withHours("an", "An", test.an), withHours("bart", "Bart", test.bart), atSchool("network-management", 24, nil)})
			says(t, markdownOf(plan, assets.Dutch), test.wanted, test.unwanted)
			if got := shortOf(plan)[0]; got != test.overview {
				t.Errorf("beside other schools it is %q short, not %q", got, test.overview)
			}
		})
	}
}

// shortOf are the hours that schools side by side are short, and then all of them together.
func shortOf(plans ...steps.Plan) (short []string) {
	var schools []report.School
	for i, plan := range plans {
		schools = append(schools, report.School{File: fmt.Sprint(i), Plan: plan})
	}
	s := report.Schools(schools, texts[assets.Dutch], "2026-11-30")
	for _, row := range tablesOf(s, report.SectionStanding)[0].Rows {
		short = append(short, row[6])
	}
	return short
}

// TestOneSchoolsHoursAreNotAnothers: what schools are short together is what each of them is.
func TestOneSchoolsHoursAreNotAnothers(t *testing.T) {
	t.Parallel()
	school := func(hours int64, changes ...change) steps.Plan {
		return planOf(t, append(changes, hoursOfSchool("School", hours)))
	}
	asks := func(quarters int64) change { return atSchool("network-management", quarters, nil) }
	large, small := school(20, asks(4)), school(1, asks(8))
	unknown := school(-1, asks(48))
	inPart := school(2, asks(12), atSchool("wifi-management", -1, nil))
	for _, test := range []struct {
		plans []steps.Plan
		want  []string
	}{
		{[]steps.Plan{large, small}, []string{"–", "1", "1"}},
		{[]steps.Plan{small, small}, []string{"1", "1", "2"}},
		{[]steps.Plan{small, unknown}, []string{"1", "onbekend", "minstens 1"}},
		{[]steps.Plan{large, inPart}, []string{"–", "minstens 1", "minstens 1"}},
		{[]steps.Plan{large, unknown}, []string{"–", "onbekend", "onbekend"}},
	} {
		if got := shortOf(test.plans...); strings.Join(got, " ") != strings.Join(test.want, " ") {
			t.Errorf("short: %q, want %q", got, test.want)
		}
	}
}

// TestATableHasAsManyRowsAsItsCount: a task of which nobody said when it is needed is still to decide, and not needed now.
func TestATableHasAsManyRowsAsItsCount(t *testing.T) {
	t.Parallel()
	plan := planOf(t, []change{
		atSchool("network-management", 4, nil),
		{Kind: steps.ChangeTask, Task: "wifi-management", Relevance: steps.Set(steps.Applies)},
		{Kind: steps.ChangeTask, Task: "security-awareness", Relevance: steps.Set(steps.Applies)},
	})
	for _, audience := range []report.Subject{report.AboutPlan, report.ForPolicy, report.ForSuccessor} {
		options := optionsIn(assets.Dutch)
		options.Subject = audience
		s := report.Summarize(plan, options)
		rows := 0
		for _, table := range tablesOf(s, report.SectionTasks) {
			if table.Columns[0].Title == "Nu nodig" {
				rows += len(table.Rows)
			}
		}
		if rows > 1 {
			t.Errorf("%v: %d rows of the one task that is needed now", audience, rows)
		}
		if page := string(markdown.Render(s)); audience == report.AboutPlan && !strings.Contains(page, "Nog te beslissen: ") {
			t.Errorf("nothing is still to decide:\n%s", page)
		}
	}
}

// TestAlternativesLeaveOutWhatIsRecruited: what is of strategic importance is weighed, and nobody is told to outsource what
// the same paper wants somebody for. Hours that are asked twice are said to be the same ones.
func TestAlternativesLeaveOutWhatIsRecruited(t *testing.T) {
	t.Parallel()
	missing := func(way steps.Sourcing) func(c *change) {
		return func(c *change) { c.Expertise, c.Sourcing = steps.Set(steps.No), steps.Set(way) }
	}
	plan := planOf(t, yes(steps.Awareness, steps.Vision, steps.Policy), []change{
		hoursOfSchool("De Linde", 2), answer(steps.Pooling, steps.No, "", ""), withHours("an", "An", 2), withHours("bart", "Bart", 2),
		atSchool("network-management", 8, nil), atSchool("cloud-tenant", 12, nil), atSchool("wifi-management", 7, missing(steps.Recruit)),
	}, decidedElsewhere("network-management", "cloud-tenant", "wifi-management"))
	says(t, markdownOf(plan, assets.Dutch), []string{
		"4,75 uur per week extra vrijmaken", "Technische taken uitbesteden (2 uur komt in aanmerking",
		"Een aanstelling van 1,75 uur per week. Die uren zijn al gerekend bij de extra uren",
	}, nil)
}

// decidedElsewhere says of all other tasks that they do not apply.
func decidedElsewhere(ids ...string) (changes []change) {
	for _, one := range catalogue.Tasks {
		if !strings.Contains(strings.Join(ids, " "), one.ID) {
			changes = append(changes, change{Kind: steps.ChangeTask, Task: one.ID, Relevance: steps.Set(steps.DoesNotApply)})
		}
	}
	return changes
}
