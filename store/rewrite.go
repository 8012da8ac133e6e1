package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"stappenplan/steps"
	"stappenplan/store/passphrase"
)

// Plans are the entries of every plan in a file, by its id.
type Plans map[string]steps.Entries

// AsTheyAre leaves the plans of a file what they are.
func AsTheyAre(plans Plans) (Plans, error) { return plans, nil }

// Rewrite makes a sound file anew with what becomes of its plans, for which nobody may have it open: else the error has the code
// [FileLocked]. Nothing of what the file held before is in the new one, also not in its free pages, and no copy is kept. The new
// one is read before it takes the place: whatever happens, the file at the path is the old one or the new one. What that begins stands beside
// the file from just before; nil for nothing. Where the file stays the old one, nothing was begun.
func Rewrite(path string, with Unlocker, become func(Plans) (Plans, error), begins *Intent) error {
	return rewrite(path, with, func(own *passphrase.Key) *passphrase.Key { return own }, become, begins)
}

// Encrypt is [Rewrite] of a file whose entries lie open, which a key encrypts, or which the same key encrypts under another passphrase. One that
// another key encrypts stays as it is, and the error has the code [FileEncrypted].
func Encrypt(path string, key *passphrase.Key, begins *Intent) error {
	if held, err := TakeCopy(path); err == nil && held.Encrypted() && !held.SealedBy(key) {
		return Locked(path)
	}
	same := func([]byte) (*passphrase.Key, error) { return key, nil }
	return rewrite(path, same, func(*passphrase.Key) *passphrase.Key { return key }, AsTheyAre, begins)
}

// Decrypt is [Rewrite] of a file that is encrypted, whose entries then lie open.
func Decrypt(path string, with Unlocker) error { return Reencrypt(path, with, nil) }

// Reencrypt is [Rewrite] of a file, whichever key encrypts its entries, which another then encrypts.
func Reencrypt(path string, with Unlocker, key *passphrase.Key) error {
	return rewrite(path, with, func(*passphrase.Key) *passphrase.Key { return key }, AsTheyAre, nil)
}

// rewrite makes a sound file anew, of which another key encrypts the entries, or none.
func rewrite(path string, with Unlocker, under func(own *passphrase.Key) *passphrase.Key, become func(Plans) (Plans, error), begins *Intent) error {
	target := path
	if followed, err := filepath.EvalSymlinks(path); err == nil {
		target = followed
	}
	info, err := os.Stat(target)
	if err != nil {
		return notReached(path, err)
	}
	present, let, err := claimFile(target, inUse)
	if err != nil {
		return at(path, err)
	}
	defer let()
	sweepEdited(path) // what is copied of a text that was saved
	if present == nil {
		return fault(FileEmpty, path, nil)
	}
	if present.root == nil {
		return fault(FileDamaged, path, nil)
	}
	plans, own, err := present.opened(with)
	before := plans.beginnings()
	if err == nil {
		plans, err = become(plans)
	}
	if err != nil {
		return at(path, err)
	}
	key := under(own)
	fresh, err := makeIn(filepath.Dir(target), copyPattern, path, present.says(before, plans, key, nil), key, plans)
	if err != nil {
		return err
	}
	defer os.Remove(fresh) // where it did not take the place
	_ = os.Chmod(fresh, info.Mode().Perm())
	undo := func() error { return nil }
	if err = holds(fresh, key, plans); err == nil {
		undo, err = begins.begin(path)
	}
	if err == nil {
		if err = renameOver(fresh, target, let); err != nil {
			err = errors.Join(writeFault(path, err), undo())
		}
	}
	if err != nil {
		return restoreFault(path, err)
	}
	syncFolder(filepath.Dir(target))
	return nil
}

// holds is an error unless a file was written with these plans.
func holds(path string, key *passphrase.Key, plans Plans) error {
	written, err := TakeCopy(path)
	if err != nil {
		return err
	}
	held, _, err := written.opened(func([]byte) (*passphrase.Key, error) { return key, nil })
	if err == nil && !held.same(plans) {
		err = errors.New("what was written reads otherwise")
	}
	return err
}

// Rewritten is a sound copy with what becomes of its plans, which says that these too were erased whole; a folder lends the place to
// make it.
func (c *Copy) Rewritten(folder string, with Unlocker, become func(Plans) (Plans, error), erased Erased) (*Copy, error) {
	plans, own, err := c.opened(with)
	before := plans.beginnings()
	if err == nil {
		plans, err = become(plans)
	}
	if err != nil {
		return nil, err
	}
	return c.rewrittenUnder(folder, own, plans, before, erased)
}

