package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
)

// Every message of the program fits the terminal in lines of whole words. A call to copy and the path of the plan stand whole on one line.
func TestMessagesAreBrokenBetweenWords(t *testing.T) {
	path := "/home/an/OneDrive - Scholengroep De Linde/Mijn plan van volgend jaar.db"
	call := `stappenplan --file "` + path + `" --plan school-2 restore 2026-11`
	c := newComputer(t)
	c.columns = func() int { return 80 }
	for _, language := range assets.Languages {
		texts, out := assets.Load(language), &bytes.Buffer{}
		p := &program{environment: c.environment, texts: texts, out: out, errs: &bytes.Buffer{}}
		p.flags.file = path
		for code, text := range texts.Errors {
			command := call
			if strings.Contains(string(text), "stappenplan {command}") {
				command = "undo"
			}
			message := texts.Sentence(code, map[string]string{"path": path, "file": path, "folder": filepath.Dir(path), "command": command, "n": "12", "cause": "full"})
			said := p.inLines(p.errs, message)
			if strings.Join(strings.Fields(said), " ") != strings.Join(strings.Fields(message), " ") {
				t.Errorf("%s %s: it says otherwise:\n%s\n%s", language, code, message, said)
			}
			for _, whole := range []string{path, call} {
				if strings.Count(said, whole) != strings.Count(message, whole) {
					t.Errorf("%s %s: broken in the middle of %s:\n%s", language, code, whole, said)
				}
			}
			for line := range strings.Lines(said) {
				rest := strings.NewReplacer(call, "", path, "", filepath.Dir(path), "").Replace(line)
				if ansi.StringWidth(strings.TrimSpace(line)) > 80 && !strings.Contains(line, "stappenplan ") && len(strings.Fields(rest)) > 1 {
					t.Errorf("%s %s: %q is wider than the terminal", language, code, line)
				}
			}
		}
	}
}

// What is wrong is broken as what is said is; help keeps its columns, and its sentences go on over the lines they are written in.
func TestOnlyATerminalHasItsLinesBroken(t *testing.T) {
	c := newComputer(t)
	c.columns = func() int { return 50 }
	for _, call := range [][]string{{"--file", "weg.db", "check"}, {"help"}, {"help", "backup"}, {"help", "export"}} {
		status := statusDone
		if call[0] != "help" {
			status = statusRefused
		}
		c.calls(t, status, "", call...)
		for line := range strings.Lines(c.said + c.wrong) {
			if width := ansi.StringWidth(strings.TrimRight(line, "\n")); width > 50 && !strings.Contains(line, "stappenplan ") {
				t.Errorf("%v: %q is %d wide", call, line, width)
			}
		}
	}
	if !strings.Contains(c.said, "\n                  ") || !strings.Contains(c.said, "Maakt een document of bestand van je plan: een\nsamenvatting voor het bestuur (md om over te\nnemen,") {
		t.Errorf("help on an export says\n%s", c.said)
	}
	c.outTerminal, c.errTerminal = false, false
	c.calls(t, statusRefused, "", "--file", "weg.db", "check")
	if strings.Count(c.wrong, "\n") != 1 {
		t.Errorf("in a file it says\n%s", c.wrong)
	}
	if _, err := os.Stat("weg.db"); err == nil {
		t.Error("a file was made")
	}
}

// TestLettersOfAFontOfOnesOwnStay: what stands for a blank or a hyphen while lines are broken is a letter that is not in them.
func TestLettersOfAFontOfOnesOwnStay(t *testing.T) {
	c := newComputer(t)
	c.columns = func() int { return 40 }
	p := &program{environment: c.environment, out: &bytes.Buffer{}, errs: &bytes.Buffer{}, flags: flags{file: "/home/an/mijn plan.db"}}
	line := "\ue000 De \ue001-groep schreef op \u2011: " + strings.Repeat("een twee-drie ", 8) + "/home/an/mijn plan.db"
	if said := strings.ReplaceAll(p.inLines(p.errs, line), "\n", " "); said != line {
		t.Errorf("%q became\n%q", line, said)
	}
}
