package wizard

import (
	"fmt"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/question"
	"stappenplan/wizard/screen"
)

// TestAcceptingProposalsTakesFewKeys: from a fresh plan to every task decided, with at most 1.5 keys a task.
func TestAcceptingProposalsTakesFewKeys(t *testing.T) {
	t.Parallel()
	for _, choice := range []steps.Choice{steps.Yes, steps.No} {
		kept := newSchool()
		fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Pooling, choice)))
		s := kept.sit(t, 80, 24).press("#5")
		keys := 1
		for len(s.plan().Gaps(steps.Tasks)) > 0 {
			s.press("A", ">")
			keys += 2
			if keys > 200 {
				t.Fatalf("after %d keys %d tasks are open:\n%s", keys, len(s.plan().Gaps(steps.Tasks)), s.screen())
			}
		}
		if most := 3 * len(s.plan().Tasks()) / 2; keys > most {
			t.Errorf("%d keys for %d tasks", keys, len(s.plan().Tasks()))
		}
		t.Logf("pooling %s: %d keys for %d tasks", choice, keys, len(s.plan().Tasks()))
	}
}

// inTable is the example on its task overview, with the cursor on a task.
func inTable(t *testing.T, step steps.StepID, task string) *sitting {
	t.Helper()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.perform(screen.Home(), false)
	s.root.push(screen.Place{Kind: screen.TaskList, ID: string(step)})
	title := s.root.session.Spoken().TaskName(s.plan(), task)
	return s.press("/", title, "esc").sees("\n " + title + " · ")
}

func TestMarkedTasksAreDecidedTogether(t *testing.T) {
	t.Parallel()
	s := inTable(t, steps.Tasks, "network-management")
	before := s.root.session.Journal().Len()
	s.press(".", ".", "up", "up").sees("2 taken gemarkeerd").press("t")
	if now := s.root.session.Journal().Len(); now != before+1 {
		t.Errorf("%d entries for one decision", now-before)
	}
	for _, id := range []string{"network-management", "wifi-management"} {
		if got := s.plan().Decisions.Of(id).Horizon; got != steps.Long {
			t.Errorf("%s: %s", id, got)
		}
	}
	s.press("down", "down", "down", "t") // elsewhere: what comes next follows from the marked tasks
	if got := s.plan().Decisions.Of("network-management").Horizon; got != steps.Dropped {
		t.Errorf("a second value: %s", got)
	}
	s.press("esc", "#5")
	if strings.Contains(s.screen(), "gemarkeerd") {
		t.Error("esc keeps the marks")
	}
}

// TestMarkedTasksSayWhatAKeyDoesToThem: how many are marked, what space does to all of them, and how they are unmarked; and then in whole words
// what was changed, wherever the cursor is.
func TestMarkedTasksSayWhatAKeyDoesToThem(t *testing.T) {
	t.Parallel()
	for language, says := range map[assets.Language][]string{
		assets.Dutch: {
			"3 taken gemarkeerd: een toets wijzigt ze allemaal · esc wist de markering", "Spatie zet ‘Geldt’ bij alle 3 gemarkeerde taken op ‘aangepast’.", "esc markering weg",
			"3 gemarkeerde taken: ‘Geldt’ is nu ‘aangepast’ · ctrl+z maakt dit ongedaan", "3 gemarkeerde taken: ‘Uren’ is nu ‘2,5’",
		},
		assets.English: {
			"3 tasks marked: a key changes all of them · esc unmarks them", "Space sets ‘Applies’ of all 3 marked tasks to ‘adapted’.", "esc unmark",
			"3 marked tasks: ‘Applies’ is now ‘adapted’ · ctrl+z undoes this", "3 marked tasks: ‘Hours’ is now ‘2.5’",
		},
	} {
		s := exampleSchool(t, language).sit(t, 80, 24)
		s.at(screen.Place{Kind: screen.TaskList, ID: string(steps.Tasks), At: "relevance:helpdesk-first-line"}).press(".", ".", ".").sees(says[:3]...)
		s.press("space").sees(says[3]).press("ctrl+z")
		if got := s.plan().Decisions.Of("helpdesk-first-line").Relevance; got != steps.Applies {
			t.Errorf("it is %q", got)
		}
		entries := s.root.session.Journal().Len()
		s.press("home", "down", "up", "space").sees(says[3]) // on the head of a part
		if s.root.session.Journal().Len() != entries+1 {
			t.Errorf("%s: nothing changed\n%s", language, s.screen())
		}
		s.press("esc").sees("79").misses(says[:3]...)
		if s.root.place().Kind != screen.TaskList {
			t.Error("esc left the table")
		}
		s.at(screen.Place{Kind: screen.TaskList, ID: string(steps.Team), At: "hours:helpdesk-first-line"}).press(".", ".", ".", "u", "2.5", "enter").sees(says[4])
	}
}

