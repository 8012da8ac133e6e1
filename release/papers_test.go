package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestTheLicencesOfAllPartsAreThere(t *testing.T) {
	text, err := notices("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, wanted := range []string{
		"\nGo go1.", "The Go Authors", // the standard library
		"\ngithub.com/inconshreveable/mousetrap v", // in the Windows program only
		"\ncharm.land/bubbletea/v2 v", "SIL OPEN FONT LICENSE", "\ngo.yaml.in/yaml/v4 v", "Apache License",
	} {
		if !strings.Contains(text, wanted) {
			t.Errorf("nothing says %q", wanted)
		}
	}
	if strings.Contains(text, "pgregory.net/rapid") {
		t.Error("the licences name what is in the tests only")
	}
}

func TestAPartWithoutALicenceIsRefused(t *testing.T) {
	folder := t.TempDir()
	without := part{"example.org/part", "v1.0.0", folder}
	if _, err := without.licences(); err == nil || !strings.Contains(err.Error(), "example.org/part") {
		t.Errorf("says %v", err)
	}
	for name, counts := range map[string]bool{"LICENSE.txt": true, "LICENCE": true, "COPYING": true, "LICENSE-SIL": true, "NOTICE": true, "license.go": false, "notices.md": false} {
		if licenceNames.MatchString(name) != counts {
			t.Errorf("%s: counts %v", name, !counts)
		}
	}
}

const changelog = `# Wat er nieuw is

## Nog niet uitgebracht

- Iets dat nog komt.

## 1.0.0 · 1 maart 2027

- De eerste.
  Op twee regels.

## 0.9.0

- Een proef.

# What is new

## Not released yet

- Something that comes.

## 1.0.0 · 1 March 2027

- The first.
`

func TestTheNotesAreThoseOfTheVersion(t *testing.T) {
	for version, want := range map[string]string{
		"1.0.0": "## 1.0.0 · 1 maart 2027\n\n- De eerste.\n  Op twee regels.\n\n## 1.0.0 · 1 March 2027\n\n- The first.\n",
		"1.0":   "## Nog niet uitgebracht\n\n- Iets dat nog komt.\n\n## Not released yet\n\n- Something that comes.\n",
	} {
		if got := newest(changelog, version); got != want {
			t.Errorf("%s: says\n%s", version, got)
		}
	}
	if got := newest("niets", "1.0.0"); got != "" {
		t.Errorf("of nothing it says %q", got)
	}
}

func TestTheIconHasEverySize(t *testing.T) {
	file, err := icon()
	if err != nil {
		t.Fatal(err)
	}
	for i, size := range iconSizes {
		directory := file[6+16*i:]
		length, offset := binary.LittleEndian.Uint32(directory[8:]), binary.LittleEndian.Uint32(directory[12:])
		picture, err := png.Decode(bytes.NewReader(file[offset : offset+length]))
		if err != nil || picture.Bounds().Dx() != size || picture.Bounds().Dy() != size {
			t.Fatalf("%d: %v", size, err)
		}
		if _, _, _, alpha := picture.At(0, 0).RGBA(); alpha > 0x8000 {
			t.Errorf("%d: the corner is not round", size)
		}
		if r, _, b, _ := picture.At(size/2, size/8).RGBA(); r >= b {
			t.Errorf("%d: the ground is not blue", size)
		}
	}
}

func TestTheSameFilesGiveTheSameArchive(t *testing.T) {
	files := []entry{{"stappenplan", []byte("program"), true}, {"LEESMIJ.txt", []byte("lees mij"), false}}
	at := time.Date(2026, 11, 29, 11, 25, 25, 0, time.UTC)
	for name, pack := range map[string]func([]entry, time.Time) ([]byte, error){"zip": zipped, "tar.gz": tarred} {
		one, err := pack(files, at)
		if err != nil {
			t.Fatal(err)
		}
		if two, _ := pack(files, at.In(time.FixedZone("elsewhere", 3600))); name == "tar.gz" && !bytes.Equal(one, two) {
			t.Errorf("%s: two clocks give two archives", name)
		}
		if two, _ := pack(files, at); !bytes.Equal(one, two) {
			t.Errorf("%s: the same files give two archives", name)
		}
	}
	packed, _ := zipped(files, at)
	read, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil || read.File[0].Mode().Perm() != 0o755 || !read.File[1].Modified.Equal(at) {
		t.Errorf("the zip has %v: %v", read.File, err)
	}
}

func TestAFolderWithSomethingElseIsSpared(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "dist")
	write := func(name string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := emptied(folder); err != nil {
		t.Fatal(err)
	}
	write("stappenplan_1.0.0.msi")
	write(sumsName)
	if err := emptied(folder); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("left is %v", left)
	}
	for _, mine := range []string{"vakantie.jpg", "stappenplan.db"} {
		write("stappenplan_1.0.0.msi")
		write(mine)
		if err := emptied(folder); err == nil || !strings.Contains(err.Error(), mine) {
			t.Errorf("says %v", err)
		}
		if left, _ := os.ReadDir(folder); len(left) != 2 {
			t.Errorf("left is %v", left)
		}
		if err := os.Remove(filepath.Join(folder, mine)); err != nil {
			t.Fatal(err)
		}
	}
}

func TestEveryMissingToolIsNamed(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	err := run(wishes{folder: t.TempDir(), certificate: "some.p12"})
	for _, tool := range []string{"git", "dpkg-deb", "wixl", "osslsigncode"} {
		if err == nil || !strings.Contains(err.Error(), tool+" is missing") {
			t.Errorf("%s: says %v", tool, err)
		}
	}
}
