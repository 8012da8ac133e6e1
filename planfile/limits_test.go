package planfile_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"stappenplan/planfile"
	"stappenplan/steps"
)

// nasty are files of about so many bytes, each of which is slow or large for some reader of YAML or JSON.
var nasty = map[string]func(n int) string{
	"flow lists":   func(n int) string { return "a: " + strings.Repeat("[", n-3) },
	"flow maps":    func(n int) string { return strings.Repeat("{a: ", n/4) },
	"JSON lists":   func(n int) string { return strings.Repeat("[", n) },
	"JSON objects": func(n int) string { return strings.Repeat(`{"a":`, n/5) },
	"JSON numbers": func(n int) string { return "[" + strings.Repeat("0,", n/2-2) + "0]" },
	"JSON keys":    func(n int) string { return "{" + strings.Repeat(`"a":1,`, n/6-1) + `"b":1}` },
	"JSON digits":  func(n int) string { return `{"school":{"hours":` + strings.Repeat("9", n-40) + "}}" },
	"JSON zeros":   func(n int) string { return `{"school":{"hours":1` + strings.Repeat("0", n-40) + "}}" },
	"JSON key":     func(n int) string { return `{"` + strings.Repeat("é", n/2-10) + `":1}` },
	"JSON text":    func(n int) string { return `{"school":{"name":"` + strings.Repeat(`\n`, n/2-20) + `"}}` },
	"block lists":  func(n int) string { return strings.Repeat("- ", n/2) },
	"empty items":  func(n int) string { return strings.Repeat("-\n", n/2) },
	"complex keys": func(n int) string { return strings.Repeat("? ", n/2) },
	"keys":         func(n int) string { return lines(n, "k%d: 1\n") },
	"short members": func(n int) string {
		return "format: stappenplan/1\nmembers:\n" + lines(n-100, "- {id: a%d, name: b}\n")
	},
	"people":         func(n int) string { return "evaluation:\n  present: [" + lines(n-100, "a%d,") + "a]" },
	"anchors":        func(n int) string { return strings.Repeat("- &a b\n", n/7) },
	"aliases":        func(n int) string { return "- &a b\n" + strings.Repeat("- *a\n", n/5-2) },
	"tags":           func(n int) string { return strings.Repeat("!a ", n/3) },
	"tags on a list": func(n int) string { return "[" + strings.Repeat("!a a,", n/5-1) + "]" },
	"documents":      func(n int) string { return strings.Repeat("---\n", n/4) },
	"directives":     func(n int) string { return strings.Repeat("%a b\n", n/5) },
	"block scalar": func(n int) string {
		return "answers:\n  vision:\n    note: |\n" + strings.Repeat("      tekst\n", n/12-5)
	},
	"folded scalar": func(n int) string {
		return "answers:\n  vision:\n    note: >\n" + strings.Repeat("      tekst tekst tekst tekst tekst tekst\n", n/42-5)
	},
	"one long line":     func(n int) string { return "answers: {vision: {note: \"" + strings.Repeat("x ", n/2-20) + "\"}}" },
	"words":             func(n int) string { return "school:\n  name: " + strings.Repeat("x ", n/2-20) },
	"escapes":           func(n int) string { return "school: {name: \"" + strings.Repeat(`\x1b[`, n/5-20) + "\"}" },
	"not closed":        func(n int) string { return "school: {name: \"" + strings.Repeat("x x\n", n/4-20) },
	"comments":          func(n int) string { return strings.Repeat("# x\n", n/4-10) + "a: 1\n" },
	"comments in lists": func(n int) string { return strings.Repeat("- a # x\n", n/8) },
	"blank lines":       func(n int) string { return "a: 1" + strings.Repeat("\n", n-10) + "b: 1" },
	"indents":           indents,
	"comments between":  func(n int) string { return strings.Repeat("- a\n# x\n", n/8) },
	"keyed comments":    func(n int) string { return lines(n, "k%d: 1 # x\n") },
	"nested keys":       func(n int) string { return "a:\n" + lines(n-100, "  - b%d:\n    c:\n      - d: e\n") },
	"plain lines":       func(n int) string { return "a: b\n" + strings.Repeat("  x\n", n/4-2) },
	"carriage returns":  func(n int) string { return "a: " + strings.Repeat("\r", n-10) },
	"quotes":            func(n int) string { return "a: [" + strings.Repeat("'',", n/3-10) + "]" },
	"double quotes":     func(n int) string { return strings.Repeat(`"`, n) },
	"single quotes":     func(n int) string { return strings.Repeat("'' ", n/3) },
	"quoted pairs":      func(n int) string { return "a: [" + strings.Repeat(`"a":b,`, n/6-1) + "a]" },
	"YAML digits":       func(n int) string { return "school: {hours: " + strings.Repeat("9", n-40) + "}" },
	"YAML zeros":        func(n int) string { return "school: {hours: 1" + strings.Repeat("0", n-40) + "}" },
	"YAML fraction":     func(n int) string { return "school: {hours: ." + strings.Repeat("9", n-40) + "}" },
	"YAML hexadecimals": func(n int) string { return "school: {hours: 0x" + strings.Repeat("f", n-40) + "}" },
	"many digits":       func(n int) string { return "a:\n" + strings.Repeat("- "+strings.Repeat("9", 97)+"\n", n/100-1) },
	"carets":            func(n int) string { return strings.Repeat("\x1b", n) },
}

func lines(n int, format string) string {
	var b strings.Builder
	for i := 0; b.Len() < n-20; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func indents(n int) string {
	var b strings.Builder
	for i := 0; b.Len()+i+3 < n; i++ {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// TestNastyFiles reads files that are made to be slow or large. They are small here; the long form has them in full.
func TestNastyFiles(t *testing.T) {
	t.Parallel()
	for name, text := range nasty {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, err := planfile.Decode([]byte(text(planfile.MaxBytes/200)), builtIn, nil); err != nil && len(err.Error()) > 10_000 {
				t.Errorf("refused with %.100v", err)
			}
		})
	}
}

// TestQuotesAreCountedBeforeTheyAreRead looks at what the parser would keep a token for, each, until its memory is full;
// quotes within a text are none of that.
func TestQuotesAreCountedBeforeTheyAreRead(t *testing.T) {
	for _, text := range []string{`"`, `"" `, "'' ", `"'" `, `'"' `} {
		_, err := planfile.Decode([]byte(strings.Repeat(text, 6*planfile.MaxValues)), builtIn, nil)
		var problems planfile.Errors
		if !errors.As(err, &problems) || problems.Code() != "planfile-too-many-values" {
			t.Errorf("%s: %v", text, err)
		}
	}
	plan := steps.NewPlan(builtIn)
	for _, step := range []steps.StepID{steps.Awareness, steps.Vision, steps.Policy, steps.Pooling, steps.Tasks, steps.Expertise, steps.Team} {
		var err error
		change := steps.Change{Kind: steps.ChangeAnswer, Step: step, Note: steps.Set(strings.Repeat(`"`, steps.MaxText))}
		if plan, err = plan.Apply(steps.Entry{Changes: []steps.Change{change}}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := planfile.Decode(planfile.EncodeYAML(plan), builtIn, nil); err != nil {
		t.Error(err)
	}
}
