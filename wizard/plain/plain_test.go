package plain

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/session/sessiontest"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/plain/plaintest"
)

var answer, must = sessiontest.Answer, sessiontest.Must

// newSession works on what is kept, in a file.
func newSession(kept session.Journals, prefix string) *session.Session {
	s := sessiontest.New(kept, prefix)
	s.Place = "stappenplan.db"
	return s
}

// lineByLine types lines at the line-by-line mode on a kept plan, and gives what it says and the plan after it.
func lineByLine(t *testing.T, kept session.Journals, language assets.Language, typed ...string) (string, steps.Plan) {
	t.Helper()
	entries, err := kept.Load("plan")
	must(t, err)
	s := newSession(kept, "sitting"+string(rune('a'+entries.Len()))+"-")
	s.Texts = assets.Load(language)
	var out strings.Builder
	_, err = Run(s, bufio.NewReader(strings.NewReader(strings.Join(typed, "\n"))), &out, Options{})
	must(t, err)
	return out.String(), s.Plan()
}

// talk is lineByLine with what is asked and what is typed then, by turns.
func talk(t *testing.T, kept session.Journals, exchange ...string) (string, steps.Plan) {
	t.Helper()
	entries, err := kept.Load("plan")
	must(t, err)
	s := newSession(kept, "talking"+string(rune('a'+entries.Len()))+"-")
	var out bytes.Buffer
	person := plaintest.New(&out, exchange)
	_, err = Run(s, bufio.NewReader(person), &out, Options{})
	must(t, err)
	if len(person.Left()) > 0 {
		t.Fatalf("never asked: %q\n%s", person.Left(), out.String())
	}
	return out.String(), s.Plan()
}

// keptPlan is a store with a plan made of these changes.
func keptPlan(t *testing.T, changes ...steps.Change) session.Journals {
	t.Helper()
	kept := store.NewMemory()
	must(t, newSession(kept, "a").Record(changes...))
	return kept
}

func says(t *testing.T, said string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(said, text) {
			t.Errorf("nothing says %q in:\n%s", text, said)
		}
	}
}

func TestPlainAsksTheGroupVariant(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.Yes), answer(steps.Pooling, steps.Yes))
	words, together := assets.Load(assets.Dutch), steps.Plan{Answers: map[steps.StepID]steps.Answer{steps.Pooling: {Choice: steps.Yes}}}
	var exchange []string
	for _, typed := range [][2]string{{"relevance", "g"}, {"horizon", "n"}, {"scale", "ja"}, {"specialist", "nee"}, {"local", "ja"}, {"level", "groep"}} {
		asked, _ := words.TaskQuestion(typed[0], together)
		exchange = append(exchange, string(asked.Question), typed[1])
	}
	said, plan := talk(t, kept, exchange...)
	says(t, said, "welke organiseer je beter met de groep?", "Win je geld of tijd", "gespecialiseerde kennis", "Geldt deze taak ergens: op je school of op scholen van de groep?", "op haar noden", "Voorstel: afwegen", "Waar ligt deze taak?")
	first := plan.Tasks()[0]
	if !*first.Scale || *first.Specialist || !*first.Local || first.Level != steps.AtGroup || !first.Decided {
		t.Errorf("the first task: %+v", first.Decision)
	}
}

func TestPlainSpeaksEnglish(t *testing.T) {
	said, plan := lineByLine(t, store.NewMemory(), assets.English, "An", "Our School", "y", "note", "back", "clear", "skip", "undo", "stop")
	says(t, said, "Welcome to the step plan", "Step 2 of 8: Shared vision", "Undone:", "Saved.")
	if plan.Answers[steps.Awareness].Note != "note" || plan.School.Name != "Our School" {
		t.Errorf("the note is %q, the school %q", plan.Answers[steps.Awareness].Note, plan.School.Name)
	}
}

