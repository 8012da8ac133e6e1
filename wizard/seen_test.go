package wizard

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// What an ICT coordinator looks for on the screens.

// TestTheFirstKeyAfterPageDownActs: what was scrolled away comes back, and the key does what it always does.
func TestTheFirstKeyAfterPageDownActs(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#3", "pgdown").misses("● Ja").press("down").sees("▸ Notitie")
	s.press("#3", "@choice", "pgdown", "pgdown").misses("● Ja").press("n").sees("je antwoordde: nee")
	if got := s.plan().Answers[steps.Policy].Choice; got != steps.No {
		t.Errorf("the answer is %q", got)
	}
	s.press("#2", "pgdown", "pgdown").misses("● Ja").press("right").sees("● Nee", "enter bewaren", "esc laat zo staan")
}

// TestTheEmptyOptionStandsLast, whether something was chosen or not, and is one key from the first.
func TestTheEmptyOptionStandsLast(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#", "s", "@school_level").sees("○ Ander onderwijs   ● Leeg").press("right").sees("● Basisonderwijs", "○ Ander onderwijs   ○ Leeg")
	s.press("enter", "@school_level").sees("○ Ander onderwijs   ○ Leeg").press("left", "enter")
	if level := s.plan().School.Level; level != "" {
		t.Errorf("the level is %q", level)
	}
	s.press("#4").misses("Leeg").press("right", "enter").press("@group_kind").sees("○ Geen groep   ○ Leeg")
}

// TestSheetsSayWhatTheyCount, also where there is little room.
func TestSheetsSayWhatTheyCount(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#", "G").sees("bij stap 1, 2 · ! 3 aandachtspunten", "bij stap 2, 3 · 11 regels")
	for line := range strings.Lines(s.screen()) {
		if _, count, counts := strings.Cut(line, " ! "); counts && !strings.Contains(count, "aandachtspunt") {
			t.Errorf("it does not say what it counts: %s", line)
		}
	}
}

// TestWhatIsCutIsReadAtTheCursor of the list of actions.
func TestWhatIsCutIsReadAtTheCursor(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#", "O").sees("▸ ! Op één blad zetten wat we doen als het…", "    … netwerk uitvalt")
	s.press("down").misses("het netwerk uitvalt").sees("▸   Bij de begeleidingsdienst vragen wie…", "    … helpt")
}

// TestWhatIsWholeIsNotReadAgain, though it ends the way something cut does.
func TestWhatIsWholeIsNotReadAgain(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#", "O", "+").press("Vragen wie er helpt hoezo…", "enter", "esc")
	s.press("@vragen-wie-er-helpt-hoezo").sees("▸   Vragen wie er helpt hoezo…").misses("… hoezo…")
}

// TestSignsInATableAreExplained, as many as it has.
func TestSignsInATableAreExplained(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#5").sees("○ open  (…) voorstel").press("tab").sees("○ open  (…) voorstel").press("down", "down").sees("· Hoeft hier niet: deze taak doet de groep.")
	s.press("tab").sees("○ open  · hoeft niet").misses("(…) voorstel")
}

// TestTheOverviewNamesTheDecisionAsked, such as the one that follows from a no.
func TestTheOverviewNamesTheDecisionAsked(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#1", "j", "#2", "j", "#3", "n", "#").sees("1 gevraagd").misses("Eerst: Een ICT-beleidsp") // whole, or not at all
	s.send(tea.WindowSizeMsg{Width: 110, Height: 24})
	s.sees("1 gevraagd  Eerst: Een ICT-beleidsplan")
}

// TestHeadingsAreWholeWordsWhereThereIsRoom.
func TestHeadingsAreWholeWordsWhereThereIsRoom(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 200, 45).press("#5").sees("Specialist Zelf").misses("Spec. ")
	s.press("tab").sees("Strategisch Technisch Oplossing").misses("Strat.")
}

// TestTheHoursOfStep7AddUp: what the members carry, what nobody does and what is done at the group come to the hours at school.
func TestTheHoursOfStep7AddUp(t *testing.T) {
	t.Parallel()
	exampleSchool(t, assets.Dutch).sit(t, 80, 40).press("#7").sees("36 van 37,5 uur", "+ niet verdeeld 3,5 uur · 2 taken nu, 2 later", "− bij de groep  0,5 uur · 1 taak", "= op school", "! 39 van 37,8 uur")
}

