package main

import (
	"debug/buildinfo"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// target is a system and an architecture as Go names them.
type target struct{ system, architecture string }

func (t target) String() string { return t.system + "_" + t.architecture }

// targets are all that a release is made for.
var targets = []target{
	{"linux", "amd64"}, {"linux", "arm64"}, {"darwin", "amd64"}, {"darwin", "arm64"}, {"windows", "amd64"}, {"windows", "arm64"},
}

// source is the commit that is released, in a clone of its own.
type source struct {
	folder  string
	version string // 1.0.0, or what Go makes of a commit without a tag: 0.0.0-20261129112525-23c4f32c0ffe
	commit  string
	at      time.Time // of the commit; every file in a package is of this moment
}

// cloned puts the commit that is checked out in a new folder. The compiler reads the version from the clone, so that what is
// on the package and what the program says of itself is one thing. (It reads none in a git worktree.)
func cloned(folder string) (source, error) {
	changed, err := told(".", nil, "git", "status", "--porcelain", "--untracked-files=no")
	if err != nil {
		return source{}, err
	}
	if changed != "" {
		return source{}, fmt.Errorf("a release is made of a commit, and these are changed since:\n%s", strings.TrimRight(changed, "\n"))
	}
	if _, err := told(".", nil, "git", "clone", "--quiet", "--no-local", ".", folder); err != nil {
		return source{}, err
	}
	s := source{folder: folder}
	said, err := told(folder, nil, "git", "show", "--no-patch", "--format=%H %ct", "HEAD")
	if err != nil {
		return source{}, err
	}
	var seconds int64
	if _, err := fmt.Sscanf(said, "%s %d", &s.commit, &seconds); err != nil {
		return source{}, fmt.Errorf("read the commit from %q: %w", said, err)
	}
	s.at = time.Unix(seconds, 0).UTC()
	return s, s.readVersion()
}

// readVersion asks the compiler which version this is, by the smallest program that it can build here: the Linux one.
func (s *source) readVersion() error {
	path := filepath.Join(s.folder, "..", "version")
	if err := s.build(targets[0], path); err != nil {
		return err
	}
	info, err := buildinfo.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read the version of what was built: %w", err)
	}
	s.version = strings.TrimPrefix(info.Main.Version, "v")
	if s.version == "" || strings.ContainsAny(s.version, "()+") {
		return fmt.Errorf("the compiler calls this version %q, which no clean commit has", info.Main.Version)
	}
	return nil
}

// notInlined keeps the calls of our own code, and of the libraries that read and write workbooks, YAML and PDF or make the fields that
// one types in, as they are written: it saves 2.1 MB of what people download, for a tenth of the time of a short command.
var notInlined = []string{
	"-gcflags=stappenplan/...=-l", "-gcflags=github.com/xuri/...=-l", "-gcflags=go.yaml.in/yaml/v4/...=-l", "-gcflags=codeberg.org/go-pdf/...=-l",
	"-gcflags=charm.land/huh/...=-l", "-gcflags=charm.land/bubbles/...=-l",
}

// build builds the program. Nothing of this computer gets in: no path, no C library, no variable that changes the code.
func (s *source) build(t target, path string) error {
	arguments := slices.Concat([]string{"build", "-trimpath", "-buildvcs=true", "-ldflags=-s -w"}, notInlined, []string{"-o", path, "."})
	_, err := told(s.folder, variables(t), "go", arguments...)
	return err
}

// variables choose what is built for.
func variables(t target) []string {
	return []string{"GOOS=" + t.system, "GOARCH=" + t.architecture, "CGO_ENABLED=0", "GOFLAGS=", "GOWORK=off", "GOEXPERIMENT=", "GOAMD64=v1", "GOARM64=v8.0"}
}

// tool runs a Go tool that stands in tools.mod.
func (s *source) tool(name string, args ...string) error {
	_, err := told(".", []string{"GOFLAGS="}, "go", append([]string{"tool", "-modfile=tools.mod", name}, args...)...)
	return err
}

// numbers is the version as Windows counts: three numbers, without what stands after a hyphen.
func (s *source) numbers() string {
	plain, _, _ := strings.Cut(s.version, "-")
	return plain
}

// read gives a file of the commit.
func (s *source) read(name string) ([]byte, error) { return os.ReadFile(filepath.Join(s.folder, name)) }