func TestPlainKeepsTheLastLineWithoutAnEnd(t *testing.T) {
	said, plan := lineByLine(t, store.NewMemory(), assets.Dutch, "", "De Wilg", "ja")
	if plan.Current() != steps.Vision || strings.Count(said, "Bewaard.") != 2 {
		t.Errorf("the plan stands at %s:\n%s", plan.Current(), said)
	}
}

func TestPlainRefusesALineThatIsTooLong(t *testing.T) {
	said, plan := lineByLine(t, store.NewMemory(), assets.Dutch, "An", strings.Repeat("x", maxLine+2), "De Wilg", "stop")
	says(t, said, "Deze regel is te lang.")
	if plan.School.Name != "De Wilg" {
		t.Errorf("the school is called %.40q", plan.School.Name)
	}
}

func TestPlainLetsGoOfTheTeamAndTakesItBack(t *testing.T) {
	kept := keptPlan(t, steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")},
		steps.Change{Kind: steps.ChangeMember, Member: "bart", Name: steps.Set("Bart")},
		steps.Change{Kind: steps.ChangeTask, Task: "wifi-management", Relevance: steps.Set(steps.Applies), Owner: steps.Set("an")})
	said, plan := lineByLine(t, kept, assets.Dutch, "7", "wissen", "nee", "wissen", "ja", "ongedaan", "Anna", "d", "0", "stop")
	says(t, said, "‘wissen’ haalt deze persoon uit het team", "An uit het team verwijderen? Trekt 1 taak: die blijft, zonder trekker.", "Ongedaan gemaakt: An verwijderd")
	if n := strings.Count(said, "uit het team verwijderen?"); n != 2 {
		t.Errorf("asked %d times whether someone may go", n)
	}
	names := []string{}
	for _, m := range plan.Members {
		names = append(names, m.Name+" "+string(m.Role))
	}
	if !slices.Equal(names, []string{"Anna director", "Bart "}) {
		t.Errorf("the team: %v", names)
	}
}

func TestPlainOffersASchoolWithoutAGroupItsAnswer(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.Yes))
	said, plan := lineByLine(t, kept, assets.Dutch, "geen groep", "j", "nee", "stop")
	says(t, said, "Nu: Geen groep (telt als nee)", "\nn Geen groep (telt als nee), Enter houdt dit")
	if got := entriesOf(t, kept); got != 2 {
		t.Errorf("%d entries, want one beside that of the start", got)
	}
	if plan.Variant() != steps.SchoolVariant || plan.School.GroupKind != steps.NoGroup || slices.Contains(plan.TaskFieldsAt(steps.Tasks), steps.TaskField("feedback")) {
		t.Errorf("variant %q, group kind %q", plan.Variant(), plan.School.GroupKind)
	}
	if strings.Contains(said, "Hoe heet je scholengroep") {
		t.Error("a school without a group is asked what it is called")
	}
}

func entriesOf(t *testing.T, kept session.Journals) int {
	t.Helper()
	entries, err := kept.Load("plan")
	must(t, err)
	return entries.Len()
}

func TestPlainAsksBeforeAnOwnTaskGoes(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes), steps.Change{Kind: steps.ChangeTask, Task: "own-robotlab",
		Title: steps.Set("Robotlab"), Group: steps.Set("technical"), Relevance: steps.Set(steps.Applies)})
	said, plan := talk(t, kept, "Stap 2 van 8", "5", "Technische kerntaken", "w", "Beleidstaken", "w", "Technische taken", "",
		"Taak: Robotlab", "Robotlokaal", "Geldt deze taak", "<", "Nu: Robotlokaal", "wissen", "verwijderen", "nee", "Nu: Robotlokaal", "wissen", "verwijderen", "ja",
		"Pedagogisch", "stop")
	says(t, said, "‘wissen’ haalt deze taak weg", "De eigen taak ‘Robotlokaal’ verwijderen")
	if len(plan.OwnTasks) != 0 {
		t.Errorf("the own tasks: %v", plan.OwnTasks)
	}
	said, plan = lineByLine(t, kept, assets.Dutch, "ongedaan", "stop")
	says(t, said, "Ongedaan gemaakt: Robotlokaal verwijderd")
	if task, _ := plan.Task("own-robotlab"); task.Title != "Robotlokaal" {
		t.Errorf("the task that is back: %+v", task)
	}
}

