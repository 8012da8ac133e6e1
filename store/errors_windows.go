package store

import "syscall"

// Numbers of winerror.h that package syscall does not name.
const (
	errorHandleDiskFull    syscall.Errno = 39
	errorDiskFull          syscall.Errno = 112
	errorDiskQuotaExceeded syscall.Errno = 1295
	errorSharingViolation  syscall.Errno = 32
	errorLockViolation     syscall.Errno = 33
	errorCannotResolveName syscall.Errno = 1921
	errorFileLimitExceeded syscall.Errno = 223
)

// What the system says when a disk, a quota or a file is full.
var noRoom = []syscall.Errno{errorDiskFull, errorHandleDiskFull, errorDiskQuotaExceeded, errorFileLimitExceeded}

// What the system says when another program keeps a file to itself.
var heldByAnother = []syscall.Errno{errorSharingViolation, errorLockViolation}

// What the system says of a link that leads to itself.
var linkLoop = []syscall.Errno{errorCannotResolveName}
