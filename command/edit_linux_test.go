package command

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stappenplan/store"
)

// editorOf writes an editor that is a script, in a folder with a blank in its name; it says in the file beside it what it was called with.
func editorOf(t *testing.T, script string) (path, seen string) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "mijn programma's")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	path, seen = filepath.Join(folder, "schrijf"), filepath.Join(folder, "gezien")
	if err := os.WriteFile(path, []byte("#!/bin/sh\nfor file; do :; done\n{ stat -c '%a %n' \"$file\" \"${file%/*}\"; echo \"$1\"; cat \"$file\"; } > '"+strings.ReplaceAll(seen, "'", `'\''`)+"'\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return path, seen
}

// atNote is someone in the note of step 1, with an editor.
func atNote(t *testing.T, file string, variables ...string) *terminal {
	t.Helper()
	term := start(t, realProgram(t), file, variables...).sees("Welkom").press("enter").sees("Je naam").press("An", "enter", "De Linde", "enter").sees("bewaard ✓")
	return term.press("enter").sees("Stap 1 van 8").press("down").sees("ctrl+j")
}

// TestAnOwnEditor has the text in a file that is the owner's alone, beside the plan; what it keeps stands there as if it had been typed, and
// the file is gone.
func TestAnOwnEditor(t *testing.T) {
	file := filepath.Join(t.TempDir(), "p.db")
	editor, seen := editorOf(t, `printf 'tussenin\ntweede regel\r\n' >> "$file"; touch "$file~"`)
	term := atNote(t, file, `EDITOR="`+editor+`" --wait`).sees("ctrl+j nieuwe regel  ctrl+e editor").press("eerste regel").sees("eerste regel", "nog niet bewaard")
	term.sends("\x05").sees("│eerste regel", "│tweede regel", "nog niet bewaard")
	said, err := os.ReadFile(seen)
	want := "600 " + store.EditFolder(file) + "/tekst.txt\n700 " + store.EditFolder(file) + "\n--wait\neerste regel\n"
	if err != nil || string(said) != want {
		t.Errorf("the editor saw %q, want %q (%v)", said, want, err)
	}
	term.press("ctrl+z").until(func() bool { return !strings.Contains(term.screen.String(), "tweede regel") }, "the text of before")
	term.press("ctrl+y").sees("tweede regel").press("enter").sees("bewaard ✓").press("ctrl+c").ends()
	if left := filesIn(t, filepath.Dir(file)); !slices.Equal(left, []string{"p.db"}) && !slices.Equal(left, []string{"p.backups", "p.db"}) {
		t.Errorf("there are %v", left)
	}
	if got := (&walk{newComputer(t), t, file}).plan().Answers["awareness"].Note; got != "eerste regel\ntussenin\ntweede regel" {
		t.Errorf("kept is %q", got)
	}
}

func filesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// TestAnEditorThatGoesWrongLosesNothing, whether it is not there, fails, is killed, or keeps what cannot stand in the field.
func TestAnEditorThatGoesWrongLosesNothing(t *testing.T) {
	for name, c := range map[string]struct {
		script string
		sees   []string
	}{
		"changes nothing":      {"", []string{"Niets gewijzigd", "wat ik typte"}},
		"fails":                {`echo erbij >> "$file"; exit 3`, []string{"stopte met een fout", "wat ik typte", "erbij"}},
		"is killed":            {`kill -9 $$`, []string{"stopte met een fout", "wat ik typte"}},
		"takes the file away":  {`rm "$file"`, []string{"wat ik typte", "daar staat niets"}},
		"makes it too long":    {`head -c 100001 /dev/zero | tr '\0' 'a' > "$file"`, []string{"te lang: hoogstens 100000", "toont het.", "wat ik typte"}},
		"that, and fails":      {`head -c 100001 /dev/zero | tr '\0' 'a' > "$file"; exit 3`, []string{"te lang: hoogstens 100000", "toont het.", "wat ik typte"}},
		"keeps no text":        {`printf '\377\376x' > "$file"`, []string{"geen gewone tekst", "toont het.", "wat ik typte"}},
		"is interrupted there": {`kill -INT $PPID; echo erbij >> "$file"`, []string{"wat ik typte", "erbij"}},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "p.db")
			editor, seen := editorOf(t, c.script)
			term := atNote(t, file, "VISUAL="+editor).press("wat ik typte").sees("wat ik typte").sends("\x05").sees(c.sees...)
			if strings.Contains(c.sees[1], "toont het.") {
				if err := os.Remove(seen); err != nil {
					t.Fatal(err)
				}
				term.press("end").until(func() bool { return !strings.Contains(term.screen.String(), "toont het.") }, "the line gone")
				term.sends("\x05").sees(c.sees...)
				if said, err := os.ReadFile(seen); err != nil || strings.Contains(string(said), "wat ik typte") {
					t.Errorf("once more it saw %.80q (%v)", said, err)
				}
			}
			term.press("enter").sees("bewaard ✓").press("ctrl+c").ends()
			if got := (&walk{newComputer(t), t, file}).plan().Answers["awareness"].Note; !strings.HasPrefix(got, "wat ik typte") {
				t.Errorf("kept is %q", got)
			}
		})
	}
	file := filepath.Join(t.TempDir(), "p.db")
	atNote(t, file, "EDITOR=er-is-geen-editor").press("wat ik typte").sends("\x05").sees("‘er-is-geen-editor’ start niet", "wat ik typte").press("enter").sees("bewaard ✓").press("ctrl+c").ends()
}

