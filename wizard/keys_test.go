package wizard

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// The rule for keys that docs/KEYS.md tells.

// allPlaces are those of the golden screens, and those that only a key leads to.
func allPlaces(p steps.Plan) map[string]screen.Place {
	places := everyPlace(p)
	places["find"], places["help"] = screen.Place{Kind: screen.Find}, screen.Place{Kind: screen.Help}
	places["note"], places["decision"] = screen.Place{Kind: screen.StepNote, ID: "tasks"}, screen.Place{Kind: screen.DecisionCard, ID: "0"}
	places["voices"], places["new-voice"] = screen.Place{Kind: screen.Voices, ID: "vision"}, screen.Place{Kind: screen.NewVoice, ID: "vision"}
	places["voice"] = screen.VoiceOf(steps.Vision, "An Peeters")
	places["new-row"], places["row"] = screen.Place{Kind: screen.NewRow, ID: "improvement/goals"}, screen.Place{Kind: screen.RowCard, ID: "consultation/pledge/strengths"}
	places["backups"], places["backup"] = screen.Place{Kind: screen.BackupList}, screen.Place{Kind: screen.BackupCard}
	places["erase"], places["erasing"] = screen.Place{Kind: screen.EraseList}, screen.Place{Kind: screen.EraseCard}
	places["erase-name"] = screen.Place{Kind: screen.EraseName}
	places["preview"], places["new-means"] = screen.Place{Kind: screen.Preview}, screen.Place{Kind: screen.MeansCard}
	return places
}

// pressable are the keys of letters, digits and signs.
func pressable() (keys []string) {
	for r := '!'; r <= '~'; r++ {
		keys = append(keys, string(r))
	}
	return append(keys, "é", "à", "ç", "ë")
}

// at opens a place right above the overview.
func (s *sitting) at(p screen.Place) *sitting {
	s.root.trial, s.quit, s.root.departing = nil, false, nil
	s.root.perform(screen.Home(), false)
	s.root.push(p)
	return s
}

// TestNoLetterChangesThePlanUnseen presses every letter, digit and sign on every field and on the rows of every screen. In
// English it is a long test.
func TestNoLetterChangesThePlanUnseen(t *testing.T) {
	t.Parallel()
	pressEverywhere(t, assets.Dutch)
}

func pressEverywhere(t *testing.T, language assets.Language) {
	t.Helper()
	s := exampleSchool(t, language).sit(t, 80, 24)
	real := s.root.session
	for name, place := range allPlaces(s.plan()) {
		before := ""
		for fields := range 18 {
			to := func() {
				s.root.session = real
				s.at(place)
				for range fields {
					s.send(tea.KeyPressMsg{Code: tea.KeyTab})
				}
			}
			to()
			now := s.screen()
			if now == before || place.Remembered() && fields > 6 {
				break
			}
			before = now
			s.pressesEveryLetter(fmt.Sprintf("%s, %d down", name, fields), to)
		}
	}
}

// pressesEveryLetter where the screen stands: in a text they are text, elsewhere what changes the plan says so.
func (s *sitting) pressesEveryLetter(where string, again func()) {
	top := s.root.top()
	for _, key := range pressable() {
		if s.root.top().Letters(s.root.frame()) == screen.LettersType {
			return
		}
		entries, chosen := s.root.session.Journal().Len(), s.root.chosenN
		s.send(tea.KeyPressMsg{Code: []rune(key)[0], Text: key})
		if grew := s.root.session.Journal().Len() > entries; grew && !strings.Contains(strings.ToLower(s.root.notice), "ctrl+z") {
			s.t.Errorf("%s: %q changes the plan and says %q\n%s", where, key, s.root.notice, s.screen())
		}
		if s.root.chosenN > chosen {
			s.t.Errorf("%s: %q chooses something of the document", where, key)
		}
		if s.root.session.Journal().Len() > entries {
			s.press("ctrl+z")
		}
		if s.root.session.Journal().Len() > entries || s.root.top() != top || s.quit || s.root.trial != nil {
			again()
			top = s.root.top()
		}
	}
}

