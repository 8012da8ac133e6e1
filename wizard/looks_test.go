package wizard

import (
	"image/color"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"stappenplan/assets"
	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// TestTheFirstScreenShowsThePath, what this is, that everything stays here, and one thing to do, without scrolling.
func TestTheFirstScreenShowsThePath(t *testing.T) {
	t.Parallel()
	s := newSchool().sit(t, 80, 24).sees("in acht stappen naar een ICT-team", "Alles blijft op deze computer", "▸ Begin met stap 1", "○ 1 Bewustzijn", "· 8 Evaluatie", "/home/an/stappenplan.db")
	s.misses("↓ meer").press("enter").sees("wie vult dit in?")
}

// TestAStepTakenIsSeenOnThePath, and so is a round.
func TestAStepTakenIsSeenOnThePath(t *testing.T) {
	t.Parallel()
	begun(t).press("#1", "j").sees("✓━━━○───·───·───·───·───·───·  1 van 8 stappen", "deze stap is gezet", "▸ Verder naar stap 2")
	kept := newSchool()
	fill(t, kept.store, steps.NewEntry("a", assets.Example()[0].At, "An", append(solved(),
		steps.Change{Kind: steps.ChangeEvaluation, Collaboration: steps.Set("vlot"), Composition: steps.Set("zo laten")})...))
	kept.sit(t, 80, 24).press("#").sees("✓━━━✓━━━✓━━━✓━━━✓━━━✓━━━✓━━━✓  8 van 8 stappen", "Alle acht stappen zijn gezet")
}

// TestATableSaysWhereYouAre: what the column asks, which task it is of how many, and of which part, however far one is down; and
// in a wide window, beside the rows, what was decided about the task.
func TestATableSaysWhereYouAre(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#5").sees("− Technische kerntaken  14/14", "━━━━━━━━━━━━", "Eerstelijnshelpdesk · beslist · geldt · nu nodig · 1 van 79 ┄", "Geldt deze taak ergens: op je school of op scholen van de groep?")
	s.press("right").sees("Wanneer is ze nodig?").press("end").press("up", "up", "up", "up", "up").sees("− Beleidstaken  14/14", " 27 van 79 ┄")
	s.send(tea.WindowSizeMsg{Width: 200, Height: 60})
	s.sees(" 27 van 79 ┄", "│ Expertise")
	s.onPointer()
	s.send(tea.WindowSizeMsg{Width: 130, Height: 40}) // no room beside the rows, so the headings are whole
	s.sees(" 27 van 79 ┄", "Specialist School zelf Waar")
}

// TestThePaperStandsBesideThePlan in a very wide window, as it is now, beside what belongs to the plan and nothing else.
func TestThePaperStandsBesideThePlan(t *testing.T) {
	t.Parallel()
	s := begun(t)
	s.send(tea.WindowSizeMsg{Width: 160, Height: 40})
	s.press("#2").sees("│ Samenvatting voor het schoolbestuur", "│ In het kort", "2  Gedragen visie   nog niet")
	s.press("#1", "j", "enter").sees("1  Bewustzijn       ja", "Stap 2 van 8").onPointer()
	s.press("#5").sees("│ Samenvatting voor het schoolbestuur", " · 1 van 77 ┄").onPointer()
	s.press("ctrl+k").misses("Samenvatting voor het schoolbestuur (ctrl+s)").press("esc", "?").misses("│ In het kort")
	s.press("esc", "ctrl+s").sees("│ Voor het bestuur", "│ In het kort").press("@subject", "right", "right", "enter").sees("│ Voor het beleidsplan")
	s.send(tea.WindowSizeMsg{Width: 159, Height: 40})
	s.misses("│ Voor het beleidsplan")
}

// TestWhatIsSaidInTwoLinesCoversNothing of a page that fills the window.
func TestWhatIsSaidInTwoLinesCoversNothing(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 120, 30).press("#5", "end")
	s.root.notice = strings.Repeat("wat er te zeggen is ", 9)
	s.send(tea.WindowSizeMsg{Width: 120, Height: 30})
	s.sees("wat er te zeggen is wat er").onPointer()
}

