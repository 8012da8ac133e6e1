package store

import (
	"errors"
	"io/fs"
	"maps"
	"path/filepath"
	"strconv"

	bolterrors "go.etcd.io/bbolt/errors"
)

// Codes of errors while opening a file. The file is as it was.
const (
	FileMissing         = "file-missing"          // nothing stands there
	FileExists          = "file-exists"           // something stands where a new file was to come
	FileLocked          = "file-locked"           // another copy of the program has it open
	FileEmpty           = "file-empty"            // 0 bytes
	FileCut             = "file-cut"              // shorter than it says it is
	FileDamaged         = "file-damaged"          // its pages contradict each other
	FileForeign         = "file-foreign"          // not made by this program
	FileNewer           = "file-newer"            // made by a newer version of this program
	FileUnderPassphrase = "file-under-passphrase" // a backup that is encrypted whole
	FileTooLarge        = "file-too-large"        // larger than a journal ever gets
	FileFolder          = "file-folder"           // a folder
	FileNotRegular      = "file-not-regular"      // a device, a pipe
	FileLinkLoop        = "file-link-loop"        // a link that leads to itself
	FileLinkBroken      = "file-link-broken"      // a link to what is gone
	FileUnreadable      = "file-unreadable"       // not to be read, for any other reason
	FileReadOnly        = "file-read-only"        // to be read, not to be written
	FolderUnwritable    = "folder-unwritable"     // no file can be made in it
	FolderUnlockable    = "folder-unlockable"     // a place without locks, such as some network drives
	FileNotChecked      = "file-not-checked"      // to be read, but no copy can be made to check
)

// Codes of errors while reading.
const (
	FileEncrypted   = "file-encrypted"   // its entries are encrypted, and nobody gave the passphrase
	PassphraseWrong = "passphrase-wrong" // what is encrypted is so under another passphrase
	EntryDamaged    = "entry-damaged"    // one entry is damaged or missing; its number is among the values
	IntentUnread    = "intent-unread"    // what was begun and is not finished cannot be read
	IntentLarge     = "intent-large"     // what is to be begun is more than can be kept beside a file
	TextUnread      = "text-unread"      // a text that was left in an editor cannot be read
	FileOverwritten = "file-overwritten" // the file was changed underneath; the store is of no use any more
)

// Codes of errors while writing. The entry is not saved.
const (
	Conflict     = "conflict"      // another writer was first
	FileRemoved  = "file-removed"  // the file was taken away since it was opened
	FileReplaced = "file-replaced" // another file stands at the path than the one that was opened
	DiskFull     = "disk-full"
	FileFull     = "file-full"     // the file would grow beyond what a file may be
	WriteFailed  = "write-failed"  // for any other reason
	CopyFailed   = "copy-failed"   // the file is of an older format, and the copy of it cannot be made that comes first
	BackupFailed = "backup-failed" // no backup can be made in the folder for them
	ReadOnly     = "store-read-only"
)

// Error is a fault of a file. It holds no sentence: Code and Values are worded elsewhere.
type Error struct {
	code   string
	values map[string]string
	cause  error
}

// Error is for programmers.
func (e *Error) Error() string {
	text := e.code
	if path := e.values["path"]; path != "" {
		text += " " + path
	}
	if e.cause != nil {
		text += ": " + e.cause.Error()
	}
	return text
}

// Unwrap gives the error of the system or of bbolt behind it, if there is one.
func (e *Error) Unwrap() error { return e.cause }

// Code names the sentence that says what is wrong.
func (e *Error) Code() string { return e.code }

// Values fills that sentence. The path is always among them, and the cause as [Cause] gives it.
func (e *Error) Values() map[string]string { return maps.Clone(e.values) }

// HasCode says whether an error is, or wraps, one of this package with the given code.
func HasCode(err error, code string) bool {
	e, ours := errors.AsType[*Error](err)
	return ours && e.code == code
}

// fault is an error about a file; more values come as name, value, name, value.
func fault(code, path string, cause error, more ...string) *Error {
	values := map[string]string{"path": path, "cause": Cause(cause)}
	for i := 0; i+1 < len(more); i += 2 {
		values[more[i]] = more[i+1]
	}
	return &Error{code, values, cause}
}

// at gives an error of this package the path of the file, which was not known where it was found.
func at(path string, err error) error {
	e, ours := errors.AsType[*Error](err)
	if !ours {
		return err
	}
	values := e.Values()
	values["path"] = path
	return &Error{e.code, values, e.cause}
}

func decimal[N int | int64 | uint64](n N) string { return strconv.FormatInt(int64(n), 10) }

// openFault words an error of opening a file for writing that passed the look.
func openFault(path string, err error) *Error {
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return fault(FileLocked, path, err)
	case Cause(err) == CauseUnable:
		return fault(FolderUnlockable, path, err)
	case errors.Is(err, fs.ErrPermission), Cause(err) == CauseReadOnly:
		return fault(FileReadOnly, path, err)
	case Cause(err) == CauseFull:
		return fault(DiskFull, path, err)
	}
	return fault(FileUnreadable, path, err)
}

// writeFault words an error of a transaction.
func writeFault(path string, err error) *Error {
	switch {
	case Cause(err) == CauseFull:
		return fault(DiskFull, path, err)
	case errors.Is(err, bolterrors.ErrMaxSizeReached):
		return fault(FileFull, path, err)
	}
	return fault(WriteFailed, path, err)
}

// copyFault words an error of making the copy of a file of an older format.
func copyFault(path, to string, err error) *Error {
	cause := Cause(err)
	if cause == CauseMissing { // of a folder that is there
		cause = CauseUnable
	}
	return fault(CopyFailed, path, err, "folder", filepath.Dir(to), "cause", cause)
}

// createFault words an error of making a file.
func createFault(path, folder string, err error) *Error {
	switch Cause(err) {
	case CauseFull:
		return fault(DiskFull, path, err)
	case CauseMissing: // of a folder that is there: some places, such as /proc on Linux, take no files
		return fault(FolderUnwritable, path, err, "folder", folder, "cause", CauseUnable)
	}
	return fault(FolderUnwritable, path, err, "folder", folder)
}