// Under is a sound copy, encrypted by a key, whichever encrypted it before; a folder lends the place to make it.
func (c *Copy) Under(folder string, with Unlocker, key *passphrase.Key) (*Copy, error) {
	plans, _, err := c.opened(with)
	if err != nil {
		return nil, err
	}
	return c.rewrittenUnder(folder, key, plans, nil, nil)
}

func (c *Copy) rewrittenUnder(folder string, key *passphrase.Key, plans Plans, before []string, erased Erased) (*Copy, error) {
	if err := makeFolder(folder); err != nil {
		return nil, createFault(c.path, folder, err)
	}
	fresh, err := makeIn(folder, copyPattern, c.path, c.says(before, plans, key, erased), key, plans)
	if err != nil {
		return nil, err
	}
	defer os.Remove(fresh)
	return TakeCopy(fresh)
}

// chains are the plans of a sound copy as they are kept, which may be encrypted.
func (c *Copy) chains() Plans {
	plans := Plans{}
	for id, plan := range c.root.buckets[plansBucket].buckets {
		plans[id] = plan.chain
	}
	return plans
}

// erasedKey begins what a file keeps of a plan that was erased whole, so that an older copy does not bring it back.
const erasedKey = "erased "

// Erased are plans that were erased whole from a file, each as the SHA-256 of the random id of its first entry, which names nobody.
type Erased []string

// Holds says whether the plan that began with this entry is among them.
func (e Erased) Holds(first string) bool { return slices.Contains(e, erasedAs(first)) }

func erasedAs(first string) string {
	sum := sha256.Sum256([]byte(first))
	return hex.EncodeToString(sum[:])
}

// Erased are those of the copy.
func (c *Copy) Erased() (erased Erased) {
	if c.root == nil {
		return nil
	}
	return c.root.buckets[programBucket].erased()
}

func (b *bucket) erased() (erased Erased) {
	for key := range b.all {
		if plan, is := strings.CutPrefix(string(key), erasedKey); is {
			erased = append(erased, plan)
		}
	}
	return erased
}

// records are what a file keeps of them.
func (e Erased) records() (kept []record) {
	for _, plan := range e {
		kept = append(kept, record{[]byte(erasedKey + plan), []byte{'1'}})
	}
	return kept
}

// ErasedFrom are those of a file; none of one that cannot be read.
func ErasedFrom(path string) Erased {
	c, err := TakeCopy(path)
	if err != nil {
		return nil
	}
	return c.Erased()
}

// says is what the copy says of itself once it holds these plans: also that the others of those that began so before were erased whole, as
// these were. Its format stays as long as an older program can read what it then holds.
func (c *Copy) says(before []string, plans Plans, key *passphrase.Key, erased Erased) []record {
	own := c.root.buckets[programBucket]
	version := string(own.says(formatKey))
	for _, entries := range plans {
		if entries.HoldsErasures() {
			version = decimal(format)
		}
	}
	if version == decimal(encryptedFormat) {
		version = decimal(format)
	}
	others := slices.DeleteFunc(slices.Clone(own.records), func(r record) bool { return string(r.key) == formatKey || string(r.key) == keyKey })
	stays := plans.beginnings()
	for _, first := range before {
		if !slices.Contains(stays, first) {
			erased = append(slices.Clip(erased), erasedAs(first))
		}
	}
	return slices.Concat(others, erased.records(), saysOf(version, key))
}

func (p Plans) beginnings() (first []string) {
	for _, entries := range p {
		first = append(first, entries.Beginning())
	}
	return first
}

func (p Plans) same(others Plans) bool {
	for id, entries := range p {
		if !entries.Alike(others[id]) {
			return false
		}
	}
	for id, entries := range others {
		if _, there := p[id]; !there && entries.Len() > 0 {
			return false
		}
	}
	return true
}

// Read gives the plans of a sound file, which may be open elsewhere.
func Read(path string, with Unlocker) (Plans, error) {
	c, err := TakeCopy(path)
	if err != nil {
		return nil, err
	}
	plans, _, err := c.opened(with)
	return plans, err
}

