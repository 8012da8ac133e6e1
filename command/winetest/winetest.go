// Package winetest gives tests a Windows of their own: one of wine, without a screen, that ends with the test.
package winetest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// Windows runs programs of Windows. Drive C is the folder Drive.
type Windows struct {
	Drive        string
	home, prefix string
}

// shim is the library that wine 8 lacks and that Go programs take random numbers from, in terms of one that it has.
const shim = "LIBRARY bcryptprimitives.dll\nEXPORTS\n\tProcessPrng = ADVAPI32.SystemFunction036\n"

// New starts one. It fails the test where wine, or the linker that makes a library that wine lacks, is not there.
func New(t *testing.T) *Windows {
	t.Helper()
	home := t.TempDir()
	w := &Windows{home: home, prefix: filepath.Join(home, "wine"), Drive: filepath.Join(home, "wine", "drive_c")}
	w.Works(t, w.program(t.Context(), home, "wineboot", "--init"))
	t.Cleanup(func() {
		_ = w.program(context.Background(), home, "wineserver", "--kill").Run() // it fails where wine ended by itself already
		w.Works(t, w.program(context.Background(), home, "wineserver", "--wait"))
	})
	definition := filepath.Join(home, "bcryptprimitives.def")
	if err := os.WriteFile(definition, []byte(shim), 0o600); err != nil {
		t.Fatal(err)
	}
	library := filepath.Join(w.Drive, "windows", "system32", "bcryptprimitives.dll")
	w.Works(t, exec.Command("x86_64-w64-mingw32-ld", "-shared", "-o", library, definition))
	return w
}

// Program is a call of a program of Windows in a folder of this computer.
func (w *Windows) Program(ctx context.Context, folder, program string, args ...string) *exec.Cmd {
	return w.program(ctx, folder, "wine", append([]string{program}, args...)...)
}

// program is a call of a program of this computer that works on that Windows.
func (w *Windows) program(ctx context.Context, folder, name string, args ...string) *exec.Cmd {
	command := exec.CommandContext(ctx, name, args...)
	command.Dir = folder
	command.WaitDelay = 5 * time.Second // wine may keep the output of a killed program open
	command.Env = append(os.Environ(), "HOME="+w.home, "WINEPREFIX="+w.prefix, "WINEDEBUG=-all", "DISPLAY=", "XDG_DATA_HOME=",
		"WINEDLLOVERRIDES=mscoree,mshtml=;winemenubuilder.exe=", "TZ=UTC", "LC_ALL=C.UTF-8") // without UTF-8 it knows no é
	return command
}

// Works runs a call and fails the test, with what it said, where that does not end well.
func (w *Windows) Works(t *testing.T, command *exec.Cmd) (said string) {
	t.Helper()
	log, err := os.CreateTemp(w.home, "log") // a file, because what wine leaves running would keep a pipe open
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	command.Stdout, command.Stderr = log, log
	failed := command.Run()
	text, err := os.ReadFile(log.Name())
	if failed != nil || err != nil {
		t.Fatalf("%v: %v %v\n%s", command.Args, failed, err, text)
	}
	return string(text)
}