func TestPlainOffersANewRoundBeforeTheEnd(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes), steps.Change{Kind: steps.ChangeEvaluation, Repeat: steps.Set([]steps.StepID{steps.Awareness})})
	said, plan := talk(t, kept, "Stap 2 van 8", "8", "nieuwe ronde?", "nee", "Evaluatie is nog niet klaar", "8", "nieuwe ronde?", "ja", "Stap 1 van 8", "stop")
	says(t, said, "Evaluatie is nog niet klaar.", "Open je een nieuwe ronde?", "Ronde 2 is geopend.", "Stap 1 van 8")
	if strings.Contains(said, "De ronde is rond") || plan.Round.Number != 2 || plan.Current() != steps.Awareness {
		t.Errorf("round %d, the plan stands at %q", plan.Round.Number, plan.Current())
	}
}

func TestPlainLetsAnAnswerOfTheLastRoundHoldByEnter(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes), steps.Change{
		Kind: steps.ChangeEvaluation, Repeat: steps.Set([]steps.StepID{steps.Awareness}), Present: steps.Set([]string{"An", "Bart"}), Collaboration: steps.Set("vlot"),
	})
	said, plan := talk(t, kept, "Stap 2 van 8", "8", "nieuwe ronde?", "ja", "Stap 1 van 8", "", "bij noteren", "8", "vlot", "beter", "anders?", "", "deelnemers", "", "evalueer je opnieuw", "stop")
	says(t, said, "Vorige ronde: ja", "Enter: dat geldt nog, ja", "Vorige ronde: vlot", "Enter: dezelfde deelnemers, An, Bart")
	if plan.Answers[steps.Awareness].Choice != steps.Yes || len(plan.Evaluation.Present) != 2 {
		t.Errorf("step 1 is %q, present were %q", plan.Answers[steps.Awareness].Choice, plan.Evaluation.Present)
	}
}

func TestPlainGoesOnWhereThePlanStandsAfterAnEvaluationAhead(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes), steps.Change{Kind: steps.ChangeEvaluation, Collaboration: steps.Set("vlot"), Composition: steps.Set("blijft")})
	said, _ := talk(t, kept, "Stap 2 van 8", "8", "evalueer je opnieuw", "1/6/2027", "nieuwe ronde?", "", "Stap 2 van 8", "stop")
	says(t, said, "Evaluatie is klaar.", "Stap 2 van 8")
}

func TestPlainLetsNobodyStepInForThemselves(t *testing.T) {
	kept := keptPlan(t, steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")},
		steps.Change{Kind: steps.ChangeTask, Task: "wifi-management", Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short)})
	said, _ := talk(t, kept, "Stap 1 van 8", "7", "Wie trekt", "an", "kost deze taak", "stop")
	if strings.Contains(said, "Wie springt in?") {
		t.Errorf("with one member it is asked who steps in:\n%s", said)
	}
	said, plan := talk(t, kept, "Stap 1 van 8", "7", "Wie zit er nog", "Bart", "Wie trekt", "an", "Wie springt in", "bart", "kost deze taak", "stop")
	says(t, said, "Wie springt in?\nBart, ")
	if task, _ := plan.Task("wifi-management"); task.Owner != "an" || task.Backup != "bart" {
		t.Errorf("%s carries, %s steps in", task.Owner, task.Backup)
	}
}

