package assets

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"stappenplan/steps"
)

// found is a text with the place where it stands.
type found struct {
	text     Text
	optional bool
}

// all finds every text in a value, whatever its structs are called, by its place: "Plan.Steps.vision.Signs.2".
func all(v reflect.Value, place string, optional bool, into map[string]found) {
	switch v.Kind() {
	case reflect.String:
		into[place] = found{Text(v.String()), optional}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if field.Tag.Get("json") == "-" || !field.IsExported() {
				continue
			}
			all(v.Field(i), place+"."+field.Name, optional || field.Tag.Get("optional") == "true", into)
		}
	case reflect.Slice:
		if v.Len() == 0 {
			into[place] = found{"", optional}
		}
		for i := range v.Len() {
			all(v.Index(i), fmt.Sprintf("%s.%d", place, i+1), optional, into)
		}
	case reflect.Map:
		if v.Len() == 0 {
			into[place] = found{"", optional}
		}
		for _, key := range v.MapKeys() {
			all(v.MapIndex(key), fmt.Sprintf("%s.%v", place, key), optional, into)
		}
	}
}

// textsOf are all texts of a language that say something, by place, and the places that should.
func textsOf(language Language) (texts map[string]Text, empty []string) {
	return textsIn(Load(language))
}

func textsIn(t *Texts) (texts map[string]Text, empty []string) {
	into := map[string]found{}
	all(reflect.ValueOf(*t), "", false, into)
	texts = map[string]Text{}
	for place, f := range into {
		if !steps.Blank(string(f.text)) {
			texts[place[1:]] = f.text
		} else if !f.optional {
			empty = append(empty, place[1:])
		}
	}
	slices.Sort(empty)
	return texts, empty
}

func TestBothLanguagesSayEverything(t *testing.T) {
	nl, lacking := textsOf(Dutch)
	if lacking != nil {
		t.Errorf("nl says nothing at %s", strings.Join(lacking, ", "))
	}
	en, lacking := textsOf(English)
	if lacking != nil {
		t.Errorf("en says nothing at %s", strings.Join(lacking, ", "))
	}
	for _, place := range slices.Sorted(maps.Keys(nl)) {
		if _, ok := en[place]; !ok && !further.MatchString(place) && !particular.MatchString(place) {
			t.Errorf("en lacks %s", place)
		}
	}
	for _, place := range slices.Sorted(maps.Keys(en)) {
		if _, ok := nl[place]; !ok && !further.MatchString(place) && !particular.MatchString(place) {
			t.Errorf("nl lacks %s", place)
		}
	}
}

// further is a place in a list beyond the first: a language may have more words for the same.
var further = regexp.MustCompile(`\.([2-9]|\d\d+)$`)

// particular is a place where each language has words of its own.
var particular = regexp.MustCompile(`^(Workbook\.Earlier|Levels)\.|^Sheets\..*\.Short$`)

var placeholder = regexp.MustCompile(`\{([a-zA-Z][a-zA-Z0-9_]*)(:[^{}|]+\|[^{}|]+)?\}`)

func TestBothLanguagesFillInTheSame(t *testing.T) {
	nl, _ := textsOf(Dutch)
	en, _ := textsOf(English)
	for _, place := range slices.Sorted(maps.Keys(nl)) {
		dutch, english := placeholders(place, nl[place]), placeholders(place, en[place])
		if _, both := en[place]; both && !slices.Equal(dutch, english) {
			t.Errorf("%s: nl fills in %v, en %v", place, dutch, english)
		}
	}
}

