package store

import "golang.org/x/sys/windows"

// DriveOf is the kind of drive that holds a folder or file that is there.
func DriveOf(path string) Drive {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return OwnDrive
	}
	root := make([]uint16, windows.MAX_LONG_PATH)
	if windows.GetVolumePathName(name, &root[0], uint32(len(root))) != nil {
		return OwnDrive
	}
	switch windows.GetDriveType(&root[0]) {
	case windows.DRIVE_REMOVABLE:
		return StickDrive
	case windows.DRIVE_REMOTE:
		return NetworkDrive
	}
	return OwnDrive
}