// TestOneLetterIsOneCommandOnAllLists, and none is a letter that answers a question.
func TestOneLetterIsOneCommandOnAllLists(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile(filepath.Join("..", "docs", "KEYS.md"))
	must(t, err)
	rule := string(content)
	for _, language := range assets.Languages {
		s := exampleSchool(t, language).sit(t, 80, 24)
		said := map[string]string{}
		var answers []string
		for _, letters := range s.root.session.Spoken().Plain.Letters["choice"] {
			answers = append(answers, string(letters))
		}
		for name, place := range allPlaces(s.plan()) {
			s.at(place)
			for range 4 {
				if s.root.top().Letters(s.root.frame()) != screen.LettersCommand {
					break
				}
				for _, b := range s.root.top().Keys(s.root.frame()) {
					key, label := b.Help().Key, b.Help().Desc
					if len([]rune(key)) > 1 || key == "+" { // + adds what the list is of
						continue
					}
					if said[key] == "" {
						said[key] = label
					}
					if said[key] != label || slices.Contains(answers, strings.ToLower(key)) {
						t.Errorf("%s, %s: %s is %q and %q", language, name, key, said[key], label)
					}
				}
				s.send(tea.KeyPressMsg{Code: tea.KeyTab}) // the next sheet of a table
			}
		}
		for key := range said {
			if !strings.Contains(rule, "`"+key+"`") {
				t.Errorf("docs/KEYS.md does not tell %s", key)
			}
		}
		if len(said) < 20 {
			t.Errorf("only %v", said)
		}
	}
}

// TestNoScreenBeginsInAText unless typing is all that it is for.
func TestNoScreenBeginsInAText(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	for name, place := range allPlaces(s.plan()) {
		s.at(place)
		text := s.root.top().Letters(s.root.frame()) == screen.LettersType
		if want := slices.Contains([]screen.PlaceKind{screen.Welcome, screen.NewTask, screen.NewMember, screen.StepNote, screen.Find, screen.NewVoice, screen.NewRow, screen.ImportFile, screen.EraseName}, place.Kind); text != want {
			t.Errorf("%s begins in a text: %v", name, text)
		}
	}
}

// TestEscLeadsOneLevelUpAlways: from a step to the overview, whatever way led there.
func TestEscLeadsOneLevelUpAlways(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	for name, place := range allPlaces(s.plan()) {
		if place.Kind == screen.FirstStart || place.Kind == screen.Welcome {
			continue
		}
		s.at(place).press("esc")
		if got := s.root.place().Kind; got != screen.Overview {
			t.Errorf("esc on %s leads to %v", name, got)
		}
	}
	s.press("#3").press("ctrl+k", "stap", "enter") // from a step to another
	s.press("#1", "@choice", "enter", "enter").sees("Stap 7 van 8").press("esc").sees("── Overzicht").press("esc").sees("hoogste niveau")
}

// TestWhatTheFieldRefusesIsRemembered until it is right: shown again, counted in the header, named on leaving.
func TestWhatTheFieldRefusesIsRemembered(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	member := screen.Place{Kind: screen.MemberCard, ID: "an"}
	s.at(member).press("@hours", "veel", "esc").sees("1 veld niet bewaard", "── Overzicht")
	s.at(member).sees("veel", "! Niet bewaard. Dat zijn geen uren").press("ctrl+c").sees("Niet bewaard: ‘veel’").press("ctrl+c").ended("typed-not-kept")

	s = exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.at(member).press("@hours", "veel", "esc")
	s.at(member).press("@hours", "7,5", "enter", "esc").misses("niet bewaard").sees("bewaard ✓")
	if m, _ := s.plan().Member("an"); m.Hours == nil || m.Hours.String() != "7.5" {
		t.Errorf("the hours are %v", m.Hours)
	}
	s.press("ctrl+c")
	if s.root.failure != ErrInterrupted {
		t.Errorf("ended with %v", s.root.failure)
	}
}

// TestADraftGoesWithWhatItIsAbout: given a value elsewhere, undone to the kept one, removed, or only tried.
func TestADraftGoesWithWhatItIsAbout(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	member := screen.Place{Kind: screen.MemberCard, ID: "an"}
	refused := func() {
		s.at(member).press("@hours", "veel", "esc").sees("1 veld niet bewaard", "‘veel’ is niet bewaard")
	}
	refused()
	s.at(member).sees("▸ Uren").press("ctrl+z", "esc").misses("niet bewaard")
	refused()
	s.run(s.root.perform(screen.Record{Changes: []steps.Change{{Kind: steps.ChangeMember, Member: "an", Hours: steps.Set(steps.Whole(3))}}}, false))
	s.misses("veld niet bewaard")
	refused()
	s.run(s.root.perform(screen.Record{Changes: []steps.Change{{Kind: steps.ChangeRemove, Member: "an"}}}, false))
	s.misses("veld niet bewaard").press("ctrl+z")
	s.press("#", "T", "enter")
	s.root.push(member)
	s.press("@hours", "veel", "esc").sees("‘veel’ is niet bewaard")
	s.press("T", "end", "enter").sees("is verworpen; je plan").misses("veld niet bewaard")
	s.press("ctrl+c")
	if s.root.failure != ErrInterrupted {
		t.Errorf("ended with %v", s.root.failure)
	}
}