// TestATextThatCannotBeReadBackStays, and is offered at the next start.
func TestATextThatCannotBeReadBackStays(t *testing.T) {
	file := filepath.Join(t.TempDir(), "p.db")
	editor, _ := editorOf(t, `{ echo veel; head -c 11000000 /dev/zero | tr '\0' 'a'; } > "$file"`)
	term := atNote(t, file, "VISUAL='"+strings.ReplaceAll(editor, "'", `'"'"'`)+"'").press("wat ik typte").sees("wat ik typte").sends("\x05").sees("te groot", "wat ik typte")
	term.press("enter").sees("bewaard ✓").press("ctrl+c").ends()
	c := newComputer(t)
	c.calls(t, statusDone, "j\nstop\n", "--file", file, "--plain")
	c.says(t, "stond er nog een tekst in je editor")
	if kept := contentOf(t, filepath.Join(filepath.Dir(file), "p-tekst-2026-11-24.txt")); len(kept) != 11000005 {
		t.Errorf("of it %d letters are left", len(kept))
	}
}

// TestATextThatWasLeftInAnEditorIsOffered at the next start, once the file is this program's to write. Without an answer it stays.
func TestATextThatWasLeftInAnEditorIsOffered(t *testing.T) {
	file := filepath.Join(t.TempDir(), "p.db")
	editor, _ := editorOf(t, `kill -9 $PPID`)
	term := atNote(t, file, "EDITOR='"+strings.ReplaceAll(editor, "'", `'"'"'`)+"'").press("geheim").sees("geheim").sends("\x05")
	term.ends()
	left := filepath.Join(store.EditFolder(file), "tekst.txt")
	if _, err := os.Stat(left); err != nil {
		t.Fatalf("nothing was left: %v", err)
	}
	c := newComputer(t)
	c.calls(t, statusDone, "", "--file", file, "status")
	if _, err := os.Stat(left); err != nil {
		t.Error("a command that only reads took it away")
	}
	c.calls(t, statusDone, "", "--file", file, "plans", "--rename", "De Eik")
	c.calls(t, statusDone, "", "--file", file, "--plain")
	if _, err := os.Stat(left); err != nil {
		t.Error("it went without an answer")
	}
	kept := filepath.Join(filepath.Dir(file), "p-tekst-2026-11-24.txt")
	c.calls(t, statusDone, "j\nstop\n", "--file", file, "--plain")
	c.says(t, "stond er nog een tekst in je editor", "begint met ‘geheim’.", "Naast je plan staat nu "+filepath.Base(kept))
	if info, err := os.Stat(kept); err != nil || info.Mode().Perm() != 0o600 || contentOf(t, kept) != "geheim\n" {
		t.Errorf("kept is %v, %v", info, err)
	}
	if _, err := store.PutToEdit(file, []byte("weg")); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "n\nstop\n", "--file", file, "--plain")
	c.calls(t, statusDone, "stop\n", "--file", file, "--plain")
	if _, err := os.Stat(store.EditFolder(file)); err == nil || strings.Contains(c.said, "editor") {
		t.Errorf("the text is still there:\n%s", c.said)
	}
}

