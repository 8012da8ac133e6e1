package storetest

import (
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// child is the environment variable that tells a test that it runs in a process of its own.
const child = "STORETEST_CHILD"

// InChild runs the test that calls it again in a process of its own, whose limits are its own. It says true
// to the test here, which then has nothing more to do.
func InChild(t *testing.T) bool {
	t.Helper()
	if os.Getenv(child) != "" {
		return false
	}
	c := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	c.Env = append(os.Environ(), child+"=1")
	if out, err := c.CombinedOutput(); err != nil || !strings.Contains(string(out), "--- PASS: "+t.Name()) {
		t.Errorf("in a process of its own: %v\n%s", err, out)
	}
	return true
}

// WithFilesUpTo does something while no file can grow beyond a size in bytes, which the system reports as it
// does a full disk. The limit is the whole process's, so a test that needs it runs InChild.
func WithFilesUpTo(t *testing.T, size uint64, do func()) {
	t.Helper()
	if os.Getenv(child) == "" {
		t.Fatal("the limit would hold for all tests: run this one InChild")
	}
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: size, Max: before.Max}); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
			t.Fatal(err)
		}
	}()
	do()
}

// AsOwner does something without the rights of an administrator: then the permissions of a file count, also
// where the tests run as root.
func AsOwner(t *testing.T, do func()) {
	t.Helper()
	done := make(chan error)
	go func() {
		runtime.LockOSThread() // and never unlocked: the thread ends with this goroutine
		head := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
		var none [2]unix.CapUserData
		err := unix.Capset(&head, &none[0])
		if err == nil {
			do()
		}
		done <- err
	}()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}