func TestFiltersAndOrders(t *testing.T) {
	t.Parallel()
	s := inTable(t, steps.Team, "helpdesk-first-line")
	s.press("f").sees("Alleen wat nog open staat", "Hulpsoftware")
	s.press("f").sees("Alleen zonder trekker").press("f").sees("Alleen met een aandachtspunt").press("f")
	s.press("/", "wifi").sees("Zoek wifi").press("enter").sees("Gezocht: wifi · 1 van 1 beantwoord", "✓ Wifi beheren").misses("helpdesk")
	s.press("/", "esc", "down", "F").sees("Technische taken").press("F")
	for _, order := range []string{"op naam", "op termijn", "op trekker", "op uren"} {
		s.press("z").sees(order)
	}
}

// TestATaskIsFoundByItsTitleInTheListOfTheSchool: as ctrl+k finds it, and what is called so stands under the cursor.
func TestATaskIsFoundByItsTitleInTheListOfTheSchool(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.recorded(steps.Change{Kind: steps.ChangeTask, Task: "wifi-management", Also: steps.Set([]string{"Draadloos op orde houden"})})
	s.at(screen.Place{Kind: screen.TaskList, ID: string(steps.Tasks)})
	for _, words := range []string{"draadloos", "orde draadl", "Wífi"} {
		s.press("/", words).sees("\n Wifi beheren · ", "In jullie lijst: Draadloos op orde houden").press("esc").sees("\n Wifi beheren · ")
	}
}

// TestTheHeadOfAPartSaysWhatAcceptingDoes: also where all is decided but for where tasks are done.
func TestTheHeadOfAPartSaysWhatAcceptingDoes(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.recorded(steps.Change{Kind: steps.ChangeTask, Task: "network-management", Level: steps.Clear[string](), Scale: steps.Clear[bool](), Specialist: steps.Clear[bool](), Local: steps.Clear[bool]()})
	s.at(screen.Place{Kind: screen.TaskList, ID: string(steps.Tasks)}).press("home").sees("van 1 taak nog niet waar ze gebeurt. Toets a neemt over", "a voorstel")
	s.press("a").sees("Voorstel overgenomen voor 1 taak").sees("Hier is alles al beslist.").misses("a voorstel")
}

// TestTheFooterNamesWhatDoesSomething where the cursor is, and nothing else.
func TestTheFooterNamesWhatDoesSomething(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 200, 60)
	s.at(screen.Place{Kind: screen.TaskList, ID: string(steps.Tasks)}).misses("volgende open", "eigen taak weg").press(">").sees("Hier is alles al beslist.")
	s.press("home").sees("enter dichtvouwen").misses("taak openen", "markeren").press("enter").sees("enter openvouwen").press("enter", "down").sees("enter taak openen", ". markeren")
	s.recorded(steps.Change{Kind: steps.ChangeTask, Task: "own-robots", Title: steps.Set("Robots"), Group: steps.Set(string(steps.TechnicalTasks))})
	s.at(screen.Place{Kind: screen.TaskList, ID: string(steps.Tasks), At: "relevance:own-robots"}).click("F1").sees("eigen taak weg", "volgende open").press("esc")
	s.recorded(steps.Change{Kind: steps.ChangeTask, Task: "helpdesk-first-line", Expertise: steps.Clear[steps.Choice]()})
	s.at(screen.Place{Kind: screen.TaskList, ID: string(steps.Expertise)}).press("home", "a").sees("Geen voorstel hier: e zegt").misses("Hier is alles al beslist.")
}

