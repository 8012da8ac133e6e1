package command

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/passphrase"
	"stappenplan/wizard/screen"
)

// seal is what can be done with the encryption of a file and its copies.
type seal string

const (
	encrypts seal = "encrypt" // or only the copies, where the file is encrypted already
	decrypts seal = "decrypt"
	changes  seal = "change" // the passphrase
)

// sealing is what is to be done, as it is kept beside the file until it is.
type sealing struct {
	Encrypt bool   `json:"encrypt,omitempty"` // the copies as the file is
	Decrypt bool   `json:"decrypt,omitempty"`
	From    string `json:"from,omitempty"` // the SHA-256 of the key under the passphrase that is changed
}

// encryptCommand encrypts the file and its copies, or changes their passphrase.
func (p *program) encryptCommand() *cobra.Command {
	change := false
	c := p.sealing("encrypt", func() seal {
		if change {
			return changes
		}
		return encrypts
	})
	c.Flags().BoolVar(&change, "change", false, p.flag("change"))
	return c
}

// decryptCommand makes them readable without a passphrase again.
func (p *program) decryptCommand() *cobra.Command {
	return p.sealing("decrypt", func() seal { return decrypts })
}

func (p *program) sealing(name string, what func() seal) *cobra.Command {
	yes := false
	c := p.command(name, 0, func([]string) error {
		if p.flags.example {
			return refuse("example-not-encrypted")
		}
		path, err := p.path()
		if err == nil {
			err = p.finishBefore(path, what())
		}
		if err != nil {
			return err
		}
		return p.seal(path, what(), yes)
	})
	c.Flags().BoolVar(&yes, "yes", false, p.flag("yes"))
	return c
}

// finishBefore goes on with what was begun before something else is done; but encrypting takes the place of decrypting.
func (p *program) finishBefore(path string, what seal) error {
	if err := p.settleEdited(path); err != nil {
		return err
	}
	if what == encrypts {
		if begun, _, err := intendedFor(path); err != nil || begun.Decrypt {
			return err
		}
	}
	return p.finish(path)
}

// seal shows what becomes of the encryption of a file, asks, has a passphrase chosen where it needs one, and does it.
func (p *program) seal(path string, what seal, yes bool) error {
	looked, err := p.lookAtSealing(path, what)
	if err != nil {
		return err
	}
	p.tell(p.out, strings.Join(looked.says, "\n"))
	if !looked.changes {
		if what == encrypts { // also not what was to be decrypted
			if err := store.Finished(path); err != nil {
				return err
			}
			p.tell(p.out, p.texts.Encryption.ChangeHow.Fill("command", p.againWith("encrypt --change")))
		}
		return nil
	}
	if agreed, err := p.agree(p.texts.Encryption.Ask[string(what)], "encrypt-needs-terminal", yes); err != nil || !agreed {
		return err
	}
	phrase := ""
	if looked.chooses {
		if phrase, err = p.newPhrase(what == changes); err != nil {
			return err
		}
	}
	said, err := p.sealNow(path, what, phrase)
	if err == nil {
		p.tell(p.out, said)
	}
	return err
}

// sealBetween does, between two runs of the questions, what a person chose on the screens, or chooses now. What goes wrong is said, and the
// questions go on.
func (p *program) sealBetween(to screen.Elsewhere) error {
	path, err := p.path()
	if err != nil {
		return err
	}
	if to.Seal == nil {
		err := p.provePhrase(path, seal(to.Sealing))
		if err == nil {
			err = p.seal(path, seal(to.Sealing), false)
		}
		if err == nil || errors.As(err, new(stopped)) || context.Cause(p.context) != nil {
			return err
		}
		p.tell(p.out, p.reason(err)+"\n"+string(p.texts.Encryption.ShownAgain))
		return nil
	}
	p.tell(p.out, string(p.texts.Encryption.Busy))
	if to.Seal.Asks {
		err = p.proves(path, to.Seal.Present)
	}
	if err == nil {
		_, err = p.sealNow(path, seal(to.Seal.What), to.Seal.Phrase)
	}
	p.notice = string(p.texts.Encryption.Did[string(to.Seal.What)])
	if err != nil {
		p.notice = p.reason(err)
	}
	return nil
}

