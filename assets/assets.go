// Package assets holds the words of the program, in Dutch and English, the built-in task catalogue and
// a worked example.
//
// People edit the YAML in nl/, en/, catalogue.yaml and example.yaml; `go generate ./assets` writes the JSON that is
// embedded (it is ten times as fast to read), and a test says when that is stale. All files of a
// language are one tree of texts, decoded strictly into [Texts]: a misspelt key fails the test, and
// code that asks for a text that does not exist does not compile. There is no fallback language: a test
// sees to it that both languages say everything.
package assets

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"

	"stappenplan/steps"
)

//go:generate go test . -run TestGenerated -update

//go:embed generated/nl.json
var dutch []byte

//go:embed generated/en.json
var english []byte

//go:embed generated/catalogue.json
var catalogue []byte

//go:embed generated/example.json
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

// Texts are all words of one language.
type Texts struct {
	Language Language `json:"-"`
	// Errors word the codes of errors: see [Texts.Error].
	Errors   map[string]Text
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
}

// Load gives the words of a language, always the same: they must not be changed. It panics when the embedded
// files are broken: a test keeps them whole.
func Load(language Language) *Texts {
	if language == English {
		return inEnglish()
	}
	return inDutch()
}

var (
	inDutch   = sync.OnceValue(func() *Texts { return loaded(Dutch, dutch) })
	inEnglish = sync.OnceValue(func() *Texts { return loaded(English, english) })
)

func loaded(language Language, source []byte) *Texts {
	t := &Texts{Language: language}
	if err := decode(source, t); err != nil {
		panic(fmt.Sprintf("texts of language %s: %v", language, err))
	}
	return t
}

// Catalogue gives the built-in task catalogue, which must not be changed. It is read once; a program that
// will need it can ask for it beside other work.
var Catalogue = sync.OnceValue(func() *steps.Catalogue {
	var c steps.Catalogue
	if err := decode(catalogue, &c); err != nil {
		panic(fmt.Sprintf("task catalogue: %v", err))
	}
	return &c
})

// Example gives the journal of an invented school: two rounds, the second not finished. It is Dutch in
// every language, being what the people of that school wrote.
var Example = sync.OnceValue(func() []steps.Entry {
	var journal struct{ Entries []steps.Entry }
	if err := decode(example, &journal); err != nil {
		panic(fmt.Sprintf("example: %v", err))
	}
	return journal.Entries
})

func decode(source []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(source))
	d.DisallowUnknownFields()
	return d.Decode(into)
}
