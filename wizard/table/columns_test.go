package table

import (
	"reflect"
	"slices"
	"strconv"
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// frameOf is the real catalogue with so many members, on a screen of 80 columns.
func frameOf(t *testing.T, members int) screen.Frame {
	t.Helper()
	plan := steps.NewPlan(assets.Definitions())
	var entry steps.Entry
	for i := range members {
		id := "member-" + strconv.Itoa(i+1)
		entry.Changes = append(entry.Changes, steps.Change{Kind: steps.ChangeMember, Member: id, Name: steps.Set("Lid" + strconv.Itoa(i+1))})
	}
	plan, err := plan.Apply(entry)
	if err != nil {
		t.Fatal(err)
	}
	return screen.Frame{Width: 80, Height: 24, Plan: plan, Texts: assets.Load(assets.Dutch), Session: &session.Session{Definitions: assets.Definitions()}}
}

// TestEveryColumnOfATaskBears asks every field of a task as one of step 5, and shows and presses it.
func TestEveryColumnOfATaskBears(t *testing.T) {
	t.Parallel()
	f := frameOf(t, 2)
	for i := range steps.TaskFields {
		row := &steps.TaskFields[i]
		if row.Holds == steps.NamesValue { // of the lists of others
			continue
		}
		c := columnOf(row, &f)
		var change steps.Change
		switch row.Holds {
		case steps.TextValue, steps.NameValue:
			row.Give(&change, "Zo afgesproken")
		case steps.MemberValue:
			row.Give(&change, "member-2")
		case steps.WordValue:
			row.Give(&change, row.Values[0])
		case steps.BooleanValue:
			row.Give(&change, true)
		case steps.HoursValue:
			row.Give(&change, steps.Whole(2))
		}
		change.Kind, change.Task = steps.ChangeTask, "network-management"
		if row.Name == "group" {
			change = steps.Change{Kind: steps.ChangeTask, Task: "own-x", Title: steps.Set("x"), Group: change.Group}
		}
		plan, err := f.Plan.Apply(steps.Entry{Changes: []steps.Change{change}})
		if err != nil {
			t.Fatal(row.Name, err)
		}
		task, _ := plan.Task(change.Task)
		if c.cell(task) == "" {
			t.Errorf("%s is not shown", row.Name)
		}
		s := &Table{}
		switch effect := s.change(c, task, f).(type) {
		case nil:
			if row.Holds != steps.HoursValue || s.typed == nil {
				t.Errorf("%s is not typed here", row.Name)
			}
		case screen.Record:
			if value, given := row.Given(&effect.Changes[0]); !given {
				t.Errorf("%s is not given, but %v", row.Name, value)
			}
		default:
			if want := screen.Show(screen.Place{Kind: screen.TaskCard, ID: task.ID, At: row.Name}); effect != want {
				t.Errorf("%s gives %#v", row.Name, effect)
			}
		}
	}
}

// TestMarkedTasksKeepOthersThanTheirOwnersToStepIn, each for itself.
func TestMarkedTasksKeepOthersThanTheirOwnersToStepIn(t *testing.T) {
	t.Parallel()
	f := frameOf(t, 2)
	own := func(id string, c steps.Change) steps.Change {
		c.Kind, c.Task, c.Title, c.Group = steps.ChangeTask, id, steps.Set(id), steps.Set("technical")
		return c
	}
	plan, err := f.Plan.Apply(steps.Entry{Changes: []steps.Change{
		own("own-a", steps.Change{}), own("own-b", steps.Change{Backup: steps.Set("member-1")}), own("own-c", steps.Change{Owner: steps.Set("member-1")}),
	}})
	if err != nil {
		t.Fatal(err)
	}
	f.Plan = plan
	task, _ := plan.Task("own-a")
	s := &Table{marked: map[string]bool{"own-a": true, "own-b": true, "own-c": true}}
	for field, want := range map[string][]steps.Field[string]{
		"owner": {{}, steps.Clear[string](), {}}, "backup": {steps.Set("member-1"), steps.Set("member-1")},
	} {
		record := s.change(columnOf(steps.TaskField(field), &f), task, f).(screen.Record)
		var got []steps.Field[string]
		for _, c := range record.Changes {
			got = append(got, c.Backup)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", field, got, want)
		}
	}
}

// TestEveryMemberIsReachedInTheMatrix goes right to those who do not fit, and gives the last of them a task.
func TestEveryMemberIsReachedInTheMatrix(t *testing.T) {
	t.Parallel()
	f := frameOf(t, 8)
	s, task := &Table{sheet: Matrix}, steps.Task{ID: "network-management", Decision: &steps.Decision{}}
	press := func(name string) screen.Effect {
		if s.moved(name, f, nil) {
			return nil
		}
		return s.press(name, f, tableRow{task: &task})
	}
	for i := range 7 {
		press("right")
		if shown, from := s.window(s.columns(f), f); s.column != i+1 || s.column < from || s.column >= from+len(shown) || len(shown) != 5 {
			t.Errorf("after %d keys at column %d, with %d shown from %d", i+1, s.column, len(shown), from)
		}
	}
	if shown, _ := s.window(s.columns(f), f); shown[4].head != "Lid8" {
		t.Errorf("the last shown is %s", shown[4].head)
	}
	record, ok := press("space").(screen.Record)
	if !ok || !reflect.DeepEqual(record.Changes[0].Owner, steps.Set("member-8")) {
		t.Errorf("the key gives %+v", record)
	}
	press("right")
	if press("left"); s.column != 6 {
		t.Errorf("back at column %d", s.column)
	}
	f = frameOf(t, 0)
	for _, name := range []string{"right", "space", "1"} {
		press(name)
	}
}

// TestMembersAreToldApartInTheMatrix by as much of their names as that takes, and by a number where nothing else does.
func TestMembersAreToldApartInTheMatrix(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ names, titles []string }{
		{[]string{"Bart Claes", "An Peeters", "Katrien Maes"}, []string{"Bart", "An", "Katrien"}},
		{[]string{"An Peeters", "An Janssens", "Bart"}, []string{"An P.", "An J.", "Bart"}},
		{[]string{"An De Smet", "An De Vos", "An"}, []string{"An De S.", "An De V.", "An"}},
		{[]string{"An Peeters", "An Peeters", "An"}, []string{"An 1", "An 2", "An"}},
		{[]string{"An", "An"}, []string{"An 1", "An 2"}},
		{[]string{"Maximiliaan Peeters", "Maximiliano Janssens", "Maximiliaan Jacobs"}, []string{"Maximil P.", "Maxim Jan.", "Maxim Jac."}},
		{[]string{"Annelies Vandenbroecke", "Annelies Vandenbossche"}, []string{"Annelies 1", "Annelies 2"}},
		{[]string{"Eén Twee", "Eén Élan"}, []string{"Eén T.", "Eén É."}},
	} {
		var members []steps.Member
		for _, name := range test.names {
			members = append(members, steps.Member{Name: name})
		}
		if got := titlesOf(members); !slices.Equal(got, test.titles) {
			t.Errorf("%q are called %q, want %q", test.names, got, test.titles)
		}
	}
}

