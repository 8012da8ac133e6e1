package wizard

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/report/markdown"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// onDisk lets a sitting at the example school write to a disk of its own.
func onDisk(t *testing.T, d *disk) *sitting {
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.options.Files = d
	return s
}

const documentsFolder = "/home/an/Documents"

func TestSeveralFormsAreWrittenAtOnce(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	s := onDisk(t, d).press("ctrl+s").sees("▸ Maak het bestand", "[x] PDF", "[ ] Word", "● Als rol", "● Met toelichting")
	s.press("@formats", "down", "space").sees("[x] Word", "Maak 2 bestanden").press("@write", "enter")
	s.sees("Gemaakt:", documentsFolder+"/atheneum-klaverdam-ronde-2.pdf", "Open atheneum-klaverdam-ronde-2.docx", "70 taken")
	if len(d.files) != 2 {
		t.Fatalf("files: %v", d.files)
	}
	for _, file := range d.files {
		if file.Document.Names != report.NamesAsRoles || !slices.Equal(file.Document.Sections, []string{"brief", "detail"}) {
			t.Errorf("%s: names %q, sections %q", file.Path, file.Document.Names, file.Document.Sections)
		}
	}
	s.press("@done", "enter").sees("── Document maken")
}

func TestNothingIsWrittenWithoutAForm(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	onDisk(t, d).press("ctrl+s", "@formats", "space").sees("[ ] PDF").press("@write", "enter").sees("Kies minstens één bestandstype")
	if len(d.files) != 0 {
		t.Errorf("files: %v", d.files)
	}
}

func TestAFileIsNeverReplacedWithoutAsking(t *testing.T) {
	t.Parallel()
	old := documentsFolder + "/atheneum-klaverdam-ronde-2.pdf"
	d := &disk{files: map[string]screen.File{old: {}}, folders: []string{documentsFolder}}
	s := onDisk(t, d).press("ctrl+s", "enter").sees("Dit bestand bestaat al: atheneum-klaverdam-ronde-2.pdf", "Nee, laat het zo").press("enter").sees("── Document maken")
	if d.files[old].Format != "" {
		t.Fatal("it was replaced")
	}
	s.press("enter", "right", "enter").sees("Gemaakt:", old)
	if d.files[old].Format != "pdf" {
		t.Error("it was not replaced")
	}
}

func TestAFolderThatIsNotThereIsMadeWhenWanted(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}}
	s := onDisk(t, d).press("ctrl+s", "enter").sees("De map "+documentsFolder+" bestaat nog niet.", "Ja maakt de", "nee maakt niets.", "● Ja, maak de map").press("left", "enter").sees("── Document maken")
	s.press("enter").sees("Ja, maak de map").press("j").sees("Gemaakt:")
	if len(d.files) != 1 {
		t.Errorf("files: %v", d.files)
	}
}

func TestWhatWasWrittenBeforeAFaultIsTold(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}, full: ".docx"}
	s := onDisk(t, d).press("ctrl+s", "@formats", "down", "space", "@write", "enter")
	s.sees("Gemaakt:", "ronde-2.pdf", "de schijf is vol").misses("Open atheneum-klaverdam-ronde-2.docx")
}

func TestADocumentIsAsItWasChosen(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	s := onDisk(t, d).press("ctrl+s", "@subject").sees("▸ Wat")
	s.press("@language", "right", "enter").sees("● Engels", "▸ Logo")
	s.press("/home/an/nothing.png", "enter").sees("! ").press("esc")
	s.press("ctrl+s", "@logo", "\"/home/an/logo.png\"", "enter").sees("/home/an/logo.png")
	s.press("@subject", "right", "right", "right", "right", "right", "enter").sees("● Leeg formulier").misses("Mensen", "Hoeveel", "gevraagde")
	s.press("@write", "enter").sees("Gemaakt:", "ronde-2-leeg-en.pdf")
	file := d.files[documentsFolder+"/atheneum-klaverdam-ronde-2-leeg-en.pdf"]
	if file.Document.Subject != report.AboutBlank || file.Document.Texts.Language != assets.English || file.Document.Logo.Width != 4 {
		t.Errorf("written: %q in %v, logo %d wide", file.Document.Subject, file.Document.Texts.Language, file.Document.Logo.Width)
	}
}

