package command

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// aloneIn is a plan in which Yusuf is named in full, and in two texts by his first name alone.
const aloneIn = `{"format": "stappenplan/1", "school": {"name": "Atheneum Klaverdam"},
	"answers": {"vision": {"choice": "no", "note": "Yusuf vraagt het. Yusuf Demir volgt het op."}, "awareness": {"choice": "yes", "note": "Vraag het aan Yusuf van de IT"}},
	"members": [{"id": "an", "name": "An Peeters"}, {"id": "yusuf", "name": "Yusuf Demir"}]}`

// Line by line: who can be erased stands in a list, each text with a part of the name is asked, and then all of it once.
func TestErasingLineByLine(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	c.stateFolder = t.TempDir()
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", aloneIn))
	c.calls(t, statusDone, "", "--file", path, "backup")
	c.calls(t, statusDone, "voorgoed wissen\n2\nn\nj\nnee\nstop\n", "--file", path, "--plain")
	c.says(t, "1. An Peeters\n2. Yusuf Demir\n", "Dit wordt gewist: Yusuf Demir.", "Staat ‘Yusuf’ hier voor dezelfde persoon", "Dit kan niet ongedaan gemaakt worden")
	if said := c.exportOf(t, path, "plan"); !strings.Contains(said, "Yusuf Demir") {
		t.Errorf("erased where the answer was no:\n%s", said)
	}
	c.calls(t, statusDone, "voorgoed wissen\n2\nn\nj\nja\nongedaan\nstop\n", "--file", path, "--plain")
	c.says(t, "Vraag het aan Yusuf", "Gewist uit")
	if other := assets.Load(assets.Dutch).Merge.Beside.Other; strings.Contains(c.said, string(other)) {
		t.Errorf("the file is taken for another one after it was erased from:\n%s", c.said)
	}
	said := c.exportOf(t, path, "plan")
	if !strings.Contains(said, "Yusuf van de IT") == strings.Contains(said, "Yusuf vraagt") {
		t.Errorf("not as it was answered:\n%s", said)
	}
	nowhere(t, filepath.Dir(path), "Demir")
	c.calls(t, statusDone, "voorgoed wissen\nIemand Anders\nvoorgoed wissen\n\nstop\n", "--file", path, "--plain")
	c.says(t, "Er is nergens iets te wissen van Iemand Anders")
	c.calls(t, statusDone, "hulp alles\nstop\n", "--file", path, "--plain")
	c.says(t, "‘voorgoed wissen’ sluit af en vraagt wie of wat")
}

// A whole plan is erased once the name of its school was typed, also from its backups; the questions then begin anew in the file, or go on with
// the plan that is left.
func TestErasingAWholePlan(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	c.stateFolder = t.TempDir()
	c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", aloneIn))
	c.calls(t, statusDone, "", "--file", path, "backup")
	c.calls(t, statusDone, "voorgoed wissen\n3\nja\nstop\n", "--file", path, "--plain")
	c.says(t, "3. Het hele plan van Atheneum Klaverdam", "Dit wordt gewist: het hele plan van Atheneum Klaverdam.", "1 back-up of kopie", "Dat is niet Atheneum Klaverdam. Er is niets gewist.")
	c.calls(t, statusDone, "Klaverdam\n", "--file", path, "erase", "plan:plan")
	c.says(t, "Er is niets gewist")
	c.calls(t, statusDone, "voorgoed wissen\n3\nAtheneum Klaverdam\nBart\nTweede School\nstop\n", "--file", path, "--plan", "plan", "--plain")
	c.says(t, "Gewist uit "+path, "Hoe heet je school?")
	nowhere(t, filepath.Dir(path), "Demir", "Klaverdam", "Peeters")
	c.calls(t, statusDone, "", "--file", path, "status")
	c.says(t, "Tweede School")

	c.calls(t, statusDone, "", "--file", path, "plans", "--add", "Buurschool")
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch)}
	p.flags.file, p.flags.plan = path, "plan"
	kept, err := store.OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	p.work = &session.Session{Texts: p.texts, Definitions: assets.Definitions(), Store: kept, PlanID: "plan", Place: path, Clock: c.clock, NewID: c.newID}
	if err := p.work.Reload(); err != nil {
		t.Fatal(err)
	}
	e := p.filesOf(p.work).Erasing("plan:plan")
	if e.Confirm != "Tweede School" || e.Confirmed() {
		t.Errorf("%+v", e)
	}
	if err := p.eraseBetween(screen.Elsewhere{Erase: &e}); err != nil || p.notice != "Gewist, ook uit de back-ups." || p.flags.plan != "" {
		t.Errorf("%v: %q, plan %q", err, p.notice, p.flags.plan)
	}
	c.calls(t, statusDone, "", "--file", path, "status")
	c.says(t, "Buurschool")
}

