package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// debian makes the package for Debian and what descends from it, with the completions of the shells and the manual in
// both languages.
func (r *release) debian() error {
	root := filepath.Join(r.work, "debian")
	here, err := os.ReadFile(r.built(target{"linux", "amd64"}))
	if err != nil {
		return err
	}
	files := map[string][]byte{"usr/bin/" + program: here}
	for path, args := range map[string][]string{
		"usr/share/bash-completion/completions/" + program:         {"completion", "bash"},
		"usr/share/zsh/vendor-completions/_" + program:             {"completion", "zsh"},
		"usr/share/fish/vendor_completions.d/" + program + ".fish": {"completion", "fish"},
		"usr/share/man/man1/" + program + ".1.gz":                  {"--lang", "en", "manual"},
		"usr/share/man/nl/man1/" + program + ".1.gz":               {"--lang", "nl", "manual"},
	} {
		said, err := told(".", nil, r.built(target{"linux", "amd64"}), args...)
		if err != nil {
			return err
		}
		files[path] = []byte(said)
		if strings.HasSuffix(path, ".gz") {
			files[path] = squeezed([]byte(said))
		}
	}
	licence, err := r.source.read("LICENSE")
	if err != nil {
		return err
	}
	changelog, err := r.source.read("CHANGELOG.md")
	if err != nil {
		return err
	}
	papers := "usr/share/doc/" + program + "/"
	files[papers+"copyright"] = slices.Concat(licence, []byte("\n"+r.parts))
	files[papers+"changelog.gz"] = squeezed(changelog)
	size := 0
	for _, content := range files {
		size += len(content)
	}
	// A tilde puts what comes before a version before it: 1.0.0~rc.1 is older than 1.0.0.
	control, err := r.filled("control", struct{ Version, Kilobytes string }{strings.ReplaceAll(r.source.version, "-", "~"), strconv.Itoa(size / 1024)})
	if err != nil {
		return err
	}
	files["DEBIAN/control"] = control
	if err := r.laid(root, files); err != nil {
		return err
	}
	at := fmt.Sprintf("SOURCE_DATE_EPOCH=%d", r.source.at.Unix())
	_, err = told(".", []string{at}, "dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, r.file("_amd64.deb"))
	return err
}

// laid writes files below a folder, all with the rights that a package has, and of the moment of the commit.
func (r *release) laid(root string, files map[string][]byte) error {
	for name, content := range files {
		path, mode := filepath.Join(root, name), os.FileMode(0o644)
		if strings.HasPrefix(name, "usr/bin/") {
			mode = 0o755
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, mode); err != nil {
			return err
		}
	}
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		mode := os.FileMode(0o755)
		if !entry.IsDir() && !strings.Contains(path, "/usr/bin/") {
			mode = 0o644
		}
		if err := os.Chmod(path, mode); err != nil { // whatever the umask of this computer took away
			return err
		}
		return os.Chtimes(path, r.source.at, r.source.at)
	})
}

// squeezed is a file as gzip writes it, without name or moment.
func squeezed(content []byte) []byte {
	var packed bytes.Buffer
	w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	_, _ = w.Write(content) // memory takes everything
	_ = w.Close()
	return packed.Bytes()
}
