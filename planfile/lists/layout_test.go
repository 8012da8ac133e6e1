package lists_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"stappenplan/assets"
	"stappenplan/planfile/lists"
	"stappenplan/steps"
)

// book is a workbook under construction.
type book struct {
	*excelize.File
	t *testing.T
}

// newBook begins a workbook with these sheets, its cells given as rows with | between them.
func newBook(t *testing.T, sheets map[string]string, order ...string) book {
	t.Helper()
	b := book{excelize.NewFile(), t}
	for _, name := range order {
		_, err := b.NewSheet(name)
		b.check(err)
		for i, row := range strings.Split(sheets[name], "\n") {
			var cells []any
			for cell := range strings.SplitSeq(row, "|") {
				if cell == "" {
					cells = append(cells, nil)
					continue
				}
				cells = append(cells, cell)
			}
			at, err := excelize.CoordinatesToCellName(1, i+1)
			b.check(err)
			b.check(b.SetSheetRow(name, at, &cells))
		}
	}
	b.check(b.DeleteSheet("Sheet1"))
	return b
}

func (b book) check(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b book) bytes() []byte {
	data, err := b.WriteToBuffer()
	b.check(err)
	b.check(b.Close())
	return data.Bytes()
}

const small = "Taak|Wie|Uren\nWifi|An|2\nPrinters|Bo|1"

func TestHiddenPartsAreReadOnlyWhenAsked(t *testing.T) {
	t.Parallel()
	b := newBook(t, map[string]string{"Oud": small, "Taken": small + "\nWebsite|Cas|4"}, "Oud", "Taken")
	b.SetActiveSheet(1)
	b.check(b.SetSheetVisible("Oud", false))
	b.check(b.SetRowVisible("Taken", 3, false))
	b.check(b.SetColVisible("Taken", "C", false))
	data, empty := b.bytes(), steps.NewPlan(assets.Definitions())
	holds(t, "unasked", data, empty, lists.Choices{}, []string{"Wifi | wie An", "Website | wie Cas", "hidden-sheets: Oud", "hidden-columns: C Uren", "hidden-rows: Taken!3"})
	holds(t, "rows", data, empty, lists.Choices{With: map[lists.Part]bool{lists.HiddenRows: true}},
		[]string{"Wifi | wie An", "Printers | wie Bo", "Website | wie Cas", "hidden-sheets: Oud", "hidden-columns: C Uren"})
	holds(t, "column", data, empty, lists.Choices{Columns: map[string]lists.Meaning{"C": {Field: lists.Hours}}},
		[]string{"Wifi | wie An | uren 2", "Website | wie Cas | uren 4", "hidden-sheets: Oud", "hidden-rows: Taken!3"})
	holds(t, "sheet", data, empty, lists.Choices{Sheets: []string{"oud"}}, []string{"Wifi | wie An | uren 2", "Printers | wie Bo | uren 1"})
}

func TestSheetsOfOneShape(t *testing.T) {
	t.Parallel()
	tasks := func(title string) string { return "Taak|Uren\n" + title + "|2" }
	for name, c := range map[string]struct {
		sheets map[string]string
		order  []string
		want   []string
	}{
		"groups": {
			map[string]string{"Technisch": "Taak|Wie\nWifi|An", "Pedagogisch": "Taak|Wie\nMediawijsheid|Bo"}, []string{"Technisch", "Pedagogisch"},
			[]string{"Wifi | wie An | groep technical", "Mediawijsheid | wie Bo | groep pedagogical"},
		},
		"people": {
			map[string]string{"An Maes": tasks("Wifi"), "Bo": tasks("Printers"), "Legende": "Kleur|Betekenis\nrood|dringend"}, []string{"An Maes", "Bo", "Legende"},
			[]string{"Wifi | wie An Maes | uren 2", "Printers | wie Bo | uren 2"},
		},
		"people with the same task": {
			map[string]string{"An Maes": tasks("Wifi"), "Bo": tasks("Wifi") + "\nPrinters|1", "Cas": tasks("wifi")}, []string{"An Maes", "Bo", "Cas"},
			[]string{"Wifi | wie An Maes | reserve Bo | uren 6 | notitie Ook: Cas", "Printers | wie Bo | uren 1", "joined: Bo!2, Cas!2"},
		},
		"places": {
			map[string]string{"Campus Noord": tasks("Wifi"), "Campus Zuid": tasks("Printers")}, []string{"Campus Noord", "Campus Zuid"},
			[]string{"Wifi | uren 2", "Printers | uren 2"},
		},
		"years": {
			map[string]string{"2024-2025": tasks("Wifi"), "2025-2026": tasks("Printers")}, []string{"2024-2025", "2025-2026"},
			[]string{"Printers | uren 2", "other-sheets: 2024-2025"},
		},
		"another list": {
			map[string]string{"Taken": small, "Vragen": "Taak|Datum\nWat is wifi|1 mei"}, []string{"Vragen", "Taken"},
			[]string{"Wifi | wie An | uren 2", "Printers | wie Bo | uren 1", "other-sheets: Vragen"},
		},
	} {
		holds(t, name, newBook(t, c.sheets, c.order...).bytes(), steps.NewPlan(assets.Definitions()), lists.Choices{}, c.want)
	}
}