func TestTabTurnsTheSheetOnTheSameTask(t *testing.T) {
	t.Parallel()
	s := inTable(t, steps.Tasks, "helpdesk-first-line")
	for _, title := range []string{"Stap 6 van 8", "Taakverdeling", "Taken en mensen", "Stap 5 van 8"} {
		s.press("tab").sees("── "+title, "\n "+s.root.session.Spoken().TaskName(s.plan(), "helpdesk-first-line")+" · ")
	}
}

func TestTheMatrixGivesATaskToAMember(t *testing.T) {
	t.Parallel()
	s := inTable(t, steps.Team, "helpdesk-first-line")
	s.press("tab").sees("Taken en mensen")
	member := s.plan().Members[1].ID
	s.press("right")
	for s.plan().Decisions.Of("helpdesk-first-line").Owner != member {
		s.press("space")
	}
	s.press("space")
	if d := s.plan().Decisions.Of("helpdesk-first-line"); d.Backup != member || d.Owner == member {
		t.Errorf("owner %q, back-up %q", d.Owner, d.Backup)
	}
	s.press("space")
	if d := s.plan().Decisions.Of("helpdesk-first-line"); d.Backup == member || d.Owner == member {
		t.Errorf("owner %q, back-up %q", d.Owner, d.Backup)
	}
}

func TestHoursGoDownTheColumn(t *testing.T) {
	t.Parallel()
	s := inTable(t, steps.Team, "helpdesk-first-line")
	s.press("u", "1,5", "enter", "u", "2,5", "enter")
	for task, want := range map[string]string{"helpdesk-first-line": "1.5", "helpdesk-second-line": "2.5"} {
		if got := s.plan().Decisions.Of(task).Hours; got == nil || got.String() != want {
			t.Errorf("%s: %v, want %s\n%s", task, got, want, s.screen())
		}
	}
	before := s.root.session.Journal().Len()
	s.press("u", "esc", "u", "veel", "enter").sees("Dat zijn geen uren").press("esc").sees("!veel", "1 veld niet bewaard").press("u", "ctrl+z", "esc").misses("!veel")
	if s.root.session.Journal().Len() != before {
		t.Error("nothing was typed, yet something was kept")
	}
}

func TestWhyIsTold(t *testing.T) {
	t.Parallel()
	s := inTable(t, steps.Expertise, "security-management")
	s.press("w").sees("Waarom staat dit er?").press("esc").sees("Stap 6 van 8")
	s.press("#", "!", "w").sees("Waarom staat dit er?", "39 uur")
}

func TestWhatIfKeepsNothingUntilItIsKept(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	real := s.root.session
	before := real.Journal().Len()
	s.press("#", "T").sees("Je werkt verder op een kopie").press("enter").sees("proberen: niets bewaard")
	s.press("#4", "right", "enter").press("#", "T").sees("39 → ", "Verschoven", "↓ meer")
	if real.Journal().Len() != before || real.Plan().Variant() != steps.GroupVariant {
		t.Fatal("the trial changed the plan")
	}
	s.press("end", "enter").sees("is verworpen; je plan", "bewaard ✓")
	if s.root.session != real || real.Journal().Len() != before {
		t.Fatal("the trial was not dropped")
	}
	s.press("#", "T", "enter", "#4", "right", "enter", "#", "T", "end", "up", "enter").sees("Wat je probeerde, is bewaard")
	if real.Journal().Len() != before+1 || real.Plan().Variant() != steps.SchoolVariant {
		t.Errorf("%d entries, variant %s", real.Journal().Len()-before, real.Plan().Variant())
	}
}

