package plain

import (
	"bufio"
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/session/sessiontest"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/plain/plaintest"
)

// yearsOf is a plan in its second round, with an answer in the first that stands otherwise now.
func yearsOf(t *testing.T) session.Journals {
	t.Helper()
	kept := store.NewMemory()
	s := newSession(kept, "a")
	must(t, s.Record(answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes)))
	must(t, s.Record(steps.Change{Kind: steps.ChangeTask, Task: "wifi-management", Relevance: steps.Set(steps.Applies), Hours: steps.Set(steps.Whole(3))}))
	must(t, s.Record(steps.Change{Kind: steps.ChangeRound, Number: steps.Set(2)}))
	must(t, s.Record(answer(steps.Vision, steps.No)))
	must(t, s.Record(steps.Change{Kind: steps.ChangeTask, Task: "wifi-management", Hours: steps.Set(steps.Whole(5))}))
	return kept
}

const whichEntry, whatWithIt = "Welke regel wil je zien?", "Wat doe je met deze regel?"

// TestPlainPutsOneAnswerBack of an entry of two, and the rest stays; undo takes it back.
func TestPlainPutsOneAnswerBack(t *testing.T) {
	t.Parallel()
	kept := yearsOf(t)
	said, plan := talk(t, kept, "Stap 2 van 8", "geschiedenis", whichEntry, "1", whatWithIt, "1", "Teruggezet: Stap 2 Gedragen visie", "stop")
	says(t, said, "Regel 5, ", "Regel 1, ", "Dit is gewijzigd:", "ná deze wijziging stond", "1  Zet terug: Stap 2", "antwoord: nee wordt ja", "‘ongedaan’ neemt dit terug")
	task, _ := plan.Task("wifi-management")
	if plan.State(steps.Vision) != steps.Yes || plan.State(steps.Awareness) != steps.Yes || plan.Round.Number != 2 || *task.Hours != steps.Whole(5) {
		t.Errorf("put back: %+v, round %d, %v hours", plan.Answers, plan.Round.Number, *task.Hours)
	}
	if n := entriesOf(t, kept); n != 6 {
		t.Errorf("%d entries", n)
	}
	_, plan = talk(t, kept, "Stap 3 van 8", "ongedaan", "Ongedaan gemaakt", "stop")
	if plan.State(steps.Vision) != steps.No {
		t.Errorf("undone, the answer is %q", plan.State(steps.Vision))
	}
}

// TestPlainPutsTwoAnswersBackOnceTheDiskTakesThem: the second is no other answer to the question of the first.
func TestPlainPutsTwoAnswersBackOnceTheDiskTakesThem(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "p.db")
	kept, err := store.Create(path)
	must(t, err)
	t.Cleanup(func() { _ = kept.Close() })
	s := newSession(kept, "a")
	must(t, s.Record(answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.Yes)))
	must(t, s.Record(answer(steps.Awareness, steps.No), answer(steps.Vision, steps.No)))
	var out bytes.Buffer
	gone := &takenAway{lines: []string{"geschiedenis", "1", "1", "2", "2", "bewaar", "stop"}, path: path}
	_, err = Run(s, bufio.NewReader(gone), &out, Options{Rescue: rescueTo(t, path+".rescued")})
	must(t, err)
	if plan := s.Plan(); plan.State(steps.Awareness) != steps.Yes || plan.State(steps.Vision) != steps.Yes {
		t.Errorf("put back: %+v\n%s", plan.Answers, out.String())
	}
	if n := entriesOf(t, s.Store); n != 4 {
		t.Errorf("%d entries: the second, typed again, is one answer", n)
	}
}

// TestPlainTellsWhatDidNotFit: which entry it was, and why the plan after it cannot be told; another can be typed.
func TestPlainTellsWhatDidNotFit(t *testing.T) {
	t.Parallel()
	kept := store.NewMemory()
	for n, c := range sessiontest.NotFitting() {
		must(t, kept.Append("plan", uint64(n), c))
	}
	for line, why := range map[string]string{"3": "regel 3", "4": "regel 4", "5": "regel 4"} {
		said, _ := talk(t, kept, "Stap 1 van 8", "geschiedenis", whichEntry, line, "kan niet getoond worden", "1", "Wat doe je met deze regel?", "stop")
		says(t, said, "Hoe het plan na "+why+" was, kan niet getoond worden, omdat regel 3 er niet in paste", "Dit is gewijzigd:\n- ")
	}
}

