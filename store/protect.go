package store

import (
	"fmt"
	"sync"

	"stappenplan/steps"
)

// Protected is a store of whose file a backup is made before the first entry that is added to it. Adding waits until the file was
// read, and not until the backup is written.
type Protected struct {
	Store
	path string
	keep func(*Copy, Reason) error

	mutex sync.Mutex
	taken bool
	done  bool       // the file is closed
	kept  chan error // what came of keeping, once
	err   error
}

// Protect protects a store on the file at a path; keep is called once, beside what goes on, with what the file held, where it
// held anything.
func Protect(s Store, path string, keep func(*Copy, Reason) error) *Protected {
	return &Protected{Store: s, path: path, keep: keep}
}

// Backup makes the backup of the session, if none was made yet, or another one for a reason of its own: it returns when the file
// was read. [Protected.Kept] tells what came of it.
func (p *Protected) Backup(reason Reason) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.done || p.taken && reason == OfSession {
		return
	}
	if p.kept != nil { // one at a time
		p.err = <-p.kept
	}
	p.taken, p.kept = true, make(chan error, 1)
	copied, err := TakeCopy(p.path)
	if err != nil || copied.Entries() == 0 {
		if HasCode(err, FileMissing) { // it comes with its first entry
			err = nil
		}
		p.kept <- err
		return
	}
	go func() { p.kept <- p.keptSafely(copied, reason) }()
}

// keptSafely turns a crash into an error: nobody else would catch it.
func (p *Protected) keptSafely(copied *Copy, reason Reason) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = backupFault(p.path, "", fmt.Errorf("%v", r))
		}
	}()
	return p.keep(copied, reason)
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
	p.taken, p.done = true, true
	p.mutex.Unlock()
	err := p.Store.Close()
	_ = p.Kept() // who made the store asks for it
	return err
}
