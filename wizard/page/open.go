// Package page is what stands on the screens: one screen, one file. [Open] makes the screen of a place.
package page

import (
	"cmp"

	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
	"stappenplan/wizard/table"
)

// Open makes the screen of a place, on top of the screen below. How wide its frame is, is asked for the screen made.
func Open(p screen.Place, frameFor func(screen.Screen) screen.Frame, below screen.Screen) screen.Screen {
	fromTop := func(s *form.Form) screen.Screen { return s.FromTop(frameFor(s)) }
	editingFirst := func(s *form.Form) screen.Screen { return s.EditingFirst(frameFor(s)) }
	switch p.Kind {
	case screen.FirstStart:
		return form.New(firstStartPage).WithoutRail()
	case screen.Welcome:
		return editingFirst(form.New(welcomePage).WithoutRail())
	case screen.Overview:
		return form.New(overviewPage).WithoutRail().At(currentRow(frameFor(nil)))
	case screen.Check:
		return fromTop(about(questionPage, p).At(firstAsked(steps.StepID(p.ID), frameFor(nil))))
	case screen.Follows:
		return fromTop(about(followsPage, p).WithoutRail())
	case screen.TaskList:
		return table.New(steps.StepID(p.ID), frameFor(&table.Table{}))
	case screen.TaskCard:
		return about(taskPage, p).At(p.At)
	case screen.NewTask:
		return editingFirst(about(newTaskPage, p))
	case screen.Team:
		return form.New(teamPage).At("add")
	case screen.MemberCard:
		return about(memberPage, p).At(cmp.Or(p.At, "role"))
	case screen.NewMember:
		return editingFirst(form.New(newMemberPage))
	case screen.StepNote:
		return about(stepNotePage, p)
	case screen.AgreementCard:
		return editingFirst(about(agreementPage, p))
	case screen.Evaluation:
		return form.New(evaluationPage)
	case screen.NewRound:
		return form.New(newRoundPage)
	case screen.Profile:
		return form.New(profilePage).At("school_level")
	case screen.TreeMap:
		return newReader(mapLines)
	case screen.Summary:
		return newReader(summaryLines)
	case screen.Preview:
		return newReader(previewLines)
	case screen.SaveAs:
		return form.New(documentPage).At("write").WithoutRail()
	case screen.OtherFiles:
		return form.New(otherFilesPage).WithoutRail()
	case screen.FindingList:
		return form.New(findingsPage)
	case screen.Help:
		return newReader(helpLines(below))
	case screen.WrittenFiles:
		return form.New(writtenPage).WithoutRail()
	case screen.Decisions:
		return form.New(decisionsPage).WithoutRail()
	case screen.DecisionCard:
		return about(decisionPage, p).WithoutRail()
	case screen.Trial:
		return fromTop(form.New(trialPage).WithoutRail())
	case screen.MeansList:
		return form.New(meansPage)
	case screen.MeansCard:
		return about(meansCardPage, p)
	}
	return newReader(historyLines)
}

// about is a form about the step, task, member or agreement of a place.
func about[ID ~string](page func(screen.Frame, ID) form.Sheet, p screen.Place) *form.Form {
	return form.New(func(f screen.Frame) form.Sheet { return page(f, ID(p.ID)) })
}
