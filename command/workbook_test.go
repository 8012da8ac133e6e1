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

// TestAForeignOverviewIsTalkedThrough: the sure matches at once, shown when that is wanted, the others one by one.
func TestAForeignOverviewIsTalkedThrough(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "\nj\nt\nj\nz\n2\n\n\nj\n", "import", theirs(t))
	c.says(t, `Gelezen: het blad ‘ICT-taken’, met de kolomtitels op rij 2.`, `kolom B, ‘Wie’: wie de taak trekt en wie inspringt · zeker`, "An · Bart",
		"Kloppen de kolommen?", "rij 3: Netwerkbeheer  →  nu nodig", "Die als termijn overnemen?", "1  An (2) · nieuw in het team",
		"rij 3: Netwerkbeheer  =  Netwerk beheren  (99 %)", "1 taak staat vast (80 % zeker of meer). Kloppen ze?", "Rij 4: Veiligheid", "1  ICT-beveiliging dagelijks opvolgen (50 %)  ← Enter",
		"e  een eigen taak (Technische taken)", "Typ een van de tekens vooraan", "rij 6: Moestuin  (Administratieve taken)",
		"An toegevoegd", "Online veiligheid en cyberpesten · termijn: leeg → later", "ICT-beveiliging dagelijks opvolgen · trekker: leeg → An", "Moestuin toegevoegd", "Ingelezen")
	c.calls(t, statusDone, "", "history")
	if strings.Count(c.said, "\n") != 2 {
		t.Errorf("it is more than one entry:\n%s", c.said)
	}
	c.calls(t, statusDone, "\nj\nj\n2\n\n", "import", theirs(t))
	c.says(t, "bevat niets nieuws")
}

// TestAnyTaskCanBeFound: what is typed is looked for among all tasks.
func TestAnyTaskCanBeFound(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "\nj\nj\nzzz\nwachtwoorden\nonline veilig\n1\no\n\nj\n", "import", theirs(t))
	c.says(t, "…  een paar letters: een andere taak zoeken", "Typ een van de tekens vooraan, een paar letters van een taak", "  1  Online veiligheid en cyberpesten  ← Enter", "Online veiligheid en cyberpesten · trekker: leeg → Bart")
}

func TestAForeignOverviewOneByOne(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "\nn\nn\ne\no\no\n\nj\n", "import", theirs(t))
	c.calls(t, statusDone, "", "export", "--format", "json")
	c.says(t, "own-netwerkbeheer", "own-moestuin")
	if strings.Contains(c.said, "network-management") || strings.Contains(c.said, "security") || strings.Contains(c.said, "veiligheid") {
		t.Errorf("what was left out is there:\n%s", c.said)
	}
}

