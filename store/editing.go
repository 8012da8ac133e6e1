package store

import (
	"os"
	"path/filepath"
)

// EditFolder is where a text of a plan stands while it is in an editor: beside its file, as editors put more beside a text.
func EditFolder(path string) string {
	folder, name := filepath.Split(path)
	return folder + ".stappenplan-" + name + ".edit"
}

// PutToEdit puts a text in a file for its owner alone, in that folder.
func PutToEdit(path string, text []byte) (file string, err error) {
	SweepEdited(path)
	folder := EditFolder(path)
	file = filepath.Join(folder, "tekst.txt")
	if err = os.Mkdir(folder, 0o700); err == nil {
		err = os.WriteFile(file, text, 0o600)
	}
	return file, err
}

// SweepEdited removes the folder and all that is in it, also what was left when an earlier run was ended. It is for who has the file open
// to write: nobody else can be editing then.
func SweepEdited(path string) { os.RemoveAll(EditFolder(path)) }
