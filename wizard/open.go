package wizard

import (
	"cmp"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
)

// shape is a screen of the width that a place will have.
func shape(p screen.Place) screen.Screen {
	switch p.Kind {
	case screen.FirstStart, screen.Welcome, screen.Overview, screen.Follows, screen.Trial:
		return newForm(nil).withoutRail()
	case screen.TaskList:
		return &table{}
	case screen.TreeMap, screen.Summary, screen.History, screen.Help:
		return &reader{}
	}
	return newForm(nil)
}

// open makes the screen of a place.
// Below is the screen it opens on top of.
func open(p screen.Place, f screen.Frame, below screen.Screen) screen.Screen {
	switch p.Kind {
	case screen.FirstStart:
		return newForm(firstStartPage).withoutRail()
	case screen.Welcome:
		return newForm(welcomePage).withoutRail().editingFirst(f)
	case screen.Overview:
		return newForm(overviewPage).withoutRail().at(currentRow(f))
	case screen.Check:
		return newForm(questionPage(steps.StepID(p.ID))).at(firstAsked(steps.StepID(p.ID), f)).fromTop(f)
	case screen.Follows:
		return newForm(followsPage(steps.StepID(p.ID))).withoutRail().fromTop(f)
	case screen.TaskList:
		return newTable(steps.StepID(p.ID), f)
	case screen.TaskCard:
		return newForm(taskPage(p.ID)).at(p.At)
	case screen.NewTask:
		return newForm(newTaskPage(p.ID)).editingFirst(f)
	case screen.Team:
		return newForm(teamPage).at("add")
	case screen.MemberCard:
		return newForm(memberPage(p.ID)).at(cmp.Or(p.At, "role"))
	case screen.NewMember:
		return newForm(newMemberPage).editingFirst(f)
	case screen.StepNote:
		return newForm(stepNotePage(steps.StepID(p.ID)))
	case screen.AgreementCard:
		return newForm(agreementPage(steps.AgreementID(p.ID))).editingFirst(f)
	case screen.Evaluation:
		return newForm(evaluationPage)
	case screen.NewRound:
		return newForm(newRoundPage)
	case screen.Profile:
		return newForm(profilePage).at("level")
	case screen.TreeMap:
		return newReader(mapLines)
	case screen.Summary:
		return newReader(summaryLines)
	case screen.Preview:
		return newReader(previewLines)
	case screen.SaveAs:
		return newForm(documentPage).at("write").withoutRail()
	case screen.OtherFiles:
		return newForm(otherFilesPage).withoutRail()
	case screen.FindingList:
		return newForm(findingsPage)
	case screen.Help:
		return newReader(helpLines(below))
	case screen.WrittenFiles:
		return newForm(writtenPage).withoutRail()
	case screen.Decisions:
		return newForm(decisionsPage).withoutRail()
	case screen.DecisionCard:
		return newForm(decisionPage(p.ID)).withoutRail()
	case screen.Trial:
		return newForm(trialPage).withoutRail().fromTop(f)
	case screen.MeansList:
		return newForm(meansPage)
	case screen.MeansCard:
		return newForm(meansCardPage(p.ID))
	}
	return newReader(historyLines)
}
