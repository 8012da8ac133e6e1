package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Intent is what is begun with a file and its copies. It stands beside the file until it is [Finished]: whoever comes next goes on with it.
type Intent struct {
	What    []byte // which no other begins with: something random is in it
	Instead []byte // what was begun before, in whose place it comes; nil for nothing
}

// half ends the name of what is done until it is written whole.
const half = ".part"

// intentPath is where it stands beside a file what is being done to it and its copies.
func intentPath(path string) string {
	const before, after = ".stappenplan-", ".unfinished"
	folder, name := filepath.Split(path)
	return folder + before + fitting(name, len(before+after+half)) + after
}

// Intend begins something with a file and its copies, where nobody has it open and nothing else is begun: else the error has the code
// [FileLocked].
func Intend(path string, begins Intent) error {
	_, let, err := claimFile(path, inUse)
	if err != nil {
		return at(path, err)
	}
	defer let()
	_, err = begins.begin(path)
	return err
}

// begin keeps it beside a file that is claimed, and gives what takes it back. Where it stood there already nothing is to be taken back; what
// somebody else began meanwhile stays.
func (i *Intent) begin(path string) (undo func() error, err error) {
	undo = func() error { return nil }
	if i == nil {
		return undo, nil
	}
	stands, err := Intended(path)
	switch {
	case err != nil || stands != nil && bytes.Equal(stands, i.What):
		return undo, err
	case stands == nil:
		undo = func() error { return forget(path, i.What) }
	case bytes.Equal(stands, i.Instead):
		undo = func() error { return keepIntent(path, stands) }
	default:
		return undo, fault(FileLocked, path, nil)
	}
	return undo, keepIntent(path, i.What)
}

// keepIntent is for its owner only, and synced. What could not be read again is not begun.
func keepIntent(path string, what []byte) error {
	to := intentPath(path)
	if len(what) > mostIntended {
		return fault(IntentLarge, path, nil)
	}
	f, err := os.OpenFile(to+half, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600) // one name: what names a person is not left about
	if err == nil {
		err = fill(f, what)
	}
	if err == nil {
		err = Replace(f.Name(), to)
	}
	if err != nil {
		os.Remove(to + half) // it may name a person
		return writeFault(path, err)
	}
	return nil
}

// mostIntended is how many bytes what is to be done has at most.
const mostIntended = 1 << 20

// Intended is what was to be done to a file and was not finished; nil where nothing was. What cannot be read, such as what another account
// began, is not nothing: the error then has the code [IntentUnread].
func Intended(path string) ([]byte, error) {
	at := intentPath(path)
	info, err := os.Lstat(at)
	if err != nil {
		if _, unreached := os.Lstat(path); unreached != nil || errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return nil, fault(IntentUnread, path, err, "file", at)
	}
	if !info.Mode().IsRegular() || info.Size() > mostIntended {
		return nil, fault(IntentUnread, path, nil, "file", at, "cause", CauseNotRegular)
	}
	what, err := os.ReadFile(at)
	if err != nil {
		return nil, fault(IntentUnread, path, err, "file", at)
	}
	return what, nil
}

// Finished forgets what was to be done, and nothing that somebody else began. Where somebody has the file open by now it stays to be done, and the
// error has the code [FileLocked].
func Finished(path string, what []byte) error {
	stands, err := Intended(path)
	if err != nil || stands == nil || !bytes.Equal(stands, what) {
		return err
	}
	_, let, err := claimFile(path, inUse)
	if err != nil {
		return at(path, err)
	}
	defer let()
	return forget(path, what)
}

// forget is [Finished] of a file that is claimed.
func forget(path string, what []byte) error {
	stands, err := Intended(path)
	if err != nil || stands == nil || !bytes.Equal(stands, what) {
		return err
	}
	if err := os.Remove(intentPath(path)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return writeFault(path, err)
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// NotBegun is [Finished] where nothing was done to a file since a copy was taken of it, and nobody has it open: else the error has the code
// [FileLocked], for it may just be done.
func NotBegun(path string, asWas *Copy, what []byte) error {
	present, let, err := claimFile(path, inUse)
	if err != nil {
		return at(path, err)
	}
	defer let()
	if present == nil || !bytes.Equal(present.content, asWas.content) {
		return fault(FileLocked, path, nil)
	}
	return forget(path, what)
}