// TestLookingOnlyTakesNoText of whatever key.
func TestLookingOnlyTakesNoText(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.session.LookOnly = true
	s.press("#1", "@note", "backspace").sees("alleen lezen").press("x").paste("y").press("delete", "esc").sees("── Overzicht").misses("Niet bewaard")
	s.press("#7", "@division", "enter", "down", "u", "3", "enter").misses("Niet bewaard").press("esc").misses("Niet bewaard")
	s.press("#7", "@division", "enter", "/", "wifi", "enter").sees("Gezocht: wifi")
}

// TestAChoiceIsSaidThatWasMadeByLeaving its field.
func TestAChoiceIsSaidThatWasMadeByLeaving(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#1", "@choice", "right", "tab").sees("Antwoord: Nee · ctrl+z maakt dit ongedaan")
	if got := s.plan().State(steps.Awareness); got != steps.No {
		t.Errorf("the answer is %q", got)
	}
	s.press("#2", "@choice", "n").sees("Antwoord: Nee · ctrl+z maakt dit ongedaan")
}

// TestAQuestionBeforeSomethingGoes shows which answer counts, and takes its letter.
func TestAQuestionBeforeSomethingGoes(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	members := func() int { return len(s.plan().Members) }
	before := members()
	s.press("#7", "@member:an", "delete").sees("● Nee, laat het zo (n)", "○ Ja, verwijder").press("enter").sees("Er is niets gedaan")
	s.press("delete", "esc", "delete", "n")
	if members() != before {
		t.Error("the member went")
	}
	if s.press("delete", "j"); members() != before-1 {
		t.Errorf("the member stayed:\n%s", s.screen())
	}
}

// TestTypingIsUndoneInTheField, and nothing but the typing.
func TestTypingIsUndoneInTheField(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	entries := s.root.session.Journal().Len()
	s.press("#1", "@note", "end", " eerste woord").paste(" geplakt")
	s.press("ctrl+z").sees("eerste woord").misses("geplakt").press("ctrl+z").sees("│eerste  ").press("ctrl+y").sees("eerste woord")
	s.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z").sees("niets getypt").press("esc")
	if now := s.root.session.Journal().Len(); now != entries {
		t.Errorf("%d entries were kept", now-entries)
	}
}

// TestMarkedTasksTakeEveryChange, hours too.
func TestMarkedTasksTakeEveryChange(t *testing.T) {
	t.Parallel()
	s := inTable(t, steps.Team, "helpdesk-first-line")
	s.press(".", ".", "down", "u", "2,5", "enter").sees("2 taken gemarkeerd", "ctrl+z")
	for _, id := range []string{"helpdesk-first-line", "helpdesk-second-line"} {
		if got := s.plan().Decisions.Of(id).Hours; got == nil || got.String() != "2.5" {
			t.Errorf("%s has %v hours", id, got)
		}
	}
}

// TestTheCursorIsWhereItWas on coming back to a list.
func TestTheCursorIsWhereItWas(t *testing.T) {
	t.Parallel()
	s := inTable(t, steps.Tasks, "security-management")
	at := s.root.top()
	s.press("#", "5").sees("\n ICT-beveiliging dagelijks opvolgen · ")
	if s.root.top() != at {
		t.Error("it is another table")
	}
	s.press("#7", "@agreement:backup", "enter", "esc").sees("▸ ✓ Wie springt in")
}

// TestFindGoesAnywhere by typing a part of a name, and does commands.
func TestFindGoesAnywhere(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	for typed, seen := range map[string]string{
		"wifi": "── Wifi beheren", "bart cl": "── Bart Claes", "evaluatie": "Stap 8 van 8", "geschied": "── Wat er gebeurde", "document mak": "── Document maken",
	} {
		s.press("ctrl+k", typed, "enter").sees(seen)
	}
	s.press("ctrl+k", "qqq", "enter").sees("Niets gevonden").press("esc")
	entries := s.root.session.Journal().Len()
	if s.press("#", "ctrl+k", "ongedaan", "enter"); s.root.session.Journal().Len() != entries+1 {
		t.Errorf("nothing was taken back:\n%s", s.screen())
	}
}

