package wizard

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/xuri/excelize/v2"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/spreadsheet"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

const theirList = "ICT-taken De Zonnebloem;;;;\nTaak;Wie;Prioriteit;Uren per jaar;Door\n" +
	"Wifi beheren;Jo;hoog;80;\nVeiligheid;Jo;laag;;\nCybersecurity;Bart Claes;;40;\nMoestuin;Helpdesk;;;\nNetwerkbeheer;Kat Maes;;;\nTotaal;;;1200;\n"

// withFiles lets a sitting read files, at the example school.
func withFiles(t *testing.T, language assets.Language, width, height int, files map[string]string) *sitting {
	t.Helper()
	d := &disk{read: map[string][]byte{}}
	for path, text := range files {
		d.read[path] = []byte(text)
	}
	s := exampleSchool(t, language).sit(t, width, height)
	s.root.options.Files = d
	return s
}

// takes begins an import of a file.
func (s *sitting) takes(path string) *sitting {
	s.t.Helper()
	s.at(screen.Place{Kind: screen.ImportFile})
	return s.paste(path).press("enter")
}

func taking(t *testing.T) *sitting {
	t.Helper()
	return withFiles(t, assets.Dutch, 80, 24, map[string]string{"/home/an/taken.csv": theirList}).takes("/home/an/taken.csv")
}

// TestAListIsTakenOverOnScreens as one entry, which is taken back at once.
func TestAListIsTakenOverOnScreens(t *testing.T) {
	t.Parallel()
	s := taking(t).sees("── Kloppen de kolommen? · taken.csv", "▸ De kolommen kloppen", "B  Wie", "✓ zeker")
	entries := s.root.session.Journal().Len()
	s.press("enter").sees("── Kloppen de taken?", "Verder; de twijfels worden: 1 taak uit het overzicht, 1 eigen taak ", "ICT-beveiliging dagelijks opvolgen", "✓ 2 taken herkend: toon ze", "+ 1 eigen taak")
	s.press("enter").sees("── Kloppen de mensen?", "Jo ", "+ nieuw in het team", "✓ lid van het team")
	s.press("enter").sees("── Wat er wijzigt", "▸ Neem dit over", "Jo toegevoegd", "Wifi beheren · trekker")
	if s.root.session.Journal().Len() != entries {
		t.Error("something is kept before it was agreed to")
	}
	s.press("enter").sees("── Overzicht", "ctrl+z")
	p := s.plan()
	if got := p.Decisions.Of("security-operations").Owner; s.root.session.Journal().Len() != entries+1 || got == "" && p.Decisions.Of("wifi-management").Owner == "" {
		t.Errorf("%d entries\n%s", s.root.session.Journal().Len()-entries, s.screen())
	}
	if s.press("ctrl+z"); slices.ContainsFunc(s.plan().Members, func(m steps.Member) bool { return m.Name == "Jo" }) {
		t.Error("Jo stayed")
	}
}

// TestAnImportGoesBackToWhereItBegan, the cursor too, also with nothing to take over.
func TestAnImportGoesBackToWhereItBegan(t *testing.T) {
	t.Parallel()
	s := withFiles(t, assets.Dutch, 80, 24, map[string]string{"/taken.csv": "Taak;Wie\nWifi beheren;Bart Claes\nMoestuin;\nKippen;\n"})
	for range 2 {
		s.at(screen.StepPlace(steps.Tasks)).press("down", "down")
		_, row, _ := strings.Cut(s.screen(), "▸ ")
		row, _, _ = strings.Cut(row, "  ")
		s.press("I").paste("/taken.csv").press("enter", "enter", "enter").sees("── Wat er wijzigt").press("enter")
		if s.root.place() != screen.StepPlace(steps.Tasks) {
			t.Errorf("it went to %v:\n%s", s.root.place(), s.screen())
		}
		s.sees("▸ " + row)
	}
	if s.press("esc").root.place().Kind != screen.Overview {
		t.Errorf("esc went to %v", s.root.place())
	}
}