func TestPlainStepNumbersAndNumbersAsAnswers(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes))
	said, plan := talk(t, kept, "Stap 2 van 8", "7", "Hoeveel uren per week heeft je school", "5", "Wat spreken jullie af", "stap 8", "Loopt de samenwerking", "vlot", "Moet de samenstelling", "3", "Stap 3 van 8", "stop")
	says(t, said, "Stap 7 van 8: ICT-team", "Stap 8 van 8: Evaluatie", "Je kijkt vooruit.", "Stap 3 van 8: ICT-beleidsplan")
	if plan.School.Hours == nil || *plan.School.Hours != steps.Whole(5) || plan.Evaluation.Collaboration != "vlot" {
		t.Errorf("hours %v, collaboration %q", plan.School.Hours, plan.Evaluation.Collaboration)
	}
}

func TestPlainExplainsEveryQuestion(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes))
	for _, step := range []string{"1", "2", "3", "4", "5", "6", "7", "8"} {
		said, _ := lineByLine(t, kept, assets.Dutch, step, "?", "stop")
		says(t, said, "Stap "+step+" van 8", "‘hulp’ zegt waar je bent")
	}
}

func TestPlainReadsAMonthWrittenShort(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes))
	said, plan := lineByLine(t, kept, assets.Dutch, "", "8", "vlot", "blijft zo", "", "15 mrt 2027", "stop")
	if plan.Round.NextEvaluation != "2027-03-15" {
		t.Errorf("the next evaluation is on %q:\n%s", plan.Round.NextEvaluation, said)
	}
}

// TestPlainGivesTheAdviceOfTheStepItself: the path waits at step 1, and the duty of a policy plan is told all the same.
func TestPlainGivesTheAdviceOfTheStepItself(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.No))
	said, _ := lineByLine(t, kept, assets.Dutch, "3", "nee", "stop")
	texts := assets.Load(assets.Dutch)
	policy, _ := steps.Find(steps.Policy)
	for _, one := range policy.Advice {
		advice := texts.AdviceLines(one, steps.Plan{})
		says(t, said, advice.Advised, advice.First, advice.Know)
	}
	said, _ = lineByLine(t, kept, assets.Dutch, "2", "nee", "stop")
	says(t, said, "Voor de ICT-coördinator. Het stappenplan raadt aan: Focus op de technische kerntaken.\nEerste actie, een voorstel van dit programma: ")
	said, _ = lineByLine(t, kept, assets.Dutch, "3", "ja", "stop")
	if strings.Contains(said, "geen slecht punt") {
		t.Errorf("a yes gets the advice of a no:\n%s", said)
	}
}

func TestPlainAsksAboutTheSchoolItself(t *testing.T) {
	said, plan := talk(t, keptPlan(t, answer(steps.Awareness, steps.Yes)), "Stap 2 van 8", "4", "typt", "profiel", "leerlingen", "830", "Welke middelen", "p",
		": aantal", "60", "= 34,28 uur", "", "heeft je school voor ICT", "34", "Stap 2 van 8", "stop")
	if s := plan.School; s.Pupils == nil || *s.Pupils != 830 || len(s.Means) != 1 || *s.Means[0].Amount != steps.Whole(60) || *s.Hours != steps.Whole(34) {
		t.Errorf("%+v\n%s", s, said)
	}
}

// TestALineOfAPasteAnswersNothing: of a text of several lines that is pasted at a terminal, only the first is an answer.
func TestALineOfAPasteAnswersNothing(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.No))
	s := newSession(kept, "b")
	now := s.Clock()
	s.Clock = func() time.Time { return now }
	var out bytes.Buffer
	lines := []string{"1", "", "Verslag", "Aanwezig: allen", "", "J", "P. Maes", "stop"}
	byHand := map[int]bool{0: true, 1: true, 2: true, 7: true}
	given := -1
	in := readerOf(func(b []byte) (int, error) {
		if given++; byHand[given] {
			now = now.Add(time.Second)
		}
		return copy(b, lines[given]+"\n"), nil
	})
	_, err := Run(s, bufio.NewReader(in), &out, Options{ByHand: true})
	must(t, err)
	a := s.Plan().Answers
	if a[steps.Awareness].Note != "Verslag" || a[steps.Awareness].Evidence != "" || a[steps.Vision].Choice != steps.No {
		t.Errorf("%+v\n%s", a, out.String())
	}
	says(t, out.String(), "Er kwamen meer regels tegelijk")
}

