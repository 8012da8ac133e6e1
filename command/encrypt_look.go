package command

import (
	"bytes"
	"strings"

	"stappenplan/steps"
	"stappenplan/store"
	"stappenplan/store/passphrase"
	"stappenplan/wizard/screen"
)

// lookedAt is what would become of the encryption of a file and its copies.
type lookedAt struct {
	says    []string // what is done, or why nothing is
	changes bool     // anything is done
	chooses bool     // a passphrase is chosen for it
}

// lookAtSealing finds that out, and changes nothing.
func (p *program) lookAtSealing(path string, what screen.Seal) (l lookedAt, err error) {
	words, file := p.texts.Encryption, steps.CleanName(path)
	own, key, err := p.unlockedCopy(path)
	if err != nil {
		return l, err
	}
	found, open := p.copiesBySeal(path, key), !own.Encrypted()
	switch {
	case open && what == screen.ChangePhrase:
		return l, refuse("change-open", "path", path)
	case open && what == screen.Decrypt:
		l.says = []string{words.Open.Fill("file", file)}
		return l, nil
	case !open && what == screen.Encrypt && len(found.open)+len(found.behind)+len(found.foreign)+len(found.unsound)+len(found.unreached) == 0:
		l.says = []string{words.Already.Fill("file", file)}
		return l, nil
	case what == screen.Decrypt:
		l.says = []string{words.Decrypts.Fill("file", file)}
		if n := len(found.encrypted) + len(found.behind) + len(found.foreign); n > 0 {
			l.says = append(l.says, words.Copies.For(n))
		}
		if n := len(found.unsoundEncrypted); n > 0 {
			l.says = append(l.says, words.UnsoundOpens.For(n))
		}
		l.says = append(l.says, p.sayLater(path)...)
		l.changes = true
		return l, nil
	case what == screen.ChangePhrase:
		l.says, l.chooses = []string{words.Changes.Fill("file", file)}, true
	case open:
		l.says, l.chooses = []string{words.Encrypts.Fill("file", file)}, true
	}
	reached := len(found.open) + len(found.behind) + len(found.foreign) + len(found.unreached)
	if what == screen.ChangePhrase {
		reached += len(found.encrypted)
	}
	if reached > 0 {
		l.says = append(l.says, words.Copies.For(reached))
	}
	l.says = append(l.says, p.sayLater(path)...)
	if n := len(found.foreign); n > 0 {
		l.says = append(l.says, words.Foreign.For(n))
	}
	if n := len(found.unsound); n > 0 {
		l.says = append(l.says, words.Unsound.For(n))
	}
	if others := found.others; others != nil {
		l.says = append(l.says, words.Others.Fill("files", steps.CleanName(strings.Join(others, ", "))))
	}
	if what == screen.ChangePhrase {
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

// unlockedCopy is a file, and its key; nil where it lies open. By the key its copies are known, wherever they are.
func (p *program) unlockedCopy(path string) (*store.Copy, *passphrase.Key, error) {
	own, err := store.TakeCopy(path)
	if err != nil {
		return nil, nil, err
	}
	key, err := store.Unlock(own.Store(), p.unlocker(path))
	return own, key, err
}

// copies are those of a file: encrypted as it is, by the same key under another passphrase, by another key, and open; those that are
// damaged, those of them that are encrypted, those that cannot be reached now, and what people made.
type copies struct {
	encrypted, behind, foreign, open, unsound, unsoundEncrypted, unreached []string
	others, othersClosed                                                   []string
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
			if whole, err := store.Salvage(file, firstPlan); err == nil && whole.Wrapped() != nil {
				found.unsoundEncrypted = append(found.unsoundEncrypted, file)
			}
		default:
			found.unreached = append(found.unreached, file)
		}
	}
	own, wrong := store.TakeCopy(path)
	open := wrong == nil && !own.Encrypted()
	for _, file := range p.otherCopies(path) {
		held, err := store.TakeCopy(file)
		switch {
		case err == nil && held.Encrypted():
			if held.SealedBy(key) {
				found.othersClosed = append(found.othersClosed, file)
			}
		case err == nil && open && !share(beginnings(own.Plans()), beginnings(held.Plans())): // of another school
		default:
			found.others = append(found.others, file)
		}
	}
	return found
}
