package plain

import (
	"bufio"
	"bytes"
	"regexp"
	"strings"
	"testing"

	"stappenplan/assets"
	"stappenplan/session"
	"stappenplan/store"
)

// sittings are what is typed in a first session, and in the example: by language, through all that can be talked about.
var sittings = map[assets.Language]map[string][]string{
	assets.Dutch: {
		"a first session": {
			"An Peeters", "De Linde", "j", "we beginnen", "verslag", "j", "", "", "nee", "", "", "4", "n", "", "n", "", "", "5", "?", "v", "v", "", "g", "n", "", "", "g", "l", "", "",
			"6", "", "", "7", "Bart Claes", "t", "4,5", "", "", "", "", "An Peeters", "i", "6", "", "", "", "", "", "1", "1 ?", "2 an", "j", "", "bart", "an", "1,5", "wie doet wat", "1", "", "",
			"8", "vlot", "", "an, bart", "15 mei", "", "", "", "document", "1", "2", "2", "", "", "2", "", "", "overzicht", "aandachtspunten", "waarom", "profiel", "", "", "", "", "", "acties", "1", "", "", "", "", "", "stop",
		},
		"the example": {
			"7", "zoek", "verdeling", "1", "1", "", "zoek als bart", "1", "n", "beslissingen", "1", "", "", "", "", "", "", "", "vergelijken", "1", "", "", "geschiedenis", "", "20", "1", "", "", "verdieping", "1", "1", "1", "", "", "", "",
			"zoals het was", "2", "overzicht", "terug naar nu", "wat als", "7", "zoek wifi", "1", "n", "wat als", "3", "apart", "1", "apart", "Jan", "j", "", "", "hulp", "hulp alles", "stop",
		},
	},
	assets.English: {
		"a first session": {
			"An Peeters", "De Linde", "y", "we begin", "minutes", "y", "", "", "no", "", "", "4", "n", "", "n", "", "", "5", "?", "p", "p", "", "a", "n", "", "", "a", "l", "", "",
			"6", "", "", "7", "Bart Claes", "t", "4.5", "", "", "", "", "An Peeters", "i", "6", "", "", "", "", "", "1", "1 ?", "2 an", "y", "", "bart", "an", "1.5", "who does what", "1", "", "",
			"8", "well", "", "an, bart", "15 May", "", "", "", "document", "1", "2", "2", "", "", "2", "", "", "overview", "findings", "why", "profile", "", "", "", "", "", "actions", "1", "", "", "", "", "", "stop",
		},
		"the example": {
			"7", "find", "division", "1", "1", "", "find if bart", "1", "n", "decisions", "1", "", "", "", "", "", "", "", "compare", "1", "", "", "history", "", "20", "1", "", "", "deeper", "1", "1", "1", "", "", "", "",
			"as it was", "2", "overview", "back to now", "what if", "7", "find wifi", "1", "n", "what if", "3", "apart", "1", "apart", "Jan", "y", "", "", "help", "help all", "stop",
		},
	},
}

// harms are what an ear cannot use: signs, hours of one letter, a score with a slash, and words for an eye or a hand at the screens.
var harms = map[string]*regexp.Regexp{
	"a sign":               regexp.MustCompile(`[\x{2190}-\x{2BFF}·≤≥~]`),
	"hours of one letter":  regexp.MustCompile(`\d [uh]\b`),
	"a slash for a number": regexp.MustCompile(`(^|[ :])\d+/\d+([;. ]|$)`),
	"a word for an eye":    regexp.MustCompile(`(?i)\b(hierboven|hieronder|hiernaast|linkerkant|rechterkant|hierlangs|ctrl|esc|F1|muis|klik|above|below|click|mouse)\b`),
}

// TestWhatIsHeardIsForEars: in whole sessions nothing is said twice in a row, no place is, and nothing needs an eye.
func TestWhatIsHeardIsForEars(t *testing.T) {
	t.Parallel()
	step := regexp.MustCompile(`(?m)^(Stap|Step) \d (van|of) 8: `)
	for language, list := range sittings {
		for name, typed := range list {
			var kept session.Journals = store.NewMemory()
			if name == "the example" {
				kept = exampleKept(t)
			}
			s := newSession(kept, "a")
			s.Texts = assets.Load(language)
			var out bytes.Buffer
			_, err := Run(s, bufio.NewReader(strings.NewReader(strings.Join(typed, "\n")+"\n")), &out, Options{
				Documents: []string{"pdf"}, Others: []string{"xlsx"}, Folder: "/home/an", Files: &folder{},
			})
			must(t, err)
			said, before := out.String(), ""
			for _, line := range strings.Split(said, "\n") {
				line = strings.TrimPrefix(line, ": ")
				refused := strings.HasPrefix(line, "Dat kan hier niet") || strings.HasPrefix(line, "That is not possible") // to each line that cannot be
				if line != "" && line == before && !refused {
					t.Errorf("%s, %s: heard twice: %q", language, name, line)
				}
				for what, harm := range harms {
					if harm.MatchString(line) {
						t.Errorf("%s, %s: %s in %q", language, name, what, line)
					}
				}
				if line != "" {
					before = line
				}
			}
			heading := ""
			for i, block := range strings.Split(said, "\n: ") {
				here := step.FindAllString(block, -1)
				if len(here) > 1 {
					t.Errorf("%s, %s: the place is said %d times: %q", language, name, len(here), block)
				}
				typedHere := i > 0 && i <= len(typed) && (len(typed[i-1]) > 1 || strings.ContainsAny(typed[i-1], "12345678")) // a word or a place, not an answer
				if len(here) == 1 && here[0] == heading && !typedHere {
					t.Errorf("%s, %s: the place is said again: %q", language, name, block)
				}
				heading = strings.Join(here, "")
			}
		}
	}
}

// TestWhatAPersonWroteIsHeardAsItIs: a day or an hour in it is no ratio and no number of hours.
func TestWhatAPersonWroteIsHeardAsItIs(t *testing.T) {
	t.Parallel()
	said, _ := lineByLine(t, exampleKept(t), assets.Dutch, "1", "", "Overleg op 15/3, om 16 u", "terug", "stop")
	says(t, said, "Nu: Overleg op 15/3, om 16 u")
	said, _ = lineByLine(t, exampleKept(t), assets.Dutch, "1", "", "Overleg op 15/3", "terug", "stop")
	says(t, said, "Nu: Overleg op 15/3\n")
}
