package store

import (
	"errors"
	"io"
	"io/fs"
	"runtime"
	"strings"
	"syscall"
)

// Those of the codes below that code asks for by name.
const (
	CauseMissing    = "missing"
	CauseForbidden  = "forbidden"
	CauseBusy       = "busy"
	CauseFolder     = "folder"
	CauseNotRegular = "not-regular" // a device, a pipe: this program says so, no system does
	CauseFull       = "full"
	CauseReadOnly   = "read-only"
	CauseLinkLoop   = "link-loop"
	CauseUnable     = "unable"
)

// numbers are those by which a system gives a reason.
type numbers []syscall.Errno

// causes are the usual reasons why a system refuses something with a file. Each has a code, which is worded elsewhere, the
// numbers of Linux and macOS, and those of winerror.h.
var causes = []struct {
	code           string
	posix, windows numbers
}{
	{CauseMissing, numbers{syscall.ENOENT}, numbers{2, 3, 15}},
	{"exists", numbers{syscall.EEXIST}, numbers{80, 183}},
	{CauseForbidden, numbers{syscall.EACCES, syscall.EPERM}, nil},
	{"held", nil, numbers{5, 303}}, // forbidden, or open in another program: Windows says the same of both
	{CauseBusy, numbers{syscall.ETXTBSY, syscall.EBUSY}, numbers{32, 33, 170, 1224}},
	{CauseFolder, numbers{syscall.EISDIR}, nil},
	{"not-folder", numbers{syscall.ENOTDIR}, numbers{267}}, // a file in the middle of a path
	{CauseFull, numbers{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}, numbers{39, 112, 223, 1295}},
	{CauseReadOnly, numbers{syscall.EROFS}, numbers{19, 6009}},
	{"long-name", numbers{syscall.ENAMETOOLONG}, numbers{111, 206}},
	{"bad-name", numbers{syscall.EILSEQ}, numbers{123, 161}},
	{CauseLinkLoop, numbers{syscall.ELOOP}, numbers{1921}},
	{"disk", numbers{syscall.EIO}, numbers{23, 25, 27, 29, 30, 31, 1006, 1117, 1392, 1393}}, // it fails
	{"gone", numbers{syscall.ENODEV, syscall.ENXIO}, numbers{20, 21, 34, 1112, 1167}},       // the disk was taken out
	{"network", numbers{
		syscall.ESTALE, syscall.ETIMEDOUT, syscall.EHOSTDOWN, syscall.EHOSTUNREACH, syscall.ENETDOWN, syscall.ENETUNREACH,
		syscall.ECONNRESET, syscall.ECONNREFUSED, syscall.ECONNABORTED, syscall.ENOTCONN,
	}, numbers{51, 53, 54, 55, 58, 59, 64, 65, 67, 121, 240, 1203, 1222, 1231, 1232, 1236, 2250, 10054, 10060, 10061}},
	{"online", nil, numbers{362, 377, 382, 386, 388, 389, 393, 395, 398, 404, 426}}, // a file that is only online
	{"virus", nil, numbers{225, 226}},                                               // the virus scanner is in between
	{"memory", numbers{syscall.ENOMEM}, numbers{8, 14, 1450, 1455}},
	{"too-many-open", numbers{syscall.EMFILE, syscall.ENFILE}, numbers{4}},
	{CauseUnable, numbers{syscall.ENOLCK, syscall.EOPNOTSUPP, syscall.ENOSYS}, numbers{1, 50, 120}},
	{"unread", numbers{syscall.EPIPE}, numbers{109, 232}}, // nobody reads what is written any more
}

// Cause is why the system refused something: one of the codes of this package, or the system's own words
// where the reason is not a usual one. It is empty for no error.
func Cause(err error) string { return causeOn(runtime.GOOS, err) }

func causeOn(system string, err error) string {
	if err == nil {
		return ""
	}
	var number syscall.Errno
	numbered := errors.As(err, &number)
	is := func(usual numbers) bool {
		for _, n := range usual { // texts are compared too, because bbolt does not wrap every error of the system
			if numbered && n == number || !numbered && strings.Contains(err.Error(), n.Error()) {
				return true
			}
		}
		return false
	}
	for _, c := range causes {
		if system == "windows" && is(c.windows) {
			return c.code
		}
	}
	for _, c := range causes { // package syscall has made these numbers up for Windows, and gives some there too
		if is(c.posix) {
			return c.code
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return CauseMissing
	case errors.Is(err, fs.ErrPermission):
		return CauseForbidden
	case errors.Is(err, fs.ErrExist):
		return "exists"
	case errors.Is(err, errors.ErrUnsupported):
		return CauseUnable
	case errors.Is(err, io.ErrClosedPipe):
		return "unread"
	case numbered:
		err = number
	}
	return strings.TrimSuffix(err.Error(), ".")
}
