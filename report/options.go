package report

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/report/pseudonym"
	"stappenplan/steps"
)

// Options are what a summary needs beside the plan, and what a person chose.
type Options struct {
	Texts       *assets.Texts     // the reader's language
	Today       steps.Date        // the day to which dates are held
	LastChange  steps.Date        // the day of the last change; empty where not known
	Previous    *steps.Plan       // the plan as the previous round left it; nil in a first round
	Rounds      []steps.RoundLine // how each round ended, and how the present one stands
	People      []steps.Person    // all who were ever in the team; those of the plan and the previous one are known
	Fingerprint string            // what the mark says of the plan and these options, see package mark; empty where not known
	Origin      string            // the id of the plan's first entry: the same whatever becomes of the plan; empty where not known
	LastEntry   uint64            // the number of its last entry; 0 where not known
	WholeTo     uint64            // the number of the last entry that is whole, where the file of the plan is damaged; else 0

	Place      string    // where the plan is kept, for whoever takes it over; empty where it is not
	Subject    Subject   // what the document is about, or for whom it is
	Member     string    // the id of the member whose page it is, of one for a member
	Names      Names     // how people are called; roles where nothing is chosen
	Notes      bool      // notes and evidence are told too
	Motivation bool      // what members would like to do is told too
	Decisions  *[]string // take the place of the decisions that follow from the plan
	Sections   []string  // the parts and sections that are wanted, by id; all where none is named
	Logo       Logo      // the school's own picture, from [NewLogo]
}

// Subject says what a document is about.
type Subject string

// The subjects.
const (
	AboutPlan  Subject = ""            // the summary of the plan
	AboutBlank Subject = "blank"       // what is asked, to fill in by hand
	ForPolicy  Subject = "policy-plan" // what can be taken over in the ICT policy plan
	ForMember  Subject = "member"      // what one member does, with [Options].Member
	ForMembers Subject = "members"     // what each member does, on a page each
	ForGroup   Subject = "group"       // a letter to the school's group
	ForMinutes Subject = "minutes"     // what the board decided, for its minutes

	ForSuccessor Subject = "successor" // what someone needs who takes the coordination over
)

// SheetPages are the subjects that are a page of a deepening sheet.
func SheetPages(sheets []steps.Sheet) (subjects []Subject) {
	for _, s := range sheets {
		for _, page := range s.Pages {
			subjects = append(subjects, Subject(page.ID))
		}
	}
	return subjects
}

// SubjectsWithNotes are those whose documents tell notes where these are asked for.
var SubjectsWithNotes = []Subject{AboutPlan, ForMember, ForMembers, ForMinutes, ForSuccessor}

// Names says how people are called in a document.
type Names = pseudonym.Names

// The ways.
const (
	NamesAsRoles    = pseudonym.AsRoles
	NamesAsInitials = pseudonym.AsInitials
	NamesInFull     = pseudonym.InFull
)

// NamesChoices lists them, the usual one first.
var NamesChoices = []Names{NamesAsRoles, NamesAsInitials, NamesInFull}

// Everything names all parts of a document.
const Everything = "all"

// SectionChoices lists what [Options].Sections can name of a summary.
func SectionChoices() []string {
	return []string{
		Everything, string(Brief), string(Detail), string(Annex), string(Deeper), string(SectionSheets), string(SectionSheetFindings),
		string(SectionStanding), string(SectionDecisions), string(SectionOutcomes), string(SectionGravest), string(SectionHours), string(SectionNext),
		string(SectionWeighing), string(SectionActions), string(SectionAdvice), string(SectionFindings), string(SectionTasks), string(SectionLevels), string(SectionSourcing),
		string(SectionTeam), string(SectionAgreements), string(SectionEvaluation), string(SectionFeedback), string(SectionDifferences),
		string(SectionSchool), string(SectionReckoning), string(SectionAnswers), string(SectionTaskAnswers), string(SectionResolutions), string(SectionActionAnswers),
		string(SectionSmallDifferences),
	}
}

// PolicySectionChoices lists what [Options].Sections can name of the passages for a policy plan.
func PolicySectionChoices() []string {
	return []string{
		Everything, string(SectionTeam), string(SectionTasks), string(SectionLevels), string(SectionSourcing),
		string(SectionMandates), string(SectionAgreements), string(SectionFindings), string(SectionNext),
	}
}

// wants says whether a section is among those that were chosen.
func (o Options) wants(part PartID, section SectionID) bool {
	return len(o.Sections) == 0 || slices.ContainsFunc(o.Sections, func(chosen string) bool {
		return chosen == Everything || chosen == string(part) || chosen == string(section)
	})
}

// OptionsFor are the options of a document of the present plan, with what was chosen of it; texts are those of the
// person who chose. A document takes the day of the last change for today, so that the same journal gives the same bytes.
func OptionsFor(j *steps.Journal, texts *assets.Texts, chosen Options) Options {
	if chosen.Texts == nil {
		chosen.Texts = texts
	}
	if last := j.Len(); last > 0 {
		chosen.Today = steps.DateOf(j.Head(last).At)
		chosen.LastChange = chosen.Today
		chosen.Origin, chosen.LastEntry = j.Entry(1).ID, last
	}
	if previous, ok := j.Previous(); ok {
		chosen.Previous = &previous
	}
	chosen.Rounds, _ = j.RoundLines(chosen.Today) // what cannot be told is left out
	chosen.People = j.People()
	return chosen
}