// TestNotesAreWrittenWhenAsked chooses them, and reads what to mind of them.
func TestNotesAreWrittenWhenAsked(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	s := onDisk(t, d).recorded(steps.Change{Kind: steps.ChangeTask, Task: "wifi-management", Note: steps.Set("Bart is ziek")})
	s.press("ctrl+s").sees("● Zonder   ○ Met notities en bewijs").press("@notes", "right", "enter").sees("● Met notities en bewijs").press("@write").sees("! Lees dit na")
	s.press("@preview", "enter").sees("! Lees dit na", "‘Wifi beheren’").press("esc", "@write", "enter").sees("Gemaakt:", "ronde-2-met-notities.pdf")
	if file := d.files[documentsFolder+"/atheneum-klaverdam-ronde-2-met-notities.pdf"]; !file.Document.Notes {
		t.Error("it has no notes")
	}
}

// TestADocumentIsForOthersToo chooses each of the other documents, and finds there what can be chosen of it.
func TestADocumentIsForOthersToo(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		chosen, file string
		subject      report.Subject
		sees, misses []string
	}{
		{"Voor de notulen", "notulen", report.ForMinutes, []string{"Notities", "Mensen"}, []string{"Omvang", "gevraagd"}},
		{"Brief aan de groep", "brief", report.ForGroup, []string{"Mensen"}, []string{"Omvang", "Notities", "gevraagd"}},
		{"Per teamlid", "per-teamlid", report.ForMembers, []string{"Notities", "Mensen", "Geef elk alleen de eigen bladzijde"}, []string{"Omvang", "gevraagd"}},
	} {
		d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
		s := onDisk(t, d).press("ctrl+s", "@subject")
		for !strings.Contains(s.screen(), "● "+test.chosen) {
			s.press("right")
		}
		s.press("enter").sees("● " + test.chosen).sees(test.sees...).misses(test.misses...).misses("↓ meer")
		s.press("@write", "enter").sees("Gemaakt:", "ronde-2-"+test.file+".pdf")
		if file := d.files[documentsFolder+"/atheneum-klaverdam-ronde-2-"+test.file+".pdf"]; file.Document.Subject != test.subject {
			t.Errorf("%s: written is %q", test.chosen, file.Document.Subject)
		}
	}
	s := onDisk(t, &disk{}).recorded(steps.Change{Kind: steps.ChangeSchool, GroupKind: steps.Set(steps.NoGroup)})
	s.press("ctrl+s").sees("Per teamlid").misses("Brief aan de groep")
}

func TestOtherFilesHoldEverything(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	s := onDisk(t, d).press("ctrl+s", "@others").sees("▸ Rekenblad").press("enter").sees("namen, uren en notities", "Excel").press("enter").sees("Gemaakt:")
	if file := d.files[documentsFolder+"/atheneum-klaverdam-ronde-2.xlsx"]; file.Format != "xlsx" {
		t.Errorf("files: %v", d.files)
	}
	s.press("@done", "enter").sees("Rekenblad, agenda of alle gegevens")
}

// TestWhatTheBoardDecidesIsRecorded words a decision, adds one, notes what the board made of others, and sees the document follow.
func TestWhatTheBoardDecidesIsRecorded(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	s := onDisk(t, d).press("ctrl+s").sees("Beslissingen van het bestuur: 3 gevraagd").press("@decisions", "enter")
	s.sees("── Beslissingen van het bestuur", "1,2 uur per week extra", "technisch ICT-coördinator").misses("Bart Claes")
	s.press("@add", "Nieuwe laptops voor Bart Claes", "enter").sees("Nieuwe laptops voor de technisch ICT-coördinator")
	s.press("@release-hours", "enter").sees("── Extra uren voor ICT: 1,2 uur").press("@outcome").sees("Wat besliste het bestuur?").press("right", "right", "enter", "@decision_owner", "Bart", "enter", "@due", "31/1/2027", "enter", "esc")
	s.sees("Beslist", "Extra uren voor ICT: 1,2 uur · aangepast")
	s.press("@confirm-mandates", "enter").press("@outcome", "right", "enter", "esc").sees("· goedgekeurd", "Mandaten bevestigen")
	var recorded []string
	for _, r := range s.plan().Resolutions {
		if r.Round != nil {
			continue // of the first round
		}
		recorded = append(recorded, r.ID+" "+string(r.Outcome)+" "+r.Ground+" "+r.Owner+" "+string(r.Due))
	}
	want := []string{"release-hours amended 1.2 member:bart 2027-01-31", "own-nieuwe-laptops-voor-bart-claes    ", "confirm-mandates approved 3  "}
	if !slices.Equal(recorded, want) {
		t.Errorf("recorded %q, want %q", recorded, want)
	}
	text := string(markdown.Render(s.root.options.Files.Preview(s.root.session, s.root.document.chosen)))
	for _, says := range []string{"**Extra uren voor ICT: 1,2 uur.** Aangepast op", "Technisch ICT-coördinator, tegen 31 januari 2027.", "Nu is er nog 1,2 uur per week te kort.", "**Nieuwe laptops voor de technisch ICT-coördinator**"} {
		if !strings.Contains(text, says) {
			t.Errorf("the document does not say %q:\n%s", says, text)
		}
	}
	if strings.Contains(text, "vrijmaken voor ICT") {
		t.Error("what was decided is asked again")
	}
	s.press("@own-nieuwe-laptops-voor-bart-claes", "enter", "@remove", "enter", "j").sees("── Beslissingen van het bestuur").misses("Nieuwe laptops voor de")
}

