// Package assets holds the words of the program, in Dutch and English, the built-in task catalogue, the deepening
// sheets and a worked example.
//
// People edit the YAML in nl/, en/, sheets/, catalogue.yaml and example.yaml; `go generate ./assets` writes from them what
// the program holds, the words as Go (there is nothing to read when it starts) and the example as JSON, and a
// test says when that is stale. All files of a language are one tree of texts, decoded strictly into [Texts]: a
// misspelt key fails the test, and code that asks for a text that does not exist does not compile. There is no
// fallback language: a test sees to it that both languages say everything.
package assets

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"

	"stappenplan/steps"
)

//go:generate go test . -tags generate -run TestGenerated -update

//go:embed generated_example.json
var example []byte

// Language is a language the program speaks.
type Language string

// The languages.
const (
	Dutch   Language = "nl"
	English Language = "en"
)

// Languages lists them, the first one being the default.
var Languages = []Language{Dutch, English}

// Spelling is the language as documents name it, so that it is spelled and read aloud as here: nl-BE, en-GB.
func (l Language) Spelling() string { return map[Language]string{Dutch: "nl-BE", English: "en-GB"}[l] }

// Texts are all words of one language.
type Texts struct {
	Language Language `json:"-"`
	// Errors word the codes of errors: see [Texts.Error].
	Errors map[string]Text
	// Causes word why a system refused something, as what stands at {cause} in Errors.
	Causes   map[string]Text
	Plan     PlanTexts
	Common   CommonTexts
	Changes  ChangeTexts
	Commands CommandTexts
	Wizard   WizardTexts
	Plain    PlainTexts
	Report   ReportTexts
	Document DocumentTexts
	Workbook WorkbookTexts
	Explain  ReasonTexts
	// Comparison says what changed between two moments.
	Comparison ComparisonTexts
	// Past are the words of the screens about what was.
	Past     PastTexts
	Schools  SchoolsTexts
	Division DivisionTexts
	// Backups are the words of backups, and of putting one back.
	Backups BackupTexts
	// Encryption are the words of passphrases, and of what stands under one.
	Encryption EncryptionTexts
	// Erase are the words of erasing for good.
	Erase EraseTexts
	// Merge are the words of joining two copies of a plan.
	Merge     MergeTexts
	Voices    VoiceTexts
	Importing ImportingTexts
	// Sheets are the words of the deepening sheets by id, SheetCommon those that they share.
	Sheets      map[string]SheetWords
	SheetCommon SheetCommonTexts
	// Levels are what a level of education says otherwise: see [Texts.For].
	Levels map[steps.SchoolLevel][]LevelWord

	usual  *Texts            // what these are said for, where a level says them
	aloud  bool              // hours and ratios are in whole words
	listed map[string]string // texts of the built-in catalogue as that level says them
}

// Load gives the words of a language, always the same: they must not be changed.
func Load(language Language) *Texts {
	if language == English {
		return inEnglish()
	}
	return inDutch()
}

// Edition tells the words of a language, the catalogue and the sheets from those of other versions.
func Edition(language Language) string {
	if language == English {
		return englishEdition + catalogueEdition + sheetsEdition
	}
	return dutchEdition + catalogueEdition + sheetsEdition
}

var (
	inDutch   = sync.OnceValue(func() *Texts { return in(Dutch, dutch()) })
	inEnglish = sync.OnceValue(func() *Texts { return in(English, english()) })
)

func in(language Language, texts Texts) *Texts {
	texts.Language = language
	return &texts
}

// Catalogue gives the built-in task catalogue, which must not be changed.
var Catalogue = sync.OnceValue(func() *steps.Catalogue {
	c := catalogue()
	return &c
})

// Example gives the journal of an invented school: two rounds, the second not finished. It is Dutch in
// every language, being what the people of that school wrote. It is read once; a program that will need it can
// ask for it beside other work.
var Example = sync.OnceValue(func() []steps.Entry {
	var journal journal
	if err := json.Unmarshal(example, &journal); err != nil {
		panic(fmt.Sprintf("example: %v", err)) // a test keeps it whole
	}
	return journal.Entries
})

// journal is how the example is written down.
type journal struct{ Entries []steps.Entry }
