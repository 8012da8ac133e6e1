package store

import (
	"os"

	"golang.org/x/sys/windows"
)

// inUse says whether another program holds the lock of a file, as bbolt does while it has one open: it locks one byte, far
// beyond the end. Where none does, it is held here until the file is closed.
func inUse(f *os.File) bool {
	const far = 1<<32 - 1
	at := windows.Overlapped{Offset: far, OffsetHigh: far}
	return windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at) != nil
}

// renameOver puts a finished file in the place of one that is open here. The system replaces no open file: it is let go just
// before, and one that another program opens in that moment stays.
func renameOver(fresh, target string, let func()) error {
	let()
	return os.Rename(fresh, target)
}