// TestThePreviewSaysWhatWillBeWritten chooses, and looks.
func TestThePreviewSaysWhatWillBeWritten(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	s := onDisk(t, d).press("ctrl+k", "samenv", "enter").misses("Bart Claes").press("enter", "@decisions", "enter", "@add", "Een nieuwe server", "enter", "esc")
	s.press("@names", "right", "right", "enter").sees("● Met naam")
	s.press("@preview", "enter")
	text := string(markdown.Render(s.root.options.Files.Preview(s.root.session, s.root.document.chosen)))
	if !strings.Contains(text, "Een nieuwe server") || !strings.Contains(text, "Bart Claes") {
		t.Errorf("the preview is of something else:\n%s", text)
	}
	s.sees("── Samenvatting voor het schoolbestuur").press("pgdown").sees("Een nieuwe server")
}

func TestNothingIsWrittenInATrial(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	s := onDisk(t, d).press("#", "T", "enter").sees("proberen: niets bewaard").press("ctrl+s", "enter").sees("wordt geen bestand gemaakt")
	if len(d.files) != 0 {
		t.Errorf("files: %v", d.files)
	}
	s.press("#", "s", "@school", "end", " op proef", "enter", "ctrl+k", "samenv", "enter").sees("Atheneum Klaverdam op proef: naar een ICT-team")
}

// TestCtrlCWaitsForAFileThatIsBeingWritten, and then stops.
func TestCtrlCWaitsForAFileThatIsBeingWritten(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	s := onDisk(t, d).press("ctrl+s")
	look := s.begin("enter")
	if _, cmd := s.root.Update(namedKeys["ctrl+c"]); cmd != nil {
		t.Error("Ctrl+C did not wait")
	}
	s.run(look)
	if !s.quit || s.root.failure != ErrInterrupted {
		t.Errorf("ended %v with %v", s.quit, s.root.failure)
	}
}

// TestTheDecisionsOnTheScreenAreThoseOfTheDocument, also long after the last change.
func TestTheDecisionsOnTheScreenAreThoseOfTheDocument(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 120, 36)
	now := s.root.session.Clock
	s.root.session.Clock = func() time.Time { return now().AddDate(3, 0, 0) }
	s.press("ctrl+s", "@decisions", "enter")
	screen := strings.Join(strings.Fields(s.screen()), " ")
	for _, asked := range report.AskedDecisions(s.plan(), report.OptionsFor(s.root.session.Journal(), s.root.session.Spoken(), s.root.document.chosen.Options)) {
		if want := strings.Join(strings.Fields(asked.Line), " "); !strings.Contains(screen, want) {
			t.Errorf("%q is not on the screen:\n%s", want, s.screen())
		}
	}
}

