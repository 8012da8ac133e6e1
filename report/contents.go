package report

import (
	"iter"
	"maps"
	"slices"

	"stappenplan/assets"
	"stappenplan/steps"
)

// Contents counts in one line what a plan brings into a file of data, which holds all of it: "70 taken, 4 teamleden en
// 31 notities".
func Contents(plan steps.Plan, texts *assets.Texts) string {
	return counted(texts, len(plan.Decisions), len(plan.Members), notes(plan))
}

// ContentsOf counts in one line what a document of a plan holds: the tasks and the members, where it has a section
// about them, and the texts that people wrote. The texts are in the language of who asks.
func ContentsOf(s Summary, plan steps.Plan, texts *assets.Texts) string {
	var tasks, members, notes int
	for _, part := range s.Parts {
		for _, section := range part.Sections {
			switch section.ID {
			case memberSection(SectionMemberTasks, part.ID):
				if tasks += rowsIn(section); part.ID != MemberPage {
					members++
				}
			case SectionTasks, SectionTaskAnswers:
				tasks = len(plan.Decisions)
			case SectionTeam, SectionHours, SectionReckoning:
				members = len(plan.Members)
			}
			for _, block := range section.Blocks {
				notes += textsIn(block)
			}
		}
	}
	return counted(texts, tasks, members, notes)
}

// rowsIn is how many rows the tables of a section have.
func rowsIn(section Section) (n int) {
	for _, block := range section.Blocks {
		if table, is := block.(Table); is {
			n += len(table.Rows)
		}
	}
	return n
}

// textsIn is how many texts of people a block holds.
func textsIn(block Block) (n int) {
	switch b := block.(type) {
	case Said:
		return 1
	case List:
		for _, item := range b.Items {
			n += len(item.Said)
		}
	}
	return n
}

// DaysOf counts in one line the days of a calendar: "1 dag".
func DaysOf(s Summary, texts *assets.Texts) string {
	return texts.Report.Contents.Days.For(len(s.Days))
}

func counted(texts *assets.Texts, tasks, members, notes int) string {
	words, a := texts.Report.Contents, author{texts: texts, words: texts.Report}
	return a.joinNames([]string{words.Tasks.For(tasks), words.Members.For(members), words.Notes.For(notes)})
}

// notes counts what people wrote in their own words.
func notes(plan steps.Plan) int {
	return notesOf(steps.AnswerFields, maps.Values(plan.Answers)) +
		notesOf(steps.TaskFields, plan.Decisions.Each()) +
		notesOf(steps.AgreementFields, maps.Values(plan.Agreements)) +
		notesOf(steps.ResolutionFields, slices.Values(plan.Resolutions)) +
		notesOf(steps.ActionFields, slices.Values(plan.Actions)) +
		notesOf(steps.MemberFields, slices.Values(plan.Members)) +
		notesOf(steps.EvaluationFields, slices.Values([]steps.EvaluationAnswers{plan.Evaluation}))
}

func notesOf[O any](fields []steps.FieldOf[O], parts iter.Seq[O]) (n int) {
	for part := range parts {
		for _, text := range steps.Texts(fields, part) {
			if !steps.Blank(text) {
				n++
			}
		}
	}
	return n
}
