package command

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"stappenplan/store"
	"stappenplan/wizard/screen"
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
	c := p.sealCommand("encrypt", func() screen.Seal {
		if change {
			return screen.ChangePhrase
		}
		return screen.Encrypt
	})
	c.Flags().BoolVar(&change, "change", false, p.flag("change"))
	return c
}

// decryptCommand makes them readable without a passphrase again.
func (p *program) decryptCommand() *cobra.Command {
	return p.sealCommand("decrypt", func() screen.Seal { return screen.Decrypt })
}

func (p *program) sealCommand(name string, what func() screen.Seal) *cobra.Command {
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

// finishBefore is [program.readyToRewrite]; but encrypting takes the place of decrypting.
func (p *program) finishBefore(path string, what screen.Seal) error {
	begun, _, err := intendedFor(path)
	if err == nil && (what != screen.Encrypt || !begun.Decrypt) {
		return p.readyToRewrite(path)
	}
	if err == nil {
		err = store.Claimable(path)
	}
	if err == nil {
		err = p.settleEdited(path)
	}
	return err
}

// seal shows what becomes of the encryption of a file, asks, has a passphrase chosen where it needs one, and does it.
func (p *program) seal(path string, what screen.Seal, yes bool) error {
	looked, err := p.lookAtSealing(path, what)
	if err != nil {
		return err
	}
	if !looked.changes && what == screen.Encrypt { // also not what was to be decrypted
		begun, _, err := intendedFor(path)
		if err == nil && begun.Decrypt {
			err = begun.finished(path)
		}
		if err != nil {
			return err
		}
		looked.says = append(looked.says, p.texts.Encryption.ChangeHow.Fill("command", p.againWith("encrypt --change")))
	}
	p.tell(p.out, strings.Join(looked.says, "\n"))
	if !looked.changes {
		return nil
	}
	if agreed, err := p.agree(p.texts.Encryption.Ask[string(what)], "encrypt-needs-terminal", yes); err != nil || !agreed {
		return err
	}
	phrase := ""
	if looked.chooses {
		if phrase, err = p.newPhrase(what == screen.ChangePhrase); err != nil {
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
		err := p.provePhrase(path, to.Sealing)
		if err == nil {
			err = p.seal(path, to.Sealing, false)
		}
		if err == nil || errors.As(err, new(stopped)) || context.Cause(p.context) != nil {
			return err
		}
		p.tell(p.out, p.reason(err)+"\n"+string(p.texts.Encryption.ShownAgain))
		return nil
	}
	p.tell(p.out, string(p.texts.Encryption.Busy))
	_, err = p.sealNow(path, to.Seal.What, to.Seal.Phrase)
	p.notice = string(p.texts.Encryption.Did[string(to.Seal.What)])
	if err != nil {
		p.notice = p.reason(err)
	}
	return nil
}

// provePhrase asks the passphrase of an encrypted file before it is changed or taken away: who sits before an open plan may be another.
func (p *program) provePhrase(path string, what screen.Seal) error {
	if what == screen.Encrypt || p.key == nil {
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