func TestQuittingATrialAsksWhatBecomesOfIt(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#", "T", "enter", "q")
	if s.quit {
		t.Error("the trial was dropped without a word")
	}
	s.sees("Behoud alles wat ik probeerde")
}

func TestAFindingLeadsToTheFieldThatSolvesIt(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", append(solved(),
		steps.Change{Kind: steps.ChangeTask, Task: "network-management", Owner: steps.Clear[string](), Hours: steps.Clear[steps.Decimal](), Expertise: steps.Set(steps.No)},
		steps.Change{Kind: steps.ChangeMember, Member: "bart", Mandate: steps.Clear[string]()})...))
	s := kept.sit(t, 80, 24)
	for finding, field := range map[steps.FindingID]string{
		steps.NoOwner: "▸ Trekker", steps.HoursMissing: "▸ Uren", steps.ExpertiseUndecided: "▸ Oplossing", steps.NoMandate: "▸ Mag beslissen",
	} {
		s.root.perform(screen.Home(), false)
		s.press("!").press("@"+string(finding)+"0", "enter").sees(field)
	}
}

func TestMeansBecomeHours(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#", "s", "@means", "enter").sees("Van middelen naar uren").press("enter").sees("Wat heeft de school?")
	s.press("enter").sees("▸ Aantal").press("24", "enter").sees("24 ", "÷ 63 × 36 = 13,71 uur").press("@done", "enter")
	s.sees("13,71 uur").press("@accept", "enter")
	if got := s.plan().School.Hours; got == nil || got.String() != "13.71" {
		t.Errorf("the school's hours: %v\n%s", got, s.screen())
	}
}

// TestTheNextOpenRowIsAtWhatItAsks, whichever column was at hand: what is missing is not solved before it is said to be missing.
func TestTheNextOpenRowIsAtWhatItAsks(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	changes := []steps.Change{answer(steps.Pooling, steps.No)}
	for _, id := range []string{"wifi-management", "account-management", "network-management"} {
		changes = append(changes, steps.Change{Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short), Level: steps.Set(string(steps.AtSchool))})
	}
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", changes...))
	s := kept.sit(t, 80, 24).press("#6").press(">", "e", "e", "p", ">", "space").misses("Dit wordt hier niet gevraagd")
	judged := 0
	for _, d := range s.plan().Decisions {
		if d.Expertise != "" {
			judged++
		}
	}
	if judged != 2 {
		t.Errorf("%d of the two were judged\n%s", judged, s.screen())
	}
}

// TestAnAgreementSaysWhereReadyLeads: to the next that is not made, else back to the team.
func TestAnAgreementSaysWhereReadyLeads(t *testing.T) {
	t.Parallel()
	s := begun(t)
	made := steps.Change{Kind: steps.ChangeAgreement, Text: steps.Set("zo doen we het")}
	for _, id := range steps.AgreementIDs[2:] {
		made.Agreement = id
		s.recorded(made)
	}
	s.root.push(screen.Place{Kind: screen.AgreementCard, ID: string(steps.AgreementIDs[0])})
	next := string(s.root.session.Texts.Plan.Agreements[steps.AgreementIDs[1]].Title)
	s.sees("Klaar, verder met ‘"+next+"’").press("@done", "enter").sees("── " + next).misses("verder met")
}

// TestWhatANumberOfMeansIs is said for the source it belongs to.
func TestWhatANumberOfMeansIs(t *testing.T) {
	t.Parallel()
	for source, help := range map[steps.MeansSource]string{steps.Points: "63 punten", steps.Lessons: "24 in het lager onderwijs", steps.Clock: "Klokuren per week, zoals"} {
		s := begun(t)
		s.recorded(question.MeansChange([]steps.Means{steps.MeansDefaults(source, "secondary")}))
		s.press("#", "s", "@means", "enter", "@means:0", "enter")
		if source != steps.Clock {
			s.press("down")
		}
		s.sees(help)
	}
}

