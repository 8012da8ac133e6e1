package passphrase

import (
	"bytes"
	"crypto/cipher"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"golang.org/x/crypto/chacha20poly1305"
)

// Key encrypts the texts of one file, one by one. It is random, and stands in the file under a passphrase. Its methods may be called at
// the same time.
type Key struct {
	wrapped []byte
	own     []byte
	cipher  cipher.AEAD
	*learnt
}

// learnt is what texts became, by the same key under whichever passphrase.
type learnt struct {
	mutex sync.Mutex
	known map[[sha256.Size]byte][]byte
}

// NewKey makes a key, under a passphrase.
func NewKey(phrase string, work Work) (*Key, error) {
	own := make([]byte, chacha20poly1305.KeySize)
	rand.Read(own)
	wrapped, err := Encrypt(own, phrase, work)
	if err != nil {
		return nil, err
	}
	return keyOf(own, wrapped)
}

// OpenKey is the key that [Key.Wrapped] gave, by its passphrase. It fails with [ErrWrong] or [ErrDamaged].
func OpenKey(wrapped []byte, phrase string) (*Key, error) {
	own, err := Decrypt(wrapped, phrase, chacha20poly1305.KeySize)
	if err != nil {
		return nil, err
	}
	return keyOf(own, wrapped)
}

func keyOf(own, wrapped []byte) (*Key, error) {
	aead, err := chacha20poly1305.NewX(own)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return &Key{wrapped: bytes.Clone(wrapped), own: own, cipher: aead, learnt: &learnt{known: map[[sha256.Size]byte][]byte{}}}, nil
}

// Under is the same key under another passphrase: it opens what the key sealed, and seals a text as the key did.
func (k *Key) Under(phrase string, work Work) (*Key, error) {
	wrapped, err := Encrypt(k.own, phrase, work)
	if err != nil {
		return nil, err
	}
	return &Key{wrapped, k.own, k.cipher, k.learnt}, nil
}

// Wrapped is the key under its passphrase, as a file of age.
func (k *Key) Wrapped() []byte { return k.wrapped }

// Seal encrypts a text that stands at a number in a plan, with a random nonce before it. What the key sealed or learnt becomes the same
// once more, so that copies of one file stay copies.
func (k *Key) Seal(plan string, number uint64, text []byte) []byte {
	place := placeOf(plan, number)
	sum := sumOf(place, text)
	k.mutex.Lock()
	defer k.mutex.Unlock()
	sealed, is := k.known[sum]
	if !is {
		nonce := make([]byte, chacha20poly1305.NonceSizeX, chacha20poly1305.NonceSizeX+len(text)+chacha20poly1305.Overhead)
		rand.Read(nonce)
		sealed = k.cipher.Seal(nonce, nonce, text, place)
		k.known[sum] = sealed
	}
	return sealed
}

// Open decrypts what stands at a number in a plan. What was sealed for another place, or altered, is an error.
func (k *Key) Open(plan string, number uint64, sealed []byte) ([]byte, error) {
	if len(sealed) < chacha20poly1305.NonceSizeX {
		return nil, errors.New("too short to be encrypted")
	}
	nonce, sealed := sealed[:chacha20poly1305.NonceSizeX], sealed[chacha20poly1305.NonceSizeX:]
	text, err := k.cipher.Open(nil, nonce, sealed, placeOf(plan, number))
	if err != nil {
		return nil, fmt.Errorf("decrypt entry %d: %w", number, err)
	}
	return text, nil
}

// Learn remembers what a text was sealed as.
func (k *Key) Learn(plan string, number uint64, text, sealed []byte) {
	sum := sumOf(placeOf(plan, number), text)
	k.mutex.Lock()
	defer k.mutex.Unlock()
	k.known[sum] = sealed
}

// placeOf ties what is sealed to where it stands. An id has no zero byte.
func placeOf(plan string, number uint64) []byte {
	return binary.BigEndian.AppendUint64(append([]byte(plan), 0), number)
}

func sumOf(place, text []byte) (sum [sha256.Size]byte) {
	all := sha256.New()
	all.Write(place)
	all.Write(text)
	all.Sum(sum[:0])
	return sum
}
