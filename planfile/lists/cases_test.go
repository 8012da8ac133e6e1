package lists_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/lists"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// readFile reads a workbook or a text as the program does.
func readFile(data []byte, plan steps.Plan, choices lists.Choices) (lists.List, error) {
	var book *xlsx.Book
	var err error
	if bytes.HasPrefix(data, []byte("PK")) {
		book, err = planfile.OpenWorkbook(data)
	} else {
		book, err = planfile.OpenDelimited("taken.csv", data)
	}
	if err != nil {
		return lists.List{}, err
	}
	return lists.Read(book, plan, dutch, "2026-11-24", choices)
}

// told is what was made of a list, a line for each task, and then what was left out.
func told(l lists.List) (lines []string) {
	for _, r := range l.Rows {
		var said []string
		say := func(label, value string) {
			if value != "" {
				said = append(said, label+strings.ReplaceAll(value, "\n", " / "))
			}
		}
		say("", r.Title)
		say("wie ", r.Owner)
		say("reserve ", r.Backup)
		if r.Hours != nil {
			say("uren ", r.Hours.String())
		}
		say("termijn ", string(r.Horizon))
		say("prioriteit ", string(r.Priority))
		say("geldt ", string(r.Relevance))
		if r.Group != steps.AdministrativeTasks {
			say("groep ", string(r.Group))
		}
		say("notitie ", r.Note)
		lines = append(lines, strings.Join(said, " | "))
	}
	for _, o := range l.LeftOut {
		lines = append(lines, fmt.Sprintf("%s: %s", o.Part, strings.Join(o.Names, ", ")))
	}
	return lines
}

