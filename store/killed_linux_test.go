package store_test

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

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
