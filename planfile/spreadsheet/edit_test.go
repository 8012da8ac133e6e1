package spreadsheet_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// parts are the files in a workbook.
func parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.File {
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(text)
	}
	return files
}

// zipped makes a workbook of files.
func zipped(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) { return flate.NewWriter(to, flate.BestSpeed) })
	for name, text := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	tasksSheet  = "xl/worksheets/sheet1.xml"
	teamSheet   = "xl/worksheets/sheet2.xml"
	actionSheet = "xl/worksheets/sheet3.xml"
)

// sheetNumber is the place of a sheet in the workbook, from 0.
func sheetNumber(sheet string) int {
	n, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(sheet, "xl/worksheets/sheet"), ".xml"))
	return n - 1
}

// cell is the cell in a row under a heading, such as "Termijn 5"; the name of a cell is that cell.
func cell(t testing.TB, data []byte, sheet, at string) string {
	t.Helper()
	blank := strings.LastIndexByte(at, ' ')
	if blank < 0 {
		return at
	}
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows(book.GetSheetName(sheetNumber(sheet)))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if i := slices.Index(row, at[:blank]); i >= 0 {
			return xlsx.ColumnName(i+1) + at[blank+1:]
		}
	}
	t.Fatalf("there is no heading %s", at[:blank])
	return ""
}

// typed puts what someone types in cells: by the cell as [cell] finds it, the XML of its content. Nothing empties it.
func typed(t testing.TB, data []byte, sheet string, cells map[string]string) []byte {
	t.Helper()
	files := parts(t, data)
	for at, content := range cells {
		at = cell(t, data, sheet, at)
		old := regexp.MustCompile(`<c r="` + at + `"[^>]*?(/>|>.*?</c>)`)
		if !old.MatchString(files[sheet]) {
			t.Fatalf("there is no cell %s", at)
		}
		files[sheet] = old.ReplaceAllLiteralString(files[sheet], `<c r="`+at+`"`+content)
	}
	return zipped(t, files)
}

// text, number and nothing are what can be typed.
func text(s string) string {
	s = strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(s)
	return ` t="inlineStr"><is><t xml:space="preserve">` + s + `</t></is></c>`
}

func number(n string) string { return `><v>` + n + `</v></c>` }

const nothing = `/>`

