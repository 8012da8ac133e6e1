package plain

import (
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/steps"
)

// TestOneComesBackFromALook to the question where one typed the word for it, at another step too; accepting a part says that word.
func TestOneComesBackFromALook(t *testing.T) {
	t.Parallel()
	for _, passes := range []string{"", "w"} {
		said, _ := talk(t, adultSchool(t), "Technische kerntaken", "v", "‘blik’ gaat ze na.\n\nBeleidstaken", "w", "Technische taken", "v", "Pedagogisch-didactische taken: 0 van", "blik", "w slaat ze over", passes,
			"Pedagogisch-didactische taken: 0 van", "3", "Stap 3", "blik", "w slaat ze over", passes, "Stap 3 van 8", "stop")
		if strings.Contains(said, "Ontbreekt er een taak?") || passes == "" && !strings.Contains(said, "kan ze wachten?") {
			t.Error(said)
		}
	}
	said, _ := talk(t, adultSchool(t), append(acceptAll, "verdienen een blik.\n", "blik", "w slaat ze over", "w", "Ontbreekt er een taak?", "stop")...)
	says(t, said, "Ontbreekt er een taak?")
}

// TestWhatIsUndoneIsAskedAgain, also where it was answered in an earlier conversation; where it is done again too.
func TestWhatIsUndoneIsAskedAgain(t *testing.T) {
	t.Parallel()
	kept := adultSchool(t)
	lineByLine(t, kept, assets.Dutch, "v", "stop")
	said, _ := lineByLine(t, kept, assets.Dutch, "zoek eigen taak", "1", "ongedaan", "opnieuw", "stop")
	says(t, said, "Ontbreekt er een taak? Typ hoe ze heet.\nEnter slaat over\n: Ongedaan gemaakt: 14 taken beslist\n\nTechnische kerntaken: 0 van 14",
		"Opnieuw gedaan: 14 taken beslist\n\nTechnische kerntaken: 14 van 14")
	lineByLine(t, kept, assets.Dutch, "1", "j", "een nota", "stop")
	said, _ = lineByLine(t, kept, assets.Dutch, "zoek eigen taak", "1", "ongedaan", "stop")
	says(t, said, "Ongedaan gemaakt: Stap 1", "Wil je er iets bij noteren?")
	other := newSession(kept, "c")
	must(t, other.Reload())
	must(t, other.Record(steps.Change{Kind: steps.ChangeTask, Task: "wifi-management", Horizon: steps.Set(steps.Long)}))
	said, _ = lineByLine(t, kept, assets.Dutch, "ongedaan", "stop")
	says(t, said, "\nTaak: Wifi beheren\nWanneer is ze nodig?")
	said, _ = lineByLine(t, kept, assets.Dutch, "blik", "", "j", "ongedaan", "opnieuw", "stop")
	says(t, said, "Een kerntaak, voorstel later: kan ze wachten?\nj ja, n nee, Enter slaat over\n: Opnieuw gedaan: Servers en opslag beheren")
	says(t, said, "nagekeken en bevestigd\n\nWanneer is ze nodig?\nNu: later")
}

// TestHelpSaysHowOneSearchesWhereTextIsTyped: there the word alone, as a sentence would be the answer.
func TestHelpSaysHowOneSearchesWhereTextIsTyped(t *testing.T) {
	t.Parallel()
	words := assets.Load(assets.Dutch).Plain
	said, _ := talk(t, adultSchool(t), "Technische kerntaken", "hulp", string(words.FindFirst), "zoek eigen taak", "Waar ga je heen?", "1", "Ontbreekt er een taak?", "hulp", string(words.FindTyping), "stop")
	if strings.Count(said, string(words.FindFirst)) != 1 {
		t.Error(said)
	}
}

// TestHelpNamesTheLettersOfAPart, which differ from step to step.
func TestHelpNamesTheLettersOfAPart(t *testing.T) {
	t.Parallel()
	for language, words := range map[assets.Language][]string{assets.Dutch: {"hulp", "‘v’ neemt de voorstellen van dat deel aan", "‘a’ zegt dat de expertise er is"},
		assets.English: {"help", "‘p’ accepts the proposals of that part", "‘a’ says that the expertise is there"}} {
		letters := assets.Load(language).Plain.Letters["group-question"]
		for i, step := range []string{"5", "6"} {
			said, _ := lineByLine(t, exampleKept(t), language, step, words[0], "stop")
			says(t, said, words[i+1], "‘"+string(letters["accept"])+"’")
		}
	}
}

// TestFindingsAreCountedAndSoAreTheirKinds, where some are of one kind.
func TestFindingsAreCountedAndSoAreTheirKinds(t *testing.T) {
	t.Parallel()
	kept := exampleKept(t)
	found := newPlan(t, kept).Findings(newSession(kept, "b").Today())
	said, _ := lineByLine(t, kept, assets.Dutch, "overzicht", "stop")
	says(t, said, assets.Load(assets.Dutch).FindingsCounted(found)+".", " aandachtspunten, van ")
}

// TestOneLeavesATrialByStopping twice: the first time it is said what becomes of it, and help says how one leaves.
func TestOneLeavesATrialByStopping(t *testing.T) {
	t.Parallel()
	kept := exampleKept(t)
	before := entriesOf(t, kept)
	said, _ := talk(t, kept, "Stap", "wat als", "niets wordt bewaard", "2", "Gedragen visie", "n", "Genoteerd.", "hulp", "Twee keer ‘stop’", "wat als", "Wat doe je met", "stop", "Typ nog eens ‘stop’", "stop")
	if entriesOf(t, kept) != before {
		t.Error(said)
	}
}
