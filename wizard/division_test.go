package wizard

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// pressCounting presses keys, and counts those that are not text that goes into a field.
func (s *sitting) pressCounting(n *int, keys ...string) *sitting {
	for _, k := range keysOf(keys...) {
		if k.Text == "" || s.root.top().Letters(s.root.frame()) != screen.LettersType {
			*n++
		}
		s.send(k)
	}
	return s
}

// TestTheWholeJobIsFewKeys: eight steps, two members, every task that is needed now divided with its hours, and a PDF.
func TestTheWholeJobIsFewKeys(t *testing.T) {
	t.Parallel()
	n := 0
	s := newSchool().sit(t, 80, 24)
	s.pressCounting(&n, "enter", "An Peeters", "enter", "Atheneum Voorbeeld", "enter", "enter").sees("Stap 1 van 8")
	for range 3 {
		s.pressCounting(&n, "j", "enter")
	}
	s.sees("Stap 4 van 8").pressCounting(&n, "right", "enter", "Scholengroep Voorbeeld", "enter", "n").sees("Je werkt verder als school").pressCounting(&n, "enter").sees("Stap 5 van 8")
	for range 6 {
		s.pressCounting(&n, "A", ">")
	}
	s.sees("77 van 77 beantwoord").pressCounting(&n, "v").sees("Stap 6 van 8")
	for range steps.Groups {
		s.pressCounting(&n, "E", ">")
	}
	s.pressCounting(&n, "v").sees("betrokken personen samen")
	for _, name := range []string{"An Peeters", "Bart Claes"} {
		s.pressCounting(&n, "+", name, "enter").sees(name).pressCounting(&n, "down", "20", "enter", "esc")
	}
	s.pressCounting(&n, "V").sees("Voorstel van verdeling").pressCounting(&n, "U", "A")
	if open := len(s.plan().Undivided()); open > 5 {
		t.Errorf("%d tasks have no owner\n%s", open, s.screen())
	}
	if s.root.place().Kind == screen.Division {
		s.pressCounting(&n, "esc")
	}
	for !strings.Contains(s.screen(), "▸ ○ Kennisdeling") && n < 200 {
		s.pressCounting(&n, "down")
	}
	s.pressCounting(&n, "enter")
	for range steps.AgreementIDs {
		s.pressCounting(&n, "enter", "zo spreken we af", "enter", "enter")
	}
	s.pressCounting(&n, "v").sees("Stap 8 van 8").pressCounting(&n, "enter", "loopt goed", "enter", "blijft zo", "enter", "An Peeters", "enter", "15/5/2027", "enter")
	s.pressCounting(&n, "ctrl+s", "enter", "j")
	if p := s.sees("wordt gemaakt").plan(); !p.Complete() {
		t.Errorf("missing %v\n%s", p.Gaps(p.Current()), s.screen())
	}
	t.Logf("%d keys that are no text", n)
	if n >= 110 {
		t.Errorf("it takes %d keys", n)
	}
}

// TestADivisionIsOnlyAProposal until it is kept: as one entry, all of it, a row, or none.
func TestADivisionIsOnlyAProposal(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	before := s.root.session.Journal().Len()
	s.press("#7", "V").sees("Voorstel van verdeling", "AI-gebruik in de", "! Hulpsoftware en leersteun  niemand", "niemand heeft nog 1,5…", "A bewaart alles")
	s.sees("1 taak wijzigt", "Bart Claes 17,5 van 17,5", "Yusuf Demir 5,5 → 6,5 van 7")
	s.press("tab", "w").sees("in punten (de minste is de beste): Yusuf", "Bart Claes kan niet (te weinig uren vrij)", "Gewichten van ‘Niet op één persoon’", "Wie inspringt,")
	s.press("w", "tab", "tab", "o").sees("Daardoor verschuift ook: Hulpsoftware en leersteun.").press("o", "space", "esc")
	if s.root.session.Journal().Len() != before {
		t.Error("looking at a division changes the plan")
	}
	s.press("#7", "V", "A").sees("Verdeling bewaard voor 1 taak", "ctrl+z")
	if task, _ := s.plan().Task("ai-in-class"); task.Owner != "yusuf" || s.root.session.Journal().Len() != before+1 {
		t.Errorf("kept: %s", task.Owner)
	}
	s.sees("! Hulpsoftware").press("down", "enter").sees("los van het voorstel: Uren", "mensen vrijmaken voor 1 taak").press("j").sees("bij de beslissingen voor het bestuur")
	s.press("ctrl+z", "ctrl+z")
	if task, _ := s.plan().Task("ai-in-class"); task.Owner != "" {
		t.Errorf("undone: %s", task.Owner)
	}
	s.press("o").sees("zo gekozen")                                     // what is chosen stands, and the rest follows
	s.press("home", "space", "home", "space").misses("bestuur om uren") // nothing is asked for a task that is left out
}

