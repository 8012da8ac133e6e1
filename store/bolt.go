package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"runtime/debug"
	"slices"
	"sync"

	bolt "go.etcd.io/bbolt"

	"stappenplan/steps"
)

// errClosed is for programmers: the store was closed by the caller.
var errClosed = errors.New("the store is closed")

// boltStore is the engine on a bbolt file. It holds the lock of the file from open to close.
type boltStore struct {
	path     string
	mutex    sync.Mutex
	db       *bolt.DB    // nil where opening it again after a failed commit did not work yet
	file     os.FileInfo // what was opened
	content  *os.File    // the same, open
	headers  []byte      // both, as this store left them
	looked   *bucket     // the plans as the look that came with opening proved them, for the first that loads
	copied   string      // the path of the copy that was made of a file of an older format
	migrated bool        // and then that file was brought to the newest
	lock     lock        // what it takes to read the entries
	unusable error       // once set, bbolt is not called any more: it was closed, or its locks may be held for ever
}

// Open opens an existing file for reading and writing, and keeps other copies of the program from writing
// it until Close. Every fault of the file is told before anything in it changes.
func Open(path string) (Store, error) {
	s := &boltStore{path: path}
	if err := s.guarded(s.open); err != nil {
		return nil, err
	}
	return s, nil
}

// open opens the file, the very one that was opened before if there was one.
func (s *boltStore) open() error {
	f, seen, root, err := openSound(s.path, os.O_RDWR)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err != nil || s.file != nil && !os.SameFile(info, s.file) {
		f.Close()
		return fault(FileReplaced, s.path, err)
	}
	db, err := bolt.Open(s.path, 0, &bolt.Options{
		Timeout:      patience,
		FreelistType: bolt.FreelistMapType,
		MaxSize:      maxSize,
		OpenFile:     func(string, int, fs.FileMode) (*os.File, error) { return f, nil },
	})
	if err != nil {
		return openFault(s.path, err)
	}
	headers, err := headersOf(f, db.Info().PageSize)
	if err != nil {
		_ = db.Close()
		return openFault(s.path, err)
	}
	// A commit that failed may have happened all the same; anything else was not done here.
	if moved := newestIn(headers) - newestIn(s.headers); s.headers != nil && moved > 1 {
		_ = db.Close()
		return s.overwritten(fmt.Errorf("%d transactions later", moved))
	}
	s.db, s.file, s.content, s.headers, s.looked = db, info, f, headers, nil
	s.lock.wrapped = root.buckets[programBucket].key()
	if bytes.Equal(headers, headersIn(seen, db.Info().PageSize)) { // another copy may have written before it gave the lock away
		s.looked = root.buckets[plansBucket]
	}
	return nil
}

// headersLength is how much of a page a header takes.
const headersLength = pageHeader + 64

// headersOf reads both headers.
func headersOf(f *os.File, pageSize int) ([]byte, error) {
	b := make([]byte, 2*headersLength)
	if _, err := f.ReadAt(b[:headersLength], 0); err != nil {
		return nil, fmt.Errorf("read a header: %w", err)
	}
	if _, err := f.ReadAt(b[headersLength:], int64(pageSize)); err != nil {
		return nil, fmt.Errorf("read a header: %w", err)
	}
	return b, nil
}

// headersIn gives both headers out of the bytes of a file that passed the look.
func headersIn(b []byte, pageSize int) []byte {
	return slices.Concat(b[:headersLength], b[pageSize:][:headersLength])
}

// newestIn is the number of the newest transaction that both headers tell of; 0 where there are none.
func newestIn(headers []byte) (newest uint64) {
	for ; len(headers) > 0; headers = headers[headersLength:] {
		newest = max(newest, number64(headers[pageHeader+48:]))
	}
	return newest
}

// overwritten gives the store up: something else wrote into the file, and whoever writes there too destroys more.
func (s *boltStore) overwritten(cause error) error {
	s.unusable = fault(FileOverwritten, s.path, cause)
	return s.unusable
}

// locked does something with the file, one caller at a time.
func (s *boltStore) locked(do func() error) error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.unusable != nil {
		return s.unusable
	}
	return s.guarded(func() error {
		if s.db == nil {
			if err := s.open(); err != nil {
				return err
			}
		}
		return do()
	})
}

// guarded is the last net. A file that is cut or written over from outside makes bbolt panic or its memory
// fault; that becomes an error, and because bbolt's locks are then still held it is never called again.
func (s *boltStore) guarded(do func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = s.overwritten(fmt.Errorf("%v", r))
		}
	}()
	return do()
}

// Plans lists the plans in the file.
func (s *boltStore) Plans() (plans []string, err error) {
	err = s.locked(func() error {
		return s.db.View(func(tx *bolt.Tx) error {
			return tx.Bucket([]byte(plansBucket)).ForEachBucket(func(id []byte) error {
				plans = append(plans, string(id))
				return nil
			})
		})
	})
	return plans, err
}

// Load gives the chain of a plan, read and checked in the file that stands at the path. The first Load gives what was read
// and checked at opening, unless another copy of the program wrote since; every later one reads and checks anew.
func (s *boltStore) Load(plan string) (entries steps.Entries, err error) {
	err = s.locked(func() (err error) {
		if err := s.stillThere(); err != nil {
			return err
		}
		if looked := s.looked; looked != nil {
			s.looked = nil
			entries = looked.buckets[plan].entries()
		} else if entries, err = s.load(plan); err != nil {
			return err
		}
		entries, err = s.lock.opened(s.path, plan, entries)
		return err
	})
	return entries, err
}

