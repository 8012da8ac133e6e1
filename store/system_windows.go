package store

import "os"

// inUse is not asked for here: the system does not remove a file that a program has open.
func inUse(*os.File) bool { return false }
