package command

import (
	"bytes"
	"slices"
	"sync"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/plain/plaintest"
)

// walk is a person who fills in a plan line by line, over several evenings.
type walk struct {
	*computer
	t    *testing.T
	file string
}

// evening starts the program and talks with it: what it asks and what is typed then, by turns. Any other question is
// passed over with Enter, and after the last the person stops. It looks whether the program said these things.
func (w *walk) evening(talk []string, says ...string) {
	w.t.Helper()
	var out, errs bytes.Buffer
	person := plaintest.New(&out, talk)
	status := run([]string{"--file", w.file, "--plain"}, w.environment, person, &out, &errs)
	w.said, w.wrong = out.String(), errs.String()
	if status != statusDone || len(person.Left()) > 0 {
		w.t.Fatalf("status %d, never asked: %q\n%s%s", status, person.Left(), w.said, w.wrong)
	}
	w.says(w.t, append(says, "Gestopt.", "Verdergaan: stappenplan --file")...)
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
	journal, err := entries.Replay(assets.Definitions())
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
	w := &walk{newComputer(t), t, written(t, "p.db", string(completePlan(t)))}
	w.nextRound()
}

var complete struct {
	once sync.Once
	file []byte
}

// completePlan is the file of a plan whose eight steps were walked line by line, once for all the tests that need it.
func completePlan(t *testing.T) []byte {
	t.Helper()
	complete.once.Do(func() {
		complete.file = planFile(t, func(w *walk) {
			w.firstFourSteps()
			w.tasks()
			w.expertise()
			w.team()
			w.evaluation()
		})
	})
	return complete.file
}

func (w *walk) firstFourSteps() {
	w.evening([]string{"Wie vult dit in?", "An Peeters", "Hoe heet je school?", "GO! Testschool", "Stap 1 van 8", "hulp"},
		"Welkom bij het stappenplan", "Er gaat niets naar buiten", "kopieer dan dat bestand", "‘stop’ sluit af")
	w.evening([]string{"Stap 1 van 8", "misschien", "Kies uit: j ja, n nee, b nog te bespreken.", "nee"},
		"GO! Testschool, ronde 1", "Nee is geen slecht punt", "Eerste actie, een voorstel van dit programma: ")
	w.stands(steps.Awareness)
	w.evening([]string{"Nu: nee", "ja", "noteren", "op de agenda van maart"}, "Bewaard.")
	w.stands(steps.Vision)
	w.evening([]string{"Stap 2 van 8", "b", "noteren", "<", "Nu: nog te bespreken", "j", "Welk bewijs heb je", "visietekst 2026", "Gedragen visie is klaar.", "stop"})
	w.stands(steps.Policy)
	w.evening([]string{"Stap 3 van 8", "n", "noteren", "ongedaan", "Ongedaan gemaakt: Stap 3 ICT-beleidsplan: nee", "opnieuw",
		"Opnieuw gedaan: Stap 3 ICT-beleidsplan: nee", "ongedaan", "Ongedaan gemaakt", "J", "noteren", "versie 3", "Tot welk onderwijsniveau", "s"})
	w.stands(steps.Pooling)
	w.evening([]string{"Waarbij hoort je school?", "s", "Hoe heet je scholengroep", "Scholengroep X", "samenwerken voor ICT-coördinatie", "nee"}, "scholengroep", "profiel")
	w.evening([]string{"Je ICT-beleidsplan: versie 3", "terug", "Dit is de eerste vraag.", "stop"})
	w.stands(steps.Tasks)
	w.evening([]string{"Stap 5 van 8", "profiel", "Hoe heet je school?", "", "Hoeveel leerlingen", "veel", "Dat is geen aantal.", "830", "Welke middelen", "p", ": aantal", "60", "Welke middelen", "", "Hoeveel uren per week heeft je school", "stop"})
	if plan := w.plan(); plan.School.Pupils == nil || *plan.School.Pupils != 830 || len(plan.School.Means) != 1 {
		w.t.Errorf("the profile: %+v", plan.School)
	}
}

