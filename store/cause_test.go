package store_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"stappenplan/assets"
	"stappenplan/store"
)

func TestCausesAreKnownOnEverySystem(t *testing.T) {
	for _, c := range []struct {
		system string
		number syscall.Errno
		want   string
	}{
		{"linux", syscall.ENOENT, store.CauseMissing},
		{"linux", syscall.EACCES, store.CauseForbidden},
		{"linux", syscall.ENOSPC, store.CauseFull},
		{"linux", syscall.EROFS, store.CauseReadOnly},
		{"linux", syscall.ENAMETOOLONG, "long-name"},
		{"linux", syscall.EIO, "disk"},
		{"darwin", syscall.ETXTBSY, store.CauseBusy},
		{"windows", 2, store.CauseMissing},
		{"windows", 3, store.CauseMissing},
		{"windows", 5, "held"},
		{"windows", 32, store.CauseBusy},
		{"windows", 33, store.CauseBusy},
		{"windows", 53, "network"},
		{"windows", 112, store.CauseFull},
		{"windows", 123, "bad-name"},
		{"windows", 206, "long-name"},
		{"windows", 362, "online"},
		{"windows", 1117, "disk"},
		{"windows", 1921, store.CauseLinkLoop},
	} {
		err := fmt.Errorf("do it: %w", &fs.PathError{Op: "open", Path: "is a directory", Err: c.number})
		if got := store.CauseOn(c.system, err); got != c.want {
			t.Errorf("%s %d: %q, want %q", c.system, c.number, got, c.want)
		}
	}
}

// TestCausesHaveWords words all of them in both languages, and quotes one that is not usual.
func TestCausesHaveWords(t *testing.T) {
	for _, language := range assets.Languages {
		texts := assets.Load(language)
		codes := store.Causes()
		for _, code := range codes {
			if texts.Causes[code] == "" {
				t.Errorf("%s: no words for %s", language, code)
			}
		}
		for code := range texts.Causes {
			if !slices.Contains(codes, code) {
				t.Errorf("%s: %s is no cause", language, code)
			}
		}
		if got := texts.Error(assets.NewFault("read-file", "file", "plan.json", "cause", "message too long")); !strings.Contains(got, `"message too long"`) {
			t.Errorf("%s: %s", language, got)
		}
	}
}

func TestACauseWithoutACodeIsInTheSystemsOwnWords(t *testing.T) {
	for want, err := range map[string]error{
		"":                 nil,
		"unlikely":         errors.New("unlikely."),
		"message too long": &fs.PathError{Op: "read", Path: "x", Err: syscall.EMSGSIZE},
		store.CauseFull:    fmt.Errorf("resize: %s", syscall.ENOSPC), // as bbolt says it
		store.CauseMissing: fs.ErrNotExist,
	} {
		if got := store.CauseOn("linux", err); got != want {
			t.Errorf("%v: %q, want %q", err, got, want)
		}
	}
}

func TestADatabaseIsKnownByItsContent(t *testing.T) {
	path, _ := made(t, 3)
	whole := bytesOf(t, path)
	changed := func(change func(b []byte) []byte) []byte { return change(append([]byte(nil), whole...)) }
	for name, c := range map[string]struct {
		content []byte
		want    bool
	}{
		"whole":               {whole, true},
		"cut off":             {whole[:100], true},
		"only the second":     {changed(func(b []byte) []byte { clear(b[:pageSize]); return b }), true},
		"the second damaged":  {changed(func(b []byte) []byte { clear(b[pageSize:]); return b }), true},
		"second of 64 kB":     {append(make([]byte, 64<<10), whole[pageSize:]...), true},
		"empty":               {nil, false},
		"a text":              {[]byte("# Plan\n"), false},
		"a text of its size":  {make([]byte, len(whole)), false},
		"the header far away": {append(make([]byte, 200<<10), whole...), false},
	} {
		file := filepath.Join(t.TempDir(), "plan.pdf")
		if err := os.WriteFile(file, c.content, 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := store.IsDatabase(file); got != c.want || err != nil {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	s := must(store.Open(path))(t)
	defer s.Close()
	if got, err := store.IsDatabase(path); !got || err != nil {
		t.Errorf("an open one: %v, %v", got, err)
	}
	if _, err := store.IsDatabase(filepath.Join(t.TempDir(), "nothing")); store.Cause(err) != store.CauseMissing {
		t.Errorf("nothing: %v", err)
	}
}