// TestTheCursorStaysOnWhatWasTicked, so that the same key takes it back.
func TestTheCursorStaysOnWhatWasTicked(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	before := s.plan().Evaluation.Repeat
	s.press("#8", "@repeat", "down", "down", "space").sees("▸ [x] ICT-beleidsplan").press("space")
	if got := s.plan().Evaluation.Repeat; !slices.Equal(got, before) {
		t.Errorf("ticked are %v, and were %v", got, before)
	}
}

// TestHoursGoToTheTaskTheyWereTypedFor, also where rows move when they are kept.
func TestHoursGoToTheTaskTheyWereTypedFor(t *testing.T) {
	t.Parallel()
	s := inTable(t, steps.Team, "helpdesk-second-line")
	s.press("z", "z", "z", "z").sees("op uren").press("/", "Tweedelijns", "esc", "u", "0", "enter")
	if got := s.plan().Decisions.Of("helpdesk-second-line").Hours; got == nil || *got != 0 {
		t.Errorf("the hours are %v\n%s", got, s.screen())
	}
}

// TestAMarkGoesWithItsTask, so that what is typed then is for the task with the cursor.
func TestAMarkGoesWithItsTask(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	own := s.plan().OwnTasks[0]
	title := s.root.session.Spoken().TaskName(s.plan(), own)
	s.press("#7", "@division", "enter", "/", title, "esc", ".", "delete", "j").misses("gemarkeerd")
	s.press("/", "Tweedelijns", "esc", "u", "9", "enter")
	if got := s.plan().Decisions.Of("helpdesk-second-line").Hours; got == nil || *got != steps.Whole(9) {
		t.Errorf("the hours are %v\n%s", got, s.screen())
	}
}

// TestAnEmptyPasteChangesNothing, nor does one that is refused end that a number is selected.
func TestAnEmptyPasteChangesNothing(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	before := *s.plan().School.Hours
	s.press("#", "s", "@hours").paste("").paste("\x01").press("tab")
	if got := s.plan().School.Hours; got == nil || *got != before {
		t.Errorf("the hours are %v", got)
	}
	s.press("@hours").paste(strings.Repeat("7", 300)).sees("te lang").press("5", "enter")
	if got := s.plan().School.Hours; got == nil || *got != steps.Whole(5) {
		t.Errorf("the hours are %v", got)
	}
}

// TestAFieldThatMayNotBeEmptyIsADraftToo.
func TestAFieldThatMayNotBeEmptyIsADraftToo(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.at(screen.Place{Kind: screen.MemberCard, ID: "an"}).press("@name", "end")
	for range 12 {
		s.press("backspace")
	}
	s.press("esc").sees("1 veld niet bewaard").press("ctrl+c").sees("Niet bewaard").press("ctrl+c").ended("typed-not-kept")
}

// TestADecisionIsAddedOnce whatever way leads out.
func TestADecisionIsAddedOnce(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 36)
	s.press("ctrl+k", "beslissingen van", "enter", "@add", "Nieuw besluit", "ctrl+k", "esc", "ctrl+k", "esc")
	if n := strings.Count(s.screen(), "Nieuw besluit"); n != 1 {
		t.Errorf("it stands there %d times:\n%s", n, s.screen())
	}
}

// TestNoKeyWorksUnseen in a window that is too small to show anything.
func TestNoKeyWorksUnseen(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#5", "down")
	entries := s.root.session.Journal().Len()
	s.send(tea.WindowSizeMsg{Width: 20, Height: 5})
	s.press("t", "g", "space", "enter", "n")
	if now := s.root.session.Journal().Len(); now != entries {
		t.Errorf("%d entries were made", now-entries)
	}
	s.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	s.press("#7", "@division", "enter", "down", "u", "9").sees("9").sees("Uren")
}

// TestALetterAfterAPageIsNotLost in a text.
func TestALetterAfterAPageIsNotLost(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#8", "enter", "Begin ", "pgdown", "XY").sees("Begin XY")
}

// TestFindIgnoresSpelling: blanks and hyphens do not matter, and what is explained of a task is found after what is called so.
func TestFindIgnoresSpelling(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	for _, typed := range []string{"backup", "back-up", "Back Ups", "maken back-ups"} {
		s.press("ctrl+k", typed).sees("▸ Back-ups maken en terugzetten").press("esc")
	}
	title := s.root.session.Spoken().TaskName(s.plan(), "wifi-management")
	s.press("ctrl+k", "wifi").sees("▸ " + title).press("esc")
	s.press("ctrl+k", "nooit getest").sees("▸ Back-ups maken en terugzetten", "taak").press("enter").sees("── Back-ups maken")
}

