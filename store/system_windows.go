package store

import (
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

// inUse says whether another program holds the lock of a file, as bbolt does while it has one open: it locks one byte, far
// beyond the end. Where none does, it is held here until the file is closed.
func inUse(f *os.File) bool {
	const far = 1<<32 - 1
	at := windows.Overlapped{Offset: far, OffsetHigh: far}
	return windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at) != nil
}

// renameOver puts a finished file in the place of one that is open here. The system replaces no open file: it is let go just
// before, and one that another program opens in that moment stays.
func renameOver(fresh, target string, let func()) error {
	let()
	return os.Rename(fresh, target)
}

// unname gives what is left to do once a file is closed: the system takes no name away from one that is open. The folder for temporary
// files is in the user's own profile.
func unname(f *os.File) (remove func()) { return func() { os.Remove(f.Name()) } }

// takesFiles cannot be told here without making a file.
func takesFiles(string) error { return nil }

// ReadByOthers says whether others who use this computer can read a file: an entry of its access list allows it to all users.
func ReadByOthers(path string) bool {
	described, err := windows.GetNamedSecurityInfo(path, windows.SE_FILE_OBJECT, windows.DACL_SECURITY_INFORMATION)
	if err != nil {
		return false
	}
	list, _, err := described.DACL()
	if err != nil || list == nil { // a drive without such lists, such as a stick
		return false
	}
	for i := range uint32(list.AceCount) {
		var entry *windows.ACCESS_ALLOWED_ACE
		if windows.GetAce(list, i, &entry) != nil || entry.Header.AceType != windows.ACCESS_ALLOWED_ACE_TYPE || entry.Mask&windows.FILE_READ_DATA == 0 {
			continue
		}
		who := (*windows.SID)(unsafe.Pointer(&entry.SidStart))
		for _, all := range []windows.WELL_KNOWN_SID_TYPE{windows.WinWorldSid, windows.WinAuthenticatedUserSid, windows.WinBuiltinUsersSid, windows.WinInteractiveSid} {
			if who.IsWellKnown(all) {
				return true
			}
		}
	}
	return false
}
