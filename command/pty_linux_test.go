package command

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"stappenplan/steps"
)

// What a terminal sends, as it sends it.

// marked is a text as a terminal sends it that marks what is pasted.
func marked(text string) string {
	return "\x1b[200~" + strings.ReplaceAll(text, "\n", "\r") + "\x1b[201~"
}

// asKeys is a text as a terminal sends it that does not.
func asKeys(text string) string { return strings.ReplaceAll(text, "\n", "\r") }

// sends sends bytes as they are.
func (term *terminal) sends(bytes string) *terminal {
	term.t.Helper()
	if _, err := term.pty.Write([]byte(bytes)); err != nil {
		term.t.Fatal(err)
	}
	return term
}

// resizes makes the window larger or smaller.
func (term *terminal) resizes(width, height int) *terminal {
	term.t.Helper()
	term.mutex.Lock()
	term.screen.Resize(width, height)
	term.mutex.Unlock()
	if err := term.pty.Resize(width, height); err != nil {
		term.t.Fatal(err)
	}
	return term
}

// hangsUp closes the window, and fails unless the program leaves in order.
func (term *terminal) hangsUp() *terminal {
	term.t.Helper()
	term.signals(syscall.SIGHUP)
	if status := term.ends(); status != 0 || !term.restored() {
		term.t.Fatalf("status %d, terminal restored %v", status, term.restored())
	}
	return term
}

// processorTime is what the program and its leader took of the processor, after they ended.
func (term *terminal) processorTime() time.Duration {
	state := term.leader.ProcessState
	return state.UserTime() + state.SystemTime()
}

// asked is the program before the first check of a new plan.
func asked(t *testing.T, program string, variables ...string) (*terminal, *walk) {
	t.Helper()
	w := &walk{newComputer(t), t, filepath.Join(t.TempDir(), "p.db")}
	term := start(t, program, w.file, variables...).sees("Welkom").press("enter").sees("Je naam").press("An", "enter").sees("▸ Naam school")
	return term.press("De Linde", "enter").sees("▸ Naar stap 1", "bewaard ✓").press("enter").sees("Stap 1 van 8"), w
}

func TestTenThousandLettersAsKeysAreAllThere(t *testing.T) {
	text := strings.Repeat("Werkgroep ICT, é. ", 556)[:10_000] + "slot"
	term, w := asked(t, realProgram(t))
	term.press("down").sees("ctrl+j").sends(asKeys(text)).sees("slot").hangsUp()
	if got := w.plan().Answers[steps.Awareness].Note; got != text {
		t.Errorf("%d of %d bytes are there", len(got), len(text))
	}
	t.Logf("processor time: %v", term.processorTime())
}

// TestWhatATerminalSendsIntoANote looks in the file at what became of it, after the window was closed.
func TestWhatATerminalSendsIntoANote(t *testing.T) {
	program := realProgram(t)
	for name, c := range map[string]struct{ sent, shown, note string }{
		"marked":                    {marked("regel een\nregel twee\n\nregel vier"), "vier", "regel een\nregel twee\n\nregel vier"},
		"as keys":                   {asKeys("regel een\nregel twee\n\nregel vier"), "vier", "regel een\nregel twee\n\nregel vier"},
		"as keys, line feeds":       {"regel een\nregel twee\nzo", "zo", "regel een\nregel twee\nzo"},
		"an end mark inside":        {marked("voor\x1b[201~na\ru"), "na", "voorna\nu"},
		"focus between":             {"\x1b[O\x1b[Igeplakt\x1b[O\x1b[I", "geplakt", "geplakt"},
		"broken UTF-8, as keys":     {"een \xc3\xff\xe2\x82 twee drie", "drie", "een  twee drie"},
		"broken UTF-8, marked":      {marked("een \xc3\xff\xe2\x82 twee"), "twee", "een  twee"},
		"half an escape sequence":   {"geplakt\x1b[", "geplakt", "geplakt"},
		"a start mark alone":        {"eerst de tekst\x1b[200~q1u\r8\x03", "eerst de tekst", "eerst de tekst"},
		"signs that are no letters": {"een \x00\x1c\u009b31mtwee\u202e drie", "drie", "een 31mtwee drie"},
	} {
		t.Run(name, func(t *testing.T) {
			term, w := asked(t, program)
			term.press("down").sees("ctrl+j").sends(c.sent).sees(c.shown)
			term.resizes(30, 6).sees("Maak dit venster").resizes(120, 40).sees(c.shown).hangsUp()
			p := w.plan()
			if a := p.Answers[steps.Awareness]; a.Note != c.note || a.Choice != "" || a.Evidence != "" {
				t.Errorf("note %q, want %q; choice %q, evidence %q", a.Note, c.note, a.Choice, a.Evidence)
			}
			if p.School.Name != "De Linde" || len(p.Answers) != 1 {
				t.Errorf("it did more: %q, %v", p.School.Name, p.Answers)
			}
		})
	}
}