// TestWhatChangesStandsFirst, with who had it, and what stays as it is last.
func TestWhatChangesStandsFirst(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#7", "V", "f").sees("= Eerstelijnshelpdesk")
	if text := s.screen(); strings.Index(text, "+ AI-gebruik") > strings.Index(text, "= Eerstelijnshelpdesk") {
		t.Errorf("what stays comes first:\n%s", text)
	}
	for !strings.Contains(s.screen(), "▸ = Eerstelijns") {
		s.press("down")
	}
	s.press("o").sees("▸ + Eerstelijnshelpdesk", "was Bart")
}

// TestARowKeepsItsPlace when it gets another owner or nobody, so that the next key falls where one looks; what is asked of the board is
// not asked by pressing Enter too often.
func TestARowKeepsItsPlace(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 50).press("#7", "V", "f", "home")
	row := func() int {
		lines := strings.Split(s.screen(), "\n")
		return slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, "▸") })
	}
	for at := range 6 {
		before := row()
		for n := range 5 {
			if s.press("o"); row() != before {
				t.Errorf("row %d moved from line %d to %d after %d\n%s", at, before, row(), n+1, s.screen())
			}
		}
		if s.press("down"); row() != before+1 {
			t.Errorf("down went from line %d to %d\n%s", before, row(), s.screen())
		}
	}
	entries := s.root.session.Journal().Len()
	if s.press("esc", "V", "end").sees("▸ → Vraag het bestuur").press("enter").sees("los van het voorstel").press("enter"); s.root.session.Journal().Len() != entries {
		t.Errorf("the board is asked\n%s", s.screen())
	}
}

// TestAbsenceIsFoundByItsName and honours what was agreed on who steps in.
func TestAbsenceIsFoundByItsName(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"afwezig", "ziek", "apart", "away"} {
		language := assets.Dutch
		if word == "away" {
			language = assets.English
		}
		s := exampleSchool(t, language).sit(t, 80, 24)
		s.press("ctrl+k", "Bart "+word, "enter")
		if p := s.root.place(); p.Kind != screen.Division || p.ID != screen.AwayPrefix+"bart" {
			t.Errorf("%s leads to %+v", word, p)
		}
	}
	s := exampleSchool(t, assets.Dutch).sit(t, 120, 36)
	s.at(screen.Place{Kind: screen.MemberCard, ID: "bart"}).press("@away", "enter").sees("Als Bart Claes er niet is", "blijven liggen")
	s.sees("6 u te veel, springt ervoor in", "6 u te veel, staat in de afspraak", "Yusuf Demir 5,5 → 13 van 7", "Er is dan 16 uur per week te kort", "11 uur komt boven de uren van wie overneemt")
}

// TestAbsenceTellsWhatElseIsMissed: who comes over their hours, what nobody steps in for any more, and divisions that are the same.
func TestAbsenceTellsWhatElseIsMissed(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 120, 36)
	s.at(screen.Place{Kind: screen.MemberCard, ID: "yusuf"}).press("@away", "enter")
	s.sees("! Nieuwe toestellen", "2 u te veel", "5,5 uur per week te kort", "Dezelfde verdeling krijg je met: Wensen en kennis.", "! Leerplatform didactisch inzetten        An Peeters    –")
	s.press("home")
	for !strings.Contains(s.screen(), "▸ ! Leerplatform") {
		s.press("down")
	}
	s.press("o").sees("o doet hier niets").press("r").sees("▸ + Leerplatform", "Bart Claes").press("space").sees("weggelaten").press("end", "space").misses("weggelaten")
	for !strings.Contains(s.screen(), "▸ + Leerplatform") {
		s.press("up")
	}
	s.press("enter")
	if p := s.root.place(); p.Kind != screen.TaskCard || p.At != "backup" {
		t.Errorf("enter leads to %+v", p)
	}
	s.press("esc", "home", "space").sees("5,5 uur per week te kort: 5 uur", "zo gekozen") // what nobody takes over is left
	for !strings.Contains(s.screen(), "▸ → Vraag het bestuur om vervanging of uren (5,5 uur per week)") {
		s.press("down")
	}
	s.press("enter").sees("los van het voorstel", "Zolang Yusuf Demir er niet is, is er 5,5", "5 uur van taken die blijven liggen").press("j").misses("→ Vraag het bestuur")
}

// TestNobodyToldWhatTheyKnow is said with how to tell it.
func TestNobodyToldWhatTheyKnow(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	var silent []steps.Change
	for _, m := range s.plan().Members {
		silent = append(silent, steps.Change{Kind: steps.ChangeMember, Member: m.ID, Knows: steps.Clear[[]string](), Prefers: steps.Clear[[]string]()})
	}
	silent[1].Hours = steps.Clear[steps.Decimal]()
	must(t, s.root.session.Record(silent...))
	s.at(screen.Place{Kind: screen.Division}).sees("Van niemand is ingevuld wat die kent of graag doet", "met K en W", "An Peeters: uren niet ingevuld")
	s.misses("0/0").misses("0/1")
}

