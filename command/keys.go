package command

import (
	"sync"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/passphrase"
)

// keyring holds the keys of encrypted files that were opened in this call, by how they stand in their file; nil remembers none.
type keyring struct {
	mutex sync.Mutex
	keys  map[string]*passphrase.Key
	shut  map[string]bool // those for which nothing was typed, which is not asked again for each backup
	quiet bool            // nobody can be asked: the screens are up
}

func (r *keyring) silence(quiet bool) {
	if r == nil {
		return
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.quiet = quiet
}

// known gives a key that was opened before; nil for none.
func (r *keyring) known(wrapped []byte) *passphrase.Key {
	if r == nil {
		return nil
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	return r.keys[string(wrapped)]
}

func (r *keyring) learn(key *passphrase.Key) {
	if r == nil {
		return
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if r.keys == nil {
		r.keys = map[string]*passphrase.Key{}
	}
	r.keys[string(key.Wrapped())] = key
}

// asks says whether the passphrase of a key can be asked.
func (r *keyring) asks(wrapped []byte) bool {
	if r == nil {
		return true
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	return !r.quiet && !r.shut[string(wrapped)]
}

// shutOut remembers that a key stays closed.
func (r *keyring) shutOut(wrapped []byte) {
	if r == nil {
		return
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if r.shut == nil {
		r.shut = map[string]bool{}
	}
	r.shut[string(wrapped)] = true
}

// askAgain forgets which keys stayed closed.
func (r *keyring) askAgain() {
	if r == nil {
		return
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.shut = nil
}

// unlocker opens the key of a file: one that is known, or by a passphrase that was given or is asked.
func (p *program) unlocker(path string) store.Unlocker {
	return p.opening(path, p.asksPassphrase())
}

// givenKey is unlocker without asking anybody.
func (p *program) givenKey(path string) store.Unlocker {
	return p.opening(path, false)
}

// knownKey is unlocker with the keys that are known, which takes no time either.
func (p *program) knownKey(path string) store.Unlocker {
	return func(wrapped []byte) (*passphrase.Key, error) {
		if key := p.keyring.known(wrapped); key != nil {
			return key, nil
		}
		return nil, store.Locked(path)
	}
}

func (p *program) opening(path string, asks bool) store.Unlocker {
	return func(wrapped []byte) (*passphrase.Key, error) {
		key, err := p.knownKey(path)(wrapped)
		if err == nil || !p.keyring.asks(wrapped) {
			return key, err
		}
		err = p.withPhrase(path, asks, func(phrase string) (err error) {
			key, err = store.OpenKey(path, wrapped, phrase)
			return err
		})
		switch {
		case err == nil:
			p.keyring.learn(key)
		case asks:
			p.keyring.shutOut(wrapped)
		}
		return key, err
	}
}

// readOnly opens a file to read its plans, for which the passphrase may be asked.
func (p *program) readOnly(path string) (store.Store, error) { return readBy(path, p.unlocker(path)) }

// readBy opens a file to read its plans.
func readBy(path string, with store.Unlocker) (store.Store, error) {
	kept, err := store.OpenReadOnly(path)
	if err == nil {
		_, err = store.Unlock(kept, with)
	}
	if err != nil {
		return nil, err
	}
	return kept, nil
}

// willAsk says whether the passphrase of a key will be asked, where it can be of somebody; never of none.
func (p *program) willAsk(wrapped []byte) bool {
	return wrapped != nil && p.keyring.known(wrapped) == nil && p.keyring.asks(wrapped)
}

// create makes a file for plans that were open, encrypted as the file was in which they stood.
func (p *program) create(path string, plans map[string]steps.Entries) (store.Store, error) {
	return store.CreateEncrypted(path, p.key, plans)
}