// placeholders are those of a text, sorted; one thing need not be counted in figures.
func placeholders(place string, text Text) (names []string) {
	for _, found := range placeholder.FindAllStringSubmatch(string(text), -1) {
		if name := "{" + found[1] + "}"; name != "{n}" || !strings.HasSuffix(place, ".One") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func TestTextsAreWellFormed(t *testing.T) {
	for _, language := range Languages {
		found, _ := textsOf(language)
		for place, text := range found {
			s := string(text)
			if steps.Clean(s) != s || !utf8.ValidString(s) {
				t.Errorf("%s %s holds control characters: %q", language, place, s)
			}
			if rest := placeholder.ReplaceAllString(s, ""); strings.ContainsAny(rest, "{}") {
				t.Errorf("%s %s has a broken placeholder: %s", language, place, s)
			}
		}
	}
}

// loud is an exclamation mark after a word; GO! is a name.
var loud = regexp.MustCompile(`\p{L}!`)

// formal is a Dutch text that does not say je.
var formal = regexp.MustCompile(`(?i)\buw\b|\b(kan|kunt|bent|hebt|heeft|moet|wil|wilt|mag|als|wat) u\b|\bu (kan|kunt|bent|hebt|heeft|moet|wil|wilt|mag)\b`)

func TestToneIsCalm(t *testing.T) {
	for _, language := range Languages {
		found, _ := textsOf(language)
		for place, text := range found {
			s := strings.ReplaceAll(string(text), "GO!", "GO")
			if loud.MatchString(s) {
				t.Errorf("%s %s has an exclamation mark: %s", language, place, s)
			}
			if language == Dutch && formal.MatchString(s) {
				t.Errorf("%s %s is not in the je-form: %s", language, place, s)
			}
		}
	}
}

// A YAML reader of version 1.1 takes yes and no for booleans.
func TestYesAndNoAreTexts(t *testing.T) {
	nl, en := Load(Dutch), Load(English)
	for got, want := range map[string]string{
		string(nl.Common.Yes): "ja", string(nl.Common.No): "nee", string(en.Common.Yes): "yes", string(en.Common.No): "no",
		nl.Value("choice", "no"): "nee", en.Value("choice", "yes"): "yes", en.Value("expertise", "no"): "missing",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestNumbersAndDaysAreLocal(t *testing.T) {
	nl, en := Load(Dutch), Load(English)
	for got, want := range map[string]string{
		nl.Number(steps.Tenths(342)): "34,2", en.Number(steps.Tenths(342)): "34.2", nl.Number(steps.Whole(4)): "4",
		nl.Whole(9999): "9999", en.Whole(9999): "9999", nl.Whole(12850): "12\u00a0850", en.Whole(1000000): "1\u00a0000\u00a0000",
		nl.Number(steps.Hundredths(5714285)): "57\u00a0142,85", en.Number(steps.Hundredths(5714285)): "57\u00a0142.85",
		nl.Number(steps.Hundredths(-25)): "−0,25", en.Number(-steps.Whole(12850)): "−12\u00a0850", nl.Money(1999): "1999 euro", nl.Money(11760): "11\u00a0760 euro",
		nl.WholePercent(15): "15\u00a0%", en.WholePercent(15): "15%", nl.RoundedPercent(0): "minder dan 1\u00a0%", en.RoundedPercent(3): "about 3%",
		Plural{One: "1 wijziging", Other: "{n} wijzigingen"}.For(12850): "12\u00a0850 wijzigingen",
		nl.Date("2026-09-01"): "1 september 2026", en.Date("2026-03-12"): "12 March 2026", nl.Date("soon"): "soon",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	for _, texts := range []*Texts{nl, en} {
		if len(texts.Common.Months) != 12 || len(texts.Common.ShortMonths) != 12 {
			t.Error("a year has twelve months")
		}
	}
	for word, want := range map[string]int{"mrt": 3, "Mar": 3, "maart": 3, "sep": 9, "Sept": 9, "okt": 10, "oct": 10, "mei": 5, "may": 5, "ma": 0, "": 0, "weekday": 0} {
		if got := Month(word); got != want {
			t.Errorf("%q is month %d, not %d", word, got, want)
		}
	}
}

// TestPercentagesAreWrittenInOnePlace: no text sets a sign of its own behind what it fills in.
func TestPercentagesAreWrittenInOnePlace(t *testing.T) {
	own := regexp.MustCompile(`[}\d]\s?%`)
	for _, language := range Languages {
		found, _ := textsOf(language)
		for place, text := range found {
			if place != "Common.Percent" && own.MatchString(string(text)) {
				t.Errorf("%s %s says: %s", language, place, text)
			}
		}
	}
}

func TestFillingIn(t *testing.T) {
	for number, want := range map[string]string{"1": "1 hour", "at least 1": "at least 1 hour", "1.5": "1.5 hours", "11": "11 hours", "11\u00a0001": "11\u00a0001 hours"} {
		if got := Text("{n} {n:hour|hours}").Fill("n", number); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := Text("{a} and {b}").Fill("a", "{b}", "b", 2); got != "{b} and 2" {
		t.Errorf("what is filled in is filled in again: %q", got)
	}
	if got := Text("{a}. {b}.").Fill("a", "A.", "b", "Hoe loopt het?"); got != "A. Hoe loopt het?" {
		t.Errorf("got %q", got)
	}
	p := Plural{One: "1 taak van {who}", Other: "{n} taken van {who}"}
	for n, want := range map[int]string{0: "0 taken van An", 1: "1 taak van An", 3: "3 taken van An"} {
		if got := p.For(n, "who", "An"); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestErrorsAreSaidInWords(t *testing.T) {
	nl := Load(Dutch)
	broken := fmt.Errorf("open plan: %w", &steps.BrokenError{Entry: 41, Cause: fmt.Errorf("x")})
	if got := nl.Error(broken); !strings.Contains(got, "wijziging 41") {
		t.Errorf("a broken journal: %q", got)
	}
	if got := nl.Error(fmt.Errorf("disk\x1b[2J full")); !strings.Contains(got, "disk full") {
		t.Errorf("an error without words: %q", got)
	}
}

// plural is one thing called as if it were several.
var plural = regexp.MustCompile(`\b1 (regels|bytes|tekens|wijzigingen|lines|entries|characters|changes|times)\b`)

func TestErrorsReadWellWithACountOfOne(t *testing.T) {
	for _, language := range Languages {
		texts := Load(language)
		for code := range texts.Errors {
			if got := texts.Sentence(code, map[string]string{"whole": "1", "size": "1", "n": "1", "expected": "16384"}); plural.MatchString(got) {
				t.Errorf("%s %s: %s", language, code, got)
			}
		}
	}
}

func TestUnknownLanguageOfCatalogueFallsBack(t *testing.T) {
	if got := Load(English).In(steps.Words{"nl": "Robotlab"}); got != "Robotlab" {
		t.Errorf("got %q", got)
	}
}

// BenchmarkLoad is what a start of the program costs here.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		dutch()
		catalogue()
	}
}

// severalOf are words for more than one thing, or what more than one does.
var severalOf = map[Language]*regexp.Regexp{
	Dutch: regexp.MustCompile(`(^|[^\pL\d.,])1 (nieuwe |eigen |open )?(taken|leden|teamleden|dagen|weken|maanden|jaren|leraren|leerlingen|scholen|stappen|wijzigingen|acties|beslissingen|` +
		`aandachtspunten|plannen|rijen|regels|kolommen|vragen|antwoorden|tekens|cijfers|woorden|minuten|bestanden|afspraken|verschillen|keren|rondes|dingen|punten|` +
		`zijn|hebben|worden|blijven|tellen|liggen|staan|komen|vragen|kunnen|moeten)\b`),
	English: regexp.MustCompile(`(^|[^\pL\d.,])1 (more |new |own |open )?(hours|tasks|members|days|weeks|months|years|teachers|pupils|schools|steps|changes|actions|decisions|` +
		`findings|plans|rows|lines|columns|questions|answers|characters|digits|letters|words|minutes|files|agreements|differences|times|rounds|things|points|euros|bytes|` +
		`are|have|were|stay|need|take|count)\b|\b(are|were) 1\b`),
}

// neverOne are the places where no number can be 1: what is fixed, what is only told of many, what asks for more, and what is no number.
var neverOne = regexp.MustCompile(`^(Changes\.Counted\.|Errors\.(report-changed-more|no-such-day|planfile-too-|refused-too-|too-many-entries|file-cut)|` +
	`Wizard\.(TooLong|StepsDone)|Sheets\.improvement\.Findings\.checkpoint-due|Merge\.(Adds|Beside)\.|Plan\.Actions\.AfterSix$|` +
	`Report\.Decisions\.start-project\.|Changes\.Parts\.backup$|Division\.(LineBackup|StepsIn|Stranded)|Explain\.Facts\.backup$)`)

// TestOneIsNotSeveral fills in 1 wherever a text takes a number.
func TestOneIsNotSeveral(t *testing.T) {
	for _, language := range Languages {
		found, _ := textsOf(language)
		for _, place := range slices.Sorted(maps.Keys(found)) {
			filled := []any{}
			for _, name := range placeholders(place, found[place]) {
				value := "1"
				if strings.HasSuffix(place, ".Other") && name == "{n}" {
					value = "7" // the text for 1 is another
				}
				filled = append(filled, strings.Trim(name, "{}"), value)
			}
			if said := found[place].Fill(filled...); severalOf[language].MatchString(said) && !neverOne.MatchString(place) {
				t.Errorf("%s %s says: %s", language, place, said)
			}
		}
	}
}
