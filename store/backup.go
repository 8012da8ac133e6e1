package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"stappenplan/lazyregexp"
)

// Reason is why a backup was made.
type Reason string

// A backup of a session is one of many, of which some are kept; one that a person asked for, or that was made before something was
// brought into the file, is kept for a month.
const (
	OfSession     Reason = ""
	Asked         Reason = "asked"
	BeforeImport  Reason = "import"
	BeforeRestore Reason = "restore"
	BeforeMerge   Reason = "merge"
)

// Backup is a copy of a file in a folder of backups, as its name tells.
type Backup struct {
	Path    string
	At      time.Time // when it was made, to the second, in UTC
	Entries int       // how many there are in all its plans; 0 where the file was damaged
	Reason  Reason
}

// Moment is the name of a backup, by which a person calls it: when it was made, and how many entries it has.
func (b Backup) Moment() string { return strings.TrimSuffix(filepath.Base(b.Path), backupEnding) }

const (
	backupEnding = ".db"
	backupTime   = "2006-01-02T150405Z"
)

var backupName = lazyregexp.New(`^(\d{4}-\d\d-\d\dT\d{6}Z)-(\d{4,9})(?:-(asked|import|restore|merge))?\.db$`)

// IsBackup says whether a path is that of a backup.
func IsBackup(path string) bool {
	_, named := backupNamed(filepath.Base(path))
	folder := filepath.Base(filepath.Dir(path))
	return named && (strings.HasSuffix(folder, backupsEnding) || strings.HasSuffix(folder, otherBackupsEnding))
}

// The endings of folders of backups: of a file that is called plan.db, and of one that is called plan, which may stand beside it.
const (
	backupsEnding      = ".backups"
	otherBackupsEnding = ".file-backups"
)

// longestName is how many bytes the name of a file may have, on the systems that allow the least.
const longestName = 255

// BackupFolder is where the backups of a file stand, beside it: plan.backups for plan.db. No other file has the same folder. A name
// that leaves no room for the ending is cut, and told apart by its sum.
func BackupFolder(path string) string {
	folder, name := filepath.Split(path)
	ending := otherBackupsEnding
	if strings.EqualFold(filepath.Ext(name), backupEnding) && len(name) > len(backupEnding) {
		name, ending = name[:len(name)-len(backupEnding)], backupsEnding
	}
	return folder + fitting(name, len(ending)) + ending
}

// fitting is a name, or what of it leaves room for so many bytes more, told apart by its sum.
func fitting(name string, more int) string {
	if len(name)+more <= longestName {
		return name
	}
	sum := fmt.Sprintf("-%x", sha256.Sum256([]byte(name)))[:9]
	return strings.ToValidUTF8(name[:longestName-more-len(sum)], "") + sum
}

// Backups lists the backups in a folder, the newest first, by their names: none of them is opened. Where there is no
// folder there are none.
func Backups(folder string) (found []Backup) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if b, ok := backupNamed(e.Name()); ok && e.Type().IsRegular() {
			b.Path = filepath.Join(folder, e.Name())
			found = append(found, b)
		}
	}
	slices.SortFunc(found, func(a, b Backup) int { return strings.Compare(b.Moment(), a.Moment()) })
	return found
}

func backupNamed(name string) (b Backup, ok bool) {
	parts := backupName().FindStringSubmatch(name)
	if parts == nil {
		return b, false
	}
	at, err := time.Parse(backupTime, parts[1])
	b.At, b.Reason = at, Reason(parts[3])
	b.Entries, _ = strconv.Atoi(parts[2])
	return b, err == nil
}

// Copy is a file as it stood at one moment, held in memory.
type Copy struct {
	path    string
	content []byte
	root    *bucket // nil where the file is damaged
}

// TakeCopy reads a sound file, which may be open here or elsewhere. What is added to it later is not in the copy.
func TakeCopy(path string) (*Copy, error) {
	f, content, root, err := openSound(path, os.O_RDONLY)
	if err != nil {
		return nil, err
	}
	f.Close()
	return &Copy{path, content, root}, nil
}

