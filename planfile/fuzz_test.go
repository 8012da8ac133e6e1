package planfile_test

import (
	"bytes"
	"encoding/csv"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stappenplan/planfile"
	"stappenplan/planfile/xlsx"
	"stappenplan/steps/stepstest"
)

// FuzzJSON feeds anything that begins as JSON: what is read is written so that it reads back the same.
func FuzzJSON(f *testing.F) {
	for _, data := range corpus(f) {
		if data = bytes.TrimSpace(data); bytes.HasPrefix(data, []byte("{")) {
			f.Add(data)
		}
	}
	for _, data := range []string{"{\"round\":{\"number\":1e-400}}", "{\"school\":{\"name\":\"\\ud800\"}}", "[[[[", "{\"format\":\"stappenplan/1\",\"format\":\"stappenplan/1\"}"} {
		f.Add([]byte(data))
	}
	f.Fuzz(decodesOrRefuses)
}

// FuzzYAML feeds anything else.
func FuzzYAML(f *testing.F) {
	for name, data := range corpus(f) {
		if !bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
			f.Add(data)
			continue
		}
		if file, err := planfile.Decode(data, builtIn, nil); err == nil && len(data) < 100_000 {
			f.Add(planfile.EncodeYAML(file.Plan))
		} else if err != nil {
			f.Logf("%s is no plan", name)
		}
	}
	for _, data := range []string{"- &a [*a]", "? {a: b}\n: c", "a: |2-\n  x", "\"\\ud800\"", "%YAML 1.1\n---\n!!map {}", "a: >+\n\n  x\n\t", "{a: 'b\n\n c'}"} {
		f.Add([]byte(data))
	}
	f.Fuzz(decodesOrRefuses)
}

// decodesOrRefuses is the law of both: no panic, problems that have words, and a plan that survives being written.
func decodesOrRefuses(t *testing.T, data []byte) {
	stepstest.Bounded(t, len(data), func() {
		file, err := planfile.Decode(data, builtIn, nil)
		if err != nil {
			for _, p := range err.(planfile.Errors) {
				if p.Code() == "" || p.Values() == nil {
					t.Errorf("a problem without words: %#v", p)
				}
			}
			return
		}
		roundTrip(t, file.Plan)
		text := planfile.Encode(file.Plan)
		if again := planfile.Encode(decode(t, text).Plan); !bytes.Equal(text, again) {
			t.Errorf("written anew it differs:\n%s", cmp.Diff(string(text), string(again)))
		}
	})
}

// FuzzCatalogue feeds anything as a catalogue of tasks: a plan with one that is taken writes it so that it reads back.
func FuzzCatalogue(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(`{"version":1,"tasks":[{"id":"robots","group":"policy","title":{"nl":"Robots","en":"Robots"},"core":"none"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		stepstest.Bounded(t, len(data), func() {
			own, err := planfile.DecodeCatalogue(data)
			if err != nil {
				return
			}
			file, err := planfile.Decode([]byte(`{"format":"stappenplan/1"}`), builtIn, &own)
			if err != nil {
				t.Fatalf("a plan is refused beside it: %v", err)
			}
			roundTrip(t, file.Plan)
		})
	})
}

// FuzzDelimited feeds anything as rows of text: what is split into cells is so again when these cells are written.
func FuzzDelimited(f *testing.F) {
	for _, text := range []string{
		"Taak;Wie;Uren\nWifi beheren;An;2,5\n", "a,b\r\n\"c\nd\",\"e \"\"f\"\"\"\r\n", "sep=\t\na\tb\n\tc\n", "a;b\n\n\n'=1+1;'-2\n", "a;b\rc;d\r", "\xff\xfea\x00;\x00b\x00\n\x00",
		"a;\"b\n\"c;d\n", "caf\xe9;b\n1;2\n", ";;;\n;x;\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		stepstest.Bounded(t, len(data), func() {
			book, err := planfile.OpenDelimited("rijen", data)
			if err != nil || book == nil {
				return
			}
			cells := cellsOf(t, book)
			again, err := planfile.OpenDelimited("rijen", []byte(delimited(cells)))
			if err != nil || again == nil && len(cells) > 0 {
				t.Fatalf("what was written is not read: %v\n%q", err, delimited(cells))
			}
			if again != nil && !slices.EqualFunc(cells, cellsOf(t, again), slices.Equal) {
				t.Errorf("written anew it differs:\n%s", cmp.Diff(cells, cellsOf(t, again)))
			}
		})
	})
}

// cellsOf are the rows of a book of one sheet, from the first one on.
func cellsOf(t *testing.T, book *xlsx.Book) (rows [][]string) {
	t.Helper()
	below, err := book.Below(book.Sheets[0], 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range below {
		for len(rows) < row.Number {
			rows = append(rows, nil)
		}
		for _, cell := range row.Cells {
			at := &rows[row.Number-1]
			for len(*at) < cell.Column {
				*at = append(*at, "")
			}
			(*at)[cell.Column-1] = cell.Text
		}
	}
	return rows
}

// delimited writes rows with a tab between the cells, and says so. A cell that looks like a formula is marked as text.
func delimited(rows [][]string) string {
	var b strings.Builder
	b.WriteString("sep=\t\n")
	w := csv.NewWriter(&b)
	w.Comma = '\t'
	for cells := range marked(rows) {
		if len(cells) == 0 { // an empty line is a row of nothing
			w.Flush()
			b.WriteByte('\n')
			continue
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return b.String()
}

func marked(rows [][]string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for _, row := range rows {
			cells := slices.Clone(row)
			for i, cell := range cells {
				if planfile.Formula(cell) {
					cells[i] = "'" + cell
				}
			}
			if !yield(cells) {
				return
			}
		}
	}
}
