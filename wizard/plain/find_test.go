package plain

import (
	"bufio"
	"io"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/wizard/screen"
)

// exampleKept is the built-in example, in a store.
func exampleKept(t *testing.T) session.Journals {
	t.Helper()
	kept := store.NewMemory()
	for i, e := range assets.Example() {
		must(t, kept.Append("plan", uint64(i), e))
	}
	return kept
}

// TestASentenceThatBeginsWithACommandIsAnAnswer where one can be typed; where the answers are few it looks for what stands behind the word.
func TestASentenceThatBeginsWithACommandIsAnAnswer(t *testing.T) {
	t.Parallel()
	_, plan := lineByLine(t, exampleKept(t), assets.Dutch, "acties", "Zoek een vervanger voor An tegen september", "stop")
	if last := plan.Actions[len(plan.Actions)-1].What; last != "Zoek een vervanger voor An tegen september" {
		t.Errorf("the last action is %q", last)
	}
	_, plan = lineByLine(t, exampleKept(t), assets.English, "1", "", "find a new server", "stop")
	if got := plan.Answers[steps.Awareness].Note; got != "find a new server" {
		t.Errorf("the note is %q", got)
	}
	said, _ := lineByLine(t, exampleKept(t), assets.Dutch, "1", "zoek wifi beh", "1", "stop")
	says(t, said, "Taak: Wifi beheren")
}

// TestWhateverIsFoundIsDoneLineByLine: all that ctrl+k finds on the screens has its way here too.
func TestWhateverIsFoundIsDoneLineByLine(t *testing.T) {
	t.Parallel()
	kept := exampleKept(t)
	nothingLed := spot{step: "nowhere"}
	c := &conversation{session: newSession(kept, "a"), out: io.Discard, made: map[uint64]spot{}, introduced: map[steps.StepID]bool{}, Options: Options{
		Plans: true, BackUp: func() (string, error) { return "backup.db", nil }, ReadFile: func(string) ([]byte, error) { return nil, io.EOF },
		Files: &folder{}, Documents: []string{"pdf"}, Merge: func(string) {},
		FindFile: func(typed string) (string, error) { return typed, nil }, Command: func(call string) string { return "stappenplan " + call },
	}}
	must(t, c.session.Reload())
	c.speak()
	c.copies = []string{"copy.db"}
	all := c.things()
	if len(all) < 150 {
		t.Errorf("only %d things are found", len(all))
	}
	for _, thing := range all {
		c.in, c.here, c.over, c.to = bufio.NewReader(strings.NewReader("")), nothingLed, false, ToNowhere
		if !c.do(thing.Effect) {
			t.Errorf("%s, %s: no way line by line", thing.Name, thing.Kind)
			continue
		}
		if place, goes := thing.Effect.(screen.Navigate); !goes || c.here == nothingLed || c.present != nil {
			c.comeBack()
			continue
		} else if q := c.here.question; q != "" && c.current().id != q {
			t.Errorf("%s, %s: leads to %+v, where %q is not asked; %+v", thing.Name, thing.Kind, c.here, q, place.Open)
		}
	}
}

// TestSomethingIsFoundByAPartOfItsName, and its number goes there; Enter goes back, another word looks again.
func TestSomethingIsFoundByAPartOfItsName(t *testing.T) {
	t.Parallel()
	said, plan := lineByLine(t, exampleKept(t), assets.Dutch, "1", "zoek", "bestaatniet", "wifi beh", "1", "n", "<", "stop")
	says(t, said, "Wat zoek je? Typ een deel van de naam.", "1  Wifi beheren, taak", "Taak: Wifi beheren", "Geldt deze taak")
	if task, _ := plan.Task("wifi-management"); task.Relevance != steps.DoesNotApply {
		t.Errorf("what was found is answered %q", task.Relevance)
	}
	said, _ = lineByLine(t, exampleKept(t), assets.English, "find back-up", "", "3", "stop")
	says(t, said, "Enter goes back", "Step 3 of 8")
}

