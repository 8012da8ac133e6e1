package steps_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"stappenplan/steps"
)

// TestClean goes through texts made to do harm.
func TestClean(t *testing.T) {
	b, err := os.ReadFile("testdata/texts.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		ID    string
		Text  string
		Bytes []byte
		Clean string
	}
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		equal(t, c.ID, steps.Clean(c.Text+string(c.Bytes)), c.Clean)
	}
}

// TestCleanEscapes: an escape sequence that is cut off takes along no more than it must.
func TestCleanEscapes(t *testing.T) {
	for text, want := range map[string]string{
		"a\x1b":               "a",
		"a\x1bé":              "aé",
		"a\x1b\nb":            "a\nb",
		"a\x1b[31":            "a",
		"a\x1b[31\nb":         "a\nb",
		"a\x1b[31éb":          "aéb",
		"a\x1b[3\x1b[1mb":     "ab",
		"a\x1b]0;t\x1b[1mb":   "ab",
		"a\x1b]0;t\x1b\\b":    "ab",
		"a\x1b_x\x07b":        "ab",
		"\x1b\x1b[[31mx":      "31mx",
		"\x1b\u200e[31mx":     "[31mx",
		"\x1b(Bx":             "Bx",
		"a\r\rb\r\n\nc":       "a\n\nb\n\nc",
		"a\u2028b":            "a\u2028b",
		"\ufdd0a\U0001ffffb":  "ab",
		"a\ufffdb":            "a\ufffdb",
		"Zoe\u0308 \u200b x ": "Zoe\u0308 \u200b x ",
	} {
		equal(t, text, steps.Clean(text), want)
	}
}

// hostile draws texts in which the parts of escape sequences lie about.
func hostile() *rapid.Generator[string] {
	parts := rapid.SampledFrom([]string{
		"\x1b", "[", "]", "P", "31", ";", "m", "\\", "\x07", "\r", "\n", "\t", " ", "\u200e", "\u202e", "\u009b", "\x9b", "\xff",
		"\xc2", "\ufffe", "\u2028", "\u200b", "\u0301", "é", "a", "b", "(", "\x00", "\x7f",
	})
	return rapid.Map(rapid.SliceOf(parts), func(list []string) string { return strings.Join(list, "") })
}

// TestCleanIsHarmless: nothing that steers a terminal is left, and cleaning twice is cleaning once.
func TestCleanIsHarmless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(hostile(), rapid.String()).Draw(t, "text")
		clean := steps.Clean(text)
		if steps.Clean(clean) != clean {
			t.Fatalf("cleaned twice: %q, once: %q", steps.Clean(clean), clean)
		}
		if !utf8.ValidString(clean) {
			t.Fatalf("not UTF-8: %q", clean)
		}
		for _, r := range clean {
			if r < 0x20 && r != '\n' && r != '\t' || r >= 0x7F && r <= 0x9F || strings.ContainsRune("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff", r) {
				t.Fatalf("%U left in %q", r, clean)
			}
		}
		name := steps.CleanName(text)
		if steps.CleanName(name) != name || strings.ContainsAny(name, "\n\t\u2028\u2029") || strings.TrimSpace(name) != name {
			t.Fatalf("not a name: %q", name)
		}
	})
}