// provePhrase asks the passphrase of an encrypted file before it is changed or taken away: who sits before an open plan may be another.
func (p *program) provePhrase(path string, what seal) error {
	if what == encrypts || p.key == nil {
		return nil
	}
	return p.withPhrase(path, p.asksPassphrase(), func(phrase string) error { return p.proves(path, phrase) })
}

// proves says whether a passphrase is that of a file, where it is encrypted.
func (p *program) proves(path, phrase string) error {
	own, err := store.TakeCopy(path)
	if err == nil && own.Encrypted() {
		_, err = store.OpenKey(path, own.Wrapped(), phrase)
	}
	return err
}

// lookedAt is what would become of the encryption of a file and its copies.
type lookedAt struct {
	says    []string // what is done, or why nothing is
	changes bool     // anything is done
	chooses bool     // a passphrase is chosen for it
}

// lookAtSealing finds that out, and changes nothing.
func (p *program) lookAtSealing(path string, what seal) (l lookedAt, err error) {
	words, file := p.texts.Encryption, steps.CleanName(path)
	own, key, err := p.sealed(path)
	if err != nil {
		return l, err
	}
	found, open := p.copiesBySeal(path, key), !own.Encrypted()
	switch {
	case open && what == changes:
		return l, refuse("change-open", "path", path)
	case open && what == decrypts:
		l.says = []string{words.Open.Fill("file", file)}
		return l, nil
	case !open && what == encrypts && len(found.open)+len(found.behind)+len(found.foreign)+len(found.unsound)+len(found.unreached) == 0:
		l.says = []string{words.Already.Fill("file", file)}
		return l, nil
	case what == decrypts:
		l.says = []string{words.Decrypts.Fill("file", file)}
		if n := len(found.encrypted) + len(found.behind) + len(found.foreign); n > 0 {
			l.says = append(l.says, words.Copies.For(n))
		}
		l.changes = true
		return l, nil
	case what == changes:
		l.says, l.chooses = []string{words.Changes.Fill("file", file)}, true
	case open:
		l.says, l.chooses = []string{words.Encrypts.Fill("file", file)}, true
	}
	reached := len(found.open) + len(found.behind) + len(found.foreign) + len(found.unreached)
	if what == changes {
		reached += len(found.encrypted)
	}
	if reached > 0 {
		l.says = append(l.says, words.Copies.For(reached))
	}
	if n := len(found.foreign); n > 0 {
		l.says = append(l.says, words.Foreign.For(n))
	}
	if n := len(found.unsound); n > 0 {
		l.says = append(l.says, words.Unsound.For(n))
		for _, file := range found.unsound {
			if len(p.beginningsIn(file)) > 0 { // something is whole of it
				command := "stappenplan --file " + p.quoted(absolute(file)) + " salvage " + string(p.texts.Commands.Calls["salvage"].Use)
				l.says = append(l.says, words.SalvageFirst.Fill("file", steps.CleanName(filepath.Base(file)), "command", steps.CleanName(command)))
			}
		}
	}
	if others := found.others; others != nil {
		l.says = append(l.says, words.Others.Fill("files", steps.CleanName(strings.Join(others, ", "))))
	}
	if what == changes {
		if closed := found.othersClosed; closed != nil {
			l.says = append(l.says, words.OthersClosed.Fill("files", steps.CleanName(strings.Join(closed, ", "))))
		}
		l.says = append(l.says, string(words.OldOpens))
	} else {
		l.says = append(l.says, string(words.Visible), string(words.NotReached))
	}
	l.changes = true
	return l, nil
}

// sealed is a file, and its key; nil where it lies open. By the key its copies are known, wherever they are.
func (p *program) sealed(path string) (*store.Copy, *passphrase.Key, error) {
	own, err := store.TakeCopy(path)
	if err != nil {
		return nil, nil, err
	}
	key, err := store.Unlock(own.Store(), p.unlocker(path))
	return own, key, err
}

