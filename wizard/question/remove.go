package question

import (
	"stappenplan/assets"
	"stappenplan/steps"
)

// AskRemoveMember asks whether a member may go, and names the tasks that are left: those the member owns, and those they step in for.
func AskRemoveMember(texts *assets.Texts, tasks []steps.Task, m steps.Member) string {
	owned, steppedIn := 0, 0
	for i := range tasks { // a task is large
		switch t := &tasks[i]; {
		case !t.Kept:
		case t.Owner == m.ID:
			owned++
		case t.Backup == m.ID:
			steppedIn++
		}
	}
	asked := texts.Wizard.RemoveMemberAsk.Fill("name", m.Name)
	if owned > 0 {
		asked += " " + texts.Wizard.LeavesOwned.For(owned)
	}
	if steppedIn > 0 {
		asked += " " + texts.Wizard.LeavesBackup.For(steppedIn)
	}
	return asked
}

// AskRemoveTask asks whether an own task may go, with all that was decided about it.
func AskRemoveTask(texts *assets.Texts, t steps.Task) string {
	return texts.Wizard.RemoveTaskAsk.Fill("task", t.Title)
}
