package report_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"stappenplan/assets"
	"stappenplan/assets/assetstest"
	"stappenplan/report"
	"stappenplan/report/reporttest"
	"stappenplan/steps"
)

// tablesOf are the tables of a section.
func tablesOf(s report.Summary, id report.SectionID) (tables []report.Table) {
	for _, part := range s.Parts {
		for _, section := range part.Sections {
			for _, block := range section.Blocks {
				if table, is := block.(report.Table); is && section.ID == id {
					tables = append(tables, table)
				}
			}
		}
	}
	return tables
}

// printed reads a number of a table; what is empty or unknown adds nothing.
func printed(t rapid.TB, cell string) steps.Decimal {
	t.Helper()
	if cell == "" || cell == "onbekend" || cell == "–" {
		return 0
	}
	n, err := steps.ParseDecimal(strings.NewReplacer("minstens ", "", "\u00a0", "", ",", ".").Replace(cell))
	if err != nil {
		t.Fatalf("%q is no number", cell)
	}
	return n
}

// columnsAdd checks that each number of a row is the sum of those above it in these rows.
func columnsAdd(t rapid.TB, sum []string, rows [][]string) {
	t.Helper()
	for column := 1; column < len(sum); column++ {
		var added steps.Decimal
		for _, row := range rows {
			added += printed(t, row[column])
		}
		if got := printed(t, sum[column]); got != added {
			t.Errorf("%v: %s is not the sum of %v", sum, got, rows)
		}
	}
}

// rowOf finds the row with a name, and its place.
func rowOf(table report.Table, name assets.Text) (row []string, at int) {
	at = slices.IndexFunc(table.Rows, func(row []string) bool { return row[0] == string(name) })
	if at < 0 {
		return make([]string, len(table.Columns)), at
	}
	return table.Rows[at], at
}

// TestPrintedTotalsAreTheSumsOfWhatIsPrinted, in the documents of arbitrary plans.
func TestPrintedTotalsAreTheSumsOfWhatIsPrinted(t *testing.T) {
	t.Parallel()
	words := texts[assets.Dutch].Report
	rapid.Check(t, func(t *rapid.T) {
		plan := assetstest.HoursPlan(t, assets.Definitions())
		options := reporttest.OptionsIn(assets.Dutch)
		options.Names = report.NamesAsRoles // members need no column for their roles
		s := report.Summarize(plan, options)
		atSchool, ours := classesAdd(t, s, words)
		if table, there := meansOf(s, words); there {
			rows := table.Rows[:len(table.Rows)-1]
			for _, row := range rows {
				if printed(t, row[1])-printed(t, row[2]) != printed(t, row[3]) {
					t.Errorf("%v: what is granted, without the part of the group, is not what is left", row)
				}
			}
			if total := table.Rows[len(rows)]; total[1] != "onbekend" && !strings.HasPrefix(total[1], "meer dan ") {
				columnsAdd(t, total, rows)
			}
		}
		for _, table := range tablesOf(s, report.SectionReckoning) {
			if table.Columns[0].Title != assets.Capital(texts[assets.Dutch].Field("member")) {
				continue
			}
			if team := tablesOf(s, report.SectionTeam)[0]; !slices.EqualFunc(team.Rows, table.Rows[:len(team.Rows)], slices.Equal) {
				t.Errorf("the team is %v in one place, and %v in the other", team.Rows, table.Rows)
			}
			together, at := rowOf(table, words.Team.Together)
			columnsAdd(t, together, table.Rows[:at])
			unowned, _ := rowOf(table, words.Team.Unowned)
			if printed(t, together[2])+printed(t, unowned[2]) != atSchool {
				t.Errorf("%v and %v are not the %s hours at school", together, unowned, atSchool)
			}
			if plan.Variant() == steps.GroupVariant && printed(t, together[3]) != ours {
				t.Errorf("%v: not the %s hours at the group", together, ours)
			}
		}
	})
}

