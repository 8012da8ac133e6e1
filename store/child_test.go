package store_test

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"stappenplan/store"
	"stappenplan/store/storetest"
)

// childTask is the environment variable that makes the test binary do one thing in a process of its own.
const childTask = "STORE_TEST_CHILD"

func TestMain(m *testing.M) {
	task, path, _ := strings.Cut(os.Getenv(childTask), " ")
	var err error
	switch task {
	case "":
		storetest.NoSleepAtTheEnd()
		os.Exit(m.Run())
	case "hold":
		err = hold(path)
	case "append":
		err = appendForEver(path)
	case "step":
		err = appendWhenTold(path)
	case "create":
		err = createAndAppend(path)
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

// hold keeps a file open until its input ends.
func hold(path string) error {
	s, err := store.Open(path)
	if err != nil {
		return err
	}
	defer s.Close()
	fmt.Println("open")
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}

// appendForEver appends to whatever is there, and says so after each entry.
func appendForEver(path string) error {
	s, err := store.OpenOrCreate(path)
	if err != nil {
		return err
	}
	entries, err := s.Load("plan")
	if err != nil {
		return err
	}
	for n := entries.Len(); ; n++ {
		if err := s.Append("plan", uint64(n), storetest.Entry(n+1, strings.Repeat("x", n%700))); err != nil {
			return err
		}
		fmt.Println("saved", n+1)
	}
}

// appendWhenTold appends to an empty plan, one entry for each line of its input.
func appendWhenTold(path string) error {
	s, err := store.Open(path)
	if err != nil {
		return err
	}
	defer s.Close()
	told := bufio.NewScanner(os.Stdin)
	for n := 0; told.Scan(); n++ {
		if err := s.Append("plan", uint64(n), storetest.Entry(n+1, strings.Repeat("x", 7*n))); err != nil {
			return err
		}
		fmt.Println("saved", n+1)
	}
	return told.Err()
}

// createAndAppend opens or makes a file at the word go, and adds one entry.
func createAndAppend(path string) error {
	fmt.Println("ready")
	if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
		return err
	}
	s, err := store.OpenOrCreate(path)
	if err != nil {
		return err
	}
	entries, err := s.Load("plan")
	if err != nil {
		return err
	}
	if err := s.Append("plan", uint64(entries.Len()), storetest.Entry(os.Getpid(), "samen begonnen")); err != nil {
		return err
	}
	return s.Close()
}

// child is the test binary at work in a process of its own.
type child struct {
	*exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// start starts a child; it is gone when the test ends.
func start(t testing.TB, task, path string) *child {
	t.Helper()
	c := &child{Cmd: exec.Command(os.Args[0])}
	c.Env = append(os.Environ(), childTask+"="+task+" "+path)
	c.Stderr = os.Stderr
	in, errIn := c.StdinPipe()
	out, errOut := c.StdoutPipe()
	if errIn != nil || errOut != nil {
		t.Fatal(errIn, errOut)
	}
	c.in, c.out = in, bufio.NewReader(out)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Kill()
		c.Wait()
	})
	return c
}

// says waits for a line of the child.
func (c *child) says(t testing.TB, line string) {
	t.Helper()
	if got, err := c.out.ReadString('\n'); strings.TrimSpace(got) != line {
		t.Fatalf("the child says %q, %v, want %q", got, err, line)
	}
}

func sha(parts ...[]byte) []byte {
	h := sha256.New()
	for _, p := range parts {
		h.Write(p)
	}
	return h.Sum(nil)
}