// TestWhatIsChosenOfADocumentIsTakenBack on all its screens, and brought again, and nothing of the plan.
func TestWhatIsChosenOfADocumentIsTakenBack(t *testing.T) {
	t.Parallel()
	s := onDisk(t, &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}})
	s.press("#1", "@choice", "right", "enter", "#", "ctrl+z").sees("Ongedaan gemaakt: ") // so that the plan has something to take back and to bring again
	entries := s.root.session.Journal().Len()
	s.press("ctrl+s", "ctrl+y").sees("niets om opnieuw te doen").press("ctrl+z").sees("niets om ongedaan te maken")
	s.press("@language", "right", "enter").sees("● Engels").press("@preview", "ctrl+z").sees("● Nederlands", "Ongedaan gemaakt: Taal")
	s.press("@preview", "enter", "ctrl+y").sees("Opnieuw gedaan: Taal").press("esc").sees("● Engels")
	if s.root.session.Journal().Len() != entries {
		t.Error("something was taken back in the plan")
	}
	s.press("#", "ctrl+y").sees("Opnieuw gedaan: ")
	if s.root.session.Journal().Len() != entries+1 {
		t.Error("outside the document's screens nothing was brought again in the plan")
	}
}

// TestAPathIsPastedOverAnother, and a letter there is no path.
func TestAPathIsPastedOverAnother(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder, "/home/an/bestuur nov"}}
	s := onDisk(t, d).press("ctrl+s", "@folder").sees("▸ In map")
	s.send(tea.PasteMsg{Content: "'/home/an/bestuur nov'"})
	s.press("enter").sees("In map    /home/an/bestuur nov").press("@write", "enter").sees("/home/an/bestuur nov/atheneum")
}

// TestTheSummaryIsOfThePlan also after another document was written, and is written as such.
func TestTheSummaryIsOfThePlan(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	s := onDisk(t, d).press("ctrl+s", "@subject", "right", "right", "right", "right", "right", "enter").sees("● Leeg formulier").press("@write", "enter").sees("Gemaakt:")
	s.press("ctrl+k", "samenv", "enter").sees("── Samenvatting voor het schoolbestuur", "Waar de school staat")
	s.press("enter").sees("● Voor het bestuur")
}

// TestATrialLeavesTheDocumentOfBefore: what is chosen of a document is no part of the plan, and is not lost with what was tried.
func TestATrialLeavesTheDocumentOfBefore(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("ctrl+s", "@language", "right", "enter").sees("● Engels").press("#", "T", "enter")
	s.press("ctrl+s").sees("● Engels").press("@language", "left", "enter").sees("● Nederlands").press("#", "T", "@drop", "enter")
	s.press("ctrl+s").sees("● Engels").press("ctrl+z").sees("● Nederlands", "Ongedaan gemaakt").press("ctrl+y").sees("● Engels")
}

// TestALogoIsReadOnce, apart from the keys and the frames, and what is wrong with it stands at the field.
func TestALogoIsReadOnce(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	s := onDisk(t, d).press("ctrl+s", "@logo", "/home/an/nothing.png")
	reading := s.begin("enter")
	s.press("@write", "up", "down")
	if d.logos != 0 {
		t.Error("a key read the logo")
	}
	s.run(reading)
	s.sees("/home/an/nothing.png", "! Niet bewaard. ").misses("veld niet bewaard").press("@logo", "up", "down", "x", "backspace", "@write", "up", "esc")
	s.press("ctrl+s").sees("/home/an/nothing.png", "! Niet bewaard. ").press("@logo", "tab", "up")
	if d.logos != 1 {
		t.Errorf("the logo was read %d times", d.logos)
	}
	if s.press("enter").sees("! Niet bewaard. "); d.logos != 2 {
		t.Error("Enter does not try again")
	}
	s.press("@logo", "ctrl+z", "/home/an/logo.png", "enter").misses("! ", "niet bewaard").press("@write", "ctrl+z").sees("Ongedaan gemaakt: Logo", "typ of plak")
	s.press("@logo", "/home/an/nothing.png", "ctrl+k", "wifi").press("esc").sees("! Niet bewaard. ")
	s.press("ctrl+c").ended("")
}

// TestALogoThatIsNotReadIsNamed on leaving its screen by any way, and beside what was written without it.
func TestALogoThatIsNotReadIsNamed(t *testing.T) {
	t.Parallel()
	const said = "Logo: ‘/home/an/nothing.png’ is niet bewaard"
	for _, leave := range []string{"esc", "ctrl+k"} {
		onDisk(t, &disk{}).press("ctrl+s", "@logo", "/home/an/nothing.png", leave).sees(said).misses("veld niet bewaard")
	}
	onDisk(t, &disk{}).press("ctrl+s", "@logo", "/home/an/nothing.png", "enter").misses(said).press("@logo", "esc").sees(said)
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	s := onDisk(t, d).press("ctrl+s", "@logo", "/home/an/nothing.png", "enter", "@write", "enter")
	s.sees("Gemaakt:", "Niet bewaard, en dus niet in wat je maakte: ‘/home/an/nothing.png’")
	s.press("@done", "enter", "@logo", "ctrl+z", "tab", "@write", "enter", "j").sees("Gemaakt:").misses("niet in wat je maakte")
}