// TestPlainReadsALongHistory ten entries at once, and refuses one that is not there.
func TestPlainReadsALongHistory(t *testing.T) {
	t.Parallel()
	kept := store.NewMemory()
	s := newSession(kept, "a")
	for range 12 {
		must(t, s.Record(answer(steps.Awareness, steps.Yes)))
		must(t, s.Record(answer(steps.Awareness, steps.No)))
	}
	said, _ := talk(t, kept, "Stap 1 van 8", "geschiedenis", "Enter toont oudere regels", "99", "Kies uit: 1 tot 24.", "", "Regel 14, ", "", "Regel 4, ", "2", whatWithIt, "2", "Er is niets gewijzigd.", "", "De lijst is dezelfde", "stop")
	says(t, said, "Regel 1, ", "Zet terug: Stap 1", "Enter gaat verder")
}

// TestPlainComparesTwoMoments: ends of rounds, a typed day, an entry; Enter is now.
func TestPlainComparesTwoMoments(t *testing.T) {
	t.Parallel()
	const from, to = "Vanaf welk moment vergelijk je?", "En met welk moment?"
	kept := yearsOf(t)
	said, plan := talk(t, kept, "Stap 2 van 8", "vergelijken", from, "2", to, "", "Nu: ", "1", to, "regel 1", from, "regel 99", "Kies uit: 1 tot 3, of een datum", "1/1/2020", "het begin, nog niets ingevuld", "2", "Stap 2 van 8", "stop")
	says(t, said, "1  het begin", "2  Einde van ronde 1, 1 september 2026 om 08:30", "Vergelijken vanaf", "Minder goed", "- Stap 2 ", "van ja naar nee", "Wifi beheren, uren: 3 wordt 5", "Over alle rondes:\n- Ronde 1, Geopend", "Daarna: ")
	if plan.Round.Number != 2 || entriesOf(t, kept) != 5 {
		t.Error("comparing changed the plan")
	}
	lines, _ := talk(t, kept, "Stap 2 van 8", "vergelijken", from, "regel 5", to, "", "Er is niets gewijzigd.", "stop")
	says(t, lines, "Enter vergelijkt met nu")
}

// TestPlainGoesToTheListOfPlans where there is one, and keeps what was answered.
func TestPlainGoesToTheListOfPlans(t *testing.T) {
	t.Parallel()
	for _, plans := range []bool{true, false} {
		kept := yearsOf(t)
		s := newSession(kept, "b")
		var out bytes.Buffer
		person := plaintest.New(&out, []string{"Stap 2 van 8", "j", "noteren", "mijn plannen"})
		wanted, err := Run(s, bufio.NewReader(person), &out, Options{Plans: plans})
		must(t, err)
		if (wanted == ToPlans) != plans || s.Plan().State(steps.Vision) != steps.Yes || (s.Plan().Answers[steps.Vision].Note == "") != plans {
			t.Errorf("plans %t: goes to %d; %+v", plans, wanted, s.Plan().Answers[steps.Vision])
		}
	}
}

// TestTheHistoryOfWhatIsAskedAboutIsHeard, and that of all by the word for that.
func TestTheHistoryOfWhatIsAskedAboutIsHeard(t *testing.T) {
	t.Parallel()
	said, _ := lineByLine(t, exampleKept(t), assets.Dutch, "zoek wifi", "1", "geschiedenis hiervan", "geschiedenis", "stop")
	_, narrowed, _ := strings.Cut(said, "Wat er gebeurde, Wifi beheren")
	narrowed, all, _ := strings.Cut(narrowed, "\n: ")
	if !strings.Contains(narrowed, "Regel 53") || strings.Contains(narrowed, "Regel 73") || !strings.Contains(all, "Regel 73") {
		t.Error(said)
	}
	said, _ = lineByLine(t, exampleKept(t), assets.Dutch, "zoek wifi", "1", "geschiedenis hiervan", "", "stop")
	if strings.Count(said, "Geldt deze taak") != 2 {
		t.Errorf("Enter goes not back:\n%s", said)
	}
}