// TestPointingAtAnAnswerIsLooking: it says that nothing is kept yet, and Esc or any other way out leaves the answer as it was; going on to
// the next field answers. One ahead of the path says from when on it counts.
func TestPointingAtAnAnswerIsLooking(t *testing.T) {
	t.Parallel()
	s := begun(t).press("#2", "right").sees("nog niet bewaard", "enter bewaren", "esc laat zo staan").press("esc").sees("Niets bewaard: je koos nog geen antwoord.")
	s.press("#2", "right", "#", "#2").misses("● Ja")
	s.press("right", "enter").sees("bewaard ✓", "Deze stap telt mee zodra stap 1 gezet is: Bewustzijn.")
	s.press("#2", "@choice", "right", "esc").sees("Niets gewijzigd: je antwoord blijft Ja.")
	s.press("#2", "@choice", "right", "tab").sees("Antwoord: Nee · ctrl+z maakt dit ongedaan")
	if got := s.plan().Answers[steps.Vision].Choice; got != steps.No {
		t.Errorf("the answer is %q", got)
	}
	s.press("#1", "j").sees("Goed, deze stap is gezet.")
}

// TestConfirmingSaysWhatAStepStillWaitsFor.
func TestConfirmingSaysWhatAStepStillWaitsFor(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 120, 36).press("#7", "@confirm", "enter")
	s.sees("Bevestigd. De stap is klaar als ook dit er is: Nog 2 taken zonder trekker.", "2 taken nu, 2 later", "De school heeft 37,8 uur uit haar middelen, de leden samen 37,5: 0,3 uur is nog aan niemand")
}

// TestWhatToMindOfNamesIsReadBeforeADocumentIsMade, in the smallest usual window.
func TestWhatToMindOfNamesIsReadBeforeADocumentIsMade(t *testing.T) {
	t.Parallel()
	exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#", "ctrl+s").sees("Lees het na: namen van wie", "▸ Maak het bestand", "Rekenblad, agenda of alle gegevens")
}

// TestALegendBreaksBetweenSignsOnly, however wide the window is: on the overview, in help and above the members.
func TestALegendBreaksBetweenSignsOnly(t *testing.T) {
	t.Parallel()
	for _, language := range assets.Languages {
		s := exampleSchool(t, language).sit(t, 120, 36)
		w := s.root.session.Spoken().Wizard
		seen := 0
		for _, place := range []screen.Place{{Kind: screen.Overview}, {Kind: screen.Help, ID: "other"}, screen.StepPlace(steps.Team)} {
			for width := 34; width <= 150; width += 2 {
				s.at(place).send(tea.WindowSizeMsg{Width: width, Height: 60})
				s.press("end", "end")
				for _, legend := range []assets.Text{w.MapLegend, w.LoadLegend} {
					for _, sign := range strings.Split(string(legend), "  ") {
						begin := strings.Join(strings.Fields(sign)[:2], " ")
						for line := range strings.Lines(s.screen()) {
							if strings.Contains(line, begin) && strings.Contains(line, "  ") && len(strings.Fields(sign)) > 2 && !strings.Contains(line, sign) {
								t.Errorf("%s, %d wide: %q is broken\n%s", language, width, sign, s.screen())
							}
							if strings.Contains(line, sign) {
								seen++
							}
						}
					}
				}
			}
		}
		if seen < 500 {
			t.Errorf("only %d signs were seen", seen)
		}
	}
}

// onPointer fails unless the terminal's cursor stands on the sign of the row that is chosen, or on what stands behind it; below a table on
// the line that says that row.
func (s *sitting) onPointer() {
	s.t.Helper()
	cursor := s.root.View().Cursor
	if _, row, _ := strings.Cut(s.screen(), "▸ "); cursor != nil && row != "" {
		name, _, _ := strings.Cut(strings.TrimLeft(row, "✓○!–·+− "), "  ")
		if strings.HasPrefix(s.cursorLine(), strings.TrimSuffix(name, "…")) {
			return
		}
	}
	if cursor == nil || !strings.Contains(ansi.Cut(strings.Split(s.screen(), "\n")[cursor.Y], cursor.X-2, cursor.X+1), "▸") {
		s.t.Errorf("the cursor is at %v:\n%s", cursor, s.screen())
	}
}