// sealNow does it, and says so. A new passphrase is given where one is chosen.
func (p *program) sealNow(path string, what seal, phrase string) (said string, err error) {
	words, file := p.texts.Encryption, steps.CleanName(path)
	if err := p.finishBefore(path, what); err != nil { // or what is to be done would be forgotten
		return "", err
	}
	switch {
	case what == decrypts:
		return words.Decrypted.Fill("file", file), p.decryptNow(path)
	case phrase == "":
		if err := (intended{sealing: sealing{Encrypt: true}}).intend(path); err != nil {
			return "", err
		}
		return words.Done.Fill("file", file), p.encryptCopies(path)
	case what == changes:
		return words.Changed.Fill("file", file), p.changeNow(path, phrase)
	}
	return words.Done.Fill("file", file), p.encryptNow(path, phrase)
}

// encryptNow encrypts a file under a passphrase, and then its copies.
func (p *program) encryptNow(path, phrase string) error {
	key, err := passphrase.NewKey(phrase, p.effort)
	if err != nil {
		return err
	}
	agreed := p.consentOf(path)
	if err := p.sealUnder(path, sealing{Encrypt: true}, key, phrase); err != nil {
		return err
	}
	if agreed != notAsked { // now by what can be seen of the plans without the passphrase too
		p.consents(path, agreed)
	}
	return p.encryptCopies(path)
}

// changeNow puts the key of a file under another passphrase, in the file and then in its copies. Whoever goes on with it needs the new one only.
func (p *program) changeNow(path, phrase string) error {
	own, key, err := p.sealed(path)
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
	if err := p.sealUnder(path, sealing{Encrypt: true, From: sumOf(string(own.Wrapped()))}, other, phrase); err != nil {
		return err
	}
	return p.encryptCopies(path)
}

// sealUnder makes a file anew under a key. Where it fails the file is as it was, and nothing is to be done without asking again.
func (p *program) sealUnder(path string, what sealing, key *passphrase.Key, phrase string) error {
	if _, err := store.OpenKey(path, key.Wrapped(), phrase); err != nil { // tried before what there is goes
		return err
	}
	if err := (intended{sealing: what}).intend(path); err != nil {
		return err
	}
	if err := store.Encrypt(path, key); err != nil {
		return errors.Join(err, store.Finished(path))
	}
	p.keyring.learn(key)
	p.changed = true
	return nil
}

// copies are those of a file: encrypted as it is, by the same key under another passphrase, by another key, and open; those that are damaged, those that cannot be
// reached now, and what people made.
type copies struct {
	encrypted, behind, foreign, open, unsound, unreached []string
	others, othersClosed                                 []string
}

func (p *program) copiesBySeal(path string, key *passphrase.Key) (found copies) {
	for _, file := range p.ownCopies(path) {
		held, err := store.TakeCopy(file)
		switch {
		case err == nil && held.Encrypted() && !held.SealedBy(key):
			found.foreign = append(found.foreign, file)
		case err == nil && held.Encrypted() && !bytes.Equal(held.Wrapped(), key.Wrapped()):
			found.behind = append(found.behind, file)
		case err == nil && held.Encrypted():
			found.encrypted = append(found.encrypted, file)
		case err == nil:
			found.open = append(found.open, file)
		case store.Damaged(err) || store.HasCode(err, store.FileEmpty):
			found.unsound = append(found.unsound, file)
		default:
			found.unreached = append(found.unreached, file)
		}
	}
	for _, file := range store.CopiesByOthers(path) {
		if held, err := store.TakeCopy(file); err != nil || !held.Encrypted() {
			found.others = append(found.others, file)
		} else {
			found.othersClosed = append(found.othersClosed, file)
		}
	}
	return found
}