// TestAnotherCopyIsJoinedLineByLine by the path of its file, and what only a command can do is said with the command.
func TestAnotherCopyIsJoinedLineByLine(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	var joined string
	_, err := Run(newSession(exampleKept(t), "a"), bufio.NewReader(strings.NewReader("zoek\nbestand in orde\n1\nzoek\nandere kopie samenvoegen\n1\nweg.db\nkopie.db\n")), &out, Options{
		BackUp: func() (string, error) { return "backup.db", nil }, Merge: func(file string) { joined = file },
		Command: func(call string) string { return "stappenplan " + call },
		FindFile: func(typed string) (string, error) {
			if typed == "weg.db" {
				return "", assets.NewFault("plan-file-missing", "file", typed)
			}
			return "/school/" + typed, nil
		},
	})
	must(t, err)
	says(t, out.String(), "Typ ‘stop’, en dan dit:", "stappenplan check", "Waar staat de andere kopie?", "weg.db is er niet.")
	if joined != "/school/kopie.db" {
		t.Errorf("joined with %q:\n%s", joined, out.String())
	}
}

// TestSomethingIsTriedLineByLine: nothing of it is kept until the person says so.
func TestSomethingIsTriedLineByLine(t *testing.T) {
	t.Parallel()
	for choice, want := range map[string]steps.Choice{"2": steps.No, "3": steps.Yes} {
		kept := exampleKept(t)
		before := entriesOf(t, kept)
		said, plan := lineByLine(t, kept, assets.Dutch, "wat als", "2", "n", "wat als", choice, "stop")
		says(t, said, "Je probeert nu op een kopie", "Genoteerd.", "Stap 2 Gedragen visie: van ja naar nee", "2  Behoud alles wat ik probeerde")
		if got := plan.Answers[steps.Vision].Choice; got != want || entriesOf(t, kept) != before+map[string]int{"2": 1}[choice] {
			t.Errorf("after %s: %q in %d entries more", choice, got, entriesOf(t, kept)-before)
		}
	}
	kept := exampleKept(t)
	said, plan := lineByLine(t, kept, assets.Dutch, "wat als", "2", "n", "stop", "stop")
	if plan.Answers[steps.Vision].Choice != steps.Yes || strings.Count(said, "Wat doe je met wat je probeert?") != 1 {
		t.Errorf("stopping keeps nothing, and asks first:\n%s", said)
	}
}

// TestThePlanIsHeardAsItWas on a day, and refuses every change, until one comes back.
func TestThePlanIsHeardAsItWas(t *testing.T) {
	t.Parallel()
	kept := yearsOf(t)
	said, plan := lineByLine(t, kept, assets.Dutch, "zoals het was", "2", "overzicht", "j", "terug naar nu", "overzicht", "stop")
	says(t, said, "2  Einde van ronde 1", "Zo stond het plan: 1 september 2026", "Stap 2, Gedragen visie: ja.", "Dit is het plan zoals het was", "Dit is weer het plan van nu.", "Stap 2, Gedragen visie: nee.")
	if plan.State(steps.Vision) != steps.No || entriesOf(t, kept) != 5 {
		t.Error("looking back changed the plan")
	}
}

// TestWhoDoesWhatIsHeard: what each carries, and the tasks of one, of which one is given to somebody else.
func TestWhoDoesWhatIsHeard(t *testing.T) {
	t.Parallel()
	said, plan := lineByLine(t, exampleKept(t), assets.Dutch, "wie doet wat", "1", "1", "an", "stop")
	says(t, said, "1  Bart Claes: 17,5 van 17,5 uur per week, trekt ", "2 taken zonder trekker", "1  Eerstelijnshelpdesk, 5 uur, Yusuf Demir springt in", "Wie trekt deze taak?")
	if d := plan.Decisions.Of("helpdesk-first-line"); d.Owner != "an" {
		t.Errorf("it is given to %q", d.Owner)
	}
}

