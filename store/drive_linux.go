package store

import (
	"slices"

	"golang.org/x/sys/unix"
)

// DriveOf is the kind of drive that holds a folder or file that is there.
func DriveOf(path string) Drive {
	var of unix.Statfs_t
	if unix.Statfs(path, &of) != nil {
		return OwnDrive
	}
	const exfat = 0x2011BAB0
	kind := uint32(of.Type) // some are negative where a number has 32 bits
	switch {
	case slices.Contains([]uint32{unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC, unix.AFS_SUPER_MAGIC, unix.CODA_SUPER_MAGIC}, kind):
		return NetworkDrive
	case kind == unix.MSDOS_SUPER_MAGIC || kind == exfat:
		return StickDrive
	}
	return OwnDrive
}