// TestMergedTitles: rows under one title are one task, and hours over several tasks are not hours of each.
func TestMergedTitles(t *testing.T) {
	t.Parallel()
	b := newBook(t, map[string]string{"Taken": "Taak|Wie|Uitleg\nWifi|An|kabels\n|Bo|gasten\nPrinters|Cas|"}, "Taken")
	b.check(b.MergeCell("Taken", "A2", "A3"))
	holds(t, "titles", b.bytes(), steps.NewPlan(assets.Definitions()), lists.Choices{}, []string{"Wifi | wie An | reserve Bo | notitie kabels / gasten", "Printers | wie Cas"})
	b = newBook(t, map[string]string{"Taken": "Taak|Uren\nWifi|4\nPrinters|"}, "Taken")
	b.check(b.MergeCell("Taken", "B2", "B3"))
	holds(t, "hours", b.bytes(), steps.NewPlan(assets.Definitions()), lists.Choices{}, []string{"Wifi | uren 4", "Printers | notitie Uren: 4"})
}

// TestStruckOutText: what is struck out is not read, and a task of which the title is struck out is told.
func TestStruckOutText(t *testing.T) {
	t.Parallel()
	b := newBook(t, map[string]string{"Taken": small}, "Taken")
	struck, err := b.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
	b.check(err)
	b.check(b.SetCellStyle("Taken", "A2", "A2", struck))
	b.check(b.SetCellRichText("Taken", "B3", []excelize.RichTextRun{{Text: "Oud ", Font: &excelize.Font{Strike: true}}, {Text: "Nieuw"}}))
	data, empty := b.bytes(), steps.NewPlan(assets.Definitions())
	holds(t, "unasked", data, empty, lists.Choices{}, []string{"Printers | wie Nieuw | uren 1", "struck-out: Taken!A2, Taken!B3", "without-task: Taken!2"})
	holds(t, "asked", data, empty, lists.Choices{With: map[lists.Part]bool{lists.StruckOut: true}}, []string{"Wifi | wie An | uren 2", "Printers | wie Oud Nieuw | uren 1"})
}

// TestNothingDisappearsInSilence: cells that cannot be read are told.
func TestNothingDisappearsInSilence(t *testing.T) {
	t.Parallel()
	b := newBook(t, map[string]string{"Taken": small + "\n|Cas|3"}, "Taken")
	b.check(b.SetCellValue("Taken", "C2", nil))
	b.check(b.SetCellFormula("Taken", "C2", "1+1"))
	holds(t, "formula", b.bytes(), steps.NewPlan(assets.Definitions()), lists.Choices{},
		[]string{"Wifi | wie An", "Printers | wie Bo | uren 1", "without-task: Taken!4", "unreadable: Taken!C2"})
}

// TestHoursThatAreNone are told with what stands there: they go with the note. A dash is nothing.
func TestHoursThatAreNone(t *testing.T) {
	t.Parallel()
	b := newBook(t, map[string]string{"Taken": "Taak|Wie|Uren\nWifi|An|twee\nPrinters|Bo|–\nServers|Bo|3"}, "Taken")
	holds(t, "hours", b.bytes(), steps.NewPlan(assets.Definitions()), lists.Choices{},
		[]string{"Wifi | wie An | notitie Uren: twee", "Printers | wie Bo | notitie Uren: –", "Servers | wie Bo | uren 3", "without-hours: Taken!C2 (twee)"})
}

func TestAMatrixOfHours(t *testing.T) {
	t.Parallel()
	b := newBook(t, map[string]string{"Taken": "Taak|An Maes|Bo Smet\nWifi||\nPrinters||"}, "Taken")
	for at, hours := range map[string]float64{"B2": 1, "C2": 2.5, "B3": 4, "C3": 0} {
		b.check(b.SetCellValue("Taken", at, hours))
	}
	list := holds(t, "hours", b.bytes(), steps.NewPlan(assets.Definitions()), lists.Choices{},
		[]string{"Wifi | wie Bo Smet | reserve An Maes | uren 3.5 | notitie 2,5: Bo Smet / 1: An Maes", "Printers | wie An Maes | uren 4"})
	if len(list.Doubts()) > 0 {
		t.Errorf("not certain: %v", list.Doubts())
	}
}

