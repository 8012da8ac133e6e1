package lists_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"stappenplan/assets"
	"stappenplan/planfile/lists"
	"stappenplan/steps"
)

// saying are the choices of somebody who says this of columns.
func saying(t *testing.T, columns string) lists.Choices {
	t.Helper()
	said, wrong := lists.ParseColumns(columns, dutch)
	if wrong != "" {
		t.Fatalf("%s: not understood: %s", columns, wrong)
	}
	return lists.Choices{Columns: said}
}

// TestWhatDoesNotApplyIsSaid: somebody says of a column, as a heading would, that it holds what does not apply.
func TestWhatDoesNotApplyIsSaid(t *testing.T) {
	t.Parallel()
	empty := steps.NewPlan(assets.Definitions())
	for _, c := range []struct{ heading, said, want string }{
		{"K", "C=geldt", "yes"}, {"K", "C=relevance", "yes"}, {"K", "C=geldt niet", "no"}, {"K", "C=nvt", "no"},
		{"K", "C=n.v.t.", "no"}, {"K", "C=niet van toepassing", "no"}, {"K", "C=does not apply", "no"},
		{"Geldt niet", "C=relevance", "no"}, {"Geldt niet", "C=nvt", "no"},
	} {
		holds(t, c.heading+" "+c.said, csvOf("Taak;Wie;"+c.heading, "Wifi beheren;Piet;x"), empty, saying(t, c.said),
			[]string{"Wifi beheren | wie Piet | geldt " + c.want})
	}
}

// TestAnOwnTaskIsInTheGroupOfWhatItLooksLike, else in the one that the list says, else where nothing follows from it.
func TestAnOwnTaskIsInTheGroupOfWhatItLooksLike(t *testing.T) {
	t.Parallel()
	plan := steps.NewPlan(assets.Definitions())
	rows := listOf(t, plan, []any{"Taak", "Groep"}, []any{"Veiligheid", ""}, []any{"Veiligheid", "Pedagogische taken"}, []any{"Moestuin", "Pedagogische taken"}, []any{"Moestuin wieden", ""}).Rows
	like, _ := plan.Task(rows[0].Matches[0].Task)
	if like.Group == steps.AdministrativeTasks || like.Group == steps.PedagogicalTasks {
		t.Fatalf("%s shows nothing", like.ID)
	}
	for i, want := range []steps.GroupID{like.Group, like.Group, steps.PedagogicalTasks, steps.AdministrativeTasks} {
		if rows[i].OwnGroup() != want {
			t.Errorf("%s is in %s, not %s", rows[i].Title, rows[i].OwnGroup(), want)
		}
	}
}

// TestUnitsThatAreSaid: hours by the year stay hours by the year where a person says so, whatever the heading.
func TestUnitsThatAreSaid(t *testing.T) {
	t.Parallel()
	empty := steps.NewPlan(assets.Definitions())
	for _, said := range []string{
		"uren per jaar", "uren/jaar", "jaaruren", "uren per maand", "minuten", "minuten per week", "lestijden", "lesuren", "hours per year", "lessons",
	} {
		list := holds(t, said, csvOf("Taak;Wie;K", "Wifi beheren;Piet;80"), empty, saying(t, "C="+said),
			[]string{"Wifi beheren | wie Piet | notitie K: 80", "units: taken.csv!C2"})
		if len(list.Rows) == 1 && list.Rows[0].Converted == nil {
			t.Errorf("%s: nothing to agree to", said)
		}
	}
	for heading, said := range map[string]string{"K": "uren", "Per jaar": "uren per week", "Uren week": "hours"} {
		holds(t, heading+" "+said, csvOf("Taak;Wie;"+heading, "Wifi beheren;Piet;8"), empty, saying(t, "C="+said),
			[]string{"Wifi beheren | wie Piet | uren 8"})
	}
	holds(t, "heading", csvOf("Taak;Wie;Per jaar", "Wifi beheren;Piet;80"), empty, saying(t, "C=uren"),
		[]string{"Wifi beheren | wie Piet | notitie Per jaar: 80", "units: taken.csv!C2"})
}

// TestAListWithoutHeadings: where every column is said and the first row has no heading, that row is a task as well.
func TestAListWithoutHeadings(t *testing.T) {
	t.Parallel()
	empty := steps.NewPlan(assets.Definitions())
	holds(t, "none", csvOf("Wifi beheren;Piet;2", "Printers;An;1", "Website;Bo;1"), empty, saying(t, "A=taak,B=wie,C=uren"),
		[]string{"Wifi beheren | wie Piet | uren 2", "Printers | wie An | uren 1", "Website | wie Bo | uren 1"})
	holds(t, "below a title", csvOf("Onze taken", "Wifi beheren;Piet;elke dag", "Printers;An;op vraag"), empty, saying(t, "A=taak,B=wie,C=notitie"),
		[]string{"Wifi beheren | wie Piet | notitie elke dag", "Printers | wie An | notitie op vraag"})
	holds(t, "unknown ones", csvOf("Bezigheid;Juf;Hoelang", "Wifi beheren;Piet;2", "Printers;An;1"), empty, saying(t, "A=taak,B=wie,C=uren"),
		[]string{"Wifi beheren | wie Piet | uren 2", "Printers | wie An | uren 1"})
	holds(t, "one of them known", csvOf("Bezigheid;Wie", "Wifi beheren;Piet", "Printers;An"), empty, saying(t, "A=taak,B=wie"),
		[]string{"Wifi beheren | wie Piet", "Printers | wie An"})
	holds(t, "a task that is also a heading", csvOf("Back-up;Piet;2", "Printers;An;1"), empty, saying(t, "A=taak,B=wie,C=uren"),
		[]string{"Back-up | wie Piet | uren 2", "Printers | wie An | uren 1"})
	holds(t, "one column said", csvOf("Wifi beheren;Piet;blok A", "Printers;An;blok B"), empty, saying(t, "A=taak,B=wie"),
		[]string{"Wifi beheren | wie Piet", "Printers | wie An", "aside: C"})
}

// TestWhoPeopleAre: a line says who several are, or what of it says nothing.
func TestWhoPeopleAre(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]map[int]string{
		"1=Katrien Maes 2=-":        {1: "Katrien Maes", 2: ""},
		"1=Katrien Maes, 2 = An;3=": nil,
		"1=Katrien Maes, 2 = An":    {1: "Katrien Maes", 2: "An"},
		"3=An Peeters":              {3: "An Peeters"},
	} {
		people, wrong := lists.ParsePeople(line, 3)
		if want != nil && wrong != "" || want == nil && wrong == "" {
			t.Errorf("%s: wrong is %q", line, wrong)
		}
		if diff := cmp.Diff(want, people); diff != "" {
			t.Errorf("%s (-want +got):\n%s", line, diff)
		}
	}
	for line, want := range map[string]string{
		"onzin": "onzin", "An 1=Bo": "An", "1=Bo 7=An": "7=An", "0=An": "0=An", "1=": "1=", "1=Bo 1=An": "1=An", "1=Bo=An": "1=Bo=An", "99999999999999999999=An": "99999999999999999999=An",
	} {
		if people, wrong := lists.ParsePeople(line, 3); wrong != want || people != nil {
			t.Errorf("%s: wrong is %q, want %q, and it says %v", line, wrong, want, people)
		}
	}
}
