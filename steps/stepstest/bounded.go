// Package stepstest holds what tests of several rooms promise of whatever reads what others wrote.
package stepstest

import (
	"runtime"
	"testing"
	"time"
)

const (
	patience = time.Minute // until something that runs is taken for something that does not end
	least    = 64 << 20    // bytes that any reading may take
	forEach  = 4 << 10     // bytes more that it may take for each byte that is read
)

// Bounded reads so many bytes, and fails the test where that takes much more memory than there is to read. Where it does not end
// the program does, so that a search for such bytes keeps them. No other test may run at the same time.
func Bounded(t testing.TB, size int, read func()) {
	t.Helper()
	endless := time.AfterFunc(patience, func() { panic("reading does not end") })
	defer endless.Stop()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	read()
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > least+forEach*uint64(size) {
		t.Errorf("reading %d bytes takes %d MB", size, took>>20)
	}
}
