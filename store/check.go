package store

import (
	"fmt"
	"io/fs"
	"os"

	bolt "go.etcd.io/bbolt"
)

// Check proves a file sound as far as can be told without decoding its entries: the look, the chain of every plan, and
// bbolt's own check. It gives a read-only store of the very bytes that were checked. The
// file is not touched, and may be open elsewhere.
func Check(path string) (Store, error) {
	s, b, err := readSnapshot(path)
	if err != nil {
		return nil, err
	}
	if err := checkByBolt(path, b); err != nil {
		return nil, err
	}
	return s, nil
}

// checkByBolt runs on a private copy: the check has a goroutine of its own, where a file that is cut
// meanwhile would end the program.
func checkByBolt(path string, b []byte) error {
	copied, remove, err := copyAside(b)
	if err != nil {
		return fault(FileNotChecked, path, err, "folder", os.TempDir())
	}
	defer remove()
	if err := checkCopy(copied); err != nil {
		return fault(FileDamaged, path, err)
	}
	return nil
}

// copyAside writes a file for the owner's eyes only, which has no name any more where the system allows that: then nothing of it is left,
// however the program ends.
func copyAside(b []byte) (f *os.File, remove func(), err error) {
	if f, err = os.CreateTemp("", checkPattern); err != nil {
		return nil, nil, err
	}
	remove = unname(f)
	if _, err = f.Write(b); err != nil {
		f.Close()
		remove()
		return nil, nil, err
	}
	return f, remove, nil
}

// checkCopy checks a file, and closes it.
func checkCopy(f *os.File) error {
	db, err := bolt.Open(f.Name(), 0, &bolt.Options{
		ReadOnly: true, PreLoadFreelist: true, Timeout: patience,
		OpenFile: func(string, int, fs.FileMode) (*os.File, error) { return f, nil },
	})
	if err != nil {
		f.Close()
		return err
	}
	defer db.Close()
	return db.View(func(tx *bolt.Tx) (first error) {
		for err := range tx.Check() {
			if first == nil {
				first = fmt.Errorf("check: %w", err)
			}
		}
		return first
	})
}
