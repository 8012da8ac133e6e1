package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Restore puts a sound copy at the path in the place of what stands there, which nobody may have open: else the error has the code
// [FileLocked]. What stands there, sound or damaged, is first kept in a folder as one more backup, which it gives; the zero Backup
// where there is nothing to keep. Whatever happens, the file is as it was or is the copy.
func Restore(path string, from *Copy, folder string, now time.Time) (kept Backup, err error) {
	target := path
	if followed, err := filepath.EvalSymlinks(path); err == nil {
		target = followed
	}
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := makeFolder(filepath.Dir(path)); err != nil {
			return kept, createFault(path, filepath.Dir(path), err)
		}
		return kept, restoreFault(path, from.Write(path))
	case err != nil:
		return kept, notReached(path, err)
	}
	present, let, err := claimFile(target, inUse)
	if err != nil {
		return kept, at(path, err)
	}
	defer let()
	if present != nil {
		if kept, err = present.Keep(folder, BeforeRestore, now); err != nil {
			return kept, at(path, err)
		}
	}
	fresh, err := from.writeIn(filepath.Dir(target), info.Mode().Perm())
	if err == nil {
		if system := renameOver(fresh, target, let); system != nil {
			os.Remove(fresh)
			err = system
		}
	}
	if err != nil {
		return kept, restoreFault(path, err)
	}
	syncFolder(filepath.Dir(target))
	return kept, nil
}

// claimFile opens what stands at a path, of which nobody else has the lock until it is let go, and copies it; nil for
// what is empty. A file of a newer program is left to that. InUse takes the lock, or says that somebody has it.
func claimFile(path string, inUse func(*os.File) bool) (present *Copy, let func(), err error) {
	f, _, err := openWhole(path, os.O_RDWR)
	if HasCode(err, FileEmpty) {
		return nil, func() {}, nil
	}
	if err != nil {
		return nil, nil, err
	}
	let = func() { f.Close() } // closing twice is of no harm
	if inUse(f) {
		let()
		return nil, nil, fault(FileLocked, path, nil)
	}
	content, err := readWhole(f) // only now: whoever had the lock until here may have added to it
	if err == nil && !stillAt(f, path) {
		err = errBusy // or made it anew
	}
	if err != nil {
		let()
		return nil, nil, fault(FileLocked, path, err)
	}
	root, err := lookInside(content)
	switch {
	case HasCode(err, FileNewer):
		let()
		return nil, nil, err
	case err != nil: // of an entry that is damaged, the rest can be told
		root = nil
	}
	return &Copy{path, content, root}, let, nil
}

// Claimable is an error with the code [FileLocked] where somebody has a file open: then it is not to be made anew, nor replaced.
func Claimable(path string) error {
	_, let, err := claimFile(path, inUse)
	switch {
	case err == nil:
		let()
	case HasCode(err, FileLocked):
		return at(path, err)
	}
	return nil
}

// stillAt says whether a file that is open still is the one at a path.
func stillAt(f *os.File, path string) bool {
	is, err := f.Stat()
	stands, missing := os.Stat(path)
	return err == nil && missing == nil && os.SameFile(is, stands)
}

func restoreFault(path string, err error) error {
	if _, said := errors.AsType[*Error](err); said || err == nil {
		return err
	}
	return writeFault(path, err)
}