// TestAQuestionIsSeenWithItsAnswer in the smallest usual window, however long the question and its signs are, with what follows from
// the answer under the cursor: below it, and in a wide window beside it. An empty note says that it is.
func TestAQuestionIsSeenWithItsAnswer(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	for _, step := range steps.Tree[:4] {
		s.press("#"+string('0'+rune(step.Number))).sees("Ja (j)", "Ja betekent").onChosen("Ja (j)")
	}
	s.press("#3", "right").sees("→ Voor de directie: Maak hier eerst werk van", "→ Voor de ICT-coördinator: Focus op").onChosen("Nee (n)")
	s.press("right").sees("De stap blijft open").misses("Maak hier eerst werk van")
	s.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	s.sees("│ Bij ‘nog te bespreken’").press("left").sees("│ Bij ‘nee’", "Open Pictos samen met de").press("esc").sees("── ")

	fresh := begun(t).press("#1").sees("Wat uit je antwoord volgt, zie je hier")
	fresh.press("right").sees("→ Verder naar stap 2").misses("Wat uit je antwoord").press("down").sees("│nog leeg")
}

// onChosen fails unless the terminal's cursor stands on an option.
func (s *sitting) onChosen(option string) *sitting {
	s.t.Helper()
	cursor := s.root.View().Cursor
	if cursor == nil || !strings.HasPrefix(ansi.Cut(strings.Split(s.screen(), "\n")[cursor.Y], cursor.X, 200), "● "+option) {
		s.t.Errorf("the cursor is at %v, not on %s:\n%s", cursor, option, s.screen())
	}
	return s
}

// TestHelpBeginsWithTheScreen: three lines on what it is, its keys, and what the words on it mean.
func TestHelpBeginsWithTheScreen(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 50)
	f1 := tea.KeyPressMsg{Code: tea.KeyF1}
	for _, at := range []struct{ keys, about, term string }{
		{"#3", "Eén vraag, voor jullie school", "bewijs"}, {"#5", "Alle ICT-taken van je school", "termijn"}, {"#7", "De mensen van het ICT-team", "trekker"},
	} {
		s.press(at.keys).send(f1)
		s.sees("── Hulp", at.about, "Woorden op dit scherm", "  "+at.term+" ").press("esc")
	}
	s.press("#", "s").send(f1)
	s.sees("Ga met de pijlen naar een regel of een veld.")
	for _, language := range assets.Languages {
		for topic, about := range assets.Load(language).Wizard.HelpAbout {
			if len(about) != 3 {
				t.Errorf("%s: %d lines on %s", language, len(about), topic)
			}
		}
	}
}

// TestWhatIsFoundShowsItsKey, so that one learns it.
func TestWhatIsFoundShowsItsKey(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#", "ctrl+k", "aandachtspunten").sees("scherm     !").press("esc")
	s.press("ctrl+k", "ongedaan").sees("opdracht   ctrl+z").press("esc", "ctrl+k", "bewustzijn").sees("stap 1     1")
}

