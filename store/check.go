package store

import (
	"errors"
	"fmt"
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
	copied, err := copyAside(b)
	if err != nil {
		return fault(FileNotChecked, path, err, "folder", os.TempDir())
	}
	defer os.Remove(copied)
	if err := checkCopy(copied); err != nil {
		return fault(FileDamaged, path, err)
	}
	return nil
}

// copyAside writes a file for the owner's eyes only and gives its path.
func copyAside(b []byte) (path string, err error) {
	f, err := os.CreateTemp("", checkPattern)
	if err != nil {
		return "", err
	}
	_, err = f.Write(b)
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}

func checkCopy(path string) error {
	db, err := bolt.Open(path, 0, &bolt.Options{ReadOnly: true, PreLoadFreelist: true, Timeout: patience})
	if err != nil {
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