// TestAListOfTitlesWithoutAHeadingIsRead, of text or of a workbook: each line is a row, also the first, and commas and bullets are no columns. One word is
// still never certain, and what is no list of titles can be said to be one.
func TestAListOfTitlesWithoutAHeadingIsRead(t *testing.T) {
	t.Parallel()
	book := excelize.NewFile()
	must(t, book.SetSheetCol("Sheet1", "A1", &[]string{"Wifi beheren", "Taken verdelen", "Kippen, konijnen", "Cybersecurity"}))
	workbook, err := book.WriteToBuffer()
	must(t, err)
	for path, text := range map[string]string{
		"/taken.txt": "Wifi beheren\nTaken verdelen\nKippen, konijnen\nCybersecurity\n", "/taken.csv": "\ufeffWifi beheren\r\nTaken verdelen\r\nKippen, konijnen\r\n\r\nCybersecurity\r\n",
		"/streepjes.txt": "- Wifi beheren\n- Taken verdelen\n- Kippen, konijnen\n- Cybersecurity\n", "/taken.xlsx": workbook.String(),
	} {
		s := withFiles(t, assets.Dutch, 80, 24, map[string]string{path: text}).takes(path).sees("── Kloppen de kolommen?", "4 rijen", "A  zonder titel", "Wifi beheren", "taak", "? volgens de cellen")
		s.press("@next", "enter").sees("Cybersecurity", "ICT-beveiliging", "✓ 1 taak herkend", "+ 2 eigen taken").press("enter").sees("── Wat er wijzigt").press("enter")
		for _, title := range []string{"Taken verdelen", "Kippen, konijnen"} {
			if !slices.ContainsFunc(s.plan().OwnTasks, func(id string) bool { return s.plan().Decisions.Of(id).Title == title }) {
				t.Errorf("%s: %s is no task", path, title)
			}
		}
	}
	files := map[string]string{"/namen.txt": "An Peeters\nBart Claes\nKatrien Maes\n", "/plan.txt": "format: stappenplan/1\nonbekend: ja\n", "/leeg.txt": " \n", "/brief.txt": "Beste collega's"}
	withFiles(t, assets.Dutch, 80, 24, files).takes("/namen.txt").sees("Er is geen kolom met taken herkend", "An Peeters").press("@column:A", "enter", "@title:", "enter").sees("✓ door jou gekozen", "verder naar de taken")
	for path, said := range map[string]string{"/plan.txt": "onbekend", "/leeg.txt": "Dit bestand is leeg", "/brief.txt": "geen lijst van taken"} {
		withFiles(t, assets.Dutch, 80, 24, files).takes(path).sees(said).misses("Kloppen de kolommen")
	}
}

// TestAColumnIsTakenForSomethingElse, and that is taken back by one key.
func TestAColumnIsTakenForSomethingElse(t *testing.T) {
	t.Parallel()
	s := taking(t).press("@column:B", "enter").sees("── Kolom B: ‘Wie’", "▸ ● Wie de taak trekt en wie inspringt")
	s.press("@backup:", "enter").sees("▸ B  Wie", "springt in", "✓ door jou gekozen").press("ctrl+z").sees("zoals ze was").misses("door jou gekozen")
	s.press("ctrl+y").sees("door jou gekozen").press("@column:A", "enter", "@note:", "enter").sees("Er is geen kolom met taken herkend")
	s.press("@column:A", "enter", "@title:", "enter").sees("verder naar de taken")
}

// TestWhatIsOfferedIsTakenOnlyByConsent: hours of another unit, priorities, and what was left out.
func TestWhatIsOfferedIsTakenOnlyByConsent(t *testing.T) {
	t.Parallel()
	s := taking(t).sees("[ ] bij 2 taken andere uren omrekenen", "[ ] bij 2 taken de prioriteit als termijn nemen", "[ ] een rij met een totaal: taken.csv!8")
	s.press("@offer:units", "enter").sees("[x] bij 2 taken andere uren").press("@offer:priorities", "enter", "@part:totals", "enter").sees("[x] rijen met een totaal")
	s.press("@next", "enter", "enter", "enter").sees("Wifi beheren · uren: ", "→ 2").press("enter")
	if d := s.plan().Decisions.Of("wifi-management"); d.Hours == nil || *d.Hours != steps.Whole(2) || d.Horizon != steps.Short {
		t.Errorf("wifi is %+v", d)
	}
	if !slices.ContainsFunc(s.plan().OwnTasks, func(id string) bool { return s.plan().Decisions.Of(id).Title == "Totaal" }) {
		t.Error("the total was not taken in")
	}
}

