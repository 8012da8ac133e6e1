package storetest

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// Trace is what a program did to the files in a folder, and what it said meanwhile.
type Trace struct {
	Folder   string
	Folders  []string       // in it, at the beginning, each after the one that it is in
	Began    map[string]int // the files at the beginning, by their names
	Contents [][]byte       // what the files held at the beginning; one that came later is empty
	Changes  []Change
}

// Kind is what a change does.
type Kind int

// The kinds of changes.
const (
	Said         Kind = iota // the program said something
	Written                  // bytes at a place in a file
	Resized                  // a file has a length
	Synced                   // what was done to a file before lasts
	Named                    // a name leads to a file, which may be a new one
	Renamed                  // a name leads to the file of another name, which is gone
	Removed                  // a name is gone
	FolderMade               // there is a folder
	FolderSynced             // what was done to the names in a folder before lasts
)

// Change is one thing that a program did. Names are seen from the folder of the trace.
type Change struct {
	Kind       Kind
	File       int // its place among the contents
	From, Name string
	At         int
	Content    []byte
}

// folders are those whose names a change changes.
func (c Change) folders() []string {
	if c.Kind == Renamed {
		return []string{filepath.Dir(c.From), filepath.Dir(c.Name)}
	}
	return []string{filepath.Dir(c.Name)}
}

// names are those that a change makes, changes or takes away.
func (c Change) names() []string {
	if c.Kind == Renamed {
		return []string{c.From, c.Name}
	}
	return []string{c.Name}
}

// Told is what the program said before a change.
func (t Trace) Told(before int) (said string) {
	for _, c := range t.Changes[:before] {
		if c.Kind == Said {
			said += string(c.Content)
		}
	}
	return said
}

// sector is what a disk writes whole or not at all.
const sector = 512

// kept decides what of that which was not synced is on the disk when the power is gone.
type kept struct {
	name    func() bool // a change of names
	content func() bool // a sector, or the length of a file
}

// Disk is what is in a folder when the power is gone: the content of each file by its name, and which folders there are.
type Disk struct {
	Files   map[string][]byte
	Folders []string
}

// Disks are states of a disk that a file system may leave when the power is gone just before a change: of what was done since a file was
// synced any sectors, and of the names that changed since their folder was any that do not contradict each other. The first
// four are all and nothing, names without contents, and contents without names; the others follow from chance.
func (t Trace) Disks(before, states int, r *rand.Rand) (disks []Disk) {
	always, never := func() bool { return true }, func() bool { return false }
	for _, k := range []kept{{always, always}, {never, never}, {always, never}, {never, always}} {
		disks = append(disks, t.disk(before, k))
	}
	for range states - len(disks) {
		names, contents := r.Float64(), r.Float64()
		disks = append(disks, t.disk(before, kept{func() bool { return r.Float64() < names }, func() bool { return r.Float64() < contents }}))
	}
	return disks
}

// disk is one such state.
func (t Trace) disk(before int, keep kept) Disk {
	files, lasting := slices.Clone(t.Contents), make([]int, len(t.Contents)) // up to where the changes of a file last
	lastingNames := map[string]int{}                                         // and those of the names in a folder
	for i, c := range t.Changes[:before] {
		switch c.Kind {
		case Synced:
			lasting[c.File] = i
		case FolderSynced:
			lastingNames[c.Name] = i
		}
	}
	for n := range files {
		files[n] = slices.Clone(files[n])
	}
	names, folders := maps.Clone(t.Began), map[string]bool{".": true}
	for _, folder := range t.Folders {
		folders[folder] = true
	}
	lost := map[string]bool{} // names of which a change is not there: none after it is either
	for i, c := range t.Changes[:before] {
		switch c.Kind {
		case Written, Resized:
			files[c.File] = changed(files[c.File], c, func() bool { return i < lasting[c.File] || keep.content() })
		case Named, Renamed, Removed, FolderMade:
			lasts := slices.ContainsFunc(c.folders(), func(folder string) bool { return i < lastingNames[folder] })
			if !lasts && (slices.ContainsFunc(c.names(), func(name string) bool { return lost[name] }) || !keep.name()) {
				for _, name := range c.names() {
					lost[name] = true
				}
				continue
			}
			rename(names, folders, c)
		}
	}
	d := Disk{Files: map[string][]byte{}}
	for folder, there := range folders {
		if there && reached(folders, folder) {
			d.Folders = append(d.Folders, folder)
		}
	}
	slices.Sort(d.Folders)
	for name, n := range names {
		if reached(folders, filepath.Dir(name)) {
			d.Files[name] = files[n]
		}
	}
	return d
}

// reached says whether a folder is there, and those that it is in.
func reached(folders map[string]bool, folder string) bool {
	return folders[folder] && (folder == "." || reached(folders, filepath.Dir(folder)))
}

// rename does what a change does to the names.
func rename(names map[string]int, folders map[string]bool, c Change) {
	switch c.Kind {
	case FolderMade:
		folders[c.Name] = true
	case Removed:
		delete(names, c.Name)
		delete(folders, c.Name)
	case Renamed:
		delete(names, c.From)
		names[c.Name] = c.File
	default:
		names[c.Name] = c.File
	}
}

// changed is a content after a change of which each sector is kept or not.
func changed(content []byte, c Change, keep func() bool) []byte {
	if c.Kind == Resized {
		if !keep() {
			return content
		}
		return resized(content, c.At)
	}
	for done := 0; done < len(c.Content); {
		length := min(sector-(c.At+done)%sector, len(c.Content)-done)
		if keep() {
			content = resized(content, max(len(content), c.At+done+length))
			copy(content[c.At+done:], c.Content[done:done+length])
		}
		done += length
	}
	return content
}

// resized is a content of a length; what comes to it is zero.
func resized(content []byte, length int) []byte {
	if length <= len(content) {
		return content[:length]
	}
	return append(content, make([]byte, length-len(content))...)
}

// Sum tells disks apart.
func (d Disk) Sum() [32]byte {
	h := sha256.New()
	fmt.Fprintf(h, "%q\n", d.Folders)
	for _, name := range slices.Sorted(maps.Keys(d.Files)) {
		fmt.Fprintf(h, "%q %d\n", name, len(d.Files[name]))
		h.Write(d.Files[name])
	}
	return [32]byte(h.Sum(nil))
}

// In puts the files in a folder.
func (d Disk) In(t testing.TB, folder string) {
	t.Helper()
	for _, name := range d.Folders {
		if err := os.MkdirAll(filepath.Join(folder, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for name, content := range d.Files {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