// TestTextsOfLists: the same list in every writing.
func TestTextsOfLists(t *testing.T) {
	t.Parallel()
	text := "Taak;Coördinator;Uitleg\r\n\"Wifi; ook voor \"\"gasten\"\"\";Zoë;\"twee\r\nlijnen\"\r\n"
	utf16Of := func(text string, low int) (data []byte) {
		for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
			pair := []byte{byte(unit >> 8), byte(unit)}
			data = append(data, pair[1-low], pair[low])
		}
		return data
	}
	windows, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"UTF-8": []byte(text), "with a mark": []byte("\ufeff" + text), "Windows-1252": []byte(windows), "UTF-16": utf16Of(text, 0), "UTF-16, large end first": utf16Of(text, 1),
		"commas": []byte(strings.ReplaceAll(text, ";", ",")), "tabs": []byte(strings.ReplaceAll(text, ";", "\t")), "said to Excel": []byte("sep=;\r\n" + text),
		"an old Mac": []byte(strings.ReplaceAll(strings.ReplaceAll(text, "twee\r\nlijnen", "twee lijnen"), "\r\n", "\r")),
	} {
		list, err := readFile(data, steps.NewPlan(assets.Definitions()), lists.Choices{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := strings.NewReplacer(",", ";", "Wifi  ", "Wifi; ", "twee lijnen", "twee / lijnen").Replace(strings.Join(told(list), "\n"))
		if want := `Wifi; ook voor "gasten" | wie Zoë | notitie twee / lijnen`; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// TestRowsOfTextHaveTheirNumber: as a spreadsheet program shows them.
func TestRowsOfTextHaveTheirNumber(t *testing.T) {
	t.Parallel()
	list, err := readFile([]byte("ICT;2026\n\nTaak;Wie\n\"Wifi\nA\";An\n\n;\nPrinters;Bo\n"), steps.NewPlan(assets.Definitions()), lists.Choices{})
	if err != nil || len(list.Rows) != 2 || list.Tables[0].Headings != 3 || list.Rows[0].Number != 4 || list.Rows[1].Number != 7 {
		t.Errorf("%v: %+v", err, list)
	}
}

// TestAListOfTitlesAlone is one of a column, whatever stands in the titles.
func TestAListOfTitlesAlone(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Taak\nWifi, netwerk en servers\n\"Printers; toner\"\nDrukke; dagen, samen\n", []string{"Wifi, netwerk en servers", "Printers; toner", "Drukke; dagen, samen"}},
		{"Taak;\nWifi;\n\nPrinters;\n", []string{"Wifi", "Printers"}},
	} {
		var titles []string
		book, err := lists.OpenText("taken.csv", []byte(c.text), dutch)
		if err == nil && book != nil {
			var list lists.List
			list, err = lists.Read(book, steps.NewPlan(assets.Definitions()), dutch, "2026-11-24", lists.Choices{})
			for _, row := range list.Rows {
				titles = append(titles, row.Title)
			}
		}
		if err != nil || !slices.Equal(titles, c.want) {
			t.Errorf("%q: %v: %q", c.text, err, titles)
		}
	}
}

// TestATaskIsNoSection, although it stands alone in its row and a word of a group is in it.
func TestATaskIsNoSection(t *testing.T) {
	t.Parallel()
	b := newBook(t, map[string]string{"Taken": "Taak|Wie\nNETWERK|\nBeheer Smartschool|\nToestellen beheren en herstellen|\nWifi|An\nAdministratie en beheer|\nPrinters|Bo"}, "Taken")
	list, err := readFile(b.bytes(), steps.NewPlan(assets.Definitions()), lists.Choices{})
	var titles []string
	for _, row := range list.Rows {
		titles = append(titles, row.Title)
	}
	if err != nil || !slices.Equal(titles, []string{"Beheer Smartschool", "Toestellen beheren en herstellen", "Wifi", "Printers"}) {
		t.Errorf("%v: %q", err, titles)
	}
}

// TestWhatIsNoList: other texts are left to those who read them.
func TestWhatIsNoList(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"format: stappenplan/1\nanswers: {vision: {note: \"taak; wie\"}}\n", `{"format": "stappenplan/1", "tasks": []}`, `["Taak", "Wie"]`, "", "Taken:\n- Wifi\n", "Taak\n", "Beste collega\nTaak\nWifi\n", "a\x00b;c", "Beste collega's;\nhierbij;de lijst",
	} {
		if book, err := lists.OpenText("x", []byte(text), dutch); book != nil || err != nil {
			t.Errorf("%q is a list: %v", text, err)
		}
	}
	for _, text := range []string{"Taak;Wie\nWifi;An", "Onze taken,,\n,,\nNr,Task,Who\n1,Wifi,An", "Taak\nWifi\n", "\nTask\r\nWifi\r\n"} {
		if book, err := lists.OpenText("x", []byte(text), dutch); book == nil || err != nil {
			t.Errorf("%q is no list: %v", text, err)
		}
	}
}