func TestAForeignOverviewIsLeftWhereTheInputEnds(t *testing.T) {
	c := newComputer(t)
	for _, typed := range []string{"", "\n", "\nj\nj\n", "\nj\nj\n1\n", "\nj\nj\n1\n1\n"} {
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
	c.says(t, "Zonder vragen worden de taken van 80 % en meer overgenomen. De andere worden eigen taken.", "Er is niets gewijzigd")
	c.calls(t, statusDone, "", "--lang", "en", "import", "--yes", theirs(t))
	c.says(t, "Without asking, tasks of 80% and more are taken over")
	c.calls(t, statusDone, "", "export", "--format", "json")
	c.says(t, `"network-management"`, `"own-veiligheid"`, `"own-cybersecurity"`, `"own-moestuin"`)
}

// TestTitlesWithoutAHeadingAreAList, on the command line as on the screens: whatever the text is saved as, at a terminal with a question about
// its columns, elsewhere only where its column is said. A text that is a plan file stays one.
func TestTitlesWithoutAHeadingAreAList(t *testing.T) {
	titles := "Wifi beheren\r\nKippen, konijnen\r\nCoördinatie vieren\r\n"
	windows := strings.ReplaceAll(titles, "ö", "\xf6")
	for name, text := range map[string]string{"UTF-8": titles, "Windows-1252": windows, "UTF-16": string(inUTF16(titles))} {
		c := newComputer(t)
		c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
		list := written(t, "takenlijst.txt", text)
		c.calls(t, statusDone, "\n\n\nj\n", "import", list)
		c.says(t, "Kloppen de kolommen?", "Wifi beheren", "Coördinatie vieren toegevoegd", "Kippen, konijnen toegevoegd", "Ingelezen")
		if c.calls(t, statusDone, "", "undo"); t.Failed() {
			t.Fatal(name)
		}
		c.calls(t, statusDone, "\n\n\nj\nstop\n", "--plain", list)
		c.says(t, "Kloppen de kolommen?", "Coördinatie vieren toegevoegd", "Stap 1 van 8")
		c.calls(t, statusDone, "", "undo")

		c.inTerminal = false
		c.calls(t, statusRefused, "", "import", list)
		c.says(t, "Voeg --yes toe")
		c.calls(t, statusRefused, "", "import", "--yes", list)
		c.says(t, "kolom A (‘zonder titel’)", `--columns "A=title"`)
		c.calls(t, statusDone, "", "import", "--dry-run", list)
		c.says(t, "volgens de cellen", "Coördinatie vieren toegevoegd", "Er is niets gewijzigd")
		c.calls(t, statusDone, "", "import", "--yes", "--columns", "A=title", list)
		c.says(t, "Coördinatie vieren toegevoegd", "Kippen, konijnen toegevoegd", "Ingelezen")
	}
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "plan.txt", "format: stappenplan/1\nschool:\n  name: Achtste school\n"))
	c.calls(t, statusDone, "", "import", written(t, "json.txt", string(inUTF16(onePlan))), "--yes")
	c.calls(t, statusRefused, "", "import", written(t, "plan.txt", string(inUTF16("format: stappenplan/1\nklas: 1\n"))))
	c.says(t, "klas: dit veld bestaat niet")
}

// TestAListWithoutAColumnOfTasks is asked about at a terminal; without one it is said what to do.
func TestAListWithoutAColumnOfTasks(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	list := written(t, "lijst.csv", "Moestuin;goed\nKippen;beter\n")
	c.calls(t, statusDone, "A=taak\n\n\n\nj\n", "import", list)
	c.says(t, "In welke kolom staan ze?", "Moestuin toegevoegd", "Ingelezen")
	c.inTerminal = false
	for _, flag := range []string{"--yes", "--dry-run", "--lang=nl"} {
		c.calls(t, statusRefused, "", "import", flag, list)
		c.says(t, "Er is geen takenoverzicht gevonden", "--columns")
	}
}

// TestWhatIsNeitherAPlanNorAListIsSaid, with what can be read.
func TestWhatIsNeitherAPlanNorAListIsSaid(t *testing.T) {
	c := newComputer(t)
	for name, data := range map[string]string{"brief.txt": "Beste collega's", "verslag.pdf": "%PDF-1.7\n\xe2\xe3\xcf\xd3\n\x00", "brief.md": "Beste: collega\n\tdag", "foto.jpg": "\xff\xd8\xff\xe0\n"} {
		c.calls(t, statusRefused, "", "import", written(t, name, data))
		c.says(t, name+": Dit is geen planbestand van dit programma (json, yaml) en geen lijst van taken", "Excel (xlsx), csv of txt")
	}
}

// TestAListAsText is read as one in a workbook is.
func TestAListAsText(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	c.calls(t, statusDone, "\nj\n\nj\n", "import", written(t, "taken.csv", "\ufeffTaak;Verantwoordelijke;Uren\nWifi beheren;Piet;1,5\n"))
	c.says(t, "Gelezen: het blad ‘taken.csv’", "Wifi beheren · uren: leeg → 1,5", "Piet toegevoegd")
	c.calls(t, statusDone, "", "import", "--yes", written(t, "taken.txt", "Taak\tWie\nWifi beheren\tPiet\n"))
	c.says(t, "bevat niets nieuws")
}

