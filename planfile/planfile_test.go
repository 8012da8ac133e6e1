package planfile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"stappenplan/planfile"
	"stappenplan/steps"
)

// builtIn is a catalogue small enough to oversee.
var builtIn = &steps.Definitions{Catalogue: &steps.Catalogue{
	Version: 1,
	Tasks: []steps.CatalogueTask{
		{ID: "helpdesk-first-line", Group: steps.TechnicalTasks, Core: steps.TechnicalCoreTask},
		{ID: "network-management", Group: steps.TechnicalTasks, Core: steps.TechnicalCoreTask},
		{ID: "wifi-management", Group: steps.TechnicalTasks, Core: steps.TechnicalCoreTask},
		{ID: "ict-policy-plan", Group: steps.PolicyTasks, Core: steps.PolicyCoreTask, Strategic: true},
	},
}}

var samePlan = cmp.Options{cmpopts.IgnoreUnexported(steps.Plan{}), cmpopts.EquateEmpty()}

// corpus are the plan files of testdata/plans by name.
func corpus(t testing.TB) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob("testdata/plans/*")
	if err != nil || len(paths) == 0 {
		t.Fatalf("corpus: %d files, %v", len(paths), err)
	}
	files := map[string][]byte{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(path)] = data
	}
	return files
}

func decode(t testing.TB, data []byte) planfile.File {
	t.Helper()
	file, err := planfile.Decode(data, builtIn, nil)
	if err != nil {
		t.Fatalf("decode: %v\n%s", err, data[:min(len(data), 4000)])
	}
	return file
}

// TestRoundTrip takes every plan of the corpus through every way out and back.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	for name, data := range corpus(t) {
		t.Run(name, func(t *testing.T) {
			plan := decode(t, data).Plan
			text := planfile.Encode(plan)
			roundTrip(t, plan)
			if again := planfile.Encode(decode(t, data).Plan); !bytes.Equal(text, again) {
				t.Errorf("a second export differs:\n%s", cmp.Diff(string(text), string(again)))
			}
			if got := planfile.Encode(imported(t, decode(t, text))); !bytes.Equal(text, got) {
				t.Errorf("export after import into an empty plan differs:\n%s", cmp.Diff(string(text), string(got)))
			}
		})
	}
}

func roundTrip(t testing.TB, plan steps.Plan) {
	t.Helper()
	for format, text := range map[string][]byte{"JSON": planfile.Encode(plan), "YAML": planfile.EncodeYAML(plan)} {
		if diff := cmp.Diff(plan, decode(t, text).Plan, samePlan); diff != "" {
			t.Errorf("%s reads back as another plan (-written +read):\n%s", format, diff)
		}
	}
}

