package store

import (
	"errors"
	"os"
	"path/filepath"

	"stappenplan/store/passphrase"
)

// WriteUnder is [Copy.Write] of the copy encrypted whole under a passphrase. What was written is decrypted and compared before it gets
// its name.
func (c *Copy) WriteUnder(path, phrase string, work passphrase.Work) error {
	if _, err := os.Lstat(path); err == nil {
		return fault(FileExists, path, nil)
	}
	content, err := passphrase.Encrypt(c.content, phrase, work)
	if err != nil {
		return writeFault(path, err)
	}
	fresh, err := c.writeAs(content, filepath.Dir(path), 0o600, func(written []byte) ([]byte, error) {
		return passphrase.Decrypt(written, phrase, len(c.content))
	})
	if err != nil {
		return err
	}
	return Place(fresh, path)
}

// TakeCopyUnder reads a file that [Copy.WriteUnder] wrote, or age. A passphrase that is another has the code [PassphraseWrong].
func TakeCopyUnder(path, phrase string) (*Copy, error) {
	f, sealed, err := openWhole(path, os.O_RDONLY)
	if err != nil {
		return nil, err
	}
	f.Close()
	content, err := passphrase.Decrypt(sealed, phrase, maxSize)
	if errors.Is(err, passphrase.ErrWrong) {
		return nil, fault(PassphraseWrong, path, err)
	}
	if err != nil {
		return nil, fault(FileDamaged, path, err)
	}
	root, err := lookInside(content)
	if err != nil {
		return nil, at(path, err)
	}
	return &Copy{path, content, root}, nil
}

// Store gives the plans in a sound copy, for reading only.
func (c *Copy) Store() Store { return snapshotOf(c.path, c.root) }
