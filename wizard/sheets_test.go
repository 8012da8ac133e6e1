package wizard

import (
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// filled are the keys that fill a column of each type, at the fields of a row.
func filled(c steps.Column) []string {
	at := "@" + c.ID
	switch c.Type {
	case steps.LineColumn, steps.LongColumn:
		return []string{at, "iets van belang", "tab"}
	case steps.ChoiceColumn, steps.RefColumn, steps.BoolColumn:
		return []string{at, "right", "enter"}
	case steps.SetColumn:
		return []string{at, "space", "tab"}
	case steps.DateColumn:
		return []string{at, "1/3/2027", "enter"}
	case steps.YearColumn:
		return []string{at, "2027", "enter"}
	case steps.RankColumn, steps.WholeColumn:
		return []string{at, "1", "enter"}
	case steps.NumberColumn:
		return []string{at, "-3,5", "enter"}
	case steps.AmountsColumn:
		return []string{at + "-2", "18.000", "enter"}
	case steps.MemberColumn:
		return []string{at, "an", "enter"}
	case steps.MembersColumn:
		return []string{at, "directie, An Peeters, twee ouders", "enter"}
	case steps.UnionColumn:
		if c.Table != "" && len(c.Choices) > 0 {
			return []string{at, "schoolbestuur", "enter"}
		}
		return []string{at, "an", "enter"}
	case steps.ScoresColumn:
		return []string{at, "5", "enter"}
	}
	return nil
}

// withoutSheets is the example school before it filled in any sheet.
func withoutSheets(t *testing.T, width, height int) *sitting {
	t.Helper()
	s := exampleSchool(t, assets.Dutch).sit(t, width, height)
	var gone []steps.Change
	for sheet, content := range s.plan().Sheets {
		for table, rows := range content.Tables {
			for _, r := range rows {
				gone = append(gone, steps.Change{Kind: steps.ChangeRemove, Sheet: sheet, Table: table, Row: r.ID})
			}
		}
	}
	must(t, s.root.session.Record(gone...))
	return s
}

// TestEverySheetIsFilledInByKeys: each table of each sheet gets a row with all its columns, and one undo takes the last of them back.
func TestEverySheetIsFilledInByKeys(t *testing.T) {
	t.Parallel()
	for _, window := range goldenWindows {
		for _, sheet := range assets.Definitions().Sheets {
			t.Run(string(window.language)+" "+sheet.ID, func(t *testing.T) {
				s := withoutSheets(t, window.width, window.height)
				for _, table := range sheet.Tables {
					s.fills(t, sheet, table)
				}
			})
		}
	}
}

func (s *sitting) fills(t *testing.T, sheet steps.Sheet, table steps.Table) {
	t.Helper()
	s.press("#", "G", "@sheet:"+sheet.ID, "enter", "@"+table.ID, "enter")
	var row string
	if len(table.Fixed) > 0 {
		row = table.Fixed[0]
		s.press("@"+row, "enter")
	} else {
		s.press("+", "Nieuwe regel", "enter")
		rows := s.plan().Rows(sheet.ID, table.ID)
		row = rows[len(rows)-1].ID
	}
	for _, c := range table.Columns {
		if c.ID != table.Name() || len(table.Fixed) > 0 {
			s.press(filled(c)...)
		}
	}
	r, _ := s.plan().Row(sheet.ID, table.ID, row)
	for _, c := range table.Columns {
		if _, there := r.Cells[c.ID]; !there {
			t.Errorf("%s/%s: %s is not filled in %v\n%s", sheet.ID, table.ID, c.ID, r.Cells, s.screen())
		}
	}
	if table.Draft(r) {
		t.Errorf("%s/%s lacks %v", sheet.ID, table.ID, table.Missing(r))
	}
	s.press("esc", "ctrl+z")
	if undone, _ := s.plan().Row(sheet.ID, table.ID, row); len(undone.Cells) >= len(r.Cells) {
		t.Errorf("%s/%s: undone there is still %v", sheet.ID, table.ID, undone.Cells)
	}
}

// TestARowIsRankedByKeys: shift with an arrow moves it, and the others make room.
func TestARowIsRankedByKeys(t *testing.T) {
	t.Parallel()
	s := withoutSheets(t, 80, 24)
	s.press("ctrl+k", "Wat ons vooruithelpt", "enter")
	for _, row := range []string{"Eerst dit", "Dan dat", "Ten slotte"} {
		s.press("+", row, "enter", "esc")
	}
	ranking := func() string {
		var names []string
		for _, r := range steps.Ranked(s.plan().Rows("chain", "factors"), "rank") {
			if _, ranked := r.Cells.Whole("rank"); ranked {
				names = append(names, r.Cells.Text("factor"))
			}
		}
		return strings.Join(names, ", ")
	}
	for _, c := range []struct{ row, key, want string }{
		{"eerst-dit", "shift+up", "Eerst dit"}, {"dan-dat", "shift+down", "Eerst dit, Dan dat"}, {"dan-dat", "shift+up", "Dan dat, Eerst dit"},
		{"dan-dat", "shift+up", "Dan dat, Eerst dit"}, {"ten-slotte", "shift+up", "Dan dat, Eerst dit, Ten slotte"}, {"dan-dat", "shift+down", "Eerst dit, Dan dat, Ten slotte"},
	} {
		if s.press("@"+c.row, c.key); ranking() != c.want {
			t.Errorf("%s %s gives %s, want %s", c.row, c.key, ranking(), c.want)
		}
	}
}

// TestARowGoesWithWhatPointsAtIt, which is named before.
func TestARowGoesWithWhatPointsAtIt(t *testing.T) {
	t.Parallel()
	s := withoutSheets(t, 80, 24)
	s.press("ctrl+k", "Ambities", "enter", "+", "Iets nieuws", "enter", "esc", "esc", "ctrl+k", "Projecten", "enter", "+", "Een project", "enter")
	s.press("@ambition", "right", "enter", "esc", "esc", "ctrl+k", "Ambities", "enter", "@iets-nieuws", "delete")
	s.sees("Wat ernaar verwijst", "Een project").press("j")
	if p, _ := s.plan().Row("destination", "projects", "een-project"); p.Cells.Text("ambition") != "" {
		t.Errorf("the project still names %q", p.Cells.Text("ambition"))
	}
	s.press("esc", "ctrl+k", "Projecten", "enter").sees("○ Een project")
}

// TestAnOfferedRowIsAddedByOneKey, and is offered no more.
func TestAnOfferedRowIsAddedByOneKey(t *testing.T) {
	t.Parallel()
	s := withoutSheets(t, 80, 24)
	s.press("ctrl+k", "Wat we meten", "enter").sees("Om uit te kiezen (ons voorstel)", "+ Uren storing per maand").press("@offer outage-hours", "enter")
	s.sees("○ Uren storing per maand").misses("+ Uren storing per maand").press("ctrl+z").misses("○ Uren storing per maand")
}

// TestASheetIsFound from the foot of the overview, and by words that stand nowhere on it.
func TestASheetIsFound(t *testing.T) {
	t.Parallel()
	s := withoutSheets(t, 80, 24)
	s.press("#").sees("G verdieping").press("ctrl+k", "geld").sees("Begroting · Bestemmingsplan ICT")
}

// TestADayBeforeTheOneItFollowsIsSaidAtTheField, and kept.
func TestADayBeforeTheOneItFollowsIsSaidAtTheField(t *testing.T) {
	t.Parallel()
	s := withoutSheets(t, 80, 24)
	s.press("ctrl+k", "Projecten", "enter", "+", "Wifi", "enter", "@from", "1/9/2027", "enter", "@until", "1/9/2026", "enter", "@until").sees("‘Tot’ (1 september 2026) ligt voor ‘Van’ (1 september 2027)")
	if r, _ := s.plan().Row("destination", "projects", "wifi"); r.Cells.Text("until") != "2026-09-01" {
		t.Errorf("kept is %v", r.Cells)
	}
}

// TestWhatStandsOutOnASheetBecomesAnAction by the letter for that, beside the step too.
func TestWhatStandsOutOnASheetBecomesAnAction(t *testing.T) {
	t.Parallel()
	s := withoutSheets(t, 80, 24)
	before := len(s.plan().Actions)
	s.press("ctrl+k", "Doelen", "enter", "+", "Minder storingen", "enter", "esc", "esc", "ctrl+k", "Verbetercyclus", "enter")
	s.press("@finding:goal-without-owner:improvement/goals/minder-storingen", "M")
	if got := s.told(before); len(got) != 1 || !strings.HasPrefix(got[0], "Kies iemand uit de directie of het team (Minder storingen)|") || !strings.Contains(got[0], "|finding:goal-without-owner:improvement/goals/minder-storingen|") {
		t.Fatalf("made %q\n%s", got, s.screen())
	}
	s.press("@about", "enter").sees("── Verbetercyclus · Doelen")
	if places := []screen.Place{screen.StepPlace(steps.Policy), {Kind: screen.Team}}; slices.ContainsFunc(places, func(p screen.Place) bool {
		return !strings.Contains(s.at(p).press("end").screen(), "Verdieping")
	}) {
		t.Error("no sheet beside its step")
	}
}
