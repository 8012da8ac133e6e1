package report

import (
	"slices"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Options are what a summary needs beside the plan, and what a person chose.
type Options struct {
	Texts       *assets.Texts  // the reader's language
	Today       steps.Date     // the day to which dates are held
	LastChange  steps.Date     // the day of the last change; empty where not known
	Previous    *steps.Plan    // the plan as the previous round left it; nil in a first round
	People      []steps.Person // all who were ever in the team; those of the plan and the previous one are known
	Fingerprint string         // tells this state of the plan from any other; empty where not known

	Names      Names     // how people are called; roles where nothing is chosen
	Motivation bool      // what members would like to do is told too
	Decisions  *[]string // take the place of the decisions that follow from the plan
	Sections   []string  // the parts and sections that are wanted, by id; all where none is named
	Logo       Logo      // the school's own picture, from [NewLogo]
}

// Names says how people are called in a document.
type Names string

// The ways.
const (
	NamesAsRoles    Names = "roles"    // "teacher 2": numbered only where a role occurs more than once
	NamesAsInitials Names = "initials" // "B.C."
	NamesInFull     Names = "full"
)

// NamesChoices lists them, the usual one first.
var NamesChoices = []Names{NamesAsRoles, NamesAsInitials, NamesInFull}

// Everything names all parts of a document.
const Everything = "all"

// sectionIDs are the sections of a summary and of the passages for a policy plan.
var sectionIDs = []SectionID{
	SectionStanding, SectionDecisions, SectionGravest, SectionHours, SectionNext, SectionAdvice, SectionFindings,
	SectionTasks, SectionLevels, SectionSourcing, SectionTeam, SectionMandates, SectionAgreements, SectionEvaluation,
	SectionFeedback, SectionDifferences, SectionSchool, SectionAnswers, SectionTaskAnswers, SectionSmallDifferences,
}

// SectionChoices lists what [Options].Sections can name.
func SectionChoices() []string {
	choices := []string{Everything, string(Brief), string(Detail), string(Annex)}
	for _, id := range sectionIDs {
		choices = append(choices, string(id))
	}
	return choices
}

// wants says whether a section is among those that were chosen.
func (o Options) wants(part PartID, section SectionID) bool {
	return len(o.Sections) == 0 || slices.ContainsFunc(o.Sections, func(chosen string) bool {
		return chosen == Everything || chosen == string(part) || chosen == string(section)
	})
}
