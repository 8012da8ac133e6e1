package command

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
)

// walk is a person who fills in a plan line by line, over several evenings.
type walk struct {
	*computer
	t    *testing.T
	file string
}

// evening starts the program, types lines, and looks whether the program said these things.
func (w *walk) evening(typed []string, says ...string) {
	w.t.Helper()
	w.calls(w.t, statusDone, strings.Join(typed, "\n")+"\n", "--file", w.file, "--plain")
	w.says(w.t, append(says, "Gestopt.", "Verder gaan: stappenplan --file")...)
}

// plan is what is kept in the file.
func (w *walk) plan() steps.Plan {
	w.t.Helper()
	kept, err := store.OpenReadOnly(w.file)
	if err != nil {
		w.t.Fatal(err)
	}
	defer kept.Close()
	entries, err := kept.Load(firstPlan)
	if err != nil {
		w.t.Fatal(err)
	}
	journal, err := steps.Replay(assets.Catalogue(), entries)
	if err != nil {
		w.t.Fatal(err)
	}
	return journal.Plan()
}

// stands fails the test unless the plan stands at a step.
func (w *walk) stands(at steps.StepID) {
	w.t.Helper()
	if got := w.plan().Current(); got != at {
		w.t.Fatalf("the plan stands at %q, want %q\n%s", got, at, w.said)
	}
}

// many is the same lines a number of times.
func many(times int, lines ...string) []string { return slices.Repeat(lines, times) }

func TestAWholePlanLineByLine(t *testing.T) {
	w := &walk{newComputer(t), t, filepath.Join(t.TempDir(), "p.db")}
	w.firstFourSteps()
	w.tasks()
	w.expertise()
	w.team()
	w.evaluation()
	w.nextRound()
}

func (w *walk) firstFourSteps() {
	w.evening([]string{"An Peeters", "GO! Testschool", "?", "stop"},
		"Welkom bij het stappenplan", "Er gaat niets naar buiten", "kopieer dan dat bestand", "stop stopt")
	w.evening([]string{"misschien", "nee"},
		"GO! Testschool, ronde 1", "Kies uit: j ja, n nee, b nog te bespreken.", "Nee is geen slecht punt", "Eerste actie: ")
	w.stands(steps.Awareness)
	w.evening([]string{"ja", "op de agenda van maart", ""}, "Nu: nee", "Bewustzijn is klaar.", "Stap 2 van 8: Gedragen visie")
	w.stands(steps.Vision)
	w.evening([]string{"b", "<", "j", "", "visietekst 2026", "stop"}, "Nu: nog te bespreken", "Gedragen visie is klaar.")
	w.stands(steps.Policy)
	w.evening([]string{"n", "ongedaan", "opnieuw", "ongedaan", "J", "versie 3", "", "stop"},
		"Teruggenomen: Stap 3 ICT-beleidsplan: nee", "Opnieuw gedaan: Stap 3 ICT-beleidsplan: nee")
	w.stands(steps.Pooling)
	w.evening([]string{"s", "s", "Scholengroep X", "nee"}, "secundair onderwijs", "scholengroep")
	w.evening([]string{"terug", "stop"}, "Je ICT-beleidsplan: versie 3", "Dit is de eerste vraag.")
	w.stands(steps.Tasks)
}

func (w *walk) tasks() {
	w.evening([]string{"v", "w", "v", "v", "Robotlab beheren", "p", "n", "ja", "terug", "", ""},
		"Taak: Robotlab beheren", "Gaat dit beter samen", "Takenoverzicht is nog niet klaar.", "Nog 15 taken te beslissen")
	w.stands(steps.Tasks)
	w.evening([]string{"", "geldt", "later", "nee", "a", "Klasbezoeken", "s", "n", "<", "", "?"},
		"Pedagogisch-didactische taken: 0 van 15 beslist.", "Nu: geldt niet")
	w.evening(append([]string{"v", "w", "w"}, many(5, "")...), "Hoe noem je deze taak bij jullie?", "Pedagogisch-didactische taken: 3 van 15 beslist.", "Takenoverzicht is klaar.")
	w.stands(steps.Expertise)
	if got := w.plan().Feedback(); !slices.Equal(got, []string{"own-robotlab-beheren"}) {
		w.t.Errorf("to be reported to the group: %v", got)
	}
}

func (w *walk) expertise() {
	asked := steps.Count(w.plan().Tasks()).School
	w.evening([]string{"n", "", "n", "o"}, "Is de expertise voor deze taak aanwezig?", "Is deze taak louter technisch?", "Overweeg uit te besteden")
	w.evening(append([]string{"n", "", "", ""}, many(asked-2, "j")...), "Expertise is klaar.", "Stap 7 van 8: ICT-team")
	w.stands(steps.Team)
	decisions := w.plan().Sourcing()
	if len(decisions) != 2 || decisions[0].Decision != steps.Train || decisions[1].Decision != "" {
		w.t.Errorf("missing expertise: %v", decisions)
	}
}

func (w *walk) team() {
	w.evening([]string{"7", "34,5", "An Peeters", "i", "12", "tot 500 euro", ""}, "Wie zit er nog in het ICT-team")
	w.evening([]string{"Bart Claes", "technisch ICT-coördinator", "acht", "8", "", "graag netwerk", ""},
		"Dat zijn geen uren. Typ een getal van 0 tot 168")
	carried := len(slices.DeleteFunc(w.plan().Gaps(steps.Team), func(g steps.Gap) bool { return g.ID != steps.GapOwner }))
	w.evening([]string{"bart", "Piet", "an", "0,5"}, "Wie trekt deze taak?", "Kies uit: An Peeters.")
	w.evening(many(carried-1, "An Peeters", "bart", "1"), "Wat spreken jullie af?", "Kennisdeling")
	w.evening([]string{"elke laatste vrijdag", "Bart springt in", "Niet nodig", "we zijn met twee", "om de drie weken"}, "Waarom is deze afspraak hier niet nodig?")
	w.evening([]string{"vragen op het overleg"}, "ICT-team is klaar.", "Stap 8 van 8: Evaluatie")
	w.stands(steps.Evaluation)
}

func (w *walk) evaluation() {
	w.evening([]string{"vlot", "<", "", "blijft zo", "An Peeters, Leerlingenraad", "31/2/2027", "15/5/2027", "9", "5 7", ""},
		"Nu: vlot", "Dat is geen datum.", "Dat zijn geen stappen van 1 tot 7.",
		"Volgende evaluatie op 15 mei 2027", "stappenplan export --output samenvatting.md")
	w.stands("")
	if present := w.plan().Evaluation.Present; !slices.Equal(present, []string{"an", "Leerlingenraad"}) {
		w.t.Errorf("present: %v", present)
	}
	w.calls(w.t, statusDone, "", "--file", w.file, "status", "--json")
	w.says(w.t, `"complete": true`, `"current": ""`)
	w.calls(w.t, statusDone, "", "--file", w.file, "status")
	w.says(w.t, "De ronde is rond. Volgende evaluatie op 15 mei 2027.")
}

func (w *walk) nextRound() {
	w.evening([]string{"nee"}, "Open je een nieuwe ronde?")
	w.evening([]string{"ja", "nee"}, "Ronde 2 is geopend.", "Stap 5 van 8", "Klopt dit nog allemaal voor deze ronde?")
	w.stands(steps.Tasks)
	w.evening([]string{"ja"}, "Klopt dit nog allemaal voor deze ronde?", "Takenoverzicht is klaar.")
	w.stands(steps.Team)
}