// CopiesMade are the files that the program made of what a file holds or held: the backups in these folders, the copies of older formats beside
// it, and what was left over when the program was ended. Copies that people made are not among them.
func CopiesMade(path string, folders ...string) (paths []string) {
	for _, folder := range folders {
		entries, _ := os.ReadDir(folder)
		for _, e := range entries {
			if file := filepath.Join(folder, e.Name()); e.Type().IsRegular() && (named(e.Name(), unfinishedPattern) || mayBeDatabase(file)) {
				paths = append(paths, file)
			}
		}
	}
	folder, stem, ending := partsOfCopy(path)
	older := regexp.MustCompile(`^` + regexp.QuoteMeta(stem) + `\.v\d+(-\d+)?` + regexp.QuoteMeta(ending) + `$`)
	beside, _ := os.ReadDir(filepath.Dir(path))
	for _, e := range beside {
		file, left := folder+e.Name(), named(e.Name(), freshPattern) || named(e.Name(), copyPattern)
		if e.Type().IsRegular() && (older.MatchString(e.Name()) || left) && !sameFile(file, path) && mayBeDatabase(file) {
			paths = append(paths, file)
		}
	}
	return append(paths, ofPattern(os.TempDir(), checkPattern)...)
}

// CopiesByOthers are the other files of plans in the folder of a file: copies that people or sync programs made.
func CopiesByOthers(path string) (paths []string) {
	known := CopiesMade(path)
	entries, _ := os.ReadDir(filepath.Dir(path))
	for _, e := range entries {
		file := filepath.Join(filepath.Dir(path), e.Name())
		if e.Type().IsRegular() && !sameFile(file, path) && !slices.Contains(known, file) && isDatabase(file) {
			paths = append(paths, file)
		}
	}
	return paths
}

// CopiesUnderPassphrase are the files beside a file, and among its backups, that are encrypted whole: nobody can look into them.
func CopiesUnderPassphrase(path string) (paths []string) {
	for _, folder := range []string{filepath.Dir(path), BackupFolder(path)} {
		entries, _ := os.ReadDir(folder)
		for _, e := range entries {
			if file := filepath.Join(folder, e.Name()); e.Type().IsRegular() && IsUnderPassphrase(file) {
				paths = append(paths, file)
			}
		}
	}
	return paths
}

// mayBeDatabase is isDatabase, of a file that cannot be looked into too.
func mayBeDatabase(path string) bool {
	is, err := IsDatabase(path)
	return is || err != nil && !errors.Is(err, fs.ErrNotExist)
}

func isDatabase(path string) bool {
	is, err := IsDatabase(path)
	return err == nil && is
}

// ReplaceWith puts a file of these plans, encrypted by a key, in the place of a copy that is damaged, which nobody may have open, and which says
// that others were erased whole. A backup is first named as one that was damaged: an older one may hold more.
func ReplaceWith(path string, key *passphrase.Key, plans Plans, erased Erased) error {
	info, err := os.Stat(path)
	if err != nil {
		return notReached(path, err)
	}
	_, let, err := claimFile(path, inUse)
	if err != nil {
		return at(path, err)
	}
	defer let()
	if named := asDamaged(path); named != path {
		let()
		if err := os.Rename(path, named); err != nil {
			return writeFault(path, err)
		}
		return ReplaceWith(named, key, plans, erased)
	}
	fresh, err := makeIn(filepath.Dir(path), copyPattern, path, append(erased.records(), saysOf(decimal(format), key)...), key, plans)
	if err != nil {
		return err
	}
	defer os.Remove(fresh) // where it did not take the place
	_ = os.Chmod(fresh, info.Mode().Perm())
	err = holds(fresh, key, plans)
	if err == nil {
		err = renameOver(fresh, path, let)
	}
	if err != nil {
		return restoreFault(path, err)
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// asDamaged is the path of a backup as one that was damaged, where nothing stands; of another file its own.
func asDamaged(path string) string {
	b, is := backupNamed(filepath.Base(path))
	for is && b.Entries > 0 {
		named := filepath.Join(filepath.Dir(path), nameOfBackup(b.At, 0, b.Reason))
		if _, err := os.Lstat(named); err != nil {
			return named
		}
		b.At = b.At.Add(time.Second)
	}
	return path
}

// Discard removes a copy that cannot be read, of which nobody knows what it holds. One that is open elsewhere stays.
func Discard(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return notOpened(path, err)
	}
	held := inUse(f)
	f.Close()
	if held {
		return fault(FileLocked, path, nil)
	}
	if err := os.Remove(path); err != nil {
		return writeFault(path, err)
	}
	syncFolder(filepath.Dir(path))
	return nil
}