// TestWhyThereIsNoTotalOfMeans: it says which number a line lacks, and that hours are rounded down.
func TestWhyThereIsNoTotalOfMeans(t *testing.T) {
	t.Parallel()
	s := begun(t)
	line := steps.MeansDefaults(steps.Points, "secondary")
	amount, share := steps.Whole(48), steps.Whole(25)
	line.Amount, line.Pooled = &amount, &share
	s.recorded(question.MeansChange([]steps.Means{line})).at(screen.Place{Kind: screen.MeansList})
	s.sees("naar beneden afgerond", "20,57 uur")
	line.PerFulltime = nil
	s.recorded(question.MeansChange([]steps.Means{line, steps.MeansDefaults(steps.Clock, "secondary")}))
	s.sees("Totaal", "Nog niet te tellen", "punten: per voltijdse", "klokuren: aantal")
}

func TestSharingOutWhatIsLeft(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", solved()...),
		steps.NewEntry("b", assets.Example()[0].At, "An", steps.Change{Kind: steps.ChangeTask, Task: "network-management", Hours: steps.Clear[steps.Decimal]()}))
	s := kept.sit(t, 80, 36)
	s.root.push(screen.Place{Kind: screen.MemberCard, ID: "an"})
	s.sees("Verdeel wat overblijft, 10 uur, over 1 taak").press("@share", "enter")
	if got := s.plan().Decisions.Of("network-management").Hours; got == nil || got.String() != "10" {
		t.Errorf("hours: %v\n%s", got, s.screen())
	}
}

// TestWhatIsLeftCanBeLessWhereTheGroupHasATask without hours, which takes its share only once these are known.
func TestWhatIsLeftCanBeLessWhereTheGroupHasATask(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", solved()...),
		steps.NewEntry("b", assets.Example()[0].At, "An",
			steps.Change{Kind: steps.ChangeAnswer, Step: steps.Pooling, Choice: steps.Set(steps.Yes)},
			steps.Change{Kind: steps.ChangeTask, Task: "network-management", Level: steps.Set(string(steps.AtSchool)), Hours: steps.Clear[steps.Decimal]()},
			steps.Change{Kind: steps.ChangeTask, Task: "wifi-management", Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short),
				Level: steps.Set(string(steps.AtGroup)), Owner: steps.Set("an"), Hours: steps.Clear[steps.Decimal]()}))
	s := kept.sit(t, 80, 36)
	s.root.push(screen.Place{Kind: screen.MemberCard, ID: "an"})
	s.sees("Verdeel wat overblijft, hoogstens 10 uur, over 1", "taak zonder uren")
}

// TestMarkedTasksTakeTheHoursOfAnother: what is typed counts for each of them, whatever stands under the cursor.
func TestMarkedTasksTakeTheHoursOfAnother(t *testing.T) {
	t.Parallel()
	hours := func(task string, n int64) steps.Change {
		return steps.Change{Kind: steps.ChangeTask, Task: task, Hours: steps.Set(steps.Whole(n))}
	}
	s := inTable(t, steps.Team, "helpdesk-first-line").recorded(hours("helpdesk-first-line", 3), hours("helpdesk-second-line", 5))
	entries := s.root.session.Journal().Len()
	s.press(".", "u", "esc", "u", "5", "enter").sees("Eerstelijnshelpdesk: 5 uur · ctrl+z maakt dit ongedaan")
	if got := s.plan().Decisions.Of("helpdesk-first-line").Hours; *got != steps.Whole(5) {
		t.Errorf("the hours are %v", got)
	}
	s.press("u", "5", "enter", "esc", "u", "5", "enter")
	if now := s.root.session.Journal().Len(); now != entries+1 {
		t.Errorf("%d entries were made", now-entries)
	}
}

