package store

import "os"

// What tests of single parts use.
var (
	PlaceWith   = place
	CreateFault = createFault
	OpenFault   = openFault
	WriteFault  = writeFault
	CauseOn     = causeOn
)

// SalvageBytes is [Salvage] of a file in memory.
func SalvageBytes(b []byte, ids ...string) Salvaged { return salvage(b, nil, ids...) }

// Format is the newest format of the file, and Newer one that is not known yet, as they stand in it.
var (
	Format = decimal(format)
	Newer  = decimal(encryptedFormat + 1)
)

// Causes are the codes that Cause gives.
func Causes() []string {
	codes := []string{CauseNotRegular}
	for _, c := range causes {
		codes = append(codes, c.code)
	}
	return codes
}

// ClaimedAfter are the plans in a file that is claimed, where something happens to it between its opening and its lock.
func ClaimedAfter(path string, happens func()) (Plans, error) {
	present, let, err := claimFile(path, func(f *os.File) bool {
		happens()
		return inUse(f)
	})
	if err != nil {
		return nil, err
	}
	let()
	return present.Plans(), nil
}

// Look returns the fault that the look finds in a copy of a file.
func Look(b []byte) error {
	_, err := lookInside(b)
	return err
}
