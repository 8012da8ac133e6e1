package store_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

func TestFullDiskKeepsWhatWasSavedAndGoesOnLater(t *testing.T) {
	if storetest.InChild(t) {
		return
	}
	s, path := openNew(t)
	entries := storetest.Fill(t, s, "plan", 5)
	big := storetest.Entry(6, strings.Repeat("een lang verslag ", 5_000))
	storetest.WithFilesUpTo(t, uint64(len(bytesOf(t, path))), func() {
		for range 3 {
			if err := s.Append("plan", 5, big); !store.HasCode(err, store.DiskFull) {
				t.Fatalf("append: %v", err)
			}
			storetest.Holds(t, s, "plan", entries)
		}
	})
	if err := s.Append("plan", 5, big); err != nil {
		t.Fatalf("when there is room again: %v", err)
	}
	storetest.Holds(t, s, "plan", append(entries, big))
}

// An error in the middle of the pages, while the file need not grow.
func TestFullDiskWhileWritingPages(t *testing.T) {
	if storetest.InChild(t) {
		return
	}
	s, path := openNew(t)
	entries := storetest.Fill(t, s, "plan", 5)
	for size := uint64(0); size < 32<<10; size += pageSize {
		storetest.WithFilesUpTo(t, size, func() {
			err := s.Append("plan", uint64(len(entries)), storetest.Entry(len(entries)+1, "past nog"))
			if err == nil {
				entries = append(entries, storetest.Entry(len(entries)+1, "past nog"))
			} else if !store.HasCode(err, store.DiskFull) {
				t.Fatalf("append below %d bytes: %v", size, err)
			}
		})
		storetest.Holds(t, must(store.OpenReadOnly(path))(t), "plan", entries)
	}
	storetest.Holds(t, s, "plan", append(entries, addedTo(t, s, len(entries))))
}

func TestFullDiskLeavesNothingOfANewFile(t *testing.T) {
	if storetest.InChild(t) {
		return
	}
	for _, size := range []uint64{0, 4 << 10, 8 << 10, 12 << 10, 16 << 10, 20 << 10} {
		folder := t.TempDir()
		storetest.WithFilesUpTo(t, size, func() {
			if _, err := store.OpenOrCreate(filepath.Join(folder, "new.db")); !store.HasCode(err, store.DiskFull) {
				t.Errorf("create with %d bytes: %v", size, err)
			}
			large := storetest.Entry(1, strings.Repeat("een lang verslag ", 5_000))
			if _, err := store.CreateWith(filepath.Join(folder, "whole.db"), storetest.Kept(map[string][]steps.Entry{"plan": {large}})); !store.HasCode(err, store.DiskFull) {
				t.Errorf("create a whole plan with %d bytes: %v", size, err)
			}
			s := must(store.OpenOrBegin(filepath.Join(folder, "begun.db")))(t)
			defer s.Close()
			for range 2 {
				if err := s.Append("plan", 0, large); !store.HasCode(err, store.DiskFull) {
					t.Errorf("begin with %d bytes: %v", size, err)
				}
			}
		})
		if left, _ := os.ReadDir(folder); len(left) != 0 {
			t.Errorf("with %d bytes there are left %v", size, left)
		}
	}
}