// team is a plan with these members, each with a role where one stands after a colon.
func team(t *testing.T, names ...string) steps.Plan {
	t.Helper()
	var changes []steps.Change
	for i, name := range names {
		name, role, _ := strings.Cut(name, ":")
		c := steps.Change{Kind: steps.ChangeMember, Member: fmt.Sprintf("m%d", i+1), Name: steps.Set(name)}
		if role != "" {
			c.Role = steps.Set(steps.MemberRole(role))
		}
		changes = append(changes, c)
	}
	plan, err := steps.NewPlan(assets.Definitions()).Apply(steps.Entry{Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// holds compares what was made of a list with what is right.
func holds(t *testing.T, name string, data []byte, plan steps.Plan, choices lists.Choices, want []string) lists.List {
	t.Helper()
	list, err := readFile(data, plan, choices)
	if err != nil {
		t.Errorf("%s: %v", name, err)
	} else if diff := cmp.Diff(want, told(list)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
	return list
}

// TestListsThatWentWrong: small lists, each after a real one that was read wrongly.
func TestListsThatWentWrong(t *testing.T) {
	t.Parallel()
	for name, want := range map[string][]string{
		"date1904.xlsx":        {"Wifi beheren | wie Piet | notitie Deadline: 1/9/2026"},
		"durations.xlsx":       {"Wifi beheren | wie Piet | uren 1.5", "Laptops uitlenen | wie Jo | uren 2", "Licenties beheren | wie An | uren 1.5", "Smartschool beheren | wie An | uren 2", "Nascholing ICT | wie An | uren 1.5"},
		"emaillike.xlsx":       {"Wifi beheren | wie Piet Janssens", "Mediawijsheid | wie Piet Janssens", "Licenties beheren | wie Piet Janssens", "Printers | wie Piet Janssens", "Digiborden | wie Piet Janssens"},
		"foreign-elapsed.xlsx": {"Wifi beheren | wie Piet | uren 12", "Mediawijsheid | wie An | uren 24", "Printers | wie An | uren 1.5"},
		"hiddencolumn.xlsx":    {"Wifi beheren | wie Piet", "hidden-columns: C Evaluatie (vertrouwelijk)"},
		"hiddensheet.xlsx":     {"Wifi beheren | wie Piet Janssens", "hidden-sheets: Oud 2019"},
		"hours-avail.xlsx":     {"Wifi beheren | wie Piet | uren 2"},
		"merged.xlsx": {
			"Wifi beheren | wie Piet Janssens | groep technical", "Laptops uitlenen | wie Piet Janssens | groep technical", "Licenties beheren | wie Piet Janssens | groep technical",
			"Nascholing ICT | wie An Maes | groep pedagogical", "Mediawijsheid | wie An Maes | groep pedagogical",
		},
		"names-comma.xlsx":       {"Wifi beheren | wie Piet Janssens", "Laptops uitlenen | wie An Van den Broeck", "Licenties beheren | wie Luc D'Hondt", "Smartschool beheren | wie An Peeters | reserve Jo Maes"},
		"owner-backup-cols.xlsx": {"Wifi beheren | wie Piet Janssens | reserve An Maes"},
		"percent.xlsx":           {"Wifi beheren | wie Piet | notitie Wie: Piet (50%) / Uren: 50%", "Laptops uitlenen | wie Jo | reserve An | uren 1 | notitie Ook: Tom", "without-hours: Taken!C2 (50%)"},
		"perperson.xlsx":         {"Wifi beheren | wie Piet | uren 2", "Licenties beheren | wie An | uren 1", "Laptops uitlenen | wie An | uren 1"},
		"planner-nl.xlsx": {
			"Wifi beheren | wie Piet Janssens | reserve An Maes | prioriteit short | groep technical | notitie Ook de gastwifi / netwerk / Prioriteit: Belangrijk",
			"Mediawijsheid | wie An Maes | groep pedagogical | notitie Prioriteit: Gemiddeld",
			"aside: A Taak-id, D Voortgang, G Gemaakt door, H Aanmaakdatum, I Begindatum, J Einddatum, K Laat",
		},
		"priority-words.xlsx": {
			"Wifi beheren | prioriteit short | notitie Prioriteit: Belangrijk", "Mediawijsheid | notitie Prioriteit: Gemiddeld", "Printers | prioriteit short | notitie Prioriteit: 1",
			"Digiborden | prioriteit long | notitie Prioriteit: Niet dringend", "Back-ups | prioriteit short | notitie Prioriteit: Zeer hoog", "Privacy | prioriteit long | notitie Prioriteit: niet hoog",
			"Licenties | prioriteit short | notitie Prioriteit: P1", "Netwerk beheren | notitie Prioriteit: afgewerkt",
		},
		"raci-owner.xlsx": {
			"Wifi beheren | wie ICT-coördinator | notitie beslist: Directeur / wordt ingelicht: Proceseigenaar (owner)",
			"Mediawijsheid | wie Proceseigenaar (owner) | notitie wordt ingelicht: Directeur / geeft advies: ICT-coördinator",
		},
		"raci.xlsx": {
			"Wifi beheren | wie Piet Janssens | notitie beslist: An Maes / wordt ingelicht: Directeur", "Laptops uitlenen | wie An Maes | notitie geeft advies: Piet Janssens / beslist: Directeur",
			"Licenties beheren | wie Piet Janssens | notitie wordt ingelicht: Directeur",
		},
		"relevant-neg.xlsx": {"Wifi beheren | geldt no", "Mediawijsheid"},
		"relevant-x.xlsx":   {"Wifi beheren | geldt yes", "Mediawijsheid | geldt no"},
		"row-as-heading.xlsx": {
			"Wifi beheren | uren 2 | notitie Datum: 1/9/2026", "Mediawijsheid | uren 1 | notitie Datum: 2/9/2026", "Nascholing: wat is nieuw | uren 1 | notitie Datum: 3/9/2026",
			"Licenties beheren | uren 2 | notitie Datum: 4/9/2026",
		},
		"strike.xlsx":   {"Wifi beheren | wie Piet Janssens", "struck-out: Blad1!B2"},
		"taken-bom.csv": {"Wifi beheren | wie Piet | uren 1.5"},
		"taken.tsv":     {"Wifi beheren | wie Piet"},
		"title-description.xlsx": {
			"Wifi beheren | wie Piet Janssens | notitie Het draadloze netwerk in alle blokken opvolgen en storingen melden",
			"Mediawijsheid | wie An Maes | notitie Lessen over nepnieuws uitwerken met de leraren van de derde graad", "aside: A Nr",
		},
		"totals.xlsx":     {"Wifi beheren | wie Piet | uren 2", "Mediawijsheid | wie An | uren 1", "totals: Taken!4, Taken!5, Taken!6"},
		"wie-niet.xlsx":   {"Wifi beheren | wie Piet | notitie Wie doet dit NIET graag: An"},
		"year-hours.xlsx": {"Wifi beheren | wie Piet | notitie Uren per jaar: 80", "units: Taken!C2"},
	} {
		data, err := os.ReadFile("testdata/cases/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if list := holds(t, name, data, steps.NewPlan(assets.Definitions()), lists.Choices{}, want); len(list.Doubts()) > 0 {
			t.Errorf("%s: not certain: %v", name, list.Doubts())
		}
	}
}

// csvOf is a list as text, its cells apart by semicolons.
func csvOf(lines ...string) []byte { return []byte(strings.Join(lines, "\n")) }

// TestKindsOfLists: more lists of each kind that went wrong.
func TestKindsOfLists(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		lines []string
		want  []string
	}{
		"not relevant":   {[]string{"Taak;Niet relevant", "Wifi;ja", "Printers;nee"}, []string{"Wifi | geldt no", "Printers | geldt yes"}},
		"n.v.t.":         {[]string{"Taak;N.v.t.;Wie", "Wifi;x;", "Printers;;An"}, []string{"Wifi | geldt no", "Printers | wie An"}},
		"who may not":    {[]string{"Taak;Verantwoordelijke;Mag niet alleen: wie", "Wifi;An;Bo"}, []string{"Wifi | wie An | notitie Mag niet alleen: wie: Bo"}},
		"made by":        {[]string{"Taak;Aangemaakt door;Wie", "Wifi;Directie;An"}, []string{"Wifi | wie An | notitie Aangemaakt door: Directie"}},
		"by the month":   {[]string{"Taak;Uren per maand", "Wifi;8"}, []string{"Wifi | notitie Uren per maand: 8", "units: taken.csv!B2"}},
		"minutes":        {[]string{"Taak;Minuten per week;Wie", "Wifi;90;An"}, []string{"Wifi | wie An | notitie Minuten per week: 90", "units: taken.csv!B2"}},
		"people's hours": {[]string{"Taak;Wie;Beschikbaar;Uren", "Wifi;An;12;2", "Printers;An;12;1"}, []string{"Wifi | wie An | uren 2", "Printers | wie An | uren 1"}},
		"time as people write it": {[]string{"Taak;Tijdsduur", "Wifi;1½ u", "Printers;45 min", "Back-ups;0,75", "Website;veel"},
			[]string{"Wifi | uren 1.5", "Printers | uren 0.75", "Back-ups | uren 0.75", "Website | notitie Tijdsduur: veel", "without-hours: taken.csv!B5 (veel)"}},
		"three people": {[]string{"Taak;Wie", "Wifi;An, Bo en Cas", "Printers;Dirk (20%) / Els"},
			[]string{"Wifi | wie An | reserve Bo | notitie Ook: Cas", "Printers | wie Dirk | reserve Els | notitie Wie: Dirk (20%) / Els"}},
		"Planner in English": {[]string{"Task ID,Task Name,Bucket Name,Progress,Priority,Assigned To,Created By,Created Date,Due date,Description", `a1,Wifi,Technical,In progress,Urgent,"An Maes;Bo Smet",Head,01/09/2026,,Guests too`},
			[]string{"Wifi | wie An Maes | reserve Bo Smet | prioriteit short | groep technical | notitie Guests too / Priority: Urgent", "aside: A Task ID, D Progress, G Created By, H Created Date, I Due date"}},
		"a plan of Planner": {[]string{"Plan name,ICT 2026", "Export date,01/09/2026", "", "Taak-id,Taaknaam,Bucketnaam,Voortgang,Prioriteit,Toegewezen aan,Gemaakt door,Omschrijving", "b,Printers,Varia,Niet gestart,Laag,,Directie,"},
			[]string{"Printers | prioriteit long | notitie Prioriteit: Laag", "aside: A Taak-id, D Voortgang, G Gemaakt door"}},
		"a matrix of roles": {[]string{"Activiteit;Directie;ICT-coördinator;Leerkrachten", "Wifi;I;R;R", "Mediawijsheid;A;C;"},
			[]string{"Wifi | wie ICT-coördinator | reserve Leerkrachten | notitie wordt ingelicht: Directie", "Mediawijsheid | wie Directie | notitie geeft advies: ICT-coördinator"}},
		"a matrix under two lines": {[]string{"Taak;Team;;", ";An Maes;Bo Smet;Cas Pas", "Wifi;A;R;I", "Printers;R;A/C;"},
			[]string{"Wifi | wie Bo Smet | notitie beslist: An Maes / wordt ingelicht: Cas Pas", "Printers | wie An Maes | notitie beslist: Bo Smet / geeft advies: Bo Smet"}},
		"crosses":            {[]string{"Taken;An Maes;Bo Smet", "Wifi;x;", "Printers;x;x", "Website;;"}, []string{"Wifi | wie An Maes", "Printers | wie An Maes | reserve Bo Smet", "Website"}},
		"two lines":          {[]string{"Taak;Wie;;Uren;", ";Trekker;Vervanger;nodig;per jaar", "Wifi;An;Bo;2;80"}, []string{"Wifi | wie An | reserve Bo | uren 2 | notitie Uren per jaar: 80"}},
		"surname first":      {[]string{"Taak;Wie", "Wifi;Van Damme Luc", "Printers;Maes An", "Website;De Smet Jo"}, []string{"Wifi | wie Luc Van Damme", "Printers | wie An Maes", "Website | wie Jo De Smet"}},
		"commas between two": {[]string{"Taak;Wie", "Wifi;An, Bo", "Printers;Bo, An", "Website;An"}, []string{"Wifi | wie An | reserve Bo", "Printers | wie Bo | reserve An", "Website | wie An"}},
		"an address":         {[]string{"Taak;Wie", "Wifi;an.maes@school.be", "Printers;An Maes", "Website;maes an"}, []string{"Wifi | wie An Maes", "Printers | wie An Maes", "Website | wie An Maes"}},
		"sums":               {[]string{"Taak;Wie;Uren", "Wifi;An;2", "Som;;2", "Totaal;;2", "Eindtotaal:;;4"}, []string{"Wifi | wie An | uren 2", "totals: taken.csv!3, taken.csv!4, taken.csv!5"}},
		"a sum of a year":    {[]string{"Taak;Wie;Uren per week", "Wifi;An;2", "Totaal;;1200"}, []string{"Wifi | wie An | uren 2", "totals: taken.csv!3"}},
		"no sum":             {[]string{"Taak;Wie", "Totaal nieuw netwerk aanleggen;An"}, []string{"Totaal nieuw netwerk aanleggen | wie An"}},
		"headings twice":     {[]string{"Taak;Wie", "Wifi;An", "Taak;Wie", "Printers;Bo"}, []string{"Wifi | wie An", "Printers | wie Bo", "headings: taken.csv!3"}},
		"two tables":         {[]string{"Taak;Wie", "Wifi;An", "", "Wie;Taak;Uren", "Bo;Printers;2"}, []string{"Wifi | wie An", "Printers | wie Bo | uren 2"}},
		"a legend":           {[]string{"ICT-taken 2026", "x = geldt; - = geldt niet", "Taak;Geldt;Wie", "Wifi;x;An"}, []string{"Wifi | wie An | geldt yes"}},
		"heading by words":   {[]string{"Welke taak?;Wie doet deze taak nu;Hoeveel uren kost het", "Wifi;An;2", "Printers;Bo;1"}, []string{"Wifi | wie An | uren 2", "Printers | wie Bo | uren 1"}},
		"not hours":          {[]string{"Taak;Uren zijn te weinig omdat", "Wifi;te veel lokalen"}, []string{"Wifi | notitie Uren zijn te weinig omdat: te veel lokalen"}},
		"numbers of priority": {[]string{"Taak;Prioriteit", "Wifi;1", "Printers;2", "Website;3"},
			[]string{"Wifi | prioriteit short | notitie Prioriteit: 1", "Printers | notitie Prioriteit: 2", "Website | prioriteit long | notitie Prioriteit: 3"}},
		"numbers beyond a scale": {[]string{"Taak;Prioriteit", "Wifi;1", "Printers;40"}, []string{"Wifi | notitie Prioriteit: 1", "Printers | notitie Prioriteit: 40"}},
		"explained":              {[]string{"Nr.;Taak;Beschrijving", "1;Wifi;in alle lokalen", "2;Printers;op elke gang"}, []string{"Wifi | notitie in alle lokalen", "Printers | notitie op elke gang", "aside: A Nr."}},
		"without a heading":      {[]string{"Taak;;Wie", "Wifi;blok A;An"}, []string{"Wifi | wie An", "aside: B"}},
	} {
		holds(t, name, csvOf(c.lines...), steps.NewPlan(assets.Definitions()), lists.Choices{}, c.want)
	}
}
