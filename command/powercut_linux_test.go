package command

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/store/storetest"
)

var cuts = flag.Int("cuts", 0, "how many states of the disk are tried at each moment at which the power may be cut; 0: four at some moments")

func init() { programs[storetest.TracedName] = storetest.ExecTraced }

// TestNothingSaidToBeKeptIsLostWhenThePowerIsCut does each kind of work once, and rebuilds from what it did to the disk what may be there
// when the power is cut at any moment of it: of what was not synced any part is there, and so of the names in a folder. It
// holds of each what holds after a kill.
func TestNothingSaidToBeKeptIsLostWhenThePowerIsCut(t *testing.T) {
	aloneInTemporary(t)
	program := installedHere(t)
	for _, w := range everyWork(t) {
		t.Run(w.name, func(t *testing.T) {
			outcomes, _ := w.outcomes(t, program)
			folder, random := w.folder(t), rand.New(rand.NewPCG(*seed, 1))
			trace := storetest.Traced(t, folder, w.command(t.Context(), program, folder, len(w.typed)))
			moments := len(trace.Changes)
			if said := strings.Count(trace.Told(moments), w.said); said != w.things() {
				t.Fatalf("%d things are said to be kept, want %d", said, w.things())
			}
			isOnDisk(t, folder, trace.Disks(moments, 1, random)[0])
			tally, seen, states, stride := map[string]int{}, map[string]bool{}, *cuts, 1
			if states == 0 {
				states, stride = 4, 1+moments/12
			}
			for moment := random.IntN(stride); moment <= moments; moment += stride {
				said := strings.Count(trace.Told(moment), w.said)
				for _, disk := range trace.Disks(moment, states, random) {
					if state := fmt.Sprint(said, disk.Sum()); !seen[state] {
						seen[state] = true
						left := t.TempDir()
						disk.In(t, left)
						w.survives(t, left, outcomes, said, tally)
					}
					if t.Failed() {
						t.Fatalf("cut before change %d of %d", moment, moments)
					}
				}
			}
			t.Logf("seed %d: %d states of a disk, of %d moments, %v", *seed, len(seen), moments+1, tally)
		})
	}
}

// isOnDisk fails the test unless a folder is as a disk: or the trace missed something that was done to it.
func isOnDisk(t *testing.T, folder string, disk storetest.Disk) {
	t.Helper()
	for name, content := range disk.Files {
		if there, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(there) != string(content) {
			t.Errorf("%s is not what the trace makes of it: %v", name, err)
		}
	}
	found := 0
	err := filepath.WalkDir(folder, func(_ string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			found++
		}
		return err
	})
	if err != nil || found != len(disk.Files) {
		t.Fatalf("there are %d files, of the trace %d: %v", found, len(disk.Files), err)
	}
}