// TestWhatDeservesALookStaysMarkedUntilItIsConfirmed: passing it by, leaving the table and stopping the program take nothing of that away;
// confirming it or deciding otherwise does, and undoing that brings it back.
func TestWhatDeservesALookStaysMarkedUntilItIsConfirmed(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Pooling, steps.Yes)))
	s := kept.sit(t, 80, 24).press("#5", "A").sees("een blik: Servers en opslag beheren (later)", "! 1 verdient een blik: f toont ze")
	s.press("down", "down", "down", "down", "down", "down", "down").sees("! 1 verdient een blik: f toont ze", "! Servers en opslag", "14 van 77").press("up", "esc", "#5").sees("! 1 verdient")

	s = kept.sit(t, 80, 24).press("#5").sees("! 1 verdient een blik: f toont ze").press("f").sees("Alleen wat een blik verdient", "Servers en opslag").misses("Wifi beheren")
	s.sees("kan ze wachten? a bevestigt, t kiest anders.").press("a").sees("Nagekeken en bevestigd: 1 taak", "✓ Servers").press("up").sees("Hier staan geen taken")
	s.press("esc").misses("f toont", "! Servers").press("ctrl+z").sees("! 1 verdient", "! Servers en opslag").press("ctrl+y").misses("verdient een blik:", "! Servers")

	kept.sit(t, 80, 24).press("#5").misses("f toont").press("ctrl+z").sees("f toont").press("f", "t").sees("✓ Servers", "nu nodig").misses("! Servers").press("t").sees("later", "✓ Servers").press("esc").misses("f toont")
}

// TestWhatIsDecidedByHandDeservesNoLook: one by one, or of tasks that are marked.
func TestWhatIsDecidedByHandDeservesNoLook(t *testing.T) {
	t.Parallel()
	s := begun(t).recorded(answer(steps.Pooling, steps.Yes)).press("#5", "/", "Servers", "esc", ".", ".", "g").press("t", "t").sees("‘Termijn’ is nu ‘later’").misses("een blik")
	s.press("esc", "esc", "#5", "/", "Servers", "esc", "ctrl+z", "ctrl+z", "ctrl+z", "a").misses("een blik")
}

// TestAsManyDeserveALookAsAreListed: what was announced of a part, and what there was before.
func TestAsManyDeserveALookAsAreListed(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Pooling, steps.Yes)))
	s := kept.sit(t, 80, 24).press("#5", "A", "down", "down", "down", "down", "down", "down", ">", "A").sees("verdienen een blik", "en nog 6", "! 9 verdienen een blik: f toont ze")
	s.press("f").sees("Alleen wat een blik verdient: a bevestigt · 9 van 9", "Servers en opslag")
	for n := range 8 {
		s.press("a").sees(fmt.Sprintf("· %d van %d", 8-n, 8-n))
	}
	s.press("a", "esc").misses("een blik:")
}

// TestWhatIsFilteredAwayStaysUntilTheCursorMoves: a second press is for the same task.
func TestWhatIsFilteredAwayStaysUntilTheCursorMoves(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Pooling, steps.Yes)))
	s := kept.sit(t, 80, 24).press("#5", "A", ">", "A", "f").sees("9 van 9", "Servers")
	before := s.plan()
	s.press("t", "t", "t").sees("9 van 9", "– Servers").press("down").sees("8 van 8").misses("Servers")
	for id, said := range s.plan().Decisions {
		if was := before.Decisions.Of(id); id != "server-management" && was.Horizon != said.Horizon {
			t.Errorf("%s became %s", id, said.Horizon)
		}
	}
}