func (s *boltStore) load(plan string) (entries steps.Entries, err error) {
	err = s.db.View(func(tx *bolt.Tx) (err error) {
		if b := tx.Bucket([]byte(plansBucket)).Bucket([]byte(plan)); b != nil {
			entries, err = readChain(plan, recordsOf(b), b.Sequence())
		}
		return err
	})
	return entries, at(s.path, err)
}

// recordsOf gives the records of a bucket in order, the values copied: they may be cut underneath.
func recordsOf(b *bolt.Bucket) iter.Seq2[[]byte, []byte] {
	return func(yield func(key, value []byte) bool) {
		c := b.Cursor()
		for key, value := c.First(); key != nil; key, value = c.Next() {
			if !yield(key, bytes.Clone(value)) {
				return
			}
		}
	}
}

// Append saves entries in one synced transaction. A failed commit may have happened all the same, so the
// file is opened anew before the second and last try, which finds them if they are there.
func (s *boltStore) Append(plan string, last uint64, entries ...steps.Entry) error {
	encoded, err := encode(plan, entries...)
	if err != nil {
		return err
	}
	return s.locked(func() error {
		if err := s.lock.closed(s.path); err != nil {
			return err
		}
		encoded := sealedWith(s.lock.key, plan, last, encoded)
		var failure error
		for range 2 {
			failure = s.commit(plan, last, encoded)
			if _, said := errors.AsType[*Error](failure); said || failure == nil {
				return failure
			}
			if err := s.reopen(); err != nil {
				return err
			}
		}
		return writeFault(s.path, failure)
	})
}

func (s *boltStore) reopen() error {
	db := s.db
	s.db = nil
	// What Close has to say is of no use: the file is given up, and looked at before it is used again.
	_ = db.Close()
	return s.open()
}

// commit writes the entries and makes sure that they went where people will look for them: when a file was taken
// away or replaced, the system goes on writing in what has no name any more, and reports success.
func (s *boltStore) commit(plan string, last uint64, encoded [][]byte) error {
	if err := s.stillThere(); err != nil {
		return err
	}
	var transaction uint64
	s.looked = nil
	err := s.db.Update(func(tx *bolt.Tx) error {
		transaction = uint64(tx.ID())
		b, err := bucketFor(tx, plan)
		if err != nil {
			return err
		}
		if err := put(b, plan, last, encoded); err != nil {
			return err
		}
		return s.migrate(tx)
	})
	if err != nil {
		return at(s.path, err)
	}
	headers, err := headersOf(s.content, s.db.Info().PageSize)
	if err != nil || newestIn(headers) != transaction {
		return s.overwritten(err)
	}
	s.headers, s.migrated = headers, s.copied != ""
	return s.stillThere()
}

// bucketFor gives the bucket of a plan, which is made and counted when it is the first time.
func bucketFor(tx *bolt.Tx, plan string) (*bolt.Bucket, error) {
	plans := tx.Bucket([]byte(plansBucket))
	if b := plans.Bucket([]byte(plan)); b != nil {
		b.FillPercent = inOrder
		return b, nil
	}
	if _, err := plans.NextSequence(); err != nil {
		return nil, err
	}
	b, err := plans.CreateBucket([]byte(plan))
	if err == nil {
		b.FillPercent = inOrder
	}
	return b, err
}

// inOrder fills the pages of a bucket to the end: nothing ever comes between its entries.
const inOrder = 1.0

// put adds the entries after the last one, unless they are there already: committing then only syncs.
func put(b *bolt.Bucket, plan string, last uint64, encoded [][]byte) error {
	key, value := b.Cursor().Last()
	before, _, ok := sealOf(value)
	if !ok {
		before = origin(plan)
	}
	found, newest := numberOf(key), last+uint64(len(encoded))
	kept := func(number uint64) ([]byte, error) {
		_, json, _ := sealOf(b.Get(keyOf(number)))
		return json, nil
	}
	if found == newest && endsWith(encoded, found, kept) {
		return nil
	}
	if found != last {
		return conflict("", last, found)
	}
	for i, json := range encoded {
		number := last + uint64(i+1)
		value := sealed(before, number, json)
		if err := b.Put(keyOf(number), value); err != nil {
			return err
		}
		before = seal(value)
	}
	return b.SetSequence(newest)
}

func conflict(path string, last, found uint64) *Error {
	return fault(Conflict, path, nil, "seen", decimal(last), "found", decimal(found))
}

// stillThere says whether the path still leads to the file that is open, and that to what this store left there: an
// older copy that is written into it takes answers away.
func (s *boltStore) stillThere() error {
	info, err := os.Stat(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault(FileRemoved, s.path, err)
	case err != nil:
		return fault(WriteFailed, s.path, err)
	case !os.SameFile(info, s.file):
		return fault(FileReplaced, s.path, nil)
	}
	headers, err := headersOf(s.content, s.db.Info().PageSize)
	if err != nil || !bytes.Equal(headers, s.headers) {
		return s.overwritten(err)
	}
	return nil
}

// Close closes the file and lets other copies of the program in. Closing twice is closing once.
func (s *boltStore) Close() error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.unusable != nil {
		return nil
	}
	db := s.db
	s.db, s.unusable = nil, errClosed
	if db == nil {
		return nil
	}
	return s.guarded(db.Close)
}
