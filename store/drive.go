package store

// Drive is what kind of drive something is on, as far as the system tells.
type Drive string

// The kinds of drives. What the system tells nothing of is taken for the computer's own.
const (
	OwnDrive     Drive = "own"
	StickDrive   Drive = "stick"   // it can be taken out
	NetworkDrive Drive = "network" // it is another computer's
)
