package store

import (
	"bytes"
	"os"
	"path/filepath"
)

// EditFolder is where a text of a plan stands while it is in an editor: beside its file, as editors put more beside a text.
func EditFolder(path string) string {
	const before, after = ".stappenplan-", ".edit"
	folder, name := filepath.Split(path)
	return folder + before + fitting(name, len(before+after)) + after
}

// editedName is the name of a text in that folder.
const editedName = "tekst.txt"

// PutToEdit puts a text in a file for its owner alone, in that folder.
func PutToEdit(path string, text []byte) (file string, err error) {
	SweepEdited(path)
	folder := EditFolder(path)
	file = filepath.Join(folder, editedName)
	if err = os.Mkdir(folder, 0o700); err == nil {
		err = os.WriteFile(file, text, 0o600)
	}
	return file, err
}

// LeftInEditor is the file with a text that was in an editor when an earlier run was ended, and the text; empty for none. It is for who has
// the file of the plan open to write: nobody else can be editing then.
func LeftInEditor(path string) (file string, text []byte) {
	file = filepath.Join(EditFolder(path), editedName)
	if info, err := os.Lstat(file); err != nil || !info.Mode().IsRegular() || info.Size() > maxSize {
		return "", nil
	}
	if text, _ = os.ReadFile(file); len(bytes.TrimSpace(text)) == 0 {
		return "", nil
	}
	return file, text
}

// KeepEdited gives that text a name of its own, where nothing may stand, and removes the folder.
func KeepEdited(path, to string) error {
	file, _ := LeftInEditor(path)
	if err := Place(file, to); err != nil {
		return writeFault(to, err)
	}
	SweepEdited(path)
	return nil
}

// SweepEdited removes the folder and all that is in it, also what was left when an earlier run was ended. It is for who has the file open
// to write.
func SweepEdited(path string) { os.RemoveAll(EditFolder(path)) }
