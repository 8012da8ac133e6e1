package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"

	"stappenplan/store/passphrase"
)

// patience is how long a file that is in use is waited for.
const patience = time.Second

// headersAtMost is the size of the two header pages, when pages are at their largest.
const headersAtMost = 2 * largestPage

// openSound opens a file and looks at what it opened. It gives the file, its bytes and its root bucket;
// or the reason why nobody should go on with it, and then the file is closed and as it was. Of one that cannot be written,
// what is wrong inside is that reason.
func openSound(path string, flag int) (f *os.File, b []byte, root *bucket, err error) {
	f, b, err = openWhole(path, flag)
	if HasCode(err, FileReadOnly) && flag != os.O_RDONLY {
		read, _, _, wrong := openSound(path, os.O_RDONLY)
		if wrong != nil {
			return nil, nil, nil, wrong
		}
		read.Close()
	}
	if err != nil {
		return nil, nil, nil, err
	}
	if root, err = lookInside(b); err != nil {
		f.Close()
		return nil, nil, nil, at(path, err)
	}
	return f, b, root, nil
}

// openWhole opens a file, sound or not, and reads it.
func openWhole(path string, flag int) (f *os.File, b []byte, err error) {
	if err := lookFromOutside(path); err != nil {
		return nil, nil, err
	}
	if f, err = os.OpenFile(path, flag, 0); err != nil {
		return nil, nil, notOpened(path, err)
	}
	if b, err = readWhole(f); err != nil {
		f.Close()
		if err == errBusy {
			return nil, nil, fault(FileLocked, path, err)
		}
		return nil, nil, fault(FileUnreadable, path, err)
	}
	return f, b, nil
}

// notOpened words why a file was not opened; one that can be read after all is one that cannot be written.
func notOpened(path string, err error) error {
	if Cause(err) == CauseBusy {
		return fault(FileLocked, path, err)
	}
	f, unreadable := os.Open(path)
	if unreadable != nil {
		return fault(FileUnreadable, path, err)
	}
	f.Close()
	return openFault(path, err)
}

// Writable is an error where a file cannot be written or replaced, or not be made, as far as that can be told without changing anything.
func Writable(path string) error {
	if followed, err := filepath.EvalSymlinks(path); err == nil {
		path = followed
	}
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err == nil {
			f.Close()
		} else if err := notOpened(path, err); HasCode(err, FileReadOnly) {
			return err
		}
	}
	folder := filepath.Dir(path)
	there := folder
	for ; there != filepath.Dir(there); there = filepath.Dir(there) {
		if _, err := os.Stat(there); !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	if err := takesFiles(there); err != nil {
		return createFault(path, folder, err)
	}
	return nil
}

// IsDatabase says whether a file is a bbolt file, of this program or of another, whole or damaged. It looks at its
// content and needs no lock.
func IsDatabase(path string) (bool, error) {
	b, err := beginningOf(path)
	return hasHeader(b), err
}

// IsUnderPassphrase says whether a file is encrypted whole, as [Copy.WriteUnder] writes one.
func IsUnderPassphrase(path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	b, err := beginningOf(path)
	return err == nil && passphrase.IsEncrypted(b)
}

// beginningOf reads as much of a file as its headers can take.
func beginningOf(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("look whether it is a database: %w", err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, headersAtMost))
	if err != nil {
		return nil, fmt.Errorf("look whether it is a database: %w", err)
	}
	return b, nil
}

// lookFromOutside looks at what can be seen of a file without opening it: to open a pipe or a device can
// already do something.
func lookFromOutside(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return notReached(path, err)
	case info.IsDir():
		return fault(FileFolder, path, nil)
	case !info.Mode().IsRegular():
		return fault(FileNotRegular, path, nil)
	case info.Size() == 0:
		return fault(FileEmpty, path, nil)
	case info.Size() > maxSize:
		return fault(FileTooLarge, path, nil, "size", decimal(info.Size()>>20), "limit", decimal(maxSize>>20))
	}
	return nil
}

