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
	o := opening{p, frameFor, below}
	for _, screens := range []map[screen.PlaceKind]func(opening) screen.Screen{stepScreens, planScreens} {
		if open, here := screens[p.Kind]; here {
			return open(o)
		}
	}
	return importScreens[p.Kind](o)
}

// opening is what is known where a screen is made.
type opening struct {
	place screen.Place
	frame func(screen.Screen) screen.Frame
	below screen.Screen
}

// fromTop begins at the top of a form, typing in its text.
func (o opening) fromTop(s *Form) screen.Screen { return s.fromTop(o.frame(s)) }
func (o opening) typing(s *Form) screen.Screen  { return s.typingFirst(o.frame(s)) }

// stepScreens make the screens of the beginning, the steps, and what they are about.
var stepScreens = map[screen.PlaceKind]func(opening) screen.Screen{
	screen.FirstStart: func(o opening) screen.Screen { return newForm(firstStartPage).withoutRail() },
	screen.Welcome:    func(o opening) screen.Screen { return o.typing(newForm(welcomePage).withoutRail()) },
	screen.Overview: func(o opening) screen.Screen {
		return newForm(overviewPage).withoutRail().allWidth().StartAt(currentRow(o.frame(nil)))
	},
	screen.Check: func(o opening) screen.Screen {
		f := o.frame(nil)
		return o.fromTop(about(questionPage, o.place).allWidth().StartAt(firstAt(f, steps.StepID(o.place.ID))))
	},
	screen.Follows: func(o opening) screen.Screen {
		return o.fromTop(about(followsPage, o.place).withoutRail().StartAt("next"))
	},
	screen.TaskList: func(o opening) screen.Screen {
		return table.New(table.SheetOf(steps.StepID(o.place.ID)), o.frame(&table.Table{})).StartAt(o.place.At, o.frame(&table.Table{}))
	},
	screen.Matrix:        func(o opening) screen.Screen { return table.New(table.Matrix, o.frame(&table.Table{})) },
	screen.TaskCard:      func(o opening) screen.Screen { return about(taskPage, o.place).StartAt(o.place.At) },
	screen.NewTask:       func(o opening) screen.Screen { return o.typing(about(newTaskPage, o.place)) },
	screen.Team:          func(o opening) screen.Screen { return newForm(teamPage).allWidth().StartAt(teamField(o.frame(nil))) },
	screen.MemberCard:    func(o opening) screen.Screen { return about(memberPage, o.place).StartAt(cmp.Or(o.place.At, "role")) },
	screen.NewMember:     func(o opening) screen.Screen { return o.typing(newForm(newMemberPage)) },
	screen.StepNote:      func(o opening) screen.Screen { return about(stepNotePage, o.place) },
	screen.AgreementCard: func(o opening) screen.Screen { return about(agreementPage, o.place).StartAt("needed") },
	screen.Division:      func(o opening) screen.Screen { return openDivision(o.place, o.frame(&division{})) },
	screen.Evaluation:    func(o opening) screen.Screen { return newForm(evaluationPage).StartAt("begin") },
	screen.NewRound:      func(o opening) screen.Screen { return newForm(newRoundPage) },
	screen.Profile:       func(o opening) screen.Screen { return newForm(profilePage).StartAt("school_level") },
}

