package command

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"stappenplan/store/storetest"
)

// TestEveryWriteIsSpokenOf is the table of what a command says when its write fails, and when it is said to fail but
// happened all the same; package store has that of what is kept.
func TestEveryWriteIsSpokenOf(t *testing.T) {
	const disk = "de schijf geeft een fout"
	noSync := storetest.Failing{Call: unix.SYS_FDATASYNC, From: 1, Error: syscall.EIO}
	lastSync := storetest.Failing{Call: unix.SYS_FDATASYNC, From: 2, Error: syscall.EIO}
	linked := storetest.Failing{Call: unix.SYS_LINKAT, From: 1, Error: syscall.EIO, Done: true}
	noFile := storetest.Failing{Call: unix.SYS_FSYNC, From: 1, Error: syscall.ENOSPC}
	another := written(t, "another.json", anotherPlan)
	for _, write := range []struct {
		name   string
		args   []string
		fails  storetest.Failing
		says   string
		unsure storetest.Failing // it happened all the same
		status int               // then
		speaks string
		kept   string // what the plan then says, and says after trying again
		new    bool   // there is no file yet
	}{
		{"creation", []string{"import", another}, noSync, "de schijf geeft een fout", linked, statusDone, "Ingelezen", "Tweede school", true},
		{"import", []string{"import", "--yes", another}, noSync, disk, lastSync, statusRefused, disk, "Tweede school", false},
		{"undo", []string{"undo"}, noSync, disk, lastSync, statusRefused, disk, "nog niets ingevuld", false},
		{"salvage", []string{"salvage", "NEW"}, noSync, "de schijf geeft een fout", linked, statusDone, "is gemaakt", "Eerste school", false},
		{"export", []string{"export", "--yes", "--format", "md", "--output", "NEW"}, noFile, "kan niet gemaakt worden: de schijf is vol", storetest.Failing{}, 0, "", "", false},
	} {
		t.Run(write.name, func(t *testing.T) {
			c := newComputer(t)
			path, fresh := filepath.Join(t.TempDir(), "p.db"), filepath.Join(t.TempDir(), "fresh.db")
			if write.name == "salvage" {
				path = damagedPlan(t, c)
			} else if !write.new {
				c.calls(t, statusDone, "", "--file", path, "import", written(t, "one.json", onePlan))
			}
			args := []string{"--file", path}
			for _, word := range write.args {
				args = append(args, strings.Replace(word, "NEW", fresh, 1))
			}
			write.fails.During(t, func() { c.calls(t, statusRefused, "", args...) })
			c.says(t, write.says)
			if c.said != "" && write.name != "import" { // which shows first what would change
				t.Errorf("it says %q of what failed", c.said)
			}
			if names, _ := os.ReadDir(filepath.Dir(fresh)); len(names) != 0 {
				t.Errorf("there is left %v", names)
			}
			if write.unsure.Call == 0 {
				c.calls(t, statusDone, "", args...)
				return
			}
			write.unsure.During(t, func() { c.calls(t, write.status, "", args...) })
			c.says(t, write.speaks)
			if write.name == "salvage" {
				path = fresh
			}
			c.calls(t, statusDone, "", "--file", path, "status")
			c.says(t, write.kept)
			c.calls(t, statusDone, "", "--file", path, "check")
		})
	}
}