func notReached(path string, err error) error {
	target, notLink := os.Readlink(path)
	switch {
	case Cause(err) == CauseLinkLoop:
		return fault(FileLinkLoop, path, err)
	case errors.Is(err, fs.ErrNotExist) && notLink == nil:
		return fault(FileLinkBroken, path, err, "target", target)
	case errors.Is(err, fs.ErrNotExist):
		return fault(FileMissing, path, err)
	}
	return fault(FileUnreadable, path, err)
}

// errBusy says that a file was written without a pause.
var errBusy = errors.New("the file is being written all the time")

// readWhole reads a file that another copy of the program may be writing. A transaction leaves alone what
// the headers of the moment lead to, so what was read hangs together when the headers did not change
// meanwhile; otherwise it is read again.
func readWhole(f *os.File) ([]byte, error) {
	for end := time.Now().Add(patience); ; {
		b, err := readOnce(f)
		if err != nil {
			return nil, err
		}
		same, err := beginsWith(f, b[:min(len(b), headersAtMost)])
		if same || err != nil {
			return b, err
		}
		if time.Now().After(end) {
			return nil, errBusy
		}
	}
}

// beginsWith says whether a file begins with these bytes. Of those that are read, few are in memory at a time.
func beginsWith(f *os.File, these []byte) (bool, error) {
	piece := make([]byte, min(len(these), smallestPage))
	for at := 0; at < len(these); at += len(piece) {
		piece = piece[:min(len(piece), len(these)-at)]
		if n, err := f.ReadAt(piece, int64(at)); err != nil && err != io.EOF {
			return false, err
		} else if n < len(piece) || !bytes.Equal(piece, these[at:at+n]) {
			return false, nil
		}
	}
	return true, nil
}

func readOnce(f *os.File) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > maxSize {
		return nil, syscall.EFBIG
	}
	b := make([]byte, info.Size())
	n, err := f.ReadAt(b, 0)
	if err == io.EOF {
		err = nil
	}
	return b[:n], err
}

// lookInside looks at the pages and then at the format: what is sound may still be another program's.
func lookInside(b []byte) (*bucket, error) {
	root, err := look(b)
	if err != nil {
		return nil, err
	}
	own, plans := root.buckets[programBucket], root.buckets[plansBucket]
	if own == nil || plans == nil {
		return nil, fault(FileForeign, "", nil, "size", decimal(len(b)))
	}
	if err := checkFormat(own); err != nil {
		return nil, err
	}
	return root, checkPlans(plans)
}

// checkPlans looks whether every plan is there, under its own id, with every entry as it was written: a plan under
// another id, or one that is gone, would be taken for a plan that has not begun.
func checkPlans(plans *bucket) error {
	if n := len(plans.buckets); plans.sequence != uint64(n) {
		return fault(FileDamaged, "", fmt.Errorf("%d plans of %d", n, plans.sequence))
	}
	for _, id := range slices.Sorted(maps.Keys(plans.buckets)) {
		plan := plans.buckets[id]
		if len(plan.records) == 0 {
			return damagedEntry(1, fmt.Errorf("plan %q has no entries", id))
		}
		var err error
		if plan.chain, err = readChain(id, plan.all, plan.sequence); err != nil {
			return err
		}
		plan.records = nil // of which there are as many again
	}
	return nil
}

func checkFormat(own *bucket) error {
	version, err := strconv.Atoi(string(own.says(formatKey)))
	switch {
	case err != nil || version < 1:
		return fault(FileDamaged, "", errors.New("no format version"))
	case version > encryptedFormat:
		return fault(FileNewer, "", nil, "format", decimal(version))
	case (version == encryptedFormat) != (own.says(keyKey) != nil):
		return fault(FileDamaged, "", errors.New("a key without encryption, or encryption without a key"))
	case version == encryptedFormat && own.key() == nil:
		return fault(FileDamaged, "", errors.New("the key is damaged"))
	}
	return nil
}

// says is what stands under a key; nil where nothing does.
func (b *bucket) says(key string) []byte {
	for own, value := range b.all {
		if string(own) == key {
			return value
		}
	}
	return nil
}