// planScreens make those beside the steps: documents, lists, history, plans, backups, sheets.
var planScreens = map[screen.PlaceKind]func(opening) screen.Screen{
	screen.Summary:     func(o opening) screen.Screen { return newReader(summaryLines) },
	screen.Preview:     func(o opening) screen.Screen { return newReader(previewLines) },
	screen.SaveAs:      func(o opening) screen.Screen { return newForm(documentPage).StartAt("write").withoutRail() },
	screen.OtherFiles:  func(o opening) screen.Screen { return newForm(otherFilesPage).withoutRail() },
	screen.FindingList: func(o opening) screen.Screen { return newForm(findingsPage).allWidth() },
	screen.Find: func(o opening) screen.Screen {
		f := o.frame(&finder{})
		return newFinder(f, f.Texts.Wizard.FindTitle, f.Texts.Wizard.FindHint, thingsAbove(o.below, o.frame(o.below)))
	},
	screen.Help:         func(o opening) screen.Screen { return newReader(helpLines(o.place.ID, o.below)) },
	screen.WrittenFiles: func(o opening) screen.Screen { return newForm(writtenPage).withoutRail() },
	screen.Decisions:    func(o opening) screen.Screen { return newForm(decisionsPage).withoutRail() },
	screen.DecisionCard: func(o opening) screen.Screen { return about(decisionPage, o.place).StartAt("outcome").withoutRail() },
	screen.Actions: func(o opening) screen.Screen {
		return newForm(func(f screen.Frame) sheet { return actionsPage(f, o.place.ID) }).withoutRail().allWidth().StartAt(o.place.At)
	},
	screen.ActionCard: func(o opening) screen.Screen {
		return about(actionPage, o.place).withoutRail().StartAt(cmp.Or(o.place.At, "state"))
	},
	screen.NewAction: func(o opening) screen.Screen { return o.typing(newForm(newActionPage).withoutRail()) },
	screen.Trial:     func(o opening) screen.Screen { return o.fromTop(newForm(trialPage).withoutRail()) },
	screen.MeansList: func(o opening) screen.Screen { return newForm(meansPage) },
	screen.Plans: func(o opening) screen.Screen {
		return newForm(plansPage).withoutRail().StartAt(firstPlan(o.frame(nil)))
	},
	screen.ArchivedPlans: func(o opening) screen.Screen { return newForm(archivedPage).withoutRail() },
	screen.NewPlan:       func(o opening) screen.Screen { return o.typing(about(newPlanPage, o.place).withoutRail()) },
	screen.OtherPlan:     func(o opening) screen.Screen { return o.typing(newForm(otherPlanPage).withoutRail()) },
	screen.Schools:       func(o opening) screen.Screen { return newReader(schoolsLines) },
	screen.Voices: func(o opening) screen.Screen {
		s := about(voicesPage, o.place)
		if choice, agree := o.frame(s).Plan.VoicesAgree(steps.StepID(o.place.ID)); agree {
			s.StartAt(schoolAnswer(choice))
		}
		return s
	},
	screen.NewVoice: func(o opening) screen.Screen { return o.typing(about(newVoicePage, o.place)) },
	screen.VoiceCard: func(o opening) screen.Screen {
		opened, _ := o.frame(nil).Plan.Voice(o.place.Voice())
		return newForm(func(f screen.Frame) sheet { return voicePage(f, o.place, opened) })
	},
	screen.MeansCard:     func(o opening) screen.Screen { return about(meansCardPage, o.place) },
	screen.HistoryFilter: func(o opening) screen.Screen { return newForm(historyFilterPage).withoutRail() },
	screen.EntryCard:     func(o opening) screen.Screen { return about(entryPage, o.place).withoutRail().StartAt(o.place.At) },
	screen.Comparison:    func(o opening) screen.Screen { return newReader(comparisonLines(o.place.ID)) },
	screen.MomentList:    func(o opening) screen.Screen { return about(momentPage, o.place).withoutRail() },
	screen.History:       func(o opening) screen.Screen { return openHistory(o.place) },
	screen.BackupList:    func(opening) screen.Screen { return newForm(backupsPage).withoutRail() },
	screen.BackupCard:    func(o opening) screen.Screen { return o.fromTop(newForm(backupPage).withoutRail()) },
	screen.EraseList:     func(opening) screen.Screen { return newForm(eraseListPage).withoutRail() },
	screen.EraseName:     func(o opening) screen.Screen { return o.typing(newForm(eraseNamePage).withoutRail()) },
	screen.EraseCard:     func(opening) screen.Screen { return newForm(erasePage).withoutRail() },
	screen.SealCard:      func(o opening) screen.Screen { return newForm(sealPage).withoutRail() },
	screen.MergeFile:     func(o opening) screen.Screen { return o.typing(newForm(mergePage).withoutRail()) },
	screen.CommandCard:   func(o opening) screen.Screen { return about(commandPage, o.place).withoutRail() },
	screen.Sheets:        func(o opening) screen.Screen { return newForm(sheetsPage).withoutRail() },
	screen.SheetCard:     func(o opening) screen.Screen { return about(sheetPage, o.place).withoutRail() },
	screen.SheetSettings: func(o opening) screen.Screen { return about(sheetSettingsPage, o.place).withoutRail() },
	screen.SheetPicture:  func(o opening) screen.Screen { return newReader(sheetPicture(o.place.ID)) },
	screen.SheetTable: func(o opening) screen.Screen {
		return about(sheetTablePage, o.place).withoutRail().allWidth().StartAt(o.place.At)
	},
	screen.NewRow: func(o opening) screen.Screen { return o.typing(about(newRowPage, o.place).withoutRail()) },
	screen.RowCard: func(o opening) screen.Screen {
		return about(rowPage, o.place).withoutRail().StartAt(cmp.Or(o.place.At, firstCell(o.frame(nil), o.place.ID)))
	},
}

// importScreens make those of a file that comes into the plan.
var importScreens = map[screen.PlaceKind]func(opening) screen.Screen{
	screen.ImportFile:    func(o opening) screen.Screen { return o.typing(newForm(importFilePage).withoutRail()) },
	screen.ImportColumns: func(o opening) screen.Screen { return newForm(importColumnsPage).withoutRail().StartAt("next") },
	screen.ImportColumn: func(o opening) screen.Screen {
		return about(importColumnPage, o.place).withoutRail().StartAt(takenFor(o.frame(nil), o.place.ID))
	},
	screen.ImportTasks: func(o opening) screen.Screen {
		return newForm(importTasksPage).withoutRail().allWidth().StartAt("next")
	},
	screen.ImportRows: func(o opening) screen.Screen { return about(importRowsPage, o.place).withoutRail().allWidth() },
	screen.ImportRow: func(o opening) screen.Screen {
		return about(importRowPage, o.place).withoutRail().StartAt(becomesField(o.frame(nil), o.place.ID))
	},
	screen.ImportSearch: func(o opening) screen.Screen {
		f := o.frame(&finder{})
		return newFinder(f, f.Texts.Importing.Search, f.Texts.Importing.SearchHint, tasksFor(o.place.ID))
	},
	screen.ImportPeople: func(o opening) screen.Screen { return newForm(importPeoplePage).withoutRail().StartAt("next") },
	screen.ImportPerson: func(o opening) screen.Screen { return about(importPersonPage, o.place).withoutRail() },
	screen.ImportDoubts: func(o opening) screen.Screen { return newForm(importDoubtsPage).withoutRail().StartAt("next") },
	screen.ImportDoubt: func(o opening) screen.Screen {
		return about(importDoubtPage, o.place).withoutRail().StartAt(meantField(o.frame(nil), o.place.ID))
	},
	screen.ImportPreview: func(o opening) screen.Screen { return newForm(importPreviewPage).withoutRail().StartAt("take") },
}

// about is a form about the step, task, member or agreement of a place.
func about[ID ~string](page func(screen.Frame, ID) sheet, p screen.Place) *Form {
	return newForm(func(f screen.Frame) sheet { return page(f, ID(p.ID)) })
}