// TestATextThatWasLeftInAnEditorGoesUnderNothingElse: what makes the file anew asks first what becomes of it, and refuses where nobody answers;
// so does what goes on with what was broken off.
func TestATextThatWasLeftInAnEditorGoesUnderNothingElse(t *testing.T) {
	t.Parallel()
	for _, call := range [][]string{{"encrypt", "--yes"}, {"erase", "--yes", "name:An"}, {"undo"}} {
		c := newComputer(t)
		file := planWithBackup(t, c)
		left, err := store.PutToEdit(file, []byte("geheim"))
		if err != nil {
			t.Fatal(err)
		}
		typed, status := aPhrase+"\n"+aPhrase+"\n", statusRefused
		if call[0] == "undo" {
			status = statusDone
			if err := store.Intend(file, *intended{erasure: erasure{Names: []string{"An"}, Mark: "[gewist]"}}.intent()); err != nil {
				t.Fatal(err)
			}
		}
		c.inTerminal = false
		c.calls(t, status, "", append([]string{"--file", file}, call...)...)
		c.says(t, left)
		if got := contentOf(t, left); got != "geheim" {
			t.Errorf("%v leaves %q of it", call, got)
		}
		c.inTerminal = true
		c.calls(t, statusDone, "j\n"+typed, append([]string{"--file", file}, call...)...)
		c.says(t, "stond er nog een tekst in je editor")
		if got := contentOf(t, filepath.Join(filepath.Dir(file), "p-tekst-2026-11-24.txt")); got != "geheim" {
			t.Errorf("%v keeps %q of it", call, got)
		}
	}
}

// TestNoTextThatWasLeftIsOverwritten: without an answer it stays, also when another is edited then; both are offered, and what cannot be read is
// said and stays.
func TestNoTextThatWasLeftIsOverwritten(t *testing.T) {
	t.Parallel()
	c := newComputer(t)
	file := planWithBackup(t, c)
	folder := filepath.Dir(file)
	var left []string
	for _, text := range []string{"geheim", "nog iets"} {
		name, err := store.PutToEdit(file, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		left = append(left, name)
	}
	editor, seen := editorOf(t, `echo erbij >> "$file"`)
	term := start(t, realProgram(t), file, "VISUAL="+editor).sees("begint met ‘geheim’").sends("\x04").sees("Stap 1 van 8").press("down").sees("ctrl+j").sends("\x05").sees("erbij")
	term.press("enter").sees("bewaard ✓").press("ctrl+c").ends()
	if said := contentOf(t, seen); !strings.Contains(said, "tekst-3.txt") || contentOf(t, left[0]) != "geheim" || contentOf(t, left[1]) != "nog iets" {
		t.Errorf("the editor saw %q", said)
	}
	unread := filepath.Join(store.EditFolder(file), "tekst-4.txt")
	if err := os.Mkdir(unread, 0o700); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "j\nj\nstop\n", "--file", file, "--plain")
	c.says(t, "begint met ‘geheim’", "begint met ‘nog iets’", "tekst-4.txt. Die kan niet gelezen worden (het is geen gewoon bestand)")
	for name, text := range map[string]string{"p-tekst-2026-11-24.txt": "geheim", "p-tekst-2026-11-24-2.txt": "nog iets"} {
		if got := contentOf(t, filepath.Join(folder, name)); got != text {
			t.Errorf("%s holds %q", name, got)
		}
	}
	c.calls(t, statusRefused, aPhrase+"\n"+aPhrase+"\n", "--file", file, "encrypt", "--yes")
	c.says(t, "tekst-4.txt. Die kan niet")
	if err := os.Remove(unread); err != nil {
		t.Error(err)
	}
	large := filepath.Join(store.EditFolder(file), "tekst.txt") // more than can be read
	if err := errors.Join(os.WriteFile(large, []byte("groot"), 0o600), os.Truncate(large, 3<<30)); err != nil {
		t.Fatal(err)
	}
	c.calls(t, statusDone, "j\nstop\n", "--file", file, "--plain")
	if info, err := os.Stat(filepath.Join(folder, "p-tekst-2026-11-24-3.txt")); err != nil || info.Size() != 3<<30 {
		t.Errorf("of what is large there is %v", err)
	}
}

