package store_test

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

// TestTheFormatByItsPage reads and writes a file of plans by docs/FORMAT.md alone: the page says enough for another program.
func TestTheFormatByItsPage(t *testing.T) {
	texts := []string{
		`{"id": "a", "at": "2026-09-01T08:30:00Z", "by": "An Peeters", "edition": 1, "changes": [{"kind": "answer", "step": "vision", "choice": "yes"}]}`,
		`{"id":"b","at":"2026-09-01T08:31:00Z","changes":[{"kind":"school","name":"Kade","pupils":0}]}`,
		`{"id":"c","at":"2026-09-01T08:32:00Z","by":"Bart","changes":[{"kind":"withdraw","entry":2}]}`,
	}
	path := filepath.Join(t.TempDir(), "theirs.db")
	writeByThePage(t, path, map[string][]string{"plan": texts, "buurschool": texts[:1]})
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	plans, err := s.Plans()
	if err != nil || !slices.Equal(plans, []string{"buurschool", "plan"}) {
		t.Errorf("the plans are %v, %v", plans, err)
	}
	entries, err := s.Load("plan")
	if err != nil || entries.Len() != len(texts) || entries.Entry(1).Edition != 1 || entries.Entry(3).Changes[0].Entry != 2 {
		t.Errorf("loaded %+v, %v", entries.List(), err)
	}
	more := storetest.Entry(4, "van ons")
	if err := s.Append("plan", 3, more); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	got := readByThePage(t, path, "plan")
	if len(got) != 4 || !slices.Equal(got[:3], texts) {
		t.Fatalf("by the page the entries are %q", got)
	}
	var last steps.Entry
	if err := json.Unmarshal([]byte(got[3]), &last); err != nil || last.ID != more.ID || !last.At.Equal(more.At.Truncate(time.Second)) {
		t.Errorf("by the page the last entry is %s, %v", got[3], err)
	}
}

// writeByThePage makes a file with these entries, as section 2.1 of the page says.
func writeByThePage(t *testing.T, path string, plans map[string][]string) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		own, _ := tx.CreateBucket([]byte("stappenplan"))
		all, _ := tx.CreateBucket([]byte("plans"))
		if err := own.Put([]byte("format"), []byte("6")); err != nil {
			return err
		}
		for id, texts := range plans {
			b, err := all.CreateBucket([]byte(id))
			if err != nil {
				return err
			}
			seal := sha256.Sum256([]byte(id))
			for i, text := range texts {
				key := binary.BigEndian.AppendUint64(nil, uint64(i+1))
				seal = sha256.Sum256(slices.Concat(seal[:], key, []byte(text)))
				if err := b.Put(key, slices.Concat(seal[:], []byte(text))); err != nil {
					return err
				}
			}
			if err := b.SetSequence(uint64(len(texts))); err != nil {
				return err
			}
		}
		return all.SetSequence(uint64(len(plans)))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// readByThePage gives the entries of a plan, whose seals it checks.
func readByThePage(t *testing.T, path, plan string) (texts []string) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		if version := string(tx.Bucket([]byte("stappenplan")).Get([]byte("format"))); version != "6" {
			return fmt.Errorf("format %q", version)
		}
		b := tx.Bucket([]byte("plans")).Bucket([]byte(plan))
		seal := sha256.Sum256([]byte(plan))
		err := b.ForEach(func(key, value []byte) error {
			seal = sha256.Sum256(slices.Concat(seal[:], key, value[32:]))
			if !slices.Equal(seal[:], value[:32]) || binary.BigEndian.Uint64(key) != uint64(len(texts)+1) {
				return fmt.Errorf("entry %x is not whole", key)
			}
			texts = append(texts, string(value[32:]))
			return nil
		})
		if err == nil && b.Sequence() != uint64(len(texts)) {
			err = fmt.Errorf("%d entries, and the sequence says %d", len(texts), b.Sequence())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}
