package store

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// The names of the files that this package makes for a moment.
const (
	freshPattern = ".stappenplan-*.new"     // a new file, until it has its own name
	copyPattern  = ".stappenplan-*.copy"    // the same, of a copy: of an older format, a backup, or one that is put back
	PartPattern  = ".stappenplan-*.part"    // the same, of a document
	checkPattern = "stappenplan-check-*.db" // a copy of a file being checked
)

// unfinishedPattern is that of all of them that stand in a folder of a person.
const unfinishedPattern = ".stappenplan-*"

// MayBeAnothers says whether one of the copies of a file was left over where those of other files are too: it may be of one of them, and of a
// program at work on it just now. What was left over among its backups is its own.
func MayBeAnothers(path, copied string) bool {
	beside := filepath.Dir(copied) == filepath.Dir(path) || named(filepath.Base(copied), checkPattern)
	return beside && isLeftOver(copied)
}

// isLeftOver says whether a name is that of such a file.
func isLeftOver(path string) bool {
	name := filepath.Base(path)
	return named(name, freshPattern) || named(name, copyPattern) || named(name, checkPattern)
}

// leftOverAfter is how long a file of a moment must be untouched before it is taken for left over.
const leftOverAfter = 24 * time.Hour

// Sweep removes what earlier runs left behind when they were ended at a bad moment, beside the file at the path and in
// the folder for temporary files. It is for who is about to write there. What it cannot remove it leaves.
//
// Another name of the file itself goes at once, and so does half of what was to be done to it. Anything else goes when it is a day old, nobody has it open, and no
// answer is lost with it: a copy is a copy, but a new file that holds entries may be all there is of
// a plan that was being brought to safety. So may anything that is no file of bbolt: it is not ours.
func Sweep(path string, now time.Time) {
	if isLeftOver(path) { // somebody chose that name for a plan
		return
	}
	os.Remove(intentPath(path) + half) // cut off before anything was done, and it can name a person
	folder := filepath.Dir(path)
	for _, fresh := range ofPattern(folder, freshPattern) {
		if sameFile(fresh, path) {
			os.Remove(fresh)
			continue
		}
		removeLeftOver(fresh, now, holdsNoAnswer)
	}
	for _, part := range ofPattern(folder, PartPattern) { // it can be made again
		removeLeftOver(part, now, func([]byte) bool { return true })
	}
	sweepCopies(BackupFolder(path), now)
	plan, _ := os.Stat(path)
	for _, copied := range append(ofPattern(folder, copyPattern), ofPattern(os.TempDir(), checkPattern)...) {
		if info, err := os.Lstat(copied); err == nil && !os.SameFile(info, plan) { // a link may lead to it
			removeLeftOver(copied, now, ofBoltOrBlank)
		}
	}
}

// sweepCopies removes the copies that were not finished in a folder of backups.
func sweepCopies(folder string, now time.Time) {
	for _, copied := range ofPattern(folder, copyPattern) {
		removeLeftOver(copied, now, ofBoltOrBlank)
	}
}

func ofBoltOrBlank(b []byte) bool { return isBolt(b) || blank(b) }

// ofPattern are the regular files in a folder with names of a pattern.
func ofPattern(folder, pattern string) (paths []string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if e.Type().IsRegular() && named(e.Name(), pattern) {
			paths = append(paths, filepath.Join(folder, e.Name()))
		}
	}
	return paths
}

// named says whether a name is of a pattern, on a system where capitals are no other letters too.
func named(name, pattern string) bool {
	matches, _ := filepath.Match(pattern, strings.ToLower(name))
	return matches
}

// removeLeftOver removes an old file that nobody has open, if what it holds may go.
func removeLeftOver(path string, now time.Time, mayGo func(content []byte) bool) {
	info, err := os.Lstat(path)
	if err != nil || !old(info, now) {
		return
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return
	}
	opened, err := f.Stat()
	goes := err == nil && os.SameFile(info, opened) && old(opened, now) && !inUse(f)
	if goes {
		content, err := readOnce(f)
		goes = err == nil && mayGo(content)
	}
	f.Close()
	if goes {
		os.Remove(path)
	}
}

func old(info fs.FileInfo, now time.Time) bool {
	return info.Mode().IsRegular() && info.Size() <= maxSize && now.Sub(info.ModTime()) >= leftOverAfter
}

// blank says whether the beginning was not written yet: a file may have its length, and the end of its content, before that. So it was
// never said to be kept.
func blank(b []byte) bool { return len(bytes.Trim(b[:min(len(b), sector)], "\x00")) == 0 }

// sector is how much a disk writes at once at least.
const sector = 512

// holdsNoAnswer says whether a file is sound and has no plan yet. What cannot be read may be a plan of a newer program,
// or one that can be salvaged.
func holdsNoAnswer(b []byte) bool {
	if blank(b) {
		return true
	}
	root, err := look(b)
	if err != nil {
		return false
	}
	plans := root.buckets[plansBucket]
	return len(root.buckets) == 0 || plans != nil && len(plans.buckets) == 0 && checkFormat(root.buckets[programBucket]) == nil
}
