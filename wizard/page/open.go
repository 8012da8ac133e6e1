// Package page is what stands on the screens: one screen, one file. [Open] makes the screen of a place.
package page

import (
	"cmp"

	"stappenplan/steps"
	"stappenplan/wizard/screen"
	"stappenplan/wizard/table"
)

// Open makes the screen of a place, on top of the screen below. How wide its frame is, is asked for the screen made.
func Open(p screen.Place, frameFor func(screen.Screen) screen.Frame, below screen.Screen) screen.Screen {
	fromTop := func(s *Form) screen.Screen { return s.fromTop(frameFor(s)) }
	typing := func(s *Form) screen.Screen { return s.typingFirst(frameFor(s)) }
	switch p.Kind {
	case screen.FirstStart:
		return newForm(firstStartPage).withoutRail()
	case screen.Welcome:
		return typing(newForm(welcomePage).withoutRail())
	case screen.Overview:
		return newForm(overviewPage).withoutRail().StartAt(currentRow(frameFor(nil)))
	case screen.Check:
		f := frameFor(nil)
		return fromTop(about(questionPage, p).StartAt(firstAt(f, steps.StepID(p.ID))))
	case screen.Follows:
		return fromTop(about(followsPage, p).withoutRail().StartAt("next"))
	case screen.TaskList:
		return table.New(table.SheetOf(steps.StepID(p.ID)), frameFor(&table.Table{}))
	case screen.Matrix:
		return table.New(table.Matrix, frameFor(&table.Table{}))
	case screen.TaskCard:
		return about(taskPage, p).StartAt(p.At)
	case screen.NewTask:
		return typing(about(newTaskPage, p))
	case screen.Team:
		return newForm(teamPage).StartAt(teamField(frameFor(nil)))
	case screen.MemberCard:
		return about(memberPage, p).StartAt(cmp.Or(p.At, "role"))
	case screen.NewMember:
		return typing(newForm(newMemberPage))
	case screen.StepNote:
		return about(stepNotePage, p)
	case screen.AgreementCard:
		return about(agreementPage, p).StartAt("needed")
	case screen.Division:
		return newDivision(p)
	case screen.Evaluation:
		return newForm(evaluationPage).StartAt("begin")
	case screen.NewRound:
		return newForm(newRoundPage)
	case screen.Profile:
		return newForm(profilePage).StartAt("school_level")
	case screen.TreeMap:
		return newReader(mapLines)
	case screen.Summary:
		return newReader(summaryLines)
	case screen.Preview:
		return newReader(previewLines)
	case screen.SaveAs:
		return newForm(documentPage).StartAt("write").withoutRail()
	case screen.OtherFiles:
		return newForm(otherFilesPage).withoutRail()
	case screen.FindingList:
		return newForm(findingsPage)
	case screen.Find:
		return newFinder(frameFor(&finder{}))
	case screen.Help:
		return newReader(helpLines(below))
	case screen.WrittenFiles:
		return newForm(writtenPage).withoutRail()
	case screen.Decisions:
		return newForm(decisionsPage).withoutRail()
	case screen.DecisionCard:
		return about(decisionPage, p).StartAt("outcome").withoutRail()
	case screen.Actions:
		return newForm(func(f screen.Frame) sheet { return actionsPage(f, p.ID) }).withoutRail().StartAt(p.At)
	case screen.ActionCard:
		return about(actionPage, p).withoutRail().StartAt(cmp.Or(p.At, "state"))
	case screen.NewAction:
		return typing(newForm(newActionPage).withoutRail())
	case screen.Trial:
		return fromTop(newForm(trialPage).withoutRail())
	case screen.MeansList:
		return newForm(meansPage)
	case screen.Plans:
		return newForm(plansPage).withoutRail().StartAt(firstPlan(frameFor(nil)))
	case screen.ArchivedPlans:
		return newForm(archivedPage).withoutRail()
	case screen.NewPlan:
		return typing(about(newPlanPage, p).withoutRail())
	case screen.OtherPlan:
		return typing(newForm(otherPlanPage).withoutRail())
	case screen.Schools:
		return newReader(schoolsLines)
	case screen.Voices:
		s := about(voicesPage, p)
		if choice, agree := frameFor(s).Plan.VoicesAgree(steps.StepID(p.ID)); agree {
			s.StartAt(schoolAnswer(choice))
		}
		return s
	case screen.NewVoice:
		return typing(about(newVoicePage, p))
	case screen.VoiceCard:
		opened, _ := frameFor(nil).Plan.Voice(p.Voice())
		return newForm(func(f screen.Frame) sheet { return voicePage(f, p, opened) })
	case screen.MeansCard:
		return about(meansCardPage, p)
	}
	return openPast(p)
}

// about is a form about the step, task, member or agreement of a place.
func about[ID ~string](page func(screen.Frame, ID) sheet, p screen.Place) *Form {
	return newForm(func(f screen.Frame) sheet { return page(f, ID(p.ID)) })
}
