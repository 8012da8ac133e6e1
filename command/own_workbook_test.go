package command

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

const teamPlan = `{"format": "stappenplan/1", "answers": {"awareness": {"choice": "yes"}},
 "members": [{"id": "an", "name": "An Peeters"}, {"id": "jan", "name": "Jan Janssens"}, {"id": "els", "name": "Els Claes"}],
 "tasks": [{"id": "helpdesk-first-line", "relevance": "yes", "owner": "an"}]}`

// cellTyped is what somebody typed in our workbook, in a row under a heading of the sheet with the tasks.
type cellTyped struct {
	heading string
	row     int
	value   any
}

// typedIn is our workbook of a plan with cells typed in.
func (c *computer) typedIn(t *testing.T, cells ...cellTyped) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "taken.xlsx")
	c.calls(t, statusDone, "", "export", "--output", path)
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, typed := range cells {
		rows, err := book.GetRows("Taken")
		if err != nil {
			t.Fatal(err)
		}
		at, _ := excelize.CoordinatesToCellName(1+slices.Index(rows[3], typed.heading), typed.row)
		if err := book.SetCellValue("Taken", at, typed.value); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.Save(); err != nil {
		t.Fatal(err)
	}
	return path
}

// doubtful is a workbook with names and terms of which only a person can say what they mean, and a cell that cannot be.
func (c *computer) doubtful(t *testing.T) string {
	return c.typedIn(t,
		cellTyped{"Trekker", 5, "Jan Jansens"}, cellTyped{"Springt in", 6, "Jan Jansens"}, cellTyped{"Trekker", 7, "Els Claes en Jan Janssens"},
		cellTyped{"Termijn", 5, "Belangrijk"}, cellTyped{"Termijn", 6, "Gemiddeld"}, cellTyped{"Uren per week", 8, "veel"}, cellTyped{"Uren per week", 9, 2})
}

func TestDoubtsOfOurWorkbookAreSettled(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "plan.json", teamPlan))
	path := c.doubtful(t)
	c.calls(t, statusDone, "\nz\ng\ng\nj\nj\n", "import", path)
	c.says(t, "‘Belangrijk’ is geen termijn. Welke bedoel je?", "1  nu nodig  ← Enter", "‘Jan Jansens’ heet zo niet in het team. Wie bedoel je?",
		"in Taken!I5, Taken!J6", "1  Jan Janssens  ← Enter", "g  iemand anders", "Typ een van de tekens vooraan",
		"Deze 4 cellen kloppen niet:", "Taken!K8: ‘veel’ is geen aantal uren", "Taken!I5: ‘Jan Jansens’ staat niet in het team", "De rest inlezen, en deze laten zoals ze in het plan staan?",
		"Eerstelijnshelpdesk · termijn: leeg → nu nodig", "trekker: leeg → Els Claes", "springt in: leeg → Jan Janssens", "Ingelezen")
	c.calls(t, statusDone, "", "history")
	if strings.Count(c.said, "\n") != 2 {
		t.Errorf("it is more than one entry:\n%s", c.said)
	}
	c.calls(t, statusDone, "", "undo")
	c.calls(t, statusDone, "", "export", "--format", "json")
	if strings.Contains(c.said, "short") || strings.Contains(c.said, "els\"\n") {
		t.Errorf("undone once, and it holds:\n%s", c.said)
	}
}

func TestOurWorkbookIsLeftWhereThatIsNotAgreed(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "plan.json", teamPlan))
	path := c.doubtful(t)
	for _, typed := range []string{"", "\n", "\n\n\n", "\n\n\nn\n", "\n\n\nj\nn\n"} {
		c.calls(t, statusDone, typed, "import", path)
		c.says(t, "Het plan blijft zoals het was.")
	}
	c.calls(t, statusDone, "", "history")
	if strings.Count(c.said, "\n") != 1 {
		t.Errorf("something was kept:\n%s", c.said)
	}
}

// TestYesAgreesToNoBadCell: it takes a flag of its own, and what is doubtful counts as bad.
func TestYesAgreesToNoBadCell(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "plan.json", teamPlan))
	path := c.doubtful(t)
	c.inTerminal = false
	for _, flags := range [][]string{{"--yes"}, {"--dry-run"}, nil} {
		c.calls(t, statusRefused, "", append(append([]string{"import"}, flags...), path)...)
		c.says(t, "taken.xlsx: Taken!D5: ‘Belangrijk’ kan hier niet; kies nu nodig, later, schrappen", "Taken!I5: ‘Jan Jansens’ lijkt op Jan Janssens", "Taken!K8: ‘veel’", "--skip-bad-cells")
		if strings.Contains(c.said, "Ingelezen") {
			t.Errorf("%v: it was read in", flags)
		}
	}
	c.calls(t, statusRefused, "", "import", "--skip-bad-cells", path)
	c.says(t, "Voeg --yes toe")
	c.calls(t, statusDone, "", "import", "--yes", "--skip-bad-cells", path)
	c.says(t, "Deze 5 cellen kloppen niet:", "Ingelezen")
	c.calls(t, statusDone, "", "import", "--yes", "--skip-bad-cells", path)
	c.says(t, "bevat niets nieuws")
	c.calls(t, statusDone, "", "export", "--format", "json")
	c.says(t, `"hours": 2`, `"owner": "els"`)
	if strings.Contains(c.said, `"horizon"`) || strings.Contains(c.said, "Jansens") {
		t.Errorf("what is doubtful was taken:\n%s", c.said)
	}
}

func TestWhatIsNotReadOfOurWorkbookIsNamed(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "plan.json", teamPlan))
	path := c.typedIn(t, cellTyped{"Uren per week", 9, 2})
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for at, value := range map[string]string{"AB4": "Lokaal", "AB6": "A12"} {
		if err := book.SetCellValue("Taken", at, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.Save(); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "import", "--dry-run", path)
	c.says(t, "Dit staat in het rekenblad en wordt niet gelezen:", "blad Taken, kolom AB: ‘Lokaal’", "uren: leeg → 2")
	c.calls(t, statusDone, "", "--lang", "en", "import", "--yes", path)
	c.says(t, "This stands in the spreadsheet and is not read:", "sheet Taken, column AB: ‘Lokaal’")
}