// TestChosenColumns: what a person says of columns holds, whatever their headings say.
func TestChosenColumns(t *testing.T) {
	t.Parallel()
	columns, wrong := lists.ParseColumns("B=title, c = wie;D=uren per jaar E=-", dutch)
	if diff := cmp.Diff(map[string]lists.Meaning{"B": {Field: lists.Title}, "C": {Field: lists.Owner}, "D": {Field: lists.Hours, Unit: lists.PerYear}, "E": {Field: lists.Aside}}, columns); diff != "" || wrong != "" {
		t.Errorf("%q: %s", wrong, diff)
	}
	for _, text := range []string{"B", "B=", "B=onzin", "wie=B C=x", "B=taak,C"} {
		if columns, wrong := lists.ParseColumns(text, dutch); wrong == "" {
			t.Errorf("%q is read as %v", text, columns)
		}
	}
	data := csvOf("Werk;X;Y", "Wifi;An;2", "Printers;Bo;1")
	chosen := lists.Choices{Columns: map[string]lists.Meaning{"A": {Field: lists.Title}, "B": {Field: lists.Owner}, "C": {Field: lists.Hours}}}
	list := holds(t, "chosen", data, steps.NewPlan(assets.Definitions()), chosen, []string{"Wifi | wie An | uren 2", "Printers | wie Bo | uren 1"})
	if len(list.Doubts()) > 0 {
		t.Errorf("not certain: %v", list.Doubts())
	}
	for code, choices := range map[string]lists.Choices{
		"list-no-column": {Columns: map[string]lists.Meaning{"A": {Field: lists.Title}, "Z": {Field: lists.Owner}}}, "list-no-sheet": {Sheets: []string{"Elders"}}, "workbook-no-overview": {},
	} {
		if _, err := readFile(data, steps.NewPlan(assets.Definitions()), choices); err == nil || !strings.Contains(err.Error(), code) {
			t.Errorf("%v, want %s", err, code)
		}
	}
}

// TestAgreedUnits: hours of other units are turned into hours a week only where that is agreed.
func TestAgreedUnits(t *testing.T) {
	t.Parallel()
	for heading, want := range map[string]string{
		"Uren per jaar": "2", "Uren per maand": "20", "Minuten": "1.33", "Lestijden": "66.67", "Uren (per schooljaar)": "2", "Uren per week": "80",
	} {
		list, err := readFile(csvOf("Taak;"+heading, "Wifi;80"), steps.NewPlan(assets.Definitions()), lists.Choices{Convert: true})
		if err != nil || list.Rows[0].Hours == nil || list.Rows[0].Hours.String() != want {
			t.Errorf("%s: %v, %v, want %s", heading, told(list), err, want)
		}
	}
}

// TestNumbersAreReadAsTheyAreShown: durations, shares and days, whatever the workbook counts from.
func TestNumbersAreReadAsTheyAreShown(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		value  float64
		format string
		from   bool   // 1904
		want   string // what is left out after a semicolon
	}{
		"a day and a half":      {1.5, "[h]:mm", false, "Wifi | uren 36"},
		"an hour and a half":    {0.0625, "h:mm", false, "Wifi | uren 1.5"},
		"a quarter, in minutes": {0.25 / 24, "[m]", false, "Wifi | uren 0.25"},
		"a share":               {0.2, "0%", false, "Wifi | notitie Uren: 20%;without-hours: Taken!B2 (20%)"},
		"money":                 {12, "€ 0.00", false, "Wifi | uren 12"},
		"with its unit":         {2, `0" u/week"`, false, "Wifi | uren 2"},
		"dust":                  {0.1 + 0.2, "General", false, "Wifi | uren 0.3"},
		"a day":                 {46266, "d/mm/yyyy", false, "Wifi | notitie Uren: 1/09/2026;without-hours: Taken!B2 (1/09/2026)"},
		"a day from 1904":       {44804, "d/mm/yyyy", true, "Wifi | notitie Uren: 1/09/2026;without-hours: Taken!B2 (1/09/2026)"},
		"a duration since 1904": {1.5, "[h]:mm", true, "Wifi | uren 36"},
	} {
		b := newBook(t, map[string]string{"Taken": "Taak|Uren\nWifi|"}, "Taken")
		b.check(b.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &c.from}))
		style, err := b.NewStyle(&excelize.Style{CustomNumFmt: &c.format})
		b.check(err)
		b.check(b.SetCellValue("Taken", "B2", c.value))
		b.check(b.SetCellStyle("Taken", "B2", "B2", style))
		holds(t, name, b.bytes(), steps.NewPlan(assets.Definitions()), lists.Choices{}, strings.Split(c.want, ";"))
	}
}
