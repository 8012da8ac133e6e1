package wizard

import (
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// The backup of a session is made once, when the plan was read and stands on the screen; who only looks makes none.
func TestTheScreensMakeABackup(t *testing.T) {
	t.Parallel()
	s := newSchool().sit(t, 80, 24).press("enter", "An", "enter", "De Linde", "enter", "enter").sees("Stap 1 van 8")
	if n := s.root.options.Files.(*disk).backups.Load(); n != 1 {
		t.Errorf("%d backups were made", n)
	}
	looking := newRoot(&session.Session{
		Texts: assets.Load(assets.Dutch), Definitions: assets.Definitions(), Store: store.NewMemory(), PlanID: "plan", LookOnly: true, Clock: newSchool().clock,
	}, Options{})
	(&sitting{t: t, root: looking}).run(looking.Init())
	must(t, looking.failure)
}

// Ctrl+K makes a backup and lists those there are; putting one back shows first what is lost, asks, and leaves for the file as it was.
func TestABackupIsPutBackFromTheScreens(t *testing.T) {
	t.Parallel()
	when := screen.Backup{File: "a", When: "23 november 2026, 08:30", Holds: "11 wijzigingen · ronde 1", Sound: true}
	broken := screen.Backup{File: "b", When: "22 november 2026, 08:30", Holds: "beschadigd"}
	same := screen.Backup{File: "same", When: "21 november 2026, 08:30", Holds: "12 wijzigingen · ronde 1", Sound: true}
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.options.Plans = true
	s.root.options.Files = &disk{copies: []screen.Backup{when, broken, same, {File: "elsewhere", When: "20 november 2026, 08:30", Sound: true}}}
	s.press("ctrl+k", "nu een back", "enter").sees("Alles wat er nu is, staat in de back-up")
	s.press("ctrl+k", "terugzetten", "enter").sees("Back-ups terugzetten", when.When, when.Holds, "beschadigd", same.When)
	s.press("@same", "enter").sees("Terug naar 21").sees("Terug").press("esc")
	s.press("@a", "enter").sees("Deze wijziging gaat verloren:", "School: naam Kade", "Wat er nu staat, wordt eerst zelf een back-up")
	s.press("n").sees(when.Holds)
	s.press("@elsewhere", "enter").sees("Terug naar 20", "Terugzetten").misses("eerst zelf een back-up").press("n") // it comes in a new file
	s.press("@a", "enter", "j")
	if !s.quit || s.root.failure != nil || s.root.next == nil || s.root.next.Restore != "a" {
		t.Errorf("it goes to %+v, %v", s.root.next, s.root.failure)
	}
}

func TestNoBackupInATrial(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.options.Plans = true
	s.run(s.root.perform(screen.TryOut{}, false))
	if s.press("ctrl+k", "back-up"); strings.Contains(s.screen(), "Nu een back-up maken") {
		t.Errorf("a backup is offered while something is tried:\n%s", s.screen())
	}
}

func TestABackupThatFailsIsSaid(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.options.Plans = true
	s.root.options.Files = &disk{full: "db"}
	s.press("ctrl+k", "nu een back", "enter").sees("de schijf is vol")
	s.press("ctrl+k", "terugzetten", "enter").sees("Er is nog geen back-up van dit bestand.")
}
