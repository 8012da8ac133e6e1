package command

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"stappenplan/steps"
)

// hostileTexts are aimed at a terminal, and at what reads the program's output.
var hostileTexts = map[string]string{
	"controls":     "a\x00b\x07c\x08d\x7fe\x1bf",
	"colour":       "\x1b[31mrood\x1b[0m",
	"clear":        "\x1b[2J\x1b[Hweg",
	"title":        "\x1b]0;titel\x07tekst",
	"clipboard":    "\x1b]52;c;ZXZpbA==\x1b\\tekst",
	"one byte CSI": "\u009b31mrood",
	"open escape":  "tekst \x1b]8;;http://boos.example",
	"bidi":         "plan\u202efdp.exe\u202c \u2067x\u2069",
	"lines":        "een\r\ntwee\rdrie\nvier",
	"not UTF-8":    "caf\xe9 \xff\xfe",
	"markdown":     "# kop\n- [x](javascript:alert(1)) <script>alert(1)</script> | a | b |",
	"formula":      "=HYPERLINK(\"http://boos.example\")",
	"format verbs": "%s %d %n {task} {n}",
	"wide":         strings.Repeat("漢", 300),
	"long":         strings.Repeat("x", 1<<20),
	"joined":       "👩‍👩‍👧‍👦 e\u0301\u0301\u0301\u0301",
}

// planWith is a plan file with a text in every field that takes one.
func planWith(text string) string {
	quoted, _ := json.Marshal(text)
	return strings.ReplaceAll(`{"format": "stappenplan/1",
	 "school": {"name": T, "group": T, "group_kind": "group"},
	 "answers": {"awareness": {"choice": "no", "note": T, "evidence": T, "by": T}},
	 "tasks": [{"id": "own-x", "title": T, "group": "technical", "relevance": "yes", "horizon": "short", "expertise": "no", "note": T}],
	 "members": [{"id": "an", "name": T, "mandate": T, "motivation": T}],
	 "agreements": {"backup": {"text": T}},
	 "evaluation": {"collaboration": T, "composition": T, "present": [T]}}`, "T", string(quoted))
}

// isHarmless fails the test where the last call said something that drives a terminal.
func (c *computer) isHarmless(t *testing.T, name string) {
	t.Helper()
	for _, r := range c.said + c.wrong {
		bidi := r == 0x61C || r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
		if r != '\n' && (unicode.IsControl(r) || bidi) {
			t.Errorf("%s: %U is said", name, r)
			return
		}
	}
}

func TestHostileTextsInAPlanFileStayText(t *testing.T) {
	for name, text := range hostileTexts {
		t.Run(name, func(t *testing.T) {
			c := newComputer(t)
			imported := c.call("", "--by", text, "import", written(t, "plan.json", planWith(text)))
			c.isHarmless(t, "import")
			if imported != statusDone && (imported != statusRefused || c.wrong == "") {
				t.Fatalf("import ends with %d: %s", imported, c.wrong)
			}
			for _, args := range [][]string{
				{"status"}, {"status", "--json"}, {"history"}, {"history", "--json"}, {"export"}, {"export", "--format", "json"},
				{"export", "--format", "yaml"}, {"import", "--dry-run", written(t, "other.json", anotherPlan)}, {"undo"}, {"check"},
			} {
				status := c.call("", args...)
				c.isHarmless(t, strings.Join(args, " "))
				if status != statusDone && imported == statusDone {
					t.Errorf("%v ends with %d: %s", args, status, c.wrong)
				}
			}
		})
	}
}

func TestHostileTextsTypedLineByLineStayText(t *testing.T) {
	for name, text := range hostileTexts {
		t.Run(name, func(t *testing.T) {
			c := newComputer(t)
			line := strings.NewReplacer("\n", " ", "\r", " ").Replace(text)
			c.calls(t, statusDone, fmt.Sprintf("%[1]s\n%[1]s\nn\n%[1]s\n%[1]s\n7\n\n%[1]s\nstop\n", line), "--plain")
			c.isHarmless(t, "--plain")
			c.calls(t, statusDone, "", "history")
			c.isHarmless(t, "history")
			c.calls(t, statusDone, "", "check")
		})
	}
}

func TestHostileArgumentsAreQuotedHarmlessly(t *testing.T) {
	c := newComputer(t)
	for name, text := range hostileTexts {
		for _, args := range [][]string{
			{text}, {"--" + text}, {"--lang", text, "status"}, {"export", "--format", text}, {"status", text}, {"status", "--json=" + text},
			{"--plan", text, "status"}, {"--plan", text, "import", written(t, "p.json", onePlan)}, {"completion", text}, {"help", text},
			{"import", filepath.Join(t.TempDir(), "nowhere", steps.Quote(text))}, {"--file", filepath.Join(t.TempDir(), text), "check"},
		} {
			status := c.call("", args...)
			c.isHarmless(t, name)
			if status != statusRefused && status != statusUsage {
				t.Errorf("%s: %.60q ends with %d", name, args, status)
			}
			// What was typed is quoted short; the path of a file is said whole.
			if lines := strings.Count(c.wrong, "\n"); lines != 1 || args[0] != "--file" && len(c.wrong) > 3000 {
				t.Errorf("%s: %.60q gives %d lines, %d bytes", name, args, lines, len(c.wrong))
			}
		}
	}
}
