//go:build !windows

package store

import (
	"os"
	"syscall"
)

// inUse says whether another program holds the lock of a file, as bbolt does while it has one open.
func inUse(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil
}