// TestAPartConfirmsWhatDeservesALook where nothing is left to accept: its tasks at once, and those that are marked alone.
func TestAPartConfirmsWhatDeservesALook(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Pooling, steps.Yes)))
	s := kept.sit(t, 80, 24).press("#5", "A", "A").sees("verdient nog een blik: f toont ze").misses("Nagekeken").press(">", "A", "f").sees("9 van 9", "a bevestigen")
	s.press("down", "down", ".", ".", "A").sees("Nagekeken en bevestigd: 2 taken").press("esc", "esc").sees("! 7 verdienen een blik")
	s.press("f", "home", "down", "down", "home").sees("a bevestigen").press("a").sees("Nagekeken en bevestigd: 1 taak")
	s.press("end", "A").sees("Nagekeken en bevestigd: 6 taken").press("esc").misses("een blik:").press("ctrl+z").sees("6 verdienen een blik")
}

// TestAConfirmationIsCalledOne where it was made, where it is undone and in the history, and stays of what was tried.
func TestAConfirmationIsCalledOne(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Pooling, steps.Yes)))
	s := kept.sit(t, 80, 24).press("#5", "A", "#", "T", "enter", "#5").sees("1 verdient een blik").press("f", "a").sees("Nagekeken en bevestigd: 1 taak")
	s.press("#", "T", "end", "up", "enter").sees("Wat je probeerde, is bewaard").press("#5").misses("een blik")
	history := s.root.session.Spoken().History(s.root.session.Journal())
	if got, want := history[len(history)-1], "Servers en opslag beheren: nagekeken en bevestigd"; got != want {
		t.Errorf("the history says %q, want %q", got, want)
	}
	s.press("ctrl+z").sees("Servers en opslag beheren: nagekeken en bevestigd", "1 verdient een blik")
}

// TestMarkedTasksAloneAreAcceptedByEveryKey, also by the one that is for a whole part.
func TestMarkedTasksAloneAreAcceptedByEveryKey(t *testing.T) {
	t.Parallel()
	s := begun(t).recorded(answer(steps.Pooling, steps.Yes)).press("#5", ".", ".", "A").sees("overgenomen voor 2 taken", "kerntaken  2/14")
	s.press("esc", "#6", ".", ".", "E").sees("Voor 2 taken is de expertise in huis")
}

// TestReasonsForBothLevelsAreWeighed by the school: nothing is proposed of where the task is done.
func TestReasonsForBothLevelsAreWeighed(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Pooling, steps.Yes)))
	s := kept.sit(t, 80, 24).press("#5", "/", "Internetlijn", "esc", "x", "l").sees("afwegen ", "Waar: afwegen. Reden: schaalvoordeel, school zelf. Kies zelf waar.")
	s.press("a")
	if d := s.plan().Decisions.Of("internet-firewall"); d.Relevance != steps.Applies || d.Level != "" {
		t.Errorf("accepted: %+v", d)
	}
	s.press("a").sees("weeg je zelf af: kies het met i").press("A")
	if d := s.plan().Decisions.Of("internet-firewall"); d.Level != "" {
		t.Errorf("accepted with its group: %+v", d)
	}
	s.press("i").sees("Gekozen: school")
}

// TestEveryFilterIsReached, also while several tasks deserve a look.
func TestEveryFilterIsReached(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Pooling, steps.Yes)))
	s := kept.sit(t, 80, 24).press("#5", "A", ">", "A").sees("verdienen een blik", "en nog 6")
	for _, filter := range []string{"een blik verdient", "nog open staat", "zonder trekker"} {
		s.press("f").sees("Alleen", filter)
	}
	s.press("f").misses("Alleen").press("down", ".", "f", "f", "f", "f").sees("1 gemarkeerd", "Alleen gemarkeerd", "1 van 1")
}