// TestFewTitlesAreCutInANarrowWindow counts the tasks of the catalogue whose titles do not fit beside the decisions of a step, at 80 columns
// and with the most columns a step has.
func TestFewTitlesAreCutInANarrowWindow(t *testing.T) {
	t.Parallel()
	for _, language := range []assets.Language{assets.Dutch, assets.English} {
		f := frameOf(t, 4)
		f.Width, f.Texts = 78, assets.Load(language)
		plan, err := f.Plan.Apply(steps.Entry{Changes: []steps.Change{{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(steps.Yes)}}})
		if err != nil {
			t.Fatal(err)
		}
		f.Plan = plan
		for sheet, most := range map[Sheet]int{tailoring: 30, expertise: 4, division: 0} {
			s := &Table{sheet: sheet}
			columns := s.fitted(s.columns(f), f)
			if shown, _ := s.window(columns, f); len(shown) < len(columns) {
				t.Errorf("%s: of %d columns %d are shown", sheet.step(), len(columns), len(shown))
			}
			cut := 0
			for _, task := range plan.Tasks() {
				if screen.Clip(f.Texts.TaskTitle(task), titleWidth(columns, f)) != f.Texts.TaskTitle(task) {
					cut++
				}
			}
			if cut > most {
				t.Errorf("%s in %s: %d titles are cut, want at most %d", sheet.step(), language, cut, most)
			}
		}
	}
}
