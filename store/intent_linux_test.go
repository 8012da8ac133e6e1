package store_test

import (
	"bytes"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"stappenplan/store"
	"stappenplan/store/storetest"
)

// TestWhatDidNotTakeThePlaceBeganNothing: the file stays the old one, and nothing is to be done.
func TestWhatDidNotTakeThePlaceBeganNothing(t *testing.T) {
	path, _ := made(t, 1)
	before := bytesOf(t, path)
	storetest.Failing{Call: unix.SYS_RENAMEAT, From: 2, Error: syscall.EIO}.During(t, func() { // the first is of what is begun
		says(t, "rewriting", store.Rewrite(path, nil, renamed("x", "y"), &store.Intent{What: []byte("anew")}), store.WriteFailed)
	})
	if toBeDone(t, path) != nil || !bytes.Equal(before, bytesOf(t, path)) {
		t.Error("something is to be done, or the file changed")
	}
	besides(t, path, "stappenplan.db")
}

// TestWhatCannotBeBegunLeavesNothing: half of it may name a person.
func TestWhatCannotBeBegunLeavesNothing(t *testing.T) {
	path, _ := made(t, 1)
	storetest.Failing{Call: unix.SYS_RENAMEAT, Error: syscall.EIO}.During(t, func() {
		says(t, "beginning", store.Intend(path, store.Intent{What: []byte("erase An Peeters")}), store.WriteFailed)
	})
	besides(t, path, "stappenplan.db")
}
