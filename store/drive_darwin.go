package store

import "golang.org/x/sys/unix"

// DriveOf is the kind of drive that holds a folder or file that is there.
func DriveOf(path string) Drive {
	var of unix.Statfs_t
	if unix.Statfs(path, &of) != nil {
		return OwnDrive
	}
	if of.Flags&unix.MNT_LOCAL == 0 {
		return NetworkDrive
	}
	if kind := unix.ByteSliceToString(of.Fstypename[:]); kind == "msdos" || kind == "exfat" {
		return StickDrive
	}
	return OwnDrive
}