// TestTheOverviewIsTheMap: the branches stand where there is room, at the step with the cursor where there is little, and what
// waits beside the tree in a wide window.
func TestTheOverviewIsTheMap(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24).press("#").sees("· ! 8 aandachtspunten ◀", "┃ Mensen en middelen", "   9 aandachtspunten ", " ! toont alles", "   ! 2 taken zonder trekker").misses("├━ja")
	s.press("@pooling").sees("▸ ✓ 4 Samenwerken", "├━ja → Takenoverzicht, samen met de groep", "├ nee → Takenoverzicht, als school")
	s.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	s.sees("├━ja → Takenoverzicht, samen met de groep", "├━nee → aantrekken, uitbesteden", "✓ gezet  ○ wacht  · nog niet", "│   ! 2 taken zonder trekker")
	s.press("right").onPointer()
	s.press("enter").sees("Beslissingen").press("#", "@vision", "right", "left").sees("▸ ✓ 2 Gedragen visie")
	s.send(tea.WindowSizeMsg{Width: 200, Height: 60})
	s.sees("│ Samenvatting voor het schoolbestuur", "In het kort", "│ …")

	alone := newSchool()
	fill(t, alone.store, steps.NewEntry("a", assets.Example()[0].At, "An", answer(steps.Awareness, steps.Yes), answer(steps.Vision, steps.No)))
	alone.sit(t, 80, 40).press("#").sees("× 2 Gedragen visie", "├━! Voor de directie: Maak hier eerst werk van", "├━! Voor de ICT-coördinator: Focus op de technische kerntaken.")
}

// TestTheCursorStandsWhereTheRowIsTold: its line says which row it is and how that stands, and the place in the list is told once.
func TestTheCursorStandsWhereTheRowIsTold(t *testing.T) {
	t.Parallel()
	s := exampleSchool(t, assets.Dutch).sit(t, 80, 24)
	line := func() string { return strings.Split(s.screen(), "\n")[s.root.View().Cursor.Y] }
	for _, at := range []struct{ keys, row, state, place string }{
		{"#5", "Eerstelijnshelpdesk", "geldt · nu nodig", "1 van 79 "}, {"#6", "AI-beleid en afspraken", "nog geen oplossing · expertise ontbreekt", "43 van 52"}, {"#2", "Ja (j)", "●", ""},
	} {
		s.press(at.keys)
		if got := line(); !strings.Contains(got, at.row) || !strings.Contains(got, at.state) || at.place != "" && strings.Count(s.screen(), at.place) != 1 {
			t.Errorf("%s: the cursor stands on %q:\n%s", at.keys, got, s.screen())
		}
	}
}

// TestTheTerminalKnowsItsGroundBest: until it answers, the first look is that of what is known before.
func TestTheTerminalKnowsItsGroundBest(t *testing.T) {
	t.Parallel()
	r := newRoot(newSchool().sit(t, 80, 24).root.session, Options{Light: true})
	if light := screen.NewLook(false, colorprofile.TrueColor); r.look != light {
		t.Error("the first look is not light")
	}
	r.Update(tea.BackgroundColorMsg{Color: color.Black})
	if dark := screen.NewLook(true, colorprofile.TrueColor); r.look != dark {
		t.Error("what the terminal answered does not count")
	}
}

// TestTheTeamSaysWhichHoursAreAll: beside a sum that is not whole stands no percentage, and nothing is wanting of hours that are not all
// filled in.
func TestTheTeamSaysWhichHoursAreAll(t *testing.T) {
	t.Parallel()
	with := func(id string, hours steps.Field[steps.Decimal]) steps.Change {
		return steps.Change{Kind: steps.ChangeMember, Member: id, Name: steps.Set(assets.Capital(id)), Hours: hours}
	}
	task := func(id, owner string, hours steps.Field[steps.Decimal]) steps.Change {
		return steps.Change{Kind: steps.ChangeTask, Task: id, Relevance: steps.Set(steps.Applies), Horizon: steps.Set(steps.Short), Owner: steps.Set(owner), Hours: hours}
	}
	whole := func(n int64) steps.Field[steps.Decimal] { return steps.Set(steps.Whole(n)) }
	open := steps.Field[steps.Decimal]{}
	s := newSchool()
	fill(t, s.store, steps.NewEntry("e", time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC), "An",
		with("an", whole(10)), with("bart", open), task("network-management", "an", whole(6)), task("wifi-management", "an", open), task("helpdesk-first-line", "bart", whole(20))))
	for _, width := range []int{80, 120} {
		sat := s.sit(t, width, 36).press("#7")
		sat.sees("minstens 6 van 10 uur", "20 van ? uur", "minstens 26 van minstens 10 uur").misses("%", "! minstens 26", "! 26")
	}
}
