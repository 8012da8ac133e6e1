package pseudonym

import (
	_ "embed"
	"strings"
)

//go:embed ordinary.txt
var lists string

// These words are known in every language of a document: what people wrote is in whatever language they speak.
var (
	particles = wordSet("particles") // stand in names and do not tell who it is
	titles    = wordSet("titles")    // stand before a name and go with it
	noNames   = wordSet("noNames")   // people enter them in the place of a name, as they do words that end with a longer one
	ordinary  = wordSet("ordinary")  // can be a name too, or an account such as "lessen": in small letters they are no name
	months    = wordSet("months")    // in full or short; some are first names too
	saints    = wordSet("saints")    // stand before a name in that of a school or a street
)

// wordSet is one of the lists of words.
func wordSet(name string) map[string]bool {
	set := map[string]bool{}
	_, list, _ := strings.Cut(lists, name+":\n")
	list, _, _ = strings.Cut(list, "\n\n")
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

const shortestEnding = 6 // "leraar", "school"

// namesNobody says whether a word is entered in the place of a name: "Vacature", "Zorgcoördinator".
func namesNobody(word string) bool {
	for i := 1; i+shortestEnding <= len(word); i++ {
		if noNames[word[i:]] {
			return true
		}
	}
	return noNames[word]
}