// TestDoubtsAreGoneThrough one by one with Enter alone, any task is found by typing, and a row is left out.
func TestDoubtsAreGoneThrough(t *testing.T) {
	t.Parallel()
	s := taking(t).press("enter", "down", "enter").sees("── Rij 4: Veiligheid", "Twijfel 1 van 2", "▸ ● ", "Geen van deze: een eigen taak")
	s.press("@search", "enter", "online veil", "enter").sees("── Rij 5: Cybersecurity", "Twijfel 2 van 2")
	s.press("@out", "enter").sees("── Kloppen de taken?", "De taken kloppen: verder", "✓ Online veiligheid en cyberpesten", "– niet overgenomen").misses("✓ – niet overgenomen")
	s.press("@sure", "enter").sees("── Herkende taken", "Wifi beheren", "Netwerk beheren").press("@row:0", "enter").sees("Welke taak van het overzicht is dit?")
	s.press("@out", "enter").sees("── Herkende taken", "– niet overgenomen").misses("✓ – niet overgenomen").press("@row:0", "enter")
	s.press("@task:", "enter").sees("── Herkende taken", "+ eigen taak").press("esc", "@next", "enter", "enter", "enter")
	owned := func(title string) bool {
		return slices.ContainsFunc(s.plan().OwnTasks, func(id string) bool { return s.plan().Decisions.Of(id).Title == title })
	}
	if !owned("Wifi beheren") || !owned("Moestuin") || owned("Cybersecurity") {
		t.Errorf("own tasks: %v", s.plan().OwnTasks)
	}
	if also := s.plan().Decisions.Of("e-safety").Also; !slices.Contains(also, "Veiligheid") {
		t.Errorf("what was confirmed is not remembered: %q", also)
	}
}

// TestATaskIsThatOfOneRow: who loses it is said at once and is a doubt, and a row that was chosen keeps it.
func TestATaskIsThatOfOneRow(t *testing.T) {
	t.Parallel()
	s := taking(t).press("enter", "@row:1", "enter", "@search", "enter", "wifi beheren").sees("al bij rij 3").press("enter")
	s.sees("Rij 3 wordt nu een eigen taak: rij 4 is Wifi beheren.").at(screen.Place{Kind: screen.ImportTasks})
	s.sees("Deze 3 zijn misschien", "+ eigen taak: rij 4 is al Wifi", "✓ 1 taak herkend").press("@row:0", "enter", "@task:wifi-management", "enter")
	s.sees("── Rij 3: Wifi beheren", "Rij 4 (‘Veiligheid’) is al ‘Wifi beheren’")
}

// TestHoursThatCannotBeReadAreTold where one says what changes.
func TestHoursThatCannotBeReadAreTold(t *testing.T) {
	t.Parallel()
	s := withFiles(t, assets.Dutch, 80, 24, map[string]string{"/taken.csv": "Taak;Wie;Uren\nMoestuin;Bart Claes;twee\n"}).takes("/taken.csv")
	s.at(screen.Place{Kind: screen.ImportPreview}).sees("Geen uren te lezen in taken.csv!C2 (twee): dat komt bij de notitie")
}

// TestPeopleAreToldApart: a member under another name, and nobody.
func TestPeopleAreToldApart(t *testing.T) {
	t.Parallel()
	s := taking(t).press("enter", "enter", "@person:Helpdesk", "enter").sees("── Wie is Helpdesk?", "Niemand: de naam komt enkel in de notitie")
	s.press("@nobody", "enter").sees("niemand, enkel in de notitie").press("@person:Kat Maes", "enter").press("@is:Katrien Maes", "enter").misses("  Kat Maes").sees("ook geschreven als Kat Maes")
	s.press("@person:Jo", "enter", "@name", "Jo Vermeulen", "enter").sees("Jo Vermeulen").press("@next", "enter").sees("Jo Vermeulen toegevoegd").misses("Helpdesk toegevoegd", "Kat Maes toegevoegd")
	s.press("esc", "@person:Helpdesk", "enter", "@is:Jo Vermeulen", "enter").misses("enkel in de notitie")
}