// readerOf is a reader of what a function gives.
type readerOf func([]byte) (int, error)

// Read gives that.
func (r readerOf) Read(b []byte) (int, error) { return r(b) }

// TestPlainSpeaksAsTheSchoolDoes, from the answer on that says what kind of school it is.
func TestPlainSpeaksAsTheSchoolDoes(t *testing.T) {
	kept := keptPlan(t, steps.Change{Kind: steps.ChangeSchool, Name: steps.Set("Centrum De Brug"), Level: steps.Set("adult")})
	said, _ := lineByLine(t, kept, assets.Dutch, "5", "profiel", "", "", "", "", "stop")
	says(t, said, "Welke ICT-taken gelden voor je centrum, en wanneer?", "Hoe heet je centrum?", "Hoeveel cursisten heeft je centrum?")
	kept = keptPlan(t, answer(steps.Awareness, steps.Yes))
	said, _ = lineByLine(t, kept, assets.Dutch, "profiel", "", "k", "", "", "stop")
	says(t, said, "Hoe heet je school?", "Hoeveel leerlingen heeft je academie?")
}

// outsourcing is a plan that asks the board about three tasks.
func outsourcing(t *testing.T) session.Journals {
	t.Helper()
	changes := []steps.Change{answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.Yes), answer(steps.Pooling, steps.No)}
	for _, task := range assets.Catalogue().Tasks {
		changes = append(changes, steps.Change{Kind: steps.ChangeTask, Task: task.ID, Relevance: steps.Set(steps.DoesNotApply)})
	}
	for _, id := range []string{"wifi-management", "printing", "classroom-av"} {
		changes = append(changes, steps.Change{
			Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short),
			Expertise: steps.Set(steps.No), Sourcing: steps.Set(steps.Outsource),
		})
	}
	return keptPlan(t, changes...)
}

// TestPlainRecordsWhatTheBoardDecided of several tasks at once, of a decision of one's own, and then of one that was decided.
func TestPlainRecordsWhatTheBoardDecided(t *testing.T) {
	kept := outsourcing(t)
	said, plan := lineByLine(t, kept, assets.Dutch,
		"beslissingen", "1", "w", "", "Jan", "", "te duur", "", // and then which again
		"Nieuwe laptops kopen", "v", "8/12/2026", "", "", "volgende keer", "",
		"9", "", "stop")
	says(t, said, "1  Uitbesteden: Wifi beheren, Digiborden", ", gevraagd", "2  Nieuwe laptops kopen, verdaagd 8 december 2026", "Kies uit: 1 tot 5.")
	for _, id := range []string{"wifi-management", "printing", "classroom-av"} {
		if r, _ := plan.Resolution("outsource:" + id); r.Outcome != steps.Refused || r.Owner != "Jan" || r.Note != "te duur" {
			t.Errorf("%+v", r)
		}
	}
	_, plan = lineByLine(t, kept, assets.Dutch, "beslissingen", "2", "g", "", "", "", "", "", "3", "a", "stop")
	var outcomes []steps.Outcome
	for _, r := range plan.Resolutions {
		outcomes = append(outcomes, r.Outcome)
	}
	if want := []steps.Outcome{steps.Refused, steps.Refused, steps.Amended, steps.Approved}; !slices.Equal(outcomes, want) {
		t.Errorf("outcomes %q, want %q\n%+v", outcomes, want, plan.Resolutions)
	}
}

