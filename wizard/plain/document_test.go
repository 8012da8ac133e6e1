package plain

import (
	"bufio"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/report"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// folder is where the files of a test go.
type folder struct {
	files []screen.File
	there []string // the names of files that stand there before
	gone  string   // a folder that is not there
}

func (*folder) Path(typed string) string { return typed }

func (f *folder) Export(_ *session.Session, file screen.File) (screen.Written, error) {
	f.files = append(f.files, file)
	return screen.Written{Path: file.Path, Contents: "6 beslissingen"}, nil
}

func (f *folder) InTheWay(paths []string) (there []string, folder string) {
	for _, path := range paths {
		if slices.Contains(f.there, filepath.Base(path)) {
			there = append(there, path)
		}
		if filepath.Dir(path) == f.gone {
			folder = f.gone
		}
	}
	return there, folder
}

func (*folder) Preview(*session.Session, screen.Document) report.Summary {
	return report.Summary{Title: "Samenvatting", Facts: []string{"ronde 2"}, Parts: []report.Part{{Sections: []report.Section{
		{Title: "In het kort", Blocks: []report.Block{report.Paragraph("De school staat bij stap 7.")}},
		{Title: "Wie doet wat", Blocks: []report.Block{report.Table{Columns: []report.Column{{Title: "Wie"}, {Title: "Uren"}}, Rows: [][]string{{"An", "9"}}}}},
	}}}}
}

func (*folder) ReadLogo(path string) (report.Logo, error) {
	return report.Logo{}, assets.NewFault("plan-file-missing", "file", path)
}

// documented makes documents of the example with what is typed, and gives what is heard.
func documented(t *testing.T, f *folder, typed ...string) string {
	t.Helper()
	var out strings.Builder
	_, err := Run(newSession(exampleKept(t), "a"), bufio.NewReader(strings.NewReader(strings.Join(typed, "\n")+"\n")), &out, Options{
		Files: f, Documents: []string{"pdf", "docx"}, Others: []string{"xlsx"}, Folder: "/home/an",
	})
	must(t, err)
	return out.String()
}

// TestADocumentIsMadeLineByLine as the screens make it where nothing is chosen, and called as they call it; then another form.
func TestADocumentIsMadeLineByLine(t *testing.T) {
	t.Parallel()
	f := &folder{}
	said := documented(t, f, "document", "2", "", "3", "", "", "stop")
	says(t, said, "2  Word, om nog aan te passen", "1  Wat: Voor het bestuur", "2  Mensen: Als rol", "3  Omvang: Met toelichting", "4  Notities: Zonder", "5  Taal: Nederlands", "6  Logo: geen",
		"7  In map: /home/an", "Namen van je team worden rollen", "Het bestand heet atheneum-klaverdam-ronde-2.docx.", "Enter maakt het bestand",
		"Gemaakt: /home/an/atheneum-klaverdam-ronde-2.docx.\nInhoud: 6 beslissingen.\n", "Gemaakt: /home/an/atheneum-klaverdam-ronde-2.xlsx.")
	if len(f.files) != 2 || f.files[0].Document.Names != report.NamesAsRoles || !slices.Equal(f.files[0].Document.Sections, []string{string(report.Brief), string(report.Detail)}) {
		t.Errorf("made %+v", f.files)
	}
}

// TestADocumentIsChosenByTheWordOfItsForm, and after one is made the list is spoken of again.
func TestADocumentIsChosenByTheWordOfItsForm(t *testing.T) {
	t.Parallel()
	f := &folder{}
	said := documented(t, f, "document", "PDF", "", "excel", "", "perkament", "stop")
	says(t, said, "Gemaakt: /home/an/atheneum-klaverdam-ronde-2.pdf.", "Gemaakt: /home/an/atheneum-klaverdam-ronde-2.xlsx.", "Kies uit: 1 tot 3.")
	_, after, _ := strings.Cut(said, "Gemaakt: ")
	says(t, after, "1  PDF, voor de agenda van het bestuur")
}

// TestADocumentIsChosenLineByLine: how people are called, how much is told, and where it goes; what is not chosen anew stays.
func TestADocumentIsChosenLineByLine(t *testing.T) {
	t.Parallel()
	f := &folder{}
	said := documented(t, f, "document", "1", "2", "3", "3", "", "3", "3", "5", "2", "7", "/usb", "?", "", "1", "", "", "stop")
	says(t, said, "Hoe heten mensen in het document?", "2  Initialen", "Nu: Als rol", "Mensen: Met naam.", "Nu: Met toelichting", "In map: /usb.", "2  Mensen: Met naam",
		"Het bestand heet atheneum-klaverdam-ronde-2-volledig-met-namen-en.pdf.")
	if len(f.files) != 2 || f.files[0].Path != "/usb/atheneum-klaverdam-ronde-2-volledig-met-namen-en.pdf" || f.files[1].Path != f.files[0].Path {
		t.Errorf("made %+v", f.files)
	}
	blank := &folder{}
	said = documented(t, blank, "document", "1", "1", "6", "", "stop")
	says(t, said, "1  Wat: Leeg formulier\n2  Taal: Nederlands", "Gemaakt: /home/an/atheneum-klaverdam-ronde-2-leeg.pdf.")
}

// TestWhatStandsInTheWayOfADocumentIsAsked: a file that is there, which stays unless one says yes, and a folder that is not.
func TestWhatStandsInTheWayOfADocumentIsAsked(t *testing.T) {
	t.Parallel()
	f := &folder{there: []string{"atheneum-klaverdam-ronde-2.pdf"}}
	said := documented(t, f, "document", "1", "", "", "", "n", "", "j", "", "stop")
	says(t, said, "Dit bestand bestaat al: atheneum-klaverdam-ronde-2.pdf Vervang je het?", "Gemaakt: /home/an/atheneum-klaverdam-ronde-2.pdf.")
	if len(f.files) != 1 || !f.files[0].Replace {
		t.Errorf("made %+v", f.files)
	}
	f = &folder{gone: "/weg"}
	says(t, documented(t, f, "document", "1", "7", "/weg", "", "j", "stop"), "De map /weg bestaat nog niet. Ja maakt de map en wat je koos; nee maakt niets.", "Gemaakt: /weg/")
}

// TestNoDocumentIsMadeOfAnotherPlan: of what is tried and of the plan as it was none is, as on the screens.
func TestNoDocumentIsMadeOfAnotherPlan(t *testing.T) {
	t.Parallel()
	f := &folder{}
	said := documented(t, f, "wat als", "document", "1", "", "wat als", "3", "zoals het was", "1", "document", "1", "", "stop")
	says(t, said, "Terwijl je iets probeert, wordt geen bestand gemaakt.", "Dit is het plan zoals het was")
	if len(f.files) > 0 {
		t.Errorf("made %+v", f.files)
	}
}

// TestADocumentIsAskedAsOnTheScreens: each choice has a question of its own, in both languages.
func TestADocumentIsAskedAsOnTheScreens(t *testing.T) {
	t.Parallel()
	for _, language := range assets.Languages {
		texts := assets.Load(language)
		plan, err := steps.Replay(assets.Definitions(), assets.Example())
		must(t, err)
		for _, choice := range screen.NewDocument([]string{"pdf"}, "").Choices(plan.Plan(), texts) {
			if texts.Plain.Ask["document-"+choice.ID].Question == "" {
				t.Errorf("%s: %s is not asked", language, choice.ID)
			}
		}
	}
}

// TestADocumentIsHeardBeforeItIsMade part by part, and then made.
func TestADocumentIsHeardBeforeItIsMade(t *testing.T) {
	t.Parallel()
	f := &folder{}
	said := documented(t, f, "document", "1", "8", "", "1", "9", "", "", "", "stop")
	says(t, said, "8  Hoor eerst wat erin staat", "Samenvatting, ronde 2\nDeel 1: In het kort\nDe school staat bij stap 7.", "Deel 2: Wie doet wat\n- An, Uren: 9", "Kies uit: 1 tot 2.")
	if len(f.files) != 1 {
		t.Errorf("made: %v\n%s", f.files, said)
	}
}