// TestEscGoesBackOnePage, and what was decided is there when the import is gone on with.
func TestEscGoesBackOnePage(t *testing.T) {
	t.Parallel()
	s := taking(t).press("@offer:units", "enter", "@next", "enter", "enter", "enter").sees("── Wat er wijzigt")
	s.press("esc").sees("── Kloppen de mensen?").press("esc").sees("── Kloppen de taken?").press("esc").sees("── Kloppen de kolommen?", "[x] bij 2 taken")
	s.press("esc").sees("── Een lijst of een bestand overnemen", "Verder met taken.csv").press("@resume", "enter").sees("[x] bij 2 taken")
}

// TestAFileThatCannotBeReadIsSaid at its field, with what was typed; leaving the field reads nothing.
func TestAFileThatCannotBeReadIsSaid(t *testing.T) {
	t.Parallel()
	s := withFiles(t, assets.Dutch, 80, 24, map[string]string{"/home/an/brief.txt": "Beste collega's", "/home/an/taken.csv": theirList})
	s.takes("/home/an/niets.csv").sees("/home/an/niets.csv", "! Niet bewaard")
	s.at(screen.Place{Kind: screen.ImportFile}).press("delete").takes("\"/home/an/brief.txt\"").sees("! Niet bewaard")
	s.at(screen.Place{Kind: screen.ImportFile}).press("delete").paste("/home/an/taken.csv").press("esc").sees("── Overzicht")
	s.at(screen.Place{Kind: screen.ImportFile}).press("delete").paste("/home/an/brief.txt").press("esc").sees("── Overzicht", "is niet bewaard. Het staat er nog als je terugkomt.")
}

// TestFirstOfAllAListCanBeTakenOver, before anything is asked.
func TestFirstOfAllAListCanBeTakenOver(t *testing.T) {
	t.Parallel()
	s := newSchool().sit(t, 80, 24)
	s.root.options.Files = &disk{read: map[string][]byte{"/home/an/taken.csv": []byte(theirList)}}
	s.press("@import", "enter").sees("── Een lijst of een bestand overnemen").paste("/home/an/taken.csv").press("enter", "enter", "enter", "enter", "enter")
	s.sees("── Kennismaken")
	if len(s.plan().Members) == 0 || s.root.session.Journal().Len() != 1 {
		t.Errorf("it was not taken over:\n%s", s.screen())
	}
	if s.sees("ctrl+z maakt dit ongedaan").press("ctrl+z").sees("Ongedaan gemaakt"); len(s.plan().Members) > 0 {
		t.Errorf("ctrl+z took nothing back:\n%s", s.screen())
	}
	if s.press("ctrl+y"); len(s.plan().Members) == 0 {
		t.Errorf("ctrl+y brought nothing again:\n%s", s.screen())
	}
	s.press("A").press("ctrl+z", "ctrl+z").sees("In dit veld is niets getypt")
}

// TestAPlanFileAndOurWorkbookAreTakenOver: their preview, and of the workbook what only a person knows.
func TestAPlanFileAndOurWorkbookAreTakenOver(t *testing.T) {
	t.Parallel()
	s := withFiles(t, assets.Dutch, 80, 24, nil)
	file := planfile.Encode(s.plan())
	book, err := spreadsheet.Encode(s.plan(), s.root.session.Spoken())
	must(t, err)
	s.root.options.Files = &disk{read: map[string][]byte{"/plan.json": []byte(strings.Replace(string(file), "An Peeters", "An Peters", 1)), "/taken.xlsx": book}}
	s.takes("/plan.json").sees("── Wat er wijzigt · plan.json", "An Peters").press("enter").sees("── Overzicht")
	s.takes("/taken.xlsx").sees("── Wat er wijzigt · taken.xlsx", "An Peters")
}

