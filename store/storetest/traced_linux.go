package storetest

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// TracedName is the name by which a test's own binary is called to do what [ExecTraced] does, as the first word of a command line.
const TracedName = "traced"

// ExecTraced has the kernel tell whoever started this process of the calls that change files, and then becomes the program that the
// arguments name.
func ExecTraced() {
	const socket = 3
	runtime.LockOSThread() // the program is started by the very thread that is told of
	listener, err := intercept(unix.SYS_OPENAT, unix.SYS_WRITE, unix.SYS_PWRITE64, unix.SYS_FTRUNCATE, unix.SYS_FSYNC, unix.SYS_FDATASYNC,
		unix.SYS_LINKAT, unix.SYS_RENAMEAT, unix.SYS_UNLINKAT, unix.SYS_MKDIRAT)
	if err == nil {
		err = unix.Sendmsg(socket, []byte{0}, unix.UnixRights(listener), nil, 0)
	}
	if err == nil {
		unix.Close(socket)
		err = unix.Exec(os.Args[1], os.Args[1:], os.Environ())
	}
	panic(err)
}

// Traced runs a program, and gives what it did to files in a folder and below it, in order, together with what it said. Another process
// is told of the calls than the one that makes them: or it could wait for itself.
func Traced(t testing.TB, folder string, program *exec.Cmd) Trace {
	t.Helper()
	trace := begun(t, folder)
	watch := &watch{trace: &trace, numbers: map[inode]int{}, fresh: map[string]int{}}
	for path, n := range trace.Began {
		watch.numbers[inodeOf(filepath.Join(folder, path))] = n
	}
	traced, err := exec.LookPath(TracedName)
	if err != nil {
		t.Fatal(err)
	}
	sockets, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Close(sockets[0])
	theirs := os.NewFile(uintptr(sockets[1]), "socket")
	program.Args = append([]string{TracedName, program.Path}, program.Args[1:]...)
	program.Path, program.ExtraFiles = traced, []*os.File{theirs}
	err = program.Start()
	theirs.Close()
	if err != nil {
		t.Fatal(err)
	}
	listener := received(t, sockets[0])
	defer unix.Close(listener)
	for call, is := told(listener, -1); is; call, is = told(listener, -1) {
		watch.sees(call)
		reply := answered{id: call.id, flags: unix.SECCOMP_USER_NOTIF_FLAG_CONTINUE}
		control(listener, unix.SECCOMP_IOCTL_NOTIF_SEND, unsafe.Pointer(&reply))
	}
	if err, exit := program.Wait(), (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatalf("trace a program: %v", err)
	}
	return trace
}

// received is the open file that comes over a socket.
func received(t testing.TB, socket int) int {
	t.Helper()
	rights := make([]byte, unix.CmsgSpace(4))
	_, n, _, _, err := unix.Recvmsg(socket, make([]byte, 1), rights, 0)
	if err != nil {
		t.Fatal(err)
	}
	messages, err := unix.ParseSocketControlMessage(rights[:n])
	if err != nil || len(messages) != 1 {
		t.Fatalf("nothing is traced: %v", err)
	}
	files, err := unix.ParseUnixRights(&messages[0])
	if err != nil || len(files) != 1 {
		t.Fatalf("nothing is traced: %v", err)
	}
	return files[0]
}

