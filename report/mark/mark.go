// Package mark writes and reads what a document says of how it was made: which state of the plan it shows, and with
// which options, so that the same document can be made again.
//
// A mark reads stappenplan-1a2b3c4d-nl-prs6-7f3a9c: the fingerprint of the plan; the language; a letter for the subject,
// one for the way people are called, and one for each option that was chosen; the edition of the texts. What the letters
// of an option say must never change: documents carry them for years.
package mark

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"stappenplan/assets"
	"stappenplan/lazyregexp"
	"stappenplan/report"
)

// Mark is a mark as it was read.
type Mark struct {
	Fingerprint string         // of the plan
	Options     report.Options // how the document was made, where that is Known
	Known       Known
}

// Known says how much of a mark this program understands.
type Known string

// The ways. Only a document whose mark is understood in full can be made again.
const (
	InFull         Known = "in-full"
	WithoutOptions Known = "without-options" // of a document of before
	OtherOptions   Known = "other-options"   // that this program does not have
	OtherEdition   Known = "other-edition"   // of the texts
)

// letter is a letter of a mark, and what it stands for.
type letter[T any] struct {
	code string
	is   T
}

// subjects are the letters of what documents are about; one about nothing of a plan has no mark.
var subjects = []letter[report.Subject]{
	{"p", report.AboutPlan}, {"t", report.ForPolicy}, {"g", report.ForGroup}, {"n", report.ForMinutes}, {"a", report.ForMembers},
	{"o", report.ForSuccessor},
}

// names may be left to the document, which then has the first of them.
var names = []letter[report.Names]{{"r", report.NamesAsRoles}, {"r", ""}, {"i", report.NamesAsInitials}, {"f", report.NamesInFull}}

// switches are options that were chosen or not, in the order in which a mark has them.
var switches = []struct {
	code string
	get  func(report.Options) bool
	set  func(*report.Options)
}{
	{"d", func(o report.Options) bool { return o.Decisions != nil }, func(o *report.Options) { o.Decisions = &[]string{} }},
	{"m", func(o report.Options) bool { return o.Motivation }, func(o *report.Options) { o.Motivation = true }},
	{"n", func(o report.Options) bool { return o.Notes }, func(o *report.Options) { o.Notes = true }},
}

// sections is the letter before the sections, which are last: a number in hexadecimal digits.
const sections = "s"

// sectionBits are the names that a choice of sections can have; the first is worth 1, the next 2, and so on. New ones
// come at the end.
var sectionBits = []string{
	report.Everything, string(report.Brief), string(report.Detail), string(report.Annex),
	string(report.SectionStanding), string(report.SectionDecisions), string(report.SectionOutcomes), string(report.SectionGravest),
	string(report.SectionHours), string(report.SectionNext), string(report.SectionWeighing), string(report.SectionAdvice),
	string(report.SectionFindings), string(report.SectionTasks), string(report.SectionLevels), string(report.SectionSourcing),
	string(report.SectionTeam), string(report.SectionAgreements), string(report.SectionEvaluation), string(report.SectionFeedback),
	string(report.SectionDifferences), string(report.SectionSchool), string(report.SectionReckoning), string(report.SectionAnswers),
	string(report.SectionTaskAnswers), string(report.SectionResolutions), string(report.SectionSmallDifferences),
	string(report.SectionMandates), string(report.SectionActions), string(report.SectionActionAnswers),
	string(report.Deeper), string(report.SectionSheets), string(report.SectionSheetFindings),
}

// Code is what the mark of a document says behind its first word. Of options that no mark can say it has only the
// fingerprint.
func Code(fingerprint string, o report.Options) string {
	choices, can := choicesOf(o)
	if !can || o.Texts == nil {
		return fingerprint
	}
	language := o.Texts.Language
	return strings.Join([]string{fingerprint, string(language), choices, Edition(language)}, "-")
}