// TestWhatPeopleBringIsTickedInTheMatrix and on their page.
func TestWhatPeopleBringIsTickedInTheMatrix(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 120, 36)
	before := s.plan().Members[0]
	s.at(screen.Place{Kind: screen.Matrix}).press("down", "K", "W").sees("kw ")
	if m := s.plan().Members[0]; len(m.Knows) != len(before.Knows)+1 || len(m.Prefers) != len(before.Prefers)+1 {
		t.Errorf("%v, %v", m.Knows, m.Prefers)
	}
	s.press("K")
	if m := s.plan().Members[0]; len(m.Knows) != len(before.Knows) {
		t.Errorf("still %v", m.Knows)
	}
	s.at(screen.Place{Kind: screen.MemberCard, ID: "bart"}).press("@motivation", "Alles met servers, en technische taken", "tab").sees("Neem uit die tekst over").press("@from-motivation", "enter")
	if m, _ := s.plan().Member("bart"); !slices.Contains(m.Prefers, "task:server-management") || !slices.Contains(m.Prefers, "group:technical") || slices.Contains(m.Prefers, "task:technical-documentation") {
		t.Errorf("Bart likes %v", m.Prefers)
	}
	s.at(screen.Place{Kind: screen.MemberCard, ID: "an"}).press("@knows", "space", "esc")
	if m, _ := s.plan().Member("an"); !slices.Contains(m.Knows, "group:technical") {
		t.Errorf("An knows %v", m.Knows)
	}
}

// TestAProposalClaimsNothing of one person who takes all, and shows the keys that change what is proposed.
func TestAProposalClaimsNothing(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	changes := []steps.Change{{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An"), Hours: steps.Set(steps.Whole(40))}}
	for _, id := range []string{"network-management", "ict-vision"} {
		changes = append(changes, steps.Change{Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short)})
	}
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", changes...))
	s := kept.sit(t, 80, 24).press("#", "7", "V").sees("▸ + ", "U schattingen", "Met f zie je")
	s.misses("Dezelfde verdeling").misses("✓ ICT").misses("u neemt")
}

// TestManyPeopleLeaveRoomForTheTasks: of a large team the hours are told of whom they change, as far as there is room beside the rows.
func TestManyPeopleLeaveRoomForTheTasks(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	entry := steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Pooling, steps.No))
	for i := range 60 {
		id := fmt.Sprintf("lid-%d", i)
		entry.Changes = append(entry.Changes, steps.Change{Kind: steps.ChangeMember, Member: id, Name: steps.Set("Lid " + strconv.Itoa(i)), Hours: steps.Set(steps.Whole(2))})
	}
	hours := steps.Whole(2)
	for _, task := range newSchool().sit(t, 80, 24).plan().Catalogue.Tasks[:20] {
		entry.Changes = append(entry.Changes, steps.Change{Kind: steps.ChangeTask, Task: task.ID, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short), Expertise: steps.Set(steps.Yes), Hours: steps.Set(hours)})
	}
	fill(t, kept.store, entry)
	s := kept.sit(t, 80, 24).press("#7", "V").sees("↓ nog", "Uren per week: Lid", "leden")
	if n := strings.Count(s.screen(), " + "); n < 8 {
		t.Errorf("%d rows are seen:\n%s", n, s.screen())
	}
}

// anAlone is a school of one person with so many hours and three tasks to divide, of which no hours are known.
func anAlone(t *testing.T, hours int64) *school {
	t.Helper()
	kept := newSchool()
	changes := []steps.Change{answer(steps.Pooling, steps.No), {Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An"), Hours: steps.Set(steps.Whole(hours))}}
	for _, id := range []string{"network-management", "wifi-management", "helpdesk-first-line"} {
		changes = append(changes, steps.Change{Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short), Expertise: steps.Set(steps.Yes)})
	}
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", changes...))
	return kept
}

// TestAnEstimateThatMovedSaysWhy: it follows the hours that are filled in elsewhere.
func TestAnEstimateThatMovedSaysWhy(t *testing.T) {
	t.Parallel()
	s := anAlone(t, 20).sit(t, 80, 24).press("#7", "V").sees("~0,5").misses("schoven mee").press("u", "3", "enter", "esc")
	s.sees("2 schattingen (~) schoven mee: ze volgen de uren", "~3").press("down").misses("schoven mee")
}

// TestHoursThatWereNotKeptAreKeptLater: it is said that they were not, and the next proposal offers to; with nothing to divide no key is offered that
// does nothing.
func TestHoursThatWereNotKeptAreKeptLater(t *testing.T) {
	t.Parallel()
	s := anAlone(t, 12).sit(t, 80, 24).press("#7", "V").sees("0 → ~1,5 van 12").press("A").sees("uren van 3 taken zijn niet mee bewaard", "dan U en A", "? van 12 uur")
	s.press("V").sees("= Wifi beheren", "U schattingen").press("U", "A").sees("1,5 van 12 uur").misses("niet mee bewaard")
	if task, _ := s.plan().Task("wifi-management"); task.Hours == nil {
		t.Errorf("the hours are not kept\n%s", s.screen())
	}
	s.press("V").sees("Er is niets te verdelen", "f filter").misses("A alles hier", "a voorstel", "U schattingen", "o trekker")
}
