package command

import (
	"archive/zip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// overview writes a spreadsheet as a school might have one, its rows given as cells with | between them.
func overview(t *testing.T, rows ...string) string {
	t.Helper()
	var sheet strings.Builder
	for _, row := range rows {
		sheet.WriteString("<row>")
		for cell := range strings.SplitSeq(row, "|") {
			fmt.Fprintf(&sheet, `<c t="inlineStr"><is><t>%s</t></is></c>`, cell)
		}
		sheet.WriteString("</row>")
	}
	const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/></Relationships>`
	path := filepath.Join(t.TempDir(), "taken.xlsx")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	w := zip.NewWriter(file)
	for name, text := range map[string]string{
		"_rels/.rels":                fmt.Sprintf(relations, "officeDocument", "xl/workbook.xml"),
		"xl/_rels/workbook.xml.rels": fmt.Sprintf(relations, "worksheet", "worksheets/sheet1.xml"),
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="ICT-taken" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/worksheets/sheet1.xml":   "<worksheet><sheetData>" + sheet.String() + "</sheetData></worksheet>",
	} {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func theirs(t *testing.T) string {
	return overview(t, "Taken ICT", "Taak|Wie|Prioriteit", "Netwerkbeheer|An|hoog", "Veiligheid|Bart|later", "Cybersecurity|An|", "Moestuin|Bart|")
}

// TestAForeignOverviewIsTalkedThrough: the sure matches at once, the others one by one.
func TestAForeignOverviewIsTalkedThrough(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "j\nz\n2\n\nj\n", "import", theirs(t))
	c.says(t, `Gelezen: het blad ‘ICT-taken’, met de kolomtitels op rij 2.`, `kolom B, ‘Wie’: wie de taak trekt en wie inspringt`,
		"rij 3: Netwerkbeheer  =  Netwerk beheren  (99 %)", "Kloppen deze?", "Rij 4: Veiligheid", "1  ICT-beveiliging dagelijks opvolgen (50 %)  ← Enter",
		"e  een eigen taak (Administratieve taken)", "Typ een van de tekens vooraan", "rij 6: Moestuin  (Administratieve taken)",
		"An toegevoegd", "Online veiligheid en cyberpesten · termijn: – → later", "ICT-beveiliging dagelijks opvolgen · trekker: – → An", "Moestuin toegevoegd", "Ingelezen")
	c.calls(t, statusDone, "", "history")
	if strings.Count(c.said, "\n") != 2 {
		t.Errorf("it is more than one entry:\n%s", c.said)
	}
	c.calls(t, statusDone, "j\n2\n\n", "import", theirs(t))
	c.says(t, "bevat niets nieuws")
}

func TestAForeignOverviewOneByOne(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "n\ne\no\no\nj\n", "import", theirs(t))
	c.calls(t, statusDone, "", "export", "--format", "json")
	c.says(t, "own-netwerkbeheer", "own-moestuin")
	if strings.Contains(c.said, "network-management") || strings.Contains(c.said, "security") || strings.Contains(c.said, "veiligheid") {
		t.Errorf("what was left out is there:\n%s", c.said)
	}
}

func TestAForeignOverviewIsLeftWhereTheInputEnds(t *testing.T) {
	c := newComputer(t)
	for _, typed := range []string{"", "j\n", "j\n1\n"} {
		c.calls(t, statusDone, typed, "import", theirs(t))
		c.says(t, "Het plan blijft zoals het was.")
	}
	c.calls(t, statusDone, "", "status")
	c.says(t, "nog niets ingevuld")
}

// TestAForeignOverviewWithoutQuestions takes what is sure, and says from when on that is so.
func TestAForeignOverviewWithoutQuestions(t *testing.T) {
	c := newComputer(t)
	c.inTerminal = false
	c.calls(t, statusRefused, "", "import", theirs(t))
	c.says(t, "Voeg --yes toe")
	c.calls(t, statusDone, "", "import", "--dry-run", theirs(t))
	c.says(t, "Zonder vragen worden de taken van 80 % en meer overgenomen. De andere worden eigen taken.", "Er is niets veranderd")
	c.calls(t, statusDone, "", "--lang", "en", "import", "--yes", theirs(t))
	c.says(t, "Without asking, tasks of 80 % and more are taken over")
	c.calls(t, statusDone, "", "export", "--format", "json")
	c.says(t, `"network-management"`, `"own-veiligheid"`, `"own-cybersecurity"`, `"own-moestuin"`)
}

func TestAHostileOverviewStaysText(t *testing.T) {
	for name, text := range hostileTexts {
		if name == "not UTF-8" || name == "long" {
			continue // no XML, and beyond a cell: both refused elsewhere
		}
		c := newComputer(t)
		text = strings.NewReplacer("&", "&amp;", "<", "&lt;", "|", " ").Replace(strings.Map(legal, text))
		c.call("j\n\n\n\nj\n", "import", overview(t, "Taak|Wie|"+text, text+"|"+text+"|"+text))
		c.isHarmless(t, name)
	}
}

// legal leaves out what XML cannot hold.
func legal(r rune) rune {
	if r < 0x20 && r != '\n' && r != '\t' {
		return -1
	}
	return r
}
