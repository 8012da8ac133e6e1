package store_test

import (
	"fmt"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"stappenplan/store"
	"stappenplan/store/storetest"
)

// One saved answer, to be held against BenchmarkBareTransaction.
func BenchmarkAppend(b *testing.B) {
	s, _ := openNew(b)
	for n := 0; b.Loop(); n++ {
		if err := s.Append("plan", uint64(n), storetest.Entry(n+1, "werkgroep gestart, klaar tegen januari")); err != nil {
			b.Fatal(err)
		}
	}
}

// One answer more in memory takes no longer the more there are.
func BenchmarkMemory(b *testing.B) {
	s := store.NewMemory()
	for n := 0; b.Loop(); n++ {
		if err := s.Append("plan", uint64(n), storetest.Entry(n+1, "werkgroep gestart, klaar tegen januari")); err != nil {
			b.Fatal(err)
		}
	}
}

// What bbolt itself needs to keep a value of the same size.
func BenchmarkBareTransaction(b *testing.B) {
	db, err := bolt.Open(filepath.Join(b.TempDir(), "bare.db"), 0o600, &bolt.Options{FreelistType: bolt.FreelistMapType})
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	json, err := storetest.Entry(1, "werkgroep gestart, klaar tegen januari").Encode()
	if err != nil {
		b.Fatal(err)
	}
	value := append(make([]byte, 32), json...)
	for n := 0; b.Loop(); n++ {
		err := db.Update(func(tx *bolt.Tx) error {
			bucket, err := tx.CreateBucketIfNotExists([]byte("plan"))
			if err != nil {
				return err
			}
			return bucket.Put(fmt.Appendf(nil, "%08d", n), value)
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad10000(b *testing.B) {
	path := madeAtOnce(b, 10_000)
	s := must(store.OpenReadOnly(path))(b)
	for b.Loop() {
		if entries, err := s.Load("plan"); err != nil || entries.Len() != 10_000 {
			b.Fatal(entries.Len(), err)
		}
	}
}

func BenchmarkLook10000(b *testing.B) {
	content := bytesOf(b, madeAtOnce(b, 10_000))
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		if err := store.Look(content); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen10000(b *testing.B) {
	path := madeAtOnce(b, 10_000)
	for b.Loop() {
		must(store.Open(path))(b).Close()
	}
}

// madeAtOnce makes a long journal without 10,000 syncs.
func madeAtOnce(b *testing.B, n int) string {
	path, _ := made(b, 1)
	db, err := bolt.Open(path, 0o600, &bolt.Options{NoSync: true})
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	err = db.Update(func(tx *bolt.Tx) error {
		plan := tx.Bucket([]byte("plans")).Bucket([]byte("plan"))
		before := plan.Get([]byte{0, 0, 0, 0, 0, 0, 0, 1})[:32]
		for i := 2; i <= n; i++ {
			key := []byte{0, 0, 0, 0, 0, 0, byte(i >> 8), byte(i)}
			json, err := storetest.Entry(i, "werkgroep gestart, klaar tegen januari").Encode()
			if err != nil {
				return err
			}
			before = sha(before, key, json)
			if err := plan.Put(key, append(before[:32:32], json...)); err != nil {
				return err
			}
		}
		return plan.SetSequence(uint64(n))
	})
	if err != nil {
		b.Fatal(err)
	}
	return path
}
