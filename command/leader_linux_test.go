package command

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/xpty"
)

// leaderName is a command of these tests: the leader of a terminal's session, as a shell is. The last words of a program that leads its session
// itself may be lost: as it ends, the system hangs up the terminal, whether they were read or not.
const leaderName = "leader"

func init() {
	programs[leaderName] = func() {
		tells, stays := os.NewFile(3, "tells"), os.NewFile(4, "stays")
		syscall.CloseOnExec(3)
		syscall.CloseOnExec(4)
		hungUp := make(chan os.Signal, 1)
		signal.Notify(hungUp, syscall.SIGHUP)
		command := exec.Command(os.Args[1], os.Args[2:]...)
		command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
		command.SysProcAttr = &syscall.SysProcAttr{Foreground: true} // the signals of the terminal are the program's
		if err := command.Start(); err != nil {
			panic(err)
		}
		for _, file := range []*os.File{os.Stdin, os.Stdout, os.Stderr} { // so that reading ends with the program
			file.Close()
		}
		go func() {
			for heard := range hungUp {
				_ = command.Process.Signal(heard)
			}
		}()
		fmt.Fprintln(tells, command.Process.Pid)
		_ = command.Wait() // its status is told as our own
		_, _ = io.Copy(io.Discard, stays)
		os.Exit(command.ProcessState.ExitCode())
	}
}

// led starts a call of a program in a terminal, from a leader that ends with its status once all is read and stays is closed.
func led(t *testing.T, pty *xpty.UnixPty, call, variables []string) (leader *exec.Cmd, stays io.Closer, program *os.Process) {
	t.Helper()
	path, err := exec.LookPath(leaderName)
	if err != nil {
		t.Fatal(err)
	}
	told, tells, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer told.Close()
	stay, goes, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	leader = exec.Command(path, call...)
	leader.Env = append([]string{"TERM=xterm-256color", "LANG=nl_BE.UTF-8", "TZ=UTC", "HOME=" + t.TempDir()}, variables...)
	leader.ExtraFiles = []*os.File{tells, stay}
	leader.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true} // a terminal of its own, with its signals
	err = pty.Start(leader)
	tells.Close()
	stay.Close()
	if err != nil {
		t.Fatal(err)
	}
	var id int
	if _, err := fmt.Fscan(told, &id); err != nil {
		t.Fatalf("the program does not start: %v", err)
	}
	if program, err = os.FindProcess(id); err != nil {
		t.Fatal(err)
	}
	return leader, goes, program
}
