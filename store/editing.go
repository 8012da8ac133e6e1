package store

import (
	"bytes"
	"cmp"
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

var namesText = lazyregexp.New(editedName + `(-\d+)?\` + editedEnding)

// textOf is the text of which something of that name stands there: it has that name, or its own is in it; empty where it is of none.
func textOf(name string) string { return namesText().FindString(name) }

func isText(name string) bool { return name != "" && name == textOf(name) }

// held is the name of what an editor keeps beside a text as long as it works on it, such as its swap file, or saved beside it when it was ended. What
// ends with ~ is a copy of what was saved, and what begins with ._ is a Mac's.
var held = lazyregexp.New(`^([.#][^_].*[^~]|.*\.save(\.\d+)?)$`)

// heldOf is the text of which an editor holds something of that name: it was ended before it was done, or is at work yet; empty where it does not.
func heldOf(name string) string {
	if !held().MatchString(name) {
		return ""
	}
	return textOf(name)
}

// heldAmong are the texts of which an editor holds something.
func heldAmong(entries []fs.DirEntry) map[string]bool {
	texts := map[string]bool{}
	for _, e := range entries {
		if text := heldOf(e.Name()); text != "" {
			texts[text] = true
		}
	}
	return texts
}

// PutToEdit puts a text in a file for its owner alone, in that folder, beside what was left there.
func PutToEdit(path string, text []byte) (file string, err error) {
	sweepEdited(path)
	folder := EditFolder(path)
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", err
	}
	taken := heldAmong(entries)
	for n := 1; ; n++ {
		name := editedName
		if n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		if name += editedEnding; taken[name] {
			continue
		}
		file = filepath.Join(folder, name)
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

// LeftInEditor are those texts. One that is blank, or not there, is one as long as an editor holds something of it. It is for who has the file of the
// plan open to write: nobody else can be editing then.
func LeftInEditor(path string) (left []LeftText) {
	folder := EditFolder(path)
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return []LeftText{{File: folder, Unread: fault(TextUnread, folder, err)}}
	}
	held := heldAmong(entries)
	for _, e := range entries {
		if name := e.Name(); isText(name) {
			if text := leftText(filepath.Join(folder, name), e.Type()); !text.Blank() || held[name] {
				left = append(left, text)
			}
			delete(held, name)
		}
	}
	for name := range held {
		left = append(left, LeftText{File: filepath.Join(folder, name)})
	}
	slices.SortFunc(left, func(a, b LeftText) int { // the first that was left first
		return cmp.Or(cmp.Compare(len(a.File), len(b.File)), cmp.Compare(a.File, b.File))
	})
	return left
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
	DropEdited(path, file)
	return nil
}

// DropEdited removes such a text, with what an editor put beside it.
func DropEdited(path, file string) {
	os.Remove(file)
	entries, _ := os.ReadDir(EditFolder(path))
	for _, e := range entries {
		if name := e.Name(); textOf(name) == filepath.Base(file) && !isText(name) {
			os.RemoveAll(filepath.Join(EditFolder(path), name))
		}
	}
	sweepEdited(path)
}

// aside is where what an editor left beside a text stands, once that text is settled.
const aside = "left"

var asideName = lazyregexp.New(`^` + aside + `(-\d+)?$`)

// SetAside keeps what an editor holds of such a text, as its swap file, where no other edit is in its way. It gives the name of the text there, by
// which the editor finds it; empty where it holds nothing.
func SetAside(path, file string) (name string, err error) {
	folder := EditFolder(path)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", fault(TextUnread, folder, err)
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return heldOf(e.Name()) != filepath.Base(file)
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
	if LeftInEditor(path) != nil {
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
	if LeftInEditor(path) == nil {
		os.RemoveAll(EditFolder(path))
	}
}