// TestAPasteAsKeysIsNoCommand: two lines answer one question of step 8, and a text on a list takes nothing back.
func TestAPasteAsKeysIsNoCommand(t *testing.T) {
	term, w := asked(t, realProgram(t))
	term.press("esc").sees("── Overzicht").press("8").sees("Stap 8 van 8").press("enter").sees("ctrl+j").sends(asKeys("regel een\nregel twee\n")).sees("regel twee", "ctrl+j").press("esc").sees("Bewaard.", "── Overzicht")
	term.sends("quick brown uuuu\r8").sees("lijkt geplakt").press("end", "up").sees("▸ ◇ 8")
	term.sends(marked("quick") + "u").sees("lijkt geplakt").hangsUp()
	if e := w.plan().Evaluation; e.Collaboration != "regel een\nregel twee\n" || e.Composition != "" || e.Present != nil {
		t.Errorf("%+v", e)
	}
}

func TestAPasteThatIsTooLongStaysSaid(t *testing.T) {
	term, w := asked(t, realProgram(t))
	term.press("esc").sees("── Overzicht").press("s").sees("Naam school").press("home").sees("▸ Je naam").press("down").sees("▸ Naam school")
	for _, sent := range []string{marked(strings.Repeat("Atheneum ", 60)), asKeys(strings.Repeat("Atheneum ", 60))} {
		term.sends(sent+"\x1b[O\x1b[I").sees("te lang").press("end").until(func() bool { return !strings.Contains(term.screen.String(), "te lang") }, "the problem is still")
	}
	term.hangsUp()
	// A busy machine may part the first letters from the rest, which are typed then: fewer than make a paste.
	const fewer = 3
	if got := w.plan().School.Name; !strings.HasPrefix(got, "De Linde") || len(got) > len("De Linde")+fewer {
		t.Errorf("the name is %q", got)
	}
}

func TestTheClipboardIsPasted(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "xclip"), []byte("#!/bin/sh\necho van het klembord"), 0o700); err != nil {
		t.Fatal(err)
	}
	term, w := asked(t, realProgram(t), "PATH="+folder)
	term.press("down").sees("ctrl+j").sends("\x16").sees("van het klembord").hangsUp()
	if got := strings.TrimSpace(w.plan().Answers[steps.Awareness].Note); got != "van het klembord" {
		t.Errorf("the note is %q", got)
	}
}

// TestAFormInATerminal fills a whole form in, leaves it, comes back to it and takes it back.
func TestAFormInATerminal(t *testing.T) {
	term, w := asked(t, realProgram(t))
	term.press("esc").sees("── Overzicht").press("7").sees("Nog niemand").press("+").sees("voornaam en naam").press("An Peeters", "enter").sees("── An Peeters", "▸ Rol")
	term.press("right").sees("● Directie").press("right", "enter").sees("● ICT-coördinator", "▸ Uren").press("12", "enter").sees("12 uur", "▸ Neemt graag op")
	term.press("het netwerk", "enter").sees("het netwerk", "▸ Mag beslissen").press("tot 500 euro", "esc").sees("Bewaard.", "── ", "0 van 12 uur")
	term.press("up").sees("▸ An Peeters").press("enter").sees("── An Peeters", "● ICT-coördinator", "12 uur", "het netwerk", "tot 500 euro").press("esc").sees("0 van 12 uur")
	term.press("ctrl+z").sees("Ongedaan gemaakt: An Peeters: mandaat gewijzigd").press("ctrl+z").sees("‘neemt graag op’ gewijzigd").press("ctrl+z").sees("12 uur. Ctrl+Y").press("ctrl+y").sees("Opnieuw gedaan").hangsUp()
	m, _ := w.plan().Member("an")
	if m.Role != "ict-coordinator" || m.Hours == nil || *m.Hours != steps.Whole(12) || m.Motivation != "" || m.Mandate != "" {
		t.Errorf("%+v", m)
	}
}