// classesAdd checks the sums of the table of classes, and gives its hours at school and those of the team at the group.
func classesAdd(t rapid.TB, s report.Summary, words assets.ReportTexts) (atSchool, ours steps.Decimal) {
	t.Helper()
	for _, table := range tablesOf(s, report.SectionReckoning) {
		if table.Columns[0].Title != assets.Capital(string(words.Hours.Where)) {
			continue
		}
		school, first := rowOf(table, words.Hours.AtSchool)
		columnsAdd(t, school, table.Rows[:max(0, first)])
		group, second := rowOf(table, words.Hours.AtGroup)
		if second >= 0 {
			columnsAdd(t, group, table.Rows[first+1:second])
		}
		parts := append([][]string{school, group}, table.Rows[max(first, second)+1:len(table.Rows)-1]...)
		columnsAdd(t, table.Rows[len(table.Rows)-1], parts)
		one, _ := rowOf(table, assets.Text(assets.Capital(string(texts[assets.Dutch].Common.HoursClasses[steps.ClassGroupOurs]))))
		return printed(t, school[2]), printed(t, one[2])
	}
	return 0, 0
}

func meansOf(s report.Summary, words assets.ReportTexts) (report.Table, bool) {
	for _, table := range tablesOf(s, report.SectionReckoning) {
		if table.Columns[0].Title == assets.Capital(string(words.Hours.Source)) {
			return table, true
		}
	}
	return report.Table{}, false
}

// TestHoursThatAreNotKnownAreNoZero: as long as no task is decided, no picture says that the tasks ask 0 hours, of the school or of anybody.
func TestHoursThatAreNotKnownAreNoZero(t *testing.T) {
	t.Parallel()
	for language, unknown := range map[assets.Language]string{assets.Dutch: "onbekend", assets.English: "unknown"} {
		journal, err := steps.Replay(assets.Definitions(), []steps.Entry{steps.NewEntry("a", assets.Example()[0].At, "An",
			steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An Peeters"), Hours: steps.Set(steps.Whole(8))},
			steps.Change{Kind: steps.ChangeMember, Member: "bart", Name: steps.Set("Bart Claes")},
			steps.Change{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(steps.Yes)})})
		if err != nil {
			t.Fatal(err)
		}
		lines := 0
		for _, part := range report.Summarize(journal.Plan(), reporttest.OptionsIn(language)).Parts {
			for _, section := range part.Sections {
				for _, block := range section.Blocks {
					if hours, is := block.(report.Hours); is {
						for _, line := range hours.Lines {
							if lines++; line.Asked.Text != unknown || line.Asked.Known {
								t.Errorf("%s: %+v", language, line)
							}
						}
					}
				}
			}
		}
		if lines != 1 {
			t.Errorf("%s: hours of %d", language, lines)
		}
	}
}

// TestTheFirstPageSaysTheTotalsOfTheTable: the sentence, the picture and the table have the same numbers.
func TestTheFirstPageSaysTheTotalsOfTheTable(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		plan := assetstest.HoursPlan(t, assets.Definitions())
		c, words := plan.Capacity(), texts[assets.Dutch]
		for _, section := range report.Summarize(plan, reporttest.OptionsIn(assets.Dutch)).Parts[0].Sections {
			if section.ID != report.SectionHours || len(section.Blocks) < 2 {
				continue
			}
			hours := section.Blocks[1].(report.Hours)
			if got, want := hours.Lines[0], words.HoursOf(c.School); got.Asked.Text != want || got.Available.Text != words.HoursOf(c.Given) {
				t.Errorf("the line of the school is %v", got)
			}
			for i, m := range c.Members {
				if got := hours.Lines[i+1]; got.Asked.Text != words.HoursOf(m.Owned()) || got.Asked.Known != m.Owned().Known() || got.Available.Known != m.Known {
					t.Errorf("the line of a member is %v, want %+v", got, m)
				}
			}
			sentence := string(section.Blocks[0].(report.Paragraph))
			if c.School.Known() && c.School.Count > 0 && !strings.Contains(sentence, words.HoursOf(c.School)+" uur") {
				t.Errorf("%q does not say %s", sentence, words.HoursOf(c.School))
			}
			if n := c.School.Unknown; n > 0 && !strings.Contains(sentence, words.Common.WithoutHours.For(n)) {
				t.Errorf("%q does not say that %d have no hours", sentence, n)
			}
		}
	})
}

