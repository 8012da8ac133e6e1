package store

import (
	"errors"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"syscall"
)

// Codes of the usual reasons why a system refuses something with a file. They are worded elsewhere.
const (
	CauseMissing     = "missing"       // nothing stands there
	CauseExists      = "exists"        // something stands there
	CauseForbidden   = "forbidden"     // not allowed
	CauseHeld        = "held"          // not allowed, or open in another program: Windows says the same of both
	CauseBusy        = "busy"          // open in another program
	CauseFolder      = "folder"        // a folder where a file was wanted
	CauseNotFolder   = "not-folder"    // a file in the middle of a path
	CauseNotRegular  = "not-regular"   // a device, a pipe
	CauseFull        = "full"          // a disk, a quota or a file is full
	CauseReadOnly    = "read-only"     // a disk that cannot be written
	CauseLongName    = "long-name"     // a name or path that is too long
	CauseBadName     = "bad-name"      // a name with characters that cannot be in one
	CauseLinkLoop    = "link-loop"     // a link that leads to itself
	CauseDisk        = "disk"          // the disk fails
	CauseGone        = "gone"          // the disk was taken out
	CauseNetwork     = "network"       // a place on the network that does not answer
	CauseOnline      = "online"        // a file that is only online and was not fetched
	CauseVirus       = "virus"         // the virus scanner is in between
	CauseMemory      = "memory"        // too little memory
	CauseTooManyOpen = "too-many-open" // too many files open
	CauseUnable      = "unable"        // the place cannot do what was asked
	CauseUnread      = "unread"        // nobody reads what is written any more
)

// cause is a reason with the numbers by which a system gives it.
type cause struct {
	code    string
	numbers []syscall.Errno
}

// posix are the numbers of Linux and macOS. Package syscall has made them up for Windows, and gives some there too.
var posix = []cause{
	{CauseMissing, []syscall.Errno{syscall.ENOENT}},
	{CauseExists, []syscall.Errno{syscall.EEXIST}},
	{CauseForbidden, []syscall.Errno{syscall.EACCES, syscall.EPERM}},
	{CauseBusy, []syscall.Errno{syscall.ETXTBSY, syscall.EBUSY}},
	{CauseFolder, []syscall.Errno{syscall.EISDIR}},
	{CauseNotFolder, []syscall.Errno{syscall.ENOTDIR}},
	{CauseFull, []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}},
	{CauseReadOnly, []syscall.Errno{syscall.EROFS}},
	{CauseLongName, []syscall.Errno{syscall.ENAMETOOLONG}},
	{CauseBadName, []syscall.Errno{syscall.EILSEQ}},
	{CauseLinkLoop, []syscall.Errno{syscall.ELOOP}},
	{CauseDisk, []syscall.Errno{syscall.EIO}},
	{CauseGone, []syscall.Errno{syscall.ENODEV, syscall.ENXIO}},
	{CauseNetwork, []syscall.Errno{
		syscall.ESTALE, syscall.ETIMEDOUT, syscall.EHOSTDOWN, syscall.EHOSTUNREACH, syscall.ENETDOWN, syscall.ENETUNREACH,
		syscall.ECONNRESET, syscall.ECONNREFUSED, syscall.ECONNABORTED, syscall.ENOTCONN,
	}},
	{CauseMemory, []syscall.Errno{syscall.ENOMEM}},
	{CauseTooManyOpen, []syscall.Errno{syscall.EMFILE, syscall.ENFILE}},
	{CauseUnable, []syscall.Errno{syscall.ENOLCK, syscall.EOPNOTSUPP, syscall.ENOSYS}},
	{CauseUnread, []syscall.Errno{syscall.EPIPE}},
}

// windows are the numbers of winerror.h.
var windows = []cause{
	{CauseMissing, []syscall.Errno{2, 3, 15}},
	{CauseExists, []syscall.Errno{80, 183}},
	{CauseHeld, []syscall.Errno{5, 303}},
	{CauseBusy, []syscall.Errno{32, 33, 170, 1224}},
	{CauseNotFolder, []syscall.Errno{267}},
	{CauseFull, []syscall.Errno{39, 112, 223, 1295}},
	{CauseReadOnly, []syscall.Errno{19, 6009}},
	{CauseLongName, []syscall.Errno{111, 206}},
	{CauseBadName, []syscall.Errno{123, 161}},
	{CauseLinkLoop, []syscall.Errno{1921}},
	{CauseDisk, []syscall.Errno{23, 25, 27, 29, 30, 31, 1006, 1117, 1392, 1393}},
	{CauseGone, []syscall.Errno{20, 21, 34, 1112, 1167}},
	{CauseNetwork, []syscall.Errno{
		51, 53, 54, 55, 58, 59, 64, 65, 67, 121, 240, 1203, 1222, 1231, 1232, 1236, 2250, 10054, 10060, 10061,
	}},
	{CauseOnline, []syscall.Errno{362, 377, 382, 386, 388, 389, 393, 395, 398, 404, 426}},
	{CauseVirus, []syscall.Errno{225, 226}},
	{CauseMemory, []syscall.Errno{8, 14, 1450, 1455}},
	{CauseTooManyOpen, []syscall.Errno{4}},
	{CauseUnable, []syscall.Errno{1, 50, 120}},
	{CauseUnread, []syscall.Errno{109, 232}},
}

// Causes are the codes that [Cause] gives.
func Causes() (codes []string) {
	for _, c := range slices.Concat(windows, posix) {
		codes = append(codes, c.code)
	}
	return append(codes, CauseNotRegular)
}

// Cause is why the system refused something: one of the codes of this package, or the system's own words
// where the reason is not a usual one. It is empty for no error.
func Cause(err error) string { return causeOn(runtime.GOOS, err) }

func causeOn(system string, err error) string {
	if err == nil {
		return ""
	}
	usual := posix
	if system == "windows" {
		usual = slices.Concat(windows, posix)
	}
	var number syscall.Errno
	numbered := errors.As(err, &number)
	for _, c := range usual {
		for _, n := range c.numbers { // texts are compared too, because bbolt does not wrap every error of the system
			if numbered && n == number || !numbered && strings.Contains(err.Error(), n.Error()) {
				return c.code
			}
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return CauseMissing
	case errors.Is(err, fs.ErrPermission):
		return CauseForbidden
	case errors.Is(err, fs.ErrExist):
		return CauseExists
	case errors.Is(err, errors.ErrUnsupported):
		return CauseUnable
	case errors.Is(err, io.ErrClosedPipe):
		return CauseUnread
	case numbered:
		err = number
	}
	return strings.TrimSuffix(err.Error(), ".")
}