// TestAReasonIsHeard where something was derived.
func TestAReasonIsHeard(t *testing.T) {
	t.Parallel()
	said, _ := lineByLine(t, exampleKept(t), assets.Dutch, "acties", "waarom", "7", "waarom", "stop")
	says(t, said, "trekker", "37,8 uur per week beschikbaar") // after a count: two numbers are heard apart
}

// TestTheFileIsLeftAloneInATrial: the words for what is done with it are known, and lead nowhere.
func TestTheFileIsLeftAloneInATrial(t *testing.T) {
	t.Parallel()
	words := []string{"versleutel", "terugzetten", "voorgoed wissen", "back-up"}
	for name, test := range map[string]struct {
		before  []string
		options Options
		says    string
	}{
		"a trial": {[]string{"wat als"}, Options{BackUp: func() (string, error) { return "b.db", nil }}, "Beslis eerst over wat je probeert."},
		"before":  {[]string{"zoals het was", "1"}, Options{BackUp: func() (string, error) { return "b.db", nil }}, "Dit is het plan zoals het was"},
		"no file": {nil, Options{}, "Dat kan hier niet: van dit plan wordt niets in een bestand bewaard."},
	} {
		typed := append(append([]string{}, test.before...), "1", "")
		s := newSession(exampleKept(t), "a")
		var out strings.Builder
		to, err := Run(s, bufio.NewReader(strings.NewReader(strings.Join(append(typed, words...), "\n"))), &out, test.options)
		must(t, err)
		if n := strings.Count(out.String(), test.says); n != len(words) || to != ToNowhere {
			t.Errorf("%s: said %d times, leads to %d:\n%s", name, n, to, out.String())
		}
	}
}

// TestAFindingIsGoneToWhereItIsSolved by its number, of several of a kind by that of one of them; Enter goes back.
func TestAFindingIsGoneToWhereItIsSolved(t *testing.T) {
	t.Parallel()
	said, plan := talk(t, exampleKept(t), "Stap 7", "3", "Heeft je school", "aandachtspunten", "2  2 taken zonder trekker.", "2", "1  ", "2", "Wie trekt deze taak?", "an", "Bewaard.", "aandachtspunten", "1 taak zonder trekker.",
		"6", "Wat mag deze persoon zelf beslissen?", "<", "Wat pak je aan?", "", "Wie springt in?", "stop")
	if n := len(plan.Undivided()); n != 1 {
		t.Errorf("%d tasks have no owner\n%s", n, said)
	}
}

// TestAnActionIsMadeOfWhatIsAskedAbout, once: then it is gone to.
func TestAnActionIsMadeOfWhatIsAskedAbout(t *testing.T) {
	t.Parallel()
	kept := exampleKept(t)
	before := len(newPlan(t, kept).Actions)
	said, plan := talk(t, kept, "Stap 7", "zoek wifi", "Waar ga je heen?", "1", "Taak: Wifi beheren", "maak actie", "Wie doet het?", "an", "Tegen wanneer?", "zoek wifi", "Waar ga je heen?", "1",
		"Taak: Wifi beheren", "maak actie", "Hoe ver staat het?", "zoek bart claes", "Waar ga je heen?", "1", "Teamlid: Bart Claes", "maak actie", "Wie doet het?", "stop")
	if n := len(plan.Actions) - before; n != 2 || plan.Actions[before].About != "task:wifi-management" || plan.Actions[before].Owner != "member:an" {
		t.Errorf("%d actions more: %+v\n%s", n, plan.Actions[before:], said)
	}
}

// newPlan is a kept plan.
func newPlan(t *testing.T, kept session.Journals) steps.Plan {
	t.Helper()
	s := newSession(kept, "looking-")
	must(t, s.Reload())
	return s.Plan()
}