// TestCleanLeavesLetters: what was written without controls stays to the letter.
func TestCleanLeavesLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[ -~à-ÿ\n\tא-ת한-힣]*`).Draw(t, "text")
		if steps.Clean(text) != text {
			t.Fatalf("%q became %q", text, steps.Clean(text))
		}
	})
}

func TestCleanName(t *testing.T) {
	for text, want := range map[string]string{
		"  An\tPeeters\r\n":    "An Peeters",
		"An\rPeeters":          "An Peeters",
		"An\u2028Peeters":      "An Peeters",
		"\x1b[1mAn\x1b[0m":     "An",
		"\u00a0An\u202e\u00a0": "An",
		"\n":                   "",
	} {
		equal(t, text, steps.CleanName(text), want)
	}
}

func TestBlank(t *testing.T) {
	for _, text := range []string{"", " ", "\n\t\u00a0\u3000", "\u200b\u2060\u200d", "\u3164", "\u2800", "\u0301", "\ufe0f", "\u00ad"} {
		equal(t, text, steps.Blank(text), true)
	}
	for _, text := range []string{".", " a", "\u200ba", "한", "👩‍🏫", "-", "0"} {
		equal(t, text, steps.Blank(text), false)
	}
}

// TestBlankTextsAreNone: a text that shows nothing is no text.
func TestBlankTextsAreNone(t *testing.T) {
	p := planOf(t,
		agreement("backup", "\n \u200b"),
		change{Kind: steps.ChangeAnswer, Step: steps.Vision, Note: steps.Set(" ")},
		school(func(c *change) { c.Name, c.Group = steps.Set("\u3164"), steps.Set("\t") }),
		task("wifi", func(c *change) { c.Title, c.Note = steps.Set(" "), steps.Set("\x1b[0m") }),
		change{Kind: steps.ChangeEvaluation, Collaboration: steps.Set("\u00a0"), Present: steps.Set([]string{})})
	equal(t, "begun", p.Begun(), false)
}

// TestPlanHoldsCleanTexts: however a text comes in, and a catalogue's too.
func TestPlanHoldsCleanTexts(t *testing.T) {
	bad, name, text := "a\x1b[31m\r\nb\u202e\x00", "a b", "a\nb"
	own := steps.Catalogue{
		Version: 1, Groups: []steps.Titled{{ID: "policy", Title: words(bad)}}, Profiles: []steps.Titled{{ID: "x", Title: words(bad)}},
		Sources: map[string]string{"x": bad},
		Tasks: []steps.CatalogueTask{{
			ID: "lan", Group: "policy", Core: "none", Title: words(bad), Explain: words(bad), Profile: bad, Source: bad,
		}},
	}
	e := steps.Entry{ID: "e", At: noon, By: bad, Changes: []change{
		{Kind: steps.ChangeCatalogue, Catalogue: steps.Set(own)},
		{Kind: steps.ChangeMember, Member: "an", Name: steps.Set(bad), Motivation: steps.Set(bad), Mandate: steps.Set(bad)},
		{Kind: steps.ChangeAnswer, Step: steps.Vision, Note: steps.Set(bad), Evidence: steps.Set(bad)},
		{Kind: steps.ChangeEvaluation, Collaboration: steps.Set(bad), Present: steps.Set([]string{bad})},
	}}
	p, err := planOf(t).Apply(e)
	equal(t, "refusals", refusalsOf(t, err), nil)
	equal(t, "names", []string{p.Members[0].Name, p.Answers[steps.Vision].By, p.Evaluation.Present[0]}, []string{name, name, name})
	equal(t, "texts", []string{p.Members[0].Mandate, p.Members[0].Motivation, p.Answers[steps.Vision].Note, p.Answers[steps.Vision].Evidence, p.Evaluation.Collaboration}, []string{text, text, text, text, text})
	equal(t, "catalogue", *p.Catalogue, steps.Catalogue{
		Version: 1, Groups: []steps.Titled{{ID: "policy", Title: words(name)}}, Profiles: []steps.Titled{{ID: "x", Title: words(name)}},
		Sources: map[string]string{"x": name},
		Tasks: []steps.CatalogueTask{{
			ID: "lan", Group: "policy", Core: "none", Title: words(name), Explain: words(text), Profile: name, Source: name,
		}},
	})
	equal(t, "the caller's catalogue", own.Tasks[0].Title["nl"], bad)
}

// TestManyNames: a list as long as a file can hold does not take forever.
func TestManyNames(t *testing.T) {
	var names []string
	for n := range 100_000 {
		names = append(names, steps.Whole(int64(n)).String())
	}
	p := planOf(t, change{Kind: steps.ChangeEvaluation, Present: steps.Set(append(names, names...))})
	equal(t, "each once", len(p.Evaluation.Present), len(names))
}

func TestIDs(t *testing.T) {
	none := func(string) bool { return false }
	for name, want := range map[string]string{
		"An Peeters": "an", "Zoë De Smet": "zoe", "Zoe\u0308 De Smet": "zoe", "  Jean-Pierre B": "jean-pierre", "D'Hondt": "d-hondt",
		"李雷": "member", "": "member", "Øyvind": "oyvind", "IJsbrand": "ijsbrand", "Ĳsbrand": "ijsbrand", "İpek": "ipek", "-rf": "rf", "CON": "con",
	} {
		equal(t, name, steps.NewMemberID(name, none), want)
	}
	equal(t, "own task", steps.NewTaskID("Robotlab (3de graad) beheren!", none), "own-robotlab-3de-graad-beheren")
	equal(t, "nothing to go by", steps.NewTaskID("…", none), "own-task")
	p := planOf(t, member("an", 1), member("an-2", 1), ownTask("own-robotlab"))
	equal(t, "third An", p.NewMemberID("An Vos"), "an-3")
	equal(t, "second lab", p.NewTaskID("Robotlab"), "own-robotlab-2")
}

// TestNewIDsAreValid, whatever the name.
func TestNewIDsAreValid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(hostile(), rapid.String(), rapid.StringMatching(`[a-z -]{50,300}`)).Draw(t, "name")
		tries := 0
		taken := func(string) bool { tries++; return tries%1200 != 0 }
		for _, id := range []string{steps.NewMemberID(name, taken), steps.NewTaskID(name, taken)} {
			if !steps.ValidID(id) {
				t.Fatalf("%q gives %q", name, id)
			}
		}
	})
}

func TestParseDecimal(t *testing.T) {
	for text, want := range map[string]string{
		"4": "4", "4.0": "4", "4e0": "4", "4E+0": "4", "40e-1": "4", "0.4e1": "4", "0.1": "0.1", "34.20": "34.2", "1e3": "1000", "0": "0", "-0": "0", "-0.0": "0",
		"0e999": "0", "-1.5": "-1.5", "0.001": "0.001", "999999999999.999": "999999999999.999", "0e99999999999999999999": "0", "1.000000000": "1",
	} {
		got, err := steps.ParseDecimal(text)
		equal(t, text+": error", err, nil)
		equal(t, text, got.String(), want)
	}
	for text, want := range map[string]error{
		"1e999": steps.ErrTooLarge, "9007199254740993": steps.ErrTooLarge, "1e99999999999999999999": steps.ErrTooLarge, "1000000000000": steps.ErrTooLarge,
		"1e-999": steps.ErrTooFine, "0.30000000000000004": steps.ErrTooFine, "0.0001": steps.ErrTooFine, "1e-99999999999999999999": steps.ErrTooFine,
		"": steps.ErrNotNumber, "-": steps.ErrNotNumber, "0x10": steps.ErrNotNumber, "1_000": steps.ErrNotNumber, "08": steps.ErrNotNumber, "-08.5": steps.ErrNotNumber,
		"00": steps.ErrNotNumber, "+4": steps.ErrNotNumber, "--4": steps.ErrNotNumber, ".5": steps.ErrNotNumber, "5.": steps.ErrNotNumber, "4,5": steps.ErrNotNumber,
		"NaN": steps.ErrNotNumber, "Infinity": steps.ErrNotNumber, ".nan": steps.ErrNotNumber, "1e": steps.ErrNotNumber, "1e1.0": steps.ErrNotNumber, "1e1e1": steps.ErrNotNumber,
		" 4": steps.ErrNotNumber, "null": steps.ErrNotNumber, "４": steps.ErrNotNumber, "1.2.3": steps.ErrNotNumber,
	} {
		if got, err := steps.ParseDecimal(text); err != want {
			t.Errorf("%q: %v, %v; wanted %v", text, got, err, want)
		}
	}
}

// TestDecimalRoundTrip: what is written reads back, and as JSON.
func TestDecimalRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := steps.Decimal(rapid.Int64Range(-999_999_999_999_999, 999_999_999_999_999).Draw(t, "thousandths"))
		back, err := steps.ParseDecimal(d.String())
		if err != nil || back != d {
			t.Fatalf("%d is written %s and read %d (%v)", d, d, back, err)
		}
		var number json.Number
		if err := json.Unmarshal([]byte(d.String()), &number); err != nil {
			t.Fatalf("%s is no JSON: %v", d, err)
		}
	})
}

func TestParseDate(t *testing.T) {
	for _, text := range []string{"2026-09-01", "2028-02-29", "9999-12-31", "0001-01-01"} {
		got, ok := steps.ParseDate(text)
		equal(t, text, ok, true)
		equal(t, text, string(got), text)
	}
	for _, text := range []string{
		"", "0000-00-00", "2026-02-29", "2026-13-01", "2026-04-31", "2026-9-1", "26-09-01", "10000-01-01", "2026-09-01T00:00:00Z", " 2026-09-01",
		"2026/09/01", "2026-09-01\n", "-026-09-01", "２０２６-09-01",
	} {
		_, ok := steps.ParseDate(text)
		equal(t, text, ok, false)
	}
}

func TestParseTime(t *testing.T) {
	for text, utc := range map[string]string{
		"2026-09-01T08:30:00Z": "2026-09-01T08:30:00Z", "2026-09-01T08:30:00+02:00": "2026-09-01T06:30:00Z", "1970-01-01T00:00:00Z": "1970-01-01T00:00:00Z",
		"2026-09-01T00:30:00+14:00": "2026-08-31T10:30:00Z", "2026-09-01T08:30:00.5-05:30": "2026-09-01T14:00:00.5Z",
		"2026-09-01T08:30:00-00:00": "2026-09-01T08:30:00Z", "2026-09-01T08:30:00+00:00": "2026-09-01T08:30:00Z",
	} {
		got, ok := steps.ParseTime(text)
		equal(t, text, ok, true)
		equal(t, text, got.UTC().Format(time.RFC3339Nano), utc)
	}
	for _, text := range []string{
		"", "2026-09-01", "2026-09-01T24:00:00Z", "2016-12-31T23:59:60Z", "2026-09-01T08:30:00+25:00", "2026-09-01T08:30:00+02:60", "2026-09-01T08:30:00+24:00", "2026-09-01T08:30:00",
		"2026-09-01T08:30Z", "2026-09-01 08:30:00Z", "2026-9-1T08:30:00Z", "2026-09-01T8:30:00Z", "2026-09-01T08:30:00,5Z", "2026-02-29T08:30:00Z",
		"10000-01-01T00:00:00Z", "2026-03-29T02:30 Europe/Brussels", "2026-09-01T08:30:00Z\n", "null", "2026-09-01T08:30:00+0200",
	} {
		_, ok := steps.ParseTime(text)
		equal(t, text, ok, false)
	}
}

func TestDateOf(t *testing.T) {
	late, _ := steps.ParseTime("2026-03-29T00:30:00+02:00")
	equal(t, "the day where it is", steps.DateOf(late), "2026-03-29")
}
