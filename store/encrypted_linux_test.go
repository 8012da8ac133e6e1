package store_test

import (
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/storetest"
)

// TestKilledWhileEncrypting ends the program at every call that encrypting a file makes: the file is the one that stood there, or the
// encrypted one, with all its entries; what is left over is swept.
func TestKilledWhileEncrypting(t *testing.T) {
	var entries []steps.Entry
	ends := map[bool]int{}
	killedWork{
		calls: map[int]int{unix.SYS_PWRITE64: 1, unix.SYS_FDATASYNC: 1, unix.SYS_RENAMEAT: 1},
		begin: func(t *testing.T) (path string) {
			path, entries = made(t, 3)
			return path
		},
		do: func(path string) error {
			key, err := keyForTest()
			if err != nil {
				return err
			}
			return store.Encrypt(path, key, nil)
		},
		ended: func(t *testing.T, path string) {
			s := must(store.Check(path))(t)
			_, err := s.Load("plan")
			ends[store.HasCode(err, store.FileEncrypted)]++
			storetest.Holds(t, unlocked(t, s, nil), "plan", entries)
			store.Sweep(path, time.Now().Add(25*time.Hour))
			besides(t, path, "stappenplan.db")
		},
		done: func(t *testing.T, path string) {
			storetest.Holds(t, unlocked(t, must(store.Check(path))(t), nil), "plan", entries)
		},
	}.run(t)
	t.Log(ends)
}

// TestKilledWhileAddingToAnEncryptedFile ends the program at every call with which an entry is added: it is there, or the file is as it was.
func TestKilledWhileAddingToAnEncryptedFile(t *testing.T) {
	var entries []steps.Entry
	next := storetest.Entry(4, "een antwoord")
	killedWork{
		calls: map[int]int{unix.SYS_PWRITE64: 2, unix.SYS_FDATASYNC: 2},
		begin: func(t *testing.T) (path string) {
			path, entries = encrypted(t, 3)
			return path
		},
		do: func(path string) error {
			s, err := store.Open(path)
			if err != nil {
				return err
			}
			defer s.Close()
			if _, err := store.Unlock(s, byPhrase(phrase)); err != nil {
				return err
			}
			return s.Append("plan", 3, next)
		},
		ended: func(t *testing.T, path string) {
			s := unlocked(t, must(store.Check(path))(t), nil)
			got, err := s.Load("plan")
			if err != nil || got.Len() < 3 || !isPrefix(got.List(), append(entries[:3:3], next)) {
				t.Errorf("%d entries, %v", got.Len(), err)
			}
		},
		done: func(t *testing.T, path string) {
			storetest.Holds(t, unlocked(t, must(store.Check(path))(t), nil), "plan", append(entries[:3:3], next))
		},
	}.run(t)
}
