package store

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"stappenplan/lazyregexp"
)

// EditFolder is where a text of a plan stands while it is in an editor: beside its file, as editors put more beside a text.
func EditFolder(path string) string {
	const before, after = ".stappenplan-", ".edit"
	folder, name := filepath.Split(path)
	return folder + before + fitting(name, len(before+after)) + after
}

// The names of texts in that folder: tekst.txt, and tekst-2.txt beside one that was left.
const (
	editedName   = "tekst"
	editedEnding = ".txt"
)

var edited = lazyregexp.New(`^` + editedName + `(-\d+)?\` + editedEnding + `$`)

// PutToEdit puts a text in a file for its owner alone, in that folder, beside what was left there.
func PutToEdit(path string, text []byte) (file string, err error) {
	if LeftInEditor(path) == nil {
		sweepEdited(path)
	}
	folder := EditFolder(path)
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	for n := 1; ; n++ {
		name := editedName
		if n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		file = filepath.Join(folder, name+editedEnding)
		f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(text)
		return file, errors.Join(err, f.Close())
	}
}

// LeftText is a text that was in an editor when an earlier run was ended.
type LeftText struct {
	File   string
	Begins []byte // the first of it; blank where an editor holds more, and saved nothing
	Unread error  // why it cannot be read; nil where it can
}

// Blank says whether nothing stands in it.
func (l LeftText) Blank() bool {
	return l.Unread == nil && len(l.Begins) < mostBegins && len(bytes.TrimSpace(l.Begins)) == 0
}

// LeftInEditor are those texts. It is for who has the file of the plan open to write: nobody else can be editing then.
func LeftInEditor(path string) (left []LeftText) {
	left = leftTexts(path)
	if left == nil && HeldByEditor(path) {
		left = []LeftText{{File: filepath.Join(EditFolder(path), editedName+editedEnding)}}
	}
	return left
}

// leftTexts are those of which a file stands there. One that is blank is one only as long as an editor holds something.
func leftTexts(path string) (left []LeftText) {
	folder := EditFolder(path)
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return []LeftText{{File: folder, Unread: fault(TextUnread, folder, err)}}
	}
	for _, e := range entries {
		if edited().MatchString(e.Name()) {
			if text := leftText(filepath.Join(folder, e.Name()), e.Type()); !text.Blank() || HeldByEditor(path) {
				left = append(left, text)
			}
		}
	}
	slices.SortStableFunc(left, func(a, b LeftText) int { return len(a.File) - len(b.File) }) // the first that was left first
	return left
}

// held is the name of what an editor keeps beside a text as long as it works on it, such as its swap file: that of the text is in it. What ends with
// ~ is a copy of what was saved.
var held = lazyregexp.New(`^[.#].*` + editedName + `(-\d+)?\` + editedEnding + `(.*[^~])?$`)

// HeldByEditor says whether something of that stands there: an editor was ended before it was done, or is at work yet.
func HeldByEditor(path string) bool {
	entries, _ := os.ReadDir(EditFolder(path))
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return held().MatchString(e.Name()) })
}

// mostBegins is how many bytes are read of a text that was left; what begins with so many blanks is a text all the same.
const mostBegins = 1 << 16

// leftText reads the first of a text.
func leftText(file string, kind fs.FileMode) (left LeftText) {
	left.File = file
	if !kind.IsRegular() {
		left.Unread = fault(TextUnread, file, nil, "cause", CauseNotRegular)
		return left
	}
	f, err := os.Open(file)
	if err == nil {
		left.Begins, err = io.ReadAll(io.LimitReader(f, mostBegins))
		f.Close()
	}
	if err != nil {
		left.Unread = fault(TextUnread, file, err)
	}
	return left
}

// KeepEdited gives such a text a name of its own, where nothing may stand.
func KeepEdited(path, file, to string) error {
	if err := Place(file, to); err != nil {
		return writeFault(to, err)
	}
	sweepEdited(path)
	return nil
}

// DropEdited removes such a text.
func DropEdited(path, file string) {
	os.Remove(file)
	sweepEdited(path)
}

// aside is where what an editor left beside a text stands, once that text is settled.
const aside = "left"

var asideName = lazyregexp.New(`^` + aside + `(-\d+)?$`)

// SetAside keeps what an editor left beside such a text, as its swap file, where no other edit is in its way. It gives the name of the text there, by
// which the editor finds it; empty where it left nothing.
func SetAside(path, file string) (name string, err error) {
	folder := EditFolder(path)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", fault(TextUnread, folder, err)
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return edited().MatchString(e.Name()) || asideName().MatchString(e.Name())
	})
	if len(entries) == 0 {
		return "", nil
	}
	to := filepath.Join(folder, aside)
	for n := 2; ; n++ {
		if err = os.Mkdir(to, 0o700); !errors.Is(err, fs.ErrExist) {
			break
		}
		to = filepath.Join(folder, aside+"-"+strconv.Itoa(n))
	}
	for _, e := range entries {
		if err == nil {
			err = os.Rename(filepath.Join(folder, e.Name()), filepath.Join(to, e.Name()))
		}
	}
	if err != nil {
		return "", writeFault(to, err)
	}
	return filepath.Join(to, filepath.Base(file)), nil
}

// sweepEdited removes the folder and what editors put in it, but not what was set aside, once no text is left there. It is for who has the file open
// to write.
func sweepEdited(path string) {
	if leftTexts(path) != nil {
		return
	}
	folder := EditFolder(path)
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if !asideName().MatchString(e.Name()) {
			os.RemoveAll(filepath.Join(folder, e.Name()))
		}
	}
	os.Remove(folder) // where nothing was
}

// AsideOf is the folder in which something stands that was set aside, of whichever text; empty where nothing does.
func AsideOf(path string) string {
	folder := EditFolder(path)
	entries, _ := os.ReadDir(folder)
	if slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return asideName().MatchString(e.Name()) }) {
		return folder
	}
	return ""
}

// DropAside removes that too, once no text is left.
func DropAside(path string) {
	if leftTexts(path) == nil {
		os.RemoveAll(EditFolder(path))
	}
}
