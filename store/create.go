package store

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	bolt "go.etcd.io/bbolt"

	"stappenplan/steps"
	"stappenplan/store/passphrase"
)

// OpenOrCreate opens a file, or makes it where nothing stands. Several copies may do so at once.
func OpenOrCreate(path string) (Store, error) {
	s, err := Open(path)
	if !HasCode(err, FileMissing) {
		return s, err
	}
	s, err = Create(path)
	if HasCode(err, FileExists) {
		return Open(path)
	}
	return s, err
}

// Create makes a new file without plans, readable for its owner only, with the folders above it, and opens
// it. It never replaces anything: where something stands the error has the code [FileExists]. At no moment
// does an unfinished file stand at the path, whatever happens.
func Create(path string) (Store, error) { return CreateWith(path, nil) }

// CreateWith is [Create] with these plans in the new file, all their entries written at once. A plan without entries
// is not there.
func CreateWith(path string, plans map[string]steps.Entries) (Store, error) {
	return CreateEncrypted(path, nil, plans)
}

// CreateEncrypted is [CreateWith] of a file that a key encrypts; without one its entries lie open.
func CreateEncrypted(path string, key *passphrase.Key, plans map[string]steps.Entries) (Store, error) {
	if _, name := filepath.Split(path); name == "" || name == "." || name == ".." {
		return nil, fault(FileFolder, path, nil)
	}
	if _, err := os.Lstat(path); err == nil {
		return nil, fault(FileExists, path, nil)
	}
	folder := filepath.Dir(path)
	if err := makeFolder(folder); err != nil {
		return nil, createFault(path, folder, err)
	}
	fresh, err := makeIn(folder, freshPattern, path, saysOf(decimal(format), key), key, plans)
	if err != nil {
		return nil, err
	}
	if err := Place(fresh, path); err != nil {
		return nil, err
	}
	s, err := Open(path)
	if err == nil && key != nil {
		_, err = Unlock(s, func([]byte) (*passphrase.Key, error) { return key, nil })
	}
	return s, err
}

// saysOf is what a new file says of itself.
func saysOf(version string, key *passphrase.Key) []record {
	if key == nil {
		return []record{{[]byte(formatKey), []byte(version)}}
	}
	return []record{{[]byte(formatKey), []byte(decimal(encryptedFormat))}, {[]byte(keyKey), summed(key.Wrapped())}}
}

// makeIn makes a whole new file under a name of its own, synced and closed, and gives that name. A fault speaks of the
// path where the file is to come.
func makeIn(folder, pattern, path string, own []record, key *passphrase.Key, plans map[string]steps.Entries) (fresh string, err error) {
	f, err := os.CreateTemp(folder, pattern)
	if err != nil {
		return "", createFault(path, folder, err)
	}
	db, err := bolt.Open(f.Name(), 0, &bolt.Options{
		Timeout:  patience,
		OpenFile: func(string, int, fs.FileMode) (*os.File, error) { return f, nil },
	})
	if err == nil {
		err = errors.Join(db.Update(func(tx *bolt.Tx) error { return layOut(tx, own, key, plans) }), db.Close())
	}
	if err != nil {
		os.Remove(f.Name())
		if Cause(err) == CauseUnable {
			return "", fault(FolderUnlockable, path, err)
		}
		return "", writeFault(path, err)
	}
	return f.Name(), nil
}

// layOut makes the buckets of a new file with what it says of itself and these plans.
func layOut(tx *bolt.Tx, says []record, key *passphrase.Key, plans map[string]steps.Entries) error {
	own, err := tx.CreateBucket([]byte(programBucket))
	if err != nil {
		return err
	}
	for _, r := range says {
		if err := own.Put(r.key, r.value); err != nil {
			return err
		}
	}
	if _, err = tx.CreateBucket([]byte(plansBucket)); err != nil {
		return err
	}
	for _, plan := range slices.Sorted(maps.Keys(plans)) {
		if err := fillPlan(tx, plan, key, plans[plan]); err != nil {
			return err
		}
	}
	return nil
}

// fillPlan makes the bucket of a plan with all its entries.
func fillPlan(tx *bolt.Tx, plan string, key *passphrase.Key, entries steps.Entries) error {
	if entries.Len() == 0 {
		return nil
	}
	if !steps.ValidID(plan) {
		return fmt.Errorf("fill plan %q: not an id", plan)
	}
	b, err := bucketFor(tx, plan)
	if err != nil {
		return err
	}
	lines := make([][]byte, entries.Len())
	for i := range lines {
		if lines[i], err = entries.Encoded(uint64(i + 1)); err != nil {
			return err
		}
	}
	return put(b, plan, 0, sealedWith(key, plan, 0, lines))
}

// Place gives a finished file its own name and no other, for good, without replacing anything: where something stands the error
// has the code [FileExists]. The file is gone from where it was, whatever happens.
func Place(fresh, path string) error {
	if err := place(fresh, path, os.Link); err != nil {
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// Replace puts a finished file in the place of another, for good.
func Replace(fresh, path string) error {
	if err := os.Rename(fresh, path); err != nil {
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// place links a file where it is to come. Some file systems, such as those of USB sticks, have no links: there it is
// renamed after a look. A network drive may report an error of what it did.
func place(fresh, path string, link func(from, to string) error) error {
	defer os.Remove(fresh) // before anyone opens the file: Windows takes no name away from one that is open
	err := link(fresh, path)
	if err == nil || sameFile(fresh, path) {
		return nil
	}
	if _, missing := os.Lstat(path); errors.Is(err, fs.ErrExist) || missing == nil {
		return fault(FileExists, path, err)
	}
	if err := os.Rename(fresh, path); err != nil {
		return createFault(path, filepath.Dir(path), err)
	}
	return nil
}

// sameFile says whether two names, links not followed, are of one file.
func sameFile(one, other string) bool {
	a, errA := os.Lstat(one)
	b, errB := os.Lstat(other)
	return errA == nil && errB == nil && os.SameFile(a, b)
}

// makeFolder makes a folder and those above it that are not there, for the owner alone, and for good: a power cut would
// otherwise take along what comes to stand in it.
func makeFolder(folder string) error {
	var holders []string // of the folders that are not there
	for missing := folder; ; missing = filepath.Dir(missing) {
		if _, err := os.Stat(missing); !errors.Is(err, fs.ErrNotExist) || missing == filepath.Dir(missing) {
			break
		}
		holders = append(holders, filepath.Dir(missing))
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	for _, holder := range holders {
		syncFolder(holder)
	}
	return nil
}

// syncFolder makes the new name last through a power cut. Where a folder cannot be synced (Windows) the
// file system sees to it.
func syncFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		_ = f.Sync()
		f.Close()
	}
}