// TestPlainSaysWhichDecisionsAreOfTheLastRound while the path has not come to their step again; not of what was decided.
func TestPlainSaysWhichDecisionsAreOfTheLastRound(t *testing.T) {
	t.Parallel()
	const mark = "van vorige ronde, nog niet opnieuw bekeken"
	kept := outsourcing(t)
	said, _ := lineByLine(t, kept, assets.Dutch, "beslissingen", "stop")
	if strings.Contains(said, mark) {
		t.Errorf("in the first round:\n%s", said)
	}
	s := newSession(kept, "b")
	must(t, s.Reload())
	must(t, s.Record(steps.Change{Kind: steps.ChangeResolution, Decision: "own-laptops", Text: steps.Set("Laptops"), Outcome: steps.Set(string(steps.Approved))}))
	must(t, s.Record(steps.Change{Kind: steps.ChangeRound, Number: steps.Set(2), Repeat: steps.Set([]steps.StepID{steps.Awareness})}))
	must(t, s.Record(answer(steps.Awareness, steps.No)))
	said, _ = lineByLine(t, kept, assets.Dutch, "beslissingen", "stop")
	says(t, said, "Uitbesteden: Wifi beheren, Digiborden, schermen en geluid, Printers en kopieertoestellen, gevraagd ("+mark+")")
	if strings.Count(said, mark) != 1 {
		t.Errorf("what was decided is of no round:\n%s", said)
	}
}

// TestPlainShowsADayWithoutAYearInFull once it is kept.
func TestPlainShowsADayWithoutAYearInFull(t *testing.T) {
	said, plan := talk(t, keptPlan(t, answer(steps.Awareness, steps.Yes)), "Stap 2", "8", "Wanneer", "15 januari")
	says(t, said, "Nu: "+assets.Load(assets.Dutch).Date(plan.Round.NextEvaluation))
	if plan.Round.NextEvaluation != "2027-01-15" {
		t.Errorf("the next evaluation: %s", plan.Round.NextEvaluation)
	}
}

// TestPlainOffersToCloseTheOldCheckpoints before a new round is opened.
func TestPlainOffersToCloseTheOldCheckpoints(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes))
	said, plan := talk(t, kept, "Stap 2", "8", "Open je een nieuwe ronde", "ja", "Stap 2", "stop")
	if len(plan.Checkpoints()) != 2 || strings.Contains(said, "oude nakijkacties") {
		t.Errorf("%+v in\n%s", plan.Checkpoints(), said)
	}
	said, plan = talk(t, kept, "Stap 2", "8", "oude nakijkacties", "", "Open je een nieuwe ronde", "<", "oude nakijkacties", "ja", "Open je een nieuwe ronde", "stop")
	says(t, said, "- Nakijken na zes maanden")
	if len(plan.Checkpoints()) != 0 || len(plan.Actions) != 2 {
		t.Errorf("%+v", plan.Actions)
	}
}

// TestTheLanguageIsChangedOnTheWay, by words of either language; it is remembered, and nothing of it goes into the plan.
func TestTheLanguageIsChangedOnTheWay(t *testing.T) {
	t.Parallel()
	s := newSession(keptPlan(t, answer(steps.Awareness, steps.Yes)), "a")
	entries := 1
	var out strings.Builder
	var spoken []assets.Language
	_, err := Run(s, bufio.NewReader(strings.NewReader("In English\nhelp\nin het Nederlands\n")), &out, Options{Speak: func(l assets.Language) { spoken = append(spoken, l) }})
	must(t, err)
	says(t, out.String(), "Everything is in English now", "Step 2 of 8: Shared vision", "y yes, n no", "One question, about your school", "Alles staat nu in het Nederlands", "Stap 2 van 8")
	if !slices.Equal(spoken, []assets.Language{assets.English, assets.Dutch}) || s.Journal().Len() != uint64(entries) {
		t.Errorf("remembered %q, %d entries", spoken, s.Journal().Len())
	}
	first, _ := lineByLine(t, store.NewMemory(), assets.Dutch)
	says(t, first, "Rather in English? Type ‘in English’.")
}

