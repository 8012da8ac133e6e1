package command

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/passphrase"
)

// encrypting is what stands beside a file while it and its copies are being encrypted.
const encrypting = `{"encrypt":true}`

// encryptCommand encrypts the file and its copies.
func (p *program) encryptCommand() *cobra.Command { return p.sealing("encrypt", p.encrypt) }

// decryptCommand makes them readable without a passphrase again.
func (p *program) decryptCommand() *cobra.Command { return p.sealing("decrypt", p.decrypt) }

func (p *program) sealing(name string, do func(path string, yes bool) error) *cobra.Command {
	yes := false
	c := p.command(name, 0, func([]string) error {
		if p.flags.example {
			return refuse("example-not-encrypted")
		}
		path, err := p.path()
		if err == nil {
			err = p.finish(path)
		}
		if err != nil {
			return err
		}
		return do(path, yes)
	})
	c.Flags().BoolVar(&yes, "yes", false, p.flag("yes"))
	return c
}

// copies are those of a file that are encrypted or not, those that are damaged, those that cannot be reached now, what was left over of its
// plans beside it and lies open, and what people made and lies open.
type copies struct {
	encrypted, open, unsound, unreached, leftOver, others []string
}

func (p *program) copiesOf(path string) (found copies) {
	for _, file := range p.ownCopies(path) {
		held, err := store.TakeCopy(file)
		switch {
		case err == nil && held.Encrypted():
			found.encrypted = append(found.encrypted, file)
		case err == nil && store.MayBeAnothers(path, file):
			found.leftOver = append(found.leftOver, file)
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
		}
	}
	return found
}

// encrypt shows what is encrypted, asks, has a passphrase chosen, and does it. A file that is encrypted has its other copies done.
func (p *program) encrypt(path string, yes bool) error {
	words := p.texts.Encryption
	own, err := store.TakeCopy(path)
	if err != nil {
		return err
	}
	if _, err := store.Unlock(own.Store(), p.unlocker(path)); err != nil { // by which its copies are known, wherever they are
		return err
	}
	found := p.copiesOf(path)
	var lines []string
	switch {
	case !own.Encrypted():
		lines = append(lines, words.Encrypts.Fill("file", steps.CleanName(path)))
	case len(found.open)+len(found.unsound)+len(found.unreached) == 0:
		p.tell(p.out, words.Already.Fill("file", steps.CleanName(path)))
		return nil
	}
	if n := len(found.open) + len(found.unreached); n > 0 {
		lines = append(lines, words.Copies.For(n))
	}
	if n := len(found.unsound); n > 0 {
		lines = append(lines, words.Unsound.For(n))
		for _, file := range found.unsound {
			if len(p.beginningsIn(file)) > 0 { // something is whole of it
				command := "stappenplan --file " + p.quoted(absolute(file)) + " salvage " + string(p.texts.Commands.Calls["salvage"].Use)
				lines = append(lines, words.SalvageFirst.Fill("file", steps.CleanName(filepath.Base(file)), "command", steps.CleanName(command)))
			}
		}
	}
	if found.others != nil {
		lines = append(lines, words.Others.Fill("files", steps.CleanName(strings.Join(found.others, ", "))))
	}
	p.tell(p.out, strings.Join(append(lines, string(words.Visible), string(words.NotReached)), "\n"))
	if goOn, err := p.agree(words.Ask, "encrypt-needs-terminal", yes); err != nil || !goOn {
		return err
	}
	if own.Encrypted() {
		if err = p.encryptCopies(path); err == nil {
			p.tell(p.out, words.Done.Fill("file", steps.CleanName(path)))
		}
		return err
	}
	phrase, err := p.newPhrase()
	if err != nil {
		return err
	}
	key, err := passphrase.NewKey(phrase, p.effort)
	if err != nil {
		return err
	}
	if _, err := store.OpenKey(path, key.Wrapped(), phrase); err != nil { // tried before what lies open goes
		return err
	}
	p.keyring.learn(key)
	agreed := p.consentOf(path)
	if err := store.Intend(path, []byte(encrypting)); err != nil {
		return err
	}
	if err := store.Encrypt(path, key); err != nil { // it is as it was, and nothing is to be done without asking again
		return errors.Join(err, store.Finished(path))
	}
	if agreed != notAsked { // now by what can be seen of the plans without the passphrase too
		p.consents(path, agreed)
	}
	if err := p.encryptCopies(path); err != nil {
		return err
	}
	p.tell(p.out, words.Done.Fill("file", steps.CleanName(path)))
	return nil
}

