package command

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/passphrase"
	"stappenplan/wizard/screen"
)

// sealNow does it, and says so. A new passphrase is given where one is chosen.
func (p *program) sealNow(path string, what screen.Seal, phrase string) (said string, err error) {
	words, file := p.texts.Encryption, steps.CleanName(path)
	if err := p.finishBefore(path, what); err != nil { // or what is to be done would be forgotten
		return "", err
	}
	i, err := p.sealing(path, sealing{Encrypt: what != screen.Decrypt, Decrypt: what == screen.Decrypt})
	if err != nil {
		return "", err
	}
	switch {
	case what == screen.Decrypt:
		return words.Decrypted.Fill("file", file), p.decryptNow(path, i)
	case phrase == "":
		if err := store.Intend(path, *i.intent()); err != nil {
			return "", err
		}
		return words.Done.Fill("file", file), p.encryptCopies(path, i)
	case what == screen.ChangePhrase:
		return words.Changed.Fill("file", file), p.changeNow(path, i, phrase)
	}
	return words.Done.Fill("file", file), p.encryptNow(path, i, phrase)
}

// encryptNow encrypts a file under a passphrase, and then its copies.
func (p *program) encryptNow(path string, i intended, phrase string) error {
	key, err := passphrase.NewKey(phrase, p.effort)
	if err != nil {
		return err
	}
	agreed := p.consentOf(path)
	if err := p.sealUnder(path, i, key, phrase); err != nil {
		return err
	}
	if agreed != notAsked { // now by what can be seen of the plans without the passphrase too
		p.consents(path, agreed)
	}
	return p.encryptCopies(path, i)
}

// changeNow puts the key of a file under another passphrase, in the file and then in its copies. Whoever goes on with it needs the new one only.
func (p *program) changeNow(path string, i intended, phrase string) error {
	own, key, err := p.unlockedCopy(path)
	if err != nil {
		return err
	}
	if _, err := store.OpenKey(path, own.Wrapped(), phrase); err == nil {
		return refuse("passphrase-same")
	}
	other, err := key.Under(phrase, p.effort)
	if err != nil {
		return err
	}
	i.From = sumOf(string(own.Wrapped()))
	if err := p.sealUnder(path, i, other, phrase); err != nil {
		return err
	}
	return p.encryptCopies(path, i)
}

// sealUnder makes a file anew under a key. Where it fails the file is as it was, and nothing is to be done without asking again.
func (p *program) sealUnder(path string, i intended, key *passphrase.Key, phrase string) error {
	if _, err := store.OpenKey(path, key.Wrapped(), phrase); err != nil { // tried before what there is goes
		return err
	}
	if err := store.Encrypt(path, key, i.intent()); err != nil {
		return err
	}
	p.keyring.learn(key)
	p.changed = true
	return nil
}

// encryptCopies makes the copies of an encrypted file as the file is, and of those that are damaged what is whole. What cannot be reached now is
// told, and stays to be done; what another passphrase opens, which is not given, is told.
func (p *program) encryptCopies(path string, i intended) error {
	_, key, err := p.unlockedCopy(path)
	if err == nil {
		_, err = store.Read(path, p.unlocker(path)) // what the key learns so becomes the same in each copy
	}
	if err != nil {
		return err
	}
	found := p.copiesBySeal(path, key)
	var left, closed []string
	for _, file := range found.unreached {
		left = append(left, steps.CleanName(file))
	}
	note := func(file string, err error) {
		switch {
		case notOpened(err):
			closed = append(closed, steps.CleanName(file))
		case err != nil:
			left = append(left, steps.CleanName(file))
		}
	}
	for _, file := range found.foreign {
		note(file, store.Reencrypt(file, p.unlocker(file), key))
	}
	for _, file := range slices.Concat(found.open, found.behind) {
		if err := store.Encrypt(file, key, nil); err != nil && !store.HasCode(err, store.FileEncrypted) {
			left = append(left, steps.CleanName(file))
		}
	}
	for _, file := range found.unsound {
		note(file, p.replaceWithWhole(file, key))
	}
	if left != nil {
		return refuse("encrypt-left", "files", strings.Join(append(left, closed...), ", "), "command", p.againWith("encrypt"))
	}
	err = i.done(path) // also where some stay closed: their passphrase may be forgotten
	if err == nil && closed != nil {
		err = refuse("encrypt-closed", "files", strings.Join(closed, ", "), "command", p.againWith("encrypt"))
	}
	return err
}

// replaceWithWhole puts what is whole of a damaged copy in its place, encrypted by a key, or by none. A copy of which nothing is goes.
func (p *program) replaceWithWhole(file string, key *passphrase.Key) error {
	found, err := store.Salvage(file, firstPlan)
	if err == nil {
		_, err = found.Unlock(p.unlocker(file))
	}
	whole := salvaged{Salvaged: found}.entries()
	maps.DeleteFunc(whole, func(_ string, entries steps.Entries) bool { return entries.Len() == 0 })
	switch {
	case err != nil && !store.HasCode(err, store.FileEmpty):
		return err
	case len(whole) == 0:
		return store.Discard(file)
	}
	return store.ReplaceWith(file, key, whole, found.Erased)
}