// TestAListOfSixtyRowsIsFewKeys when its columns are right: to see each doubt and take what is proposed.
func TestAListOfSixtyRowsIsFewKeys(t *testing.T) {
	t.Parallel()
	titles, err := os.ReadFile(filepath.Join("..", "planfile", "match", "testdata", "unseen.tsv"))
	must(t, err)
	list, rows := "Taak;Wie\n", 0
	for line := range strings.Lines(string(titles)) {
		title, _, is := strings.Cut(line, "\t")
		if is && !strings.HasPrefix(line, "#") && !strings.Contains(title, ";") && rows < 60 {
			list, rows = list+title+";An Peeters\n", rows+1
		}
	}
	s := withFiles(t, assets.Dutch, 80, 24, map[string]string{"/taken.csv": list}).takes("/taken.csv")
	keys := 1 // that read the file
	press := func(key string) { keys++; s.press(key) }
	press("enter")
	press("down")
	press("enter")
	for strings.Contains(s.screen(), "Twijfel ") {
		press("enter")
	}
	press("home")
	press("enter")
	s.sees("── Wat er wijzigt")
	if press("enter"); keys >= 25 {
		t.Errorf("%d rows took %d keys", rows, keys)
	}
	s.sees("── Overzicht", "ctrl+z")
}

func TestGoldenScreensOfAnImport(t *testing.T) {
	t.Parallel()
	for _, w := range goldenWindows {
		s := withFiles(t, w.language, w.width, w.height, map[string]string{"/home/an/taken.csv": theirList}).takes("/home/an/taken.csv")
		s.golden(t, w.width, importPlaces())
	}
}

func importPlaces() map[string]screen.Place {
	return map[string]screen.Place{
		"columns": {Kind: screen.ImportColumns}, "column": {Kind: screen.ImportColumn, ID: "B"}, "tasks": {Kind: screen.ImportTasks}, "row": {Kind: screen.ImportRow, ID: "1"},
		"people": {Kind: screen.ImportPeople}, "person": {Kind: screen.ImportPerson, ID: "Helpdesk"}, "preview": {Kind: screen.ImportPreview}, "sure": {Kind: screen.ImportRows, ID: "sure"},
		"search": {Kind: screen.ImportSearch, ID: "1"}, "doubts": {Kind: screen.ImportDoubts},
	}
}

// TestAHostileListStaysInTheFrame on every page, a few texts each in a window of some size.
func TestAHostileListStaysInTheFrame(t *testing.T) {
	t.Parallel()
	texts := hostileTexts(t)
	for n, name := range slices.Sorted(maps.Keys(texts)) {
		text, few := texts[name], 5
		if n%few > 0 {
			continue
		}
		text = text[:min(len(text), 2*steps.MaxName)]
		cell := `"` + strings.ReplaceAll(strings.ToValidUTF8(text, ""), `"`, `""`) + `"`
		s := withFiles(t, assets.Dutch, 80, 24, map[string]string{"/" + name + ".csv": fmt.Sprintf("Taak;Wie;%[1]s\n%[1]s;%[1]s;%[1]s\nWifi beheren;An;x\n", cell)})
		s.takes("/" + name + ".csv")
		size := windows[n/few%len(windows)]
		s.send(tea.WindowSizeMsg{Width: size.width, Height: size.height})
		for where, p := range importPlaces() {
			if s.root.importing.chosen.Name != "" {
				s.at(p)
				holds(t, s, name+" "+where, size.width, size.height)
			}
		}
	}
}

// TestEveryListThatWentWrongIsTakenOver to its preview; a hidden sheet, column and row are taken in.
func TestEveryListThatWentWrongIsTakenOver(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	paths, err := filepath.Glob(filepath.Join("..", "planfile", "lists", "testdata", "cases", "*"))
	must(t, err)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		must(t, err)
		files["/"+filepath.Base(path)] = string(data)
	}
	s := withFiles(t, assets.Dutch, 80, 36, files)
	for path := range files {
		s.takes(path).sees("── Kloppen de kolommen? · "+path[1:]).press("@next", "enter").sees("── Kloppen de taken?").press("@next", "enter")
		if strings.Contains(s.screen(), "── Kloppen de mensen?") {
			s.press("@next", "enter")
		}
		s.sees("── Wat er wijzigt", "Neem dit over")
	}
	if len(files) < 20 {
		t.Errorf("only %d lists", len(files))
	}
	s.takes("/hiddensheet.xlsx").press("@sheet:"+s.root.importing.chosen.List.LeftOut[0].Names[0], "enter").sees("[x] het blad")
	s.takes("/hiddencolumn.xlsx").press("tab").sees("[ ] een verborgen kolom")
}

