// Package page is what stands on the screens: one screen, one file. [Open] makes the screen of a place.
package page

import (
	"cmp"

	"stappenplan/steps"
	"stappenplan/wizard/form"
	"stappenplan/wizard/screen"
	"stappenplan/wizard/table"
)

// Shape is a screen of the width that a place will have.
func Shape(p screen.Place) screen.Screen {
	switch p.Kind {
	case screen.FirstStart, screen.Welcome, screen.Overview, screen.Follows, screen.Trial:
		return form.New(nil).WithoutRail()
	case screen.TaskList:
		return &table.Table{}
	case screen.TreeMap, screen.Summary, screen.History, screen.Help:
		return &reader{}
	}
	return form.New(nil)
}

// Open makes the screen of a place.
// Below is the screen it opens on top of.
func Open(p screen.Place, f screen.Frame, below screen.Screen) screen.Screen {
	switch p.Kind {
	case screen.FirstStart:
		return form.New(firstStartPage).WithoutRail()
	case screen.Welcome:
		return form.New(welcomePage).WithoutRail().EditingFirst(f)
	case screen.Overview:
		return form.New(overviewPage).WithoutRail().At(currentRow(f))
	case screen.Check:
		return form.New(questionPage(steps.StepID(p.ID))).At(firstAsked(steps.StepID(p.ID), f)).FromTop(f)
	case screen.Follows:
		return form.New(followsPage(steps.StepID(p.ID))).WithoutRail().FromTop(f)
	case screen.TaskList:
		return table.New(steps.StepID(p.ID), f)
	case screen.TaskCard:
		return form.New(taskPage(p.ID)).At(p.At)
	case screen.NewTask:
		return form.New(newTaskPage(p.ID)).EditingFirst(f)
	case screen.Team:
		return form.New(teamPage).At("add")
	case screen.MemberCard:
		return form.New(memberPage(p.ID)).At(cmp.Or(p.At, "role"))
	case screen.NewMember:
		return form.New(newMemberPage).EditingFirst(f)
	case screen.StepNote:
		return form.New(stepNotePage(steps.StepID(p.ID)))
	case screen.AgreementCard:
		return form.New(agreementPage(steps.AgreementID(p.ID))).EditingFirst(f)
	case screen.Evaluation:
		return form.New(evaluationPage)
	case screen.NewRound:
		return form.New(newRoundPage)
	case screen.Profile:
		return form.New(profilePage).At("level")
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
		return form.New(decisionPage(p.ID)).WithoutRail()
	case screen.Trial:
		return form.New(trialPage).WithoutRail().FromTop(f)
	case screen.MeansList:
		return form.New(meansPage)
	case screen.MeansCard:
		return form.New(meansCardPage(p.ID))
	}
	return newReader(historyLines)
}
