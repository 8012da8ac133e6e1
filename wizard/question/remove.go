package question

import (
	"stappenplan/assets"
	"stappenplan/steps"
)

// AskRemoveMember asks whether a member may go, and names what the member carries.
func AskRemoveMember(texts *assets.Texts, tasks []steps.Task, m steps.Member) string {
	carried := 0
	for i := range tasks { // a task is large
		if t := &tasks[i]; t.Owner == m.ID && t.Kept {
			carried++
		}
	}
	return texts.Wizard.RemoveMemberAsk.Fill("name", m.Name, "tasks", texts.Wizard.OwnsTasks.For(carried))
}

// AskRemoveTask asks whether an own task may go, with all that was decided about it.
func AskRemoveTask(texts *assets.Texts, t steps.Task) string {
	return texts.Wizard.RemoveTaskAsk.Fill("task", t.Title)
}
