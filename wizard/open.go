package wizard

import (
	"cmp"
	"stappenplan/steps"
)

// shape is a screen of the width that a place will have.
func shape(p place) screen {
	switch p.kind {
	case firstStart, welcome, overview, follows, trying:
		return newForm(nil).withoutRail()
	case taskList:
		return &table{}
	case treeMap, summary, history, help:
		return &reader{}
	}
	return newForm(nil)
}

// open makes the screen of a place.
// Below is the screen it opens on top of.
func open(p place, f frame, below screen) screen {
	switch p.kind {
	case firstStart:
		return newForm(firstStartPage).withoutRail()
	case welcome:
		return newForm(welcomePage).withoutRail().editingFirst(f)
	case overview:
		return newForm(overviewPage).withoutRail().at(currentRow(f))
	case check:
		return newForm(questionPage(steps.StepID(p.id))).at(firstAsked(steps.StepID(p.id), f)).fromTop(f)
	case follows:
		return newForm(followsPage(steps.StepID(p.id))).withoutRail().fromTop(f)
	case taskList:
		return newTable(steps.StepID(p.id), f)
	case taskCard:
		return newForm(taskPage(p.id)).at(p.at)
	case newTask:
		return newForm(newTaskPage(p.id)).editingFirst(f)
	case team:
		return newForm(teamPage).at("add")
	case memberCard:
		return newForm(memberPage(p.id)).at(cmp.Or(p.at, "role"))
	case newMember:
		return newForm(newMemberPage).editingFirst(f)
	case stepNote:
		return newForm(stepNotePage(steps.StepID(p.id)))
	case agreementCard:
		return newForm(agreementPage(steps.AgreementID(p.id))).editingFirst(f)
	case evaluation:
		return newForm(evaluationPage)
	case newRound:
		return newForm(newRoundPage)
	case profile:
		return newForm(profilePage).at("level")
	case treeMap:
		return newReader(mapLines)
	case summary:
		return newReader(summaryLines)
	case preview:
		return newReader(previewLines)
	case saveAs:
		return newForm(documentPage).at("write").withoutRail()
	case otherFiles:
		return newForm(otherFilesPage).withoutRail()
	case findingList:
		return newForm(findingsPage)
	case help:
		return newReader(helpLines(below))
	case written:
		return newForm(writtenPage).withoutRail()
	case decisions:
		return newForm(decisionsPage).withoutRail()
	case decisionCard:
		return newForm(decisionPage(p.id)).withoutRail()
	case trying:
		return newForm(trialPage).withoutRail().fromTop(f)
	case meansList:
		return newForm(meansPage)
	case meansCard:
		return newForm(meansCardPage(p.id))
	}
	return newReader(historyLines)
}