// Entries is how many entries there are in all plans of the copy; 0 where the file is damaged.
func (c *Copy) Entries() (n int) {
	if c.root == nil {
		return 0
	}
	for _, plan := range c.root.buckets[plansBucket].buckets {
		n += plan.chain.Len()
	}
	return n
}

// Plans are those in the copy, as they are kept: where they are encrypted, no entry can be read. None where the file is damaged.
func (c *Copy) Plans() Plans {
	if c.root == nil {
		return nil
	}
	return c.chains()
}

// Keep writes the copy into a folder of backups, for its owner only, and thins out what is there. Where nothing is
// about to be brought in, there comes no second one that holds the same: it gives that which is there. Nothing is replaced; where nothing can be kept the error has the
// code [BackupFailed], and nothing is left.
func (c *Copy) Keep(folder string, reason Reason, now time.Time) (Backup, error) {
	_, err := os.Lstat(folder)
	fresh := errors.Is(err, fs.ErrNotExist)
	if err := makeFolder(folder); err != nil {
		return Backup{}, backupFault(c.path, folder, err)
	}
	sweepCopies(folder, now)
	if reason == OfSession || reason == Asked {
		for _, b := range Backups(folder) {
			young := reason == OfSession || now.Sub(b.At) < 24*time.Hour // what was asked for is promised for a while from now on
			if b.Reason == reason && young && !b.Ahead(now) && b.Entries == c.Entries() && c.isIn(b.Path) {
				return b, nil
			}
		}
	}
	for at := now.UTC().Truncate(time.Second); ; at = at.Add(time.Second) { // another was made in the same second
		b := Backup{filepath.Join(folder, nameOfBackup(at, c.Entries(), reason)), at, c.Entries(), reason}
		err := c.Write(b.Path)
		if HasCode(err, FileExists) {
			continue
		}
		if err != nil {
			if fresh {
				_ = os.Remove(folder) // unless something else came into it
			}
			return Backup{}, backupFault(c.path, folder, err)
		}
		thinOut(folder, now)
		return b, nil
	}
}

func nameOfBackup(at time.Time, entries int, reason Reason) string {
	name := at.Format(backupTime) + fmt.Sprintf("-%04d", entries)
	if reason != OfSession {
		name += "-" + string(reason)
	}
	return name + backupEnding
}

// isIn says whether a file is sound and holds the same plans, with the same entries.
func (c *Copy) isIn(path string) bool {
	f, _, root, err := openSound(path, os.O_RDONLY)
	if err != nil {
		return false
	}
	f.Close()
	return c.root != nil && c.root.equal(root)
}

// Write puts the copy at a path, for its owner only and synced, and reads there what was written before it gets its name.
// It replaces nothing: where something stands the error has the code [FileExists].
func (c *Copy) Write(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fault(FileExists, path, nil)
	}
	fresh, err := c.writeIn(filepath.Dir(path), 0o600)
	if err != nil {
		return err
	}
	return Place(fresh, path)
}

// writeIn writes the copy under a name of its own, and gives that once what stands there was compared.
func (c *Copy) writeIn(folder string, mode os.FileMode) (fresh string, err error) {
	return c.writeAs(c.content, folder, mode, func(written []byte) ([]byte, error) { return written, nil })
}

// writeAs writes what the copy became under a name of its own, and gives that once what stands there was read as the copy.
func (c *Copy) writeAs(content []byte, folder string, mode os.FileMode, read func([]byte) ([]byte, error)) (fresh string, err error) {
	fresh, err = writeAside(content, mode, folder)
	if err != nil {
		return "", err
	}
	written, err := os.ReadFile(fresh)
	if err == nil {
		written, err = read(written)
	}
	if err == nil && !bytes.Equal(written, c.content) {
		err = errors.New("what was written reads otherwise")
	}
	if err != nil {
		os.Remove(fresh)
		return "", fmt.Errorf("read what was written: %w", err)
	}
	return fresh, nil
}

func backupFault(path, folder string, err error) *Error {
	cause := Cause(err)
	if cause == CauseMissing { // of a folder that is there
		cause = CauseUnable
	}
	return fault(BackupFailed, path, err, "folder", folder, "cause", cause)
}
