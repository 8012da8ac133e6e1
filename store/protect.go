package store

import (
	"fmt"
	"sync"
	"time"

	"stappenplan/steps"
)

// Protected is a store of whose file a backup is made before the first entry that is added to it, and before the first of each later day.
// Adding waits until the file was read, and not until the backup is written.
type Protected struct {
	Store
	path  string
	clock func() time.Time
	keep  func(*Copy, Reason, time.Time) error

	mutex sync.Mutex
	taken string     // the day of which there is a backup; empty for none
	done  bool       // the file is closed
	kept  chan error // what came of keeping, once
	err   error
}

// Protect protects a store on the file at a path; keep is called once a day, beside what goes on, with what the file held at a moment,
// where it held anything.
func Protect(s Store, path string, clock func() time.Time, keep func(*Copy, Reason, time.Time) error) *Protected {
	return &Protected{Store: s, path: path, clock: clock, keep: keep}
}

// Backup makes the backup of the session, if none was made yet today, or another one for a reason of its own: it returns when the file
// was read. [Protected.Kept] tells what came of it.
func (p *Protected) Backup(reason Reason) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	now := p.clock()
	today := now.Format(time.DateOnly)
	if p.done || p.taken == today && reason == OfSession {
		return
	}
	if p.kept != nil { // one at a time
		p.err = <-p.kept
	}
	p.taken, p.kept = today, make(chan error, 1)
	copied, err := TakeCopy(p.path)
	if err != nil || copied.Entries() == 0 {
		if HasCode(err, FileMissing) { // it comes with its first entry
			err = nil
		}
		p.kept <- err
		return
	}
	go func() { p.kept <- p.keptSafely(copied, reason, now) }()
}

// keptSafely turns a crash into an error: nobody else would catch it.
func (p *Protected) keptSafely(copied *Copy, reason Reason, now time.Time) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = backupFault(p.path, "", fmt.Errorf("internal error (%T)", r)) // its value may hold what a person wrote
		}
	}()
	return p.keep(copied, reason, now)
}

// Kept waits until the backup is written, and says why that failed. It is nil where none was needed.
func (p *Protected) Kept() error {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.kept != nil {
		p.err, p.kept = <-p.kept, nil
	}
	return p.err
}

// Append adds entries, after the file as it was before was read.
func (p *Protected) Append(plan string, last uint64, entries ...steps.Entry) error {
	p.Backup(OfSession)
	return p.Store.Append(plan, last, entries...)
}

// Close lets go of the file, and then waits for the backup. None is begun after it.
func (p *Protected) Close() error {
	p.mutex.Lock()
	p.done = true
	p.mutex.Unlock()
	err := p.Store.Close()
	_ = p.Kept() // who made the store asks for it
	return err
}