// encryptCopies encrypts the copies of an encrypted file by its key, and removes those that cannot be read. What cannot be reached now is
// told, and stays to be done.
func (p *program) encryptCopies(path string) error {
	own, err := store.TakeCopy(path)
	if err != nil {
		return err
	}
	key, err := store.Unlock(own.Store(), p.unlocker(path))
	if err != nil {
		return err
	}
	found := p.copiesOf(path)
	left := slices.Clone(found.unreached)
	for _, file := range found.open {
		if err := store.Encrypt(file, key); err != nil && !store.HasCode(err, store.FileEncrypted) {
			left = append(left, steps.CleanName(file))
		}
	}
	for _, file := range slices.Concat(found.leftOver, found.unsound) {
		if err := store.Discard(file); err != nil {
			left = append(left, steps.CleanName(file))
		}
	}
	if left != nil {
		return refuse("encrypt-left", "files", strings.Join(left, ", "), "command", p.againWith("encrypt"))
	}
	return store.Finished(path)
}

// finishEncrypting goes on with what was begun when the program was ended. Where the file was not encrypted yet, nothing was done.
func (p *program) finishEncrypting(path string) error {
	own, err := store.TakeCopy(path)
	if err != nil {
		return err
	}
	if !own.Encrypted() {
		p.tell(p.errs, p.reason(refuse("encrypt-not-begun", "path", path, "command", p.againWith("encrypt"))))
		return store.Finished(path)
	}
	if err := p.encryptCopies(path); err != nil {
		return err
	}
	p.tell(p.out, p.texts.Encryption.Finished.Fill("file", steps.CleanName(path)))
	return nil
}

// decrypt shows what becomes readable, asks, and does it: the copies first, so that none needs a passphrase that is forgotten once the file
// needs none.
func (p *program) decrypt(path string, yes bool) error {
	words := p.texts.Encryption
	own, err := store.TakeCopy(path)
	if err != nil {
		return err
	}
	if !own.Encrypted() {
		p.tell(p.out, words.Open.Fill("file", steps.CleanName(path)))
		return nil
	}
	if _, err := store.Unlock(own.Store(), p.unlocker(path)); err != nil {
		return err
	}
	found := p.copiesOf(path)
	lines := []string{words.Decrypts.Fill("file", steps.CleanName(path))}
	if n := len(found.encrypted); n > 0 {
		lines = append(lines, words.Readable.For(n))
	}
	p.tell(p.out, strings.Join(lines, "\n"))
	if agreed, err := p.agree(words.AskDecrypt, "encrypt-needs-terminal", yes); err != nil || !agreed {
		return err
	}
	var left []string
	for _, file := range found.encrypted {
		if err := store.Decrypt(file, p.unlocker(file)); err != nil {
			left = append(left, steps.CleanName(file))
		}
	}
	if left != nil {
		return refuse("decrypt-left", "path", path, "files", strings.Join(left, ", "), "command", p.againWith("decrypt"))
	}
	if err := store.Decrypt(path, p.unlocker(path)); err != nil {
		return err
	}
	p.tell(p.out, words.Decrypted.Fill("file", steps.CleanName(path)))
	return nil
}

// encryptedAs is a copy that comes in the place of a file: encrypted, where that is.
func (p *program) encryptedAs(path string, from *store.Copy) (*store.Copy, error) {
	if from.Encrypted() {
		return from, nil
	}
	var key *passphrase.Key
	present, err := store.TakeCopy(path)
	switch {
	case store.Damaged(err):
		if rest, unread := store.Salvage(path); unread == nil {
			key, err = rest.Unlock(p.unlocker(path))
		} else {
			err = nil // nothing is left that tells
		}
	case store.HasCode(err, store.FileEmpty), errors.Is(err, fs.ErrNotExist):
		err = nil
	case err == nil:
		key, err = store.Unlock(present.Store(), p.unlocker(path))
	}
	if err != nil || key == nil {
		return from, err
	}
	return from.Under(filepath.Dir(path), key)
}
