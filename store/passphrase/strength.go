package passphrase

// Strength is how hard a passphrase is to guess, as far as its letters tell.
type Strength int

// Of a passphrase that is a name, a date or a known sentence nothing of this holds: that cannot be told from its letters.
const (
	Refused Strength = iota
	Weak             // by someone who has the file and some days
	Fair
	Strong
)

// Least is how many letters must count.
const Least = 10

const (
	fairFrom   = 16
	strongFrom = 24
)

// Assess says how strong a passphrase is, and how many of its letters count: one that is the same as the one before it, or comes next to
// it in the alphabet or among the digits, does not.
func Assess(phrase string) (strength Strength, counted int) {
	before := rune(-2)
	for _, letter := range composed(phrase) {
		if step := letter - before; step < -1 || step > 1 {
			counted++
		}
		before = letter
	}
	switch {
	case counted < Least:
		return Refused, counted
	case counted < fairFrom:
		return Weak, counted
	case counted < strongFrom:
		return Fair, counted
	}
	return Strong, counted
}
