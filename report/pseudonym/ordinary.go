package pseudonym

import "strings"

// These words are known in every language of a document: what people wrote is in whatever language they speak.

// particles stand in names and do not tell who it is.
var particles = wordSet(`de den der het een van vande vanden vander ter ten te la le les du des del di da dos el al ben
	von zu the en und et and i y`)

// titles stand before a name and go with it.
var titles = wordSet(`mevrouw mevr mw mijnheer meneer heer deheer dhr juf juffrouw juffr meester mr mrs ms miss mister madam sir
	dr ir ing prof professor zuster broeder pater`)

// noNames are words that people enter in the place of a name: they name nobody, nor do words that end with a longer one.
var noNames = wordSet(`ict it school team teamlid lid leden groep gemeenschap gemeente stad bestuur raad commissie
	nieuw nieuwe tweede derde ander andere anderen iemand niemand nog onbekend vacature vacant later intern interne
	leraar leraars leerkracht leerkrachten lerares leidster collega stagiair vervanger interim opvoeder
	directie directeur directrice secretariaat secretaris administratie technieker beheerder adviseur begeleider
	medewerker ondersteuner verantwoordelijke onderhoud coordinator ouder ouders leerling leerlingen
	technisch pedagogisch algemeen adjunct extern externe firma bedrijf leverancier partner helpdesk dienst
	informatica wiskunde
	new second other someone somebody nobody unknown vacancy teacher teachers colleague staff member management director
	principal secretary administration technician manager coordinator supplier company external group office support
	technical pedagogical general`)

// namesakes are first names that are also ordinary words, in Dutch or in English: in small letters they stand for those.
var namesakes = wordSet(`amber angel april august bill blanche carol chance charity chase christian cliff constant crystal
	dahlia daisy dale dawn dean desire door drew dries duke elke engel ernst faith fern fleur flora forest frank frans gene
	ginger gloria grace grant greet harm harmony hazel heather holly hope hunter iris jack jade jasmijn joke joule joy julia
	juli june juni just kent kerst koen kristal lance lane laurel leen lente lief lies lieve lily linde lotus maart major mare
	margriet marjolein mark mars mees melissa mercy merel merit merry miles modest noor octaaf olive opal paris parel
	pascal patience pearl penny peter pier piet poppy prince prins prosper raven rein riet river robin roman roos rose
	rosemary rozemarijn ruby sandy scala sierra staf stella storm summer toon trees trui valentijn viola violet willow will
	winter wolf zomer`)

// months are first names that are also months, in full or short.
var months = wordSet(`jan april mei juni juli augustus may june july august`)

// namesNobody says whether a word is entered in the place of a name: "Vacature", "Zorgcoördinator".
func namesNobody(word string) bool {
	for i := 1; i+shortestEnding <= len(word); i++ {
		if noNames[word[i:]] {
			return true
		}
	}
	return noNames[word]
}

const shortestEnding = 6

// wordSet is a set of words, which are keys.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}