// TestWhatAnEditorHadNotSavedStays beside the text that is settled, also through another edit, and goes with what makes the file anew. Of a text that is
// in the plan already it is not said that it is missing there.
func TestWhatAnEditorHadNotSavedStays(t *testing.T) {
	t.Parallel()
	for name, of := range map[string]struct{ text, answer, asks string }{
		"kept": {"geheim", "j", "Die zit niet in je plan"}, "in the plan, kept": {"Derde school\n", "j", "zit al in je plan"}, "in the plan, not kept": {"Derde school\n", "n", "zit al in je plan"},
	} {
		t.Run(name, func(t *testing.T) {
			c := newComputer(t)
			file := planWithBackup(t, c)
			left, err := store.PutToEdit(file, []byte(of.text))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(filepath.Dir(left), ".tekst.txt.swp"), []byte("niet bewaard"), 0o600); err != nil {
				t.Fatal(err)
			}
			c.calls(t, statusDone, of.answer+"\nstop\n", "--file", file, "--plain")
			aside := filepath.Join(filepath.Dir(left), "left")
			c.says(t, of.asks, `vi -r "`+filepath.Join(aside, "tekst.txt")+`"`)
			another, err := store.PutToEdit(file, []byte("iets anders"))
			if err != nil {
				t.Fatal(err)
			}
			store.DropEdited(file, another)
			if got := contentOf(t, filepath.Join(aside, ".tekst.txt.swp")); got != "niet bewaard" {
				t.Errorf("of what was not saved there is %q", got)
			}
			if c.calls(t, statusDone, "stop\n", "--file", file, "--plain"); strings.Contains(c.said, "editor") {
				t.Errorf("it asks again:\n%s", c.said)
			}
			c.inTerminal = false
			c.calls(t, statusRefused, "", "--file", file, "erase", "--yes", "name:Tweede school")
			c.inTerminal = true
			c.calls(t, statusRefused, "n\n", "--file", file, "erase", "--yes", "name:Tweede school")
			if got := contentOf(t, filepath.Join(aside, ".tekst.txt.swp")); got != "niet bewaard" {
				t.Errorf("after a no there is %q of it", got)
			}
			c.calls(t, statusDone, "j\n", "--file", file, "erase", "--yes", "name:Tweede school")
			c.says(t, "Dat gaat mee weg")
			if _, err := os.Stat(store.EditFolder(file)); err == nil {
				t.Error("it stands there after an erasure")
			}
		})
	}
}

// TestAnEditorIsNamedAsAtAShell, with its arguments; in Windows a backslash parts folders.
func TestAnEditorIsNamedAsAtAShell(t *testing.T) {
	for _, c := range []struct {
		system, named string
		want          []string
	}{
		{"linux", "code --wait", []string{"code", "--wait"}},
		{"linux", `"/opt/my editor/vi" -u '' a\ b`, []string{"/opt/my editor/vi", "-u", "", "a b"}},
		{"linux", `"half`, []string{"half"}},
		{"linux", "  ", nil},
		{"windows", `"C:\Program Files\Notepad++\notepad++.exe" -multiInst`, []string{`C:\Program Files\Notepad++\notepad++.exe`, "-multiInst"}},
		{"windows", `C:\Windows\notepad.exe`, []string{`C:\Windows\notepad.exe`}},
	} {
		e := environment{system: c.system, variable: func(name string) string { return map[string]string{"EDITOR": c.named}[name] }}
		if got := e.editor(); !slices.Equal(got, c.want) {
			t.Errorf("%s %q is %q, want %q", c.system, c.named, got, c.want)
		}
	}
}

// TestWhatAnEditorHoldsStays, of a text that was never saved too: whether the program was ended meanwhile, or the editor was, or goes on.
func TestWhatAnEditorHoldsStays(t *testing.T) {
	t.Parallel()
	holds := `echo niet bewaard > "${file%/*}/.tekst.txt.swp"; `
	for name, script := range map[string]string{"the program was ended": holds + `kill -9 $PPID`, "the editor was": holds + `kill -9 $$`, "it goes on": holds} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "p.db")
			editor, _ := editorOf(t, script)
			term := atNote(t, file, "EDITOR='"+strings.ReplaceAll(editor, "'", `'"'"'`)+"'").sends("\x05")
			if name != "the program was ended" {
				term.sees("hield nog iets vast. Er kunnen namen in staan", "verwijder het", ".stappenplan-p.db.edit/left").press("enter").press("ctrl+c")
			}
			term.ends()
			c := newComputer(t)
			c.calls(t, statusDone, "stop\n", "--file", file, "--plain")
			if said := strings.Contains(c.said, "Wat je editor nog niet bewaard had, staat in "); said != (name == "the program was ended") {
				t.Errorf("it says\n%s", c.said)
			}
			if another, err := store.PutToEdit(file, []byte("iets anders")); err != nil {
				t.Error(err)
			} else {
				store.DropEdited(file, another)
			}
			if got := contentOf(t, filepath.Join(store.EditFolder(file), "left", ".tekst.txt.swp")); got != "niet bewaard\n" {
				t.Errorf("of what was not saved there is %q", got)
			}
		})
	}
}