// TestAProposalTakenGoesOnToTheNextTask that asks something, in the table of tasks as in a division; on a task that asks nothing the
// cursor stays.
func TestAProposalTakenGoesOnToTheNextTask(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#5").sees("▸ ○ Eerstelijnshelpdesk").press("a").sees("▸ ○ Tweedelijnshelpdesk", "✓ Eerstelijnshelpdesk")
	s.press("a", "up", "up").sees("▸ ✓ Eerstelijnshelpdesk").press("a").sees("▸ ✓ Eerstelijnshelpdesk")
	s = exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#7", "@division", "enter", ">").sees("▸ ○ AI-gebruik in de klas")
	s.press("a").sees("Voorstel van verdeling", "Yusuf").press("A").sees("Verdeling bewaard voor 1 taak", "▸ ○ Hulpsoftware")
}

// TestHoursTypedAtAProposalAreKept, and what is estimated only by the key for that.
func TestHoursTypedAtAProposalAreKept(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An",
		steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An"), Hours: steps.Set(steps.Whole(40))},
		steps.Change{Kind: steps.ChangeTask, Task: "ict-vision", Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short)}))
	s := kept.sit(t, 80, 24).press("#", "7", "V").sees("~0,5", "U schattingen", "typ je de uren van deze taak").press("u").sees("▸ Uren per week")
	s.press("3", "enter", "esc").sees("Voorstel van verdeling", " 3 ").misses("~0,5").press("A")
	if task, _ := s.plan().Task("ict-vision"); task.Owner != "an" || task.Hours == nil || *task.Hours != steps.Whole(3) {
		t.Errorf("kept: %+v", task.Decision)
	}
}

// TestAPlaceThatWasTakenOverSaysWhatWouldExplainIt, while none of it is answered.
func TestAPlaceThatWasTakenOverSaysWhatWouldExplainIt(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#4", "right", "enter", "Groep", "enter", "j", "#5").sees("▸ ○ Eerstelijnshelpdesk").press("A", "up", "down").sees("Gekozen: school. Schaalvoordeel, specialist en school zelf")
	s.press("x").misses("zijn nog leeg")
}

// TestTheOverviewIsReadWhole: nothing on it is cut in the smallest usual window.
func TestTheOverviewIsReadWhole(t *testing.T) {
	t.Parallel()
	for _, language := range assets.Languages {
		exampleSchool(t, language).sit(t, 80, 24).press("#").misses("…")
	}
}

// TestAnOpenTaskSaysWhereItWillBeDone, also where nothing is proposed, and a task that was dropped does not.
func TestAnOpenTaskSaysWhereItWillBeDone(t *testing.T) {
	t.Parallel()
	s := newSchool()
	fill(t, s.store, steps.NewEntry("a", assets.Example()[0].At, "An", steps.Change{Kind: steps.ChangeSchool, GroupKind: steps.Set(steps.SchoolGroup)}, answer(steps.Pooling, steps.Yes)))
	table := s.sit(t, 80, 24).press("#5", "/", "tweedelijns", "enter").sees("Tweedelijnshelpdesk                (ja)  (nu)                     (school)")
	table.press("enter", "@level").sees("● (school)")
	table.press("esc", "t", "t", "t", "g").sees("schrappen").misses("Waar: school")
}

// TestAStepThatIsLaterSaysSoOnce, and what can be done there already.
func TestAStepThatIsLaterSaysSoOnce(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#8").sees("Eerst komt stap 7 aan de beurt: ICT-team.", "Vul alvast in wat je weet")
	s.misses("nog niet aan de beurt", "Begin met de eerste vraag")
}

// TestADigitSaysWhereDigitsWork on a list, a table and a form.
func TestADigitSaysWhereDigitsWork(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	for _, step := range []string{"#1", "#5", "#7", "#8"} {
		s.press(step, "3").sees("3 doet hier niets: cijfers gaan op het overzicht naar een stap.")
	}
}

// TestTheColumnsOfActionsAreNamed above what they hold.
func TestTheColumnsOfActionsAreNamed(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 120, 36).press("#", "O")
	var heads, row string
	for _, line := range strings.Split(s.screen(), "\n") {
		if strings.Contains(line, "Stand") {
			heads = line
		} else if strings.Contains(line, "Katrien") && row == "" {
			row = line
		}
	}
	at := func(line, text string) int { return len([]rune(line[:max(0, strings.Index(line, text))])) }
	for head, cell := range map[string]string{"Wie": "Katrien", "Tegen": "11 dec", "Stand": "plannen"} {
		if at(heads, head) == 0 || at(heads, head) != at(row, cell) {
			t.Errorf("%s stands at %d, %s at %d:\n%s\n%s", head, at(heads, head), cell, at(row, cell), heads, row)
		}
	}
}