// finishSealing goes on with what was begun when the program was ended. Where the file was as before, nothing was done but to copies that are
// decrypted.
func (p *program) finishSealing(path string, i intended) error {
	words, file := p.texts.Encryption, steps.CleanName(path)
	if i.Decrypt {
		err := p.decryptNow(path, i)
		if err == nil {
			p.tell(p.out, words.Decrypted.Fill("file", file))
		}
		return err
	}
	own, err := store.TakeCopy(path)
	if err != nil {
		return err
	}
	switch {
	case !own.Encrypted():
		err := store.NotBegun(path, own, i.bytes())
		if err == nil {
			p.tell(p.errs, p.reason(refuse("encrypt-not-begun", "path", path, "command", p.againWith("encrypt"))))
		}
		return err
	case sumOf(string(own.Wrapped())) == i.From:
		err := store.NotBegun(path, own, i.bytes())
		if err == nil {
			p.tell(p.errs, p.reason(refuse("change-not-begun", "path", path, "command", p.againWith("encrypt --change"))))
		}
		return err
	}
	if err := p.encryptCopies(path, i); err != nil {
		return err
	}
	if i.From != "" {
		p.tell(p.out, words.ChangeFinished.Fill("file", file))
		return nil
	}
	p.tell(p.out, words.Finished.Fill("file", file))
	return nil
}

// decryptNow decrypts a file and its copies, these first: so none needs a passphrase that is forgotten once the file needs none. What was
// begun stays to be done until it is, or copies would lie open beside an encrypted file and nobody would know.
func (p *program) decryptNow(path string, i intended) error {
	open, err := store.Open(path) // nothing is decrypted where the file is open elsewhere
	if err != nil {
		return err
	}
	key, err := store.Unlock(open, p.unlocker(path))
	if err = cmp.Or(err, open.Close()); err != nil {
		return err
	}
	found := p.copiesBySeal(path, key)
	if err := p.openKeys(path, slices.Concat(found.foreign, found.unsoundEncrypted)); err != nil {
		return err
	}
	if err := store.Intend(path, *i.intent()); err != nil {
		return err
	}
	var left []string
	for _, file := range found.unreached {
		left = append(left, steps.CleanName(file))
	}
	for _, file := range slices.Concat(found.encrypted, found.foreign) {
		if err := store.Decrypt(file, p.unlocker(file)); err != nil {
			left = append(left, steps.CleanName(file))
		}
	}
	for _, file := range found.behind {
		if err := store.Decrypt(file, func([]byte) (*passphrase.Key, error) { return key, nil }); err != nil {
			left = append(left, steps.CleanName(file))
		}
	}
	for _, file := range found.unsoundEncrypted {
		if err := p.replaceWithWhole(file, nil); err != nil {
			left = append(left, steps.CleanName(file))
		}
	}
	if left != nil {
		return refuse("decrypt-left", "path", path, "files", strings.Join(left, ", "), "command", p.againWith("decrypt"), "back", p.againWith("encrypt"))
	}
	if err := store.Decrypt(path, p.unlocker(path)); err != nil {
		return err
	}
	p.changed = true
	return i.done(path)
}

// openKeys opens the keys of copies of a file, before anything is done to them.
func (p *program) openKeys(path string, copies []string) error {
	var closed []string
	for _, file := range copies {
		_, err := p.keyAt(file, nil)
		switch {
		case notOpened(err):
			closed = append(closed, steps.CleanName(file))
		case err != nil:
			return err
		}
	}
	if closed != nil {
		return refuse("decrypt-closed", "path", path, "files", strings.Join(closed, ", "), "command", p.againWith("decrypt"))
	}
	return nil
}

// notOpened says whether it is an error that the passphrase of a key was not given.
func notOpened(err error) bool {
	return store.HasCode(err, store.FileEncrypted) || store.HasCode(err, store.PassphraseWrong)
}

// encryptedAs is a copy that comes in the place of a file, or instead of it to another: encrypted as that is. Where one of their passphrases is not given it stays under its
// own, and keeps that it does.
func (p *program) encryptedAs(path, to string, from *store.Copy, with store.Unlocker) (as *store.Copy, keeps bool, err error) {
	key, err := p.keyAt(path, from.Wrapped())
	switch {
	case notOpened(err) && from.Encrypted():
		return from, true, nil
	case err != nil || key == nil:
		return from, false, err
	case from.SealedBy(key):
		with = func([]byte) (*passphrase.Key, error) { return key, nil }
	}
	as, err = from.Under(filepath.Dir(to), with, key)
	if notOpened(err) {
		return from, true, nil
	}
	return as, false, err
}

// keyAt is the key of what stands at a path, damaged or not; nil where that is not encrypted, or by the key that is wrapped so.
func (p *program) keyAt(path string, but []byte) (key *passphrase.Key, err error) {
	with := func(wrapped []byte) (*passphrase.Key, error) {
		if bytes.Equal(wrapped, but) {
			return nil, nil
		}
		return p.unlocker(path)(wrapped)
	}
	present, err := store.TakeCopy(path)
	switch {
	case store.Damaged(err):
		rest, unread := store.Salvage(path)
		if unread != nil { // nothing is left that tells
			return nil, nil
		}
		return rest.Unlock(with)
	case store.HasCode(err, store.FileEmpty), errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	}
	return store.Unlock(present.Store(), with)
}
