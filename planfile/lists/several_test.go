package lists_test

import (
	"testing"

	"stappenplan/assets"
	"stappenplan/planfile"
	"stappenplan/planfile/lists"
	"stappenplan/steps"
)

// TestSeveralTasksInOneCell: a title of two tasks is sure to be neither, and offers both.
func TestSeveralTasksInOneCell(t *testing.T) {
	t.Parallel()
	empty := steps.NewPlan(assets.Definitions())
	for title, want := range map[string][]string{
		"Wifi beheren en netwerk beheren":         {"wifi-management", "network-management"},
		"Wifi en netwerk":                         {"wifi-management", "network-management"},
		"Servers + back-ups maken en terugzetten": {"server-management", "backup-restore"},
		"Printers; servers":                       {"printing", "server-management"},
		"Wifi beheren\nServers\nPrinters":         {"wifi-management", "server-management", "printing"},
		"- Wifi beheren\n- netwerk beheren":       {"wifi-management", "network-management"},
		"Wifi, servers":                           {"wifi-management", "server-management"},
		"Printers / wifi":                         {"printing", "wifi-management"},
	} {
		row := listOf(t, empty, []any{"Taak", "Wie"}, []any{title, "An"}).Rows[0]
		if row.Sure() || row.Task != "" || !row.Unsure() || row.Title != steps.CleanName(title) {
			t.Errorf("%s is taken for %q, titled %q", title, row.Task, row.Title)
		}
		for _, task := range want {
			if !offers(row, task) {
				t.Errorf("%s: %s is not offered: %v", title, task, row.Matches)
			}
		}
	}
}

// offers says whether a task is among those that a row may be.
func offers(row lists.Row, task string) bool {
	for _, m := range row.Matches {
		if m.Task == task {
			return true
		}
	}
	return false
}

// TestOneTaskWithAnAnd: a title of the catalogue with "en" in it, or with two things of one task, stays sure.
func TestOneTaskWithAnAnd(t *testing.T) {
	t.Parallel()
	empty := steps.NewPlan(assets.Definitions())
	for _, title := range []string{"Laptops en tablets beheren", "Accounts en wachtwoorden", "Back-ups terugzetten"} {
		if row := listOf(t, empty, []any{"Taak", "Wie"}, []any{title, "An"}).Rows[0]; !row.Sure() {
			t.Errorf("%s is not sure: %v", title, row.Matches)
		}
	}
	rows := [][]any{{"Taak", "Wie"}}
	for _, task := range empty.Tasks() {
		rows = append(rows, []any{dutch.TaskTitle(task), "An"})
	}
	named := planfile.TasksByName(empty, planfile.Languages(dutch))
	for _, row := range listOf(t, empty, rows...).Rows {
		if only := named[planfile.Fold(row.Title)]; len(only) == 1 && row.Task != only[0] {
			t.Errorf("%s is taken for %q", row.Title, row.Task)
		}
	}
}