// TestTheSumsOfTheTeamStayInSight in the smallest usual window, also where the rows above them go on below it.
func TestTheSumsOfTheTeamStayInSight(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#7")
	sums := []string{"Leden samen", "+ niet verdeeld 3,5 uur", "− bij de groep  0,5 uur", "= op school     ██████│▓ ! 39 van 37,8 uur"}
	s.sees(append(sums, "Yusuf Demir")...)
	for range 6 {
		s.press("down").sees(sums...)
	}
	for _, sum := range sums {
		if strings.Count(s.screen(), sum) != 1 {
			t.Errorf("%q is not there once:\n%s", sum, s.screen())
		}
	}
	s.press("@note").misses("= op school")
	exampleSchool(t, assets.Dutch).sit(t, 80, 20).press("#7").sees(append(sums, "┄┄┄")...) // where the people do not fit
}

// TestEnterAfterPageDownSaysWhereItIs: it shows the row it is about, and does it only then; in a list the cursor goes along.
func TestEnterAfterPageDownSaysWhereItIs(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#3", "@choice", "pgdown", "pgdown").misses("● Ja")
	s.press("enter").sees("Terug bij ‘Ja’: Enter doet het.", "● Ja").press("enter").misses("Terug bij")
	s.press("#8", "enter", "Begin", "pgdown", " ").sees("Begin ").misses("Terug bij")
	s.press("#7", "home", "pgdown").sees("▸ ").press("enter").misses("Terug bij", "── Stap 7", "Leden samen")
	s.press("#7", "home", "pgdown", "pgup").sees("▸ ", "Stap 7 van 8")
}

// TestWordsSayWhatIsSo: why a key does nothing, where hours are still to be set, and a month with its capital.
func TestWordsSayWhatIsSo(t *testing.T) {
	t.Parallel()
	s := inTable(t, steps.Expertise, "helpdesk-first-line").press("p").sees("! Hier ontbreekt geen expertise")
	s.recorded(steps.Change{Kind: steps.ChangeMember, Member: "an", Hours: steps.Clear[steps.Decimal]()}).press("#7", "@capacity", "pgdown")
	if seen := strings.Join(strings.Fields(s.screen()), " "); !strings.Contains(seen, "de uren van een lid") || strings.Contains(seen, "bij de taakverdeling") {
		t.Errorf("where hours are set:\n%s", s.screen())
	}
	s.press("#8", "@next_evaluation", "30/2/2027", "esc", "#8", "@next_evaluation").sees("! Niet bewaard. Februari heeft 28")
}

// TestTheFirstScreenIsReadWholeWhereThePathIsLong, in the smallest usual window: the source of the questions gives way to it.
func TestTheFirstScreenIsReadWholeWhereThePathIsLong(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/home/an/plan.db", "/home/an/" + strings.Repeat("documenten-van-de-school/", 4) + "plan.db"} {
		s := newSchool().sit(t, 80, 24)
		s.root.session.Place = path
		w := s.root.session.Texts.Wizard
		for _, seen := range []string{string(w.FirstWhat), "plan.db", string(w.Begin)} {
			if screen := s.screen(); !strings.Contains(screen, seen) {
				t.Errorf("%q is not on the screen:\n%s", seen, screen)
			}
		}
	}
}

// TestHoursInADivisionAreWhole in the smallest usual window, also estimated ones with two decimals.
func TestHoursInADivisionAreWhole(t *testing.T) {
	t.Parallel()
	kept := newSchool()
	hours, err := steps.ParseDecimal("12.25")
	must(t, err)
	needed := steps.Change{Kind: steps.ChangeTask, Task: "ict-vision", Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short)}
	known := needed
	known.Task, known.Hours = "ict-policy-plan", steps.Set(hours)
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An",
		steps.Change{Kind: steps.ChangeMember, Member: "an", Name: steps.Set("An"), Hours: steps.Set(steps.Whole(40))}, needed, known))
	kept.sit(t, 80, 24).press("#", "7", "V").sees(" ~12,25 ", " 12,25 ")
}