// choicesOf are the letters for what was chosen, where there are any.
func choicesOf(o report.Options) (code string, can bool) {
	subject := slices.IndexFunc(subjects, func(l letter[report.Subject]) bool { return l.is == o.Subject })
	called := slices.IndexFunc(names, func(l letter[report.Names]) bool { return l.is == o.Names })
	if subject < 0 || called < 0 {
		return "", false
	}
	code = subjects[subject].code + names[called].code
	for _, s := range switches {
		if s.get(o) {
			code += s.code
		}
	}
	bits := uint64(0)
	for _, section := range o.Sections {
		at := slices.Index(sectionBits, section)
		if at < 0 {
			return "", false
		}
		bits |= 1 << at
	}
	if bits > 0 {
		code += sections + strconv.FormatUint(bits, 16)
	}
	return code, true
}

// Parse reads what stands in a mark behind its first word.
func Parse(code string) Mark {
	pieces := strings.Split(code, "-")
	m := Mark{Fingerprint: pieces[0], Known: OtherOptions}
	switch {
	case len(pieces) == 1:
		m.Known = WithoutOptions
		return m
	case len(pieces) != 4:
		return m
	}
	language := assets.Language(pieces[1])
	options, known := optionsOf(pieces[2])
	if !known || !slices.Contains(assets.Languages, language) {
		return m
	}
	options.Texts = assets.Load(language)
	m.Options, m.Known = options, InFull
	if pieces[3] != Edition(language) {
		m.Known = OtherEdition
	}
	return m
}

// optionsOf reads the letters for what was chosen.
func optionsOf(code string) (o report.Options, known bool) {
	next := func(letter string) (is bool) {
		code, is = strings.CutPrefix(code, letter)
		return is
	}
	subject := slices.IndexFunc(subjects, func(l letter[report.Subject]) bool { return next(l.code) })
	called := slices.IndexFunc(names, func(l letter[report.Names]) bool { return next(l.code) })
	if subject < 0 || called < 0 {
		return o, false
	}
	o.Subject, o.Names = subjects[subject].is, names[called].is
	for _, s := range switches {
		if next(s.code) {
			s.set(&o)
		}
	}
	if next(sections) {
		bits, err := strconv.ParseUint(code, 16, 64)
		if err != nil || bits >= 1<<len(sectionBits) {
			return o, false
		}
		for i, section := range sectionBits {
			if bits&(1<<i) != 0 {
				o.Sections = append(o.Sections, section)
			}
		}
		code = ""
	}
	return o, code == ""
}

// rules is the edition of how the figures of a document are reckoned and what is printed of them. It goes up when a plan
// gets other figures or dates than before in the same words.
const rules = "2"

// Edition tells the texts in a language and the catalogue that are compiled in from those of other versions.
func Edition(language assets.Language) string {
	sum := sha256.Sum256([]byte(rules + assets.Edition(language)))
	return hex.EncodeToString(sum[:3])
}

var (
	whole = lazyregexp.New(`^` + report.MarkPattern + `$`)
	// inText is a mark on a page, where lines may break after its hyphens.
	inText  = lazyregexp.New(`stappenplan[-:]\s*[0-9a-f]{8}(?:-\s*[a-z]{2}-\s*[0-9a-z]+-\s*[0-9a-f]{6})?`)
	hyphens = strings.NewReplacer("\u2010", "-", "\u2011", "-", "\u2012", "-", "\u2013", "-", "\u00ad", "")
)

// Typed reads a mark that a person typed over, or pasted: capitals, blanks and the dashes of a word processor do not
// matter. The code is what stands behind its first word.
func Typed(text string) (code string, is bool) {
	text = strings.ToLower(hyphens.Replace(strings.Join(strings.Fields(text), "")))
	found := whole().FindStringSubmatch(text)
	if found == nil {
		return "", false
	}
	return found[1], true
}

// InText finds the last mark in the text of a document, as it stands at its end: what is behind its first word. It is
// empty where there is none.
func InText(text string) (code string) {
	all := inText().FindAllString(hyphens.Replace(text), -1)
	if all == nil {
		return ""
	}
	code, _ = Typed(all[len(all)-1])
	return code
}
