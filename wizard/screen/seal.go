package screen

// Seal is what can be done with the encryption of the file of the plan.
type Seal string

// They are called as in the words for them.
const (
	Encrypt      Seal = "encrypt"
	Decrypt      Seal = "decrypt"
	ChangePhrase Seal = "change"
)

// Seals are those that can be done with a file that is encrypted, or is not.
func Seals(encrypted bool) []Seal {
	if encrypted {
		return []Seal{ChangePhrase, Decrypt}
	}
	return []Seal{Encrypt}
}

// Sealing is what doing one of these would be.
type Sealing struct {
	What          Seal
	Says          []string // what is done, and what stays to be seen; or why it cannot be
	Changes       bool     // anything is done
	Chooses       bool     // a passphrase is chosen for it
	Asks          bool     // the passphrase that there is, is asked
	Present       string   // that, as it was typed
	Phrase, Again string   // the one that is chosen, as it was typed once and once more
}