// TestWhatIsLookedForIsTyped as anywhere else: taken back, brought again, refused with a word; and Esc keeps nothing of it.
func TestWhatIsLookedForIsTyped(t *testing.T) {
	t.Parallel()
	for _, in := range []string{"ctrl+k", "/"} {
		s := inTable(t, steps.Tasks, "network-management").press(in)
		s.sees("esc terug").misses("bewaren").press("ctrl+z").sees("niets getypt")
		s.press("netw").paste("qqq").sees("netwqqq").press("ctrl+z").sees("netw").misses("qqq").press("ctrl+y").sees("netwqqq")
		s.paste(strings.Repeat("x", 10_000)).sees("te lang").misses("xx")
		s.press("esc").sees("Stap 5 van 8")
	}
	s := exampleSchool(t, assets.Dutch).sit(t, 120, 24).press("ctrl+k").misses("ctrl+k")
	s.press(strings.Repeat("w", 70)).send(tea.WindowSizeMsg{Width: 40, Height: 24})
	if cursor := s.root.View().Cursor; cursor == nil || cursor.X >= 39 {
		t.Errorf("the cursor stands at %+v", cursor)
	}
}

// TestEscOnTheWelcomeGoesBack and on the first screen of all says how to leave.
func TestEscOnTheWelcomeGoesBack(t *testing.T) {
	t.Parallel()
	s := newSchool().sit(t, 80, 24).sees("Welkom").press("enter").sees("Je naam").press("esc").sees("▸ Begin").press("esc").sees("hoogste niveau")
	s.press("enter", "An", "esc").sees("▸ Begin").press("enter").sees("An")
}

// TestTheFirstScreenCanBeLeft with the letters that Esc names there, and the footer.
func TestTheFirstScreenCanBeLeft(t *testing.T) {
	t.Parallel()
	if s := newSchool().sit(t, 80, 24).sees("q stoppen").misses("P plannen").press("q"); !s.quit {
		t.Errorf("q did not stop:\n%s", s.screen())
	}
	s := newSchool().sit(t, 80, 24)
	s.root.options.Plans = true
	if s.press("left").sees("P plannen", "q stoppen").press("P"); s.root.next == nil {
		t.Errorf("P did not lead to the plans:\n%s", s.screen())
	}
}

// TestANoticeHidesNothing: that the page goes on stands beside it, and in a low window it takes one line.
func TestANoticeHidesNothing(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#5", "g").sees("ctrl+z")
	last := func() string { lines := strings.Split(s.screen(), "\n"); return lines[len(lines)-2] }
	for _, width := range []int{80, 64, 40} {
		s.send(tea.WindowSizeMsg{Width: width, Height: 10})
		s.root.notice = strings.Repeat("Een lange zin. ", 10)
		if s.root.stale = true; !strings.HasPrefix(last(), "── Een lange zin.") || !strings.HasSuffix(last(), " ↓ meer ───") {
			t.Errorf("at %d cells:\n%s", width, s.screen())
		}
		s.misses("  Een lange zin. Een")
	}
}

// TestANarrowFooterKeepsTheKeyThatMatters before those that work everywhere.
func TestANarrowFooterKeepsTheKeyThatMatters(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 40, 10).press("#").sees("enter openen")
	s.press("1", "esc", "7").sees("enter openen", "esc terug")
}

// TestAKeyThatCannotWorkSaysWhy: what habit suggests is answered in one line.
func TestAKeyThatCannotWorkSaysWhy(t *testing.T) {
	t.Parallel()
	s := begun(t).press("v").sees("v doet hier niets").press("7").sees("7 doet hier niets").press("#5", "v").sees("Nog niet").press("=").sees("niet opnieuw gevraagd").press("K").sees("K doet hier niets")
	s.press("#7", "c").sees("c doet hier niets").press("v").sees("Nog niet")
}

// TestANewTaskIsSeen: the cursor goes to what was made.
func TestANewTaskIsSeen(t *testing.T) {
	t.Parallel()
	begun(t).press("#5", "home", "+", "Robotlab beheren", "enter").sees("── Robotlab beheren").press("esc").sees("▸ ○ Robotlab beheren")
}

// TestAnsweredAndInOrderAreTwoThings on the overview and over a table, and the counts add up.
func TestAnsweredAndInOrderAreTwoThings(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#").sees("beantwoord · in orde", "klaar, tekort bij 5 taken · ! 1 aandachtspunt").press("6").sees("! 1 zonder oplossing").misses("v gaat verder")
	s.press("#4", "@choice", "n").sees("Je werkt verder als school").press("esc").misses("Naam groep")
}
