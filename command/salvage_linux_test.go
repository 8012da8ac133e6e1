package command

import (
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/steps"
)

// TestTheScreensGoOnWithWhatIsWhole asks at the terminal first, goes on in the new file, and names it at the end.
func TestTheScreensGoOnWithWhatIsWhole(t *testing.T) {
	path := damagedPlan(t, newComputer(t))
	program := realProgram(t)
	salvages := func() *terminal { // once the backup is not wanted
		return start(t, program, path).sees("wijziging 1 is heel", "[j/n]").press("n", "enter").sees("daarin verdergaan? [j/n]")
	}
	term := salvages().press("n", "enter")
	if status := term.ends(); status != statusRefused || strings.Contains(term.written(), "\x1b[?1049h") {
		t.Errorf("no ends with %d:\n%s", status, term.written())
	}

	term = salvages().press("j", "enter").sees("Eerste school", "Stap 1 van 8")
	term.press("right", "enter").sees("▸ Verder naar stap 2").press("ctrl+c")
	if status := term.ends(); status != statusStopped || !term.restored() {
		t.Errorf("Ctrl+C ends with %d", status)
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "p-*.db"))
	if err != nil || len(files) != 1 {
		t.Fatalf("new files: %v, %v", files, err)
	}
	_, last, _ := strings.Cut(term.written(), "\x1b[?1049l")
	if !strings.Contains(strings.ReplaceAll(last, "\r\n", ""), `stappenplan --file "`+files[0]) {
		t.Errorf("it is not said where the plan is:\n%s", last)
	}
	if plan := (&walk{newComputer(t), t, files[0]}).plan(); plan.School.Name != "Eerste school" || plan.Answers[steps.Awareness].Choice != steps.Yes {
		t.Errorf("%q, %+v", plan.School.Name, plan.Answers)
	}
}