// begun is the trace of a folder before anything is done to it.
func begun(t testing.TB, folder string) (trace Trace) {
	t.Helper()
	trace.Folder, trace.Began = folder, map[string]int{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == folder {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		if entry.IsDir() {
			trace.Folders = append(trace.Folders, name)
			return nil
		}
		content, err := os.ReadFile(path)
		trace.Began[name] = len(trace.Contents)
		trace.Contents = append(trace.Contents, content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return trace
}

// inode is a file, whatever it is called.
type inode struct{ device, number uint64 }

// inodeOf is the file at a path, or none.
func inodeOf(path string) inode {
	var found unix.Stat_t
	if unix.Stat(path, &found) != nil || found.Mode&unix.S_IFMT != unix.S_IFREG {
		return inode{}
	}
	return inode{found.Dev, found.Ino}
}

// watch understands the calls of a program.
type watch struct {
	trace   *Trace
	numbers map[inode]int
	fresh   map[string]int // files that were made and not seen since, by their whole path
}

// sees adds what a call is about to do to the trace.
func (w *watch) sees(call intercepted) {
	a := call.arguments
	switch uint32(call.number) {
	case unix.SYS_OPENAT:
		if name, ours := w.name(call.thread, int32(a[0]), a[1]); ours && a[2]&(unix.O_CREAT|unix.O_TRUNC) != 0 {
			w.opens(name, a[2])
		}
	case unix.SYS_WRITE:
		content := bytesAt(call.thread, a[1], a[2])
		if a[0] == 1 || a[0] == 2 {
			w.adds(Change{Kind: Said, Content: content})
		} else if n, ours := w.file(call.thread, a[0]); ours {
			w.adds(Change{Kind: Written, File: n, At: place(call.thread, a[0]), Content: content})
		}
	case unix.SYS_PWRITE64:
		if n, ours := w.file(call.thread, a[0]); ours {
			w.adds(Change{Kind: Written, File: n, At: int(a[3]), Content: bytesAt(call.thread, a[1], a[2])})
		}
	case unix.SYS_FTRUNCATE:
		if n, ours := w.file(call.thread, a[0]); ours {
			w.adds(Change{Kind: Resized, File: n, At: int(a[1])})
		}
	case unix.SYS_FSYNC, unix.SYS_FDATASYNC:
		if n, ours := w.file(call.thread, a[0]); ours {
			w.adds(Change{Kind: Synced, File: n})
		} else if name, ours := w.inside(linked(call.thread, a[0])); ours {
			w.adds(Change{Kind: FolderSynced, Name: name})
		}
	case unix.SYS_LINKAT:
		from, _ := w.name(call.thread, int32(a[0]), a[1])
		if name, ours := w.name(call.thread, int32(a[2]), a[3]); ours && !w.there(name) && w.there(from) {
			w.adds(Change{Kind: Named, File: w.fileAt(from), Name: name})
		}
	case unix.SYS_RENAMEAT:
		from, _ := w.name(call.thread, int32(a[0]), a[1])
		if name, ours := w.name(call.thread, int32(a[2]), a[3]); ours && w.there(from) {
			w.adds(Change{Kind: Renamed, File: w.fileAt(from), From: from, Name: name})
		}
	case unix.SYS_UNLINKAT:
		if name, ours := w.name(call.thread, int32(a[0]), a[1]); ours && w.there(name) {
			w.adds(Change{Kind: Removed, Name: name})
		}
	case unix.SYS_MKDIRAT:
		if name, ours := w.name(call.thread, int32(a[0]), a[1]); ours && !w.there(name) {
			w.adds(Change{Kind: FolderMade, Name: name})
		}
	}
}

// opens adds that a file is made, or emptied.
func (w *watch) opens(name string, flags uint64) {
	switch there := w.there(name); {
	case !there && flags&unix.O_CREAT != 0:
		n := len(w.trace.Contents)
		w.trace.Contents = append(w.trace.Contents, nil)
		w.fresh[filepath.Join(w.trace.Folder, name)] = n
		w.adds(Change{Kind: Named, File: n, Name: name})
	case there && flags&unix.O_TRUNC != 0 && flags&unix.O_EXCL == 0:
		w.adds(Change{Kind: Resized, File: w.fileAt(name)})
	}
}

func (w *watch) adds(c Change) { w.trace.Changes = append(w.trace.Changes, c) }

// file is the file in the folder that a number of an open file stands for.
func (w *watch) file(thread uint32, fd uint64) (n int, ours bool) {
	path := fmt.Sprintf("/proc/%d/fd/%d", thread, fd)
	return w.known(inodeOf(path), linked(thread, fd))
}

// fileAt is the file in the folder at a name that is there.
func (w *watch) fileAt(name string) int {
	path := filepath.Join(w.trace.Folder, name)
	n, _ := w.known(inodeOf(path), path)
	return n
}

// known is a file by what the system calls it. One that was made since may have the number of one that is gone.
func (w *watch) known(file inode, path string) (n int, ours bool) {
	if n, made := w.fresh[path]; made && file != (inode{}) {
		delete(w.fresh, path)
		w.numbers[file] = n
	}
	n, ours = w.numbers[file]
	return n, ours && file != (inode{})
}

func (w *watch) there(name string) bool {
	_, err := os.Lstat(filepath.Join(w.trace.Folder, name))
	return err == nil
}

// inside gives the name of a path within the folder.
func (w *watch) inside(path string) (name string, is bool) {
	name, err := filepath.Rel(w.trace.Folder, path)
	return name, err == nil && name != ".." && !strings.HasPrefix(name, "../")
}

// name is that of the path which stands at an address, seen from a folder that is open or from where the program runs.
func (w *watch) name(thread uint32, folder int32, address uint64) (name string, is bool) {
	path, _, _ := bytes.Cut(bytesAt(thread, address, unix.PathMax), []byte{0})
	whole := string(path)
	if !filepath.IsAbs(whole) {
		from := fmt.Sprintf("/proc/%d/cwd", thread)
		if folder != unix.AT_FDCWD {
			from = fmt.Sprintf("/proc/%d/fd/%d", thread, folder)
		}
		at, _ := os.Readlink(from)
		whole = filepath.Join(at, whole)
	}
	return w.inside(whole)
}

// bytesAt are those at an address of a program, as many of them as can be read.
func bytesAt(thread uint32, address, length uint64) []byte {
	if length == 0 {
		return nil
	}
	const page = 4096 // of which each can be read, or not
	var remote []unix.RemoteIovec
	for from, end := address, address+length; from < end; {
		n := min(end-from, page-from%page)
		remote = append(remote, unix.RemoteIovec{Base: uintptr(from), Len: int(n)})
		from += n
	}
	b := make([]byte, length)
	n, _ := unix.ProcessVMReadv(int(thread), []unix.Iovec{{Base: unsafe.SliceData(b), Len: length}}, remote, 0)
	return b[:max(n, 0)]
}

// linked is the path of an open file.
func linked(thread uint32, fd uint64) string {
	path, _ := os.Readlink(fmt.Sprintf("/proc/%d/fd/%d", thread, fd))
	return path
}

// place is where in an open file the next write comes.
func place(thread uint32, fd uint64) int {
	return numberIn(fmt.Sprintf("/proc/%d/fdinfo/%d", thread, fd), "pos:")
}

// numberIn is the number behind a word in a file of the system.
func numberIn(path, word string) int {
	content, _ := os.ReadFile(path)
	for line := range bytes.Lines(content) {
		if rest, is := bytes.CutPrefix(line, []byte(word)); is {
			n, _ := strconv.Atoi(string(bytes.TrimSpace(rest)))
			return n
		}
	}
	return 0
}