// TestAListWithoutHeadingsIsTakenOver once a person says which column holds the tasks, of a workbook and of text.
func TestAListWithoutHeadingsIsTakenOver(t *testing.T) {
	t.Parallel()
	s := withFiles(t, assets.Dutch, 80, 24, map[string]string{"/taken.csv": "Wifi nakijken;Bart Claes;x\nPrinters bijvullen;An Peeters;y\n", "/een.csv": "Hallo\n"})
	s.takes("/taken.csv").sees("Er is geen kolom met taken herkend", "▸ A  zonder titel", "Wifi nakijken", "· niet herkend").misses("verder naar de taken")
	s.press("@column:B", "enter", "@owner:", "enter").sees("geen kolom met taken", "✓ door jou gekozen").press("@column:A", "enter", "@title:", "enter")
	s.sees("2 rijen met een taak").press("@next", "enter").sees("── Kloppen de taken?")
	s.at(screen.Place{Kind: screen.ImportFile}).takes("/een.csv").sees("! Niet bewaard")
}

// TestWhatChangesIsReadWithTheArrows, though there is nothing more to choose below.
func TestWhatChangesIsReadWithTheArrows(t *testing.T) {
	t.Parallel()
	list := "Taak;Wie;Uren\n"
	for i := range 30 {
		list += fmt.Sprintf("Kippenhok %d;Bart Claes;1\n", i)
	}
	s := withFiles(t, assets.Dutch, 80, 24, map[string]string{"/home/an/taken.csv": list}).takes("/home/an/taken.csv").press("enter").sees("── Kloppen de taken?").press("enter")
	for !strings.Contains(s.screen(), "── Wat er wijzigt") {
		s.press("enter")
	}
	s.sees("↓ meer").misses("Kippenhok 29")
	for range 60 {
		s.press("down")
	}
	s.sees("Kippenhok 29").misses("▸ Neem dit over").press("up").press("enter").sees("▸ Neem dit over", "Enter doet het").press("enter").sees("── Overzicht")
}

// TestATaskIsKnownByItsNameInTheList on its card, in ctrl+k and where it is said what changes.
func TestATaskIsKnownByItsNameInTheList(t *testing.T) {
	t.Parallel()
	s := withFiles(t, assets.Dutch, 140, 36, map[string]string{"/taken.csv": "Taak;Wie\nExamenlaptops klaarzetten;Bart Claes\nToezicht;\n"}).takes("/taken.csv").press("enter")
	s.press("@sure", "enter").sees("Examenlaptops klaarzetten").press("esc", "@next", "enter").sees("in jullie lijst: Examenlaptops klaarzetten").misses("leeg →").press("@take", "enter")
	task := ""
	for _, one := range s.plan().Tasks() {
		if slices.Contains(one.Also, "Examenlaptops klaarzetten") {
			task = one.ID
		}
	}
	s.press("ctrl+k", "examenlaptops", "enter").sees("In jullie lijst: Examenlaptops klaarzetten")
	if p := s.root.place(); p.Kind != screen.TaskCard || p.ID != task {
		t.Errorf("it leads to %+v, not %s", p, task)
	}
}

// TestASecondRowOfATaskShowsIt with what choosing it does to the first.
func TestASecondRowOfATaskShowsIt(t *testing.T) {
	t.Parallel()
	s := withFiles(t, assets.Dutch, 120, 36, map[string]string{"/taken.csv": "Taak;Wie\nWifi beheren;\nWifi opvolgen;\nWifi in de turnzaal meten;\n"}).takes("/taken.csv").press("enter")
	s.sees("Deze 2 zijn misschien een taak van het overzicht").press("@row:1", "enter").sees("Wifi beheren (", "nu bij rij 2, die dan een eigen taak wordt")
	s.press("@task:wifi-management", "enter", "esc", "@row:2", "enter").sees("gekozen voor rij 3: wijzig eerst die")
}
