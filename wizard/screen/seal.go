package screen

// Seal is what can be done with the encryption of the file of the plan.
type Seal string

// They are called as in the words for them.
const (
	Encrypt      Seal = "encrypt"
	Decrypt      Seal = "decrypt"
	ChangePhrase Seal = "change"
)

// Sealing is what doing one of these would be.
type Sealing struct {
	What          Seal
	Says          []string // what is done, and what stays to be seen; or why it cannot be
	Changes       bool     // anything is done
	Chooses       bool     // a passphrase is chosen for it
	Phrase, Again string   // that passphrase, as it was typed once and once more
}
