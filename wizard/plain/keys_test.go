package plain

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"stappenplan/assets"
)

// ways are what is typed in the example for what a key does on the screens, and what is heard then.
var ways = map[string]struct {
	typed []string
	heard string
}{
	"a": {[]string{"zoek wifi", "1"}, "Geldt deze taak"}, ">": {[]string{"7", ">"}, "Wie trekt deze taak?"}, "f": {[]string{"blik"}, "een blik verdient"}, "A": {[]string{"5", "?"}, "Het voorstel van dit programma"},
	"c": {[]string{"zoek wifi", "1", "", "", ""}, "gespecialiseerde kennis"}, "l": {[]string{"zoek wifi", "1", "", "", "", ""}, "best zelf op"},
	"x": {[]string{"zoek wifi", "1", "", ""}, "één keer gebeurt"}, "i": {[]string{"zoek wifi", "1", "", "", "", "", ""}, "s school, g groep"},
	"g": {[]string{"zoek wifi", "1"}, "g geldt"}, "t": {[]string{"zoek wifi", "1", ""}, "n nu nodig"}, "m": {[]string{"zoek wifi", "1"}, ""},
	"e": {[]string{"6", ""}, "Is de expertise"}, "p": {[]string{"zoek AI-beleid", "1", "6"}, "expertise"}, "E": {[]string{"6"}, "beoordeeld."},
	"o": {[]string{"wie doet wat", "1", "1"}, "Wie trekt deze taak?"}, "r": {[]string{"wie doet wat", "1", "1", ""}, "Wie springt in?"},
	"U": {[]string{"zoek verdeling"}, "Voorstel van verdeling"}, "u": {[]string{"wie doet wat", "1", "1", "", ""}, "Hoeveel uren per week kost deze taak?"},
	"K": {[]string{"zoek Bart", "1", "", "", "", "", ""}, "Wat kent deze persoon al?"}, "W": {[]string{"zoek Bart", "1", "", "", "", "", "", ""}, "Wat doet deze persoon graag?"},
	"h": {[]string{"geschiedenis"}, "Welke regel wil je zien?"}, "C": {[]string{"vergelijken"}, "Vanaf welk moment"}, "T": {[]string{"wat als"}, "Je probeert nu op een kopie"},
	"I": {[]string{"zoek overnemen"}, "Een lijst of een bestand overnemen"}, "V": {[]string{"zoek verdeling"}, "Voorstel van verdeling"}, "v": {[]string{"1", ""}, ""},
	"M": {[]string{"zoek wifi", "1", "maak actie"}, "Wie doet het?"}, "O": {[]string{"acties"}, "Nog te doen"}, "X": {[]string{"acties", "1"}, "g gedaan"},
	"w": {[]string{"7", "waarom"}, "uren"}, "s": {[]string{"profiel"}, "Hoe heet je school?"}, "P": {[]string{"hulp"}, ""}, "q": {[]string{"stop"}, ""},
	"G": {[]string{"verdieping"}, "De hele keten"}, "!": {[]string{"aandachtspunten"}, "Het plan vraagt"}, "\"": {[]string{"zoek notitie bij stap 5", "1"}, "noteren"},
	"/": {[]string{"zoek wifi"}, "1  Wifi beheren"}, "=": {[]string{"7"}, "Stap 7 van 8"}, "+": {[]string{"zoek voeg iemand toe", "1"}, "Wie zit er nog in het ICT-team?"},
	"space": {[]string{"zoek wifi", "1"}, "g geldt, a aangepast"}, "Enter": {[]string{"2"}, "Enter houdt dit"}, "Del": {[]string{"zoek Bart", "1"}, "haalt deze persoon uit het team"},
	"shift+↑": {[]string{"verdieping", "2", "1", "1", "", "", "", ""}, ""}, "shift+↓": {nil, ""},
}

// notLineByLine are the keys that have no way there, with the reason.
var notLineByLine = map[string]string{
	"F": "narrows a table that is seen", "z": "sorts what is seen; here one question follows the other", ".": "marks rows that are seen",
}

// TestEveryKeyHasItsWayLineByLine, as docs/KEYS.md lists them: what it does is asked or said, or it is one of a few.
func TestEveryKeyHasItsWayLineByLine(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/KEYS.md")
	must(t, err)
	_, table, _ := strings.Cut(string(page), "| key | does |")
	table, _, _ = strings.Cut(table, "## Line by line")
	keys := map[string]bool{}
	for _, row := range strings.Split(table, "\n") {
		for i, cell := range strings.Split(row, " | ") {
			if i%2 == 1 || strings.HasPrefix(row, "|---") {
				continue
			}
			cell = strings.Trim(cell, "| ")
			for _, key := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cell, -1) {
				keys[key[1]] = true
			}
			for _, key := range []string{"shift+↑", "shift+↓", "space", "Enter", "Del"} {
				if strings.Contains(cell, key) {
					keys[key] = true
				}
			}
		}
	}
	if len(keys) < 40 {
		t.Fatalf("only %d keys in the page: %v", len(keys), keys)
	}
	kept := exampleKept(t)
	for key := range keys {
		way, there := ways[key]
		if _, except := notLineByLine[key]; there == except {
			t.Errorf("%s: a way %t, an exception %t", key, there, except)
			continue
		}
		said, _ := lineByLine(t, kept, assets.Dutch, append(way.typed, "stop")...)
		if !strings.Contains(said, way.heard) {
			t.Errorf("%s: %q leads not to %q:\n%s", key, way.typed, way.heard, said)
		}
	}
}