// TestHoursInWords says what is known, and no more.
func TestHoursInWords(t *testing.T) {
	t.Parallel()
	hours := func(n int64) steps.Field[steps.Decimal] { return steps.Set(steps.Whole(n)) }
	school := func(n int64) change { return change{Kind: steps.ChangeSchool, Hours: hours(n)} }
	member := func(id string, n steps.Field[steps.Decimal]) change {
		return change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(id), Hours: n}
	}
	task := func(id string, n steps.Field[steps.Decimal]) change {
		return change{Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short), Hours: n}
	}
	none := steps.Field[steps.Decimal]{}
	ours := task("network-management", hours(5))
	ours.Level, ours.Owner = steps.Set("group"), steps.Set("an")
	pooled := change{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(steps.Yes)}
	for _, c := range []struct {
		changes []change
		want    string
	}{
		{[]change{task("wifi-management", none)}, "Er zijn nog geen uren ingevuld."},
		{[]change{school(4), task("wifi-management", none)}, "De school heeft 4 uur per week voor ICT. Hoeveel de taken vragen, is nog niet geschat. 1 taak op school, voor nu of later, heeft nog geen uren en telt niet mee."},
		{[]change{task("wifi-management", hours(3))}, "De taken op school vragen 3 uur per week. Hoeveel uren er zijn, is nog niet ingevuld."},
		{[]change{school(4), task("wifi-management", hours(0))}, "De taken op school vragen 0 uur per week. Beschikbaar is 4 uur: 4 uur over."},
		{[]change{school(4), task("wifi-management", hours(6)), task("helpdesk-first-line", none)}, "De taken op school vragen minstens 6 uur per week. Beschikbaar is 4 uur: minstens 2 uur te weinig. 1 taak op school, voor nu of later, heeft nog geen uren en telt niet mee."},
		{[]change{school(9), task("wifi-management", hours(6)), task("helpdesk-first-line", none)}, "De taken op school vragen minstens 6 uur per week. Beschikbaar is 9 uur: hoogstens 3 uur over. 1 taak op school, voor nu of later, heeft nog geen uren en telt niet mee."},
		{[]change{member("an", hours(4)), member("bart", none), task("wifi-management", hours(6))}, "De taken op school vragen 6 uur per week. Er is minstens 4 uur: niet van elk teamlid zijn de uren ingevuld."},
		{[]change{pooled, member("an", hours(4)), task("wifi-management", hours(4)), ours}, "De taken op school vragen 4 uur per week, net zoveel als er beschikbaar is. De beschikbare uren zijn de som van die van de teamleden. Het team draagt ook nog 1 taak bij de groep (5 uur per week). Nog niet verdeeld: 1 taak (4 uur per week)."},
	} {
		for _, section := range report.Summarize(planOf(t, c.changes), reporttest.OptionsIn(assets.Dutch)).Parts[0].Sections {
			if section.ID == report.SectionHours && string(section.Blocks[0].(report.Paragraph)) != c.want {
				t.Errorf("got  %s\nwant %s", section.Blocks[0], c.want)
			}
		}
	}
}

// TestMeansBeyondWhatASchoolCanHaveSaySo: that their sum is not known has a reason then.
func TestMeansBeyondWhatASchoolCanHaveSaySo(t *testing.T) {
	t.Parallel()
	many, school := steps.Whole(6000), reporttest.School(steps.NoGroup)
	school.Means = steps.Set([]steps.Means{{Source: steps.Clock, Amount: &many}, {Source: steps.Clock, Amount: &many}})
	table, _ := meansOf(summaryOf(journalOf(t, []change{school}), assets.Dutch), texts[assets.Dutch].Report)
	if together := table.Rows[len(table.Rows)-1]; !slices.Equal(together, []string{"Samen", "meer dan 10\u00a0000", "onbekend", "meer dan 10\u00a0000"}) {
		t.Errorf("the means together are %q", together)
	}
}

