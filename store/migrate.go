package store

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// CopyOfOlder gives the path of the copy of a file of an older format which this store brought to the newest; empty
// when it did not.
func CopyOfOlder(s Store) string {
	switch s := s.(type) {
	case *beginning:
		return CopyOfOlder(s.now())
	case *Protected:
		return CopyOfOlder(s.Store)
	case *boltStore:
		s.mutex.Lock()
		defer s.mutex.Unlock()
		if s.migrated {
			return s.copied
		}
	}
	return ""
}

// migrate brings a file of an older format to the newest, in the transaction of an entry: whatever happens, the file is
// as it was or holds that entry. The copy comes first, while nothing of the transaction is in the file yet.
func (s *boltStore) migrate(tx *bolt.Tx) error {
	own := tx.Bucket([]byte(programBucket))
	older := string(own.Get([]byte(formatKey)))
	if older == decimal(format) || older == decimal(encryptedFormat) {
		return nil
	}
	if err := s.copyBeside(older); err != nil {
		return err
	}
	return own.Put([]byte(formatKey), []byte(decimal(format)))
}

// copyBeside sees to it that a copy of the file stands beside it, synced, under a name of its own. One that was made by
// an earlier try is taken; what else stands there stays.
func (s *boltStore) copyBeside(older string) error {
	content, err := readOnce(s.content)
	if err != nil {
		return copyFault(s.path, s.path, err)
	}
	root, err := lookInside(content)
	if err != nil {
		return s.overwritten(err)
	}
	for n := 1; ; n++ {
		to := nameOfCopy(s.path, older, n)
		there, err := os.Lstat(to)
		if errors.Is(err, fs.ErrNotExist) {
			err = makeCopy(content, s.file.Mode().Perm(), to)
		} else if err == nil && !s.holdsTheSame(to, there, root) {
			continue
		}
		if HasCode(err, FileExists) { // since a moment
			continue
		}
		if err != nil {
			return copyFault(s.path, to, err)
		}
		s.copied = to
		return nil
	}
}

// nameOfCopy is the nth name for a copy: plan.v1.db for plan.db, then plan.v1-2.db.
func nameOfCopy(path, older string, n int) string {
	folder, stem, ending := partsOfCopy(path)
	version := ".v" + older
	if n > 1 {
		version += "-" + decimal(n)
	}
	return folder + stem + version + ending
}

// partsOfCopy are the parts of the names of copies of a file: what stands before the version, and behind it.
func partsOfCopy(path string) (folder, stem, ending string) {
	folder, name := filepath.Split(path)
	if ending = filepath.Ext(name); ending == name || len(ending) > 32 { // it begins with the only dot, or a sentence has one
		ending = ""
	}
	return folder, fitting(strings.TrimSuffix(name, ending), len(".v999-999"+ending)), ending
}

// holdsTheSame says whether another file than the one that is open holds the same. What lies in its free pages may differ: a
// transaction that was broken off leaves something there.
func (s *boltStore) holdsTheSame(path string, there fs.FileInfo, root *bucket) bool {
	if !there.Mode().IsRegular() || os.SameFile(there, s.file) {
		return false
	}
	f, _, other, err := openSound(path, os.O_RDONLY)
	if err != nil {
		return false
	}
	f.Close()
	return root.equal(other)
}

// equal says whether two buckets hold the same.
func (b *bucket) equal(other *bucket) bool {
	return b.sequence == other.sequence && b.chain.Same(other.chain) && maps.EqualFunc(b.buckets, other.buckets, (*bucket).equal) &&
		slices.EqualFunc(b.records, other.records, func(r, o record) bool {
			return bytes.Equal(r.key, o.key) && bytes.Equal(r.value, o.value)
		})
}

// makeCopy makes a file with this content, synced before it gets its name.
func makeCopy(content []byte, mode fs.FileMode, path string) error {
	fresh, err := writeAside(content, mode, filepath.Dir(path))
	if err != nil {
		return err
	}
	return Place(fresh, path)
}

// writeAside writes a file with this content in a folder, synced, under a name of its own, and gives that.
func writeAside(content []byte, mode fs.FileMode, folder string) (fresh string, err error) {
	f, err := os.CreateTemp(folder, copyPattern)
	if err != nil {
		return "", err
	}
	_ = f.Chmod(mode) // where that cannot be, it stays for its owner only
	return f.Name(), fill(f, content)
}

// fill writes a new file, synced, and closes it; where that fails it is gone.
func fill(f *os.File, content []byte) error {
	_, err := f.Write(content)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		os.Remove(f.Name())
	}
	return err
}