// TestTheFolderIsChosenAsAllOfADocument: it is taken back, brought again, and is no part of what was tried.
func TestTheFolderIsChosenAsAllOfADocument(t *testing.T) {
	t.Parallel()
	s := onDisk(t, &disk{}).press("ctrl+s", "@subject", "right", "right", "right", "right", "right", "enter").sees("● Leeg formulier")
	s.press("@folder", "/home/an/elders", "enter", "@preview", "ctrl+z").sees("Ongedaan gemaakt: In map", "● Leeg formulier", "In map    "+documentsFolder)
	s.press("ctrl+y").sees("Opnieuw gedaan: In map", "/home/an/elders").press("@others", "enter").sees("/home/an/elders").press("ctrl+z").sees("Ongedaan gemaakt: In map", documentsFolder)
	s.press("ctrl+z").sees("Ongedaan gemaakt: Wat")
}

// TestWhatTheBoardDecidesOfSeveralTasksIsRecordedOnOneCard, which stays when they are asked no more; and of one by itself.
func TestWhatTheBoardDecidesOfSeveralTasksIsRecordedOnOneCard(t *testing.T) {
	t.Parallel()
	s := onDisk(t, &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}})
	outsourced := func(task string) steps.Change {
		return steps.Change{Kind: steps.ChangeTask, Task: task, Expertise: steps.Set(steps.No), Sourcing: steps.Set(steps.Outsource)}
	}
	s.recorded(outsourced("classroom-av"), outsourced("account-management"))
	s.press("ctrl+s", "@decisions", "enter", "@outsource", "enter").sees("▸ Besluit", "Uitbesteden: ", "Besliste het bestuur niet over elke taak hetzelfde?")
	s.press("@outsource:classroom-av", "enter").sees("── Uitbesteden: Digiborden, schermen en geluid").press("@outcome", "right", "right", "right", "right", "enter", "esc", "esc")
	s.press("@outsource", "enter", "@outcome", "right", "enter", "@decision_owner", "Bart", "enter").sees("Bart Claes", "Accounts en toegangsrechten").misses("Dit is er niet meer")
	s.press("@on", "8/12/2026", "enter", "esc").sees("· goedgekeurd 8 december 2026", "Uitbesteden: Digiborden, schermen en geluid · geweigerd")
	want := map[string]steps.Outcome{"outsource:account-management": steps.Approved, "outsource:incident-response": steps.Approved, "outsource:classroom-av": steps.Refused}
	for id, outcome := range want {
		if r, _ := s.plan().Resolution(id); r.Outcome != outcome || (r.Owner == "member:bart") != (outcome == steps.Approved) {
			t.Errorf("%+v", r)
		}
	}
}

// TestSlidesAreOfThePlan ticks slides beside a form that is empty: they show the plan, and are called so.
func TestSlidesAreOfThePlan(t *testing.T) {
	t.Parallel()
	d := &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}
	s := onDisk(t, d).press("ctrl+s", "@formats", "down", "down", "space").sees("[x] Dia's voor de vergadering")
	s.press("@subject", "right", "right", "right", "right", "right", "enter", "@write", "enter").sees("ronde-2-leeg.pdf", "ronde-2.pptx")
	if file := d.files[documentsFolder+"/atheneum-klaverdam-ronde-2.pptx"]; file.Document.Subject != report.AboutPlan || !slices.Equal(file.Document.Sections, []string{"brief"}) {
		t.Errorf("the slides are about %q, of %q", file.Document.Subject, file.Document.Sections)
	}
}

// TestDocumentsStandByWhoReadsThem: those for the board first, then those for the team and the group.
func TestDocumentsStandByWhoReadsThem(t *testing.T) {
	t.Parallel()
	onDisk(t, &disk{files: map[string]screen.File{}, folders: []string{documentsFolder}}).press("ctrl+s").sees(
		"● Voor het bestuur   ○ Voor de notulen   ○ Voor het beleidsplan", "○ Per teamlid   ○ Voor je opvolger   ○ Leeg formulier", "○ Brief aan de groep")
}