// imported is a plan that began empty and took the file as one entry of its journal.
func imported(t testing.TB, file planfile.File) steps.Plan {
	t.Helper()
	empty := steps.NewPlan(builtIn)
	changes, err := file.Changes(empty)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := steps.Entry{ID: "x", Changes: changes}.Encode()
	if err != nil {
		t.Fatal(err)
	}
	entry, err := steps.DecodeEntry(kept)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := empty.Apply(entry)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// TestEncode shows what is written: the fields that say something, in the order of the contract.
func TestEncode(t *testing.T) {
	t.Parallel()
	files := corpus(t)
	for name, want := range map[string]string{
		"minimal.json": `{
  "format": "stappenplan/1",
  "round": {
    "number": 1
  }
}
`,
		"zeros.json": `{
  "format": "stappenplan/1",
  "school": {
    "pupils": 0,
    "hours": 0,
    "means": [
      {
        "source": "hours",
        "amount": 0,
        "per_fulltime": 0,
        "week": 0,
        "pooled": 0
      }
    ]
  },
  "round": {
    "number": 1
  },
  "tasks": [
    {
      "id": "wifi-management",
      "scale": false,
      "specialist": false,
      "local": false,
      "feedback": false,
      "strategic": false,
      "technical": false,
      "hours": 0
    }
  ],
  "members": [
    {
      "id": "0",
      "name": "0",
      "hours": 0
    }
  ],
  "agreements": {
    "backup": {
      "needed": false
    }
  }
}
`,
	} {
		if diff := cmp.Diff(want, string(planfile.Encode(decode(t, files[name]).Plan))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestEncodeYAML(t *testing.T) {
	t.Parallel()
	want := `format: "stappenplan/1"
school:
  name: "GO! Atheneum Voorbeeld"
  level: secondary
  group_kind: group
  group: "Scholengroep X"
  pupils: 830
  hours: 34.2
  means:
    - source: points
      amount: 60
      per_fulltime: 63
      week: 36
      pooled: 0
round:
  number: 2
  opened: "2026-09-01"
  next_evaluation: "2027-05-15"
  again:
    - team
answers:
  awareness:
    choice: "yes"
    by: "An Peeters"
    at: "2026-09-01T08:30:00Z"
`
	got := planfile.EncodeYAML(decode(t, corpus(t)["page.json"]).Plan)
	if !strings.HasPrefix(string(got), want) {
		t.Errorf("YAML:\n%s", cmp.Diff(want, string(got)))
	}
}

// TestReading fixes what a few notations mean.
func TestReading(t *testing.T) {
	t.Parallel()
	plan := decode(t, corpus(t)["hostile.yaml"]).Plan
	for got, want := range map[string]string{
		plan.School.Name:                          "no",
		plan.School.Group:                         "it's",
		plan.Answers[steps.Awareness].Note:        "12:30",
		plan.Answers[steps.Awareness].Evidence:    "2026-09-01",
		plan.Answers[steps.Vision].Note:           "yes",
		plan.Answers[steps.Vision].Evidence:       "rood  \u2028 \u2028 😀",
		plan.Answers[steps.Policy].Note:           "over twee regels\nen een derde",
		plan.Answers[steps.Pooling].Note:          "True",
		plan.Answers[steps.Pooling].Evidence:      "a#b",
		plan.Answers[steps.Tasks].Note:            "- geen lijst\n# geen commentaar\n\n",
		plan.Answers[steps.Expertise].Evidence:    "null value",
		plan.Members[0].ID + plan.Members[0].Name: "10012",
		plan.Members[1].Name:                      "Zon 😀",
	} {
		if got != want {
			t.Errorf("read %q, want %q", got, want)
		}
	}
}

// TestFirstCharacters tells JSON by its first character, after a byte order mark and blanks.
func TestFirstCharacters(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"\uFEFF {\"format\": \"stappenplan/1\"}", "\r\n\t{\"format\":\"stappenplan/1\"}\n\n", "\uFEFFformat: stappenplan/1", "# PK\nformat: stappenplan/1\n...\n",
	} {
		decode(t, []byte(text))
	}
}

// TestRound says which round a file may be about, and what becomes of one that names none.
func TestRound(t *testing.T) {
	t.Parallel()
	second := decode(t, []byte("format: stappenplan/1\nround: {number: 2, opened: 2026-09-01}\nschool: {name: A}")).Plan
	for _, c := range []struct {
		file string
		want int // the round after the import, or 0 when it is refused
	}{
		{"round: {number: 2}", 2},
		{"round: {number: 3}", 3},
		{"round: {opened: 2026-10-01}", 2},
		{"school: {name: B}", 2},
		{"round: {number: 1}", 0},
		{"round: {number: 4}", 0},
	} {
		file := decode(t, []byte("format: stappenplan/1\n"+c.file))
		changes, err := file.Changes(second)
		if err != nil {
			problem := err.(planfile.Errors)[0]
			if c.want != 0 || problem.Path != "round.number" || problem.Code() != "refused-round-number" || problem.Line != 2 {
				t.Errorf("%s: refused with %v at line %d", c.file, err, problem.Line)
			}
			continue
		}
		after, err := second.Apply(steps.Entry{Changes: changes})
		if err != nil || after.Round.Number != c.want {
			t.Errorf("%s: round %d, want %d (%v)", c.file, after.Round.Number, c.want, err)
		}
		want := file.Plan
		want.Round.Number = c.want
		if diff := cmp.Diff(want, after, samePlan); diff != "" {
			t.Errorf("%s: the plan is not what the file says:\n%s", c.file, diff)
		}
	}
}

// TestEdition: a file that does not say with which edition of the task list its round was opened leaves the plan's in the same
// round, and says none in a new one.
func TestEdition(t *testing.T) {
	t.Parallel()
	second := decode(t, []byte("format: stappenplan/1\nround: {number: 2, edition: 1}\nschool: {name: A}")).Plan
	for file, want := range map[string]string{"school: {name: B}": "1", "round: {number: 2}": "1", "round: {number: 3}": "none", "round: {number: 3, edition: 1}": "1"} {
		changes, err := decode(t, []byte("format: stappenplan/1\n"+file)).Changes(second)
		if err != nil {
			t.Fatal(err)
		}
		after, err := second.Apply(steps.Entry{Changes: changes})
		said := "none"
		if after.Round.Edition != nil {
			said = strconv.Itoa(*after.Round.Edition)
		}
		if err != nil || said != want {
			t.Errorf("%s: the plan says edition %s, want %s (%v)", file, said, want, err)
		}
	}
}

// TestImportReplaces brings each plan of the corpus into each other: what the file lacks becomes empty.
func TestImportReplaces(t *testing.T) {
	t.Parallel()
	inOrder := cmpopts.SortSlices(func(a, b steps.Member) bool { return a.ID < b.ID })
	ids := cmpopts.SortSlices(func(a, b string) bool { return a < b })
	for from, first := range corpus(t) {
		for to, second := range corpus(t) {
			now, file := decode(t, first).Plan, decode(t, second)
			file.RoundGiven = false
			changes, err := file.Changes(now)
			if err != nil {
				t.Fatalf("%s into %s: %v", to, from, err)
			}
			after, err := now.Apply(steps.Entry{Changes: changes})
			if err != nil {
				t.Fatalf("%s into %s: %v", to, from, err)
			}
			want := file.Plan
			want.Round.Number = now.Round.Number
			if diff := cmp.Diff(want, after, samePlan, inOrder, ids); diff != "" {
				t.Errorf("%s into %s:\n%s", to, from, diff)
			}
			if changes, err := file.Changes(after); err != nil || len(changes) > 0 {
				t.Errorf("%s into %s a second time: %d changes, %v", to, from, len(changes), err)
			}
		}
	}
}

// TestRead gives the number of the round only where the file does.
func TestRoundGiven(t *testing.T) {
	t.Parallel()
	files := corpus(t)
	if decode(t, files["minimal.json"]).RoundGiven || !decode(t, files["page.json"]).RoundGiven {
		t.Error("RoundGiven does not follow round.number")
	}
}

func BenchmarkEncode(b *testing.B) {
	plan := decode(b, corpus(b)["full.yaml"]).Plan
	b.Run("JSON", func(b *testing.B) {
		for b.Loop() {
			planfile.Encode(plan)
		}
	})
	b.Run("YAML", func(b *testing.B) {
		for b.Loop() {
			planfile.EncodeYAML(plan)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	plan := decode(b, corpus(b)["full.yaml"]).Plan
	for format, text := range map[string][]byte{"JSON": planfile.Encode(plan), "YAML": planfile.EncodeYAML(plan)} {
		b.Run(format, func(b *testing.B) {
			for b.Loop() {
				decode(b, text)
			}
		})
	}
}
