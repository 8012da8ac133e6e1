package store_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

// killed is the environment variable that tells a test to end in the middle of a work on a file.
const killed = "STORE_TEST_KILLED"

// killedWork is a work on a file during which the program is ended at every call to the system of some kinds, before that is
// done and after.
type killedWork struct {
	calls map[int]int // the kinds, and how many there are of each at least
	begin func(t *testing.T) (path string)
	do    func(path string) error
	ended func(t *testing.T, path string) // looks at what is there when it was ended
	done  func(t *testing.T, path string) // and at what is there when it was done
}

// run runs the test's own binary as often as there are calls.
func (w killedWork) run(t *testing.T) {
	if task := os.Getenv(killed); task != "" {
		var path string
		how := storetest.Failing{Kill: true}
		if _, err := fmt.Sscanf(task, "%d %d %t %q", &how.Call, &how.From, &how.Done, &path); err != nil {
			t.Fatal(err)
		}
		how.During(t, func() { says(t, "the work", w.do(path), "") })
		return
	}
	for call, atLeast := range w.calls {
		for _, done := range []bool{false, true} {
			nth := 1
			for ; ; nth++ {
				path := w.begin(t)
				c := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
				c.Env = append(os.Environ(), fmt.Sprintf("%s=%d %d %t %q", killed, call, nth, done, path))
				_ = c.Run() // that there were not so many calls is no success either
				if c.ProcessState.Sys().(syscall.WaitStatus).Signal() != unix.SIGKILL {
					w.done(t, path)
					break
				}
				w.ended(t, path)
				if t.Failed() {
					t.Fatalf("ended at call %d, %d, done %v", call, nth, done)
				}
			}
			if nth <= atLeast {
				t.Errorf("call %d was made %d times", call, nth-1)
			}
		}
	}
}

// TestKilledAtEveryCall ends the program at every call with which an entry is kept, a file is made and a file is made anew: there is
// what was there before or what was to come, nothing between, and whoever comes next goes on.
func TestKilledAtEveryCall(t *testing.T) {
	next := storetest.Entry(4, strings.Repeat("een lang verslag ", 2_000)) // for which the file has to grow
	for name, c := range map[string]struct {
		do            func(path string) error
		calls         map[int]int
		before, after func(entries []steps.Entry) []steps.Entry // nil: there is no file
	}{
		"an entry": {func(path string) error {
			s, err := store.Open(path)
			if err != nil {
				return err
			}
			return errors.Join(s.Append("plan", 3, next), s.Close())
		}, map[int]int{unix.SYS_FTRUNCATE: 1, unix.SYS_PWRITE64: 2, unix.SYS_FDATASYNC: 2},
			func(entries []steps.Entry) []steps.Entry { return entries }, func(entries []steps.Entry) []steps.Entry { return append(entries[:3:3], next) }},
		"a new file": {func(path string) error {
			s, err := store.OpenOrBegin(path)
			if err != nil {
				return err
			}
			return errors.Join(s.Append("plan", 0, next), s.Close())
		}, map[int]int{unix.SYS_PWRITE64: 3, unix.SYS_FDATASYNC: 3, unix.SYS_LINKAT: 1, unix.SYS_UNLINKAT: 1, unix.SYS_FSYNC: 1},
			nil, func([]steps.Entry) []steps.Entry { return []steps.Entry{next} }},
		"a file made anew": {func(path string) error {
			return store.Rewrite(path, nil, func(plans store.Plans) (store.Plans, error) {
				return store.Plans{"plan": steps.EntriesOf([]steps.Entry{next})}, nil
			}, &store.Intent{What: []byte("anew")})
		}, map[int]int{unix.SYS_PWRITE64: 3, unix.SYS_FDATASYNC: 3, unix.SYS_RENAMEAT: 1, unix.SYS_FSYNC: 1},
			func(entries []steps.Entry) []steps.Entry { return entries }, func([]steps.Entry) []steps.Entry { return []steps.Entry{next} }},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after []steps.Entry
			killedWork{
				calls: c.calls,
				begin: func(t *testing.T) (path string) {
					path, entries := made(t, 3)
					after = c.after(entries)
					if c.before == nil {
						os.Remove(path)
						return path
					}
					before = c.before(entries)
					return path
				},
				do: c.do,
				ended: func(t *testing.T, path string) {
					if _, err := os.Lstat(path); err == nil || c.before != nil {
						s := must(store.Check(path))(t)
						if entries, err := s.Load("plan"); err != nil || !storetest.Same(entries.List(), before) && !storetest.Same(entries.List(), after) {
							t.Errorf("there is neither what was there nor what was to come: %d entries, %v", entries.Len(), err)
						} else if name == "a file made anew" && storetest.Same(entries.List(), after) && string(toBeDone(t, path)) != "anew" {
							t.Error("the file is made anew, and what that began is not known")
						}
					}
					says(t, "again", c.do(path), "")
					store.Sweep(path, time.Now().Add(25*time.Hour))
					storetest.Holds(t, must(store.Check(path))(t), "plan", after)
					consistent(t, path)
				},
				done: func(t *testing.T, path string) { storetest.Holds(t, must(store.Check(path))(t), "plan", after) },
			}.run(t)
		})
	}
}