// TestPagesLeaveNobodyOut of a large team, under which its sums stay in sight.
func TestPagesLeaveNobodyOut(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	var made []steps.Change
	for n := range 30 {
		made = append(made, steps.Change{Kind: steps.ChangeMember, Member: fmt.Sprintf("m%02d", n), Name: steps.Set(fmt.Sprintf("Collega%02d", n)), Hours: steps.Set(steps.Whole(2))})
	}
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", solved()...), steps.NewEntry("b", assets.Example()[0].At, "An", made...))
	s := kept.sit(t, 80, 24).press("#7", "home")
	seen := map[string]bool{}
	for range 8 {
		for _, c := range made {
			if name, _ := c.Name.Value(); strings.Contains(s.screen(), name) {
				seen[name] = true
			}
		}
		s.press("pgdown")
	}
	if len(seen) != len(made) {
		t.Errorf("%d of %d members were seen\n%s", len(seen), len(made), s.screen())
	}
}

// TestADecidedTaskSaysSoAtOnce: its sign, the count of its part and of all, and the line about it.
func TestADecidedTaskSaysSoAtOnce(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Pooling, steps.Yes)))
	s := kept.sit(t, 80, 24).press("#5").sees("▸ ○ Eerstelijnshelpdesk", "0 van 77", "kerntaken  0/14", "Eerstelijnshelpdesk · nog open")
	s.press("g", "t").sees("▸ ✓ Eerstelijnshelpdesk", "1 van 77", "kerntaken  1/14", "Eerstelijnshelpdesk · beslist")
}

// TestShortColumnsAreNamedInFullWithWhatTheyAsk where they are short for the titles of tasks.
func TestShortColumnsAreNamedInFullWithWhatTheyAsk(t *testing.T) {
	t.Parallel()
	s := inTable(t, steps.Expertise, "helpdesk-first-line").sees("Expertise Strat. Techn. Oplossing").press("right").sees("Strategisch: ")
	s.press("esc", "#5").sees("Schaal Spec Zelf Waar").press("x").sees("Schaalvoordeel: Win je geld of tijd").press("right", "right").sees("School zelf: ")
}

// TestAnAnsweredTaskWithoutSolutionIsNotOpen: it says what is to be chosen, as the count above does.
func TestAnAnsweredTaskWithoutSolutionIsNotOpen(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.press("#6", "/", "AI-beleid", "enter").sees("1 van 1 beantwoord", "! 1 zonder oplossing", "▸ ! AI-beleid", "nog geen oplossing").misses("nog open", "▸ ○")
}

// TestEscFirstShowsAllTasksAgain: with a search or a filter on, the first Esc clears it and stays, as the footer says; the second leaves.
func TestEscFirstShowsAllTasksAgain(t *testing.T) {
	t.Parallel()
	for name, narrowing := range map[string][]string{
		"a search": {"/", "zzz", "enter"}, "a filter": {"f"}, "a group": {"F"}, "the marked": {".", "f", "f", "f", "f"},
	} {
		s := inTable(t, steps.Tasks, "network-management").press(narrowing...)
		s.sees("esc "+map[bool]string{true: "markering weg", false: "alles tonen"}[name == "the marked"]).press("esc").sees("Stap 5 van 8", "esc terug").misses("Hier staan geen taken", "gemarkeerd")
		s.press("esc").misses("Stap 5 van 8")
		if t.Failed() {
			t.Fatal(name)
		}
	}
}

// TestLeavingATableClearsItsMarks: what was marked and is out of sight takes no later decision.
func TestLeavingATableClearsItsMarks(t *testing.T) {
	t.Parallel()
	for _, away := range [][]string{{"v"}, {"#"}, {"#6"}, {"esc"}} {
		s := inTable(t, steps.Tasks, "network-management").press(".", ".").sees("2 taken gemarkeerd").press("enter", "esc").sees("2 taken gemarkeerd")
		s.press(away...).misses("gemarkeerd")
		s.press("#5").sees("Stap 5 van 8").misses("gemarkeerd")
	}
	s := inTable(t, steps.Expertise, "network-management").press(".", "tab", "tab", "tab", "v").sees("Stap 7 van 8").misses("gemarkeerd")
	s.press("#6").sees("Stap 6 van 8")
}
