// Package passphrase puts bytes under a passphrase, as a file of age (age-encryption.org/v1, scrypt), which the program
// age opens too.
package passphrase

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"
)

// Work is how hard it is to try a passphrase: scrypt takes 2 to the power of it steps, and a kilobyte of memory each.
type Work int

const (
	// Usual is what files are made with: half a second and 128 MB for one try.
	Usual Work = 17
	most  Work = 18 // what age uses; more, and a file from elsewhere would take the memory of the computer
)

var (
	// ErrWrong says that the passphrase is another one.
	ErrWrong = errors.New("the passphrase is another one")
	// ErrDamaged says that what is under the passphrase is not as it was put there.
	ErrDamaged = errors.New("what is under the passphrase is damaged")
)

// beginning is how every file of age begins.
const beginning = "age-encryption.org/v1\n"

// IsEncrypted says whether content begins as a file of age.
func IsEncrypted(content []byte) bool { return bytes.HasPrefix(content, []byte(beginning)) }

// Encrypt puts content under a passphrase.
func Encrypt(content []byte, phrase string, work Work) ([]byte, error) {
	recipient, err := age.NewScryptRecipient(composed(phrase))
	if err != nil {
		return nil, fmt.Errorf("encrypt: %w", err)
	}
	recipient.SetWorkFactor(int(work))
	var sealed bytes.Buffer
	to, err := age.Encrypt(&sealed, recipient)
	if err == nil {
		_, err = to.Write(content)
	}
	if err == nil {
		err = to.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("encrypt: %w", err)
	}
	return sealed.Bytes(), nil
}

// Decrypt gives the content back, of at most so many bytes. It fails with [ErrWrong] or [ErrDamaged]. Once a passphrase kept the blanks it ended
// with: such a one opens as long as they are typed. No other is tried twice, for each try takes half a second.
func Decrypt(sealed []byte, phrase string, limit int) ([]byte, error) {
	own, once := composed(phrase), norm.NFC.String(phrase)
	content, err := decrypt(sealed, own, limit)
	if own != "" && own != once && errors.Is(err, ErrWrong) {
		content, err = decrypt(sealed, once, limit)
	}
	return content, err
}

func decrypt(sealed []byte, phrase string, limit int) ([]byte, error) {
	identity, err := age.NewScryptIdentity(phrase)
	if err != nil {
		return nil, ErrWrong // an empty one
	}
	identity.SetMaxWorkFactor(int(most))
	from, err := age.Decrypt(bytes.NewReader(sealed), identity)
	if errors.Is(err, age.ErrIncorrectIdentity) {
		return nil, ErrWrong
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	content, err := io.ReadAll(io.LimitReader(from, int64(limit)+1))
	if err == nil && len(content) > limit {
		err = errors.New("more than a file can be")
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return content, nil
}

// composed is a passphrase in one way of writing: an é is one letter or two, as the keyboard has it, and a paste may end with blanks.
func composed(phrase string) string {
	return strings.TrimRightFunc(norm.NFC.String(phrase), unicode.IsSpace)
}