// TestOurOwnListAsTextComesBack: only a cell that was edited changes, whatever stands in the others.
func TestOurOwnListAsTextComesBack(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", `{"format": "stappenplan/1", "members": [{"id": "an", "name": "'t Hooft; An"}], "tasks": [
		{"id": "wifi-management", "relevance": "yes", "horizon": "short", "hours": 1.5, "owner": "an", "note": "-5 \"dB\"; in blok C\nen D"},
		{"id": "printing", "relevance": "yes", "note": "=1+1"}, {"id": "own-robotlab", "title": "@robotlab", "group": "pedagogical"}]}`))
	path := filepath.Join(t.TempDir(), "taken.csv")
	c.calls(t, statusDone, "", "export", "--format", "csv", "--output", path)
	c.calls(t, statusDone, "", "import", path)
	c.says(t, "bevat niets nieuws")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "", "import", "--dry-run", written(t, "anders.csv", strings.Replace(string(text), "1,5", "2", 1)))
	c.says(t, "Dit wijzigt:\n  Wifi beheren · uren: 1,5 → 2\n")
}

// TestOnlyWhatIsCertainIsTakenWithoutQuestions: another list is refused with how to say what it is.
func TestOnlyWhatIsCertainIsTakenWithoutQuestions(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	unsure := written(t, "taken.csv", "Welke taak?;Wie doet deze taak nu;Opmerking\nWifi beheren;Piet;elke week\nPrinters;An;\n")
	c.calls(t, statusRefused, "", "import", "--yes", unsure)
	c.says(t, "kolom A (‘Welke taak?’), kolom B (‘Wie doet deze taak nu’)", `--columns "A=title,B=owner"`)
	c.calls(t, statusDone, "", "import", "--dry-run", unsure)
	c.says(t, "wie de taak trekt en wie inspringt · waarschijnlijk")
	c.calls(t, statusDone, "", "import", "--yes", "--columns", "A=title,B=owner", unsure)
	c.says(t, "door jou gekozen", "Wifi beheren · trekker: leeg → Piet", "Wifi beheren · notitie: leeg → elke week")
	for _, wrong := range [][]string{{"--columns", "A"}, {"--columns", "A=onzin"}, {"--with", "alles"}} {
		c.calls(t, statusUsage, "", append([]string{"import"}, append(wrong, unsure)...)...)
	}
	c.calls(t, statusRefused, "", "import", "--yes", "--columns", "Z=taak", unsure)
	c.says(t, "Kolom Z is er niet")
	c.calls(t, statusRefused, "", "import", "--yes", "--sheet", "Elders", theirs(t))
	c.says(t, "Het blad ‘Elders’ is er niet. Deze bladen zijn er: ICT-taken")
}

// TestWithoutQuestionsNothingIsTurnedIntoSomethingElse: neither hours of another unit nor priorities.
func TestWithoutQuestionsNothingIsTurnedIntoSomethingElse(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	list := written(t, "taken.csv", "Taak;Uren per jaar;Prioriteit\nWifi beheren;80;hoog\n")
	c.calls(t, statusDone, "", "import", "--yes", list)
	c.says(t, "uren die geen uren per week zijn, in taken.csv!B2", "Wifi beheren · notitie: leeg → Uren per jaar: 80 Prioriteit: hoog")
	c.calls(t, statusDone, "", "undo")
	c.calls(t, statusDone, "\nj\nj\nj\nj\n", "import", list)
	c.says(t, "Uren die geen uren per week zijn", "rij 2: Wifi beheren  →  2", "rij 2: Wifi beheren  →  nu nodig", "Wifi beheren · uren: leeg → 2", "Wifi beheren · termijn: leeg → nu nodig")
}

// TestAListIsCorrected: columns and people can be said otherwise, as often as needed.
func TestAListIsCorrected(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	list := written(t, "taken.csv", "Taak;Door;Extra\nWifi beheren;Piet;An\nPrinters;Helpdesk;\n")
	c.calls(t, statusDone, "Z=taak\nonzin\nC=vervanger\n\nj\nonzin\n3=-\n1=Piet Janssens\n\nj\n", "import", list)
	c.says(t, "Kolom Z is er niet", "‘onzin’ gaat niet. Typ de letter van een kolom", "kolom C, ‘Extra’: wie inspringt · door jou gekozen", "‘onzin’ gaat niet. Typ een nummer",
		"Piet Janssens toegevoegd", "trekker: leeg → Piet Janssens", "springt in: leeg → An", "notitie: leeg → Helpdesk")
	if strings.Contains(c.said, "Helpdesk toegevoegd") {
		t.Errorf("nobody became a member:\n%s", c.said)
	}
}

// TestWhatIsLeftOutCanBeTakenIn: totals here.
func TestWhatIsLeftOutCanBeTakenIn(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	list := written(t, "taken.csv", "Taak;Uren\nWifi beheren;2\nTotaal;2\n")
	c.calls(t, statusDone, "", "import", "--dry-run", list)
	c.says(t, "een rij met een totaal: taken.csv!3")
	c.calls(t, statusDone, "", "import", "--dry-run", "--with", "totals", list)
	c.says(t, "Totaal toegevoegd")
	c.calls(t, statusDone, "\nj\nj\nj\n", "import", list)
	c.says(t, "Ook de verborgen rijen, doorgehaalde teksten en totalen lezen?", "Totaal toegevoegd")
}

func TestAHostileOverviewStaysText(t *testing.T) {
	for name, text := range hostileTexts {
		if name == "not UTF-8" || name == "long" {
			continue // no XML, and beyond a cell: both refused elsewhere
		}
		c := newComputer(t)
		text = strings.NewReplacer("&", "&amp;", "<", "&lt;", "|", " ").Replace(strings.Map(legal, text))
		c.call("\nj\n\n\n\n\nj\n", "import", overview(t, "Taak|Wie|"+text, text+"|"+text+"|"+text))
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

// TestEnterAloneTakesNoWeakProposal: a task that is hardly likely is for a person to choose, and Enter makes an own task.
func TestEnterAloneTakesNoWeakProposal(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	list := written(t, "taken.csv", "Taak;Wie\nGevonden voorwerpen in het netwerk leggen;\n")
	c.calls(t, statusDone, "\n\nj\n", "import", list)
	c.says(t, "e  een eigen taak (Technische taken)  ← Enter", "Gevonden voorwerpen in het netwerk leggen toegevoegd")
}

// TestADayOfThisYearIsOfferedAsATerm, by consent: without, and of another year, it stays with the note.
func TestADayOfThisYearIsOfferedAsATerm(t *testing.T) {
	c := newComputer(t)
	c.calls(t, statusDone, "", "import", written(t, "one.json", onePlan))
	list := written(t, "taken.csv", "Taak;Deadline\nWifi beheren;"+c.clock().Format("2/1/2006")+"\nPrinters en kopieertoestellen beheren;1/10/2019\n")
	c.calls(t, statusDone, "\nn\n\nn\n", "import", list)
	c.says(t, "rij 2: Wifi beheren  →", "Bij één taak staat een dag in dit schooljaar. Die taak de termijn ‘nu nodig’ geven?")
	if strings.Contains(c.said, "termijn: leeg →") {
		t.Errorf("a term was taken without consent:\n%s", c.said)
	}
	c.calls(t, statusDone, "\nj\n\nj\n", "import", list)
	c.says(t, "Wifi beheren · termijn: leeg → nu nodig", "Wifi beheren · notitie: leeg → Deadline:")
	if strings.Count(c.said, "termijn: leeg →") != 1 {
		t.Errorf("a day of another year became a term:\n%s", c.said)
	}
}