// TestADivisionCountsTasks and not what can be asked about those that nobody takes; what does nothing any more is not offered.
func TestADivisionCountsTasks(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#7", "V").sees("1/2", "A alles hier").press("down").sees("2 van 2").press("down").sees("▸ → Vraag", "A alles hier").misses("a voorstel", "van 3")
	s.press("A").sees("Verdeling bewaard voor 1 taak").misses("A alles hier", "0 taken")
	s.press("A").sees("Er is niets om te bewaren.", "── Voorstel van verdeling ──")
}

// TestWhatIsAskedIsReadFromItsFirstSentence before a backup is put back, however much that takes away.
func TestWhatIsAskedIsReadFromItsFirstSentence(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	s.root.options.Plans = true
	s.root.options.Files = &disk{copies: []screen.Backup{{File: "long", When: "30 november 2026, 15:08", Holds: "11 wijzigingen", Sound: true}}}
	s.press("ctrl+k", "terugzetten", "enter", "@long", "enter").sees("Terug naar 30 november", "↓ meer", "enter verder lezen")
	s.press("enter").sees("Terugzetten (j)")
}

// TestHelpAtStep6NamesItsKeys, and the key of the other sheet says which those are.
func TestHelpAtStep6NamesItsKeys(t *testing.T) {
	t.Parallel()
	s := begun(t).recorded(steps.Change{Kind: steps.ChangeTask, Task: "helpdesk-first-line", Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short)})
	s.press("#6", "A").sees("Geen voorstel hier: e zegt of de expertise er is, E van een heel deel")
	s.at(screen.Place{Kind: screen.Help, ID: "expertise"})
	s.press("esc", "#6").send(tea.KeyPressMsg{Code: tea.KeyF1})
	s.sees("Met E is ze er voor een heel deel").misses("Neem een heel deel aan met A")
}

// TestWhatIsShownIsNotAll: where a filter hides what is open, that is said, and all that was brought together is confirmed by one key.
func TestWhatIsShownIsNotAll(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#5", "A", ">", "A", "f").sees("wat een blik verdient", "a bevestigen", "A alles bevestigen")
	s.press("A", ">", "A", ">").sees("Wat nu getoond wordt, is beslist; esc toont alle taken.")
	s.press("esc", ">").misses("beslist;").sees("▸ ○")
}

// TestWhatIsProposedInBracketsIsWhole, also that a task does not apply.
func TestWhatIsProposedInBracketsIsWhole(t *testing.T) {
	t.Parallel()
	for width, said := range map[int]string{80: "(geldt niet)", 120: "(geldt niet)", 200: "(geldt niet)"} {
		s := begun(t).recorded(steps.Change{Kind: steps.ChangeSchool, GroupKind: steps.Set(steps.NoGroup)}).press("#5", "/", "andere scholen", "enter")
		s.send(tea.WindowSizeMsg{Width: width, Height: 24})
		s.sees("ICT-overleg met de andere scholen", said).misses("geldt ni…")
	}
}

// TestUndoLeavesWhatItTookBack: who takes back what was just made is where they made it.
func TestUndoLeavesWhatItTookBack(t *testing.T) {
	t.Parallel()
	s := begun(t).recorded(steps.Change{Kind: steps.ChangeMember, Member: "koen", Name: steps.Set("Koen De Smet")})
	s.at(screen.Place{Kind: screen.MemberCard, ID: "koen"})
	s.press("M").sees("Bespreken met Koen De Smet")
	if made := s.plan().Actions[0]; made.Owner != "" {
		t.Errorf("%s is to talk with themselves", made.Owner)
	}
	s.press("ctrl+z").misses("Dit is er niet meer").sees("── Koen De Smet", "Ongedaan gemaakt")
}

// TestHintsAreWholeWords in the smallest usual window.
func TestHintsAreWholeWords(t *testing.T) {
	t.Parallel()
	s := begun(t).recorded(steps.Change{Kind: steps.ChangeMember, Member: "koen", Name: steps.Set("Koen De Smet")})
	s.at(screen.Place{Kind: screen.MemberCard, ID: "koen"})
	s.press("@mandate", "up").sees("wat mag deze persoon zelf beslissen…")
}

// TestEnterIsNamedByWhatItDoes: where its row was scrolled out of sight it shows that again.
func TestEnterIsNamedByWhatItDoes(t *testing.T) {
	t.Parallel()
	s := taking(t).press("enter", "enter", "enter").sees("── Wat er wijzigt", "enter openen")
	s.send(tea.WindowSizeMsg{Width: 80, Height: 14})
	s.press("pgdown").misses("enter openen").sees("enter terug naar de cursor").press("enter").sees("▸ Neem dit over", "enter openen")
}