// TestANoIsNoNote: to a question whether there is something to note, no says that there is nothing, as Enter does.
func TestANoIsNoNote(t *testing.T) {
	t.Parallel()
	for language, typed := range map[assets.Language][]string{assets.Dutch: {"nee", "n", "NEE"}, assets.English: {"no", "n", "No"}} {
		for _, no := range typed {
			said, plan := lineByLine(t, store.NewMemory(), language, "An", "School", map[assets.Language]string{assets.Dutch: "j", assets.English: "y"}[language], no, "stop")
			if a := plan.Answers[steps.Awareness]; a.Choice != steps.Yes || a.Note != "" {
				t.Errorf("%s became %+v\n%s", no, a, said)
			}
			says(t, said, string(assets.Load(language).Plain.Ask["evidence"].Question))
		}
	}
}

// TestASignIsNoName of a member; what can be typed instead is said.
func TestASignIsNoName(t *testing.T) {
	t.Parallel()
	said, plan := lineByLine(t, store.NewMemory(), assets.Dutch, "An", "School", "7", "+", "An Peeters", "stop")
	says(t, said, "Typ een naam.")
	if len(plan.Members) != 1 || plan.Members[0].Name != "An Peeters" {
		t.Errorf("the team is %+v\n%s", plan.Members, said)
	}
}

// TestHelpSaysWhereOneIs in three lines, on each step and beside them, and what words mean that were said.
func TestHelpSaysWhereOneIs(t *testing.T) {
	t.Parallel()
	for _, language := range assets.Languages {
		texts := assets.Load(language)
		for topic, lines := range texts.Plain.HelpAbout {
			n := len(lines)
			if _, told := texts.Wizard.HelpAbout[topic]; told {
				n++
			}
			if n != 3 {
				t.Errorf("%s: %d lines on %s", language, n, topic)
			}
		}
	}
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes), steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An Peeters")})
	for where, about := range map[string]string{
		"1": "Eén vraag, voor jullie school", "5": "Per deel hoor je", "7": "Typ een naam om iemand toe te voegen", "8": "Beantwoord de vragen samen", "profiel": "De gegevens van je school",
		"beslissingen": "Typ het nummer van een beslissing", "acties": "Typ het nummer van een actie", "geschiedenis": "Alles wat er ooit ingevuld werd", "vergelijken": "Typ het nummer van een regel",
		"verdieping": "Typ het nummer van een verdieping", "apart": "Hier antwoordt ieder eerst apart",
	} {
		said, _ := lineByLine(t, kept, assets.Dutch, where, "hulp")
		says(t, said, about, "‘stop’ sluit af.")
	}
	said, _ := lineByLine(t, kept, assets.Dutch, "zoek kennisdeling", "1", "j", "hulp")
	says(t, said, "Wat spreken jullie af?", "Typ in één of enkele zinnen wat jullie afspreken")
	said, _ = lineByLine(t, kept, assets.Dutch, "3", "help")
	says(t, said, "Eén vraag, voor jullie school")
}

// TestHelpIsShortForTheEar, wherever one is, and names how one hears the rest: all words, and what those mean that were heard.
func TestHelpIsShortForTheEar(t *testing.T) {
	t.Parallel()
	for language, words := range map[assets.Language]struct{ help, all, everything string }{
		assets.Dutch: {"hulp", "hulp alles", "‘wie doet wat’ zegt"}, assets.English: {"help", "help all", "‘who does what’ says"},
	} {
		for _, where := range []string{"1", "4", "5", "6", "7", "8", "document", "acties", "actions", "wat als", "what if", "profiel", "profile"} {
			before, _ := lineByLine(t, exampleKept(t), language, where)
			said, _ := lineByLine(t, exampleKept(t), language, where, words.help)
			heard, _, _ := strings.Cut(strings.TrimPrefix(said, strings.TrimSuffix(before, "\n")), "\n\n")
			if n := len(strings.Split(heard, "\n")); n > 8 || !strings.Contains(heard, "‘"+words.all+"’") {
				t.Errorf("%s, at %s: %d lines:\n%s", language, where, n, heard)
			}
		}
		said, _ := lineByLine(t, exampleKept(t), language, "5", words.all)
		says(t, said, words.everything)
	}
	said, _ := lineByLine(t, exampleKept(t), assets.Dutch, "5", "hulp alles")
	says(t, said, "‘profiel’ vraagt", "‘apart’ laat", "Stap 5 van 8")
}