// smallPlan is a plan on the real catalogue in which a few things are filled in.
func smallPlan(t testing.TB) steps.Plan {
	t.Helper()
	plan, err := steps.NewPlan(assets.Definitions()).Apply(steps.Entry{Changes: []steps.Change{
		{Kind: steps.ChangeSchool, Name: steps.Set("Testschool"), Hours: steps.Set(steps.Whole(20))},
		{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(steps.No)},
		{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An Peeters"), Hours: steps.Set(steps.Whole(8))},
		{Kind: steps.ChangeMember, Member: "an-2", Name: steps.Set("An Peeters")},
		{
			Kind: steps.ChangeTask, Task: "helpdesk-first-line", Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short),
			Owner: steps.Set("an"), Hours: steps.Set(steps.Tenths(41)), Note: steps.Set("bel eerst"), Feedback: steps.Set(true),
		},
		{Kind: steps.ChangeTask, Task: "wifi-management", Title: steps.Set("Draadloos net"), Owner: steps.Set("an-2")},
		{Kind: steps.ChangeTask, Task: "own-robotlab", Title: steps.Set("Robotlab"), Group: steps.Set("pedagogical")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// TestTypedCells shows what becomes of what is typed in a workbook.
func TestTypedCells(t *testing.T) {
	t.Parallel()
	plan := smallPlan(t)
	data := encoded(t, plan, dutch)
	for name, c := range map[string]struct {
		sheet string
		cells map[string]string
		want  []string
	}{
		"a choice":             {tasksSheet, map[string]string{"Termijn 5": text("later")}, []string{"Eerstelijnshelpdesk · termijn: nu nodig → later"}},
		"capitals and blanks":  {tasksSheet, map[string]string{"Termijn 5": text("  LATER ")}, []string{"Eerstelijnshelpdesk · termijn: nu nodig → later"}},
		"the other language":   {tasksSheet, map[string]string{"Termijn 5": text("Drop"), "Te melden 5": text("no")}, []string{"Eerstelijnshelpdesk · termijn: nu nodig → schrappen", "Eerstelijnshelpdesk · te melden: ja → nee"}},
		"an empty cell":        {tasksSheet, map[string]string{"Uren per week 5": nothing, "Termijn 5": nothing}, []string{"Eerstelijnshelpdesk · uren: 4,1 → leeg", "Eerstelijnshelpdesk · termijn: nu nodig → leeg"}},
		"what arithmetic adds": {tasksSheet, map[string]string{"Uren per week 5": number("4.0999999999999996")}, nil},
		"a decimal comma":      {tasksSheet, map[string]string{"Uren per week 5": text("2,5")}, []string{"Eerstelijnshelpdesk · uren: 4,1 → 2,5"}},
		"a formula's result":   {tasksSheet, map[string]string{"Uren per week 5": `><f>2+3</f><v>5</v></c>`}, []string{"Eerstelijnshelpdesk · uren: 4,1 → 5"}},
		"a tick box":           {tasksSheet, map[string]string{"Te melden 5": ` t="b"><v>0</v></c>`}, []string{"Eerstelijnshelpdesk · te melden: ja → nee"}},
		"another owner":        {tasksSheet, map[string]string{"Trekker 5": text("An Peeters (an-2)"), "Springt in 5": text("an peeters")}, []string{"Eerstelijnshelpdesk · trekker: …Peeters → …Peeters", "Eerstelijnshelpdesk · springt in: leeg → An Peeters"}},
		"another title":        {tasksSheet, map[string]string{"B5": text("Hulplijn")}, []string{"Eerstelijnshelpdesk · titel: leeg → Hulplijn"}},
		"the list's own title": {tasksSheet, map[string]string{"B8": text("Wifi beheren")}, []string{"Draadloos net · titel: Draadloos net → leeg"}},
		"a title from before":  {tasksSheet, map[string]string{"B34": text("ICT-eindtermen en minimumdoelen opvolgen"), "Id taak 34": nothing, "Termijn 34": text("later")}, []string{"Digitale doelen opvolgen · termijn: leeg → later"}},
		"a word from before":   {tasksSheet, map[string]string{"Oplossing 5": text("Aanwerven")}, []string{"Eerstelijnshelpdesk · oplossing: leeg → aantrekken"}},
		"formatted letters":    {tasksSheet, map[string]string{"Notitie 5": ` t="inlineStr"><is><r><t>bel </t></r><r><rPr><b/></rPr><t>later</t></r><rPh><t>x</t></rPh></is></c>`}, []string{"Eerstelijnshelpdesk · notitie: bel eerst → bel later"}},
		"no id":                {tasksSheet, map[string]string{"Id taak 5": nothing, "Id taak 8": nothing, "Termijn 8": text("later")}, []string{"Draadloos net · termijn: leeg → later"}},
		"an own task":          {tasksSheet, map[string]string{"A83": text("beleid en visie"), "B83": text("Koffie zetten"), "Uren per week 83": number("1")}, []string{"Koffie zetten toegevoegd: groep Beleid en visie, 1 uur"}},
		"an own task's group":  {tasksSheet, map[string]string{"A82": text("Technical tasks")}, []string{"Robotlab · groep: Pedagogisch-didactische taken → Technische taken"}},
		"a new member":         {teamSheet, map[string]string{"A11": text("Bart Claes"), "B11": text("leraar"), "C11": number("6")}, []string{"Bart Claes toegevoegd: 6 uur, leraar"}},
		"a member's name":      {teamSheet, map[string]string{"A9": text("Anna Peeters"), "C9": nothing}, []string{"An Peeters · naam: An Peeters → Anna Peeters", "An Peeters · uren: 8 → leeg"}},
	} {
		changes := decoded(t, typed(t, data, c.sheet, c.cells), plan)
		if diff := cmp.Diff(c.want, differences(t, changes, plan)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestANewMemberCanOwnATask: the team is read first, also where it stands on a later sheet.
func TestANewMemberCanOwnATask(t *testing.T) {
	t.Parallel()
	plan := smallPlan(t)
	data := typed(t, encoded(t, plan, english), teamSheet, map[string]string{"A11": text("Bart Claes")})
	data = typed(t, data, tasksSheet, map[string]string{"Owner 5": text("bart claes")})
	after, err := plan.Apply(steps.Entry{Changes: decoded(t, data, plan)})
	if err != nil || after.Decisions.Of("helpdesk-first-line").Owner != "bart" {
		t.Errorf("the owner is %q, %v", after.Decisions.Of("helpdesk-first-line").Owner, err)
	}
}

// TestRowsAndColumnsThatAreGoneSayNothing, and those that moved or lost their names in between say the same.
func TestRowsAndColumnsThatAreGoneSayNothing(t *testing.T) {
	t.Parallel()
	plan := example(t)
	data := encoded(t, plan, dutch)
	rows := regexp.MustCompile(`<row r="\d+".*?</row>`)
	id := strings.TrimSuffix(cell(t, data, tasksSheet, "Id taak 1"), "1")
	for name, change := range map[string]func(sheet string) string{
		"rows gone": func(sheet string) string {
			return rows.ReplaceAllStringFunc(sheet, func(row string) string {
				if strings.HasPrefix(row, `<row r="1`) || strings.HasPrefix(row, `<row r="5`) {
					return ""
				}
				return row
			})
		},
		"a column gone": func(sheet string) string { return regexp.MustCompile(`<c r="D\d+".*?</c>`).ReplaceAllString(sheet, "") },
		"no ids": func(sheet string) string {
			return regexp.MustCompile(`<c r="`+id+`\d+".*?</c>`).ReplaceAllString(sheet, "")
		},
		"rows upside down": func(sheet string) string {
			start, end := strings.Index(sheet, `<row r="5"`), strings.Index(sheet, "</sheetData>")
			list := rows.FindAllString(sheet[start:end], -1)
			slices.Reverse(list)
			for i, row := range list {
				list[i] = regexp.MustCompile(` r="[A-Z]*\d+"`).ReplaceAllString(row, "")
			}
			return sheet[:start] + strings.Join(list, "") + sheet[end:]
		},
		"columns swapped": func(sheet string) string {
			return regexp.MustCompile(`r="([B`+id+`])(\d+)"`).ReplaceAllStringFunc(sheet, func(at string) string {
				return map[string]string{`r="B`: `r="` + id, `r="` + id: `r="B`}[at[:4]] + at[4:]
			})
		},
	} {
		files := parts(t, data)
		changed := change(files[tasksSheet])
		if changed == files[tasksSheet] {
			t.Errorf("%s: nothing was changed", name)
		}
		files[tasksSheet] = changed
		if changes := decoded(t, zipped(t, files), plan); len(changes) > 0 {
			t.Errorf("%s: %v", name, differences(t, changes, plan))
		}
	}
}

// TestWrongCells: every wrong cell is named, all at once.
func TestWrongCells(t *testing.T) {
	t.Parallel()
	plan := smallPlan(t)
	data := encoded(t, plan, dutch)
	for name, c := range map[string]struct {
		sheet, at, content, code, value string
	}{
		"a choice":              {tasksSheet, "Geldt 5", text("misschien"), "workbook-unknown-value", "misschien"},
		"yes or no":             {tasksSheet, "Te melden 5", text("soms"), "workbook-unknown-value", "soms"},
		"a member":              {tasksSheet, "Trekker 5", text("Niemand"), "workbook-unknown-member", "Niemand"},
		"hours in words":        {tasksSheet, "Uren per week 5", text("veel"), "workbook-not-number", "veel"},
		"hours below nothing":   {tasksSheet, "Uren per week 5", number("-1"), "refused-out-of-range", "-1"},
		"hours beyond a week":   {tasksSheet, "Uren per week 5", number("169"), "refused-out-of-range", "169"},
		"hours too fine":        {tasksSheet, "Uren per week 5", number("1.255"), "refused-too-fine", "1.255"},
		"a formula":             {tasksSheet, "Notitie 5", `><f>A1</f></c>`, "workbook-formula", ""},
		"a fault":               {tasksSheet, "Notitie 5", ` t="e"><v>#REF!</v></c>`, "workbook-error", "#REF!"},
		"a long title":          {tasksSheet, "B5", text(strings.Repeat("x", 201)), "planfile-too-long", strings.Repeat("x", 39) + "…"},
		"a group that is fixed": {tasksSheet, "A5", text("Beleid en visie"), "workbook-group-fixed", "Beleid en visie"},
		"no such group":         {tasksSheet, "A82", text("Varia"), "workbook-unknown-value", "Varia"},
		"an own task, no group": {tasksSheet, "A82", nothing, "workbook-group-missing", ""},
		"an own task, no title": {tasksSheet, "B82", nothing, "workbook-title-missing", ""},
		"an unknown id":         {tasksSheet, "Id taak 5", text("nergens"), "workbook-unknown-task", "nergens"},
		"a title twice":         {tasksSheet, "B83", text("Robotlab"), "workbook-twice", "Robotlab"},
		"a member without name": {teamSheet, "A9", nothing, "workbook-name-missing", ""},
		"a member's role":       {teamSheet, "B9", text("koning"), "workbook-unknown-value", "koning"},
		"a member's id":         {teamSheet, "I9", text("An!"), "workbook-unknown-id", "An!"},
		"what a member knows":   {teamSheet, "G9", text("Wifi; koken"), "workbook-unknown-ability", "Wifi; koken"},
	} {
		_, err := read(typed(t, data, c.sheet, map[string]string{c.at: c.content}), plan)
		problems, ok := err.(planfile.Errors)
		if !ok || len(problems) != 1 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		where := map[string]string{tasksSheet: "Taken!", teamSheet: "Team!"}[c.sheet] + cell(t, data, c.sheet, c.at)
		if p := problems[0]; p.Path != where || p.Code() != c.code || p.Values()["value"] != c.value {
			t.Errorf("%s: %s, %s, %q", name, p.Path, p.Code(), p.Values()["value"])
		}
		if said := dutch.Error(problems[0]); !strings.HasPrefix(said, where+": ") || strings.Contains(said, "{") {
			t.Errorf("%s is said as %q", name, said)
		}
	}
}

func TestAllWrongCellsAreListed(t *testing.T) {
	t.Parallel()
	plan := smallPlan(t)
	data := typed(t, encoded(t, plan, dutch), teamSheet, map[string]string{"A9": nothing})
	cells := map[string]string{"Uren per week 5": text("x"), "Geldt 5": text("x")}
	for row := 5; row < 30; row++ {
		cells[fmt.Sprintf("Termijn %d", row+1)] = text("x")
	}
	_, err := read(typed(t, data, tasksSheet, cells), plan)
	problems := err.(planfile.Errors)
	if len(problems) != 21 || problems[0].Path != "Taken!"+cell(t, data, tasksSheet, "Geldt 5") || problems[1].Path != "Taken!"+cell(t, data, tasksSheet, "Uren per week 5") || problems[20].Values()["value"] != "8" {
		t.Errorf("listed: %v", problems)
	}
}

// TestWordsFromBeforeAreRead: a spreadsheet of an older version has headings and words that are called otherwise now.
func TestWordsFromBeforeAreRead(t *testing.T) {
	t.Parallel()
	plan, err := smallPlan(t).Apply(steps.Entry{Changes: []steps.Change{{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(steps.Yes)}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, texts := range []*assets.Texts{dutch, english} {
		data := encoded(t, plan, texts)
		for field, headings := range texts.Workbook.Earlier.Headings {
			now := string(texts.TaskColumns()[field].Heading)
			for _, heading := range headings {
				cells := map[string]string{cell(t, data, tasksSheet, now+" 4"): text(string(heading)), cell(t, data, tasksSheet, now+" 5"): text("ja")}
				changes := decoded(t, typed(t, data, tasksSheet, cells), plan)
				if len(changes) != 1 || len(changes[0].Given()) != 1 || changes[0].Given()[0].Name != field {
					t.Errorf("%s: %v", heading, differences(t, changes, plan))
				}
			}
		}
		for field, values := range texts.Workbook.Earlier.Values {
			sheet, heading, row := tasksSheet, texts.TaskColumns()[field].Heading, " 5"
			if of := texts.Workbook.Team.Columns[field].Heading; of != "" {
				sheet, heading = teamSheet, of
			}
			for _, words := range values {
				for _, word := range words {
					at := cell(t, data, sheet, string(heading)+row)
					if _, err := read(typed(t, data, sheet, map[string]string{at: text(string(word))}), plan); err != nil {
						t.Errorf("%s: %v", word, err)
					}
				}
			}
		}
	}
}

// TestAWorkbookSpeaksAsTheSchoolDoes, and is read by a plan at any level of education.
func TestAWorkbookSpeaksAsTheSchoolDoes(t *testing.T) {
	t.Parallel()
	for _, texts := range []*assets.Texts{dutch, english} {
		plans := map[steps.SchoolLevel]steps.Plan{}
		for _, level := range []steps.SchoolLevel{"secondary", "adult", "arts"} {
			plan, err := smallPlan(t).Apply(steps.Entry{Changes: []steps.Change{
				{Kind: steps.ChangeSchool, Level: steps.Set(string(level))}, {Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(steps.Yes)},
				{Kind: steps.ChangeTask, Task: "pupil-administration-links", Level: steps.Set("school"), Local: steps.Set(true)},
			}})
			if err != nil {
				t.Fatal(err)
			}
			plans[level] = plan
		}
		for from, plan := range plans {
			data := encoded(t, plan, texts)
			for to, other := range plans {
				if changes := decoded(t, data, other); len(changes) > 0 {
					t.Errorf("%s, from %s to %s: %v", texts.Language, from, to, differences(t, changes, other))
				}
			}
		}
		cell(t, encoded(t, plans["adult"], texts), tasksSheet, map[assets.Language]string{assets.Dutch: "Centrum zelf", assets.English: "Centre itself"}[texts.Language]+" 3")
	}
}
