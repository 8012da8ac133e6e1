package report

import (
	"path"
	"strings"

	"stappenplan/steps"
)

// Handover is for whoever takes the coordination over: where the plan stands, what asks attention, what is being done, what is asked of the board
// and what it decided, who does what, what was answered, in the sheets too, and where the plan is kept.
func Handover(plan steps.Plan, options Options) Summary {
	a := newAuthor(plan, options)
	words := a.words.Handover
	sections := []Section{
		a.section(SectionStanding, Paragraph(a.standing()), a.walk()),
		a.section(SectionGravest, a.gravest()),
		a.section(SectionActions, a.actions()...),
		a.section(SectionDecisions, a.decisions()),
		a.section(SectionOutcomes, a.outcomes()),
		a.section(SectionTeam, a.team()...),
		a.section(SectionTasks, a.overview()...),
		a.section(SectionAgreements, a.agreements()),
		a.section(SectionAnswers, a.answers()...),
	}
	sections = append(append(sections, a.deeper().Sections...), a.section(SectionNext, Paragraph(a.next())), a.section(SectionFile, a.planFile()...))
	return a.document(a.title(words.Title, words.TitleFor), []Part{{Successor, string(words.Part), sections}})
}

// planFile says where the plan is kept, and how it is opened and copied. The folders above a file are often called after
// people, so they are named only where people are.
func (a *author) planFile() []Block {
	words, place := a.words.Handover, a.options.Place
	if place == "" {
		return []Block{Paragraph(words.NotKept)}
	}
	if a.options.Names != NamesInFull {
		place = path.Base(strings.ReplaceAll(place, `\`, "/"))
	}
	return []Block{List{Items: []Item{{Said: []Said{{string(words.File), place}}}}}, Paragraph(words.Open), Paragraph(words.Copy)}
}
