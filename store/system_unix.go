//go:build !windows

package store

import (
	"os"
	"path/filepath"
	"syscall"
)

// inUse says whether another program holds the lock of a file, as bbolt does while it has one open. Where none does, it is
// held here until the file is closed.
func inUse(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil
}

// renameOver puts a finished file in the place of one that is open here, whose lock is held meanwhile.
func renameOver(fresh, target string, _ func()) error { return os.Rename(fresh, target) }

// unname takes its name away from a file that is open, and gives what is left to do once it is closed: nothing.
func unname(f *os.File) (remove func()) {
	os.Remove(f.Name())
	return func() {}
}

// takesFiles is an error where no file can be made in a folder.
func takesFiles(folder string) error {
	const write = 2
	return syscall.Access(folder, write)
}

// ReadByOthers says whether others who use this computer can read a file: its mode says so, and that of each folder on the way to it.
func ReadByOthers(path string) bool {
	const readable, passable = 0o004, 0o001
	info, err := os.Stat(path)
	if err != nil || info.Mode()&readable == 0 {
		return false
	}
	if followed, err := filepath.EvalSymlinks(path); err == nil {
		path = followed
	}
	for folder := filepath.Dir(path); ; folder = filepath.Dir(folder) {
		if info, err := os.Stat(folder); err != nil || info.Mode()&passable == 0 {
			return false
		}
		if folder == filepath.Dir(folder) {
			return true
		}
	}
}