// encryptCopies makes the copies of an encrypted file as the file is, and removes those that cannot be read. What cannot be reached now is
// told, and stays to be done; what another passphrase opens, which is not given, is told.
func (p *program) encryptCopies(path string) error {
	_, key, err := p.sealed(path)
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
	for _, file := range found.foreign {
		switch err := store.Reencrypt(file, p.unlocker(file), key); {
		case notOpened(err):
			closed = append(closed, steps.CleanName(file))
		case err != nil:
			left = append(left, steps.CleanName(file))
		}
	}
	for _, file := range slices.Concat(found.open, found.behind) {
		if err := store.Encrypt(file, key); err != nil && !store.HasCode(err, store.FileEncrypted) {
			left = append(left, steps.CleanName(file))
		}
	}
	for _, file := range found.unsound {
		if err := store.Discard(file); err != nil {
			left = append(left, steps.CleanName(file))
		}
	}
	if left != nil {
		return refuse("encrypt-left", "files", strings.Join(append(left, closed...), ", "), "command", p.againWith("encrypt"))
	}
	err = store.Finished(path) // also where some stay closed: their passphrase may be forgotten
	if err == nil && closed != nil {
		err = refuse("encrypt-closed", "files", strings.Join(closed, ", "), "command", p.againWith("encrypt"))
	}
	return err
}

// finishSealing goes on with what was begun when the program was ended. Where the file was as before, nothing was done but to copies that are
// decrypted.
func (p *program) finishSealing(path string, what sealing) error {
	words, file := p.texts.Encryption, steps.CleanName(path)
	if what.Decrypt {
		err := p.decryptNow(path)
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
		err := store.NotBegun(path, own)
		if err == nil {
			p.tell(p.errs, p.reason(refuse("encrypt-not-begun", "path", path, "command", p.againWith("encrypt"))))
		}
		return err
	case sumOf(string(own.Wrapped())) == what.From:
		err := store.NotBegun(path, own)
		if err == nil {
			p.tell(p.errs, p.reason(refuse("change-not-begun", "path", path, "command", p.againWith("encrypt --change"))))
		}
		return err
	}
	if err := p.encryptCopies(path); err != nil {
		return err
	}
	if what.From != "" {
		p.tell(p.out, words.ChangeFinished.Fill("file", file))
		return nil
	}
	p.tell(p.out, words.Finished.Fill("file", file))
	return nil
}

// decryptNow decrypts a file and its copies, these first: so none needs a passphrase that is forgotten once the file needs none. What was
// begun stays to be done until it is, or copies would lie open beside an encrypted file and nobody would know.
func (p *program) decryptNow(path string) error {
	open, err := store.Open(path) // nothing is decrypted where the file is open elsewhere
	if err != nil {
		return err
	}
	key, err := store.Unlock(open, p.unlocker(path))
	if err = cmp.Or(err, open.Close()); err != nil {
		return err
	}
	found := p.copiesBySeal(path, key)
	if err := p.openKeys(path, found.foreign); err != nil {
		return err
	}
	if err := (intended{sealing: sealing{Decrypt: true}}).intend(path); err != nil {
		return err
	}
	var left []string
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
	if left != nil {
		return refuse("decrypt-left", "path", path, "files", strings.Join(left, ", "), "command", p.againWith("decrypt"), "back", p.againWith("encrypt"))
	}
	if err := store.Decrypt(path, p.unlocker(path)); err != nil {
		return err
	}
	p.changed = true
	return store.Finished(path)
}

// openKeys opens the keys of copies of a file, before anything is done to them.
func (p *program) openKeys(path string, copies []string) error {
	var closed []string
	for _, file := range copies {
		held, err := store.TakeCopy(file)
		if err == nil {
			_, err = store.Unlock(held.Store(), p.unlocker(file))
		}
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

// encryptedAs is a copy that comes in the place of a file: encrypted as that is. Where one of their passphrases is not given it stays under its
// own, and keeps that it does.
func (p *program) encryptedAs(path string, from *store.Copy, with store.Unlocker) (as *store.Copy, keeps bool, err error) {
	key, err := p.keyAt(path, from.Wrapped())
	switch {
	case notOpened(err) && from.Encrypted():
		return from, true, nil
	case err != nil || key == nil:
		return from, false, err
	case from.SealedBy(key):
		with = func([]byte) (*passphrase.Key, error) { return key, nil }
	}
	as, err = from.Under(filepath.Dir(path), with, key)
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
