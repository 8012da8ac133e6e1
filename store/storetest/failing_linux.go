package storetest

import (
	"runtime"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Failing is a kind of system call that goes wrong, as on a drive that is dying or out of reach.
type Failing struct {
	Call  uint32                         // its number, such as unix.SYS_FDATASYNC
	Only  func(arguments [6]uint64) bool // which of them it is about; nil: all
	From  int                            // the first that fails, counted from 1; all after it fail too
	Error syscall.Errno                  // what the system says
	Done  bool                           // it is done all the same
	Kill  bool                           // the process is ended there, after what is done
}

// During does something while these calls fail, for this alone and not for the rest of the program. The test fails
// where none of them was made.
func (f Failing) During(t testing.TB, do func()) {
	t.Helper()
	listeners, finished, failure := make(chan int, 1), make(chan bool), error(nil)
	go func() {
		defer close(finished)
		runtime.LockOSThread() // and never unlocked: the thread ends with this goroutine
		listener, err := intercept(f.Call)
		if failure = err; err != nil {
			close(listeners)
			return
		}
		listeners <- listener
		do()
	}()
	listener, listening := <-listeners
	if !listening {
		t.Fatalf("listen to system calls: %v", failure)
	}
	var stop [2]int // a pipe that is closed when there is nothing more to come
	if err := unix.Pipe(stop[:]); err != nil {
		t.Fatal(err)
	}
	failed := make(chan int)
	go func() { failed <- f.answer(listener, stop[0]) }()
	<-finished
	unix.Close(stop[1])
	if <-failed == 0 {
		t.Errorf("no call %d failed", f.Call)
	}
	unix.Close(stop[0])
	unix.Close(listener)
}

// intercepted is a system call as the kernel tells of it, answered what it is told in return.
type (
	intercepted struct {
		id          uint64
		thread      uint32
		flags       uint32
		number      int32
		arch        uint32
		instruction uint64
		arguments   [6]uint64
	}
	answered struct {
		id     uint64
		value  int64
		number int32
		flags  uint32
	}
)

// answer tells the kernel which calls fail, until there are no more. It says how many did.
func (f Failing) answer(listener, stop int) (failed int) {
	for calls := 0; ; {
		call, is := told(listener, stop)
		if !is {
			return failed
		}
		reply := answered{id: call.id, flags: unix.SECCOMP_USER_NOTIF_FLAG_CONTINUE}
		about := f.Only == nil || f.Only(call.arguments)
		if about {
			calls++
		}
		if about && calls >= f.From {
			failed++
			reply = answered{id: call.id, number: -int32(f.Error)}
			if a := call.arguments; f.Done { // they are of this very program
				unix.Syscall6(uintptr(call.number), uintptr(a[0]), uintptr(a[1]), uintptr(a[2]), uintptr(a[3]), uintptr(a[4]), uintptr(a[5]))
			}
			if f.Kill {
				unix.Kill(unix.Getpid(), unix.SIGKILL)
			}
		}
		control(listener, unix.SECCOMP_IOCTL_NOTIF_SEND, unsafe.Pointer(&reply))
	}
}

func control(fd int, request uintptr, about unsafe.Pointer) syscall.Errno {
	_, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(fd), request, uintptr(about))
	return errno
}

// intercept has the kernel ask about some kinds of calls of this thread, and of what it starts, from now on. It gives where it asks.
func intercept(calls ...uint32) (listener int, err error) {
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return 0, err
	}
	program := []unix.SockFilter{{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, K: 0}} // the number of the call
	for i, call := range calls {
		program = append(program, unix.SockFilter{Code: unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, K: call, Jt: uint8(len(calls) - i)})
	}
	program = append(program, unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_ALLOW},
		unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_USER_NOTIF})
	filter := unix.SockFprog{Len: uint16(len(program)), Filter: &program[0]}
	fd, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_NEW_LISTENER, uintptr(unsafe.Pointer(&filter)))
	if errno != 0 {
		return 0, errno
	}
	return int(fd), nil
}

// told waits until the kernel asks about a call, and says false where there are no more: stop was closed, or all threads that it asks
// of are gone. A call whose thread ended meanwhile is none.
func told(listener, stop int) (call intercepted, is bool) {
	for {
		waiting := []unix.PollFd{{Fd: int32(listener), Events: unix.POLLIN}, {Fd: int32(stop), Events: unix.POLLIN}}
		if _, err := unix.Poll(waiting, -1); err != nil && err != unix.EINTR {
			return call, false
		}
		call = intercepted{} // or the kernel refuses to fill it
		if waiting[0].Revents&unix.POLLIN != 0 && control(listener, unix.SECCOMP_IOCTL_NOTIF_RECV, unsafe.Pointer(&call)) == 0 {
			return call, true
		}
		if waiting[1].Revents != 0 || waiting[0].Revents&unix.POLLHUP != 0 {
			return call, false
		}
	}
}