// TestWhereThePlanStandsIsHeardAtAnyQuestion: the eight steps in a line each, and what asks attention.
func TestWhereThePlanStandsIsHeardAtAnyQuestion(t *testing.T) {
	t.Parallel()
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.No), steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An Peeters")})
	said, _ := lineByLine(t, kept, assets.Dutch, "overzicht", "aandachtspunten")
	says(t, said, "Stap 1, Bewustzijn: ja.", "Stap 2, Gedragen visie: nee.", "Stap 8, Evaluatie: ", "aandachtspunt")
}

// TestNothingIsHeardTwice: what a step is about once in a conversation, what can be typed not again behind what was wrong with an answer,
// and what stands with a question not again after help. No sign stands for a word.
func TestNothingIsHeardTwice(t *testing.T) {
	t.Parallel()
	said, _ := lineByLine(t, keptPlan(t, answer(steps.Awareness, steps.Yes)), assets.Dutch, "misschien", "uitleg", "j", "3", "2", "9", "acties", "5", "stop")
	for text, times := range map[string]int{
		"Ja betekent:": 2, "Stap 2 van 8: Gedragen visie": 2, "Leraren werkten eraan mee": 1, "‘uitleg’ legt uit": 3, "b nog te bespreken": 6, "Er staat nog niets om te kiezen.": 1, "Wat gaan jullie doen?": 1,
	} {
		if n := strings.Count(said, text); n != times {
			t.Errorf("%q is heard %d times, want %d:\n%s", text, n, times, said)
		}
	}
	if strings.ContainsAny(said, "·→▸○✓─>") {
		t.Errorf("there are signs:\n%s", said)
	}
}

// TestWhatIsKeptIsSaid: the answer that a letter or the beginning of a name stood for, and of what someone knows also what can be typed.
func TestWhatIsKeptIsSaid(t *testing.T) {
	t.Parallel()
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes), steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An")})
	said, _ := talk(t, kept, "Stap 2 van 8", "j", "Wil je er iets bij noteren?", "stop")
	says(t, said, "Bewaard.\nNu: ja\n")
	said, plan := talk(t, kept, "ronde 1", "7", "Wat kent deze persoon al?", "t", "‘t’ is geen taak of groep", "technische", "Wat doet deze persoon graag?", "stop")
	says(t, said, "of deze groepen: Technische taken, ", "Bewaard.\nNu: Technische taken\n")
	if an, _ := plan.Member("an"); len(an.Knows) != 1 || len(an.Prefers) != 0 {
		t.Errorf("An knows %q and likes %q", an.Knows, an.Prefers)
	}
}

// TestTheFirstOfTheTeamIsAskedAsTheFirst, and the one after that as one more.
func TestTheFirstOfTheTeamIsAskedAsTheFirst(t *testing.T) {
	t.Parallel()
	talk(t, keptPlan(t, answer(steps.Awareness, steps.Yes)), "Stap 2 van 8", "7", "Wie zit er in het ICT-team?", "An", "Wie zit er nog in het ICT-team?", "stop")
}

func TestPlainSaysThatThereIsNoPolicyPlan(t *testing.T) {
	kept := keptPlan(t, answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes), answer(steps.Policy, steps.No))
	overview, _ := lineByLine(t, kept, assets.Dutch, "overzicht")
	says(t, overview, "Er is geen ICT-beleidsplan.")
	said, _ := lineByLine(t, kept, assets.Dutch, "aandachtspunten")
	says(t, said, "Er is geen ICT-beleidsplan.")
	if strings.Contains(said, "geen aandachtspunten") {
		t.Errorf("nothing should be found, is said in:\n%s", said)
	}
}