// TestHoursAreAShareOfAJobOnlyWhereTheyAreWhole: beside the least that hours can be no percentage stands.
func TestHoursAreAShareOfAJobOnlyWhereTheyAreWhole(t *testing.T) {
	t.Parallel()
	school := change{Kind: steps.ChangeSchool, Hours: steps.Set(steps.Whole(5))}
	var hours []change
	for _, task := range reporttest.Catalogue.Tasks {
		hours = append(hours, reporttest.Task(task.ID, func(c *change) { c.Hours = steps.Set(steps.Whole(1)) }))
	}
	parts := [][]change{yes(steps.Awareness, steps.Vision, steps.Policy), {answer(steps.Pooling, steps.No, "", ""), school}, reporttest.Team(), reporttest.Decided()}
	least, whole := journalOf(t, parts...), journalOf(t, append(parts, hours)...)
	for language, words := range map[assets.Language][2]string{
		assets.Dutch:   {"**Wat het kost.** Minstens 25 uur per week. ", "van een voltijdse betrekking"},
		assets.English: {"**What it costs.** At least 25 hours a week. ", "of a full-time job"},
	} {
		if got := documentOf(least, language); !strings.Contains(got, words[0]) || strings.Contains(got, words[1]) {
			t.Errorf("%s: of the least that it can be a share is told:\n%s", language, got)
		}
		if got := documentOf(whole, language); strings.Contains(got, words[0]) || !strings.Contains(got, words[1]) {
			t.Errorf("%s: of whole hours no share is told", language)
		}
	}
}

// TestTheHoursOfTheSchoolAndOfItsMembersAreSetSideBySide: wherever both stand, it is said what the difference is.
func TestTheHoursOfTheSchoolAndOfItsMembersAreSetSideBySide(t *testing.T) {
	t.Parallel()
	two := []change{withHours("an", "An Peeters", 8), withHours("bart", "Bart Claes", 6)}
	means := hoursOfSchool("Klaverdam", 16)
	means.Means = steps.Set([]steps.Means{{Source: steps.Clock, Amount: new(steps.Whole(16))}})
	for name, of := range map[string]struct {
		changes []change
		says    string // empty where nothing is to be said
	}{
		"more at school":       {append(two, hoursOfSchool("Klaverdam", 16)), "De school heeft 16 uur, de leden samen 14: 2 uur is nog aan niemand toegewezen."},
		"from means":           {append(two, means), "De school heeft 16 uur uit haar middelen, de leden samen 14: 2 uur is nog aan niemand toegewezen."},
		"more with members":    {append(two, hoursOfSchool("Klaverdam", 10)), "De leden hebben samen 14 uur, 4 meer dan de school heeft; gerekend is met de uren van de school."},
		"one is not known":     {append(two, hoursOfSchool("Klaverdam", 16), withHours("cis", "Cis", -1)), "de leden samen minstens 14: hoogstens 2 uur is nog aan niemand toegewezen."},
		"as many":              {append(two, hoursOfSchool("Klaverdam", 14)), ""},
		"those of the members": {two, ""},
		"nobody there":         {[]change{hoursOfSchool("Klaverdam", 14)}, ""},
	} {
		document := markdownOf(planOf(t, of.changes, []change{atSchool("wifi-management", 8, func(c *change) {
			if len(of.changes) > 1 {
				c.Owner = steps.Set("an")
			}
		})}), assets.Dutch)
		if of.says == "" {
			says(t, document, nil, []string{"nog aan niemand toegewezen", "gerekend is met"})
		} else if n := strings.Count(document, of.says); n != 2 {
			t.Errorf("%s: %q stands there %d times, not beside the hours and beside their sums:\n%s", name, of.says, n, document)
		}
	}
}