// What the screens show is what the command shows, and what they leave for is done between two runs of them: no byte of the name is left
// anywhere, also not in what the program remembers beside the plan, and undo does not bring it back.
func TestErasingOnTheScreens(t *testing.T) {
	folder := t.TempDir()
	c, path := newComputer(t), filepath.Join(folder, "plans", "p.db")
	c.dataFolder, c.stateFolder = filepath.Join(folder, "data"), filepath.Join(folder, "state")
	t.Setenv("TMPDIR", folder)
	zoeIn(t, c, path)
	c.calls(t, statusDone, "stop\n", "--file", path, "--plain", "--by", "Zoë Xantippe")
	p := &program{environment: c.environment, texts: assets.Load(assets.Dutch)}
	p.flags.file, p.flags.by = path, "Zoë Xantippe"
	kept, err := store.OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	at := &session.Session{Texts: assets.Load(assets.English), Definitions: assets.Definitions(), Store: kept, PlanID: "plan", Place: path, Clock: c.clock, NewID: c.newID}
	if err := at.Reload(); err != nil {
		t.Fatal(err)
	}
	p.work = at
	f := p.filesOf(at)
	list := f.Erasables()
	if gone := list.Gone; len(gone) == 0 || gone[len(gone)-1].What != "name:Zoë Xantippe" || !strings.HasPrefix(gone[0].Since, "left on ") {
		t.Errorf("%+v", list.Gone)
	}
	if !slices.ContainsFunc(list.Sheets, func(e screen.Erasable) bool { return e.What == "answers:improvement" }) || len(list.Present) == 0 {
		t.Errorf("%+v", list)
	}
	e := f.Erasing("name:Zoë Xantippe")
	if !e.Changes() || !strings.HasPrefix(e.Says[0], "This will be erased: Zoë Xantippe.") || e.Alone != nil {
		t.Errorf("%+v", e)
	}
	if nobody := f.Erasing("member:niemand"); nobody.Changes() || !strings.Contains(nobody.Says[0], "niemand") {
		t.Errorf("%+v", nobody)
	}
	if nothing := f.Erasing("name:Niemand Ooit"); nothing.Changes() || !strings.Contains(nothing.Says[0], "nothing to erase") {
		t.Errorf("%+v", nothing)
	}
	if err := p.eraseBetween(screen.Elsewhere{Erase: &e}); err != nil || p.notice != "Gewist, ook uit de back-ups." || p.flags.by != "" {
		t.Errorf("%v: %q, by %q", err, p.notice, p.flags.by)
	}
	gone := []string{"Zoë Quintus", "Zoë Xantippe", "Z. Quintus", "zquintus", "graag en veel"}
	nowhere(t, folder, gone...)
	for range 12 {
		c.calls(t, statusDone, "", "--file", path, "undo")
	}
	nowhere(t, folder, gone...)
	c.calls(t, statusDone, "", "--file", path, "check")
	if said := c.exportOf(t, path, "plan"); strings.Contains(said, "Xantippe") {
		t.Error(said)
	}

	open, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer open.Close()
	if err := p.eraseBetween(screen.Elsewhere{Erase: &screen.Erasing{What: steps.ErasedMember + "an"}}); err != nil || !strings.Contains(p.notice, "is al open") {
		t.Errorf("%v: %q", err, p.notice)
	}
	if toBeDone(t, path) != nil {
		t.Error("what could not begin stays to be done")
	}
}

// TestWhoEndsAnErasureForgetsNoOther, also where both erase the same: of the other the copies may still be to do.
func TestWhoEndsAnErasureForgetsNoOther(t *testing.T) {
	c, path := newComputer(t), filepath.Join(t.TempDir(), "p.db")
	zoeIn(t, c, path)
	p := &program{environment: c.environment}
	mine, theirs := p.erasing(erasure{Follow: true}), p.erasing(erasure{Follow: true})
	if err := store.Intend(path, *theirs.intent()); err != nil {
		t.Fatal(err)
	}
	if err := mine.finished(path); err != nil || toBeDone(t, path) == nil {
		t.Errorf("theirs is forgotten (%v)", err)
	}
	if err := theirs.finished(path); err != nil || toBeDone(t, path) != nil {
		t.Errorf("it stays to be done (%v)", err)
	}
}