func (w *walk) tasks() {
	w.evening([]string{"Technische kerntaken: 0 van", "v", "Beleidstaken: 0 van", "v", "Technische taken: 0 van", "v",
		"Pedagogisch-didactische taken: 0 van", "w", "Beleid en visie: 0 van", "v", "Administratieve taken: 0 van", "v",
		"Ontbreekt er een taak?", "Robotlab beheren", "Waar in het overzicht", "p", "Wanneer is ze nodig?", "n", "Is samenwerken binnen", "ja",
		"Takenoverzicht is nog niet klaar.", "stop"}, "Taak: Robotlab beheren", "Nog 17 taken te beslissen")
	w.stands(steps.Tasks)
	w.evening([]string{"Pedagogisch-didactische taken: 1 van 18 beslist.", "", "Geldt deze taak", "a", "Hoe noem je deze taak bij jullie?", "Klasbezoeken",
		"Wanneer is ze nodig?", "s", "Geldt deze taak", "n", "Geldt deze taak", "<", "Nu: geldt niet", "stop"})
	w.evening([]string{"Pedagogisch-didactische taken: 3 van 18 beslist.", "v", "Takenoverzicht is klaar.", "stop"})
	w.stands(steps.Expertise)
	if got := w.plan().Feedback(); !slices.Equal(got, []string{"own-robotlab-beheren"}) {
		w.t.Errorf("to be reported to the group: %v", got)
	}
}

func (w *walk) expertise() {
	asked := steps.Count(w.plan().Tasks()).School
	w.evening([]string{"expertise voor deze taak", "n", "louter technisch", "", "Hoe los je het op?", "o", "expertise voor deze taak", "n", "Hoe los je het op?", "stop"}, "raadt aan uitbesteden te overwegen")
	w.evening(append(many(asked-2, "expertise voor deze taak", "j"), "Expertise is klaar.", "stop"))
	w.stands(steps.Team)
	decisions := w.plan().Sourcing()
	if len(decisions) != 2 || decisions[0].Decision != steps.Train || decisions[1].Decision != "" {
		w.t.Errorf("missing expertise: %v", decisions)
	}
}

func (w *walk) team() {
	w.evening([]string{"Wie zit er in het ICT-team", "An Peeters", "Welke rol", "i", "Hoeveel uren per week heeft deze", "12", "Wat mag deze persoon", "tot 500 euro",
		"Wie zit er nog in het ICT-team", "Bart Claes", "Welke rol", "technisch ICT-coördinator", "Hoeveel uren per week heeft deze", "acht",
		"Dat zijn geen uren. Typ een getal van 0 tot 168", "8", "graag opnemen", "graag netwerk", "Hoeveel uren per week heeft je school", "34,5"})
	carried := len(slices.DeleteFunc(w.plan().Gaps(steps.Team), func(g steps.Gap) bool { return g.ID != steps.GapOwner }))
	w.evening([]string{"Wie trekt deze taak?", "bart", "Wie springt in?", "Piet", "Kies uit: An Peeters.", "an", "Hoeveel uren per week kost", "0,5"})
	w.evening(many(carried-1, "Wie trekt deze taak?", "An Peeters", "Wie springt in?", "bart", "kost deze taak", "1"))
	w.evening([]string{"Kennisdeling", "elke laatste vrijdag", "Wat spreken jullie af?", "Bart springt in", "Wat spreken jullie af?", "Niet nodig",
		"Is deze afspraak nodig", "", "Wat spreken jullie af?", "om de drie weken", "Wat spreken jullie af?", "vragen op het overleg", "ICT-team is klaar.", "stop"})
	w.stands(steps.Evaluation)
}

func (w *walk) evaluation() {
	w.evening([]string{"Loopt de samenwerking vlot?", "vlot", "Moet de samenstelling", "<", "Nu: vlot", "", "Moet de samenstelling", "blijft zo",
		"Wie evalueerde mee?", "An Peeters, Leerlingenraad", "Wanneer evalueer je opnieuw?", "31/2/2027", "Februari heeft 28 dagen", "15/5/2027",
		"Welke stappen", "9", "Dat zijn geen stappen van 1 tot 7.", "5 7", "Open je een nieuwe ronde?", ""},
		"Volgende evaluatie op 15 mei 2027", "‘document’ maakt de samenvatting voor je bestuur.")
	w.stands("")
	if present := w.plan().Evaluation.Present; !slices.Equal(present, []string{"an", "Leerlingenraad"}) {
		w.t.Errorf("present: %v", present)
	}
	w.calls(w.t, statusDone, "", "--file", w.file, "status", "--json")
	w.says(w.t, `"complete": true`, `"current": ""`)
	w.calls(w.t, statusDone, "", "--file", w.file, "status")
	w.says(w.t, "Deze ronde is afgerond. Volgende evaluatie op 15 mei 2027.")
}

func (w *walk) nextRound() {
	w.evening([]string{"Open je een nieuwe ronde?", "nee"})
	w.evening([]string{"Open je een nieuwe ronde?", "ja", "Klopt dit nog allemaal voor deze ronde?", "nee"}, "Ronde 2 is geopend.", "Stap 5 van 8")
	w.stands(steps.Tasks)
	w.evening([]string{"Klopt dit nog allemaal voor deze ronde?", "ja", "Takenoverzicht is klaar.", "stop"})
	w.stands(steps.Team)
}
