//go:build !windows

package store

import (
	"os"
	"syscall"
)

// inUse says whether another program holds the lock of a file, as bbolt does while it has one open. Where none does, it is
// held here until the file is closed.
func inUse(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil
}

// renameOver puts a finished file in the place of one that is open here, whose lock is held meanwhile.
func renameOver(fresh, target string, _ func()) error { return os.Rename(fresh, target) }
