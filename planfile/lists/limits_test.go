package lists_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/lists"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// TestTooManyRows: reading the largest overviews ends, and more rows than that are refused.
func TestTooManyRows(t *testing.T) {
	t.Parallel()
	plan := steps.NewPlan(assets.Definitions())
	r := rand.New(rand.NewPCG(1, 2))
	rows := [][]any{{"Taak", "Wie"}}
	for range lists.MaxRows {
		rows = append(rows, []any{"toestellen beheren " + fmt.Sprintf("%0200x", r.Uint64()), "An"})
	}
	f := listOf(t, plan, rows...)
	if _, err := f.Changes(plan); err == nil || err.(planfile.Errors).Code() != "refused-too-many" {
		t.Errorf("more own tasks than there can be: %v", err)
	}
	rows = append(rows, []any{"een te veel", "An"})
	if _, err := read(sheetOf(t, rows...), plan); err == nil || err.(planfile.Errors).Code() != "workbook-too-many-rows" {
		t.Errorf("too many rows: %v", err)
	}
}

// largest is how much a file from outside can hold.
const largest = 10_000_000

// filled is a text repeated as often as the largest file can hold it, after a first line.
func filled(first, text string) []byte {
	return []byte(first + "\n" + strings.Repeat(text, (largest-len(first)-1)/len(text)))
}

// TestHostileTexts: reading any text ends, and what goes beyond the limits of a workbook is refused as of one.
func TestHostileTexts(t *testing.T) {
	t.Parallel()
	var names strings.Builder
	for i := range 1_000_000 {
		fmt.Fprintf(&names, "n%d&", i)
	}
	for name, c := range map[string]struct {
		data []byte
		want string // the refusal, if any
	}{
		"rows":              {[]byte("Taak;Wie\n" + strings.Repeat("a;b\n", xlsx.MaxRows)), "workbook-too-many-rows"},
		"many rows":         {filled("Taak;Wie", "a;b\n"), "workbook-too-full"},
		"columns":           {[]byte("Taak;Wie\n" + strings.Repeat("a;", xlsx.MaxColumns) + "b"), "workbook-too-many-columns"},
		"cells":             {[]byte("Taak;Wie\n" + strings.Repeat(strings.Repeat("a;", xlsx.MaxColumns-1)+"a\n", xlsx.MaxCells/xlsx.MaxColumns+1)), "planfile-too-many-values"},
		"separators":        {filled("Taak;Wie", ";"), "workbook-too-full"},
		"empty lines":       {filled("Taak;Wie\na;b", "\n"), ""},
		"quotes":            {filled("Taak;Wie", `"`), ""},
		"a quote left open": {filled("Taak;Wie", "\"\n"), ""},
		"names":             {[]byte("Taak;Wie\na;" + names.String()), ""},
		"names in all rows": {[]byte("Taak;Wie\n" + strings.Repeat("a;"+names.String()[:5000]+"\n", lists.MaxRows)), ""},
		"one cell":          {filled("Taak;Wie", "a"), ""},
		"brackets":          {filled("Taak;Wie", "a;"+strings.Repeat("(", 4000)+"1\n"), "workbook-too-many-rows"},
		"headings":          {filled("Taak;Wie", strings.Repeat("Taak;", 100)+"Wie\n"), "workbook-too-full"},
	} {
		book, err := lists.OpenText("x.csv", c.data, dutch)
		if err == nil && book != nil {
			_, err = lists.Read(book, team(t, "An"), dutch, "2026-11-24", lists.Choices{})
		}
		if err != nil && err.(planfile.Errors).Code() != c.want && !(c.want == "" && err.(planfile.Errors).Code() == "workbook-no-overview") || err == nil && c.want != "" {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// TestTheWidestMatrix: a matrix as large as a sheet can be is read.
func TestTheWidestMatrix(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("Taak")
	const people = 99
	for i := range people {
		fmt.Fprintf(&b, ";An%c Maes%c", 'a'+rune(i/26), 'a'+rune(i%26))
	}
	for i := range lists.MaxRows - 1 {
		fmt.Fprintf(&b, "\ntaak %d%s", i, strings.Repeat(";R", people))
	}
	list, err := readFile([]byte(b.String()), team(t, "An"), lists.Choices{})
	if err != nil || len(list.Rows) != lists.MaxRows-1 || len(list.People) != people || list.Rows[0].Backup == "" {
		t.Errorf("%v: %d rows, %d people", err, len(list.Rows), len(list.People))
	}
}

// BenchmarkLargest reads lists as large as they can be.
func BenchmarkLargest(b *testing.B) {
	var text strings.Builder
	text.WriteString("Nr;Groep;Taak;Wie;Vervanger;Prioriteit;Uren per week;Opmerking")
	for i := range lists.MaxRows - 1 {
		fmt.Fprintf(&text, "\n%d;technisch;Toestellen van lokaal %d nakijken;An Maes en Bo Smet;Cas;hoog;1,5;elke week een keer nakijken in lokaal %d", i, i, i)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readFile([]byte(text.String()), steps.NewPlan(assets.Definitions()), lists.Choices{}); err != nil {
			b.Fatal(err)
		}
	}
}
